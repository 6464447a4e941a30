"""Single figures, and what else does not add up: lines with their sentences."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import edtf, labels
from timeline.checks import messages
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.disputes import dispute_notes
from timeline.exports.deck.measure import Words, fit, tight, width
from timeline.exports.deck.metrics import number_notes
from timeline.exports.deck.pages import Page
from timeline.exports.deck.quotes import around
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.series import Series
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

FIGURES, CHECKS = 6, 6  # rows on one page
_RIGHT = 1216


def find_figures(selection: Selection, charted: Sequence[Series]) -> list[dict]:
    """The numbers most worth a line: of the weightiest events, one an event, not those already charted."""
    drawn = {row["observation_id"] for series in charted for row in series.rows}
    events = selection.by_event
    rows = [
        row
        for row in selection.rows("observations")
        if row["event_id"] in events
        and row["unit"]
        and any(row[end] is not None for end in ("value", "low", "high"))
        and edtf.is_edtf(row["date"])
        and row["observation_id"] not in drawn
    ]

    def order(row: dict) -> tuple:
        event = events[row["event_id"]]
        size = abs(row["value"] or row["high"] or row["low"] or 0)
        return (
            -event["importance"],
            row["property"] in ("items", "amount", "count"),
            -event["n_documents"],
            -size,
            row["observation_id"],
        )

    kept: dict[str, dict] = {}
    for row in sorted(rows, key=order):
        kept.setdefault(row["event_id"], row)
    seen: set[tuple] = set()
    made = []
    for row in kept.values():
        key = (row["value"], row["low"], row["high"], row["unit"])
        if key not in seen:
            seen.add(key)
            made.append(row)
    return sorted(made[:FIGURES], key=lambda r: (r["earliest"], r["observation_id"]))


def draw_figures(deck: Deck, selection: Selection, rows: Sequence[dict]) -> None:
    """Large figures, what they measure and when, the sentence that says so."""
    lang, word = selection.lang, selection.word
    page = Page(deck, PAGE, lang)
    page.kicker(word("指标", "Metrics"), word("单个数字", "single figures"))
    most = max(rows, key=lambda r: (_importance(selection, r), -rows.index(r)))
    name = one_line(_event_name(selection, most["event_id"]))
    page.title(
        word(f"{len(rows)} 个数字，各有出处", f"{len(rows)} figures, each with its source")
        + (word(f"：{clip(name, 18)}等", "") if name else "")
    )
    y = 150.0
    for row in rows:
        _draw_figure(page, selection, row, y)
        y += 81
        if row is not rows[-1]:
            page.line(MARGIN, y - 3, _RIGHT, y - 3, P.rule, 1, name=word("行线", "Rule"))
    draw_sources(page, selection, [row["doc_id"] for row in rows])
    page.notes(number_notes(selection, rows))


def _draw_figure(page: Page, selection: Selection, row: dict, y: float) -> None:
    lang = selection.lang
    value = labels.amount(
        row["value"], row["low"], row["high"], row["unit"], row["comparator"], lang, row["unit_text"]
    )
    value = tight(value) or one_line(row["text"])
    size = next((s for s in (26, 23, 20, 17) if width(value, Words(s, True)) <= 236), 17)
    page.line_of(MARGIN, y + 26, Run(value, size, True, role=P.data), 240, name=value)
    when = tight(selection.when(row["date"]))
    _, small = fit(when, 258, (15, 14, 13, 12))
    page.line_of(MARGIN, y + 56, Run(when, small, role=P.ink2), 262, name=when)
    name = tight(one_line(_event_name(selection, row["event_id"])))
    page.line_of(340, y + 20, Run(name, 17, True), 870, name=name)
    page.siglum(340, y + 53, selection.siglum(row["doc_id"]), selection.document_title(row["doc_id"]))
    quote = around(selection, row["doc_id"], row["start"], row["end"], 56)
    lines = quoted(quote.text, 836, Words(17, serif=True), quote.marks, 1)
    page.text(370, y + 39, lines, w=846, leading=28, name=selection.word("引文", "Quote"))


def _event_name(selection: Selection, event_id: str) -> str:
    return selection.by_event.get(event_id, {}).get("name", "")


def _importance(selection: Selection, row: dict) -> int:
    return int(selection.by_event.get(row["event_id"], {}).get("importance") or 0)


# ── what else does not add up ────────────────────────────────────────────────────────────────────


def draw_doubts(deck: Deck, selection: Selection, rows: Sequence[dict], left: int) -> None:
    """Checks without a slide of their own, one line each with its evidence."""
    lang, word = selection.lang, selection.word
    page = Page(deck, PAGE, lang)
    page.kicker(
        word("核对", "Checks"), *([word(f"另有 {left} 处未列", f"{left} more not listed")] if left else [])
    )
    kinds = list(dict.fromkeys(labels.check_kind(r["kind"], lang) for r in rows))
    page.title(
        word(
            f"还有 {len(rows) + left} 处要核对：{'、'.join(kinds)}",
            f"{len(rows) + left} more to check: {', '.join(kinds)}",
        )
    )
    y = 150.0
    for row in rows:
        sign = labels.check_sign(row["kind"], row["severity"], lang)
        page.line_of(
            MARGIN,
            y + 20,
            Run(f"{sign} {labels.check_kind(row['kind'], lang)}", 16, True, role=P.accent),
            160,
            name=sign,
        )
        text = tight(one_line(messages.describe(row, lang)).replace("“", "「").replace("”", "」"))
        page.line_of(232, y + 20, Run(text, 17), _RIGHT - 232, name=word("说明", "Message"))
        page.siglum(232, y + 53, selection.siglum(row["doc_id"]), selection.document_title(row["doc_id"]))
        quote = around(selection, row["doc_id"], row["start"], row["end"], 60)
        page.text(262, y + 39, quoted(quote.text, 930, Words(17, serif=True), quote.marks, 1), w=950, leading=28,
                  name=word("引文", "Quote"))  # fmt: skip
        y += 81
        if row is not rows[-1]:
            page.line(MARGIN, y - 3, _RIGHT, y - 3, P.rule, 1, name=word("行线", "Rule"))
    draw_sources(page, selection, [row["doc_id"] for row in rows])
    page.notes(dispute_notes(selection, rows))
