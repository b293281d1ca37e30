"""What is known of a series: its options and dates, kept in `series.json` so that it is resumed and appended to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from geoinpaint_engine.dilation import Dilation
from geoinpaint_engine.errors import InputError
from geoinpaint_engine.job import Fill, Grow, Job, MaskSource, Name, Preset
from geoinpaint_engine.raster.checkpoint import write_whole

NAME = "series.json"
FORMAT = 1
FILLED, FLAG, DEVIATION, MASK = "filled.tif", "fill_flag.tif", "uncertainty.tif", "mask.tif"  # in a date's folder
CLOUDS = "clouds.tif"  # there too: its findings of the joint screening, see `judging`

SeriesMode = Literal["basic", "mt", "mt-r", "classical"]
State = Literal["new", "masked", "clear", "skipped"]


class Options(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """How a series is masked and filled; the same for all its dates.

    Args:
        mode, preset, fill, bands, resolution, seed, threads: as in a job.
        mask_suffix: ends the name of the file beside a scene that masks it (`scene.tif`, `scene_mask.tif`).
        scl_suffix: the same of a classification, of which `scl_classes` are filled.
        scl_classes: also of products' own classifications.
        detect: whether clouds are detected by the other dates.
        detector: a network that detects clouds in each date by itself.
        nodata: whether nodata is filled too.
        dilate: px by which masks are grown.
        grow: auto also fills cloud and shadow that is found beside the masks, and lights shadow, also under them.
        around: dates before, and as many after, that a date is filled from.
    """

    mode: SeriesMode = "mt"
    preset: Preset = "fast"
    fill: Fill | None = None
    bands: list[Name | int] = []
    resolution: Literal[10, 20, 60] | None = None
    seed: int = 0
    threads: int = 0
    mask_suffix: str | None = None
    scl_suffix: str | None = None
    scl_classes: list[int] = []
    detect: bool = False
    detector: Name | None = None
    nodata: bool = False
    dilate: Dilation = 0
    grow: Grow = "none"
    around: Annotated[int, Meta(ge=1, le=100)] = 4


class Date(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A date of a series.

    Args:
        name: of its folder: its date, and where two scenes have one date also the file's name.
        path: of its scene.
        date: ISO date.
        mask: what says where it is cloudy, before dilation.
        stamp: size in bytes and time of the last change in ns of the scene when it was taken in.
        state: new; masked (something is to be filled); clear (nothing is); skipped (it cannot be used).
        figures: of its mask.
        job: that fills it; None where there is nothing to fill, or its masks are not known yet.
        code, message: why it is skipped, or could not be filled.
    """

    name: str
    path: str
    date: str
    mask: list[MaskSource] = []
    stamp: list[int] = []
    state: State = "new"
    figures: dict[str, Any] = {}
    job: Job | None = None
    code: str = ""
    message: str = ""

    @property
    def usable(self) -> bool:
        """Whether it can be read, and so serves as a reference."""
        return self.state in ("masked", "clear")

    @property
    def cloudy_share(self) -> float:
        """The masked share of its ground, 0 to 1."""
        return float(self.figures.get("hole_share", 0.0))


class LeftOut(Struct, frozen=True, forbid_unknown_fields=True):
    """A scene that is no date of the series, and why."""

    path: str
    code: str
    message: str


class Series(Struct, forbid_unknown_fields=True, kw_only=True):
    """A series, its dates oldest first, and what was named and is none of them."""

    options: Options
    dates: list[Date]
    left_out: list[LeftOut] = []
    format: int = FORMAT

    def save(self, folder: Path) -> None:
        """Writes it into its folder, atomically."""
        write_whole(folder / NAME, msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")


def load(folder: Path) -> Series | None:
    """The series of a folder, None where there is none.

    Raises:
        InputError: `series-unreadable`.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Series)
        if found.format != FORMAT:
            raise ValueError("it was written by another version")
        if any(Path(date.name).name != date.name or date.name == ".." for date in found.dates):
            raise ValueError("a date's folder lies elsewhere")
    except (OSError, ValueError) as error:  # ValidationError is a ValueError
        raise InputError(
            "series-unreadable", f"The series in {folder} cannot be read: {error}.", "Name another output folder."
        ) from error
    return found
