"""The timeline as a drawing: lanes, true-to-scale marks, labels, and the strip of counts under them."""

import itertools
from dataclasses import dataclass

import numpy as np

from timeline import axis, edtf, labels
from timeline.drawing.board import Board, Run
from timeline.drawing.marks import draw_mark
from timeline.layout import LANE_ORDER, Columns, Layout, Mark, columns_of, cut, lane_names, layout
from timeline.layout.marks import down
from timeline.tables import FIRST_YEAR, LAST_YEAR, Filters, Timeline, chosen

HEAD = 36  # years above the axis
STRIP_HEIGHT = 62  # bars, their numbers above them
EDGE = 14  # air right of the plot, for words that lean out


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A laid-out timeline, ready to be drawn: x runs from -gutter to the plot's width plus EDGE."""

    made: Layout
    filters: Filters
    gutter: int
    lang: str

    @property
    def height(self) -> float:
        return self.strip_top + STRIP_HEIGHT + 26

    @property
    def strip_top(self) -> float:
        return HEAD + self.made.height + 22

    @property
    def alt(self) -> str:
        made, span = self.made, self.filters.span(self.lang, unit=True)
        lanes = [f"{lane.text} {lane.n_total}" for lane in made.lanes]
        if self.lang == "zh":
            return f"时间线，{span}，{made.n_total} 件事。" + "，".join(lanes)
        return f"Timeline {span}, {made.n_total} events: " + ", ".join(lanes)


def lay_out(
    timeline: Timeline, filters: Filters, lang: str = "zh", by: str = "category", width: int = 960,
    columns: Columns | None = None,
) -> Chronicle:  # fmt: skip
    """The layout over the chosen years of all that the other filters let through, `width` px in all.

    `columns` are those of the whole timeline, for who has them already.
    """
    wide = columns_of(timeline, by) if columns is None else columns
    everywhere = filters.within("1", "9999")
    if everywhere != Filters(1, 9999):
        wide = wide.part(chosen(timeline, everywhere).to_numpy(dtype=bool))
    names = lane_names(timeline, lang) if by == "document" else {}
    order = LANE_ORDER if by == "category" else tuple(names)

    def lane_text(key: str, lang: str) -> str:
        return names.get(key) or (key if by == "entity" and key != "other" else labels.category(key, lang))

    counts = zip(wide.lanes, np.bincount(wide.lane, minlength=len(wide.lanes)).tolist(), strict=True)
    heads = [
        axis.width_of(lane_text(key, lang), 13, True) + axis.width_of(f"  {n}/{n}", 11.5) + 14
        for key, n in counts
        if n
    ]
    gutter = round(min(max([92.0, *heads]), width * 0.2))
    made = layout(wide, filters.days, width - gutter - EDGE, lang=lang, order=order, lane_text=lane_text)
    return Chronicle(made, filters, gutter, lang)


def draw(board: Board, chronicle: Chronicle, selected: str = "", *, zooms: bool = False) -> None:
    """Everything, from the grid to the places to click; `selected` wears the highlighter.

    Where a click can `zoom`, the axis takes clicks as well.
    """
    made, lang = chronicle.made, chronicle.lang
    _grid(board, made)
    _lane_heads(board, made, chronicle.gutter)
    if selected:
        _highlight(board, made, selected)
    for mark in made.marks:
        draw_mark(board, mark, HEAD)
    for mark in made.marks:
        _label(board, mark)
    _badges(board, made)
    top, filters = chronicle.strip_top, chronicle.filters
    draw_strip(board, made.years, filters, made.width, top, lang)
    words = "每年件数" if lang == "zh" else "Per year"
    board.text(-chronicle.gutter, top + STRIP_HEIGHT - 12, words, 12, board.palette.ink2)
    if zooms:
        _zooms(board, chronicle)
    _hits(board, made, chronicle.gutter, lang)


def _grid(board: Board, made: Layout) -> None:
    p, bottom = board.palette, HEAD + made.height
    fine = made.scale.years <= axis.ZOOMED_YEARS
    for tick in made.ticks:
        if fine and not tick.major:
            board.rule(tick.x, HEAD, tick.x, HEAD + (6 if tick.kind != "day" else 4), p.ink3)
        else:
            strong = tick.major and not fine
            board.rule(tick.x, HEAD, tick.x, bottom, p.rule if strong else p.rule2)
    board.years(made.ticks, HEAD)
    board.rule(0, HEAD, made.width, HEAD, p.ink, 1.5)


def _lane_heads(board: Board, made: Layout, gutter: float) -> None:
    p = board.palette
    for index, lane in enumerate(made.lanes):
        top = HEAD + lane.top
        if index:
            board.rule(-gutter, top, made.width, top, p.rule)
        y = top + made.style.pad + made.style.row / 2
        room = gutter - 12 - axis.width_of(f" {lane.count}", 11.5)
        text = cut(lane.text, room, 13, True)
        words = [Run(text, bold=True), Run(f"  {lane.count}", p.ink2, size=11.5)]
        board.text(-gutter, y, words, 13, p.ink)


def _label(board: Board, mark: Mark) -> None:
    label, p = mark.label, board.palette
    if label is None:
        return
    words = [Run(f"{label.sign}\u00a0", p.accent, True)] if label.sign else []
    words.append(Run(label.text, bold=label.bold))
    if label.suffix:
        words.append(Run(f" {label.suffix}", p.ink3))
    y = HEAD + (label.box.y0 + label.box.y1) / 2
    at, align = (label.box.x1, "right") if label.side == "left" else (label.box.x0, "left")
    board.text(at, y, words, label.size, p.ink2 if mark.importance == 1 else p.ink, align)


