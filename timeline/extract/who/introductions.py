"""How a text introduces firms: in its title, with a founder, a code of shares, or a short name in brackets."""

import re
from collections import Counter

from timeline.extract.language.name_shapes import HAN, han_before, may_be_a_name
from timeline.extract.language.words import plain_words, tag_of
from timeline.lexicon.naming import COMMON_LATIN, COMPANY_ENDINGS, COMPANY_HEADS
from timeline.model import Document

# What a title calls the history or the report of the company that it begins with.
_RECORD = r"(?:公司)?(?:发展|企业|创业)?(?:大事[记年]|历程|编年史?|沿革|年表|\d{4}年)"
_CREATED = re.compile(
    rf"(?:创立|创办|创建|注册)了?(?:一家|名为|叫做)?[“「]?({HAN}{{2,4}}?)(?=[”」，。、；了]|单车|公司|品牌)"
    rf"|(?<![一-鿿])({HAN}{{2,8}}?)(?:正式)?(?:成立|创立|创建|创办|始建|诞生)于"
)
OWN = re.compile(r"我们|我司|本公司|本集团|(?<![一-鿿])公司")
# (以下简称“云帆”): what a text calls a firm from there on.
_ALIAS = re.compile(r"[（(][^（()）\n]{0,60}?(?:简称|简称为|下称|称)[：:]?([^（()）\n]{2,40})[)）]")
_ANNOUNCING = re.compile(
    rf"(?<!{HAN})({HAN}{{2,8}}?)(?:[（(][^（()）\n]{{1,24}}[)）])?(?:\d{{1,2}}月\d{{1,2}}日|晚间?|日前|近日|[今昨]日|盘后)*(?:发布)?公告"
    rf"[^。\n]{{0,24}}?(?<!{HAN})本?公司"
)
_CALLED = re.compile(rf"({HAN}{{2,8}})")
_FULL = re.compile(r"(?:股份|集团|控股|实业)?有限(?:责任)?公司")
_IN_NAMES = ("", "n", "j", "b", "a", "z", "s", "g")  # tags of words that firms' names are made of
_BESIDE = frozenset("由与和及的向从对将被为于在给把并或、")
# A firm with the code of its shares: 云帆（9863）, 云帆科技(300999.SZ).
_LISTED = re.compile(
    rf"({HAN}{{2,8}})[（(](?:股票代码|代码|代號|SH|SZ|HK|SEHK|NYSE|NASDAQ|Nasdaq)?[:：]?\s?(?:\d{{4,6}}(?:[.-](?:HK|SZ|SH|SS|BJ|TW))?|[A-Z]{{2,5}}[.-](?:US|O|N))[)）]"
)
# 云帆是一家为商家提供软件的公司.
_DEFINED = re.compile(
    rf"(?<!{HAN})({HAN}{{2,8}}?)(?:[（(][^（()）\n]{{1,30}}[)）])?是(?:一家|一所|中国|国内|全球|目前)[^。，\n]{{2,40}}?(?:公司|企业|平台|品牌|厂商|制造商|服务商|集团|机构)"
)
# What is done to a firm, where a clause begins with it: ，成立|云帆科技有限公司.
_MADE = r"月?(?:(?:正式|发起|共同|联合|合资|独资|投资|出资|注册)*(?:成立|创立|创办|创建|组建|设立|开设|收购|并购|控股|参股|入股|投资|更名为|改名为|改制为|注册成立|加入|加盟|进入|任职于)了?)?"
_POST = re.compile("历任|现任|曾任|先后任|就职|任职|供职")  # of a person, at a firm
_LED_TO = re.compile("^(?:更名|改名|易名|宣布|前身|委托|通过|收购|投资|入股|设立|成立)(?=..)")
FRONT = re.compile(r"\A\s*---\n.*?\n---\n", re.S)  # title: …, date: …
_DATED = r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?)?"  # 2023年，云帆汽车…
_STORY = re.compile(
    rf"\W*({HAN}{{2,4}}?)(?=IPO|上市|案例|发展史|创业史|成长史|往事|始末|沉浮|启示|[:：]|创始人|董事长|为何|如何|是如何|的(?:故事|前世|崛起))"
)
# 云帆数据（002999）年报解读, 云帆科技：上市公告书.
_HEADED = re.compile(
    rf"\W*({HAN}{{2,8}})(?:[(（](?:[A-Z]{{2,6}}[:：])?\d{{4,6}}(?:[.-][A-Z]{{2}})?[)）]|(?<=科技|股份|控股|电子|医药|生物)[:：])"
)
_PRONOUN = re.compile(r"^(?:本|该|我)?(?:公司|集团|行|企业|股份公司|发行人|上市公司|我们|或|和|统)$")


