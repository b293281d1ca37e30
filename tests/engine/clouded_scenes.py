"""Scenes of a place with fields, some clouded: with soft edges that the mask misses, a shadow, and clear dates."""

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination import Series, judge, learn
from tests.engine.conftest import read_raster

SIZE = 128
NAMES = ("B02", "B03", "B04", "B08")
CLOUD = np.array([5000.0, 4900.0, 4800.0, 5200.0])[:, None, None]


def fields(rng, dates=4, change=0.06):
    """(dates, bands, rows, cols) of a place with fields: vegetation and soil, whose share changes a little."""
    parcel = np.kron(rng.random((SIZE // 8, SIZE // 8)), np.ones((8, 8)))
    green, soil = (np.array(c, float)[:, None, None] for c in ((300, 500, 350, 3200), (900, 1200, 1500, 2300)))
    images = []
    for _ in range(dates):
        share = np.clip(parcel + np.kron(rng.normal(0, change, (SIZE // 8, SIZE // 8)), np.ones((8, 8))), 0, 1)
        image = green * share + soil * (1 - share)
        images.append(image * rng.uniform(0.95, 1.05) + rng.normal(0, 25, image.shape))
    return np.stack(images)


def blob(row, col, radius):
    """(rows, cols) opacity of a round cloud with a soft edge."""
    rows, cols = np.mgrid[:SIZE, :SIZE]
    return np.clip((radius - np.hypot(rows - row, cols - col)) / 10, 0, 0.9)


def clouded(image, opacity):
    return image * (1 - opacity) + CLOUD * opacity


def soft_edged(rng, change=0.06):
    """A scene with a cloud whose soft edge the mask misses, a shadow, a harvested parcel; three clear dates."""
    images = fields(rng, change=change)
    truth = images[0].copy()
    parcel = np.s_[:, 88:104, 88:104]
    truth[parcel] = np.array([1100, 1400, 1900, 2100])[:, None, None]
    opacity = blob(40, 40, 26)
    shade = ndi.gaussian_filter((blob(40, 90, 22) > 0.3).astype(float), 1.5) * 0.5
    images[0] = clouded(truth * (1 - shade), opacity)
    return images, truth, opacity, shade, opacity > 0.5


def judged(images, hole):
    valid = np.ones((len(images), SIZE, SIZE), bool)
    valid[0] &= ~hole
    series = Series(images.astype(np.float32), valid, hole)
    clear = valid[0] & (ndi.distance_transform_edt(~hole) > 8 if hole.any() else True)
    trust = 0.75 if hole.any() else 0.5
    return series, judge(learn([series], [valid], clear=[clear], trust=trust, seed=0), series)


REFERENCES = [{"path": f"reference_{number}.tif"} for number in (1, 2, 3)]


def errors(folder, truth, where):
    result = read_raster(folder / "filled.tif").astype(float)
    return float(np.sqrt(((result - truth)[:, where] ** 2).mean()))


def warnings_of(events):
    return {event["code"]: event["message"] for event in events if event["event"] == "warning"}
