"""Algorithms run as the toolbox runs them, and shapes over the hole of the made place."""

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from tests.plugin import scenes


class Messages(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.warnings, self.infos = [], [], []

    def reportError(self, error, fatalError=False):
        self.errors.append(error)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushInfo(self, info):
        self.infos.append(info)


def run(provider, name, parameters, *, feedback=None, context=None):
    """Check and run an algorithm as the toolbox does; the error is raised with its sentence."""
    algorithm = provider.algorithm(name).create()
    context = context or QgsProcessingContext()
    fine, problem = algorithm.checkParameterValues(parameters, context)
    if not fine:
        raise QgsProcessingException(problem)
    feedback = feedback or Messages()
    results, fine = algorithm.run(parameters, context, feedback, {}, False)
    assert fine
    return results


def differences(path, other, band=1):
    """The pixels that differ, as (row, column)."""
    ours, theirs = scenes.pixels(path, band), scenes.pixels(other, band)
    return {(row, col) for row, line in enumerate(ours) for col, value in enumerate(line) if value != theirs[row][col]}


HOLE = {(row, col) for row in scenes.HOLE[0] for col in scenes.HOLE[1]}


TRIANGLE = [(30, 20), (66, 45), (30, 70)]  # (column, row); cuts the hole


def triangle(uri="Polygon?crs=EPSG:4326"):
    """A layer of two polygons in degrees: a triangle over the hole, and one beside it."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    layer = QgsVectorLayer(uri, "areas", "memory")
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    west, north = scenes.ORIGIN
    for shape in (TRIANGLE, [(0, 0), (10, 0), (10, 10)]):
        points = [QgsPointXY(west + 10 * col, north - 10 * row) for col, row in shape]
        geometry = QgsGeometry.fromPolygonXY([[*points, points[0]]])
        geometry.transform(QgsCoordinateTransform(utm, layer.crs(), QgsProject.instance()))
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        layer.dataProvider().addFeatures([feature])
    return layer


def in_triangle(row, col):
    (left, top), (right, middle), (_, bottom) = TRIANGLE
    x, y = col + 0.5, row + 0.5
    return x > left and abs(y - middle) < (right - x) / (right - left) * (bottom - top) / 2


INSIDE = {(row, col) for row, col in HOLE if in_triangle(row, col)}
