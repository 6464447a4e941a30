"""The firm that a document's title or a definition tells: 和川控股2024年中期业绩, 和川控股是一家电池供应商."""

import re

from timeline.extract.measures.measure_words import is_measure
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
# What a firm's description begins with: 云岫音响公司位于…, 临川机械厂始建于….
_SITED = re.compile(
    r"(?:^|\n)\W*(?P<name>[一-鿿]{3,12}?(?:厂|店|社|行|馆)?)(?:公司|集团|(?<=[厂店社行馆]))(?:位于|坐落|地处|始建|创建|成立于|创办于|建于|原名|前身)"
)
_GENERIC = re.compile("|".join(sorted(GENERIC_NOUNS, key=lambda word: (-len(word), word))))
_NO_NAME = re.compile(
    r"[的是为在将已与]|年$|^(?:据|我国|全球|全国|国内|首季|本季|上季|今年|去年|截至|截止|自从|我们|公司|本公司|集团|关于|一文|解读|图解|快讯|独家|这|该|其|此)"
)


def headed_firm(document: Document, text: str) -> str:
    """The firm that a title begins with as a heading does: 和川控股：上市公告书; "" for none."""
    title = title_of(document, text)
    return _first(_CODED.match(title), _COLON.match(title))


def reported_firm(document: Document, text: str) -> str:
    """The firm whose report the title says it is, or that the text defines; "" for none."""
    title = title_of(document, text)
    return headed_firm(document, text) or _first(
        _TITLED.match(title), _DEFINED.search(text[:1500]), _SITED.search(text[:1500]), _SOLD.match(title)
    )


def title_of(document: Document, text: str) -> str:
    return fold(document.title) or text.lstrip()[:60].split("\n", 1)[0]


def _first(*matches: re.Match[str] | None) -> str:
    return next((match["name"] for match in matches if match and _is_name(match["name"])), "")


def _is_name(name: str) -> bool:
    return (
        len(name) > 1 and not _NO_NAME.search(name) and not is_measure(name) and bool(_GENERIC.sub("", name))
    )
