"""Slides with a timeline: native shapes on a true-to-scale axis, placed by `timeline.layout`.

At most 18 events and 6 lanes a slide. Milestones go first and are never dropped for room before
lesser events; every mark has its label. What did not fit is said, and gets pages of its own.
"""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import axis
from timeline.exports.deck import claims
from timeline.exports.deck.choosing import LAST, RIGHT, Chosen
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.marks import draw_mark
from timeline.exports.deck.pages import Page
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import MARGIN, PAGE, WIDTH
from timeline.exports.selection import Selection


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
        draw_mark(page, mark, (x0, chosen.first), rows[mark.id], selection)
    told = [m for item in chosen.items for m in selection.told.get(item.id, ())]
    draw_sources(page, selection, [m["doc_id"] for m in told])
    ordered = sorted(chosen.items, key=lambda i: (str(i.earliest), i.id))
    page.notes(claims.note_lines(selection, [rows[item.id] for item in ordered]))


def _left_words(selection: Selection, left: int) -> str:
    return selection.word(f"另有 {left} 件未画", f"{left} more not drawn")


def _draw_axis(page: Page, chosen: Chosen, x0: float, selection: Selection) -> None:
    made = chosen.made
    bottom = min(chosen.first + max(made.height, 120), LAST)
    fine = made.scale.years <= axis.ZOOMED_YEARS
    with page.group(
        selection.word("时间轴", "Time axis"),
        selection.word("时间轴，", "Time axis, ") + chosen.window.span(selection.lang, unit=True),
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
                x = x0 + tick.x + 5
                room = min(140 if tick.kind == "month" else 90, WIDTH - x)
                page.line_of(x, y, run, room, name=tick.text)
        page.line(
            x0, chosen.axis, x0 + made.width, chosen.axis, P.ink2, 1.5,
            name=selection.word("轴线", "Axis line"),
        )  # fmt: skip


def _draw_lanes(page: Page, chosen: Chosen, x0: float, selection: Selection) -> None:
    lane_size = chosen.made.style.label[2]
    for index, lane in enumerate(chosen.made.lanes):
        top = chosen.first + lane.top
        if index:
            page.line(MARGIN, top, RIGHT, top, P.rule, 1, name=selection.word("分栏线", "Lane rule"))
        y = top + chosen.made.style.pad + chosen.made.style.row / 2
        page.line_of(MARGIN, y, Run(lane.text, min(lane_size, 18), True), chosen.gutter - 8, name=lane.text)
