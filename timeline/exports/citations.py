"""How to cite a document: GB/T 7714—2015 and APA 7, from what is known of it.

Nothing is invented: an unknown author is 佚名 / the title takes its place, an unknown date says so.
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.exports.printable import one_line

_AUTHORS = re.compile(r"\s*[;；、]\s*|\s+(?:and|和|与)\s+")


def _known(document: dict) -> tuple[list[str], str, str, str]:
    author = one_line(document.get("author", ""))
    title = one_line(document.get("title", "")) or one_line(document.get("path", ""))
    date = document.get("date_published", "")
    publisher = one_line(document.get("publisher", ""))
    return [a for a in _AUTHORS.split(author) if a], title, publisher, date if edtf.is_edtf(date) else ""


def gbt7714(document: dict) -> str:
    """佚名. 题名[Z]. 出版者, 2021-02-08.  The type is [Z] (other): what kind of print it was is not known."""
    authors, title, publisher, date = _known(document)
    who = ", ".join(authors[:3]) + (", 等" if len(authors) > 3 else "") if authors else "佚名"
    when = date.rstrip("~?%").replace("/", "—") if date else "出版日期不详"
    approximate = "约" if date and edtf.is_approximate(date) else ""
    kind = "EB" if str(document.get("media_type", "")).startswith("text/html") else "Z"
    return f"{who}. {title}[{kind}]. {publisher + ', ' if publisher else ''}{approximate}{when}."


def apa(document: dict) -> str:
    """Author. (2021, February 8). Title. Publisher."""
    authors, title, publisher, date = _known(document)
    when = f"({_apa_date(date)})"
    tail = f" {publisher}." if publisher and publisher not in authors else ""
    if not authors:
        return f"{title}. {when}.{tail}"
    who = authors[0] if len(authors) == 1 else ", ".join(authors[:-1]) + f", & {authors[-1]}"
    return f"{who}{'' if who.endswith('.') else '.'} {when}. {title}.{tail}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _apa_date(date: str) -> str:
    if not date:
        return "n.d."
    about = "ca. " if edtf.is_approximate(date) else ""
    plain = date.rstrip("~?%")
    kind = edtf.precision(plain)
    if kind in ("day", "month"):
        year, month, *day = plain.split("T")[0].split("-")
        return f"{about}{year}, {_MONTHS[int(month) - 1]}" + (f" {int(day[0])}" if day else "")
    return about + edtf.label(plain, "en")
