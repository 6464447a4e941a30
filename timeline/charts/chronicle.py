"""The timeline: lanes, true-to-scale marks, labels, and the strip of counts under them."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas, coloured, draw_years, escape
from timeline.layout import LANE_ORDER, Box, Layout, Mark, items_of, lane_names, layout
from timeline.tables import FIRST_YEAR, LAST_YEAR, Filters, Timeline, select

WIDTH = 990
_HEAD = 36  # years above the axis
STRIP_HEIGHT = 62  # bars, their numbers above them
_EDGE = 14  # air right of the plot, for words that lean out


def timeline_figure(
    timeline: Timeline,
    filters: Filters | None = None,
    *,
    lang: str = "zh",
    theme: str = "light",
    by: str = "category",
    selected: str = "",
    width: int = WIDTH,
) -> go.Figure:
    """The chart of the Timeline page. `timeline` is the whole one; `filters` choose what is drawn.

    Clicks give `customdata`: an event_id; `lane:<key>` for a lane's name; `bundle:<lane>|<day>|<day>`
    for a badge; `year:<year>` for a bar of the strip. `by` is category, document or entity;
    `selected` an event_id to highlight; `width` the narrowest the chart will be shown at.
    `figure.layout.meta` holds `alt` and the counts n_drawn, n_total, n_before, n_after.
    """
    filters = filters or Filters()
    made, gutter = _laid_out(timeline, filters, lang, by, width)
    canvas = Canvas(look.theme(theme))
    bottom = _HEAD + made.height
    _grid(canvas, made, bottom)
    _lane_heads(canvas, made, gutter)
    if selected:
        _highlight(canvas, made, selected)
    for mark in made.marks:
        draw_mark(canvas, mark, _HEAD)
    for mark in made.marks:
        _label(canvas, mark, _HEAD)
    _badges(canvas, made)
    strip_top = bottom + 22
    whole = (min(FIRST_YEAR, filters.from_year), max(LAST_YEAR, filters.to_year))
    draw_strip(canvas, made.years, whole, filters.years, made.width, strip_top, lang)
    words = "每年件数" if lang == "zh" else "Per year"
    canvas.text(-gutter, strip_top + STRIP_HEIGHT - 12, words, 12, canvas.palette.ink2)
    _hits(canvas, made, gutter, lang)
    figure = canvas.figure(
        (-gutter, made.width + _EDGE), strip_top + STRIP_HEIGHT + 26, _alt(made, filters, lang)
    )
    figure.layout.meta.update(
        n_drawn=len(made.marks), n_total=made.n_total, n_before=made.n_before, n_after=made.n_after
    )
    return figure


def _laid_out(timeline: Timeline, filters: Filters, lang: str, by: str, width: int) -> tuple[Layout, float]:
    """The layout over the chosen years of all that the other filters let through, and the gutter's width."""
    wide = select(timeline, replace(filters, from_year=1, to_year=9999))
    names = lane_names(timeline, lang) if by == "document" else {}
    order = LANE_ORDER if by == "category" else tuple(names)

    def lane_text(key: str, lang: str) -> str:
        return names.get(key) or (key if by == "entity" and key != "other" else labels.category(key, lang))

    items = items_of(wide, by)
    keys = {item.lane for item in items}
    widest = max((axis.width_of(lane_text(key, lang), 13, True) for key in keys), default=0)
    gutter = round(min(max(92.0, widest + 46), width * 0.2))
    made = layout(items, filters.years, width - gutter - _EDGE, lang=lang, order=order, lane_text=lane_text)
    return made, gutter


def _grid(canvas: Canvas, made: Layout, bottom: float) -> None:
    p = canvas.palette
    fine = made.scale.years <= axis.ZOOMED_YEARS
    for tick in made.ticks:
        if fine and not tick.major:
            canvas.rule(tick.x, _HEAD, tick.x, _HEAD + (6 if tick.kind != "day" else 4), p.ink3)
        else:
            strong = tick.major and not fine
            canvas.rule(tick.x, _HEAD, tick.x, bottom, p.rule if strong else p.rule2)
    draw_years(canvas, made.ticks, _HEAD)
    canvas.rule(0, _HEAD, made.width, _HEAD, p.ink, 1.5)


def _lane_heads(canvas: Canvas, made: Layout, gutter: float) -> None:
    p = canvas.palette
    for index, lane in enumerate(made.lanes):
        top = _HEAD + lane.top
        if index:
            canvas.rule(-gutter, top, made.width, top, p.rule)
        y = top + made.style.pad + made.style.row / 2
        room = gutter - 12 - axis.width_of(f" {lane.count}", 11.5)
        text = _fit(lane.text, room)
        canvas.text(-gutter, y, f"<b>{escape(text)}</b>  " + _small(lane.count, p.ink2), 13, p.ink)


