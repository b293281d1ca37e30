"""Finds evidence for a scene's hole: search, survey, rank and, on request, fetch into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_engine.raster.thread_pool import Submit, thread_pool
from geoinpaint_engine.sentinel.items import POLARISATIONS, SCENE_CLASSES, Item
from geoinpaint_engine.sources.catalogues import Catalogue
from geoinpaint_engine.sources.date_selection import (
    MOST_LOOKED_AT,
    SPARE,
    bands_looked_at,
    date_seen,
    scene_seen,
    select_dates,
)
from geoinpaint_engine.sources.evidence import FetchContext, Fetched, key_of, require_free, write_date
from geoinpaint_engine.sources.ranking import LEAST_CLEAR, Ranked, apart, rank, rank_radar
from geoinpaint_engine.sources.records import kept_records
from geoinpaint_engine.sources.remote_raster import is_jp2
from geoinpaint_engine.sources.search import find_items
from geoinpaint_engine.sources.survey import Candidate, megabytes, passes, surveyed

THREADS = 8
SURVEYED_AT_ONCE, SURVEYED_AT_MOST = 8, 40
GOOD = 0.9  # of the hole and of the ground around it: as clear as one can wish
TOO_MUCH = "source-limit"
# codes of what one date alone has
LEFT_OUT = ("source-", "evidence-empty", "raster-", "crs-unknown", "file-", "path-", "vrt-", "netcdf-")


@dataclass(frozen=True)
class Wanted:
    """A request for evidence.

    Args:
        before: days before the scene's date.
        after: days after it.
        most: optical dates at most.
        most_radar: radar passes at most; 0 = none.
        megabytes: that may be fetched.
        collections: of the catalogue, instead of its own.
        dates: ISO dates to fetch, instead of the best.
        radar_dates: likewise of radar.
    """

    before: int = 90
    after: int = 90
    most: int = 6
    most_radar: int = 0
    megabytes: float = 500.0
    collections: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    radar_dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """The ranked results of a search, the best first."""

    optical: tuple[Ranked, ...]
    radar: tuple[Ranked, ...] = ()
    orbit: str = ""

    @property
    def chosen(self) -> list[Candidate]:
        """Those that are to be fetched, optical ones first."""
        return [ranked.candidate for ranked in (*self.optical, *self.radar) if ranked.chosen]


@dataclass
class Search:
    """A search in progress.

    Args:
        catalogue: where.
        names: the optical bands.
        context: what fetching works with.
        wanted: what is looked for.
        progress: called with (fraction, current step).
    """

    catalogue: Catalogue
    names: tuple[str, ...]
    context: FetchContext
    wanted: Wanted
    progress: Callable[[float, str], None] = lambda fraction, message: None
    failures: list[EngineError] = field(default_factory=list)

    def find(self) -> Found:
        """The candidates, surveyed and ranked.

        Raises:
            InputError: `evidence-none`, `evidence-date-missing`, `catalogue-invalid`, `source-...`.
            ResourceError: `stac-missing`, `source-...`.
        """
        place, wanted = self.context.place, self.wanted
        self.progress(0.02, f"asking {self.catalogue.title}")
        items = self._items(radar=False)
        own = [item for item in items if item.date == place.date.isoformat()]
        orbit = next((item.orbit for item in own if item.orbit), "")
        candidates = [
            replace(one, megabytes=megabytes(one.items, self.names, place))
            for one in passes(items, place.date, self.names, without_own=True)
        ]
        named = bool(wanted.dates or wanted.radar_dates)
        self._require(candidates, wanted.dates if named else None, f"images with the bands {', '.join(self.names)}")
        optical = rank(self._survey(candidates), place, most=wanted.most, megabytes=wanted.megabytes, orbit=orbit)
        images = self._radar_images() if wanted.most_radar else []
        if not named:
            optical = self._chosen_together(optical, orbit)
        if not optical and self.failures:
            raise self.failures[0]
        radar: list[Ranked] = []
        if wanted.most_radar:
            spent = sum(ranked.candidate.megabytes for ranked in optical if ranked.chosen)
            radar = rank_radar(images, most=wanted.most_radar, megabytes=wanted.megabytes - spent)
            self._require(images, wanted.radar_dates if named else None, "", radar=True)
        if named:
            optical = [replace(ranked, chosen=ranked.candidate.date in wanted.dates) for ranked in optical]
            radar = [replace(ranked, chosen=ranked.candidate.date in wanted.radar_dates) for ranked in radar]
        return Found(_one_a_date(optical), _one_a_date(radar), orbit)

    def _radar_images(self) -> list[Candidate]:
        place, title = self.context.place, self.catalogue.title
        self.progress(0.22, f"asking {title} for radar")
        images = [
            replace(one, megabytes=megabytes(one.items, POLARISATIONS, place, radar=True))
            for one in passes(self._items(radar=True), place.date, POLARISATIONS)
        ]
        if not images:
            self.context.warn("evidence-no-radar", f"{title} has no radar image of this place then.")
        return images

    def fetch(self, found: Found) -> tuple[list[Fetched], list[Fetched]]:
        """Fetches what is selected and missing; one that cannot be fetched is replaced by the next best.

        Returns:
            The optical dates and the radar passes that lie in the folder now, by date.

        Raises:
            UsageError, InputError, ResourceError: what kept all of them away.
        """
        named = bool(self.wanted.dates or self.wanted.radar_dates)
        self.context.transport.allow(self.wanted.megabytes)
        done = []
        with thread_pool(THREADS, name="fetch") as submit:
            for ranking, names in ((found.optical, self.names), (found.radar, POLARISATIONS)):
                chosen = [ranked.candidate for ranked in ranking if ranked.chosen]
                dates = {one.date for one in chosen}
                spare = [] if named else [one.candidate for one in ranking if one.candidate.date not in dates]
                done.append(self._fetch_all(chosen, spare, names, submit, 0.3 + 0.6 * (names is POLARISATIONS)))
        if not any(done):
            raise next(iter(self.failures), nothing_chosen(found, self.wanted))
        return done[0], done[1]

    def _fetch_all(
        self, chosen: Sequence[Candidate], spare: Sequence[Candidate], names: Sequence[str], submit: Submit,
        begun: float,
    ) -> list[Fetched]:  # fmt: skip
        kept = kept_records(self.context.folder)
        missing = [one for one in chosen if key_of(one, names, self.context.place) not in kept]
        done = [kept[key] for one in chosen if (key := key_of(one, names, self.context.place)) in kept]
        for one in missing:
            require_free(one, names, self.context.folder)
        coming = [(one, self._prefetch(one, names, submit)) for one in missing]
        left = iter(spare)
        for number, (candidate, chips) in enumerate(coming, 1):
            self.progress(begun + 0.6 * (number - 1) / len(coming) * (names is not POLARISATIONS), candidate.date)
            try:
                for chip in chips:
                    chip.result()
                done.append(write_date(candidate, names, self.context))
            except EngineError as error:
                if error.code == TOO_MUCH:
                    dates = ", ".join(one.date for one, _ in coming[number - 1 :])
                    self._end_at_limit(error, f"Left out: {dates}.")
                    break
                self._leave_out(candidate, error)
                tried = {one.date for one, _ in coming}
                instead = next((one for one in left if one.date not in tried), None)
                if instead is not None and len(coming) < 3 * len(missing):
                    require_free(instead, names, self.context.folder)
                    coming.append((instead, self._prefetch(instead, names, submit)))
        return sorted(done, key=lambda one: one.date)

    def _prefetch(self, candidate: Candidate, names: Sequence[str], submit: Submit) -> list[Future[object]]:
        """Begins to fetch the bands of a date's first item; those of others are fetched where it leaves gaps."""
        item = candidate.items[0]
        more = [SCENE_CLASSES] if SCENE_CLASSES in item.bands else []
        return [submit(self.context.chip, item, name) for name in (*names, *more)]

    def _survey(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates with their clear shares: as many as it takes to know enough good ones, the likeliest first.

        Where what a search may take ends before, those known by then are all; how many are not, is told once.
        """
        wanted, context, place = self.wanted, self.context, self.context.place
        named = [one for one in candidates if one.date in wanted.dates]
        others = [one for one in candidates if one.date not in wanted.dates]
        likely = sorted(others, key=lambda one: apart(one.days) * _cloudy(one.items))
        queue = named or likely
        out: list[Candidate] = []
        with thread_pool(THREADS, name="fetch") as submit:
            while queue and len(out) < SURVEYED_AT_MOST and (not out or not self._enough(out)):
                self.progress(0.05 + 0.2 * len(out) / SURVEYED_AT_MOST, "looking where the dates are clear")
                now, queue = queue[:SURVEYED_AT_ONCE], queue[SURVEYED_AT_ONCE:]
                jobs = [
                    submit(surveyed, one, place, context.chips, context.transport, sign=context.sign)
                    for one in now
                ]
                ended: list[EngineError] = []
                for candidate, job in zip(now, jobs, strict=True):
                    try:
                        out.append(job.result())
                    except EngineError as error:
                        if error.code == TOO_MUCH:  # says nothing of the date
                            ended.append(error)
                            continue
                        self._leave_out(candidate, error)
                if ended:
                    left = f"{len(ended) + len(queue)} of {len(named or likely)} dates could not be looked at."
                    self._end_at_limit(ended[0], left)
                    break
        return out

    def _chosen_together(self, optical: list[Ranked], orbit: str) -> list[Ranked]:
        """The ranking with those chosen that predict the scene best together, of some more than are wanted.

        Where what a search may take ends before all of them were looked at, it stays as it was.
        """
        most, place = self.wanted.most, self.context.place
        short = [one for one in optical if one.candidate.clear_hole >= LEAST_CLEAR][: most + SPARE]
        names = bands_looked_at(self.names)
        whole = any(is_jp2(one.candidate.items[0].bands[name].href) for one in short for name in names)
        if whole or not 0 < most < len(short) <= MOST_LOOKED_AT or not place.around.any():
            return optical  # of a JPEG 2000 no overview can be had alone
        self.progress(0.25, "trying which dates predict the scene")
        seen: dict[int, np.ndarray] = {}
        lost: list[Candidate] = []
        ended = False
        with thread_pool(THREADS, name="fetch") as submit:
            jobs = [submit(date_seen, one.candidate, names, self.context) for one in short]
            for number, job in enumerate(jobs):
                try:
                    seen[number] = job.result()
                except EngineError as error:
                    if error.code == TOO_MUCH:  # says nothing of the date
                        ended = True
                        continue
                    self._leave_out(short[number].candidate, error)
                    lost.append(short[number].candidate)
        if lost:
            left = [one.candidate for one in optical if not any(one.candidate is gone for gone in lost)]
            optical = rank(left, place, most=most, megabytes=self.wanted.megabytes, orbit=orbit)
        if ended:
            return optical
        shown = {number: short[number].candidate.clear_hole for number in seen}
        before = {number: short[number].candidate.days < 0 for number in seen}
        spent, dates = 0.0, []
        for number in select_dates(*scene_seen(self.context), seen, shown, before, most):
            candidate = short[number].candidate
            if spent + candidate.megabytes <= self.wanted.megabytes:
                spent += candidate.megabytes
                dates.append(candidate)
        if not dates:
            return optical
        return [replace(one, chosen=any(one.candidate is date for date in dates)) for one in optical]

    def _enough(self, seen: Sequence[Candidate]) -> bool:
        good = [one for one in seen if min(one.clear_hole, one.clear_around) >= GOOD]
        sides = {one.days < 0 for one in good}
        return len(good) >= self.wanted.most and len(sides) == 2

    def _leave_out(self, candidate: Candidate, error: EngineError) -> None:
        """Skips a date; raises errors that do not concern that date only."""
        if not error.code.startswith(LEFT_OUT):
            raise error
        self.failures.append(error)
        self.context.warn("evidence-left-out", f"{candidate.date} is left out: {error.message}")

    def _end_at_limit(self, error: EngineError, left: str) -> None:
        """Stops: keeps what is there and reports what is missing."""
        self.failures.insert(0, error)
        self.context.warn("evidence-limit", f"{error.message} {left}")

    def _items(self, *, radar: bool) -> list[Item]:
        day, wanted, context = self.context.place.date, self.wanted, self.context
        first = day - min(timedelta(days=wanted.before), day - date.min)
        last = day + min(timedelta(days=wanted.after), date.max - day)
        return find_items(
            self.catalogue, context.place.box, first, last,
            radar=radar, transport=context.transport, collections=() if radar else wanted.collections,
            warn=context.warn, check=context.check,
        )  # fmt: skip

    def _require(
        self, candidates: Sequence[Candidate], dates: Sequence[str] | None, what: str, *, radar: bool = False
    ) -> None:
        """Raises where nothing was found, or not what was asked for by name."""
        known = {one.date for one in candidates}
        for wanted in dates or ():
            if wanted not in known:
                raise InputError(
                    "evidence-date-missing",
                    f"{self.catalogue.title} has no {'radar ' if radar else ''}image of {wanted} of this place.",
                    "Choose dates that geoinpaint find --list tells.",
                )
        if not candidates and dates is None and not radar:
            raise InputError(
                "evidence-none",
                f"{self.catalogue.title} has no {what} of this place from {self.wanted.before} days before the scene "
                f"to {self.wanted.after} after it.",
                "Widen --before and --after, or name another --catalogue.",
            )


def _one_a_date(ranking: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """A ranking in which of the passes of one date the best alone is chosen: a date's files are called by it."""
    out: list[Ranked] = []
    for ranked in ranking:
        before = {one.candidate.date for one in out if one.chosen}
        out.append(replace(ranked, chosen=ranked.chosen and ranked.candidate.date not in before))
    return tuple(out)


def nothing_chosen(found: Found, wanted: Wanted) -> InputError:
    """`evidence-none`: which limit it is that keeps all dates away."""
    clear = [one.candidate for one in found.optical if one.candidate.clear_hole >= LEAST_CLEAR]
    offered = [*(clear if wanted.most else []), *(one.candidate for one in found.radar)]
    if offered:
        why = (
            f"No date is chosen, since each takes {min(one.megabytes for one in offered):.1f} MB or more, and "
            f"{wanted.megabytes:g} MB may be fetched."
        )
        return InputError("evidence-none", why, "Raise --max-mb.")
    if not wanted.most:
        return InputError("evidence-none", "No date is chosen, since --max-dates is 0.", "Raise --max-dates.")
    why = "No date shows the hole without clouds." if found.optical else "There is nothing to fetch."
    return InputError("evidence-none", why, "Widen --before and --after.")


def _cloudy(items: Sequence[Item]) -> float:
    """The penalty in distance of a date for the cloud cover that the catalogue gives for the whole image."""
    share = items[0].cloud_share
    return 1.0 + 4.0 * (0.3 if share is None else share)
