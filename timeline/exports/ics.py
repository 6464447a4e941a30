"""iCalendar (RFC 5545): one all-day event an event, no alarms, free time, ids that stay.

A date known to the month or the year spans all its days: the calendar shows what is known. Events
without an end (2024年以来) last one day, the day on which they began.
"""

from datetime import date, timedelta
from typing import BinaryIO

from icalendar import Calendar

from timeline import edtf, labels
from timeline.exports.printable import clip, one_line, printable
from timeline.exports.selection import Selection
from timeline.tables import LIST_SEPARATOR

_UNKNOWN = date(1970, 1, 1)
_OCTETS = 74  # of a line: with the space before what goes on they are 75
_LONGEST = 2000  # characters of one quotation: calendars are read on phones


def to_ics(selection: Selection, out: BinaryIO) -> None:
    """A VCALENDAR with every dated event of the selection, written one by one.

    The calendar's own lines are the library's; the events, of which there may be very many, are
    written here, in an eighth of its time, byte for byte as it writes them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Biannian//Timeline//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", selection.title)
    calendar.add("x-wr-caldesc", selection.statement)
    stamp = _stamp(selection)
    frame = calendar.to_ical()
    end = frame.index(b"END:VCALENDAR")
    out.write(frame[:end])
    for row in selection.rows("events"):
        if days := _days(row):
            out.write(_event(selection, row, days, stamp))
    out.write(frame[end:])


def _days(row: dict) -> tuple[date, date] | None:
    """First day and the day after the last one (RFC 5545: DTEND is excluded)."""
    try:
        first = date.fromisoformat(row["earliest"])
        last = date.fromisoformat(row["latest"]) if row["latest"] else first
        return first, max(first, last) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _stamp(selection: Selection) -> str:
    """DTSTAMP is required; the last day that the documents reach says when this was last true."""
    day = edtf.bounds(selection.until)[1] if selection.until else None
    return f"{_compact(day or _UNKNOWN)}T000000Z"


def _event(selection: Selection, row: dict, days: tuple[date, date], stamp: str) -> bytes:
    """A VEVENT, its properties in the order in which the library writes them."""
    modality = selection.modality(row["event_id"])
    sign = "≠ " if row["status"] == "conflicting" else ""
    suffix = labels.modality(modality, selection.lang)
    summary = f"{sign}{clip(one_line(row['name']), 255)} {suffix}".strip()
    about = one_line((row.get("entities") or "").replace(LIST_SEPARATOR, "、"))
    language = "zh-Hans" if selection.lang == "zh" else "en"
    lines = (
        "BEGIN:VEVENT", f"SUMMARY;LANGUAGE={language}:{_text(summary)}",
        f"DTSTART;VALUE=DATE:{_compact(days[0])}", f"DTEND;VALUE=DATE:{_compact(days[1])}",
        f"DTSTAMP:{stamp}", f"UID:{_text(row['event_id'])}@biannian",
        f"CATEGORIES:{_text(labels.category(row['category'], selection.lang))}", "CLASS:PUBLIC",
        f"COMMENT:{_text(about)}" if about else "",
        f"DESCRIPTION;LANGUAGE={language}:{_text(_description(selection, row))}",
        f"STATUS:{'CONFIRMED' if modality == 'fact' else 'TENTATIVE'}", "TRANSP:TRANSPARENT", "END:VEVENT",
    )  # fmt: skip
    return b"".join(_folded(line) for line in lines if line)


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11): one line in which nothing can end it or open another."""
    plain = printable(words).replace("\\", r"\\")
    return plain.replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets (RFC 5545, 3.1), no character and no escape torn, and its end."""
    octets = line.encode()
    pieces, start = [], 0
    while len(octets) - start > _OCTETS:
        end = start + _OCTETS
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if octets[end - 1] in b"\\^":
            end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join((*pieces, octets[start:])) + b"\r\n"


def _description(selection: Selection, row: dict) -> str:
    lang = selection.lang
    precision = labels.precision(row["precision"], lang)
    when = edtf.label(row["date"], lang) + selection.word(f"（{precision}）", f" ({precision})")
    status = labels.status(row["status"], lang, row["n_documents"] or 0, sign=row["status"] != "single")
    lines = [when, status]
    for mention in selection.told.get(row["event_id"], ()):
        quote = clip(one_line(mention["exact"]), _LONGEST)
        place = selection.place(mention["doc_id"], mention["start"], mention["end"])
        lines.append(
            f"{selection.quote(quote)} {selection.document_title(mention['doc_id'])}{selection.comma}{place}"
        )
    return "\n\n".join(lines)
