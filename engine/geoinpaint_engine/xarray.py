"""The accessor `geoinpaint` of xarray DataArrays, registered by importing this module (extra `xarray`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xarray

from geoinpaint_engine.api import Reference, Result, SeriesResult, fill, fill_series
from geoinpaint_engine.api.data_arrays import TIME, by_date, date_of, is_data_array
from geoinpaint_engine.errors import UsageError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from geoinpaint_engine.api.filling import Masks, Options
    from geoinpaint_engine.api.series import SeriesOptions

__all__ = ["GeoInpaintAccessor"]


@xarray.register_dataarray_accessor("geoinpaint")
class GeoInpaintAccessor:
    """`scene.geoinpaint`: fills a DataArray.

    Args:
        scene: a DataArray with dimensions y and x, and optionally band and time.
    """

    def __init__(self, scene: xarray.DataArray) -> None:
        self._scene = scene

    def fill(
        self, mask: Masks = None, *, date: str | None = None, **options: Unpack[Options]
    ) -> Result[xarray.DataArray]:
        """Fills the scene; see `geoinpaint_engine.fill`.

        If the scene has a dimension `time`, one date is filled, and the others are its references unless `references`
        is given. A mask with a dimension `time` masks the clouds of each date: those of the filled date are filled,
        those of the others not used.

        Args:
            mask: what to fill.
            date: YYYY-MM-DD, the date to fill; required if there are several.
            options: options of `geoinpaint_engine.fill`, except `output`.

        Raises:
            UsageError: `array-date`, and those of `geoinpaint_engine.fill`.
        """
        scene = self._scene
        if TIME in scene.dims:
            dates = list(by_date(scene))
            chosen = _chosen(dates, date)
            masks = _masks(mask, dates)
            scene, mask = dates[chosen], masks[chosen] if masks else mask
            if "references" not in options:
                options["references"] = [
                    Reference(other, mask=masks[number] if masks else None)
                    for number, other in enumerate(dates)
                    if number != chosen
                ]
        elif is_data_array(mask) and TIME in mask.dims:
            mask = _of_date(mask, date or date_of(scene))
        return fill(scene, mask, **options)


    def fill_series(
        self, masks: Any = None, **options: Unpack[SeriesOptions]
    ) -> SeriesResult[xarray.DataArray]:
        """Fills every date of a DataArray with a dimension `time` from the others.

        Args:
            masks: what to fill in each date, with the same times.
            options: options of `geoinpaint_engine.fill_series`.

        Raises:
            UsageError: `array-date`, and those of `geoinpaint_engine.fill_series`.
        """
        return fill_series(self._scene, masks, **options)


def _chosen(dates: list[xarray.DataArray], date: str | None) -> int:
    """The index of the date to fill.

    Raises:
        UsageError: `array-date`.
    """
    names = [date_of(item) for item in dates]
    if len(dates) == 1 and date is None:
        return 0
    if date is None or names.count(date) != 1:
        what = "No date is given" if date is None else f"{date} is not a date, or not a single one, of the scene"
        raise UsageError("array-date", f"{what}, which has {_list(names)}.", "Give the date to fill as date.")
    return names.index(date)


def _masks(mask: Any, dates: list[xarray.DataArray]) -> list[xarray.DataArray]:
    """The mask of each date; empty if the mask has no dates."""
    if not is_data_array(mask) or TIME not in mask.dims:
        return []
    return [_of_date(mask, date_of(item)) for item in dates]


def _of_date(mask: xarray.DataArray, date: str) -> xarray.DataArray:
    """The mask of a date.

    Raises:
        UsageError: `array-date`.
    """
    found = [item for item in by_date(mask) if date_of(item) == date]
    if len(found) != 1:
        names = _list([date_of(item) for item in by_date(mask)])
        raise UsageError("array-date", f"The mask has {names}, and not {date or 'the date of the scene'} once.",
                         "Give it a time for each date of the scene.")  # fmt: skip
    return found[0]


def _list(names: list[str]) -> str:
    shown = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")
    return shown or "none"
