"""CSV: one table as rows, either safe to open in Excel or raw.

Safe: UTF-8 with a BOM (Excel reads Chinese only so), text cells that look like formulas get a ' before
them, characters that no program can show become U+FFFD. Raw: UTF-8, nothing touched.
"""

import re
from collections.abc import Callable, Iterable
from typing import IO

from timeline.errors import UserError
from timeline.exports.printable import encodable, no_formula, printable
from timeline.exports.selection import Selection
from timeline.tables import COLUMNS

_ENDS = re.compile('[",;\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|^\\s|\\s$')


def to_csv(selection: Selection, out: IO[bytes]) -> None:
    """The `table` (option; events by default) for Excel."""
    write_table(selection, _table(selection), out, safe=True)


def to_raw_csv(selection: Selection, out: IO[bytes]) -> None:
    """The `table` (option; events by default) as it is."""
    write_table(selection, _table(selection), out, safe=False)


def _table(selection: Selection) -> str:
    table = str(selection.options.get("table", "events"))
    if table not in COLUMNS:
        raise UserError(f"There is no table “{table}”.", f"Tables: {', '.join(COLUMNS)}.")
    return table


def write_table(selection: Selection, table: str, out: IO[bytes], *, safe: bool) -> None:
    """One table to a stream, row by row."""
    columns = selection.columns(table)
    cell = safe_cell if safe else raw_cell
    write_rows(out, columns, (row.values() for row in selection.rows(table)), cell, bom=safe)


def write_rows(out: IO[bytes], header, rows, cell: Callable[[object], str], *, bom: bool) -> None:
    """Header and rows as CSV (RFC 4180); safe files end lines as Excel does, raw ones in \\n."""
    end = "\r\n" if bom else "\n"
    out.write((("\ufeff" if bom else "") + _line(header) + end).encode())
    for row in rows:
        out.write((_line([cell(value) for value in row]) + end).encode())


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells))


def _quoted(cell: str) -> str:
    """In quotes where anybody might see the end of a cell or of a line: also at U+2028, U+0085 …"""
    return '"' + cell.replace('"', '""') + '"' if _ENDS.search(cell) else cell


def raw_cell(value: object) -> str:
    return encodable(value) if isinstance(value, str) else number(value)


def safe_cell(value: object) -> str:
    return no_formula(printable(value)) if isinstance(value, str) else number(value)


def number(value: object) -> str:
    """A number as short as it can be: 41000000000000, 3.1; true and false; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    return str(value)
