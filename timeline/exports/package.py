"""Zip packages: all tables with a description of every column, a README and citations.

`package` holds each table twice: `data/` raw (what datapackage.json describes) and `excel/` safe to
open in a spreadsheet. `parquet` holds typed Parquet files. Members carry a fixed date, so that the
same choice gives the same bytes.
"""

import io
import zipfile
from collections.abc import Callable
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from timeline import edtf, store
from timeline.exports import citations
from timeline.exports.csv import raw_cell, safe_cell, write_rows, write_table
from timeline.exports.json import dumps
from timeline.exports.printable import encodable, one_line
from timeline.exports.selection import Selection
from timeline.lexicon.columns import DESCRIPTIONS
from timeline.tables import COLUMNS, INTEGERS, NUMBERS

_WHEN = (1980, 1, 1, 0, 0, 0)  # the first date a zip can carry: a date of our own would change every file
_HAND = {
    "starred": ("加了星标", "Starred by hand"),
    "edited": ("人工更正过", "Corrected by hand"),
    "settled": ("已由人定夺", "Settled by hand"),
}


def to_package(selection: Selection, out: IO[bytes]) -> None:
    """Zip: data/*.csv (raw), excel/*.csv (safe), datapackage.json, README.md, CITATIONS.md."""
    with zipfile.ZipFile(out, "w") as archive:
        for table in COLUMNS:
            _add(archive, f"data/{table}.csv", lambda f, t=table: write_table(selection, t, f, safe=False))
            _add(archive, f"excel/{table}.csv", lambda f, t=table: write_table(selection, t, f, safe=True))
        _add_edits(archive, selection)
        _add_words(archive, selection, "data/{}.csv", "csv")


def to_parquet(selection: Selection, out: IO[bytes]) -> None:
    """Zip: *.parquet, datapackage.json, README.md, CITATIONS.md."""
    with zipfile.ZipFile(out, "w") as archive:
        for table in COLUMNS:
            _add(archive, f"{table}.parquet", lambda f, t=table: _write_parquet(selection, t, f), packed=True)
        _add_words(archive, selection, "{}.parquet", "parquet")


def add_member(archive: zipfile.ZipFile, name: str, content: bytes, *, packed: bool = False) -> None:
    """A member with the fixed date; `packed` content is not compressed again."""
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content)


def _add(
    archive: zipfile.ZipFile, name: str, write: Callable[[IO[bytes]], None], *, packed: bool = False
) -> None:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as member:
        write(member)


def _add_edits(archive: zipfile.ZipFile, selection: Selection) -> None:
    edits = selection.whole.edits
    if edits is None or edits.empty:
        return
    for folder, cell, bom in (("data", raw_cell, False), ("excel", safe_cell, True)):
        buffer = io.BytesIO()
        write_rows(buffer, list(edits.columns), edits.itertuples(index=False, name=None), cell, bom=bom)
        add_member(archive, f"{folder}/edits.csv", buffer.getvalue())


def _add_words(archive: zipfile.ZipFile, selection: Selection, path: str, kind: str) -> None:
    package = dumps(_datapackage(selection, path, kind), indent=2) + "\n"
    add_member(archive, "datapackage.json", package.encode())
    add_member(archive, "README.md", _readme(selection, path).encode())
    add_member(archive, "CITATIONS.md", _citations(selection).encode())


# ── Parquet ──────────────────────────────────────────────────────────────────────────────────────


def _kind(table: str, column: str) -> pa.DataType:
    if column in INTEGERS:
        return pa.int64()
    if column in NUMBERS and table == "observations":
        return pa.float64()
    return pa.bool_() if column in _HAND else pa.string()


def _write_parquet(selection: Selection, table: str, out: IO[bytes]) -> None:
    columns = selection.columns(table)
    fields = [pa.field(c, _kind(table, c), metadata={"description": _describe(c)}) for c in columns]
    about = {"title": encodable(selection.title), "filters": encodable(selection.statement)}
    schema = pa.schema(fields, metadata=about)
    lists: dict[str, list] = {column: [] for column in columns}
    for row in selection.rows(table):
        for column, value in row.items():
            lists[column].append(encodable(value) if isinstance(value, str) else value)
    arrays = [pa.array(lists[field.name], field.type) for field in fields]
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")


