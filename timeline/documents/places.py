"""Where a document's bytes are: a file, an entry of an archive, a message of a mail box.

A place can be pickled and sent to another process; it is opened only when its bytes are wanted.
Limits against archives that unpack to more than they should stand here.
"""

import hashlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from timeline.errors import UnreadableError

MAX_FILE = 512 * 2**20  # bytes of one document
MAX_UNPACKED = 2 * 2**30  # bytes of one archive's files together
MAX_ENTRIES = 20_000
MAX_RATIO = 250  # unpacked to packed, where the whole is large enough to hurt
_HARMLESS = 16 * 2**20  # bytes
_CHUNK = 2**20
_MESSAGE = re.compile(rb"(?:\A|\n)From [^\r\n]{0,200}\d{4}[^\r\n]{0,50}\r?\n(?=[A-Za-z-]{2,40}:)")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Place:
    """A file's `path`, and the `steps` into it: an entry's index, or a (start, end) of bytes."""

    path: str
    steps: tuple[int | tuple[int, int], ...] = ()

    def __call__(self) -> bytes:
        """The bytes. UnreadableError where an archive is damaged or too large."""
        if self.steps and isinstance(self.steps[0], int):
            with open_archive(self.path) as archive:
                data = read_entry(archive, archive.infolist()[self.steps[0]])
            rest = self.steps[1:]
        else:
            data, rest = _read(self.path), self.steps
        for step in rest:
            data = _step(data, step)
        return data

    def inside(self, step: int | tuple[int, int]) -> "Place":
        return Place(self.path, (*self.steps, step))

    def head(self, size: int) -> bytes:
        """The first bytes."""
        if self.steps:
            return self()[:size]
        with open(self.path, "rb") as file:
            return file.read(size)

    def archive(self) -> zipfile.ZipFile:
        return open_archive(io.BytesIO(self()) if self.steps else self.path)

    def messages(self) -> list[tuple[int, int]]:
        """(start, end) of each message of a mail box, the "From " line left out."""
        return find_messages(self())


def find_messages(data: bytes) -> list[tuple[int, int]]:
    """(start, end) of each message in a mail box's bytes."""
    found = [match.span() for match in _MESSAGE.finditer(data)]
    ends = [start for start, _ in found[1:]]
    return list(zip([end for _, end in found], [*ends, len(data)], strict=True)) if found else []


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MAX_FILE + 1)[:MAX_FILE]
    except OSError as error:
        raise UnreadableError(f"The file cannot be read: {error.strerror or 'input error'}.") from error


def _step(data: bytes, step: int | tuple[int, int]) -> bytes:
    if isinstance(step, tuple):
        return data[step[0] : step[1]]
    with open_archive(io.BytesIO(data)) as archive:
        return read_entry(archive, archive.infolist()[step])


def open_archive(file: str | io.BytesIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _BROKEN:
        raise UnreadableError("The zip archive is damaged.", "Save or download it again.") from None


def bad_archive(archive: zipfile.ZipFile) -> str:
    """Why an archive should not be unpacked, by what its directory promises; "" if it may."""
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MAX_ENTRIES:
        return f"The archive holds {len(members)} files, more than {MAX_ENTRIES}. Unpack it first."
    if unpacked > MAX_UNPACKED or (unpacked > _HARMLESS and unpacked > MAX_RATIO * packed):
        return f"The archive unpacks to {unpacked >> 20} MB from {packed >> 10} kB (a zip bomb?). Unpack it first."
    return ""


def read_entry(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """An entry's bytes, counted while unpacking: the directory may lie."""
    limit = min(MAX_FILE, max(_HARMLESS, MAX_RATIO * member.compress_size))
    if member.flag_bits & 1:
        raise UnreadableError("The file is encrypted.", "Unpack it with its password first.")
    pieces, length = [], 0
    try:
        with archive.open(member) as file:
            while piece := file.read(_CHUNK):
                pieces.append(piece)
                length += len(piece)
                if length > limit:
                    raise UnreadableError(
                        "The archive unpacks to far too much (a zip bomb?).", "Unpack it first."
                    )
    except _BROKEN:
        raise UnreadableError("The zip archive is damaged.", "Save or download it again.") from None
    return b"".join(pieces)


def entry_name(member: zipfile.ZipInfo) -> str:
    """An entry's name; archives made on Chinese Windows write it in GBK without saying so."""
    name = member.filename
    if not member.flag_bits & 0x800 and not name.isascii():
        for encoding in ("utf-8", "gb18030"):
            try:
                return name.encode("cp437").decode(encoding)
            except UnicodeError:
                continue
    return name


def digest(place: Place) -> str:
    """sha256 of the bytes, streamed where they are a file of their own."""
    if place.steps:
        return hashlib.sha256(place()).hexdigest()
    with open(place.path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
