"""The fact drawer: what a fact is and when, how it was read, and what goes with it."""

import streamlit as st

from timeline import edtf, labels, plans
from timeline.series import titled
from timeline.ui import evidence, facts, hand, readings
from timeline.ui.facts import Fact
from timeline.ui.markup import Markup, div, go, join, span, tag
from timeline.ui.views import View


def draw(view: View, key: str = "drawer") -> Fact | None:
    """The drawer of the chosen fact, where one is chosen; returns the fact."""
    if not view.address.fact:
        return None
    fact = facts.find(view.timeline, view.address.fact)
    with st.container(key=key):
        if fact is None:
            st.html(_missing(view))
            return None
        st.html(content(view, fact))
        if fact.kind == "event":
            hand.buttons(view, fact)
    return fact


def inline(view: View, fact_id: str) -> Markup | None:
    """The drawer under its row: what the phone shows in place of the one beside the list."""
    if fact_id != view.address.fact:
        return None
    fact = facts.find(view.timeline, fact_id)
    return div("bn-inline", content(view, fact)) if fact else None


def content(view: View, fact: Fact) -> Markup:
    """Top to bottom as people ask: what, when, which words, where, how read, who else, how to cite."""
    parts = [_head(view, fact), evidence.evidence(view, fact)]
    if fact.kind == "number":
        parts.append(_value(view, fact))
    parts.append(_reading(view, fact))
    if fact.kind == "event":
        parts += [_numbers(view, fact), evidence.sources(view, fact), _corrections(view, fact)]
    parts += [_told_in(view, fact), evidence.cite(view, fact)]
    return tag("article", *parts, class_="bn-drawer", aria_label=name(view, fact))


def _missing(view: View) -> Markup:
    return tag(
        "article", div("bn-kicker", _close(view)), tag("h2", view.say("empty.fact")),
        tag("p", view.say("empty.fact.hint"), class_="bn-small"), class_="bn-drawer",
    )  # fmt: skip


def name(view: View, fact: Fact) -> str:
    """What the fact is called."""
    row, lang = fact.row, view.lang
    if fact.kind == "event":
        return row["name"]
    if fact.kind == "time":
        return view.say("quoted", words=facts.flow(row["text"]))
    return titled(row["property"], row["about"], lang)


def _close(view: View) -> Markup:
    return go(
        view.link(fact=""), "✕", class_="bn-close", data_key=view.address.fact,
        aria_label=view.say("fact.close"), title=view.say("fact.close"),
    )  # fmt: skip


def _head(view: View, fact: Fact) -> Markup:
    say, lang, row = view.say, view.lang, fact.row
    date = row["value"] if fact.kind == "time" else row["date"]
    kicker: list[Markup] = []
    if fact.kind == "event":
        kicker = [
            span("", labels.category(row["category"], lang)),
            span("", span("bn-dots", labels.importance_dots(row["importance"]), aria_hidden="true"),
                 labels.importance(row["importance"], lang)),
        ]  # fmt: skip
        kicker += [span("", say("fact.starred"))] if row.get("starred") else []
        kicker += [span("", say("fact.edited"))] if row.get("edited") else []
    else:
        kicker = [span("", say("fact.time") if fact.kind == "time" else say("marks.number"))]
    placed = bool(row["earliest"])
    lasting = readings.duration(date, lang)
    when = edtf.label(date, lang) if placed and edtf.is_edtf(date) else labels.status("undated", lang)
    when = say("fact.lasting", duration=lasting) if lasting else when
    said = _ahead(view, fact)
    precise = labels.precision(edtf.precision(date), lang) if placed and edtf.is_edtf(date) else ""
    return join(
        div("bn-kicker", *kicker, _close(view)),
        tag("h2", name(view, fact)),
        div("bn-when", when, tag("small", precise), tag("small", said) if said else None),
    )


def _ahead(view: View, fact: Fact) -> str:
    """计划, 否认, 计划或预期: what the charts say by a hollow shape; "" for what happened."""
    if fact.kind == "event":
        said = plans.modality(telling.row["modality"] for telling in fact.tellings)
        return labels.modality(said, view.lang)
    return planned(view, fact.row) if fact.kind == "number" else ""


