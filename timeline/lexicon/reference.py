"""The lexicon as pages of tables: `python -m timeline.lexicon.reference docs/metrics.md` renews the file.

The part of the file above MARK is written by hand and kept.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline.lexicon.counted import COUNTED
from timeline.lexicon.currencies import CURRENCIES
from timeline.lexicon.measures import MEASURES
from timeline.lexicon.units import UNITS
from timeline.lexicon.unsaid import SUFFIXES, UNSAID

MARK = "<!-- from the lexicon: do not edit below -->"


def to_markdown() -> str:
    """The tables of properties, units, currencies and counted things."""
    parts = [
        _table(
            "Properties",
            ("property", "中文", "English", "told in", "words"),
            ((row.property, row.zh, row.en, row.kinds, _words(row.words)) for row in MEASURES),
        ),
        _table(
            "What a change or a ranking adds to a property",
            ("suffix", "中文", "English"),
            ((name, *labels) for name, labels in SUFFIXES.items()),
        ),
        _table(
            "Properties where no word says more",
            ("unit or kind of unit", "property", "中文", "English"),
            ((row.unit, row.property, row.zh, row.en) for row in UNSAID),
        ),
        _table(
            "Units",
            ("unit", "kind", "中文", "English", "words"),
            ((row.code, row.kind, row.zh, row.en, _words(row.words)) for row in UNITS),
        ),
        _table(
            "Things that are counted",
            ("unit", "nouns", "measure words"),
            ((row.unit, _words(row.nouns), _words(row.measures)) for row in COUNTED),
        ),
        _table(
            "Currencies",
            ("ISO 4217", "中文", "English", "before the number", "after the number"),
            ((row.code, row.zh, row.en, _words(row.symbols), _words(row.words)) for row in CURRENCIES),
        ),
    ]
    return "\n".join(parts)


def _words(words: str) -> str:
    return " · ".join(word.replace("_", " ") for word in words.split())


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"## {title}", "", _row(head), _row(["---"] * len(head)), *map(_row, rows), ""]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def renewed(page: str) -> str:
    """The page with its tables as the lexicon has them now."""
    prose = page.split(MARK)[0].rstrip()
    return f"{prose}\n\n{MARK}\n\n{to_markdown()}"


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(renewed(file.read_text("utf-8")), encoding="utf-8")
