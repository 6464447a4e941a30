"""The last pages: quotes, sources, how to read."""

import re
from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from timeline import edtf, labels
from timeline.exports.deck import claims
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.measure import Words, fit, tight, width, wrap
from timeline.exports.deck.pages import Page
from timeline.exports.deck.quotes import flatten
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection, counted
from timeline.layout import Item

DOCUMENTS, LAST_DOCUMENTS = 10, 6  # rows on a page of sources, and on the one that says how to read
QUOTES = 5  # events on a page of quotes
_RIGHT = 1216
_BASES = {  # how a document's date was found, as people say it
    "inferred": ("据正文推断", "inferred"),
    "dateline": ("文内标明", "dateline"),
    "signature": ("文内标明", "signed"),
    "front matter": ("文内标明", "front matter"),
    "manifest": ("清单所载", "manifest"),
    "mail header": ("邮件所载", "mail header"),
    "file properties": ("文件所载", "file"),
}

_DASH = re.compile("(?<=[—–])")  # after the dash of a span


# ── appendix: quotes ─────────────────────────────────────────────────────────────────────────────


def draw_quotes(deck: Deck, selection: Selection, items: Sequence[Item], part: int, parts: int) -> None:
    """Events with the words that tell them, and where these stand."""
    lang, word = selection.lang, selection.word
    page = Page(deck, PAGE, lang)
    page.kicker(word("附录", "Appendix"), *([f"{part}/{parts}"] if parts > 1 else []))
    years = dict.fromkeys(str(claims.began(i).year) for i in (items[0], items[-1]))
    page.title(word(f"原文：{'—'.join(years)} 年", f"Quotes: {'–'.join(years)}"))
    rows = selection.by_event
    y, told = 144.0, []
    for item in items:
        mentions = selection.told.get(item.id, [])
        if mentions:
            _draw_quote(page, selection, item, mentions, y)
            told += mentions
        y += 100
        if item is not items[-1]:
            page.line(MARGIN, y - 6, _RIGHT, y - 6, P.rule, 1, name=word("行线", "Rule"))
    draw_sources(page, selection, [m["doc_id"] for m in told])
    page.notes(claims.note_lines(selection, [rows[item.id] for item in items]))


def _draw_quote(page: Page, selection: Selection, item: Item, mentions: Sequence[dict], y: float) -> None:
    when = tight(selection.when(item.date))
    whole, size = fit(when, 212, (16, 15, 14, 13, 12), bold=True)
    dates = [when] if whole == when else _DASH.split(when, maxsplit=1)  # two days stand one under the other
    for n, date in enumerate(dates):
        page.line_of(
            MARGIN, y + 20 + 22 * n, Run(date, size if len(dates) == 1 else 15, True), 216, name=date
        )
    said = labels.modality(selection.modality(item.id), selection.lang)
    category = " · ".join(filter(None, (labels.category(item.lane, selection.lang), said)))
    page.line_of(MARGIN, y + 25 + 22 * len(dates), Run(category, 15, role=P.ink2), 206, name=category)
    name = tight(one_line(item.name))
    page.line_of(290, y + 20, Run(name, 16, True), 650, name=name)
    raw = selection.by_event[item.id]["name"]
    best = min(mentions, key=lambda m: (m["name"] != raw, m["date"] != item.date, -(m["importance"] or 0)))
    x, title = 960.0, selection.document_title(best["doc_id"])
    page.siglum(x, y + 20, selection.siglum(best["doc_id"]), title)
    place = selection.place(best["doc_id"], best["start"], best["end"])
    if (rest := len(mentions) - 1) > 0:
        place += selection.word(f"，另 {rest} 处", f", {rest} more")
    page.line_of(x + 28, y + 20, Run(place, 14, role=P.ink2), _RIGHT - x - 28, name=place)
    quote = flatten(_pieces(best))
    lines = quoted(quote.text, 910, Words(16.5, serif=True), quote.marks, 2, selection.marks)
    page.text(290, y + 30, lines, w=926, leading=27, name=selection.word("引文", "Quote"))


def _pieces(mention: dict) -> list[tuple[str, bool]]:
    """The evidence with its time words marked, where they stand inside it."""
    exact, start = mention["exact"], mention["start"]
    a, b = (mention["time_start"] or start) - start, (mention["time_end"] or start) - start
    if 0 <= a < b <= len(exact):
        return [(exact[:a], False), (exact[a:b], True), (exact[b:], False)]
    return [(exact, False)]


# ── appendix: sources ────────────────────────────────────────────────────────────────────────────


def draw_documents(deck: Deck, selection: Selection, rows: Sequence[dict], left: int, last: bool) -> None:
    """A table of the documents; under the last one, how to read and what is unresolved."""
    lang, word = selection.lang, selection.word
    page = Page(deck, PAGE, lang)
    page.kicker(
        word("附录", "Appendix"), *([word(f"另有 {left} 份未列", f"{left} more not listed")] if left else [])
    )
    total = len(selection.documents)
    page.title(word(f"出处：{total} 份文档", f"Sources: {total} document{'s' if total != 1 else ''}"))
    heads = ((120, word("文档", "Document")), (560, word("作者或发布者", "Author or publisher")), (720, word("写作日期", "Written")),
             (960, word("说到的年份", "Years told")), (1110, word("事 / 数", "Events / nos.")))  # fmt: skip
    for x, text in heads:
        page.line_of(x, 171, Run(text, 14, role=P.ink2), 150, name=text)
    page.line(MARGIN, 186, _RIGHT, 186, P.ink, 1.25, name=word("表头线", "Head rule"))
    pitch = 56 if total <= 4 else 42
    y = 186.0
    for row in rows:
        _draw_document(page, selection, row, y, pitch)
        y += pitch
        page.line(MARGIN, y, _RIGHT, y, P.rule, 1, name=word("行线", "Rule"))
    if last:
        _draw_reading(page, selection, max(y + 34, 430))
    page.footer(
        word(
            "「事」计提及次数，未合并；「数」计原文中的每一处",
            "Events are counted by mention, not merged; numbers by place in the text",
        )
    )
    page.notes([selection.statement, "", *_cited(selection, rows)])


