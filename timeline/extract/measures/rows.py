"""Observations from tables: the heads of the row and the column say what, whose and when.

A head may give a time (2021年), a measure (营收), a unit for all numbers below it (营收（亿元）) or a
name; so may the line above the table (单位：万台). A cell counts if it holds one number; one in
brackets is below zero. A row of growth rates belongs to the row above it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from timeline import edtf
from timeline.extract.measures import heads as told
from timeline.extract.measures.cells import Cell, Table, shaped, tables_in
from timeline.extract.measures.measure_words import KINDS, kind_of
from timeline.extract.measures.properties import name_of
from timeline.lexicon.table_words import NO_VALUES
from timeline.model import Document, Observation, Quantity, Timex
from timeline.text import fold

_BELOW_ZERO = re.compile(r"[(（]\s*[^\s()（）]+\s*[)）]%?")
_NO_VALUES = re.compile(NO_VALUES, re.IGNORECASE)
_START = attrgetter("start")
_TOLD = 8  # characters beside the numbers: a cell that tells something
_LOOSE = frozenset({"companies", "items", "occasions", "units"})


class _Reader:
    """Reads the cells of one document's tables."""

    def __init__(self, document: Document, times: Sequence[Timex], company: str) -> None:
        self.document, self.times, self.company = document, times, company
        self.ends = [time.end for time in times]
        self.dates: Mapping[int, str] = {
            block.start: block.date
            for block in document.blocks
            if block.kind in ("cell", "row") and block.date
        }

    def read(self, table: Table, numbers: Sequence[Quantity]) -> Iterator[Observation]:
        above: str = ""  # the label of the last row that names a measure
        for row in table.body:
            label = row[0]
            for index, cell in enumerate(row[1:], 1):
                quantity = _only(cell, numbers, self.document.text)
                head = table.heads[index] if index < len(table.heads) else None
                if quantity is None or (head and _NO_VALUES.fullmatch(head.text)):
                    continue
                if observation := self._observe(quantity, head, label, above, table):
                    yield observation
            if not told.GROWS.search(label.text):
                above = label.text

    def _observe(
        self, quantity: Quantity, head: Cell | None, label: Cell, above: str, table: Table
    ) -> Observation | None:
        top, side = head.text if head else "", label.text
        if told.GROWS.search(side) and not told.measure_in(side, quantity) and above:
            side = f"{above} {side}"  # 营业收入 / (+/-)%
        name = next(
            (name for text in (top, side, table.above) if (name := told.measure_in(text, quantity))), ""
        )
        quantity = _with_unit(
            quantity, (top, side), (table.heads[0].text if table.heads else "", table.above), name
        )
        if not quantity.unit:
            return None
        name = name or told.label_of(side) or told.label_of(top)
        if not name:
            return None
        name = next((fit for text in (top, side) if (fit := told.measure_in(text, quantity))), name)
        if name == "loss" and quantity.text[:1] in "(（" and quantity.value:
            quantity = quantity._replace(value=abs(quantity.value))  # a net loss of (56.7) is no gain
        measured = name_of(name, quantity, f"{top} {side}")
        date, timex = self._date(head, label, table.frame, table.newest)
        known = name in KINDS
        about = (told.owner_in(side) or told.owner_in(top)) if known else ""
        earliest, latest = edtf.bounds(date) if date else (None, None)
        return Observation(
            self.document.doc_id, about or self.company, measured.property, quantity, timex, date, earliest,
            latest, measured.change, "table",
        )  # fmt: skip

    def _date(
        self, head: Cell | None, label: Cell, frame: told.Frame, newest: str
    ) -> tuple[str, Timex | None]:
        """The time that the row's head tells, or the column's, or the document's reader."""
        for cell in (label, head):
            if cell is None:
                continue
            date = told.date_in(cell.text, frame)
            timex = self._timex_in(cell)
            if date:
                return date, timex
            opens = timex and cell.text.startswith(fold(timex.text))  # 2023年 同比
            if timex and (opens or not told.GROWS.search(cell.text)):
                value = timex.value
                return value if edtf.is_edtf(value) else edtf.from_bounds(timex.earliest, timex.latest), timex
        if row := self.dates.get(label.start, ""):
            return row, None
        if head and told.GROWS.search(head.text):
            return newest, None  # a column of changes, of the newest period beside it
        return (
            "" if newest or self.dates else frame.period
        ), None  # a table without times, under a title with one

    def _timex_in(self, cell: Cell) -> Timex | None:
        index = bisect_left(self.ends, cell.start + 1)
        if index < len(self.times) and self.times[index].start < cell.end and self.times[index].anchored:
            return self.times[index]
        return None


