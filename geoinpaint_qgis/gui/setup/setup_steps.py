"""The slow steps of the set-up as background tasks: inspect the computer, check a Python, create the environment."""

from __future__ import annotations

import os
from typing import Callable, Sequence

from geoinpaint_qgis import selftest
from geoinpaint_qgis.gui.setup.dialog import Computer
from geoinpaint_qgis.gui.setup.task import BackgroundTask
from geoinpaint_qgis.runner import installing, platforms, pythons, setup_plan
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure
from geoinpaint_qgis.translate import tr


def look(base_python: str) -> Callable[[BackgroundTask], Computer]:
    """Finds a Python to create an environment with (the given one, if any), and a GPU."""

    def work(task: BackgroundTask) -> Computer:
        platform = platforms.current()
        task.report_progress(0.0, tr("Looking for a Python and a graphics card"))
        base = pythons.find_base_python(base_python, environ=os.environ, platform=platform)
        return Computer(base, setup_plan.find_gpu(base.machine, environ=os.environ, platform=platform), platform)

    return work


def check(path: str) -> Callable[[BackgroundTask], str]:
    """Checks whether a Python suits the engine; returns the self-test's sentence."""

    def work(task: BackgroundTask) -> str:
        task.report_progress(0.1, tr("Asking {path}").format(path=path))
        found = pythons.probe((path,), environ=os.environ, platform=platforms.current())
        problem = found.problem()
        if problem is not None:
            raise EnvironmentFailure(problem)
        task.report_progress(0.5, tr("Trying the engine"))
        return selftest.try_engine(path, cancelled=task.isCanceled).sentence()

    return work


def add(
    folder: str, extra: str, *, wheels: str, pip_options: Sequence[str]
) -> Callable[[BackgroundTask], str]:
    """Adds the packages of an extra to the managed environment; returns a sentence."""

    def work(task: BackgroundTask) -> str:
        installing.add_packages(
            folder, extra, environ=os.environ, platform=platforms.current(), wheels=wheels, pip_options=pip_options,
            progress=task.report_progress, cancelled=task.isCanceled,
        )  # fmt: skip
        return tr("The packages are installed.")

    return work


def build(
    folder: str,
    stage: str,
    *,
    base: pythons.Probe,
    wheels: str,
    pip_options: Sequence[str],
    torch_index: str = "",
) -> Callable[[BackgroundTask], str]:
    """Creates the managed environment, with PyTorch from another index if given; returns the self-test's sentence."""

    def work(task: BackgroundTask) -> str:
        platform = platforms.current()
        asked = setup_plan.plan(
            stage, folder=folder, base=base, gpu=None, platform=platform, wheels=wheels, pip_options=pip_options,
            without_cuda=bool(torch_index),
        )  # fmt: skip
        python = installing.create_environment(
            folder,
            stage,
            base=base,
            environ=os.environ,
            platform=platform,
            wheels=wheels,
            pip_options=pip_options,
            torch_index=torch_index,
            expected=asked.download,
            progress=task.report_progress,
            cancelled=task.isCanceled,
        )
        task.report_progress(1.0, tr("Trying the engine"))
        return selftest.try_stage(python, stage, cancelled=task.isCanceled)

    return work
