"""Facts about the engine, from interface.json, which scripts/export_interface.py generates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

_FACTS: Mapping[str, Any] = json.loads((Path(__file__).parent / "interface.json").read_text(encoding="utf-8"))

MODES: Tuple[str, ...] = tuple(_FACTS["modes"])
PRESETS: Tuple[str, ...] = tuple(_FACTS["presets"])
FILLS: Mapping[str, Mapping[str, bool]] = _FACTS["fills"]  # name -> evidence that it can use
REFERENCE_USES, STOPS, DEVICES, SAR_UNITS, FORMATS, GROWTHS = (
    tuple(_FACTS["choices"][name]) for name in ("reference_use", "stop", "device", "sar_units", "format", "grow")
)
DEFAULTS: Mapping[str, Any] = _FACTS["defaults"]
RANGES: Mapping[str, List[int]] = _FACTS["ranges"]  # minimum and maximum
CATALOGUES: Mapping[str, str] = _FACTS["catalogues"]  # name -> host; the first one is the default
SENTINEL2_SCALE: float = _FACTS["sentinel2_scale"]  # reflectance per DN
DETECTORS: Mapping[str, List[str]] = _FACTS["detectors"]  # name -> required packages
TIMES: Mapping[str, Any] = _FACTS["times"]  # seconds on one processor core
CODES: Tuple[str, ...] = tuple(_FACTS["codes"])
MODEL_CARDS: Mapping[str, Mapping[str, Any]] = _FACTS["models"]

# a mode needs all of its evidence, a fill any of it
MODES_WITH_REFERENCES = tuple(name for name, mode in _FACTS["modes"].items() if mode["references"])
MODES_WITH_SAR = tuple(name for name, mode in _FACTS["modes"].items() if mode["sar"])
FILLS_WITH_REFERENCES = tuple(name for name, fill in _FACTS["fills"].items() if fill["references"] and not fill["sar"])
FILLS_WITH_EITHER = tuple(name for name, fill in _FACTS["fills"].items() if fill["references"] and fill["sar"])
CLASS_PRESETS: Dict[str, str] = {}  # name -> classes as text, such as 3,8-10


def classes_text(numbers: List[int]) -> str:
    """Formats class numbers, with consecutive ones as ranges."""
    parts: List[List[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


CLASS_PRESETS.update({name: classes_text(numbers) for name, numbers in _FACTS["class_presets"].items()})
SCL_CLOUDS = next(iter(CLASS_PRESETS.values()))
