"""Corrections by hand: buttons and forms that write edits, kept apart from the build."""

import json
from collections.abc import Callable

import streamlit as st

from timeline import edits, edtf, labels
from timeline.errors import UserError
from timeline.model import CATEGORIES
from timeline.ui import facts, previews, readings
from timeline.ui.facts import Fact
from timeline.ui.views import View

_OPEN = "_hand_open"  # the fact whose form is open
_SAID = "_hand_said"  # what the last correction answered


def buttons(view: View, fact: Fact) -> None:
    """Star and correct, under the drawer; the form opens in place."""
    say, starred = view.say, bool(fact.row.get("starred"))
    with st.container(key="hand", horizontal=True):
        st.button(
            say("fact.unstar" if starred else "fact.star"), key="hand-star", on_click=change,
            args=(view, fact, "star", starred, not starred),
        )  # fmt: skip
        st.button(say("fact.edit"), key="hand-open", on_click=_toggle, args=(fact.fact_id,))
        if fact.corrections:
            last = int(fact.corrections[-1]["edit_id"])
            st.button(say("fact.undo"), key="hand-undo", on_click=undo, args=(view, last))
    answer = st.session_state.pop(_SAID, "")
    if answer:
        st.warning(answer)
    if st.session_state.get(_OPEN) == fact.fact_id:
        _forms(view, fact)


def _toggle(fact_id: str) -> None:
    st.session_state[_OPEN] = "" if st.session_state.get(_OPEN) == fact_id else fact_id


def change(view: View, fact: Fact, kind: str, before: object, after: object) -> None:
    """Keep one edit of an event; what is refused is said under the form."""
    _keep(view, kind, edits.target(view.timeline, fact.fact_id), before, after)


def _keep(view: View, kind: str, target: dict, before: object, after: object) -> bool:
    try:
        view.opened.edits.add(kind, target, before, after)
    except UserError as error:
        st.session_state[_SAID] = readings.trouble(str(error), view.lang)
        return False
    return True


def _forms(view: View, fact: Fact) -> None:
    say, row = view.say, fact.row
    with st.form("hand-facts"):
        st.text_input(say("hand.name"), row["name"], key="hand-name")
        st.text_input(
            say("hand.date"),
            previews.in_words(row["date"], view.lang),
            key="hand-date",
            help=say("hand.date.help"),
        )
        st.selectbox(
            say("filter.category"), CATEGORIES, CATEGORIES.index(row["category"]), key="hand-category",
            format_func=lambda code: labels.category(code, view.lang),
        )  # fmt: skip
        st.selectbox(
            say("filter.importance"), (3, 2, 1), (3, 2, 1).index(int(row["importance"])), key="hand-importance",
            format_func=lambda level: labels.importance(level, view.lang, dots=True),
        )  # fmt: skip
        st.form_submit_button(say("hand.save"), type="primary", on_click=_save, args=(view, fact))
    _merge_form(view, fact)
    if len(fact.tellings) > 1:
        _split_form(view, fact)
    st.button(say("hand.hide"), key="hand-hide", on_click=_hide, args=(view, fact))
    st.caption(say("checks.kept"))


def _save(view: View, fact: Fact) -> None:
    row, entered = fact.row, st.session_state
    for kind in ("name", "date", "category", "importance"):
        before = int(row[kind]) if kind == "importance" else row[kind]
        after = entered[f"hand-{kind}"]
        after = after.strip() if isinstance(after, str) else after
        after = previews.written(after) if kind == "date" else after
        if after != before and not _keep(
            view, kind, edits.target(view.timeline, fact.fact_id), before, after
        ):
            return
    entered[_OPEN] = ""


def _hide(view: View, fact: Fact) -> None:
    change(view, fact, "hide", False, True)
    view.visit(view.address.change(fact=""))


def _merge_form(view: View, fact: Fact) -> None:
    """Join with another event: the nearest in time come first."""
    say, events = view.say, view.timeline.events
    others = events[events["event_id"] != fact.fact_id]
    if others.empty:
        return
    near = others["earliest"].map(lambda day: abs(_ordinal(day) - _ordinal(fact.row["earliest"])))
    others = others.loc[near.sort_values(kind="stable").index[:200]]
    names = dict(
        zip(others["event_id"], others["date"].map(view.date) + "\u2003" + others["name"], strict=True)
    )
    with st.form("hand-merge"):
        st.selectbox(say("hand.merge"), list(names), index=None, key="hand-other", format_func=names.__getitem__,
                     placeholder=say("hand.merge.choose"))  # fmt: skip
        st.form_submit_button(say("hand.merge.do"), on_click=_merge, args=(view, fact))


def _ordinal(day: str) -> int:
    parts = [int(part) for part in day.split("-")] if day else [9999, 1, 1]
    return parts[0] * 372 + parts[1] * 31 + parts[2]


