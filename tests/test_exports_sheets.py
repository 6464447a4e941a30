"""Rows written straight into a workbook stand in it as the library would have written them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from timeline.exports import sheets

VALUES = (
    "砚山仪器", "=1+1", "a & b < c > d", '"引" \'号\'', " 前后有空 ", "两\n行", "\t", "_x0041_ 不是 A", "😀𠮷",
    0, 7, -3, 41_000_000_000_000, 0.1, 1e22, 2.5e-7, 12.0, True, False, date(1900, 3, 1), date(2026, 12, 31),
)  # fmt: skip
SHEET = "xl/worksheets/sheet1.xml"


def _frame(columns: int) -> io.BytesIO:
    frame = io.BytesIO()
    book = xlsxwriter.Workbook(frame)
    sheet, style = book.add_worksheet(), book.add_format({"bold": True})
    for n in range(columns):
        sheet.write_string(0, n, "甲")
        sheet.write_blank(1, n, None, style)
    book.close()
    return frame


def _written_by_the_library(value: object) -> str:
    """The XML of cell A2."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    sheet, style = book.add_worksheet(), book.add_format({"bold": True})
    if isinstance(value, str):
        sheet.write_string(1, 0, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(1, 0, value, style)
    else:
        sheet.write(1, 0, value, style)
    book.close()
    return _cell(made)


def _cell(book: io.BytesIO) -> str:
    found = re.search(r'<c r="A2".*?</c>', zipfile.ZipFile(book).read(SHEET).decode(), re.S)
    assert found
    return found[0]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_cell_is_written_as_the_library_writes_it(value):
    out = io.BytesIO()
    sheets.fill(_frame(1), {SHEET: sheets.Rows([[value]], 1)}, out)
    assert _cell(out) == _written_by_the_library(value)


def test_rows_of_any_number_stand_in_their_order_and_lead_where_they_should():
    rows = [[f"m{n}", None if n % 3 else "词", n] for n in range(1201)]
    out = io.BytesIO()
    link = {2: "'Sheet1'!A9", 5: "'Sheet1'!A2"}
    sheets.fill(_frame(3), {SHEET: sheets.Rows(rows, len(rows), 1, lambda n: link.get(n, ""))}, out)
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == rows
    assert sheet.dimensions == "A1:C1202"
    linked = {
        cell.row: cell.hyperlink.location for (cell,) in sheet.iter_rows(2, 1202, 2, 2) if cell.hyperlink
    }
    assert linked == link


def test_a_table_without_rows_is_a_sheet_with_headings():
    out = io.BytesIO()
    sheets.fill(_frame(2), {SHEET: sheets.Rows([], 0)}, out)
    assert openpyxl.load_workbook(out).worksheets[0].dimensions == "A1:B1"
