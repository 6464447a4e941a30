"""One mark: its shape, its true place in x, the words of its label."""

import datetime
import re
from dataclasses import replace

from timeline import axis, edtf, labels, look
from timeline.layout.records import Box, Item, Label, Mark, Style

Day = datetime.date


def words_of(item: Item, lang: str, longest: float, size: float, bold: bool, measure: axis.Measure):
    """(sign, text, suffix): ≠ before, the name cut at `longest` with …, 计划 and ✎ after."""
    sign = "≠" if item.status == "conflicting" else ""
    suffix = labels.modality(item.modality, lang)
    if item.edited:
        suffix = f"{suffix} ✎".strip()
    return sign, cut(item.name, longest, size, bold, measure), suffix


_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The beginning of a text as a label can show it: no breaks, nothing that turns a line around."""
    return _UNSHOWN.sub("\ufffd", " ".join(text[:400].split()))


def cut(text: str, longest: float, size: float, bold: bool, measure: axis.Measure = axis.width_of) -> str:
    """`text` on one line, not wider than `longest`: shortened with … where it is."""
    text = one_line(text)
    if measure(text, size, bold) <= longest:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle] + "…", size, bold) <= longest:
            low = middle
        else:
            high = middle - 1
    return labels.shortened(text, low)


def shape_of(date: str, earliest: Day | None, latest: Day | None) -> str:
    """dot, bar, band, range or fade: how sharp a date is, as a shape.

    A range of up to a month is as sharp as a month; up to a quarter it reads as "somewhere in
    there"; what is longer has lasted.
    """
    if edtf.is_approximate(date.split("/")[0]) or edtf.is_approximate(date):
        return "fade"
    if earliest is None or latest is None:
        return "range"
    kind = edtf.precision(date) if date and edtf.is_edtf(date) else ""
    if kind in ("day", "month"):
        return "dot" if kind == "day" else "bar"
    if kind and kind != "range":
        return "band"
    days = (latest - earliest).days + 1
    return "dot" if days == 1 else "bar" if days <= 31 else "band" if days <= 92 else "range"


def mark_of(item: Item, over: axis.Scale, style: Style, lane: str) -> Mark:
    """The mark at its true place in x, before it has a row (y is the row's middle, counted from 0)."""
    kind = shape_of(item.date, item.earliest, item.latest)
    level = item.importance - 1
    begin = over.first - 1 if item.earliest is None else item.earliest.toordinal()
    end = over.last + 1 if item.latest is None else item.latest.toordinal() + 1
    height = style.dot[level] if kind == "dot" else style.bar[level]
    x0, x1 = _extent(begin, end, kind, height, over, style)
    plans = item.modality in ("plan", "forecast", "hypothetical")
    goal = kind == "range" and plans and end <= over.last
    ringed = item.status == "agreed"
    margin = (3.0 if ringed else 0.0) * style.row / look.ROW
    right = x1 + (height / 2 if goal else 0.0)
    twins = tuple(
        Box(a, -height / 2, b, height / 2)
        for first, last in sorted(item.others)
        if last.toordinal() >= over.first and first.toordinal() < over.last
        for a, b in [_extent(first.toordinal(), last.toordinal() + 1, "band", height, over, style)]
    )
    left = min([x0 - margin, *(t.x0 for t in twins)])
    right = max([right + margin, *(t.x1 for t in twins)])
    return Mark(
        item.id, one_line(item.name), item.date, lane, 0, kind, item.importance, item.status, item.modality, 0.0,
        Box(x0, -height / 2, x1, height / 2), Box(max(left, 0.0), 0, min(right, over.width), 0),
        opens_left=begin < over.first, opens_right=end > over.last, goal=goal, ringed=ringed,
        edited=item.edited, starred=item.starred, twins=twins,
    )  # fmt: skip


def _extent(begin: float, end: float, kind: str, height: float, over: axis.Scale, style: Style):
    """Left and right of a mark: true to scale, but wide enough to be seen, and inside the plot."""
    x0, x1 = over.x(begin), over.x(end)
    least = height if kind == "dot" else style.min_bar * (2.4 if kind == "fade" else 1)
    if kind == "dot" or x1 - x0 < least:
        middle = (x0 + x1) / 2 if kind in ("dot", "fade") else x0 + least / 2
        middle = min(max(middle, least / 2), over.width - least / 2)
        x0, x1 = middle - least / 2, middle + least / 2
    return x0, x1


def at_row(shape: Mark, row: int, top: float, style: Style, span: tuple[float, float], label: Label | None):
    """The mark in a row of a lane that begins at `top`; `span` is the stretch that it takes with its label."""
    above = top + row * style.row
    y = above + 0.5 * style.row
    return replace(
        shape, row=row, y=y, label=label, box=down(shape.box, y),
        hit=Box(span[0], above, span[1], above + style.row),
        twins=tuple(down(twin, y) for twin in shape.twins),
    )  # fmt: skip


def down(box: Box, by: float) -> Box:
    return Box(box.x0, box.y0 + by, box.x1, box.y1 + by)
