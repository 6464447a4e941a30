"""Whose report a document is, where its text names no company often enough: the title or a definition tells.

和川控股2024年中期业绩 is 和川控股's; so is a text that begins 和川控股是一家电池供应商.
"""

from __future__ import annotations

import re

from timeline.extract.english.names import find_names
from timeline.extract.measures.heads import frame_of
from timeline.extract.measures.measure_words import is_measure
from timeline.extract.who.entities import Cast
from timeline.lexicon.naming import COMPANY_ENDINGS, GENERIC_NOUNS
from timeline.model import Document
from timeline.text import fold

_LATER = (
    r"(?:昨日?|昨天|今日|今天|日前|近日)?(?=(?:\s?(?:19|20)\d\d(?!\d)|\s?(?:FY)?\d\d[QH][1-4]|\s?[QH][1-4]|\d{2,3}年|二[零〇]|公布|发布|公告|披露|年报|年度|[第前]?[一二三四]季|上半年|下半年|中期|半年|全年|业绩|财报|季报"
    r"|营收|净利|招股|业务回顾|业务概况|经营情况|\d{1,2}月(?!\d{1,2}日[讯电])))"
)
_TIME = r"(?:(?:\d{2,4}年(?:度)?)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:第?[一二三四]季度?|上半年|前三季度)?)"
_TITLED = re.compile(
    rf"\W*{_TIME}[:：]?\s*(?P<name>[一-鿿A-Za-z·]{{2,10}}?)(?:股份)?(?:有限公司)?\s?(?:[(（][^()（）]{{1,12}}[)）])?{_LATER}"
)
_CODED = re.compile(
    r"\W*(?P<name>[一-鿿A-Za-z·]{2,10})[(（](?:[A-Z]{2,6}[:：])?\d{4,6}(?:[.-][A-Z]{2})?[)）]"
)
_SOLD = re.compile(rf"\W*{_TIME}\s*(?P<name>[一-鿿A-Za-z·]{{2,8}}?(?:{COMPANY_ENDINGS}))")
_COLON = re.compile(rf"\W*(?P<name>[一-鿿]{{2,8}}?(?:{COMPANY_ENDINGS}))[：:]")
_DEFINED = re.compile(
    r"(?:^|\n)\W*(?P<name>[一-鿿A-Za-z·]{2,12}?)(?:[(（][^()（）\n]{0,40}[)）])?[,，]?是[^。\n]{0,30}?(?:公司|企业|供应商|制造商|厂商|银行|集团|服务商|运营商|开发商|平台|品牌)"
)
_REPORT = re.compile(r"业绩|财报|年报|季报|报告|半年报|财务|公报|经营评述")
_GENERIC = re.compile("|".join(sorted(GENERIC_NOUNS, key=lambda word: (-len(word), word))))
_NO_NAME = re.compile(
    r"[的是为在将已与]|^(?:据|我国|全球|全国|国内|首季|本季|上季|今年|去年|截至|截止|自从|我们|公司|本公司|集团|关于|一文|解读|图解|快讯|独家|这|该|其|此)"
)


def company_of(document: Document, cast: Cast, text: str) -> str:
    """The company of a document: that of its cast, or the one that its title or a definition tells; "" for none.

    A title that begins with another firm (和川控股：上市公告书) knows better than what the text repeats.
    """
    if document.script == "Latn":
        return find_names(document, text).company
    known = "" if is_measure(cast.company) else cast.company
    title = fold(document.title) or text.lstrip()[:60].split("\n", 1)[0]
    headed = _first(_CODED.match(title), _COLON.match(title))
    if headed and known not in headed:
        return headed
    if known and (known in title or (cast.short and cast.short in title)):
        longer = [name for name in cast.known if name.endswith(known) and name in title]
        if (group := f"{known}集团") in title and text.count(group) > title.count(group) * text.count(title):
            longer.append(group)
        return max(longer, key=lambda name: (len(name), name), default=known)
    return known or headed or _first(_TITLED.match(title), _DEFINED.search(text[:1500]), _SOLD.match(title))


def _first(*matches: re.Match[str] | None) -> str:
    return next((match["name"] for match in matches if match and _is_name(match["name"])), "")


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


def _is_name(name: str) -> bool:
    return (
        len(name) > 1 and not _NO_NAME.search(name) and not is_measure(name) and bool(_GENERIC.sub("", name))
    )
