"""指标 Metrics: what was counted, of whom and when, drawn as it was said; every number with its words."""

import streamlit as st

from timeline import ui
from timeline.ui import drawer, filters, frame, panels
from timeline.ui.markup import go


def draw(view: ui.View) -> None:
    observations = view.shown.observations
    found = view.opened.series(view.address.filters)
    frame.title(view, panels.sentence(view, len(observations), found))
    filters.draw(view, parts=("years", "category", "document"))
    if observations.empty:
        frame.empty(view, "metrics", go(view.to("import"), view.say("page.import"), class_="bn-button"))
    elif view.address.fact:
        left, right = st.columns([1000, 372], gap="small")
        with left:
            panels.small_charts(view, found, 2)
            panels.before_after(view, found)
            panels.listed(view, panels.ordered_like(observations, found), view.say("metrics.table"))
        with right:
            drawer.draw(view)
    else:
        panels.small_charts(view, found, 3)
        _below(view, panels.ordered_like(observations, found), found)


def _below(view: ui.View, ordered, found) -> None:
    """Before and after beside the first rows of the table; the others under both."""
    if panels.find_slopes(found):
        left, right = st.columns([660, 620], gap="large")
        with left:
            panels.before_after(view, found)
        with right:
            panels.listed(view, ordered.head(panels.BESIDE), view.say("metrics.table"))
        ordered = ordered.iloc[panels.BESIDE :]
    if len(ordered):
        panels.listed(view, ordered, view.say("metrics.rest"))


def _scroll(view: ui.View) -> str:
    """A later part of the table is read from its beginning."""
    return f"part{view.address.part}" if view.address.part > 1 else ""


ui.show("metrics", draw, scroll_to="#bn-part", scroll=_scroll)
