"""The scene: opening what is to be filled, checking that it can be, and reading it window by window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, MaskFlags

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.bands import choose_bands
from geoinpaint_engine.raster.decoded import DecodedBlocks
from geoinpaint_engine.raster.file_facts import remembered
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import Handles, open_raster, reading
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec, in_memory

Warn = Callable[[str, str], None]

FARTHEST = 1e18  # a larger float, such as -3.4e38, is not a measurement but an undeclared nodata value
SAMPLED = 64  # px a side of the sampled windows of an alpha band
PROBES, PROBE = 8, 8  # cells along each side, in each of which a window is sampled for zeros, and px a side of a window
EMPTY = 0.01  # share of a raster's pixels that are 0 in every band above which 0 is taken as nodata
MANY_VALUES = 16  # distinct values of an alpha band that may be an image; soft edges too, but mostly 0 or full


def ignore_warnings(code: str, message: str) -> None:
    """A `warn` that discards warnings."""


def as_spec(source: str | Path | RasterSpec) -> RasterSpec:
    """A RasterSpec of a path, or the given one."""
    return source if isinstance(source, RasterSpec) else RasterSpec(str(source))


def grid_of(dataset: rasterio.DatasetReader) -> Grid:
    """The grid of an open dataset."""
    return Grid(dataset.crs or None, dataset.transform, dataset.height, dataset.width)


def band_radiometry(dataset: rasterio.DatasetReader, number: int) -> Radiometry:
    """Scale and offset that the file declares for a band (1-based); a scale of 0 or NaN counts as undeclared."""
    scale, offset = float(dataset.scales[number - 1]), float(dataset.offsets[number - 1])
    return Radiometry(scale, offset) if scale and np.isfinite(scale) and np.isfinite(offset) else Radiometry()


def nodata_of(dataset: rasterio.DatasetReader, number: int, spec: RasterSpec) -> float | None:
    """The value that means "no data" in a band (1-based), or None; one that the dtype cannot hold is none."""
    value = spec.nodata if spec.nodata is not None else dataset.nodatavals[number - 1]
    dtype = np.dtype(dataset.dtypes[number - 1])
    if value is None or dtype.kind == "f":
        return value
    info = np.iinfo(dtype)
    return value if float(value).is_integer() and info.min <= value <= info.max else None


def is_nodata(values: np.ndarray, nodata: float | None) -> np.ndarray:
    """Where `values` (any shape) equal the nodata value of their band, compared in their own dtype, or are NaN."""
    missing = np.isnan(values) if values.dtype.kind == "f" else np.zeros(values.shape, dtype=bool)
    if nodata is None or np.isnan(nodata):
        return missing
    with np.errstate(over="ignore"):
        return missing | (values == np.asarray(nodata).astype(values.dtype))


class Scene:
    """An opened scene; safe to read from several threads. Use `open_scene`.

    Attributes:
        spec: what was opened.
        grid: the scene's pixel grid.
        numbers: 1-based numbers of the selected bands in the file.
        band_names: their display names ("B02", or "band 1" where the file has none).
        descriptions: their names in the file ("" where it has none).
        all_count: number of bands in the file, without alpha.
        all_descriptions: the names of all of these.
        dtype: the common dtype of the selected bands.
        nodata: for each selected band, the nodata value or None.
        radiometry: for each selected band, scale and offset.
        alpha: 1-based number of the alpha band, or None.
        masked: whether the file has a mask band of its own (internal, or a .msk beside it).
        date: ISO date or "".
        files: the files behind the scene, to check that the output is none of them.
    """

    def __init__(self, spec: RasterSpec, bands: Sequence[str | int]) -> None:
        self.spec = spec
        self.title = spec.title
        self.handles = Handles(lambda: open_raster(spec.path, title=spec.title))
        dataset = self.handles.get()
        _check_bands(dataset, self.title)
        self.grid = grid_of(dataset)
        alphas = [i for i, colour in enumerate(dataset.colorinterp, 1) if colour == ColorInterp.alpha]
        colours = [i for i in dataset.indexes if i not in alphas]
        if not colours:
            raise InputError(
                "scene-no-bands", f"{self.title} has no band but alpha.", "Give a raster with image bands."
            )
        self.alpha: int | None = alphas[0] if alphas else None
        names = spec.names or tuple(dataset.descriptions[i - 1] or "" for i in colours)
        if len(names) != len(colours):
            raise UsageError("bands-miscounted", f"{self.title} has {len(colours)} bands, {len(names)} were named.")
        shown = [name or f"band {i}" for i, name in zip(colours, names, strict=True)]
        chosen = choose_bands(bands, shown, title=self.title)
        self.all_count = len(colours)
        self.all_descriptions = tuple(names)
        self.positions = chosen
        self.numbers = tuple(colours[i - 1] for i in chosen)
        self.band_names = tuple(shown[i - 1] for i in chosen)
        self.descriptions = tuple(names[i - 1] for i in chosen)
        dtypes = [np.dtype(dataset.dtypes[i - 1]) for i in self.numbers]
        if any(dtype.kind == "c" for dtype in dtypes):
            raise InputError(
                "complex-dtype", f"{self.title} holds complex numbers.", "Give intensities or reflectances instead."
            )
        self.dtype = np.result_type(*dtypes)
        self.nodata = tuple(nodata_of(dataset, i, spec) for i in self.numbers)
        given = spec.radiometry
        self.radiometry = tuple(
            given[p - 1] if given else band_radiometry(dataset, i)
            for p, i in zip(self.positions, self.numbers, strict=True)
        )
        self.masked = MaskFlags.per_dataset in dataset.mask_flag_enums[self.numbers[0] - 1] and self.alpha is None
        self.date = spec.date
        self.files = tuple(dataset.files) or (spec.path,)
        self._decoded = DecodedBlocks(
            self.handles, self.numbers, self.dtype, None if in_memory(spec.path) else spec.path
        )

    @property
    def count(self) -> int:
        """Number of selected bands."""
        return len(self.numbers)

    @property
    def block(self) -> int:
        """Side in px of the blocks in which to stream the scene: at most 32 MiB of float32 each."""
        return 1024 if self.count <= 8 else 512 if self.count <= 32 else 256

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(bands, rows, cols) in the scene's dtype, and (rows, cols) bool: valid in every selected band.

        Raises:
            InputError: `raster-unreadable`, `scene-not-finite`.
        """
        data, valid = self.read_bands(window)
        return data, np.all(valid, axis=0)

    def read_bands(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """As `read`, with the validity per band: (bands, rows, cols) bool; NaN is never valid."""
        dataset = self.handles.get()
        with reading(self.title):
            data = self._decoded.read(window)
            outside = self._outside(dataset, window)
        valid = ~np.stack([is_nodata(band, nodata) for band, nodata in zip(data, self.nodata, strict=True)])
        if outside is not None:
            valid &= ~outside
        if self.dtype.kind == "f" and not (np.abs(data[valid]) < FARTHEST).all():
            raise InputError(
                "scene-not-finite",
                f"{self.title} holds infinity or numbers beyond {FARTHEST:.0e} where it should have values.",
                "Declare them as its nodata value (gdal_edit.py -a_nodata inf), or replace them.",
            )
        return data, valid

    def read_raw(self, window: Window) -> np.ndarray:
        """(bands, rows, cols) in the scene's dtype, valid or not."""
        with reading(self.title):
            return self._decoded.read(window)

    def read_valid(self, window: Window) -> np.ndarray:
        """(bands, rows, cols) bool: where each selected band has data; reads nothing where that is certain."""
        certain = self.dtype.kind != "f" and self.alpha is None and not self.masked
        if certain and all(value is None for value in self.nodata):
            return np.ones((self.count, *window.shape), dtype=bool)
        return self.read_bands(window)[1]

    def read_empty(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: pixels that are 0 in every band, where that means that they are empty."""
        if not self.zeros_empty:
            return np.zeros(window.shape, dtype=bool)
        return np.asarray((self.read_raw(window) == 0).all(axis=0))

    @cached_property
    def zeros_empty(self) -> bool:
        """Whether pixels outside the mask that are 0 in every band are empty, which nobody has declared; sampled."""

        def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
            data = self.read_raw(window)
            return data, ~np.stack([is_nodata(band, None) for band in data])

        if self.tells_nodata:
            return False
        share = remembered(
            self.files, ("zeros", self.numbers), lambda: zero_share(self.grid.window, read, self.count)
        )
        return share >= EMPTY

    @property
    def tells_nodata(self) -> bool:
        """Whether it declares what is no data: a value, an alpha band or a mask band."""
        return self.masked or self.alpha is not None or any(value is not None for value in self.nodata)

    @property
    def paletted(self) -> bool:
        """Whether a band holds numbers of a colour table."""
        colours = self.handles.get().colorinterp
        return any(colours[number - 1] == ColorInterp.palette for number in self.numbers)

    def _outside(self, dataset: rasterio.DatasetReader, window: Window) -> np.ndarray | None:
        """(rows, cols) bool, True where the file's own mask or alpha band marks nodata; None: it has neither."""
        if self.alpha is not None:
            return dataset.read(self.alpha, window=window.ranges) == 0
        if self.masked:
            return dataset.read_masks(self.numbers[0], window=window.ranges) == 0
        return None

    def read_alpha(self, window: Window) -> np.ndarray:
        """(rows, cols): the alpha band unchanged, in the scene's dtype."""
        with reading(self.title):
            return self.handles.get().read(self.alpha, window=window.ranges, out_dtype=self.dtype)

    def read_own_mask(self, window: Window) -> np.ndarray:
        """(rows, cols) uint8: the file's own mask band, 255 where there is data."""
        with reading(self.title):
            return self.handles.get().read_masks(self.numbers[0], window=window.ranges)

    def close(self) -> None:
        """Closes the files of all threads."""
        self._decoded.close()
        self.handles.close()

    def __enter__(self) -> Scene:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_scene(
    source: str | Path | RasterSpec, *, bands: Sequence[str | int] = (), warn: Warn = ignore_warnings
) -> Scene:
    """Opens the raster to be filled.

    Args:
        source: a path that GDAL opens, or a RasterSpec with known names, radiometry, nodata and date.
        bands: names or 1-based numbers of the bands to fill, in that order; empty = all (never alpha).
        warn: called with (code, message): `no-georeference`, `nodata-differs`, `alpha-copied`.

    Raises:
        InputError: `file-missing`, `raster-unreadable`, `raster-no-bands`, `scene-no-bands`, `band-missing`,
            `complex-dtype`, `raster-too-large`.
        UsageError: `band-twice`.
    """
    scene = Scene(as_spec(source), bands)
    if not scene.grid.georeferenced and not in_memory(scene.spec.path):
        warn("no-georeference", f"{scene.title} carries no georeference; the output will carry none either.")
    if len({repr(value) for value in scene.nodata}) > 1:
        warn("nodata-differs", f"The bands of {scene.title} differ in nodata; the output declares the first band's.")
    if scene.alpha is not None and _shows_ground(scene):
        warn(
            "alpha-copied",
            f"Band {scene.alpha} of {scene.title} is marked as alpha (opacity) though it looks like an image: it is"
            " copied, not filled. If it is a band, such as near-infrared, mark it as one"
            f" (gdal_edit.py -colorinterp_{scene.alpha} undefined FILE).",
        )
    return scene


def zero_share(bounds: Window, read: Callable[[Window], tuple[np.ndarray, np.ndarray]], bands: int) -> float:
    """Sampled share of a raster's pixels that are 0 in every band; 0 for a single band.

    Args:
        bounds: of the raster.
        read: gives (bands, rows, cols) of a window, and where that is valid, (rows, cols) or (bands, rows, cols) bool.
        bands: how many there are.
    """
    if bands < 2:
        return 0.0
    empty = valid_pixels = 0
    for window in _probes(bounds):
        data, valid = read(window)
        known = valid if valid.ndim == 2 else valid.all(axis=0)
        valid_pixels += int(np.count_nonzero(known))
        empty += int(np.count_nonzero(known & (data == 0).all(axis=0)))
    return empty / max(valid_pixels, 1)


def _probes(bounds: Window) -> list[Window]:
    """Sampled windows, one in each cell of PROBES x PROBES.

    Each lies elsewhere in its cell, so that the rows and the columns of all are spread evenly from edge to edge (a
    Latin hypercube): at the same place in each, all would miss a border that is narrower than half a cell.
    """
    row_step, col_step = (max(side - PROBE, 0) / (PROBES**2 - 1) for side in bounds.shape)
    order = [3 * n % PROBES for n in range(PROBES)]  # any permutation
    places = {
        (round((n * PROBES + order[m]) * row_step), round((m * PROBES + order[n]) * col_step))
        for n in range(PROBES)
        for m in range(PROBES)
    }
    windows = (Window(bounds.row + row, bounds.col + col, PROBE, PROBE) for row, col in sorted(places))
    return [part for window in windows if (part := window.intersection(bounds)) is not None]


def _shows_ground(scene: Scene) -> bool:
    """Whether an alpha band has many distinct values, as an image does, in three sampled windows."""
    rows, cols = scene.grid.height, scene.grid.width
    values = []
    for share in (0.25, 0.5, 0.75):
        window = Window(int(share * rows), int(share * cols), SAMPLED, SAMPLED).intersection(scene.grid.window)
        if window is not None:
            values.append(scene.read_alpha(window).ravel())
    found = np.concatenate(values)
    ends = (found == 0) | (found == found.max())
    return bool(np.unique(found).size >= MANY_VALUES and ends.mean() < 0.5)


def _check_bands(dataset: rasterio.DatasetReader, title: str) -> None:
    if dataset.count == 0:
        hint = "Name one of its subdatasets." if dataset.subdatasets else "Give a raster with image bands."
        raise InputError("raster-no-bands", f"{title} has no raster bands.", hint)
