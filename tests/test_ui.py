"""The parts of the pages that need no browser: addresses, clicks, passages, the reader, markup."""

from __future__ import annotations

import html
import itertools
import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.gold_timeline import gold_timeline
from timeline import labels, library, look
from timeline.model import CATEGORIES
from timeline.tables import Filters
from timeline.ui import (
    PAGES,
    address,
    builds,
    clicks,
    facts,
    glyphs,
    legend,
    lists,
    previews,
    reader,
    readings,
    server,
    theme,
)
from timeline.ui.address import Address
from timeline.ui.markup import go, join, tag
from timeline.wraps import find_wraps

WORDS = st.text(st.characters(codec="utf-8", exclude_characters=",\r\n"), max_size=20).map(str.strip)
IDS = st.text("abcdef0123456789", min_size=1, max_size=12)
FILTERS = st.builds(
    Filters,
    from_year=st.integers(1, 2026),
    to_year=st.integers(2026, 9999),
    categories=st.lists(st.sampled_from(CATEGORIES), unique=True).map(tuple),
    documents=st.lists(IDS, unique=True, max_size=3).map(tuple),
    statuses=st.lists(st.sampled_from(address.STATUSES), unique=True).map(tuple),
    min_importance=st.integers(1, 3),
    query=WORDS,
    starred=st.booleans(),
    from_month=st.integers(1, 6),
    to_month=st.integers(6, 12),
    from_day=st.integers(1, 28),
    to_day=st.sampled_from([*range(1, 28), 31]),
)
ADDRESSES = st.builds(
    Address,
    page=st.sampled_from([page.name for page in PAGES]),
    lang=st.sampled_from(address.LANGUAGES),
    collection=WORDS,
    filters=FILTERS,
    fact=WORDS,
    lanes=st.sampled_from(address.LANES),
    part=st.integers(1, 10_000),
    read=IDS,
    at=st.from_regex(r"\d{1,6}-\d{1,6}", fullmatch=True),
    marks=st.lists(st.sampled_from(reader.KINDS), unique=True).map(tuple),
    check=IDS,
    measure=WORDS,
)


# ── the address bar ──────────────────────────────────────────────────────────────────────────────


@settings(max_examples=200, deadline=None)
@given(ADDRESSES)
def test_every_view_has_a_link_that_opens_it(view):
    assert address.follow(address.link(view)) == view


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                *address.write(
                    Address(
                        filters=Filters(2006, 2007, ("market",), ("d",), ("agreed",), 2, "q", True),
                        fact="e",
                        read="d",
                        at="1-2",
                        part=2,
                        marks=("time",),
                        check="c",
                        measure="m",
                        collection="x",
                        beside="e",
                        kind="k",
                        severity="s",
                        lanes="document",
                    )
                )
            ]
        ),
        st.text(max_size=30),
    )
)
def test_no_address_bar_breaks_a_page(params):
    read = address.read(params)
    assert read.part >= 1
    assert 1 <= read.filters.from_year <= read.filters.to_year <= 9999
    assert read.filters.min_importance in (1, 2, 3)
    assert set(read.filters.categories) <= set(CATEGORIES)


@pytest.mark.parametrize(
    ("query", "window"),
    [
        ("from=2021-03&to=2021-04", ("2021-03", "2021-04")),
        ("from=2021&to=2022-04", ("2021-01", "2022-04")),
        ("from=2021-01&to=2021-12", ("2021", "2021")),
        ("from=2021-04&to=2021-03", ("2005", "2026")),
        ("from=2021-13&to=2022", ("2005", "2026")),
        ("from=2021-03-15&to=2021-04-02", ("2021-03-15", "2021-04-02")),
        ("from=2021-03-15&to=2021-04", ("2021-03-15", "2021-04-30")),
        ("from=2021-03-01&to=2021-04-30", ("2021-03", "2021-04")),
        ("from=2021-02-30&to=2021-04", ("2005", "2026")),
    ],
)
def test_an_address_names_years_months_or_days(query, window):
    assert address.follow(f"./timeline?{query}").filters.window == window


