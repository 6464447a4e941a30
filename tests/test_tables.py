"""Choosing rows, and saying what was chosen."""

from __future__ import annotations

import dataclasses

import pytest

from tests.fixtures.gold_timeline import gold_timeline
from timeline import tables
from timeline.tables import Filters, describe, select


def test_years_keep_what_touches_them_and_count_the_rest():
    timeline = gold_timeline()
    chosen = select(timeline, Filters(2012, 2014))
    assert (chosen.events["latest"] >= "2012-01-01").all()
    assert (chosen.events["earliest"] <= "2014-12-31").all()
    before, after = tables.outside(timeline, Filters(2012, 2014))
    assert before + after + len(chosen.events) == len(timeline.events)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(categories=("automotive",)),
        Filters(min_importance=3),
        Filters(statuses=("agreed",)),
        Filters(query="造车"),
        Filters(query="造車 宣布"),
    ],
)
def test_what_belongs_to_an_event_comes_along_and_nothing_else(filters):
    chosen = select(gold_timeline(), filters)
    assert 0 < len(chosen.events) < len(gold_timeline().events)
    assert chosen.n_telling == chosen.mentions["doc_id"].nunique()
    assert set(chosen.mentions["event_id"]) == set(chosen.events["event_id"])


def test_traditional_words_find_simplified_ones():
    simplified = select(gold_timeline(), Filters(query="小米汽车"))
    traditional = select(gold_timeline(), Filters(query="小米汽車"))
    assert list(simplified.events["event_id"]) == list(traditional.events["event_id"])


def test_a_choice_can_be_chosen_from_and_changed():
    part = select(gold_timeline(), Filters(2010, 2020))
    again = select(part, Filters(2012, 2014, query="小米"))
    whole = select(gold_timeline(), Filters(2012, 2014, query="小米"))
    assert list(again.mentions["mention_id"]) == list(whole.mentions["mention_id"])
    changed = dataclasses.replace(part, events=part.events.head(1))
    assert len(changed.mentions) == len(part.mentions) > changed.events["n_mentions"].sum()
    assert not len(select(part, Filters(1800, 1801)).mentions)


def test_a_word_broken_over_two_lines_is_found():
    assert len(select(gold_timeline(), Filters(query="遭遇美国的制裁")).events)


def test_a_document_filter_holds_in_every_table():
    doc_id = gold_timeline().documents["doc_id"].iloc[2]
    chosen = select(gold_timeline(), Filters(documents=(doc_id,)))
    assert set(chosen.documents["doc_id"]) == {doc_id}
    assert set(chosen.times["doc_id"]) == {doc_id}
    assert set(chosen.observations["doc_id"]) == {doc_id}


def test_a_window_of_months_holds_what_meets_it_and_counts_the_rest():
    whole = gold_timeline()
    months = Filters().within("2021-03", "2021-04")
    shown = tables.select(whole, months).events
    assert len(shown)
    assert ((shown["earliest"] <= "2021-04-30") & (shown["latest"] >= "2021-03-01")).all()
    before, after = tables.outside(whole, months)
    assert before + after + len(shown) == len(whole.events)
    assert tables.describe(months) == "2021年3月—4月"
    assert tables.describe(months, "en") == "Mar–Apr 2021"


def test_a_window_of_days_holds_what_meets_it():
    whole = gold_timeline()
    days = Filters().within("2021-03-15", "2021-04-02")
    shown = tables.select(whole, days).events
    assert len(shown)
    assert ((shown["earliest"] <= "2021-04-02") & (shown["latest"] >= "2021-03-15")).all()
    assert sum(tables.outside(whole, days)) + len(shown) == len(whole.events)
    assert days.span() == "2021年3月15日—4月2日"
    assert not days.whole_years


def test_filters_say_themselves():
    filters = Filters(2010, 2020, ("automotive",), ("abc",), (), 2, "造车", True)
    said = describe(filters, "zh", {"abc": "书"})
    assert all(word in said for word in ("2010—2020 年", "汽车", "书", "要点以上", "「造车」", "星标"))
    assert "Automotive" in describe(filters, "en")


def test_no_rows_are_a_timeline_too():
    empty = tables.to_timeline([], [], [])
    assert len(select(empty, Filters(query="x")).events) == 0
    assert tables.years(empty) == (2005, 2026)