def planned(view: View, row: dict) -> str:
    """计划或预期 of a dated number that was still to come, else ""."""
    return plans.WORDS[view.lang] if row["earliest"] and view.opened.plans.ahead(row) else ""


def _rows(*rows: tuple[str, str | Markup, str]) -> Markup:
    made = [
        join(tag("dt", term), tag("dd", words, class_=kind or None)) for term, words, kind in rows if words
    ]
    return tag("dl", *made, class_="bn-rows")


def _reading(view: View, fact: Fact) -> Markup | None:
    """The date as written, as read, by which rule and against which anchor."""
    say, telling = view.say, fact.first
    time = telling.time
    row = telling.row
    written = row.get("time_text") or (time["text"] if time else "")
    date = row["value"] if fact.kind == "time" else row["date"]
    rules = [time["rule"]] if time and time["rule"] else []
    if fact.kind != "time" and row["rule"] and row["rule"] not in rules:
        rules.append(row["rule"])
    anchor = readings.anchor(view, row["doc_id"], time["anchor"]) if time else ""
    if not written and not date:
        return None
    rows = _rows(
        (say("fact.date.written"), say("quoted", words=facts.flow(written)) if written else "", "bn-said"),
        (say("fact.date.read"), date, ""),
        (say("fact.rule"), say("listed").join(labels.rule(one, view.lang) for one in rules), ""),
        (say("fact.anchor"), anchor, ""),
        (say("fact.entities"), row.get("entities", ""), ""),
    )
    return tag("section", rows)


def amount(view: View, row: dict) -> str:
    """An observation's value in our own format, with the direction of a change."""
    known = {key: None if row[key] is None or row[key] != row[key] else float(row[key])
             for key in ("value", "low", "high") if not _absent(row[key])}  # fmt: skip
    text = labels.amount(
        known.get("value"), known.get("low"), known.get("high"), row["unit"], row["comparator"], view.lang,
        row["unit_text"],
    )  # fmt: skip
    change = labels.change(row["change"], view.lang)
    return f"{change} {text}" if change else text


def _absent(value: object) -> bool:
    return value is None or str(value) in ("<NA>", "nan", "")


def _value(view: View, fact: Fact) -> Markup:
    say, row = view.say, fact.row
    return tag(
        "section",
        _rows(
            (say("fact.value.written"), say("quoted", words=facts.flow(row["text"])), "bn-said"),
            (say("fact.value.read"), tag("b", amount(view, row)), ""),
            (say("fact.value.about"), row["about"], ""),
        ),
    )


def _numbers(view: View, fact: Fact) -> Markup | None:
    if not fact.numbers:
        return None
    same: dict[tuple[str, str], list[dict]] = {}
    for row in fact.numbers:  # what several documents say alike is one number
        same.setdefault((labels.measure(row["property"], view.lang), amount(view, row)), []).append(row)
    items = [
        (measure,
         join(go(view.link(fact=rows[0]["observation_id"]), tag("b", said), class_="bn-link"), " ",
              span("bn-small", f"×{len(rows)} " if len(rows) > 1 else "", planned(view, rows[0]))), "")
        for (measure, said), rows in same.items()
    ]  # fmt: skip
    return tag("section", tag("h3", view.say("fact.numbers")), _rows(*items))


def _corrections(view: View, fact: Fact) -> Markup | None:
    if not fact.corrections:
        return None
    lines = [tag("p", hand.told(view, edit), class_="bn-small") for edit in fact.corrections]
    return tag("section", tag("h3", view.say("fact.edited")), *lines)


def _told_in(view: View, fact: Fact) -> Markup | None:
    """The events told in the same words."""
    events = list(fact.neighbours)
    if fact.event is not None:
        events.append((fact.event["event_id"], fact.event["name"]))
    if not events:
        return None
    rows = [tag("p", go(view.link(fact=event_id), name, class_="bn-link")) for event_id, name in events[:6]]
    return tag("section", tag("h3", view.say("fact.event")), *rows)
