"""How each image follows from the others, and how ground changes between them without any cloud; robust against cloud.

Least trimmed squares (Rousseeuw 1984), trimmed within kinds of ground, so that no kind is left out as a whole; then the
covariance of what remains, by kind of ground. Where there are dates enough, the covariance is taken from the dates as
they follow from each other: heavy haze in the scene would make itself part of the scene's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi
from scipy.special import gammaincinv

from geoinpaint_engine.quality.contamination.series import Scores, Series, Standard, evidence, plain_cloud

PIXELS = 9000  # that are learned from
KINDS = 6  # of ground
RIDGE = 1e-3
ROUNDS, REFINED = 10, 4  # of trimming, and of taking back what fits
LEAST_PIXELS = 150  # that a prediction is fitted on
LEAST_OF_KIND = 60  # that a covariance of a kind of ground is taken from
OWN = 0.6  # share of a kind's own covariance, the rest is the scene's
KIND_SCALES = (0.3, 30.0)  # variance of a kind of ground in parts of the scene's
LEAST_SCALE = 1e-6  # of a covariance: ground of one value is predicted without any error, and has no spread
NOT_SINGULAR = 1e-12  # variance that is added, far below what any image shows, in DN or reflectance
SCENE_SCALES = (0.25, 2.25)  # variance of the scene's change in parts of the dates'
FAR = 8  # px from the mask: what is nearer is not learned from
TRUST, TRUST_UNMASKED = 0.75, 0.5  # share of ground that is taken to be free of cloud, beside a mask and without one
TRUST_FOUND = 0.85  # the same without a mask, of what is left without the cloud and shadow that was found
LEAST_LEFT = 0.2  # share of ground that must be left then: else so much was found that it says little
RELEARNT = 0.02  # share of a date that shows cloud from which on all is learned without it: trimming copes with less
LEAST_TRUST = 0.5  # share of ground that is taken to be free of cloud in a date
BRIGHTEST = 99.5  # percentile that is taken for cloud, in the brightest image
QUIETEST = 0.003  # of bright cloud: no ground is told more exactly than this
FLAT = 0.6  # cloud is bright in every band: least of its brightest


@dataclass(frozen=True)
class Predictor:
    """An image from the others.

    Args:
        slopes: (features, bands) float64, and
        intercept: (bands,): its fine mean in DN.
        kinds: (looks, kinds) centres of the kinds of ground.
        covariances: (kinds, bands, bands) of what remains without any cloud, in DN^2.
    """

    slopes: np.ndarray
    intercept: np.ndarray
    kinds: np.ndarray
    covariances: np.ndarray


@dataclass(frozen=True)
class Model:
    """What was learned of a scene and its dates.

    Args:
        standard: medians and spreads of the images.
        white: (bands,) DN of bright cloud.
        predictors: one an image, None where too little could be learned from.
        cell: px of the side of what the images are made of: 1, or more of images that were made coarser.
        close: whether the scene was learned without what a first look found in it: clear ground is told closer then.
    """

    standard: Standard
    white: np.ndarray
    predictors: tuple[Predictor | None, ...]
    cell: int = 1
    close: bool = False

    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2: the covariance of what the scene shows beyond what follows from the dates."""
        predictor = self.predictors[0]
        return None if predictor is None else np.asarray(predictor.covariances.mean(axis=0))


