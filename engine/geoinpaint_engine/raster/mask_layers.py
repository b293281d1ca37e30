"""Mask sources on the scene's grid: rasters by their classes, vectors of any OGR format."""

from __future__ import annotations

import math
import warnings
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Literal, Protocol

import numpy as np
import pyogrio
import pyogrio.errors
from affine import Affine
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.features import rasterize
from rasterio.warp import transform as transform_points

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.admission import admit
from geoinpaint_engine.raster.align import AlignedLayer, bounds_in, open_aligned
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import GDAL_ERRORS, examined
from geoinpaint_engine.raster.scene import Warn, as_spec, ignore_warnings
from geoinpaint_engine.raster.shapes import Polygon, clipped, densified, moved, polygons_of_wkb
from geoinpaint_engine.raster.spec import RasterSpec


class MaskLayer(Protocol):
    """A mask source on the scene's grid. Safe to read from several threads."""

    @property
    def title(self) -> str:
        """Its name in messages."""

    @property
    def overlaps(self) -> bool:
        """Whether its extent meets the scene's."""

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where masked; False outside its extent and where it has no data."""


MAX_GML_BYTES = 2**28
VECTOR_ERRORS = (
    *(pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.CRSError),
    *(pyogrio.errors.FeatureError, pyogrio.errors.GeometryError, pyogrio.errors.FieldError),
)
NAME_FIELDS = ("name", "title", "label", "id")
LONGEST_NAME = 80  # characters of a feature's name
MANY = 3  # a mask may distinguish cloud, shadow and cirrus; more values suggest a classification
LISTED = 12  # values that a message lists; a Sentinel-2 classification has as many
EVERY = 4  # px between the pixels whose values are sampled


class RasterMask:
    """A mask from band 1 of a raster: where it is not zero, or where it is one of the classes.

    Attributes:
        values: sampled values that were masked without classes; enough to notice a classification.
        detected: whether it is the engine's own, of what looks like cloud or shadow.
    """

    detected = False

    def __init__(self, layer: AlignedLayer, classes: Collection[int] | None) -> None:
        self._layer = layer
        self._classes = None if classes is None else np.array(sorted(classes), dtype=np.float32)
        self.values: frozenset[float] = frozenset()
        self._others: frozenset[float] = frozenset()  # sampled values that are none of the classes

    @property
    def title(self) -> str:
        """Its name in messages."""
        return self._layer.title

    @property
    def overlaps(self) -> bool:
        """Whether its extent meets the scene's."""
        return self._layer.overlaps

    @property
    def nothing(self) -> str | None:
        """What to do where it masks nothing, for what is special about it; None without a reason to tell."""
        value = self._layer.nodata[0]
        if value and not np.isnan(value) and (self._classes is None or value in self._classes):
            return f"{self.title} declares {value:g} no data: unset that (gdal_edit.py -unsetnodata) if it marks holes."
        if self._classes is None or not self._others:
            return None
        seen = [f"{value:g}" for value in sorted(self._others)]
        values = f"{', '.join(seen[:LISTED])}{', ...' if len(seen) > LISTED else ''}"
        sought = ", ".join(f"{value:g}" for value in self._classes)
        return f"{self.title} has {values} there, and none of the classes {sought}: name others if any is to be filled."

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where masked."""
        data, valid = self._layer.read_bands(window)
        if self._classes is not None:
            masked = valid[0] & np.isin(data[0], self._classes)
            if len(self._others) <= LISTED:
                self._others |= _sampled(data[0], valid[0] & ~masked, LISTED)
            return masked
        masked = valid[0] & (data[0] != 0)
        if len(self.values) <= MANY:
            self.values |= _sampled(data[0], masked, MANY)
        return masked

    @property
    def unsorted(self) -> bool:
        """Whether it looks like a classification for which no classes were given."""
        return len(self.values) > MANY


def _sampled(data: np.ndarray, there: np.ndarray, most: int) -> set[float]:
    """Values of (rows, cols) where `there`, of every few pixels: at most one more than `most`, the least."""
    return set(np.unique(data[::EVERY, ::EVERY][there[::EVERY, ::EVERY]])[: most + 1].tolist())


class VectorMask:
    """A mask from the polygons of a vector layer: pixels whose centre lies inside one.

    Attributes:
        title: what to call it in messages.
        empty: whether the layer holds no shape at all, here or elsewhere.
        overlaps: whether a polygon's box meets the scene.
        box: (first column, first row, last column, last row) around the polygons that meet it, in pixels; None where
            none does.
    """

    def __init__(self, polygons: list[Polygon], grid: Grid, title: str, *, empty: bool = False) -> None:
        self.title = title
        self.empty = empty
        self._shapes: list[dict[str, Any]] = []
        boxes = []
        for polygon in polygons:
            self._shapes.append({"type": "Polygon", "coordinates": [ring.tolist() for ring in polygon]})
            boxes.append([*polygon[0].min(axis=0), *polygon[0].max(axis=0)])
        self._boxes = np.array(boxes, dtype=np.float64).reshape(-1, 4)
        near = self._boxes[self._hits(grid.window)]
        self.overlaps = len(near) > 0
        self.box = (*near[:, :2].min(axis=0), *near[:, 2:].max(axis=0)) if self.overlaps else None

    @property
    def nothing(self) -> str:
        """What to do where it masks nothing although a polygon's box meets the scene."""
        return f"No pixel's centre lies in the shapes of {self.title}: draw them larger, or grow the mask."

    def _hits(self, window: Window) -> np.ndarray:
        xmin, ymin, xmax, ymax = self._boxes.T
        return (xmin < window.col_stop) & (xmax > window.col) & (ymin < window.row_stop) & (ymax > window.row)

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where a polygon covers the pixel's centre."""
        shapes = [self._shapes[i] for i in np.flatnonzero(self._hits(window))]
        if not shapes:
            return np.zeros(window.shape, dtype=bool)
        offset = Affine.translation(window.col, window.row)
        return rasterize(shapes, out_shape=window.shape, transform=offset, dtype="uint8").astype(bool)


