"""The tables of facts that rules are built from: eras, plan periods, anniversaries of the nation."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from importlib import resources


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a lexicon table."""
    text = (resources.files("timeline.lexicon") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


ERAS = {row["name"]: int(row["first_year"]) for row in read_table("eras.csv")}
PLANS = {row["name"]: (int(row["first"]), int(row["last"])) for row in read_table("plans.csv")}
NATIONAL = {row["name"]: row["date"] for row in read_table("anniversaries.csv")}
