"""Numerals: Arabic, Chinese, mixed, vague."""

from __future__ import annotations

import pytest

from timeline.numbers import read_number

PLAIN = """
0 0
42 42
1,234,567 1234567
3.75 3.75
2e5 200000
40k 40000
10万 100000
2.1亿 210000000
41万亿 41000000000000
5万4千6百 54600
3万4000 34000
2千零30万 20300000
1千零20 1020
十 10
十五 15
廿五 25
一百五 150
一百零五 105
一万三 13000
两千三百五 2350
九万零四百 90400
一万零十二 10012
两亿三千万 230000000
三万五千 35000
四万万 400000000
百万亿 100000000000000
四千零四万 40040000
五兆六十二亿四万五千二 5006200045200
四十九兆九千五百九十二亿 49959200000000
壹仟贰佰叁拾肆 1234
十五点七 15.7
四百亿点零五零 40000000000.05
一千六点五 1600.5
二〇一九 2019
"""


@pytest.mark.parametrize("line", PLAIN.strip().splitlines())
def test_plain_numerals(line):
    text, value = line.split()
    number = read_number(text, 0)
    assert number is not None
    assert (float(number.value), number.end) == (float(value), len(text))


VAGUE = """
200多 200 200 299
13000余 13000 13000 13999
30多 30 30 39
十余万 100000 100000 199999
一千多万 10000000 10000000 19999999
二十几万 200000 200000 299999
数十亿 - 2000000000 9000000000
几百 - 200 900
三四千 - 3000 4000
二三十 - 20 30
十七八 - 17 18
两三百万 - 2000000 3000000
"""


@pytest.mark.parametrize("line", VAGUE.strip().splitlines())
def test_vague_numerals_have_both_ends(line):
    text, value, low, high = line.split()
    number = read_number(text, 0)
    assert number is not None
    assert number.end == len(text)
    assert number.value == (None if value == "-" else float(value))
    assert (float(number.low), float(number.high)) == (float(low), float(high))


@pytest.mark.parametrize("text", ["点", "的", "几个", "", "九九", "1" * 41, "一" * 41])
def test_what_is_no_number(text):
    assert read_number(text, 0) is None


@pytest.mark.parametrize(
    ("text", "end"), [("五十千", 2), ("十百", 1), ("三点一刻", 3), ("两百点两", 2), ("3百分点", 1)]
)
def test_a_numeral_ends_where_the_next_character_would_be_no_number(text, end):
    assert read_number(text, 0).end == end


def test_decimals_are_exact():
    assert float(read_number("1.1亿", 0).value) == 110000000