def test_a_click_on_the_axis_goes_into_a_month_and_out_again():
    year = clicks.follow(Address("timeline"), "year:2021")
    month = clicks.follow(year, "window:2021-03-01|2021-03-31")
    assert month.filters.window == ("2021-03", "2021-03")
    assert "from=2021-03" in address.link(month)
    assert clicks.follow(month, "window:2021-03-01|2021-03-31").filters.window == ("2021", "2021")
    days = clicks.follow(month, "window:2021-03-15|2021-03-20")
    assert "from=2021-03-15&to=2021-03-20" in address.link(days)
    assert clicks.follow(days, "window:2021-03-15|2021-03-20").filters.window == month.filters.window
    badge = clicks.follow(year, "bundle:market|2021-04-01|2021-06-30")
    assert badge.filters.window == ("2021-04", "2021-06")
    assert badge.filters.categories == ("market",)


def test_defaults_are_not_written():
    assert address.write(Address()) == {"lang": "zh"}
    assert address.link(Address()) == "./?lang=zh"


def test_another_page_keeps_filters_and_forgets_what_was_the_pages_own():
    here = Address("sources", "en", "c", Filters(query="x"), fact="e1", read="d", at="1-2", part=3)
    there = here.to("timeline")
    assert (there.lang, there.collection, there.filters) == ("en", "c", here.filters)
    assert (there.fact, there.read, there.at, there.part) == ("", "", "", 1)


# ── clicks on charts ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("data", ["e1", ["e1"], [["e1"]]])
def test_the_clicked_id_is_found_however_plotly_wraps_it(data):
    assert clicks.clicked_id({"selection": {"points": [{"customdata": data}]}}) == "e1"


@pytest.mark.parametrize("event", [None, {}, {"selection": {}}, {"selection": {"points": [{}]}}])
def test_a_click_on_nothing_is_nothing(event):
    assert clicks.clicked_id(event) == ""


def test_what_clicks_mean():
    here = Address("timeline")
    assert clicks.follow(here, "e123").fact == "e123"
    one_year = clicks.follow(here, "year:2021")
    assert one_year.filters.years == (2021, 2021)
    assert clicks.follow(one_year, "year:2021").filters.years == Filters().years, "again: all years"
    lane = clicks.follow(here, "lane:market")
    assert lane.filters.categories == ("market",)
    assert clicks.follow(lane, "lane:market").filters.categories == ()
    badge = clicks.follow(here, "bundle:market|2020-03-01|2021-04-01")
    assert (badge.filters.years, badge.filters.categories) == ((2020, 2021), ("market",))
    cell = clicks.follow(Address("overview"), "cell:finance|2018")
    assert (cell.page, cell.filters.years, cell.filters.categories) == (
        "timeline",
        (2018, 2018),
        ("finance",),
    )
    stretch = clicks.follow(Address("overview"), "cell:finance|2018-02|2018-04")
    assert stretch.filters.window == ("2018-02", "2018-04")
    assert clicks.follow(Address("overview"), "document:d1").read == "d1"


@given(st.text(max_size=40))
def test_no_click_fails(target):
    clicks.follow(Address("timeline"), target)


# ── markup ───────────────────────────────────────────────────────────────────────────────────────


@given(st.text(), st.text())
def test_words_never_become_markup(words, attribute):
    made = str(tag("p", words, title=attribute))
    assert made.count("<") == 2
    assert made.count('"') == 2
    assert html.unescape(made[made.index(">") + 1 : -4]) == words


def test_parts_are_joined_and_nothing_is_left_out():
    assert join("a<", None, [tag("b", "x"), "&"]) == "a&lt;<b>x</b>&amp;"
    assert 'data-go href="./?a=1&amp;b=2"' in go("./?a=1&b=2", "x") or "data-go" in go("./", "x")


# ── quotations in their context ──────────────────────────────────────────────────────────────────


