"""How to read the marks: the shape grammar with words."""

from __future__ import annotations

from base64 import b64encode

from timeline.ui import glyphs
from timeline.ui.frame import View
from timeline.ui.markup import Markup, span, tag

_SHOWN = (
    ("day", "2021-03-30", "single", "fact"),
    ("month", "2021-03", "single", "fact"),
    ("band", "2021", "single", "fact"),
    ("range", "2019/2021", "single", "fact"),
    ("about", "2021~", "single", "fact"),
    ("plan", "2021", "single", "plan"),
    ("agreed", "2021-03-30", "agreed", "fact"),
    ("conflicting", "2021", "conflicting", "fact"),
)


def legend(view: View) -> Markup:
    items = []
    for name, date, status, modality in _SHOWN:
        svg = glyphs.shape(date, 2, status, modality, "other", view.palette)
        source = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
        image = tag("img", src=source, alt="", width=glyphs.WIDTH, height=glyphs.HEIGHT)
        items.append(tag("li", image, span("", view.say(f"legend.{name}"))))
    items.append(tag("li", view.say("legend.badge")))
    return tag("ul", *items, class_="bn-legend")