def _draw_document(page: Page, selection: Selection, row: dict, y: float, pitch: float) -> None:
    doc_id, middle = row["doc_id"], y + pitch / 2
    mentions = selection.timeline.mentions[selection.timeline.mentions["doc_id"] == doc_id]
    numbers = int((selection.timeline.observations["doc_id"] == doc_id).sum())
    title = selection.document_title(doc_id)
    page.siglum(MARGIN, middle, selection.siglum(doc_id), title)
    page.line_of(120, middle, Run(title, 17), 425, name=clip(title, 80), own=False)
    author = one_line(row["author"]) or one_line(row["publisher"]) or "—"
    page.line_of(560, middle, Run(author, 17), 148, name=clip(author, 80), own=False)
    dated = edtf.is_edtf(row["date_published"])
    when = tight(labels.published(row["date_published"], row["date_basis"], selection.lang, brief=True))
    when = when or labels.status("undated", selection.lang)
    page.line_of(720, middle, Run(when, 17), 228, name=when)
    basis = selection.word(*_BASES.get(row["date_basis"], _BASES["file properties"])) if dated else ""
    x = 720 + width(when, Words(17)) + 14
    if basis and x + width(basis, Words(14)) < 956:
        page.line_of(x, middle + 1, Run(basis, 14, role=P.ink2), 956 - x, name=basis)
    first, last = mentions["earliest"].min(), mentions["latest"].max()
    years = (
        "—"
        if mentions.empty or not first
        else selection.word("—", "–").join(dict.fromkeys((first[:4], last[:4])))
        if last
        else first[:4]
    )
    page.line_of(960, middle, Run(years, 17), 140, name=years)
    counts = f"{len(mentions)} / {numbers}"
    page.line_of(1110, middle, Run(counts, 17), 106, name=counts)


def _draw_reading(page: Page, selection: Selection, y: float) -> None:
    """怎样读这些页; 未决的."""
    word = selection.word
    left = [
        word("宋体是原文，黑体是我们的话；底色标出所据的字。", "Serif is the documents' words, sans ours; the tint marks the evidence."),
        word("圆点精确到日，方块到月，浅框只知在此期间，空心是计划。", "Dot: a day; bar: a month; pale box: some time within; hollow: planned."),
        word("双框是两份文档说法一致，≠ 是互相矛盾。", "Double outline: documents agree; ≠: they contradict each other."),
    ]  # fmt: skip
    right = [
        unresolved_words(selection),
        word("每一页的备注里有全部引文与字位。", "Every page's notes hold the full quotes and their places."),
        *([selection.edit_words + word("。", ".")] if selection.edit_words else []),
        *([word(f"{len(selection.whole.skipped)} 个文件没有读进来。", f"{len(selection.whole.skipped)} files could not be read.")]
          if selection.whole.skipped else []),
    ]  # fmt: skip
    for x, head, lines in ((MARGIN, word("怎样读这些页", "How to read these pages"), left),
                           (664, word("未决的", "What is unresolved"), right)):  # fmt: skip
        page.line_of(x, y, Run(head, 18, True), 540, name=head)
        at = y + 20
        for text in lines:
            broken = [[Run(tight(text)[a:b], 16.5)] for a, b in wrap(tight(text), 536, Words(16.5))]
            at = page.text(x, at, broken, w=546, leading=27, name=head) + 3


def unresolved_words(selection: Selection) -> str:
    """2 处互相矛盾，3 处存疑，都照原样列出: what is left open, of each kind only where there is any."""
    checks = selection.timeline.checks
    still = checks[checks["severity"] != "note"]
    if "settled" in still:
        still = still[~still["settled"].astype(bool)]
    undated = still["kind"] == "unresolved"
    clashes = (still["severity"] == "error") & still["kind"].isin(("date", "value", "duration"))
    counts = (int(clashes.sum()), int((~clashes & ~undated).sum()), int(undated.sum()))
    zh = (f"{counts[0]} 处互相矛盾", f"{counts[1]} 处存疑", f"{counts[2]} 处未能定年")
    en = (
        counted(counts[0], "contradiction"),
        counted(counts[1], "doubtful point"),
        counted(counts[2], "undated matter"),
    )
    told = [words for words, count in zip(zh if selection.lang == "zh" else en, counts, strict=True) if count]
    if not told:
        return selection.word("没有发现矛盾。", "No contradiction was found.")
    return selection.word("，", ", ").join(told) + selection.word(
        "，都照原样列出。", ": all kept as they stand."
    )


def _cited(selection: Selection, rows: Sequence[dict]) -> list[str]:
    from timeline.exports import citations

    lines = []
    for row in rows:
        sign = selection.siglum(row["doc_id"])
        lines += [
            f"[{sign}] {citations.gbt7714(row)}",
            f"[{sign}] {citations.apa(row)}",
            f"    sha256 {row['sha256']}",
        ]
    return lines
