"""Bytes → Document: sniff, read with the format's reader, fill in what the format did not say."""

import hashlib
import re
from collections.abc import Callable
from functools import partial
from importlib import import_module

from timeline.documents import metadata
from timeline.documents.content import Content
from timeline.documents.dates import to_edtf
from timeline.documents.delimited import read_csv
from timeline.documents.html import read_html
from timeline.documents.mail import read_eml, read_mbox, read_mhtml
from timeline.documents.periods import find_period
from timeline.documents.plain import read_plain
from timeline.documents.sniffing import OFFICE, sniff
from timeline.errors import UnreadableError
from timeline.model import Block, Document

_HEADING_DATE = re.compile(
    r"[\s#*【\[（(]*(?:第[一二三四五六七八九十\d]{1,3}[章节篇部][\s：:]*|[一二三四五六七八九十\d]{1,2}[、.][\s]*)?"
    r"((?:19|20)\d\d\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|[一二][〇○零一二三四五六七八九]{3}年|(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}(?=[\s：:】\])）]|$))"
    r"(?!\s*(?:[-—–~至到]|以来|代))"
)
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.年]?([01]\d)[-_.月]?([0-3]\d)(?!\d)")

Reader = Callable[[bytes, str], Content]


def _late(module: str, function: str) -> Reader:
    """A reader whose library is slow to import, and seldom wanted."""

    def read_late(data: bytes, name: str) -> Content:
        return getattr(import_module(f"timeline.documents.{module}"), function)(data, name)

    return read_late


# Media type → reader. To add a format: one reader, one line here, one line in sniffing.
READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/markdown": read_plain,
    "text/html": read_html,
    "multipart/related": read_mhtml,
    f"{OFFICE}.wordprocessingml.document": _late("docx", "read_docx"),
    f"{OFFICE}.spreadsheetml.sheet": _late("xlsx", "read_xlsx"),
    f"{OFFICE}.presentationml.presentation": _late("pptx", "read_pptx"),
    "application/pdf": _late("pdf", "read_pdf"),
    "application/epub+zip": _late("epub", "read_epub"),
    "text/csv": read_csv,
    "text/tab-separated-values": read_csv,
    "message/rfc822": read_eml,
    "application/mbox": read_mbox,
}


def read(
    data: bytes, name: str, *, published: str = "", title: str = "", author: str = "", publisher: str = "",
    basis: str = "given",
) -> Document:  # fmt: skip
    """One document from its bytes. What is told here wins over what the document says.

    `published` is EDTF; `basis` says who told it ("given", "manifest"). UnreadableError, with
    one sentence and a hint, for anything that is not a readable document.
    """
    media_type = sniff(data, name)
    if media_type not in READERS:
        raise UnreadableError("This is a zip archive, not a document.", "Its files are read one by one.")
    content = READERS[media_type](data, name)
    if not content.text.strip():
        raise UnreadableError("There is no text in this file.", "Give a file with text in it.")
    content = _dated(content, name)
    digest = hashlib.sha256(data).hexdigest()
    told_date = published or content.published
    return Document(
        doc_id=digest[:12],
        path=name,
        text=content.text,
        title=title or metadata.find_title(content, name),
        author=author or content.author or metadata.find_author(content),
        publisher=publisher or content.publisher or metadata.find_publisher(content),
        date_published=told_date,
        date_basis=basis if published else content.basis if told_date else "",
        script=metadata.find_script(content.text),
        language=metadata.find_language(content),
        encoding=content.encoding,
        media_type=media_type,
        sha256=digest,
        blocks=content.blocks,
        problems=content.problems,
    )


def _dated(content: Content, name: str) -> Content:
    """The blocks in order, with the dates that headings tell; the file name's date where there is no other."""
    blocks = sorted(content.blocks, key=lambda block: (block.start, -block.end))
    content = content._replace(blocks=tuple(map(partial(_dated_heading, content.text), blocks)))
    told = _NAME_DATE.search(name.split("; ")[0].rsplit("/", 1)[-1])
    if content.published or not told:
        return content
    return content._replace(published=to_edtf("-".join(told.groups())), basis="file name")


def _dated_heading(text: str, block: Block) -> Block:
    """A heading that opens with a year or a date (2012年, 2012年3月：融资) dates what stands under it."""
    if block.kind != "heading" or block.date:
        return block
    if period := find_period(text[block.start : block.end]):
        return block._replace(date=period)
    match = _HEADING_DATE.match(text, block.start, block.end)
    return block._replace(date=to_edtf(match[1])) if match else block
