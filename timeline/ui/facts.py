"""What the drawer tells of one fact: an event, a number or a time, gathered from the tables. Pure.

A *fact id* is an event_id, an observation_id, or `doc_id:start` of a time expression.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from timeline import labels
from timeline.tables import Timeline
from timeline.wraps import find_wraps

_NEAR = 1500  # characters on either side that tell how wide a text was set
_LONGEST_WORD = 24  # Latin letters that are not torn in two at the border of a quotation
AROUND = 64  # characters of context on either side of the evidence

_HAN = re.compile(r"[\u3400-\u9fff]")
_BREAK = re.compile(r"[ \t\u2003\u3000]*\r?[\n\u2003][ \t\u2003\u3000\r\n]*")


class Piece(NamedTuple):
    """A stretch of a passage; `role` is context, evidence or time (the evidence's time words)."""

    words: str
    role: str


@dataclass(frozen=True)
class Telling:
    """One document's telling: the row of its table, and the row of the time it rests on."""

    row: dict
    time: dict | None = None


@dataclass(frozen=True)
class Fact:
    """`row` is the fact's own row; `kind` is event, number or time."""

    kind: str
    fact_id: str
    row: dict
    tellings: tuple[Telling, ...] = ()
    numbers: tuple[dict, ...] = ()  # observations within an event's evidence
    event: dict | None = None  # the event whose evidence holds a number or a time
    corrections: tuple[dict, ...] = field(default=())  # edits that changed the event
    neighbours: tuple[tuple[str, str], ...] = ()  # other events told in the same words: id, name

    @property
    def first(self) -> Telling:
        return self.tellings[0]


def find(timeline: Timeline, fact_id: str) -> Fact | None:
    """The fact of that id, or None where the collection has none."""
    if ":" in fact_id:
        return _time_fact(timeline, fact_id)
    events = timeline.events
    rows = events[events["event_id"] == fact_id].to_dict("records")
    if rows:
        return _event_fact(timeline, rows[0])
    observations = timeline.observations
    rows = observations[observations["observation_id"] == fact_id].to_dict("records")
    return _number_fact(timeline, rows[0]) if rows else None


def _event_fact(timeline: Timeline, event: dict) -> Fact:
    mentions, observations = timeline.mentions, timeline.observations
    told = mentions[mentions["event_id"] == event["event_id"]].to_dict("records")
    # What the timeline draws comes first: the telling with the event's own date and headline.
    told.sort(key=lambda row: (row["date"] != event["date"], row["name"] != event["name"]))
    numbers = observations[observations["event_id"] == event["event_id"]].to_dict("records")
    tellings = tuple(
        Telling(row, _time_at(timeline, row["doc_id"], row["time_start"], row["time_end"])) for row in told
    )
    return Fact(
        "event", event["event_id"], event, tellings, tuple(numbers),
        corrections=_corrections(timeline, event["event_id"]), neighbours=_neighbours(timeline, told[0]),
    )  # fmt: skip


def _neighbours(timeline: Timeline, told: dict) -> tuple[tuple[str, str], ...]:
    """Events whose evidence shares words with that telling."""
    mentions = timeline.mentions
    near = mentions[
        (mentions["doc_id"] == told["doc_id"])
        & (mentions["start"] < told["end"])
        & (mentions["end"] > told["start"])
        & (mentions["event_id"] != told["event_id"])
    ]
    pairs = zip(near["event_id"], near["name"], strict=True)
    return tuple(dict(pairs).items())


def _corrections(timeline: Timeline, event_id: str) -> tuple[dict, ...]:
    edits = getattr(timeline, "edits", None)
    if edits is None or edits.empty:
        return ()
    return tuple(edits[edits["event_id"] == event_id].to_dict("records"))


def _number_fact(timeline: Timeline, row: dict) -> Fact:
    time = None
    if row["earliest"] or row["date"]:
        time = _time_near(timeline, row)
    return Fact(
        "number", row["observation_id"], row, (Telling(row, time),), event=_event(timeline, row["event_id"])
    )


def _time_fact(timeline: Timeline, fact_id: str) -> Fact | None:
    doc_id, _, start = fact_id.partition(":")
    if not start.isdecimal():
        return None
    row = _time_at(timeline, doc_id, int(start))
    if row is None:
        return None
    mentions = timeline.mentions
    told = mentions[
        (mentions["doc_id"] == doc_id) & (mentions["start"] <= row["start"]) & (mentions["end"] >= row["end"])
    ]
    event_id = told.iloc[0]["event_id"] if len(told) else ""
    return Fact("time", fact_id, row, (Telling(row, row),), event=_event(timeline, event_id))


def _event(timeline: Timeline, event_id: str) -> dict | None:
    if not event_id:
        return None
    rows = timeline.events[timeline.events["event_id"] == event_id].to_dict("records")
    return rows[0] if rows else None


def _time_at(timeline: Timeline, doc_id: str, start: object, end: object = None) -> dict | None:
    times = timeline.times
    if start is None or pd.isna(start):
        return None
    found = times[(times["doc_id"] == doc_id) & (times["start"] == start)]
    if end is not None and len(found) > 1:
        found = found[found["end"] == end] if (found["end"] == end).any() else found
    return found.iloc[0].to_dict() if len(found) else None


def _time_near(timeline: Timeline, row: dict) -> dict | None:
    """The time expression that gives an observation its date: the nearest with the same bounds."""
    times = timeline.times
    same = times[
        (times["doc_id"] == row["doc_id"])
        & (times["earliest"] == row["earliest"])
        & (times["latest"] == row["latest"])
    ]
    if same.empty:
        return None
    return same.iloc[int((same["start"] - row["start"]).abs().astype(int).to_numpy().argmin())].to_dict()


# ── a quotation in its context ───────────────────────────────────────────────────────────────────


def language(words: str) -> str:
    """The language tag of quoted words: zh where any of them is Chinese."""
    return "zh" if _HAN.search(words) else "en"


def _dots(words: str) -> str:
    """What marks an omission in the language of a quotation."""
    return "……" if language(words) == "zh" else "…"


def flow(words: str) -> str:
    """Lines that were wrapped by hand run on: Chinese without a blank, Latin with one."""

    def joined(match: re.Match[str]) -> str:
        text = match.string
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        if "\u2003" in match[0]:
            return "\u2003"
        return " " if before.isascii() and after.isascii() and (before + after).strip() else ""

    return _BREAK.sub(joined, words)


def times_in(timeline: Timeline, doc_id: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The places of the times that a stretch of a document holds."""
    times = timeline.times
    held = times[(times["doc_id"] == doc_id) & (times["start"] >= start) & (times["end"] <= end)]
    return tuple(zip(held["start"].astype(int), held["end"].astype(int), strict=True))


def passage(
    text: str, start: int, end: int, strong: tuple[tuple[int, int], ...] = (), around: int = AROUND
) -> list[Piece]:
    """text[start:end] as evidence with `around` characters on either side; `strong` are its time words."""
    first = _apart(text, max(0, start - around), start)
    last = _apart(text, min(len(text), end + around), end)
    dots, ends = _dots(text[start:end]), last < len(text)
    text = _paragraphs(text, first, last)
    pieces = [Piece(dots + flow(text[first:start]).lstrip(" ") if first else flow(text[:start]), "context")]
    position = start
    for left, right in sorted(strong):
        left, right = max(left, position), min(right, end)
        if left >= right:
            continue
        pieces += [Piece(flow(text[position:left]), "evidence"), Piece(flow(text[left:right]), "time")]
        position = right
    pieces.append(Piece(flow(text[position:end]), "evidence"))
    pieces.append(Piece(flow(text[end:last]).rstrip(" ") + dots if ends else flow(text[end:]), "context"))
    return [piece for piece in pieces if piece.words]


def _apart(text: str, at: int, towards: int) -> int:
    """The next place from `at` on `towards` another where no Latin word is torn; `at` where there is none near."""
    step = 1 if towards >= at else -1
    for place in range(at, towards + step, step)[:_LONGEST_WORD]:
        around = text[max(place - 1, 0) : place + 1]
        if len(around) < 2 or not (around.isascii() and around.isalnum()):
            return place
    return at


def _paragraphs(text: str, first: int, last: int) -> str:
    """text up to `last` with a wide blank for each break between `first` and there that is more than a wrap."""
    begin = max(0, first - _NEAR)
    near = text[begin : last + _NEAR].replace("\r\n", " \n")
    wraps = {begin + at for wrap in find_wraps(near) for at in range(wrap.start, wrap.end)}
    shown = "".join(
        "\u2003" if char == "\n" and at not in wraps else char
        for at, char in enumerate(text[first:last], first)
    )
    return text[:first] + shown + text[last:]


def brief(words: str, limit: int = 60) -> str:
    """A quotation short enough for a list, without the sign of a list item; what is cut is marked."""
    words = labels.unlisted(flow(words).strip())
    return words if len(words) <= limit else labels.shortened(words, limit).removesuffix("…") + _dots(words)
