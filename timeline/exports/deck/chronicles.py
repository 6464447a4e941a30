"""Slides with a timeline: native shapes on a true-to-scale axis, placed by `timeline.layout`.

At most 18 events and 6 lanes a slide. Milestones go first and are never dropped for room before
lesser events; every mark has its label. What did not fit is said, and gets pages of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pptx.presentation import Presentation as Deck

from timeline import axis, edtf, labels
from timeline.exports.deck import claims
from timeline.exports.deck.claims import Day, began, ended
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.measure import measure, tight, width
from timeline.exports.deck.pages import P, Page, Run
from timeline.exports.deck.template import MARGIN, PAGE
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.layout import BACKGROUND, Item, Layout, Mark, Style, layout

MOST_EVENTS, MOST_LANES = 18, 6
_RIGHT, _LAST = 1216, 650
_ROOM = 458  # px for the lanes
_TWO_ROWS = 14  # px that the axis comes lower where years stand above months
_STYLE = Style(row=29, pad=6, gap=8, label=(15, 15, 16), dot=(9, 12, 15), bar=(9, 12, 14), min_bar=8, tick=15)
_BAND, _FADE = 0.2, 7


class Chosen(NamedTuple):
    """The events of one slide, laid out; `left` is how many of the candidates are not on it."""

    made: Layout
    items: tuple[Item, ...]
    years: tuple[int, int]
    left: int
    gutter: float

    @property
    def axis(self) -> float:
        """The axis line's y."""
        return 170 + (_TWO_ROWS if any(tick.row for tick in self.made.ticks) else 0)

    @property
    def first(self) -> float:
        """Where the first lane begins."""
        return self.axis + 7


def choose(items: Sequence[Item], filters_years: tuple[int, int], lang: str) -> Chosen | None:
    """The most important events that one slide can hold, or None where there is nothing to draw."""
    dated = [_tightened(item) for item in items if item.earliest or item.latest]
    ranked = _spread(_in_lanes(sorted(dated, key=_rank)), MOST_EVENTS)
    while ranked:
        years = _years(ranked, filters_years)
        gutter = _gutter(ranked, lang)
        made = _laid_out(ranked, years, gutter, lang)
        bare = {item.id for item in ranked} - {mark.id for mark in made.marks if mark.label}
        if made.height <= _ROOM and not bare:
            made = _larger(ranked, years, gutter, lang) or made
            return Chosen(made, tuple(ranked), years, len(dated) - len(ranked), gutter)
        # Whoever found no room goes first, the least important of them; else the most crowded.
        without = [item for item in ranked if item.id in bare] if made.height <= _ROOM else []
        drop = without[-1] if without else _most_crowded(ranked)
        ranked = [item for item in ranked if item.id != drop.id]
    return None


def _larger(items: Sequence[Item], years: tuple[int, int], gutter: float, lang: str) -> Layout | None:
    """The same in larger type and wider rows, where little is to be shown; None where it does not fit."""
    for type_, row in ((1.3, 1.7), (1.15, 1.3)):
        style = replace(_STYLE.times(type_), row=_STYLE.row * row)
        made = _laid_out(items, years, gutter, lang, style)
        if made.height <= _ROOM * 0.8 and sum(mark.label is not None for mark in made.marks) == len(items):
            return made
    return None


