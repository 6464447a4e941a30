"""Tables: which dates a column's head, a row's head or a date column give to what stands there.

A *grid* is a table as rows of cells, the first row being its head where it is one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from timeline import edtf
from timeline.documents.dates import to_edtf
from timeline.model import Block

_DATE_NAMES = re.compile(
    r"(?:发布|發布|发生|發生|成立|更新|公告|报告|報告|创建|統計|统计|截止|上市)?(?:日期|时间|時間|年份|年度|年月|月份|季度|年|日)(?:[（(].{0,12}[)）])?"
    r"|(?:pub|publish|published|start|event|report)?[ _-]?(?:date|time|year|month|quarter|day|period)[ _-]?(?:published)?",
    re.I,
)
_YEAR_CELL = re.compile(r"(?:FY\s?)?((?:1[89]|20)\d\d)\s*(?:年度?|A|E|财年|財年)?(?:末|底)?")
_QUARTER = re.compile(
    r"(?:FY\s?)?((?:1[89]|20)\d\d)\s*年?\s*[-/]?\s*(?:Q([1-4])|第?([一二三四1-4])季度?|([上下])半年|H([12]))|Q([1-4])\s*[-/']?\s*((?:19|20)\d\d)"
)
_MAX_COLUMNS = 1000
MOST_SPANNED = 50  # columns or rows that one cell may take
_SAMPLE = 500  # rows that tell which column holds dates
_MOST = 0.8  # of the cells of a date column are dates


class Heads(NamedTuple):
    """What a table's first rows tell of it: the dates of its columns' heads, and its date column."""

    columns: tuple[str, ...]  # "" where a head is no date
    date_column: int | None
    has_head: bool

    def row_date(self, row: Sequence[str]) -> str:
        """The date that a row of the body tells of itself."""
        column = self.date_column
        return cell_date(row[column]) if column is not None and column < len(row) else ""


def read_heads(grid: Sequence[Sequence[str]]) -> Heads:
    """The heads of a table, from its first rows (all, or a few hundred of a long one)."""
    if not grid:
        return Heads((), None, False)
    head = grid[0][:_MAX_COLUMNS]
    columns = tuple(_head_date(cell) if index else "" for index, cell in enumerate(head))
    if sum(map(bool, columns)) < max(1, (len(head) - 1) / 2):
        columns = ()
    named = [index for index, cell in enumerate(head) if _DATE_NAMES.fullmatch(cell.strip()[:40])]
    has_head = bool(named) or any(columns) or not any(cell_date(cell) for cell in head)
    column = named[0] if named else _date_column(grid[1:] if has_head else grid)
    return Heads(columns, column, has_head)


class GridDates(NamedTuple):
    """Dates by row (the row's own) and by column (its head's); "" where there is none."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    has_head: bool


def date_grid(grid: Sequence[Sequence[str]]) -> GridDates:
    """The dates that a table's heads and its date column tell."""
    heads = read_heads(grid)
    rows = tuple(
        "" if heads.has_head and index == 0 else heads.row_date(row) for index, row in enumerate(grid)
    )
    return GridDates(rows, heads.columns, heads.has_head)


@lru_cache(maxsize=65536)
def cell_date(cell: str) -> str:
    """The date that a whole cell is; "" for an amount, a word or a longer text."""
    cell = cell.strip()
    if not cell or len(cell) > 40:
        return ""
    if match := _QUARTER.fullmatch(cell):
        return _part(match)
    if match := _YEAR_CELL.fullmatch(cell):
        return match[1]
    return (
        to_edtf(cell)
        if re.search(r"\d", cell) and not re.fullmatch(r"[\d.,]+", cell)
        else _plain_number(cell)
    )


def _plain_number(cell: str) -> str:
    """20210330 and 2021.3 are dates in a date column; 1234 is not."""
    return (
        to_edtf(cell)
        if re.fullmatch(r"(?:19|20)\d{6}|(?:19|20)\d\d[./]\d{1,2}(?:[./]\d{1,2})?", cell)
        else ""
    )


def _part(match: re.Match[str]) -> str:
    year = match[1] or match[7]
    if half := match[4] or match[5]:
        return f"{year}-{'40' if half in '上1' else '41'}"
    quarter = match[2] or match[6] or match[3]
    number = "一二三四".find(quarter) + 1 or int(quarter)
    return f"{year}-{32 + number}"


def _head_date(cell: str) -> str:
    """A column head's date; `2021年营收` and `2021 (RMB)` count too."""
    if found := cell_date(cell):
        return found
    match = re.match(r"\s*((?:19|20)\d\d)\s*年", cell) if len(cell) <= 16 else None
    return match[1] if match else ""


def _date_column(body: Sequence[Sequence[str]]) -> int | None:
    """The first of the leading columns in which nearly every cell is a date."""
    sample = body[:200]
    for column in range(min(6, max((len(row) for row in sample), default=0))):
        cells = [row[column] for row in sample if column < len(row) and row[column].strip()]
        if cells and sum(bool(cell_date(cell)) for cell in cells) >= _MOST * len(cells):
            return column
    return None


def latest(dates: Iterable[str]) -> str:
    """The date that ends last; "" where there is none."""
    ends = [(end, value) for value in dates if value and (end := edtf.bounds(value)[1]) is not None]
    return max(ends)[1] if ends else ""


def spread(rows: Iterable[Iterable[tuple[str, int, int]]]) -> list[list[str]]:
    """The cells of rows of (text, columns, rows), with empty ones where a cell spans more than one."""
    grid: list[list[str]] = []
    taken: dict[int, int] = {}  # column → rows below that a cell above still spans
    for cells in rows:
        row: list[str] = []
        below: dict[int, int] = {}
        for text, columns, height in cells:
            _skip(row, taken)
            for words in [text, *[""] * (min(columns, MOST_SPANNED) - 1)]:
                if height > 1:
                    below[len(row)] = min(height, MOST_SPANNED) - 1
                row.append(words)
        _skip(row, taken)
        taken = {column: left - 1 for column, left in taken.items() if left > 1} | below
        grid.append(row)
    return grid


def _skip(row: list[str], taken: dict[int, int]) -> None:
    while len(row) in taken:
        row.append("")


class Cell(NamedTuple):
    """A cell of a table in plain text: where it stands and what it says."""

    start: int
    end: int
    text: str


def grid_blocks(rows: Iterable[Sequence[Cell]]) -> Iterator[Block]:
    """Row blocks, and cell blocks under dated heads, of a table that stays as it is in the text."""
    rows = iter(rows)
    first = list(islice(rows, _SAMPLE))
    heads = read_heads([[cell.text for cell in row] for row in first])
    for index, row in enumerate(chain(first, rows)):
        is_head = heads.has_head and index == 0
        date = "" if is_head else heads.row_date([cell.text for cell in row])
        yield Block(row[0].start, row[-1].end, "row", 0, date)
        if is_head or not heads.columns:
            continue
        for cell, column_date in zip(row, heads.columns, strict=False):
            if column_date and cell.end > cell.start:
                yield Block(cell.start, cell.end, "cell", 0, column_date)
