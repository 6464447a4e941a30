"""A ruler drawn: the axis, both bars under it, the gap named."""

import calendar
import datetime

from timeline import axis
from timeline.exports.deck.measure import measure, tight, width
from timeline.exports.deck.pages import Page
from timeline.exports.deck.rulers import Ruler
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import MARGIN
from timeline.exports.selection import Selection

_BAR_X, _BAR_W = 194, 1008
Day = datetime.date


def draw_ruler(page: Page, selection: Selection, ruler: Ruler, y: float) -> float:
    """The axis and both bars under it, the gap named; where it ends."""
    first = min(b.start for b in ruler.bars)
    last = max(b.end for b in ruler.bars)
    over = _scale(first, last) if ruler.dated else None
    alt = f"{ruler.bars[0].words} / {ruler.bars[1].words} {ruler.gap}"

    def x(value: float) -> float:
        if over is not None:
            return _BAR_X + (value - over.first) * over.per_day
        return _BAR_X + value / (last or 1) * _BAR_W * 0.92

    with page.group(selection.word("比例尺", "Ruler"), alt):
        if over is not None:
            _draw_ticks(page, over, y, selection.lang)
        top = y + 56 if over is not None else y + 4
        names = ruler.names
        for n, bar in enumerate(ruler.bars):
            middle = top + 12 + n * 38
            role = P.accent if n else P.data
            w = max(x(bar.end) - x(bar.start), 6)
            page.line_of(MARGIN, middle, Run(names[n], 16, role=P.ink2), 120, name=names[n])
            page.shape("rect", x(bar.start), middle - 12, w, 24, fill=role, alpha=0.15, line=role, weight=1, dash="dash" if n else "",
                       name=bar.words, alt=f"{names[n]}: {bar.words}")  # fmt: skip
        _draw_gap(page, ruler, x, top, alt)
        for n, bar in enumerate(ruler.bars):
            left, right = x(bar.start), max(x(bar.end), x(bar.start) + 6)
            _draw_bar_words(page, bar.words, left, right, top + 12 + n * 38)
    return top + 38 + 24 + (26 if ruler.gap else 0)


def _scale(first: float, last: float) -> axis.Scale:
    """Whole months round both sides, with a little air."""
    air = max((last - first) * 0.04, 20)
    begin = Day.fromordinal(max(1, round(first - air))).replace(day=1)
    end = Day.fromordinal(round(last + air))
    end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return axis.scale((begin, end), _BAR_W)


def _draw_ticks(page: Page, over: axis.Scale, y: float, lang: str) -> None:
    page.line(_BAR_X, y + 40, _BAR_X + _BAR_W, y + 40, P.ink2, 1.25, name="Axis")
    ticks = axis.ticks(over, lang, 15, measure)
    two = any(tick.row for tick in ticks)
    for tick in ticks:
        page.line(
            _BAR_X + tick.x, y + 40 - (9 if tick.major else 5), _BAR_X + tick.x, y + 40, P.ink2, 1,
            name=tick.text or "tick",
        )  # fmt: skip
        if tick.text and tick.x < _BAR_W - 12:
            run = Run(tick.text, 15, tick.major, role=P.ink if tick.major else P.ink2)
            page.line_of(
                _BAR_X + tick.x + 3, y + (2 if two and not tick.row else 22), run, 110, name=tick.text
            )


def _draw_bar_words(page: Page, words: str, x1: float, x2: float, y: float) -> None:
    """Inside the bar where they fit, else right of it, else left."""
    run = Run(words, 16, True)
    need = width(words, run.words) + 12
    if need <= x2 - x1:
        page.line_of(x1 + 10, y, run, need, name=words)
    elif x2 + 8 + need <= 1216:
        page.shape("rect", x2 + 4, y - 12, need, 24, fill=P.page, name=words, alt=words)
        page.line_of(x2 + 8, y, run, need, name=words)
    else:
        page.shape("rect", x1 - 8 - need, y - 12, need, 24, fill=P.page, name=words, alt=words)
        page.line_of(x1 - 8 - need, y, run, need - 4, align="r", name=words)


def _draw_gap(page: Page, ruler: Ruler, x, top: float, alt: str) -> None:
    """A red line over what the two do not share, and its name."""
    if not ruler.gap:
        return
    a, b = ruler.bars
    if ruler.dated and a.start != b.start:
        left, right = (x(min(a.end, b.end)), x(max(a.start, b.start)))
    else:
        left, right = sorted((x(a.end), x(b.end)))
    if right <= left:
        return
    y = top + 12 + 38
    page.line(left, y, right, y, P.accent, 2, name=ruler.gap, alt=alt)
    run = Run(tight(ruler.gap), 16, True, role=P.accent)
    need = width(run.text, run.words) + 4
    middle = (left + right) / 2
    start = min(max(middle - need / 2, MARGIN), 1216 - need)
    page.line_of(start, y + 26, run, need, name=ruler.gap)
