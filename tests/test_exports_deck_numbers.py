"""Charts and what is claimed of them: only what may be compared is, and plans are no facts."""

from __future__ import annotations

import dataclasses
import io

import pytest
from pptx import Presentation

from tests.fixtures.told import made_series
from timeline import edtf, ids, tables
from timeline.exports import EXPORTS
from timeline.exports.deck import gathering, growth
from timeline.exports.deck.growth import compare
from timeline.exports.selection import Selection
from timeline.model import Document, Extraction, Observation, Quantity, Timex
from timeline.series import Series
from timeline.subjects import Subjects
from timeline.tables import Filters


def numbers_of(*documents: tuple[str, str, list[tuple]], name: str = "临江", lang: str = "zh") -> Selection:
    """Documents as (text, date, numbers); a number is (words, whose, property, value, unit, comparator, date)."""
    extractions = []
    for n, (text, published, told) in enumerate(documents):
        made = Document(
            ids.digest("", n, text)[:12], f"doc{n}.txt", text, f"纪事{n}", "", "", published, "manifest"
        )
        found, position = [], 0
        for words, about, prop, value, unit, comparator, day in told:
            start = text.index(words, position)
            position = start + len(words)
            first, last = edtf.bounds(day)
            quantity = Quantity(
                start, position, words, value, unit=unit, comparator=comparator, doc_id=made.doc_id
            )
            timex = Timex(start, position, words, "DATE", day, first, last, "", "made", made.doc_id)
            found.append(Observation(made.doc_id, about, prop, quantity, timex, day, first, last))
        extractions.append(Extraction(made, (), (), (), tuple(found)))
    whole = tables.to_timeline(extractions, [], [], name=name)
    return Selection.of(whole, Filters(), lang)


def _revenue(words: str, value: float, day: str, about: str = "临江", comparator: str = "=") -> tuple:
    return (words, about, "revenue", value, "CNY", comparator, day)


def _points(selection: Selection) -> list[list[tuple]]:
    return [[(p.date, p.at, p.ahead) for p in s.points] for s in gathering.find_series(selection)]


@pytest.mark.parametrize(
    "plan",
    [
        "公司预计2023年营收30亿元。",
        "2023年的目标是30亿元。",
        "公司計畫2023年營收30亿元。",
        "2023年拟实现营收30亿元。",
        "The company expects revenue of 30亿元 in 2023.",
        "2023年营收30亿元的目标不变。",
    ],
)
def test_a_plan_is_drawn_hollow_and_never_compared(plan):
    text = "2021年营收10亿元。2022年营收20亿元。" + plan
    rows = [_revenue("10亿元", 1e9, "2021"), _revenue("20亿元", 2e9, "2022"), _revenue("30亿元", 3e9, "2023")]
    selection = numbers_of((text, "2023-12-31", rows))
    (found,) = gathering.find_series(selection)
    assert [p.ahead for p in found.points] == [False, False, True]
    change = compare(found)
    assert change is not None
    assert change.ratio == 2
    title = growth.metric_claim(selection, found, change)
    assert "20 亿元" in title.replace("\u00a0", " ") or "20亿元" in title
    assert "30" not in title
    assert "预期" in found.points[-1].when("zh")


@pytest.mark.parametrize(
    "kept",
    [
        "超出预期，2022年营收20亿元。",
        "计提准备金后，2022年营收20亿元。",
        "按计划完成，2022年营收20亿元。",
        "公司将成本降到最低，2022年营收20亿元。",
    ],
)
def test_words_of_planning_that_tell_a_fact(kept):
    rows = [_revenue("10亿元", 1e9, "2021"), _revenue("20亿元", 2e9, "2022")]
    found = _points(numbers_of(("2021年营收10亿元。" + kept, "2023", rows)))
    assert found == [[("2021", 1e9, False), ("2022", 2e9, False)]]


def test_what_lies_after_the_day_of_writing_was_not_reached():
    text = "2019年10亿元，2020年20亿元，2021年30亿元。"
    rows = [_revenue("10亿元", 1e9, "2019"), _revenue("20亿元", 2e9, "2020"), _revenue("30亿元", 3e9, "2021")]
    assert [p[2] for p in _points(numbers_of((text, "2020-12-31", rows)))[0]] == [False, False, True]


