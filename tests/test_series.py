"""Series of stated numbers: what is grouped, what is kept, how change is named."""

import dataclasses
import re

import pytest

from timeline import edtf, tables
from timeline.exports.deck import gathering
from timeline.exports.selection import Selection
from timeline.plans import Plans
from timeline.series import find_series
from timeline.slopes import find_slopes
from timeline.subjects import Subjects

from .fixtures.gold_timeline import gold_timeline


def observed(*rows, text="十字，没有别的话。"):
    """A timeline of one text with just these numbers: (property, value, low, high, comparator, date, change)."""
    made = []
    for index, (name, value, low, high, comparator, year, change) in enumerate(rows):
        days = tuple(map(str, edtf.bounds(str(year)))) if year else ("", "")
        made.append(
            (f"o{index}", "", "d1", index, index + 1, "x", "", "", "x", "星河科技", name, value, low, high,
             "persons", "人", comparator, change, str(year or ""), *days, "test")
        )  # fmt: skip
    whole = gold_timeline()
    return dataclasses.replace(
        whole, observations=tables.frame("observations", made), mentions=whole.mentions.iloc[:0],
        texts=tables.Texts({"d1": (text, ())}.__getitem__),
    )  # fmt: skip


def test_a_series_is_one_property_of_one_subject_in_one_unit():
    found = find_series(
        observed(
            ("headcount", 300, None, 300, "<", 2016, "none"),
            ("headcount", 10_000, 10_000, None, ">", 2022, "none"),
            ("stores", 5, None, None, "=", 2022, "none"),
        )
    )
    assert [(s.property, len(s.points)) for s in found] == [("headcount", 2), ("stores", 1)]
    assert [p.words().replace("\u00a0", " ") for p in found[0].points] == ["< 300 人", "> 1 万人"]


def test_a_quarter_s_sum_is_not_set_beside_a_year_s_but_a_mean_is():
    found = find_series(
        observed(
            ("sales_volume", 400, None, None, "=", "2022", "none"),
            ("sales_volume", 500, None, None, "=", "2023", "none"),
            ("sales_volume", 120, None, None, "=", "2023-35", "none"),
            ("sales_volume", 130, None, None, "=", "2023-36", "none"),
            ("daily_active_users", 7, None, None, "=", "2022", "none"),
            ("daily_active_users", 8, None, None, "=", "2023-36", "none"),
        )
    )
    assert {(s.title("zh", ""), s.title("en"), len(s.points)) for s in found} == {
        ("星河科技销量", "units sold, 星河科技", 2),
        ("星河科技销量（单季）", "units sold, 星河科技 (quarterly)", 2),
        ("星河科技日活跃用户", "daily active users, 星河科技", 2),
    }
    assert len({s.key for s in found}) == 3


def test_changes_and_undated_numbers_are_no_points():
    found = find_series(
        observed(
            ("headcount", 10, None, None, "=", 2020, "multiple"),
            ("headcount", 500, None, None, "=", None, "none"),
            ("headcount", None, None, None, "=", 2020, "none"),
        )
    )
    assert found == ()


def test_the_same_statement_twice_is_one_point_with_two_places():
    row = ("headcount", 500, None, None, "=", 2020, "none")
    (series,) = find_series(observed(row, row))
    (point,) = series.points
    assert point.observation_ids == ("o0", "o1")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((300, None, 300, "<"), (10_000, 10_000, None, ">"), "> 33 倍"),
        ((100, None, None, "="), (260, None, None, "="), "2.6 倍"),
        ((100, None, None, "≈"), (260, None, None, "="), "≈ 2.6 倍"),
        ((None, 100, 200, "="), (300, None, None, "="), "≈ 2 倍"),
        ((100, None, None, "="), (400, 400, None, "≥"), "≥ 4 倍"),
        ((100, 100, None, ">"), (400, 400, None, ">"), "≈ 4 倍"),
        ((100, None, None, "="), (50, None, 50, "<"), "< 0.5 倍"),
    ],
)
def test_a_ratio_is_no_surer_than_its_two_numbers(first, last, words):
    (slope,) = find_slopes(
        find_series(observed(("headcount", *first, 2016, "none"), ("headcount", *last, 2022, "none")))
    )
    assert slope.words().replace("\u00a0", " ") == words


def test_no_slope_without_change_or_between_things_that_cannot_be_compared():
    same = observed(
        ("headcount", 9, None, None, "=", 2016, "none"), ("headcount", 9, None, None, "=", 2020, "none")
    )
    wild = observed(
        ("headcount", 9, None, None, "=", 2016, "none"), ("headcount", 5e8, None, None, "=", 2020, "none")
    )
    zero = observed(
        ("headcount", 0, None, None, "=", 2016, "none"), ("headcount", 5, None, None, "=", 2020, "none")
    )
    assert [find_slopes(find_series(t)) for t in (same, wild, zero)] == [(), (), ()]


