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
from geoinpaint_engine.methods.ensemble.ridge_heads import GramMatrix, heads_for, solve, weigh
from geoinpaint_engine.methods.ensemble.robust_weights import robust_weights
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.quality.uncertainty import ErrorModel, fit_error_model
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import box_around, harmonic_fill

MOST_PIXELS = 60_000  # that the Gram matrices are formed of
# Clear pixels with evidence that a fit needs, with references and with SAR alone: fewer give a better plain regression.
LEAST_PIXELS, LEAST_SAR_PIXELS = 100, 300
LEAST_HIDDEN = 200  # hidden pixels that weights need


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
    groups, rough = features.groups, roughness([part.alike_by for part in parts])
    folds = [number for number in range(1, FOLDS + 1) if gram_matrices[number].pixels(bands)]
    fold_heads = []
    for number in folds:
        control.check()
        rest = total.without(gram_matrices[number])
        fold_heads.append(np.stack([solve(rest, bands, head, groups) for head in ridge_heads]))
    found = None
    if folds:
        strengths = [one.weight for one in robust]
        found = _hidden_fills(parts, strengths, features, rough, folds, fold_heads, control)
    weights, errors, rmse = np.full(len(ridge_heads) + 1, 1 / len(ridge_heads)), None, float("nan")
    weights[-1] = 0.0
    if found is not None and found.errors.shape[2] >= LEAST_HIDDEN:
        share = found.weight / found.weight.mean()
        weights = weigh((found.errors * np.sqrt(found.robust)).reshape(len(weights), -1))
        ours = np.tensordot(weights, found.errors, axes=1)
        rmse = float(np.sqrt((ours**2 * share).mean()))
        errors = fit_error_model(ours, found.spread, found.distance, found.fold % 2 == 1)
    control.check()
    heads = np.stack([solve(total, bands, head, groups) for head in ridge_heads])
    return Fit(mode, scaling, level, spread, features, rough, heads, weights, errors, rmse)


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

    `weight` is the density ratio, `robust` the same, less for outliers.
    """

    errors: np.ndarray
    spread: np.ndarray
    distance: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    robust: np.ndarray


def _hidden_fills(
    parts: Sequence[_Part], robust: Sequence[np.ndarray], features: Features, rough: float, folds: Sequence[int],
    fold_heads: Sequence[np.ndarray], control: Control,
) -> _Found | None:  # fmt: skip
    """Each fold filled by heads that have not seen it, their errors at its edge diffused in, and harmonically."""
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
            box = box_around(hidden, LINES.reach)
            inside, targets = hidden[box], part.targets[(slice(None), *box)]
            heads = np.zeros((len(predicted), *inside.shape), np.float32)
            heads[:, wanted[box]] = predicted
            heads = heads.reshape(-1, len(targets), *inside.shape)
            errors.append(_errors(heads, targets, inside, part.clear[box], along.within(box)))
            spread.append(heads[:, :, inside].std(axis=0))
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