# ── words ────────────────────────────────────────────────────────────────────────────────────────


def _describe(column: str) -> str:
    return DESCRIPTIONS[column]["en"] if column in DESCRIPTIONS else _HAND[column][1]


def _datapackage(selection: Selection, path: str, kind: str) -> dict:
    """The dataset's own datapackage.json, for the rows chosen: paths, hand-made columns, filters, citations."""
    package = store.describe_package(selection.timeline)
    package["title"] = encodable(selection.title)
    package["description"] += f" {encodable(selection.statement)}."
    package["sources"] = [
        {"title": citations.apa(row) or row["doc_id"], "path": encodable(row["path"])}
        for row in selection.documents.to_dict("records")
    ]
    for resource in package["resources"]:
        table = resource["name"]
        resource["path"] = path.format(table)
        fields = resource["schema"]["fields"]
        fields += [
            {"name": c, "type": "boolean" if c in _HAND else "string", "description": _describe(c)}
            for c in selection.columns(table)[len(fields) :]
        ]
        if kind == "parquet":
            resource |= {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
            resource.pop("profile"), resource.pop("encoding")
        else:
            resource["dialect"] = {"lineTerminator": "\n"}
    return package


def _readme(selection: Selection, path: str) -> str:
    word = selection.word
    until = edtf.label(selection.until, selection.lang) if selection.until else word("不详", "unknown")
    lines = [
        f"# {selection.title}", "",
        selection.count_words + word("。", "."), "",
        f"- {word('筛选', 'Filters')}: {selection.filter_words}",
        f"- {word('人工更正', 'Hand corrections')}: {selection.edit_words or word('无', 'none')}",
        f"- {word('文档截至', 'Documents up to')}: {until}",
        f"- {word('来自', 'Made with')}: 编年 Biannian", "",
        word(
            "每一行都指回原文：`doc_id`、`start`、`end` 是文档中的字位（从 0 起，不含末位，按 Unicode 字符计），"
            "`exact` 是那里的原话。日期是 EDTF（ISO 8601-2）。互相矛盾的说法都照原样留着。",
            "Every row leads back to a text: `doc_id`, `start` and `end` are its characters (from 0, end excluded, "
            "in Unicode characters), `exact` the words that stand there. Dates are EDTF (ISO 8601-2). "
            "Where documents disagree, both sides are kept as they are.",
        ),
        "",
    ]  # fmt: skip
    if path.startswith("data/"):
        lines += [
            word(
                "`data/` 是原样（UTF-8，`datapackage.json` 描述的就是它）；`excel/` 可直接用 Excel 打开：带 BOM，"
                "看起来像公式的单元格前加了 '，不可显示的字符换成 U+FFFD。",
                "`data/` is raw (UTF-8, described by `datapackage.json`); `excel/` is for spreadsheets: with a BOM, "
                "a ' before cells that look like formulas, U+FFFD for characters that cannot be shown.",
            ),
            "",
        ]
    for table in COLUMNS:
        n_rows = f"{len(getattr(selection.timeline, table))} {word('行', 'rows')}"
        columns = [f"- `{c}`: {_column_words(c, selection.lang)}" for c in selection.columns(table)]
        lines += [f"## {path.format(table)}", "", n_rows, "", *columns, ""]
    lines += [f"## {word('怎样引用', 'How to cite')}", "", word("见 CITATIONS.md。", "See CITATIONS.md."), ""]
    return encodable("\n".join(lines))


def _column_words(column: str, lang: str) -> str:
    if column in _HAND:
        return _HAND[column][0 if lang == "zh" else 1]
    words = DESCRIPTIONS[column]
    return f"{words['zh']}. {words['en']}" if lang == "zh" else words["en"]


def _citations(selection: Selection) -> str:
    lines = [f"# {selection.word('引用', 'Citations')}", ""]
    for style, cite in (("GB/T 7714—2015", citations.gbt7714), ("APA 7", citations.apa)):
        lines += [f"## {style}", ""]
        for row in selection.documents.to_dict("records"):
            lines.append(f"- [{selection.siglum(row['doc_id'])}] {one_line(cite(row))}")
        lines.append("")
    return encodable("\n".join(lines))
