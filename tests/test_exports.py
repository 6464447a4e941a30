"""Every format, read back by a library that is not ours, holds the same events and says its filters."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import frictionless
import openpyxl
import pandas as pd
import pytest
import rdflib
from icalendar import Calendar
from pptx import Presentation

from tests.fixtures import made_timelines
from tests.fixtures.gold_timeline import gold_timeline
from timeline import edits, store, tables
from timeline.__main__ import main
from timeline.edited import apply
from timeline.errors import UserError
from timeline.exports import EXPORTS, citations
from timeline.exports.timelinejs import HEADERS
from timeline.tables import COLUMNS, Filters

BARE = {"csv", "raw-csv"}  # a table and nothing else: the file's name says the years
KEY_POINTS = Filters(min_importance=2, categories=("product", "finance"))


@pytest.fixture(scope="module")
def gold():
    return gold_timeline()


@pytest.fixture(scope="module")
def shown(gold):
    return tables.select(gold, Filters())


def words_of(name: str, data: bytes) -> str:
    """All the text in a file, zipped or not."""
    if data[:2] != b"PK":
        return data.decode("utf-8-sig", "replace").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(member).decode("utf-8", "replace") for member in archive.namelist())


# ── what holds for every format ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [n for n in EXPORTS if n != "png"])
def test_same_choice_gives_same_bytes(name, gold):
    assert EXPORTS[name](gold, KEY_POINTS, "zh") == EXPORTS[name](gold, KEY_POINTS, "zh")


@pytest.mark.parametrize("name", [n for n in EXPORTS if n not in BARE | {"svg", "png", "html"}])
@pytest.mark.parametrize(("lang", "said"), [("zh", "要点以上"), ("en", "key points and milestones")])
def test_filters_are_stated_in_words(name, lang, said, gold):
    assert said in words_of(name, EXPORTS[name](gold, KEY_POINTS, lang))


@pytest.mark.parametrize("name", ["csv", "raw-csv", "timelinejs", "ics"])
def test_only_chosen_events_are_exported(name, gold):
    text = words_of(name, EXPORTS[name](gold, KEY_POINTS, "zh"))
    kept = set(tables.select(gold, KEY_POINTS).events["event_id"])
    assert {event_id for event_id in gold.events["event_id"] if event_id in text} == kept


@pytest.mark.parametrize("name", [n for n in EXPORTS if n != "png"])
def test_nothing_to_export_is_still_a_file(name, gold):
    nothing = replace(gold, **{table: frame.iloc[0:0] for table, frame in gold.tables.items()})
    assert EXPORTS[name](nothing, Filters(), "zh")
    assert EXPORTS[name](gold, Filters(from_year=1800, to_year=1801), "en")


def test_every_format_has_words_in_both_languages():
    for export in EXPORTS.values():
        assert export.zh
        assert export.en
        assert export.about("zh") != export.about("en")
        assert export.extension.startswith(".")


# ── saving ───────────────────────────────────────────────────────────────────────────────────────


def test_csv_to_a_zip_name_is_the_package_of_all_tables(gold, tmp_path):
    EXPORTS["csv"].save(tmp_path / "all.zip", gold)
    EXPORTS["csv"].save(tmp_path / "events.csv", gold)
    assert zipfile.is_zipfile(tmp_path / "all.zip")
    assert (tmp_path / "events.csv").read_text("utf-8-sig").startswith("event_id,")


def test_a_failed_save_leaves_the_old_file(gold, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text("old")
    with pytest.raises(UserError, match="no table"):
        EXPORTS["csv"].save(path, gold, table="nonsense")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_unknown_options_and_places_are_told_in_a_sentence(gold, tmp_path):
    with pytest.raises(UserError, match="no option"):
        EXPORTS["ics"](gold, colour="red")
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        EXPORTS["json"].save(tmp_path / "file" / "out.json", gold)


def test_progress_reaches_its_end(gold):
    steps: list[tuple[int, int]] = []
    EXPORTS["json"](gold, progress=lambda done, total: steps.append((done, total)))
    assert steps
    assert all(done <= total for done, total in steps)
    assert steps[-1][0] == steps[-1][1]


def test_file_names_carry_collection_and_years(gold):
    name = EXPORTS["csv"].filename(gold, Filters(from_year=2010, to_year=2020))
    assert name.endswith("-2010-2020.csv")
    assert (
        EXPORTS["csv"].filename(gold, Filters().within("2010-04", "2010-08")).endswith("-2010-04-2010-08.csv")
    )
    assert "/" not in EXPORTS["csv"].filename(replace(gold, name="a/b\\c: d"))


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────


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


def test_excel_csv_has_a_bom_and_crlf(gold):
    data = EXPORTS["csv"](gold)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") >= len(tables.select(gold, Filters()).events)


# ── Excel ────────────────────────────────────────────────────────────────────────────────────────


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
    columns = list(COLUMNS["events"])
    first = dict(zip(columns, rows[0], strict=True))
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


# ── packages ─────────────────────────────────────────────────────────────────────────────────────


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


# ── JSON, JSON-LD ────────────────────────────────────────────────────────────────────────────────


def test_json_quotes_stand_in_its_texts(gold, shown):
    read = json.loads(EXPORTS["json"](gold))
    assert [e["event_id"] for e in read["events"]] == shown.events["event_id"].tolist()
    for row in read["mentions"]:
        assert read["texts"][row["doc_id"]][row["start"] : row["end"]] == row["exact"]


def test_jsonld_is_rdf_with_every_event_and_quote(gold, shown):
    graph = rdflib.Graph().parse(data=EXPORTS["jsonld"](gold), format="json-ld")
    schema, oa = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Event))) == len(shown.events)
    quotes = {str(quote) for quote in graph.objects(None, oa.exact)}
    assert set(shown.mentions["exact"]) <= quotes


def test_jsonld_reads_nothing_from_the_net(gold):
    context = json.loads(EXPORTS["jsonld"](gold))["@context"]
    assert isinstance(context, dict)


# ── TimelineJS ───────────────────────────────────────────────────────────────────────────────────


def test_timelinejs_dates_are_as_sharp_as_known(gold, shown):
    slides = {s["unique_id"]: s for s in json.loads(EXPORTS["timelinejs"](gold))["events"]}
    assert set(slides) == set(shown.events["event_id"])
    for row in shown.events.to_dict("records"):
        parts = {"year": 1, "month": 2, "day": 3}.get(row["precision"])
        if parts:
            assert len(slides[row["event_id"]]["start_date"]) == parts
    assert all(s["start_date"]["year"] for s in slides.values())


def test_timelinejs_csv_has_the_template_headers(gold, shown):
    rows = list(csv.reader(io.StringIO(EXPORTS["timelinejs-csv"](gold).decode())))
    assert ",".join(rows[0]) == (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
        "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    )
    assert tuple(rows[0]) == HEADERS
    assert rows[1][rows[0].index("Type")] == "title"
    assert len(rows) == len(shown.events) + 2


# ── iCalendar ────────────────────────────────────────────────────────────────────────────────────


def test_calendar_has_all_day_events_and_no_alarm(gold, shown):
    calendar = Calendar.from_ical(EXPORTS["ics"](gold))
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len(shown.events)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert not list(calendar.walk("VALARM"))
    by_id = {str(e["UID"]).split("@")[0]: e for e in events}
    for row in shown.events.to_dict("records"):
        event = by_id[row["event_id"]]
        assert event["DTSTART"].dt == date.fromisoformat(row["earliest"])
        assert (event["DTEND"].dt - date.fromisoformat(row["latest"])).days == 1
        assert str(event["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_library_writes_the_calendar_that_it_reads_with_the_same_bytes(lang, gold, hostile):
    for timeline in (gold, hostile):
        data = EXPORTS["ics"](timeline, None, lang)
        assert Calendar.from_ical(data).to_ical() == data


def test_calendar_lines_are_short_and_end_in_crlf(gold):
    lines = EXPORTS["ics"](gold).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


# ── Markdown, citations ──────────────────────────────────────────────────────────────────────────


def test_markdown_goes_by_year_with_quotes(gold, shown):
    text = EXPORTS["md"](gold).decode()
    years = [line for line in text.splitlines() if line.startswith("## 2")]
    assert years == sorted(years)
    assert text.count("\n- **") == len(shown.events)
    assert text.count("> 「") >= len(shown.mentions)


_CITED = {"author": "沈知行", "title": "十年", "publisher": "南山出版社", "date_published": "2021-02-08"}


@pytest.mark.parametrize(
    ("fields", "gbt", "apa"),
    [
        ({}, "沈知行. 十年[Z]. 南山出版社, 2021-02-08.", "沈知行. (2021, February 8). 十年. 南山出版社."),
        ({"author": "沈知行、林若"}, "沈知行, 林若. 十年[Z]. 南山出版社, 2021-02-08.",
         "沈知行, & 林若. (2021, February 8). 十年. 南山出版社."),
        ({"author": "甲；乙；丙；丁"}, "甲, 乙, 丙, 等. 十年[Z]. 南山出版社, 2021-02-08.",
         "甲, 乙, 丙, & 丁. (2021, February 8). 十年. 南山出版社."),
        ({"author": "沈知行等"}, "沈知行, 等. 十年[Z]. 南山出版社, 2021-02-08.",
         "沈知行, et al. (2021, February 8). 十年. 南山出版社."),
        ({"author": "Lee, K.; Sun, P.; Wu, T.; Xu, Y."}, "Lee, K., Sun, P., Wu, T., et al. 十年[Z]. 南山出版社, 2021-02-08.",
         "Lee, K., Sun, P., Wu, T., & Xu, Y. (2021, February 8). 十年. 南山出版社."),
        ({"author": ""}, "佚名. 十年[Z]. 南山出版社, 2021-02-08.", "十年. (2021, February 8). 南山出版社."),
        ({"publisher": ""}, "沈知行. 十年[Z]. 2021-02-08.", "沈知行. (2021, February 8). 十年."),
        ({"author": "南山集团", "publisher": "南山集团"}, "南山集团. 十年[Z]. 南山集团, 2021-02-08.",
         "南山集团. (2021, February 8). 十年."),
        ({"date_published": ""}, "沈知行. 十年[Z]. 南山出版社, [出版日期不详].", "沈知行. (n.d.). 十年. 南山出版社."),
        ({"date_published": "2021"}, "沈知行. 十年[Z]. 南山出版社, 2021.", "沈知行. (2021). 十年. 南山出版社."),
        ({"date_published": "2021-02"}, "沈知行. 十年[Z]. 南山出版社, 2021-02.", "沈知行. (2021, February). 十年. 南山出版社."),
        ({"date_published": "2010~"}, "沈知行. 十年[Z]. 南山出版社, [2010].", "沈知行. (ca. 2010). 十年. 南山出版社."),
        ({"date_published": "2025-12-02/2025-12-31"}, "沈知行. 十年[Z]. 南山出版社, [2025-12].",
         "沈知行. (ca. 2025, December). 十年. 南山出版社."),
        ({"date_published": "2022-36"}, "沈知行. 十年[Z]. 南山出版社, [2022].", "沈知行. (ca. 2022). 十年. 南山出版社."),
        ({"date_published": "2019/2021"}, "沈知行. 十年[Z]. 南山出版社, [2019—2021].", "沈知行. (ca. 2019–2021). 十年. 南山出版社."),
        ({"title": "为什么是南山？"}, "沈知行. 为什么是南山？[Z]. 南山出版社, 2021-02-08.",
         "沈知行. (2021, February 8). 为什么是南山？ 南山出版社."),
        ({"media_type": "text/html"}, "沈知行. 十年[EB/OL]. 南山出版社, 2021-02-08.", "沈知行. (2021, February 8). 十年. 南山出版社."),
    ],
)  # fmt: skip
def test_citations_follow_the_standards(fields, gbt, apa):
    document = {**_CITED, **fields}
    assert citations.gbt7714(document) == gbt
    assert citations.apa(document) == apa


def test_citations_invent_nothing():
    bare = {"path": "a.txt"}
    assert citations.gbt7714(bare) == "佚名. a.txt[Z]. [出版日期不详]."
    assert citations.apa(bare) == "a.txt. (n.d.)."


# ── stars and edits ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def edited(gold, tmp_path):
    kept = edits.Edits(tmp_path / "set")
    first, second = gold.events["event_id"][1], gold.events["event_id"][5]
    kept.add("name", edits.target(gold, first), gold.events["name"][1], "改过的名字")
    kept.add("star", edits.target(gold, second), False, True)
    return apply(gold, kept)


@pytest.mark.parametrize("name", [n for n in EXPORTS if n not in BARE | {"svg", "png", "html"}])
def test_edits_are_stated(name, edited):
    assert "2 处人工更正" in words_of(name, EXPORTS[name](edited, Filters(), "zh"))


def test_stars_choose_and_are_marked(edited):
    rows = list(csv.DictReader(io.StringIO(EXPORTS["raw-csv"](edited, Filters(starred=True)).decode())))
    assert [row["starred"] for row in rows] == ["true"]
    marked = list(csv.DictReader(io.StringIO(EXPORTS["raw-csv"](edited).decode())))
    assert [row["name"] for row in marked if row["edited"] == "true"] == ["改过的名字"]


# ── hostile text ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def hostile():
    return made_timelines.hostile()


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


# ── the command ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def dataset(gold, tmp_path):
    return str(store.write(gold, tmp_path / "set"))


def test_command_writes_the_chosen_format(dataset, tmp_path, capsys):
    file = tmp_path / "deck.pptx"
    assert main(["export", dataset, "--format", "pptx", "-o", str(file), "--option", "slides=4"]) == 0
    assert len(Presentation(str(file)).slides) == 4
    assert "events" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["moon=1", "progress=1", "path=x", "slides"])
def test_command_refuses_an_option_in_a_sentence(option, dataset, tmp_path, capsys):
    assert (
        main(["export", dataset, "--format", "pptx", "-o", str(tmp_path / "a.pptx"), "--option", option]) == 2
    )
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("name", [n for n in EXPORTS if n != "png"])
def test_command_knows_every_format(name, dataset, tmp_path):
    file = tmp_path / f"out{EXPORTS[name].extension}"
    assert main(["export", dataset, "--format", name, "-o", str(file), "--from", "2020", "--to", "2021"]) == 0
    assert file.stat().st_size > 100


def test_command_takes_months_and_refuses_what_is_no_window(dataset, tmp_path, capsys):
    export = ["export", dataset, "--format", "json", "-o", str(tmp_path / "a.json")]
    assert main([*export, "--from", "2021-01", "--to", "2021-03"]) == 0
    chosen = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["events"]
    assert chosen
    assert all(row["earliest"] <= "2021-03-31" and row["latest"] >= "2021-01-01" for row in chosen)
    for window in (["--from", "2021-13"], ["--from", "2021-05", "--to", "2021-03"], ["--to", "soon"]):
        with contextlib.suppress(SystemExit):
            assert main([*export, *window]) == 2
        assert "Traceback" not in capsys.readouterr().err


# ── how a workbook looks ─────────────────────────────────────────────────────────────────────────


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


def test_english_exports_speak_no_chinese_of_ours():
    for name in ("md", "ics", "timelinejs"):
        text = EXPORTS[name](gold_timeline(), None, "en").decode().replace("\r\n ", "")
        assert "，characters" not in text, name
        assert "文中却说" not in text, name