def _small(text: str, colour: str) -> str:
    return f'<span style="color:{colour};font-size:11.5px">{text}</span>'


def _fit(text: str, room: float) -> str:
    from timeline.layout import cut

    return cut(text, room, 13, True)


# ── marks ────────────────────────────────────────────────────────────────────────────────────────


def _colour(mark: Mark, p: look.Palette) -> str:
    return p.accent if mark.conflicting else p.ink3 if mark.lane == "external" else p.data


def draw_mark(canvas: Canvas, mark: Mark, top: float) -> None:
    """One mark by the shape grammar; `top` is where the first lane begins."""
    colour = _colour(mark, canvas.palette)
    box = _down(mark.box, top)
    for twin in mark.twins:
        _twin(canvas, box, _down(twin, top), colour)
    {"dot": _dot, "bar": _bar, "band": _band, "range": _range, "fade": _fade}[mark.shape](
        canvas, mark, box, colour
    )
    if mark.ringed:
        _ring(canvas, mark, box, colour)
    if mark.denied:
        canvas.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 11, colour, colour, 1.8, "x-thin")


def _down(box: Box, by: float) -> Box:
    return Box(box.x0, box.y0 + by, box.x1, box.y1 + by)


def _dot(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    fill = canvas.palette.page if mark.hollow else colour
    size = box.x1 - box.x0
    canvas.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, size, fill, colour, 1.3 if mark.hollow else 0)


