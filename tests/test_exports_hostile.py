"""Documents are untrusted: whatever they say, no file of ours runs, breaks or is interpreted."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from icalendar import Calendar

from timeline import tables
from timeline.exports import EXPORTS
from timeline.tables import COLUMNS, Filters


@pytest.mark.parametrize("name", [n for n in EXPORTS if n != "png"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_exports(name, lang, hostile):
    assert EXPORTS[name](hostile, Filters(), lang)


def test_no_cell_of_a_safe_csv_is_a_formula(hostile):
    for table in COLUMNS:
        rows = csv.reader(io.StringIO(EXPORTS["csv"](hostile, table=table).decode("utf-8-sig"), newline=""))
        for cell in (cell for row in rows for cell in row):
            try:
                float(cell)  # -5 as a number is one
            except ValueError:
                assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")), cell
                assert not set(cell) & set("\x00\x01\x1b\u202e\u2066")


def test_raw_csv_keeps_every_character(hostile):
    rows = list(
        csv.DictReader(io.StringIO(EXPORTS["raw-csv"](hostile, table="mentions").decode(), newline=""))
    )
    shown = tables.select(hostile, Filters()).mentions
    assert [row["exact"] for row in rows] == shown["exact"].tolist()


def test_no_cell_of_the_workbook_is_a_formula(hostile):
    book = openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"](hostile)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "e" not in kinds
    assert all(
        not (c.hyperlink and c.hyperlink.target) for sheet in book for row in sheet.iter_rows() for c in row
    )


def test_a_document_cannot_write_into_the_calendar(hostile):
    calendar = Calendar.from_ical(EXPORTS["ics"](hostile))
    assert not list(calendar.walk("VALARM"))
    assert len(list(calendar.walk("VEVENT"))) == len(tables.select(hostile, Filters()).events)


def test_json_can_stand_in_a_script(hostile):
    for name in ("json", "jsonld", "timelinejs"):
        text = EXPORTS[name](hostile).decode()
        assert "</script" not in text
        assert "\u2028" not in text
        assert "NaN" not in text
        json.loads(text)


def test_timelinejs_and_markdown_hold_no_markup_of_a_document(hostile):
    slides = json.loads(EXPORTS["timelinejs"](hostile))["events"]
    assert not any("<img" in s["text"]["headline"] or "<img" in s["text"]["text"] for s in slides)
    markdown = EXPORTS["md"](hostile).decode()
    assert "\n<" not in markdown
    assert "[链接](javascript" not in markdown
    assert "\\<script\\>" in markdown


def test_readme_stays_readable_with_hostile_names(hostile):
    with zipfile.ZipFile(io.BytesIO(EXPORTS["package"](hostile))) as archive:
        assert all(not name.startswith(("/", "..")) for name in archive.namelist())
        json.loads(archive.read("datapackage.json"))
