"""Which events a slide holds: the most important, spread over time, all of them with their labels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from timeline import edtf, labels
from timeline.exports.deck.claims import Day, began, ended
from timeline.exports.deck.measure import measure, tight
from timeline.exports.deck.theme import MARGIN
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.layout import BACKGROUND, Item, Layout, Style, layout
from timeline.tables import LIST_SEPARATOR, Filters

MOST_EVENTS, MOST_LANES = 18, 6
RIGHT, LAST = 1216, 650
_ROOM = 458  # px for the lanes
_TWO_ROWS = 14  # px that the axis comes lower where years stand above months
_STYLE = Style(row=29, pad=6, gap=8, label=(15, 15, 16), dot=(9, 12, 15), bar=(9, 12, 14), min_bar=8, tick=15)


class Chosen(NamedTuple):
    """The events of one slide, laid out; `left` is how many of the candidates are not on it."""

    made: Layout
    items: tuple[Item, ...]
    window: Filters
    left: int
    gutter: float

    @property
    def axis(self) -> float:
        """The axis line's y."""
        return 170 + (_TWO_ROWS if any(tick.row for tick in self.made.ticks) else 0)

    @property
    def first(self) -> float:
        """Where the first lane begins."""
        return self.axis + 7


def of_chosen_events(selection: Selection) -> Selection:
    """The same, with only those numbers and checks that belong to the chosen events, where events were chosen.

    The tables keep every number and check of the chosen years and documents; a deck of the starred
    events, or of one category or year, tells of nothing else.
    """
    filters, shown = selection.filters, selection.timeline
    picked = bool(filters.starred or filters.categories or filters.statuses or filters.query.strip())
    if len(shown.events) == len(selection.whole.events):
        return selection
    numbers = shown.observations
    if picked:
        numbers = numbers[numbers["event_id"].isin(shown.events["event_id"])].reset_index(drop=True)
    checks = shown.checks
    events, elsewhere = set(shown.events["event_id"]), selection.whole.mentions
    keep = [_concerns(row, events, elsewhere, not picked) for row in checks.to_dict("records")]
    checks = checks[pd.Series(keep, index=checks.index, dtype=bool)].reset_index(drop=True)
    return replace(selection, timeline=replace(shown, observations=numbers, checks=checks))


def _concerns(row: dict, events: set[str], mentions: pd.DataFrame, free: bool) -> bool:
    """Whether a check is of a chosen event, or stands where one is told; `free`: or where no event is told."""
    touched = {event_id for event_id in str(row["event_id"]).split(LIST_SEPARATOR) if event_id}
    for side in ("", "other_"):
        if row[f"{side}doc_id"]:
            here = mentions[mentions["doc_id"] == row[f"{side}doc_id"]]
            here = here[(here["start"] < row[f"{side}end"]) & (here["end"] > row[f"{side}start"])]
            touched |= set(here["event_id"])
    return bool(touched & events) or (free and not touched)


def choose(items: Sequence[Item], filters: Filters, lang: str) -> Chosen | None:
    """The most important events that one slide can hold, or None where there is nothing to draw."""
    dated = [_tightened(item) for item in items if item.earliest or item.latest]
    ranked = _spread(_in_lanes(sorted(dated, key=_rank)), MOST_EVENTS)
    while ranked:
        window = _window(ranked, filters)
        gutter = _gutter(ranked, lang)
        made = _laid_out(ranked, window, gutter, lang)
        bare = {item.id for item in ranked} - {mark.id for mark in made.marks if mark.label}
        if made.height <= _ROOM and not bare:
            made = _larger(ranked, window, gutter, lang) or made
            return Chosen(made, tuple(ranked), window, len(dated) - len(ranked), gutter)
        # Whoever found no room goes first, the least important of them; else the most crowded.
        without = [item for item in ranked if item.id in bare] if made.height <= _ROOM else []
        drop = without[-1] if without else _most_crowded(ranked)
        ranked = [item for item in ranked if item.id != drop.id]
    return None


