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
