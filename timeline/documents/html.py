"""HTML to text: what a reader of the page reads, headings, lists and tables kept as blocks.

Scripts, styles, menus and footers are left out. Inline tags leave nothing behind, so that a date
with a tag inside (`<b>2021</b>年`) is whole.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from timeline.documents.content import Content, Pen
from timeline.documents.encodings import decode, find_holes
from timeline.documents.grids import spread
from timeline.documents.heads import read_head
from timeline.errors import UnreadableError

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "math", "form", "button", "select", "textarea",
    "iframe", "object", "nav", "footer", "aside", "dialog", "canvas", "audio", "video", "map",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "address", "blockquote", "pre", "figure", "figcaption",
    "dl", "dt", "dd", "hr", "details", "summary", "center", "ul", "ol", "table", "tbody", "thead", "tfoot",
    "caption", "fieldset", "body", "html", "hgroup",
))  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{2,20})""", re.I)
_CLOSED = re.compile(
    r"<(title|script|style|textarea|iframe|a|span|div|p|i|b|em|strong)((?:\s[^<>]*)?)/>", re.I
)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
MAX_DEPTH = 256  # elements inside one another
# Elements that must be closed; those whose end may be left out, and empty ones, do not nest.
_NESTING = re.compile(
    r"<(/?)(?!(?:br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead"
    r"|tfoot|colgroup|html|head|body|script|style|title)[\s>/])[a-zA-Z][^<>]*>",
    re.I,
)
MAX_TABLES = 8  # inside one another; what is deeper is read as text


def read_html(data: bytes, name: str = "") -> Content:
    """A web page. Its own charset declaration is believed where the bytes are not UTF-8."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    content = parse_html(decoded.text)
    return content._replace(
        encoding=decoded.encoding, problems=find_holes(content.text) if decoded.problems else ()
    )


def parse_html(source: str, page: int = 0) -> Content:
    """The text of HTML source, with what its <head> tells."""
    tree = parse_tree(source)
    pen = Pen()
    if tree.body is not None:
        write_html(tree.body, pen, page)
    return read_head(tree)._replace(text=pen.text, blocks=tuple(pen.blocks))


def parse_tree(source: str) -> LexborHTMLParser:
    """HTML or XHTML as a tree. Elements closed in XML's way are closed in HTML's."""
    if "/>" in source:
        source = _CLOSED.sub(r"<\1\2></\1>", source)
    if _is_too_deep(source):  # the parser's time grows with the square of the depth
        source = _without_tags(source)
    try:
        return LexborHTMLParser(source.replace("\0", ""))
    except Exception:
        raise UnreadableError(
            "The HTML cannot be parsed.", "Save the page again, or save it as text."
        ) from None


def _is_too_deep(source: str) -> bool:
    depth = 0
    for match in _NESTING.finditer(source):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def _without_tags(source: str) -> str:
    """A page nested beyond reason, as lines: block tags end them, the others leave nothing."""
    source = re.sub(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", "", source, flags=re.I | re.S)
    source = re.sub(
        r"</?(?:p|div|li|tr|h[1-6]|table|ul|ol|section|article)\b[^<>]*>", "<br>", source, flags=re.I
    )
    return re.sub(r"<(?!br>|/?title|/?meta)[/!a-zA-Z][^<>]*>", "", source)


class _Writer:
    """Collects inline text and closes it into a block whenever a block element starts or ends."""

    def __init__(self, pen: Pen, page: int) -> None:
        self.pen, self.page = pen, page
        self.inline: list[str] = []
        self.kind, self.level = "paragraph", 0
        self.tables = 0  # tables around this place

    def close(self, kind: str = "paragraph", level: int = 0) -> None:
        text = _BLANKS.sub(" ", "".join(self.inline)) if self.inline else ""
        self.inline.clear()
        for line in text.split("\x1e"):  # <br> was noted as a record separator
            self.pen.add(line, self.kind, level=self.level, page=self.page)
        self.kind, self.level = kind, level


def write_html(root: LexborNode, pen: Pen, page: int = 0) -> None:
    """Walk the tree without recursion: nesting is as deep as the file likes."""
    writer = _Writer(pen, page)
    top = root.mem_id  # nodes compare by their whole HTML, which is slow
    node: LexborNode | None = root
    while node is not None:
        below = _enter(node, writer)
        if below is not None:
            node = below
            continue
        while node is not None and node.mem_id != top and node.next is None:
            node = node.parent
            if node is not None:
                _leave(node, writer)
        node = None if node is None or node.mem_id == top else node.next
    writer.close()


def _enter(node: LexborNode, writer: _Writer) -> LexborNode | None:
    """Note what a node starts; its first child, or None where it has none to visit."""
    tag = node.tag
    if tag == "-text":
        writer.inline.append((node.text_content or "").replace("\x1e", " "))
        return None
    if tag in _SKIPPED or tag is None or tag.startswith(("-", "!", "_")):
        return None
    if tag == "br":
        writer.inline.append("\x1e")
    elif tag == "table":
        writer.close()
        if writer.tables < MAX_TABLES and _write_table(node, writer):
            return None
        writer.tables += 1
    elif tag in _HEADINGS:
        writer.close("heading", _HEADINGS[tag])
    elif tag == "li":
        writer.close("list")
    elif tag in _BLOCKS:
        writer.close(writer.kind if writer.kind == "list" and tag in ("p", "div") else "paragraph")
    return node.child


def _leave(node: LexborNode, writer: _Writer) -> None:
    if node.tag == "table":
        writer.tables -= 1
    if node.tag in _BLOCKS or node.tag in _HEADINGS or node.tag == "li":
        writer.close()


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _write_table(table: LexborNode, writer: _Writer) -> bool:
    """A table as rows; False for one that only lays the page out: its cells are read as text."""
    if table.css_first("table table, h1, h2, h3, ul, p + p") is not None:
        return False
    grid = spread(
        [
            [
                (cell.text(deep=True, separator=""), _span(cell, "colspan"), _span(cell, "rowspan"))
                for cell in row.css("td, th")
            ]
            for row in table.css("tr")
        ]
    )
    if caption := table.css_first("caption"):
        writer.pen.add(caption.text(), "paragraph", page=writer.page)
    if max((len(row) for row in grid), default=0) < 2:
        return False
    writer.pen.add_table(grid, writer.page)
    return True