def _bar(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    _filled(canvas, mark, box, colour, colour)


def _band(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    _filled(canvas, mark, box, colour, look.rgba(colour, canvas.palette.band))


def _filled(canvas: Canvas, mark: Mark, box: Box, colour: str, fill: str) -> None:
    if mark.dotted:
        canvas.rect(*box, canvas.palette.page)
        canvas.outline(box, colour, 1.2)
    elif mark.hollow:
        canvas.rect(*box, canvas.palette.page, colour, 1.2)
    else:
        canvas.rect(*box, fill, colour, 1)


def _range(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    y = (box.y0 + box.y1) / 2
    stop = max((box.y1 - box.y0) / 2, 3)
    right = box.x1 - (5 if mark.goal else 0)
    canvas.line(
        [(box.x0, y), (right, y)], colour, 1.5 if mark.hollow else 2, "dot" if mark.dotted else "solid"
    )
    if mark.opens_left:
        canvas.dot(box.x0 + 3, y, 8, colour, symbol="triangle-left")
    else:
        canvas.line([(box.x0 + 0.5, y - stop), (box.x0 + 0.5, y + stop)], colour, 1.5)
    if mark.opens_right:
        canvas.dot(box.x1 - 3, y, 8, colour, symbol="triangle-right")
    elif mark.goal:
        canvas.dot(box.x1, y, 9, canvas.palette.page, colour, 1.4, "diamond")
    else:
        canvas.line([(box.x1 - 0.5, y - stop), (box.x1 - 0.5, y + stop)], colour, 1.5)


def _fade(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    if mark.hollow:
        canvas.outline(box, colour, 1.2, "dash")
    else:
        canvas.fade(*box, colour)


def _ring(canvas: Canvas, mark: Mark, box: Box, colour: str) -> None:
    if mark.shape == "dot":
        canvas.dot(
            (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box.x1 - box.x0 + 6, "rgba(0,0,0,0)", colour, 1.2
        )
    else:
        grown = Box(max(box.x0 - 3, 0), box.y0 - 3, box.x1 + 3, box.y1 + 3)
        canvas.rect(*grown, line=colour, width=1)


def _twin(canvas: Canvas, box: Box, twin: Box, colour: str) -> None:
    """The other reading, dotted at its own date, and a dotted line to it."""
    canvas.outline(twin, colour, 1.2)
    y = (box.y0 + box.y1) / 2
    ends = (twin.x1, box.x0) if twin.x1 <= box.x0 else (box.x1, twin.x0)
    if ends[1] > ends[0]:
        canvas.line([(ends[0], y), (ends[1], y)], colour, 1.2, "dot")


def _label(canvas: Canvas, mark: Mark, top: float) -> None:
    label, p = mark.label, canvas.palette
    if label is None:
        return
    sign = coloured(f"<b>{label.sign}</b>", p.accent) if label.sign else ""
    suffix = f" {coloured(label.suffix, p.ink3)}" if label.suffix else ""
    name = f"<b>{escape(label.text)}</b>" if label.bold else escape(label.text)
    y = top + (label.box.y0 + label.box.y1) / 2
    at, align = (label.box.x1, "right") if label.side == "left" else (label.box.x0, "left")
    canvas.text(at, y, f"{sign}{name}{suffix}", label.size, p.ink2 if mark.importance == 1 else p.ink, align)


def _highlight(canvas: Canvas, made: Layout, selected: str) -> None:
    p = canvas.palette
    for mark in made.marks:
        if mark.id == selected:
            x0, y0, x1, y1 = _down(mark.hit, _HEAD)
            canvas.rect(x0 - 6, y0 + 1, x1 + 6, y1 - 2, p.highlighter)
            canvas.line([(x0 - 6, y1 - 2), (x1 + 6, y1 - 2)], p.accent, 2)


def _badges(canvas: Canvas, made: Layout) -> None:
    p = canvas.palette
    most = max((bundle.count for bundle in made.bundles if bundle.box), default=1)
    for bundle in made.bundles:
        if bundle.box:
            box = _down(bundle.box, _HEAD)
            # Three steps of one blue are told apart; the number says the rest.
            share = 0.14 + 0.10 * min(int(3 * bundle.count / (most + 1)), 2)
            canvas.rect(*box, look.rgba(p.data, round(share, 2)))
            canvas.text(
                (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, str(bundle.count), 11.5, p.ink, "center"
            )


# ── strip ────────────────────────────────────────────────────────────────────────────────────────


def draw_strip(
    canvas: Canvas,
    counts: tuple[tuple[int, int], ...],
    whole: tuple[int, int],
    window: tuple[int, int],
    width: float,
    top: float,
    lang: str,
) -> None:
    """Events per year over the whole span, the window outlined: zooming hides nothing."""
    p = canvas.palette
    over = axis.scale(whole, width)
    base = top + STRIP_HEIGHT
    inside = {year: n for year, n in counts if whole[0] <= year <= whole[1]}
    most = max(inside.values(), default=1)
    part = window[0] > whole[0] or window[1] < whole[1]
    for year, n in sorted(inside.items()):
        x0 = over.x(axis.Day(year, 1, 1).toordinal())
        x1 = over.x(axis.Day(year, 12, 31).toordinal() + 1)
        height = max((STRIP_HEIGHT - 18) * n / most, 1.5)
        chosen = window[0] <= year <= window[1]
        gap = min(2.5, (x1 - x0) * 0.1)
        canvas.rect(x0 + gap, base - height, x1 - gap, base, p.data if chosen else look.rgba(p.data, 0.62))
        if x1 - x0 >= axis.width_of(str(n), 11):
            canvas.text((x0 + x1) / 2, base - height - 8, labels.count(n, lang), 11, p.ink2, "center")
        canvas.hit(x0, top, x1, base + 20, f"year:{year}", f"{year}: {labels.count(n, lang)}")
    canvas.rule(0, base, width, base, p.ink3)
    for tick in axis.ticks(over, lang, 11.5):
        if tick.text:
            middle = (tick.x + over.x(over.first + (tick.x / over.per_day) + 365)) / 2
            colour = p.ink if tick.major else p.ink3
            canvas.text(middle, base + 12, tick.text, 11, colour, "center")
    if part:
        x0 = over.x(axis.Day(window[0], 1, 1).toordinal())
        x1 = over.x(axis.Day(window[1], 12, 31).toordinal() + 1)
        canvas.outline((x0, top - 2, x1, base), p.accent, 1.4, "solid")


# ── clicks and words ─────────────────────────────────────────────────────────────────────────────


def _hits(canvas: Canvas, made: Layout, gutter: float, lang: str) -> None:
    for lane in made.lanes:
        top = _HEAD + lane.top + made.style.pad
        hover = f"{escape(lane.text)} {lane.count}"
        canvas.hit(-gutter, top, -8, top + made.style.row, f"lane:{lane.key}", hover)
    for bundle in made.bundles:
        if bundle.box:
            hover = f"{bundle.count} 件，点开看" if lang == "zh" else f"{bundle.count} events: click to list"
            canvas.hit(*_down(bundle.box, _HEAD), f"bundle:{bundle.key}", hover)
    for mark in made.marks:
        canvas.hit(*_down(mark.hit, _HEAD), mark.id, hover_words(mark, lang))


def hover_words(mark: Mark, lang: str) -> str:
    words = [
        f"<b>{escape(mark.name[:60])}</b>",
        edtf.label(mark.date, lang) if edtf.is_edtf(mark.date) else "",
    ]
    if mark.status != "single":
        words.append(labels.status(mark.status, lang, sign=True))
    if mark.modality != "fact":
        words.append(labels.modality(mark.modality, lang))
    return "<br>".join([words[0], " · ".join(word for word in words[1:] if word)])


def _alt(made: Layout, filters: Filters, lang: str) -> str:
    lanes = [f"{lane.text} {lane.n_total}" for lane in made.lanes]
    if lang == "zh":
        return f"时间线，{filters.from_year}—{filters.to_year} 年，{made.n_total} 件事。" + "，".join(lanes)
    return f"Timeline {filters.from_year}–{filters.to_year}, {made.n_total} events: " + ", ".join(lanes)
