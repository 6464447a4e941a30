"""Mail: single messages, mail boxes, and web pages saved as one MHTML message.

The subject is the heading; of the bodies the plain one is read, else the HTML one. Attachments
are left out. A quoted mail in the body is a block with its own date.
"""

import email
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from timeline.documents.blocks import find_blocks
from timeline.documents.content import Content, Pen
from timeline.documents.dates import to_edtf
from timeline.documents.encodings import decode
from timeline.documents.grids import latest
from timeline.documents.html import parse_html
from timeline.documents.places import find_messages
from timeline.errors import UnreadableError
from timeline.model import Block

MAX_PARTS = 2000


def read_eml(data: bytes, name: str = "") -> Content:
    """One message."""
    message = email.message_from_bytes(data.lstrip(b"\r\n"))
    subject, body = _words(message, "Subject"), _body(message)
    pen = Pen()
    pen.add(subject, "heading", level=1)
    start = pen.position
    pen.write(body.text)
    published = to_edtf(_words(message, "Date"))
    return Content(
        pen.text, body.encoding, (*pen.blocks, *_shifted(body.blocks, start)), title=subject,
        author=_sender(message), published=published, basis="mail header" if published else "",
    )  # fmt: skip


def read_mbox(data: bytes, name: str = "") -> Content:
    """A mail box as one document: a dated `mail` block for each message."""
    pen = Pen()
    dates: list[str] = []
    authors: list[str] = []
    titles: list[str] = []
    for first, last in find_messages(data):
        message = read_eml(data[first:last])
        start = pen.position
        pen.write(message.text)
        end = start + len(message.text.rstrip())
        pen.blocks.append(Block(start, end, "mail", 0, message.published))
        pen.blocks.extend(_shifted(message.blocks, start))
        pen.write("\n")
        dates.append(message.published)
        authors.append(message.author)
        titles.append(message.title)
    if not dates:
        raise UnreadableError("There is no message in this mail box.")
    published = latest(dates)
    return Content(
        pen.text, "utf-8", tuple(pen.blocks), title=next(filter(None, titles), ""),
        author="、".join(dict.fromkeys(filter(None, authors))) if len(set(authors)) <= 3 else "",
        published=published, basis="mail header" if published else "",
    )  # fmt: skip


def read_mhtml(data: bytes, name: str = "") -> Content:
    """A web page saved with its pictures: the first HTML part."""
    message = email.message_from_bytes(data.lstrip(b"\r\n"))
    for part in _parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            decoded = decode(_payload(part), part.get_content_charset("") or "")
            content = parse_html(decoded.text)
            saved = to_edtf(_words(message, "Date"))  # the day it was saved, not the day it came out
            return content._replace(
                encoding=decoded.encoding,
                title=content.title or _words(message, "Subject"),
                published=content.published or saved,
                basis=content.basis or ("file properties" if saved else ""),
            )
    raise UnreadableError("There is no page in this MHTML file.", "Save the page again.")


def _shifted(blocks: tuple[Block, ...], by: int) -> list[Block]:
    return [block._replace(start=block.start + by, end=block.end + by) for block in blocks]


def _parts(message: Message) -> list[Message]:
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < MAX_PARTS:
        part = waiting.pop(0)
        if part.is_multipart() and isinstance(payload := part.get_payload(), list):
            waiting[:0] = [inner for inner in payload if isinstance(inner, Message)]
        else:
            found.append(part)
    return found


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, AssertionError, TypeError, LookupError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _body(message: Message) -> Content:
    """The plain text, else the HTML; both only where they are no attachments."""
    texts = [part for part in _parts(message) if not _is_attached(part)]
    for wanted in ("text/plain", "text/html"):
        pieces, encodings, blocks, length = [], [], [], 0
        for part in texts:
            if part.get_content_type() != wanted or not (payload := _payload(part)):
                continue
            decoded = decode(payload, part.get_content_charset("") or "")
            content = parse_html(decoded.text) if wanted == "text/html" else Content(decoded.text)
            blocks += _shifted(content.blocks or find_blocks(content.text), length)
            pieces.append(content.text if content.text.endswith("\n") else content.text + "\n")
            length += len(pieces[-1])
            encodings.append(decoded.encoding)
        if "".join(pieces).strip():
            return Content("".join(pieces), encodings[0], tuple(blocks))
    return Content("")


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _words(message: Message, header: str) -> str:
    """A header's words, its encoded parts decoded, on one line."""
    value = message.get(header)
    if value is None:
        return ""
    pieces = []
    try:
        for words, charset in decode_header(str(value)):
            if isinstance(words, bytes):
                words = (
                    decode(words, charset or "").text if charset or not words.isascii() else words.decode()
                )
            pieces.append(words)
    except (ValueError, LookupError, MessageError):
        pieces = [str(value)]
    return re.sub(r"\s+", " ", "".join(pieces)).strip()[:500]


def _sender(message: Message) -> str:
    """The sender's name, or the address where there is none."""
    name, address = parseaddr(_words(message, "From"))
    return name or address
