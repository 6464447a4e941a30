"""核对 Checks: what contradicts, is doubtful or was left open; both sides in context, never a winner."""

import itertools

import streamlit as st

from timeline import charts, ui
from timeline.ui import drawer, evidence, facts, figures, frame, hand, live, pager, readings, room
from timeline.ui.markup import Markup, div, go, span, tag, unbroken

COLUMNS = [330, 1014]  # the list, and the open one: of each the framework takes 30 px for the gap
WIDE = "\u2003"
SHOWN = 60  # rows of the list
ORDER = {"error": 0, "warning": 1, "note": 2}


def draw(view: ui.View) -> None:
    checks = _ordered(view)
    frame.title(view, _sentence(view, checks))
    if checks.empty:
        frame.empty(view, "checks", go(view.to("import"), view.say("checks.add"), class_="bn-button"))
        return
    _filters(view, checks)
    rows = _chosen(view, checks)
    if rows.empty:
        frame.empty(
            view,
            "checks",
            go(view.link(kind="", severity="", part=1), view.say("filter.clear"), class_="bn-button"),
        )
        return
    found = rows[rows["check_id"] == view.address.check]
    if found.empty and view.address.check:
        found = checks[checks["check_id"] == view.address.check]
    part = _part(view, rows)
    current = (found if len(found) else rows.iloc[part.first :]).iloc[0].to_dict()
    left, right = st.columns(COLUMNS, gap="large")
    with left, st.container(key="checklist"):
        here = rows.iloc[part.first : part.last].to_dict("records")
        listed = [_row(view, row, current["check_id"]) for row in here]
        st.html(tag("nav", *listed, class_="bn-checks", aria_label=view.say("page.checks")))
        if part.n_parts > 1:

            def link(number: int) -> str:
                return view.link(part=number, check="", fact="")

            st.html(pager.steps(view, part, link, words="rows"))
    with right:
        if view.address.fact:
            drawer.draw(view)
        _detail(view, current)


def _part(view: ui.View, rows) -> pager.Part:
    """The part of the list that holds the open check, else the one that the address names."""
    places = (rows["check_id"] == view.address.check).to_numpy().nonzero()[0]
    number = int(places[0]) // SHOWN + 1 if len(places) else view.address.part
    return pager.part(len(rows), SHOWN, number)


def _ordered(view: ui.View):
    """Contradictions first, what was left open after them; what is settled last."""
    checks = view.shown.checks
    settled = checks["settled"].astype(bool) if "settled" in checks else checks["kind"] == ""
    rank = checks["severity"].map(ORDER).fillna(3).astype(int)
    rank = rank + checks["kind"].isin(readings.OPEN).astype(int) * 5 + settled.astype(int) * 10
    return checks.assign(settled=settled).loc[rank.sort_values(kind="stable").index]


def _sentence(view: ui.View, checks) -> str:
    open_ones = checks[~checks["settled"]]
    if checks.empty:
        return ""
    counts = readings.check_counts(view, open_ones, tuple(ORDER))
    words = (
        view.say("checks.sentence", n=len(open_ones), counts=counts) if counts else view.say("checks.none")
    )
    n_settled = int(checks["settled"].sum())
    return words + (view.say("stop") + view.say("checks.settled", n=n_settled) if n_settled else "")


def _filters(view: ui.View, checks) -> None:
    say, address = view.say, view.address
    kinds = [kind for kind in view.labels.CHECK_WORDS if (checks["kind"] == kind).any()]
    levels = [level for level in ORDER if (checks["severity"] == level).any()]
    rows = [
        (say("checks.kind"), "kind", kinds, lambda code: view.labels.check_kind(code)),
        (say("checks.severity"), "severity", levels, lambda code: view.labels.severity(code)),
    ]
    drawn = []
    for heading, field, codes, worded in rows:
        chosen = getattr(address, field)
        links = [go(view.link(**{field: ""}, part=1), say("filter.all"), aria_current="true" if not chosen else None,
                    data_key=f"{field}-all")]  # fmt: skip
        links += [
            go(view.link(**{field: code}, part=1), f"{worded(code)} {int((checks[field] == code).sum())}",
               aria_current="true" if chosen == code else None, data_key=f"{field}-{code}")
            for code in codes
        ]  # fmt: skip
        drawn.append(tag("nav", span("", heading), *links, class_="bn-nav", aria_label=heading))
    st.html(div("bn-navs", *drawn))


def _chosen(view: ui.View, checks):
    kind, severity = view.address.kind, view.address.severity
    keep = checks["kind"].eq(kind) if kind else checks["kind"].ne("")
    return checks[keep & (checks["severity"].eq(severity) if severity else True)]


