"""Documents on their way in: files dropped and text pasted, each with how it would be read."""

import re

import streamlit as st

from timeline.ui import collecting, frame, previews, readings
from timeline.ui.markup import Markup, div, span, tag
from timeline.ui.views import View


def drop(view: View, collection) -> None:
    """Files, dropped or chosen."""
    frame.section(
        view.say("import.drop"), view.say("import.formats"), view.say("import.into", name=collection.name)
    )
    round_ = st.session_state.setdefault("import-round", 0)
    files = st.file_uploader(
        view.say("import.drop"),
        accept_multiple_files=True,
        key=f"import-files-{round_}",
        label_visibility="collapsed",
    )
    if files:
        pending = [(file.name, file.getvalue()) for file in files]
        _pending(view, collection, pending, f"drop-{round_}")


def paste(view: View, collection) -> None:
    """A text, pasted; its title is its first sentence where none is given."""
    with st.expander(view.say("import.paste")):
        round_ = st.session_state.setdefault("paste-round", 0)
        name = st.text_input(view.say("import.title"), key=f"paste-title-{round_}")
        text = st.text_area(view.say("import.paste.text"), key=f"paste-text-{round_}", height=180)
        if text.strip():
            stem = name.strip() or re.split(r"[。！？!?\n]", text.strip())[0].strip()[:24].rstrip(" ，,、：:")
            _pending(view, collection, [(f"{stem}.txt", text.encode("utf-8", "replace"))], f"paste-{round_}")
        else:  # leaving the field is what sends its words; a button says so
            st.button(
                view.say("import.paste.see"),
                key=f"paste-see-{round_}",
                on_click=_nothing,
                args=(f"paste-text-{round_}",),
            )
            if st.session_state.pop("paste-empty", False):
                st.html(tag("p", view.say("import.paste.empty"), class_="bn-accent", role="status"))


def _nothing(key: str) -> None:
    """Remember that somebody asked to read a text that is not there."""
    st.session_state["paste-empty"] = not st.session_state.get(key, "").strip()


def _pending(view: View, collection, pending: list[tuple[str, bytes]], key: str) -> None:
    """Each file with how it would be read; its title and date can be set before the build."""
    for index, (name, data) in enumerate(pending):
        with st.container(key=f"{key}-{index}"):
            _one(view, name, data, f"{key}-{index}")
    readable = [(n, d) for n, d in pending if not previews.preview(d, n).reason]
    st.button(
        view.say("import.go", n=len(readable)), type="primary", key=f"{key}-go", disabled=not readable,
        on_click=collecting.take_in, args=(view, collection.collection_id, pending, key),
    )  # fmt: skip


def _one(view: View, name: str, data: bytes, key: str) -> None:
    say = view.say
    dated = previews.written(st.session_state.get(f"{key}-date", ""))
    seen = previews.preview(data, name, dated if previews.is_date(dated) else "")
    if seen.reason:
        st.html(
            div(
                "bn-file",
                span("bn-accent", "✕ "),
                tag("b", name),
                tag("p", readings.trouble(seen.reason, view.lang)),
            )
        )
        return
    if seen.container:
        st.html(div("bn-file", tag("b", name), tag("p", say("import.container"))))
        return
    st.html(_seen(view, name, seen))
    title, date = st.columns([2, 1])
    with title:
        st.text_input(say("import.title"), key=f"{key}-title", placeholder=seen.title or name)
    with date:
        st.text_input(
            say("import.published"), key=f"{key}-date", placeholder=view.date(seen.date_published) or say("import.unknown"),
            help=say("hand.date.help"),
        )  # fmt: skip
    if dated and not previews.is_date(dated):
        st.html(tag("p", say("import.nodate", words=dated), class_="bn-accent"))


def _seen(view: View, name: str, seen: previews.Preview) -> Markup:
    """How a file would be read: its length, its encoding, the first times in it."""
    facts = view.say("sources.chars", n=view.labels.count(seen.n_chars))
    if seen.media_type.startswith("text/"):
        facts += f" · {seen.encoding}"
    times = [
        tag(
            "li",
            span("bn-said", view.say("quoted", words=words)),
            " ",
            view.date(value) or view.say("import.unread"),
            title=view.labels.rule(rule),
        )
        for words, value, rule in seen.times
    ]
    listed = tag("ul", *times, class_="bn-times") if times else tag("p", view.say("import.notimes"))
    return div("bn-file", tag("b", name), tag("p", facts), tag("p", view.say("import.firsttimes")), listed)
