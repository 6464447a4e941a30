"""Filings and books: years of the Republic in figures, numbered entries, lives in brackets, periods of an event of its own."""

from __future__ import annotations

import pytest

from tests.fixtures.days import read
from timeline import read_document
from timeline.text import view
from timeline.times import find_in, find_times

REFERENCE = "2018-06-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # years of the Republic in figures
        (
            "發言日期：107/06/15\n除息交易日:107/07/05",
            [("107/06/15", "2018-06-15"), ("107/07/05", "2018-07-05")],
        ),
        ("基準日：2018(107)/07/19", [("2018(107)/07/19", "2018-07-19")]),
        ("編號107/06/1500與A107/06/15", []),
        (
            "95年度與106年度之盈餘",
            [("95年度", "1995-01-01..1995-12-31"), ("106年度", "2017-01-01..2017-12-31")],
        ),
        # in a filing of Taiwan years have two digits too
        (
            "本公司98年5月20日股東常會通過，自98年5月29日至98年6月2日停止過戶",
            [("98年5月20日", "2009-05-20"), ("98年5月29日至98年6月2日", "2009-05-29..2009-06-02")],
        ),
        (
            "於85年設廠，自100年上市，已有80年歷史，97年度盈餘經股東常會承認",
            [
                ("85年", "1996-01-01..1996-12-31"),
                ("100年", "2011-01-01..2011-12-31"),
                ("80年", "1938-06-15..2018-06-15"),
                ("97年度", "2008-01-01..2008-12-31"),
            ],
        ),
        ("公司98年5月20日成立，经民国时期的老字号授权", [("98年5月20日", "1998-05-20")]),
        ("事實發生日:96/10/02\n<摘錄公開資訊觀測站>", [("96/10/02", "2007-10-02")]),
        ("日期：96/10/02", [("96/10/02", "1996-10-02")]),
        # the day in brackets is the one that is meant, also where it was printed a day later
        ("公司今(14)日公布營收，昨(31)日收盤", [("今(14)日", "2018-06-14"), ("昨(31)日", "2018-05-31")]),
        # the number of an entry before a year
        (
            "1.自公司成立以来\n3.2016年及2017年，借款3.2016亿元",
            [("2016年", "2016-01-01..2016-12-31"), ("2017年", "2017-01-01..2017-12-31")],
        ),
        (
            "5.2016年12月31日至2017年12月30日，租约",
            [("2016年12月31日至2017年12月30日", "2016-12-31..2017-12-30")],
        ),
        ("12.2016年8月，停产", [("2016年8月", "2016-08-01..2016-08-31")]),
        ("某公司\n2018年 05月", [("2018年 05月", "2018-05-01..2018-05-31")]),
        # lives in brackets
        (
            "李慕云（1844—1916）与周伯年(1893——1952)",
            [("1844—1916", "1844-01-01..1916-12-31"), ("1893——1952", "1893-01-01..1952-12-31")],
        ),
        ("转速（1200—1500）", []),
        # counted from an event that has no date
        ("会计年度完结后四个月内寄发年报，届满后的6个月内不减持", []),
        (
            "公司计划于2019年3月上市，半个月后开新店",
            [("2019年3月", "2019-03-01..2019-03-31"), ("半个月后", "2019-03-16..2019-04-15")],
        ),
        ("2018年5月3日开业，半个月后歇业", [("2018年5月3日", "2018-05-03"), ("半个月后", "2018-05-18")]),
        (
            "1917年11月8日，工厂开工。\n他写道，那是好日子。\n当天，全城都来看热闹",
            [("1917年11月8日", "1917-11-08"), ("当天", "1917-11-08")],
        ),
    ],
)
def test_filings_and_books(text, expected):
    assert [found for found in read(text, REFERENCE) if found[1]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It earned $63 million in the quarter that ended March 31. That compared with $53 million a year earlier.",
            [
                ("quarter", "2018-01-01..2018-03-31"),
                ("March 31", "2018-03-31"),
                ("a year earlier", "2017-01-01..2017-03-31"),
            ],
        ),
    ],
)
def test_english_accounts(text, expected):
    assert [found for found in read(text, REFERENCE) if found[1]] == expected


def test_a_day_in_brackets_says_what_is_known_of_it():
    assert [(time.value, time.earliest) for time in find_times("公司今(5)日公布营收")] == [
        ("XXXX-XX-05", None)
    ]
    assert read("公司今(5)日公布营收", "2018-06")[0][1] == "2018-06-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was filed on 07/01/2009 and closed on 12/25/2009.", ["2009-07-01", "2009-12-25"]),
        ("It was filed on 07/01/2009 and closed on 25/12/2009.", ["2009-01-07", "2009-12-25"]),
        ("It was filed on 07/01/2009.", ["2009-07-01"]),
        ("Halcyon Limited, Hong Kong. It was filed on 07/01/2009.", ["2009-01-07"]),
        ("日期：07/01/2009，公司公告。", ["2009-01-07"]),
        ("日期：07/08/2018，公司公告。", ["2018-07-08"]),  # in August it would not have been yet
        ("Closed on 07.01.2009.", ["2009-01-07"]),
    ],
)
def test_days_and_months_in_the_order_of_the_text(text, expected):
    assert [days for _, days in read(text, "2018-07-15")] == expected


def test_a_date_that_is_only_inferred_is_said_to_be():
    document = read_document(
        "公司2015年成立。2023年11月30日，公司发布新品。去年亏损。上个月盈利，昨天签约，上季度持平。".encode(),
        name="a.txt",
    )
    assert document.date_basis == "inferred"
    times = {time.text: time for time in find_in(document, view(document.text))}
    assert times["去年"].anchor == "document 2023-11-30?"
    # what is counted from it in months or days is no more certain; a year is
    values = [times[words].value for words in ("去年", "上个月", "昨天", "上季度")]
    assert values == ["2022", "2023-10?", "2023-11-29?", "2023-35?"]
    assert find_times("去年亏损", "2023-11-30")[0].anchor == "document 2023-11-30"
