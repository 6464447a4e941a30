"""Whose a number is where no clause says it: a list's item, a heading, a bracket, what is bought, what is told after."""

from __future__ import annotations

import pytest

from tests.fixtures.observed import observe

ITEMS = """---
title: 岭川集团业绩表现
date: 2024-03-30
---

2023年度，集团营业额下降14%至27.98亿元，股东应占溢利上升54.8%至1.19亿元。年内，集团业务概况如下：

(一)整体毛利减少14.8%至19.76亿元，毛利率下降0.7个百分点至70.6%；

(二)中国内地：营业额减少21.3%至5.28亿元，占总营业额18.9%；

(三)餐饮业务：营业额增加3%至8亿元。门店增至120家。

此后集团的员工为3000名。
"""


@pytest.mark.parametrize(
    ("number", "about", "date"),
    [
        ("27.98亿元", "岭川集团", "2023"),
        ("19.76亿元", "岭川集团", "2023"),
        ("21.3%", "中国内地", "2023"),
        ("5.28亿元", "中国内地", "2023"),
        ("18.9%", "中国内地", "2023"),
        ("8亿元", "餐饮业务", "2023"),
        ("3000名", "岭川集团", "2024-03-30"),
    ],
)
def test_an_item_is_about_its_label_in_the_period_that_introduces_the_list(number, about, date):
    told = {o.quantity.text: (o.about, o.date) for o in observe(ITEMS, published="2024-03-30")}
    assert told[number] == (about, date)


def test_an_item_in_traditional_script():
    text = "嶺川集團2023年業績如下：\n\n(一)海外業務：營業額減少21.3%至5.28億元。\n\n(二)餐飲業務：營業額增加3%至8億元。\n"
    assert {o.about for o in observe(text)} == {"海外业务", "餐饮业务"}


@pytest.mark.parametrize("label", ["说明", "主要财务数据", "其中"])
def test_a_label_that_names_nobody_owns_nothing(label):
    text = f"云帆科技2023年营收为30亿元。\n\n{label}：净利润为3亿元。\n"
    assert {o.about for o in observe(text)} == {"云帆科技"}


@pytest.mark.parametrize(
    ("text", "number", "about"),
    [
        ("云帆科技是亚洲最大的光伏企业，产能达30GW。", "30GW", "云帆科技"),
        ("云帆科技的净利率为2%，远低于主打低价的茶岫冰室（2024年净利率17.9%）。", "17.9%", "茶岫冰室"),
        ("云帆科技的净利率为2%，云帆科技的毛利率（2024年为30%）更高。", "30%", "云帆科技"),
        ("vela所占份额增长2个百分点，至4.3%。", "4.3%", "vela"),
        ("今年一季度全球智能手机出货量为3.3亿部。", "3.3亿部", "智能手机"),
        (
            "云帆科技有581家酒馆，包括位于新加坡的3家门店，以及位于中国内地31个地区的576家酒馆。",
            "576家",
            "中国内地",
        ),
    ],
)
def test_a_number_is_that_of_the_nearest_name_that_governs_it(text, number, about):
    told = {o.quantity.text: o.about for o in observe(text)}
    assert told[number] == about


def test_who_speaks_owns_nothing_once_somebody_else_is_told_of():
    text = "研究机构QLC周三公布报告称，今年第一季度全球智能手机总出货量为3.3亿部，与去年同期的3.2亿部相比仅增长0.2%。"
    assert {o.about for o in observe(text)} == {"智能手机"}


SECTIONS = """---
title: Results in brief – Barrow Mills, Tallis Group
date: 2020-06-12
---

Both retailers have filed, Barrow Mills and Tallis Group said.

Barrow Mills

Barrow Mills has posted a fall in earnings. Net income totalled $5.7 million. Gross margin narrowed to 30.7%.

Tallis Group

Tallis Group has posted growth. Revenue rose to $80 million in the quarter.
"""


def test_what_stands_under_a_firms_name_is_that_firms():
    told = {o.quantity.text: o.about for o in observe(SECTIONS, published="2020-06-12")}
    assert told == {
        "$5.7 million": "Barrow Mills",
        "30.7%": "Barrow Mills",
        "$80 million": "Tallis Group",
    }


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Shares of Halden Mill fell 4 percent in 2020.", "Halden Mill"),
        ("Olvane Group agreed to buy Halden Mill for $13 per share.", "Halden Mill"),
        ("Halden Mill raised money in 2019. An IPO on Nasdaq raised $8 million.", "Halden Mill"),
    ],
)
def test_in_english_it_is_whose_shares_and_who_is_bought(text, about):
    text = (
        f"---\ntitle: Halden Mill history\ndate: 2021-01-01\n---\n\nHalden Mill was founded in 1990. {text}\n"
    )
    assert {o.about for o in observe(text, published="2021-01-01")} == {about}


ROUTES = """---
title: Halden Air interim report
date: 2003-05-08
---

Halden Air reported today. Halden Air opened three routes.

During January-March, the load factor for all Halden Air traffic weakened by 1.9 percentage points to 70.8 percent.

The result before depreciation (EBITDAR) fell to 18.2 million euros. The Group's profit for the quarter was 14 million euros.
"""


def test_months_abbreviations_and_the_group_own_nothing():
    assert {o.about for o in observe(ROUTES, published="2003-05-08")} == {"Halden Air"}


def test_an_activity_owns_no_cash_flow():
    text = (
        "云帆科技净利润4.58亿元。本期经营活动产生的现金流净额为4.52亿元，而经营活动产生的现金流净额同比大增。"
    )
    assert {o.about for o in observe(text)} == {"云帆科技"}


def test_the_label_of_an_item_tells_whose_its_numbers_are_though_it_is_what_is_left_over():
    found = observe(
        "截至2024年6月止半年度，星澜集团营业额3亿元，业务概况如下：\n"
        "（一）影音及天线产品：营业额上升31%至1.2亿元，分部溢利203万元；\n（二）其他相关产品：营业额下跌12%至4352万元。\n"
    )
    assert [one.about for one in found] == ["星澜集团"] + ["影音及天线产品"] * 3 + ["其他相关产品"] * 2


def test_a_list_of_changes_goes_on_from_the_numbers_right_before_it():
    found = observe("分地区看，境内收入9.8亿元，境外收入2.5亿元，分别同比增长5%和21%。")
    assert [one.about for one in found] == ["境内", "境外"] * 2


def test_the_size_of_a_market_is_the_market_s():
    found = observe(
        "星澜集团2023年营收12亿元。2023年，我国冷链物流市场规模达到5165亿元，同比增长23%，预计到2026年将突破8000亿元。"
    )
    assert [(one.about, one.property) for one in found] == [
        ("星澜集团", "revenue"),
        ("冷链物流", "market_size"),
        ("冷链物流", "market_size_growth"),
        ("冷链物流", "market_size"),
    ]


def test_a_number_that_another_is_set_against_is_the_other_firm_s():
    found = observe("岭川汽车与零云汽车公布数据。岭川汽车营收435亿元，反超零云汽车的334亿元。")
    assert [one.about for one in found] == ["岭川汽车", "零云汽车"]


def test_an_item_of_a_list_that_only_names_a_firm_is_a_heading():
    found = observe("1、岭准科技\n报告期内，发行人收入占比为8%。\n2、云元亨\n报告期内，发行人毛利率为89%。\n")
    assert [one.about for one in found] == ["岭准科技", "云元亨"]
