"""Robust prediction of each image from the others, and the covariance of its residuals on cloud-free ground.

The regression is fitted by least trimmed squares (Rousseeuw 1984), trimmed within kinds of ground (clusters) so that no
kind is trimmed away as a whole; the residuals' covariance follows by kind of ground. Where there are dates enough, it
is taken from the dates' predictions of each other, because haze in the scene would inflate the scene's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi
from scipy.special import gammaincinv

from geoinpaint_engine.quality.contamination.beside_gaps import scores_beside_gaps
from geoinpaint_engine.quality.contamination.series import Scores, Series, Standard, evidence, plain_cloud

PIXELS = 9000  # sampled for the fits
KINDS = 6  # kinds of ground (clusters)
RIDGE = 1e-3  # penalty on standardised features
ROUNDS, REFINED = 10, 4  # iterations of trimming, and of re-including inliers
LEAST_PIXELS = 150  # needed to fit a prediction
LEAST_OF_KIND = 60  # pixels needed for the covariance of a kind of ground
OWN = 0.6  # weight of a kind's own covariance; the rest is the scene's (shrinkage)
KIND_SCALES = (0.3, 30.0)  # bounds of a kind's variance relative to the scene's
LEAST_SCALE = 1e-6  # lower bound of a covariance's scale: constant ground has residuals of zero
NOT_SINGULAR = 1e-12  # variance added to the diagonal; negligible for DN and for reflectance
SCENE_SCALES = (0.25, 2.25)  # bounds of the scene's variance relative to the dates'
FAR = 8  # px; ground nearer to the mask is not learned from
TRUST, TRUST_UNMASKED = 0.75, 0.5  # share of ground taken to be free of cloud, with a mask and without one
TRUST_FOUND = 0.85  # the same without a mask in the second look, once the findings are left out
LEAST_LEFT = 0.2  # share of ground that must remain for a second look
RELEARNT = 0.02  # cloudy share of a date above which everything is learned again without it; trimming copes with less
LEAST_TRUST = 0.5  # share of ground taken to be free of cloud in a date
BRIGHTEST = 99.5  # percentile of the brightest image that is taken as bright cloud
QUIETEST = 0.003  # lower bound of the residuals' standard deviation, as a fraction of bright cloud
FLAT = 0.6  # cloud is bright in every band: lower bound of a band relative to the brightest


@dataclass(frozen=True)
class Predictor:
    """Prediction of an image's fine mean, in DN, from the features of the others.

    Args:
        slopes: (features, bands) float64.
        intercept: (bands,) DN.
        kinds: (looks, kinds) cluster centres of the kinds of ground.
        covariances: (kinds, bands, bands) of the residuals on cloud-free ground, in DN^2.
    """

    slopes: np.ndarray
    intercept: np.ndarray
    kinds: np.ndarray
    covariances: np.ndarray


@dataclass(frozen=True)
class Model:
    """The fitted predictions of a scene and its dates.

    Args:
        standard: medians and spreads of the images, for standardisation.
        white: (bands,) DN of bright cloud.
        predictors: one an image; None where there was too little ground to fit.
        cell: px a side of the cells that the images consist of: 1, or more where they were downsampled.
        close: whether this is a second look: the scene was learned again without the findings of the first.
    """

    standard: Standard
    white: np.ndarray
    predictors: tuple[Predictor | None, ...]
    cell: int = 1
    close: bool = False

    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2: covariance of the scene's residuals, mean over kinds of ground; None: not fitted."""
        predictor = self.predictors[0]
        return None if predictor is None else np.asarray(predictor.covariances.mean(axis=0))


