"""Write what the plugin knows of the engine to geoinpaint_qgis/interface.json; a test holds the file equal."""

import json
import re
import sys
from pathlib import Path
from typing import Any, get_args

import msgspec

from geoinpaint_engine import job, modes
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions
from geoinpaint_engine.methods.network.table import list_models, shipped_folder
from geoinpaint_engine.pipeline import contamination_cells, estimate
from geoinpaint_engine.raster.align import SENTINEL2_SCALE
from geoinpaint_engine.sentinel import classes
from geoinpaint_engine.sources import catalogues

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "geoinpaint_qgis" / "interface.json"

# what the set-up installs and one command alone needs: an environment without it is no broken one
SPARED = ("pystac-client",)


def interface() -> dict[str, Any]:
    """Modes, presets, fills, choices, defaults, class presets, scale of DN, catalogues, codes, shipped models."""
    wish = job.schema()["$defs"]["Job"]["properties"]
    return {
        "modes": {name: _evidence(mode) for name, mode in modes.EVIDENCE_MODES.items()},
        "presets": list(modes.PRESETS),
        "fills": {name: _evidence(fill) for name, fill in modes.FILLS.items()},
        "choices": {
            name: list(get_args(kind))
            for name, kind in (
                ("reference_use", job.ReferenceUse),
                ("stop", job.Stop),
                ("device", job.Device),
                ("sar_units", job.SarUnits),
                ("format", job.Format),
                ("grow", job.Grow),
            )
        },
        "defaults": {
            "fill": modes.DEFAULT_FILL,
            "scl_dilation": classes.SCL_DILATION,
            "scl_growth_m": classes.SCL_GROWTH_M,
            **{
                name: wish[name]["default"]
                for name in ("preset", "reference_use", "device", "seed", "dilate", "grow", "threads")
            },
        },
        "ranges": {name: _range(wish[name]) for name in ("dilate", "steps", "seed", "threads", "tile")},
        "class_presets": {name: list(numbers) for name, numbers in classes.SCL_PRESETS.items()},
        "sentinel2_scale": SENTINEL2_SCALE,
        "detectors": {name: list(one.packages) for name, one in modes.DETECTORS.items()},
        "catalogues": {name: catalogue.host for name, catalogue in catalogues.PRESETS.items()},
        "times": {
            "start_s": estimate.START_S,
            "per_megapixel_s": estimate.PER_MEGAPIXEL_S,
            "screened_s": estimate.SCREENED_S,
            "screened_in_cells_s": estimate.SCREENED_IN_CELLS_S,
            "large_pixels": contamination_cells.LARGE,
            "written_s": estimate.WRITTEN_S,
            "fitted_s": estimate.FITTED_S,
            "fitted_megapixels": estimate.FITTED_MEGAPIXELS,
            "hidden": estimate.HIDDEN,
            "most_hidden": estimate.MOST_HIDDEN,
            "step_s": estimate.STEP_S,
            "step_pixels": estimate.STEP_PIXELS,
            "steps": LoopOptions().steps,
        },
        "codes": _codes(),
        "packages": _packages(),
        "models": {
            # without the hash, which the engine checks and the plugin repository's scan takes for a secret
            model.name: {key: value for key, value in msgspec.to_builtins(model.card).items() if key != "sha256"}
            for model in list_models()
            if model.path.parent == shipped_folder()
        },
    }


def _evidence(wish: modes.Evidence) -> dict[str, bool]:
    return {"references": wish.references, "sar": wish.sar}


def _range(field: dict[str, Any]) -> list[int]:
    whole = next(kind for kind in field.get("anyOf", [field]) if kind.get("type") == "integer")
    return [whole["minimum"], whole["maximum"]]


def _packages() -> dict[str, list[str]]:
    """The distributions that the light stage needs, and those that the full stage adds to it."""
    found: dict[str, list[str]] = {}
    for stage in ("light", "full"):
        text = (ROOT / "engine" / "requirements" / f"{stage}.in").read_text(encoding="utf-8")
        names = [re.match(r"[\w-]*", line.strip()) for line in text.splitlines() if line.strip()[:1].isalpha()]
        found[stage] = [name[0] for name in names if name and name[0] not in (*found.get("light", []), *SPARED)]
    return found


def _codes() -> list[str]:
    """The codes of errors and warnings that docs/errors.md lists, which a test holds against the code."""
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return sorted({code.strip("` ") for cell in cells for code in cell.split(",")})


if __name__ == "__main__":
    TARGET.write_text(json.dumps(interface(), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
