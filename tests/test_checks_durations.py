"""Lengths that do not fit their two ends."""

from __future__ import annotations

import datetime

import pytest

from tests.fixtures.checked import checks, kinds, quoted
from timeline.checks import sides
from timeline.checks.lengths import find_lengths


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("从2015年3月立项，到2017年1月下线，远川只用了18个月。", "18个月"),
        ("从2015年3月立项到2019年5月量产，我们用了整整三年。", "整整三年"),
        ("从2021年1月15日开工到2021年3月30日封顶，历时100天。", "100天"),
        ("從2015年3月立項，到2017年1月下線，遠川只用了18個月。", "18個月"),
        ("远川成立于2010年。2019年，公司庆祝成立十周年。", "十周年"),
        ("远川成立于2010年3月。成立不到五年的远川，2019年已经是行业第一。", "不到五年"),
    ],
)
def test_lengths_that_do_not_fit_their_ends(text, length):
    found = [check for check in checks(text) if check.kind == "duration"]
    assert len(found) == 1
    assert found[0].severity == "error"
    assert length in quoted(text, found[0].other)


@pytest.mark.parametrize(
    "text",
    [
        "从2015年3月立项，到2017年1月下线，远川用了22个月。",
        "从2015年3月立项，到2017年1月下线，远川用了近两年。",
        "从2015年3月立项，到2017年1月下线，远川用了不到两年。",
        "从2015年到2017年，远川用了三年。",  # three calendar years
        "从2015年到2017年，远川用了两年。",
        "从2021年1月15日到2021年3月30日，历时75天。",  # both ends counted
        "从2021年1月15日开始，经过75天85场拜访，我们在2021年3月30日公告。",
        "远川成立于2010年。2020年，公司成立十周年。",
        "远川成立于2010年。2021年，公司成立十一年，举办了第三届用户节。",
        "远川成立于2010年。2019年是新中国成立七十周年。",
        "远川成立于2010年。公司旗下的研究院成立五年来，2022年发表论文百篇。",
        "远川成立于2010年。“云山”系列2022年迎来五周年。",
        "远川成立于2010年，如今已经成立14年。",
        "远川成立于2010年。2005年9月，云山海运庆祝成立20周年。",  # before the founding: another's
        "从2015年的3个人到2017年的200人，远川用了十间办公室。",
    ],
)
def test_lengths_that_fit_raise_nothing(text):
    assert "duration" not in kinds(text)


def test_a_range_that_ends_before_it_starts():
    assert "duration" in kinds("该项目从2023年5月到2022年3月由远川承建。")
    assert "duration" not in kinds("从2023年的第一名到2022年的第三名，名次一路变化。")


def test_one_end_reached_in_two_lengths():
    found = checks("远川用了20个月达成30万台交付。", "距首款车型发布仅过去23个月，远川达成30万台交付。")
    assert [check.kind for check in found] == ["duration"]
    assert "20个月" in found[0].message
    assert "23个月" in found[0].message
    assert kinds("远川用了20个月达成30万台交付。", "用了不到两年，远川达成30万台交付。") == []
    assert kinds("远川用了20个月达成30万台交付。", "远川用了31个月达成50万台交付。") == []


def test_lengths_as_written():
    def read(text: str) -> list[tuple[float, float, str]]:
        return [(x.low, x.high, x.unit) for x in find_lengths(text, 0, len(text))]

    assert read("20个月") == [(20, 20, "个月")]
    assert read("五六年") == [(5, 6, "年")]
    assert read("十多年") == [(10, 20, "年")]
    assert read("两年半") == [(2.5, 2.5, "年")]
    assert read("三年零六个月") == [(3.5, 3.5, "年")]
    assert read("2019年") == []
    assert read("80年代") == []
    assert read("周五和周三") == []
    assert read("thirty months") == [(30, 30, "个月")]


def test_days_between():
    from timeline.checks.lengths import apart

    day = datetime.date
    assert apart((day(2021, 1, 15),) * 2, (day(2021, 3, 30),) * 2) == (74, 75)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1天"),
        (30, "30天"),
        (31, "1个月"),
        (365, "1年"),
        (380, "1年"),
        (641, "21个月"),
        (731, "2年"),
        (1090, "2年"),
    ],
)
def test_what_is_at_least_true_is_rounded_down(days, words):
    """March 2014 and 2016 are at least 21 months apart, not at least two years."""
    assert sides._whole(days) == words


@pytest.mark.parametrize(("told", "differ"), [("创业30多年", False), ("创业20年", True)])
def test_a_life_told_in_round_numbers_agrees_with_itself(told, differ):
    found = checks(f"我{told}，见过无数这样的人。我问过自己，创业30年了，还愿不愿意再来一次？")
    assert bool([one for one in found if one.kind == "duration"]) == differ


def test_a_birth_before_another_date_is_no_founding():
    text = "远川科技成立于2004年。创始人陈一舟出生于1970年，2004年创立远川科技时已小有名气。"
    assert "date" not in kinds(text)
