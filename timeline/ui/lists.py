"""The list twin of a chart: the same events by date, for the eye, the keyboard, print and the phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st

from timeline import labels, plans
from timeline.ui import drawer, facts, glyphs, pager
from timeline.ui.markup import Markup, div, go, span, tag
from timeline.ui.views import View

PART = 100  # events on one page of a list,
LONG = 400  # and half of them where there are more than these: nobody reads on there, they search
STORY = 14  # milestones in a one-page story
ENOUGH = 5  # of them to tell it without key points


def events(view: View) -> None:
    """All chosen events under their years, a part at a time; the chosen one wears the highlighter."""
    chosen = view.shown.events
    part = pager.part(len(chosen), PART if len(chosen) <= LONG else PART // 2, view.address.part)
    rows = chosen.iloc[part.first : part.last].to_dict("records")
    told = tellers(view, [row["event_id"] for row in rows])
    drawn = [(row["earliest"][:4], _row(view, row, told.get(row["event_id"], []))) for row in rows]
    half = _half([year for year, _ in drawn])
    columns = div("", *_years(drawn[:half])), div("", *_years(drawn[half:], drawn[half - 1][0]))
    st.html(
        tag("section", div("bn-columns", *columns), pager.steps(view, part), class_="bn-list",
            aria_label=view.say("timeline.list"))
    )  # fmt: skip


def _half(years: list[str]) -> int:
    """How many rows stand in the first of two columns as tall as each other; the name of a year is a row more."""
    heights = [1 + (n == 0 or year != years[n - 1]) for n, year in enumerate(years)]
    reached = [sum(heights[: n + 1]) for n in range(len(heights))]
    return next(n for n, height in enumerate(reached, 1) if 2 * height >= reached[-1])


def _years(drawn: list[tuple[str, Markup]], before: str = "") -> Iterator[Markup]:
    """Rows under the names of their years; a year that goes on from the column `before` says so again beside it."""
    for year, entries in groupby(drawn, key=itemgetter(0)):
        again = " bn-again" if year == before else ""
        yield tag("h2", year.lstrip("0"), class_=f"bn-year{again}", aria_hidden="true" if again else None)
        yield tag("ol", *(row for _, row in entries))


def tellers(view: View, event_ids: list[str]) -> dict[str, list[dict]]:
    """The mentions of those events, by event, in table order."""
    mentions = view.timeline.mentions
    told: dict[str, list[dict]] = {}
    for row in mentions[mentions["event_id"].isin(event_ids)].to_dict("records"):
        told.setdefault(row["event_id"], []).append(row)
    return told


def _row(view: View, row: dict[str, Any], told: list[dict]) -> Markup:
    lang, status = view.lang, row["status"]
    chosen = row["event_id"] == view.address.fact
    modality = plans.modality(mention["modality"] for mention in told)
    sigla = " ".join(
        dict.fromkeys(view.documents[m["doc_id"]]["siglum"] for m in told if m["doc_id"] in view.documents)
    )
    words = [
        labels.within_year(row["date"], lang), labels.category(row["category"], lang), sigla,
        labels.modality(modality, lang), labels.status(status, lang, int(row["n_documents"])),
    ]  # fmt: skip
    conflicting = (
        [span("bn-accent", labels.status_sign("conflicting", lang) + " ")] if status == "conflicting" else []
    )
    name = span(
        "bn-name",
        *conflicting,
        row["name"],
        " ✎" if row.get("edited") else None,
        " ★" if row.get("starred") else None,
    )
    return tag(
        "li",
        go(
            view.link(fact=row["event_id"]), glyphs.glyph(row, view.palette, modality), name,
            span("bn-meta", *(span("", word) for word in words if word)),
            class_="bn-row", data_key=row["event_id"], data_importance=row["importance"],
            aria_current="true" if chosen else None,
        ),
        drawer.inline(view, row["event_id"]),
    )  # fmt: skip


# ── the story of the milestones ──────────────────────────────────────────────────────────────────


def milestones(view: View) -> list[dict]:
    """What a one-page timeline would hold, by date: importance first, then how many sources.

    Where equals are too many, the years take turns: each gives its best before any gives its second.
    """
    chosen = view.shown.events
    order = chosen.sort_values(["importance", "n_documents", "n_mentions", "earliest", "event_id"],
                               ascending=[False, False, False, True, True], kind="stable")  # fmt: skip
    # A handful of milestones is a story; with fewer, key points fill it up, then whatever there is.
    least = next((level for level in (3, 2) if (order["importance"] >= level).sum() >= ENOUGH), 1)
    order = spread(order[order["importance"] >= least], STORY)
    return order.sort_values(["earliest", "latest", "event_id"]).to_dict("records")


def spread(ranked: pd.DataFrame, n: int) -> pd.DataFrame:
    """The `n` best of ranked rows: by importance, then by turns of the years, then as ranked.

    Where even one from each year is too many, the years stand as far apart as they can.
    """
    taken = ranked.iloc[:0]
    for _, equals in ranked.groupby("importance", sort=False):
        room = n - len(taken)
        if len(equals) > room:
            equals = _by_turns(equals, room)
        taken = pd.concat([taken, equals])
        if len(taken) >= n:
            break
    return taken


def _by_turns(ranked: pd.DataFrame, room: int) -> pd.DataFrame:
    years = ranked["earliest"].str[:4]
    turn = ranked.groupby(years).cumcount()
    chosen: list[int] = []
    for _, places in sorted(turn.reset_index(drop=True).groupby(turn.to_numpy()).groups.items()):
        by_year = sorted(places, key=lambda place: years.iloc[place])
        free = room - len(chosen)
        if len(by_year) > free:
            by_year = [by_year[(2 * step + 1) * len(by_year) // (2 * free)] for step in range(free)]
        chosen += by_year
        if len(chosen) >= room:
            break
    return ranked.iloc[sorted(chosen)]


def story(view: View, rows: list[dict]) -> None:
    """A vertical story: year, what happened, the words that say so, who says it."""
    told = tellers(view, [row["event_id"] for row in rows])
    entries, year = [], ""
    for row in rows:
        entries.append(_entry(view, row, told.get(row["event_id"], []), row["earliest"][:4] != year))
        year = row["earliest"][:4]
    st.html(tag("ol", *entries, class_="bn-story"))


def _entry(view: View, row: dict, told: list[dict], new_year: bool) -> Markup:
    lang, status = view.lang, row["status"]
    quoted = next((m for m in told if m["date"] == row["date"]), told[0] if told else None)
    documents = list(dict.fromkeys(m["doc_id"] for m in told))
    sign = span("bn-accent", labels.status_sign(status, lang) + " ") if status == "conflicting" else None
    word = labels.status(status, lang, int(row["n_documents"]), sign=True)
    said = labels.modality(plans.modality(m["modality"] for m in told), lang)
    year = row["earliest"][:4].lstrip("0")
    return tag(
        "li",
        _storydate(year if new_year else "", row, lang),
        div(
            "bn-storybody",
            tag("h3", go(view.link(fact=row["event_id"]), sign, row["name"], class_="bn-row-name", data_key=row["event_id"],
                         aria_current="true" if row["event_id"] == view.address.fact else None)),
            tag("blockquote", view.say("quoted", words=facts.brief(quoted["exact"], 90)), class_="bn-quote bn-hang", lang=facts.language(quoted["exact"]))
            if quoted else None,
            tag("p", *(view.siglum(doc_id) for doc_id in documents),
                _trace(view, row, quoted, len(told), word), span("bn-small", said) if said else None),
            drawer.inline(view, row["event_id"]),
        ),
    )  # fmt: skip


def _trace(view: View, row: dict, quoted: dict | None, n_told: int, word: str) -> Markup:
    """How well it is sourced, and with one click the passage itself, or all of them side by side."""
    class_ = "bn-accent bn-trace" if row["status"] == "conflicting" else "bn-small bn-trace"
    if quoted is None:
        return span(class_, word)
    one = {"read": quoted["doc_id"], "at": f"{quoted['start']}-{quoted['end']}"}
    there = {"beside": row["event_id"]} if n_told > 1 else one
    title = view.say("fact.beside" if n_told > 1 else "fact.read")
    return go(view.to("sources", fact=row["event_id"], **there), word, class_=class_, title=title)


def _storydate(year: str, row: dict, lang: str) -> Markup:
    return div(
        "bn-storydate",
        span("bn-year", year) if year else None,
        tag("small", labels.within_year(row["date"], lang)),
    )


def year_bars(view: View) -> Markup:
    """Events a year as bars in words: what the phone shows in place of the heat map."""
    counts = view.shown.events["earliest"].str[:4].value_counts().sort_index()
    most = int(counts.max()) if len(counts) else 1
    bars = [
        tag(
            "li",
            span("", year.lstrip("0")),
            span("bn-count", span("bn-bar", style=f"width:{100 * n / most:.0f}%"), str(n)),
        )
        for year, n in counts.items()
    ]
    return tag("ol", *bars, class_="bn-years")
