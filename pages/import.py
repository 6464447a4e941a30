"""导入 Import: documents in; what was read, what was skipped and why; collections; the history of edits."""

import re

import streamlit as st

from timeline import ui
from timeline.ui import address as addresses
from timeline.ui import builds, collecting, facts, frame, hand, pager, previews, readings
from timeline.ui.markup import Markup, div, go, span, tag

LISTED = 40  # documents and skipped files in a list at once


def draw(view: ui.View) -> None:
    collection = collecting.collection(view)
    frame.title(view, _sentence(view))
    left, right = st.columns([760, 520], gap="large")
    with left:
        if collection is None:
            frame.empty(view, "served")
        else:
            _progress(view, collection)
            _drop(view, collection)
            _paste(view, collection)
        _documents(view, collection)
        _skipped(view)
    with right:
        _collections(view)
        _history(view)


def _sentence(view: ui.View) -> str:
    n = len(view.timeline.documents)
    said = [view.say("import.sentence", n=n) if n else view.say("empty.collection")]
    if view.timeline.skipped:
        said.append(view.say("import.sentence.skipped", n=len(view.timeline.skipped)))
    return view.say("comma").join(said)


# ── bringing documents in ────────────────────────────────────────────────────────────────────────


def _drop(view: ui.View, collection) -> None:
    frame.section(view.say("import.drop"), view.say("import.formats"))
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


def _paste(view: ui.View, collection) -> None:
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


def _pending(view: ui.View, collection, pending: list[tuple[str, bytes]], key: str) -> None:
    """Each file with how it would be read; its title and date can be set before the build."""
    for index, (name, data) in enumerate(pending):
        with st.container(key=f"{key}-{index}"):
            _one(view, name, data, f"{key}-{index}")
    readable = [(n, d) for n, d in pending if not previews.preview(d, n).reason]
    st.button(
        view.say("import.go", n=len(readable)), type="primary", key=f"{key}-go", disabled=not readable,
        on_click=collecting.take_in, args=(view, collection.collection_id, pending, key),
    )  # fmt: skip


def _one(view: ui.View, name: str, data: bytes, key: str) -> None:
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
    facts = say("sources.chars", n=view.labels.count(seen.n_chars))
    if seen.media_type.startswith("text/"):
        facts += f" · {seen.encoding}"
    times = [
        tag(
            "li",
            span("bn-said", say("quoted", words=words)),
            " ",
            _read_as(view, value),
            title=readings.rule(rule, view.lang),
        )
        for words, value, rule in seen.times
    ]
    listed = tag("ul", *times, class_="bn-times") if times else tag("p", say("import.notimes"))
    st.html(div("bn-file", tag("b", name), tag("p", facts), tag("p", say("import.firsttimes")), listed))
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


_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


def _read_as(view: ui.View, value: str) -> str:
    """A year, a month or a day as they are; what only a machine would read, in words."""
    if not value or _PLAIN.fullmatch(value):
        return value or view.say("import.unread")
    return readings.duration(value, view.lang) or view.date(value)


@st.fragment(run_every=0.4)
def _watch(view: ui.View, collection_id: str) -> None:
    build = builds.current(collection_id)
    if build is None or not build.running:
        st.rerun()
        return
    share = build.done / build.total if build.total else 0.0
    st.progress(share, view.say("import.reading", done=build.done, total=build.total or "…"))
    st.html(tag("ul", *(tag("li", "✓ ", path) for path in build.read[-8:]), class_="bn-small bn-read-files"))
    if st.button(view.say("import.stop"), key="import-stop"):
        build.stopping.set()


def _progress(view: ui.View, collection) -> None:
    """A running build with its stop button; a finished one with what it says."""
    build = builds.current(collection.collection_id)
    if build is None:
        return
    if build.running:
        _watch(view, collection.collection_id)
        return
    said = view.say(
        f"import.{build.state}", n=len(build.read), message=build.message, events=len(view.timeline.events),
        documents=len(view.timeline.documents),
    )  # fmt: skip
    there = (
        go(view.to("timeline"), view.say("import.look"), class_="bn-button")
        if len(view.timeline.events)
        else None
    )
    st.html(div("bn-said-build", span("", readings.trouble(said, view.lang)), there, role="status"))
    if build.state != "done":
        st.button(
            view.say("import.again"),
            key="import-again",
            on_click=collecting.go_on,
            args=(collection.collection_id,),
        )


# ── what is there ────────────────────────────────────────────────────────────────────────────────


def _documents(view: ui.View, collection) -> None:
    with st.container(key="import-documents"):
        frame.section(view.say("import.documents"))
        if not view.documents:
            st.html(tag("p", view.say("empty.collection"), class_="bn-small"))
        part = pager.part(len(view.documents), LISTED, view.address.part)
        for place, (doc_id, document) in list(enumerate(view.documents.items()))[part.first : part.last]:
            with st.container(key=f"doc-{place}", horizontal=True, vertical_alignment="center"):
                st.html(_document(view, doc_id, document))
                if collection is not None:
                    _mend(view, collection, doc_id, document)
        if part.n_parts > 1:
            st.html(pager.steps(view, part, words="rows"))


