"""Fits a scene: hidden layers, ridge heads, their weights and the error model, from the clear ground of some windows.

See docs/experiments.md, "What the method is".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.ensemble.components import predictive_components
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

MOST_PIXELS = 60_000  # sampled for the Gram matrices
# Clear pixels with evidence that a fit needs, with references and with SAR alone; with fewer the plain regression is
# better.
LEAST_PIXELS, LEAST_SAR_PIXELS = 100, 300
LEAST_HIDDEN = 200  # hidden pixels needed to fit the weights
# Relative reduction of the RMSE on hidden ground for which similar pixels are used, in small scenes and in large ones:
# they take about as long as all heads together.
LEAST_GAIN, LEAST_GAIN_LARGE = 0.005, 0.05
# The same for the harmonic fill as a member of a large scene's blend: it takes longer to solve than the heads.
LEAST_GAIN_HARMONIC = 0.005


@dataclass(frozen=True)
class Fit:
    """Everything fitted to a scene.

    Args:
        mode: the job's mode.
        scaling: standardisation of the evidence.
        level, spread: (bands,) float64 mean and standard deviation of clear ground in DN.
        features: the hidden layers.
        rough: typical squared difference between neighbours' evidence, see `residual_diffusion.roughness`.
        heads: (heads, features, bands) float32 coefficients in DN.
        weights: (heads + 1,) weights of the heads and, last, of the harmonic fill; non-negative, summing to 1.
        errors: the error model, or None where too little ground could be hidden.
        hidden_rmse: root mean square error on the hidden ground, weighted by the density ratio, in DN; NaN
            where unknown.
        similar: the correction by similar pixels, or None where it does not pay.
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
        """Whether too few clear pixels had evidence for a fit."""
        return bool(self.weights[-1] == 1.0 and self.errors is None)

    @property
    def combined(self) -> np.ndarray:
        """(features, bands) float32: the heads' weighted sum as one head, without the harmonic fill's share."""
        return np.tensordot(self.weights[:-1].astype(np.float32), self.heads, axes=1)


@dataclass(frozen=True)
class _Sample:
    """A training window.

    Args:
        chip: the window's chip.
        stack: its evidence.
        targets: (bands, rows, cols) float32 DN, the scene less its base.
        clear: (rows, cols) bool, the pixels whose targets may be used.
        fold: (rows, cols) int8, the fold that hides a pixel; 0: none.
        weight: (rows, cols) float32, the weight of a pixel.
    """

    chip: Chip
    stack: Stack
    targets: np.ndarray
    clear: np.ndarray
    fold: np.ndarray
    weight: np.ndarray