def learn(
    windows: Sequence[Series], valid: Sequence[np.ndarray], *, clear: Sequence[np.ndarray], trust: float, seed: int,
    found: Callable[[Model], Sequence[np.ndarray]] | None = None,
) -> Model:  # fmt: skip
    """Fits the model of a scene.

    Undetected haze is learned as ground: it biases the prediction towards cloud and inflates the covariance. A scene
    without a mask is therefore learned a second time, without the findings of a first model.

    Args:
        windows: sampled windows of the scene.
        valid: (images, rows, cols) bool each, where each image is used.
        clear: (rows, cols) bool each, where the scene may be learned from.
        trust: share of each kind of ground taken to be free of cloud in the scene, 0.5 to 1.
        seed: of the random sample of pixels.
        found: takes the first model and returns (rows, cols) bool for each window, cloud or shadow in the scene, which
            the second fit leaves out. None: no second fit.
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
    second = predictor_of(scene, fit, dates, TRUST_FOUND, white)
    return replace(model, predictors=(second, *predictors[1:]), close=True)


def _of_pixels(planes: Sequence[np.ndarray], picked: Sequence[np.ndarray]) -> np.ndarray:
    """(n,) values of the sampled pixels of (rows, cols) planes."""
    return np.concatenate([plane[chosen] for plane, chosen in zip(planes, picked, strict=True)])


def picked_pixels(windows: Sequence[Series], generator: np.random.Generator) -> list[np.ndarray]:
    """(rows, cols) bool of each window: a random sample of about PIXELS pixels in total."""
    share = min(1.0, PIXELS / max(1, sum(one.hole.size for one in windows)))
    return [generator.random(one.shape) < share for one in windows]


def predictor_of(sample: Sample, fit: Fit, dates: Sequence[Fit], trust: float, white: np.ndarray) -> Predictor:
    """The predictor of a fit, its covariances taken from the fits of other dates on the same pixels, if any."""
    covariances = _covariances(kind_of(sample.looks, fit.kinds), fit, dates, trust)
    return Predictor(fit.slopes, fit.intercept, fit.kinds, covariances + np.diag((QUIETEST * white) ** 2))


@dataclass(frozen=True)
class Sample:
    """Sampled pixels: (features, n), (looks, n), targets (bands, n), and (n,) bool which of them may be fitted."""

    features: np.ndarray
    looks: np.ndarray
    targets: np.ndarray
    usable: np.ndarray


@dataclass(frozen=True)
class Fit:
    """A fitted regression; `residuals` (bands, n) of all sampled pixels, NaN where not usable; `covariance` overall."""

    slopes: np.ndarray
    intercept: np.ndarray
    kinds: np.ndarray
    residuals: np.ndarray
    covariance: np.ndarray


def sample_of(
    windows: Sequence[Series], valid: Sequence[np.ndarray], clear: Sequence[np.ndarray], picked: Sequence[np.ndarray],
    scores: Sequence[Scores], standard: Standard, white: np.ndarray, number: int,
) -> Sample:  # fmt: skip
    """The sample from which image `number` is learned; the other arguments as in `learn`."""
    columns = []
    for one, believed, ground, chosen, scored in zip(windows, valid, clear, picked, scores, strict=True):
        predictors = evidence(scores_beside_gaps(standard, one, scored) if number == 0 else scored, number, believed)
        usable = believed[number] & predictors.known & ~plain_cloud(one, believed, number, white)
        if number == 0:
            usable &= ground
        columns.append(
            (predictors.features[:, chosen], predictors.looks[:, chosen], one.fine[number][:, chosen], usable[chosen])
        )  # fmt: skip
    features, looks, targets, usable = (np.concatenate(part, axis=-1) for part in zip(*columns, strict=True))
    return Sample(features.astype(np.float64), looks, targets.astype(np.float64), usable)


def fitted(sample: Sample, standard: Standard, number: int, trust: float, generator: np.random.Generator) -> Fit | None:
    """Least trimmed squares of an image on the others; None where there are too few usable pixels."""
    usable = sample.usable
    if usable.sum() < max(LEAST_PIXELS, 2 * len(sample.features)):
        return None
    features, targets, looks = sample.features[:, usable], sample.targets[:, usable], sample.looks[:, usable]
    bands = len(targets)
    kinds = _kinds(looks, generator)
    kind = kind_of(looks, kinds)
    # initial subset: the densest interval of the visible bands' differences from the other images, by kind of ground
    scores = (targets - standard.level[number][:, None]) / standard.spread[number][:, None]
    kept = _densest((scores - looks[:bands])[: max(1, bands - 1)].mean(axis=0), kind, trust)
    for _ in range(ROUNDS):
        slopes, intercept = _ridge(features, targets, kept)
        residuals = targets - slopes.T @ features - intercept[:, None]
        distance = mahalanobis(residuals, _covariance(residuals[:, kept]))
        previous, kept = kept, _nearest_share(distance, kind, trust)
        if (previous != kept).mean() < 2e-3:
            break
    level = 0.6 * trust
    for _ in range(REFINED):
        covariance = _covariance(residuals[:, kept])
        distance = mahalanobis(residuals, covariance)
        covariance *= max(np.quantile(distance, level) / chi_squared(level, bands), LEAST_SCALE)
        kept = mahalanobis(residuals, covariance) < chi_squared(0.99, bands)
        slopes, intercept = _ridge(features, targets, kept)
        residuals = targets - slopes.T @ features - intercept[:, None]
    all_residuals = sample.targets - slopes.T @ sample.features - intercept[:, None]
    all_residuals[:, ~usable] = np.nan
    return Fit(slopes, intercept, kinds, all_residuals, covariance)


def chi_squared(share: float, bands: int) -> float:
    """Quantile of the chi-squared distribution with `bands` degrees of freedom: of normal squared distances."""
    # equals scipy.stats.chi2.ppf, without its half second of import time
    return float(2 * gammaincinv(bands / 2, share))


def _covariances(kind: np.ndarray, fit: Fit, dates: Sequence[Fit], trust: float) -> np.ndarray:
    """(kinds, bands, bands): covariance of the residuals on cloud-free ground, by kind, shrunk towards the scene's."""
    bands = len(fit.intercept)
    scene, pool, scale, share = fit.covariance, [fit.residuals], 1.0, trust
    if dates:
        natural = np.mean([date.covariance for date in dates], axis=0)
        scale = float(np.clip(np.trace(np.linalg.solve(natural, scene)) / bands, *SCENE_SCALES))
        scene, pool, share = natural * scale, [date.residuals for date in dates], max(trust, 0.8)
    covariances = []
    for number in range(fit.kinds.shape[1]):
        of_kind = kind == number
        values = np.concatenate([one[:, of_kind & np.isfinite(one[0])] for one in pool], axis=1)
        if values.shape[1] < LEAST_OF_KIND:
            covariances.append(scene)
            continue
        distance = mahalanobis(values, scene)
        values = values[:, distance <= np.quantile(distance, share)]
        own = _covariance(values)
        own *= scale * max(np.quantile(mahalanobis(values, own), 0.6) / chi_squared(0.6 * share, bands), LEAST_SCALE)
        size = float(np.clip(np.trace(np.linalg.solve(scene, own)) / bands, *KIND_SCALES))
        covariances.append(OWN * own + (1 - OWN) * scene * size)
    return np.stack(covariances)


