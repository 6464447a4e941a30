"""指标 Metrics: what was counted, of whom and when, drawn as it was said; every number with its words."""

import streamlit as st

from timeline import ui
from timeline.ui import drawer, filters, frame, live, panels, room
from timeline.ui.markup import go

BESIDE = [1000, 372]  # the charts, and the drawer
HALVES = [660, 620]


def draw(view: ui.View) -> None:
    observations, found = panels.of_whom(view)
    frame.title(view, panels.sentence(view, len(observations), found) if len(observations) else "")
    filters.draw(view, parts=("years", "whose", "category", "document"))
    if observations.empty and len(view.timeline.observations):
        frame.empty(view, "numbers", frame.cleared(view))
    elif observations.empty:
        frame.empty(view, "metrics", go(view.to("import"), view.say("empty.import"), class_="bn-button"))
    elif view.address.fact:
        left, right = st.columns(BESIDE, gap="small")
        width = room.column(live.width(), BESIDE, 0, "small")
        with left:
            panels.small_charts(view, found, width)
            panels.before_after(view, found, width)
            panels.listed(view, panels.ordered_like(observations, found), view.say("metrics.table"))
        with right:
            drawer.draw(view)
    else:
        panels.small_charts(view, found, room.column(live.width(), [1], 0, "small"))
        _below(view, panels.ordered_like(observations, found), found)


def _below(view: ui.View, ordered, found) -> None:
    """Before and after beside the first rows of the table; the others under both."""
    heading = view.say("metrics.all")
    if panels.find_slopes(found):
        n_beside, heading = panels.beside(ordered), view.say("metrics.rest")
        left, right = st.columns(HALVES, gap="large")
        with left:
            panels.before_after(view, found, room.column(live.width(), HALVES, 0, "large"))
        with right:
            panels.listed(view, ordered.head(n_beside), view.say("metrics.table"))
        ordered = ordered.iloc[n_beside:]
    if len(ordered):
        panels.listed(view, ordered, heading)


def _scroll(view: ui.View) -> str:
    """A later part of the table is read from its beginning."""
    return f"part{view.address.part}" if view.address.part > 1 else ""


ui.show("metrics", draw, scroll_to="#bn-part", scroll=_scroll, sized=True)
