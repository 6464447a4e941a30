"""Numbers in tables: of what, of when, in which unit."""

from __future__ import annotations

import pytest

from tests.fixtures.observed import observe

TABLE = """# 云岫能源

单位：亿元

| 年份 | 营业收入 | 毛利率 | 出货量（万台） |
|---|---|---|---|
| 2019年 | 12.5 | 18.2% | 35 |
| 2020 | 20.1 | 20.5% | 61.2 |

公司各项指标如下。

| 指标 | 2022年 | 2023年 |
|---|---|---|
| 员工人数（人） | 3,200 | 4,150 |
| 储能柜销量 | 8200台 | 1.3万台 |
"""


def test_tables_are_read_by_their_heads():
    found = observe(TABLE, "report.md")
    assert [(one.property, one.date, one.quantity.value, one.quantity.unit) for one in found] == [
        ("revenue", "2019", 1.25e9, "CNY"),
        ("gross_margin", "2019", 18.2, "percent"),
        ("shipments", "2019", 350_000, "units"),
        ("revenue", "2020", 2.01e9, "CNY"),
        ("gross_margin", "2020", 20.5, "percent"),
        ("shipments", "2020", 612_000, "units"),
        ("headcount", "2022", 3200, "persons"),
        ("headcount", "2023", 4150, "persons"),
        ("sales_volume", "2022", 8200, "units"),
        ("sales_volume", "2023", 13_000, "units"),
    ]
    assert found[-1].about == "储能柜"


def test_tables_of_web_pages_are_read_alike():
    page = "<html><body><h1>年报</h1><p>单位：亿元</p><table><tr><th>年份</th><th>营业收入</th></tr><tr><td>2020年</td><td>20.1</td></tr></table></body></html>"
    (found,) = observe(page, "report.html")
    assert (found.property, found.date, found.quantity.value) == ("revenue", "2020", 2.01e9)


STATEMENT = """# 星澜股份2022年第三季度报告

单位：元

| 项目 | 本报告期 | 本报告期比上年同期增减 | 年初至报告期末 |
|---|---|---|---|
| 营业收入(元) | 869,993,536.84 | -22.21% | 2,534,775,034.29 |
| 归属于上市公司股东的净利润(元) | (31,102,227.11) | -63.84% | 110,090,543.19 |
| 基本每股收益(元/股) | 0.0503 | -63.84% | 0.1780 |
"""


def test_a_statement_is_its_firms_and_of_the_reports_periods():
    found = observe(STATEMENT, "report.md", published="2022-10-28")
    assert {one.about for one in found} == {"星澜股份"}
    assert [(one.property, one.date, one.quantity.value) for one in found[:6]] == [
        ("revenue", "2022-35", 869_993_536.84),
        ("revenue_growth", "2022-35", -22.21),
        ("revenue", "2022-01/2022-09", 2_534_775_034.29),
        ("net_profit", "2022-35", -31_102_227.11),
        ("net_profit_growth", "2022-35", -63.84),
        ("net_profit", "2022-01/2022-09", 110_090_543.19),
    ]
    assert found[3].quantity.text == "(31,102,227.11)"
    assert found[6].quantity.unit == "CNY_per_share"


@pytest.mark.parametrize(
    ("above", "head", "cell", "value", "unit"),
    [
        ("單位：新台幣仟元", "113年第3季 營業收入", "645,465", 645_465_000, "TWD"),
        ("", "2025/09 營業額 港元(千$)", "1,044,928", 1_044_928_000, "HKD"),
        ("", "营业收入（归母，百万元）", "70,570", 70_570_000_000, "CNY"),
        ("In millions of €", "2024 Revenue", "35,955", 35_955_000_000, "EUR"),
        ("RMB'000", "2024 Revenue", "1,250", 1_250_000, "CNY"),
    ],
)
def test_units_in_the_heads_and_captions_of_tables(above, head, cell, value, unit):
    table = f"{above}\n\n| 項目 | {head} |\n|---|---|\n| 合計 | {cell} |\n"
    (one,) = observe(table, "table.md")
    assert (one.property, one.quantity.value, one.quantity.unit) == ("revenue", value, unit)


def test_a_row_of_growth_belongs_to_the_row_above_and_csv_is_a_table():
    table = "项目,2022A,2023A\n营业收入(百万元),70,80\n(+/-)%,9.1%,14.3%\n员工人数,1200,(15)\n"
    found = observe(table, "table.csv")
    assert [(one.property, one.date, one.quantity.value) for one in found[:4]] == [
        ("revenue", "2022", 70_000_000),
        ("revenue", "2023", 80_000_000),
        ("revenue_growth", "2022", 9.1),
        ("revenue_growth", "2023", 14.3),
    ]
    assert (found[4].property, found[4].quantity.unit) == ("headcount", "persons")
