"""Numbers as small charts, as before and after, and as a table with their words."""

import pandas as pd
import streamlit as st

from timeline import charts
from timeline.series import Series, titled
from timeline.slopes import Slope, find_slopes
from timeline.ui import drawer, facts, figures, frame, live, pager, room
from timeline.ui.markup import Markup, div, go, span, tag
from timeline.ui.views import View

__all__ = [
    "before_after",
    "beside",
    "find_slopes",
    "listed",
    "of_whom",
    "ordered_like",
    "sentence",
    "small_charts",
]

PANELS = 6  # small charts
LEAST = 330  # px that a small chart needs
SLOPES = 7
BESIDE = 8  # rows of the table beside the slopes
ROWS = 150  # of the table at once


def sentence(view: View, n: int, found: tuple[Series, ...]) -> str:
    repeated = sum(one.n_dates > 1 for one in found)
    return view.say("metrics.sentence" if repeated else "metrics.sentence.once", n=n, repeated=repeated)


def small_charts(view: View, found: tuple[Series, ...], within: int) -> None:
    """Small charts of what was told most often, in `within` px; one chosen measure stands alone and larger."""
    chosen = [one for one in found if one.key == view.address.measure] if view.address.measure else []
    several = chosen or [one for one in found if len(one.points) > 1][:PANELS]  # a point alone is no chart
    if not several:
        return
    across = 1 if chosen else max(1, min(3, within // LEAST)) if live.width() > room.PHONE else 1
    width = (within - (across - 1) * room.GAPS["medium"]) // across
    with st.container(key="panels"):
        for first in range(0, len(several), across):
            for place, column in enumerate(st.columns(across, gap="medium")):
                if first + place < len(several):
                    with column:
                        _panel(view, several[first + place], bool(chosen), width)


def _panel(view: View, one: Series, alone: bool, width: int) -> None:
    key = f"metric-{one.property}-{one.about}-{one.unit}"
    there = view.link(measure="" if alone else one.key)
    figure = charts.metric_figure(
        one, view.address.filters, view.places, lang=view.lang, theme=view.palette.name,
        selected=view.address.fact, width=width, height=320 if alone else 190,
    )  # fmt: skip
    facts_of = charts.facts(figure)
    n_drawn, n_inside = facts_of["n_drawn"], facts_of["n_inside"]
    some = view.say("metrics.some", drawn=n_drawn, n=n_inside) if n_drawn < n_inside else None
    hollow = view.say("metrics.ahead") if facts_of["n_ahead"] else None
    st.html(
        tag("header", tag("h2", go(there, one.title(view.lang), data_key=one.key)),
            span("bn-unit", one.unit_words(view.lang), some, hollow), class_="bn-section bn-panelhead")
    )  # fmt: skip
    figures.draw(view, figure, key)


def before_after(view: View, found: tuple[Series, ...], width: int) -> None:
    """From the first telling to the last, where something was told twice."""
    slopes = find_slopes(found)[:SLOPES]
    if slopes:
        with st.container(key="slopes"):
            frame.section(view.say("metrics.slope"), unit=view.say("metrics.slope.note"))
            if live.width() <= room.PHONE:  # no room for the words beside the lines
                st.html(tag("ul", *(_slope(view, slope) for slope in slopes), class_="bn-slopes"))
                return
            figure = charts.slope_figure(slopes, lang=view.lang, theme=view.palette.name, width=width)
            figures.draw(view, figure, "slope-chart")


def _slope(view: View, slope: Slope) -> Markup:
    """> 33 倍, of what, from when as written to when as written."""
    ends = [
        go(view.link(fact=point.observation_ids[0]), view.date(point.date), " ",
           tag("span", view.say("quoted", words=facts.brief(point.text, 20)), class_="bn-said", lang=facts.language(point.text)), data_key=point.observation_ids[0])
        for point in (slope.first, slope.last)
    ]  # fmt: skip
    return tag(
        "li",
        tag("b", slope.words(view.lang)),
        div("", slope.series.title(view.lang), tag("p", ends[0], " → ", ends[1])),
    )


def of_whom(view: View) -> tuple[pd.DataFrame, tuple[Series, ...]]:
    """The numbers and series on the page: of one firm, person or thing where one is chosen.

    In `about` is what the charts' titles say: a firm by its one name, with the thing that is counted.
    """
    told, found = view.shown.observations, view.opened.series(view.address.filters)
    names, chosen = view.opened.whose.reindex(told["observation_id"]), view.address.whose
    told = told.assign(about=names["part"].to_numpy(), whose=names["whose"].to_numpy())
    if not chosen:
        return told, found
    return told[(told["whose"] == chosen) | (told["about"] == chosen)], tuple(
        one for one in found if chosen in (one.whose, one.about)
    )


def ordered_like(observations: pd.DataFrame, found: tuple[Series, ...]) -> pd.DataFrame:
    """As in the small charts: what was told at most moments first; then the rest, by what it measures."""
    place = {(one.about, one.property): n - len(found) for n, one in reversed([*enumerate(found)])}
    order = [place.get(pair, 0) for pair in zip(observations["about"], observations["property"], strict=True)]
    return observations.assign(order=order).sort_values(
        ["order", "about", "property", "earliest", "start"], kind="stable"
    )


def beside(ordered: pd.DataFrame) -> int:
    """How many rows stand beside the slopes: whole groups, as many as fit; of one that is too long, its first."""
    group = ordered["about"] + "\0" + ordered["property"]
    begins = [n for n in range(1, min(BESIDE, len(ordered) - 1) + 1) if group.iloc[n] != group.iloc[n - 1]]
    return len(ordered) if len(ordered) <= BESIDE else begins[-1] if begins else BESIDE


def listed(view: View, rows: pd.DataFrame, heading: str) -> None:
    with st.container(key=f"numbers-{rows.index[0]}"):
        frame.section(heading)
        part = pager.part(len(rows), ROWS, view.address.part)
        if part.n_parts > 1:
            st.html(div("", pager.steps(view, part, words="rows"), id="bn-part"))
        st.html(div("bn-scroll", table(view, rows.iloc[part.first : part.last])))
        if part.n_parts > 1:
            st.html(pager.steps(view, part, words="rows"))


def table(view: View, ordered: pd.DataFrame) -> Markup:
    """Every number: what it measures, when, read, as written, where."""
    say = view.say
    heads = [
        tag("th", say(f"metrics.{name}"), class_="bn-number" if name == "read" else None, scope="col")
        for name in ("measure", "date", "read", "written", "source")
    ]
    rows, last = [], ("", "")
    for told in _together(ordered):
        group = (told[0]["about"], told[0]["property"])
        rows.append(_row(view, told, group != last))
        last = group
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), class_="bn-table")


