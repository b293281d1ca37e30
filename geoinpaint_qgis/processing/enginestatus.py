"""`geoinpaint:enginestatus`: whether the engine can run, and its versions and devices."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from geoinpaint_qgis import engine
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.runner import platforms, pythons
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure
from geoinpaint_qgis.translate import tr


class EngineStatus(EngineAlgorithm):
    """Report the state of the engine."""

    NAME = "enginestatus"

    def title(self) -> str:
        return tr("Engine status")

    def group(self) -> str:
        return tr("Check")

    def groupId(self) -> str:
        return "check"

    def about(self) -> str:
        return tr(
            "Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for"
            " all (full), and which device it would use. Starts the engine to see whether it works."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        self.add_strings(
            {
                "STATUS": tr("Status: full, light or missing"),
                "PROBLEM": tr("What is wrong"),
                "VERSION": tr("Version of the engine"),
                "INTERPRETER": tr("Python of the engine"),
                "PYTHON": tr("Version of that Python"),
                "TORCH": tr("Version of torch"),
                "DEVICE": tr("Device"),
            }
        )

    def canExecute(self) -> Tuple[bool, str]:
        # always executable, because it reports what is missing
        return True, ""

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        answer: Dict[str, Any] = dict.fromkeys(("PROBLEM", "VERSION", "INTERPRETER", "PYTHON", "TORCH", "DEVICE"), "")
        answer["STATUS"] = "missing"
        problem = engine.problem()
        found = engine.interpreter()
        if found is not None:
            answer["INTERPRETER"] = found.path
        if problem is None and found is not None:
            try:
                probe = pythons.probe((found.path,), environ=os.environ, platform=platforms.current())
                answer["PYTHON"] = ".".join(map(str, probe.version))
                answer["TORCH"] = probe.packages.get("torch", "")
                problem = probe.problem()
                if problem is None:
                    figures = figures_of(run_command(["info"], feedback))
                    answer["VERSION"] = figures["versions"]["geoinpaint_engine"]
                    answer["DEVICE"] = figures["devices"][0]
                    answer["STATUS"] = probe.stage
            except EnvironmentFailure as error:
                problem = error.diagnosis
            except QgsProcessingException as error:
                if feedback.isCanceled():
                    raise
                answer["PROBLEM"] = str(error)
        if problem is not None:
            answer["PROBLEM"] = problem.sentence()
        for name, value in answer.items():
            if value:
                feedback.pushInfo(f"{name}: {value}")
        return answer
