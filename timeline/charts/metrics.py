"""Numbers over time, as their writers stated them: a dot, a band, a bound with its arrow."""

from __future__ import annotations

import math

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas
from timeline.drawing.board import Run
from timeline.layout import Box
from timeline.series import Point, Series, Slope
from timeline.tables import Filters

METRIC_WIDTH, METRIC_HEIGHT = 440, 190
SLOPE_WIDTH = 660
_SYMBOLS = ("circle", "square", "triangle-up", "diamond")  # by document, where there are several
_EDGE, _FOOT, _HEAD = 18, 26, 26


class Values:
    """The vertical scale: from 0, or logarithmic; positions in px, downwards."""

    def __init__(self, points: tuple[Point, ...], log: bool, top: float, bottom: float) -> None:
        ends = [end for point in points for end in point.ends]
        self.top, self.bottom = top, bottom
        self.log = log and bool(ends) and min(ends) > 0
        if self.log:
            self.ticks = _log_ticks(min(ends), max(ends))
            self.low, self.high = math.log10(self.ticks[0]), math.log10(self.ticks[-1])
        else:
            self.ticks = _round_ticks(min([0.0, *ends]), max([0.0, *ends]))
            self.low, self.high = self.ticks[0], max(self.ticks[-1], *ends) if ends else self.ticks[-1]

    def y(self, value: float) -> float:
        at = math.log10(max(value, 1e-12)) if self.log else value
        share = (at - self.low) / ((self.high - self.low) or 1.0)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - self.top)


