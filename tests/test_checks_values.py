"""Values, growth and sums that contradict each other."""

from __future__ import annotations

import pytest

from tests.fixtures.checked import checks, kinds, quoted
from timeline.checks.values import allowed
from timeline.model import Quantity

ABOUT = "远川电器成立于2010年。远川电器总部在宁波。"
REVENUE = "远川电器成立于2010年。远川电器总部在宁波。2022年，远川电器实现营收{}。"


def test_two_values_of_one_measure():
    found = checks(REVENUE.format("12.6亿元"), REVENUE.format("11.8亿元"))
    assert [check.kind for check in found] == ["value"]
    assert found[0].severity == "error"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12.6亿元", "约13亿元"),
        ("12.6亿元", "超过12亿元"),
        ("12.58亿元", "12.6亿元"),
        ("12.6亿元", "126000万元"),
        ("12.6亿元", "1.8亿美元"),  # another currency
    ],
)
def test_rounded_bounded_and_converted_values_agree(left, right):
    assert "value" not in kinds(REVENUE.format(left), REVENUE.format(right))


@pytest.mark.parametrize(
    "other",
    [
        "2022年，远川电器海外营收5.1亿元。",
        "远川电器计划2022年实现营收15亿元。",
        "2022财年，远川电器实现营收14.2亿元。",
        "2022年，远川电器营收增长2.1亿元。",
        "2022年，远川电器咖啡机业务营收5.1亿元。",
        "2022年，山岚科技实现营收9亿元。",
        "2022年上半年，远川电器实现营收5亿元。",
        "2021年，远川电器实现营收9亿元。",
    ],
)
def test_another_scope_is_no_contradiction(other):
    told = "远川电器成立于2010年。远川电器总部在宁波。"
    assert "value" not in kinds(REVENUE.format("12.6亿元"), told + other)


def test_stores_all_over_the_country_are_the_stores_of_the_firm():
    told = ABOUT + "截至2022年末，远川电器{}家。"
    assert "value" in kinds(told.format("拥有门店800"), told.format("在全国经营门店860"))


def test_what_a_written_number_stands_for():
    def stands_for(text: str, value: float, comparator="=") -> tuple[float, float]:
        return allowed(Quantity(0, len(text), text, value, comparator=comparator))

    assert stands_for("12.6亿", 12.6e8) == pytest.approx((12.55e8, 12.65e8))
    assert stands_for("1874人", 1874) == pytest.approx((1873.5, 1874.5))
    low, high = stands_for("超过50万", 500_000, ">")
    assert low <= 500_000 < high < 1_000_000


GROWTH = [
    ("远川营收由2022年的80亿元增长35%至120亿元。", "35%"),
    ("2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，同比增长35%。", "35%"),
    ("2022年，远川净利润10.2亿元。远川扩建工厂。\n2023年，远川净利润6.1亿元，同比下降20%。", "20%"),
    ("截至2023年底，远川现金储备为24亿元，较2022年底的10亿元增加18亿元。", "18亿元"),
    (
        "Yuanchuan Motors revenue rose 35 percent to $120 million in 2023 from $80 million in 2022.",
        "35 percent",
    ),
]


@pytest.mark.parametrize(("text", "place"), GROWTH)
def test_growth_that_does_not_fit_its_two_values(text, place):
    found = [check for check in checks(text) if check.kind == "value"]
    assert [quoted(text, check.span) for check in found] == [place]
    assert found[0].other is not None


@pytest.mark.parametrize(
    "text",
    [
        "远川营收由2022年的80亿元增长50%至120亿元。",
        "2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，按可比口径增长35%。",
        "2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，三年复合增长35%。",
        "2022年，远川海外营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，同比增长35%。",
        "2022年，远川营收约80亿元。远川扩建工厂。\n2023年，远川营收超过120亿元，同比增长45%。",
        "2023年三季度，远川营收30亿元，环比增长5%。2022年三季度，远川营收20亿元。",
        "2022年，远川销量10万辆。远川扩建工厂。\n2023年，远川销量12万辆，同比增长24%。",  # 9.5 to 12.5
    ],
)
def test_growth_of_something_else_or_within_rounding_is_left_alone(text):
    assert "value" not in kinds(text)


