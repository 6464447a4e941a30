"""First stated value to last, on one logarithmic scale: what grew, and how much."""

import math

import plotly.graph_objects as go

from timeline import axis, labels, look
from timeline.charts.canvas import Canvas
from timeline.drawing.board import Run
from timeline.layout import cut
from timeline.slopes import Slope

SLOPE_WIDTH = 660


def slope_figure(
    slopes: tuple[Slope, ...], *, lang: str = "zh", theme: str = "light", width: int = SLOPE_WIDTH,
    height: int = 270, most: int = 8,
) -> go.Figure:  # fmt: skip
    """First stated value to last, start = 1, logarithmic; words at least 20 px apart with leaders.

    Clicks give the last point's first observation_id.
    """
    slopes = slopes[:most]
    canvas = Canvas(look.theme(theme))
    p = canvas.palette
    left, right = 40.0, 232.0
    room = width - right - 24
    # What was written goes under what it measures where one line is too short for one of them.
    two = any(_too_long(slope, lang, room) for slope in slopes)
    height = max(height, 50 + (42 if two else 26) * len(slopes))
    top, bottom = 14.0, height - 22.0
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
    spread = _spread([y(slope.ratio) for slope in slopes], 40.0 if two else 20.0, top, height - 8.0)
    for slope, at in zip(slopes, spread, strict=True):
        _draw_slope(canvas, slope, (left, y(1.0)), (right, y(slope.ratio)), at)
        for n, words in enumerate(_slope_words(slope, lang, p, room, two)):
            canvas.text(right + 20, at + 18 * n, words, 12.5, p.ink)
        canvas.hit(right - 8, at - 10, width, at + (28 if two else 10), slope.last.observation_ids[0])
    canvas.dot(left, y(1.0), 8, p.data)
    words = [f"{slope.series.title(lang)} {slope.words(lang)}" for slope in slopes]
    return canvas.figure((0, width), height, "; ".join(words))


def _draw_slope(
    canvas: Canvas, slope: Slope, start: tuple[float, float], end: tuple[float, float], at: float
) -> None:
    """The line, its end (an arrow where only a bound is known), and the leader to its words."""
    p = canvas.palette
    colour = p.ink3 if slope.series.category == "external" else p.data
    canvas.line([start, end], colour, 1.8)
    canvas.dot(*end, 8, colour)
    if slope.comparator in (">", "≥"):
        canvas.dot(end[0], end[1] - 9, 7, colour, symbol="triangle-up")
    elif slope.comparator in ("<", "≤"):
        canvas.dot(end[0], end[1] + 9, 7, colour, symbol="triangle-down")
    canvas.line([(end[0] + 5, end[1]), (end[0] + 14, at)], p.ink3, 1)


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


def _parts(slope: Slope, lang: str) -> tuple[str, str, str]:
    """How many times, what of, from which words to which."""
    ends = (" ".join(point.text.split()) for point in (slope.first, slope.last))
    return slope.words(lang), slope.series.title(lang), " → ".join(ends)


def _too_long(slope: Slope, lang: str, room: float) -> bool:
    ratio, title, arrow = _parts(slope, lang)
    return axis.width_of(f"{ratio}   ", 12.5, True) + axis.width_of(f"{title}   {arrow}", 12.5) > room


def _slope_words(slope: Slope, lang: str, p: look.Palette, room: float, two: bool) -> list[list[Run]]:
    """The words beside a slope's end, in one line or in two."""
    ratio, title, arrow = _parts(slope, lang)
    title = cut(title, room - axis.width_of(f"{ratio}   ", 12.5, True), 12.5, False)
    arrow = cut(arrow, room, 12.5, False)
    head, tail = [Run(f"{ratio}   ", bold=True), Run(f"{title}   ")], [Run(arrow, p.ink2)]
    return [head, tail] if two else [head + tail]
