"""Contradictions planted in invented texts, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.fixtures.checked import checks

AGE = "陈一舟1985年出生于宁波。2010年，陈一舟创办云岫电子，年仅{}岁。"
RANK = "2021年，云岫电子的市场份额排名{}第{}。"
SHARES = "2023年云岫电子营收20亿元，其中线上渠道占比70%，{}占比{}%。"
FIRST = "云岫电子成立于2008年。{}年，云岫电子推出首款产品。"

PLANTED = [
    ("duration", AGE.format(28)),
    ("duration", "林晚出生于1990年3月。2018年，31岁的林晚升任云岫电子总裁。"),
    ("value", RANK.format("国内", "二"), RANK.format("国内", "五")),
    ("value", SHARES.format("线下渠道", 45)),
    ("date", FIRST.format(2006)),
    ("value", "截至2022年末，云岫电子拥有门店800家。", "截至2022年末，云岫电子门店数为860家。"),
    (
        "value",
        "Yunxiu Electronics (云岫电子) makes motors. Yunxiu Electronics reported revenue of RMB 5.2 billion in 2022.",
        "云岫电子（Yunxiu Electronics）2022年营收为25亿元。",
    ),
]
NONE = [
    (AGE.format(24),),
    (AGE.format(26),),
    ("林晚出生于1990年11月。2018年，林晚与31岁的弟弟创办云岫电子。",),
    ("陈一舟1985年出生，28岁创办云岫电子。",),
    (RANK.format("国内", "二"), RANK.format("全球", "五")),
    (RANK.format("国内", "二"), "2021年，云岫电子的市场份额排名国内前五。"),
    (SHARES.format("线下渠道", 30),),
    (SHARES.format("海外", 45),),
    (FIRST.format(2009),),
    (
        "For the quarter ended January 28, 2017, Halden had revenue of $4 million, versus $3 million in the quarter a year before.",
    ),
    ("2006年，云岫作坊推出首款产品。2008年，云岫电子改制成立。",),
    ("2022年，云岫电子营收9.8亿元。", "2022年云岫电子营收10.2亿元（经追溯调整）。"),
    ("2022年，云岫电子净利润3.2亿元。", "2022年，云岫电子扣除非经常性损益后的净利润2.3亿元。"),
]


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case[1][:20])
def test_a_contradiction_is_told(case):
    kind, *texts = case
    assert [check.kind for check in checks(*texts)] == [kind]


@pytest.mark.parametrize("texts", NONE, ids=lambda texts: texts[-1][:20])
def test_what_agrees_is_left_alone(texts):
    assert [check.message for check in checks(*texts) if check.kind != "unresolved"] == []
