"""Tables as they stand in a document: rows cut into cells, heads of two rows joined, what is told above them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.measures import heads as told
from timeline.model import Document
from timeline.text import fold

_CELL = re.compile(r"[^\t|\r\n]*")
_QUOTED_CELL = re.compile(r'"(?:[^"]|"")*"|[^",;\r\n]*')
_RULE = re.compile(r"[\s|:+=-]*")
_ABOVE = 200  # characters above a table that may tell its unit and its period


class Cell(NamedTuple):
    """A cell of a table: where it stands in the document, and its folded text."""

    start: int
    end: int
    text: str


Row = list[Cell]


class Table(NamedTuple):
    """A table: its column heads, its body, and what holds for all of it."""

    heads: Row
    body: list[Row]
    above: str
    frame: told.Frame
    newest: str = ""  # the last date that a column's head tells


def shaped(rows: list[Row], above: str, document: Document) -> Table:
    """Heads and body; rows above the heads that fill one cell are captions, a second row of heads is joined."""
    first = 0
    while first < len(rows) - 2 and sum(bool(cell.text) for cell in rows[first]) == 1 < len(rows[first + 1]):
        above = f"{above} {' '.join(cell.text for cell in rows[first])}"
        first += 1
    heads, body = rows[first], rows[first + 1 :]
    if body and len(heads) == len(body[0]) > 1 and _is_second_head(heads, body[0]):
        heads, body = _under(heads, body[0]), body[1:]
    elif body and len(heads) > 1 and not re.search(r"\d", "".join(cell.text for cell in body[0])):
        under = [cell for cell in body[0] if cell.text]
        periods = [cell for cell in heads[1:] if cell.text]
        if periods and len(under) > len(periods) and len(under) % len(periods) == 0:
            each = len(under) // len(periods)
            heads = [heads[0], *(_joined(periods[i // each], cell) for i, cell in enumerate(under))]
            body = body[1:]
    heads = _with_measures(heads, body)
    head = document.text[: min(rows[0][0].start, _ABOVE)]
    frame = told.frame_of(fold(document.title), fold(head), above)
    dates = [date for cell in heads[1:] if (date := told.date_in(cell.text, frame))]
    return Table(heads, body, above, frame, max(dates, default=""))


def _is_second_head(heads: Row, row: Row) -> bool:
    """Whether a row goes on with the heads: below cells that span several, nothing but words and times."""
    spanned = any(not cell.text for cell in heads[1:])
    if not spanned or (row[0].text and row[0].text != heads[0].text):
        return False
    return all(
        not cell.text
        or not re.search(r"\d", cell.text)
        or told.is_time(cell.text)
        or told.GROWS.search(cell.text)
        for cell in row[1:]
    )


def _under(heads: Row, row: Row) -> Row:
    """The heads of two rows as one: 2023年 over 金额 and 同比 is 2023年 金额, 2023年 同比."""
    found, above = [heads[0] if heads[0].text else row[0]], heads[0]
    for head, cell in zip(heads[1:], row[1:], strict=True):
        above = head if head.text else above
        found.append(_joined(above, cell))
    return found


def _with_measures(heads: Row, body: Sequence[Row]) -> Row:
    """A column that only says how much grew (同比, 年增率) is of the measure in the column to its left."""
    labels = [row[0].text for row in body]
    if sum(told.names_measure(label) for label in labels) * 2 > len(labels):
        return heads
    found: Row = []
    measure = ""
    for cell in heads:
        if told.names_measure(cell.text):
            measure = cell.text
        elif measure and told.GROWS.search(cell.text):
            cell = cell._replace(text=f"{told.without_unit(measure)}{cell.text}")
        found.append(cell)
    return found


def _joined(period: Cell, under: Cell) -> Cell:
    return Cell(period.start, period.end, f"{period.text} {under.text}".strip())


def tables_in(document: Document) -> Iterator[tuple[list[Row], str]]:
    """(rows, the lines above) of each table: row blocks with nothing but blanks between them."""
    rows: list[Row] = []
    end = 0
    cells = _QUOTED_CELL if document.media_type == "text/csv" else _CELL
    for block in [block for block in document.blocks if block.kind == "row"]:
        if rows and document.text[end : block.start].strip(" \t\r\n|:+=-"):
            yield rows, _above(document.text, rows[0][0].start)
            rows = []
        if not _RULE.fullmatch(document.text, block.start, block.end):
            rows.append(_cells(document.text, block.start, block.end, cells))
        end = block.end
    if rows:
        yield rows, _above(document.text, rows[0][0].start)


def _cells(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Row:
    """The cells of a row, empty ones included, but for those outside the outer bars."""
    cells = []
    while start and text[start - 1] in "| \t":  # a block begins with its first cell that is not empty
        start -= 1
    position, last = start, end
    if text[start:end].lstrip(" ").startswith("|"):
        position = text.index("|", start) + 1
        last = max(position, end if text[end - 1] != "|" else end - 1)
    while position <= last:
        match = pattern.match(text, position, last)
        stop = match.end() if match else position
        inner = text[position:stop].strip(' "')
        at = position + (text[position:stop].index(inner) if inner else 0)
        cells.append(Cell(at, at + len(inner), fold(inner)))
        position = stop + 1
    return cells


def _above(text: str, start: int) -> str:
    """The last two lines of text before a table."""
    lines = text[max(0, start - _ABOVE) : start].rstrip(" \t\r\n|").rsplit("\n", 3)[-3:]
    return fold("\n".join(lines))
