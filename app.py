"""总览 Overview: the milestones as a story, beside what was said of which year, and what contradicts."""

import streamlit as st

from timeline import charts, ui
from timeline.ui import drawer, figures, filters, frame, lists, live, readings, room
from timeline.ui.markup import Markup, div, go, join, span, tag, unbroken

COLUMNS = [760, 520]  # the story, and what is beside it
LISTED = 40  # documents in the phone's list; the rest is on the Sources page
CONFLICTS = 6  # shown here; the rest is on the Checks page


def draw(view: ui.View) -> None:
    frame.title(view, join(_sentence(view), filters.wider(view)), view.say("overview.title", name=view.name))
    if view.timeline.events.empty:
        frame.no_events(view)
        return
    left, right = st.columns(COLUMNS, gap="large")
    with left, st.container(key="story"):
        _story(view)
    with right:
        if view.address.fact:
            drawer.draw(view)
        _heat(view)
        _coverage(view)
        _conflicts(view)


def _sentence(view: ui.View) -> str:
    filters, shown = view.address.filters, view.shown
    return view.say(
        "overview.sentence", span=filters.span(view.lang, unit=True), events=len(shown.events),
        numbers=len(shown.observations), documents=len(view.timeline.documents),
    )  # fmt: skip


def _story(view: ui.View) -> None:
    rows = lists.milestones(view)
    least = min((int(row["importance"]) for row in rows), default=3)
    note = view.say(f"overview.story.{least}")
    how = tag("p", view.say("overview.how")) if rows else None
    st.html(div("bn-section bn-storyhead", tag("h2", note), how))
    if not rows:
        frame.no_events(view)
        return
    lists.story(view, rows)
    everything = view.say("overview.all", n=len(view.shown.events))
    st.html(div("bn-more", go(view.to("timeline"), everything, class_="bn-link")))


def _heat(view: ui.View) -> None:
    with st.container(key="heat"):
        figure = charts.heat_figure(
            view.timeline, view.address.filters, lang=view.lang, theme=view.palette.name, width=_beside()
        )
        note = "short" if charts.facts(figure).get("n_stretches") else "note"
        frame.section(view.say("overview.heat"), view.say(f"overview.heat.{note}"))
        figures.draw(view, figure, "heat-chart")
    with st.container(key="yearbars"):
        frame.section(view.say("overview.years"))
        st.html(lists.year_bars(view))


def _beside() -> int:
    """The width of the charts in the right column."""
    return room.column(live.width(), COLUMNS, 1, "large")


def _coverage(view: ui.View) -> None:
    with st.container(key="coverage"):
        frame.section(view.say("overview.coverage"), view.say("overview.coverage.note"))
        figure = charts.coverage_figure(
            view.timeline, view.address.filters, lang=view.lang, theme=view.palette.name, width=_beside()
        )
        figures.draw(view, figure, "coverage-chart")
    with st.container(key="documentlist"):
        frame.section(view.say("overview.coverage"))
        listed = [_document(view, doc_id) for doc_id in list(view.documents)[:LISTED]]
        rest = len(view.documents) - len(listed)
        more = go(view.to("sources"), view.say("rows.more", n=rest), class_="bn-link")
        st.html(tag("ul", *listed, tag("li", "", more) if rest else None, class_="bn-documents"))


def _document(view: ui.View, doc_id: str) -> Markup:
    document = view.documents[doc_id]
    return tag(
        "li", view.siglum(doc_id), go(view.to("sources", read=doc_id), document["title"]),
        tag("p", document["byline"], class_="bn-small"),
    )  # fmt: skip


def _conflicts(view: ui.View) -> None:
    checks = view.shown.checks
    if "settled" in checks:
        checks = checks[~checks["settled"].astype(bool)]
    errors = checks[checks["severity"] == "error"]
    frame.section(view.say("overview.conflicts"))
    rows = [_conflict(view, row) for row in errors.head(CONFLICTS).to_dict("records")]
    if not rows:
        rows = [tag("li", div("", view.say("overview.conflicts.none")), class_="bn-none")]
    counts = readings.check_counts(view, checks, ("warning", "note"))
    if counts:
        rest = view.say("overview.rest", counts=counts)
        where = tag("p", view.say("overview.rest.where"), class_="bn-small")
        rows.append(tag("li", span("bn-sign"), div("", go(view.to("checks"), rest), where)))
    st.html(tag("ul", *rows, class_="bn-conflicts"))


def _conflict(view: ui.View, row: dict) -> Markup:
    sigla = [
        view.documents[d]["siglum"]
        for d in dict.fromkeys((row["doc_id"], row["other_doc_id"]))
        if d in view.documents
    ]
    note = f"{view.labels.check_kind(row['kind'])}\u2003{' '.join(sigla)}"
    return tag(
        "li", span("bn-sign bn-accent", "≠"),
        div("", go(view.to("checks", check=row["check_id"]), unbroken(readings.finding(row, view.lang))), tag("p", note, class_="bn-small")),
    )  # fmt: skip


ui.show("overview", draw, sized=True)
