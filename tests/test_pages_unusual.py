"""Collections that are unlike most: of other years, of nothing that can be dated."""

from __future__ import annotations

import pytest

from tests.fixtures.pages import bodies, links, open_cold, page_html
from timeline import pipeline, store, tables
from timeline.tables import Filters
from timeline.ui import PAGES
from timeline.ui.datasets import VARIABLE

MILL = (
    "恒裕纱厂二十年记\n\n1919年6月，恒裕纱厂增设布机二百台。1929年，恒裕纱厂收购同利布厂，资本增为120万元。"
)
MUSINGS = "读书札记\n\n做企业像种树，要先把土养好。"


@pytest.fixture
def served(tmp_path, monkeypatch):
    """Documents with a text → the collection that is open."""

    def serve(text: str):
        (tmp_path / "document.txt").write_text(text, encoding="utf-8")
        built = pipeline.build([tmp_path / "document.txt"])
        monkeypatch.setenv(VARIABLE, str(store.write(built, tmp_path / "served")))
        return built

    return serve


def test_documents_of_other_years_open_on_their_years(served):
    built = served(MILL)
    assert tables.usual(built) == Filters(1919, 1929)
    for page in ("overview", "timeline"):
        app = open_cold(page, lang="zh")
        assert "1919—1929 年" in page_html(app)
        assert 'class="bn-empty"' not in page_html(app)
    years = app.get("button_group")[0]
    assert years.options[0] == "全部"
    assert "2010—2019" not in years.options, "a decade of which nothing is told"
    again = open_cold("timeline", lang="zh", **{"from": "1925", "to": "1935"})
    assert "1925—1935 年" in page_html(again), "asked for is asked for"
    assert any("from=1919&to=1929" in href or "from=" not in href for href in links(again))


def test_usual_years_are_those_of_most_events(served):
    museum = "2008年5月，恒裕纱厂旧址改为博物馆。"
    assert tables.usual(served(MILL + museum)) == Filters(1919, 2008), "one of many says little of them"
    assert tables.usual(served("1919年，恒裕纱厂成立。" + museum)) == Filters(), "half of them is enough"


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name in ("overview", "timeline")])
def test_documents_without_a_date_say_why_nothing_is_shown_and_what_to_do(served, page):
    served(MUSINGS)
    app = open_cold(page, lang="zh")
    html = page_html(app)
    assert html.count('class="bn-empty"') == 1
    assert "清除筛选" not in html, "no filter is at fault"
    ways = links(app)
    assert any(href.startswith("./import") for href in ways)
    assert any(href.startswith("./sources") for href in ways)
    assert 'class="bn-specimen"' in html


def test_numbers_hidden_by_a_filter_are_not_told_to_be_missing(served):
    served(MILL)
    html = "".join(bodies(open_cold("metrics", lang="zh", **{"from": "2001", "to": "2002"})))
    assert "清除筛选" in html
    assert "没有读出数字" not in html
