"""Finds evidence for a scene's hole: searches, surveys and ranks dates, and fetches the chosen ones into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_engine.raster.thread_pool import Submit, thread_pool
from geoinpaint_engine.sentinel.items import POLARISATIONS, SCENE_CLASSES, Item
from geoinpaint_engine.sources.catalogues import Catalogue
from geoinpaint_engine.sources.date_selection import (
    MOST_EXAMINED,
    SPARE,
    comparison_bands,
    read_date,
    read_scene,
    select_dates,
)
from geoinpaint_engine.sources.evidence import FetchContext, Fetched, key_of, require_free, write_date
from geoinpaint_engine.sources.ranking import LEAST_CLEAR, Ranked, apart, rank, rank_radar
from geoinpaint_engine.sources.records import kept_records
from geoinpaint_engine.sources.remote_raster import is_jp2
from geoinpaint_engine.sources.search import find_items
from geoinpaint_engine.sources.survey import Candidate, megabytes, passes, surveyed
from geoinpaint_engine.sources.wanted import Found, Wanted, nothing_chosen

THREADS = 8
SURVEYED_AT_ONCE, SURVEYED_AT_MOST = 8, 40
GOOD = 0.9  # clear share, of the hole and of the ground around it, from which a date is good
LIMIT_CODE = "source-limit"  # raised by the transport at the download limit; says nothing about the date itself
# prefixes of the error codes that concern a single date
LEFT_OUT = ("source-", "evidence-empty", "raster-", "crs-unknown", "file-", "path-", "vrt-", "netcdf-")

Result = TypeVar("Result")


@dataclass
class Search:
    """A search in progress.

    Args:
        catalogue: the catalogue to search.
        names: names of the optical bands.
        context: the scene, and the means of fetching.
        wanted: the request.
        progress: called with (fraction, current step).
    """

    catalogue: Catalogue
    names: tuple[str, ...]
    context: FetchContext
    wanted: Wanted
    progress: Callable[[float, str], None] = lambda fraction, message: None
    failures: list[EngineError] = field(default_factory=list)

    def find(self) -> Found:
        """Searches, surveys and ranks the candidates.

        Raises:
            InputError: `evidence-none`, `evidence-date-missing`, `catalogue-invalid`, `source-...`.
            ResourceError: `stac-missing`, `source-...`.
        """
        place, wanted = self.context.place, self.wanted
        self.progress(0.02, f"asking {self.catalogue.title}")
        items = self._items(radar=False)
        scene_orbits = [item.orbit for item in items if item.date == place.date.isoformat()]
        orbit = next(filter(None, scene_orbits), "")
        candidates = [
            replace(candidate, megabytes=megabytes(candidate.items, self.names, place))
            for candidate in passes(items, place.date, self.names, without_own=True)
        ]
        self._require_found(candidates)
        self._require_dates(candidates, wanted.dates)
        optical = rank(self._survey(candidates), place, most=wanted.most, megabytes=wanted.megabytes, orbit=orbit)
        images = self._radar_images() if wanted.most_radar else []
        if not wanted.by_date:
            optical = self._choose_jointly(optical, orbit)
        if not optical and self.failures:
            raise self.failures[0]
        radar: list[Ranked] = []
        if wanted.most_radar:
            spent = sum(ranked.candidate.megabytes for ranked in optical if ranked.chosen)
            radar = rank_radar(images, most=wanted.most_radar, megabytes=wanted.megabytes - spent)
            self._require_dates(images, wanted.radar_dates, kind="radar image")
        if wanted.by_date:
            optical = [replace(ranked, chosen=ranked.candidate.date in wanted.dates) for ranked in optical]
            radar = [replace(ranked, chosen=ranked.candidate.date in wanted.radar_dates) for ranked in radar]
        return Found(_one_per_date(optical), _one_per_date(radar), orbit)

    def _items(self, *, radar: bool) -> list[Item]:
        day, wanted, context = self.context.place.date, self.wanted, self.context
        first = day - min(timedelta(days=wanted.before), day - date.min)
        last = day + min(timedelta(days=wanted.after), date.max - day)
        return find_items(
            self.catalogue, context.place.box, first, last,
            radar=radar, transport=context.transport, collections=() if radar else wanted.collections,
            warn=context.warn, check=context.check,
        )  # fmt: skip

    def _radar_images(self) -> list[Candidate]:
        place, title = self.context.place, self.catalogue.title
        self.progress(0.22, f"asking {title} for radar")
        images = [
            replace(image, megabytes=megabytes(image.items, POLARISATIONS, place, radar=True))
            for image in passes(self._items(radar=True), place.date, POLARISATIONS)
        ]
        if not images:
            self.context.warn("evidence-no-radar", f"{title} has no radar image of this place and time.")
        return images

    def _survey(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Determines the clear shares of candidates, the most promising first, until enough good ones are known.

        If the download limit ends the survey early, only the dates surveyed by then are returned, with a warning.
        """
        context, place = self.context, self.context.place
        requested = [candidate for candidate in candidates if candidate.date in self.wanted.dates]
        others = [candidate for candidate in candidates if candidate.date not in self.wanted.dates]
        queue = requested or sorted(others, key=lambda candidate: apart(candidate.days) * _cloudiness(candidate.items))
        count = len(queue)
        known: list[Candidate] = []
        with thread_pool(THREADS, name="fetch") as submit:
            while queue and len(known) < SURVEYED_AT_MOST and (not known or not self._enough(known)):
                self.progress(0.05 + 0.2 * len(known) / SURVEYED_AT_MOST, "looking where the dates are clear")
                batch, queue = queue[:SURVEYED_AT_ONCE], queue[SURVEYED_AT_ONCE:]
                jobs = [
                    submit(surveyed, candidate, place, context.chips, context.transport, sign=context.sign)
                    for candidate in batch
                ]
                results, _, stopped = self._results(zip(batch, jobs, strict=True))
                known += [candidate for _, candidate in results]
                if stopped:
                    unknown = len(stopped) + len(queue)
                    self._end_at_limit(stopped[0], f"{unknown} of {count} dates could not be surveyed.")
                    break
        return known

    def _enough(self, known: Sequence[Candidate]) -> bool:
        """Whether as many good dates as wanted are known, and some on both sides of the scene's date."""
        good = [candidate for candidate in known if min(candidate.clear_hole, candidate.clear_around) >= GOOD]
        sides = {candidate.days < 0 for candidate in good}
        return len(good) >= self.wanted.most and len(sides) == 2

    def _choose_jointly(self, optical: list[Ranked], orbit: str) -> list[Ranked]:
        """Chooses the dates that together predict the scene best, from a shortlist of the best-ranked ones.

        The choice of the ranking remains if there is nothing to choose from, if a band is a JPEG 2000 (whose overviews
        cannot be fetched separately), or if the download limit is reached.
        """
        most, place = self.wanted.most, self.context.place
        clear = [ranked.candidate for ranked in optical if ranked.candidate.clear_hole >= LEAST_CLEAR]
        shortlist = clear[: most + SPARE]
        names = comparison_bands(self.names)
        hrefs = [candidate.items[0].bands[name].href for candidate in shortlist for name in names]
        if any(map(is_jp2, hrefs)) or not 0 < most < len(shortlist) <= MOST_EXAMINED or not place.around.any():
            return optical
        self.progress(0.25, "trying which dates predict the scene")
        with thread_pool(THREADS, name="fetch") as submit:
            jobs = [submit(read_date, candidate, names, self.context) for candidate in shortlist]
            results, failed, stopped = self._results(zip(shortlist, jobs, strict=True))
        if failed:
            left = [ranked.candidate for ranked in optical if not _is_one_of(ranked.candidate, failed)]
            optical = rank(left, place, most=most, megabytes=self.wanted.megabytes, orbit=orbit)
        if stopped:
            return optical
        images = {number: image for number, (_, image) in enumerate(results)}
        shown = {number: candidate.clear_hole for number, (candidate, _) in enumerate(results)}
        before = {number: candidate.days < 0 for number, (candidate, _) in enumerate(results)}
        selected = select_dates(*read_scene(self.context), images, shown, before, most)
        dates = self._affordable(results[number][0] for number in selected)
        if not dates:
            return optical
        return [replace(ranked, chosen=_is_one_of(ranked.candidate, dates)) for ranked in optical]

    def _affordable(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """The candidates that together fit the download limit, in order of preference."""
        spent, kept = 0.0, []
        for candidate in candidates:
            if spent + candidate.megabytes <= self.wanted.megabytes:
                spent += candidate.megabytes
                kept.append(candidate)
        return kept

    def _results(
        self, jobs: Iterable[tuple[Candidate, Future[Result]]]
    ) -> tuple[list[tuple[Candidate, Result]], list[Candidate], list[EngineError]]:
        """Waits for jobs that each concern one date.

        Returns:
            The results with their candidates, the candidates that failed and are left out, and the errors of those that
            the download limit stopped.
        """
        results, failed, stopped = [], [], []
        for candidate, job in jobs:
            try:
                results.append((candidate, job.result()))
            except EngineError as error:
                if error.code == LIMIT_CODE:
                    stopped.append(error)
                else:
                    self._leave_out(candidate, error)
                    failed.append(candidate)
        return results, failed, stopped

    def fetch(self, found: Found) -> tuple[list[Fetched], list[Fetched]]:
        """Fetches the chosen dates that are not in the folder yet; one that fails is replaced by the next best.

        Returns:
            The optical dates and the radar passes in the folder, by date.

        Raises:
            UsageError, InputError, ResourceError: the first failure, if no date could be fetched.
        """
        self.context.transport.allow(self.wanted.megabytes)
        done = []
        with thread_pool(THREADS, name="fetch") as submit:
            for ranking, names in ((found.optical, self.names), (found.radar, POLARISATIONS)):
                chosen = [ranked.candidate for ranked in ranking if ranked.chosen]
                dates = {candidate.date for candidate in chosen}
                spare = [ranked.candidate for ranked in ranking if ranked.candidate.date not in dates]
                begun = 0.3 + 0.6 * (names is POLARISATIONS)
                done.append(self._fetch_all(chosen, [] if self.wanted.by_date else spare, names, submit, begun))
        if not any(done):
            raise next(iter(self.failures), nothing_chosen(found, self.wanted))
        return done[0], done[1]

    def _fetch_all(
        self, chosen: Sequence[Candidate], spare: Sequence[Candidate], names: Sequence[str], submit: Submit,
        begun: float,
    ) -> list[Fetched]:  # fmt: skip
        kept = kept_records(self.context.folder)
        keys = [key_of(candidate, names, self.context.place) for candidate in chosen]
        missing = [candidate for candidate, key in zip(chosen, keys, strict=True) if key not in kept]
        done = [kept[key] for key in keys if key in kept]
        for candidate in missing:
            require_free(candidate, names, self.context.folder)
        queue = [(candidate, self._prefetch(candidate, names, submit)) for candidate in missing]
        substitutes = iter(spare)
        for number, (candidate, chips) in enumerate(queue, 1):
            self.progress(begun + 0.6 * (number - 1) / len(queue) * (names is not POLARISATIONS), candidate.date)
            try:
                for chip in chips:
                    chip.result()
                done.append(write_date(candidate, names, self.context))
            except EngineError as error:
                if error.code == LIMIT_CODE:
                    dates = ", ".join(waiting.date for waiting, _ in queue[number - 1 :])
                    self._end_at_limit(error, f"Left out: {dates}.")
                    break
                self._leave_out(candidate, error)
                tried = {queued.date for queued, _ in queue}
                substitute = next((other for other in substitutes if other.date not in tried), None)
                if substitute is not None and len(queue) < 3 * len(missing):
                    require_free(substitute, names, self.context.folder)
                    queue.append((substitute, self._prefetch(substitute, names, submit)))
        return sorted(done, key=lambda fetched: fetched.date)

    def _prefetch(self, candidate: Candidate, names: Sequence[str], submit: Submit) -> list[Future[object]]:
        """Starts fetching the bands of a date's first item; further items are only read where it leaves gaps."""
        item = candidate.items[0]
        classes = [SCENE_CLASSES] if SCENE_CLASSES in item.bands else []
        return [submit(self.context.chip, item, name) for name in (*names, *classes)]

    def _leave_out(self, candidate: Candidate, error: EngineError) -> None:
        """Skips a date with a warning; re-raises errors that do not concern that date alone."""
        if not error.code.startswith(LEFT_OUT):
            raise error
        self.failures.append(error)
        self.context.warn("evidence-left-out", f"{candidate.date} is left out: {error.message}")

    def _end_at_limit(self, error: EngineError, missing: str) -> None:
        """Records that the download limit ended a step, and warns about what is missing."""
        self.failures.insert(0, error)
        self.context.warn("evidence-limit", f"{error.message} {missing}")

    def _require_found(self, candidates: Sequence[Candidate]) -> None:
        """Raises InputError `evidence-none` if a search for the best dates found none."""
        if not candidates and not self.wanted.by_date:
            raise InputError(
                "evidence-none",
                f"{self.catalogue.title} has no images with the bands {', '.join(self.names)} of this place from "
                f"{self.wanted.before} days before the scene to {self.wanted.after} after it.",
                "Widen --before and --after, or name another --catalogue.",
            )

    def _require_dates(self, candidates: Sequence[Candidate], dates: Sequence[str], *, kind: str = "image") -> None:
        """Raises InputError `evidence-date-missing` if a requested date is not among the candidates."""
        known = {candidate.date for candidate in candidates}
        missing = next((wanted for wanted in dates if wanted not in known), None)
        if missing is not None:
            raise InputError(
                "evidence-date-missing",
                f"{self.catalogue.title} has no {kind} of {missing} of this place.",
                "Choose dates that geoinpaint find --list shows.",
            )


def _is_one_of(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Identity test: candidates hold arrays, which do not compare as one value."""
    return any(candidate is other for other in candidates)


def _one_per_date(ranking: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Chooses only the best of several passes of a date, because files are named by date."""
    out: list[Ranked] = []
    for ranked in ranking:
        chosen_dates = {previous.candidate.date for previous in out if previous.chosen}
        out.append(replace(ranked, chosen=ranked.chosen and ranked.candidate.date not in chosen_dates))
    return tuple(out)


def _cloudiness(items: Sequence[Item]) -> float:
    """Factor on a date's distance for the cloud cover of its whole image, according to the catalogue."""
    share = items[0].cloud_share
    return 1.0 + 4.0 * (0.3 if share is None else share)
