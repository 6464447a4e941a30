"""The data that the page's script draws and filters: one JSON block, nothing in it can end the block."""

import json
from collections.abc import Sequence
from datetime import date

from timeline import labels
from timeline.exports.offline.parts import Page, classes, date_label
from timeline.exports.printable import clip, one_line
from timeline.layout import LANE_ORDER, Item, items_of, shape_of
from timeline.model import CATEGORIES
from timeline.tables import Filters

_EMPTY, _STRAY = 3, 0.02  # so many empty years part at most this share of the events from the rest
_WORTH = 0.9  # of all years: a window that is no narrower is not worth it
_SHARPNESS = {"dot": 0, "bar": 1, "band": 3, "fade": 4, "range": 5}


def script_data(page: Page) -> str:
    """What the script needs to lay out and filter; the quotes are read from the page itself."""
    selection = page.selection
    rows = {row["event_id"]: row for row in page.events}
    places = {doc_id: index for index, doc_id in enumerate(selection.whole.documents["doc_id"].tolist())}
    items = [item for item in items_of(selection.timeline) if item.id in rows]
    events = [
        _event(item, rows[item.id], [places[m["doc_id"]] for m in selection.told.get(item.id, ())])
        for item in items
    ]
    titles = zip(selection.whole.documents["title"], selection.whole.documents["path"], strict=True)
    first, last = selection.filters.days
    data = {
        "events": events,
        "years": selection.filters.years,
        "first": first.toordinal(),
        "last": last.toordinal() + 1,
        "opens": opening(items, selection.filters),
        "lanes": [
            [code, labels.category(code, "zh"), labels.category(code, "en")]
            for code in (*LANE_ORDER, *(c for c in CATEGORIES if c not in LANE_ORDER))
        ],
        "documents": [
            [labels.siglum(index, "zh"), labels.siglum(index, "en"), clip_line(title or path, 60)]
            for index, (title, path) in enumerate(titles)
        ],
        "modality": {code: list(pair) for code, pair in labels.MODALITY_WORDS.items()},
        "levels": {level: list(pair) for level, pair in labels.IMPORTANCE_WORDS.items()},
        "precision": {code: list(pair) for code, pair in labels.PRECISION_WORDS.items()},
        "left": page.n_left_out,
        "words": list(page.words),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Inside <script> only "<" can end or comment out the block; the two separators end lines in old parsers.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def opening(items: Sequence[Item], filters: Filters) -> tuple[int, int]:
    """The days (the end excluded) that the page opens on: as chosen; of all years, those where there is something to see.

    A few early or late events, none of them a milestone, that empty years part from the rest are left to "all
    years"; what lasted long fills no years; and to gain less than a tenth of the width nothing is left out.
    """
    first, last = filters.days
    dated = [item for item in items if item.earliest and item.latest]
    if (first, last) != Filters().days or not dated:
        return first.toordinal(), last.toordinal() + 1
    low, high = first.year, last.year
    ends_of = [(i.earliest.year, i.latest.year, i.importance == 3) for i in dated if i.earliest and i.latest]
    spans = [(max(a, low), min(b, high), heavy) for a, b, heavy in ends_of if b - a <= _EMPTY]
    spans = spans or [(low, high, False)]
    begins, ends = _edge(spans), -_edge([(-b, -a, heavy) for a, b, heavy in spans])
    if (ends - begins + 1) > (high - low + 1) * _WORTH:
        begins, ends = low, high
    return date(begins, 1, 1).toordinal(), date(ends, 12, 31).toordinal() + 1


def _edge(spans: Sequence[tuple[int, int, bool]]) -> int:
    """The first year of spans (first, last, weighty), strays left out."""
    ordered = sorted(spans)
    edge, reach, weighty = ordered[0]
    for n, (first, last, heavy) in enumerate(ordered):
        if first - reach > _EMPTY and n <= len(spans) * _STRAY and not weighty:
            edge = first
        reach, weighty = max(reach, last), weighty or heavy
    return edge


def _event(item: Item, row: dict, told: list[int]) -> dict:
    """One event for the script, under one-letter names: there are many."""
    shape = shape_of(item.date, item.earliest, item.latest)
    return {
        "id": item.id, "n": clip_line(item.name, 80), "s": _ordinal(item.earliest), "e": _ordinal(item.latest),
        "l": item.lane, "i": item.importance, "k": shape, "p": _SHARPNESS[shape], "c": classes(item),
        "m": item.modality, "d": sorted(set(told)), "x": clip_line(str(row["entities"]), 200),
        "t": [[_ordinal(a), _ordinal(b)] for a, b in item.others],
        "r": row["precision"], "z": [date_label(item.date, "zh"), date_label(item.date, "en")],
        "f": int(item.edited) + 2 * int(item.starred),
    }  # fmt: skip


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def clip_line(text: str, length: int) -> str:
    """One line, at most `length` characters."""
    return clip(one_line(text), length)
