"""TimelineJS 3: its JSON, and the CSV of its Google Sheets template with the exact headers.

TimelineJS prints headlines and texts as HTML, so everything that comes from a document is escaped.
A year or a month stays a year or a month: no day is made up.
"""

import html
from typing import BinaryIO

from timeline import labels
from timeline.exports.csv import safe_cell, write_rows
from timeline.exports.json import dumps
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

HEADERS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group",
    "Background",
)  # fmt: skip
_HEADLINE, _QUOTE = 200, 2000


def to_timelinejs(selection: Selection, out: BinaryIO) -> None:
    """`{"title": …, "events": […]}` for `new TL.Timeline(id, data)`."""
    title = {"headline": _html(selection.title), "text": f"<p>{_html(selection.statement)}</p>"}
    out.write(f'{{"title": {dumps({"text": title})},\n"events": ['.encode())
    written = 0
    for row in selection.rows("events"):
        if slide := _slide(selection, row):
            out.write((",\n" if written else "\n").encode() + dumps(slide).encode())
            written += 1
    out.write(b"\n]}\n")


def _slide(selection: Selection, row: dict) -> dict | None:
    if not row["earliest"]:
        return None
    first, last = _ends(row)
    slide = {
        "start_date": first,
        "display_date": selection.when(row["date"]),
        "text": {"headline": _headline(selection, row), "text": _quotes(selection, row)},
        "group": labels.category(row["category"], selection.lang),
        "unique_id": row["event_id"],
    }
    return slide | ({"end_date": last} if last != first else {})


def to_timelinejs_csv(selection: Selection, out: BinaryIO) -> None:
    """The template's columns; the title slide first (Type: title). Formulas are disarmed."""
    rows = [_title_row(selection)]
    rows += [cells for row in selection.rows("events") if (cells := _cells(selection, row))]
    write_rows(out, HEADERS, rows, safe_cell, bom=False)


def _title_row(selection: Selection) -> list[str]:
    cells = dict.fromkeys(HEADERS, "")
    cells |= {"Headline": _html(selection.title), "Text": _html(selection.statement), "Type": "title"}
    return list(cells.values())


def _cells(selection: Selection, row: dict) -> list[str] | None:
    slide = _slide(selection, row)
    if slide is None:
        return None
    first, last = slide["start_date"], slide.get("end_date", {})
    cells = dict.fromkeys(HEADERS, "")
    for prefix, day in (("", first), ("End ", last)):
        cells |= {f"{prefix}{part.title()}": str(number) for part, number in day.items()}
    cells |= {"Display Date": slide["display_date"], "Group": slide["group"]}
    cells |= {"Headline": slide["text"]["headline"], "Text": slide["text"]["text"]}
    return list(cells.values())


def _ends(row: dict) -> tuple[dict, dict]:
    """First and last day as year, month, day, as far as the date is known."""
    parts = {"year": 1, "month": 2, "day": 3}.get(row["precision"])
    if parts:
        first = _parts(row["earliest"], parts)
        return first, first
    first, last = row["earliest"], row["latest"] or row["earliest"]
    whole = first.endswith("-01") and last[8:] in ("28", "29", "30", "31")
    if whole and first[5:] == "01-01" and last[5:] == "12-31":
        return _parts(first, 1), _parts(last, 1)
    return _parts(first, 2 if whole else 3), _parts(last, 2 if whole else 3)


def _parts(day: str, count: int) -> dict[str, int]:
    return dict(list(zip(("year", "month", "day"), map(int, day.split("-")), strict=False))[:count])


def _html(text: str) -> str:
    return html.escape(one_line(text))


def _headline(selection: Selection, row: dict) -> str:
    sign = "≠ " if row["status"] == "conflicting" else ""
    suffix = labels.modality(selection.modality(row["event_id"]), selection.lang)
    return f"{sign}{html.escape(clip(one_line(row['name']), _HEADLINE))} {suffix}".strip()


def _quotes(selection: Selection, row: dict) -> str:
    quotes = []
    for mention in selection.told.get(row["event_id"], ()):
        quote = html.escape(clip(one_line(mention["exact"]), _QUOTE))
        place = selection.place(mention["doc_id"], mention["start"], mention["end"])
        source = html.escape(f"{selection.document_title(mention['doc_id'])}{selection.comma}{place}")
        quotes.append(f"<blockquote>{selection.quote(quote)}</blockquote><p>{source}</p>")
    return "".join(quotes)
