"""Corrections by hand: kept apart from the build, undone at will; `edited` applies them on top of it.

An edit is a row in an SQLite file beside the dataset folder: when, who, what kind, which event (its
mentions' ids and quotes), before, after. Rows are only ever added or marked as undone, so two people
at once lose nothing.
"""

import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from timeline import edtf, ids
from timeline.errors import UserError
from timeline.model import CATEGORIES
from timeline.tables import Timeline
from timeline.text import quote

KINDS = ("date", "name", "category", "importance", "star", "hide", "merge", "split", "add", "settle")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS edits (
    edit_id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL,
    target TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    undone TEXT NOT NULL DEFAULT ''
)"""


@dataclass(frozen=True)
class Edit:
    """One correction. `target` names mentions (id and quote), `before` and `after` are JSON values."""

    edit_id: int
    at: str
    who: str
    kind: str
    target: dict
    before: object
    after: object
    undone: str = ""


class Edits:
    """The edits of one dataset folder, in `<folder>.edits.sqlite`."""

    def __init__(self, folder: str | Path) -> None:
        folder = Path(folder)
        self.path = folder.with_name(folder.name + ".edits.sqlite")

    @contextmanager
    def _open(self) -> Generator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_SCHEMA)
            with connection:
                yield connection
        finally:
            connection.close()

    def add(self, kind: str, target: dict, before: object, after: object, *, who: str = "") -> int:
        """Keep one edit; its id. UserError where `kind` or `after` make no sense."""
        if kind not in KINDS:
            raise UserError(f"Unknown kind of edit: {kind}.", f"Known are: {', '.join(KINDS)}.")
        _valid(kind, after)
        row = (
            datetime.now(UTC).isoformat(timespec="seconds"),
            who,
            kind,
            *map(_json, (target, before, after)),
        )
        with self._open() as connection:
            cursor = connection.execute(
                "INSERT INTO edits (at, who, kind, target, before, after) VALUES (?, ?, ?, ?, ?, ?)", row
            )
            return int(cursor.lastrowid or 0)

    def undo(self, edit_id: int) -> None:
        """The row stays, with the time at which it was undone. An unknown id changes nothing."""
        self._mark(edit_id, datetime.now(UTC).isoformat(timespec="seconds"))

    def redo(self, edit_id: int) -> None:
        """An undone edit holds again, in its old place among the others."""
        self._mark(edit_id, "")

    def _mark(self, edit_id: int, undone: str) -> None:
        with self._open() as connection:
            connection.execute("UPDATE edits SET undone = ? WHERE edit_id = ?", (undone, edit_id))

    def history(self) -> list[Edit]:
        """All edits, oldest first, the undone ones too."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            rows = connection.execute("SELECT * FROM edits ORDER BY edit_id").fetchall()
        return [Edit(*row[:4], *map(json.loads, row[4:7]), row[7]) for row in rows]

    def version(self) -> str:
        """Changes whenever an edit is added or undone: a key for caches."""
        return ids.digest("v", *((edit.edit_id, edit.undone) for edit in self.history()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _valid(kind: str, after: object) -> None:
    if kind == "date" and not (isinstance(after, str) and edtf.is_edtf(after) and all(edtf.bounds(after))):
        raise UserError(
            f"“{after}” is not a date that can be placed on the axis.",
            "Write 2021, 2021-03, 2021-03-30, 2021-33 (first quarter) or 2019/2023.",
        )
    if kind == "category" and after not in CATEGORIES:
        raise UserError(f"“{after}” is not a category.", f"Known are: {', '.join(CATEGORIES)}.")
    if kind == "importance" and after not in (1, 2, 3):
        raise UserError("Importance is 1, 2 or 3.")
    if kind == "name" and not str(after).strip():
        raise UserError("A headline needs at least one character.")


def target(timeline: Timeline, *event_ids: str) -> dict:
    """What an edit remembers of its events: ids, and each mention's quote with its context."""
    told = timeline.mentions[timeline.mentions["event_id"].isin(event_ids)]
    return {"events": list(event_ids), "mentions": [_remember(row) for row in told.to_dict("records")]}


def mention_target(timeline: Timeline, *mention_ids: str) -> dict:
    """The same for some mentions of an event: those that a split takes out of it."""
    told = timeline.mentions[timeline.mentions["mention_id"].isin(mention_ids)]
    events = sorted(set(told["event_id"]))
    return {"events": events, "mentions": [_remember(row) for row in told.to_dict("records")]}


def _remember(row: dict) -> dict:
    kept = ("mention_id", "event_id", "doc_id", "start", "exact", "prefix", "suffix")
    return {key: int(row[key]) if key == "start" else row[key] for key in kept}


def words_target(timeline: Timeline, doc_id: str, start: int, end: int) -> dict:
    """What an event added by hand remembers: its words in their document, whose bytes may change."""
    documents = timeline.documents
    path = documents.loc[documents["doc_id"] == doc_id, "path"].iloc[0]
    words = quote(timeline.text(doc_id), start, end)
    return {"path": path, "doc_id": doc_id, "start": start, **words._asdict()}


def check_target(check: dict) -> dict:
    """What a settled check remembers: its id and the words of both sides."""
    return {key: check[key] for key in ("check_id", "kind", "exact", "other_exact")}