def test_a_fact_takes_the_place_of_its_plan():
    first = ("2019年10亿元。2020年20亿元。预计2021年30亿元。", "2021-01", [
        _revenue("10亿元", 1e9, "2019"), _revenue("20亿元", 2e9, "2020"), _revenue("30亿元", 3e9, "2021")])  # fmt: skip
    second = ("2021年营收25亿元。", "2022-03", [_revenue("25亿元", 2.5e9, "2021")])
    assert _points(numbers_of(first, second)) == [
        [("2019", 1e9, False), ("2020", 2e9, False), ("2021", 2.5e9, False)]
    ]


def test_half_a_year_is_not_compared_with_a_year():
    text = "2021年销售80万台，2022年下半年销售31万台。"
    rows = [("80万台", "临江", "sales_volume", 8e5, "units", "=", "2021"),
            ("31万台", "临江", "sales_volume", 3.1e5, "units", "=", "2022-41")]  # fmt: skip
    assert not _points(numbers_of((text, "2023", rows)))


def test_a_total_so_far_is_not_compared_with_a_year():
    text = "2021年销售80万台，截至2022年底累计销量突破300万台。"
    rows = [("80万台", "临江", "sales_volume", 8e5, "units", "=", "2021"),
            ("300万台", "临江", "sales_volume", 3e6, "units", ">", "2022")]  # fmt: skip
    assert not _points(numbers_of((text, "2023", rows)))


def test_a_part_is_not_compared_with_the_whole():
    text = "2021年营收10亿元。2022年营收大增，其中海外20亿元。"
    rows = [_revenue("10亿元", 1e9, "2021"), _revenue("20亿元", 2e9, "2022")]
    assert not _points(numbers_of((text, "2023", rows)))


@pytest.mark.parametrize("prop", ["capacity", "energy", "financing", "people", "amount", "price"])
def test_numbers_of_single_things_make_no_chart(prop):
    text = "2014年首套系统2兆瓦时。2022年签下120兆瓦时的项目。"
    rows = [
        ("2兆瓦时", "临江", prop, 2.0, "MWh", "=", "2014"),
        ("120兆瓦时", "临江", prop, 120.0, "MWh", "=", "2022"),
    ]
    assert not _points(numbers_of((text, "2023", rows)))


def _mentioned(selection: Selection, *names: str) -> Selection:
    """The same with one mention a document that names the firm as it does."""
    import pandas as pd

    rows = [
        {
            **dict.fromkeys(tables.COLUMNS["mentions"], ""),
            "mention_id": f"m{n}",
            "doc_id": doc_id,
            "entities": name,
        }
        for n, (doc_id, name) in enumerate(zip(selection.whole.documents["doc_id"], names, strict=True))
    ]
    whole = selection.whole
    made = dataclasses.replace(whole, mentions=pd.DataFrame(rows))
    return Selection(made, selection.timeline, selection.filters, selection.lang)


def test_one_firm_under_several_names_is_one_series():
    chinese = ("临江储能2020年营收10亿元，2021年营收20亿元。", "2022", [
        _revenue("10亿元", 1e9, "2020", "临江储能科技"), _revenue("20亿元", 2e9, "2021", "公司")])  # fmt: skip
    english = ("Linjiang Power (临江储能) had revenue of CNY 3 billion in 2022.", "2023", [
        _revenue("CNY 3 billion", 3e9, "2022", "Linjiang Power")])  # fmt: skip
    selection = _mentioned(numbers_of(chinese, english), "临江储能科技", "Linjiang Power")
    assert _points(selection) == [[("2020", 1e9, False), ("2021", 2e9, False), ("2022", 3e9, False)]]
    assert gathering.find_series(selection)[0].about == "临江"


def test_another_firm_stays_another():
    told = ("临江2020年营收10亿元，临江汽车2021年营收1亿元。", "2022", [
        _revenue("10亿元", 1e9, "2020"), _revenue("1亿元", 1e8, "2021", "临江汽车")])  # fmt: skip
    selection = _mentioned(numbers_of(told), "临江")
    assert not _points(selection)
    assert Subjects(selection.whole).of({"about": "临江汽车", "doc_id": ""}) == "临江汽车"


def test_where_documents_disagree_one_is_drawn_and_the_other_named():
    one = ("2021年营收14.2亿元，2022年营收15.9亿元。", "2024", [
        _revenue("14.2亿元", 1.42e9, "2021"), _revenue("15.9亿元", 1.59e9, "2022")])  # fmt: skip
    other = ("2021年营收13.1亿元。", "2022", [_revenue("13.1亿元", 1.31e9, "2021")])
    selection = numbers_of(one, other)
    (found,) = gathering.find_series(selection)
    assert [p.at for p in found.points] == [1.42e9, 1.59e9]
    words = growth.basis_words(selection, found, compare(found))
    assert "13.1" in words
    assert "乙" in words


