"""The history of corrections by hand, each with its way back."""

import streamlit as st

from timeline.ui import facts, frame, hand
from timeline.ui.markup import Markup, div, go, tag
from timeline.ui.views import View

LISTED = 40  # corrections


def draw(view: View) -> None:
    """Every correction by hand, newest first, each with its way back."""
    history = list(reversed(view.opened.edits.history()))
    frame.section(view.say("import.history"), view.say("checks.kept"))
    if not history:
        st.html(tag("p", view.say("import.history.none"), class_="bn-small"))
    told = view.timeline.edits
    lost = set() if told is None else set(told.loc[~told["attached"].astype(bool), "edit_id"])
    names = dict(zip(view.timeline.events["event_id"], view.timeline.events["name"], strict=True))
    for edit in history[:LISTED]:
        row = {"kind": edit.kind, "before": edit.before, "after": edit.after}
        with st.container(key=f"edit-{edit.edit_id}", horizontal=True):
            words = hand.told_plain(view, row)
            when = edit.at[:16].replace("T", " ")
            note = f"{when} · {view.say('import.history.lost')}" if edit.edit_id in lost else when
            about = tag("small", _edited(view, edit.target, names))
            st.html(div("bn-edit", tag("s", words) if edit.undone else words, about, tag("small", note)))
            act, key = (hand.redo, "import.redo") if edit.undone else (hand.undo, "import.undo")
            st.button(view.say(key), key=f"undo-{edit.edit_id}", on_click=act, args=(view, edit.edit_id))


def _edited(view: View, target: dict, names: dict[str, str]) -> Markup | str:
    """What was corrected: the event by its name, or the words that it stood on."""
    for event_id in target.get("events", ()):
        if event_id in names:
            return go(view.to("timeline", fact=event_id), names[event_id], class_="bn-link")
    quotes = [mention["exact"] for mention in target.get("mentions", ())] or [target.get("exact", "")]
    return view.say("quoted", words=facts.brief(quotes[0], 40)) if quotes[0] else ""