def open_mask(
    source: str | Path | RasterSpec,
    grid: Grid,
    *,
    layer: str | None = None,
    classes: Collection[int] | None = None,
    warn: Warn = ignore_warnings,
) -> MaskLayer:
    """Opens a raster or vector mask source on the scene's grid.

    Args:
        source: a path that GDAL opens.
        grid: the scene's grid.
        layer: the layer of a vector file with several; naming one says that the file is read as a vector.
        classes: values of band 1 that mask; None = all but zero.
        warn: called with (code, message).

    Raises:
        InputError: `file-missing`, `mask-unreadable`, `mask-layer-missing`, `mask-no-polygons`, and those of
            `open_aligned`.
    """
    spec = as_spec(source)
    if layer is None and _is_raster(spec):
        return RasterMask(open_aligned(spec, grid, classes=True, first=True, warn=warn), classes)
    try:
        return open_vector(spec, grid, layer, role="mask", warn=warn)
    except InputError as error:
        if layer is None or error.code != "mask-unreadable" or not _is_raster(spec):
            raise
        raise InputError(
            "mask-layer-missing", f"The mask {spec.title} is a raster, which has no layer {layer!r}.",
            "Leave the layer out.",
        ) from error  # fmt: skip


def open_detected(path: PurePath, grid: Grid, *, classes: Collection[int] | None = None) -> MaskLayer:
    """Opens what the engine has stored of what looks like cloud or shadow; see `open_mask`."""
    mask = RasterMask(open_aligned(str(path), grid, classes=True, first=True), classes)
    mask.detected = True
    return mask


def _is_raster(spec: RasterSpec) -> bool:
    try:
        with examined(spec.path, title=spec.title) as dataset:
            return bool(dataset.count > 0)
    except InputError as error:
        if error.code != "raster-unreadable":
            raise
        return False