def aliases(text: str) -> dict[str, str]:
    """What the text says it calls firms for short, by the characters before: {…科技有限公司: 云帆}."""
    found: dict[str, str] = {}
    for match in _ALIAS.finditer(text):
        names = [name for name in _CALLED.findall(match[1]) if not _PRONOUN.fullmatch(name)]
        full = han_before(text, match.start(), 24)
        if names and full and names[0] not in found.values():
            found[full] = names[0]
    return found


def called_at_first(text: str) -> str:
    """云帆 of a text that begins 云帆科技有限公司（以下简称“云帆”）, and goes on to tell 云帆."""
    body = FRONT.sub("", text[:3000]).lstrip()
    called = ((full, short) for full, short in aliases(body[:120]).items() if body.startswith(full))
    return next((short for _, short in called if text.count(short) >= 3 and may_be_a_name(short)), "")


def announcing(text: str) -> str:
    """云帆 of a text that begins 云帆（300999.SZ）公告称，公司…: whom it calls 公司."""
    found = _ANNOUNCING.search(FRONT.sub("", text[:3000])[:200])
    return found[1] if found and may_be_a_name(found[1]) and not tag_of(found[1]) else ""


def find_firms(text: str) -> set[str]:
    """Firms that the text names in full (X有限公司, X is kept), and what it calls them for short."""
    found = set(aliases(text).values())
    found |= {name for name in _LISTED.findall(text) if may_be_a_name(name)}
    found |= {name for name in _DEFINED.findall(text) if text.count(name) >= 2 and may_be_a_name(name)}
    runs = {han_before(text, match.start(), 14) for match in _FULL.finditer(text)}
    for run in sorted(runs):
        words = plain_words(run)
        first = len(words)
        while first and (len(words[first - 1]) == 1 or tag_of(words[first - 1])[:1] in _IN_NAMES):
            if words[first - 1] in _BESIDE or tag_of(words[first - 1]) == "v":
                break
            first -= 1
        name = "".join(words[first:])
        if len(name) >= 4 and may_be_a_name(name):
            found.add(name)
    return found


def registered(text: str) -> str:
    """The first company that the text names in full: X股份有限公司."""
    found = re.finditer(
        rf"(?<![一-鿿]){_MADE}({HAN}{{2,10}}?)(?:股份)?(?:有限公司|有限责任公司)", text[:2000]
    )
    name = next((match[1] for match in found if not _POST.match(match[1])), "")
    name = _LED_TO.sub("", name)
    return name if len(name) > 1 and not any(char in name for char in "的是为了在与和由") else ""


def founded(text: str) -> str:
    """What the text says was founded, where it names that again: 在铁皮屋里创立了云岫."""
    found = (match[1] or match[2] for match in _CREATED.finditer(text[:2000]))
    return next(
        (name for name in found if text.count(name) >= 2 and may_be_a_name(name) and not tag_of(name)),
        "",
    )


def titled(document: Document, text: str) -> str:
    """The company that a title begins with: X大事记, X2023年年度报告."""
    coded = _HEADED.match(document.title)
    if coded and may_be_a_name(coded[1]) and not tag_of(coded[1]):
        return coded[1]
    body = FRONT.sub("", text[:3000]).lstrip()[:60]
    for line in (document.title, body.splitlines()[0] if body else ""):
        match = re.match(rf"\W*{_DATED}({HAN}{{2,8}}?(?:{COMPANY_ENDINGS}))(?!{HAN}{{0,3}}(?:家|们))", line)
        recorded = match is not None and re.match(_RECORD, line[match.end() :]) is not None
        if not match:
            quoted = re.search(rf"[「“]({HAN}{{2,8}}(?:店|馆|社|厂|坊|院|{COMPANY_ENDINGS}))[」”]", line)
            if quoted and text.count(quoted[1]) >= 2:
                return quoted[1]
        if match and (recorded or text.count(match[1]) >= 2):
            name = re.sub(r"(?<=..)(?:集团|公司)$", "", match[1])  # 云帆集团: 云帆
            if may_be_a_name(name):
                return name
    return ""


def titled_by_story(document: Document, text: str) -> str:
    """The name that a title tells a story of, and that the text repeats: 顺禾IPO始末, 顺禾：从小店到上市."""
    match = _STORY.match(document.title)
    name = match[1] if match else ""
    known = name and (tag_of(name) or not may_be_a_name(name))
    return "" if known or text.count(name) < 3 else name


def latin_company(text: str) -> str:
    counts = Counter(
        m[1]
        for m in re.finditer(
            rf"(?<![A-Za-z])([A-Z][A-Za-z]{{2,20}}(?:\s[A-Z][A-Za-z]{{2,20}})?)\s?(?={COMPANY_HEADS}|\b(?:Inc|Ltd|Corp|Group|Bank)\b)",
            text,
        )
    )
    counts = Counter({name: count for name, count in counts.items() if name not in COMMON_LATIN})
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
