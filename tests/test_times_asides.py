"""Ends counted from a beginning, asides in brackets, the years that a text goes by, days with only a number."""

from __future__ import annotations

import pytest

from tests.fixtures.days import read
from timeline.times import find_times

REFERENCE = "2024-05-16"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # decades from … to …
        ("1940至1950年代开茶楼", "1940-01-01..1959-12-31"),
        ("20世纪50至70年代的老厂", "1950-01-01..1979-12-31"),
        ("1980年代初至1990年代中期", "1980-01-01..1996-12-31"),
        ("十四五以来投资翻番", "2021-01-01..2024-05-16"),
        ("上世纪九十年代以来的变化", "1990-01-01..2024-05-16"),
        # an end that is counted from the beginning
        ("2019年8月到次年2月停产", "2019-08-01..2020-02-29"),
        ("2020年5月25日至次月24日", "2020-05-25..2020-06-24"),
        ("上周一到周三停工", "2024-05-06..2024-05-08"),
        ("上周五到周二停工", "2024-05-10..2024-05-14"),
        # strokes
        ("申购期间7/1-7/15", "2024-07-01..2024-07-15"),
        ("2024/5/16-18举办展会", "2024-05-16..2024-05-18"),
        ("5/20前完成", "..2024-05-19"),
        # a clock does not lose the side
        ("截止时间为2024年5月20日16时30分前", "..2024-05-20"),
        # a year after a preposition, before what was done
        ("它更在1925获邀参展", "1925-01-01..1925-12-31"),
        ("他76年进厂", "1976-01-01..1976-12-31"),
        ("去年中量产", "2023-06-01..2023-07-31"),
        ("2015年中标的项目", "2015-01-01..2015-12-31"),
        ("会议在11:05分开始", "2024-05-16"),
        # no 年 between a year and its part
        ("2023上半年净利翻番", "2023-01-01..2023-06-30"),
        ("2023第三季度扭亏", "2023-07-01..2023-09-30"),
        ("2023前三季度扭亏", "2023-01-01..2023-09-30"),
        # in the words of Hong Kong
        ("过往三年只有一家上市", "2021-05-16..2024-05-16"),
        ("二零二三财政年度录得溢利", "2023-01-01..2023-12-31"),
        ("23财年录得溢利", "2023-01-01..2023-12-31"),
        ("今春开业", "2024-03-01..2024-05-31"),
        # English accounts
        ("Opened: 1840", "1840-01-01..1840-12-31"),
        ("For the first three quarters of 2021, revenue rose", "2021-01-01..2021-09-30"),
        ("Assets rose from 2 at the end of 2019", "2019-10-01..2019-12-31"),
    ],
)
def test_one_time(text, days):
    assert [found for _, found in read(text, REFERENCE)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "比例为1/4-1/2",
        "在2000家门店试点",
        "历经110年风雨，有110年的历史",
        "本年度报告摘要来自全文",
        "编号：2011年沪银贷字第0321号",
        "系统版本为2023.1.1",
        "12月龄婴儿",
        "失去春的气息",
        "\n1. August Weaver & Sons",
    ],
)
def test_no_date(text):
    assert not [found for _, found in read(text, REFERENCE) if found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2021年营收增长（其中2019年投产的二厂贡献三成），3月上市，当年盈利",
            ["2021", "2019", "2021-03", "2021"],
        ),
        ("2021年3月收购甲厂（成立于1998年，总部苏州），6月交割", ["2021-03", "1998", "2021-06"]),
        ("第三章（2019年）\n3月，公司成立", ["2019", "2019-03"]),
        ("2024年营收将增长，第四季毛利率已触底，明年第一季毛利率已可回升", ["2024", "2024-36", "2025-33"]),
        ("113年第1季亏损，110年营收创新高", ["2024-33", "2021"]),
        ("111年在疫情影响下停产，上半年亏损", ["2022", "2022-40"]),
        ("2024年11月4日股价大涨，公司今(5)日公布10月营收", ["2024-11-04", "2024-11-05", "2024-10"]),
    ],
)
def test_values_in_their_order(text, expected):
    reference = None if "今(5)日" in text else REFERENCE
    assert [time.value for time in find_times(text, reference)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Margins will improve as we move into 2020. Third-quarter profit rose", ["2020", "2019-35"]),
        (
            "Third quarter profit was 4, compared to 3 last year. Second quarter orders rose",
            ["2019-35", "2018", "2019-34"],
        ),
        ("It opened two years ago. The plant will be complete by the end of October", ["2017", "2019-10~"]),
        ("On May 2, 2019, it bought Halcyon, included since that date", ["2019-05-02", "2019-05-02"]),
    ],
)
def test_english_results(text, expected):
    assert [time.value for time in find_times(text, "2019-10-25")] == expected


def test_an_anniversary_of_something_older_is_not_the_firms():
    text = "公司成立于1998年。5月，民航协会举办79周年会庆，公司迎来建校100周年的母校代表"
    assert [days for words, days in read(text, REFERENCE) if "周年" in words] != ["2077-01-01..2077-12-31"]
    assert "2098-01-01..2098-12-31" not in [days for _, days in read(text, REFERENCE)]


def test_a_report_has_its_own_year():
    text = "青禾股份2020年年度报告\n年初利润3元，本年实现2元，年末5元，结转下年度。"
    assert [time.value for time in find_times(text, "2021-04-20")][1:] == [
        "2020-33~",
        "2020",
        "2020-36~",
        "2021",
    ]