def fit_chips(
    chips: Sequence[Chip], mode: str, *, seed: int, shapes: Sequence[np.ndarray], control: Control | None = None
) -> Fit:
    """Fits to the clear ground of some windows of a scene.

    Args:
        chips: disjoint windows with the same bands and evidence.
        mode: ms, ms-r, mt, mt-r or ms-mt.
        seed: of the hidden layers and the folds.
        shapes: (rows, cols) bool each, holes of the scene, whose shapes the folds take.
        control: checked between steps; raises to cancel.
    """
    control = control or Control()
    generator = np.random.default_rng(np.random.SeedSequence((seed, 2)))
    scaling = scaling_of(chips, mode)
    values = np.concatenate([chip.scene[:, chip.clear_ground] for chip in chips], axis=1)
    bands = len(values)
    level = values.mean(axis=1, dtype=np.float64) if values.size else np.zeros(bands)
    spread = values.std(axis=1, dtype=np.float64) if values.size else np.ones(bands)
    samples = [_sample_of(chip, mode, scaling, level, spread, shapes, generator) for chip in chips]
    ratios = density_ratios(
        [sample.stack for sample in samples],
        [sample.clear for sample in samples],
        [sample.chip.hole & sample.stack.known for sample in samples],
    )
    samples = [replace(sample, weight=weight) for sample, weight in zip(samples, ratios, strict=True)]
    large = len(chips) > 1  # small scenes are fitted on one window
    components = None
    if large and EVIDENCE_MODES[mode].references:
        components = predictive_components(
            [sample.stack.main[:, sample.clear] for sample in samples],
            [sample.targets[:, sample.clear] for sample in samples],
        )
    features = draw_features([sample.stack for sample in samples], seed=seed, components=components)
    ridge_heads = heads_for(features.sar is not None)
    weighted_samples = _downweight_outliers(samples)
    gram_matrices = _gram_matrices(weighted_samples, features, bands, generator, control)
    total = GramMatrix(np.sum([one.products for one in gram_matrices], axis=0))
    if total.pixels(bands) < (LEAST_PIXELS if EVIDENCE_MODES[mode].references else LEAST_SAR_PIXELS):
        heads = np.zeros((len(ridge_heads), features.count, bands), np.float32)
        harmonic_only = np.eye(len(ridge_heads) + 1)[-1]
        return Fit(mode, scaling, level, spread, features, 1.0, heads, harmonic_only, None, float("nan"))
    folds = [number for number in range(1, FOLDS + 1) if gram_matrices[number].pixels(bands)]
    fold_heads = [_heads_of(total.without(gram_matrices[number]), features, ridge_heads, control) for number in folds]
    heads = _heads_of(total, features, ridge_heads, control)
    rough = roughness([alike_by(sample.stack, features.kept(sample.stack)) for sample in samples])
    candidates, hidden_fills = None, None
    if folds and EVIDENCE_MODES[mode].references:
        windows = [(sample.stack, sample.clear, sample.targets, sample.fold) for sample in samples]
        candidates = Candidates.draw(features, windows, [*fold_heads, heads], seed=seed)
    if folds:
        robust = [one.weight for one in weighted_samples]
        hidden_fills = _fill_folds(samples, robust, features, rough, folds, fold_heads, candidates, control)
    equal_weights = np.append(np.full(len(heads), 1 / len(heads)), 0.0)
    fit = Fit(mode, scaling, level, spread, features, rough, heads, equal_weights, None, float("nan"))
    if hidden_fills is None or hidden_fills.errors.shape[2] < LEAST_HIDDEN:
        return fit
    best = _stack(hidden_fills, len(heads), large=large)
    relative_weight = hidden_fills.weight / hidden_fills.weight.mean()
    return replace(
        fit,
        weights=best.weights,
        errors=fit_error_model(best.errors, hidden_fills.spread, hidden_fills.distance, hidden_fills.fold % 2 == 1),
        hidden_rmse=float(np.sqrt((best.errors**2 * relative_weight).mean())),
        similar=candidates.all(-1, best.share) if candidates is not None and best.share else None,
    )


def _heads_of(gram: GramMatrix, features: Features, ridge_heads: Sequence[RidgeHead], control: Control) -> np.ndarray:
    """(heads, features, bands) float32 coefficients of the ridge regressions."""
    control.check()
    bands = len(gram.products) - features.count
    return np.stack([solve(gram, bands, head, features.groups) for head in ridge_heads])


def _sample_of(
    chip: Chip, mode: str, scaling: Scaling, level: np.ndarray, spread: np.ndarray, shapes: Sequence[np.ndarray],
    generator: np.random.Generator,
) -> _Sample:  # fmt: skip
    stack = stack_of(chip, mode, scaling)
    targets = np.nan_to_num(chip.scene) - base_of(chip, mode, level, spread, scaling)
    clear = chip.clear_ground & stack.known
    return _Sample(chip, stack, targets, clear, draw_folds(clear, shapes, generator), np.ones(chip.shape, np.float32))


def _downweight_outliers(samples: Sequence[_Sample]) -> list[_Sample]:
    """The windows with smaller weights for outliers: clear pixels that the evidence does not explain."""
    weights = robust_weights(
        [sample.stack.main[:, sample.clear] for sample in samples],
        [sample.targets[:, sample.clear] for sample in samples],
    )
    weighted = []
    for sample, weight in zip(samples, weights, strict=True):
        weighted.append(replace(sample, weight=sample.weight.copy()))
        weighted[-1].weight[sample.clear] *= weight
    return weighted


