"""Plotly figures on a page: one call, a sentence for those who can't see them, clicks as addresses."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from timeline import charts
from timeline.ui import clicks
from timeline.ui.markup import span
from timeline.ui.views import View, open_address


def draw(view: View, figure: Any, key: str, *, clickable: bool = True) -> None:
    """One figure, as wide as its place. Only the first clicked id matters."""
    with st.container(key=f"{key}-box"):
        st.html(span("bn-hidden", charts.alt(figure), role="img", aria_label=charts.alt(figure)))
        used: Any = _used(view, key) if clickable else "ignore"
        st.plotly_chart(
            figure, key=key, theme=None, width="stretch", config={"displayModeBar": False, "displaylogo": False},
            on_select=used, selection_mode="points",
        )  # fmt: skip


def _used(view: View, key: str) -> Callable[[], None]:
    def used() -> None:
        target = clicks.clicked_id(st.session_state.get(key))
        if target:
            open_address(clicks.follow(view.address, target))

    return used
