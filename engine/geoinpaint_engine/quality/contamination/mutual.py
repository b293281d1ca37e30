"""Joint screening of all dates of a place, sharing the intermediate results that several of them need.

Each date is screened like the scene of a single run (`judgement.judge`), from its neighbours in time. As there, certain
findings in the neighbours are excluded first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from geoinpaint_engine.quality.contamination.beside_gaps import fine_changes
from geoinpaint_engine.quality.contamination.judgement import (
    Judgement,
    believed_dates,
    date_flags,
    judgement_of,
    rims_left,
    scene_flags,
)
from geoinpaint_engine.quality.contamination.learning import (
    RELEARNT,
    TRUST,
    TRUST_UNMASKED,
    Fit,
    Model,
    Sample,
    far_from_hole,
    fitted,
    picked_pixels,
    predictor_of,
    sample_of,
    white_of,
)
from geoinpaint_engine.quality.contamination.series import FineChanges, Scores, Series, Standard, plain_cloud
from geoinpaint_engine.quality.contamination.signals import Signal, change_of, signal_again, signal_by, variance_of

LEAST_NEIGHBOURS = 3  # fewer cannot show which of them has changed
ALIKE = 10.0  # ratio of two dates' levels above which their units differ
NO_RIVALS = (0.0, 0.0)

Part = Callable[[int], Series]


class MutualModels:
    """The fitted models of all dates. Use `learn_mutually`.

    Attributes:
        neighbours: for each date, the indices of the dates it is screened with.
        models: one a date; the images of a model are the date and its neighbours.
        ragged: for each date, whether its mask leaves cloud or shadow along its edge.
    """

    def __init__(
        self, neighbours: Sequence[Sequence[int]], standards: Sequence[Standard], models: Sequence[Model]
    ) -> None:
        self.neighbours, self.models = neighbours, models
        self.ragged = [False] * len(models)
        self._standards = standards

    def scores(self, number: int, part: Series) -> Scores:
        """The standardised images of a date."""
        return self._standards[number].scores(part)


class MutualWindow:
    """The joint screening of one window; caches what was computed for one date and is needed for others.

    Args:
        models: of the dates.
        part: returns a date's image in the window, as a series of one image.
    """

    def __init__(self, models: MutualModels, part: Part) -> None:
        self._models, self._part = models, part
        self._parts: dict[int, Series] = {}
        self._scores: dict[int, Scores] = {}
        self._signals: dict[int, Signal] = {}
        self._plain: dict[int, np.ndarray] = {}
        self._cloudy: dict[int, np.ndarray] = {}
        self._changes: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        self._beside: dict[int, FineChanges | None] = {}

    def judged(self, number: int) -> tuple[Judgement, np.ndarray]:
        """A date's judgement (its `dates` are its neighbours), and (rows, cols) bool where other dates must not use it.

        The latter are certain findings that persist once the neighbours' own are excluded: beside a cloud in a
        neighbour, a clear date may look dark.
        """
        model, neighbours = self._models.models[number], self._models.neighbours[number]
        series, (signal, plain, valid) = self._series(number), self.seen(number)
        dates, unused = np.stack([self.cloudy(other) for other in neighbours]), self.cloudy(number)
        if unused.any():
            unused = unused & date_flags(signal, plain, NO_RIVALS, series.valid[0])
        masked, ragged = bool(series.hole.any()), self._models.ragged[number]
        signal, flags = scene_flags(model, series, signal, plain, NO_RIVALS, masked=masked, ragged=ragged)
        self._beside.pop(number, None)
        return judgement_of(model, series, signal, flags, dates, valid, ragged=ragged), unused & series.valid[0]

    def seen(self, number: int) -> tuple[Signal, np.ndarray, np.ndarray]:
        """A date's signal and plain cloud from its neighbours' clear pixels, which are (images, rows, cols) bool."""
        model, neighbours = self._models.models[number], self._models.neighbours[number]
        series = self._series(number)
        valid = believed_dates(series, np.stack([self.cloudy(other) for other in neighbours]))
        signal, plain = self._signal(number), self._plain[number]
        if (valid != series.valid).any():
            plain = plain_cloud(series, valid, 0, model.white)
            scores = self._beside_gaps(number, series)
            signal = signal_again(model, series, scores, valid, 0, signal, series.valid)
        return signal.noisier(variance_of([self._change(other) for other in neighbours])), plain, valid

    def image(self, number: int) -> np.ndarray:
        """(bands, rows, cols) float32 DN: a date's image."""
        return self._get(number).images[0]

    def _change(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """A date's `change_of` where it is used."""
        if number not in self._changes:
            bands = len(self._models.models[number].white)
            self._changes[number] = change_of(self._signal(number), self.believed(number), bands)
        return self._changes[number]

    def cloudy(self, number: int) -> np.ndarray:
        """(rows, cols) bool: where a date certainly shows cloud or shadow."""
        if number not in self._cloudy:
            signal = self._signal(number)
            self._cloudy[number] = date_flags(signal, self._plain[number], NO_RIVALS, self._get(number).valid[0])
        return self._cloudy[number]

    def believed(self, number: int) -> np.ndarray:
        """(rows, cols) bool: where a date is used: valid, and no certain cloud or shadow."""
        return np.asarray(self._get(number).valid[0] & ~self.cloudy(number))

    def forget(self, wanted: set[int]) -> None:
        """Drops the cached results of all dates but the wanted ones."""
        kept: tuple[dict[int, Any], ...] = (
            self._parts, self._scores, self._signals, self._plain, self._cloudy, self._changes
        )  # fmt: skip
        for made in kept:
            for number in [one for one in made if one not in wanted]:
                del made[number]

    def _get(self, number: int) -> Series:
        if number not in self._parts:
            self._parts[number] = self._part(number)
        return self._parts[number]

    def _series(self, number: int) -> Series:
        return Series.joined([self._get(one) for one in (number, *self._models.neighbours[number])])

    def _joined_scores(self, number: int) -> Scores:
        every = []
        for one in (number, *self._models.neighbours[number]):
            if one not in self._scores:
                self._scores[one] = self._models.scores(one, self._get(one))
            every.append(self._scores[one])
        return Scores(tuple(one.fine[0] for one in every), tuple(one.wide[0] for one in every))

    def _beside_gaps(self, number: int, series: Series) -> Scores:
        if number not in self._beside:
            # all dates' are kept until the last of them is judged: whole images would be half of what a window takes
            self._beside[number] = fine_changes(self._models.models[number].standard, series)
        return replace(self._joined_scores(number), changes=self._beside[number])

    def _signal(self, number: int) -> Signal:
        """A date's signal from all unmasked pixels of its neighbours."""
        if number not in self._signals:
            series, model = self._series(number), self._models.models[number]
            self._plain[number] = plain_cloud(series, series.valid, 0, model.white)
            scores = self._beside_gaps(number, series)
            self._signals[number] = signal_by(model, series, scores, series.valid, 0)
        return self._signals[number]


def learn_mutually(
    windows: Sequence[Sequence[Series]],
    neighbours: Sequence[Sequence[int]],
    *,
    seed: int,
    cell: int = 1,
    check: Callable[[], None] = lambda: None,
) -> MutualModels | None:
    """Fits the models of all dates of a place.

    Args:
        windows: sampled windows of the place; for each, the dates as series of one image.
        neighbours: for each date, the indices of at least LEAST_NEIGHBOURS others.
        seed: of the random sample of pixels.
        cell: px a side of the windows' cells.
        check: called for each date; raises to cancel.

    Returns:
        None where the dates' levels differ so much that their units must.
    """
    count = len(neighbours)
    standards = [Standard.of([window[number] for window in windows]) for number in range(count)]
    levels = np.stack([one.level[0] for one in standards])
    if levels.min() <= 0 or (levels.max(axis=0) > ALIKE * levels.min(axis=0)).any():
        return None
    white = np.max([white_of([window[number] for window in windows]) for number in range(count)], axis=0)
    learner = _Learner(windows, neighbours, standards, white, seed, cell, check)
    models = learner.models([[part.valid[0] for part in window] for window in windows])
    looked = [MutualWindow(models, window.__getitem__) for window in windows]
    believed = [[one.believed(number) for number in range(count)] for one in looked]
    seen, left = (
        np.array([sum(int(values[number].sum()) for values in every) for number in range(count)])
        for every in ([[part.valid[0] for part in window] for window in windows], believed)
    )
    if (1 - left / np.maximum(seen, 1)).max() > RELEARNT:
        models = learner.models(believed)
        looked = [MutualWindow(models, window.__getitem__) for window in windows]
    for number in range(count):
        check()
        rims = []
        for window, one in zip(windows, looked, strict=True):
            if window[number].hole.any():
                signal, plain, _ = one.seen(number)
                rims.append((window[number], signal, plain, NO_RIVALS))
        models.ragged[number] = bool(rims) and rims_left(rims)
    return models


class _Learner:
    """Fits each date on its neighbours, all on the same sample of pixels."""

    def __init__(
        self, windows: Sequence[Sequence[Series]], neighbours: Sequence[Sequence[int]], standards: Sequence[Standard],
        white: np.ndarray, seed: int, cell: int, check: Callable[[], None],
    ) -> None:  # fmt: skip
        self._windows, self._neighbours, self._standards, self._white = windows, neighbours, standards, white
        self._seed, self._cell, self._check = seed, cell, check
        generator = np.random.default_rng(np.random.SeedSequence((seed, 5)))
        self._picked = picked_pixels([window[0] for window in windows], generator)
        self._scores = [[standards[number].scores(part) for number, part in enumerate(window)] for window in windows]

    def models(self, valid: Sequence[Sequence[np.ndarray]]) -> MutualModels:
        """Fits the models where the dates are valid: (rows, cols) bool of each window's dates."""
        learned: list[tuple[Sample, Fit | None, Standard, float]] = []
        for number in range(len(self._neighbours)):
            self._check()
            learned.append(self._fit(number, valid))
        models = []
        for number, (sample, fit, standard, trust) in enumerate(learned):
            fits = [learned[other][1] for other in self._neighbours[number]]
            dates = [one for one in fits if one is not None]
            predictor = None if fit is None else predictor_of(sample, fit, dates, trust, self._white)
            models.append(Model(standard, self._white, (predictor,), self._cell))
        return MutualModels(self._neighbours, self._standards, models)

    def _fit(self, number: int, valid: Sequence[Sequence[np.ndarray]]) -> tuple[Sample, Fit | None, Standard, float]:
        images = [number, *self._neighbours[number]]
        windows = [Series.joined([window[one] for one in images]) for window in self._windows]
        standard = Standard(*(np.concatenate([getattr(self._standards[one], name) for one in images])
                              for name in ("level", "spread")))  # fmt: skip
        scores = [
            Scores(tuple(window[one].fine[0] for one in images), tuple(window[one].wide[0] for one in images))
            for window in self._scores
        ]
        believed = [np.stack([window[one] for one in images]) for window in valid]
        masked = any(window.hole.any() for window in windows)
        clear = [far_from_hole(window) for window in windows]
        if sum(int(one.sum()) for one in clear) < 0.1 * sum(int(one.valid[0].sum()) for one in windows):
            clear = [window.valid[0] for window in windows]
        trust = TRUST if masked else TRUST_UNMASKED
        sample = sample_of(windows, believed, clear, self._picked, scores, standard, self._white, 0)
        generator = np.random.default_rng(np.random.SeedSequence((self._seed, 7)))
        return sample, fitted(sample, standard, 0, trust, generator), standard, trust
