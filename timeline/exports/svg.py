"""The timeline as our own SVG, and as a PNG made from it: no browser, no network.

The drawing is the one of the page. Every event is a group with its id and a `<title>`; fonts are
named in full; what documents say is escaped and can be neither markup nor a link.
"""

import re
import struct
import zlib
from collections.abc import Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from timeline import labels, look
from timeline.drawing import chronicle
from timeline.drawing.board import CLEAR, Board, Words, crisp, runs_of
from timeline.errors import UserError
from timeline.exports.deck import measure
from timeline.exports.printable import clip, one_line, printable
from timeline.exports.selection import Selection

_DASHES = {"dot": "2 2.5", "dash": "5 3"}
_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_MARGIN = 24


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _attr(value: str) -> str:
    return quoteattr(printable(value).replace("\n", " "))


class SvgBoard(Board):
    """Shapes as SVG elements, in the order in which they come; rules below them."""

    def __init__(self, palette: look.Palette) -> None:
        super().__init__(palette)
        self._below: list[str] = []
        self._shapes: list[str] = []
        self._hits: list[str] = []

    def rect(self, x0, y0, x1, y1, fill=CLEAR, line=CLEAR, width=0.0, opacity=1.0) -> None:
        if width:
            x0, y0, x1, y1 = crisp(x0), crisp(y0), max(crisp(x1), crisp(x0) + 1), crisp(y1)
        paint = f'fill="{fill}"' + (f' fill-opacity="{opacity:g}"' if opacity != 1 else "")
        stroke = f' stroke="{line}" stroke-width="{width:g}"' if width else ""
        self._shapes.append(
            f'<rect x="{_n(x0)}" y="{_n(y0)}" width="{_n(x1 - x0)}" height="{_n(y1 - y0)}" {paint}{stroke}/>'
        )

    def line(self, points, colour, width=1.0, dash="solid") -> None:
        where = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashes = f' stroke-dasharray="{_DASHES[dash]}"' if dash in _DASHES else ""
        self._shapes.append(
            f'<polyline points="{where}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}/>'
        )

    def rule(self, x0, y0, x1, y1, colour, width=1.0) -> None:
        if x0 == x1:
            x0 = x1 = crisp(x0)
        else:
            y0 = y1 = crisp(y0)
        self._below.append(
            f'<path d="M{_n(x0)} {_n(y0)}L{_n(x1)} {_n(y1)}" stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def dot(self, x, y, size, fill, line=CLEAR, width=0.0, symbol="circle", opacity=1.0) -> None:
        paint = f'fill="{fill}"' + (f' fill-opacity="{opacity:g}"' if opacity != 1 else "")
        paint += f' stroke="{line}" stroke-width="{width:g}"' if width else ""
        if symbol == "circle":
            self._shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size / 2)}" {paint}/>')
        else:
            self._shapes.append(f'<path d="{_symbol(symbol, x, y, size / 2)}" {paint}/>')

    def text(self, x, y, words: Words, size, colour, align="left", bold=False) -> None:
        parts = []
        for run in runs_of(words):
            style = f' fill="{run.colour}"' if run.colour else ""
            style += ' font-weight="700"' if run.bold else ""
            style += f' font-size="{run.size:g}"' if run.size else ""
            # SVG drops blanks at the edges of its elements, and doubled ones.
            inner = escape(printable(run.text).replace("\n", " ").replace(" ", "\u00a0"))
            parts.append(f"<tspan{style}>{inner}</tspan>" if style else inner)
        weight = ' font-weight="700"' if bold else ""
        # The baseline that puts the middle of Chinese characters at y; not all readers know dominant-baseline.
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y + size * 0.36)}" font-size="{size:g}" fill="{colour}"'
            f"{_ANCHORS[align]}{weight}>{''.join(parts)}</text>"
        )

    def hit(self, x0, y0, x1, y1, key, hover="") -> None:
        title = escape(printable(hover))
        self._hits.append(
            f'<rect data-id={_attr(key)} x="{_n(x0)}" y="{_n(y0)}" width="{_n(x1 - x0)}"'
            f' height="{_n(y1 - y0)}" fill="none" pointer-events="all"><title>{title}</title></rect>'
        )

    def elements(self) -> str:
        return "\n".join([*self._below, *self._shapes, *self._hits])


def _symbol(symbol: str, x: float, y: float, r: float) -> str:
    """The path of a mark that is no circle, `r` its half width."""
    corners = {
        "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        "triangle-up": [(-1, 0.8), (0, -0.9), (1, 0.8)],
        "triangle-down": [(-1, -0.8), (0, 0.9), (1, -0.8)],
        "triangle-left": [(0.8, -1), (-0.9, 0), (0.8, 1)],
        "triangle-right": [(-0.8, -1), (0.9, 0), (-0.8, 1)],
    }.get(symbol)
    if corners is None:  # x-thin
        return "".join(f"M{_n(x - r * k)} {_n(y - r)}L{_n(x + r * k)} {_n(y + r)}" for k in (1, -1))
    return "M" + "L".join(f"{_n(x + a * r)} {_n(y + b * r)}" for a, b in corners) + "Z"


