"""`geoinpaint:classicalfill`: fills a scene without a network, in seconds."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.fill import FillAlgorithm
from geoinpaint_qgis.translate import tr

FILL = "FILL"
AUTOMATIC = "auto"


def automatic(*, evidence: bool) -> str:
    """The best fill for the evidence given: from other dates or radar, else from the image alone."""
    return interface.DEFAULTS["fill"] if evidence else "coherent"


class ClassicalFill(FillAlgorithm):
    """Fill clouds by regression, harmonic fill, ratio, pasting, TELEA or along the lines of the image."""

    NAME = "classicalfill"

    def title(self) -> str:
        return tr("Fill clouds (classical)")

    def about(self) -> str:
        return tr(
            "Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the"
            " result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit"
            " of the other algorithm better; with nothing but the image the coherent fill goes on along its fields,"
            " roads and shores, and is a smooth surface elsewhere."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.add_scene(self)
        shared.add_masks(self)
        shared.add_contamination(self)
        shared.declare(
            self,
            shared.choice(FILL, tr("Method"), (AUTOMATIC, *interface.FILLS), AUTOMATIC),
            tr(
                "auto: regression where another date or radar is given, else coherent; regression: from other dates and"
                " radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's"
                " edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea:"
                " inwards from the edge; coherent: smooth too, but along the lines of the image."
            ),
        )
        shared.add_references(self)
        shared.add_sar(self)
        shared.add_run(self)
        shared.add_outputs(self, tr("Filled"))
        self.add_figures()

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        fill = self._fill(parameters, context)
        references = layers.given(parameters.get(shared.REFERENCES))
        if fill in interface.FILLS_WITH_REFERENCES and not references:
            return tr("The fill {fill} needs at least one reference (another date).").format(fill=fill)
        if fill in interface.FILLS_WITH_EITHER and not references and not layers.given(parameters.get(shared.SAR)):
            return tr("The fill regression needs a reference (another date) or a radar image; harmonic needs neither.")
        return super().problem(parameters, context)

    def _fill(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> str:
        fill = str(self.parameterAsEnumString(parameters, FILL, context))
        given = [*layers.given(parameters.get(shared.REFERENCES)), *layers.given(parameters.get(shared.SAR))]
        return automatic(evidence=bool(given)) if fill == AUTOMATIC else fill

    def label(self, job: Dict[str, Any]) -> str:
        return str(job["fill"])

    def job(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        job = super().job(parameters, context, feedback)
        job["mode"] = "classical"
        job["fill"] = self._fill(parameters, context)
        return job
