"""Numbers over time, as their writers stated them: a dot, a band, a bound with its arrow; plans are hollow."""

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas
from timeline.charts.names import EDGE, name_points
from timeline.charts.values import Values
from timeline.layout import Box
from timeline.series import Point, Series
from timeline.tables import Filters

METRIC_WIDTH, METRIC_HEIGHT = 440, 190
_SYMBOLS = ("circle", "square", "triangle-up", "diamond")  # by document, where there are several
ROOM = 1000  # px² that a point takes: a chart with more of them is a blot
_FOOT, _HEAD = 26, 26


def metric_figure(
    series: Series, filters: Filters | None = None, sigla: dict[str, int] | None = None, *, lang: str = "zh",
    theme: str = "light", width: int = METRIC_WIDTH, height: int = METRIC_HEIGHT, log: bool = False,
    selected: str = "",
) -> go.Figure:  # fmt: skip
    """One series over the chosen years. `sigla` gives a document's place by doc_id.

    Clicks give the point's first observation_id. Points outside the years are left out and counted
    in `n_outside` of `charts.facts(figure)`; of more than the plot has room for, some are drawn
    (`n_drawn` of `n_inside`, `n_ahead` of them plans). `log` asks for a logarithmic scale, and the chart says so.
    """
    filters = filters or Filters()
    canvas = Canvas(look.theme(theme))
    told = _inside(series, filters)
    inside = _thinned(told, round(width * height / ROOM), selected)
    values = Values(inside, log, _HEAD + 12, height - _FOOT)
    texts = [labels.tick(tick, lang) for tick in values.ticks]
    gutter = round(max([36.0, *(axis.width_of(text, 11.5) + 12 for text in texts)]))
    over = axis.scale(filters.days, width - gutter - EDGE)
    _axes(canvas, over, values, texts, gutter, height, lang)
    placed = _draw_points(canvas, series, inside, over, values, selected)
    unnamed = name_points(canvas, placed, over.width, height - _FOOT, sigla or {}, lang)
    _make_clickable(canvas, placed, lang)
    stated = "; ".join(_sentence(point, lang) for point in inside[:12])
    return canvas.figure(
        (-gutter, over.width + EDGE), height, f"{series.title(lang)}: {stated}",
        n_outside=len(series.points) - len(told), n_unnamed=unnamed, n_drawn=len(inside), n_inside=len(told), log=values.log,
        n_ahead=sum(point.ahead and not _covered(point, inside) for point in inside),
    )  # fmt: skip


def _inside(series: Series, filters: Filters) -> tuple[Point, ...]:
    """The points of which something lies in the chosen years."""
    days = axis.scale(filters.days, 1)
    return tuple(
        point
        for point in series.points
        if point.latest.toordinal() >= days.first and point.earliest.toordinal() < days.last
    )


