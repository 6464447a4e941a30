"""When a document was published: metadata's ways of writing it, datelines, and what the text tells."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests import samples
from timeline import documents
from timeline.documents.dates import find_date, to_edtf
from timeline.documents.grids import cell_date
from timeline.documents.periods import find_period, find_reported
from timeline.text import view
from timeline.times import find_in
from timeline.times.published import infer_published

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def inferred(text: str) -> tuple[str, str] | None:
    document = documents.read(text.encode(), "a.txt")
    return infer_published(document, view(document.text))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-02-08", "2021-02-08"),
        ("2021-02-08T23:30:00-08:00", "2021-02-08"),
        ("2021-02-08 23:30:00.000 +0800", "2021-02-08"),
        ("2021/2/8 10:00", "2021-02-08"),
        ("20210208", "2021-02-08"),
        ("D:20210208233000+08'00'", "2021-02-08"),
        ("Mon, 8 Feb 2021 23:30:00 -0800", "2021-02-08"),
        ("February 8, 2021", "2021-02-08"),
        ("8 Feb 2021", "2021-02-08"),
        ("March 2020", "2020-03"),
        ("8 février 2021", "2021-02-08"),
        ("2021年2月8日 星期一", "2021-02-08"),
        ("二〇二一年二月八日", "2021-02-08"),
        ("2021年2月", "2021-02"),
        ("2021", "2021"),
        ("2021~", "2021~"),
        ("2020/2021", "2020/2021"),
        ("2021-02-30", ""),
        ("2021-13-01", ""),
        ("昨天", ""),
        ("v2.10.3", ""),
        ("營收2021年", ""),
        ("", ""),
    ],
)
def test_metadata_dates(written, edtf):
    assert to_edtf(written) == edtf


def test_dates_that_are_no_strings():
    assert to_edtf(datetime.date(2021, 2, 8)) == "2021-02-08"
    assert to_edtf(datetime.datetime(2021, 2, 8, 23, 30)) == "2021-02-08"
    assert to_edtf(2021) == "2021"
    assert [to_edtf(odd) for odd in (None, True, 12, 3.5, [2021], {"date": 2021})] == [""] * 6


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2021年", "2021"), ("FY2021", "2021"), ("2021A", "2021"), ("2021Q3", "2021-35"), ("2021年三季度", "2021-35"), ("Q3 2021", "2021-35"),
        ("2021年上半年", "2021-40"), ("2021H2", "2021-41"), ("20210330", "2021-03-30"), ("2021.3", "2021-03"), ("1999元", ""), ("1234", ""), ("3.5", ""), ("营收", ""),
    ],
)  # fmt: skip
def test_cells_of_tables(cell, date):
    assert cell_date(cell) == date


def test_the_date_inside_a_line():
    assert find_date("On Mon, Feb 8, 2021 at 10:00 PM X <x@example.org> wrote:") == "2021-02-08"
    assert find_date("在 2021 年 2 月 8 日，某某写道：") == "2021-02-08"
    assert find_date("没有日期") == ""


# ── read off the text ────────────────────────────────────────────────────────────────────────────

BODY = "星禾科技成立于2010年，2015年发布首款手机。它在许多城市开设了门店，员工越来越多。"


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        (f"星禾的十年\n2021-03-30 19:30　来源：某某网\n{BODY}", "2021-03-30", "dateline"),
        (f"星禾的十年\n发布时间：2021年3月30日 作者：林某\n{BODY}", "2021-03-30", "dateline"),
        (f"某某社北京2021年3月30日电　{BODY}", "2021-03-30", "dateline"),
        (f"星禾的十年\n（2021年3月30日）\n{BODY}\n{BODY}\n{BODY}", "2021-03-30", "dateline"),
        (f"星禾调研纪要 2021-03-30\n\n{BODY}", "2021-03-30", "dateline"),
        (f"星禾的十年\n2021年3月30日 汽车周报\n{BODY}", "2021-03-30", "dateline"),
        (f"致股東書\n\n{BODY}\n\n董事長　林某\n民國九十九年十二月五日", "2010-12-05", "signature"),
        (f"公告\n{BODY}\n特此公告。\n星禾科技有限公司董事会\n二〇一七年八月九日", "2017-08-09", "signature"),
        (f"公告\n{BODY}\n星禾科技有限公司 2017年8月9日", "2017-08-09", "signature"),
        (f"序\n{BODY}\n二零一九年春于北京", "2019-21", "signature"),
        (f"后记\n{BODY}\n2019年3月写于上海", "2019-03", "inferred"),
    ],
)
def test_datelines_and_signatures(text, date, basis):
    assert inferred(text) == (date, basis)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("公司于2019年5月上市，2021年销量达到100万台。", "2021"),
        ("公司2019年上市。2020年营收100亿元。到2035年，它将建成十座工厂。", "2020"),
        ("公司2019年上市，计划2025年进入欧洲。", "2019"),
        ("公司于2019年5月上市。未来10年，公司力争到2030年成为第一。", "2019-05"),
        ("自2018年以来，公司增长很快。", "2018"),
        ("2010—2020年，公司一直盈利。", "2020"),
        ("截至2021年6月30日，门店达到368家。", "2021-06-30"),
        ("从2024年3月第一台下线，到2026年1月达成50万台交付，只用了20个月。在1月15日的直播中，他谈到了反馈。", "2026-01-15/2026-01-31"),
        ("2010年4月6日 公司成立\n2011年8月16日 发布手机\n2014年12月3日 完成融资", "2014-12-03"),
    ],
)  # fmt: skip
def test_else_the_latest_date_told_as_past(text, date):
    assert inferred(text) == (date, "inferred")


@pytest.mark.parametrize("text", ["去年营收很好，今年更好。", "公司将在2030年成为第一。", "三年前它还很小。"])
def test_a_text_that_tells_no_past_date_has_none(text):
    assert inferred(text) is None


@pytest.mark.parametrize(
    ("told", "made", "date", "basis"),
    [
        ("公司2019年上市。", "2020-05-06T00:00:00Z", "2020-05-06", "file properties"),
        ("公司2019年上市。", "2016-05-06T00:00:00Z", "2019", "inferred"),  # an old file, written on
        ("公司1999年上市。", "2016-05-06T00:00:00Z", "1999", "inferred"),  # an old text, saved again
        ("公司上市。\n星禾科技有限公司\n2019年5月6日", "2020-05-06T00:00:00Z", "2019-05-06", "signature"),
        ("公司上市了。", "2020-05-06T00:00:00Z", "2020-05-06", "file properties"),
    ],
)
def test_file_properties_are_the_weakest_witness(told, made, date, basis):
    document = documents.read(samples.docx(told.split("\n"), created=made), "a.docx")
    assert document.date_basis == "file properties"
    assert infer_published(document, view(document.text)) == (date, basis)


@pytest.mark.parametrize(
    ("number", "date"), [("003", "2025-12-02/2025-12-31"), ("004", "2026-01-15/2026-01-31")]
)
def test_the_seeds_without_a_date_are_dated_by_what_they_tell(number, date):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    document = documents.read(path.read_bytes(), path.name)
    assert not document.date_published
    assert infer_published(document, view(document.text)) == (date, "inferred")


# ── blocks date what stands in them ──────────────────────────────────────────────────────────────


def _times(text: str, name: str = "a.txt") -> dict[str, str]:
    document = documents.read(text.encode(), name, published="2021-03-01")
    return {time.text: time.value for time in find_in(document, view(document.text))}


def test_a_quoted_mail_is_told_at_its_own_date():
    times = _times("今年不错。\n\n在 2019年2月8日 10:00，林某 写道：\n> 去年发布了。\n")
    assert (times["今年"], times["去年"]) == ("2021", "2018")


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("截至二零二五年六月三十日止六個月之中期業績公佈", "2025-40"),
        ("截至2024年3月31日止年度業績公佈", "2023-04/2024-03"),
        ("截至2023年9月30日止九个月业绩摘要", "2023-01/2023-09"),
        ("截至2023年9月30日，公司共有门店一百家", ""),
    ],
)
def test_a_heading_says_until_when_it_reports(line, period):
    assert find_period(line) == period


@pytest.mark.parametrize(
    ("head", "reported"),
    [
        ("云桥科技股份有限公司\n二〇二三年半年度报告\n", (None, 2023, "H1")),
        ("云桥科技2022年第三季度报告", (None, 2022, "Q3")),
        (
            "云桥集團\n截至二零二五年六月三十日止六個月\n",
            ((datetime.date(2025, 1, 1), datetime.date(2025, 6, 30)), 0, ""),
        ),
    ],
)
def test_the_title_of_a_report_says_what_it_reports_on(head, reported):
    assert find_reported(head)[2:] == reported
    assert find_reported("云桥科技2022年开业") is None


def test_a_heading_and_a_column_date_what_stands_under_them():
    assert _times("# 大事记\n## 2012年\n3月成立。\n## 2015年\n5月融资。\n")["5月"] == "2015-05"
    assert _times("指标,2018年,2019年\n融资,3月完成,5月完成\n", "a.csv")["3月"] == "2018-03"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Full Year 2023 Highlights", "2023"),
        ("Fourth Quarter 2023 Financial Results", "2023-36"),
        ("First Half of 2023 Business Review", "2023-40"),
        ("2023年第四季度财务摘要", "2023-36"),
        ("二、2021年上半年业绩要点", "2021-40"),
        ("截至2023年6月30日止六個月之中期業績公告", "2023-40"),
        ("First Quarter Fiscal 2025 Results", ""),  # whose months the line does not say
        ("Fourth quarter 2023 results were strong. Orders rose", ""),
        ("2019年，公司回顾", ""),
    ],
)
def test_a_reports_heading_dates_what_stands_under_it(line, period):
    text = f"Northwind Pumps\n\n{line}\n\nRevenue was RMB3.8 billion.\n"
    document = documents.read(text.encode(), "report.txt")
    assert next((block.date for block in document.blocks if block.date), "") == period
