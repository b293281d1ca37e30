"""One fit for a scene: hidden layers, heads, their weights and the error model, from windows of its clear ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.ensemble.density_ratio import density_ratios
from geoinpaint_engine.methods.ensemble.evidence import Scaling, Stack, base_of, scaling_of, stack_of
from geoinpaint_engine.methods.ensemble.features import Features, draw_features
from geoinpaint_engine.methods.ensemble.folds import FOLDS, draw_folds
from geoinpaint_engine.methods.ensemble.residual_diffusion import (
    LINES,
    Conductance,
    alike_by,
    conductance,
    diffuse,
    roughness,
)
from geoinpaint_engine.methods.ensemble.ridge_heads import GramMatrix, RidgeHead, heads_for, solve, weigh
from geoinpaint_engine.methods.ensemble.robust_weights import robust_weights
from geoinpaint_engine.methods.ensemble.similar_pixels import Candidates, SimilarPixels
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.quality.uncertainty import ErrorModel, fit_error_model
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import box_around, harmonic_fill

MOST_PIXELS = 60_000  # that the Gram matrices are formed of
# Clear pixels with evidence that a fit needs, with references and with SAR alone: fewer give a better plain regression.
LEAST_PIXELS, LEAST_SAR_PIXELS = 100, 300
LEAST_HIDDEN = 200  # hidden pixels that weights need
# What similar pixels must take off the error on hidden ground, in parts of it, in small scenes and in large ones: they
# take about as long as all heads together.
LEAST_GAIN, LEAST_GAIN_LARGE = 0.005, 0.02


@dataclass(frozen=True)
class Fit:
    """All that was learned from a scene.

    Args:
        mode: of the job.
        scaling: of the evidence.
        level, spread: (bands,) mean and standard deviation of clear ground in DN.
        features: the hidden layers.
        rough: how much neighbouring pixels' evidence differs, see residual_diffusion.py.
        heads: (heads, features, bands) float32 coefficients in DN.
        weights: (heads + 1,) of the heads, the last of the harmonic fill; they sum to 1.
        errors: the error model, or None where too little ground could be hidden.
        hidden_rmse: root mean square error on the hidden ground, weighted by the density ratio, in DN; NaN
            where unknown.
        similar: what corrects the heads' sum, None where it does not pay.
    """

    mode: str
    scaling: Scaling
    level: np.ndarray
    spread: np.ndarray
    features: Features
    rough: float
    heads: np.ndarray
    weights: np.ndarray
    errors: ErrorModel | None
    hidden_rmse: float
    similar: SimilarPixels | None = None

    @property
    def insufficient(self) -> bool:
        """Whether too few clear pixels had evidence for anything to be learned."""
        return bool(self.weights[-1] == 1.0 and self.errors is None)

    @property
    def combined(self) -> np.ndarray:
        """(features, bands) float32: the weighted sum of the heads, for the field that the harmonic fill completes."""
        return np.tensordot(self.weights[:-1].astype(np.float32), self.heads, axes=1)


@dataclass(frozen=True)
class _Part:
    """A window that is learned from: targets less the base, where they may be looked at, and how much they count."""

    chip: Chip
    stack: Stack
    targets: np.ndarray
    clear: np.ndarray
    fold: np.ndarray
    weight: np.ndarray

    @property
    def alike_by(self) -> np.ndarray:
        """See `residual_diffusion.alike_by`."""
        return alike_by(self.stack)


def fit_chips(
    chips: Sequence[Chip], mode: str, *, seed: int, shapes: Sequence[np.ndarray], control: Control | None = None
) -> Fit:
    """Learns from the clear ground of some windows of one scene.

    Args:
        chips: the windows, disjoint, of one layout.
        mode: ms, ms-r, mt, mt-r or ms-mt.
        seed: of the hidden layers and of what is hidden in turn.
        shapes: (rows, cols) bool each, holes of the scene.
        control: asked between the parts of the work.
    """
    control = control or Control()
    generator = np.random.default_rng(np.random.SeedSequence((seed, 2)))
    scaling = scaling_of(chips, mode)
    values = np.concatenate([chip.scene[:, chip.clear_ground] for chip in chips], axis=1)
    bands = len(values)
    level = values.mean(axis=1, dtype=np.float64) if values.size else np.zeros(bands)
    spread = values.std(axis=1, dtype=np.float64) if values.size else np.ones(bands)
    parts = [_part(chip, mode, scaling, level, spread, shapes, generator) for chip in chips]
    alike = density_ratios(
        [part.stack for part in parts],
        [part.clear for part in parts],
        [part.chip.hole & part.stack.known for part in parts],
    )
    parts = [replace(part, weight=weight) for part, weight in zip(parts, alike, strict=True)]
    features = draw_features([part.stack for part in parts], seed=seed)
    ridge_heads = heads_for(features.sar is not None)
    robust = _without_outliers(parts)
    gram_matrices = _gram_matrices(robust, features, bands, generator, control)
    total = GramMatrix(np.sum([one.products for one in gram_matrices], axis=0))
    if total.pixels(bands) < (LEAST_PIXELS if EVIDENCE_MODES[mode].references else LEAST_SAR_PIXELS):
        heads = np.zeros((len(ridge_heads), features.count, bands), np.float32)
        last = np.eye(len(ridge_heads) + 1)[-1]
        return Fit(mode, scaling, level, spread, features, 1.0, heads, last, None, float("nan"))
    folds = [number for number in range(1, FOLDS + 1) if gram_matrices[number].pixels(bands)]
    fold_heads = [_solved(total.without(gram_matrices[number]), features, ridge_heads, control) for number in folds]
    heads = _solved(total, features, ridge_heads, control)
    rough, candidates, found = roughness([part.alike_by for part in parts]), None, None
    if folds and EVIDENCE_MODES[mode].references:
        windows = [(part.stack, part.clear, part.targets, part.fold) for part in parts]
        candidates = Candidates.draw(features, windows, [*fold_heads, heads], seed=seed)
    if folds:
        strengths = [one.weight for one in robust]
        found = _hidden_fills(parts, strengths, features, rough, folds, fold_heads, candidates, control)
    even = np.append(np.full(len(heads), 1 / len(heads)), 0.0)
    fit = Fit(mode, scaling, level, spread, features, rough, heads, even, None, float("nan"))
    if found is None or found.errors.shape[2] < LEAST_HIDDEN:
        return fit
    # several windows are those of a large scene
    best = _weighed(found, len(heads), least_gain=LEAST_GAIN if len(chips) == 1 else LEAST_GAIN_LARGE)
    share = found.weight / found.weight.mean()
    return replace(
        fit,
        weights=best.weights,
        errors=fit_error_model(best.errors, found.spread, found.distance, found.fold % 2 == 1),
        hidden_rmse=float(np.sqrt((best.errors**2 * share).mean())),
        similar=candidates.all(-1, best.share) if candidates is not None and best.share else None,
    )


def _solved(gram: GramMatrix, features: Features, ridge_heads: Sequence[RidgeHead], control: Control) -> np.ndarray:
    """(heads, features, bands) float32 coefficients."""
    control.check()
    bands = len(gram.products) - features.count
    return np.stack([solve(gram, bands, head, features.groups) for head in ridge_heads])


def _part(
    chip: Chip, mode: str, scaling: Scaling, level: np.ndarray, spread: np.ndarray, shapes: Sequence[np.ndarray],
    generator: np.random.Generator,
) -> _Part:  # fmt: skip
    stack = stack_of(chip, mode, scaling)
    targets = np.nan_to_num(chip.scene) - base_of(chip, mode, level, spread, scaling)
    clear = chip.clear_ground & stack.known
    return _Part(chip, stack, targets, clear, draw_folds(clear, shapes, generator), np.ones(chip.shape, np.float32))


def _without_outliers(parts: Sequence[_Part]) -> list[_Part]:
    """The windows with weights that are smaller where clear ground is unlike what the evidence says."""
    weights = robust_weights(
        [part.stack.main[:, part.clear] for part in parts], [part.targets[:, part.clear] for part in parts]
    )
    made = []
    for part, weight in zip(parts, weights, strict=True):
        made.append(replace(part, weight=part.weight.copy()))
        made[-1].weight[part.clear] *= weight
    return made


def _gram_matrices(
    parts: Sequence[_Part], features: Features, bands: int, generator: np.random.Generator, control: Control
) -> list[GramMatrix]:
    """The Gram matrices over the clear pixels of no fold, of fold 1, 2, ...; a random choice of at most MOST_PIXELS."""
    share = min(1.0, MOST_PIXELS / max(1, sum(int(part.clear.sum()) for part in parts)))
    gram_matrices = [GramMatrix.empty(features.count, bands) for _ in range(FOLDS + 1)]
    for part in parts:
        chosen = part.clear & (generator.random(part.clear.shape) < share)
        targets, strength = part.targets.reshape(bands, -1), np.sqrt(part.weight).ravel()
        planes = features.planes(part.stack)
        for number, one in enumerate(gram_matrices):
            for places, blocks in features.blocks(part.stack, chosen & (part.fold == number), planes=planes):
                control.check()
                # least squares with weights
                one.add(np.concatenate([*blocks.values(), targets[:, places]]) * strength[places])
    return gram_matrices


@dataclass(frozen=True)
class _Found:
    """What was made of the hidden pixels: errors (heads, bands, n) and spread (bands, n) in DN; of (n,) the rest.

    `weight` is the density ratio, `robust` the same, less for outliers. The harmonic fill is the last of the heads.
    """

    errors: np.ndarray
    spread: np.ndarray
    distance: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    robust: np.ndarray


def _hidden_fills(
    parts: Sequence[_Part], robust: Sequence[np.ndarray], features: Features, rough: float, folds: Sequence[int],
    fold_heads: Sequence[np.ndarray], candidates: Candidates | None, control: Control,
) -> _Found | None:  # fmt: skip
    """Each fold filled by heads that have not seen it, their errors at its edge diffused in, and harmonically.

    With candidates by one more, the mean of the heads corrected by similar pixels.
    """
    coefficients = [side_by_side(heads) for heads in fold_heads]
    errors, spread, rest = [], [], []
    for part, strength in zip(parts, robust, strict=True):
        if not part.fold.any():
            continue
        control.check()
        along, planes = conductance(part.stack, rough), features.planes(part.stack)
        for index, number in enumerate(folds):
            hidden = part.fold == number
            if not hidden.any():
                continue
            control.check()
            # the fold and its edge, which is all that the diffusion looks at
            wanted = ndi.binary_dilation(hidden, structure=np.ones((3, 3), bool))
            (predicted,) = features.predict(part.stack, wanted, [coefficients[index]], planes)
            if candidates is not None:
                correction = candidates.outside(number, index).correction(features, part.stack, wanted)
                mean = predicted.reshape(-1, *correction.shape).mean(axis=0)
                predicted = np.concatenate([predicted, mean + correction])
            box = box_around(hidden, LINES.reach)
            inside, targets = hidden[box], part.targets[(slice(None), *box)]
            heads = np.zeros((len(predicted), *inside.shape), np.float32)
            heads[:, wanted[box]] = predicted
            heads = heads.reshape(-1, len(targets), *inside.shape)
            errors.append(_errors(heads, targets, inside, part.clear[box], along.within(box)))
            spread.append(heads[: len(fold_heads[index]), :, inside].std(axis=0))
            count = int(inside.sum())
            distance = ndi.distance_transform_edt(inside)[inside]
            rest.append(np.stack([distance, np.full(count, number), part.weight[hidden], strength[hidden]]))
    if not errors:
        return None
    every, scatter, others = (
        np.concatenate(errors, axis=2),
        np.concatenate(spread, axis=1),
        np.concatenate(rest, axis=1),
    )
    good = np.isfinite(every).all(axis=(0, 1))
    return _Found(every[:, :, good], scatter[:, good], *others[:, good])


@dataclass(frozen=True)
class _Weighed:
    """A sum of fills: weights (heads + 1,), its errors (bands, n) in DN, and the share of the correction in it."""

    weights: np.ndarray
    errors: np.ndarray
    share: float = 0.0


def _weighed(found: _Found, count: int, *, least_gain: float) -> _Weighed:
    """The best sum of the heads and the harmonic fill, corrected by similar pixels where that pays.

    Args:
        found: of `count` heads, then of their mean corrected where there are candidates, and last of the harmonic fill.
        count: of heads.
        least_gain: what the correction must take off the error, in parts of it.
    """

    def best(errors: np.ndarray) -> tuple[_Weighed, float]:
        weights = weigh((errors * np.sqrt(found.robust)).reshape(len(errors), -1))
        ours = np.tensordot(weights, errors, axes=1)
        return _Weighed(weights, ours), float((ours**2 * found.robust).mean())

    if len(found.errors) == count + 1:
        return best(found.errors)[0]
    (plain, plain_error), (corrected, error) = best(np.delete(found.errors, count, axis=0)), best(found.errors)
    if error > (1 - least_gain) ** 2 * plain_error:
        return plain
    # the corrected mean of the heads is a share of each of them, and that share of the correction
    share = float(corrected.weights[count])
    heads = corrected.weights[:count] + share / count
    return _Weighed(np.append(heads, corrected.weights[-1]), corrected.errors, share)


def _errors(
    heads: np.ndarray, targets: np.ndarray, inside: np.ndarray, clear: np.ndarray, along: Conductance
) -> np.ndarray:
    """(heads + 1, bands, n) fill less truth of the hidden pixels: of each head, and of the harmonic fill.

    Args:
        heads: (heads, bands, rows, cols) predictions.
        targets: (bands, rows, cols) the truth.
        inside: (rows, cols) bool, hidden.
        clear: (rows, cols) bool, the clear pixels.
        along: conductance.
    """
    off = (targets[None] - heads).reshape(-1, *inside.shape)
    diffused = diffuse(off, inside, clear, along, image=targets, ground=clear).reshape(*heads.shape[:2], -1)
    harmonic = harmonic_fill(targets, inside, clear & ~inside) - targets
    return np.concatenate([diffused - off[:, inside].reshape(diffused.shape), harmonic[None][:, :, inside]])


def side_by_side(heads: np.ndarray) -> np.ndarray:
    """(features, heads * bands) of (heads, features, bands): all heads as one."""
    return np.ascontiguousarray(heads.transpose(1, 0, 2).reshape(heads.shape[1], -1))