def told(*documents: tuple[str, str]):
    """The series of documents as (whose, text) with 2020 10亿元, 2021 20亿元 … read where they stand."""
    whole, rows, texts = gold_timeline(), [], {}
    for n, (about, text) in enumerate(documents):
        texts[f"d{n}"] = (text, ())
        for year, digits in re.findall(r"(20\d\d)年[^，。]*?(\d+)亿元", text):
            start = text.index(f"{digits}亿元")
            rows.append(
                (f"o{n}{start}", "", f"d{n}", start, start + len(digits) + 2, "x", "", "", "x", about, "revenue",
                 float(digits) * 1e8, None, None, "CNY", "", "=", "none", year, f"{year}-01-01", f"{year}-12-31",
                 "test")
            )  # fmt: skip
    mentions = whole.mentions.iloc[: len(documents)].assign(
        doc_id=list(texts), entities=[about for about, _ in documents]
    )
    return dataclasses.replace(
        whole, name="", observations=tables.frame("observations", rows), mentions=mentions,
        texts=tables.Texts(texts.__getitem__),
    )  # fmt: skip


def test_a_plan_is_told_as_one_and_never_compared():
    (series,) = find_series(
        told(("临江", "2020年营收10亿元，2021年营收20亿元。公司计划2023年营收达到90亿元。"))
    )
    assert [(p.date, p.ahead) for p in series.points] == [("2020", False), ("2021", False), ("2023", True)]
    assert [p.aside(lang) for p in series.points[1:] for lang in ("zh", "en")] == [
        "", "", "计划或预期", "planned or expected",
    ]  # fmt: skip
    (slope,) = find_slopes((series,))
    assert (slope.last.date, slope.ratio) == ("2021", 2.0)


def test_a_plan_is_one_across_the_end_of_a_line_but_not_below_a_heading():
    story = "临江的员工都说这几年里大家一起做成了不少别人不敢想的事，董事会商量了很久才下定决心。" * 4
    prose = f"{story[: 26 * 5 - 7]}。临江全年预计2022年营收30亿元，{story}"
    wrapped = "\n".join(prose[at : at + 26] for at in range(0, len(prose), 26))
    assert "预计\n2022" in wrapped
    headed = "计划与目标\n\n2022年营收30亿元。"
    for text, ahead in ((wrapped, True), (headed, False)):
        ((point,),) = [series.points for series in find_series(told(("临江", text)))]
        assert point.ahead == ahead, text


def test_a_plan_and_what_was_reached_are_two_points():
    (series,) = find_series(told(("临江", "公司预计2022年营收30亿元。"), ("临江", "2022年营收30亿元。")))
    assert [p.ahead for p in series.points] == [True, False]
    assert find_slopes((series,)) == ()


def test_the_company_of_two_firms_documents_is_two_firms():
    documents = (
        ("临江储能", "2020年营收10亿元。"),
        ("远江汽车", "2020年营收20亿元。"),
        ("临江储能", "2021年营收30亿元。"),
    )
    whole = told(*documents)
    whole = dataclasses.replace(whole, observations=whole.observations.assign(about="公司"))
    found = {series.about: [point.date for point in series.points] for series in find_series(whole)}
    assert found == {"临江储能": ["2020", "2021"], "远江汽车": ["2020"]}


def test_the_names_of_one_firm_are_one_series():
    found = find_series(
        told(
            ("临江储能", "临江储能2020年营收10亿元。"),
            ("临江储能科技", "临江储能科技2021年营收20亿元。"),
            ("Linjiang Power", "Linjiang Power（临江储能）2022年营收30亿元。"),
            ("临江汽车", "临江汽车2022年营收5亿元。"),
        )
    )
    assert [(s.about, len(s.points)) for s in found] == [("临江储能", 3), ("临江汽车", 1)]


def test_another_firm_than_the_collections_has_one_name_too():
    found = find_series(
        told(
            ("临江", "临江2020年营收10亿元。"),
            ("临江", "临江2021年营收11亿元。"),
            ("远山", "远山2020年营收3亿元。"),
            ("远山实业", "远山实业2022年营收4亿元。"),
        )
    )
    assert {(s.about, len(s.points)) for s in found} == {("临江", 2), ("远山", 2)}


def test_a_series_keeps_its_name_whatever_is_chosen():
    whole = told(
        ("临江储能", "临江储能2020年营收10亿元。"), ("临江储能科技", "临江储能科技2021年营收20亿元。")
    )
    part = tables.select(whole, tables.Filters(documents=("d1",)))
    (one,) = find_series(part, subjects=Subjects(whole), plans=Plans(whole))
    (all_of_it,) = find_series(whole)
    assert one.key == all_of_it.key


def test_the_order_of_series_is_stable():
    timeline = gold_timeline()
    keys = [series.key for series in find_series(timeline)]
    shuffled = dataclasses.replace(
        timeline, observations=timeline.observations.sample(frac=1, random_state=3).reset_index(drop=True)
    )
    assert [series.key for series in find_series(shuffled)] == keys


