"""The browser's side: links that don't reload, copying, scrolling, keys, theme, language, width.

One invisible component a page. Links marked `data-go` are real addresses; a plain click on one is
sent here and becomes a rerun in place of a reload. It draws nothing, and it asks no other host.
"""

from pathlib import Path

import streamlit as st

from timeline import words
from timeline.words.frame import FRAMEWORK

THEME_KEY_VERSION = 2  # of the entry in which this Streamlit keeps the chosen theme

_listener = st.components.v2.component(
    "biannian_links", js=Path(__file__).with_suffix(".js").read_text("utf-8")
)
_KEY, _WIDTH, _HEARD = "clicked_link", "_window_width", "_heard"
USUAL_WIDTH = 1440


def clicked() -> str:
    """The link that was clicked last, once; "" where there was none. Call before drawing."""
    return st.session_state.pop("_followed", "")


def pretend(href: str) -> None:
    """As if this link had been clicked: for charts, whose marks are no links."""
    st.session_state["_followed"] = href


def _keep() -> None:
    result = st.session_state.get(_KEY)
    said = result.get("go") if result is not None else ""
    if said:
        st.session_state[_HEARD] = said
        st.session_state["_followed"] = said.partition(" ")[2]  # after when it was clicked


def _resized() -> None:
    result = st.session_state.get(_KEY)
    width = result.get("width") if result is not None else None
    if isinstance(width, int | float):
        st.session_state[_WIDTH] = int(width)


def width() -> int:
    """How wide the reader's window is, in px, rounded down to 20."""
    told = st.session_state.get(_WIDTH)
    if told is None:
        said = st.context.cookies.get("biannian_width", "")
        told = int(said) if said.isdecimal() and len(said) < 6 else USUAL_WIDTH
    return max(told // 20 * 20, 320)


def listen(lang: str, scroll_to: str = "", scroll: str = "", *, sized: bool = False) -> None:
    """Mount the listener. `scroll` names this scrolling: the same name scrolls only once.

    A page that is drawn for the window's `width` is `sized`: it is drawn again when that changes.
    """
    spoken = "zh-Hans" if lang == "zh" else "en"
    data = {
        "lang": spoken, "scroll_to": scroll_to, "scroll": scroll, "width": width() if sized else 0,
        "chart": words.say("timeline.chart", lang), "terms": FRAMEWORK if lang == "zh" else [],
        "heard": st.session_state.get(_HEARD, ""),
    }  # fmt: skip
    with st.container(key="live"):
        _listener(key=_KEY, data=data, height="content", on_go_change=_keep, on_width_change=_resized)
