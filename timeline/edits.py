"""Corrections by hand: kept apart from the build, applied on top of it, undone at will.

An edit is a row in an SQLite file beside the dataset folder: when, who, what kind, which event (its
mentions' ids and quotes), before, after. Rows are only ever added or marked as undone, so two people
at once lose nothing. After a rebuild an edit finds its event by a mention's id; where the text
around a quotation moved, by the quotation itself; where neither is found it stays, unattached.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from timeline import edtf, ids
from timeline.errors import UserError
from timeline.model import CATEGORIES
from timeline.tables import COLUMNS, LIST_SEPARATOR, Timeline, frame
from timeline.text import quote

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
        self._mark(edit_id, datetime.now(UTC).isoformat(timespec="seconds"))

    def redo(self, edit_id: int) -> None:
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
    told = timeline.mentions[timeline.mentions["mention_id"].isin(mention_ids)]
    events = sorted(set(told["event_id"]))
    return {"events": events, "mentions": [_remember(row) for row in told.to_dict("records")]}


def _remember(row: dict) -> dict:
    kept = ("mention_id", "event_id", "doc_id", "start", "exact", "prefix", "suffix")
    return {key: int(row[key]) if key == "start" else row[key] for key in kept}


# ── finding the event again ──────────────────────────────────────────────────────────────────────


def _attach(mentions: pd.DataFrame, wanted: Sequence[dict]) -> list[str]:
    """The ids, in today's table, of the mentions that an edit remembers."""
    known = set(mentions["mention_id"])
    found = []
    for memory in wanted:
        if memory["mention_id"] in known:
            found.append(memory["mention_id"])
        elif memory["exact"] and (moved := _moved(mentions, memory)):
            found.append(moved)
    return found


def _plain(words: str) -> str:
    return "".join(words.split())


def _moved(mentions: pd.DataFrame, memory: dict) -> str:
    """The mention with the same words whose context fits best; the same document is preferred."""
    same = mentions[mentions["exact"].map(_plain) == _plain(memory["exact"])]
    if same.empty:
        return ""

    def fit(row: dict) -> tuple:
        context = sum(
            a == b
            for mine, its in (
                (row["prefix"][::-1], memory["prefix"][::-1]),
                (row["suffix"], memory["suffix"]),
            )
            for a, b in zip(mine, its, strict=False)
        )
        return row["doc_id"] == memory["doc_id"], context, -abs(int(row["start"]) - memory["start"])

    return max(same.to_dict("records"), key=fit)["mention_id"]


# ── applying ─────────────────────────────────────────────────────────────────────────────────────


class _Draft:
    """The tables while edits are applied to them."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.events = timeline.events.assign(edited=False, starred=False, hidden=False).set_index(
            "event_id", drop=False
        )
        self.mentions = timeline.mentions.copy()
        self.checks = timeline.checks.assign(settled=False)

    def event_of(self, edit: Edit) -> list[str]:
        """Today's events of the mentions that the edit remembers, the one with most of them first."""
        found = _attach(self.mentions, edit.target.get("mentions", ()))
        homes = self.mentions.set_index("mention_id")["event_id"]
        counts: dict[str, int] = {}
        for mention in found:
            counts[homes[mention]] = counts.get(homes[mention], 0) + 1
        return sorted(counts, key=lambda event: (-counts[event], event))

    def set(self, event: str, **values: object) -> None:
        for column, value in values.items():
            self.events.loc[event, column] = value

    def recount(self, *event_ids: str) -> None:
        """Counts, status and people of events whose mentions changed; empty events go."""
        for event in event_ids:
            told = self.mentions[self.mentions["event_id"] == event]
            if told.empty:
                self.events = self.events.drop(event)
                continue
            documents = told["doc_id"].nunique()
            apart = told["earliest"].max() > told["latest"].min()
            status = "conflicting" if apart else "agreed" if documents > 1 else "single"
            people = dict.fromkeys(p for cell in told["entities"] for p in cell.split(LIST_SEPARATOR) if p)
            self.set(
                event,
                n_mentions=len(told),
                n_documents=documents,
                status=status,
                entities=LIST_SEPARATOR.join(people),
                edited=True,
            )

    def new_event(self, event: str, mention: dict) -> None:
        row = {column: mention.get(column, "") for column in COLUMNS["events"]}
        row |= {"event_id": event, "status": "single", "n_mentions": 1, "n_documents": 1}
        made = frame("events", [tuple(row[column] for column in COLUMNS["events"])])
        made = made.assign(edited=True, starred=False, hidden=False).set_index("event_id", drop=False)
        self.events = pd.concat([self.events, made])


def _set_date(draft: _Draft, edit: Edit, event: str) -> None:
    value = str(edit.after)
    earliest, latest = edtf.bounds(value)
    days = {"earliest": str(earliest), "latest": str(latest)}
    draft.set(event, date=value, precision=edtf.precision(value), edited=True, **days)