def open_vector(
    spec: RasterSpec, grid: Grid, layer: str | None, *, role: Literal["mask", "area"], warn: Warn = ignore_warnings
) -> VectorMask:
    """Opens the polygons of a vector file on the scene's grid.

    Args:
        spec: a path that OGR opens.
        grid: the scene's grid.
        layer: its layer; None = the first.
        role: what they are for, which the messages and their codes say.
        warn: called with (code, message).

    Raises:
        InputError: `file-missing`, and of each role `...-unreadable`, `...-layer-missing`, `...-no-polygons`.
    """
    features, count = _features_of(spec, grid, layer, role=role, warn=warn)
    placed = [polygon for feature in features for polygon in feature.placed]
    return VectorMask(placed, grid, spec.title, empty=count == 0)


def open_shapes(
    spec: RasterSpec, grid: Grid, layer: str | None = None, *, warn: Warn = ignore_warnings
) -> list[tuple[str, VectorMask]]:
    """Opens each feature of a vector file on a grid by itself: its name and its polygons, in the file's order.

    A feature is called what its field `name` (or `id`) says, else by its number.

    Args:
        spec: a path that OGR opens.
        grid: of the images.
        layer: its layer; None = the first.
        warn: called with (code, message).

    Raises:
        InputError: `file-missing`, `shapes-unreadable`, `shapes-layer-missing`, `shapes-no-polygons`.
    """
    features, _ = _features_of(spec, grid, layer, role="shapes", warn=warn, named=True)
    return [(one.name, VectorMask(one.placed, grid, one.name)) for one in features]


@dataclass(frozen=True)
class _Feature:
    """What a feature is called, and its polygons in (column, row) coordinates of a grid."""

    name: str
    placed: list[Polygon]


