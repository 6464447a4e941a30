"""docs/metrics.md says what the lexicon holds, and the lexicon does not contradict itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from timeline.lexicon.counted import COUNTED
from timeline.lexicon.currencies import CURRENCIES
from timeline.lexicon.measures import MEASURES
from timeline.lexicon.reference import renewed
from timeline.lexicon.units import MEASURE_WORDS, UNITS
from timeline.lexicon.unsaid import SUFFIXES, UNSAID
from timeline.quantities import find_quantities, units

PAGE = Path(__file__).resolve().parents[1] / "docs" / "metrics.md"


def test_the_page_is_current():
    page = PAGE.read_text("utf-8")
    assert page == renewed(page), "run: python -m timeline.lexicon.reference docs/metrics.md"


def test_no_word_names_two_measures_of_one_kind():
    told = Counter(
        (word, kind) for row in MEASURES for word in row.words.split() for kind in row.kinds.split()
    )
    assert not [pair for pair, count in told.items() if count > 1]


@pytest.mark.parametrize("rows", [MEASURES, UNSAID], ids=["measures", "unsaid"])
def test_properties_are_stable_names_with_labels(rows):
    for row in rows:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row.property), row
        assert row.zh
        assert row.en
    assert len({row.zh for row in rows}) == len({row.property for row in rows})


def test_a_suffix_never_makes_the_name_of_another_measure():
    names = {row.property for row in MEASURES}
    assert not [name for name in names for suffix in SUFFIXES if f"{name}_{suffix}" in names]


def test_codes_are_one_row_each():
    for rows in (UNITS, CURRENCIES):
        codes = Counter(row.code for row in rows)
        assert not [code for code, count in codes.items() if count > 1]
    assert all(re.fullmatch(r"[A-Z]{3}", row.code) for row in CURRENCIES)


def test_measures_are_told_in_kinds_that_exist():
    kinds = set(units.KINDS.values())
    codes = set(units.KINDS)
    for row in MEASURES:
        for kind in row.kinds.split():
            assert (kind[1:] in codes) if kind.startswith("=") else (kind in kinds), (row.property, kind)


@pytest.mark.parametrize("row", CURRENCIES, ids=lambda row: row.code)
def test_every_word_of_a_currency_is_read(row):
    for word in row.words.split():
        (found,) = find_quantities(f"共计35{'' if ord(word[0]) > 127 else ' '}{word.replace('_', ' ')}。")
        assert (found.value, found.unit) == (35, row.code), word


@pytest.mark.parametrize("row", [row for row in UNITS if row.words], ids=lambda row: row.code)
def test_every_word_of_a_unit_is_read(row):
    for word in row.words.split():
        if row.code in ("points", "degree"):
            continue  # read only where the sentence speaks of scores or angles
        (found,) = find_quantities(f"共计35{'' if ord(word[0]) > 127 else ' '}{word.replace('_', ' ')}。")
        assert (found.value, found.unit) == (35, row.code), word


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row.unit)
def test_every_counted_noun_is_read_with_its_measure_word(row):
    for noun in row.nouns.split():
        measure = next((word for word in row.measures.split() if word in MEASURE_WORDS.split()), "")
        (found,) = find_quantities(f"共计35{measure}{noun}" if measure else f"共计35万{noun}")
        assert found.unit == row.unit, noun
