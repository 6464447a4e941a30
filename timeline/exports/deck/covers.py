"""The first slide: the title, the counts, a barcode of every event; and footers that name sources."""

import datetime
from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import axis, edtf, labels
from timeline.exports.deck.measure import Words, cut, measure, tight, width
from timeline.exports.deck.pages import Page
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import COVER, MARGIN
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.tables import Filters

_TOP, _BASE = 518, 574
_HEIGHTS = {3: 56, 2: 32, 1: 16}
_STROKES = 900  # more than this many strokes are one grey: the most important are drawn


def draw_cover(deck: Deck, selection: Selection) -> None:
    """Title, counts, barcode; the footer states filters, hand edits and how far the documents reach."""
    page = Page(deck, COVER, selection.lang)
    page.title(
        selection.titled(told(selection)), (66, 56, 48, 40, 34), room=1020
    )  # the cover's letters stand apart
    tail = selection.word("；每一处都带着原文", "; every one with its quote")
    if selection.timeline.events.empty:
        tail = selection.word("；没有事件符合筛选", "; no event matches the filters")
    page.subtitle(selection.count_words + tail)
    _draw_barcode(page, selection)
    page.footer(selection.statement)
    page.notes([selection.title, selection.statement, *_citations(selection)])


def told(selection: Selection) -> Filters:
    """From the first year told to the last, inside the chosen ones; the chosen window where nothing is dated,
    or where it is made of months."""
    events, filters = selection.timeline.events, selection.filters
    days = [day for column in ("earliest", "latest") for day in events[column] if day]
    if not days or not filters.whole_years:
        return filters
    first, last = filters.window
    return filters.within(max(first, min(min(days)[:4], last)), min(last, max(max(days)[:4], first)))


def _draw_barcode(page: Page, selection: Selection) -> None:
    over = axis.scale(told(selection).days, 1152)
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
                room = 130 if tick.kind == "month" else 80
                page.line_of(
                    MARGIN + tick.x, _BASE + 19, Run(tick.text, 16, role=P.ink2), room, name=tick.text
                )


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
    parts = [selection.document_title(doc_id), one_line(row.get("author", ""))]
    parts.append(
        labels.published(row.get("date_published", ""), row.get("date_basis", ""), selection.lang, brief=True)
    )
    return selection.word("，", ", ").join(part for part in parts if part)


_SMALL = Words(13.5)


def draw_sources(page: Page, selection: Selection, doc_ids: Sequence[str], places: str = "") -> None:
    """The footer of a page: 来源, then a sign and a title for every document, as many as fit."""
    ordered = sorted(dict.fromkeys(doc_ids), key=lambda d: (len(selection.siglum(d)), _index(selection, d)))
    if not ordered:
        page.footer(selection.statement)
        return
    lead = selection.word("来源", "Sources")
    page.footer(lead)
    x, end = MARGIN + width(lead, _SMALL) + 14, MARGIN + 1052.0
    alt = "; ".join(f"{selection.siglum(d)} {source_words(selection, d)}" for d in ordered)
    with page.group(lead, f"{lead}: {alt}"):
        named, rest = _named(selection, ordered, places, end - x)
        for doc_id, text in named:
            page.siglum(x, 684, selection.siglum(doc_id), source_words(selection, doc_id))
            page.line_of(x + 27, 684, Run(text, 13.5, role=P.ink2), width(text, _SMALL) + 6, name=text)
            x += 41 + width(text, _SMALL)
        if rest:
            page.line_of(x, 684, Run(rest, 13.5, role=P.ink2), 120, name=rest)


def _named(
    selection: Selection, ordered: Sequence[str], places: str, room: float
) -> tuple[list[tuple[str, str]], str]:
    """Documents with title, author and date if all of it fits, else with titles, cut; and 等 5 份 for the rest."""
    full = [tight(source_words(selection, d)) for d in ordered]
    if places:
        full[-1] += selection.word("，", ", ") + tight(places)
    if sum(width(text, _SMALL) + 41 for text in full) <= room:
        return list(zip(ordered, full, strict=True)), ""
    count = min(len(ordered), 5)
    rest = (
        selection.word(f"等{len(ordered)}份", f"and {len(ordered) - count} more")
        if len(ordered) > count
        else ""
    )
    each = (room - (width(rest, _SMALL) + 14 if rest else 0)) / count - 41
    titles = [tight(selection.document_title(d)) for d in ordered[:count]]
    spare = sum(max(each - width(t, _SMALL), 0) for t in titles)
    long = sum(width(t, _SMALL) > each for t in titles)
    each += spare / long if long else 0
    return [(d, cut(t, each, _SMALL)) for d, t in zip(ordered, titles, strict=False)], rest


def _index(selection: Selection, doc_id: str) -> int:
    return list(selection.by_id).index(doc_id) if doc_id in selection.by_id else 1 << 30


def _citations(selection: Selection) -> list[str]:
    from timeline.exports import citations

    cite = citations.gbt7714 if selection.lang == "zh" else citations.apa
    return [
        f"[{selection.siglum(r['doc_id'])}] {cite(r)}"
        for r in selection.documents.head(200).to_dict("records")
    ]
