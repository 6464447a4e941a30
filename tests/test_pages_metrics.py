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
)


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A dataset of one document that calls its firm by three names and ends with a plan."""
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
    assert len(re.findall(r'<h2><a [^>]*data-key="revenue\|', html)) == 1
    assert "临江储能科技" not in re.sub(r"「[^」]*」", "", html)
