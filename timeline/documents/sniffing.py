"""What a file is, by its content; the name only settles what content leaves open."""

import io
import re
import zipfile

from timeline.documents.encodings import decode
from timeline.errors import UnreadableError

HEAD = 8192

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # how an office file with a password calls what it holds

# First bytes of what cannot be read here: what it is, and what to do.
_FOREIGN = (
    (
        _OLE,
        "an old Word, Excel or PowerPoint file",
        "Save it as .docx, .xlsx, .pptx or PDF.",
    ),
    (b"{\\rtf", "an RTF file", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Run text recognition on it first."),
    (b"\xff\xd8\xff", "a picture", "Run text recognition on it first."),
    (b"GIF8", "a picture", "Run text recognition on it first."),
    (b"II*\0", "a picture", "Run text recognition on it first."),
    (b"MM\0*", "a picture", "Run text recognition on it first."),
    (b"Rar!", "a RAR archive", "Unpack it, or pack it as .zip."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it, or pack it as .zip."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"BZh", "a bzip2 file", "Unpack it first."),
    (b"\xfd7zXZ", "an xz file", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "Unpack it first."),
    (b"\x7fELF", "a program", "Give documents, not programs."),
    (b"MZ\x90", "a program", "Give documents, not programs."),
    (b"SQLite format 3", "a database", "Export its tables as .csv."),
    (b"PAR1", "a Parquet file", "Export it as .csv."),
)
OFFICE = "application/vnd.openxmlformats-officedocument"
_ZIPPED = (
    ("word/document.xml", f"{OFFICE}.wordprocessingml.document"),
    ("xl/workbook.xml", f"{OFFICE}.spreadsheetml.sheet"),
    ("ppt/presentation.xml", f"{OFFICE}.presentationml.presentation"),
    ("META-INF/container.xml", "application/epub+zip"),
)
_ZIPPED_FOREIGN = (
    ("xl/workbook.bin", "a binary Excel workbook", "Save it as .xlsx."),
    ("content.xml", "an OpenDocument file", "Save it as .docx, .xlsx or PDF."),
)
_HEADER = re.compile(r"[A-Za-z][A-Za-z-]{1,40}:[ \t]?.*")
_MAIL_HEADERS = frozenset((
    "from", "to", "cc", "subject", "date", "sender", "received", "message-id", "return-path", "delivered-to",
    "reply-to", "mime-version", "content-type", "in-reply-to", "snapshot-content-location",
))  # fmt: skip
_HTML = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.I | re.S
)
_STRANGE = re.compile(r"[\x00-\x07\x0e-\x19\x1c-\x1f\ufffd]")
_TAG = re.compile(r"</?(?:p|div|span|table|h[1-6]|br|ul|ol|li|a|section|b|i|em|strong)\b[^<>]*>", re.I)
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?:.*\n){0,200}?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\[[^\]\n]{1,200}\]\(http|!\[[^\]\n]{0,200}\]\(\S)", re.M)
_DATE_CELL = re.compile(r"\s*\"?\d{4}(?:\s*年|[-/.]\d|\"?\s*$)")


def sniff(data: bytes, name: str = "") -> str:
    """The media type of `data`. UnreadableError where it is nothing that can be read here."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise UnreadableError("The file is empty.", "Give a file with text in it.")
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if is_zip(data):
        return _zipped(data)
    if data.startswith(_OLE) and _LOCKED in data:
        raise UnreadableError("The file is locked with a password.", "Save a copy without it.")
    for magic, what, hint in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableError(f"This is {what}, which cannot be read here.", hint)
    return _textual(decode(data[:HEAD]).text, name.lower(), data)


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise UnreadableError(
            "The file is damaged: it cannot be unpacked.", "Save or download it again."
        ) from None
    for inside, media_type in _ZIPPED:
        if inside in names:
            return media_type
    for inside, what, hint in _ZIPPED_FOREIGN:
        if inside in names:
            raise UnreadableError(f"This is {what}, which cannot be read here.", hint)
    return "application/zip"


def _textual(head: str, name: str, data: bytes) -> str:
    if _is_binary(head):
        raise UnreadableError(
            "This is a binary file, not a document.",
            "Give text, Word, Excel, PowerPoint, PDF, EPUB, HTML or mail.",
        )
    if name.endswith((".csv", ".tsv", ".tab")):
        return "text/csv" if name.endswith(".csv") else "text/tab-separated-values"
    if kind := _mail(head):
        return kind
    if _HTML.match(head) or (name.endswith((".html", ".htm", ".xhtml")) and _TAG.search(head)):
        return "text/html"
    if _FRONT_MATTER.match(head) or name.endswith((".md", ".markdown")):
        return "text/markdown"
    if kind := _table(head, whole=len(data) <= HEAD):
        return kind
    if _MARKDOWN.search(head):
        return "text/markdown"
    if len(_TAG.findall(head)) * 40 > len(head):
        return "text/html"
    return "text/plain"


def _is_binary(head: str) -> bool:
    """More than one character in fifty that no text has: control characters and lost bytes."""
    strange = len(_STRANGE.findall(head))
    nul_only = strange == head.count("\0")
    return strange * (10 if nul_only else 20) > len(head)


def _mail(head: str) -> str:
    lines = head.lstrip("\r\n").splitlines()[:60]
    mailbox = bool(lines) and lines[0].startswith("From ") and bool(re.search(r"\d{4}|@", lines[0]))
    known = set()
    for line in lines[1:] if mailbox else lines:
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        if not _HEADER.match(line):
            return ""
        known.add(line.split(":", 1)[0].lower())
    found = known & _MAIL_HEADERS
    if mailbox and found:
        return "application/mbox"
    if len(found) < 2:
        return ""
    start = "\n".join(lines).lower()
    return "multipart/related" if re.search(r"content-type:\s*multipart/related", start) else "message/rfc822"


def _table(head: str, *, whole: bool) -> str:
    """Tabs or commas in the same number on every line, and dates in the first column."""
    lines = [line for line in head.splitlines() if line.strip()]
    lines = lines if whole else lines[:-1]
    if len(lines) < 3:
        return ""
    for delimiter, media_type in (("\t", "text/tab-separated-values"), (",", "text/csv")):
        counts = {line.count(delimiter) for line in lines[:50]}
        dated = sum(bool(_DATE_CELL.match(line.split(delimiter, 1)[0])) for line in lines[1:50])
        if len(counts) == 1 and counts != {0} and dated >= 0.8 * (len(lines[:50]) - 1):
            return media_type
    return ""
