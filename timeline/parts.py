"""What a build has harvested so far: a file for each document, until the dataset is written.

A part holds a note, which is all that the build has to remember, and then the harvest itself,
which is read again when it is needed: the parent never holds the harvests of all documents.
"""

import hashlib
import os
import pickle
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, overload

from timeline import __version__
from timeline.documents import Source
from timeline.model import Block, Extraction
from timeline.times.foundings import Founded

_DAMAGED = (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, TypeError, ValueError)


class Note(NamedTuple):
    """What a build remembers of a document: `reason` says why there is no harvest.

    `foundings` are (name, year, place) of those it tells; `waiting` whether it has an anniversary
    that another document's founding may date.
    """

    doc_id: str = ""
    reason: str = ""
    foundings: tuple[tuple[str, str, str], ...] = ()
    waiting: bool = False


def note_of(one: Extraction) -> Note:
    """What the build has to remember of a harvest."""
    waiting = any(t.rule in ("anniversary", "founding-days") and t.earliest is None for t in one.times)
    return Note(one.document.doc_id, "", tuple(_told_foundings(one)), waiting)


def _told_foundings(one: Extraction) -> Iterator[tuple[str, str, str]]:
    """(name, year, place) of each firm whose founding the document tells."""
    for m in one.mentions:
        name = m.entities[0] if m.entities else ""
        if m.category == "founding" and name and m.name.startswith(name) and len(m.name) <= len(name) + 4:
            yield name, m.date[:4], f"[{m.doc_id}:{m.start}:{m.end}]"


def find_foundings(notes: Iterable[Note]) -> Founded:
    """Whom the documents tell the founding of, where all of them tell the same year."""
    told: dict[str, set[str]] = {}
    places: dict[str, str] = {}
    for note in notes:
        for name, year, place in note.foundings:
            told.setdefault(name, set()).add(year)
            places[name] = place
    return {name: (min(years), places[name]) for name, years in told.items() if len(years) == 1}


def folder(out: str | Path) -> Path:
    """Where a build keeps its parts: beside the dataset folder."""
    out = Path(out)
    return out.with_name(f".{out.name}-parts")


def place(keep: Path, source: Source, published: Mapping[str, str]) -> Path:
    """The part of a source: another one when the file, what is told of it, or the program changes."""
    told = repr(
        (__version__, source.path, source.sha256, sorted(source.told.items()), sorted(published.items()))
    )
    digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
    return keep / f"{source.sha256[:12]}-{digest[:12]}.part"


def write(part: Path, note: Note, extraction: Extraction | None) -> None:
    """Under a temporary name first: a part is whole or not there."""
    draft = part.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as file:
        pickle.dump(note, file, pickle.HIGHEST_PROTOCOL)
        pickle.dump(extraction, file, pickle.HIGHEST_PROTOCOL)
    os.replace(draft, part)


def read_note(part: Path) -> Note | None:
    """The note of a part, None if there is no such part, or it is not ours."""
    try:
        with part.open("rb") as file:
            note = pickle.load(file)  # written by ourselves, beside the dataset
    except _DAMAGED:
        return None
    return note if isinstance(note, Note) else None


def read(part: Path) -> Extraction:
    """The harvest of a part that `read_note` knows and that has no `reason`. OSError where it is gone."""
    with part.open("rb") as file:
        pickle.load(file)
        return pickle.load(file)


def remove(keep: Path) -> None:
    shutil.rmtree(keep, ignore_errors=True)


class Shelf(Sequence[Extraction]):
    """The harvests of all documents, each read from its part when it is asked for."""

    def __init__(self, paths: Sequence[Path], doc_ids: Sequence[str]) -> None:
        self.paths = list(paths)
        self._index = {doc_id: index for index, doc_id in enumerate(doc_ids)}

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, index: int) -> Extraction: ...
    @overload
    def __getitem__(self, index: slice) -> list[Extraction]: ...
    def __getitem__(self, index: int | slice) -> Extraction | list[Extraction]:
        return (
            [read(part) for part in self.paths[index]]
            if isinstance(index, slice)
            else read(self.paths[index])
        )

    def __iter__(self) -> Iterator[Extraction]:
        return map(read, self.paths)

    def text(self, doc_id: str) -> tuple[str, tuple[Block, ...]]:
        """A document's text and blocks, as `Texts` asks for them."""
        document = self[self._index[doc_id]].document
        return document.text, document.blocks