def _highlight(board: Board, made: Layout, selected: str) -> None:
    p = board.palette
    for mark in made.marks:
        if mark.id == selected:
            x0, y0, x1, y1 = down(mark.hit, HEAD)
            board.rect(x0 - 6, y0 + 1, x1 + 6, y1 - 2, p.highlighter)
            board.line([(x0 - 6, y1 - 2), (x1 + 6, y1 - 2)], p.accent, 2)


def _badges(board: Board, made: Layout) -> None:
    p = board.palette
    most = max((bundle.count for bundle in made.bundles if bundle.box), default=1)
    for bundle in made.bundles:
        if bundle.box:
            box = down(bundle.box, HEAD)
            # Three steps of one blue are told apart; the number says the rest.
            share = 0.14 + 0.10 * min(int(3 * bundle.count / (most + 1)), 2)
            board.rect(*box, p.data, opacity=round(share, 2))
            board.text((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, str(bundle.count), 11.5, p.ink, "center")


# ── strip ────────────────────────────────────────────────────────────────────────────────────────


def strip_years(counts: tuple[tuple[int, int], ...], filters: Filters) -> tuple[int, int]:
    """2005–2026 where at least half of the events begin in them, else all years in which any does; and the window."""
    told, n_told = [year for year, n in counts if n], sum(n for _, n in counts)
    near = sum(n for year, n in counts if FIRST_YEAR <= year <= LAST_YEAR)
    first, last = (FIRST_YEAR, LAST_YEAR) if 2 * near >= n_told else (min(told), max(told))
    return min(first, filters.from_year), max(last, filters.to_year)


def draw_strip(
    board: Board, counts: tuple[tuple[int, int], ...], filters: Filters, width: float, top: float, lang: str
) -> None:
    """Events per year over the whole span, the window outlined: zooming hides nothing."""
    p, whole = board.palette, strip_years(counts, filters)
    over = axis.scale(whole, width)
    base = top + STRIP_HEIGHT
    inside = {year: n for year, n in counts if whole[0] <= year <= whole[1]}
    most = max([4, *inside.values()])  # one event alone is no full bar
    for year, n in sorted(inside.items()):
        x0 = over.x(axis.Day(year, 1, 1).toordinal())
        x1 = over.x(axis.Day(year, 12, 31).toordinal() + 1)
        height = max((STRIP_HEIGHT - 18) * n / most, 1.5)
        chosen = filters.from_year <= year <= filters.to_year
        gap = min(2.5, (x1 - x0) * 0.1)
        board.rect(x0 + gap, base - height, x1 - gap, base, p.data, opacity=1.0 if chosen else 0.62)
        if x1 - x0 >= axis.width_of(str(n), 11):
            board.text((x0 + x1) / 2, base - height - 8, labels.count(n, lang), 11, p.ink2, "center")
        board.hit(x0, top, x1, base + 20, f"year:{year}", f"{year}: {labels.count(n, lang)}")
    board.rule(0, base, width, base, p.ink3)
    for tick in axis.ticks(over, lang, 11.5):
        if tick.text:
            middle = (tick.x + over.x(over.first + (tick.x / over.per_day) + 365)) / 2
            colour = p.ink if tick.major else p.ink3
            board.text(middle, base + 12, tick.text, 11, colour, "center")
    first, last = (day.toordinal() for day in filters.days)
    if first > over.first or last + 1 < over.last:
        board.outline((over.x(first), top - 2, over.x(last + 1), base), p.accent, 1.4, "solid")


# ── clicks and words ─────────────────────────────────────────────────────────────────────────────


def _zooms(board: Board, chronicle: Chronicle) -> None:
    """Each year, quarter, month or day of the axis is a place to click, as far as it lies in the window."""
    made, lang = chronicle.made, chronicle.lang
    two = any(tick.row for tick in made.ticks)
    for row in (0, 1) if two else (0,):
        ticks = [t for t in made.ticks if t.row == row and (t.kind != "quarter" or two)]
        ends = [*(tick.x for tick in ticks), made.width]
        top, bottom = (HEAD / 2 * row, HEAD / 2 * (row + 1)) if two else (0, HEAD)
        for begin, end in itertools.pairwise(ends):
            first = made.scale.day(begin + made.scale.per_day / 2)
            last = made.scale.day(end - made.scale.per_day / 2)
            there = chronicle.filters.within(first.isoformat(), last.isoformat())
            if there == chronicle.filters:
                hover = "回到更宽的范围" if lang == "zh" else "Zoom out"
            else:
                hover = (
                    f"放大到{there.span(lang, unit=True)}" if lang == "zh" else f"Zoom to {there.span(lang)}"
                )
            board.hit(begin, top, end, bottom, f"window:{first}|{last}", hover)


def _hits(board: Board, made: Layout, gutter: float, lang: str) -> None:
    for lane in made.lanes:
        top = HEAD + lane.top + made.style.pad
        hover = f"{lane.text} {lane.count}"
        board.hit(-gutter, top, -8, top + made.style.row, f"lane:{lane.key}", hover)
    for bundle in made.bundles:
        if bundle.box:
            hover = f"{bundle.count} 件，点开看" if lang == "zh" else f"{bundle.count} events: click to list"
            board.hit(*down(bundle.box, HEAD), f"bundle:{bundle.key}", hover)
    for mark in made.marks:
        board.hit(*down(mark.hit, HEAD), mark.id, hover_words(mark, lang))


def hover_words(mark: Mark, lang: str) -> str:
    """The event's name; below it its date and what is special about it."""
    words = [edtf.label(mark.date, lang) if edtf.is_edtf(mark.date) else ""]
    if mark.status != "single":
        words.append(labels.status(mark.status, lang, sign=True))
    words.append(labels.modality(mark.modality, lang))
    return mark.name[:60] + "\n" + " · ".join(word for word in words if word)
