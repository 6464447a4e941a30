"""What the program makes of a sentence: shown where a collection has no document yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import edtf
from timeline.ui import glyphs
from timeline.ui.markup import Markup, div, span, tag
from timeline.words.exchange import SPECIMENS

if TYPE_CHECKING:
    from timeline.ui.views import View


def specimen(view: View) -> Markup:
    """Invented sentences, each beside what is read from it."""
    rows = [_row(view, *one) for one in SPECIMENS]
    return tag("section", tag("h2", view.say("empty.specimen")), tag("ol", *rows), class_="bn-specimen")


def _row(view: View, before: str, time: str, after: str, date: str, modality: str, *names: str) -> Markup:
    words = [before, tag("mark", span("bn-time", time), after, class_="bn-evidence")]
    row = {"date": date, "importance": 2, "status": "single", "category": "other"}
    quote = tag("blockquote", *words, class_="bn-quote", lang="zh")
    name = names[0 if view.lang == "zh" else 1]
    notes = [edtf.label(date, view.lang), view.labels.modality(modality)]
    read = div("", tag("b", name), tag("p", " · ".join(note for note in notes if note), class_="bn-small"))
    return tag("li", quote, div("bn-read-as", glyphs.glyph(row, view.palette, modality), read))
