"""What stands around a time word: names, habits, comparisons and arguments that hold one and are no time."""

from __future__ import annotations

import pytest

from tests.fixtures.days import read

REFERENCE = "2022-06-15"


@pytest.mark.parametrize(
    "text",
    [
        # places named after a day
        "新店开在五一商圈，离五一路不远",
        "他住七一东路，在六一小学和五一中学读过书",
        "厂址在八一支路，仓库在国庆路12号，五一水库旁",
        "《四月物语》和《夏天的风》上映，遇见一个日后成名的人",
        "股价在5日均线附近，从10日线跌破",
        # a little, sooner, later; points of an argument
        "他胖了一点，跑得快了一点，多一分努力",
        "加面粉和一点盐，价格便宜了一点，会更好一点",
        "早一点来，晚一点走",
        "从两点来看，问题不大；双方在三点上达成共识",
        "从3点入手降低成本",
        # of no day, of no week, of any year
        "如果上午10点前下单，由门店配送",
        "每两周才过一个周末，偶尔休一个长周末",
        "大四上半年他都在面试",
        "股东大会应于上一会计年度结束后召开",
        "创历年同月新高，同创历年同季次高",
        "机械业翻黑转年减4.2%",
        "每个月的前三日内公告截至上月末的进展",
        "事实发生的次日予以公告，3/15的股东，1/2席位",
        "走了半天没有店开门，在车间里做了一周，又工作了2个月",
        "四季度假村在三亚，昨日黄花，三月不知肉味",
        "As USA Today reported, the director June Chan and her aide April Lee left; the Today Show",
        "旗下品牌Today便利店开业，Today宣布融资，在临海创办 Today 的时候",
        "往年初一没有店开门，往年春节都放假",
        "昨收盘:3.20今开盘:3.15",
        "每个营业日上午九时至下午三时受理申请",
    ],
)
def test_words_that_hold_a_time_are_none(text):
    assert [found for found in read(text, REFERENCE) if found[1]] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五一大桥通车，国庆假期客流翻番", [("国庆假期", "2022-10-01..2022-10-07")]),
        ("他忙到一点，早上八点开门", [("一点", "2022-06-15"), ("早上八点", "2022-06-15")]),
        ("晚上八点开会，点开一看", [("晚上八点", "2022-06-15")]),
        (
            "这个周末开业，周末客流大",
            [("这个周末", "2022-06-18..2022-06-19"), ("周末", "2022-06-18..2022-06-19")],
        ),
        (
            "上半年大四学生入职，公司前不久宣布扩招",
            [("上半年", "2022-01-01..2022-06-30"), ("前不久", "2022-04-01..2022-06-15")],
        ),
        ("6月4日复工，7日全员到齐", [("6月4日", "2022-06-04"), ("7日", "2022-06-07")]),
        ("6月4日停产。在7日默默复工", [("6月4日", "2022-06-04"), ("7日", "2022-06-07")]),
        ("6月4日大跌，在5日均线附近", [("6月4日", "2022-06-04")]),
        ("【20:01 公司公告减持】\n发言时间 18:02:13", [("20:01", "2022-06-15"), ("18:02:13", "2022-06-15")]),
        ("转年公司盈利", []),
        ("记者12日从公司获悉，交割日仍为17日", [("12日", "2022-06-12"), ("17日", "2022-06-17")]),
        (
            "她19年毕业，21年就开始开店，写了10年代码",
            [("19年", "2019-01-01..2019-12-31"), ("21年", "2021-01-01..2021-12-31")],
        ),
        ("门店15年来一直盈利，30年开始衰老", [("15年来", "2007-06-15..2022-06-15")]),
        (
            "来源：晨报 2022-06-10 09:45:44\n6月4日开业",
            [("2022-06-10 09:45:44", "2022-06-10"), ("6月4日", "2022-06-04")],
        ),
        (
            "In October, the company obtained a loan.",
            [("October", "2021-10-01..2021-10-31")],
        ),
        (
            "It opens in June. June sales rose, as on April 3.",
            [
                ("June", "2022-06-01..2022-06-30"),
                ("June", "2022-06-01..2022-06-30"),
                ("April 3", "2022-04-03"),
            ],
        ),
        ("It is off to a strong start to fiscal-year 2018", [("fiscal-year 2018", "2018-01-01..2018-12-31")]),
    ],
)
def test_their_neighbours_are_times(text, expected):
    assert [found for found in read(text, REFERENCE) if found[1]] == expected


def test_names_of_papers_are_no_habit():
    text = "He wrote for the Oldtown Daily, the Daily Mail and Farmers' Weekly. Daily sales rose"
    assert [words for words, _ in read(text, REFERENCE)] == ["Daily"]