def learn(
    windows: Sequence[Series], valid: Sequence[np.ndarray], *, clear: Sequence[np.ndarray], trust: float, seed: int,
    found: Callable[[Model], Sequence[np.ndarray]] | None = None,
) -> Model:  # fmt: skip
    """The model of a scene.

    Haze that is not found is learned as ground: it draws the prediction towards cloud, and makes the ground seem to
    change more than it does. So a scene without a mask is learned again without what a first model finds in it.

    Args:
        windows: of the scene.
        valid: (images, rows, cols) bool each, where each image is believed.
        clear: (rows, cols) bool each, where the scene may be learned from.
        trust: share of each kind of ground that is taken to be free of cloud in the scene, 0.5 to 1.
        seed: of the pixels that are learned from.
        found: (rows, cols) bool of each window, what a first model tells to be cloud or shadow in the scene; it is
            then learned again without. None: once is enough.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 5)))
    standard = Standard.of(windows)
    picked = picked_pixels(windows, generator)
    white = white_of(windows)
    scores = [standard.scores(one) for one in windows]
    samples = [
        sample_of(windows, valid, clear, picked, scores, standard, white, number) for number in range(len(valid[0]))
    ]
    shares = [trust, *[LEAST_TRUST] * (len(samples) - 1)]
    fits = [
        fitted(sample, standard, number, share, generator)
        for number, (sample, share) in enumerate(zip(samples, shares, strict=True))
    ]
    dates = [one for one in fits[1:] if one is not None] if len(fits) >= 3 else []
    predictors = [
        None if fit is None else predictor_of(sample, fit, [] if number else dates, trust, white)
        for number, (sample, fit) in enumerate(zip(samples, fits, strict=True))
    ]
    model = Model(standard, white, tuple(predictors))
    if found is None:
        return model
    scene = replace(samples[0], usable=samples[0].usable & ~_of_pixels(found(model), picked))
    fit = fitted(scene, standard, 0, TRUST_FOUND, generator)
    if fit is None or scene.usable.sum() < LEAST_LEFT * samples[0].usable.sum():
        return model
    closer = predictor_of(scene, fit, dates, TRUST_FOUND, white)
    return replace(model, predictors=(closer, *predictors[1:]), close=True)


def _of_pixels(planes: Sequence[np.ndarray], picked: Sequence[np.ndarray]) -> np.ndarray:
    """(n,) of the picked pixels of (rows, cols) each."""
    return np.concatenate([plane[chosen] for plane, chosen in zip(planes, picked, strict=True)])


def picked_pixels(windows: Sequence[Series], generator: np.random.Generator) -> list[np.ndarray]:
    """(rows, cols) bool of each window: the pixels that are learned from."""
    share = min(1.0, PIXELS / max(1, sum(one.hole.size for one in windows)))
    return [generator.random(one.shape) < share for one in windows]


def predictor_of(sample: Sample, fit: Fit, dates: Sequence[Fit], trust: float, white: np.ndarray) -> Predictor:
    """The predictor of a fit, and how ground changes by the fits of other dates, on the same pixels."""
    covariances = _covariances(kind_of(sample.looks, fit.kinds), fit, dates, trust)
    return Predictor(fit.slopes, fit.intercept, fit.kinds, covariances + np.diag((QUIETEST * white) ** 2))


@dataclass(frozen=True)
class Sample:
    """Pixels: (features, n), (looks, n), (bands, n), and (n,) bool which may be learned from."""

    features: np.ndarray
    looks: np.ndarray
    targets: np.ndarray
    usable: np.ndarray


@dataclass(frozen=True)
class Fit:
    """A regression; `residuals` (bands, n) of all sampled pixels, NaN where not usable; `covariance` of the scene."""

    slopes: np.ndarray
    intercept: np.ndarray
    kinds: np.ndarray
    residuals: np.ndarray
    covariance: np.ndarray


def sample_of(
    windows: Sequence[Series], valid: Sequence[np.ndarray], clear: Sequence[np.ndarray], picked: Sequence[np.ndarray],
    scores: Sequence[Scores], standard: Standard, white: np.ndarray, number: int,
) -> Sample:  # fmt: skip
    """The pixels that an image, by its number, is learned from; the rest as in `learn`."""
    columns = []
    for one, believed, ground, chosen, scored in zip(windows, valid, clear, picked, scores, strict=True):
        told = evidence(standard.scores_beside_gaps(one, scored) if number == 0 else scored, number, believed)
        usable = believed[number] & told.known & ~plain_cloud(one, believed, number, white)
        if number == 0:
            usable &= ground
        columns.append(
            (told.features[:, chosen], told.looks[:, chosen], one.fine[number][:, chosen], usable[chosen])
        )  # fmt: skip
    features, looks, targets, usable = (np.concatenate(part, axis=-1) for part in zip(*columns, strict=True))
    return Sample(features.astype(np.float64), looks, targets.astype(np.float64), usable)


def fitted(sample: Sample, standard: Standard, number: int, trust: float, generator: np.random.Generator) -> Fit | None:
    """Least trimmed squares of an image on the others; None where there is too little to fit."""
    at = sample.usable
    if at.sum() < max(LEAST_PIXELS, 2 * len(sample.features)):
        return None
    features, targets, looks = sample.features[:, at], sample.targets[:, at], sample.looks[:, at]
    bands = len(targets)
    kinds = _kinds(looks, generator)
    kind = kind_of(looks, kinds)
    # the first guess: where the visible bands stand to the other images as on most of this kind of ground
    scores = (targets - standard.level[number][:, None]) / standard.spread[number][:, None]
    kept = _densest((scores - looks[:bands])[: max(1, bands - 1)].mean(axis=0), kind, trust)
    for _ in range(ROUNDS):
        slopes, intercept = _ridge(features, targets, kept)
        residuals = targets - slopes.T @ features - intercept[:, None]
        distance = mahalanobis(residuals, _covariance(residuals[:, kept]))
        before, kept = kept, _nearest_share(distance, kind, trust)
        if (before != kept).mean() < 2e-3:
            break
    level = 0.6 * trust
    for _ in range(REFINED):
        covariance = _covariance(residuals[:, kept])
        distance = mahalanobis(residuals, covariance)
        covariance *= max(np.quantile(distance, level) / chi_squared(level, bands), LEAST_SCALE)
        kept = mahalanobis(residuals, covariance) < chi_squared(0.99, bands)
        slopes, intercept = _ridge(features, targets, kept)
        residuals = targets - slopes.T @ features - intercept[:, None]
    everywhere = sample.targets - slopes.T @ sample.features - intercept[:, None]
    everywhere[:, ~at] = np.nan
    return Fit(slopes, intercept, kinds, everywhere, covariance)


def chi_squared(share: float, bands: int) -> float:
    """The squared Mahalanobis distance below which that share of normal values lies."""
    # as scipy.stats has it, which takes half a second to import
    return float(2 * gammaincinv(bands / 2, share))


def _covariances(kind: np.ndarray, fit: Fit, dates: Sequence[Fit], trust: float) -> np.ndarray:
    """(kinds, bands, bands): how each kind of ground changes without any cloud."""
    bands = len(fit.intercept)
    scene, pool, scale, share = fit.covariance, [fit.residuals], 1.0, trust
    if dates:
        natural = np.mean([date.covariance for date in dates], axis=0)
        scale = float(np.clip(np.trace(np.linalg.solve(natural, scene)) / bands, *SCENE_SCALES))
        scene, pool, share = natural * scale, [date.residuals for date in dates], max(trust, 0.8)
    made = []
    for number in range(fit.kinds.shape[1]):
        here = kind == number
        values = np.concatenate([one[:, here & np.isfinite(one[0])] for one in pool], axis=1)
        if values.shape[1] < LEAST_OF_KIND:
            made.append(scene)
            continue
        distance = mahalanobis(values, scene)
        values = values[:, distance <= np.quantile(distance, share)]
        own = _covariance(values)
        own *= scale * max(np.quantile(mahalanobis(values, own), 0.6) / chi_squared(0.6 * share, bands), LEAST_SCALE)
        size = float(np.clip(np.trace(np.linalg.solve(scene, own)) / bands, *KIND_SCALES))
        made.append(OWN * own + (1 - OWN) * scene * size)
    return np.stack(made)


def white_of(windows: Sequence[Series]) -> np.ndarray:
    """(bands,) DN of bright cloud: the brightest of the brightest image, what is masked in the scene included."""
    tops = []
    for number in range(len(windows[0].images)):
        seen = [one.images[number][:, one.valid[number] | (one.hole if number == 0 else False)] for one in windows]
        values = np.concatenate(seen, axis=1)
        tops.append(np.percentile(values, BRIGHTEST, axis=1) if values.shape[1] else np.zeros(len(values)))
    top = np.max(tops, axis=0)
    return np.asarray(np.maximum(np.maximum(top, FLAT * top.max()), 1e-6))


def mahalanobis(values: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """(n,) squared distance of (bands, n) from 0 in units of a covariance."""
    return np.asarray((np.linalg.solve(covariance, values) * values).sum(axis=0))


def _covariance(values: np.ndarray) -> np.ndarray:
    """(bands, bands) of (bands, n), never singular."""
    found = np.atleast_2d(np.cov(values))
    return np.asarray(found + (2e-3 * np.trace(found) / len(found) + NOT_SINGULAR) * np.eye(len(found)))


def _ridge(features: np.ndarray, targets: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(features, bands) slopes and (bands,) intercept over the kept pixels."""
    features, targets = features[:, kept], targets[:, kept]
    middle, level = features.mean(axis=1), targets.mean(axis=1)
    apart = features - middle[:, None]
    products = apart @ apart.T / apart.shape[1]
    spread = np.sqrt(np.diag(products)) + 1e-6
    matrix = products / np.outer(spread, spread) + RIDGE * np.eye(len(products))
    right = apart @ (targets - level[:, None]).T / apart.shape[1] / spread[:, None]
    slopes = np.linalg.solve(matrix, right) / spread[:, None]
    return slopes, level - middle @ slopes


