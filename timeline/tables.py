"""The six tidy tables: their columns, and how records become rows.

One row, one fact. `start`/`end` are characters, `earliest`/`latest` ISO days or empty, `date` an
EDTF string, `exact` the quoted words, lists in a cell are joined by "; ".
"""

from __future__ import annotations

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
