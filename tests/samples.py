"""Small files in every format, made in code: the same paragraphs, saved differently."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

import openpyxl
from pptx import Presentation
from pptx.util import Inches

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def html(paragraphs: Sequence[str], head: str = "", body: str = "") -> bytes:
    inside = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}{inside}</body></html>".encode()


def mhtml(paragraphs: Sequence[str], head: str = "") -> bytes:
    page = base64.encodebytes(html(paragraphs, head)).decode()
    return (
        "From: <Saved by a browser>\r\nSubject: page\r\nDate: Wed, 1 Mar 2023 10:00:00 +0800\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n--cut\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{page}\r\n--cut--\r\n"
    ).encode()


def eml(
    paragraphs: Sequence[str], subject: str = "通报", date: str = "Mon, 8 Feb 2021 23:30:00 +0800"
) -> bytes:
    body = base64.encodebytes("\n\n".join(paragraphs).encode("gb18030")).decode()
    words = base64.b64encode(subject.encode()).decode()
    return (
        f"From: =?utf-8?b?{base64.b64encode('林某'.encode()).decode()}?= <lin@example.org>\r\nTo: all@example.org\r\n"
        f"Subject: =?utf-8?b?{words}?=\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/plain; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{body}"
    ).encode()


def mbox(messages: Sequence[bytes]) -> bytes:
    return b"".join(
        b"From lin@example.org Mon Feb  8 23:30:00 2021\n" + message + b"\n\n" for message in messages
    )


def docx(
    paragraphs: Sequence[str], body: str = "", created: str = "", title: str = "", note: str = ""
) -> bytes:
    """A Word file; `body` is further XML in front of the paragraphs."""
    inside = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document xmlns:w='{_WORD}'><w:body>{body}{inside}</w:body></w:document>",
            "docProps/core.xml": core,
            "word/footnotes.xml": f"<w:footnotes xmlns:w='{_WORD}'><w:footnote w:type='separator'/>"
            f"<w:footnote><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>",
        }
    )


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]], formats: Mapping[str, str] | None = None) -> bytes:
    """A workbook of these sheets; `formats`: the number format of a cell (B2)."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for place, form in (formats or {}).items():
            sheet[place].number_format = form
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def pptx(slides: Sequence[Sequence[str]]) -> bytes:
    """A deck: the first words of each slide are its title, the others paragraphs of a text box."""
    deck = Presentation()
    for title, *paragraphs in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        frame = slide.shapes.add_textbox(0, Inches(2), Inches(8), Inches(4)).text_frame
        frame.text = "\n".join(paragraphs)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def epub(parts: Sequence[Sequence[str]], date: str = "") -> bytes:
    """An e-book with one file a part."""
    files: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    items, spine = "", ""
    for number, paragraphs in enumerate(parts):
        inside = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        files[f"OEBPS/part{number}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title/></head><body>{inside}</body></html>"
        )
        items += f'<item id="p{number}" href="part{number}.xhtml" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="p{number}"/>'
    told = f"<dc:title>小书</dc:title><dc:creator>林某</dc:creator><dc:date>{date}</dc:date>"
    files["OEBPS/book.opf"] = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    return zipped(files)


def pdf(pages: Sequence[Sequence[str]], created: str = "", title: str = "") -> bytes:
    """A PDF with a text layer: each page is its lines. No font is embedded; a map tells the characters."""
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content if isinstance(content, bytes) else content.encode("ascii"))
        return len(objects)

    def stream(content: str) -> bytes:
        data = content.encode("ascii")
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)

    chars = sorted({char for lines in pages for line in lines for char in line})
    mapped = [f"<{ord(char):04X}> <{char.encode('utf-16-be').hex().upper()}>" for char in chars]
    chunks = [mapped[start : start + 100] for start in range(0, len(mapped), 100)]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n" for chunk in chunks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")  # the page tree, once its pages are known
    unicode_map = add(stream(cmap))
    descriptor = add(
        "<< /Type /FontDescriptor /FontName /S /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    below = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /S /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 >>"
    )
    font = add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /Identity-H /DescendantFonts [{below} 0 R] /ToUnicode {unicode_map} 0 R >>"
    )
    kids = []
    for lines in pages:
        shown = [
            f"1 0 0 1 50 {780 - 20 * row} Tm <{line.encode('utf-16-be').hex()}> Tj"
            for row, line in enumerate(lines)
        ]
        content = add(stream("BT /F1 12 Tf\n" + "\n".join(shown) + "\nET"))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1200 842] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R >>"
            )
        )
    objects[1] = (
        f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    )
    info = add(f"<< /Title <{('﻿' + title).encode('utf-16-be').hex()}> /CreationDate ({created}) >>")
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        info,
        start,
    )
    return bytes(out)
