"""The first slide: the title, the counts, a barcode of every event; and footers that name sources."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import axis, edtf
from timeline.exports.deck.measure import Words, cut, measure, tight, width
from timeline.exports.deck.pages import Page
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import COVER, MARGIN
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection

_TOP, _BASE = 518, 574
_HEIGHTS = {3: 56, 2: 32, 1: 16}
_STROKES = 900  # more than this many strokes are one grey: the most important are drawn


def draw_cover(deck: Deck, selection: Selection) -> None:
    """Title, counts, barcode; the footer states filters, hand edits and how far the documents reach."""
    page = Page(deck, COVER, selection.lang)
    page.title(selection.title, (66, 56, 48, 40, 34), room=1020)  # the cover's letters stand apart
    tail = selection.word("；每一处都带着原文", "; every one with its quote")
    if selection.timeline.events.empty:
        tail = selection.word("；没有事件符合筛选", "; no event matches the filters")
    page.subtitle(selection.count_words + tail)
    _draw_barcode(page, selection)
    page.footer(selection.statement)
    page.notes([selection.title, selection.statement, *_citations(selection)])


def _draw_barcode(page: Page, selection: Selection) -> None:
    filters = selection.filters
    over = axis.scale(filters.years, 1152)
    events = selection.timeline.events
    alt = selection.word(
        f"{len(events)} 件事按日期排成的条码，长线是里程碑，红线互相矛盾",
        f"Barcode of {len(events)} events by date; long strokes are milestones, red ones conflict",
    )
    chosen = events.sort_values(["importance", "earliest", "event_id"], ascending=[False, True, True])
    with page.group(selection.word("事件条码", "Barcode"), alt):
        page.line(MARGIN, _BASE, MARGIN + 1152, _BASE, P.ink2, 1.5, name=selection.word("时间轴", "Axis"))
        strokes = chosen.head(_STROKES).to_dict("records")
        for row in sorted(strokes, key=lambda r: (r["status"] == "conflicting", r["importance"])):
            _draw_stroke(page, row, over, selection.lang)
        for tick in axis.ticks(over, selection.lang, 16, measure):
            if tick.text and tick.major:
                page.line_of(MARGIN + tick.x, _BASE + 19, Run(tick.text, 16, role=P.ink2), 80, name=tick.text)


def _draw_stroke(page: Page, row: dict, over: axis.Scale, lang: str) -> None:
    try:
        first = datetime.date.fromisoformat(row["earliest"]).toordinal()
    except ValueError:
        return
    last = datetime.date.fromisoformat(row["latest"]).toordinal() if row["latest"] else first
    if first >= over.last or last < over.first:
        return
    level = min(max(int(row["importance"]), 1), 3)
    x = MARGIN + over.x(max(first, over.first))
    conflicting = row["status"] == "conflicting"
    name = one_line(row["name"])
    page.line(
        x, _BASE - _HEIGHTS[level], x, _BASE, P.accent if conflicting else P.data,
        2.5 if level == 3 else 1.5, name=name, alt=f"{edtf.label(row['date'], lang)} {name}",
    )  # fmt: skip


def source_words(selection: Selection, doc_id: str) -> str:
    """标题，作者，日期."""
    row = selection.by_id.get(doc_id, {})
    date = row.get("date_published", "")
    parts = [selection.document_title(doc_id), one_line(row.get("author", ""))]
    parts.append(edtf.label(date, selection.lang) if date and edtf.is_edtf(date) else "")
    return selection.word("，", ", ").join(part for part in parts if part)


def draw_sources(page: Page, selection: Selection, doc_ids: Sequence[str], places: str = "") -> None:
    """The footer of a page: 来源, then a sign and a title for every document, as many as fit."""
    ordered = sorted(dict.fromkeys(doc_ids), key=lambda d: (len(selection.siglum(d)), _index(selection, d)))
    if not ordered:
        page.footer(selection.statement)
        return
    lead = selection.word("来源", "Sources")
    page.footer(lead)
    words = Words(13.5)
    x = MARGIN + width(lead, words) + 14
    alt = "; ".join(f"{selection.siglum(d)} {source_words(selection, d)}" for d in ordered)
    end = MARGIN + 1052.0
    each = max(150.0, (end - x) / min(len(ordered), 4))
    with page.group(lead, f"{lead}: {alt}"):
        for n, doc_id in enumerate(ordered):
            left = len(ordered) - n
            more = tight(selection.word(f"等 {len(ordered)} 份", f"and {left} more"))
            reserve = width(more, words) + 12 if left > 1 else 0
            if x + 120 + reserve > end:
                page.line_of(x, 684, Run(more, 13.5, role=P.ink2), 120, name=more)
                return
            text = tight(
                source_words(selection, doc_id)
                + (selection.word("，", ", ") + places if places and left == 1 else "")
            )
            room = min(end - x - 27 - reserve, max(each - 27, end - x - 27 - (left - 1) * each))
            text = cut(text, room, words)
            page.siglum(x, 684, selection.siglum(doc_id), source_words(selection, doc_id))
            page.line_of(x + 27, 684, Run(text, 13.5, role=P.ink2), room + 6, name=text)
            x += 27 + width(text, words) + 14


def _index(selection: Selection, doc_id: str) -> int:
    return list(selection.by_id).index(doc_id) if doc_id in selection.by_id else 1 << 30


def _citations(selection: Selection) -> list[str]:
    from timeline.exports import citations

    cite = citations.gbt7714 if selection.lang == "zh" else citations.apa
    return [
        f"[{selection.siglum(r['doc_id'])}] {cite(r)}"
        for r in selection.documents.head(200).to_dict("records")
    ]
