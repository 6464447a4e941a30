"""Rows of the events table as items of a layout, or as columns: by category, by document or by entity."""

import datetime
from collections import Counter

import pandas as pd

from timeline.layout.columns import NO_END, NO_START, Columns, columns
from timeline.layout.records import Item
from timeline.plans import modalities
from timeline.tables import LIST_SEPARATOR, Timeline

Day = datetime.date
_ENTITY_LANES = 12


def items_of(timeline: Timeline, by: str = "category") -> list[Item]:
    """The events as items. `by` is category, document (the first to tell it) or entity (the most named)."""
    return columns_of(timeline, by).items()


def columns_of(timeline: Timeline, by: str = "category") -> Columns:
    """The same as columns: what takes long is done once, whatever is then chosen of them."""
    events = timeline.events
    ids = events["event_id"].tolist()
    modality = modalities(timeline)
    days = {text: _ordinal(text) for text in {*events["earliest"].unique(), *events["latest"].unique()}}
    return columns(
        ids, events["name"].tolist(), events["date"].tolist(),
        [days[text] or NO_START for text in events["earliest"].tolist()],
        [days[text] or NO_END for text in events["latest"].tolist()],
        _lane_of(timeline, by), events["importance"].clip(1, 3).tolist(), events["status"].tolist(),
        [modality.get(event_id, "fact") for event_id in ids], events["n_documents"].tolist(),
        _flags(events, "edited"), _flags(events, "starred"), _other_readings(timeline),
    )  # fmt: skip


def _flags(events: pd.DataFrame, column: str) -> list[bool]:
    return events[column].fillna(False).astype(bool).tolist() if column in events else [False] * len(events)


def lane_names(timeline: Timeline, lang: str = "zh") -> dict[str, str]:
    """Titles by doc_id, each behind its siglum, for lanes by document."""
    from timeline import labels

    rows = zip(
        timeline.documents["doc_id"], timeline.documents["title"], timeline.documents["path"], strict=True
    )
    return {
        doc_id: f"{labels.siglum(index, lang)} {title or path}"
        for index, (doc_id, title, path) in enumerate(rows)
    }


def _ordinal(text: str) -> int:
    return Day.fromisoformat(text).toordinal() if text else 0


def _lane_of(timeline: Timeline, by: str) -> list[str]:
    events = timeline.events
    if by == "document":
        first = timeline.mentions.drop_duplicates("event_id").set_index("event_id")["doc_id"]
        return events["event_id"].map(first).fillna("other").tolist()
    if by == "entity":
        named = [cell.split(LIST_SEPARATOR) if cell else [] for cell in events["entities"].tolist()]
        counts = Counter(name for names in named for name in names)
        kept = {
            name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_ENTITY_LANES]
        }
        # The rarest of an event's well-known names says most about it.
        return [
            min((n for n in names if n in kept), key=lambda n: (counts[n], n), default="other")
            for names in named
        ]
    return events["category"].tolist()


def _other_readings(timeline: Timeline) -> dict[str, tuple[tuple[Day, Day], ...]]:
    """Of contradicting events: the bounds told elsewhere that do not meet the event's own."""
    events = timeline.events[timeline.events["status"] == "conflicting"]
    own = {
        row.event_id: (row.earliest, row.latest)
        for row in events[["event_id", "earliest", "latest"]].itertuples()
    }
    found: dict[str, set[tuple[Day, Day]]] = {}
    told = timeline.mentions[timeline.mentions["event_id"].isin(own)]
    for event_id, earliest, latest in zip(told["event_id"], told["earliest"], told["latest"], strict=True):
        first, last = own[event_id]
        if earliest and latest and (earliest > (last or "9999") or latest < (first or "0000")):
            found.setdefault(event_id, set()).add((Day.fromisoformat(earliest), Day.fromisoformat(latest)))
    return {event_id: tuple(sorted(readings))[:3] for event_id, readings in found.items()}