def _kinds(looks: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """(looks, kinds) centres of (looks, n), by k-means."""
    centres = looks[:, generator.permutation(looks.shape[1])[:KINDS]].astype(np.float64)
    for _ in range(8):
        kind = kind_of(looks, centres)
        for number in range(centres.shape[1]):
            if (kind == number).any():
                centres[:, number] = looks[:, kind == number].mean(axis=1)
    return centres


def kind_of(looks: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """(...) number of the kind that each of (looks, ...) is nearest to."""
    centres = kinds.T.astype(np.float32)
    # |look - centre|^2 less |look|^2, which is the same for all kinds
    distances = np.tensordot(-2 * centres, looks.astype(np.float32, copy=False), axes=1)
    best, kind = np.full(looks.shape[1:], np.inf, dtype=np.float32), np.zeros(looks.shape[1:], dtype=np.int16)
    for number, (distance, centre) in enumerate(zip(distances, centres, strict=True)):
        distance += (centre**2).sum()
        np.copyto(kind, number, where=distance < best)
        np.minimum(best, distance, out=best)
    return kind


def _densest(values: np.ndarray, kind: np.ndarray, share: float) -> np.ndarray:
    """(n,) bool: of each kind the share of values that lies closest together."""
    kept = np.zeros(values.size, dtype=bool)
    for number in np.unique(kind):
        here = np.flatnonzero(kind == number)
        ordered = np.sort(values[here])
        width = int(share * ordered.size)
        if not 5 <= width < ordered.size:
            kept[here] = True
            continue
        low = int(np.argmin(ordered[width:] - ordered[:-width]))
        kept[here] = (values[here] >= ordered[low]) & (values[here] <= ordered[low + width])
    return kept


def _nearest_share(distance: np.ndarray, kind: np.ndarray, share: float) -> np.ndarray:
    """(n,) bool: of each kind the share with the smallest distance."""
    kept = np.zeros(distance.size, dtype=bool)
    for number in np.unique(kind):
        here = kind == number
        kept[here] = distance[here] <= np.quantile(distance[here], share)
    return kept


def far_from_hole(series: Series) -> np.ndarray:
    """(rows, cols) bool: valid ground that is no neighbour of the hole."""
    if not series.hole.any():
        return series.valid[0]
    return np.asarray(series.valid[0] & (ndi.distance_transform_edt(~series.hole) > FAR))
