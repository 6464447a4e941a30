"""Excel: a sheet that says what this is, then one sheet a table.

Typed cells (numbers, days, text), header frozen and filtered, columns as wide as their words. An
event's name leads to its first quote, a quote's name back to its event. Nothing that a document
says can become a formula.
"""

import datetime
import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pandas as pd
import xlsxwriter

from timeline import look, tables
from timeline.checks import messages
from timeline.exports import citations, sheets
from timeline.exports.printable import clip, one_line, printable
from timeline.exports.selection import Selection
from timeline.lexicon.columns import DESCRIPTIONS

_ROWS = 1_048_575  # a sheet's rows under the header
_CELL = 32_767  # a cell's characters
_LINKS = 60_000  # a sheet may hold 65,530
_WHEN = datetime.datetime(1980, 1, 1)
_FONT = "Microsoft YaHei"
_SHEETS = {
    "events": ("事件", "Events"), "mentions": ("提及", "Mentions"), "observations": ("数值", "Numbers"),
    "checks": ("核对", "Checks"), "documents": ("文档", "Documents"), "times": ("时间表达", "Times"),
}  # fmt: skip
_WIDE = {"exact": 60, "other_exact": 60, "message": 60, "name": 40, "title": 34, "path": 30, "sha256": 14,
         "prefix": 30, "suffix": 30, "rule": 26, "anchor": 26, "text": 26, "entities": 30}  # fmt: skip
_WIDEST, _MEASURED = 40, 2000  # a column's width, and the rows that are measured for it
_ABOUT = 110  # the width of the first sheet's words
_DAYS = {"earliest", "latest"}
_LINKED = {"events": "name", "mentions": "name", "observations": "property"}  # columns with links
_COUNTED = {("observations", name) for name in tables.NUMBERS}  # of times, `value` is text
_HAND = {"starred": ("星标", "starred"), "edited": ("已更正", "edited"), "settled": ("已定夺", "settled")}


def to_xlsx(selection: Selection, out: BinaryIO) -> None:
    """The workbook: the library makes all but the rows of the tables, which are written as they come."""
    frame = io.BytesIO()
    book = xlsxwriter.Workbook(frame)
    title = printable(selection.title)
    book.set_properties(
        {"title": clip(title, 200), "comments": clip(selection.statement, 2000), "created": _WHEN}
    )
    styles = _styles(book)
    _write_about(selection, book, styles)
    for table in _SHEETS:
        _write_head(selection, book, styles, table)
    book.close()
    links = _links(selection)
    rows = {
        f"xl/worksheets/sheet{n}.xml": _rows(selection, table, links)
        for n, table in enumerate(_SHEETS, start=2)
    }
    sheets.fill(frame, rows, out)


def _styles(book: xlsxwriter.Workbook) -> dict:
    plain = {"font_name": _FONT, "font_size": 10.5, "font_color": look.LIGHT.ink, "valign": "top"}
    head = {**plain, "bold": True, "bottom": 1, "bottom_color": look.LIGHT.ink, "bg_color": look.LIGHT.panel}
    quote = {**plain, "font_name": "SimSun", "font_size": 11, "text_wrap": True}
    return {
        "text": book.add_format(plain),
        "wrapped": book.add_format({**plain, "text_wrap": True}),
        "quote": book.add_format(quote),
        "number": book.add_format({**plain, "num_format": "#,##0.####", "align": "right", "indent": 1}),
        "integer": book.add_format({**plain, "num_format": "0", "align": "right", "indent": 1}),
        "day": book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        "link": book.add_format({**plain, "font_color": look.LIGHT.data, "underline": 1}),
        "title": book.add_format({**plain, "font_size": 18, "bold": True}),
        "head": book.add_format(head),
        "head right": book.add_format({**head, "align": "right", "indent": 1}),
    }


