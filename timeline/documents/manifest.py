"""sources.csv: what a person says about the documents beside it.

Columns: file (required), title, author, publisher, date_published (EDTF or a plain date), url,
note. One row a document; `file` is a name or a path relative to the manifest.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from timeline.documents.dates import to_edtf
from timeline.documents.encodings import decode
from timeline.errors import UserError

MANIFEST = "sources.csv"
COLUMNS = ("file", "title", "author", "publisher", "date_published", "url", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a manifest."""

    file: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date_published: str = ""
    url: str = ""
    note: str = ""


def read_manifest(path: str | Path) -> dict[str, Entry]:
    """The rows of a sources.csv by their `file`. UserError where it has no such column or a bad date."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UserError(f"The manifest {path} cannot be read: {error.strerror}.") from error
    return parse_manifest(data, str(path))


def parse_manifest(data: bytes, name: str) -> dict[str, Entry]:
    rows = csv.reader(io.StringIO(decode(data).text.replace("\0", "")))
    try:
        head = [cell.strip().lower() for cell in next(rows, [])]
        body = [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UserError(f"The manifest {name} is not a CSV file.", str(error)) from error
    if "file" not in head:
        raise UserError(f"The manifest {name} has no column “file”.", f"Columns: {', '.join(COLUMNS)}.")
    entries: dict[str, Entry] = {}
    for number, row in enumerate(body, start=2):
        cells = {key: cell.strip() for key, cell in zip(head, row, strict=False) if key in COLUMNS}
        if not cells.get("file"):
            continue
        if told := cells.get("date_published", ""):
            cells["date_published"] = to_edtf(told)
            if not cells["date_published"]:
                raise UserError(
                    f"“{told}” in row {number} of {name} is not a date.", "Write 2022, 2022-05 or 2022-05-31."
                )
        entries[cells["file"].replace("\\", "/").removeprefix("./")] = Entry(**cells)
    return entries


def entry_for(entries: dict[str, Entry], path: str) -> Entry | None:
    """The row for a file: its path inside the folder, or just its name."""
    path = path.replace("\\", "/").removeprefix("./")
    return entries.get(path) or entries.get(path.rsplit("/", 1)[-1])