_SAME = (
    "about",
    "property",
    "date",
    "value",
    "low",
    "high",
    "unit",
    "comparator",
    "change",
    "text",
    "doc_id",
)


def _together(ordered: pd.DataFrame) -> list[list[dict]]:
    """Rows by what they state: what a document says of one time again and again is one row of the table."""
    same: dict[tuple, list[dict]] = {}
    for row in ordered.to_dict("records"):
        same.setdefault(tuple(str(row[name]) for name in _SAME), []).append(row)
    return list(same.values())


def _row(view: View, told: list[dict], first: bool) -> Markup:
    """One number; `told` holds each of its places in one document."""
    chosen = [row for row in told if row["observation_id"] == view.address.fact]
    row = (chosen or told)[0]
    name = titled(row["property"], row["about"], view.lang)
    date = view.date(row["date"]) or "—"
    if planned := drawer.planned(view, row):
        date = tag("span", date, " ", span("bn-small", planned))
    again = span("bn-small", f"×{len(told)}") if len(told) > 1 else None
    return tag(
        "tr", tag("td", name if first else span("bn-hidden", name)), tag("td", date),
        tag("td", go(view.link(fact=row["observation_id"]), drawer.amount(view, row), data_key=row["observation_id"]), class_="bn-number"),
        tag("td", view.say("quoted", words=facts.brief(row["text"], 30)), class_="bn-said", lang=facts.language(row["text"])),
        tag("td", view.siglum(row["doc_id"]), again), aria_current="true" if chosen else None,
    )  # fmt: skip