@settings(deadline=None)
@given(st.text("星辰公司二〇年成立，。\n a", min_size=1, max_size=60), st.data())
def test_a_passage_is_the_evidence_and_its_context(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    left = data.draw(st.integers(start, end))
    right = data.draw(st.integers(left, end))
    pieces = facts.passage(text, start, end, ((left, right),), around=8)
    lit = "".join(piece.words for piece in pieces if piece.role != "context")
    assert "".join(lit.split()) == "".join(text[start:end].split()), "all of the evidence, and nothing else"
    strong = "".join(piece.words for piece in pieces if piece.role == "time")
    assert "".join(strong.split()) == "".join(text[left:right].split())


def test_a_quotation_ends_in_its_language_and_tears_no_latin_word():
    text = "The firm was registered in Rotterdam. It shipped a controller in 2013 and hired engineers."
    start = text.index("It shipped")
    pieces = facts.passage(text, start, start + 10, around=12)
    assert [piece.words for piece in pieces] == ["…Rotterdam. ", "It shipped", " a…"]
    assert facts.brief("丙" * 50, 10).endswith("丙……")
    assert facts.brief("It shipped a controller", 12) == "It shipped a…"


def test_wrapped_lines_run_on():
    assert facts.flow("个人计算机\n还是互联网的中心") == "个人计算机还是互联网的中心"
    assert facts.flow("the first\nphone") == "the first phone"


# ── the reader ───────────────────────────────────────────────────────────────────────────────────


def _seen(drawn: str) -> str:
    """The words of the text column, without markup and side notes."""
    without = re.sub(r'<ul class="bn-margin">.*?</ul>', "", drawn, flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", without))


@pytest.mark.parametrize("doc_id", list(gold_timeline().documents["doc_id"]))
def test_the_reader_shows_every_character_once(doc_id):
    timeline = gold_timeline()
    text = timeline.text(doc_id)
    marks = reader.find_marks(timeline, doc_id)
    shown = []
    for start, end in reader.parts(text):
        page = reader.Page(text, start, end, marks)
        shown.append(_seen(str(reader.draw(page, lambda mark: "./", lambda event: ""))))
    assert "".join("".join(shown).split()) == "".join(text.split())


def test_every_mark_wears_its_own_words():
    timeline = gold_timeline()
    doc_id = timeline.documents.iloc[0]["doc_id"]
    text = timeline.text(doc_id)
    start, end = reader.parts(text)[0]
    for kind in ("time", "number"):
        marks = [m for m in reader.find_marks(timeline, doc_id, (kind,)) if start <= m.start and m.end <= end]
        page = reader.Page(text, start, end, marks)
        drawn = str(reader.draw(page, lambda mark: f"./?{mark.start}", lambda event: ""))
        for mark in marks:
            words = "".join(re.findall(rf'<a href="\./\?{mark.start}"[^>]*>([^<]*)</a>', drawn))
            assert html.unescape(words) == "".join(text[mark.start : mark.end].split("\n"))


def test_overlapping_marks_open_the_innermost():
    marks = [reader.Mark(0, 10, "event", "e1", ""), reader.Mark(2, 5, "time", "t1", "")]
    drawn = str(
        reader.draw(
            reader.Page("2010年3月成立了公司", 0, 10, marks), lambda mark: f"./{mark.fact}", lambda e: ""
        )
    )
    assert '<a href="./t1"' in drawn
    assert drawn.index('href="./e1"') < drawn.index('href="./t1"')


def test_long_texts_are_cut_between_lines_and_every_place_has_a_part():
    text = ("星辰公司成立于2010年。\n" * 3000)[:-1]
    cuts = reader.parts(text)
    assert "".join(text[a:b] for a, b in cuts) == text
    assert all(b - a <= reader.PART * 1.5 for a, b in cuts)
    for position in (0, 7777, len(text) - 1):
        first, last = cuts[reader.part_of(cuts, position) - 1]
        assert first <= position < last


def test_paragraphs_follow_the_text_and_not_the_paper():
    text = "小米之外的一家公司在这一年成立了它的第\n一个研究院。\n第二段从这里开始，说的是另一件完全不同的\n事情。"
    wraps = find_wraps(text)
    found = [text[a:b].replace("\n", "") for a, b in reader.paragraphs(text, 0, len(text), wraps)]
    assert len(found) in (2, 4), "either wraps are seen, or each line stands alone"
    assert "".join(found) == text.replace("\n", "")


def test_neighbours_are_the_marks_before_and_after():
    marks = [reader.Mark(a, a + 2, "time", str(a), "") for a in (3, 9, 20)]
    before, after = reader.neighbours(marks, 9)
    assert (before.start, after.start) == (3, 20)
    assert reader.neighbours([], 5) == (None, None)


# ── pictures, colours, words of reading ──────────────────────────────────────────────────────────


def test_shape_tells_precision_and_modality_apart():
    def drawn(date, status="single", modality="fact"):
        return glyphs.shape(date, 2, status, modality, "market", look.LIGHT)

    shapes = {drawn(date) for date in ("2021-03-30", "2021-03", "2021", "2021~", "2019/2021", "")}
    assert len(shapes) == 6
    assert drawn("2021", modality="plan") != drawn("2021") != drawn("2021", modality="denied")
    assert drawn("2021", "agreed") != drawn("2021")
    assert look.LIGHT.accent in drawn("2021", "conflicting")


@pytest.mark.parametrize("palette", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_the_style_sheet_names_both_fonts_and_every_colour_it_uses(palette):
    sheet = theme.css(palette)
    assert "Noto Serif CJK SC" in sheet
    assert "Noto Sans CJK SC" in sheet
    spoken = {"choose", "skip"}  # words, which a page adds in its own language
    used = set(re.findall(r"var\(--bn-([\w-]+)\)", sheet)) - spoken
    defined = set(re.findall(r"--bn-([\w-]+):", sheet))
    assert used <= defined
    assert "emotion-cache" not in sheet, "generated names change with every release"


def test_rules_and_bases_are_named_in_chinese_and_unknown_ones_are_shown():
    assert labels.rule("year-month", "zh") == "年月"
    assert labels.rule("year-month", "en") == "year month"
    assert labels.rule("never heard of", "zh") == "never heard of"
    assert readings.basis("front matter", "zh") == "文首标注"
    assert (
        readings.trouble("The PDF is damaged. Save or download it again.", "zh")
        == "PDF 坏了。请重新保存或下载。"
    )


# ── the first page of the server ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("query", "cookie", "expected"),
    [
        (b"lang=en", b"", "en"),
        (b"", b"biannian_lang=en", "en"),
        (b"lang=zh", b"biannian_lang=en", "zh"),
        (b"lang=x", b"", "zh"),
    ],
)
def test_the_first_page_knows_its_language(query, cookie, expected):
    assert server.language({"query_string": query, "headers": [(b"cookie", cookie)]}) == expected


def test_the_first_page_is_made_ours():
    page = (
        '<html lang="en"><head><title>Streamlit</title><script type="module" src="x"></script></head></html>'
    )
    made = server.shell(page, "zh")
    assert '<html lang="zh-Hans">' in made
    assert "Streamlit</title>" not in made
    assert made.index("BACKEND_BASE_URL") < made.index('type="module"'), "known before the framework asks"


# ── builds in the background ─────────────────────────────────────────────────────────────────────


def test_a_build_can_be_stopped_and_then_nothing_is_replaced(tmp_path, monkeypatch):
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path))
    collection = library.create("试集")
    collection.add("a.txt", "星辰公司2015年3月2日在杭州成立。".encode())
    first = builds.Build(collection.collection_id)
    first.run()
    assert (first.state, first.read) == ("done", ["a.txt"])
    before = (collection.dataset / "events.csv").read_bytes()
    collection.add("b.txt", "北斗实业创立于2008年。".encode())
    second = builds.Build(collection.collection_id)
    second.stopping.set()
    second.run()
    assert second.state == "stopped"
    assert (collection.dataset / "events.csv").read_bytes() == before


