"""The six tables: their columns, and what stands in these.

One row, one fact. `start`/`end` are characters, `earliest`/`latest` ISO days or empty, `date` an
EDTF string, `exact` the quoted words; lists in a cell are joined by "; ".
"""

from collections.abc import Iterable

import pandas as pd

COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": (
        "doc_id", "path", "title", "author", "publisher", "date_published", "date_basis",
        "script", "language", "encoding", "media_type", "n_chars", "sha256",
    ),
    "times": (
        "doc_id", "start", "end", "text", "type", "value", "earliest", "latest", "anchor", "rule",
    ),
    "mentions": (
        "mention_id", "event_id", "doc_id", "start", "end", "exact", "prefix", "suffix",
        "time_start", "time_end", "time_text", "date", "earliest", "latest", "precision",
        "name", "category", "entities", "importance", "modality", "rule",
    ),
    "events": (
        "event_id", "name", "date", "earliest", "latest", "precision", "category", "entities",
        "importance", "status", "n_mentions", "n_documents",
    ),
    "observations": (
        "observation_id", "event_id", "doc_id", "start", "end", "exact", "prefix", "suffix",
        "text", "about", "property", "value", "low", "high", "unit", "unit_text", "comparator",
        "change", "date", "earliest", "latest", "rule",
    ),
    "checks": (
        "check_id", "kind", "severity", "message", "doc_id", "start", "end", "exact",
        "other_doc_id", "other_start", "other_end", "other_exact", "event_id",
    ),
}  # fmt: skip
INTEGERS = {
    "start", "end", "time_start", "time_end", "other_start", "other_end",
    "importance", "n_mentions", "n_documents", "n_chars",
}  # fmt: skip
NUMBERS = {"value", "low", "high"}  # of observations; the `value` of times is text
LIST_SEPARATOR = "; "


def frame(table: str, rows: Iterable[tuple]) -> pd.DataFrame:
    """A DataFrame with the table's columns and types: integers (nullable), numbers, text."""
    return typed(table, pd.DataFrame(list(rows), columns=list(COLUMNS[table])))


def typed(table: str, made: pd.DataFrame) -> pd.DataFrame:
    """The same rows with the table's types, whatever a file or a list gave them."""
    for column in COLUMNS[table]:
        if column in INTEGERS:
            made[column] = made[column].astype("Int64")
        elif column in NUMBERS and table == "observations":
            made[column] = made[column].astype("Float64")
        else:
            made[column] = made[column].fillna("").astype("str")
    return made
