"""`geoinpaint:inpaint`: fills a scene from itself, from other dates, from radar, or from all of them."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.fill import FillAlgorithm
from geoinpaint_qgis.translate import tr

MODE = "MODE"
PRESET = "PRESET"
REFERENCE_USE = "REFERENCE_USE"
STOP = "STOP"
STEPS = "STEPS"


class Inpaint(FillAlgorithm):
    """Inpaint clouds by fitting to the scene."""

    NAME = "inpaint"

    def title(self) -> str:
        return tr("Inpaint clouds")

    def about(self) -> str:
        return tr(
            "Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear"
            " ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep"
            " image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and"
            " radar images make the fill better than the image alone can."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.add_scene(self)
        shared.add_masks(self)
        shared.add_contamination(self)
        shared.declare(
            self,
            shared.choice(MODE, tr("Evidence"), interface.MODES, "mt"),
            tr(
                "What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both."
                " mt-r and ms-r: only the difference to the other date or to the radar is made."
            ),
        )
        shared.declare(
            self,
            shared.choice(PRESET, tr("Method"), interface.PRESETS, interface.DEFAULTS["preset"]),
            tr(
                "How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper:"
                " the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window."
            ),
        )
        shared.add_references(self)
        shared.declare(
            self,
            shared.choice(
                REFERENCE_USE,
                tr("Use of several references"),
                interface.REFERENCE_USES,
                interface.DEFAULTS["reference_use"],
            ),
            tr("mean: their mean, as in the paper; latest: the latest date; stack: each date for itself."),
            advanced=True,
        )
        shared.add_sar(self)
        shared.declare(
            self,
            shared.choice(STOP, tr("When to stop"), ("auto", *interface.STOPS), "auto"),
            tr(
                "auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer"
                " falls; variance: when the result no longer changes."
            ),
            advanced=True,
        )
        shared.declare(
            self,
            shared.integer(STEPS, tr("Steps"), None, *interface.RANGES["steps"], optional=True),
            tr("How many steps the network of the paper takes for each window; empty: as the paper has it."),
            advanced=True,
        )
        shared.add_network(self)
        shared.add_run(self)
        shared.add_outputs(self, tr("Inpainted"))
        self.add_figures()

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        mode = self.parameterAsEnumString(parameters, MODE, context)
        if mode in interface.MODES_WITH_REFERENCES and not layers.given(parameters.get(shared.REFERENCES)):
            return tr("The evidence {mode} needs at least one reference (another date).").format(mode=mode)
        if mode in interface.MODES_WITH_SAR and not layers.given(parameters.get(shared.SAR)):
            return tr("The evidence {mode} needs a radar image (Sentinel-1).").format(mode=mode)
        return super().problem(parameters, context)

    def job(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        job = super().job(parameters, context, feedback)
        for key, name in (
            ("mode", MODE),
            ("preset", PRESET),
            ("reference_use", REFERENCE_USE),
        ):
            job[key] = self.parameterAsEnumString(parameters, name, context)
        stop = self.parameterAsEnumString(parameters, STOP, context)
        if stop != "auto":
            job["stop"] = stop
        if parameters.get(STEPS) is not None:
            job["steps"] = self.parameterAsInt(parameters, STEPS, context)
        return job