def _sigla(view: ui.View, row: dict) -> str:
    documents = dict.fromkeys((row["doc_id"], row["other_doc_id"]))
    return " ".join(view.documents[one]["siglum"] for one in documents if one in view.documents)


def _row(view: ui.View, row: dict, chosen: str) -> Markup:
    sign = view.labels.check_sign(row["kind"], row["severity"])
    note = [view.labels.check_kind(row["kind"]), _sigla(view, row)]
    note += [view.say("checks.is_settled")] if row["settled"] else []
    return go(
        view.link(check=row["check_id"], fact=""), span("bn-accent" if sign == "≠" else "", sign),
        tag("strong", unbroken(readings.finding(row, view.lang))), tag("small", " · ".join(part for part in note if part)),
        class_="bn-checkrow bn-row-plain", aria_current="true" if row["check_id"] == chosen else None,
        data_key=row["check_id"],
    )  # fmt: skip


def _detail(view: ui.View, row: dict) -> None:
    say, lang = view.say, view.lang
    sign = view.labels.check_sign(row["kind"], row["severity"])
    word = f"{sign} {view.labels.severity(row['severity'])}"
    kicker = div(
        "bn-kicker",
        span("", view.labels.check_kind(row["kind"])),
        span("bn-accent" if sign == "≠" else "", word),
    )
    two, finding = bool(row["other_doc_id"]), readings.finding(row, lang)
    sides = [_side(view, row, "", say("checks.one") if two else say("checks.passage"))]
    sides += [_side(view, row, "other_", say("checks.other"))] if two else []
    with st.container(key="check-detail"):
        st.html(
            div(
                "bn-check",
                kicker,
                tag("h2", unbroken(finding), class_="bn-hang" if finding[0] in "「“" else None),
                div("bn-sides" if two else "bn-sides bn-single", *sides),
            )
        )
        figure = charts.ruler_figure(
            view.timeline,
            row,
            lang=lang,
            theme=view.palette.name,
            width=room.column(live.width(), COLUMNS, 1, "large"),
        )
        if figure is not None:
            figures.draw(view, figure, "check-chart", clickable=False)
        st.html(_settling(view, row))
        _buttons(view, row)


def _side(view: ui.View, row: dict, which: str, heading: str) -> Markup:
    doc_id, start, end = row[f"{which}doc_id"], int(row[f"{which}start"]), int(row[f"{which}end"])
    text = view.timeline.text(doc_id)
    document = view.documents.get(doc_id, {})
    there = view.to("sources", read=doc_id, at=f"{start}-{end}")
    said, how = readings.said(row, which, view.lang)
    name, note = said or facts.brief(row[f"{which}exact"], 24), view.say(f"checks.{how}") if how else ""
    pieces = facts.passage(text, start, end, facts.times_in(view.timeline, doc_id, start, end), around=70)
    return tag(
        "section", tag("h3", heading, tag("b", name), note),
        tag("blockquote", evidence.pieces_of(pieces), class_="bn-quote", lang=facts.language(text[start:end])),
        div("bn-place", view.siglum(doc_id), document.get("title", ""), WIDE, document.get("byline", ""), WIDE,
            span("bn-whole", view.say("fact.place", start=start, end=end)), WIDE, go(there, view.say("fact.read"), class_="bn-link")),
    )  # fmt: skip


def _settling(view: ui.View, row: dict) -> Markup:
    say = view.say
    drawn = "both" if row["other_doc_id"] else "none" if row["kind"] in readings.OPEN else "one"
    settle = readings.settling(row, view.lang) or say(f"checks.settle.{row['kind']}")
    events = [event for event in row["event_id"].split("; ") if event]
    names = [say("checks.event"), say("checks.event.other")]
    links = [
        (" · " if n else "", go(view.to("timeline", fact=event), names[n], class_="bn-link"))
        for n, event in enumerate(events[:2])
    ]
    return div(
        "bn-settle", div("", tag("h3", say("checks.settle")), tag("p", settle)),
        div("", tag("h3", say("checks.drawn")), tag("p", say(f"checks.drawn.{drawn}"), " ", *itertools.chain(*links))),
    )  # fmt: skip


def _buttons(view: ui.View, row: dict) -> None:
    say, settled = view.say, bool(row["settled"])
    with st.container(key="check-buttons", horizontal=True):
        st.button(say("checks.unmark" if settled else "checks.mark"), key="settle",
                  on_click=hand.settle, args=(view, row, not settled))  # fmt: skip
        add = go(view.to("import"), say("checks.add"), class_="bn-button")
        st.html(div("bn-small bn-beside-buttons", add, span("", say("checks.kept"))))


ui.show("checks", draw, sized=True)
