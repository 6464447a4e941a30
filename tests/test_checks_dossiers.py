"""Invented dossiers through the whole pipeline: what is one event, what contradicts, what must stay quiet.

A dossier is a folder of three documents on one invented company; what is expected of it stands in the
JSON file of the same name beside the folder.
Places are named by quotation: the first occurrence of the words in the file.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.tables import Timeline

FOLDER = Path(__file__).parent / "dossiers"
DOSSIERS = sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def built(name: str) -> Timeline:
    return pipeline.build([FOLDER / name])


@cache
def expected(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def place(timeline: Timeline, file: str, words: str) -> tuple[str, int, int]:
    """(doc_id, start, end) of a quotation."""
    documents = timeline.documents
    doc_id = documents.loc[documents["path"].str.endswith(file), "doc_id"].iloc[0]
    start = timeline.text(doc_id).index(words)
    return doc_id, start, start + len(words)


def cases(section: str) -> list:
    return [
        pytest.param(name, row, id=f"{name}-{index}")
        for name in DOSSIERS
        for index, row in enumerate(expected(name)[section])
    ]


def events_at(timeline: Timeline, file: str, words: str) -> set[str]:
    """Events whose time is told at the quotation."""
    doc_id, start, end = place(timeline, file, words)
    m = timeline.mentions
    near = (m["doc_id"] == doc_id) & (m["time_start"] < end) & (m["time_end"] > start)
    return set(m.loc[near, "event_id"])


def touches(row, file_place: tuple[str, int, int]) -> bool:
    doc_id, start, end = file_place
    own = row["doc_id"] == doc_id and row["start"] < end and start < row["end"]
    far = row["other_doc_id"] == doc_id and row["other_start"] < end and start < row["other_end"]
    return bool(own or far)


def test_there_are_four_dossiers_of_three_documents_or_more():
    assert len(DOSSIERS) >= 4
    for name in DOSSIERS:
        assert len(built(name).documents) >= 3


@pytest.mark.parametrize(("name", "row"), cases("merged"))
def test_one_milestone_is_one_event(name, row):
    timeline = built(name)
    told = [events_at(timeline, file, words) for file, words in row["tellings"].items()]
    shared = set.intersection(*told)
    assert shared, f"told apart: {row['tellings']} → {told}"
    if row["date"]:
        events = timeline.events.set_index("event_id")
        assert row["date"] in {events.loc[event, "date"] for event in shared}


@pytest.mark.parametrize(("name", "row"), cases("apart"))
def test_two_milestones_stay_two(name, row):
    timeline = built(name)
    left, right = (events_at(timeline, *side) for side in row)
    assert left
    assert right
    assert not left & right


@pytest.mark.parametrize(("name", "row"), cases("checks"))
def test_planted_contradiction_is_found(name, row):
    timeline = built(name)
    sides = [place(timeline, *side) for side in row["sides"]]
    rows = [r for _, r in timeline.checks.iterrows() if r["kind"] == row["kind"]]
    assert any(all(touches(r, side) for side in sides) for r in rows), timeline.checks["message"].tolist()


@pytest.mark.parametrize(("name", "row"), cases("quiet"))
def test_a_trap_raises_no_check(name, row):
    timeline = built(name)
    here = place(timeline, *row)
    hits = [r["message"] for _, r in timeline.checks.iterrows() if r["kind"] == "value" and touches(r, here)]
    assert not hits


@pytest.mark.parametrize("name", DOSSIERS)
def test_nothing_else_is_reported(name):
    timeline = built(name)
    planted = [
        (row["kind"], [place(timeline, *side) for side in row["sides"]]) for row in expected(name)["checks"]
    ]
    noise = [
        r["message"]
        for _, r in timeline.checks.iterrows()
        if not any(r["kind"] == kind and any(touches(r, side) for side in sides) for kind, sides in planted)
    ]
    assert not noise
