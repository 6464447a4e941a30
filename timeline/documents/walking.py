"""Paths → sources, in a fixed order: files, folders, zip archives, mail boxes.

Links that leave the folder, pipes, devices and unreadable files are skipped with a reason. The
same bytes met twice are one source with both paths. A `sources.csv` in a folder (or archive) is
its manifest, never a document. Hidden files are left alone.
"""

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.documents.manifest import MANIFEST, Entry, entry_for, parse_manifest, read_manifest
from timeline.documents.places import MAX_FILE, Place, bad_archive, digest, entry_name
from timeline.documents.sniffing import HEAD, sniff
from timeline.errors import UnreadableError, UserError

MAX_DEPTH = 3  # archives inside archives


class Source(NamedTuple):
    """One document to be read: `load()` gives its bytes, `told` what the manifest says of it.

    `told` holds keyword arguments of `read`; `size` counts bytes, and `sha256` is theirs in hex. A source
    can be pickled and sent to a worker.
    """

    path: str
    load: Place
    size: int
    sha256: str
    told: dict[str, str]


class Skipped(NamedTuple):
    """A file that is no document, and why."""

    path: str
    reason: str


def walk(
    paths: Iterable[str | Path] | str | Path, manifest: str | Path | None = None
) -> Iterator[Source | Skipped]:
    """Every source below `paths`, each folder in the order of its names.

    `manifest` is a sources.csv for all of them; a folder's own wins over it. UserError where a
    path does not exist or a manifest cannot be read.
    """
    roots = [paths] if isinstance(paths, str | Path) else list(paths)
    entries = read_manifest(manifest) if manifest else {}
    found: dict[str, Source] = {}
    order: list[str | Skipped] = []
    for root in roots:
        for item in _root(os.fspath(root), entries, named=len(roots) > 1):
            if isinstance(item, Skipped):
                order.append(item)
            elif item.sha256 in found:
                found[item.sha256] = _joined(found[item.sha256], item)
            else:
                found[item.sha256] = item
                order.append(item.sha256)
    for item in order:
        yield item if isinstance(item, Skipped) else found[item]


def _joined(first: Source, again: Source) -> Source:
    """The same bytes under two paths: one source; the first that tells something is believed."""
    if again.path in first.path.split("; "):
        return first
    return first._replace(path=f"{first.path}; {again.path}", told={**again.told, **first.told})


def _root(root: str, entries: dict[str, Entry], *, named: bool) -> Iterator[Source | Skipped]:
    if os.path.isdir(root):
        prefix = os.path.basename(os.path.normpath(os.path.abspath(root))) + "/" if named else ""
        yield from _folder(root, prefix, entries)
    elif os.path.lexists(root):
        name = os.path.basename(root)
        beside = os.path.join(os.path.dirname(root), MANIFEST)
        own = read_manifest(beside) if os.path.isfile(beside) and name != MANIFEST else {}
        yield from _file(root, name, {**entries, **own})
    else:
        raise UserError(f"There is no file or folder “{_shown(root)}”.", "Check the path.")


def _folder(root: str, prefix: str, entries: dict[str, Entry]) -> Iterator[Source | Skipped]:
    """A folder and what is below it. Links are followed only to files inside the folder."""
    top = os.path.realpath(root)
    waiting = [(root, "", entries)]
    while waiting:
        folder, inside, known = waiting.pop()
        try:
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
        except OSError as error:
            yield Skipped(_shown(prefix + inside), f"The folder cannot be read: {error.strerror}.")
            continue
        if MANIFEST in names:
            own = read_manifest(os.path.join(folder, MANIFEST))
            known = {**known, **own}
            yield from _missing(own, folder, prefix + inside)
        below = []
        for name in names:
            path, shown = os.path.join(folder, name), prefix + inside + name
            if os.path.islink(path) and not _within(path, top):
                yield Skipped(_shown(shown), "A link that leads out of the folder is not followed.")
            elif os.path.isdir(path):
                if not os.path.islink(path):
                    below.append((path, inside + name + "/", known))
            elif name != MANIFEST:
                yield from _file(path, shown, known)
        waiting.extend(reversed(below))


