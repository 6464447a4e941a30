"""Two sides of a check on one ruler, true to scale, with the gap between them named."""

import datetime
from collections.abc import Mapping

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.amounts import spaced
from timeline.charts.canvas import Canvas
from timeline.charts.sides import Day, Length, When, find_numbers, find_times
from timeline.checks import messages
from timeline.layout import Box, cut, shape_of
from timeline.tables import Timeline
from timeline.text import to_simplified

RULER_WIDTH = 970
_STEP, _HEAD, _EDGE = 40.0, 40.0, 16.0


def ruler_figure(
    timeline: Timeline, check: Mapping, *, lang: str = "zh", theme: str = "light", width: int = RULER_WIDTH
) -> go.Figure | None:
    """The ruler of one row of `checks`; None where its sides hold neither dates nor comparable numbers.

    A stated length is drawn dotted from the first date on, against the length between the dates.
    """
    times, lengths = find_times(timeline, check)
    ends = sorted(times, key=lambda when: (when.earliest, when.latest))
    if check["kind"] == "duration" and lengths and len({(when.earliest, when.latest) for when in times}) >= 2:
        return _duration_ruler(ends, lengths[0], lang, theme, width)
    if {0, 1} <= {when.side for when in times}:
        return _date_ruler(timeline, check, times, lang, theme, width)
    numbers = find_numbers(timeline, check) if check["kind"] == "value" else []
    if len(numbers) == 2:
        return _value_ruler(numbers, lang, theme, width)
    return None


# ── time ─────────────────────────────────────────────────────────────────────────────────────────