def _features_of(
    spec: RasterSpec, grid: Grid, layer: str | None, *, role: Literal["mask", "area", "shapes"], warn: Warn,
    named: bool = False,
) -> tuple[list[_Feature], int]:  # fmt: skip
    """(the features near the grid; where `named` all that have polygons, number of features, 0 where all are empty)."""
    admit(spec.path, spec.title)
    try:
        file = _vector_file(spec.path)
        layers = [str(name) for name in pyogrio.list_layers(file)[:, 0]]
        if layer is not None and layer not in layers:
            raise InputError(
                f"{role}-layer-missing", f"{spec.title} has no layer {layer!r}.", f"It has {', '.join(layers)}."
            )
        chosen = layer or layers[0]
        info = pyogrio.read_info(file, layer=chosen)
        crs = CRS.from_user_input(info["crs"]) if info["crs"] else None
        box = _box_around(grid, crs)
        near = box if math.isfinite(box[0]) and grid.georeferenced and not named else None
        field = (
            next((name for name in map(str, info["fields"]) if name.lower() in NAME_FIELDS), None) if named else None
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # measures (M) and curves are dropped, which is what a mask wants
            _, _, geometries, fields = pyogrio.raw.read(
                file, layer=chosen, columns=[] if field is None else [field], force_2d=True, bbox=near
            )
        shapes = info["features"] if len(geometries) or _lies_somewhere(file, chosen) else 0
        parsed = [[] if wkb is None else polygons_of_wkb(bytes(wkb)) for wkb in geometries]
        if not grid.georeferenced:
            parsed = _upright(parsed)
        features = [
            _Feature(_name(fields, number), list(_in_pixels(polygons, grid, crs, box)))
            for number, polygons in enumerate(parsed)
            if polygons
        ]
    except (*VECTOR_ERRORS, *GDAL_ERRORS, CRSError, OSError, ValueError, IndexError, RecursionError) as error:
        kind = {"mask": "a raster or vector mask", "area": "the shapes of an area", "shapes": "polygons"}[role]
        raise InputError(
            f"{role}-unreadable",
            f"{spec.title} cannot be read as {kind}: {_reason(error)}.",
            f"Give a file that {'GDAL or OGR' if role == 'mask' else 'OGR'} can open.",
        ) from error
    if layer is None and len(layers) > 1:
        warn(f"{role}-first-layer", f"{spec.title} has {len(layers)} layers; {chosen!r} is used.")
    if len(geometries) and not any(parsed):
        raise InputError(f"{role}-no-polygons", f"{spec.title} has no polygons.", "Give areas, not points or lines.")
    if crs is None and grid.crs is not None:
        warn("crs-assumed", f"{spec.title} names no CRS; it is taken to be in the scene's.")
    return features, shapes


def _lies_somewhere(file: str | bytes, layer: str) -> bool:
    """Whether any feature of a layer has a geometry that is not empty."""
    bounds = pyogrio.read_info(file, layer=layer, force_total_bounds=True)["total_bounds"]
    return bounds is not None and bool(np.isfinite(bounds).all())


def _name(fields: Sequence[Any], number: int) -> str:
    """What a feature is called."""
    value = str(fields[0][number]).strip() if len(fields) and fields[0][number] is not None else ""
    return value[:LONGEST_NAME] if value.isprintable() and value else f"polygon {number + 1}"


def _vector_file(path: str) -> str | bytes:
    """What OGR is given: GML as its bytes, since its driver would leave a .gfs file beside a file."""
    file = Path(path)
    if file.suffix.lower() != ".gml" or not file.is_file():
        return path
    if file.stat().st_size > MAX_GML_BYTES:
        raise ValueError(f"it has more than {MAX_GML_BYTES} bytes; convert it to a GeoPackage")
    return file.read_bytes()


def _reason(error: Exception) -> str:
    """What OGR says, without its advice to programmers."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    return text.split(";")[0].rstrip(".")


def _upright(features: list[list[Polygon]]) -> list[list[Polygon]]:
    """Shapes drawn over a scene without georeference: QGIS shows its rows at negative y, rasterio counts them up."""
    if any(polygon[0][:, 1].max() > 0 for polygons in features for polygon in polygons):
        return features
    return [[[ring * [1.0, -1.0] for ring in polygon] for polygon in polygons] for polygons in features]


def _box_around(grid: Grid, crs: CRS | None) -> tuple[float, float, float, float]:
    """The scene's extent in the vector's CRS, generously padded: polygons outside are ignored."""
    bounds = bounds_in(grid, crs)
    if bounds is None:
        return (-math.inf, -math.inf, math.inf, math.inf)
    xmin, ymin, xmax, ymax = bounds
    pad = 0.05 * max(xmax - xmin, ymax - ymin) + 1e-9
    return xmin - pad, ymin - pad, xmax + pad, ymax + pad


def _in_pixels(
    polygons: list[Polygon], grid: Grid, crs: CRS | None, box: tuple[float, float, float, float]
) -> Iterator[Polygon]:
    """The polygons in (column, row) coordinates of the grid, cut to the scene's surroundings."""
    to_pixels = ~grid.transform
    foreign = crs is not None and grid.crs is not None and crs != grid.crs
    # edges of 2 km bend by centimetres when reprojected
    longest = 2000.0 if crs is None or not crs.is_geographic else 0.02

    def place(points: np.ndarray) -> np.ndarray:
        xs, ys = points[:, 0], points[:, 1]
        if foreign:
            xs, ys = (np.asarray(v) for v in transform_points(crs, grid.crs, xs.tolist(), ys.tolist()))
        cols = to_pixels.a * xs + to_pixels.b * ys + to_pixels.c
        return np.stack([cols, to_pixels.d * xs + to_pixels.e * ys + to_pixels.f], axis=1)

    for polygon in polygons:
        inside = clipped(polygon, box) if math.isfinite(box[0]) else polygon
        if foreign:
            inside = [densified(ring, longest) for ring in inside]
        placed = moved(inside, place) if inside else []
        if placed:
            yield placed