def _spread(ranked: list[Item], most: int) -> list[Item]:
    """The first `most`; where equals compete for the last places, those evenly spread over time."""
    if len(ranked) <= most:
        return ranked
    last = _tier(ranked[most])
    sure = [item for item in ranked if _tier(item) < last]
    equals = sorted((item for item in ranked if _tier(item) == last), key=_when)
    room = most - len(sure)
    return sure + [equals[(2 * n + 1) * len(equals) // (2 * room)] for n in range(room)]


def _most_crowded(ranked: list[Item]) -> Item:
    """Of the least important ones, the one whose neighbour in time is nearest."""
    lowest = [item for item in ranked if _tier(item) == _tier(ranked[-1])]
    days = sorted(_when(item)[0].toordinal() for item in ranked)

    def nearest(item: Item) -> int:
        own = _when(item)[0].toordinal()
        place = days.index(own)
        return min(
            (abs(own - d) for d in days[max(0, place - 1) : place] + days[place + 1 : place + 2]), default=0
        )

    return min(reversed(lowest), key=nearest)


def _when(item: Item) -> tuple[Day, str]:
    return began(item), item.id


def _tier(item: Item) -> tuple:
    """What makes an event go first, but for its date."""
    return -item.importance, -item.starred, item.lane in BACKGROUND, -item.n_documents


def _tightened(item: Item) -> Item:
    return item._replace(name=tight(one_line(item.name)) or "—")


def _rank(item: Item) -> tuple:
    sharp = {"day": 0, "month": 1, "quarter": 2, "season": 2, "half": 3, "year": 4}
    return (
        *_tier(item),
        sharp.get(edtf.precision(item.date) if edtf.is_edtf(item.date) else "", 5),
        str(began(item)), item.id,
    )  # fmt: skip


def _in_lanes(ranked: list[Item]) -> list[Item]:
    """Only the lanes that say most; a milestone's lane always stays (the last ones are joined)."""
    weight: Counter[str] = Counter()
    for item in ranked:
        weight[item.lane] += {3: 100, 2: 3, 1: 1}[item.importance]
    kept = {lane for lane, _ in sorted(weight.items(), key=lambda p: (-p[1], p[0]))[:MOST_LANES]}
    return [item for item in ranked if item.lane in kept or item.importance == 3]


def _years(items: Sequence[Item], limits: tuple[int, int]) -> tuple[int, int]:
    """From the first event's year to the last one's, inside the chosen years, at least three."""
    first = min(began(i).year for i in items)
    last = max(ended(i).year for i in items)
    first, last = max(first, limits[0]), min(last, limits[1])
    if last - first < 2:
        last = min(first + 2, limits[1])
        first = max(min(first, last - 2), limits[0])
    return first, max(first, last)


def _gutter(items: Sequence[Item], lang: str) -> float:
    widest = max(measure(labels.category(item.lane, lang), 18, True) for item in items)
    return max(84.0, min(widest + 14, 190))


def _laid_out(
    items: Sequence[Item], years: tuple[int, int], gutter: float, lang: str, style: Style = _STYLE
) -> Layout:
    return layout(
        items, years, _RIGHT - MARGIN - gutter - 18, lang=lang, style=replace(style, tick=_STYLE.tick), measure=measure, rows=9,
        max_lanes=MOST_LANES,
    )  # fmt: skip


# ── drawing ──────────────────────────────────────────────────────────────────────────────────────


def draw_chronicle(
    deck: Deck, selection: Selection, chosen: Chosen, title: str, kicker: Sequence[str]
) -> None:
    """One slide: kicker, claim, axis, lanes, marks; quotes in the notes."""
    page = Page(deck, PAGE, selection.lang)
    page.kicker(*kicker, *([_left_words(selection, chosen.left)] if chosen.left else []))
    page.title(title)
    x0 = MARGIN + chosen.gutter
    _draw_axis(page, chosen, x0, selection)
    _draw_lanes(page, chosen, x0, selection)
    rows = selection.by_event
    for mark in sorted(chosen.made.marks, key=lambda m: (m.box.y0, m.box.x0)):
        _draw_mark(page, mark, (x0, chosen.first), rows[mark.id], selection)
    told = [m for item in chosen.items for m in selection.told.get(item.id, ())]
    draw_sources(page, selection, [m["doc_id"] for m in told])
    ordered = sorted(chosen.items, key=lambda i: (str(i.earliest), i.id))
    page.notes(claims.note_lines(selection, [rows[item.id] for item in ordered]))


def _left_words(selection: Selection, left: int) -> str:
    return selection.word(f"另有 {left} 件未画", f"{left} more not drawn")


def _draw_axis(page: Page, chosen: Chosen, x0: float, selection: Selection) -> None:
    made = chosen.made
    bottom = min(chosen.first + max(made.height, 120), _LAST)
    fine = made.scale.years <= axis.ZOOMED_YEARS
    alt = f"{chosen.years[0]}–{chosen.years[1]}"
    with page.group(
        selection.word("时间轴", "Time axis"), selection.word(f"时间轴，{alt} 年", f"Time axis, {alt}")
    ):
        two_rows = any(tick.row for tick in made.ticks)
        for tick in made.ticks:
            strong = tick.major and not fine
            foot = bottom if tick.major or not fine else chosen.axis + 6
            role = P.rule if strong or (fine and tick.major) else P.rule2 if foot == bottom else P.ink3
            page.line(x0 + tick.x, chosen.axis, x0 + tick.x, foot, role, 1, name=tick.text or tick.kind)
            if tick.text:
                run = Run(
                    tick.text, 16 if tick.major else 15, tick.major, role=P.ink if tick.major else P.ink3
                )
                y = chosen.axis - (35 if two_rows and not tick.row else 15)
                page.line_of(x0 + tick.x + 5, y, run, 90, name=tick.text)
        page.line(
            x0,
            chosen.axis,
            x0 + made.width,
            chosen.axis,
            P.ink2,
            1.5,
            name=selection.word("轴线", "Axis line"),
        )


def _draw_lanes(page: Page, chosen: Chosen, x0: float, selection: Selection) -> None:
    lane_size = chosen.made.style.label[2]
    for index, lane in enumerate(chosen.made.lanes):
        top = chosen.first + lane.top
        if index:
            page.line(MARGIN, top, _RIGHT, top, P.rule, 1, name=selection.word("分栏线", "Lane rule"))
        y = top + chosen.made.style.pad + chosen.made.style.row / 2
        page.line_of(MARGIN, y, Run(lane.text, min(lane_size, 18), True), chosen.gutter - 8, name=lane.text)


def _draw_mark(page: Page, mark: Mark, corner: tuple[float, float], row: dict, selection: Selection) -> None:
    alt = claims.event_words(selection, row)
    name = one_line(row["name"])[:60]
    x0, y0 = corner
    with page.group(name, alt):
        role = P.accent if mark.conflicting else P.ink3 if mark.lane == "external" else P.data
        box = mark.box._replace(
            x0=mark.box.x0 + x0, x1=mark.box.x1 + x0, y0=mark.box.y0 + y0, y1=mark.box.y1 + y0
        )
        for twin in mark.twins:
            _draw_twin(page, box, twin, x0, role, alt)
        draw_shape(page, mark, box, role, alt)
        _draw_label(page, mark, corner, alt)


def _draw_twin(page: Page, box, twin, x0: float, role: str, alt: str) -> None:
    """The other reading, dotted at its own date, with a dotted line to it."""
    a, b = twin.x0 + x0, twin.x1 + x0
    page.shape(
        "rect",
        a,
        box.y0,
        b - a,
        box.y1 - box.y0,
        line=role,
        weight=1.25,
        dash="sysDash",
        name="另一说",
        alt=alt,
    )
    ends = (b, box.x0) if b <= box.x0 else (box.x1, a)
    if ends[1] > ends[0]:
        y = (box.y0 + box.y1) / 2
        page.line(ends[0], y, ends[1], y, role, 1.25, dash="sysDot", name="另一说", alt=alt)


def draw_shape(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    """The shape grammar: what is known of the date is what is drawn."""
    w, h, y = box.x1 - box.x0, box.y1 - box.y0, (box.y0 + box.y1) / 2
    fill = P.page if mark.hollow else role
    dash = "sysDot" if mark.dotted else ""
    if mark.shape == "dot":
        page.shape(
            "ellipse", box.x0, box.y0, w, h, fill=fill, line=role, weight=1.25, dash=dash, name="日", alt=alt
        )
    elif mark.shape == "bar":
        page.shape(
            "rect", box.x0, box.y0, w, h, fill=fill, line=role, weight=1.25, dash=dash, name="月", alt=alt
        )
    elif mark.shape == "band":
        alpha = 1.0 if mark.hollow else _BAND
        page.shape(
            "rect",
            box.x0,
            box.y0,
            w,
            h,
            fill=fill,
            alpha=alpha,
            line=role,
            weight=1,
            dash=dash,
            name="期间",
            alt=alt,
        )
    elif mark.shape == "fade":
        _draw_fade(page, mark, box, role, alt)
    else:
        _draw_range(page, mark, box, role, alt)
    if mark.ringed:
        kind = "ellipse" if mark.shape == "dot" else "rect"
        page.shape(
            kind, box.x0 - 3, box.y0 - 3, w + 6, h + 6, line=role, weight=1, name="两处出处一致", alt=alt
        )
    if mark.denied:
        x, arm = (box.x0 + box.x1) / 2, 7
        for sign in (1, -1):
            page.line(x - arm, y - sign * arm, x + arm, y + sign * arm, role, 1.75, name="否认", alt=alt)


def _draw_fade(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    w, h = box.x1 - box.x0, box.y1 - box.y0
    if mark.hollow:
        page.shape("rect", box.x0, box.y0, w, h, line=role, weight=1.25, dash="dash", name="约", alt=alt)
        return
    edge = round(min(26 / max(w, 1), 0.5) * 100)
    stops = ((0, 0.06), (edge, 0.65), (100 - edge, 0.65), (100, 0.06))
    page.shape("rect", box.x0, box.y0, w, h, fill=role, gradient=stops, name="约", alt=alt)


def _draw_range(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    y, stop = (box.y0 + box.y1) / 2, max((box.y1 - box.y0) / 2, 5)
    dash = "sysDot" if mark.dotted else ""
    ends = ("head" if mark.opens_left else "") + ("tail" if mark.opens_right else "")
    page.line(
        box.x0, y, box.x1 - (6 if mark.goal else 0), y, role, 2, dash=dash, arrow=ends, name="起止", alt=alt
    )
    if not mark.opens_left:
        page.line(box.x0, y - stop, box.x0, y + stop, role, 1.5, name="起点", alt=alt)
    if mark.goal and not mark.opens_right:
        page.shape(
            "diamond", box.x1 - 6, y - 6, 12, 12, fill=P.page, line=role, weight=1.25, name="目标", alt=alt
        )
    elif not mark.opens_right:
        page.line(box.x1, y - stop, box.x1, y + stop, role, 1.5, name="终点", alt=alt)


def _draw_label(page: Page, mark: Mark, corner: tuple[float, float], alt: str) -> None:
    label = mark.label
    if label is None:
        return
    role = P.ink2 if mark.importance == 1 else P.ink
    runs = [Run(f"{label.sign} ", label.size, True, role=P.accent)] if label.sign else []
    runs.append(Run(label.text, label.size, label.bold, role=role))
    if label.suffix:
        runs.append(Run(f" {label.suffix}", label.size, role=P.ink3))
    w = sum(width(run.text, run.words) for run in runs)
    left = label.side == "left"
    x = corner[0] + (label.box.x1 - w if left else label.box.x0)
    y = corner[1] + (label.box.y0 + label.box.y1) / 2 - (3 if label.side == "over" else 0)
    height = max(24, label.size * 1.5)
    page.text(
        x, y - height / 2, [runs], w=w, leading=height, align="r" if left else "l", name=label.text, alt=alt
    )  # fmt: skip