def test_a_build_that_fails_says_so_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path))
    build = builds.Build("not-there")
    build.run()
    assert build.state == "failed"
    assert build.message


# ── which milestones tell the story ──────────────────────────────────────────────────────────────


def ranked(*rows: tuple[str, int]) -> pd.DataFrame:
    """Events as (first day, importance), the best first."""
    ids = [f"e{place}" for place in range(len(rows))]
    return pd.DataFrame(
        {"event_id": ids, "earliest": [r[0] for r in rows], "importance": [r[1] for r in rows]}
    )


def years_of(story: pd.DataFrame) -> list[int]:
    return sorted(int(day[:4]) for day in story["earliest"])


def test_equals_are_taken_from_all_years_in_turn():
    crowded = [(f"2006-01-{day:02d}", 3) for day in range(1, 21)]
    sparse = [(f"{year}-05-01", 3) for year in (2009, 2014, 2020, 2025)]
    story = lists.spread(ranked(*crowded, *sparse), 8)
    assert years_of(story) == [2006, 2006, 2006, 2006, 2009, 2014, 2020, 2025]
    assert story["event_id"].tolist()[0] == "e0"  # a year gives its best


def test_of_too_many_years_those_far_apart_are_taken():
    story = lists.spread(ranked(*((f"{year}-01-01", 3) for year in range(2005, 2027))), 6)
    years = years_of(story)
    assert len(set(years)) == 6
    assert years[0] <= 2006
    assert years[-1] >= 2025
    assert max(b - a for a, b in itertools.pairwise(years)) <= 5


