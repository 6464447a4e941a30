"""Slides where sources disagree: one says, another says, a ruler true to scale, what would settle it.

No side wins: both have the same size, the same colour, the same room.
"""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import labels
from timeline.checks import messages
from timeline.exports.deck import claims
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.measure import Words, fit, tight, width, wrap
from timeline.exports.deck.pages import Page
from timeline.exports.deck.quotes import Quoted, around, flatten
from timeline.exports.deck.rulers import length_words, ruler_of, times_within
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.scales import draw_ruler
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

_SIDES = ((MARGIN, ""), (681, "other_"))
_COLUMN = 520


def find_disputes(selection: Selection) -> list[dict]:
    """Checks with two sides that may contradict each other, the gravest first."""
    grave = {"error": 0, "warning": 1}
    kinds = {"date": 0, "value": 1, "duration": 2}
    rows = [
        row
        for row in selection.rows("checks")
        if row["severity"] in grave
        and row["kind"] in kinds
        and row["other_doc_id"]
        and not row.get("settled")
    ]
    return sorted(
        rows,
        key=lambda r: (
            grave[r["severity"]],
            r["doc_id"] == r["other_doc_id"],
            kinds[r["kind"]],
            r["check_id"],
        ),
    )


def draw_dispute(deck: Deck, selection: Selection, row: dict) -> None:
    """One disagreement on one slide."""
    lang, word = selection.lang, selection.word
    page = Page(deck, PAGE, lang)
    sign = labels.check_sign(row["kind"], row["severity"], lang)
    verdict = Run(f"{sign} {labels.severity(row['severity'], lang)}", 16, True, role=P.accent)
    page.kicker(word("核对", "Check"), labels.check_kind(row["kind"], lang), verdict)
    page.title(dispute_claim(selection, row))
    ruler = ruler_of(selection, row)
    heads = ruler.heads if ruler else ("", "")
    bottom = max(
        _draw_side(page, selection, row, side, x, head) for (x, side), head in zip(_SIDES, heads, strict=True)
    )
    page.line(640, 162, 640, max(bottom, 294), P.rule, 1, name=word("分隔线", "Divider"))
    y = max(bottom + 40, 338)
    if ruler and y < 470:
        y = draw_ruler(page, selection, ruler, y) + 36
    _draw_settling(page, selection, row, min(max(y, 520 if ruler else y), 580))
    places = selection.place(row["doc_id"], row["start"], row["end"])
    same = row["doc_id"] == row["other_doc_id"]
    draw_sources(page, selection, [row["doc_id"], row["other_doc_id"]], places if same else "")
    page.notes(dispute_notes(selection, [row]))


def dispute_claim(selection: Selection, row: dict) -> str:
    """「20个月」，两端却隔 22个月; else the check's own sentence."""
    finding, words = messages.words_of(row["kind"], row["message"])
    claim = _CLAIMS.get(finding.code) if finding else None
    if claim:
        return claim(selection, words)
    return claims.finding(selection, row).rstrip("。.")


def _of_ends(s: Selection, w: dict[str, str]) -> str:
    apart = messages.in_english(w["length"])
    return s.word(
        f"「{w['text']}」，两端却隔 {w['length']}",
        f"{s.quote(w['text'])}, yet the two ends are {apart} apart",
    )


def _of_anniversary(s: Selection, w: dict[str, str]) -> str:
    first, last, length = (messages.in_english(w[name]) for name in ("first", "last", "length"))
    return s.word(
        f"{w['first']}到{w['last']}是 {w['length']}，文中却说「{w['text']}」",
        f"{first} to {last} is {length}; the text says {s.quote(w['text'])}",
    )


def _of_values(s: Selection, w: dict[str, str]) -> str:
    who, date = one_line(w["about"]), messages.in_english(w["date"])
    return s.word(
        f"{w['date']}{who}的{w['measure']}：「{w['text']}」还是「{w['other']}」",
        f"{who} {messages.in_english(w['measure'])}, {date}: {s.quote(w['text'])} or {s.quote(w['other'])}?",
    )


def _of_lengths(s: Selection, w: dict[str, str]) -> str:
    first, other = (length_words(w[name], s) for name in ("text", "other"))
    return s.word(
        f"「{w['word']}」用了{first}，还是{other}", f"{s.quote(w['word'])} took {first}, or {other}?"
    )


