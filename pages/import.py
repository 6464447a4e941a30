"""导入 Import: documents in; what was read, what was skipped and why; collections; the history of edits."""

import streamlit as st

from timeline import ui
from timeline.ui import address as addresses
from timeline.ui import builds, collecting, frame, history, intake, pager, previews, readings
from timeline.ui.markup import Markup, div, go, span, tag

LISTED = 40  # documents and skipped files in a list at once


def draw(view: ui.View) -> None:
    collection = collecting.collection(view)
    frame.title(view, _sentence(view))
    left, right = st.columns([760, 520], gap="large")
    with left:
        if collection is None:
            frame.section(view.say("empty.served"), view.say("empty.served.hint"))
        else:
            _progress(view, collection)
            intake.drop(view, collection)
            intake.paste(view, collection)
        _documents(view, collection)
        _skipped(view)
    with right:
        _collections(view)
        history.draw(view)


def _sentence(view: ui.View) -> str:
    n = len(view.timeline.documents)
    said = [view.say("import.sentence", n=n) if n else view.say("empty.collection")]
    if view.timeline.skipped:
        said.append(view.say("import.sentence.skipped", n=len(view.timeline.skipped)))
    return view.say("comma").join(said)


@st.fragment(run_every=0.4)
def _watch(view: ui.View, collection_id: str) -> None:
    build = builds.current(collection_id)
    if build is None or not build.running:
        st.rerun()
        return
    share = build.done / build.total if build.total else 0.0
    st.progress(share, view.say("import.reading", done=int(build.done), total=build.total or "…"))
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


def _scroll(view: ui.View) -> str:
    """Another collection is read from its beginning."""
    return f"collection {view.address.collection}" if view.address.collection else ""


ui.show("import", draw, scroll_to=".bn-title", scroll=_scroll)
