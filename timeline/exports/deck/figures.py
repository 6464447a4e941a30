"""Single figures, and what else does not add up: lines with their sentences."""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import edtf, labels
from timeline.exports.deck import claims
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.disputes import dispute_notes
from timeline.exports.deck.measure import Words, cut, fit, tight, width, wrap
from timeline.exports.deck.metrics import number_notes
from timeline.exports.deck.pages import Page
from timeline.exports.deck.quotes import around
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection, counted
from timeline.lexicon.unsaid import UNSAID
from timeline.plans import WORDS
from timeline.series import Series
from timeline.text import to_simplified

FIGURES, CHECKS = 6, 6  # rows on one page
_RIGHT = 1216
_UNSAID = {row[1] for row in UNSAID} - {"amount"}  # numbers of which nobody says what they measure


def find_figures(selection: Selection, charted: Sequence[Series]) -> list[dict]:
    """The numbers most worth a line: of the weightiest events, one an event, not those already charted."""
    drawn = {told for series in charted for told in series.observation_ids}
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
            not _named(row, event),
            -event["n_documents"],
            -size,
            row["observation_id"],
        )

    kept: dict[str, dict] = {}
    for row in sorted(rows, key=order):
        event = events[row["event_id"]]
        if row["property"] not in _UNSAID or (event["importance"] > 1 and _named(row, event)):
            kept.setdefault(row["event_id"], row)
    told: dict[tuple, dict] = {}
    for row in kept.values():
        told.setdefault((row["value"] or row["low"] or row["high"], row["unit"], row["date"][:4]), row)
    return sorted([*told.values()][:FIGURES], key=lambda r: (r["earliest"], r["observation_id"]))


def _named(row: dict, event: dict) -> bool:
    """Whether the event's name says the number: then it is the event's own."""
    name = to_simplified("".join(event["name"].split()))
    return to_simplified("".join(row["text"].split())).lstrip("约超近") in name


def draw_figures(deck: Deck, selection: Selection, rows: Sequence[dict]) -> None:
    """Large figures, what they measure and when, the sentence that says so."""
    lang, word = selection.lang, selection.word
    known = selection.planned
    page = Page(deck, PAGE, lang)
    page.kicker(word("指标", "Metrics"), word("单个数字", "single figures"))
    page.title(_figures_claim(selection, rows))
    y = 150.0
    for row in rows:
        _draw_figure(page, selection, row, y, known.ahead(row))
        y += 81
        if row is not rows[-1]:
            page.line(MARGIN, y - 3, _RIGHT, y - 3, P.rule, 1, name=word("行线", "Rule"))
    draw_sources(page, selection, [row["doc_id"] for row in rows])
    page.notes(number_notes(selection, rows))


def _figures_claim(selection: Selection, rows: Sequence[dict]) -> str:
    """星河上市，另有 5 个数字: the weightiest event that happened and whose name fits whole."""
    ranked = sorted(
        rows, key=lambda r: (-_importance(selection, r), len(_event_name(selection, r["event_id"])))
    )
    happened = [row for row in ranked if selection.modality(row["event_id"]) == "fact"]
    names = [one_line(_event_name(selection, row["event_id"])) for row in happened]
    name = next((n for n in names if n and width(tight(n), Words(28, True, True)) <= 860), "")
    count = len(rows)
    if not name:
        return selection.word(f"{count} 个数字，各有出处", f"{count} figures, each with its source")
    if count == 1:
        return name
    return selection.word(
        f"{name}，另有 {count - 1} 个数字",
        f"{name}; {counted(count - 1, 'more figure')}",
    )


def _draw_figure(page: Page, selection: Selection, row: dict, y: float, ahead: bool) -> None:
    lang = selection.lang
    value = labels.amount(
        row["value"], row["low"], row["high"], row["unit"], row["comparator"], lang, row["unit_text"]
    )
    value = tight(value) or one_line(row["text"])
    size = next((s for s in (26, 23, 20, 17) if width(value, Words(s, True)) <= 236), 17)
    page.line_of(MARGIN, y + 26, Run(value, size, True, role=P.data), 240, name=value)
    when = tight(" ".join([selection.when(row["date"]), *([WORDS[lang]] if ahead else [])]))
    _, small = fit(when, 258, (15, 14, 13, 12))
    page.line_of(MARGIN, y + 56, Run(when, small, role=P.ink2), 262, name=when)
    name = tight(one_line(_event_name(selection, row["event_id"])))
    page.line_of(340, y + 20, Run(name, 17, True), 870, name=name)
    page.siglum(340, y + 53, selection.siglum(row["doc_id"]), selection.document_title(row["doc_id"]))
    quote = around(selection, row["doc_id"], row["start"], row["end"], 56)
    lines = quoted(quote.text, 836, Words(17, serif=True), quote.marks, 1, selection.marks)
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
    y, roomy = 150.0, len(rows) <= CHECKS // 2
    for row in rows:
        y = _draw_doubt(page, selection, row, y, 2 if roomy else 1)
        if row is not rows[-1]:
            page.line(MARGIN, y - 3, _RIGHT, y - 3, P.rule, 1, name=word("行线", "Rule"))
    draw_sources(page, selection, [row["doc_id"] for row in rows])
    page.notes(dispute_notes(selection, rows))


def _draw_doubt(page: Page, selection: Selection, row: dict, y: float, lines: int) -> float:
    """Its sign and kind, its sentence, its evidence, each on at most so many lines; where the next one begins."""
    lang = selection.lang
    sign = labels.check_sign(row["kind"], row["severity"], lang)
    kind = f"{sign} {labels.check_kind(row['kind'], lang)}"
    page.line_of(MARGIN, y + 20, Run(kind, 16, True, role=P.accent), 160, name=sign)
    text = claims.finding(selection, row)
    text, words = tight(text), Words(17)
    spans = wrap(text, _RIGHT - 232, words)
    broken = [text[a:b] for a, b in spans[: lines - 1]] + (
        [cut(text[spans[lines - 1][0] :], _RIGHT - 232, words)] if len(spans) >= lines else []
    )
    below = page.text(
        232, y + 7, [[Run(line, 17)] for line in broken], w=_RIGHT - 228, leading=27,
        name=selection.word("说明", "Message"),
    )  # fmt: skip
    page.siglum(232, below + 20, selection.siglum(row["doc_id"]), selection.document_title(row["doc_id"]))
    quote = around(selection, row["doc_id"], row["start"], row["end"], 60 * lines)
    told = quoted(quote.text, 930, Words(17, serif=True), quote.marks, lines, selection.marks)
    end = page.text(262, below + 5, told, w=954, leading=28, name=selection.word("引文", "Quote"))
    return end + (14 if lines == 1 else 26)
