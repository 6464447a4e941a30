"""Scanning region by region finds what the patterns themselves match, no more and no less."""

from __future__ import annotations

import random
import re
from itertools import pairwise, product

import pytest
import re2

from timeline.times.known import _BLOCKS, SCANNER
from timeline.times.pairs import WHOLE, WITHIN, Pairs
from timeline.times.rules import ANY_RULE, RULES
from timeline.times.scanning import Scanner, options

PATTERNS = (*ANY_RULE, *_BLOCKS)
PLAIN = re2.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS), options())


FILLED = "，" * 1000  # a short text is one region


def regions(scanner: Scanner, text: str) -> list[tuple[int, int]]:
    edges = [edge for some in scanner.regions(text) for edge in some]
    return list(zip(edges[::2], edges[1::2], strict=True))


def stretches(scanner: Scanner, text: str) -> list[tuple[int, str]]:
    """What is matched in the regions of a text."""
    return [
        (begin + start, stretch)
        for begin, end in regions(scanner, text + FILLED)
        for start, stretch in scanner.matches((text + FILLED)[begin:end])
    ]


def matches(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in PLAIN.finditer(text)]


def test_every_rule_s_example_is_found_as_its_pattern_matches_it():
    for rule in RULES:
        for text in (rule.example, f"公司{rule.example}，增长3.5%", f"{rule.example}{rule.example}"):
            assert stretches(SCANNER, text) == matches(text) == SCANNER.matches(text), rule.name


def test_texts_made_of_the_patterns_own_characters():
    dice = random.Random(7)
    characters = sorted({char for pattern in PATTERNS for char in pattern})
    for _ in range(300):
        pieces = [dice.choice(RULES).example, "".join(dice.choices(characters, k=30)), "\n", "公司、"]
        text = "".join(dice.choices(pieces, k=8))
        assert stretches(SCANNER, text) == matches(text), text


def test_a_region_is_no_longer_than_what_may_match():
    text = "公司主营业务为家具。2019年3月在北京注册，昨晚开业，客户遍布全国。"
    assert [text[begin:end] for begin, end in regions(SCANNER, text + FILLED)] == ["2019年3月", "昨晚"]
    assert regions(SCANNER, text) == [(0, len(text))]


def test_offsets_of_a_text_of_several_pieces():
    line = "公司成立于2010年3月，上半年营收3.5亿元。\U0001f600\n"
    text = line * 12_000
    found = stretches(SCANNER, text)
    assert all(text.startswith(stretch, start) for start, stretch in found)
    assert found[-1][0] - found[-4][0] <= len(line)
    assert len(found) == 12_000 * len(matches(line))


@pytest.mark.parametrize(
    "pattern",
    ["年", "去年|今", "[一二]月?", "(?:[一二]{2}|第三)年", "[1-3]{3,4}年*", "a+(?:年|月)?b", r"(?:a?\.?)b?c", "(?:一(?:二|三)?)+", "一{2}二{0,1}", r"\s?[)(]一|[\]a]"],
)  # fmt: skip
def test_pairs_tell_of_every_match(pattern: str):
    """Every word of up to four characters is tried: each match is made of pairs that are known."""
    pairs = Pairs(pattern)
    characters = sorted(
        {*re.sub(r"[][(){}|?*+\\:-]|\\s", "", pattern), *("ab123" if "-" in pattern else ""), "x"}
    )
    number = {char: place for place, char in enumerate(pairs.characters, 1)}
    for size in (1, 2, 3, 4):
        for word in map("".join, product(characters, repeat=size)):
            if not re.fullmatch(pattern, word):
                continue
            told = [int(pairs.table[number[one], number[other]]) for one, other in pairwise(word)]
            assert all(bits >= WITHIN for bits in told), word
            if size == 1:
                assert (pairs.table[number[word], :] == WHOLE).all()
            elif size == 2:
                assert told == [WHOLE], word


def test_pairs_tell_little_else():
    pairs = Pairs("(?:去|今)年[一二]月|[0-9]{4}年")
    table = pairs.table
    number = {char: place for place, char in enumerate(pairs.characters, 1)}
    assert not table[number["去"], number["今"]]
    assert not table[number["月"], number["去"]]
    assert table[number["年"], number["一"]] == WITHIN
    assert table[number["1"], number["9"]] == WITHIN
    assert not table[0].any()
    assert not table[:, 0].any()
