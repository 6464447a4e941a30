"""What a click on a chart means: an address. Pure, so that it can be tested without a browser."""

from collections.abc import Mapping
from typing import Any

from timeline.model import CATEGORIES
from timeline.tables import Filters
from timeline.ui.address import Address


def clicked_id(event: Mapping[str, Any] | None) -> str:
    """The `customdata` of the point that was clicked, "" where nothing was."""
    points = ((event or {}).get("selection") or {}).get("points") or []
    for point in reversed(points):
        data = point.get("customdata")
        while isinstance(data, (list, tuple)) and data:
            data = data[0]
        if data:
            return str(data)
    return ""


def follow(address: Address, target: str) -> Address:
    """The address after a click on `target`, as the charts name things.

    `year:2021`, `window:<day>|<day>`, `lane:<key>`, `bundle:<lane>|<day>|<day>`,
    `cell:<category>|<first>` or `…|<last>` (years, months or days), `document:<id>`, or the id of a fact.
    """
    kind, _, rest = target.partition(":")
    if kind == "year" and rest.isdecimal():
        return _window(address, rest, rest)
    if kind == "window":
        return _window(address, *rest.partition("|")[::2])
    if kind == "lane":
        return _lane(address, rest)
    if kind == "bundle":
        return _bundle(address, rest)
    if kind == "cell":
        return _cell(address, rest)
    if kind == "document":
        return address.to("sources", read=rest)
    return address.change(fact=target) if target else address


def wider(filters: Filters) -> Filters:
    """The next window up: the months of some days, the years of some months, the usual years of some years."""
    if filters.whole_years:
        return filters.within(*Filters().window)
    length = 4 if filters.whole_months else 7
    return filters.within(*(day.isoformat()[:length] for day in filters.days))


def _window(address: Address, first: str, last: str) -> Address:
    """This year, these months or days alone; clicked again, the window that holds them."""
    there = address.within(first, last)
    return (
        address.change(filters=wider(address.filters), part=1) if there.filters == address.filters else there
    )


def _lane(address: Address, key: str) -> Address:
    if address.lanes == "document":
        return address.narrow(documents=() if address.filters.documents == (key,) else (key,))
    if address.lanes == "entity":
        return address.narrow(query="" if address.filters.query == key or key == "other" else key)
    return address.narrow(categories=() if address.filters.categories == (key,) else (key,))


def _bundle(address: Address, rest: str) -> Address:
    """Zoom to the years or months that a badge counts, in its lane."""
    lane, first, last = [*rest.split("|"), "", ""][:3]
    if not (first[:4].isdecimal() and last[:4].isdecimal()):
        return address
    there = address.within(first, last)
    return there.narrow(categories=(lane,)) if address.lanes == "category" and lane in CATEGORIES else there


def _cell(address: Address, rest: str) -> Address:
    """A square of the heat map: its events on the Timeline page."""
    category, first, *rest_of = [*rest.split("|"), ""][:3]
    if not first[:4].isdecimal():
        return address
    last = rest_of[0] or first
    there = address.to("timeline")
    chosen = (category,) if category in CATEGORIES else ()
    return there.within(first, last).narrow(categories=chosen)
