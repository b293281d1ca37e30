"""Formats numbers in the locale of QGIS for display; commands and jobs keep the decimal point."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


class Figure(float):
    """A number formatted with the decimal separator of QGIS's locale: f"{Figure(0.5):.3g}"."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec).replace(".", QLocale().decimalPoint())
