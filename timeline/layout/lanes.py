"""One lane: rows that fill, the most important first; nothing ever overlaps."""

import bisect
from dataclasses import dataclass, field, replace

from timeline import axis
from timeline.layout.marks import at_row, mark_of, words_of
from timeline.layout.records import Box, Item, Label, Mark, Style

GIVE_UP = 20  # so many in a row without room in a crowded lane: it is full
_CUTS = (19, 13, 8)  # longest label in ems; the shorter ones only for importance 3
_WHOLE = 34  # ems up to which a name is not cut where room is left over


class _Row:
    """What is taken in one row, as sorted, disjoint intervals."""

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._ends: list[float] = []

    def free(self, x0: float, x1: float) -> bool:
        index = bisect.bisect_left(self._starts, x1)
        return index == 0 or self._ends[index - 1] <= x0

    def take(self, x0: float, x1: float) -> None:
        index = bisect.bisect_left(self._starts, x0)
        self._starts.insert(index, x0)
        self._ends.insert(index, x1)


@dataclass(slots=True)
class LaneField:
    """The rows of one lane while they fill."""

    over: axis.Scale
    style: Style
    measure: axis.Measure
    lang: str
    key: str
    cap: int
    roomy: bool  # importance 1 may open rows
    top: float  # of its first row
    rows: list[_Row] = field(default_factory=list)
    extra: int = 0
    cuts: tuple[int, ...] = _CUTS

    @property
    def n_rows(self) -> int:
        return len(self.rows)

    def place(self, best: list[Item], milestones: int, crowded: bool) -> list[Mark]:
        """Labelled marks in order of priority, then bare marks in the gaps that are left.

        `milestones` counts the whole lane's; a `crowded` lane has more than its `best`.
        """
        # Rows beyond the cap are for what may never be dropped, unless that is nearly everything.
        self.extra = 2 if milestones <= 4 * self.cap else 0
        # Where others wait for the room, no name is cut to a stump.
        self.cuts = _CUTS[:2] if crowded else _CUTS
        placed: dict[str, Mark] = {}
        bare: list[tuple[Item, Mark]] = []
        tried = 0  # in vain, one after another
        for item in best:
            if crowded and tried == GIVE_UP:
                break
            shape = mark_of(item, self.over, self.style, self.key)
            mark = self._labelled(item, shape)
            tried = 0 if mark else tried + 1
            if mark:
                placed[item.id] = mark
            else:
                bare.append((item, shape))
        if crowded:  # badges will say it; dots without names would only be noise
            bare = []
        for item, shape in bare:
            mark = self._bare(item, shape)
            if mark:
                placed[item.id] = mark
        return [self._whole(item, placed[item.id]) for item in best if item.id in placed]

    def _labelled(self, item: Item, shape: Mark) -> Mark | None:
        size, bold = self.style.label[item.importance - 1], item.importance == 3
        for ems in self.cuts if item.importance == 3 else _CUTS[:1]:
            words = words_of(
                item, self.lang, min(ems * size, self.over.width * 0.45), size, bold, self.measure
            )
            room = self._room(words, size, bold)
            for side in ("right", "left"):
                span = self._span(shape, room, side)
                if span is None:
                    continue
                found = self._find_row(span, self.style.gap * 1.75)
                if found is not None:
                    return self._settle(shape, found, span, words, side, room, size, bold)
            limit = self.cap + (self.extra if item.importance == 3 else 0)
            if self._may_open(item) and len(self.rows) < limit:
                for side in ("right", "left"):
                    span = self._span(shape, room, side)
                    if span:
                        return self._settle(shape, self._open(), span, words, side, room, size, bold)
            over = self._over(item, shape, words, room, size, bold)
            if over:
                return over
        return None

    def _whole(self, item: Item, mark: Mark) -> Mark:
        """The mark with its name in full, where its row has the room left over that this takes."""
        label, row, hit = mark.label, self.rows[mark.row], mark.hit
        if label is None or label.side == "over" or not label.text.endswith("…"):
            return mark
        longest = min(_WHOLE * label.size, self.over.width * 0.45)
        words = words_of(item, self.lang, longest, label.size, label.bold, self.measure)
        box, breath = label.box, self.style.gap * 1.75
        more = self._room(words, label.size, label.bold) - (box.x1 - box.x0)
        right = label.side == "right"
        x0, x1 = (hit.x1, hit.x1 + more) if right else (hit.x0 - more, hit.x0)
        free = row.free(x0, x1 + breath) if right else row.free(x0 - breath, x1)
        if words[1].endswith("…") or x0 < 0 or x1 > self.over.width or not free:
            return mark
        row.take(x0, x1)
        box = Box(min(box.x0, x0), box.y0, max(box.x1, x1), box.y1)
        hit = Box(min(hit.x0, x0), hit.y0, max(hit.x1, x1), hit.y1)
        return replace(mark, label=replace(label, text=words[1], box=box), hit=hit)

    def _room(self, words: tuple[str, str, str], size: float, bold: bool) -> float:
        sign, text, suffix = words
        room = self.measure(f"{sign}\u00a0{text}" if sign else text, size, bold)
        return room + (self.measure(f" {suffix}", size, False) if suffix else 0.0)

    def _span(self, shape: Mark, room: float, side: str) -> tuple[float, float] | None:
        """The stretch that mark and label need, or None where it would leave the plot."""
        gap = self.style.gap
        x0, x1 = shape.hit.x0, shape.hit.x1
        span = (x0, x1 + gap + room) if side == "right" else (x0 - gap - room, x1)
        return span if span[0] >= 0 and span[1] <= self.over.width else None

    def _find_row(self, span: tuple[float, float], breath: float) -> int | None:
        for index, row in enumerate(self.rows):
            if row.free(span[0] - breath, span[1] + breath):
                return index
        return None

    def _may_open(self, item: Item) -> bool:
        """Importance 1 opens a row only where there is room, or where the lane has none yet."""
        return item.importance >= 2 or self.roomy or not self.rows

    def _open(self) -> int:
        self.rows.append(_Row())
        return len(self.rows) - 1

    def _settle(self, shape, index, span, words, side, room, size, bold) -> Mark:
        self.rows[index].take(*span)
        y = self.top + (index + 0.5) * self.style.row
        half = size * 0.72
        x0 = span[1] - room if side == "right" else span[0]
        label = Label(words[1], words[0], words[2], size, bold, side, Box(x0, y - half, x0 + room, y + half))
        return at_row(shape, index, self.top, self.style, span, label)

    def _over(self, item: Item, shape: Mark, words, room, size, bold) -> Mark | None:
        """A mark wider than its words, with no room beside it: thin, under its label, in one row."""
        x0, x1 = shape.hit.x0, shape.hit.x1
        if x1 - x0 < room or shape.shape not in ("bar", "band", "range", "fade") or shape.twins:
            return None
        index = self._find_row((x0, x1), self.style.gap / 2)
        if index is None:
            if not self._may_open(item) or len(self.rows) >= self.cap:
                return None
            index = self._open()
        self.rows[index].take(x0, x1)
        row, top = self.style.row, self.top + index * self.style.row
        thin = row * 0.16
        mark = at_row(shape, index, self.top, self.style, (x0, x1), None)
        y = top + row * 0.78
        left = max(x0, 0.0)
        label = Label(
            words[1], words[0], words[2], size, bold, "over",
            Box(left, top + row * 0.08, left + room, top + row * 0.68),
        )  # fmt: skip
        box = Box(mark.box.x0, y - thin / 2, mark.box.x1, y + thin / 2)
        return replace(mark, y=y, box=box, label=label)

    def _bare(self, item: Item, shape: Mark) -> Mark | None:
        span = (shape.hit.x0, shape.hit.x1)
        index = self._find_row(span, self.style.gap * 1.25)
        if index is None:
            limit = self.cap + (self.extra if item.importance == 3 else 0)
            if len(self.rows) >= (limit if self._may_open(item) else 1):
                return None
            index = self._open()
        self.rows[index].take(*span)
        return at_row(shape, index, self.top, self.style, span, None)