def _set(column: str) -> Callable[[_Draft, Edit, str], None]:
    return lambda draft, edit, event: draft.set(event, **{column: edit.after, "edited": True})


def _flag(column: str) -> Callable[[_Draft, Edit, str], None]:
    return lambda draft, edit, event: draft.set(event, **{column: bool(edit.after)})


def _merge(draft: _Draft, edit: Edit, event: str) -> None:
    others = [e for e in draft.event_of(edit) if e != event]
    keep = edit.after if edit.after in (event, *others) else event
    joined = [e for e in (event, *others) if e != keep]
    importance = int(draft.events.loc[[keep, *joined], "importance"].max())
    draft.mentions.loc[draft.mentions["event_id"].isin(joined), "event_id"] = keep
    draft.set(str(keep), importance=importance)
    draft.recount(str(keep), *joined)


def _split(draft: _Draft, edit: Edit, event: str) -> None:
    moved = _attach(draft.mentions, edit.target.get("mentions", ()))
    rows = draft.mentions[draft.mentions["mention_id"].isin(moved)]
    if rows.empty or len(rows) == (draft.mentions["event_id"] == event).sum():
        return  # nothing would stay behind
    new = ids.digest("e", "split", *sorted(moved))
    draft.new_event(new, rows.iloc[0].to_dict())
    draft.mentions.loc[rows.index, "event_id"] = new
    draft.recount(event, new)


def _add(draft: _Draft, edit: Edit, event: str) -> None:
    """An event by hand: `after` has doc_id, start, end, date, name, category, importance."""
    made = edit.after
    if not isinstance(made, dict) or made["doc_id"] not in set(draft.timeline.documents["doc_id"]):
        return
    text, start, end = draft.timeline.text(made["doc_id"]), int(made["start"]), int(made["end"])
    earliest, latest = edtf.bounds(made["date"])
    words = quote(text, start, end)
    row = {
        **made, **words._asdict(), "mention_id": ids.digest("m", "hand", edit.edit_id),
        "event_id": ids.digest("e", "hand", edit.edit_id), "time_start": start, "time_end": start,
        "earliest": str(earliest), "latest": str(latest), "precision": edtf.precision(made["date"]),
        "modality": made.get("modality", "fact"), "entities": made.get("entities", ""), "rule": "by hand",
    }  # fmt: skip
    cells = tuple(row.get(column, "") for column in COLUMNS["mentions"])
    draft.mentions = pd.concat([draft.mentions, frame("mentions", [cells])], ignore_index=True)
    draft.new_event(row["event_id"], row)


def _settle(draft: _Draft, edit: Edit, event: str) -> None:
    draft.checks.loc[draft.checks["check_id"] == edit.target.get("check_id"), "settled"] = bool(edit.after)


KINDS: dict[str, Callable[[_Draft, Edit, str], None]] = {
    "date": _set_date,
    "name": _set("name"),
    "category": _set("category"),
    "importance": _set("importance"),
    "star": _flag("starred"),
    "hide": _flag("hidden"),
    "merge": _merge,
    "split": _split,
    "add": _add,
    "settle": _settle,
}
_NO_EVENT = {"add", "settle"}


def apply(timeline: Timeline, edits: Edits | Sequence[Edit]) -> Timeline:
    """The timeline with the edits on top: `edited` and `starred` in events, `settled` in checks.

    Hidden events are left out. `Timeline.edits` lists every edit that counts, and whether its event
    was found (`attached`).
    """
    history = edits.history() if isinstance(edits, Edits) else edits
    draft = _Draft(timeline)
    rows = []
    for edit in history:
        if edit.undone:
            continue
        events = [] if edit.kind in _NO_EVENT else draft.event_of(edit)
        attached = bool(events) or edit.kind in _NO_EVENT
        if attached:
            KINDS[edit.kind](draft, edit, events[0] if events else "")
        cells = (_json(edit.before), _json(edit.after))
        rows.append(
            (edit.edit_id, edit.at, edit.who, edit.kind, events[0] if events else "", *cells, attached)
        )
    columns = ["edit_id", "at", "who", "kind", "event_id", "before", "after", "attached"]
    hidden = set(draft.events.loc[draft.events["hidden"], "event_id"])
    events_now = draft.events[~draft.events["hidden"]].drop(columns="hidden").reset_index(drop=True)
    return replace(
        timeline,
        events=events_now.sort_values(["earliest", "latest", "event_id"]).reset_index(drop=True),
        mentions=draft.mentions[~draft.mentions["event_id"].isin(hidden)].reset_index(drop=True),
        checks=draft.checks,
        edits=pd.DataFrame(rows, columns=columns),
    )
