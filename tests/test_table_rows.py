"""Numbers in tables: each has a value, a unit, a property, an owner and a time, whatever the table looks like."""

from __future__ import annotations

import io

import docx
import pytest

from tests.fixtures.growth import is_straight
from timeline import pipeline

Told = list[tuple[str, str, str, float | None, str]]


def read(data: bytes, name: str) -> Told:
    """(property, about, date, value, unit) of every number of a document's tables."""
    harvest = pipeline.harvest(pipeline.read_document(data, name=name))
    return [
        (one.property, one.about, one.date, one.quantity.value, one.quantity.unit)
        for one in harvest.observations
        if one.rule.startswith("table")
    ]


def test_merged_heads_of_a_word_document():
    document = docx.Document()
    document.add_heading("和川动力股份有限公司2023年年度报告摘要", 1)
    document.add_paragraph("单位：亿元")
    table = document.add_table(rows=4, cols=4)
    rows = (
        ("项目", "2023年", "", "2022年"),
        ("", "金额", "同比", "金额"),
        ("营业收入", "120.50", "20.5%", "100.00"),
        ("归属于上市公司股东的净利润", "(3.20)", "-164.0%", "5.00"),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    data = io.BytesIO()
    document.save(data)
    assert read(data.getvalue(), "report.docx") == [
        ("revenue", "和川动力", "2023", 12_050_000_000, "CNY"),
        ("revenue_growth", "和川动力", "2023", 20.5, "percent"),
        ("revenue", "和川动力", "2022", 10_000_000_000, "CNY"),
        ("net_profit", "和川动力", "2023", -320_000_000, "CNY"),
        ("net_profit_growth", "和川动力", "2023", -164.0, "percent"),
        ("net_profit", "和川动力", "2022", 500_000_000, "CNY"),
    ]


def test_years_in_rows_and_a_column_of_growth():
    text = """# 和川动力历年数据

| 年份 | 营收（亿元） | 同比 | 门店数（家） | 研发人员（人） |
|---|---:|---:|---:|---:|
| 2022 | 100.0 | 63.1% | 210 | 800 |
| 2023 | 120.5 | 20.5% | 312 | 950 |
"""
    assert read(text.encode(), "numbers.md")[:4] == [
        ("revenue", "和川动力", "2022", 10_000_000_000, "CNY"),
        ("revenue_growth", "和川动力", "2022", 63.1, "percent"),
        ("stores", "和川动力", "2022", 210, "stores"),
        ("rd_headcount", "和川动力", "2022", 800, "persons"),
    ]


RELEASE = """<html><head><title>Halden Robotics Third Quarter 2023 Results</title></head><body>
<h1>Halden Robotics Third Quarter 2023 Results</h1><p>(RMB million, except per share data)</p><table>
<tr><th rowspan="2">Item</th><th colspan="2">Three months ended September 30,</th><th>YoY</th></tr>
<tr><th>2023</th><th>2022</th><th>change</th></tr>
<tr><td>Revenue</td><td>1,234.5</td><td>1,100.0</td><td>12.2%</td></tr>
<tr><td>Net loss</td><td>(56.7)</td><td>(98.1)</td><td>-42.2%</td></tr>
<tr><td>Monthly active users (million)</td><td>41.7</td><td>36.9</td><td>13.0%</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    "told",
    [
        ("revenue", "2023-35", 1_234_500_000, "CNY"),
        ("revenue", "2022-35", 1_100_000_000, "CNY"),
        ("revenue_growth", "2023-35", 12.2, "percent"),
        ("loss", "2023-35", 56_700_000, "CNY"),
        ("monthly_active_users", "2022-35", 36_900_000, "persons"),
    ],
)
def test_an_english_release_with_spanned_heads(told):
    found = read(RELEASE.encode(), "release.html")
    assert {about for _, about, *_ in found} == {"Halden Robotics"}
    assert told in [(name, date, value, unit) for name, _, date, value, unit in found]


def test_firms_in_columns_under_a_title_with_a_year():
    text = (
        "# 两家车企2023年对比\n\n| 指标 | 和川动力 | 远岫汽车 |\n|---|---|---|\n"
        "| 营业收入（亿元） | 120.5 | 86.3 |\n| 员工人数 | 6,842 | 5,120 |\n"
    )
    assert read(text.encode(), "firms.md") == [
        ("revenue", "和川动力", "2023", 12_050_000_000, "CNY"),
        ("revenue", "远岫汽车", "2023", 8_630_000_000, "CNY"),
        ("headcount", "和川动力", "2023", 6842, "persons"),
        ("headcount", "远岫汽车", "2023", 5120, "persons"),
    ]


def test_what_a_dated_row_tells_in_words_is_read_as_a_sentence():
    text = "日期,事件,营收（亿元）\n2021-03-30,和川动力在香港上市，募资15亿港元,12.5\n2022-06,和川动力推出新款轿车，售价12.98万元,20\n"
    harvest = pipeline.harvest(pipeline.read_document(text.encode(), name="chronicle.csv"))
    assert [(one.property, one.date, one.quantity.text) for one in harvest.observations] == [
        ("financing", "2021-03-30", "15亿港元"), ("revenue", "2021-03-30", "12.5"),
        ("price", "2022-06", "12.98万元"), ("revenue", "2022-06", "20"),
    ]  # fmt: skip


def test_a_table_ten_times_as_long_takes_ten_times_as_long():
    def run(size: int) -> object:
        rows = (f"{1900 + index % 120},{index}.5,{index * 3},{index}" for index in range(size))
        table = "\n".join(("年份,营收（亿元）,门店数（家）,研发人员（人）", *rows))
        return pipeline.harvest(pipeline.read_document(table.encode(), name="long.csv"))

    run(10)
    assert is_straight(run, (300, 3000))


def test_a_row_of_a_month_is_an_event_of_that_month(tmp_path):
    text = "日期,事件\n2021-03-30,和川动力在香港上市\n2022-06,和川动力推出新款轿车\n"
    (tmp_path / "chronicle.csv").write_text(text, encoding="utf-8")
    built = pipeline.build([str(tmp_path)])
    assert list(zip(built.events["date"], built.events["name"], strict=True)) == [
        ("2021-03-30", "和川动力在香港上市"), ("2022-06", "和川动力推出新款轿车"),
    ]  # fmt: skip
