"""Markdown: the timeline by year, every event with its quotes and where they stand."""

import re
from typing import BinaryIO

from timeline import edtf, labels
from timeline.checks import messages
from timeline.exports import citations
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_LISTLIKE = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")
_NAME, _QUOTE = 300, 4000


def to_markdown(selection: Selection, out: BinaryIO) -> None:
    """CommonMark; what comes from a document is escaped, HTML included."""
    for line in _head(selection):
        out.write(f"{line}\n".encode())
    year = None
    for row in selection.rows("events"):
        if row["earliest"][:4] != year:
            year = row["earliest"][:4]
            out.write(f"## {year or selection.word('未能定年', 'Undated')}\n\n".encode())
        out.write("\n".join(_event(selection, row)).encode() + b"\n\n")
    for line in [*_numbers(selection), *_checks(selection), *_sources(selection)]:
        out.write(f"{line}\n".encode())


def escape(text: str) -> str:
    """One line in which no character has a meaning in Markdown or HTML."""
    return _LISTLIKE.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line(text)))


def _head(selection: Selection) -> list[str]:
    return [f"# {escape(selection.title)}", "", selection.count_words, "", escape(selection.statement), ""]


def _event(selection: Selection, row: dict) -> list[str]:
    lang = selection.lang
    name = escape(clip(row["name"], _NAME))
    facts = [labels.category(row["category"], lang), labels.importance(row["importance"] or 1, lang)]
    facts.append(labels.status(row["status"], lang, row["n_documents"] or 0, sign=row["status"] != "single"))
    facts += [w for w in (labels.modality(selection.modality(row["event_id"]), lang),) if w]
    facts += [selection.word("✎ 已更正", "✎ edited")] if row.get("edited") else []
    facts += ["★"] if row.get("starred") else []
    lines = [f"- **{edtf.label(row['date'], lang)}** {name} ({' · '.join(facts)})"]
    for mention in selection.told.get(row["event_id"], ()):
        place = selection.place(mention["doc_id"], mention["start"], mention["end"])
        quote = escape(clip(mention["exact"], _QUOTE))
        lines += [
            "",
            f"  > {selection.quote(quote)}  ",
            f"  > {selection.siglum(mention['doc_id'])}{selection.comma}{place}",
        ]
    return lines


def _numbers(selection: Selection) -> list[str]:
    lang = selection.lang
    rows = [row for row in selection.rows("observations") if row["date"]]
    if not rows:
        return []
    lines = [f"## {selection.word('指标', 'Numbers')}", ""]
    lines += [
        f"| {' | '.join(selection.word('日期 对象 指标 数值 原文 出处', 'Date Of Measure Value Written Source').split())} |"
    ]
    lines += ["|---|---|---|---:|---|---|"]
    for row in rows:
        value = labels.amount(
            row["value"], row["low"], row["high"], row["unit"], row["comparator"], lang, row["unit_text"]
        )
        source = f"{selection.siglum(row['doc_id'])}{selection.comma}{selection.place(row['doc_id'], row['start'], row['end'])}"
        measure = labels.measure(row["property"], lang)
        cells = (
            selection.when(row["date"]),
            row["about"],
            measure,
            value,
            selection.quote(row["text"]),
            source,
        )
        lines.append(f"| {' | '.join(escape(clip(cell, _NAME)) for cell in cells)} |")
    return [*lines, ""]


def _checks(selection: Selection) -> list[str]:
    lines = [f"## {selection.word('核对', 'Checks')}", ""]
    for row in selection.rows("checks"):
        sign = labels.check_sign(row["kind"], row["severity"], selection.lang)
        lines.append(
            f"- {sign} {labels.check_kind(row['kind'], selection.lang)}: {escape(clip(messages.describe(row, selection.lang), _QUOTE))}"
        )
        for side in ("", "other_"):
            if row[f"{side}doc_id"] and row[f"{side}exact"]:
                place = selection.place(row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"])
                quote = escape(clip(row[f"{side}exact"], _QUOTE))
                lines += [
                    "",
                    f"  > {selection.quote(quote)}  ",
                    f"  > {selection.siglum(row[f'{side}doc_id'])}{selection.comma}{place}",
                ]
    return [*lines, ""] if len(lines) > 2 else []


def _sources(selection: Selection) -> list[str]:
    lines = [f"## {selection.word('出处', 'Sources')}", ""]
    cite = citations.gbt7714 if selection.lang == "zh" else citations.apa
    for row in selection.documents.to_dict("records"):
        lines.append(f"- {selection.siglum(row['doc_id'])}: {escape(cite(row))}")
    return lines
