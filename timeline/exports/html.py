"""One offline HTML file: the timeline with its quotes, to be mailed, opened from disk, printed, shown.

Everything is in the file: our own style and script (`offline/page.css`, `offline/page.js`), allowed
by their hashes in a Content-Security-Policy that forbids everything else. What documents say is
escaped text; the script builds nodes and never parses markup. Without a script the page is a list
with every quote, under a static drawing.
"""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from timeline import edtf, look, tables
from timeline.drawing import chronicle
from timeline.exports.offline.data import clip_line, script_data
from timeline.exports.offline.parts import Page, checks, documents, h, listing
from timeline.exports.selection import Selection
from timeline.exports.svg import SvgBoard

HERE = Path(__file__).parent / "offline"


def to_html(selection: Selection, out: BinaryIO) -> None:
    """Write the page, UTF-8: its head, the list of events piece by piece, the script with its data."""
    page = Page(selection)
    script = (HERE / "page.js").read_text("utf-8")
    for part in (_opening(page, script), *_before(page)):
        out.write(part.encode())
    for part in listing(page):
        out.write(part.encode())
    closing = (
        '</div><aside id="drawer" hidden></aside></div>\n', checks(page), documents(page), "</main>\n",
        _foot(page), '<dialog id="show"></dialog>\n',
    )  # fmt: skip
    for part in closing:
        out.write(part.encode())
    # The data come last: only now are all words numbered.
    out.write(f'<script type="application/json" id="data">{script_data(page)}</script>\n'.encode())
    out.write(f"<script>{script}</script>\n</body>\n</html>\n".encode())


def _opening(page: Page, script: str) -> str:
    style = _style()
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    lines = (
        "<!doctype html>", f'<html lang="{"zh-Hans" if page.selection.lang == "zh" else "en"}">', "<head>",
        '<meta charset="utf-8">', f'<meta http-equiv="Content-Security-Policy" content="{h(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">', '<meta name="color-scheme" content="light dark">',
        f"<title>{h(clip_line(page.selection.title, 120))}</title>", f"<style>{style}</style>", "</head>",
        "<body>", "",
    )  # fmt: skip
    return "\n".join(lines)


def _before(page: Page) -> tuple[str, ...]:
    """Everything above the list."""
    return (
        _head(page), '<main id="main" tabindex="-1">', _title(page), _controls(page),
        '<div class="columns"><div class="wide">',
        '<figure id="chart" class="draw" aria-labelledby="title"></figure>', _legend(page),
        f"<noscript>{_static_drawing(page.selection)}</noscript>\n",
    )  # fmt: skip


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


def _head(page: Page) -> str:
    return (
        f'<a class="skip" href="#main">{page.both("跳到正文", "Skip to content")}</a>'
        f'<header><span class="wordmark" lang="zh-Hans">编年</span>'
        f'<span class="collection">{h(clip_line(page.selection.name, 40))}</span>'
        '<span class="spacer"></span>'
        f'<button id="present" class="plain js">{page.both("放映", "Present")}</button>'
        f'<button id="print" class="plain js">{page.both("打印", "Print")}</button>'
        f'<button id="theme" class="plain js">{page.both("深浅", "Theme")}</button>'
        f'<button id="lang" class="plain js">{page.both("EN", "中文")}</button></header>\n'
    )


def _title(page: Page) -> str:
    span = page.selection.filters.span
    return (
        f'<h1 id="title">{h(clip_line(page.selection.name, 60))} {page.both(span("zh"), span("en"))}</h1>'
        f'<p id="sentence" class="sentence" aria-live="polite">{h(page.selection.count_words)}</p>\n'
    )


def _controls(page: Page) -> str:
    """Buttons and fields; the script fills in the years, categories and documents of this file."""
    levels = "".join(
        f'<button data-level="{level}">{page.both(zh, en)}</button>'
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
        f'<details class="menu" id="categories"><summary>{page.both("类别", "Categories")} <b></b></summary><div></div></details>'
        f'<details class="menu" id="sources"><summary>{page.both("文档", "Documents")} <b></b></summary><div></div></details>'
        '<input id="search" type="search" autocomplete="off" spellcheck="false">'
        f'<button id="clear" class="plain" hidden>{page.both("清除筛选", "Clear filters")}</button>'
        "</div>\n"
    )


def _legend(page: Page) -> str:
    shapes = (
        ("dot", "日", "day"), ("bar", "月", "month"), ("band", "季、年：在此期间", "quarter, year: some time in it"),
        ("range", "持续", "lasted"), ("fade", "约", "about"), ("hollow", "空心：计划、预测", "hollow: plan, forecast"),
        ("ringed", "双框：多处一致", "double: sources agree"), ("conflict", "≠ 矛盾，两读都画", "≠ conflict: both readings"),
        ("denied", "× 被否认", "× denied"),
    )  # fmt: skip
    items = "".join(f'<li data-shape="{shape}">{page.both(zh, en)}</li>' for shape, zh, en in shapes)
    keys = page.both(
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


def _filters(page: Page) -> str:
    titles = {
        doc_id: clip_line(page.selection.document_title(doc_id), 60)
        for doc_id in page.selection.filters.documents
    }
    words = [tables.describe(page.selection.filters, lang, titles) for lang in ("zh", "en")]
    return page.both(f"筛选：{words[0]}", f"Filters: {words[1]}")


def _foot(page: Page) -> str:
    until = page.selection.until
    words = page.both(
        f"文档截至{edtf.label(until, 'zh')}" if until else "",
        f"Documents up to {edtf.label(until, 'en')}" if until else "",
    )
    edits = f" · {h(page.selection.edit_words)}" if page.selection.edit_words else ""
    return (
        f'<footer><span lang="zh-Hans">编年</span> · {_filters(page)}'
        f"{edits}{' · ' + words if until else ''}</footer>\n"
    )
