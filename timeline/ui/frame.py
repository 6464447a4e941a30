"""What every page has: its head row, its title, the collection, the address, the style sheet."""

import logging
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from timeline import look, words
from timeline.errors import UserError
from timeline.tables import Filters
from timeline.ui import address as addresses
from timeline.ui import datasets, live, readings, specimen, theme
from timeline.ui.address import Address
from timeline.ui.markup import Markup, div, go, join, span, tag
from timeline.ui.views import View, visit

_log = logging.getLogger(__name__)

# Written into the page: a file that the framework serves is gone when the browser asks for it between two runs.
ICON = "data:image/png;base64," + b64encode(Path(__file__).with_name("icon.png").read_bytes()).decode()


class Page(NamedTuple):
    name: str  # in addresses and in words
    path: str  # of its file


PAGES = (
    Page("overview", "app.py"),
    Page("timeline", "pages/timeline.py"),
    Page("metrics", "pages/metrics.py"),
    Page("sources", "pages/sources.py"),
    Page("checks", "pages/checks.py"),
    Page("import", "pages/import.py"),
    Page("export", "pages/export.py"),
)
PATHS = dict(PAGES)


def show(
    page: str, draw: Callable[[View], None], *, scroll_to: str = "",
    scroll: Callable[[View], str] | None = None, sized: bool = False,
) -> None:  # fmt: skip
    """A whole page: head row, `draw(view)`, foot. What goes wrong is one sentence and a hint.

    `scroll(view)` names a place that `scroll_to` (a CSS selector) finds; a new name scrolls there.
    A `sized` page is drawn again when the window gets another width.
    """
    view = open_page(page)
    if view is None:
        return
    try:
        if len(view.timeline.documents) or page == "import":
            draw(view)
        else:
            title(view, heading=view.name if page == "overview" else "")
            empty(view, "collection", go(view.to("import"), view.say("empty.import"), class_="bn-button"))
    except UserError as error:
        refuse(view.address, error)
    except Exception as error:  # a defect of ours: said plainly, and kept in the log
        _log.exception("page %s", page)
        refuse(view.address, UserError(view.say("error.defect"), f"{type(error).__name__}"))
    close_page(view, scroll_to, scroll(view) if scroll else "", sized=sized)


def open_page(page: str) -> View | None:
    """Begin a page: follow a clicked link, read the address, open the collection, draw the head row."""
    href = live.clicked()
    if href:
        _follow(href, page)
    address = addresses.read(st.query_params.to_dict(), page, _remembered())
    say = words.speaker(address.lang)
    st.set_page_config(page_title=f"{say(f'page.{page}')} · {say('name')}", page_icon=ICON, layout="wide")
    palette = look.theme(st.context.theme.type or "light")
    with st.container(key="style"):
        spoken = f':root{{--bn-choose:"{say("import.choose")}";--bn-skip:"{say("skip")}"}}'  # for what only CSS can reach
        st.html(f"<style>{theme.css(palette)}{spoken}{_current(page)}</style>")
    try:
        opened = datasets.open_collection(address.collection)
        view = View(_in_its_years(address, opened), opened, palette)
        _head(view, view.name, len(view.timeline.documents))
        return view
    except UserError as error:
        nothing: Any = None
        closed = View(address, nothing, palette)
        _head(closed, "", 0)
        refuse(address, error)
        close_page(closed)
        return None


def _in_its_years(address: Address, opened: datasets.Opened) -> Address:
    """An address that names no years opens on those that the collection has something to tell of."""
    chosen = address.filters
    if chosen.window != Filters().window:
        return address
    return address.change(filters=chosen.within(*opened.plain.window))


def _follow(href: str, page: str) -> None:
    target = addresses.follow(href, _remembered())
    if target.page != page and target.page in PATHS:
        st.switch_page(PATHS[target.page], query_params=addresses.write(target))
    visit(target)


def _remembered() -> str:
    chosen = st.context.cookies.get("biannian_lang", "")
    return chosen if chosen in addresses.LANGUAGES else "zh"


def _current(page: str) -> str:
    link = f'.st-key-nav-{page} [data-testid="stPageLink-NavLink"]'
    # On a phone the row is pushed to its end for the last pages: what is cut at its beginning fades.
    before = ":root{--bn-before:28px}" if page in ("import", "export") else ""
    return f"{link}{{border-bottom-color:var(--bn-accent)}}{link} p{{color:var(--bn-ink);font-weight:600}}{before}"


