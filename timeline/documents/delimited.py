"""CSV and TSV: the text stays as it is; rows and dated cells become blocks.

A quoted cell may hold delimiters and line ends. Rows are read by one linear scan that knows where
each cell stands.
"""

import re
from collections.abc import Iterator

from timeline.documents.content import Content
from timeline.documents.encodings import decode
from timeline.documents.grids import Cell, grid_blocks, latest

_SNIFFED = 20  # lines


def read_csv(data: bytes, name: str = "") -> Content:
    """A table whose delimiter is the one that parts its first lines most evenly."""
    decoded = decode(data)
    text = decoded.text
    delimiter = _delimiter(text, name)
    rows = (row for row in _rows(text, delimiter) if any(cell.text.strip() for cell in row))
    blocks = tuple(grid_blocks(rows))
    published = latest({block.date for block in blocks if block.date and block.kind == "row"})
    return Content(
        text, decoded.encoding, blocks, decoded.problems, published=published,
        basis="date column" if published else "",
    )  # fmt: skip


def _delimiter(text: str, name: str) -> str:
    lines = [line for line in text[:20000].splitlines()[:_SNIFFED] if line.strip()]
    preferred = "\t" if name.lower().endswith((".tsv", ".tab")) else ","

    def fitness(delimiter: str) -> tuple[int, bool]:
        counts = [line.count(delimiter) for line in lines]
        return min(counts, default=0), delimiter == preferred

    return max(",\t;|", key=fitness) if lines else preferred


def _rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    mark = re.escape(delimiter)
    # One cell and what ends it. A quote that is never closed ends with its line.
    cell = re.compile(rf'(?:"((?:[^"]|"")*)"[ ]*|([^{mark}\r\n]*))({mark}|\r\n|\r|\n|\Z)')
    bare = re.compile(rf"()([^{mark}\r\n]*)({mark}|\r\n|\r|\n|\Z)")
    row: list[Cell] = []
    position = 0
    unclosed = False  # a quote once left open runs to the end of the file: look no further again
    while position < len(text):
        match = None if unclosed else cell.match(text, position)
        if match is None:
            unclosed = unclosed or text.find('"', position + 1) < 0
            match = bare.match(text, position)
            assert match is not None
        quoted = match[1] if match.re is cell else None
        start, end = match.span(1) if quoted is not None else match.span(2)
        words = quoted.replace('""', '"') if quoted is not None else match[2]
        row.append(Cell(start, end, words))
        position = match.end()
        if match[3] != delimiter or position >= len(text):
            yield row
            row = []
    if row:
        yield row