def test_a_round_number_near_the_exact_one_is_the_same():
    told = [("612人", "临江", "headcount", 612.0, "persons", "=", "2020"),
            ("约1300人", "临江", "headcount", 1300.0, "persons", "≈", "2022"),
            ("1260人", "临江", "headcount", 1260.0, "persons", "=", "2022")]  # fmt: skip
    assert _points(numbers_of(("612人，约1300人，1260人。", "2023", told))) == [
        [("2020", 612.0, False), ("2022", 1260.0, False)]
    ]


# ── what is said of them ─────────────────────────────────────────────────────────────────────────


def _series(*values: tuple[str, float, str], unit: str = "CNY") -> Series:
    return made_series("revenue", "临江", unit, values)


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        ([("2018", 2.4e8, "="), ("2022", 3.4e9, "=")],
         "4年间，临江营收增至14.2倍，达34亿元", "临江 revenue grew 14.2-fold in 4 years, to CNY 3.4bn"),
        ([("2021", 1.42e9, "="), ("2022", 1.59e9, "=")],
         "2021年到2022年，临江营收增长12%，达15.9亿元", "临江 revenue rose 12% from 2021 to 2022, to CNY 1.59bn"),
        ([("2016", 3e8, "<"), ("2022", 1e10, ">")],
         "6年间，临江营收增至33倍以上，超过100亿元", "临江 revenue grew more than 33-fold in 6 years, to over CNY 10bn"),
        ([("2016", 1e10, "="), ("2022", 7.5e9, "≈")],
         "6年间，临江营收下降约25%，降到约75亿元", "临江 revenue fell about 25% in 6 years, to about CNY 7.5bn"),
        ([("2016", 4.2e9, ">"), ("2022", 9e8, "=")],  # 78.6 % of 4.2bn are lost, of more than that more
         "6年间，临江营收下降超过78%，降到9亿元", "临江 revenue fell more than 78% in 6 years, to CNY 900m"),
        ([("2016", 1e8, "="), ("2022", 3.36e9, ">")],
         "6年间，临江营收增至33倍以上，超过33.6亿元", "临江 revenue grew more than 33-fold in 6 years, to over CNY 3.36bn"),
    ],
)  # fmt: skip
def test_titles_say_what_was_computed(values, zh, en):
    found = _series(*values)
    for lang, wanted in (("zh", zh), ("en", en)):
        selection = numbers_of(("。", "2023", []), lang=lang)
        said = growth.metric_claim(selection, found, compare(found))
        assert said.replace(" ", "") == wanted.replace(" ", "")


def test_the_arrow_and_the_title_name_the_same_number():
    found = _series(("2010", 3.1e4, "="), ("2021", 8.1e4, "="))
    for lang in ("zh", "en"):
        selection = numbers_of(("。", "2023", []), lang=lang)
        change = compare(found)
        assert change is not None
        arrow = growth.arrow_words(selection, found, change)
        assert "2.6" in arrow
        assert "2.6" in growth.metric_claim(selection, found, change)
        assert "+9.1%" in arrow  # (8.1 ÷ 3.1)^(1/11) − 1 = 9.12 %


def test_only_the_signs_that_are_drawn_are_explained():
    selection = numbers_of(("。", "2023", []))
    found = _series(("2016", 3e8, "<"), ("2022", 1e10, ">"))
    words = growth.basis_words(selection, found, compare(found))
    assert "「>」是下限" in words
    assert "≥" not in words
    assert "100亿 ÷ 3亿 > 33.33" in words


def test_bars_unevenly_apart_are_said_to_be_so():
    selection = numbers_of(("。", "2023", []))
    for days, said in (
        (("2009", "2017", "2018"), True),
        (("2016", "2017", "2018"), False),
        (("2009", "2018"), False),
    ):
        found = _series(*((day, 1e8 * (n + 1), "=") for n, day in enumerate(days)))
        assert ("间隔不等" in growth.basis_words(selection, found, compare(found))) == said


def test_a_deck_without_events_but_with_numbers_is_made():
    rows = [_revenue("10亿元", 1e9, "2021"), _revenue("20亿元", 2e9, "2022"), _revenue("30亿元", 3e9, "2023")]
    selection = numbers_of(("2021年10亿元，2022年20亿元，预计2023年30亿元。", "2023-03", rows))
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](selection.whole, Filters(), "zh")))
    (chart,) = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].categories)[-1] == "2023年预期"
    hollow = chart._chartSpace.findall(".//{*}dPt/{*}spPr/{*}noFill")
    assert len(hollow) == 1