def _gram_matrices(
    samples: Sequence[_Sample], features: Features, bands: int, generator: np.random.Generator, control: Control
) -> list[GramMatrix]:
    """The Gram matrices over the clear pixels of no fold and of each fold, from a sample of about MOST_PIXELS."""
    share = min(1.0, MOST_PIXELS / max(1, sum(int(sample.clear.sum()) for sample in samples)))
    gram_matrices = [GramMatrix.empty(features.count, bands) for _ in range(FOLDS + 1)]
    for sample in samples:
        chosen = sample.clear & (generator.random(sample.clear.shape) < share)
        targets, root_weight = sample.targets.reshape(bands, -1), np.sqrt(sample.weight).ravel()
        planes = features.planes(sample.stack)
        for number, gram in enumerate(gram_matrices):
            for pixels, blocks in features.blocks(sample.stack, chosen & (sample.fold == number), planes=planes):
                control.check()
                # weighted least squares
                gram.add(np.concatenate([*blocks.values(), targets[:, pixels]]) * root_weight[pixels])
    return gram_matrices


@dataclass(frozen=True)
class _HiddenFills:
    """Cross-validated predictions at the hidden pixels.

    Args:
        errors: (fills, bands, n) prediction minus truth in DN: of the heads, of their corrected mean if there are
            candidates, and of the harmonic fill.
        spread: (bands, n) standard deviation over the heads in DN.
        distance: (n,) px to the nearest pixel that is not hidden.
        fold: (n,) the fold of each pixel.
        weight: (n,) density ratio.
        robust: (n,) the same times the robust weight.
    """

    errors: np.ndarray
    spread: np.ndarray
    distance: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    robust: np.ndarray


def _fill_folds(
    samples: Sequence[_Sample], robust: Sequence[np.ndarray], features: Features, rough: float, folds: Sequence[int],
    fold_heads: Sequence[np.ndarray], candidates: Candidates | None, control: Control,
) -> _HiddenFills | None:  # fmt: skip
    """Fills each fold by the heads fitted without it, with diffused edge residuals, and by the harmonic fill.

    With candidates, also by the mean of the heads corrected by similar pixels. None where nothing is hidden.
    """
    coefficients = [side_by_side(heads) for heads in fold_heads]
    errors, spread, rest = [], [], []
    for sample, robust_weight in zip(samples, robust, strict=True):
        if not sample.fold.any():
            continue
        control.check()
        flow = conductance(sample.stack, rough, features.kept(sample.stack))
        planes = features.planes(sample.stack)
        for index, number in enumerate(folds):
            hidden = sample.fold == number
            if not hidden.any():
                continue
            control.check()
            # the fold and its edge, where the diffusion reads residuals
            surroundings = ndi.binary_dilation(hidden, structure=np.ones((3, 3), bool))
            predicted = features.predict(sample.stack, surroundings, coefficients[index], planes)
            if candidates is not None:
                correction = candidates.outside(number, index).correction(features, sample.stack, surroundings)
                mean = predicted.reshape(-1, *correction.shape).mean(axis=0)
                predicted = np.concatenate([predicted, mean + correction])
            box = box_around(hidden, LINES.reach)
            hidden_in_box, targets = hidden[box], sample.targets[(slice(None), *box)]
            predictions = np.zeros((len(predicted), *hidden_in_box.shape), np.float32)
            predictions[:, surroundings[box]] = predicted
            predictions = predictions.reshape(-1, len(targets), *hidden_in_box.shape)
            errors.append(_errors_of(predictions, targets, hidden_in_box, sample.clear[box], flow.within(box)))
            spread.append(predictions[: len(fold_heads[index]), :, hidden_in_box].std(axis=0))
            count = int(hidden_in_box.sum())
            distance = ndi.distance_transform_edt(hidden_in_box)[hidden_in_box]
            rest.append(np.stack([distance, np.full(count, number), sample.weight[hidden], robust_weight[hidden]]))
    if not errors:
        return None
    all_errors, all_spread, all_rest = (
        np.concatenate(errors, axis=2),
        np.concatenate(spread, axis=1),
        np.concatenate(rest, axis=1),
    )
    finite = np.isfinite(all_errors).all(axis=(0, 1))
    return _HiddenFills(all_errors[:, :, finite], all_spread[:, finite], *all_rest[:, finite])