def _head(view: View, name: str, n_documents: int) -> None:
    say, address = view.say, view.address
    with st.container(key="head", horizontal=True):
        with st.container(key="wordmark", width="content"):
            st.html(go(view.to("overview"), say("wordmark"), class_="bn-wordmark"), width="content")
        with st.container(key="nav", horizontal=True):
            for page, path in PAGES:
                params = addresses.write(address.to(page))
                with st.container(key=f"nav-{page}", width="content"):
                    st.page_link(path, label=say(f"page.{page}"), query_params=params)
        with st.container(key="headright", width="content"):
            st.html(_head_right(view, name, n_documents), width="content")


def _head_right(view: View, name: str, n_documents: int) -> Markup:
    say, address = view.say, view.address
    of = say("head.collection", name=name, n=n_documents) if name else say("head.documents", n=n_documents)
    languages = [
        tag("b", say(f"lang.{lang}.short"), aria_current="true", lang=_tag(lang))
        if lang == address.lang
        else go(
            view.link(lang=lang), say(f"lang.{lang}.short"), lang=_tag(lang), title=say(f"lang.{lang}.long")
        )
        for lang in addresses.LANGUAGES
    ]
    other = "Light" if view.palette.name == "dark" else "Dark"
    paint = tag(
        "button", say(f"theme.{other.lower()}"), type="button", class_="bn-plain", data_theme=other,
        data_version=live.THEME_KEY_VERSION, data_pages=" ".join("" if p == "overview" else p for p, _ in PAGES),
    )  # fmt: skip
    return div(
        "bn-headright",
        go(view.to("import"), of, class_="bn-collection") if name or n_documents else None,
        span("bn-languages", languages[0], " / ", languages[1]),
        paint,
    )


def _tag(lang: str) -> str:
    return "zh-Hans" if lang == "zh" else "en"


def title(view: View, sentence: str | Markup = "", heading: str = "") -> None:
    """The page's name in the documents' own type, and one sentence that says what is shown."""
    heading = heading or view.say(f"page.{view.address.page}")
    st.html(div("bn-title", tag("h1", heading), tag("p", sentence) if sentence else None, id="bn-main"))


def section(heading: str, note: str = "", unit: str = "") -> None:
    st.html(
        tag(
            "header", tag("h2", heading), span("bn-unit", unit) if unit else None,
            tag("p", note) if note else None, class_="bn-section",
        )
    )  # fmt: skip


def empty(view: View, key: str, *ways: Markup) -> None:
    """Nothing to show is a state: a sentence, and ways out."""
    said = div(
        "bn-empty", tag("h2", view.say(f"empty.{key}")), tag("p", view.say(f"empty.{key}.hint")), join(*ways)
    )
    st.html(join(said, specimen.specimen(view) if key in ("collection", "nothing") else None))


def cleared(view: View) -> Markup:
    """The way back to everything."""
    return go(view.link(filters=Filters(), part=1, whose=""), view.say("filter.clear"), class_="bn-button")


def no_events(view: View) -> None:
    """No event is shown: the filters let none through, or the documents tell of none."""
    if len(view.timeline.events):
        empty(view, "events", cleared(view))
        return
    read = go(view.to("sources"), view.say("empty.read"), class_="bn-button")
    empty(view, "nothing", go(view.to("import"), view.say("empty.import"), class_="bn-button"), read)


def refuse(address: Address, error: UserError) -> None:
    """An error is one sentence and a hint."""
    back = addresses.link(Address("import", address.lang))
    say = words.speaker(address.lang)
    st.html(
        div(
            "bn-empty", tag("h2", readings.trouble(error.message, address.lang)), tag("p", readings.trouble(error.hint, address.lang)),
            go(back, say("page.import"), class_="bn-button"),
        )
    )  # fmt: skip


def close_page(view: View, scroll_to: str = "", scroll: str = "", *, sized: bool = False) -> None:
    """End a page: what it all rests on, and the listener for links."""
    st.html(tag("footer", tag("span", view.say("foot.reading")), class_="bn-foot"))
    live.listen(view.lang, scroll_to, scroll, sized=sized)