def _within(path: str, top: str) -> bool:
    target = os.path.realpath(path)
    return target == top or target.startswith(top.rstrip(os.sep) + os.sep)


def _missing(entries: dict[str, Entry], folder: str, prefix: str) -> Iterator[Skipped]:
    """Rows of a manifest that name no file."""
    for file in entries:
        if "/" in file or file.startswith(".."):
            exists = os.path.exists(os.path.join(folder, *file.split("/")))
        else:
            exists = os.path.exists(os.path.join(folder, file)) or any(
                file in names for _, _, names in os.walk(folder)
            )
        if not exists:
            yield Skipped(_shown(prefix + file), f"{MANIFEST} names it, but there is no such file.")


def _file(path: str, shown: str, entries: dict[str, Entry]) -> Iterator[Source | Skipped]:
    shown = _shown(shown)
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            yield Skipped(shown, "This is no regular file (a pipe, a device or a socket).")
            return
        if status.st_size > MAX_FILE and not zipfile.is_zipfile(path):
            yield Skipped(shown, f"The file is larger than {MAX_FILE >> 20} MB.")
            return
        yield from _sources(Place(path), shown, status.st_size, entries, 0)
    except OSError as error:
        yield Skipped(shown, f"The file cannot be read: {error.strerror or 'input error'}.")


def _sources(
    place: Place, shown: str, size: int, entries: dict[str, Entry], depth: int
) -> Iterator[Source | Skipped]:
    """A file's documents: itself, or what is in it where it is an archive or a mail box."""
    media_type = _kind(place, shown)
    if media_type == "application/zip" and depth < MAX_DEPTH:
        yield from _archive(place, shown, entries, depth)
    elif media_type == "application/mbox":
        for number, (start, end) in enumerate(place.messages(), start=1):
            part = place.inside((start, end))
            yield Source(f"{shown}/{number:04d}", part, end - start, digest(part), _told(entries, shown))
    else:
        yield Source(shown, place, size, digest(place), _told(entries, shown))


def _kind(place: Place, shown: str) -> str:
    """The media type by the first bytes, "" for anything `read` will have to explain."""
    try:
        head = place.head(HEAD)
        return sniff(place() if head.startswith(b"PK") else head, shown)
    except UnreadableError:
        return ""


def _archive(place: Place, shown: str, entries: dict[str, Entry], depth: int) -> Iterator[Source | Skipped]:
    with place.archive() as archive:
        if problem := bad_archive(archive):
            yield Skipped(shown, problem)
            return
        members = sorted(
            (entry_name(member), index, member)
            for index, member in enumerate(archive.infolist())
            if not member.is_dir()
        )
        for name, _, member in members:
            if name == MANIFEST or name.endswith("/" + MANIFEST):
                entries = {**entries, **parse_manifest(archive.read(member), f"{shown}/{name}")}
    for name, index, member in members:
        base = name.rsplit("/", 1)[-1]
        if base == MANIFEST or base.startswith(".") or name.startswith("__MACOSX/"):
            continue
        inner = f"{shown}/{_shown(name)}"
        if member.flag_bits & 1:
            yield Skipped(inner, "The file is encrypted.")
            continue
        try:
            yield from _sources(place.inside(index), inner, member.file_size, entries, depth + 1)
        except UnreadableError as error:
            yield Skipped(inner, str(error))


def _told(entries: dict[str, Entry], shown: str) -> dict[str, str]:
    """What the manifest says, as keyword arguments of `read`."""
    entry = entry_for(entries, shown)
    if entry is None:
        return {}
    told = {"title": entry.title, "author": entry.author, "publisher": entry.publisher}
    if entry.date_published:
        told |= {"published": entry.date_published, "basis": "manifest"}
    return {key: value for key, value in told.items() if value}


def _shown(path: str) -> str:
    """A path as people and tables can have it: no line ends, no bytes that are no characters."""
    text = os.fsencode(path).decode("utf-8", "replace") if not path.isascii() else path
    return "".join(char if char.isprintable() or char == "　" else repr(char)[1:-1] for char in text)