def _time_canvas(days: list[Day], n_rows: int, gutter: float, lang: str, theme: str, width: int):
    """A canvas with the axis drawn over all `days`, some air at both ends."""
    first, last = min(days), max(days)
    air = datetime.timedelta(max(20, (last - first).days // 20))
    over = axis.scale((first - air, last + air), width - gutter - _EDGE)
    canvas = Canvas(look.theme(theme))
    p = canvas.palette
    for tick in axis.ticks(over, lang, 12):
        canvas.rule(tick.x, _HEAD, tick.x, _HEAD + (8 if tick.major else 5), p.ink3)
    canvas.years(axis.ticks(over, lang, 12), _HEAD)
    canvas.rule(0, _HEAD, over.width, _HEAD, p.ink, 1.2)
    return canvas, over, _HEAD + n_rows * _STEP + 16


def _row_name(canvas: Canvas, text: str, y: float, gutter: float) -> None:
    canvas.text(-gutter, y, cut(text, gutter - 14, 13, False), 13, canvas.palette.ink2)


def _when_box(when: When, over: axis.Scale, y: float) -> Box:
    x0, x1 = over.x(when.earliest.toordinal()), over.x(when.latest.toordinal() + 1)
    if x1 - x0 < 8:
        x0, x1 = (x0 + x1) / 2 - 4, (x0 + x1) / 2 + 4
    return Box(x0, y - 7, x1, y + 7)


def _draw_when(canvas: Canvas, when: When, box: Box, colour: str) -> None:
    kind = shape_of(when.date, when.earliest, when.latest)
    if kind == "dot":
        canvas.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 11, colour)
    elif kind == "fade":
        canvas.fade(*box, colour)
    else:
        canvas.rect(*box, colour, colour, 1, 1.0 if kind == "bar" else canvas.palette.band)


def _words_beside(
    canvas: Canvas, box: Box, text: str, width: float, size: float = 13, align: str = ""
) -> None:
    text = cut(text, width * 0.4, size, False)
    room = axis.width_of(text, size)
    right = box.x1 + 10 + room <= width if not align else align == "left"
    at = box.x1 + 10 if right else box.x0 - 10
    canvas.text(at, (box.y0 + box.y1) / 2, text, size, canvas.palette.ink, "left" if right else "right")


def _gap_words(first: Day, last: Day, unit: str, lang: str) -> tuple[float, str]:
    """How far apart two days are, in the unit that suits: (number, words)."""
    months = (last.year - first.year) * 12 + last.month - first.month
    days = (last - first).days
    if not unit:
        unit = "years" if months >= 36 and not months % 12 else "months" if months >= 2 else "days"
    number = {"years": last.year - first.year, "months": months, "days": days}[unit]
    return number, _length_words(number, unit, lang)


def _length_words(number: float, unit: str, lang: str) -> str:
    text = f"{number:g}"
    if lang == "zh":
        return text + labels.GAP + {"years": "年", "months": "个月", "days": "天"}[unit]
    return f"{text} {unit if number != 1 else unit[:-1]}"


def _as_said(length: Length, lang: str) -> str:
    """A stated length as the page's language writes it, where it can."""
    return spaced(length.text) if lang == "zh" else messages.in_english(to_simplified(length.text))


def _duration_ruler(ends: list[When], length: Length, lang: str, theme: str, width: int) -> go.Figure:
    first, last = ends[0], ends[-1]
    zh = lang == "zh"
    names = ("原文两端", "由两端算出", "原文时长") if zh else ("The two ends", "Computed", "As stated")
    gutter = 150.0
    stated = length.after(first.earliest)
    days = [when.earliest for when in ends] + [when.latest for when in ends] + [stated]
    canvas, over, height = _time_canvas(days, 3, gutter, lang, theme, width)
    p = canvas.palette
    rows = [_HEAD + 26 + index * _STEP for index in range(3)]
    for name, y in zip(names, rows, strict=True):
        _row_name(canvas, name, y, gutter)
    boxes = [_when_box(when, over, rows[0]) for when in (first, last)]
    _draw_when(canvas, first, boxes[0], p.data)
    _draw_when(canvas, last, boxes[1], p.data)
    for when, box, side in ((first, boxes[0], "left"), (last, boxes[1], "right")):
        words = edtf.label(when.date, lang) if not zh and edtf.is_edtf(when.date) else when.text
        _words_beside(canvas, box, words, over.width, align=side)
    # Both lengths begin in the middle of the first date, so that like is measured against like.
    x0 = (boxes[0].x0 + boxes[0].x1) / 2
    shift = x0 - over.x(first.earliest.toordinal())
    x1 = min(over.x(last.earliest.toordinal()) + shift, over.width)
    x2 = min(over.x(stated.toordinal()) + shift, over.width)
    number, words = _gap_words(first.earliest, last.earliest, length.unit, lang)
    canvas.rect(x0, rows[1] - 11, x1, rows[1] + 11, p.data, p.data, 1, p.band)
    canvas.text(x0 + 10, rows[1], words, 13, p.ink, bold=True)
    canvas.rect(x0, rows[2] - 11, x2, rows[2] + 11, p.accent, opacity=0.16)
    canvas.outline((x0, rows[2] - 11, x2, rows[2] + 11), p.accent, 1.2)
    canvas.text(x0 + 10, rows[2], _as_said(length, lang), 13, p.ink, bold=True)
    for x in (x0, x1):
        canvas.rule(x, _HEAD, x, height, p.rule)
    gap = abs(number - length.number)
    named = _apart(_length_words(gap, length.unit, lang), lang)
    _draw_gap(canvas, sorted((x1, x2)), rows[2], named, over.width)
    return canvas.figure((-gutter, over.width + _EDGE), height, f"{words}; {length.text}; {named}")


def _draw_gap(canvas: Canvas, ends: list[float], y: float, words: str, width: float) -> None:
    p = canvas.palette
    canvas.line([(ends[0], y), (ends[1], y)], p.accent, 2)
    room = axis.width_of(words, 13, True)
    at = min(max((ends[0] + ends[1]) / 2, room / 2), width - room / 2)
    canvas.text(at, y + 21, words, 13, p.accent, "center", True)


def _apart(gap: str, lang: str) -> str:
    return f"差{labels.GAP}{gap}" if lang == "zh" else f"{gap} apart"


def _stated_gap(check: Mapping, lang: str) -> str:
    """The distance as the check's own sentence names it, so that both say the same."""
    _, words = messages.words_of(check["kind"], check["message"])
    gap = words.get("gap", "")
    if not gap or lang != "zh":
        return f"{messages.in_english(gap)} apart" if gap else ""
    return spaced("差" + gap)


def _date_ruler(
    timeline: Timeline, check: Mapping, times: list[When], lang: str, theme: str, width: int
) -> go.Figure:
    sides = [next(when for when in times if when.side == side) for side in (0, 1)]
    sigla = {doc_id: index for index, doc_id in enumerate(timeline.documents["doc_id"].tolist())}
    says = "一说" if lang == "zh" else "One"
    also = "一说" if lang == "zh" else "Other"
    documents = [check["doc_id"], check["other_doc_id"]]
    gutter = 110.0
    days = [day for when in sides for day in (when.earliest, when.latest)]
    canvas, over, height = _time_canvas(days, 2, gutter, lang, theme, width)
    p = canvas.palette
    boxes = []
    for index, when in enumerate(sides):
        y = _HEAD + 26 + index * _STEP
        sign = labels.siglum(sigla.get(documents[index], 0), lang)
        _row_name(canvas, f"{(says, also)[index]}  {sign}", y, gutter)
        boxes.append(_when_box(when, over, y))
        _draw_when(canvas, when, boxes[-1], p.data)
        written = when.text
        read = edtf.label(when.date, lang) if edtf.is_edtf(when.date) else ""
        words = written if not read or read.replace(" ", "") in written else f"{written} → {read}"
        _words_beside(canvas, boxes[-1], words, over.width)
    early, late = sorted(sides, key=lambda when: when.earliest)
    named = ""
    if early.latest < late.earliest:
        ends = sorted((box.x0, box.x1) for box in boxes)
        _, words = _gap_words(early.earliest, late.earliest, "", lang)
        named = _stated_gap(check, lang) or _apart(words, lang)
        # From beginning to beginning, as the words count.
        for x in (ends[0][0], ends[1][0]):
            canvas.rule(x, _HEAD, x, height - 4, p.rule)
        _draw_gap(canvas, [ends[0][0], ends[1][0]], height - 4, named, over.width)
    return canvas.figure(
        (-gutter, over.width + _EDGE),
        height + (30 if named else 0),
        "; ".join([*(w.text for w in sides), named]),
    )


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────


def _value_ruler(rows: list[dict], lang: str, theme: str, width: int) -> go.Figure:
    canvas = Canvas(look.theme(theme))
    p, gutter = canvas.palette, 110.0
    plot = width - gutter - _EDGE - 120
    values = [float(row["value"]) for row in rows]
    most = max(values) or 1.0
    words = [
        labels.amount(float(row["value"]), None, None, row["unit"], row["comparator"], lang, row["unit_text"])
        for row in rows
    ]
    canvas.rule(0, 6, 0, 6 + 2 * _STEP, p.ink)
    for index, value in enumerate(values):
        y, x = 26 + index * _STEP, plot * value / most
        _row_name(canvas, "一说" if lang == "zh" else ("One", "Other")[index], y, gutter)
        canvas.rect(0, y - 11, x, y + 11, p.data, p.data, 1, p.band)
        canvas.text(x + 10, y, words[index], 13, p.ink, bold=True)
    small, large = sorted(values)
    gap = labels.number(large - small, rows[0]["unit"], lang, rows[0]["unit_text"])
    named = _apart(gap, lang)
    if large > small:
        _draw_gap(canvas, [plot * small / most, plot * large / most], 26 + 1.6 * _STEP, named, plot)
    return canvas.figure((-gutter, width - gutter), 26 + 2.6 * _STEP, f"{words[0]}; {words[1]}; {named}")
