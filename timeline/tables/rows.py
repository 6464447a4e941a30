"""Records become rows, and rows tables: an extraction after the other, so that none has to be kept."""

import bisect
from collections.abc import Sequence

import pandas as pd

from timeline import edtf, ids
from timeline.model import Check, Day, Document, Event, Extraction, Mention, Observation, Span, Timex
from timeline.progress import Tell, each, quiet
from timeline.tables.columns import COLUMNS, LIST_SEPARATOR, frame
from timeline.tables.timelines import Texts, Timeline
from timeline.text import quote

_ROWS = 4_000  # that wait to become columns


def _day(day: Day | None) -> str:
    return day.isoformat() if day else ""


def _document_row(document: Document) -> tuple:
    d = document
    return (
        d.doc_id, d.path, d.title, d.author, d.publisher, d.date_published, d.date_basis,
        d.script, d.language, d.encoding, d.media_type, len(d.text), d.sha256,
    )  # fmt: skip


def _mention_row(mention: Mention, event_id: str, text: str) -> tuple:
    m, t = mention, mention.timex
    return (
        ids.mention_id(m), event_id, m.doc_id, m.start, m.end, *quote(text, m.start, m.end),
        t.start, t.end, text[t.start : t.end], m.date, _day(m.earliest), _day(m.latest),
        edtf.precision(m.date), m.name, m.category, LIST_SEPARATOR.join(m.entities),
        m.importance, m.modality, m.rule,
    )  # fmt: skip


def _time_row(t: Timex) -> tuple:
    return (
        t.doc_id, t.start, t.end, t.text, t.type, t.value, _day(t.earliest), _day(t.latest), t.anchor, t.rule,
    )  # fmt: skip


def _event_row(event: Event) -> tuple:
    e = event
    return (
        e.event_id, e.name, e.date, _day(e.earliest), _day(e.latest), edtf.precision(e.date),
        e.category, LIST_SEPARATOR.join(e.entities), e.importance, e.status,
        len(e.mentions), len({m.doc_id for m in e.mentions}),
    )  # fmt: skip


def _observation_row(observation: Observation, event_id: str, text: str) -> tuple:
    o, q = observation, observation.quantity
    return (
        ids.observation_id(o), event_id, o.doc_id, q.start, q.end, *quote(text, q.start, q.end),
        text[q.start : q.end], o.about, o.property, q.value, q.low, q.high, q.unit, q.unit_text,
        q.comparator, o.change, o.date, _day(o.earliest), _day(o.latest), o.rule,
    )  # fmt: skip


def _check_row(check: Check, exact: dict[Span, str]) -> tuple:
    c, other = check, check.other
    check_id = ids.digest("c", c.kind, *c.span, *(other or ()))
    return (
        check_id, c.kind, c.severity, c.message, *c.span, exact[c.span],
        *((*other, exact[other]) if other else ("", None, None, "")), LIST_SEPARATOR.join(c.event_ids),
    )  # fmt: skip


def _home_events(events: Sequence[Event]) -> dict[str, list[tuple[int, int, str]]]:
    """By document: the evidence of its mentions with their event, shortest first."""
    homes: dict[str, list[tuple[int, int, str]]] = {}
    for event in events:
        for mention in event.mentions:
            homes.setdefault(mention.doc_id, []).append((mention.start, mention.end, event.event_id))
    for places in homes.values():
        places.sort()
    return homes


def _event_of(observation: Observation, homes: dict[str, list[tuple[int, int, str]]]) -> str:
    """The event whose evidence holds the number (the shortest one), or ""."""
    places = homes.get(observation.doc_id, [])
    q = observation.quantity
    last = bisect.bisect_right(places, (q.start, float("inf"), ""))
    # Evidence is a clause or a sentence: what holds the number starts among the few before it.
    around = [p for p in places[max(0, last - 12) : last] if p[0] <= q.start and q.end <= p[1]]
    return min(around, key=lambda place: (place[1] - place[0], place[2]))[2] if around else ""


def to_tables(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    checks: Sequence[Check],
    tell: Tell = quiet,
) -> dict[str, pd.DataFrame]:
    """Records to the six tables, in document order, events and mentions by date.

    The extractions are gone through once, and none is kept.
    """
    homes = _home_events(events)
    ordered = sorted(events, key=lambda e: (e.earliest, e.latest, e.event_id))
    tellings = [(m, event.event_id) for event in ordered for m in event.mentions]
    told, quoted = _by_document(tellings, checks)
    rows = {table: _Rows(table) for table in COLUMNS}
    mention_rows: list[tuple] = [()] * len(tellings)
    exact: dict[Span, str] = {}
    for one in each(extractions, tell):
        text, doc_id = one.document.text, one.document.doc_id
        rows["documents"].add(_document_row(one.document))
        for t in one.times:
            rows["times"].add(_time_row(t))
        for o in one.observations:
            rows["observations"].add(_observation_row(o, _event_of(o, homes), text))
        for index in told.get(doc_id, ()):
            mention_rows[index] = _mention_row(*tellings[index], text)
        exact |= {span: text[span.start : span.end] for span in quoted.get(doc_id, ())}
    for table, made in (
        ("mentions", mention_rows),
        ("events", map(_event_row, ordered)),
        ("checks", (_check_row(check, exact) for check in checks)),
    ):
        for row in made:
            rows[table].add(row)
    return {table: rows.pop(table).frame() for table in COLUMNS}


def _by_document(
    tellings: Sequence[tuple[Mention, str]], checks: Sequence[Check]
) -> tuple[dict[str, list[int]], dict[str, list[Span]]]:
    """By doc_id: the places of its mentions in `tellings`, and the spans that checks quote from it."""
    told: dict[str, list[int]] = {}
    for index, (mention, _) in enumerate(tellings):
        told.setdefault(mention.doc_id, []).append(index)
    quoted: dict[str, list[Span]] = {}
    for check in checks:
        for span in (check.span, *([check.other] if check.other else ())):
            quoted.setdefault(span.doc_id, []).append(span)
    return told, quoted


class _Rows:
    """A table that grows: rows become columns before there are many of them, which take less room."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.frames: list[pd.DataFrame] = []
        self.rows: list[tuple] = []

    def add(self, row: tuple) -> None:
        self.rows.append(row)
        if len(self.rows) >= _ROWS:
            self.frames.append(frame(self.table, self.rows))
            self.rows = []

    def frame(self) -> pd.DataFrame:
        last = frame(self.table, self.rows)
        return pd.concat([*self.frames, last], ignore_index=True) if self.frames else last


def to_timeline(
    extractions: Sequence[Extraction], events: Sequence[Event], checks: Sequence[Check], *, name: str = "",
    skipped: tuple[tuple[str, str], ...] = (), texts: Texts | None = None, tell: Tell = quiet,
) -> Timeline:  # fmt: skip
    """The tables of all records; `texts` if there is another place for them than memory."""
    tables = to_tables(extractions, events, checks, tell)
    if texts is None:
        stored = {e.document.doc_id: (e.document.text, e.document.blocks) for e in extractions}
        texts = Texts(stored.__getitem__)
    return Timeline(**tables, texts=texts, name=name, skipped=skipped)
