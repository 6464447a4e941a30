"""The records that flow from a document to the tables.

Vocabulary: `start`/`end` are 0-based Unicode character offsets into `Document.text`, end
excluded (W3C TextPositionSelector, RFC 5147); `earliest`/`latest` are days; `date` and
`date_published` are EDTF strings (ISO 8601-2); `exact` is quoted text; `value` is normalised;
`name` is what people read. Records are immutable; collections of records are tuples.
"""

import datetime
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Day = datetime.date

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Modality = Literal["fact", "plan", "forecast", "hypothetical", "denied"]
Status = Literal["single", "agreed", "conflicting"]
Change = Literal["none", "increase", "decrease", "multiple"]
Comparator = Literal["=", "≈", "≥", "≤", ">", "<"]
Severity = Literal["error", "warning", "note"]

CATEGORIES = (
    "founding", "product", "finance", "strategy", "organization", "marketing",
    "community", "market", "automotive", "policy", "external", "other",
)  # fmt: skip
CHECK_KINDS = (
    "date", "value", "duration", "impossible_date",
    "anachronism", "wording", "unresolved", "unreadable",
)  # fmt: skip


class Span(NamedTuple):
    """A stretch of one document's text."""

    doc_id: str
    start: int
    end: int


class Quote(NamedTuple):
    """W3C TextQuoteSelector: the exact words, with 32 characters on either side."""

    exact: str
    prefix: str
    suffix: str


class Block(NamedTuple):
    """A structural part of a document: where a heading, a list item, a table cell stands.

    `kind` is one of heading, paragraph, list, row, cell, mail (quoted mail), page, front matter.
    `level` is the heading's depth, `date` an EDTF date that holds for the block (a quoted mail's
    own date, a column head's year), `page` the page number in a paged format.
    """

    start: int
    end: int
    kind: str
    level: int = 0
    date: str = ""
    page: int = 0


class Problem(NamedTuple):
    """A stretch that could not be read, and why (becomes a check of kind `unreadable`)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read: schema.org CreativeWork, with its text untouched but for the BOM."""

    doc_id: str  # first 12 hex digits of the bytes' sha256
    path: str  # several paths of the same bytes are joined by "; "
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date_published: str = ""  # EDTF; "" is unknown
    date_basis: str = ""  # how the date was found: manifest, front matter, mail header, inferred …
    script: str = ""  # Hans, Hant, Latn
    language: str = ""  # zh, en
    encoding: str = ""
    media_type: str = "text/plain"
    sha256: str = ""
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


class Timex(NamedTuple):
    """A time expression (TIMEX3) as found, and as resolved.

    `value` is an EDTF date (DATE, TIME), an ISO 8601 duration (DURATION) or a recurring pattern
    (SET); "" where it could not be resolved. `earliest`/`latest` are None unless the expression
    could be placed on the calendar (`anchored`): a DURATION whose two ends are known has both.
    `anchor` says what it was resolved against: "" for an expression complete in itself,
    "document 2022", "text 2010 [5:10]" (the antecedent's EDTF value and its place), or
    "unresolved: <reason>". `rule` names the rule in words.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    earliest: Day | None = None
    latest: Day | None = None
    anchor: str = ""
    rule: str = ""
    doc_id: str = ""

    @property
    def span(self) -> Span:
        return Span(self.doc_id, self.start, self.end)

    @property
    def anchored(self) -> bool:
        return self.earliest is not None


class Quantity(NamedTuple):
    """A number with its unit: schema.org QuantitativeValue, money in ISO 4217.

    `value` is in base units (41万亿元 is 41000000000000 CNY; 14 % is 14 percent) and None for a
    range, whose ends are `low` and `high`; a bound fills the one end it states. `unit` is the
    lexicon's code (CNY, percent, persons, units, km, rank, …), "" for a bare number; `unit_text`
    the unit as written.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    unit_text: str = ""
    comparator: Comparator = "="
    rule: str = ""
    doc_id: str = ""

    @property
    def span(self) -> Span:
        return Span(self.doc_id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """One document's telling of one event: the clause that says so, and its time."""

    doc_id: str
    start: int
    end: int
    timex: Timex
    date: str  # EDTF, what the clause's time means for this event (a range may start at timex)
    earliest: Day
    latest: Day
    name: str  # 24 characters (30 where it would be cut in two), Simplified, a subject and a verb
    category: str
    entities: tuple[str, ...] = ()
    importance: int = 1
    modality: Modality = "fact"
    rule: str = ""  # how the date came to the clause, in words

    @property
    def span(self) -> Span:
        return Span(self.doc_id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Observation:
    """A quantity, what it measures, of whom, and when it holds (schema.org Observation)."""

    doc_id: str
    about: str
    property: str  # snake_case name from the lexicon of measures
    quantity: Quantity
    timex: Timex | None = None
    date: str = ""
    earliest: Day | None = None
    latest: Day | None = None
    change: Change = "none"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world event, with every mention of it (schema.org Event)."""

    event_id: str
    name: str
    date: str
    earliest: Day
    latest: Day
    category: str
    entities: tuple[str, ...]
    importance: int
    status: Status
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()  # why its mentions were joined, in words


@dataclass(frozen=True, slots=True)
class Check:
    """Something that does not add up, or was left open: both sides, and what would settle it."""

    kind: str
    severity: Severity
    message: str
    span: Span
    other: Span | None = None
    settle: str = ""
    event_ids: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document yields on its own, before documents are compared."""

    document: Document
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]
    observations: tuple[Observation, ...]
