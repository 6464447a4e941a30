"""Numbers over time, as their writers stated them: a dot, a band, a bound with its arrow; plans are hollow."""

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas
from timeline.charts.values import Values
from timeline.drawing.board import Run
from timeline.layout import Box
from timeline.series import Point, Series
from timeline.tables import Filters

METRIC_WIDTH, METRIC_HEIGHT = 440, 190
_SYMBOLS = ("circle", "square", "triangle-up", "diamond")  # by document, where there are several
ROOM = 1000  # px² that a point takes: a chart with more of them is a blot
_EDGE, _FOOT, _HEAD = 18, 26, 26
_FARTHER = (10, 28, 44, 60, 76)  # px from a point to words that a line leads to


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
    over = axis.scale(filters.days, width - gutter - _EDGE)
    _axes(canvas, over, values, texts, gutter, height, lang)
    placed = _draw_points(canvas, series, inside, over, values, selected)
    unnamed = _name_points(canvas, placed, over.width, height - _FOOT, sigla or {}, lang)
    _make_clickable(canvas, placed, lang)
    stated = "; ".join(_sentence(point, lang) for point in inside[:12])
    return canvas.figure(
        (-gutter, over.width + _EDGE), height, f"{series.title(lang)}: {stated}",
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


def _name_points(
    canvas: Canvas, placed: list[tuple[Point, Box]], width: float, bottom: float, sigla: dict[str, int],
    lang: str,
) -> int:  # fmt: skip
    """Words for the points, those with most sources first; the same words twice in one spot say nothing.

    How many found no place is said in a corner, and returned.
    """
    taken = [box for _, box in placed]
    named: set[tuple[str, int]] = set()
    unnamed = 0
    for point, box in sorted(placed, key=lambda pair: (-len(pair[0].doc_ids), -pair[0].at)):
        spot = (point.words(lang), round((box.x0 + box.x1) / 120))
        if spot not in named:
            named.add(spot)
            unnamed += not _name_point(canvas, point, box, taken, width, bottom, sigla, lang)
    if unnamed:
        said = f"另有 {unnamed} 点未写数" if lang == "zh" else f"{unnamed} more without words"
        room = axis.width_of(said, 11.5)
        free = all(not Box(width - room, 14, width, 30).meets(other) for other in taken)
        canvas.text(width if free else 0, 22, said, 11.5, canvas.palette.ink2, "right" if free else "left")
    return unnamed


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


def _name_point(
    canvas: Canvas, point: Point, box: Box, taken: list[Box], width: float, bottom: float, sigla, lang: str
) -> bool:
    """Value and sigla above the point, else below or beside, else farther off with a thin leader; False where
    nothing is free."""
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
    near = len(spots)
    columns = (centred, *(x for step in (10, 40, 80) for x in (box.x1 + step, box.x0 - step - room)))
    heights = [at for step in _FARTHER for at in (box.y0 - step, box.y1 + step)]
    spots += [(x, at) for at in heights for x in columns]
    for index, (x, middle_y) in enumerate(spots):
        spot = Box(x, middle_y - 8, x + room, middle_y + 8)
        fits = spot.x0 >= 0 and spot.x1 <= width + _EDGE and spot.y0 >= 0 and spot.y1 <= bottom - 1
        ground = Box(spot.x0 - 2, spot.y0, spot.x1 + 2, spot.y1)
        if fits and not ground.meets(box) and not any(ground.meets(other) for other in taken):
            if index >= near and not _led(canvas, box, ground, taken):
                continue
            taken.append(ground)
            canvas.rect(*ground, canvas.palette.page)
            line = [Run(words, bold=True), Run(f" {signs}" if signs else "", canvas.palette.ink2)]
            canvas.text(x, middle_y, line, 12.5, canvas.palette.ink)
            return True
    return False


def _led(canvas: Canvas, box: Box, ground: Box, taken: list[Box]) -> bool:
    """A thin line from a point's box to its words, drawn where it crosses nothing else; False where it would."""
    beside = ground.x0 > box.x1 or ground.x1 < box.x0
    x1 = min(max((box.x0 + box.x1) / 2, ground.x0), ground.x1)
    y1 = min(max((box.y0 + box.y1) / 2, ground.y0), ground.y1)
    x0, y0 = min(max(x1, box.x0), box.x1), (box.y0 + box.y1) / 2 if beside else min(max(y1, box.y0), box.y1)
    steps = [(x0 + (x1 - x0) * part / 8, y0 + (y1 - y0) * part / 8) for part in range(1, 8)]
    others = [other for other in taken if not other.meets(box)]
    if any(other.meets(Box(x - 1, y - 1, x + 1, y + 1)) for other in others for x, y in steps):
        return False
    canvas.line([(x0, y0), (x1, y1)], canvas.palette.ink3, 1)
    return True


def _sigla(point: Point, sigla: dict[str, int], lang: str) -> str:
    """甲, 甲 乙, 丙 ×6."""
    counts: dict[str, int] = {}
    for doc_id in point.doc_ids:
        if doc_id in sigla:
            sign = labels.siglum(sigla[doc_id], lang)
            counts[sign] = counts.get(sign, 0) + 1
    signs = [f"{sign}{labels.GAP}×{n}" if n > 1 else sign for sign, n in counts.items()]
    return " ".join(signs[:3]) + ("…" if len(signs) > 3 else "")