def read_rows(
    document: Document, times: Sequence[Timex], quantities: Sequence[Quantity], company: str
) -> tuple[list[Observation], set[int]]:
    """(the observations of a document's tables, starts of all quantities that stand in tables).

    What the dated rows of a chronicle tell in words is not of the table: it is read as sentences are.
    """
    found: list[Observation] = []
    inside: set[int] = set()
    starts = [quantity.start for quantity in quantities]
    reader = _Reader(document, times, company)
    for rows, above in tables_in(document):
        span = slice(bisect_left(starts, rows[0][0].start), bisect_left(starts, rows[-1][-1].end))
        numbers = quantities[span]
        in_words = {place for row in rows if row[0].start in reader.dates for place in _told_in(row, numbers)}
        inside |= {quantity.start for quantity in numbers} - in_words
        found += reader.read(shaped(rows, above, document), numbers)
    return found, inside


def _inside(cell: Cell, numbers: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers of a cell; `numbers` are in their order."""
    first = bisect_left(numbers, cell.start, key=_START)
    return numbers[first : bisect_left(numbers, cell.end, first, key=_START)]


def _told_in(row: Sequence[Cell], numbers: Sequence[Quantity]) -> Iterator[int]:
    """Starts of the numbers of cells that are more than their numbers."""
    for cell in row:
        inside = _inside(cell, numbers)
        words = cell.end - cell.start - sum(quantity.end - quantity.start for quantity in inside)
        if words >= _TOLD:
            yield from map(_START, inside)


def _only(cell: Cell, numbers: Sequence[Quantity], text: str) -> Quantity | None:
    """The number that fills a cell; (1,234) is below zero."""
    inside = _inside(cell, numbers)
    if len(inside) != 1 or (cell.end - cell.start) > 2 * (inside[0].end - inside[0].start) + 4:
        return None
    quantity = inside[0]
    if quantity.value is not None and quantity.value > 0 and _BELOW_ZERO.fullmatch(cell.text):
        whole = text[cell.start : cell.end]
        return quantity._replace(
            start=cell.start, end=cell.end, text=whole, value=-quantity.value, low=None, high=None
        )
    return quantity


def _with_unit(quantity: Quantity, heads: tuple[str, ...], captions: tuple[str, ...], name: str) -> Quantity:
    """A number with the unit that its heads or the lines above the table name, if it has none itself."""
    if quantity.unit:
        return quantity
    kinds = KINDS.get(name, frozenset())
    unit = next((unit for text in heads if (unit := told.unit_in(text))), None)
    grows = any(told.GROWS.search(text) for text in heads)
    if unit is None and (kinds == {"share"} or (grows and any("%" in text for text in heads))):
        return quantity._replace(unit="percent", rule="share-in-a-table")
    if unit is None:
        unit = next((unit for text in captions if (unit := told.unit_in(text, caption=True))), None)
        if unit and name in ("eps", "net_assets_per_share") and kind_of(unit) == "money":
            unit = unit._replace(value=1.0)
    code = next((kind[1:] for kind in sorted(kinds) if kind in ("=persons", "=units", "=stores")), "")
    if unit is None or (kinds and kind_of(unit) == "money" and not kinds & {"money"}):
        return quantity._replace(unit=code, rule="counted-by-its-measure") if code else quantity
    if not unit.unit:  # （百万）: how many, not of what
        money = (
            next((told.unit_in(text, caption=True) for text in captions), None) if "money" in kinds else None
        )
        unit = unit._replace(unit=money.unit if money else code)
    elif code and unit.unit in _LOOSE and f"={unit.unit}" not in kinds:
        unit = unit._replace(unit=code)  # 门店数（家）
    return _scaled(quantity, unit)


def _scaled(quantity: Quantity, unit: Quantity) -> Quantity:
    scale = unit.value or 1.0
    value, low, high = (
        None if part is None else round(part * scale, 6)
        for part in (quantity.value, quantity.low, quantity.high)
    )
    return quantity._replace(value=value, low=low, high=high, unit=unit.unit, unit_text=unit.unit_text)
