"""How to cite a document: GB/T 7714—2015 and APA 7, from what is known of it.

Nothing is invented: an unknown author is 佚名 / the title takes its place, an unknown date says so. A
date that is only estimated stands in square brackets (GB/T 7714, 8.8.3.4) or after "ca." (APA 9.14). A
place of publication is never known and left out, as both allow for electronic files.
"""

import re

from timeline import edtf, labels
from timeline.exports.printable import one_line

_AUTHORS = re.compile(r"\s*[;；、]\s*|\s+(?:and|和|与)\s+")
_AND_OTHERS = re.compile(r"\s*[,，]?\s*(?:等人?|et al\.?)$")
_ENDED = (".", "?", "!", "。", "？", "！", "…")
_FEW, _MANY = 3, 20  # authors that GB/T 7714, and APA, name in full
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def gbt7714(document: dict) -> str:
    """沈知行. 题名[Z]. 出版者, 2021-02-08.  The type is [Z] (other): what kind of print it was is not known."""
    authors, others = _authors(document)
    more = others or len(authors) > _FEW
    latin = all(name.isascii() for name in authors)
    who = ", ".join([*authors[:_FEW], *(["et al" if latin else "等"] if more else [])]) or "佚名"
    when, estimated = _date(document)
    if not when:
        when = "[出版日期不详]"
    elif estimated:
        when = f"[{when.replace('/', '—')}]"
    kind = "EB/OL" if str(document.get("media_type", "")).startswith("text/html") else "Z"
    publisher = one_line(document.get("publisher", ""))
    return f"{_closed(who)} {_title(document)}[{kind}]. {publisher + ', ' if publisher else ''}{when}."


def apa(document: dict) -> str:
    """Author. (2021, February 8). Title. Publisher."""
    authors, others = _authors(document)
    publisher, title = one_line(document.get("publisher", "")), _closed(_title(document))
    tail = f" {_closed(publisher)}" if publisher and publisher not in authors else ""
    when = f"({_apa_date(*_date(document))})."
    if not authors:
        return f"{title} {when}{tail}"
    if others:
        who = ", ".join([*authors, "et al."])
    elif len(authors) > _MANY:
        who = ", ".join(authors[: _MANY - 1]) + f", … {authors[-1]}"
    else:
        who = authors[0] if len(authors) == 1 else ", ".join(authors[:-1]) + f", & {authors[-1]}"
    return f"{_closed(who)} {when} {title}{tail}"


def _authors(document: dict) -> tuple[list[str], bool]:
    """The names, and whether there are others that are not named (等)."""
    author = one_line(document.get("author", ""))
    named = _AND_OTHERS.sub("", author)
    return [name for name in _AUTHORS.split(named) if name], bool(named) and named != author


def _title(document: dict) -> str:
    return one_line(document.get("title", "")) or one_line(document.get("path", ""))


def _closed(words: str) -> str:
    """With a full stop, unless they end with a stop of their own."""
    return words if words.endswith(_ENDED) else words + "."


def _date(document: dict) -> tuple[str, bool]:
    """A year, month or day, or two of them with a slash; and whether that is an estimate. ("", False) if unknown."""
    value = document.get("date_published", "")
    if not edtf.is_edtf(value):
        return "", False
    plain = value.rstrip("~?%").split("T")[0]
    if edtf.precision(plain) in ("day", "month", "year"):
        return plain, plain != value.split("T")[0] or document.get("date_basis") == labels.INFERRED
    first, last = (day.isoformat() if day else "" for day in edtf.bounds(value))
    for length in (10, 7, 4):  # what both ends share is the day, the month or the year
        if first and first[:length] == last[:length]:
            return first[:length], True
    return "/".join(dict.fromkeys(day[:4] for day in (first, last) if day)), True


def _apa_date(date: str, estimated: bool) -> str:
    if not date:
        return "n.d."
    about = "ca. " if estimated else ""
    if "/" in date:
        return about + date.replace("/", "–")
    year, *rest = date.split("-")
    month = f", {_MONTHS[int(rest[0]) - 1]}" if rest else ""
    return f"{about}{year}{month}" + (f" {int(rest[1])}" if len(rest) > 1 else "")
