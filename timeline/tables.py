"""The six tidy tables: their columns, how records become rows, and how rows are chosen.

One row, one fact. `start`/`end` are characters, `earliest`/`latest` ISO days or empty, `date` an
EDTF string, `exact` the quoted words; lists in a cell are joined by "; ".
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

import numpy as np
import pandas as pd

from timeline import edtf, ids, labels
from timeline.model import Block, Check, Day, Document, Event, Extraction, Mention, Observation, Span, Timex
from timeline.text import quote, to_simplified

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
_ROWS = 20_000  # that wait to become columns

FIRST_YEAR, LAST_YEAR = 2005, 2026


class Texts:
    """The documents' texts and blocks by doc_id, loaded when asked for."""

    def __init__(self, load: Callable[[str], tuple[str, tuple[Block, ...]]]) -> None:
        self._load = load
        self._pages: dict[str, tuple[Block, ...]] = {}

    def text(self, doc_id: str) -> str:
        return self._load(doc_id)[0]

    def blocks(self, doc_id: str) -> tuple[Block, ...]:
        return self._load(doc_id)[1]

    def pages(self, doc_id: str) -> tuple[Block, ...]:
        """The blocks of a document that are pages: few, and asked for with every quotation."""
        if doc_id not in self._pages:
            self._pages[doc_id] = tuple(block for block in self.blocks(doc_id) if block.kind == "page")
        return self._pages[doc_id]


@dataclass(frozen=True)
class Timeline:
    """The tables of one collection, and the texts they quote."""

    documents: pd.DataFrame
    times: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    observations: pd.DataFrame
    checks: pd.DataFrame
    texts: Texts = field(repr=False)
    name: str = ""
    skipped: tuple[tuple[str, str], ...] = ()  # (path, reason) of what could not be read
    edits: pd.DataFrame | None = field(default=None, repr=False)  # corrections by hand, where applied

    def text(self, doc_id: str) -> str:
        return self.texts.text(doc_id)

    def blocks(self, doc_id: str) -> tuple[Block, ...]:
        return self.texts.blocks(doc_id)

    def page(self, doc_id: str, start: int) -> int:
        """The page on which a character stands, 0 where the format has no pages."""
        pages = self.texts.pages(doc_id)
        index = bisect.bisect_right(pages, start, key=lambda block: block.start) - 1
        return pages[index].page if index >= 0 else 0

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        return {name: getattr(self, name) for name in COLUMNS}

    @cached_property
    def homes(self) -> np.ndarray:
        """For each mention the place of its event in `events`, -1 where it is not there."""
        return pd.Index(self.events["event_id"]).get_indexer(pd.Index(self.mentions["event_id"]))

    @cached_property
    def searched(self) -> list[str]:
        """What a search looks through, of each event: its words and those of its mentions."""
        words = [list(pair) for pair in zip(*_lists(self.events, "name", "entities"), strict=True)]
        told = _lists(self.mentions, "name", "exact")
        for home, name, exact in zip(self.homes.tolist(), *told, strict=True):
            if home >= 0:
                words[home] += (name, exact.replace("\n", ""))
        cells = ["\n".join(cell).replace("\0", "") for cell in words]
        return to_simplified("\0".join(cells)).casefold().split("\0")[: len(cells)]

    @property
    def n_telling(self) -> int:
        """How many documents tell of the events."""
        return self.mentions["doc_id"].nunique()


def _lists(table: pd.DataFrame, *columns: str) -> list[list[str]]:
    return [table[column].tolist() for column in columns]


class _Part(Timeline):
    """Some events of a whole. Mentions are many and seldom asked for: they are chosen when they are."""

    whole: Timeline
    kept: np.ndarray  # of the whole's mentions

    @classmethod
    def of(cls, whole: Timeline, keep: np.ndarray, **tables: pd.DataFrame) -> _Part:
        part = object.__new__(cls)
        same = {f.name: getattr(whole, f.name) for f in fields(Timeline) if f.name != "mentions"}
        vars(part).update(same, events=whole.events[keep].reset_index(drop=True), **tables)
        vars(part).update(whole=whole, kept=np.append(keep, False)[whole.homes])
        return part

    @cached_property
    def mentions(self) -> pd.DataFrame:
        return self.whole.mentions[self.kept].reset_index(drop=True)

    @property
    def n_telling(self) -> int:
        return self.whole.mentions["doc_id"][self.kept].nunique()


