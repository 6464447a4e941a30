"""Corrections by hand: applied on top, undone, found again after a rebuild, never lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.fixtures.gold_timeline import gold_timeline
from timeline import edited, edits
from timeline.errors import UserError
from timeline.tables import Texts


@pytest.fixture
def kept(tmp_path):
    return edits.Edits(tmp_path / "dataset")


def _event(timeline, name):
    return timeline.events.loc[timeline.events["name"] == name].iloc[0]


def test_a_corrected_date_moves_the_event_and_undo_brings_it_back(kept):
    timeline = gold_timeline()
    event = _event(timeline, "小米上市")
    number = kept.add("date", edits.target(timeline, event.event_id), event.date, "2018-07-09")
    moved = _event(edited.apply(timeline, kept), "小米上市")
    assert (moved.earliest, moved.latest, moved.precision) == ("2018-07-09", "2018-07-09", "day")
    assert moved.edited
    kept.undo(number)
    back = _event(edited.apply(timeline, kept), "小米上市")
    assert back.date == "2018"
    assert not back.edited
    kept.redo(number)
    assert _event(edited.apply(timeline, kept), "小米上市").date == "2018-07-09"


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        ("date", "about 2018"),
        ("date", "2024/.."),
        ("category", "fun"),
        ("importance", 4),
        ("name", " "),
        ("x", 1),
    ],
)
def test_nonsense_is_refused(kept, kind, after):
    with pytest.raises(UserError):
        kept.add(kind, {}, None, after)
    assert kept.history() == []


def test_merge_keeps_every_mention_and_split_takes_one_out_again(kept):
    timeline = gold_timeline()
    one, two = _event(timeline, "小米上市"), _event(timeline, "小米诞生")
    kept.add("merge", edits.target(timeline, one.event_id, two.event_id), None, one.event_id)
    merged = edited.apply(timeline, kept)
    told = merged.mentions[merged.mentions["event_id"] == one.event_id]
    assert len(told) == 2
    assert two.event_id not in set(merged.events["event_id"])
    assert _event(merged, "小米上市").status == "conflicting"
    assert len(merged.mentions) == len(timeline.mentions)
    first = told["mention_id"].iloc[0]
    kept.add("split", edits.mention_target(merged, first), None, None)
    apart = edited.apply(timeline, kept)
    assert len(apart.events) == len(timeline.events)
    assert apart.mentions.groupby("event_id").size().sum() == len(timeline.mentions)


def test_hidden_events_leave_with_their_mentions_and_stars_stay(kept):
    timeline = gold_timeline()
    event = _event(timeline, "小米上市")
    kept.add("star", edits.target(timeline, event.event_id), False, True)
    assert _event(edited.apply(timeline, kept), "小米上市").starred
    kept.add("hide", edits.target(timeline, event.event_id), False, True)
    hidden = edited.apply(timeline, kept)
    assert event.event_id not in set(hidden.events["event_id"]) | set(hidden.mentions["event_id"])


def test_an_event_by_hand_quotes_its_document(kept):
    timeline = gold_timeline()
    doc_id = timeline.documents["doc_id"].iloc[0]
    made = {
        "doc_id": doc_id,
        "start": 0,
        "end": 10,
        "date": "2010-04",
        "name": "按手加的事",
        "category": "founding",
        "importance": 3,
    }
    kept.add("add", {}, None, made)
    after = edited.apply(timeline, kept)
    event = _event(after, "按手加的事")
    mention = after.mentions[after.mentions["event_id"] == event.event_id].iloc[0]
    assert mention.exact == timeline.text(doc_id)[0:10]
    assert (event.earliest, event.latest) == ("2010-04-01", "2010-04-30")


def test_an_edit_finds_its_event_again_when_ids_changed_and_the_quote_moved(kept):
    timeline = gold_timeline()
    event = _event(timeline, "小米上市")
    kept.add("name", edits.target(timeline, event.event_id), event["name"], "小米挂牌")
    mentions = timeline.mentions.assign(
        mention_id=["n" + i for i in timeline.mentions["mention_id"]], start=timeline.mentions["start"] + 7
    )
    rebuilt = replace(timeline, mentions=mentions)
    assert "小米挂牌" in set(edited.apply(rebuilt, kept).events["name"])


def test_an_edit_whose_event_is_gone_stays_and_says_so(kept):
    timeline = gold_timeline()
    event = _event(timeline, "小米上市")
    kept.add("name", edits.target(timeline, event.event_id), event["name"], "小米挂牌")
    without = replace(timeline, mentions=timeline.mentions[timeline.mentions["event_id"] != event.event_id])
    after = edited.apply(without, kept)
    assert list(after.edits["attached"]) == [False]
    assert len(kept.history()) == 1


def _with_other_bytes(timeline, doc_id, before):
    """The same collection after one document got `before` put in front of its text: another doc_id."""
    text, new = before + timeline.text(doc_id), "f" * 12
    documents = timeline.documents.assign(
        doc_id=[new if known == doc_id else known for known in timeline.documents["doc_id"]]
    )
    told = timeline.texts
    texts = Texts(lambda asked: (text, ()) if asked == new else (told.text(asked), told.blocks(asked)))
    return replace(timeline, documents=documents, texts=texts), new


def test_an_event_by_hand_follows_its_words_when_the_document_changed(kept):
    timeline = gold_timeline()
    doc_id = timeline.documents["doc_id"].iloc[0]
    made = {"doc_id": doc_id, "start": 20, "end": 34, "date": "2010-04", "name": "按手加的事",
            "category": "founding", "importance": 3}  # fmt: skip
    kept.add("add", edits.words_target(timeline, doc_id, 20, 34), None, made)
    rebuilt, new = _with_other_bytes(timeline, doc_id, "新加的一段话。\n")
    after = edited.apply(rebuilt, kept)
    mention = after.mentions[after.mentions["name"] == "按手加的事"].iloc[0]
    assert (mention.doc_id, mention.start) == (new, 28)
    assert mention.exact == timeline.text(doc_id)[20:34]
    gone = replace(timeline, documents=timeline.documents[timeline.documents["doc_id"] != doc_id])
    assert list(edited.apply(gone, kept).edits["attached"]) == [False]


def test_a_settled_check_stays_settled_when_its_place_moved(kept):
    timeline = gold_timeline()
    check = timeline.checks.iloc[0].to_dict()
    kept.add("settle", edits.check_target(check), False, True)
    moved = replace(
        timeline, checks=timeline.checks.assign(check_id=["n" + i for i in timeline.checks["check_id"]])
    )
    settled = edited.apply(moved, kept).checks
    assert list(settled.loc[settled["settled"], "check_id"]) == ["n" + check["check_id"]]


def test_two_people_at_once_lose_nothing(kept):
    timeline = gold_timeline()
    wanted = edits.target(timeline, timeline.events["event_id"].iloc[0])
    with ThreadPoolExecutor(8) as pool:
        list(
            pool.map(
                lambda n: edits.Edits(kept.path.with_name("dataset")).add("star", wanted, n, True), range(40)
            )
        )
    assert sorted(edit.before for edit in kept.history()) == list(range(40))
