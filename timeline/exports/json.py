"""JSON: the whole dataset in one file, tables as lists of objects, with the documents' texts.

`start` and `end` count Unicode characters of `texts[doc_id]` (in JavaScript: `[...text].slice(start, end)`).
"""

import json
from typing import BinaryIO

from timeline.exports.printable import encodable
from timeline.exports.selection import Selection
from timeline.lexicon.columns import DESCRIPTIONS
from timeline.tables import COLUMNS


def to_json(selection: Selection, out: BinaryIO) -> None:
    """The dataset, written table by table."""
    out.write(b"{\n")
    for key, value in _head(selection).items():
        out.write(f"{dumps(key)}: {dumps(value)},\n".encode())
    for table in COLUMNS:
        out.write(f"{dumps(table)}: [".encode())
        for n, row in enumerate(selection.rows(table)):
            out.write((",\n" if n else "\n").encode() + dumps(row).encode())
        out.write(b"\n],\n")
    out.write(b'"texts": {')
    for n, doc_id in enumerate(selection.documents["doc_id"]):
        out.write(f"{',' if n else ''}\n{dumps(doc_id)}: {dumps(selection.whole.text(doc_id))}".encode())
    out.write(b"\n}\n}\n")


def _head(selection: Selection) -> dict:
    filters = selection.filters
    edits = selection.whole.edits
    return {
        "name": selection.whole.name,
        "about": selection.statement,
        "language": selection.lang,
        "filters": {
            "from_year": filters.from_year,
            "to_year": filters.to_year,
            "from_month": filters.from_month,
            "to_month": filters.to_month,
            "from_day": filters.days[0].day,
            "to_day": filters.days[1].day,
            "categories": list(filters.categories),
            "documents": list(filters.documents),
            "statuses": list(filters.statuses),
            "min_importance": filters.min_importance,
            "query": filters.query,
            "starred": filters.starred,
        },
        "columns": {name: words["en"] for name, words in DESCRIPTIONS.items()},
        "skipped": [{"path": path, "reason": reason} for path, reason in selection.whole.skipped],
        "edits": [] if edits is None else json.loads(edits.to_json(orient="records") or "[]"),
    }


def dumps(value: object, indent: int | None = None) -> str:
    """JSON that UTF-8 can carry and that stays data inside a <script>: no NaN, no `</`, no U+2028."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return encodable(text).replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