def _larger(items: Sequence[Item], window: Filters, gutter: float, lang: str) -> Layout | None:
    """The same in larger type and wider rows, where little is to be shown; None where it does not fit."""
    for type_, row in ((1.3, 1.7), (1.15, 1.3)):
        style = replace(_STYLE.times(type_), row=_STYLE.row * row)
        made = _laid_out(items, window, gutter, lang, style)
        if made.height <= _ROOM * 0.8 and sum(mark.label is not None for mark in made.marks) == len(items):
            return made
    return None


def _spread(ranked: list[Item], most: int) -> list[Item]:
    """The first `most`; where equals compete for the last places, those evenly spread over time."""
    if len(ranked) <= most:
        return ranked
    last = _tier(ranked[most])
    sure = [item for item in ranked if _tier(item) < last]
    equals = sorted((item for item in ranked if _tier(item) == last), key=_when)
    room = most - len(sure)
    return sure + [equals[(2 * n + 1) * len(equals) // (2 * room)] for n in range(room)]


def _most_crowded(ranked: list[Item]) -> Item:
    """Of the least important ones, the one whose neighbour in time is nearest."""
    lowest = [item for item in ranked if _tier(item) == _tier(ranked[-1])]
    days = sorted(_when(item)[0].toordinal() for item in ranked)

    def nearest(item: Item) -> int:
        own = _when(item)[0].toordinal()
        place = days.index(own)
        return min(
            (abs(own - d) for d in days[max(0, place - 1) : place] + days[place + 1 : place + 2]), default=0
        )

    return min(reversed(lowest), key=nearest)


def _when(item: Item) -> tuple[Day, str]:
    return began(item), item.id


def _tier(item: Item) -> tuple:
    """What makes an event go first, but for its date."""
    return -item.importance, -item.starred, item.lane in BACKGROUND, -item.n_documents


def _tightened(item: Item) -> Item:
    return item._replace(name=tight(one_line(item.name)) or "—")


def _rank(item: Item) -> tuple:
    sharp = {"day": 0, "month": 1, "quarter": 2, "season": 2, "half": 3, "year": 4}
    return (
        *_tier(item),
        sharp.get(edtf.precision(item.date) if edtf.is_edtf(item.date) else "", 5),
        str(began(item)), item.id,
    )  # fmt: skip


def _in_lanes(ranked: list[Item]) -> list[Item]:
    """Only the lanes that say most; a milestone's lane always stays (the last ones are joined)."""
    weight: Counter[str] = Counter()
    for item in ranked:
        weight[item.lane] += {3: 100, 2: 3, 1: 1}[item.importance]
    kept = {lane for lane, _ in sorted(weight.items(), key=lambda p: (-p[1], p[0]))[:MOST_LANES]}
    return [item for item in ranked if item.lane in kept or item.importance == 3]


def _window(items: Sequence[Item], filters: Filters) -> Filters:
    """From the first event's year to the last one's, other readings too, inside the chosen years, at least three;
    a window of months as it was chosen."""
    if not filters.whole_years:
        return filters
    limits = filters.years
    others = [day.year for item in items for reading in item.others for day in reading]
    first = min([*(began(i).year for i in items), *others])
    last = max([*(ended(i).year for i in items), *others])
    first, last = max(first, limits[0]), min(last, limits[1])
    if last - first < 2:
        last = min(first + 2, limits[1])
        first = max(min(first, last - 2), limits[0])
    return filters.within(f"{first:04d}", f"{max(first, last):04d}")


def _gutter(items: Sequence[Item], lang: str) -> float:
    widest = max(measure(labels.category(item.lane, lang), 18, True) for item in items)
    return max(84.0, min(widest + 14, 190))


def _laid_out(
    items: Sequence[Item], window: Filters, gutter: float, lang: str, style: Style = _STYLE
) -> Layout:
    return layout(
        items, window.days, RIGHT - MARGIN - gutter - 18, lang=lang, style=replace(style, tick=_STYLE.tick), measure=measure, rows=9,
        max_lanes=MOST_LANES,
    )  # fmt: skip
