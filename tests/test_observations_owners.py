"""Whose a number is, where a text tells of several firms that no dictionary knows."""

from __future__ import annotations

import pytest

from tests.fixtures.observed import observe

# A month's table in words: each number is that of the firm its sentence begins with.
MONTH = """
9月，七家车企公布销量。岚川以48.02万辆居首，其中鸿岳智途全系交付81864辆，同比增长89%。鸿岳智途、岚川和零丘包揽前三。
鸿岳智途凭借五个品牌，首次突破月销八万辆。零丘汽车以70327辆的成绩居第二，这是零丘连续第二个月增长。
蔚渡公司在9月份交付有所回落，交付量为36275辆。其中蔚渡交付新车，云想汽车的9月表现低迷，交付量为33181辆，同比下降31.9%。
"""
OF_MONTH = [
    ("48.02万辆", "岚川"),
    ("81864辆", "鸿岳智途"),
    ("89%", "鸿岳智途"),
    ("八万辆", "鸿岳智途"),
    ("70327辆", "零丘汽车"),
    ("36275辆", "蔚渡"),
    ("33181辆", "云想汽车"),
    ("31.9%", "云想汽车"),
]


@pytest.mark.parametrize(("number", "firm"), OF_MONTH)
def test_a_firm_that_clauses_begin_with_owns_their_numbers(number, firm):
    told = {o.quantity.text: o.about for o in observe(MONTH, published="2025-10-01")}
    assert told[number].removesuffix("公司") == firm


def test_the_same_month_in_traditional_script():
    text = "零丘以7萬輛的成績居首。零丘汽車交付量為70327輛，零丘實際上連續增長。"
    assert {o.about for o in observe(text) if o.quantity.unit == "units"} == {"零丘", "零丘汽车"}


def test_a_report_is_on_whom_its_title_begins_with():
    text = (
        "---\ntitle: 致川科技:首次公开发行股票并在创业板上市之上市公告书\ndate: 2023-06-19\n---\n\n"
        "2022年公司营业收入为54.5亿元，归属母公司股东净利润为2.5亿元。归属母公司股东净利润同比增长4.29%。\n"
    )
    assert {o.about for o in observe(text, published="2023-06-19")} == {"致川科技"}


def test_what_kind_of_firm_it_is_stands_before_its_name():
    text = "晶圆代工厂联川（2303）今公布财报，第三季度营收591.3亿元，毛利率29.8%。"
    assert {o.about for o in observe(text, published="2025-10-29")} == {"联川"}


def test_shares_of_a_firm_are_not_cut_out_of_a_longer_word():
    text = "云帆控股认购中锦新发行的2.075亿股，云帆控股总计斥资28亿港元。云帆控股很高兴。"
    assert {o.about for o in observe(text)} == {"云帆控股"}


# words | about | property | value | date
NEWS = """
王岚指出，第三季营收占比已达74%，2024年交付3000辆。 | 3000辆 | 云帆科技 | deliveries | 2024
2020年，加盟为主的禾味食品2020年营收为52.76亿元。 | 52.76亿元 | 禾味食品 | revenue | 2020
云帆科技完成20亿元首轮融资。 | 20亿元 | 云帆科技 | financing |
2023年云帆科技研发费用支出为16亿元。 | 16亿元 | 云帆科技 | rd_spending | 2023
2023年云帆科技持有海角电力股份的比例为11%。 | 11% | 云帆科技 | stake | 2023
云帆科技认购2.075亿股，占总股本的4.95%。 | 4.95% | 云帆科技 | stake |
云帆科技2023年完成全年销量目标的56.58%。 | 56.58% | 云帆科技 | completion_rate | 2023
日本1.2亿人拥有5万家便利店。 | 1.2亿人 | 日本 | population |
"""


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_numbers_of_the_news(line):
    text, words, about, name, date = (cell.strip() for cell in line.split("|"))
    told = observe(f"云帆科技成立于2001年。云帆科技总部在宁波，云帆科技董事长是王岚。王岚说好。\n\n{text}")
    assert [(o.about, o.property, o.date) for o in told if o.quantity.text == words] == [
        (about, name, date or "")
    ] or (not date and [(o.about, o.property) for o in told if o.quantity.text == words] == [(about, name)])


