"""What a click on a chart means: an address. Pure, so that it can be tested without a browser."""

from __future__ import annotations

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

    `year:2021`, `lane:<key>`, `bundle:<lane>|<day>|<day>`, `cell:<category>|<year>`, `document:<id>`,
    or the id of a fact.
    """
    kind, _, rest = target.partition(":")
    if kind == "year" and rest.isdecimal():
        return _year(address, int(rest))
    if kind == "lane":
        return _lane(address, rest)
    if kind == "bundle":
        return _bundle(address, rest)
    if kind == "cell":
        return _cell(address, rest)
    if kind == "document":
        return address.to("sources", read=rest)
    return address.change(fact=target) if target else address


def _year(address: Address, year: int) -> Address:
    """One year alone; clicked again, all years."""
    if address.filters.years == (year, year):
        return address.narrow(from_year=Filters().from_year, to_year=Filters().to_year)
    return address.narrow(from_year=year, to_year=year)


def _lane(address: Address, key: str) -> Address:
    if address.lanes == "document":
        return address.narrow(documents=() if address.filters.documents == (key,) else (key,))
    if address.lanes == "entity":
        return address.narrow(query="" if address.filters.query == key or key == "other" else key)
    return address.narrow(categories=() if address.filters.categories == (key,) else (key,))


def _bundle(address: Address, rest: str) -> Address:
    """Zoom to the years that a badge counts, in its lane."""
    lane, first, last = [*rest.split("|"), "", ""][:3]
    if not (first[:4].isdecimal() and last[:4].isdecimal()):
        return address
    years = {"from_year": int(first[:4]), "to_year": int(last[:4])}
    if address.lanes == "category" and lane in CATEGORIES:
        return address.narrow(**years, categories=(lane,))
    return address.narrow(**years)


def _cell(address: Address, rest: str) -> Address:
    """A square of the heat map: its events on the Timeline page."""
    category, _, year = rest.partition("|")
    if not year.isdecimal():
        return address
    there = address.to("timeline")
    chosen = (category,) if category in CATEGORIES else ()
    return there.narrow(from_year=int(year), to_year=int(year), categories=chosen)
