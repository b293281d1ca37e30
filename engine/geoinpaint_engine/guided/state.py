"""A fit as a file: arrays in safetensors, with a JSON card that says what they are; nothing is unpickled."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.guided.evidence import Scaling
from geoinpaint_engine.guided.experts import EXPERTS
from geoinpaint_engine.guided.features import SIGMAS, WAVE_SIGMAS, Features
from geoinpaint_engine.guided.fit import Fit
from geoinpaint_engine.guided.uncertainty import ErrorModel

FORMAT = 1


def save_fit(fit: Fit, path: Path) -> None:
    """Writes a fit; the same fit gives the same bytes."""
    arrays = {
        "mean": fit.scaling.mean, "deviation": fit.scaling.deviation, "level": fit.level, "spread": fit.spread,
        "components": fit.features.components, "scales": fit.features.scales,
        "frequencies": fit.features.frequencies, "phases": fit.features.phases, "heads": fit.heads,
        "weights": fit.weights,
    }  # fmt: skip
    if fit.errors is not None:
        arrays["errors"] = fit.errors.factors
    card = {**_layout(), "mode": fit.mode, "pieces": fit.features.pieces, "hidden_rmse": repr(fit.hidden_rmse)}
    save_file({name: np.ascontiguousarray(a) for name, a in arrays.items()}, path, {"card": json.dumps(card)})


def load_fit(path: Path) -> Fit:
    """Reads a fit that `save_fit` wrote.

    Raises:
        InputError: `fit-unreadable`: the file is not such a fit, or of another version of this method.
    """
    try:
        with safe_open(path, "numpy") as file:
            card = json.loads((file.metadata() or {})["card"])
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        if {name: card[name] for name in _layout()} != _layout():
            raise ValueError("another layout")
        return Fit(
            card["mode"],
            Scaling(arrays["mean"], arrays["deviation"]),
            arrays["level"],
            arrays["spread"],
            Features(
                arrays["components"],
                arrays["scales"],
                arrays["frequencies"],
                arrays["phases"],
                int(card["pieces"]),
            ),
            arrays["heads"],
            arrays["weights"],
            ErrorModel(arrays["errors"]) if "errors" in arrays else None,
            float(card["hidden_rmse"]),
        )
    except (SafetensorError, OSError, KeyError, ValueError) as error:
        raise InputError(
            "fit-unreadable", f"The stored fit {path} cannot be used.", "Remove it and start the job again."
        ) from error


def _layout() -> dict[str, object]:
    """What the meaning of the arrays depends on, besides themselves."""
    experts = [[list(expert.groups), expert.ridge] for expert in EXPERTS]
    return {"format": FORMAT, "experts": experts, "sigmas": list(SIGMAS), "wave_sigmas": WAVE_SIGMAS}
