"""One offline HTML file: the timeline with its quotes, to be mailed, opened from disk, printed, shown.

Everything is in the file: our own style and script (`offline/page.css`, `offline/page.js`), allowed
by their hashes in a Content-Security-Policy that forbids everything else. What documents say is
escaped text; the script builds nodes and never parses markup. Without a script the page is a list
with every quote, under a static drawing.
"""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from timeline import edtf, labels, look, tables
from timeline.drawing import chronicle
from timeline.exports.offline.parts import both, checks, classes, documents, h, listing
from timeline.exports.selection import Selection
from timeline.exports.svg import SvgBoard
from timeline.layout import LANE_ORDER, items_of, shape_of
from timeline.model import CATEGORIES

HERE = Path(__file__).parent / "offline"


def to_html(selection: Selection, out: BinaryIO) -> None:
    """Write the page, UTF-8."""
    style, script = _style(), (HERE / "page.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    out.write(
        "\n".join(
            [
                "<!doctype html>",
                f'<html lang="{"zh-Hans" if selection.lang == "zh" else "en"}">',
                "<head>",
                '<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{h(policy)}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                '<meta name="referrer" content="no-referrer">',
                '<meta name="color-scheme" content="light dark">',
                f"<title>{h(selection.title)}</title>",
                f"<style>{style}</style>",
                "</head>",
                "<body>",
                _head(selection),
                '<main id="main" tabindex="-1">',
                _title(selection),
                _controls(),
                '<div class="columns"><div class="wide">',
                '<figure id="chart" class="draw" aria-labelledby="title"></figure>',
                _legend(),
                f"<noscript>{_static_drawing(selection)}</noscript>",
                "",
            ]
        ).encode()
    )
    for part in listing(selection):
        out.write(part.encode())
    out.write(b"</div>")
    out.write(b'<aside id="drawer" hidden></aside></div>\n')
    for part in (checks(selection), documents(selection)):
        out.write(part.encode())
    out.write(
        "\n".join(
            [
                "</main>",
                _foot(selection),
                '<dialog id="show"></dialog>',
                f'<script type="application/json" id="data">{_data(selection)}</script>',
                f"<script>{script}</script>",
                "</body>",
                "</html>",
                "",
            ]
        ).encode()
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def _style() -> str:
    """The style sheet, with both palettes as custom properties."""

    def properties(palette: look.Palette) -> str:
        names = ("page", "panel", "ink", "ink2", "ink3", "rule", "rule2", "data", "accent", "highlighter")
        rows = [f"--{name}:{getattr(palette, name)}" for name in names]
        return ";".join([*rows, f"--band:{palette.band}"])

    light, dark = properties(look.LIGHT), properties(look.DARK)
    head = (
        f":root{{{light};--sans:{look.SANS};--serif:{look.SERIF};color-scheme:light}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark};color-scheme:dark}}}}\n"
        f":root[data-theme=dark]{{{dark};color-scheme:dark}}\n"
        f"@media print{{:root,:root[data-theme=dark],:root:not([data-theme=light]){{{light};color-scheme:light}}}}\n"
    )
    return head + (HERE / "page.css").read_text("utf-8")


# ── parts of the page ────────────────────────────────────────────────────────────────────────────


def _head(selection: Selection) -> str:
    return (
        f'<a class="skip" href="#main">{both("跳到正文", "Skip to content")}</a>'
        f'<header><span class="wordmark" lang="zh-Hans">编年</span>'
        f'<span class="collection">{h(selection.name)}</span>'
        '<span class="spacer"></span>'
        f'<button id="present" class="plain js">{both("放映", "Present")}</button>'
        f'<button id="print" class="plain js">{both("打印", "Print")}</button>'
        f'<button id="theme" class="plain js">{both("深浅", "Theme")}</button>'
        '<button id="lang" class="plain js"><span class="zh" lang="en">EN</span>'
        '<span class="en" lang="zh-Hans">中文</span></button></header>\n'
    )


def _title(selection: Selection) -> str:
    words = {
        "zh": f"{selection.filters.from_year}—{selection.filters.to_year}",
        "en": f"{selection.filters.from_year}–{selection.filters.to_year}",
    }
    return (
        f'<h1 id="title">{h(selection.name)} {both(words["zh"], words["en"])}</h1>'
        f'<p id="sentence" class="sentence" aria-live="polite">{h(selection.count_words)}</p>\n'
    )


def _controls() -> str:
    """Buttons and fields; the script fills in the years, categories and documents of this file."""
    levels = "".join(
        f'<button data-level="{level}">{both(zh, en)}</button>'
        for level, zh, en in (
            (1, "全部事件", "All"),
            (2, "要点以上", "Key points"),
            (3, "里程碑", "Milestones"),
        )
    )
    return (
        '<div class="controls js" role="group" id="controls">'
        '<div class="segments" id="years" role="group"></div>'
        f'<div class="segments" id="levels" role="group">{levels}</div>'
        f'<details class="menu" id="categories"><summary>{both("类别", "Categories")} <b></b></summary><div></div></details>'
        f'<details class="menu" id="sources"><summary>{both("文档", "Documents")} <b></b></summary><div></div></details>'
        '<input id="search" type="search" autocomplete="off" spellcheck="false">'
        f'<button id="clear" class="plain" hidden>{both("清除筛选", "Clear filters")}</button>'
        "</div>\n"
    )


def _legend() -> str:
    shapes = (
        ("dot", "日", "day"), ("bar", "月", "month"), ("band", "季、年：在此期间", "quarter, year: some time in it"),
        ("range", "持续", "lasted"), ("fade", "约", "about"), ("hollow", "空心：计划、预测", "hollow: plan, forecast"),
        ("ringed", "双框：多处一致", "double: sources agree"), ("conflict", "≠ 矛盾，两读都画", "≠ conflict: both readings"),
    )  # fmt: skip
    items = "".join(f'<li data-shape="{shape}">{both(zh, en)}</li>' for shape, zh, en in shapes)
    keys = both(
        "键盘：← → 换事件，回车看引文，+ − 缩放，0 全部，/ 搜索，P 放映",
        "Keys: ← → next event, Enter opens, + − zoom, 0 all years, / search, P presents",
    )
    return f'<ul class="legend draw js">{items}</ul><p class="keys js">{keys}</p>\n'


def _static_drawing(selection: Selection) -> str:
    """The light drawing for readers without a script."""
    laid = chronicle.lay_out(selection.whole, selection.filters, selection.lang)
    board = SvgBoard(look.LIGHT)
    chronicle.draw(board, laid)
    width = laid.made.width + laid.gutter + chronicle.EDGE
    return (
        f'<svg role="img" aria-label="{h(laid.alt)}" viewBox="{-laid.gutter} 0 {width:g} {laid.height:g}">'
        f"{board.elements()}</svg>"
    )


def _filters(selection: Selection) -> str:
    titles = {doc_id: selection.document_title(doc_id) for doc_id in selection.filters.documents}
    words = [tables.describe(selection.filters, lang, titles) for lang in ("zh", "en")]
    return both(f"筛选：{words[0]}", f"Filters: {words[1]}")


def _foot(selection: Selection) -> str:
    until = selection.until
    words = both(
        f"文档截至{edtf.label(until, 'zh')}" if until else "",
        f"Documents up to {edtf.label(until, 'en')}" if until else "",
    )
    edits = f" · {h(selection.edit_words)}" if selection.edit_words else ""
    return (
        f'<footer><span lang="zh-Hans">编年</span> · {_filters(selection)}'
        f"{edits}{' · ' + words if until else ''}</footer>\n"
    )


# ── data for the script ──────────────────────────────────────────────────────────────────────────

_SHARPNESS = {"dot": 0, "bar": 1, "band": 3, "fade": 4, "range": 5}


def _data(selection: Selection) -> str:
    """What the script needs to lay out and filter; the quotes are read from the page itself."""
    timeline = selection.timeline
    rows = {row["event_id"]: row for row in timeline.events.to_dict("records")}
    events = []
    places = {doc_id: index for index, doc_id in enumerate(selection.whole.documents["doc_id"].tolist())}
    for item in items_of(timeline):
        told = {places[row["doc_id"]] for row in selection.told.get(item.id, ()) if row["doc_id"] in places}
        shape = shape_of(item.date, item.earliest, item.latest)
        events.append(
            {
                "id": item.id, "n": _clip(item.name, 80), "s": _ordinal(item.earliest), "e": _ordinal(item.latest),
                "l": item.lane, "i": item.importance, "k": shape, "p": _SHARPNESS[shape], "c": classes(item),
                "m": item.modality, "d": sorted(told), "w": len(told), "x": _clip(str(rows[item.id]["entities"]), 200),
                "t": [[_ordinal(a), _ordinal(b)] for a, b in item.others],
                "z": [_label(item.date, "zh"), _label(item.date, "en")],
                "f": int(item.edited) + 2 * int(item.starred),
            }
        )  # fmt: skip
    data = {
        "events": events,
        "years": selection.filters.years,
        "first": date(selection.filters.from_year, 1, 1).toordinal(),
        "last": date(selection.filters.to_year, 12, 31).toordinal() + 1,
        "lanes": [
            [code, labels.category(code, "zh"), labels.category(code, "en")]
            for code in (*LANE_ORDER, *(c for c in CATEGORIES if c not in LANE_ORDER))
        ],
        "documents": [
            [labels.siglum(index, "zh"), labels.siglum(index, "en"), _clip(title or path, 60)]
            for index, (title, path) in enumerate(
                zip(selection.whole.documents["title"], selection.whole.documents["path"], strict=True)
            )
        ],
        "modality": {code: list(pair) for code, pair in labels.MODALITY_WORDS.items()},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Inside <script> only "<" can end or comment out the block; the two separators end lines in old parsers.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _label(value: str, lang: str) -> str:
    return edtf.label(value, lang) if value and edtf.is_edtf(value) else labels.status("undated", lang)


def _clip(text: str, length: int) -> str:
    from timeline.exports.printable import clip, one_line

    return clip(one_line(text), length)