def _merge(view: View, fact: Fact) -> None:
    other = st.session_state.get("hand-other")
    if other:
        both = edits.target(view.timeline, fact.fact_id, other)
        _keep(view, "merge", both, [fact.fact_id, other], fact.fact_id)
        st.session_state[_OPEN] = ""


def _split_form(view: View, fact: Fact) -> None:
    say = view.say
    quotes = {t.row["mention_id"]: facts.brief(t.row["exact"], 40) for t in fact.tellings}
    with st.form("hand-split"):
        st.caption(say("hand.split"))
        for mention_id, words in quotes.items():
            st.checkbox(words, key=_telling(mention_id))
        st.form_submit_button(say("hand.split.do"), on_click=_split, args=(view, fact))


def _telling(mention_id: str) -> str:
    return f"hand-telling-{mention_id}"


def _split(view: View, fact: Fact) -> None:
    told = [telling.row["mention_id"] for telling in fact.tellings]
    chosen = [one for one in told if st.session_state.get(_telling(one))]
    if chosen and len(chosen) < len(told):  # all of them are this event
        target = edits.mention_target(view.timeline, *chosen)
        if _keep(view, "split", target, fact.fact_id, list(chosen)):
            st.session_state[_OPEN] = ""


def add_form(view: View, doc_id: str) -> None:
    """An event by hand: its words pasted from the document, its date, its headline."""
    say = view.say
    with st.expander(say("hand.add")), st.form("hand-add", clear_on_submit=True):
        st.text_area(say("hand.add.quote"), key="add-quote", height=90)
        st.text_input(say("hand.name"), key="add-name")
        st.text_input(say("hand.date"), key="add-date", help=say("hand.date.help"))
        st.selectbox(
            say("filter.category"), CATEGORIES, CATEGORIES.index("other"), key="add-category",
            format_func=lambda code: labels.category(code, view.lang),
        )  # fmt: skip
        st.selectbox(
            say("filter.importance"), (3, 2, 1), 1, key="add-importance",
            format_func=lambda level: labels.importance(level, view.lang, dots=True),
        )  # fmt: skip
        st.form_submit_button(say("hand.add.do"), type="primary", on_click=_add, args=(view, doc_id))
    answer = st.session_state.pop(_SAID, "")
    if answer:
        st.warning(answer)


def _add(view: View, doc_id: str) -> None:
    entered = st.session_state
    place = find_words(view.timeline.text(doc_id), entered["add-quote"])
    date, name = previews.written(entered["add-date"]), entered["add-name"].strip()
    if place is None:
        entered[_SAID] = view.say("hand.add.notfound")
        return
    if not name or not (edtf.is_edtf(date) and all(edtf.bounds(date))):
        entered[_SAID] = view.say("hand.add.needs")
        return
    event = {
        "doc_id": doc_id, "start": place[0], "end": place[1], "date": date, "name": name,
        "category": entered["add-category"], "importance": entered["add-importance"],
    }  # fmt: skip
    if _keep(view, "add", edits.words_target(view.timeline, doc_id, *place), None, event):
        view.visit(view.address.change(at=f"{place[0]}-{place[1]}"))


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where pasted words stand in a text, however the lines were wrapped; None where they don't."""
    wanted = "".join(words.split())
    if not wanted:
        return None
    places = [place for place, character in enumerate(text) if not character.isspace()]
    at = "".join(text[place] for place in places).find(wanted)
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else None


def settle(view: View, check: dict, settled: bool) -> None:
    """Mark a check as settled, or open it again."""
    _keep(view, "settle", edits.check_target(check), not settled, settled)


def undo(view: View, edit_id: int) -> None:
    view.opened.edits.undo(edit_id)


def redo(view: View, edit_id: int) -> None:
    view.opened.edits.redo(edit_id)


_WORDS: dict[str, Callable[[object, str], str]] = {
    "date": lambda value, lang: previews.in_words(str(value), lang),
    "category": lambda value, lang: labels.category(str(value), lang),
    "importance": lambda value, lang: labels.importance(int(str(value)), lang),
}


def told(view: View, edit: dict) -> str:
    """A row of `Timeline.edits` in words: 日期：2021 → 2021-03-30."""
    return told_plain(view, edit | {side: json.loads(edit[side]) for side in ("before", "after")})


def told_plain(view: View, edit: dict) -> str:
    """The same, of an edit whose `before` and `after` are values."""
    kind = edit["kind"]
    if kind not in ("name", "date", "category", "importance"):
        return view.say(f"hand.told.{kind}")
    word = _WORDS.get(kind, lambda value, lang: str(value))
    before, after = (word(edit[side], view.lang) for side in ("before", "after"))
    return view.say("fact.changed", what=view.say(f"hand.what.{kind}"), before=before, after=after)
