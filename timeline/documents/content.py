"""What a reader hands back, and the pen it writes extracted text with.

Vocabulary: *content* is a document before it has an identity: its text, the blocks and problems
in it, and whatever the format itself says of title, author and date. A format that stores plain
text keeps it untouched; from any other, a `Pen` writes the text out block by block.
"""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.documents.grids import date_grid
from timeline.model import Block, Problem


class Content(NamedTuple):
    """One document's text with what its format knows. `published` is EDTF, or "" if unsaid."""

    text: str
    encoding: str = ""
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    basis: str = ""
    language: str = ""


class Pen:
    """Writes blocks one after another, one line end between them, and remembers where they are."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    @property
    def position(self) -> int:
        """Where the next character will stand."""
        return self._length

    def write(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def add(self, text: str, kind: str, *, level: int = 0, date: str = "", page: int = 0) -> None:
        """One block on lines of its own; blank text adds nothing."""
        text = text.strip()
        if not text:
            return
        start = self._length
        self.write(text)
        self.blocks.append(Block(start, self._length, kind, level, date, page))
        self.write("\n")

    def add_row(
        self, cells: list[str], *, date: str = "", dates: tuple[str, ...] = (), page: int = 0
    ) -> None:
        """One table row, cells parted by tabs; `dates` are the column heads' dates, "" for none."""
        cells = [" ".join(cell.split()) for cell in cells]
        if not any(cells):
            return
        start, inside = self._length, []
        for index, cell in enumerate(cells):
            if index:
                self.write("\t")
            head = dates[index] if index < len(dates) else ""
            if cell and head:
                inside.append(Block(self._length, self._length + len(cell), "cell", 0, head, page))
            self.write(cell)
        self.blocks.append(Block(start, self._length, "row", 0, date, page))
        self.blocks.extend(inside)
        self.write("\n")

    def add_table(self, grid: Sequence[list[str]], page: int = 0) -> None:
        """A table's rows, with the dates that its heads and its date column tell."""
        dates = date_grid(grid)
        for index, row in enumerate(grid):
            is_head = dates.has_head and index == 0
            self.add_row(row, date=dates.rows[index], dates=() if is_head else dates.columns, page=page)

    @property
    def text(self) -> str:
        return "".join(self._pieces)
