"""Rows of a workbook, written straight into its sheets (SpreadsheetML, ECMA-376 part 1, 18.3).

The library makes the workbook with everything but the rows; in their place each sheet has one row
of empty cells, whose styles the rows take. So a cell costs a fifth, and no row has to be kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Value = str | int | float | bool | date | None

_EXAMPLES = re.compile(r'<row r="2"[^>]*>(.*?)</row>')
_STYLE = re.compile(r'<c r="([A-Z]+)2" s="(\d+)"/>')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_AFTER_LINKS = "<pageMargins"  # what follows the links, in the order that the schema asks for
_CODED = re.compile("(_x[0-9a-fA-F]{4}_)")  # would be read as a character's code
_FIRST_DAY = date(1899, 12, 30).toordinal()  # the zero of a workbook's days, from March 1900 on
_AT_ONCE = 500  # rows
_LARGE = 4_000_000  # cells that may need more than 4 GB as XML


class Rows(NamedTuple):
    """The rows of a sheet, one value a column; the cell in column `linked` leads to what `link` says.

    `link` takes a row's number (from 2) and says a place in the workbook ('提及'!A5), or "".
    """

    values: Iterable[Sequence[Value]]
    size: int
    linked: int = -1
    link: Callable[[int], str] = lambda _: ""


def fill(frame: BinaryIO, sheets: Mapping[str, Rows], out: BinaryIO) -> None:
    """The workbook `frame` with the rows of its sheets (by the member's name), to a stream."""
    with ZipFile(frame) as made, ZipFile(out, "w", ZIP_DEFLATED) as book:
        for member in made.infolist():
            data = made.read(member)
            if member.filename not in sheets:
                book.writestr(member, data)
                continue
            rows = sheets[member.filename]
            member.file_size = 0
            with book.open(member, "w", force_zip64=rows.size * data.count(b"<c ") > _LARGE) as sheet:
                for piece in _sheet(data.decode(), rows):
                    sheet.write(piece.encode())


def _sheet(frame: str, rows: Rows) -> Iterator[str]:
    """The sheet's XML in pieces: what stands before the rows, the rows, the links, the rest."""
    examples = _EXAMPLES.search(frame)
    if examples is None:
        raise ValueError("The sheet has no row of examples.")
    styles = _STYLE.findall(examples[1])
    corner = f'<dimension ref="A1:{styles[-1][0]}{rows.size + 1}"/>'
    yield _DIMENSION.sub(corner, frame[: examples.start()])
    links: list[str] = []
    for first, some in enumerate(_batches(rows.values)):
        yield "".join(
            _row(n, values, styles, rows, links) for n, values in enumerate(some, first * _AT_ONCE + 2)
        )
    before, _, rest = frame[examples.end() :].partition(_AFTER_LINKS)
    yield before + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "") + _AFTER_LINKS + rest


def _batches(values: Iterable[Sequence[Value]]) -> Iterator[list[Sequence[Value]]]:
    waiting = iter(values)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _row(
    n: int, values: Sequence[Value], styles: Sequence[tuple[str, str]], rows: Rows, links: list[str]
) -> str:
    """A row; its link, if it has one, is added to `links`. Without one its cell looks like the first."""
    place = rows.link(n) if rows.linked >= 0 and values[rows.linked] else ""
    if place:
        links.append(f'<hyperlink ref="{styles[rows.linked][0]}{n}" location="{escape(place)}"/>')
    elif rows.linked >= 0:
        styles = [
            (letter, styles[0][1] if m == rows.linked else style) for m, (letter, style) in enumerate(styles)
        ]
    cells = [
        f'<c r="{letter}{n}" s="{style}"{_inside(value)}'
        for (letter, style), value in zip(styles, values, strict=True)
        if value is not None and value != ""
    ]
    return f'<row r="{n}">{"".join(cells)}</row>'


def _inside(value: Value) -> str:
    """What a cell holds, by its type; whatever a text looks like, it is a text and no formula."""
    if isinstance(value, str):
        kept = ' xml:space="preserve"' if value[0].isspace() or value[-1].isspace() else ""
        words = escape(_CODED.sub(r"_x005F\1", value) if "_x" in value else value)
        return f' t="inlineStr"><is><t{kept}>{words}</t></is></c>'
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v></c>'
    if isinstance(value, date):
        return f"><v>{value.toordinal() - _FIRST_DAY}</v></c>"
    return f"><v>{value:.16G}</v></c>"
