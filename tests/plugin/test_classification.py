"""A scene classification as a mask source of the fills: it adds up with the others."""

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from tests.plugin import scenes

HOLE_PIXELS = len(scenes.HOLE[0]) * len(scenes.HOLE[1])


@pytest.fixture
def fill(provider, place, tmp_path):
    def call(**parameters):
        algorithm = provider.algorithm("classicalfill").create()
        given = {"INPUT": place["scene"], "FILL": "telea", "HOLDOUT": "off", "OUTPUT": str(tmp_path / "out.tif")}
        given.update(parameters)
        context = QgsProcessingContext()
        fine, problem = algorithm.checkParameterValues(given, context)
        if not fine:
            raise QgsProcessingException(problem)
        return algorithm.run(given, context, QgsProcessingFeedback(), {}, False)[0]

    return call


def test_classification_alone_and_with_a_mask_that_adds_to_it(fill, place, tmp_path):
    assert fill(CLASSIFICATION=place["scl"])["FILLED_PIXELS"] == HOLE_PIXELS
    corner = scenes.write(tmp_path / "corner.tif", [scenes.grid(lambda row, col: 7 * (row < 5 and col < 5))], dtype=1)
    # the mask is no raster of classes: every value of it but 0 counts
    assert fill(MASKS=[corner], CLASSIFICATION=place["scl"], CLASSES="9")["FILLED_PIXELS"] == HOLE_PIXELS + 25


@pytest.mark.parametrize(("classes", "says"), [(" ", "which classes"), ("3-", "not a class")])
def test_classes_that_say_nothing_are_refused(fill, place, classes, says):
    with pytest.raises(QgsProcessingException, match=says):
        fill(CLASSIFICATION=place["scl"], CLASSES=classes)
