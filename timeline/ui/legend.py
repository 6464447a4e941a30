"""How to read the marks: the shape grammar with words."""

import datetime

from timeline.layout import shape_of
from timeline.plans import modalities
from timeline.tables import Timeline
from timeline.ui import glyphs
from timeline.ui.markup import Markup, span, tag
from timeline.ui.views import View

Day = datetime.date

_SHOWN = (  # words, date, status and modality of a sample
    ("day", "2021-03-30", "single", "fact"),
    ("month", "2021-03", "single", "fact"),
    ("band", "2021", "single", "fact"),
    ("range", "2019/2021", "single", "fact"),
    ("about", "2021~", "single", "fact"),
    ("plan", "2021", "single", "plan"),
    ("agreed", "2021-03-30", "agreed", "fact"),
    ("conflicting", "2021", "conflicting", "fact"),
    ("denied", "2021", "single", "denied"),
)
_KINDS = {"dot": "day", "bar": "month", "band": "band", "range": "range", "fade": "about"}
_NOT_YET = {"plan", "forecast", "hypothetical"}


def legend(view: View, crowded: bool, badges: bool = False) -> Markup:
    """What occurs among the events shown; how lanes are counted, where the chart has no room for some, and the badges that hold them."""
    there = occurring(view.shown)
    items = []
    for name, date, status, modality in (one for one in _SHOWN if one[0] in there):
        svg = glyphs.shape(date, 2, status, modality, "other", view.palette)
        items.append(tag("li", glyphs.image(svg), span("", view.say(f"legend.{name}"))))
    if badges:
        items.append(
            tag("li", glyphs.image(glyphs.badge(3, view.palette)), span("", view.say("legend.bundle")))
        )
    if crowded:
        items.append(tag("li", view.say("legend.badge")))
    items.append(tag("li", view.say("legend.how")))
    return tag("ul", *items, class_="bn-legend")


def occurring(shown: Timeline) -> set[str]:
    """The names of the shapes, outlines and crosses that the events of a timeline are drawn with."""
    events = shown.events
    said = set(modalities(shown).values())
    there = set(events["status"].unique()) | ({"plan"} if said & _NOT_YET else set()) | (said & {"denied"})
    for date, *days in events[["date", "earliest", "latest"]].drop_duplicates().itertuples(index=False):
        if any(days):
            there.add(_KINDS[shape_of(date, *(Day.fromisoformat(day) if day else None for day in days))])
        if there.issuperset(_KINDS.values()):
            break
    return there
