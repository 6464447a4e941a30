"""The Metrics page: plans are said to be plans, and a firm has one name in charts and table."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tests.fixtures.gold_timeline import gold_timeline
from tests.fixtures.pages import open_cold, page_html
from timeline import store, tables
from timeline.ui.datasets import VARIABLE

_NUMBERS = (
    ("临江储能", "临江储能2020年营收10亿元", "2020"),
    ("临江储能科技", "临江储能科技2021年营收20亿元", "2021"),
    ("公司", "公司预计2022年营收90亿元", "2022"),
    ("远帆汽车", "远帆汽车2019年营收30亿元", "2019"),
)


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A dataset of one document that calls its firm by three names and tells a plan, and of another firm."""
    whole = gold_timeline()
    doc_id = whole.documents["doc_id"].iloc[0]
    text = "。".join(sentence for _, sentence, _ in _NUMBERS)
    rows = []
    for n, (about, sentence, year) in enumerate(_NUMBERS):
        words = re.findall(r"\d+亿元", sentence)[0]
        start = text.index(words)
        rows.append(
            (f"o{n}", "", doc_id, start, start + len(words), words, "", "", words, about, "revenue",
             float(words[:2]) * 1e8, None, None, "CNY", "", "=", "none", year, f"{year}-01-01", f"{year}-12-31",
             "made")
        )  # fmt: skip
    made = dataclasses.replace(
        whole, name="", documents=whole.documents.iloc[:1], events=whole.events.iloc[:1],
        mentions=whole.mentions.iloc[:1].assign(doc_id=doc_id, entities="临江储能"), times=whole.times.iloc[:0],
        checks=whole.checks.iloc[:0], observations=tables.frame("observations", rows),
        texts=tables.Texts({doc_id: (text, ())}.__getitem__),
    )  # fmt: skip
    monkeypatch.setenv(VARIABLE, str(store.write(made, tmp_path / "served")))
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize(
    ("lang", "beside", "legend"),
    [
        ("zh", "2022年 计划或预期", "空心：计划或预期"),
        ("en", "2022 planned or expected", "hollow: planned or expected"),
    ],
)
def test_a_plan_is_one_in_the_chart_and_in_the_table(served, lang, beside, legend):
    html = page_html(open_cold("metrics", lang=lang))
    cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td>(.*?)</td>", html)]
    assert beside in cells
    assert sum(beside.split(" ", 1)[1] in cell for cell in cells) == 1, "what was reached is no plan"
    assert legend in html


def test_a_firm_is_one_choice_whatever_its_documents_call_it(served):
    html = page_html(open_cold("metrics", lang="zh"))
    keys = re.findall(r'<h2><a [^>]*data-key="revenue\|([^|"]*)', html)
    assert keys == ["临江储能"], "a chart for each firm of which several numbers are told"
    assert "远帆汽车" in html, "one number alone stands in the table"
    assert "临江储能科技" not in re.sub(r"「[^」]*」", "", html)


@pytest.mark.parametrize(("lang", "said"), [("zh", "计划或预期"), ("en", "planned or expected")])
def test_the_card_of_a_number_says_that_it_was_planned(served, lang, said):
    cards = {fact: page_html(open_cold("metrics", lang=lang, fact=fact)) for fact in ("o1", "o2")}
    heads = {fact: re.findall(r'<div class="bn-when">(.*?)</div>', html)[0] for fact, html in cards.items()}
    assert said in heads["o2"]
    assert said not in heads["o1"], "what was reached is no plan"


def test_numbers_of_one_firm_are_chosen_by_its_one_name(served):
    html = page_html(open_cold("metrics", lang="zh", whose="临江储能"))
    assert re.search(r">90\s?亿", html), "公司 is the firm itself in its own document"
    assert "远帆汽车" not in html
    assert "远帆汽车" in page_html(open_cold("metrics", lang="zh"))


def test_whose_numbers_are_picked_among_those_told(served):
    page = open_cold("metrics", lang="zh")
    picker = next(group for group in page.get("button_group") if group.label == "主体")
    assert picker.options == ["临江储能", "远帆汽车"], "most told first, a firm once"
    page = picker.set_value("远帆汽车").run()
    assert page.query_params["whose"] == "远帆汽车"
    assert "临江储能2020" not in page_html(page)
