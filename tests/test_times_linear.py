"""No text makes finding slow: each rule gets runs of its own alphabet, at two sizes."""

from __future__ import annotations

import random
import re
import time

import pytest

from timeline.times import find_times
from timeline.times.finding import find
from timeline.times.rules import RULES

SMALL, LARGE = 700, 7_000  # characters
_SYNTAX = re.compile(r"\?P<\w+>|\\.|[\[\](){}|?*+.^$\\]|\{\d+(,\d+)?\}")


def alphabet(pattern: str) -> str:
    """The characters that a pattern speaks of."""
    return "".join(dict.fromkeys(_SYNTAX.sub("", pattern.replace(" ", "") + " ")))


def seconds(text: str) -> float:
    """Processor time of finding."""
    started = time.process_time()
    for _ in find(text):
        pass
    return time.process_time() - started


def grows_linearly(make) -> bool:
    """Ten times the text takes at most thirty times as long (a square would take a hundred)."""
    small, large = seconds(make(SMALL)), seconds(make(LARGE))
    return large <= 30 * max(small, 0.001)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_runs_of_a_rule_s_own_alphabet(rule):
    letters = alphabet(rule.pattern)
    dice = random.Random(rule.name)
    once = "".join(dice.choices(letters, k=211))
    assert grows_linearly(lambda size: ((rule.example * 9 + once) * size)[:size])


@pytest.mark.parametrize(
    "piece",
    [
        "2",
        "年",
        "一",
        "十",
        "2021年",
        "1/",
        "2021-",
        "第",
        " ",
        "从2010年到",
        "近",
        "a1",
        "\n",
        "每",
        "(",
        "1.2018年",
        "3月5日。",
        "，当时",
    ],
)
def test_a_hundred_times_the_text(piece):
    def run(size: int) -> float:
        text = (piece * size)[:size]
        started = time.process_time()
        find_times(text, "2022-06-15")
        return time.process_time() - started

    assert run(50_000) <= 300 * max(run(500), 0.001)


def test_a_long_text_is_found_in_as_its_lines_are():
    lines = [
        "公司2021年3月成立，",
        "次年上市。",
        "",
        "In May 2022 it grew",
        "2023年",
        "5月，从2019年到2020年底。",
    ]
    lines *= 4_000  # more than a piece of what is scanned at a time
    found = find("\n".join(lines))
    places, start = [], 0
    for line in lines:
        places += [(start + one.start, start + one.end, one.text) for one in find(line)]
        start += len(line) + 1
    assert [one[:3] for one in found] == places
