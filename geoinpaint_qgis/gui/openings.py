"""Opens QGIS's own windows for an algorithm: its dialog, the batch and the modeler, with the panel's wishes in them."""

from __future__ import annotations

from typing import Any, Dict


def show_dialog(algorithm: str, parameters: Dict[str, Any]) -> Any:
    """Show an algorithm's dialog with values filled in; gives it back."""
    import processing  # QGIS's plugin: it may be off, and takes its time

    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    return dialog