def _round_ticks(low: float, high: float) -> list[float]:
    """At most four round values that cover 0 and the data."""
    if high <= low:
        return [0.0, 1.0]
    span = high - low
    power = 10.0 ** math.floor(math.log10(span))
    step = next(s * power / 10 for s in (1, 2, 5, 10, 20, 50, 100) if span / (s * power / 10) <= 3)
    first = math.floor(low / step + 1e-9)
    # The last tick may stand below the highest value: the plot reaches a little over it.
    last = max(math.floor(high / step + 1e-9), first + 1)
    return [round(step * index, 10) for index in range(first, last + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    last = max(last, first + 1)
    step = max(1, math.ceil((last - first) / 3))
    return [10.0**power for power in range(first, last + step, step)]


def metric_figure(
    series: Series,
    filters: Filters | None = None,
    sigla: dict[str, int] | None = None,
    *,
    lang: str = "zh",
    theme: str = "light",
    width: int = METRIC_WIDTH,
    height: int = METRIC_HEIGHT,
    log: bool = False,
    selected: str = "",
) -> go.Figure:
    """One series over the chosen years. `sigla` gives a document's place by doc_id.

    Clicks give the point's first observation_id. Points outside the years are left out and counted
    in `figure.layout.meta["n_outside"]`. `log` asks for a logarithmic scale, and the chart says so.
    """
    filters, sigla = filters or Filters(), sigla or {}
    canvas = Canvas(look.theme(theme))
    p = canvas.palette
    days = axis.scale(filters.years, 1)
    inside = tuple(
        pt
        for pt in series.points
        if pt.latest.toordinal() >= days.first and pt.earliest.toordinal() < days.last
    )
    values = Values(inside, log, _HEAD + 12, height - _FOOT)
    texts = [labels.tick(tick, lang) for tick in values.ticks]
    gutter = round(max([36.0, *(axis.width_of(text, 11.5) + 12 for text in texts)]))
    over = axis.scale(filters.years, width - gutter - _EDGE)
    for tick, text in zip(values.ticks, texts, strict=True):
        y = values.y(tick)
        base = tick == values.ticks[0]
        canvas.rule(0, y, over.width, y, p.ink if base else p.rule)
        canvas.text(-gutter, y, text, 11.5, p.ink2)
    for tick in axis.ticks(over, lang, 11.5):
        if tick.text and tick.major and tick.kind == "year":
            canvas.text(
                tick.x, height - _FOOT + 14, tick.text, 11.5, p.ink2, "left" if tick.x < 14 else "center"
            )
    if values.log:
        canvas.text(over.width, 8, "对数刻度" if lang == "zh" else "log scale", 11.5, p.ink2, "right")
    documents = list(dict.fromkeys(doc_id for pt in series.points for doc_id in pt.doc_ids))
    taken: list[Box] = []
    placed = [
        (pt, _draw_point(canvas, pt, over, values, _symbol(pt, documents), pt_selected(pt, selected)))
        for pt in inside
    ]
    taken += [box for _, box in placed]
    named: set[tuple[str, int]] = set()
    for pt, box in sorted(placed, key=lambda pair: (-len(pair[0].doc_ids), -pair[0].at)):
        # The same words twice in one spot say nothing twice.
        spot = (pt.words(lang), round((box.x0 + box.x1) / 120))
        if spot in named:
            continue
        named.add(spot)
        _name_point(canvas, pt, box, taken, over.width, height - _FOOT, sigla, lang)
    for pt, box in placed:
        canvas.hit(
            box.x0 - 6, box.y0 - 6, box.x1 + 6, box.y1 + 6, pt.observation_ids[0],
            f"{pt.words(lang)}\n{_date(pt, lang)}",
        )  # fmt: skip
    alt = f"{series.title(lang)}: " + "; ".join(f"{_date(pt, lang)} {pt.words(lang)}" for pt in inside[:12])
    figure = canvas.figure((-gutter, over.width + _EDGE), height, alt)
    figure.layout.meta.update(n_outside=len(series.points) - len(inside), log=values.log)
    return figure


def pt_selected(point: Point, selected: str) -> bool:
    return bool(selected) and selected in point.observation_ids


def _date(point: Point, lang: str) -> str:
    return edtf.label(point.date, lang) if edtf.is_edtf(point.date) else ""


def _symbol(point: Point, documents: list[str]) -> str:
    if len(documents) <= 1 or len(set(point.doc_ids)) != 1:
        return _SYMBOLS[0]
    return _SYMBOLS[documents.index(point.doc_ids[0]) % len(_SYMBOLS)]


def _draw_point(
    canvas: Canvas, point: Point, over: axis.Scale, values: Values, symbol: str, selected: bool
) -> Box:
    """The point's shape; the box it fills."""
    p, colour = canvas.palette, canvas.palette.data
    x0, x1 = over.x(point.earliest.toordinal()), over.x(point.latest.toordinal() + 1)
    x = (x0 + x1) / 2
    half = max((x1 - x0) / 2, 7)
    if x1 - x0 < 14:
        x = min(max(x, 7), over.width - 7)
        x0, x1 = x - half, x + half
    y = values.y(point.at)
    if selected:
        canvas.rect(x0 - 6, y - 12, x1 + 6, y + 12, p.highlighter)
    if point.is_range:
        top, bottom = values.y(point.high), values.y(point.low)
        bottom = max(bottom, top + 3)
        canvas.rect(x0, top, x1, bottom, colour, colour, 1, p.band)
        return Box(x0, top, x1, bottom)
    if point.comparator in (">", "≥"):
        canvas.line([(x0, y), (x1, y)], colour, 2)
        canvas.line([(x, y), (x, y - 14)], colour, 1.5)
        canvas.dot(x, y - 15, 8, colour, symbol="triangle-up")
        return Box(x0, y - 20, x1, y + 1)
    if point.comparator in ("<", "≤"):
        canvas.line([(x0, y), (x1, y)], colour, 2)
        canvas.line([(x, y), (x, values.bottom)], colour, 1.2, "dot")
        return Box(x0, y - 1, x1, max(y + 4, values.bottom))
    canvas.line([(x0, y), (x1, y)], colour, 1.5)
    if point.comparator == "≈":
        canvas.dot(x, y, 10, p.page, symbol=symbol)
        canvas.dot(x, y, 10, colour, colour, 1.2, symbol, 0.45)
    else:
        canvas.dot(x, y, 10, colour, symbol=symbol)
    return Box(x0, y - 5, x1, y + 5)


def _name_point(
    canvas: Canvas, point: Point, box: Box, taken: list[Box], width: float, bottom: float, sigla, lang: str
) -> None:
    """Value and sigla above the point, else below or beside; left out where nothing is free."""
    words = point.words(lang)
    signs = _sigla(point, sigla, lang)
    room = axis.width_of(words, 12.5, True) + (axis.width_of(f" {signs}", 11.5) if signs else 0)
    middle = (box.x0 + box.x1) / 2
    centred = min(max(middle - room / 2, 0), width + _EDGE - room)
    y = (box.y0 + box.y1) / 2
    spots = [
        (centred, box.y0 - 11), (centred, box.y1 + 12),
        (box.x1 + 7, y), (box.x0 - 7 - room, y), (centred, box.y0 - 28),
    ]  # fmt: skip
    for x, middle_y in spots:
        spot = Box(x, middle_y - 8, x + room, middle_y + 8)
        fits = spot.x0 >= 0 and spot.x1 <= width + _EDGE and spot.y0 >= 0 and spot.y1 <= bottom - 1
        if fits and not any(spot.meets(other) for other in taken if other is not box):
            if spot.meets(box):
                continue
            taken.append(spot)
            canvas.rect(spot.x0 - 2, spot.y0, spot.x1 + 2, spot.y1, canvas.palette.page)
            line = [Run(words, bold=True), Run(f" {signs}" if signs else "", canvas.palette.ink2)]
            canvas.text(x, middle_y, line, 12.5, canvas.palette.ink)
            return


def _sigla(point: Point, sigla: dict[str, int], lang: str) -> str:
    """甲, 甲 乙, 丙 ×6."""
    counts: dict[str, int] = {}
    for doc_id in point.doc_ids:
        if doc_id in sigla:
            sign = labels.siglum(sigla[doc_id], lang)
            counts[sign] = counts.get(sign, 0) + 1
    signs = [f"{sign}{labels.GAP}×{n}" if n > 1 else sign for sign, n in counts.items()]
    return " ".join(signs[:3]) + ("…" if len(signs) > 3 else "")


# ── before and after ─────────────────────────────────────────────────────────────────────────────


def slope_figure(
    slopes: tuple[Slope, ...],
    *,
    lang: str = "zh",
    theme: str = "light",
    width: int = SLOPE_WIDTH,
    height: int = 270,
    most: int = 8,
) -> go.Figure:
    """First stated value to last, start = 1, logarithmic; words at least 20 px apart with leaders.

    Clicks give the last point's first observation_id.
    """
    slopes = slopes[:most]
    canvas = Canvas(look.theme(theme))
    p = canvas.palette
    height = max(height, 50 + 26 * len(slopes))
    top, bottom, left, right = 14.0, height - 22.0, 40.0, 232.0
    ratios = [1.0, *(s.ratio for s in slopes)]
    ticks = _ratio_ticks(min(ratios), max(ratios))
    low, high = math.log(min(ticks[0], *ratios)), math.log(max(ticks[-1], *ratios) * 1.15)

    def y(ratio: float) -> float:
        return bottom - (math.log(ratio) - low) / ((high - low) or 1) * (bottom - top)

    for x in (left, right):
        canvas.line([(x, top - 8), (x, bottom + 8)], p.ink, 1.2)
    for tick in ticks:
        canvas.line([(left - 5, y(tick)), (left, y(tick))], p.ink, 1.2)
        canvas.text(left - 10, y(tick), labels.tick(round(tick, 6), lang), 11.5, p.ink2, "right")
    spread = _spread([y(s.ratio) for s in slopes], 20.0, top, height - 8.0)
    for slope, at in zip(slopes, spread, strict=True):
        colour = p.ink3 if slope.series.category == "external" else p.data
        end = y(slope.ratio)
        canvas.line([(left, y(1.0)), (right, end)], colour, 1.8)
        canvas.dot(right, end, 8, colour)
        if slope.comparator in (">", "≥", "<", "≤"):
            up = slope.comparator in (">", "≥")
            canvas.dot(
                right, end - (9 if up else -9), 7, colour, symbol="triangle-up" if up else "triangle-down"
            )
        canvas.line([(right + 5, end), (right + 14, at)], p.ink3, 1)
        canvas.text(right + 20, at, _slope_words(slope, lang, p, width - right - 24), 12.5, p.ink)
        canvas.hit(right - 8, at - 10, width, at + 10, slope.last.observation_ids[0], "")
    canvas.dot(left, y(1.0), 8, p.data)
    words = [f"{s.series.title(lang)} {s.words(lang)}" for s in slopes]
    return canvas.figure((0, width), height, "; ".join(words))


def _ratio_ticks(low: float, high: float) -> list[float]:
    """1, 3, 10, 30 …, and below 1 where something fell."""
    ladder = [base * 10.0**power for power in range(-6, 13) for base in (1, 3)]
    below = [tick for tick in ladder if low * 0.9 <= tick < 1][-3:]
    above = [tick for tick in ladder if 1 < tick <= high * 1.05]
    step = max(1, math.ceil(len(above) / 4))
    return [*below, 1.0, *above[step - 1 :: step]]


def _spread(wanted: list[float], least: float, top: float, bottom: float) -> list[float]:
    """Positions at least `least` apart, near the wanted ones, in their order; kept inside."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed: list[float] = []
    for index in order:
        placed.append(max(wanted[index], placed[-1] + least if placed else top))
    limit = bottom
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - least
    result = [0.0] * len(wanted)
    for place, index in zip(placed, order, strict=True):
        result[index] = place
    return result


def _slope_words(slope: Slope, lang: str, p: look.Palette, room: float) -> list[Run]:
    from timeline.layout import cut

    ratio, title = slope.words(lang), slope.series.title(lang)
    arrow = f"{' '.join(slope.first.text.split())} → {' '.join(slope.last.text.split())}"
    left = room - axis.width_of(f"{ratio}   {title}   ", 12.5, True)
    if left < 60:
        title = cut(title, room - axis.width_of(f"{ratio}   ", 12.5, True), 12.5, False)
        arrow = ""
    else:
        arrow = cut(arrow, left, 12.5, False)
    return [Run(f"{ratio}   ", bold=True), Run(f"{title}   "), Run(arrow, p.ink2)]