def _write_about(selection: Selection, book: xlsxwriter.Workbook, styles: dict) -> None:
    """The first sheet: what, filters, hand edits, the sheets, how to cite."""
    word = selection.word
    sheet = book.add_worksheet(word("说明", "About"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18, styles["text"])
    sheet.set_column(1, 1, _ABOUT, styles["wrapped"])
    sheet.write_string(0, 0, clip(printable(selection.title), _CELL), styles["title"])
    lines = [
        (word("内容", "Contents"), selection.count_words),
        (word("筛选", "Filters"), selection.filter_words),
        (word("人工更正", "Hand corrections"), selection.edit_words or word("无", "none")),
        (word("怎样读", "How to read"), word(
            "事件的名称链接到它的第一条引文；引文的名称链接回事件。start、end 是文档中的字位（从 0 起，不含末位）。日期是 EDTF；最早、最晚是它所容许的第一天和最后一天。",
            "An event's name leads to its first quote, a quote's name back to its event. start and end are characters of the document (from 0, end excluded). Dates are EDTF; earliest and latest are the first and last day they allow.")),
    ]  # fmt: skip
    for row in selection.documents.to_dict("records"):
        lines.append((f"[{selection.siglum(row['doc_id'])}] GB/T 7714", citations.gbt7714(row)))
        lines.append(("APA", citations.apa(row)))
    lines = lines[:_LINKS]
    for n, (key, value) in enumerate(lines, start=2):
        sheet.set_row(n, 16.5 * min(-(-_units(value) // (_ABOUT - 6)) or 1, 8))
        sheet.write_string(n, 0, key, styles["text"])
        sheet.write_string(n, 1, clip(printable(value), _CELL), styles["wrapped"])
    _set_page(sheet, selection)


def _links(selection: Selection) -> dict[str, dict[str, int]]:
    """Where each event stands (events), and its first quote (mentions): sheet rows from 1."""
    rows: dict[str, dict[str, int]] = {"events": {}, "mentions": {}}
    for table, places in rows.items():
        for n, event_id in enumerate(getattr(selection.timeline, table)["event_id"], start=2):
            places.setdefault(event_id, n)
    return rows


def _write_head(selection: Selection, book: xlsxwriter.Workbook, styles: dict, table: str) -> None:
    """A table's sheet with its headings, and under them an empty cell in the style of each column."""
    columns, rows = selection.columns(table), selection.frame(table)
    sheet = book.add_worksheet(_sheet_name(selection, table))
    for n, column in enumerate(columns):
        style = _style(table, column)
        head = styles["head right" if style in ("integer", "number") else "head"]
        sheet.set_column(n, n, _width(column, selection.lang, rows), styles["text"])
        sheet.write_string(0, n, _heading(column, selection.lang), head)
        sheet.write_blank(1, n, None, styles[style])
    sheet.freeze_panes(1, 2 if table in ("events", "mentions") else 1)
    sheet.autofilter(0, 0, max(min(len(rows), _ROWS), 1), len(columns) - 1)
    _set_page(sheet, selection)


def _sheet_name(selection: Selection, table: str) -> str:
    return selection.word(*_SHEETS[table])


def _style(table: str, column: str) -> str:
    if column in tables.INTEGERS:
        return "integer"
    if (table, column) in _COUNTED:
        return "number"
    if column in _DAYS:
        return "day"
    if column in ("exact", "other_exact"):
        return "quote"
    return {"message": "wrapped", _LINKED.get(table): "link"}.get(column, "text")


def _rows(selection: Selection, table: str, links: dict[str, dict[str, int]]) -> sheets.Rows:
    """A table's rows as cells, and where the linked ones lead: events to their first quote, all others to the event."""
    columns, rows = selection.columns(table), getattr(selection.timeline, table)
    target = "mentions" if table == "events" else "events"
    size = min(len(rows), _ROWS)
    if table not in _LINKED:
        return sheets.Rows(_cells(selection, table, columns), size)
    places = [links[target].get(event_id) for event_id in rows["event_id"].head(_LINKS)]

    def link(n: int) -> str:
        place = places[n - 2] if n - 2 < len(places) else None
        return f"'{_sheet_name(selection, target)}'!A{place}" if place else ""

    return sheets.Rows(_cells(selection, table, columns), size, columns.index(_LINKED[table]), link)


def _cells(selection: Selection, table: str, columns: list[str]) -> Iterator[list[sheets.Value]]:
    days = [n for n, column in enumerate(columns) if column in _DAYS]
    linked = columns.index(_LINKED[table]) if table in _LINKED else -1
    for row in islice(selection.rows(table), _ROWS):
        if table == "checks":
            row["message"] = messages.describe(row, selection.lang)
        cells = [clip(printable(cell), _CELL) if isinstance(cell, str) else cell for cell in row.values()]
        for n in days:
            cells[n] = _excel_day(cells[n]) or cells[n]
        if linked >= 0:
            cells[linked] = clip(one_line(cells[linked]), 255)
        yield cells


def _excel_day(value: str) -> datetime.date | None:
    """A day that Excel can hold: from March 1900 (before that its calendar is wrong); else None, kept as text."""
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        return None
    return day if day >= datetime.date(1900, 3, 1) else None


def _heading(column: str, lang: str) -> str:
    """事件 name: the word, then the column's name in the data, so that formulas and scripts can name it."""
    if column in _HAND:
        return f"{_HAND[column][0 if lang == 'zh' else 1]} {column}" if lang == "zh" else column
    words = DESCRIPTIONS[column]
    return f"{words['zh']} {column}" if lang == "zh" else words["label"]


def _width(column: str, lang: str, table: pd.DataFrame) -> float:
    """In characters of the default font: what its cells need, long texts up to a limit, never less than its heading."""
    heading = _units(_heading(column, lang)) + 4
    if column in _WIDE:
        return max(heading, _WIDE[column])
    cells = table[column].head(_MEASURED).tolist()
    return max(heading, min(max((_units(str(cell)) for cell in cells), default=0) + 2, _WIDEST))


def _units(text: str) -> float:
    """A Chinese character is as wide as two others."""
    return sum(2 if ord(c) > 0x2E7F else 1.1 for c in text[:200])


def _set_page(sheet, selection: Selection) -> None:
    """Printing: landscape, one page wide, the header repeated, the filters in the footer."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L" + clip(one_line(selection.statement).replace("&", "&&"), 180) + "&R&P / &N")
