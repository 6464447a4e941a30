"""PDF: the text layer, page by page; a scan without one is told, not read.

Pages are parted by a form feed, as text tools do it, so that the clean view can join a sentence
that goes on over the page's end.
"""

import re

import pypdfium2 as pdfium

from timeline.documents.content import Content, Pen
from timeline.documents.dates import to_edtf
from timeline.errors import UnreadableError
from timeline.model import Block, Problem

MAX_PAGES = 20_000
_SPARE_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)\s*-|untitled|无标题|未命名|.*\.(?:docx?|pdf|indd|qxd|wps)$)", re.I
)
# What PDFium writes for a hyphen at a line's end, and for what has no character.
_STRANGE = {0x02: "-", 0xFFFE: "-", 0xFFFF: None, 0x00: None, 0x0C: None}


def read_pdf(data: bytes, name: str = "") -> Content:
    """The text of a PDF with its pages. UnreadableError for a scan, a locked or a damaged file."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("The PDF is locked with a password.", "Save a copy without it.") from None
        raise UnreadableError("The PDF is damaged.", "Save or download it again.") from None
    try:
        return _read(document)
    except pdfium.PdfiumError:
        raise UnreadableError("The PDF is damaged.", "Save or download it again.") from None
    finally:
        document.close()


def _read(document: pdfium.PdfDocument) -> Content:
    pen = Pen()
    count = len(document)
    empty = _write_pages(document, min(count, MAX_PAGES), pen)
    if len(empty) == min(count, MAX_PAGES):
        raise UnreadableError(
            "This PDF has no text layer: it is a scan, or a picture.",
            "Run text recognition (OCR) on it first.",
        )
    told = _metadata(document)
    published = to_edtf(told.get("CreationDate", ""))
    title = told.get("Title", "").strip()
    return Content(
        pen.text, "utf-16", (*_headings(document, pen), *pen.blocks) if count < 2000 else tuple(pen.blocks),
        tuple(Problem(place, place, f"page {number} has no text layer") for place, number in empty[:1000]),
        title="" if _SPARE_TITLE.match(title) else title[:300], author=told.get("Author", "").strip()[:300],
        published=published, basis="file properties" if published else "",
    )  # fmt: skip


def _write_pages(document: pdfium.PdfDocument, count: int, pen: Pen) -> list[tuple[int, int]]:
    """The pages' texts, a form feed between them; (place, number) of those without a text."""
    empty: list[tuple[int, int]] = []
    for number in range(1, count + 1):
        text = _page_text(document, number - 1)
        if not text.strip():
            empty.append((pen.position, number))
        if number > 1:
            pen.write("\f")
        start = pen.position
        pen.write(text.rstrip("\n") + "\n")
        pen.blocks.append(Block(start, pen.position - 1, "page", 0, "", number))
    return empty


def _page_text(document: pdfium.PdfDocument, index: int) -> str:
    try:
        page = document[index]
    except pdfium.PdfiumError:  # one broken page does not cost the others
        return ""
    try:
        text_page = page.get_textpage()
        try:
            text = text_page.get_text_bounded()
        finally:
            text_page.close()
    except pdfium.PdfiumError:
        return ""
    finally:
        page.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_STRANGE)


def _metadata(document: pdfium.PdfDocument) -> dict[str, str]:
    try:
        return document.get_metadata_dict()
    except (pdfium.PdfiumError, UnicodeError, ValueError):
        return {}


def _headings(document: pdfium.PdfDocument, pen: Pen) -> list[Block]:
    """The outline's titles, where they stand alone on a line of their page."""
    text, pages = pen.text, list(pen.blocks)
    found: list[Block] = []
    try:
        for bookmark in list(document.get_toc(max_depth=4))[:5000]:
            title, target = bookmark.get_title().strip(), bookmark.get_dest()
            index = target.get_index() if target else None
            if not title or index is None or not 0 <= index < len(pages):
                continue
            page = pages[index]
            start = text.find(title, page.start, page.end)
            if start >= 0 and text[start - 1 : start] in ("", "\n", "\f"):
                found.append(Block(start, start + len(title), "heading", bookmark.level + 1, "", page.page))
    except (pdfium.PdfiumError, ValueError, AttributeError, RecursionError):
        pass
    return sorted(found)
