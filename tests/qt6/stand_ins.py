"""QGIS's modules under PyQt6: `qgis.PyQt` is PyQt6 as QGIS 4 passes it on, every other class a stand-in."""

import importlib
import sys
import types

from PyQt6 import QtCore, QtGui, QtWidgets

WIDGETS = {
    "QgsDockWidget": QtWidgets.QDockWidget, "QgsMapLayerComboBox": QtWidgets.QComboBox,
    "QgsCheckableComboBox": QtWidgets.QComboBox, "QgsFileWidget": QtWidgets.QWidget,
    "QgsScrollArea": QtWidgets.QScrollArea,
    "QgsCollapsibleGroupBox": QtWidgets.QGroupBox, "QgsOptionsPageWidget": QtWidgets.QWidget,
    "QgsOptionsWidgetFactory": QtCore.QObject, "QgsMapCanvas": QtWidgets.QGraphicsView,
}  # fmt: skip


class Anything(type(QtCore.QObject)):
    """A class with any attribute: enumerations and nested classes of QGIS are asked for when modules are loaded."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return placeholder_layer(name)

    def __or__(cls, other):
        return cls


def placeholder_layer(name, base=QtCore.QObject):
    return Anything(name, (base,), {})


class Module(types.ModuleType):
    """A module that has every name; what was asked for stays the same."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = placeholder_layer(name, WIDGETS.get(name, QtCore.QObject))
        setattr(self, name, made)
        return made


def install():
    """Put the stand-ins where `import qgis` finds them."""
    for name in ("qgis", "qgis.core", "qgis.gui", "qgis.utils", "osgeo", "osgeo.gdal", "osgeo.ogr", "osgeo.osr",
                 "processing", "processing.gui"):  # fmt: skip
        sys.modules[name] = Module(name)
        sys.modules[name].__path__ = []
    shim = types.ModuleType("qgis.PyQt")
    shim.__path__ = []
    sys.modules["qgis.PyQt"] = shim
    for name in ("QtCore", "QtGui", "QtWidgets", "QtXml", "QtNetwork", "QtTest"):
        sys.modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")
    QtWidgets.QAction = QtGui.QAction  # as QGIS's shim does
