"""What a layout is made of: items in; lanes, marks, labels, bundles out. All frozen."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from timeline import axis, look

Day = datetime.date


class Item(NamedTuple):
    """One event as the layout sees it. `earliest`/`latest` None is an open end.

    `others` are the bounds of contradicting readings; `lane` is a code (a category, a doc_id, a name).
    """

    id: str
    name: str
    date: str
    earliest: Day | None
    latest: Day | None
    lane: str
    importance: int = 1
    status: str = "single"
    modality: str = "fact"
    n_documents: int = 1
    edited: bool = False
    starred: bool = False
    others: tuple[tuple[Day, Day], ...] = ()


class Box(NamedTuple):
    """Left, top, right and bottom; y downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: "Box") -> bool:
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in the caller's unit. The default is the screen's; a slide scales it: `SCREEN.times(1.2)`."""

    row: float = look.ROW
    pad: float = 6.0  # above and below a lane's rows
    gap: float = 8.0  # between a mark and its label, and between neighbours
    label: tuple[float, float, float] = (look.LABEL[1], look.LABEL[2], look.LABEL[3])  # by importance
    dot: tuple[float, float, float] = (look.DOT[1], look.DOT[2], look.DOT[3])
    bar: tuple[float, float, float] = (look.BAR[1], look.BAR[2], look.BAR[3])
    min_bar: float = look.BAR_MIN_WIDTH
    tick: float = look.TICK

    def times(self, factor: float) -> "Style":
        def scaled(value):
            return tuple(v * factor for v in value) if isinstance(value, tuple) else value * factor

        return Style(*(scaled(getattr(self, name)) for name in self.__dataclass_fields__))


SCREEN = Style()


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's words. `sign` (≠) stands before `text`, `suffix` (计划, ✎) after it; all inside `box`.

    `side` is right (text starts at box.x0), left (text ends at box.x1) or over (on top of its wide mark,
    starts at box.x0).
    """

    text: str
    sign: str
    suffix: str
    size: float
    bold: bool
    side: str
    box: Box

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.sign + self.text, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Mark:
    """One event as drawn: a shape at its true dates, perhaps with a label.

    `shape`: dot (day), bar (month), band (somewhere in there), range (it lasted), fade (about).
    `box` is the mark itself; `hit` holds mark, label and twin, a row high. `hollow` is a plan or a
    forecast, `dotted` a hypothesis, `denied` gets a ×, `ringed` an agreement of documents; `goal`
    puts a ◇ at the right end. `opens_left`/`opens_right`: it goes on outside the window. `twins` are
    the other readings' boxes, where documents contradict.
    """

    id: str
    name: str
    date: str
    lane: str
    row: int
    shape: str
    importance: int
    status: str
    modality: str
    y: float
    box: Box
    hit: Box
    label: Label | None = None
    opens_left: bool = False
    opens_right: bool = False
    goal: bool = False
    ringed: bool = False
    edited: bool = False
    starred: bool = False
    twins: tuple[Box, ...] = ()

    @property
    def hollow(self) -> bool:
        return self.modality in ("plan", "forecast", "hypothetical")

    @property
    def dotted(self) -> bool:
        return self.modality == "hypothetical"

    @property
    def denied(self) -> bool:
        return self.modality == "denied"

    @property
    def conflicting(self) -> bool:
        return self.status == "conflicting"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Events without a mark of their own, from `earliest` to `latest` as their badge does; `ids` by name.

    `key` (lane|first day|last day) is what a click gives. A bundle with a `box` is drawn as a badge with its count; one without stands behind the lane's 10/13.
    """

    key: str
    lane: str
    ids: tuple[str, ...]
    earliest: Day
    latest: Day
    box: Box | None = None

    @property
    def count(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Lane:
    """`n_drawn` of `n_total` events have a mark; `text` is the name, `count` the words beside it."""

    key: str
    text: str
    top: float
    height: float
    rows: int
    n_drawn: int
    n_total: int

    @property
    def count(self) -> str:
        return f"{self.n_total}" if self.n_drawn == self.n_total else f"{self.n_drawn}/{self.n_total}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything to draw. `years` counts all items by the year in which they begin (the strip)."""

    scale: axis.Scale
    width: float
    height: float
    style: Style
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    bundles: tuple[Bundle, ...]
    ticks: tuple[axis.Tick, ...]
    years: tuple[tuple[int, int], ...]
    n_before: int = 0
    n_after: int = 0
    n_undated: int = 0
    lang: str = "zh"

    @property
    def n_total(self) -> int:
        return sum(lane.n_total for lane in self.lanes)