def white_of(windows: Sequence[Series]) -> np.ndarray:
    """(bands,) DN of bright cloud: the BRIGHTEST percentile of the brightest image, masked pixels included."""
    tops = []
    for number in range(len(windows[0].images)):
        seen = [one.images[number][:, one.valid[number] | (one.hole if number == 0 else False)] for one in windows]
        values = np.concatenate(seen, axis=1)
        tops.append(np.percentile(values, BRIGHTEST, axis=1) if values.shape[1] else np.zeros(len(values)))
    top = np.max(tops, axis=0)
    return np.asarray(np.maximum(np.maximum(top, FLAT * top.max()), 1e-6))


def mahalanobis(values: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """(n,) squared Mahalanobis distance of (bands, n) from 0."""
    return np.asarray((np.linalg.solve(covariance, values) * values).sum(axis=0))


def _covariance(values: np.ndarray) -> np.ndarray:
    """(bands, bands) covariance of (bands, n), regularised so that it is never singular."""
    found = np.atleast_2d(np.cov(values))
    return np.asarray(found + (2e-3 * np.trace(found) / len(found) + NOT_SINGULAR) * np.eye(len(found)))


def _ridge(features: np.ndarray, targets: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ridge regression over the kept pixels: (features, bands) slopes and (bands,) intercept."""
    features, targets = features[:, kept], targets[:, kept]
    centre, target_means = features.mean(axis=1), targets.mean(axis=1)
    centred = features - centre[:, None]
    products = centred @ centred.T / centred.shape[1]
    scales = np.sqrt(np.diag(products)) + 1e-6
    matrix = products / np.outer(scales, scales) + RIDGE * np.eye(len(products))
    moments = centred @ (targets - target_means[:, None]).T / centred.shape[1] / scales[:, None]
    slopes = np.linalg.solve(matrix, moments) / scales[:, None]
    return slopes, target_means - centre @ slopes


def _kinds(looks: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """(looks, kinds) cluster centres of (looks, n), by k-means."""
    centres = looks[:, generator.permutation(looks.shape[1])[:KINDS]].astype(np.float64)
    for _ in range(8):
        kind = kind_of(looks, centres)
        for number in range(centres.shape[1]):
            if (kind == number).any():
                centres[:, number] = looks[:, kind == number].mean(axis=1)
    return centres


def kind_of(looks: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """(...) int16: index of the nearest cluster centre of (looks, ...)."""
    centres = kinds.T.astype(np.float32)
    # |look - centre|^2 minus |look|^2, which is the same for all kinds
    distances = np.tensordot(-2 * centres, looks.astype(np.float32, copy=False), axes=1)
    best, kind = np.full(looks.shape[1:], np.inf, dtype=np.float32), np.zeros(looks.shape[1:], dtype=np.int16)
    for number, (distance, centre) in enumerate(zip(distances, centres, strict=True)):
        distance += (centre**2).sum()
        np.copyto(kind, number, where=distance < best)
        np.minimum(best, distance, out=best)
    return kind


def _densest(values: np.ndarray, kind: np.ndarray, share: float) -> np.ndarray:
    """(n,) bool: within each kind, the shortest interval that holds this share of its values."""
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
    """(n,) bool: within each kind, this share of the pixels with the smallest distances."""
    kept = np.zeros(distance.size, dtype=bool)
    for number in np.unique(kind):
        here = kind == number
        kept[here] = distance[here] <= np.quantile(distance[here], share)
    return kept


def far_from_hole(series: Series) -> np.ndarray:
    """(rows, cols) bool: valid ground more than FAR px from the hole."""
    if not series.hole.any():
        return series.valid[0]
    return np.asarray(series.valid[0] & (ndi.distance_transform_edt(~series.hole) > FAR))
