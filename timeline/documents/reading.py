"""Bytes → Document: sniff, read with the format's reader, fill in what the format did not say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from timeline.documents import metadata
from timeline.documents.content import Content
from timeline.documents.html import read_html
from timeline.documents.plain import read_plain
from timeline.documents.sniffing import sniff
from timeline.errors import UnreadableError
from timeline.model import Document

Reader = Callable[[bytes, str], Content]

# Media type → reader. To add a format: one reader, one line here, one line in sniffing.
READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/markdown": read_plain,
    "text/html": read_html,
}


def read(
    data: bytes,
    name: str,
    *,
    published: str = "",
    title: str = "",
    author: str = "",
    publisher: str = "",
    basis: str = "given",
) -> Document:
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
