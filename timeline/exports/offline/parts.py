"""The parts of the offline page that hold documents' words: the list of events, checks, documents.

All text goes through `h`; nothing a document says can become markup, a link or a control character.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from timeline import edtf, labels
from timeline.exports.citations import apa, gbt7714
from timeline.exports.printable import clip, one_line, printable
from timeline.exports.selection import Selection
from timeline.layout import Item
from timeline.text import CONTEXT

_LONGEST_QUOTE = 1200
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
_WRAP = re.compile(rf"(?<=[{_CJK}])\s*\n\s*|\s*\n\s*(?=[{_CJK}])")
# A word or number at the outer end of a context, which may be torn there.
_TORN_FIRST, _TORN_LAST = re.compile(r"^[0-9A-Za-z.,]+"), re.compile(r"[0-9A-Za-z.,]+$")
_SCRIPTS = {"Hans": "zh-Hans", "Hant": "zh-Hant", "Latn": "en"}


def h(text: str) -> str:
    """Text as HTML, in an element or in a quoted attribute."""
    return html.escape(printable(str(text)), quote=True)


MOST = 3000  # events on a page: more is slow in any browser, and nobody reads it


@dataclass
class Page:
    """A selection on its way to the page, and our own words on it, in both languages.

    A word is written in the export's language and numbered; the script says it again in the other.
    """

    selection: Selection
    words: dict[tuple[str, str], int] = field(default_factory=dict)

    def both(self, zh: str, en: str) -> str:
        """Words of ours, escaped here."""
        if zh == en:
            return h(zh)
        number = self.words.setdefault((zh, en), len(self.words))
        return f"<span data-w={number}>{h(zh if self.selection.lang == 'zh' else en)}</span>"

    @cached_property
    def events(self) -> list[dict]:
        """The events in date order; the least important are left out beyond `MOST`."""
        rows = list(self.selection.rows("events"))
        if len(rows) <= MOST:
            return rows
        starred = self.selection.flags("starred")
        kept = sorted(
            rows,
            key=lambda row: (
                row["event_id"] not in starred,
                -row["importance"],
                -row["n_documents"],
                row["event_id"],
            ),
        )[:MOST]
        ids = {row["event_id"] for row in kept}
        return [row for row in rows if row["event_id"] in ids]

    @property
    def n_left_out(self) -> int:
        return len(self.selection.timeline.events) - len(self.events)


def classes(item: Item) -> str:
    """How a mark looks, as class names."""
    names = [item.modality] if item.modality != "fact" else []
    if item.status != "single":
        names.append(item.status)
    return " ".join(names)


def _flow(text: str) -> str:
    """A quotation on flowing lines: a break that was only wrapping vanishes, blanks stay."""
    return re.sub(r"\s+", " ", _WRAP.sub("", printable(text)))


# ── the list ─────────────────────────────────────────────────────────────────────────────────────


def listing(page: Page) -> Iterator[str]:
    """The events in date order, under their years, each with all its quotes."""
    yield f'<section id="list" aria-label="{h(page.selection.word("事件", "Events"))}">'
    year = None
    for row in page.events:
        first = row["earliest"][:4]
        if first != year:
            if year is not None:
                yield "</ol></div>\n"
            year = first
            yield f'<div class="year"><h2>{h(first.lstrip("0") or "?")}</h2><ol>'
        yield _event(page, row)
    yield (
        "</ol></div>"
        if year is not None
        else f"<p>{page.both('没有事件符合筛选。', 'No event fits the filters.')}</p>"
    )
    left = page.n_left_out
    if left:
        words = (
            f"另有 {left} 件次要的事未收入此页，见表格导出",
            f"{left:,} less important events are not on this page: see the tables",
        )
        yield f'<p class="left">{page.both(*words)}</p>'
    yield f'<p class="none" hidden>{page.both("没有事件符合筛选。", "No event fits the filters.")}</p></section>\n'


def _event(page: Page, row: dict) -> str:
    # First the words that carry the event's own date.
    told = sorted(
        page.selection.told.get(row["event_id"], []), key=lambda mention: mention["date"] != row["date"]
    )
    status = page.both(
        labels.status(row["status"], "zh", row["n_documents"] or 0, True),
        labels.status(row["status"], "en", row["n_documents"] or 0, True),
    )
    modality = page.selection.modality(row["event_id"])
    tail = (
        f' <span class="modality">{page.both(labels.modality(modality, "zh"), labels.modality(modality, "en"))}</span>'
        if modality != "fact"
        else ""
    )
    sign = '<span class="sign" aria-hidden="true">≠</span> ' if row["status"] == "conflicting" else ""
    star = ' <span class="hand">★</span>' if row.get("starred") else ""
    hand = (
        f'{star} <span class="hand">✎ {page.both("已更正", "edited")}</span>' if row.get("edited") else star
    )
    level = int(row["importance"])
    sigla = " ".join(_siglum(page, doc_id) for doc_id in dict.fromkeys(m["doc_id"] for m in told))
    date = page.both(date_label(row["date"], "zh"), date_label(row["date"], "en"))
    within = page.both(_within(row["date"], "zh"), _within(row["date"], "en"))
    name = clip(one_line(row["name"]), 200)
    return (
        f'<li id="{h(row["event_id"])}" class="event level{level} {h(row["status"])}">'
        f'<h3>{sign}<button class="name" lang="{_name_language(name)}">{h(name)}</button>{tail}{hand}</h3>'
        f'<p class="when"><span class="within">{within}</span> <span class="date">{date}</span> '
        f'<span class="category">{page.both(labels.category(row["category"], "zh"), labels.category(row["category"], "en"))}</span> '
        f'<span class="level" title="{level}/3">{labels.importance_dots(level)}</span> {sigla} <span class="status">{status}</span></p>'
        f'<div class="more">{"".join(_mention(page, mention) for mention in told)}</div></li>\n'
    )  # fmt: skip


def date_label(value: str, lang: str) -> str:
    return edtf.label(value, lang) if value and edtf.is_edtf(value) else labels.status("undated", lang)


def _within(value: str, lang: str) -> str:
    return labels.within_year(value, lang) if value and edtf.is_edtf(value) else ""


def _name_language(name: str) -> str:
    return "zh-Hans" if re.search(r"[\u3400-\u9fff]", name) else "en"


def _siglum(page: Page, doc_id: str) -> str:
    index = page.selection._places.get(doc_id, 0)
    zh, en = labels.siglum(index, "zh"), labels.siglum(index, "en")
    return f'<span class="siglum">{page.both(zh, en)}</span>'


def _mention(page: Page, mention: dict) -> str:
    """One document's words, with what was read from them and how."""
    document = page.selection.by_id.get(mention["doc_id"], {})
    language = _SCRIPTS.get(document.get("script", ""), "zh-Hans")
    title = page.selection.document_title(mention["doc_id"])
    place = page.both(*(_place(page, mention, lang) for lang in ("zh", "en")))
    read = page.both(date_label(mention["date"], "zh"), date_label(mention["date"], "en"))
    rule = page.both(
        *(clip(labels.rule(one_line(mention["rule"]), lang), 120) or "—" for lang in ("zh", "en"))
    )
    return (
        f'<blockquote lang="{language}">{_quote(mention)}</blockquote>'
        f'<p class="source">{_siglum(page, mention["doc_id"])} <cite lang="{language}">{h(clip(title, 120))}</cite> {place}</p>'
        f'<dl><dt>{page.both("日期原文", "Date as written")}</dt><dd lang="{language}">{h(one_line(mention["time_text"]) or "—")}</dd>'
        f"<dt>{page.both('读作', 'Read as')}</dt><dd>{read}</dd>"
        f"<dt>{page.both('规则', 'Rule')}</dt><dd>{rule}</dd></dl>"
    )