def svg(selection: Selection, *, theme: str = "light", by: str = "category", width: int = 1200) -> str:
    """The timeline of a selection as an SVG document, title, filters and sources included."""
    palette = look.theme(theme)
    laid = chronicle.lay_out(selection.whole, selection.filters, selection.lang, by, width)
    board = SvgBoard(palette)
    chronicle.draw(board, laid)
    stated = _broken(f"{selection.count_words}{selection.word('；', '; ')}{selection.statement}", width, 13)
    notes = [
        line for text in (*_sources(selection), _reading(selection)) for line in _broken(text, width, 12)
    ]
    top = 72 + 20 * len(stated)
    full_width, height = width + 2 * _MARGIN, top + laid.height + 34 + 20 * len(notes)
    lang = "zh-Hans" if selection.lang == "zh" else "en"
    title = measure.cut(one_line(selection.title), width, measure.Words(28, True, True))
    head = [
        f'<text x="{_MARGIN}" y="46" font-family={_attr(look.SERIF)} font-size="28" font-weight="600"'
        f' fill="{palette.ink}">{escape(title)}</text>',
        *_texts(stated, 72, 13, palette.ink2),
    ]
    tail = _texts(notes, top + laid.height + 18, 12, palette.ink2)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" lang="{lang}" role="img"'
            f' viewBox="0 0 {full_width} {_n(height)}" width="{full_width}" height="{_n(height)}"'
            f" font-family={_attr(look.SANS)} aria-label={_attr(laid.alt)}>",
            f"<title>{escape(clip(printable(selection.title), 120))}</title>",
            f"<desc>{escape(printable(laid.alt))}</desc>",
            f'<rect width="100%" height="100%" fill="{palette.page}"/>',
            *head,
            f'<g transform="translate({_MARGIN + laid.gutter} {top})">',
            board.elements(),
            "</g>",
            *tail,
            "</svg>",
            "",
        ]
    )


def _broken(text: str, room: float, size: float) -> list[str]:
    """A line of ours as lines no wider than the picture."""
    plain = one_line(text)
    return [plain[a:b] for a, b in measure.wrap(plain, room, measure.Words(size))]


def _texts(lines: Sequence[str], y: float, size: float, colour: str) -> list[str]:
    """Lines of text, 20 px apart."""
    return [
        f'<text x="{_MARGIN}" y="{_n(y + 20 * n)}" font-size="{size:g}" fill="{colour}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    ]


def _reading(selection: Selection) -> str:
    """How the marks are to be read: a picture in a report has nobody to ask."""
    return selection.word(
        "圆点精确到日，实条到月，浅框只知在此期间，横线是持续，两端渐隐是约；空心是计划或预测；双框是多处一致，≠ 是互相矛盾。",
        "Dot: a day; solid bar: a month; pale box: some time within; line: it lasted; fading: about; hollow: plan or forecast;"
        " double outline: sources agree; ≠: they conflict.",
    )


def _sources(selection: Selection, most: int = 12) -> list[str]:
    """One line a document, as on the slides: siglum, title, author, date."""
    rows = list(selection.rows("documents"))
    lines = []
    for row in rows[:most]:
        facts = [row["author"], labels.published(row["date_published"], row["date_basis"], selection.lang)]
        byline = selection.word("，", ", ").join(printable(fact) for fact in facts if fact)
        title = selection.document_title(row["doc_id"])
        lines.append(f"{selection.siglum(row['doc_id'])}  {title[:80]}  {byline[:60]}".rstrip())
    if len(rows) > most:
        n = len(rows) - most
        lines.append(selection.word(f"另有 {n} 份文档", f"and {n} more documents"))
    return lines


def to_svg(selection: Selection, out: BinaryIO) -> None:
    """Options: theme (light, dark), lanes (category, document, entity), width in px."""
    out.write(svg(selection, **_options(selection)).encode())


def to_png(selection: Selection, out: BinaryIO) -> None:
    """The SVG, drawn at twice its size. Needs the package `resvg-py`."""
    try:
        import resvg_py
    except ImportError:
        raise UserError(
            "PNG needs a package that is not installed.", "Install it: pip install resvg-py; or export svg."
        ) from None
    drawing = svg(selection, **_options(selection))
    family = next(name for name in look.SANS_NAMES if "Noto" in name)
    # A list of fonts whose first is missing would fall back to any font: name one that has Chinese.
    drawing = re.sub(r'font-family="[^"]*"', lambda found: _one_family(found.group()), drawing)
    drawing = re.sub(r"font-family='[^']*'", lambda found: _one_family(found.group()), drawing)
    out.write(_at_twice(resvg_py.svg_to_bytes(svg_string=drawing, zoom=2, sans_serif_family=family)))


def _at_twice(png: bytes) -> bytes:
    """With its resolution said (192 dots an inch), so that a document shows it at its own size, sharp in print."""
    dots = round(192 / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    after = 33  # the signature and the header that must come first
    return png[:after] + struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[after:]


def _one_family(found: str) -> str:
    serif = look.SERIF_NAMES[0] in found
    names: Sequence[str] = look.SERIF_NAMES if serif else look.SANS_NAMES[1:]
    return 'font-family="' + ", ".join(names) + '"'


def _options(selection: Selection) -> dict:
    given = selection.options
    by = str(given.get("lanes", "category"))
    return {
        "theme": "dark" if given.get("theme") == "dark" else "light",
        "by": by if by in ("category", "document", "entity") else "category",
        "width": min(max(int(given.get("width", 1200)), 480), 4000),
    }