def _of_dates(s: Selection, w: dict[str, str]) -> str:
    apart = messages.in_english(w["gap"])
    return s.word(
        f"「{w['name']}」有两个日期，相差{w['gap']}", f"{s.quote(w['name'])} has two dates, {apart} apart"
    )


def _of_firsts(s: Selection, w: dict[str, str]) -> str:
    text, other = clip(w["text"], 18), clip(w["other"], 14)
    earlier = messages.in_english(w["earlier"])
    return s.word(
        f"「{text}」称第一次，{w['earlier']}却已有「{other}」",
        f"{s.quote(text)} is called a first; {earlier} has {s.quote(other)}",
    )


_CLAIMS = {
    "ends": _of_ends, "anniversary": _of_anniversary, "two-values": _of_values, "two-lengths": _of_lengths,
    "two-dates": _of_dates, "not-the-first": _of_firsts,
}  # fmt: skip


# ── the two sides ────────────────────────────────────────────────────────────────────────────────


def _draw_side(page: Page, selection: Selection, row: dict, side: str, x: float, head: str) -> float:
    """一说, the reading, the sentence with its evidence; where it ends."""
    lead = selection.word("一说", "Another says" if side else "One says")
    page.line_of(x, 184, Run(lead, 16, role=P.ink2), 120, name=lead)
    exact = one_line(row[f"{side}exact"])
    head = head or (exact if len(exact) <= 18 and row["kind"] != "date" else "")
    if head:
        gap = width(lead, Words(16)) + 16
        head, size = fit(tight(head), _COLUMN - gap, (26, 23, 20, 17), bold=True)
        page.line_of(x + gap, 182, Run(head, size, True), _COLUMN - gap, name=head)
    quote = _evidence(selection, row, side)
    lines = quoted(quote.text, _COLUMN, Words(22, serif=True), quote.marks, 3, selection.marks)
    y = page.text(x, 208, lines, w=_COLUMN + 14, leading=40, name=selection.word("引文", "Quote"))
    doc_id = row[f"{side}doc_id"]
    page.siglum(x, y + 16, selection.siglum(doc_id), selection.document_title(doc_id))
    place = selection.place(doc_id, row[f"{side}start"], row[f"{side}end"])
    page.line_of(x + 28, y + 16, Run(place, 15, role=P.ink2), _COLUMN - 28, name=place)
    return y + 30


def _evidence(selection: Selection, row: dict, side: str) -> Quoted:
    """The sentence; of a stretch that only spans two dates, the dates are marked and not what lies between."""
    doc_id, start, end = row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"]
    times = times_within(selection, doc_id, start, end)
    if len(times) > 1 and end - start > 16:
        text = selection.whole.text(doc_id)
        pieces, position = [], start
        for t in (times[0], times[-1]):
            pieces += [(text[position : t["start"]], False), (text[t["start"] : t["end"]], True)]
            position = t["end"]
        whole = around(selection, doc_id, start, end, 96)
        middle = flatten([*pieces, (text[position:end], False)])
        if whole.marks:
            a, b = whole.marks[0]
            shifted = tuple((x + a, y + a) for x, y in middle.marks)
            return Quoted(whole.text[:a] + middle.text + whole.text[b:], shifted)
    return around(selection, doc_id, start, end, 96)


def _draw_settling(page: Page, selection: Selection, row: dict, y: float) -> None:
    lead = selection.word("什么能定夺", "What would settle it")
    text = messages.settle(row, selection.lang) or selection.word(
        "现有文档没有说到。两说并存，不取平均。", "The documents do not say. Both stay; nothing is averaged."
    )
    page.line_of(MARGIN, y + 13, Run(lead, 19, role=P.ink2), 260, name=lead)
    x = MARGIN + width(lead, Words(19)) + 20
    words = Words(19)
    lines = [[Run(text[a:b], 19)] for a, b in wrap(tight(text), 1216 - x, words)[:2]]
    page.text(x, y, lines, w=1220 - x, leading=28, name=lead)


def dispute_notes(selection: Selection, rows: Sequence[dict]) -> list[str]:
    """Both sides in full, with their places."""
    lines = [selection.statement, ""]
    for row in rows:
        lines.append(one_line(messages.describe(row, selection.lang)))
        for _, side in _SIDES:
            if row[f"{side}doc_id"]:
                quote = around(selection, row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"], 300)
                lines.append(f"  {selection.quote(quote.text)} {claims.source(selection, row, side)}")
        lines += [messages.settle(row, selection.lang), ""]
    return lines