def _place(page: Page, mention: dict, lang: str) -> str:
    sheet = page.selection.whole.page(mention["doc_id"], mention["start"])
    start, end = mention["start"], mention["end"]
    if lang == "zh":
        return (f"第 {sheet} 页，" if sheet else "") + f"第 {start}—{end} 字"
    return (f"p. {sheet}, " if sheet else "") + f"characters {start}–{end}"


def _quote(mention: dict) -> str:
    """Context, evidence marked, the words of its time underlined where they stand inside it."""
    exact, start = mention["exact"], mention["start"]
    short = clip(exact, _LONGEST_QUOTE)
    first = (mention["time_start"] if mention["time_start"] is not None else -1) - start
    last = (mention["time_end"] if mention["time_end"] is not None else -1) - start
    if 0 <= first < last <= len(short):
        inner = f"{h(_flow(short[:first]))}<u>{h(_flow(short[first:last]))}</u>{h(_flow(short[last:]))}"
    else:
        inner = h(_flow(short))
    before, after = mention["prefix"], mention["suffix"]
    if len(before) == CONTEXT:
        before = _TORN_FIRST.sub("", before)
    if len(after) == CONTEXT:
        after = _TORN_LAST.sub("", after)
    before, after = h(_flow(before)), h(_flow(after))
    return (  # nothing stands before a text's beginning, or after its end
        f"<span>{'…' * bool(before)}{before}</span><mark>{inner}</mark><span>{after}{'…' * bool(after)}</span>"
    )


# ── what does not add up, and the documents ──────────────────────────────────────────────────────


def checks(page: Page, most: int = 60) -> str:
    rows = [row for row in page.selection.rows("checks") if row["severity"] in ("error", "warning")]
    rows.sort(key=lambda row: row["severity"] != "error")
    if not rows:
        return ""
    items = "".join(_check(page, row) for row in rows[:most])
    rest = len(rows) - most
    more = f"<p>{page.both(f'另有 {rest} 处', f'{rest} more')}</p>" if rest > 0 else ""
    return f'<section id="checks"><h2>{page.both("互相矛盾与存疑之处", "What does not add up")}</h2><ul>{items}</ul>{more}</section>\n'


def _check(page: Page, row: dict) -> str:
    from timeline.checks.messages import describe

    sign = labels.check_sign(row["kind"], row["severity"], "zh")
    messages = page.both(*(clip(one_line(describe(row, lang)), 400) for lang in ("zh", "en")))
    sides = [(row["doc_id"], row["exact"]), (row["other_doc_id"], row["other_exact"])]
    quotes = "".join(
        f"<blockquote>{h(_flow(clip(exact, 300)))} {_siglum(page, doc_id)}</blockquote>"
        for doc_id, exact in sides
        if doc_id and exact
    )
    return (
        f'<li class="{h(row["severity"])}"><h3><span class="sign" aria-hidden="true">{sign}</span> {messages}</h3>'
        f'<p class="when">{page.both(labels.check_kind(row["kind"], "zh"), labels.check_kind(row["kind"], "en"))}</p>'
        f'<div class="sides">{quotes}</div></li>'
    )


def documents(page: Page) -> str:
    """Each document with its sign and how to cite it."""
    items = "".join(
        f"<li>{_siglum(page, row['doc_id'])} {page.both(clip(gbt7714(row), 400), clip(apa(row), 400))}</li>"
        for row in page.selection.rows("documents")
    )
    return f'<section id="documents"><h2>{page.both("出处", "Sources")}</h2><ol>{items}</ol></section>\n'
