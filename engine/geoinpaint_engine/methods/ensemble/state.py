"""Serialises a fit to plain arrays, for a file or a worker, and back, without pickle."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.methods.ensemble.evidence import Scaling
from geoinpaint_engine.methods.ensemble.features import FOURIER_SIGMAS, SIGMAS, Features
from geoinpaint_engine.methods.ensemble.fit import Fit
from geoinpaint_engine.methods.ensemble.gaps import Normal
from geoinpaint_engine.methods.ensemble.ridge_heads import HEADS, SAR_HEADS
from geoinpaint_engine.methods.ensemble.sar_features import SarFeatures
from geoinpaint_engine.methods.ensemble.similar_pixels import SimilarPixels
from geoinpaint_engine.quality.uncertainty import ErrorModel

FORMAT = 9
SAR_ARRAYS = ("mean", "deviation", "frequencies")


def to_arrays(fit: Fit) -> dict[str, np.ndarray]:
    """The fit as named arrays; all else is in `card`, JSON as (n,) uint8."""
    card = {**_layout(), "mode": fit.mode, "pieces": fit.features.pieces, "rough": repr(fit.rough),
            "hidden_rmse": repr(fit.hidden_rmse)}  # fmt: skip
    arrays = {
        "mean": fit.scaling.mean, "deviation": fit.scaling.deviation, "level": fit.level, "spread": fit.spread,
        "components": fit.features.components, "scales": fit.features.scales,
        "frequencies": fit.features.frequencies, "heads": fit.heads, "weights": fit.weights,
        "card": np.frombuffer(json.dumps(card, sort_keys=True).encode(), dtype=np.uint8),
    }  # fmt: skip
    if fit.features.sar is not None:
        arrays |= {f"sar_{name}": array for name, array in vars(fit.features.sar).items()}
    if fit.scaling.dates is not None:
        arrays |= {f"dates_{name}": array for name, array in fit.scaling.dates.state().items()}
    if fit.errors is not None:
        arrays |= {f"errors_{name}": array for name, array in fit.errors.state().items()}
    if fit.similar is not None:
        arrays |= {f"similar_{name}": array for name, array in fit.similar.state().items()}
    return {name: np.ascontiguousarray(array) for name, array in arrays.items()}


def from_arrays(arrays: Mapping[str, np.ndarray]) -> Fit:
    """The fit of `to_arrays`.

    Raises:
        InputError: `fit-unreadable`: the arrays are not a fit, or of another version of this method.
    """
    try:
        card = json.loads(arrays["card"].tobytes())
        if {name: card[name] for name in _layout()} != json.loads(json.dumps(_layout())):
            raise ValueError("another layout")
        errors, dates, similar = (
            {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
            for prefix in ("errors_", "dates_", "similar_")
        )
        return Fit(
            card["mode"],
            Scaling(arrays["mean"], arrays["deviation"], Normal.from_state(dates) if dates else None),
            arrays["level"],
            arrays["spread"],
            Features(
                arrays["components"],
                arrays["scales"],
                arrays["frequencies"],
                int(card["pieces"]),
                SarFeatures(**{name: arrays[f"sar_{name}"] for name in SAR_ARRAYS}) if "sar_mean" in arrays else None,
            ),
            float(card["rough"]),
            arrays["heads"],
            arrays["weights"],
            ErrorModel.from_state(errors) if errors else None,
            float(card["hidden_rmse"]),
            SimilarPixels.from_state(similar) if similar else None,
        )
    except (KeyError, ValueError) as error:
        raise InputError("fit-unreadable", "The stored fit cannot be used.", "Start the job again.") from error


def _layout() -> dict[str, object]:
    """The constants that a stored fit depends on; a fit stored under others is not read."""
    ridge_heads = [[list(head.groups), head.ridge] for head in HEADS + SAR_HEADS]
    return {"format": FORMAT, "ridge_heads": ridge_heads, "sigmas": list(SIGMAS), "fourier_sigmas": FOURIER_SIGMAS}
