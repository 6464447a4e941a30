"""Word files: paragraphs, headings, lists and tables in their order, read off the XML itself.

Inserted text is kept and deleted text left out, as a reader of the final version sees it.
"""

import io
import re
from collections.abc import Iterator

from lxml import etree  # ty: ignore[missing-module-member]

from timeline.documents.content import Content, Pen
from timeline.documents.grids import MOST_SPANNED
from timeline.documents.office import local_name, open_package, read_part, with_properties
from timeline.documents.places import read_entry
from timeline.errors import UnreadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-6])", re.I)
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "txbxContent", "instrText", "pPr", "rPr", "Fallback", "footnoteRef")
)


def read_docx(data: bytes, name: str = "") -> Content:
    """A Word document. Its core properties tell title, author and a (weak) date."""
    with open_package(data) as archive:
        body = read_entry(archive, archive.getinfo("word/document.xml"))
        notes = [read_part(archive, f"word/{name}.xml") for name in ("footnotes", "endnotes")]
        levels = _heading_levels(read_part(archive, "word/styles.xml"))
        pen = Pen()
        for element in _children(body):
            for block in _blocks(element):
                if local_name(block) == "tbl":
                    _write_table(block, pen)
                else:
                    _write_paragraph(block, pen, levels)
        for note in (note for part in notes if part is not None for note in part):
            if not _attribute(note, "type"):  # the others are separators
                pen.add(_words(note), "paragraph")
        return with_properties(Content(pen.text, "utf-8", tuple(pen.blocks)), archive)


def _children(source: bytes) -> Iterator[etree._Element]:
    """What stands directly in the body, one by one, and forgotten afterwards."""
    events = etree.iterparse(
        io.BytesIO(source), events=("end",), resolve_entities=False, no_network=True, recover=True
    )
    try:
        for _, element in events:
            parent = element.getparent()
            if parent is not None and local_name(parent) == "body":
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError:
        raise UnreadableError("The file is damaged: a part of it is no XML.", "Save it again.") from None


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(_W + name) or element.get(_STRICT + name) or ""


def _find(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element.iter() if local_name(child) == name), None)


def _blocks(body: etree._Element) -> list[etree._Element]:
    """Paragraphs and outermost tables, also those inside content controls and insertions."""
    found: list[etree._Element] = []
    waiting = [body]
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in ("p", "tbl"):
            found.append(element)
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(list(element)))
    return found


def _words(element: etree._Element) -> str:
    """The visible text of a paragraph or a cell."""
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        part = waiting.pop()
        name = local_name(part)
        if name == "t":
            pieces.append(part.text or "")
        elif name in ("tab", "ptab"):
            pieces.append("\t")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name == "p" and part is not element and pieces:
            pieces.append("\n")
            waiting.extend(reversed(list(part)))
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(list(part)))
    return "".join(pieces)


def _write_paragraph(element: etree._Element, pen: Pen, levels: dict[str, int]) -> None:
    style = _find(element, "pStyle")
    level = levels.get(_attribute(style, "val"), 0) if style is not None else 0
    if not level and (outline := _find(element, "outlineLvl")) is not None:
        value = _attribute(outline, "val")
        level = int(value) + 1 if value.isdigit() and int(value) < 6 else 0
    listed = _find(element, "numPr") is not None or (
        style is not None and _attribute(style, "val").startswith("List")
    )
    kind = "heading" if level else "list" if listed else "paragraph"
    for line in _words(element).split("\n"):
        pen.add(line, kind, level=level)
    for box in element.iter(_W + "txbxContent"):
        if not any(local_name(above) == "Fallback" for above in box.iterancestors()):
            pen.add(_words_of_box(box), "paragraph")


def _words_of_box(box: etree._Element) -> str:
    return "\n".join(filter(None, (_words(paragraph) for paragraph in box if local_name(paragraph) == "p")))


def _spread(cell: etree._Element) -> list[str]:
    """A cell's words, and empty cells for the further columns that it spans: columns stay below their heads."""
    span = _find(cell, "gridSpan")
    value = _attribute(span, "val") if span is not None else ""
    return [_words(cell)] + [""] * (min(int(value), MOST_SPANNED) - 1 if value.isdigit() else 0)


def _write_table(table: etree._Element, pen: Pen) -> None:
    rows = [row for row in table if local_name(row) == "tr"]
    grid = [
        [words for cell in row if local_name(cell) in ("tc", "sdt") for words in _spread(cell)]
        for row in rows
    ]
    pen.add_table(grid)


def _heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Style id → heading level, by the style's name, whatever language the id is in."""
    levels = {f"Heading{level}": level for level in range(1, 7)} | {"Title": 1}
    for style in styles if styles is not None else ():
        name = next((child for child in style if local_name(child) == "name"), None)
        match = _HEADING.fullmatch(_attribute(name, "val")) if name is not None else None
        if match:
            levels[_attribute(style, "styleId")] = int(match[1])
        elif name is not None and _attribute(name, "val").lower() in ("title", "标题"):
            levels[_attribute(style, "styleId")] = 1
    return levels
