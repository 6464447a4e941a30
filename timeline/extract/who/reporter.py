"""Whose report a document is, where its text names no company often enough: the title or a definition tells.

和川控股2024年中期业绩 is 和川控股's; so is a text that begins 和川控股是一家电池供应商.
"""

import re

from timeline.extract.english.names import find_names
from timeline.extract.measures.heads import frame_of
from timeline.extract.measures.measure_words import is_measure
from timeline.extract.who.entities import Cast
from timeline.extract.who.reported import headed_firm, reported_firm, title_of
from timeline.model import Document
from timeline.text import fold

_REPORTS = re.compile(r"(?:报告|公布|发布|公告|披露)")
_REPORT = re.compile(r"业绩|财报|年报|[中季]报|报告|半年报|财务|公报|经营评述")


def company_of(document: Document, cast: Cast, text: str) -> str:
    """The company of a document: that of its cast, or the one that its title or a definition tells; "" for none.

    A title that begins with another firm (和川控股：上市公告书, 和川控股公布…) knows better than what the text repeats.
    """
    if document.script == "Latn":
        return find_names(document, text).company
    known = "" if is_measure(cast.company) else cast.company
    title, headed = title_of(document, text), headed_firm(document, text)
    if headed and known not in headed:
        return headed
    if known and (known in title or (cast.short and cast.short in title)):
        longer = [name for name in cast.known if name.endswith(known) and name in title]
        group = f"{known}集团"
        alone = title.count(known) > title.count(group)  # 云岫与控股股东云岫集团
        if group in title and not alone and text.count(group) > title.count(group) * text.count(title):
            longer.append(group)
        return max(longer, key=lambda name: (len(name), name), default=known)
    told = cast.known if _REPORT.search(title) else ()
    named = {name for name in told if title.startswith(name) and _REPORTS.match(title, len(name))}
    return max(named, key=len, default="") or known or reported_firm(document, text)


_ENGLISH_PERIOD = re.compile(
    r"(?P<q>first|second|third|fourth) quarter(?: and (?:full|fiscal) year)?(?: of)? (?:fiscal )?(?P<a>20\d\d)|Q(?P<n>[1-4]) ?(?:FY ?)?(?P<b>20\d\d)"
    r"|(?P<c>20\d\d) (?P<r>first|second|third|fourth)[- ]quarter|(?:full[- ]year|annual|fiscal)(?: year)? (?P<d>20\d\d)|(?P<e>20\d\d) (?:full[- ]year|annual)",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")


def period_of(document: Document) -> str:
    """The period (EDTF) that a report's title says it is on: 2023年第三季度业绩, Third Quarter 2018 Results; "" for none."""
    title = fold(document.title)
    if match := _ENGLISH_PERIOD.search(title):
        year = match["a"] or match["b"] or match["c"] or match["d"] or match["e"]
        said = (match["q"] or match["r"] or "").lower()
        quarter = _ORDINALS.index(said) + 1 if said else int(match["n"] or 0)
        return f"{year}-{32 + quarter}" if quarter else year
    if not _REPORT.search(title):
        return ""
    return frame_of(title, "", "").period


def year_of(document: Document) -> str:
    """The year that a title begins with, in a text written later: 2004年餐饮业百强; "" for none."""
    match = re.match(r"\W*((?:19|20)\d\d)年(?!\d|[至到—-])", fold(document.title))
    return match[1] if match and match[1] < document.date_published[:4] else ""
