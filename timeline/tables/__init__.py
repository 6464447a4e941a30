"""The six tidy tables: records become rows (`rows`), and rows are chosen (`filters`, `choosing`)."""

from timeline.tables.choosing import chosen, outside, select, usual, years
from timeline.tables.columns import COLUMNS, INTEGERS, LIST_SEPARATOR, NUMBERS, frame, typed
from timeline.tables.filters import FIRST_YEAR, LAST_YEAR, Filters, describe
from timeline.tables.rows import to_tables, to_timeline
from timeline.tables.timelines import Texts, Timeline

__all__ = [
    "COLUMNS", "FIRST_YEAR", "INTEGERS", "LAST_YEAR", "LIST_SEPARATOR", "NUMBERS", "Filters", "Texts",
    "Timeline", "chosen", "describe", "frame", "outside", "select", "to_tables", "to_timeline", "typed",
    "usual", "years",
]  # fmt: skip
