"""Which dates a date is filled from: the nearest ones before and after it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

MOST_CLOUDY = 0.9  # masked share of a date from which on it says next to nothing about another


def around(dates: Sequence[str], number: int, count: int) -> list[int]:
    """The numbers of the dates that a date is filled from, in order.

    So many before and so many after; where one side has fewer, the other gives more, up to twice `count` in all.

    >>> around(["2024-04-01", "2024-04-06", "2024-04-11", "2024-04-16", "2024-04-21"], 2, 1)
    [1, 3]
    >>> around(["2024-04-01", "2024-04-06", "2024-04-11", "2024-04-16", "2024-04-21"], 0, 1)
    [1, 2]

    Args:
        dates: ISO dates.
        number: of the date that is filled.
        count: dates on each side.
    """
    days = [datetime.date.fromisoformat(date).toordinal() for date in dates]
    own = days[number]
    others = sorted((abs(day - own), place) for place, day in enumerate(days) if place != number)
    before = [place for _, place in others if (days[place], place) < (own, number)]
    after = [place for _, place in others if (days[place], place) > (own, number)]
    first, second = len(before), len(after)
    taken_before = min(first, max(count, 2 * count - second))
    taken_after = min(second, max(count, 2 * count - first))
    return sorted([*before[:taken_before], *after[:taken_after]])


def neighbours(dates: Sequence[str], shares: Sequence[float], number: int, count: int) -> list[int]:
    """The same without the dates that are mostly cloud.

    Args:
        dates: ISO dates.
        shares: of each, the masked share of its ground.
        number: of the date that is filled.
        count: dates on each side.
    """
    others = [place for place, share in enumerate(shares) if place == number or share < MOST_CLOUDY]
    return [others[place] for place in around([dates[other] for other in others], others.index(number), count)]