def _thinned(points: tuple[Point, ...], room: int, selected: str) -> tuple[Point, ...]:
    """At most about `room` points: the extremes, the selected one, those with most sources, and every so many."""
    if len(points) <= room:
        return points
    by_size = sorted(points, key=lambda point: point.at)
    kept = {id(point) for point in (by_size[0], by_size[-1], points[0], points[-1])}
    kept |= {id(point) for point in points if selected and selected in point.observation_ids}
    told = [point for point in points if len(point.doc_ids) > 1]
    kept |= {id(point) for point in sorted(told, key=lambda point: -len(point.doc_ids))[: room // 2]}
    kept |= {id(point) for point in points[:: -(-len(points) // max(1, room - len(kept)))]}
    return tuple(point for point in points if id(point) in kept)


def _axes(
    canvas: Canvas, over: axis.Scale, values: Values, texts: list[str], gutter: int, height: int, lang: str
) -> None:
    p = canvas.palette
    for tick, text in zip(values.ticks, texts, strict=True):
        y = values.y(tick)
        canvas.rule(0, y, over.width, y, p.ink if tick == values.ticks[0] else p.rule)
        canvas.text(-gutter, y, text, 11.5, p.ink2)
    for tick in axis.ticks(over, lang, 11.5):
        if tick.text and tick.major and tick.kind == "year":
            align = "left" if tick.x < 14 else "center"
            canvas.text(tick.x, height - _FOOT + 14, tick.text, 11.5, p.ink2, align)
    if values.log:
        canvas.text(over.width, 8, "对数刻度" if lang == "zh" else "log scale", 11.5, p.ink2, "right")


def _date(point: Point, lang: str) -> str:
    return edtf.label(point.date, lang) if edtf.is_edtf(point.date) else ""


def _covered(plan: Point, points: tuple[Point, ...]) -> bool:
    """Whether what was reached is drawn in the very place of a plan."""
    return any(
        not point.ahead and (point.at, point.earliest, point.latest) == (plan.at, plan.earliest, plan.latest)
        for point in points
    )


def _sentence(point: Point, lang: str) -> str:
    """2024年 100 亿元（计划或预期）: a point for those who do not see the chart."""
    told = f"{_date(point, lang)} {point.words(lang)}"
    if not point.ahead:
        return told
    return f"{told}（{point.aside(lang)}）" if lang == "zh" else f"{told} ({point.aside(lang)})"


def _symbol(point: Point, documents: list[str]) -> str:
    if len(documents) <= 1 or len(set(point.doc_ids)) != 1:
        return _SYMBOLS[0]
    return _SYMBOLS[documents.index(point.doc_ids[0]) % len(_SYMBOLS)]


def _draw_points(
    canvas: Canvas, series: Series, points: tuple[Point, ...], over: axis.Scale, values: Values, selected: str
) -> list[tuple[Point, Box]]:
    """Each point with the box that its shape fills."""
    documents = list(dict.fromkeys(doc_id for point in series.points for doc_id in point.doc_ids))
    return [
        (p, _draw_point(canvas, p, over, values, _symbol(p, documents), selected in p.observation_ids))
        for p in points
    ]


def _make_clickable(canvas: Canvas, placed: list[tuple[Point, Box]], lang: str) -> None:
    for point, box in placed:
        words = "\n".join(filter(None, (point.words(lang), _date(point, lang), point.aside(lang))))
        canvas.hit(box.x0 - 6, box.y0 - 6, box.x1 + 6, box.y1 + 6, point.observation_ids[0], words)


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
        top, bottom = values.y(point.high or 0), values.y(point.low or 0)
        bottom = max(bottom, top + 3)
        canvas.rect(
            x0, top, x1, bottom, p.page if point.ahead else colour, colour, 1, 1 if point.ahead else p.band
        )
        return Box(x0, top, x1, bottom)
    dash = "dot" if point.ahead else "solid"
    canvas.line([(x0, y), (x1, y)], colour, 1.5 if point.comparator in ("=", "≈") else 2, dash)
    if point.comparator in (">", "≥"):
        canvas.line([(x, y), (x, y - 14)], colour, 1.5, dash)
        _mark(canvas, x, y - 15, 8, "triangle-up", point.ahead)
        return Box(x0, y - 20, x1, y + 1)
    if point.comparator in ("<", "≤"):
        canvas.line([(x, y), (x, values.bottom)], colour, 1.2, "dot")
        return Box(x0, y - 4, x1, y + 4)  # words may cross the stem, not the bar
    _mark(canvas, x, y, 10, symbol, point.ahead, 0.45 if point.comparator == "≈" else 1.0)
    return Box(x0, y - 5, x1, y + 5)


def _mark(
    canvas: Canvas, x: float, y: float, size: float, symbol: str, ahead: bool, opacity: float = 1.0
) -> None:
    """Full for what was reached, pale for about, hollow for a plan."""
    p = canvas.palette
    if ahead:
        canvas.dot(x, y, size, p.page, p.data, 1.5, symbol)
    elif opacity < 1:
        canvas.dot(x, y, size, p.page, symbol=symbol)
        canvas.dot(x, y, size, p.data, p.data, 1.2, symbol, opacity)
    else:
        canvas.dot(x, y, size, p.data, symbol=symbol)