# ── records → rows ───────────────────────────────────────────────────────────────────────────────


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
    extractions: Iterable[Extraction], events: Sequence[Event], checks: Sequence[Check]
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
    for one in extractions:
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
    return {table: rows[table].frame() for table in COLUMNS}


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
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    checks: Sequence[Check],
    *,
    name: str = "",
    skipped: tuple[tuple[str, str], ...] = (),
    texts: Texts | None = None,
) -> Timeline:
    """The tables of all records; `texts` if there is another place for them than memory."""
    tables = to_tables(extractions, events, checks)
    if texts is None:
        stored = {e.document.doc_id: (e.document.text, e.document.blocks) for e in extractions}
        texts = Texts(stored.__getitem__)
    return Timeline(**tables, texts=texts, name=name, skipped=skipped)


# ── choosing rows ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Filters:
    """What a reader chose to see. A filter can do itself (`select`) and say itself (`describe`)."""

    from_year: int = FIRST_YEAR
    to_year: int = LAST_YEAR
    categories: tuple[str, ...] = ()  # empty: all
    documents: tuple[str, ...] = ()  # doc_ids; empty: all
    statuses: tuple[str, ...] = ()
    min_importance: int = 1
    query: str = ""
    starred: bool = False
    from_month: int = 1  # of from_year; to_month of to_year
    to_month: int = 12

    @property
    def years(self) -> tuple[int, int]:
        return self.from_year, self.to_year

    @property
    def whole_years(self) -> bool:
        return (self.from_month, self.to_month) == (1, 12)

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day of the window."""
        return Day(self.from_year, self.from_month, 1), edtf.last_day(self.to_year, self.to_month)

    @property
    def window(self) -> tuple[str, str]:
        """Its ends as an address names them: ("2005", "2026"), ("2021-03", "2021-04")."""
        if self.whole_years:
            return f"{self.from_year:04d}", f"{self.to_year:04d}"
        first, last = self.days
        return first.isoformat()[:7], last.isoformat()[:7]

    def within(self, first: str, last: str) -> Filters:
        """The same in another window, from `first` to `last`: years, months, or days of its months.

        What is no window (an end that cannot be read, or that comes before the beginning) is all years.
        """
        ends = [_WINDOW_END.match(text) for text in (first, last)]
        years = [int(end[1]) if end else 0 for end in ends]
        months = [int(end[2] or n) if end else 0 for end, n in zip(ends, (1, 12), strict=True)]
        if not (1 <= years[0] <= years[1] and all(1 <= month <= 12 for month in months)) or (
            years[0] == years[1] and months[0] > months[1]
        ):
            years, months = [FIRST_YEAR, LAST_YEAR], [1, 12]
        return replace(self, from_year=years[0], to_year=years[1], from_month=months[0], to_month=months[1])

    def span(self, lang: str = "zh", *, unit: bool = False) -> str:
        """The window in words: 2005—2026, 2021, 2021年3月—4月; in Chinese bare years may have their `unit`."""
        if not self.whole_years:
            return edtf.label("/".join(dict.fromkeys(self.window)), lang)
        years = map(str, dict.fromkeys(self.years))
        return "—".join(years) + (" 年" if unit else "") if lang == "zh" else "–".join(years)


_WINDOW_END = re.compile(r"(\d{1,4})(?:-(\d\d))?(?:-\d\d)?\Z", re.ASCII)


def _meets(table: pd.DataFrame, filters: Filters) -> pd.Series:
    first, last = (day.isoformat() for day in filters.days)
    latest = table["latest"].where(table["latest"] != "", "9999")
    return (table["earliest"] <= last) & (latest >= first)


def _found(timeline: Timeline, query: str) -> np.ndarray:
    """Of each event: whether its headline, entities or evidence contain every word of `query`."""
    words = [to_simplified(word).casefold() for word in query.split()]
    return np.array([all(word in text for word in words) for text in timeline.searched], dtype=bool)


def chosen(timeline: Timeline, filters: Filters) -> pd.Series:
    """Which events `filters` let through."""
    events = timeline.events
    keep = _meets(events, filters) & (events["importance"] >= filters.min_importance)
    if filters.categories:
        keep &= events["category"].isin(filters.categories)
    if filters.statuses:
        keep &= events["status"].isin(filters.statuses)
    if filters.documents:
        told = timeline.homes[timeline.mentions["doc_id"].isin(filters.documents).to_numpy()]
        keep &= np.isin(np.arange(len(events)), told)
    if filters.query.strip():
        keep &= _found(timeline, filters.query)
    if filters.starred and "starred" in events:
        keep &= events["starred"]
    return keep


def select(timeline: Timeline, filters: Filters) -> Timeline:
    """The part of a timeline that `filters` let through: events, then what belongs to them."""
    return _Part.of(
        timeline,
        chosen(timeline, filters).to_numpy(dtype=bool),
        documents=_of_documents(timeline.documents, filters),
        times=_of_documents(timeline.times, filters),
        observations=_chosen_observations(timeline.observations, filters),
        checks=_of_documents(timeline.checks, filters, "other_doc_id"),
    )


def _of_documents(table: pd.DataFrame, filters: Filters, other: str = "") -> pd.DataFrame:
    if not filters.documents:
        return table
    keep = table["doc_id"].isin(filters.documents)
    if other:
        keep |= table[other].isin(filters.documents)
    return table[keep].reset_index(drop=True)


def _chosen_observations(observations: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    told = _of_documents(observations, filters)
    return told[(told["earliest"] == "") | _meets(told, filters)].reset_index(drop=True)


def outside(timeline: Timeline, filters: Filters) -> tuple[int, int]:
    """How many events lie wholly before and after the chosen window."""
    events, (first, last) = timeline.events, filters.days
    latest = events["latest"].where(events["latest"] != "", "9999")
    before = (latest < first.isoformat()).sum()
    after = (events["earliest"] > last.isoformat()).sum()
    return int(before), int(after)


def years(timeline: Timeline) -> tuple[int, int]:
    """First and last year that any event touches, at least 2005–2026."""
    days = [day for column in ("earliest", "latest") for day in timeline.events[column] if day]
    spoken = [int(day[:4]) for day in days]
    return min([FIRST_YEAR, *spoken]), max([LAST_YEAR, *spoken])


_IMPORTANCE = {"zh": {2: "要点以上", 3: "里程碑"}, "en": {2: "key points and milestones", 3: "milestones"}}


def describe(filters: Filters, lang: str = "zh", titles: dict[str, str] | None = None) -> str:
    """The filters in one sentence. `titles` gives document titles by doc_id."""
    zh = lang == "zh"
    parts = [filters.span(lang, unit=True)]
    if filters.min_importance > 1:
        parts.append(_IMPORTANCE[lang][filters.min_importance])
    if filters.categories:
        names = [labels.category(code, lang) for code in filters.categories]
        parts.append(("类别：" if zh else "categories: ") + ("、" if zh else ", ").join(names))
    if filters.statuses:
        names = [labels.status(code, lang) for code in filters.statuses]
        parts.append(("出处：" if zh else "sources: ") + ("、" if zh else ", ").join(names))
    if filters.documents:
        names = [(titles or {}).get(doc_id) or doc_id for doc_id in filters.documents]
        parts.append(("文档：" if zh else "documents: ") + ("、" if zh else ", ").join(names))
    if filters.query.strip():
        parts.append(f"搜索「{filters.query.strip()}」" if zh else f"search “{filters.query.strip()}”")
    if filters.starred:
        parts.append("只看星标" if zh else "starred only")
    return ("；" if zh else "; ").join(parts)