@dataclass(frozen=True)
class _Stacked:
    """A weighted sum of fills.

    Args:
        weights: (heads + 1,) weights of the heads and the harmonic fill.
        errors: (bands, n) prediction minus truth at the hidden pixels in DN.
        share: weight of the correction by similar pixels, 0 to 1.
    """

    weights: np.ndarray
    errors: np.ndarray
    share: float = 0.0


def _stack(fills: _HiddenFills, count: int, *, large: bool) -> _Stacked:
    """The weighted sum of the heads and the harmonic fill with the least error, corrected if that pays.

    Args:
        fills: the predictions at the hidden pixels.
        count: number of heads.
        large: whether the scene is: what costs time must pay more there, and the harmonic fill must pay.
    """

    def error_of(blended: np.ndarray) -> float:
        return float((blended**2 * fills.robust).mean())

    def best(errors: np.ndarray) -> tuple[_Stacked, float]:
        weights = weigh((errors * np.sqrt(fills.robust)).reshape(len(errors), -1))
        blended = np.tensordot(weights, errors, axes=1)
        if large and 0 < weights[-1] < 1:
            others = np.append(weights[:-1] / weights[:-1].sum(), 0.0)
            without = np.tensordot(others, errors, axes=1)
            if error_of(blended) > (1 - LEAST_GAIN_HARMONIC) ** 2 * error_of(without):
                weights, blended = others, without
        return _Stacked(weights, blended), error_of(blended)

    if len(fills.errors) == count + 1:
        return best(fills.errors)[0]
    (plain, plain_error), (corrected, error) = best(np.delete(fills.errors, count, axis=0)), best(fills.errors)
    if error > (1 - (LEAST_GAIN_LARGE if large else LEAST_GAIN)) ** 2 * plain_error:
        return plain
    # the corrected mean's weight is split evenly among the heads, and is the weight of the correction
    share = float(corrected.weights[count])
    heads = corrected.weights[:count] + share / count
    return _Stacked(np.append(heads, corrected.weights[-1]), corrected.errors, share)


def _errors_of(
    predictions: np.ndarray, targets: np.ndarray, hidden: np.ndarray, clear: np.ndarray, flow: Conductance
) -> np.ndarray:
    """(heads + 1, bands, n) fill minus truth at the hidden pixels in DN: of each head, and of the harmonic fill.

    Args:
        predictions: (heads, bands, rows, cols) float32 DN at the hidden pixels and their edge.
        targets: (bands, rows, cols) float32 DN, the truth.
        hidden: (rows, cols) bool, the hidden pixels.
        clear: (rows, cols) bool, the clear pixels.
        flow: conductance of the diffusion.
    """
    residuals = (targets[None] - predictions).reshape(-1, *hidden.shape)
    diffused = diffuse(residuals, hidden, clear, flow, image=targets, ground=clear).reshape(*predictions.shape[:2], -1)
    harmonic = harmonic_fill(targets, hidden, clear & ~hidden) - targets
    return np.concatenate([diffused - residuals[:, hidden].reshape(diffused.shape), harmonic[None][:, :, hidden]])


def side_by_side(heads: np.ndarray) -> np.ndarray:
    """Concatenates (heads, features, bands) into one head of (features, heads * bands)."""
    return np.ascontiguousarray(heads.transpose(1, 0, 2).reshape(heads.shape[1], -1))