def _document(view: ui.View, doc_id: str, document: dict) -> Markup:
    mentions = view.timeline.mentions
    n_events = int(mentions.loc[mentions["doc_id"] == doc_id, "event_id"].nunique())
    published = document["published"]
    basis = (
        view.say("sources.basis", basis=readings.basis(document["date_basis"], view.lang))
        if published and document["date_basis"]
        else ""
    )
    facts = [document["author"], published or view.say("sources.undated"), basis, document["path"],
             view.say("import.events", n=n_events)]  # fmt: skip
    return div(
        "bn-doc bn-docrow", view.siglum(doc_id), tag("strong", go(view.to("sources", read=doc_id), document["title"])),
        span("bn-small", " · ".join(fact for fact in facts if fact)),
    )  # fmt: skip


def _mend(view: ui.View, collection, doc_id: str, document: dict) -> None:
    """Correct a document's title and date, or take it out."""
    say = view.say
    with st.popover(say("fact.edit"), key=f"mend-{doc_id}"):
        with st.form(f"mend-form-{doc_id}"):
            st.text_input(say("import.title"), document["title"], key=f"mend-title-{doc_id}")
            st.text_input(say("import.author"), document["author"], key=f"mend-author-{doc_id}")
            st.text_input(say("import.published"), previews.in_words(document["date_published"], view.lang), key=f"mend-date-{doc_id}",
                          help=say("hand.date.help"))  # fmt: skip
            st.form_submit_button(say("hand.save"), type="primary", on_click=collecting.mend,
                                  args=(collection.collection_id, doc_id, document["path"]))  # fmt: skip
        refused = st.session_state.pop(f"mend-said-{doc_id}", "")
        if refused:
            st.html(tag("p", say("import.nodate", words=refused), class_="bn-accent"))
        st.button(say("import.remove"), key=f"remove-{doc_id}", on_click=collecting.remove,
                  args=(collection.collection_id, document["path"]))  # fmt: skip


def _skipped(view: ui.View) -> None:
    if not view.timeline.skipped:
        return
    frame.section(view.say("import.skipped"))
    rows = [
        tag("li", tag("b", path), tag("p", readings.trouble(reason, view.lang)))
        for path, reason in view.timeline.skipped
    ]
    st.html(tag("ul", *rows, class_="bn-skipped"))


def _collections(view: ui.View) -> None:
    frame.section(view.say("import.collections"), view.say("import.collections.note"))
    rows = []
    for one in collecting.known():
        address = addresses.Address("import", view.lang, "" if one.default else one.collection_id)
        here = (view.address.collection or "") == address.collection and not collecting.served_here(view)
        link = go(
            addresses.link(address),
            one.name,
            aria_current="true" if here else None,
            data_key=f"c-{one.collection_id}",
        )
        rows.append(tag("li", link, span("bn-small", view.say("import.files", n=one.n_files))))
    st.html(tag("ul", *rows, class_="bn-collections"))
    with st.form("new-collection", clear_on_submit=True):
        st.text_input(view.say("import.new"), key="new-name", placeholder=view.say("import.new.example"))
        st.form_submit_button(view.say("import.create"), on_click=collecting.create, args=(view,))
    said = st.session_state.pop("collection-said", "")
    if said:
        st.warning(said)
    if view.address.collection:
        with st.popover(view.say("import.delete")):
            st.html(tag("p", view.say("import.delete.sure", name=view.timeline.name)))
            st.button(
                view.say("import.delete.yes"), key="delete-yes", on_click=collecting.delete, args=(view,)
            )


def _history(view: ui.View) -> None:
    """Every correction by hand, newest first, each with its way back."""
    history = list(reversed(view.opened.edits.history()))
    frame.section(view.say("import.history"), view.say("checks.kept"))
    if not history:
        st.html(tag("p", view.say("import.history.none"), class_="bn-small"))
    told = view.timeline.edits
    lost = set() if told is None else set(told.loc[~told["attached"].astype(bool), "edit_id"])
    names = dict(zip(view.timeline.events["event_id"], view.timeline.events["name"], strict=True))
    for edit in history[:40]:
        row = {"kind": edit.kind, "before": edit.before, "after": edit.after}
        with st.container(key=f"edit-{edit.edit_id}", horizontal=True):
            words = hand.told_plain(view, row)
            when = edit.at[:16].replace("T", " ")
            note = f"{when} · {view.say('import.history.lost')}" if edit.edit_id in lost else when
            about = tag("small", _edited(view, edit.target, names))
            st.html(div("bn-edit", tag("s", words) if edit.undone else words, about, tag("small", note)))
            act, key = (hand.redo, "import.redo") if edit.undone else (hand.undo, "import.undo")
            st.button(view.say(key), key=f"undo-{edit.edit_id}", on_click=act, args=(view, edit.edit_id))


def _edited(view: ui.View, target: dict, names: dict[str, str]) -> Markup | str:
    """What was corrected: the event by its name, or the words that it stood on."""
    for event_id in target.get("events", ()):
        if event_id in names:
            return go(view.to("timeline", fact=event_id), names[event_id], class_="bn-link")
    quotes = [mention["exact"] for mention in target.get("mentions", ())] or [target.get("exact", "")]
    return view.say("quoted", words=facts.brief(quotes[0], 40)) if quotes[0] else ""


def _scroll(view: ui.View) -> str:
    """Another collection is read from its beginning."""
    return f"collection {view.address.collection}" if view.address.collection else ""


ui.show("import", draw, scroll_to=".bn-title", scroll=_scroll)
