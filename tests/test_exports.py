"""Every format, read back by a library that is not ours, holds the same events and says its filters."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation

from tests.fixtures.gold_timeline import gold_timeline
from timeline import edits, pipeline, store, tables
from timeline.__main__ import main
from timeline.edited import apply
from timeline.errors import UserError
from timeline.exports import EXPORTS
from timeline.tables import Filters

BARE = {"csv", "raw-csv"}  # a table and nothing else: the file's name says the years


KEY_POINTS = Filters(min_importance=2, categories=("product", "finance"))


def words_of(name: str, data: bytes) -> str:
    """All the text in a file, zipped or not."""
    if data[:2] != b"PK":
        return data.decode("utf-8-sig", "replace").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(member).decode("utf-8", "replace") for member in archive.namelist())


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
    names = [export.filename(gold) for export in EXPORTS.values()]
    assert len(set(names)) == len(names), "each format is saved under a name of its own"
    assert "/" not in EXPORTS["csv"].filename(replace(gold, name="a/b\\c: d"))


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


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2021-01", "2021-03", ("2021-01-01", "2021-03-31")),
        ("2021-03-15", "2021-04-02", ("2021-03-15", "2021-04-02")),
    ],
)
def test_command_takes_months_and_days(first, last, days, dataset, tmp_path):
    file = tmp_path / "a.json"
    assert main(["export", dataset, "--format", "json", "-o", str(file), "--from", first, "--to", last]) == 0
    chosen = json.loads(file.read_text(encoding="utf-8"))["events"]
    assert chosen
    assert all(row["earliest"] <= days[1] and row["latest"] >= days[0] for row in chosen)


def test_command_draws_the_years_of_old_documents(tmp_path, capsys):
    (tmp_path / "old.txt").write_text(
        "1912年3月，恒裕公司在上海成立。1925年，恒裕公司在香港上市。", encoding="utf-8"
    )
    old = str(store.write(pipeline.build([str(tmp_path)]), tmp_path / "set"))
    assert main(["export", old, "--format", "svg", "-o", str(tmp_path / "a.svg")]) == 0
    assert "1912" in capsys.readouterr().out
    assert "恒裕公司在上海成立" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_command_refuses_what_is_no_window(dataset, tmp_path, capsys):
    export = ["export", dataset, "--format", "json", "-o", str(tmp_path / "a.json")]
    for window in (
        ["--from", "2021-13"],
        ["--from", "2021-02-30"],
        ["--from", "2021-05", "--to", "2021-03"],
        ["--to", "soon"],
    ):
        with contextlib.suppress(SystemExit):
            assert main([*export, *window]) == 2
        assert "Traceback" not in capsys.readouterr().err


def test_english_exports_speak_no_chinese_of_ours():
    for name in ("md", "ics", "timelinejs"):
        text = EXPORTS[name](gold_timeline(), None, "en").decode().replace("\r\n ", "")
        assert "，characters" not in text, name
        assert "文中却说" not in text, name
