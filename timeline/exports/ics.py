"""iCalendar (RFC 5545): one all-day event an event, no alarms, free time, ids that stay.

A date known to the month or the year spans all its days: the calendar shows what is known. Events
without an end (2024年以来) last one day, the day on which they began.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO

from icalendar import Calendar, Event, vText

from timeline import edtf, labels
from timeline.exports.printable import clip, one_line, printable
from timeline.exports.selection import Selection
from timeline.tables import LIST_SEPARATOR

_UNKNOWN = date(1970, 1, 1)
_LONGEST = 2000  # characters of one quotation: calendars are read on phones


def to_ics(selection: Selection, out: BinaryIO) -> None:
    """A VCALENDAR with every dated event of the selection, written one by one."""
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
            out.write(_event(selection, row, days, stamp).to_ical())
    out.write(frame[end:])


def _days(row: dict) -> tuple[date, date] | None:
    """First day and the day after the last one (RFC 5545: DTEND is excluded)."""
    try:
        first = date.fromisoformat(row["earliest"])
        last = date.fromisoformat(row["latest"]) if row["latest"] else first
        return first, max(first, last) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _stamp(selection: Selection) -> datetime:
    """DTSTAMP is required; the last day that the documents reach says when this was last true."""
    day = edtf.bounds(selection.until)[1] if selection.until else None
    return datetime.combine(day or _UNKNOWN, datetime.min.time(), UTC)


def _event(selection: Selection, row: dict, days: tuple[date, date], stamp: datetime) -> Event:
    event = Event()
    sign = "≠ " if row["status"] == "conflicting" else ""
    modality = selection.modality(row["event_id"])
    suffix = labels.modality(modality, selection.lang)
    event.add("uid", f"{row['event_id']}@biannian")
    event.add("dtstamp", stamp)
    event.add("dtstart", days[0])
    event.add("dtend", days[1])
    event.add("summary", _text(selection, f"{sign}{clip(one_line(row['name']), 255)} {suffix}".strip()))
    event.add("description", _text(selection, _description(selection, row)))
    event.add("categories", [labels.category(row["category"], selection.lang)])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("status", "CONFIRMED" if modality == "fact" else "TENTATIVE")
    if row.get("entities"):
        event.add("comment", one_line(row["entities"].replace(LIST_SEPARATOR, "、")))
    return event


def _text(selection: Selection, text: str) -> vText:
    value = vText(text)
    value.params["LANGUAGE"] = "zh-Hans" if selection.lang == "zh" else "en"
    return value


def _description(selection: Selection, row: dict) -> str:
    lang = selection.lang
    when = f"{edtf.label(row['date'], lang)} ({labels.precision(row['precision'], lang)})"
    status = labels.status(row["status"], lang, row["n_documents"] or 0, sign=row["status"] != "single")
    lines = [when, status]
    for mention in selection.told.get(row["event_id"], ()):
        quote = clip(printable(mention["exact"]), _LONGEST)
        place = selection.place(mention["doc_id"], mention["start"], mention["end"])
        lines.append(
            f"{selection.quote(quote)} {selection.document_title(mention['doc_id'])}{selection.comma}{place}"
        )
    return "\n\n".join(lines)