def test_what_changed_comes_before_what_was_told_again_and_again():
    same = [("deliveries", 5e5, None, None, "=", year, "none") for year in (2018, 2019, 2020, 2021)]
    found = find_series(
        observed(
            *same,
            ("assets", 3, None, None, "=", 2020, "none"),
            ("assets", 4, None, None, "=", 2021, "none"),
            ("headcount", 300, None, None, "=", 2016, "none"),
            ("headcount", 500, None, None, "=", 2022, "none"),
            ("stores", 7, None, None, "=", 2020, "none"),
            ("stores", 8, None, None, "=", 2020, "none"),
        )
    )
    assert [series.property for series in found] == ["headcount", "assets", "deliveries", "stores"]


def counted(*sentences: str):
    """A timeline of one firm's sentences, each with the number of pieces sold in a year."""
    whole, rows = gold_timeline(), []
    for n, sentence in enumerate(sentences):
        year, before, number, measure, after = re.fullmatch(
            r"(20\d\d)年(.*?)(\d+)万([台辆部])(.*)", sentence
        ).groups()
        rows.append(
            (f"o{n}", "", "d1", n, n + 1, "x", f"{year}年{before}", after, "x", "临江", "sales_volume",
             float(number) * 1e4, None, None, "units", measure, "=", "none", year, f"{year}-01-01",
             f"{year}-12-31", "test")
        )  # fmt: skip
    return dataclasses.replace(
        whole, observations=tables.frame("observations", rows), mentions=whole.mentions.iloc[:0],
        texts=tables.Texts({"d1": ("没有别的话。", ())}.__getitem__),
    )  # fmt: skip


def test_cars_and_phones_of_one_firm_are_two_series():
    found = find_series(
        counted(
            "2020年手机销量达300万台，",
            "2021年卖出400万台手机。",
            "2021年汽车销量12万台，",
            "2022年售出20万辆，",
        )
    )
    assert {(s.about, len(s.points)) for s in found} == {("临江手机", 2), ("临江汽车", 2)}


def test_slides_part_the_goods_of_one_firm_as_the_page_does():
    whole = counted(
        "2020年手机销量达300万台，", "2021年卖出400万台手机。", "2021年汽车销量12万台，", "2022年售出20万辆，"
    )  # fmt: skip
    slides = gathering.find_series(Selection.of(whole, tables.Filters()))
    assert {(s.about, s.whose) for s in slides} == {(s.about, s.whose) for s in find_series(whole)}


def test_a_firm_that_sells_one_good_counts_it_as_it_likes():
    (one,) = find_series(counted("2020年汽车销量12万台，", "2021年售出20万辆，", "2022年卖出30万台。"))
    assert (one.about, len(one.points)) == ("临江", 3)


def said(*rows: tuple[str, str, float, str, str, int]):
    """A timeline of the firm 临江: (measure, unit, value, words before, words after, year)."""
    whole, made = gold_timeline(), []
    for n, (measure, unit, value, before, after, year) in enumerate(rows):
        made.append(
            (f"o{n}", "", "d1", n, n + 1, "x", before, after, "x", "临江", measure, value, None, None, unit, "",
             "=", "none", str(year), f"{year}-01-01", f"{year}-12-31", "test")
        )  # fmt: skip
    return dataclasses.replace(
        whole, name="临江", observations=tables.frame("observations", made), mentions=whole.mentions.iloc[:1].assign(
            doc_id="d1", entities="临江"),
        texts=tables.Texts({"d1": ("临江做了很多事。", ())}.__getitem__),
    )  # fmt: skip


def test_the_people_of_two_teams_are_two_series_named_after_them():
    found = find_series(
        said(
            ("headcount", "persons", 300, "2016年，临江的手机研发团队只有", "，今天", 2016),
            (
                "headcount",
                "persons",
                9000,
                "2016年，临江的手机研发团队只有不到300人，今天达到",
                "的规模。",
                2022,
            ),
            ("headcount", "persons", 1200, "我们组建起", "的团队。", 2021),
            ("headcount", "persons", 1800, "临江智能驾驶团队已超", "，设在三地。", 2025),
        )
    )
    assert [(s.title(), len(s.points), s.whose) for s in found] == [
        ("临江手机研发团队", 2, "临江"),
        ("临江团队", 1, "临江"),
        ("临江智能驾驶团队", 1, "临江"),
    ]
    assert [slope.series.about for slope in find_slopes(found)] == ["临江手机研发团队"]


def test_prices_are_of_what_is_sold_and_no_growth():
    found = find_series(
        said(
            ("price", "CNY", 1999, "临江第一款手机售价", "，", 2011),
            ("price", "CNY", 6000, "临江的高端手机站稳", "价位。", 2022),
            ("price", "CNY", 219900, "临江首款轿车定价", "。", 2024),
        )
    )
    assert [(s.about, len(s.points)) for s in found] == [("临江手机", 2), ("临江汽车", 1)]
    assert find_slopes(found) == ()
