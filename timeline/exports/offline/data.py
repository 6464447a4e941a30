"""The data that the page's script draws and filters: one JSON block, nothing in it can end the block."""

import json
from datetime import date

from timeline import labels
from timeline.exports.offline.parts import Page, classes, date_label
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection
from timeline.layout import LANE_ORDER, Item, items_of, shape_of
from timeline.model import CATEGORIES
from timeline.tables import usual

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
        "opens": opening(selection),
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


def opening(selection: Selection) -> tuple[int, int]:
    """The days (the end excluded) that the page opens on: of those it holds, the ones that are usually shown."""
    (first, last), (begins, ends) = selection.filters.days, usual(selection.whole).days
    first, last = (max(first, begins), min(last, ends)) if begins <= last and ends >= first else (first, last)
    return first.toordinal(), last.toordinal() + 1


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
