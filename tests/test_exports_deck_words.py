"""What the deck says: titles, quotations, disagreements on their rulers; of the chosen events alone."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pandas as pd
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from tests.fixtures import made_timelines
from tests.fixtures.gold_timeline import gold_timeline
from tests.test_exports_deck import shapes_of
from timeline import tables
from timeline.checks.messages import make
from timeline.exports import EXPORTS
from timeline.exports.deck import choosing, claims, covers, disputes, quotes, rulers, runs, sources
from timeline.exports.deck.measure import Words
from timeline.exports.selection import Selection
from timeline.layout import items_of
from timeline.model import Block, Document, Extraction, Span, Timex
from timeline.tables import Filters


def text_timeline(
    text: str, checks=(), times=(), blocks: tuple[Block, ...] = (), lang: str = "zh"
) -> Selection:
    document = Document(
        "d00000000001", "a.txt", text, "临江纪事", "沈知行", "", "2024-03-12", "manifest", blocks=blocks
    )
    extraction = Extraction(document, tuple(times), (), (), ())
    return Selection.of(tables.to_timeline([extraction], [], list(checks), name="临江"), Filters(), lang)


def around(text: str, evidence: str, longest: int = 90, **more) -> str:
    start = text.index(evidence)
    return quotes.around(
        text_timeline(text, **more), "d00000000001", start, start + len(evidence), longest
    ).text


# ── quotations ───────────────────────────────────────────────────────────────────────────────────


def test_a_heading_is_not_quoted_with_its_paragraph():
    text = "临江电器\n年度报告摘要\n\n二、主要财务数据\n2022年，公司实现营业收入11.8亿元，同比增长14%。"
    assert around(text, "11.8亿元").startswith("2022年")


def test_a_line_that_only_wraps_is_no_heading():
    text = (
        "临江电器在那一年里先后在三座城市开设了门店，并且第一次把自己的产品\n卖到了海外，当年营收11.8亿元。"
    )
    assert around(text, "11.8亿元").startswith("临江电器")
    assert "产品卖到" in around(text, "11.8亿元")


@pytest.mark.parametrize("longest", [40, 56, 80, 96])
def test_english_quotations_are_not_cut_inside_words_or_numbers(longest):
    text = (
        "Linjiang Power opened its first factory in 2018. By the end of 2022 the company had installed 3.2 GWh "
        "of storage at 46 sites, employed 1,260 people, and served 12,500 customers in nineteen countries. It grew."
    )
    quote = around(text, "3.2 GWh", longest).strip("…")
    assert "opened" not in quote
    words = set(text.replace(",", "").split())
    assert all(
        word.strip(",.") in words | {w.strip(".") for w in words} for word in quote.replace(",", "").split()
    )


def test_a_sentence_ends_before_the_evidence_that_begins_the_next():
    assert around("It opened in Jimo. On 18 June it was listed.", "On 18 June").startswith("On 18")


def test_front_matter_does_not_run_into_a_quotation():
    text = "title: 甲\ndate: 2021-02-08T03:08:19\nexcerpt: 昨天晚上邀请9位客人\n\n正文从这里开始。"
    end = text.index("\n\n")
    quote = around(text, "9位", blocks=(Block(0, end, "front matter"),))
    assert "2021-02-08" not in quote
    assert "正文" not in quote


def test_a_quotation_is_cut_between_phrases():
    text = "公司登陆港交所，发行价每股9.8港元，募集资金约7400万港元用于建设两座新的工厂"
    for room in range(200, 700, 37):
        (line,) = runs.quoted(text, room, Words(17, serif=True), [], 1)
        shown = "".join(run.text for run in line).strip("「」").rstrip("…")
        rest = text[len(shown) :]
        assert not (shown[-1:].isdigit() and rest[:1].isdigit()), shown
        assert text.startswith(shown)


def test_english_quotes_as_english_does():
    english = text_timeline("。", lang="en")
    assert english.quote("Canghai was listed") == "“Canghai was listed”"
    assert english.quote("临江上市") == "“临江上市”"
    assert text_timeline("。").quote("Canghai was listed") == "「Canghai was listed」"


# ── titles ───────────────────────────────────────────────────────────────────────────────────────


def test_titles_name_events_whole():
    selection = Selection.of(made_timelines.many(), Filters())
    items = [i for i in items_of(selection.timeline) if i.earliest]
    chosen = choosing.choose(items, Filters(), "zh")
    assert chosen is not None
    title = claims.of_phase(selection, items, chosen.items)
    assert "「" not in title
    assert any(title.endswith(i.name) for i in items if i.importance == 3)
    few = Selection.of(made_timelines.few(), Filters())
    assert "…" not in claims.of_phase(few, items_of(few.timeline))


def test_a_plan_is_not_named_as_if_it_had_happened():
    selection = Selection.of(made_timelines.few(), Filters())
    first, *rest = items_of(selection.timeline)
    planned = [first._replace(importance=3, modality="plan"), *(i._replace(importance=3) for i in rest)]
    title = claims.of_phase(selection, planned)
    assert first.name not in title
    assert any(i.name in title for i in rest)


def test_a_phase_says_what_it_is_about_in_one_sentence():
    few = made_timelines.few()
    names = ["临江发布首款相机", "临江正式推出第二款相机", "临江相机下线"]
    events = few.events.assign(name=names, category="product", importance=3, entities="临江")
    selection = Selection.of(replace(few, events=events), Filters())
    items = items_of(selection.timeline)
    title = claims.of_phase(selection, items)
    assert title == "以产品为主：临江发布首款相机，正式推出第二款相机，临江相机下线"
    assert claims.of_phase(replace(selection, lang="en"), items).startswith("Mainly product: 临江")


def test_half_is_no_majority():
    selection = Selection.of(made_timelines.few(), Filters())
    first = items_of(selection.timeline)[0]._replace(importance=3)
    items = [
        first._replace(id=f"e{n}", lane=lane, earliest=first.earliest.replace(year=2010 + n), latest=first.earliest.replace(year=2010 + n))
        for n, lane in enumerate(("finance", "finance", "market", "product"))
    ]  # fmt: skip
    assert "财务" not in claims.of_timeline(selection, items)


def test_the_cover_names_the_years_that_are_told():
    selection = Selection.of(made_timelines.few(), Filters())
    assert covers.told(selection).years == (2009, 2021)
    nothing = Selection.of(made_timelines.few(), Filters(from_year=1990, to_year=1991))
    assert covers.told(nothing).years == (1990, 1991)


def test_a_deck_of_some_months_draws_them_and_says_them():
    months = Filters().within("2014-08", "2014-10")
    selection = Selection.of(made_timelines.few(), months)
    chosen = choosing.choose(items_of(selection.timeline), months, "zh")
    assert chosen.window == months
    assert chosen.made.scale.years < 0.6
    assert selection.title.endswith("2014年8月—10月")
    assert covers.told(selection) == months
    assert "2014年8月—10月" in selection.statement


def test_the_months_above_the_days_of_a_deck_are_whole():
    months = Filters().within("2014-09", "2014-10")
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](made_timelines.few(), months, "zh")))
    words = [shape.text_frame.text for shape in shapes_of(deck.slides[1].shapes) if shape.has_text_frame]
    assert {"2014", "9", "10"} <= set(
        re.findall(r"\d+", " ".join(w for w in words if "年" in w and "月" in w))
    )
    assert not [w for w in words if w.startswith("2014") and "…" in w]


# ── disagreements ────────────────────────────────────────────────────────────────────────────────


def _time(text: str, words: str, value: str, kind: str = "DATE") -> Timex:
    from timeline import edtf

    start = text.index(words)
    first, last = edtf.bounds(value)
    return Timex(start, start + len(words), words, kind, value, first, last, "", "made", "d00000000001")


def _dispute(text: str, check, times=(), lang: str = "zh") -> tuple[Selection, dict]:
    selection = text_timeline(text, [check], times, lang=lang)
    return selection, disputes.find_disputes(selection)[0]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span("d00000000001", start, start + len(words))


@pytest.mark.parametrize(("said", "days"), [("不到十年", 3652), ("整整36个月", 1095), ("七年多", 2739)])
def test_lengths_said_in_any_words_are_drawn(said, days):
    stated = rulers._stated(said)
    assert stated is not None
    assert stated.days == pytest.approx(days, abs=4)


def test_an_anniversary_is_drawn_from_the_founding():
    text = "1998年创立。2017年公司办了二十周年庆典。"
    check = make("anniversary", _span(text, "1998年"), _span(text, "2017年公司办了二十周年"),
                 first="1998年", last="2017年", text="二十周年", length="19年")  # fmt: skip
    selection, row = _dispute(text, check, [_time(text, "1998年", "1998"), _time(text, "2017年", "2017")])
    ruler = rulers.ruler_of(selection, row)
    assert ruler is not None
    assert [round((bar.end - bar.start) / 365.25) for bar in ruler.bars] == [19, 20]
    assert ruler.gap == "差 1 年"
    assert disputes.dispute_claim(selection, row) == "1998年到2017年是 19年，文中却说「二十周年」"


def test_two_lengths_in_words_are_drawn_to_scale():
    text = "推广用了五年。推广用了七年。"
    check = make(
        "two-lengths", _span(text, "五年"), _span(text, "七年"), word="推广", text="五年", other="七年"
    )
    selection, row = _dispute(text, check, lang="en")
    ruler = rulers.ruler_of(selection, row)
    assert ruler is not None
    assert ruler.heads == ("5 years", "7 years")
    assert ruler.bars[1].end / ruler.bars[0].end == pytest.approx(1.4)
    assert disputes.dispute_claim(selection, row) == "“推广” took 5 years, or 7 years?"


def test_the_clash_of_two_values_names_what_was_measured():
    text = "装机2.8吉瓦时。装机3.2吉瓦时。"
    check = make("two-values", _span(text, "2.8吉瓦时"), _span(text, "3.2吉瓦时"), about="临江", measure="营收",
                 date="2022年", text="2.8吉瓦时", other="3.2吉瓦时")  # fmt: skip
    selection, row = _dispute(text, check)
    assert disputes.dispute_claim(selection, row) == "2022年临江的营收：「2.8吉瓦时」还是「3.2吉瓦时」"


def test_every_dispute_of_a_deck_shows_what_each_side_says():
    """No heading stands alone: 一说 is followed by a date, a length or a number."""
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](gold_timeline(), Filters(), "zh")))
    seen = 0
    for slide in deck.slides:
        texts = [s.text_frame.text for s in shapes_of(slide.shapes) if s.has_text_frame]
        if "什么能定夺" in texts:
            heads = [texts[n + 1] for n, text in enumerate(texts[:-1]) if text == "一说"]
            assert all(not head.startswith("「") for head in heads), heads
            seen += 1
    assert seen


def test_what_is_open_is_told_by_kind_and_never_as_nought():
    text = "甲。乙。"
    assert sources.unresolved_words(text_timeline(text)) == "没有发现矛盾。"
    check = make("before-invention", _span(text, "甲"), text="甲", word="乙", year=1983)
    assert sources.unresolved_words(text_timeline(text, [check])) == "1 处存疑，都照原样列出。"


# ── only what was chosen ─────────────────────────────────────────────────────────────────────────


def test_a_deck_of_starred_events_tells_of_nothing_else():
    gold = gold_timeline()
    starred = gold.events["event_id"].isin(gold.events["event_id"].head(2))
    made = replace(gold, events=gold.events.assign(starred=starred))
    selection = choosing.of_chosen_events(Selection.of(made, Filters(starred=True)))
    chosen = set(selection.timeline.events["event_id"])
    assert set(selection.timeline.observations["event_id"]) <= chosen
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](made, Filters(starred=True), "zh")))
    assert not [s for slide in deck.slides for s in shapes_of(slide.shapes) if s.has_chart]


def test_checks_of_other_years_stay_out_of_a_year():
    whole = gold_timeline()
    early = choosing.of_chosen_events(Selection.of(whole, Filters(from_year=2010, to_year=2011)))
    chosen, told = set(early.timeline.events["event_id"]), whole.mentions
    for row in early.timeline.checks.to_dict("records"):
        sides = [
            (row["doc_id"], row["start"], row["end"]),
            (row["other_doc_id"], row["other_start"], row["other_end"]),
        ]
        touched = {e for e in row["event_id"].split("; ") if e}
        for doc, start, end in sides:
            if doc and not pd.isna(start):
                near = (told["doc_id"] == doc) & (told["start"] < end) & (told["end"] > start)
                touched |= set(told.loc[near, "event_id"])
        assert not touched or touched & chosen
    assert len(early.timeline.checks) < len(whole.checks)
    everything = Filters(*tables.years(whole))
    assert choosing.of_chosen_events(Selection.of(whole, everything)).timeline.checks.equals(whole.checks)


def test_english_quotation_marks_are_not_set_in_a_chinese_font():
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](gold_timeline(), Filters(), "en")))
    runs = [run for slide in deck.slides for run in slide._element.iter(qn("a:r"))]
    marks = [run for run in runs if (run.find(qn("a:t")).text or "").strip() in ("“", "”")]
    assert marks
    for run in marks:
        assert {run.find(qn("a:rPr")).find(qn(f"a:{slot}")).get("typeface") for slot in ("latin", "ea")} <= {
            "Georgia", "Arial",
        }  # fmt: skip
