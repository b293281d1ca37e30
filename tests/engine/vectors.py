"""Vector files of polygons, written for a test."""

import warnings

import numpy as np
import pyogrio
from rasterio.warp import transform as transform_points


def polygon_wkb(*rings):
    """A polygon as little-endian WKB."""
    parts = [b"\x01", (3).to_bytes(4, "little"), len(rings).to_bytes(4, "little")]
    for ring in rings:
        parts += [len(ring).to_bytes(4, "little"), np.asarray(ring, dtype="<f8").tobytes()]
    return b"".join(parts)


def write_vector(path, wkbs, *, crs="EPSG:32633", layer=None, geometry_type="Polygon", driver=None, append=False):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a file without CRS is what some tests want
        pyogrio.raw.write(
            path,
            np.array(wkbs, dtype=object),
            [np.arange(len(wkbs))],
            ["number"],
            crs=crs,
            layer=layer,
            geometry_type=geometry_type,
            driver=driver,
            append=append,
        )
    return path


def ring_of(transform, pixels, crs=None):
    """Corners given in (col, row) as ground coordinates."""
    points = [transform @ (float(col), float(row)) for col, row in [*pixels, pixels[0]]]
    if crs is None:
        return points
    xs, ys = transform_points("EPSG:32633", crs, [x for x, _ in points], [y for _, y in points])
    return list(zip(xs, ys, strict=True))