def test_units_told_of_a_place_in_a_ranking_are_what_was_delivered_before():
    told = observe("9月，岚川汽车交付81864辆。零丘汽车以70327辆的成绩居第二。")
    assert [(o.about, o.property) for o in told if o.quantity.unit == "units"] == [
        ("岚川汽车", "deliveries"),
        ("零丘汽车", "deliveries"),
    ]


def test_the_same_period_of_the_year_before_a_half():
    told = observe(
        "集团截至2025年6月30日止六个月内，基础盈利为港币30亿元，较去年同期之港币54亿元减少。",
        published="2025-08-21",
    )
    assert [o.date for o in told][:2] == ["2025-40", "2024-40"] or [o.date for o in told][:2] == [
        "2025-01/2025-06",
        "2024-01/2024-06",
    ]


def test_a_title_that_begins_with_a_year_dates_what_nothing_else_dates():
    text = "---\ntitle: 2004年岭南餐饮百强\ndate: 2005-05-20\n---\n\n百强开会。\n\n甲乙。\n\n快餐类企业营业额272.79亿元。\n"
    assert [o.date for o in observe(text, published="2005-05-20") if o.property == "revenue"] == ["2004"]


# An English report: who speaks, who expects, and where it was written own nothing.
WIRE = """PORTO, June 17 (XY) — Halden Systems earned $2.23 billion in the latest quarter. Revenue rose 6 percent to $12.42 billion.
Adjusted earnings were 52 cents per share. Analysts had expected revenue of $12.41 billion.
Halden Systems said it expects revenue to grow by 3 percent. Analysts are expecting $12.72 billion, a 7 percent increase from last year's $11.9 billion.
The company's shares fell $2.49, or 9.4 percent, to $23.89. Halden Systems reported shipment of 13.2 million phones.
"""


def test_english_wire_news():
    told = {o.quantity.text: (o.property, o.about) for o in observe(WIRE, published="2013-08-14")}
    assert {about for _, about in told.values()} == {"Halden Systems"}
    assert {words: name for words, (name, _) in told.items()} == {
        "$2.23 billion": "profit", "6 percent": "revenue_growth", "$12.42 billion": "revenue", "52 cents": "eps",
        "$12.41 billion": "revenue", "3 percent": "revenue_growth", "$12.72 billion": "revenue", "7 percent": "revenue_growth",
        "$11.9 billion": "revenue", "$2.49": "share_price", "9.4 percent": "share_price_decline", "$23.89": "share_price",
        "13.2 million phones": "shipments",
    }  # fmt: skip


def test_an_owner_ends_before_what_is_said_of_it_and_begins_after_what_says_when():
    found = observe("中国市场亦录得销售额12亿元。去年同期，云岫科技的出货量仅为1480万部。")
    assert [one.about for one in found] == ["中国市场", "云岫科技"]


def test_the_first_five_customers_are_no_rank_and_ten_shares_no_holding():
    found = observe("星澜集团前五大客户的收入占比为60%。星澜集团拟每10股派发现金红利2元。")
    assert [one.quantity.unit for one in found] == ["percent", "CNY"]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("In its filing to the NYSE, Halden claims it made revenue of $9 million in 2018.", "Halden"),
        ("Founded in 2014 by internet entrepreneur Ann Lee Moor, Halden had a valuation of $5 billion.", "Halden"),
        ("Bob Gray, chairman and CEO of Halden, said revenue was $7 million in 2019.", "Halden"),
        ("Although the company had revenue of $4 million in 2018, it cut jobs.", "Halden"),
        ("According to Olvane data, Halden had revenue of $3 million in 2018.", "Halden"),
        ("In 2016, it formed a venture with Japanese clothing firm Molo with a plan to open 10 stores.", "Halden"),
        ("Olvane had revenue of $8 million in 2018.", "Olvane"),
    ],
)  # fmt: skip
def test_who_is_named_by_the_way_owns_no_number_in_english(sentence: str, owner: str) -> None:
    found = observe(f"Halden was founded in 2010. Halden opened shops. {sentence}")
    assert {one.about for one in found} == {owner}
