"""出处 Sources: a document with every extracted span marked, and one event's tellings side by side."""

from functools import partial

import streamlit as st

from timeline import ui
from timeline.ui import drawer, evidence, facts, frame, hand, pager, reader, readings
from timeline.ui.markup import Markup, div, go, span, tag

LISTED = 40  # documents in the list at once


def draw(view: ui.View) -> None:
    frame.title(view, _sentence(view))
    if view.address.beside:
        _beside(view)
        return
    shares = [290, 690, 372] if view.address.fact else [290, 1044]
    columns = st.columns(shares, gap="medium")
    doc_id = view.address.read if view.address.read in view.documents else next(iter(view.documents))
    with columns[0], st.container(key="docs"):
        _documents(view, doc_id)
    with columns[1]:
        _read(view, doc_id)
    if view.address.fact:
        with columns[2]:
            drawer.draw(view)


def _documents(view: ui.View, doc_id: str) -> None:
    """The list of documents: the part of it that holds the open one."""
    every = list(view.documents)
    part = pager.part(len(every), LISTED, every.index(doc_id) // LISTED + 1)
    listed = [_document(view, one, doc_id) for one in every[part.first : part.last]]
    st.html(tag("nav", *listed, class_="bn-docs", aria_label=view.say("sources.documents")))
    if part.n_parts > 1:

        def link(number: int) -> str:
            return view.link(read=every[(number - 1) * LISTED], at="", part=1, fact="")

        st.html(pager.steps(view, part, link, words="rows"))


def _sentence(view: ui.View) -> str:
    all_of = view.timeline
    chars = int(all_of.documents["n_chars"].sum()) if len(all_of.documents) else 0
    return view.say(
        "sources.sentence", documents=len(all_of.documents), chars=view.labels.count(chars),
        times=len(all_of.times), numbers=len(all_of.observations), events=len(all_of.mentions),
    )  # fmt: skip


def _counts(view: ui.View, doc_id: str) -> str:
    all_of = view.timeline
    counts = {
        name: int((table["doc_id"] == doc_id).sum())
        for name, table in (
            ("times", all_of.times),
            ("numbers", all_of.observations),
            ("events", all_of.mentions),
        )
    }
    return view.say("sources.counts", **counts)


def _document(view: ui.View, doc_id: str, chosen: str) -> Markup:
    document = view.documents[doc_id]
    return go(
        view.link(read=doc_id, at="", part=1, fact=""), view.siglum(doc_id), tag("strong", document["title"]),
        span("bn-small", document["byline"] or view.say("sources.undated")), span("bn-small", _counts(view, doc_id)),
        class_="bn-doc", aria_current="true" if doc_id == chosen else None, data_key=f"doc{doc_id}",
    )  # fmt: skip


def _read(view: ui.View, doc_id: str) -> None:
    text = view.timeline.text(doc_id)
    marks = reader.find_marks(view.timeline, doc_id, view.address.marks)
    cuts = reader.parts(text)
    shown = view.address.span
    if shown and shown[0] >= len(text):
        shown = None
    part = reader.part_of(cuts, shown[0]) if shown else min(view.address.part, len(cuts))
    start, end = cuts[part - 1]
    st.html(_about(view, doc_id))
    st.html(_tools(view, doc_id, marks, shown[0] if shown else start, part, len(cuts)))
    with st.container(key="reader"):

        def link(mark: reader.Mark) -> str:
            if mark.kind == "check":
                return view.to("checks", check=mark.fact)
            return view.link(read=doc_id, at=f"{mark.start}-{mark.end}", fact=mark.fact)

        dates = dict(zip(view.timeline.events["event_id"], view.timeline.events["date"], strict=True))
        said = reader.modalities(view.timeline)

        def note(event_id: str) -> str:
            told = view.date(dates.get(event_id, "")), view.labels.modality(said.get(event_id, "fact"))
            return " ".join(filter(None, told))

        page = reader.Page(text, start, end, marks, shown, view.address.fact)
        st.html(reader.draw(page, link, note, partial(_title, view)))
    if len(cuts) > 1:
        st.html(_steps(view, doc_id, part, len(cuts)))
    hand.add_form(view, doc_id)


def _title(view: ui.View, mark: reader.Mark) -> str:
    """What the pointer shows on a mark: how it was read, in words."""
    if mark.kind == "time":
        lasting = readings.duration(mark.note, view.lang)
        return lasting if mark.note.startswith("P") else view.date(mark.note)
    worded = {"number": view.labels.measure, "check": view.labels.check_kind}
    return worded[mark.kind](mark.note) if mark.kind in worded else mark.note


def _about(view: ui.View, doc_id: str) -> Markup:
    document, say = view.documents[doc_id], view.say
    published = document["published"]
    basis = readings.basis(document["date_basis"], view.lang)
    dated = published or say("sources.undated")
    if published and basis:
        dated = say("bracketed", words=published, note=say("sources.basis", basis=basis))
    told = [document["author"], document["publisher"], dated, document["path"],
            say("sources.chars", n=view.labels.count(int(document["n_chars"]))), document["encoding"]]  # fmt: skip
    return div("bn-dochead", tag("h2", document["title"], lang=facts.language(document["title"])),
               tag("p", " · ".join(part for part in told if part)))  # fmt: skip


def _tools(view: ui.View, doc_id: str, marks: list, position: int, part: int, parts: int) -> Markup:
    """Which kinds are marked, and the way to the mark before and after."""
    say, chosen = view.say, view.address.marks
    kinds = [go(view.link(marks=()), say("filter.all"), aria_current="true" if not chosen else None)]
    kinds += [
        go(view.link(marks=(kind,)), span(f"bn-keys bn-m-{kind}"), say(f"marks.{kind}"),
           aria_current="true" if kind in chosen else None, data_key=f"mark-{kind}")
        for kind in reader.KINDS
    ]  # fmt: skip
    before, after = reader.neighbours(marks, position)
    jumps = [
        go(view.link(read=doc_id, at=f"{mark.start}-{mark.end}", fact=mark.fact if mark.kind != "check" else ""),
           say(key), data_key=key)
        for key, mark in (("sources.previous", before), ("sources.next", after)) if mark
    ]  # fmt: skip
    where = [span("", say("sources.part", part=part, parts=parts))] if parts > 1 else []
    return tag("nav", span("", say("sources.marks")), *kinds, *jumps, *where, class_="bn-nav",
               aria_label=say("sources.marks"))  # fmt: skip


def _steps(view: ui.View, doc_id: str, part: int, parts: int) -> Markup:
    numbers = sorted({1, *range(max(1, part - 4), min(parts, part + 4) + 1), parts})
    steps = [
        go(
            view.link(read=doc_id, at="", part=number, fact=""),
            str(number),
            aria_current="page" if number == part else None,
        )
        for number in numbers
    ]
    return tag("nav", span("", view.say("sources.jump")), *steps, class_="bn-nav", aria_label=view.say("sources.jump"))  # fmt: skip


def _beside(view: ui.View) -> None:
    """Every telling of one event, each in its own document."""
    fact = facts.find(view.timeline, view.address.beside)
    if fact is None or fact.kind != "event":
        frame.empty(
            view, "fact", go(view.link(beside=""), view.say("sources.beside.back"), class_="bn-button")
        )
        return
    columns = [_telling(view, fact, telling) for telling in fact.tellings]
    st.html(
        tag("nav", tag("b", fact.row["name"]), span("", view.say("sources.beside")),
            go(view.link(beside=""), view.say("sources.beside.back"), class_="bn-link"), class_="bn-nav", aria_label=view.say("sources.beside"))
    )  # fmt: skip
    st.html(div("bn-beside", *columns))


def _telling(view: ui.View, fact: facts.Fact, telling: facts.Telling) -> Markup:
    row = telling.row
    document = view.documents[row["doc_id"]]
    return tag(
        "article", tag("h3", view.siglum(row["doc_id"]), document["title"]),
        tag("p", document["byline"], class_="bn-small"),
        tag("p", view.say("fact.reads", date=view.date(row["date"])), class_="bn-small"),
        evidence.quote(view, telling, around=220), evidence.place(view, row["doc_id"], row["start"], row["end"]),
    )  # fmt: skip


def _scroll(view: ui.View) -> str:
    return f"{view.address.read}:{view.address.at}" if view.address.at else ""


ui.show("sources", draw, scroll_to="#bn-here", scroll=_scroll)
