"""Formats of rows: CSV, Excel, Parquet and the package of all tables, read back by libraries that are not ours."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import frictionless
import openpyxl
import pandas as pd
import pytest

from tests.fixtures.gold_timeline import gold_timeline
from timeline import pipeline, tables
from timeline.exports import EXPORTS
from timeline.tables import COLUMNS, Filters


@pytest.mark.parametrize("table", COLUMNS)
def test_raw_csv_is_the_table(table, gold, shown):
    data = EXPORTS["raw-csv"](gold, table=table)
    read = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    wanted = getattr(shown, table)
    assert len(read) == len(wanted)
    for column in ("exact", "name", "text", "message", "title"):
        if column in wanted:
            assert [row[column] for row in read] == wanted[column].tolist()


def test_numbers_are_written_whole(gold):
    rows = list(csv.DictReader(io.StringIO(EXPORTS["raw-csv"](gold, table="observations").decode())))
    values = {row["text"]: row["value"] for row in rows}
    assert values["41万亿元"] == "41000000000000"
    assert "nan" not in {row["low"].lower() for row in rows}


def test_numbers_say_whether_they_are_plans(tmp_path):
    text = tmp_path / "a.md"
    text.write_text("2023年，云岫电子营收12亿元。云岫电子计划2026年营收达到30亿元。", "utf-8")
    told = pipeline.build([text])
    for name, source in (("csv", "text"), ("raw-csv", "text")):
        data = EXPORTS[name](told, table="observations").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(data, newline="")))
        assert {row[source]: row["modality"] for row in rows} == {"12亿元": "fact", "30亿元": "plan"}
        assert list(rows[0])[-1] == "modality"
    sheet = openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"](told, Filters(), "en")))["Numbers"]
    assert [row[-1] for row in sheet.iter_rows(values_only=True)] == ["modality", "fact", "plan"]


def test_excel_csv_has_a_bom_and_crlf(gold):
    data = EXPORTS["csv"](gold)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") >= len(tables.select(gold, Filters()).events)


@pytest.fixture(scope="module")
def book(gold):
    return openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"](gold, Filters(), "zh")))


def test_workbook_has_a_sheet_a_table_frozen_and_filtered(book, shown):
    assert book.sheetnames == ["说明", "事件", "提及", "数值", "核对", "文档", "时间表达"]
    for name, table in (("事件", "events"), ("提及", "mentions"), ("时间表达", "times")):
        sheet = book[name]
        assert sheet.max_row == len(getattr(shown, table)) + 1
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref


def test_workbook_cells_are_typed(book, shown):
    rows = list(book["事件"].iter_rows(min_row=2, values_only=True))
    columns = [*COLUMNS["events"], "modality"]
    first = dict(zip(columns, rows[0], strict=True))
    assert first["modality"] == "fact"
    assert isinstance(first["importance"], int)
    assert first["earliest"].date() == date.fromisoformat(shown.events["earliest"][0])
    numbers = [
        row[COLUMNS["observations"].index("value")]
        for row in book["数值"].iter_rows(min_row=2, values_only=True)
    ]
    assert 41_000_000_000_000 in numbers


def test_workbook_links_lead_from_event_to_its_quote(book):
    events, mentions = book["事件"], book["提及"]
    for row in events.iter_rows(min_row=2, max_row=12):
        place = row[1].hyperlink.location
        sheet, cell = place.rsplit("!", 1)
        assert sheet == "'提及'"
        assert mentions[f"B{cell[1:]}"].value == row[0].value


def test_package_describes_every_file_and_column(gold):
    with zipfile.ZipFile(io.BytesIO(EXPORTS["package"](gold))) as archive:
        package = json.loads(archive.read("datapackage.json"))
        for resource in package["resources"]:
            text = archive.read(resource["path"]).decode()
            header = next(csv.reader(io.StringIO(text)))
            assert header == [field["name"] for field in resource["schema"]["fields"]]
            assert all(field["description"] for field in resource["schema"]["fields"])
        readme = archive.read("README.md").decode()
        cited = archive.read("CITATIONS.md").decode()
    assert all(f"`{column}`" in readme for column in COLUMNS["events"])
    assert "GB/T 7714" in cited
    assert "APA" in cited
    assert "(2021, February 8)" in cited


def test_package_is_valid_for_frictionless(gold, tmp_path):
    with zipfile.ZipFile(io.BytesIO(EXPORTS["package"](gold))) as archive:
        archive.extractall(tmp_path)
    report = frictionless.validate("datapackage.json", basepath=str(tmp_path))
    assert report.valid, report.flatten(["type", "note"])[:5]


def test_parquet_is_typed(gold, shown):
    with zipfile.ZipFile(io.BytesIO(EXPORTS["parquet"](gold))) as archive:
        events = pd.read_parquet(io.BytesIO(archive.read("events.parquet")))
        numbers = pd.read_parquet(io.BytesIO(archive.read("observations.parquet")))
    assert events["event_id"].tolist() == shown.events["event_id"].tolist()
    assert events["importance"].tolist() == shown.events["importance"].tolist()
    assert numbers["value"].max() == shown.observations["value"].max()


def _units(text: str) -> float:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _book(lang: str):
    return openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"](gold_timeline(), None, lang)))


def test_columns_are_as_wide_as_what_stands_in_them():
    """Dates and codes are seen whole; only columns of running text may be narrower than their words."""
    book = _book("zh")
    running = (
        "exact",
        "message",
        "name",
        "title",
        "path",
        "sha256",
        "prefix",
        "suffix",
        "rule",
        "anchor",
        "text",
        "entities",
        "about",
    )
    seen = 0
    for sheet in book.worksheets[1:]:
        widths = {n: d.width for d in sheet.column_dimensions.values() for n in range(d.min, d.max + 1)}
        for column in sheet.iter_cols():
            heading = str(column[0].value).split()[-1]
            longest = max((_units(str(c.value)) for c in column if isinstance(c.value, str)), default=0)
            if not heading.removeprefix("other_").startswith(running):
                assert widths[column[0].column] >= longest, (
                    sheet.title,
                    heading,
                )
                seen += 1
    assert seen > 30


def test_the_first_sheet_shows_every_line_of_its_words():
    sheet = _book("zh").worksheets[0]
    wide = sheet.column_dimensions["B"].width
    for row in range(3, sheet.max_row + 1):
        words = str(sheet.cell(row, 2).value)
        assert sheet.row_dimensions[row].height >= 15 * (_units(words) // wide + 1), words[:30]


def test_an_english_workbook_says_its_checks_in_english():
    book = _book("en")
    messages = [row[3].value for row in book["Checks"].iter_rows(min_row=2)]
    assert messages
    assert not [m for m in messages if "相差" in m or "文中却说" in m]
