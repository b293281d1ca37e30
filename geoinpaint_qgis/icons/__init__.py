"""The plugin's icons, found by their path: compiled resources do not exist in Qt 6."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def icon_path(name: str) -> str:
    """The file of an icon."""
    return str(FOLDER / f"{name}.svg")
