"""时间线 Timeline: filters, chart and drawer side by side, the same events as a list under them."""

import streamlit as st

from timeline import charts, tables, ui
from timeline.ui import drawer, figures, filters, frame, legend, lists, live, room
from timeline.ui.markup import join

COLUMNS = [1000, 372]  # the chart and the drawer
LEAST = 760  # px; in less room the chart is scrolled


def draw(view: ui.View) -> None:
    frame.title(view, join(sentence(view), filters.wider(view)))
    filters.draw(view)
    if not view.address.fact:
        _body(view)
        return
    left, right = st.columns(COLUMNS, gap="small")
    with left:
        _body(view)
    with right:
        drawer.draw(view)


def sentence(view: ui.View) -> str:
    """How much is shown, from how much, what contradicts, what lies outside the years."""
    chosen, shown = view.address.filters, view.shown
    before, after = tables.outside(view.timeline, chosen)
    conflicting = int((shown.events["status"] == "conflicting").sum())
    return view.labels.summary(chosen.window, len(shown.events), shown.n_telling, conflicting, before, after)


def _body(view: ui.View) -> None:
    if not len(view.shown.events):
        frame.no_events(view)
        return
    with st.container(key="chart"):
        address = view.address
        columns = COLUMNS if address.fact else [1]
        width = room.column(live.width(), columns, 0, "small", LEAST)
        st.html(f"<style>.st-key-timeline-chart{{min-width:{width}px}}</style>")
        figure = view.opened.chronicle(
            address.filters, view.lang, view.palette.name, address.lanes, address.fact, width
        )
        figures.draw(view, figure, "timeline-chart")
        drawn = charts.facts(figure)
        st.html(
            legend.legend(view, crowded=drawn["n_drawn"] < drawn["n_total"], badges=drawn["n_badges"] > 0)
        )
    lists.events(view)


def _scroll(view: ui.View) -> str:
    """A later part of the list is read from its beginning."""
    return f"part{view.address.part}" if view.address.part > 1 else ""


ui.show("timeline", draw, scroll_to=".bn-list .bn-year", scroll=_scroll, sized=True)
