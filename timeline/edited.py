"""The tables with the corrections by hand on top of them: what each kind of correction does."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from timeline import edtf, ids
from timeline.drafts import Draft, plain
from timeline.edits import Edit, Edits
from timeline.tables import Timeline
from timeline.text import quote

_TOLD = ["edit_id", "at", "who", "kind", "event_id", "before", "after", "attached"]


def apply(timeline: Timeline, edits: Edits | Sequence[Edit]) -> Timeline:
    """The timeline with the edits on top: `edited` and `starred` in events, `settled` in checks.

    Hidden events are left out. `Timeline.edits` lists every edit that counts, and whether its event
    was found (`attached`).
    """
    history = edits.history() if isinstance(edits, Edits) else edits
    draft = Draft(timeline)
    rows = []
    for edit in history:
        if edit.undone:
            continue
        event = _CHANGES[edit.kind](draft, edit)
        before, after = (json.dumps(value, ensure_ascii=False) for value in (edit.before, edit.after))
        attached = event is not None
        rows.append((edit.edit_id, edit.at, edit.who, edit.kind, event or "", before, after, attached))
    events, mentions = draft.events(), draft.mentions()
    hidden = set(events.loc[events["hidden"], "event_id"])
    if hidden:
        events, mentions = (
            table[~table["event_id"].isin(hidden)].reset_index(drop=True) for table in (events, mentions)
        )
    return replace(
        timeline,
        events=events.drop(columns="hidden"),
        mentions=mentions,
        checks=draft.checks(),
        edits=pd.DataFrame(rows, columns=_TOLD),
    )


# ── the kinds of edit: each tells the event that it changed, None where it found nothing ────────

_Change = Callable[[Draft, Edit], str | None]


def _of_event(change: Callable[[Draft, Edit, str], None]) -> _Change:
    """A change of the one event that the edit was made on."""

    def changed(draft: Draft, edit: Edit) -> str | None:
        for event in draft.events_of(edit)[:1]:
            change(draft, edit, event)
            return event
        return None

    return changed


def _set(column: str) -> _Change:
    return _of_event(lambda draft, edit, event: draft.put(event, **{column: edit.after, "edited": True}))


def _flag(column: str) -> _Change:
    return _of_event(lambda draft, edit, event: draft.put(event, **{column: bool(edit.after)}))


@_of_event
def _set_date(draft: Draft, edit: Edit, event: str) -> None:
    value = str(edit.after)
    earliest, latest = edtf.bounds(value)
    days = {"earliest": str(earliest), "latest": str(latest)}
    draft.put(event, date=value, precision=edtf.precision(value), edited=True, **days)


def _merge(draft: Draft, edit: Edit) -> str | None:
    events = draft.events_of(edit)
    if not events:
        return None
    keep = edit.after if isinstance(edit.after, str) and edit.after in events else events[0]
    importance = max(int(str(draft.value(event, "importance"))) for event in events)
    moved = [mention for event in events if event != keep for mention in draft.members[event]]
    if moved:
        draft.put(keep, importance=importance)
        draft.move(moved, keep)
    return keep


def _split(draft: Draft, edit: Edit) -> str | None:
    if not (events := draft.events_of(edit)):
        return None
    event, moved = events[0], draft.attach(edit)
    if len(moved) == len(draft.members[event]):
        return event  # nothing would stay behind
    new = ids.digest("e", "split", *sorted(moved))
    draft.make(new, draft.mention(moved[0]))
    draft.move(moved, new)
    return event


def _add(draft: Draft, edit: Edit) -> str | None:
    """An event by hand: `after` has doc_id, start, end, date, name, category, importance."""
    made, place = edit.after, draft.place(edit)
    if place is None or not isinstance(made, dict):
        return None
    doc_id, start, end = place
    earliest, latest = edtf.bounds(made["date"])
    mention, event = (ids.digest(kind, "hand", edit.edit_id) for kind in ("m", "e"))
    words = quote(draft.timeline.text(doc_id), start, end)
    row = {
        "modality": "fact", "entities": "", **made, **words._asdict(), "mention_id": mention, "event_id": event,
        "doc_id": doc_id, "start": start, "end": end, "time_start": start, "time_end": start,
        "earliest": str(earliest), "latest": str(latest), "precision": edtf.precision(made["date"]),
        "rule": "by hand",
    }  # fmt: skip
    draft.told[mention] = row
    draft.homes[mention] = event
    draft.make(event, row)
    draft.members[event] = [mention]
    return event


def _settle(draft: Draft, edit: Edit) -> str | None:
    """A check is found by its id, or by the words of both its sides."""
    memory = edit.target
    words = (memory.get("kind", ""), plain(memory.get("exact", "")), plain(memory.get("other_exact", "")))
    known = memory["check_id"] in draft.check_ids
    check = memory["check_id"] if known else draft.checks_by_words.get(words)
    if check is None:
        return None
    draft.settled[check] = bool(edit.after)
    return ""


_CHANGES: dict[str, _Change] = {
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
