"""No text makes finding slow: each rule gets runs of its own alphabet; all of them make up to a megabyte."""

from __future__ import annotations

import random
import re

import pytest

from tests.fixtures.growth import is_straight
from timeline.times import find_times
from timeline.times.finding import find
from timeline.times.rule import Rule
from timeline.times.rules import RULES

_SYNTAX = re.compile(r"\?P<\w+>|\\.|[\[\](){}|?*+.^$\\]|\{\d+(,\d+)?\}")


def alphabet(pattern: str) -> str:
    """The characters that a pattern speaks of."""
    return "".join(dict.fromkeys(_SYNTAX.sub("", pattern.replace(" ", "") + " ")))


def run_of(rule: Rule) -> str:
    """Its example over and over, then anything of its alphabet."""
    letters, dice = alphabet(rule.pattern), random.Random(rule.name)
    return rule.example * 9 + "".join(dice.choices(letters, k=211))


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_runs_of_a_rule_s_own_alphabet(rule):
    run = run_of(rule) * 40
    assert is_straight(lambda size: find(run[:size]), (700, 7_000))


def test_runs_of_all_rules_up_to_a_megabyte():
    runs = [run_of(rule) * 40 for rule in RULES]

    def run(size: int) -> None:
        find("".join(run[: size // len(RULES)] for run in runs))

    assert is_straight(run, (10_000, 100_000, 1_000_000))


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
    assert is_straight(lambda size: find_times((piece * size)[:size], "2022-06-15"), (500, 5_000, 50_000))


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
    assert [(one.start, one.end, one.text) for one in found] == places
