"""Which slides a deck has, in which order, and how it becomes bytes that never change."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO

from timeline.exports.deck import chronicles, claims
from timeline.exports.deck.covers import draw_cover
from timeline.exports.deck.template import new_deck
from timeline.exports.printable import clip
from timeline.exports.selection import Selection
from timeline.layout import items_of

_WHEN = (1980, 1, 1, 0, 0, 0)


def to_pptx(selection: Selection, out: BinaryIO) -> None:
    deck = new_deck(str(selection.options.get("fonts", "noto")), selection.lang)
    deck.core_properties.title = clip(selection.title, 200)
    draw_cover(deck, selection)
    items = items_of(selection.timeline)
    chosen = chronicles.choose(items, selection.filters.years, selection.lang)
    if chosen:
        chronicles.draw_chronicle(
            deck, selection, chosen, claims.of_timeline(selection, chosen.items),
            [selection.word("时间线", "Timeline"), f"{chosen.years[0]}—{chosen.years[1]}"],
        )  # fmt: skip
    from timeline.exports.deck.metrics import draw_metric
    from timeline.exports.deck.series import find_series

    for series in find_series(selection)[:4]:
        draw_metric(deck, selection, series)
    draft = io.BytesIO()
    deck.save(draft)
    _with_fixed_dates(draft, out)


def _with_fixed_dates(draft: BinaryIO, out: BinaryIO) -> None:
    """The same package with one date for every member: the same choice gives the same bytes."""
    draft.seek(0)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, source.read(name))
