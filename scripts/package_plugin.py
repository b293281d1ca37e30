"""Lay the plugin out as QGIS loads it (build/plugins/), or pack it as the plugin repository takes it (dist/).

    python scripts/package_plugin.py stage [FOLDER]      default build/plugins
    python scripts/package_plugin.py zip [FOLDER]        default dist

The same files give the same zip, byte for byte.
"""

from __future__ import annotations

import argparse
import configparser
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import translations

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "geoinpaint_qgis"
SIZE_LIMIT = 25_000_000
EPOCH = (1980, 1, 1, 0, 0, 0)
LEFT_OUT_FOLDERS = {"__pycache__", "bundled"}
LEFT_OUT_ENDINGS = {".pyc", ".pyo", ".ts", ".pro", ".toml"}


def contents() -> Iterator[tuple[str, bytes]]:
    """(path below the plugin's folder, bytes) of every file that belongs to the plugin, sorted."""
    found = {"metadata.txt": ROOT / "metadata.txt", "LICENSE": ROOT / "LICENSE"}
    for start, place in (
        (ROOT / PACKAGE, ""),
        (ROOT / "engine" / "geoinpaint_engine", "bundled/geoinpaint_engine/"),
    ):
        for file in start.rglob("*"):
            inside = file.relative_to(start)
            hidden = any(part in LEFT_OUT_FOLDERS or part.startswith(".") for part in inside.parts)
            if file.is_file() and not hidden and file.suffix not in LEFT_OUT_ENDINGS:
                found[place + inside.as_posix()] = file
    for name in ("light.txt", "full.txt", "clouds.txt", "downloads.json"):
        found[f"bundled/requirements/{name}"] = ROOT / "engine" / "requirements" / name
    whole = {name: file.read_bytes() for name, file in found.items()}
    for language, file in translations.languages():
        whole[f"i18n/geoinpaint_{language}.qm"] = translations.compiled(translations.translations(file))
    yield from sorted(whole.items())


def version() -> str:
    """The plugin's version, from its metadata."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


def stage(folder: Path) -> Path:
    """Lay the plugin out in a folder of plugins; what was there of it before is replaced."""
    target = folder / PACKAGE
    if target.exists():
        shutil.rmtree(target)
    for name, data in contents():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return target


def pack(folder: Path) -> Path:
    """Write the zip of this version.

    Raises:
        SystemExit: it is larger than the repository takes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{PACKAGE}-{version()}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in contents():
            entry = zipfile.ZipInfo(f"{PACKAGE}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    if path.stat().st_size > SIZE_LIMIT:
        raise SystemExit(f"{path} has {path.stat().st_size} bytes; the plugin repository takes {SIZE_LIMIT}")
    return path


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("stage", "zip"))
    parser.add_argument("folder", nargs="?", type=Path)
    arguments = parser.parse_args()
    if arguments.what == "stage":
        print(stage(arguments.folder or ROOT / "build" / "plugins"))
    else:
        print(pack(arguments.folder or ROOT / "dist"))
        if "example.org" in (ROOT / "metadata.txt").read_text(encoding="utf-8"):
            print("metadata.txt has placeholder addresses (example.org): see CONTRIBUTING.md, Release", file=sys.stderr)


if __name__ == "__main__":
    main()
