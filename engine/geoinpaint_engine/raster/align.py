"""Reads references, SAR and masks on the scene's grid: warped lazily, window by window, or as they are if aligned."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.errors import CRSError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.decoded import DecodedBlocks
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import GDAL_ERRORS, Handles, examined, gdal_env, open_raster, reading
from geoinpaint_engine.raster.scene import (
    FARTHEST,
    Warn,
    as_spec,
    band_radiometry,
    grid_of,
    ignore_warnings,
    is_nodata,
    nodata_of,
)
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec, in_memory

# Error of GDAL's approximate coordinate transform, in source pixels. With a fixed kernel scale (below), a pixel's value
# then hardly depends on the window it is read in (by a gradient over 1e-3 px at most).
TOLERANCE = 1e-3
FINER = 1.5  # source pixels per scene pixel above which values are averaged instead of interpolated
SENTINEL2_SCALE = 1e-4
_STAND_IN = CRS.from_epsg(3857)  # used for both where both have a transform but neither a CRS


class AlignedLayer:
    """A raster read on another grid; safe to read from several threads. Use `open_aligned`.

    Attributes:
        grid: the grid it is read on.
        names: its bands' names ("" where it has none), without alpha.
        radiometry: scale and offset of each band.
        dtype: its bands' common dtype in the file.
        date: ISO date or "".
        exact: whether its pixels coincide with the grid's, so that values are read without interpolation.
        overlaps: whether its extent intersects the grid's.
        files: the files behind it.
    """

    def __init__(
        self,
        spec: RasterSpec,
        grid: Grid,
        numbers: tuple[int, ...],
        shift: tuple[int, int] | None,
        opener: Callable[[], Any],
        content: Hashable = None,
    ) -> None:
        self.spec = spec
        self.title = spec.title
        self.grid = grid
        self.numbers = numbers
        self._shift = shift
        self._handles = Handles(opener)
        self._decoded = DecodedBlocks(self._handles, numbers, content=None if in_memory(spec.path) else content)
        with examined(spec.path, title=spec.title) as dataset:
            self.names = spec.names or tuple(dataset.descriptions[i - 1] or "" for i in numbers)
            self.radiometry = spec.radiometry or tuple(band_radiometry(dataset, i) for i in numbers)
            self.dtype = np.result_type(*(dataset.dtypes[i - 1] for i in numbers))
            self._nodata = tuple(nodata_of(dataset, i, spec) for i in numbers)
            flags = dataset.mask_flag_enums[numbers[0] - 1]
            self._masked = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
            self._alpha = next((i for i, c in enumerate(dataset.colorinterp, 1) if c == ColorInterp.alpha), None)
            self._source = Window(0, 0, dataset.height, dataset.width)
            self.files = tuple(dataset.files) or (spec.path,)
            self.overlaps = _overlaps(grid, grid_of(dataset), shift)
        self.date = spec.date

    @property
    def count(self) -> int:
        """Number of bands, without alpha."""
        return len(self.numbers)

    @property
    def tells_nodata(self) -> bool:
        """Whether the file declares nodata: by a value, an alpha band or a mask."""
        return self._masked or self._alpha is not None or any(nodata is not None for nodata in self._nodata)

    @property
    def nodata(self) -> tuple[float | None, ...]:
        """The nodata value of each band, None where it declares none."""
        return self._nodata

    @property
    def exact(self) -> bool:
        """Whether values are read without interpolation."""
        return self._shift is not None

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(bands, rows, cols) float32, 0 where not valid, and (rows, cols) bool: valid in all bands.

        NaN and infinity are never valid, declared as nodata or not.

        Raises:
            InputError: `raster-unreadable`.
        """
        if self._shift is not None and not self.tells_nodata and self._never_exceeds:
            with reading(self.title):
                return self._read_plain(window, *self._shift)
        data, valid = self.read_bands(window)
        return data, np.all(valid, axis=0)

    def read_bands(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """As `read`, with the validity per band: (bands, rows, cols) bool."""
        with reading(self.title):
            if self._shift is not None:
                return self._read_exact(window)
            data = self._read_warped(window)
        valid = np.abs(data) < FARTHEST  # NaN is not
        return np.where(valid, data, np.float32(0)), valid

    @property
    def _never_exceeds(self) -> bool:
        """Whether the file's numbers are integers that are never too large: each of its pixels is valid."""
        return self.dtype.kind in "iu" and self.dtype.itemsize < 8

    def _read_plain(self, window: Window, rows: int, cols: int) -> tuple[np.ndarray, np.ndarray]:
        """As `_read_exact`, where all pixels of the file are valid: in fewer passes over the data."""
        moved = Window(window.row + rows, window.col + cols, window.height, window.width)
        inside = moved.intersection(self._source)
        if inside == moved:
            return self._decoded.read(inside).astype(np.float32), np.ones(window.shape, dtype=bool)
        out, valid = np.zeros((self.count, *window.shape), dtype=np.float32), np.zeros(window.shape, dtype=bool)
        if inside is not None:
            target = inside.within(moved)
            out[(slice(None), *target)], valid[target] = self._decoded.read(inside), True
        return out, valid

    def _read_warped(self, window: Window) -> np.ndarray:
        return self._decoded.read(window)

    def _read_exact(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads without interpolation, shifted by whole pixels; not valid outside the file's extent and at nodata."""
        rows, cols = self._shift or (0, 0)
        moved = Window(window.row + rows, window.col + cols, window.height, window.width)
        inside = moved.intersection(self._source)
        out = np.zeros((self.count, *window.shape), dtype=np.float32)
        valid = np.zeros(out.shape, dtype=bool)
        if inside is None:
            return out, valid
        dataset, target = self._handles.get(), (slice(None), *inside.within(moved))
        values = self._decoded.read(inside)
        with np.errstate(over="ignore"):
            out[target] = values
        cannot_exceed = values.dtype.kind in "iu" and values.dtype.itemsize < 8  # cannot hold values beyond it
        values_valid = np.ones(values.shape, dtype=bool) if cannot_exceed else np.abs(out[target]) < FARTHEST
        for band, raw, nodata in zip(values_valid, values, self._nodata, strict=True):
            if nodata is not None:
                band &= ~is_nodata(raw, nodata)
        if self._alpha is not None:
            values_valid &= dataset.read(self._alpha, window=inside.ranges) != 0
        elif self._masked:
            values_valid &= dataset.read_masks(self.numbers[0], window=inside.ranges) != 0
        if not values_valid.all():
            out[target][~values_valid] = 0
        valid[target] = values_valid
        return out, valid

    def close(self) -> None:
        """Closes the files of all threads."""
        self._decoded.close()
        self._handles.close()


def open_aligned(
    source: str | Path | RasterSpec,
    grid: Grid,
    *,
    classes: bool = False,
    without: Collection[str] = (),
    first: bool = False,
    warn: Warn = ignore_warnings,
) -> AlignedLayer:
    """Opens a raster to be read on the scene's grid.

    Grids that differ by whole pixels are read directly; others are warped: bilinear, averaged where the source is much
    finer, or nearest neighbour for classes. Rotated and south-up grids are supported on both sides. If either side
    lacks a georeference, the shapes must agree, and pixels correspond one to one.

    Args:
        source: a path that GDAL opens, or a RasterSpec.
        grid: the scene's grid.
        classes: whether the values are classes or a mask, which are never interpolated.
        without: names of bands to leave out.
        first: read only the first of the bands.
        warn: called with (code, message): `assumed-aligned`, `crs-assumed`.

    Raises:
        InputError: `file-missing`, `raster-unreadable`, `raster-no-bands`, `complex-dtype`, `grid-mismatch`,
            `crs-unknown`.
    """
    spec = as_spec(source)
    with examined(spec.path, title=spec.title) as dataset:
        numbers = tuple(
            i
            for i, (colour, name) in enumerate(zip(dataset.colorinterp, dataset.descriptions, strict=True), 1)
            if colour != ColorInterp.alpha and name not in without
        )[: 1 if first else None]
        if not numbers:
            raise InputError(
                "raster-no-bands", f"{spec.title} has no bands to read.", "Give a raster with image bands."
            )
        require_real(dataset, numbers, spec.title)
        own = grid_of(dataset)
        flags = dataset.mask_flag_enums[numbers[0] - 1]
        nodata = nodata_of(dataset, numbers[0], spec)
    if spec.names is not None and not first and len(spec.names) != len(numbers):
        raise InputError("bands-miscounted", f"{spec.title} has {len(numbers)} bands, {len(spec.names)} were named.")
    own, target = _comparable(own, grid, title=spec.title, warn=warn)
    shift = whole_pixel_shift(own, target)
    if shift is not None:
        opener = partial(open_raster, spec.path, title=spec.title)
        return AlignedLayer(spec, grid, numbers, shift, opener, content=spec.path)
    options = _warp_options(own, target, classes=classes)
    if nodata is not None or MaskFlags.per_dataset not in flags:
        options["src_nodata"] = nodata
    layer = AlignedLayer(
        spec, grid, numbers, None, lambda: _open_warped(spec, own, target, options),
        content=(spec.path, repr(own), repr(target), repr(options)),
    )  # fmt: skip
    layer._handles.get()  # fail now, not in the middle of a run, if the CRS cannot be transformed
    return layer


def require_real(dataset: rasterio.DatasetReader, numbers: Sequence[int], title: str) -> None:
    """Raises InputError `complex-dtype` where one of these bands (1-based) holds complex numbers."""
    if any(np.dtype(dataset.dtypes[i - 1]).kind == "c" for i in numbers):
        raise InputError("complex-dtype", f"{title} holds complex numbers.", "Give intensities or dB instead.")


def _open_warped(spec: RasterSpec, own: Grid, target: Grid, options: dict[str, Any]) -> WarpedVRT:
    dataset = open_raster(spec.path, title=spec.title)
    try:
        with gdal_env():
            return WarpedVRT(
                dataset,
                src_crs=own.crs,
                src_transform=own.transform,
                crs=target.crs,
                transform=target.transform,
                width=target.width,
                height=target.height,
                dtype="float32",
                nodata=math.nan,
                tolerance=TOLERANCE,
                **options,
            )
    except (*GDAL_ERRORS, CRSError) as error:
        dataset.close()
        raise _crs_unknown(spec.title, error) from error


def _crs_unknown(title: str, error: Exception) -> InputError:
    return InputError(
        "crs-unknown",
        f"{title} cannot be brought onto the scene's grid: {str(error).splitlines()[0].rstrip('.')}.",
        "Assign both files a known coordinate reference system, for example with gdal_edit.py -a_srs.",
    )


def _comparable(own: Grid, grid: Grid, *, title: str, warn: Warn) -> tuple[Grid, Grid]:
    """Both grids with comparable CRS and transform, where one or both lack a georeference or a CRS."""
    if own.georeferenced != grid.georeferenced or not grid.georeferenced:
        if own.shape != grid.shape:
            raise InputError(
                "grid-mismatch",
                f"{title} ({own.width} x {own.height}) and the scene ({grid.width} x {grid.height}) differ in size, "
                "and not both carry a georeference.",
                "Give files of the same size, or georeference both.",
            )
        if own.georeferenced != grid.georeferenced:
            warn(
                "assumed-aligned", f"Only one of the scene and {title} carries a georeference; taken as the same grid."
            )
        return grid, grid
    if (own.crs is None) != (grid.crs is None):
        warn("crs-assumed", f"Only one of the scene and {title} names a CRS; taken as the same.")
    crs = own.crs or grid.crs or _STAND_IN
    return replace(own, crs=crs), replace(grid, crs=grid.crs or crs)


def whole_pixel_shift(own: Grid, grid: Grid) -> tuple[int, int] | None:
    """(rows, cols) offset from a pixel of `grid` to the coincident pixel of `own`; None where they do not align.

    Tolerates a thousandth of a pixel of disagreement over the whole grid (rounded corner coordinates).
    """
    if own.crs != grid.crs:
        return None
    between = ~own.transform @ grid.transform
    shift = round(between.f), round(between.c)
    worst = max(
        math.dist(between @ corner, (corner[0] + shift[1], corner[1] + shift[0]))
        for corner in [(0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height)]
    )
    return shift if worst < 1e-3 else None


def _warp_options(own: Grid, grid: Grid, *, classes: bool) -> dict[str, Any]:
    """Resampling, and a fixed kernel scale, which GDAL would otherwise estimate separately for each window read."""
    try:
        across, down = source_pixels_per_pixel(own, grid)
    except (*GDAL_ERRORS, CRSError):
        across = down = 1.0
    finer = max(across, down)
    resampling = Resampling.nearest if classes else Resampling.average if finer >= FINER else Resampling.bilinear
    scales = {"XSCALE": min(1.0, 1 / across), "YSCALE": min(1.0, 1 / down)}
    # nodata per band: otherwise GDAL interpolates nodata values where only some of the bands have them
    always = {"resampling": resampling, "SOURCE_EXTRA": math.ceil(finer) + 8, "UNIFIED_SRC_NODATA": "NO"}
    return {**always, **({} if classes else scales)}


def source_pixels_per_pixel(own: Grid, grid: Grid) -> tuple[float, float]:
    """(along columns, along rows): number of pixels of `own` that a pixel of `grid` spans, at the centre of `grid`."""
    centre = grid.window_transform(Window(grid.height // 2, grid.width // 2, 1, 1))
    steps = [centre @ corner for corner in [(0, 0), (1, 0), (0, 1)]]
    if own.crs != grid.crs:
        xs, ys = rasterio.warp.transform(grid.crs, own.crs, *map(list, zip(*steps, strict=True)))
        steps = list(zip(xs, ys, strict=True))
    if not np.isfinite(steps).all():
        return 1.0, 1.0
    origin, right, below = (~own.transform @ step for step in steps)
    dx = abs(right[0] - origin[0]), abs(below[0] - origin[0])
    dy = abs(right[1] - origin[1]), abs(below[1] - origin[1])
    return max(*dx, 1e-6), max(*dy, 1e-6)


def _overlaps(grid: Grid, own: Grid, shift: tuple[int, int] | None) -> bool:
    """Whether the extents intersect; True where that is unknown."""
    if shift is not None:
        moved = Window(shift[0], shift[1], grid.height, grid.width)
        return moved.intersection(own.window) is not None
    bounds = bounds_in(own, grid.crs)
    return bounds is None or Grid.window_of_bounds(grid, bounds) is not None


def bounds_in(own: Grid, crs: CRS | None) -> tuple[float, float, float, float] | None:
    """(xmin, ymin, xmax, ymax) of a grid in another CRS, or None where that cannot be computed."""
    if own.crs is None or crs is None or own.crs == crs:
        return own.bounds_xy
    try:
        bounds = transform_bounds(own.crs, crs, *own.bounds_xy, densify_pts=21)
    except (*GDAL_ERRORS, CRSError):
        return None
    return bounds if np.isfinite(bounds).all() else None


def to_scene_dn(
    theirs: tuple[Radiometry, ...],
    ours: tuple[Radiometry, ...],
    *,
    integers: tuple[bool, bool],
    title: str,
    warn: Warn = ignore_warnings,
) -> tuple[np.ndarray, np.ndarray]:
    """(gain, shift), each (bands,) float32, that convert a reference's DN to the scene's: dn = theirs * gain + shift.

    Where one side declares a scale like Sentinel-2's (about 1e-4) and the other side's integers declare none, the
    latter are taken as Sentinel-2 DN with scale 1e-4 and offset 0, with the warning `radiometry-assumed`.

    Args:
        theirs: the reference's radiometry, one per matched band.
        ours: the scene's, in the same order.
        integers: whether the reference holds integers, and whether the scene does.
        title: the reference's name in messages.
        warn: called with (code, message).
    """
    pairs = []
    for their, our in zip(theirs, ours, strict=True):
        if their.plain != our.plain and integers[0 if their.plain else 1]:
            declared = our if their.plain else their
            if 0.5 * SENTINEL2_SCALE <= declared.scale <= 2 * SENTINEL2_SCALE:
                assumed = Radiometry(SENTINEL2_SCALE, 0.0)
                their, our = (assumed, our) if their.plain else (their, assumed)
                side = f"{title} declares" if declared is our else "The scene declares"
                warn("radiometry-assumed", f"{side} no scale and offset; 0.0001 and 0 are assumed.")
        pairs.append(their.to(our))
    gains, shifts = zip(*pairs, strict=True)
    return np.array(gains, dtype=np.float32), np.array(shifts, dtype=np.float32)