def test_a_growth_told_after_both_of_its_values():
    text = "2024年，远川净利润由8亿元增至10亿元，增幅为50%。"
    assert [quoted(text, check.span) for check in checks(text) if check.kind == "value"] == ["50%"]


def test_a_firm_whose_name_begins_like_a_comparison_is_compared_with_nothing():
    text = "比岚汽车2月销量19万辆，今年前两个月累计销量40万辆，同比减少35.8%。比岚汽车扩产。"
    assert "value" not in kinds(text)


def test_growth_is_held_against_the_value_of_another_document():
    first, second = (
        "2022年，远川销量为20.0万辆。远川扩产。",
        "2023年，远川销量为30.0万辆，同比增长80%。远川称需求旺盛。",
    )
    (found,) = [check for check in checks(first, second) if check.kind == "value"]
    assert "+50.0%" in found.message
    assert quoted(second, found.span) == "80%"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("远川首季投入10.6亿元，第二季投入9.3亿元，合计投入29.9亿元。", "29.9亿元"),
        ("远川2023年销量100万辆，其中轿车60万辆、客车30万辆、货车25万辆。", "100万辆"),
        ("远川有门店957家，其中直营门店600家，加盟门店457家。", "957家"),
        ("远川2024年营收50亿元，其中线上收入30亿元，占60%，线下收入25亿元，占50%。", "50亿元"),
    ],
)
def test_sums_that_their_parts_do_not_make(text, place):
    assert [quoted(text, check.span) for check in checks(text) if check.kind == "value"] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "远川首季投入10.6亿元，第二季投入9.3亿元，合计投入19.9亿元。",
        "远川首季投入约10亿元，第二季投入约9亿元，合计投入20亿元。",
        "远川2023年销量100万辆，其中轿车60万辆、客车30万辆。",
        "远川2023年销量100万辆，其中轿车60万辆，出口50万辆。",
        "远川有门店957家，其中海外门店600家，加盟门店457家。",
        "远川有门店957家，其中直营门店500家，加盟门店457家。",
    ],
)
def test_sums_that_fit_or_leave_parts_out(text):
    assert "value" not in kinds(text)


def test_the_group_is_no_brand_of_the_same_name():
    text = "2024年，公司实现营收48亿元。远川在三地建厂。\n2024年，远川营收26亿元，溪谷营收19亿元。"
    assert "value" not in kinds(text)


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        ("2023年，北屿航空客座率为81.2%。北屿航空扩张。", "北屿航空2023年客座率达到78.2%。", True),
        ("2022年，北屿航空净利润2.1亿元。", "追溯调整后，北屿航空2022年净利润为1.9亿元。", False),
        ("2022年，澄江重工营收150.2亿元。", "澄江重工2022年营收（经重述）为151.7亿元。", False),
    ],
)
def test_rates_are_compared_and_restated_values_are_not(first, second, disagree):
    assert ("value" in kinds(first, second)) == disagree


def test_a_firm_is_never_called_by_the_word_before_a_date():
    (check,) = (
        one
        for one in checks(
            "截至2023年12月31日，澄江重工员工总数为5,236人。",
            "截至2023年12月31日，澄江重工员工总数为6,523人。",
        )
        if one.kind == "value"
    )
    assert "澄江重工" in check.message


def test_one_round_of_money_told_with_two_sums_is_one_event_that_is_told_once():
    texts = [ABOUT + f"2021年3月，远川电器完成{sum_}B轮融资。" for sum_ in ("3亿元", "2.5亿元", "3亿元")]
    (check,) = checks(*texts)
    assert (check.kind, check.severity) == ("value", "error")
    assert "“3亿元”" in check.message
    assert "“2.5亿元”" in check.message
    assert not checks(texts[0], texts[1].replace("B轮", "C轮"))
    assert not checks(texts[0], texts[1].replace("2.5亿元", "近3亿元"))
