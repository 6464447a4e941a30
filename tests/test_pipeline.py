"""From documents to tables: the promises that hold for every build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from timeline import edtf, pipeline, store, tables
from timeline.__main__ import main
from timeline.errors import UserError

HOME = Path(__file__).resolve().parents[1]
SEEDS = HOME / "seeds"


@pytest.fixture(scope="module")
def seeds():
    return timeline.build([SEEDS])


def test_events_come_from_all_five_documents_from_2005_through_2026(seeds):
    assert len(seeds.documents) == 5
    assert seeds.skipped == ()
    assert set(seeds.mentions["doc_id"]) == set(seeds.documents["doc_id"])
    years = set(seeds.events["earliest"].str[:4]) | set(seeds.events["latest"].str[:4])
    assert {"2005", "2026"} <= years


def test_every_quote_is_the_document_s_own_words(seeds):
    quoted = [("mentions", "start", "end", "doc_id", "exact"), ("observations", "start", "end", "doc_id", "exact"),
              ("checks", "start", "end", "doc_id", "exact"), ("times", "start", "end", "doc_id", "text"),
              ("mentions", "time_start", "time_end", "doc_id", "time_text"),
              ("checks", "other_start", "other_end", "other_doc_id", "other_exact")]  # fmt: skip
    for name, start, end, doc_id, exact in quoted:
        table = getattr(seeds, name)
        for row in table[table[doc_id] != ""].to_dict("records"):
            assert seeds.text(row[doc_id])[row[start] : row[end]] == row[exact], (name, row)


def test_context_stands_around_every_quote(seeds):
    for row in seeds.mentions.to_dict("records"):
        text = seeds.text(row["doc_id"])
        assert text[: row["start"]].endswith(row["prefix"])
        assert text[row["end"] :].startswith(row["suffix"])


def test_dates_are_edtf_and_their_days_in_order(seeds):
    for name in ("mentions", "events"):
        table = getattr(seeds, name)
        assert (table["earliest"] <= table["latest"]).all()
        assert table["date"].map(edtf.is_edtf).all()
        assert (table["precision"] == table["date"].map(edtf.precision)).all()
    anchored = seeds.times[seeds.times["earliest"] != ""]
    assert (anchored["earliest"] <= anchored["latest"]).all()


def test_every_value_names_its_rule(seeds):
    for name in ("times", "mentions", "observations"):
        assert (getattr(seeds, name)["rule"] != "").all()


def test_unifying_drops_no_mention(seeds):
    assert set(seeds.mentions["event_id"]) == set(seeds.events["event_id"])
    counted = seeds.mentions.groupby("event_id").size()
    for event in seeds.events.itertuples():
        assert event.n_mentions == counted[event.event_id]
    for column in ("mention_id",):
        assert seeds.mentions[column].is_unique
    assert seeds.events["event_id"].is_unique
    assert seeds.observations["observation_id"].is_unique
    assert seeds.checks["check_id"].is_unique


def test_names_are_headlines(seeds):
    for event in seeds.events.itertuples():
        assert 2 <= len(event.name) <= 30, event.name
        assert not event.name.startswith(("我们", "当时", "因为")), event.name


def test_documents_may_come_in_any_order_and_from_several_processes(seeds, tmp_path):
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    turned = timeline.build(files, sources=SEEDS / "sources.csv", workers=2)
    for name in ("events", "mentions", "observations", "checks"):
        ours, theirs = getattr(seeds, name), getattr(turned, name)
        by = [column for column in ("event_id", "mention_id", "observation_id", "check_id") if column in ours]
        key = by[-1] if name != "events" else "event_id"
        pd.testing.assert_frame_equal(
            ours.sort_values(key).reset_index(drop=True), theirs.sort_values(key).reset_index(drop=True)
        )


def test_change_a_year_in_a_copy_and_the_event_moves(seeds, tmp_path):
    copy = tmp_path / "seeds"
    shutil.copytree(SEEDS, copy)
    path = next(copy.glob("000_*"))
    path.write_bytes(path.read_bytes().replace("2016年，我们发布了".encode(), "2017年，我们发布了".encode()))
    moved = timeline.build([copy])
    words = "发布了第一款全面屏手机"

    def told(built):
        return set(built.mentions.loc[built.mentions["exact"].str.contains(words), "date"])

    assert told(seeds) == {"2016"}
    assert told(moved) == {"2017"}


def test_a_sixth_document_joins_and_leaves_the_others_alone(seeds, tmp_path):
    copy = tmp_path / "seeds"
    shutil.copytree(SEEDS, copy)
    text = "云杉科技成立于2011年。2019年6月18日，云杉科技在深圳证券交易所上市，募集资金12.5亿元。\n"
    (copy / "云杉.txt").write_text(text, encoding="utf-8")
    more = timeline.build([copy])
    assert len(more.documents) == 6
    assert set(seeds.mentions["mention_id"]) <= set(more.mentions["mention_id"])
    new = more.mentions[~more.mentions["mention_id"].isin(seeds.mentions["mention_id"])]
    assert {"2011", "2019-06-18"} <= set(new["date"])
    money = more.observations[more.observations["text"] == "12.5亿元"].iloc[0]
    assert (money.value, money.unit) == (1_250_000_000, "CNY")


def test_two_builds_agree_byte_for_byte(seeds, tmp_path):
    one = store.write(seeds, tmp_path / "one")
    two = store.write(timeline.build([SEEDS]), tmp_path / "two")
    for path in sorted(one.iterdir()):
        assert path.read_bytes() == (two / path.name).read_bytes(), path.name


# ── the command line ─────────────────────────────────────────────────────────────────────────────


def test_build_writes_the_tables_and_says_what_it_read(tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["build", str(SEEDS), "--out", str(out), "--no-progress"]) == 0
    said = capsys.readouterr().out
    assert "documents     5" in said
    for name, columns in tables.COLUMNS.items():
        assert (out / f"{name}.parquet").is_file()
        assert (out / f"{name}.csv").read_text("utf-8").splitlines()[0] == ",".join(columns)
    assert json.loads((out / "datapackage.json").read_text("utf-8"))["resources"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_bad_file_is_listed_and_the_rest_goes_on(tmp_path, capsys):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "good.txt").write_text("远山集团于2008年5月成立。", encoding="utf-8")
    (docs / "empty.txt").write_bytes(b"")
    (docs / "noise.pdf").write_bytes(b"%PDF-1.7 broken")
    assert main(["build", str(docs), "--out", str(tmp_path / "out"), "--no-progress"]) == 3
    said = capsys.readouterr().out
    assert "skipped       2" in said
    assert "empty.txt" in said
    assert "noise.pdf" in said
    assert store.read(tmp_path / "out").events["earliest"].tolist() == ["2008-05-01"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "no/such/folder", "--out", "{tmp}/out"],
        ["build", "{seeds}", "--out", "{tmp}/out", "--published", "nonsense"],
        ["build", "{seeds}", "--out", "{tmp}/out", "--sources", "{tmp}/none.csv"],
        ["export", "{tmp}/none", "--format", "csv", "-o", "{tmp}/x.csv"],
        ["serve", "{tmp}/none"],
    ],
)
def test_what_the_user_must_act_on_is_a_sentence_and_status_2(arguments, tmp_path, capsys):
    filled = [part.format(tmp=tmp_path, seeds=SEEDS) for part in arguments]
    assert main(filled) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_published_overrides_what_the_document_says(tmp_path):
    path = tmp_path / "post.txt"
    path.write_text("去年，公司在杭州开出第一家门店。", encoding="utf-8")
    undated = timeline.build([path])
    assert len(undated.events) == 0
    assert "unresolved" in set(undated.checks["kind"])
    dated = timeline.build([path], published={"post.txt": "2015-03-01"})
    assert dated.events["date"].tolist() == ["2014"]


def test_an_interrupted_build_is_taken_up_again(tmp_path):
    keep, seen = tmp_path / "parts", []

    def stop_after_two(done, total, path):
        seen.append(path)
        return done < 2

    with pytest.raises(UserError):
        pipeline.build([SEEDS], keep=keep, progress=stop_after_two)
    assert len(list(keep.glob("*.part"))) >= 2
    again = pipeline.build([SEEDS], keep=keep, resume=True)
    assert len(again.documents) == 5


# ── any text at all ──────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    ["2021年3月", "去年", "12年后", "同年12月", "\n", "　", "３０％", "營收達", "3.5亿元", "公司", "发布了新产品", "，", "。",
     "計劃", "（", "）", "“", "春节前", "不到", "9月31日", "a", "=1+1", "\u200b", "結(jié)束", "第", "0", "年", "月"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_whatever_the_text_the_promises_hold(text):
    data = text.encode("utf-8", "ignore")
    try:
        document = pipeline.read_document(data, name="any.txt", published="2020-05-05")
    except UserError:
        return
    harvest = pipeline.harvest(document)
    for timex in harvest.times:
        assert document.text[timex.start : timex.end] == timex.text
        assert timex.rule
        assert timex.earliest is None or timex.latest is None or timex.earliest <= timex.latest
    for quantity in harvest.quantities:
        assert document.text[quantity.start : quantity.end] == quantity.text
    for mention in harvest.mentions:
        assert 0 <= mention.start < mention.end <= len(document.text)
        assert mention.earliest <= mention.latest
        assert edtf.is_edtf(mention.date)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_long_document_tells_how_far_it_is_and_can_be_stopped(tmp_path, monkeypatch, workers):
    long = tmp_path / "long.txt"
    long.write_text(
        "\n".join(f"{1900 + year}年3月，青禾种业开设第{year}家门店。" for year in range(9, 100)), "utf-8"
    )
    (tmp_path / "short.txt").write_text("2001年3月，云帆软件成立。", "utf-8")
    monkeypatch.setattr(pipeline, "LONG", 1000)
    monkeypatch.setattr("timeline.workers._BEAT", 0.001)
    told = []
    pipeline.build([tmp_path], workers=workers, progress=lambda done, total, path: told.append(done))
    assert told[0] == 0
    assert told[-1] == 2
    assert len({done for done in told if 0 < done % 1 < 1}) > (20 if workers == 1 else 0)
    with pytest.raises(pipeline.Stopped):
        pipeline.build([tmp_path], workers=workers, progress=lambda done, total, path: not done)


def test_progress_begins_before_the_first_document_and_ends_with_the_tables(tmp_path):
    told = []
    pipeline.build([SEEDS], keep=tmp_path / "parts", progress=lambda *said: told.append(said))
    read = [done for done, _, path in told if path not in pipeline.STAGES]
    assert read == list(range(told[0][1] + 1))
    assert [done for done, *_ in told] == sorted({done for done, *_ in told})
    after = [path for done, total, path in told if total - 1 < done < total]
    assert list(dict.fromkeys(after)) == [stage for stage in pipeline.STAGES if stage in after]
    assert {"joining", "checking", "tables"} <= set(after)


@pytest.mark.parametrize("stage", ["joining", "checking", "tables"])
def test_a_build_can_be_stopped_when_all_is_read(stage):
    with pytest.raises(pipeline.Stopped):
        pipeline.build([SEEDS], progress=lambda done, total, path: path != stage)
