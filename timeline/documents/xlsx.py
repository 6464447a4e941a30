"""Excel workbooks: each sheet's tables row by row, numbers as they are shown.

Blank rows part the tables of a sheet; rows of one cell before a table are its title, or notes.
"""

import datetime
import io
import warnings
from collections.abc import Iterable, Iterator
from itertools import groupby

from openpyxl import load_workbook

from timeline.documents.content import Content, Pen
from timeline.documents.grids import latest
from timeline.documents.number_formats import shown
from timeline.documents.office import open_package, with_properties
from timeline.errors import UnreadableError

Row = list[str]


def read_xlsx(data: bytes, name: str = "") -> Content:
    """A workbook. Sheets' names are headings where there are several; formulas are read as their stored results."""
    with open_package(data) as archive:
        pen = Pen()
        try:
            for title, rows in _sheets(data):
                pen.add(title, "heading", level=1)
                for filled, table in groupby(rows, key=any):
                    if filled:
                        _write_table(list(table), pen)
        except UnreadableError:
            raise
        except Exception as error:  # openpyxl checks little: a damaged part fails anywhere in it
            raise UnreadableError("The workbook is damaged.", "Save it again, or as .csv.") from error
        published = latest({block.date for block in pen.blocks if block.date and block.kind == "row"})
        basis = "date column" if published else ""
        content = Content(pen.text, "utf-8", tuple(pen.blocks), published=published, basis=basis)
        return with_properties(content, archive)


def _sheets(data: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet's title ("" for the only one) and rows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it does not keep when saving: nothing is saved here
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                yield sheet.title if len(book.worksheets) > 1 else "", map(_row, sheet.iter_rows())
        finally:
            book.close()


def _row(cells: Iterable[object]) -> Row:
    row = [_words(cell) for cell in cells]
    while row and not row[-1]:
        row.pop()
    return row


def _words(cell: object) -> str:
    """What a cell shows; a day without the midnight that it is stored with."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return str(value.date() if value.time() == datetime.time.min else value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return shown(value, getattr(cell, "number_format", ""))
    return " ".join(str(value).split())


def _write_table(rows: list[Row], pen: Pen) -> None:
    """One table, its title before it; columns that are empty in all of it are left out on the left."""
    empty = min(next(index for index, cell in enumerate(row) if cell) for row in rows)
    grid = [row[empty:] for row in rows]
    titles = next((index for index, row in enumerate(grid) if sum(map(bool, row)) > 1), len(grid))
    for row in grid[:titles]:
        for cell in filter(None, row):
            pen.add(cell, "paragraph")
    pen.add_table(grid[titles:])
