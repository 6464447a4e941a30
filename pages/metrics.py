"""指标 Metrics: what was counted, of whom and when, drawn as it was said; every number with its words."""

import streamlit as st

from timeline import charts, edtf, labels, ui
from timeline.ui import drawer, facts, figures, filters, frame
from timeline.ui.markup import Markup, go, span, tag

PANELS = 6  # small charts
ROWS = 150  # of the table at once


def draw(view: ui.View) -> None:
    observations = view.shown.observations
    series = charts.series(view.shown) if hasattr(charts, "series") else []
    frame.title(view, _sentence(view, len(observations)))
    filters.draw(view, search=False)
    if observations.empty:
        frame.empty(view, "metrics", go(view.to("import"), view.say("page.import"), class_="bn-button"))
        return
    if view.address.fact:
        left, right = st.columns([1000, 372], gap="small")
        with left:
            _panels(view, 2)
            _tables(view, observations)
        with right:
            drawer.draw(view)
        return
    _panels(view, 3)
    _tables(view, observations)


def _sentence(view: ui.View, n: int) -> str:
    repeated = view.shown.observations.groupby(["about", "property"])["date"].nunique()
    return view.say("metrics.sentence", n=n, repeated=int((repeated > 1).sum()))


def _panels(view: ui.View, across: int) -> None:
    make = charts.CHARTS.get("metrics")
    if not make:
        return
    figure = make(view.timeline, view.address.filters, lang=view.lang, theme=view.palette.name)
    with st.container(key="panels"):
        figures.draw(view, figure, "metrics-chart")


def _tables(view: ui.View, observations) -> None:
    st.html(table(view, observations))


def table(view: ui.View, observations) -> Markup:
    """Every number: what it measures, when, read, as written, where."""
    say = view.say
    ordered = observations.sort_values(["about", "property", "earliest", "start"], kind="stable")
    heads = [tag("th", say(f"metrics.{name}"), class_="bn-number" if name == "read" else None, scope="col")
             for name in ("measure", "date", "read", "written", "source")]  # fmt: skip
    rows, last = [], ("", "")
    for row in ordered.head(ROWS).to_dict("records"):
        group = (row["about"], row["property"])
        rows.append(_row(view, row, group != last))
        last = group
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), class_="bn-table")


def _row(view: ui.View, row: dict, first: bool) -> Markup:
    name = " ".join(part for part in (row["about"], labels.measure(row["property"], view.lang)) if part)
    date = edtf.label(row["date"], view.lang) if row["date"] and edtf.is_edtf(row["date"]) else "—"
    chosen = row["observation_id"] == view.address.fact
    return tag(
        "tr", tag("td", name if first else span("bn-hidden", name)), tag("td", date),
        tag("td", go(view.link(fact=row["observation_id"]), drawer.amount(view, row), data_key=row["observation_id"]), class_="bn-number"),
        tag("td", view.say("quoted", words=facts.brief(row["text"], 30)), class_="bn-said", lang="zh"),
        tag("td", view.siglum(row["doc_id"])), aria_current="true" if chosen else None,
    )  # fmt: skip


ui.show("metrics", draw)
