"""Scanning by one byte a character finds what the patterns themselves match, no more and no less."""

from __future__ import annotations

import random
from types import SimpleNamespace

import re2

from timeline.times.finding import _BLOCKS, _SCANNER
from timeline.times.rules import ANY_RULE, RULES
from timeline.times.scanning import Scanner, options

PATTERNS = (*ANY_RULE, *_BLOCKS)
PLAIN = re2.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS), options())


class Sizes(dict[str, SimpleNamespace]):
    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner

    def __missing__(self, stretch: str) -> SimpleNamespace:
        return SimpleNamespace(size=self.scanner.true_size(stretch))


def stretches(scanner: Scanner, text: str) -> list[tuple[int, str]]:
    return [(start, stretch) for start, stretch, _ in scanner.scan(text, Sizes(scanner))]


def matches(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in PLAIN.finditer(text)]


def test_every_rule_s_example_is_found_as_its_pattern_matches_it():
    for rule in RULES:
        for text in (rule.example, f"公司{rule.example}，增长3.5%", f"{rule.example}{rule.example}"):
            assert stretches(_SCANNER, text) == matches(text), rule.name


def test_texts_made_of_the_patterns_own_characters():
    dice = random.Random(7)
    characters = sorted({char for pattern in PATTERNS for char in pattern})
    for _ in range(300):
        pieces = [dice.choice(RULES).example, "".join(dice.choices(characters, k=30)), "\n", "公司、"]
        text = "".join(dice.choices(pieces, k=8))
        assert stretches(_SCANNER, text) == matches(text), text


def test_characters_that_share_a_byte_are_told_apart():
    strange = [chr(0x4E00 + step) for step in range(500)]  # more than there are bytes
    scanner = Scanner(tuple(f"{one}年{one}" for one in strange))
    for one, other in zip(strange, strange[-80:] + strange[:-80], strict=True):
        assert stretches(scanner, f"{one}年{other}年{other}") == [(2, f"{other}年{other}")]


def test_a_shorter_match_inside_a_false_one_is_kept():
    strange = "".join(chr(0x4E00 + step) for step in range(500))
    scanner = Scanner((f"[{strange}]", "春月春夏"))
    for other in strange:
        assert stretches(scanner, f"春月春{other}")[-1] == (3, other)


def test_offsets_of_a_text_of_several_pieces():
    line = "公司成立于2010年3月，上半年营收3.5亿元。\U0001f600\n"
    text = line * 12_000
    found = stretches(_SCANNER, text)
    assert all(text.startswith(stretch, start) for start, stretch in found)
    assert found[-1][0] - found[-4][0] <= len(line)
    assert len(found) == 12_000 * len(matches(line))
