"""Observations from tables: the heads of the row and the column say what, whose and when.

A head may give a time (2021年), a measure (营收), a unit for all numbers below it (营收（亿元）) or a
name; so may the line above the table (单位：万台). A cell counts if it holds one number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline import edtf
from timeline.extract.entities import Cast
from timeline.extract.measuring import is_measure, measures_in, name_of
from timeline.model import Document, Observation, Quantity, Timex
from timeline.quantities import find_quantities
from timeline.text import fold

_CELL = re.compile(r"[^\t|\r\n]+")
_RULE = re.compile(r"[\s|:+=-]*")
_YEAR = re.compile(r"(?:FY ?)?((?:19|20)\d\d)(?:财年|年度?)?(?:\s*[AaEeFf])?")
_UNIT = re.compile(r"[(（\[]\s*(?:单位[:：]?)?\s*([^()（）\[\]]{1,16}?)\s*[)）\]]|/\s*([^/\d\s]{1,6})$")
_CAPTION = re.compile(r"单位[:：]\s*([^\s)）,，;；。|]{1,12})")
_ENGLISH_UNIT = re.compile(r"([A-Za-z$¥€£]{1,4})\s*(thousand|million|billion|mn|bn|m|k)", re.I)
_NAME = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]|[:：].*$")


class Cell(NamedTuple):
    """A cell of a table: where it stands in the document, and its folded text."""

    start: int
    end: int
    text: str


Row = list[Cell]


def read_rows(
    document: Document, times: Sequence[Timex], quantities: Sequence[Quantity], cast: Cast
) -> tuple[list[Observation], set[int]]:
    """(the observations of a document's tables, starts of all quantities that stand in tables)."""
    found: list[Observation] = []
    inside: set[int] = set()
    starts = [quantity.start for quantity in quantities]
    dates = {
        block.start: block.date for block in document.blocks if block.kind in ("cell", "row") and block.date
    }
    for rows, caption in _tables(document):
        span = slice(bisect_left(starts, rows[0][0].start), bisect_left(starts, rows[-1][-1].end))
        numbers = quantities[span]
        inside |= {quantity.start for quantity in numbers}
        found += _read_table(document, rows, caption, times, numbers, cast, dates)
    return found, inside


def _tables(document: Document) -> Iterator[tuple[list[Row], str]]:
    """(rows, the line above) of each table: row blocks with nothing but blanks between them."""
    rows: list[Row] = []
    before = end = 0
    for block in [block for block in document.blocks if block.kind == "row"]:
        if rows and document.text[end : block.start].strip(" \t\r\n|:+=-"):
            yield rows, _above(document.text, before)
            rows = []
        cells = (
            []
            if _RULE.fullmatch(document.text, block.start, block.end)
            else _cells(document.text, block.start, block.end)
        )
        if cells:
            before = before if rows else block.start
            rows.append(cells)
        end = block.end
    if rows:
        yield rows, _above(document.text, before)


def _cells(text: str, start: int, end: int) -> Row:
    cells = []
    for match in _CELL.finditer(text, start, end):
        inner = match[0].strip()
        if inner:
            at = match.start() + match[0].index(inner[0])
            cells.append(Cell(at, at + len(inner), fold(inner)))
    return cells


def _above(text: str, start: int) -> str:
    """The last line of text before a table."""
    return fold(text[max(0, start - 200) : start].rstrip(" \t\r\n|").rsplit("\n", 1)[-1])


def _read_table(
    document: Document,
    rows: list[Row],
    caption: str,
    times: Sequence[Timex],
    numbers: Sequence[Quantity],
    cast: Cast,
    dates: Mapping[int, str],
) -> Iterator[Observation]:
    heads, ends = rows[0], [time.end for time in times]
    for row in rows[1:]:
        for index, cell in enumerate(row):
            quantity = _only(cell, numbers)
            if quantity is None or (index == 0 and _YEAR.fullmatch(cell.text)):
                continue
            head = heads[index].text if len(heads) == len(row) else ""
            label = row[0].text if index else ""
            told = dates.get(cell.start) or dates.get(row[0].start, "")
            date, timex = _date(row, heads[index] if head else None, told, times, ends)
            observation = _observe(document, quantity, head, label, caption, date, timex, cast)
            if observation:
                yield observation


def _only(cell: Cell, numbers: Sequence[Quantity]) -> Quantity | None:
    """The number that fills a cell."""
    inside = [quantity for quantity in numbers if cell.start <= quantity.start and quantity.end <= cell.end]
    if len(inside) != 1 or (cell.end - cell.start) > 2 * (inside[0].end - inside[0].start) + 4:
        return None
    return inside[0]


def _date(
    row: Row, head: Cell | None, told: str, times: Sequence[Timex], ends: Sequence[int]
) -> tuple[str, Timex | None]:
    """The time in the row's first cell, in the column's head, or told by the document's reader."""
    for cell in (row[0], head):
        if cell is None:
            continue
        index = bisect_left(ends, cell.start + 1)
        if index < len(times) and times[index].start < cell.end and times[index].anchored:
            timex = times[index]
            date = (
                timex.value if edtf.is_edtf(timex.value) else edtf.from_bounds(timex.earliest, timex.latest)
            )
            return date, timex
        year = _YEAR.fullmatch(cell.text.strip())
        if year:
            return year[1], None
    return told, None


def _observe(
    document: Document,
    quantity: Quantity,
    head: str,
    label: str,
    caption: str,
    date: str,
    timex: Timex | None,
    cast: Cast,
) -> Observation | None:
    if not quantity.unit:
        quantity = _with_unit(quantity, head, label, caption)
    if not quantity.unit:
        return None
    texts = [text for text in (head, label, caption) if text]
    name = next((name for text in texts if (name := _measure(text, quantity))), "")
    if not name:
        name = next((text for text in map(_bare, (head, label)) if text and not _is_time(text)), "")
    if not name:
        return None
    measured = name_of(name, quantity, next((text for text in texts if _measure(text, quantity)), ""))
    about = next((owner for text in map(_bare, (label, head)) if (owner := _owner(text))), "")
    earliest, latest = edtf.bounds(date) if date else (None, None)
    return Observation(
        document.doc_id, about or cast.company, measured.property, quantity, timex, date, earliest, latest,
        measured.change, "table",
    )  # fmt: skip


def _measure(text: str, quantity: Quantity) -> str:
    """The measure that a head names, the last one that fits (智能手机出货量)."""
    names = [found.property for found in measures_in(text, 0, len(text)) if found.end - found.start > 1]
    return names[-1] if names else ""


def _owner(text: str) -> str:
    """Whom a head names beside its measure: 储能柜 in 储能柜销量, all of it where it names no measure."""
    found = [found for found in measures_in(text, 0, len(text)) if found.end - found.start > 1]
    owner = text[: found[-1].start] if found else text
    return "" if _is_time(owner) or is_measure(owner) else owner.strip()


def _bare(text: str) -> str:
    return _NAME.sub("", text).strip()


def _is_time(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) or bool(
        re.fullmatch(r"年份?|年度|时间|日期|季度|月份|项目|指标|[\d年月日季度第一二三四Q\s./-]+", text)
    )


def _with_unit(quantity: Quantity, head: str, label: str, caption: str) -> Quantity:
    """A number with the unit that its head or the line above the table names."""
    for text, pattern in ((head, _UNIT), (label, _UNIT), (caption, _CAPTION), (caption, _UNIT)):
        for match in pattern.finditer(text):
            unit = _unit(next(group for group in match.groups() if group))
            if unit is None or unit.value is None:
                continue
            scaled = [
                None if part is None else part * unit.value
                for part in (quantity.value, quantity.low, quantity.high)
            ]
            value, low, high = (None if part is None else round(part, 6) for part in scaled)
            return quantity._replace(
                value=value, low=low, high=high, unit=unit.unit, unit_text=unit.unit_text
            )
    return quantity


@lru_cache(maxsize=1024)
def _unit(words: str) -> Quantity | None:
    """What one of a unit is: 亿元 is 100000000 CNY, % is 1 percent, US$ million is 1000000 USD."""
    english = _ENGLISH_UNIT.fullmatch(words)
    for text in (f"{english[1]} 1 {english[2].lower()}" if english else "", f"1{words}", f"{words} 1"):
        found = find_quantities(text) if text else []
        if len(found) == 1 and found[0].unit and found[0].value:
            return found[0]
    return None