def test_no_milestone_gives_way_to_a_key_point():
    milestones = [(f"2021-0{month}-01", 3) for month in range(1, 7)]
    points = [(f"{year}-01-01", 2) for year in range(2005, 2020)]
    story = lists.spread(ranked(*milestones, *points), 10)
    assert (story["importance"] == 3).sum() == 6
    assert len(story) == 10


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2021-03-30", "2021-03-30"), ("2021年3月30日", "2021-03-30"), (" 2014年3月 ", "2014-03"),
        ("2021年一季度", "2021-33"), ("30 March 2021", "2021-03-30"), ("2019/2023", "2019/2023"), ("", ""),
        ("约2010年", "2010~"), ("大约 2010年3月", "2010-03~"), ("c. 2010", "2010~"), ("约某天", "约某天"),
        ("去年", "去年"), ("三年", "三年"), ("2021年3月和2022年", "2021年3月和2022年"), ("某天", "某天"),
    ],
)  # fmt: skip
def test_a_date_is_typed_as_people_write_it(typed, edtf):
    assert previews.written(typed) == edtf


@pytest.mark.parametrize("date", ["2021-03-30", "2021-33", "2010~", "2019/2023", "202X", "2021-XX-05", ""])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_date_in_a_form_is_read_back_as_itself(date, lang):
    assert previews.written(previews.in_words(date, lang)) == date
    assert previews.in_words("2021-03-30", "zh") == "2021年3月30日"


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("P1D", "1 天", "1 day"),
        ("P1Y6M", "1 年 6 个月", "1 year 6 months"),
        ("PT10M", "10 分钟", "10 minutes"),
    ],
)
def test_a_duration_is_said_in_words(value, zh, en):
    assert readings.duration(value, "zh") == zh
    assert readings.duration(value, "en") == en
    assert not readings.duration("2021-03", "zh")


def test_paragraphs_stay_apart_around_a_quotation_and_wrapped_lines_run_on():
    text = "青禾公司大事记\n2022年6月8日\n2015年3月2日，青禾在杭州成立。2018年，青禾完成2亿元\nA轮融资。\n\n2021年，青禾发布机器人。"
    start = text.index("青禾在杭州")
    before, _, after = facts.passage(text, start, start + 8)
    assert before.words == "青禾公司大事记\u20032022年6月8日\u20032015年3月2日，"
    assert "2亿元A轮融资。\u20032021年" in after.words


def test_quoted_words_have_their_own_language():
    assert facts.language("The firm was listed") == "en"
    assert facts.language("BYD 上市") == "zh"


def test_the_legend_lists_what_occurs():
    told = gold_timeline()
    assert {"day", "month", "band", "plan", "agreed"} <= legend.occurring(told)
    days = told.events[told.events["precision"] == "day"].head(3).assign(status="single")
    mentions = told.mentions[told.mentions["event_id"].isin(days["event_id"])].assign(modality="fact")
    few = replace(told, events=days, mentions=mentions)
    assert legend.occurring(few) == {"day", "single"}
