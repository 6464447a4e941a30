"""The sheet behind a chart: what PowerPoint draws from, and what the numbers are and who says so."""

import datetime
import io
import zipfile
from collections.abc import Sequence

import xlsxwriter

from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection
from timeline.series import Series

_WHEN = datetime.datetime(1980, 1, 1)


def workbook(
    selection: Selection, series: Series, names: Sequence[str], values: Sequence[float], head: str
) -> bytes:
    """Sheet1 as PowerPoint expects it (A: times, B: values), then what the numbers are and who says so."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": _WHEN})
    sheet = book.add_worksheet("Sheet1")
    word = selection.word
    heads = (word("时间", "Time"), head, word("原值", "Value"), word("单位", "Unit"), word("比较", "Comparator"),
             word("原文", "As written"), word("出处", "Source"))  # fmt: skip
    for column, text in enumerate(heads):
        sheet.write_string(0, column, text)
    for n, (point, name, value) in enumerate(zip(series.points, names, values, strict=True), start=1):
        row = selection.numbers[point.observation_ids[0]]
        sheet.write_string(n, 0, name)
        sheet.write_number(n, 1, value)
        sheet.write_number(n, 2, point.at)
        source = f"{selection.document_title(row['doc_id'])}{selection.comma}{selection.place(row['doc_id'], row['start'], row['end'])}"
        for column, text in enumerate((series.unit, point.comparator, row["text"], source), start=3):
            sheet.write_string(n, column, clip(one_line(text), 500))
    sheet.set_column(0, 6, 16)
    book.close()
    return buffer.getvalue()


def fixed(blob: bytes) -> bytes:
    """A zip with one date for every member."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(blob)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return made.getvalue()
