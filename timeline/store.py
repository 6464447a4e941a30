"""A dataset folder: six tables as CSV and Parquet, the texts they quote, `datapackage.json`.

The folder is replaced in one step: an interrupted build leaves the old one as it was.
"""

import json
import os
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Generator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import UserError
from timeline.lexicon.columns import DESCRIPTIONS
from timeline.model import Block
from timeline.tables import COLUMNS, INTEGERS, NUMBERS, Texts, Timeline, typed

TEXTS = "texts.parquet"
PACKAGE = "datapackage.json"
GROUP = 200_000  # characters of texts that are written, and read, together
ROOM = 8_000_000  # characters of texts that are kept in mind


def write(timeline: Timeline, folder: str | Path) -> Path:
    """Write a dataset folder, replacing an older one in one step. UserError if it cannot be."""
    folder = Path(folder)
    if folder.exists() and not is_dataset(folder) and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise UserError(
            f"“{folder}” exists and is not a dataset of ours.",
            "Choose an empty or new folder for --out, so that nothing of yours is replaced.",
        )
    with _replacing(folder) as draft:
        for name, table in timeline.tables.items():
            plain = table[list(COLUMNS[name])]
            plain.to_parquet(draft / f"{name}.parquet", index=False)
            plain.to_csv(draft / f"{name}.csv", index=False, lineterminator="\n")
        _write_texts(timeline, draft / TEXTS)
        package = json.dumps(describe_package(timeline), ensure_ascii=False, indent=2)
        (draft / PACKAGE).write_text(package + "\n", encoding="utf-8")
    return folder


def read(folder: str | Path) -> Timeline:
    """The Timeline in a dataset folder. UserError where there is none, or it is damaged."""
    folder = Path(folder)
    if not is_dataset(folder):
        raise UserError(
            f"“{folder}” holds no dataset.", "Make one with: python -m timeline build PATH... --out DIR"
        )
    try:
        tables = {name: typed(name, _rows(folder / f"{name}.parquet", name)) for name in COLUMNS}
        package = json.loads((folder / PACKAGE).read_text("utf-8"))
    except (OSError, ValueError, pa.ArrowException) as error:
        raise UserError(f"The dataset in “{folder}” is damaged.", "Build it again.") from error
    skipped = tuple((entry["path"], entry["reason"]) for entry in package.get("skipped", ()))
    texts = Texts(_TextReader(folder / TEXTS))
    return Timeline(**tables, texts=texts, name=package.get("title", ""), skipped=skipped)


def is_dataset(folder: Path) -> bool:
    return (folder / PACKAGE).is_file() and (folder / "events.parquet").is_file()


def _rows(path: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(path, columns=list(COLUMNS[name]))


@contextmanager
def _replacing(folder: Path) -> Generator[Path]:
    """A draft folder that takes the place of `folder` when the block ends well."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    old = draft.with_name(draft.name + "-old")
    try:
        yield draft
        draft.chmod(0o755)
        _keep(folder, draft)
        if folder.exists():
            os.replace(folder, old)
        try:
            os.replace(draft, folder)
        except OSError:
            if old.exists():
                os.replace(old, folder)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _keep(folder: Path, draft: Path) -> None:
    """What people added beside the tables (hand edits, imported files) moves along."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not (draft / path.name).exists():
            (shutil.copytree if path.is_dir() else shutil.copy2)(path, draft / path.name)


def _write_texts(timeline: Timeline, path: Path) -> None:
    """The texts in groups of about GROUP characters: a group is read to read one of its texts."""
    schema = pa.schema([("doc_id", pa.string()), ("text", pa.large_string()), ("blocks", pa.large_string())])
    rows: dict[str, list[str]] = {name: [] for name in schema.names}
    size = 0
    with pq.ParquetWriter(path, schema) as writer:
        for doc_id in timeline.documents["doc_id"]:
            text = timeline.text(doc_id).encode("utf-8", "replace").decode()
            blocks = json.dumps(timeline.blocks(doc_id), ensure_ascii=False)
            for column, cell in zip(rows.values(), (doc_id, text, blocks), strict=True):
                column.append(cell)
            size += len(text)
            if size >= GROUP:
                writer.write_table(pa.table(rows, schema=schema))
                rows, size = {name: [] for name in schema.names}, 0
        if rows["doc_id"]:
            writer.write_table(pa.table(rows, schema=schema))


class _TextReader:
    """Reads a text when it is asked for; the file's contents are looked up once, the last texts are kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: OrderedDict[str, tuple[str, tuple[Block, ...]]] = OrderedDict()
        self._room = ROOM
        self._group: tuple[int, pa.Table] = -1, pa.table({})

    @cached_property
    def _metadata(self) -> pq.FileMetaData:
        return pq.read_metadata(self._path)

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """doc_id → its group, and its row there."""
        ids = iter(pq.read_table(self._path, columns=["doc_id"])["doc_id"].to_pylist())
        groups = (self._metadata.row_group(group).num_rows for group in range(self._metadata.num_row_groups))
        return {next(ids): (group, row) for group, rows in enumerate(groups) for row in range(rows)}

    def _read(self, group: int) -> pa.Table:
        """A group's texts; the last one is kept, for who goes through the documents in their order."""
        number, table = self._group
        if number != group:
            with pq.ParquetFile(self._path, metadata=self._metadata) as file:
                table = file.read_row_group(group, columns=["text", "blocks"])
            self._group = group, table
        return table

    def __call__(self, doc_id: str) -> tuple[str, tuple[Block, ...]]:
        if doc_id in self._kept:
            self._kept.move_to_end(doc_id)
            return self._kept[doc_id]
        group, row = self._places[doc_id]
        found = self._read(group).slice(row, 1).to_pylist()[0]
        made = found["text"], tuple(Block(*block) for block in json.loads(found["blocks"]))
        self._kept[doc_id] = made
        self._room -= len(made[0])
        while self._room < 0 and len(self._kept) > 1:
            self._room += len(self._kept.popitem(last=False)[1][0])
        return made


# ── Frictionless Data Package ────────────────────────────────────────────────────────────────────

_DAYS = {"earliest", "latest"}


def _field(table: str, column: str) -> dict[str, str]:
    kind = "string"
    if column in INTEGERS:
        kind = "integer"
    elif column in NUMBERS and table == "observations":
        kind = "number"
    elif column in _DAYS:
        kind = "date"
    return {"name": column, "type": kind, "description": DESCRIPTIONS[column]["en"]}


_KEYS = {
    "documents": "doc_id", "mentions": "mention_id", "events": "event_id",
    "observations": "observation_id", "checks": "check_id",
}  # fmt: skip


def _resource(name: str) -> dict:
    schema: dict = {"fields": [_field(name, column) for column in COLUMNS[name]], "missingValues": [""]}
    if name in _KEYS:
        schema["primaryKey"] = [_KEYS[name]]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def describe_package(timeline: Timeline) -> dict:
    """`datapackage.json`: every table and column described, the sources, what was skipped."""
    return {
        "profile": "tabular-data-package",
        "name": "biannian-dataset",
        "title": timeline.name,
        "description": "A timeline in which every row leads back to the characters that said it.",
        "resources": [_resource(name) for name in COLUMNS],
        "sources": [
            {"title": row["title"] or row["path"], "path": row["path"]}
            for row in timeline.documents.to_dict("records")
        ],
        "skipped": [{"path": path, "reason": reason} for path, reason in timeline.skipped],
    }
