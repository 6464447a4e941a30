"""Whose story a document tells: its company, what it is called for short, and other steady names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain, islice
from operator import itemgetter

from timeline.extract.words import plain_words, tag_of
from timeline.lexicon.naming import COMMON_LATIN, COMPANY_ENDINGS, COMPANY_HEADS, GENERIC_NOUNS, NAME_EDGES
from timeline.model import Document

_HAN = r"[一-鿿]"
_HAN_RUN = rf"({_HAN}{{0,3}})"
_HAN_END = re.compile(rf"{_HAN}*$")
_STRETCH = re.compile(rf"{_HAN}{{2,}}")
_LED = re.compile(r"[在向对与和给被让由是](?=..)")
_HEAD = re.compile(COMPANY_HEADS)
_ENDING_ALONE = re.compile(COMPANY_ENDINGS)
# What a title calls the history or the report of the company that it begins with.
_RECORD = r"(?:公司)?(?:发展|企业|创业)?(?:大事[记年]|历程|编年史?|沿革|年表|\d{4}年)"
# A firm that is presented by its head, or by its founding: 对话云帆航空创始人, 云帆汽车正式成立.
_PRESENTED = re.compile(
    rf"(?<![一-鿿])(?:专访|对话|访谈|访|记|今天|注册了|创办了|成立了)?({_HAN}{{2,4}}?(?:{COMPANY_ENDINGS}))"
    rf"(?:(?:联合)?创始人|董事长|总裁|CEO|总经理|(?:正式|今天|今日)*(?:注册)?(?:成立|诞生|上市|开业))"
)
_JOINT_NAME = re.compile(rf"(?<![一-鿿])([和与及同]{_HAN}{{1,5}}?(?:{COMPANY_ENDINGS}))")
_CREATED = re.compile(
    rf"(?:创立|创办|创建|注册)了?(?:一家|名为|叫做)?[“「]?({_HAN}{{2,4}}?)(?=[”」，。、；了]|单车|公司|品牌)"
    rf"|(?<![一-鿿])({_HAN}{{2,8}}?)(?:正式)?(?:成立|创立|创建|创办|始建|诞生)于"
)
OWN = re.compile(r"我们|我司|本公司|本集团|(?<![一-鿿])公司")
# (以下简称“云帆”): what a text calls a firm from there on.
_ALIAS = re.compile(r"[（(][^（()）\n]{0,60}?(?:简称|简称为|下称|称)[：:]?([^（()）\n]{2,40})[)）]")
_CALLED = re.compile(rf"({_HAN}{{2,8}})")
_FULL = re.compile(r"(?:股份|集团|控股|实业)?有限(?:责任)?公司")
_IN_NAMES = ("", "n", "j", "b", "a", "z", "s", "g")  # tags of words that firms' names are made of
_BESIDE = frozenset("由与和及的向从对将被为于在给把并或、")
# A firm with the code of its shares: 云帆（9863）, 云帆科技(300999.SZ).
_LISTED = re.compile(
    rf"({_HAN}{{2,8}})[（(](?:股票代码|代码|代號|SH|SZ|HK|SEHK|NYSE|NASDAQ|Nasdaq)?[:：]?\s?(?:\d{{4,6}}(?:[.-](?:HK|SZ|SH|SS|BJ|TW))?|[A-Z]{{2,5}}[.-](?:US|O|N))[)）]"
)
# What is compared or summed up is no name: 较上年同期, 占全国总量.
_COMPARED = re.compile(r"同期|同比|环比|上年|去年|本年|上季|[总增数]量|总额|全国|[顺逆]差|^[较占按据累]")
_PRONOUN = re.compile(r"^(?:本|该|我)?(?:公司|集团|行|企业|股份公司|发行人|上市公司|我们|或|和|统)$")
_SO_MANY = re.compile(r"[前后第一二两三四五六七八九十几数各大]+家?")
_KIND = ("b", "m", "f")  # tags of words that say of what kind something is
_PROPER = frozenset({"nz", "nt", "nrt", "nr"})
_COUNTED = frozenset("碗台辆款家位名次场项支条种件部份张套批颗枚间户架艘年月日天岁倍层级吨元万亿千百十")


def find_company(document: Document, text: str, steady: set[str], people: set[str]) -> str:
    """The company that a document is about; "" if none."""
    name = _told_most(document, text, steady, people)
    joint = _begun_by_a_joint(text)
    return joint if joint and (not name or name in joint) else name


def _begun_by_a_joint(text: str) -> str:
    """和川动力, 与光科技: a name that sentences begin with, and whose rest never stands without its first character."""
    names = Counter(match[1] for match in _JOINT_NAME.finditer(text))
    whole = (
        name
        for name, count in names.most_common(8)
        if count >= 2 and text.count(name) == text.count(name[1:])
    )
    return min(whole, key=lambda name: (-names[name], name), default="")


def _told_most(document: Document, text: str, steady: set[str], people: set[str]) -> str:
    """The name that stands most often before words that go with companies (X公司, X宣布, X成立)."""
    grams: Counter[str] = Counter()
    for match in _HEAD.finditer(text):
        run = _before(text, match.start(), 5)
        for size in range(2, len(run) + 1):
            grams[run[-size:]] += 1
    runs = _STRETCH.findall(text)
    whole = {size: [run for run in runs if len(run) >= size] for size in (2, 3, 4)}
    opening = Counter(chain(*(map(itemgetter(slice(size)), whole[size]) for size in (2, 3, 4))))
    proper = {
        gram for gram, count in opening.items() if count >= 3 and tag_of(gram) in _PROPER and len(gram) > 1
    }
    named = {
        person[i:j] for person in people for i in range(len(person)) for j in range(i + 2, len(person) + 1)
    }
    scores: dict[str, float] = {}
    for gram in sorted({gram for gram, count in grams.items() if count >= 2} | steady | proper):
        if gram in named or not _may_be_a_name(gram) or gram[0] in _COUNTED:
            continue
        tag = tag_of(gram)
        known = 1.0 if not tag else 0.8 if tag.startswith("n") and tag != "n" else 0.4
        headed = 1.5 if gram in document.title or gram in text[:60] else 1.0
        scores[gram] = known * headed * (text.count(gram) + 3 * grams[gram])
    ranked = sorted(scores, key=lambda gram: (-scores[gram], -len(gram), gram))
    best = next((gram for gram in ranked if _begins_a_word(gram, text)), "")
    titled = _titled(document, text)
    if not best or (titled and (best in titled or 2 * text.count(titled) >= text.count(best))):
        return (
            titled
            or _registered(text)
            or _presented(document, text)
            or _founded(text)
            or _latin_company(text)
        )
    full = _registered(text)
    registered = re.search(rf"({re.escape(best)}{_HAN}{{0,6}}?)(?:股份)?(?:有限公司|有限责任公司)", text)
    if best in full and text.find(full) <= (registered.start() if registered else len(text)):
        return full
    return registered[1] if registered else _whole(best, text)


def _begins_a_word(gram: str, text: str) -> bool:
    """Whether a string is not the rest of a word (方米 in 平方米), where it stands first."""
    for match in islice(re.finditer(re.escape(gram), text), 5):
        before = _before(text, match.start(), 2)
        ends = list(accumulate(map(len, plain_words(before + gram))))
        if not before or len(before) in ends:
            return True
    return False


def find_short(company: str, text: str) -> str:
    """海川 for 海川银行, where the text uses it alone, or says that it will."""
    called = next((name for full, name in aliases(text).items() if company and company in full), "")
    if called and called != company:
        return called
    if inner := _told_alone(company, text):
        return inner
    ending = re.search(rf"(?:{COMPANY_ENDINGS})$", company)
    stem = (
        company[: ending.start()]
        if ending
        else company[:-2]
        if len(company) >= 4 and tag_of(company[-2:]) == "n"
        else ""
    )
    return (
        stem
        if len(stem) >= 2
        and not tag_of(stem).startswith("ns")
        and (
            text.count(stem) >= text.count(company) + 2
            or re.search(rf"(?<![一-鿿]){re.escape(stem)}(?:成立|创立|创办|宣布|发布|推出|收购|旗下)", text)
        )
        else ""
    )


def _told_alone(company: str, text: str) -> str:
    """四通 of 北京四通信息技术: the part of a long name that the text tells most often without it."""
    if len(company) < 7:
        return ""
    full = text.count(company)
    parts = {company[i:j] for i in range(len(company)) for j in range(i + 3, min(i + 6, len(company)) + 1)}
    counts = {part: text.count(part) - full for part in parts if _may_be_a_name(part)}
    often = {part: count for part, count in counts.items() if count >= 3}
    return min(often, key=lambda part: (-often[part] * len(part), part)) if often else ""


def aliases(text: str) -> dict[str, str]:
    """What the text says it calls firms for short, by the characters before: {…科技有限公司: 云帆}."""
    found: dict[str, str] = {}
    for match in _ALIAS.finditer(text):
        names = [name for name in _CALLED.findall(match[1]) if not _PRONOUN.fullmatch(name)]
        full = _before(text, match.start(), 24)
        if names and full and names[0] not in found.values():
            found[full] = names[0]
    return found


def find_firms(text: str) -> set[str]:
    """Firms that the text names in full (X有限公司, X is kept), and what it calls them for short."""
    found = set(aliases(text).values())
    found |= {name for name in _LISTED.findall(text) if _may_be_a_name(name)}
    runs = {_before(text, match.start(), 14) for match in _FULL.finditer(text)}
    for run in sorted(runs):
        words = plain_words(run)
        first = len(words)
        while first and (len(words[first - 1]) == 1 or tag_of(words[first - 1])[:1] in _IN_NAMES):
            if words[first - 1] in _BESIDE or tag_of(words[first - 1]) == "v":
                break
            first -= 1
        name = "".join(words[first:])
        if len(name) >= 4 and _may_be_a_name(name):
            found.add(name)
    return found


def _registered(text: str) -> str:
    """The first company that the text names in full: X股份有限公司."""
    match = re.search(rf"(?<![一-鿿])({_HAN}{{2,10}}?)(?:股份)?(?:有限公司|有限责任公司)", text[:2000])
    return match[1] if match and not any(char in match[1] for char in "的是为了在与和由") else ""


def _acts(name: str, text: str) -> bool:
    """Whether a word of the dictionary does what firms do, twice or more: 蜗牛推出…, 蜗牛在上海设立…."""
    return (
        len(
            re.findall(
                rf"{re.escape(name)}(?:推出|发布|成立|上市|宣布|获得|完成|在[^，。]{{2,8}}(?:设立|开设|上市))",
                text,
            )
        )
        >= 2
    )


def _founded(text: str) -> str:
    """What the text says was founded, where it names that again: 在铁皮屋里创立了云岫."""
    found = (match[1] or match[2] for match in _CREATED.finditer(text[:2000]))
    return next(
        (
            name
            for name in found
            if text.count(name) >= 2 and _may_be_a_name(name) and (not tag_of(name) or _acts(name, text))
        ),
        "",
    )


def _presented(document: Document, text: str) -> str:
    """The first company that is presented with an ending of companies: 对话云帆航空创始人.

    A text that presents several firms is about none of them, unless its title or a 我们 says so.
    """
    found = (match[1] for match in _PRESENTED.finditer(f"{document.title}\n{text[:2000]}"))
    name = next((name for name in found if _may_be_a_name(name)), "")
    own = name in document.title or text.count(name) >= 3 or OWN.search(text)
    return name if own else ""


def _before(text: str, end: int, most: int) -> str:
    """The Chinese characters that end at `end`, `most` at most."""
    run = _HAN_END.search(text, max(0, end - most), end)
    return run[0] if run else ""


def _titled(document: Document, text: str) -> str:
    """The company that a title begins with: X大事记, X2023年年度报告."""
    for line in (document.title, text.lstrip()[:60].splitlines()[0] if text.strip() else ""):
        match = re.match(rf"\W*({_HAN}{{2,8}}?(?:{COMPANY_ENDINGS}))(?!{_HAN}{{0,3}}(?:家|们))", line)
        recorded = match is not None and re.match(_RECORD, line[match.end() :]) is not None
        if not match:
            quoted = re.search(rf"[「“]({_HAN}{{2,8}}(?:店|馆|社|厂|坊|院|{COMPANY_ENDINGS}))[」”]", line)
            if quoted and text.count(quoted[1]) >= 2:
                return quoted[1]
        if match and (recorded or text.count(match[1]) >= 2) and _may_be_a_name(match[1]):
            return match[1]
    return ""


def _may_be_a_name(gram: str) -> bool:
    if gram in GENERIC_NOUNS or _COMPARED.search(gram):
        return False
    if (gram[0] in NAME_EDGES or gram[-1] in NAME_EDGES) and tag_of(gram) not in _PROPER:
        return False
    if any(word in gram for word in ("公司", "集团", "我们", "企业", "有限")) or _ENDING_ALONE.fullmatch(
        gram
    ):
        return False
    if any(char in "的了是被" for char in gram) and tag_of(gram) not in _PROPER:
        return False
    return tag_of(gram)[:1] in ("", "n", "j") and not _is_of_a_kind(gram)


def _is_of_a_kind(gram: str) -> bool:
    """八大|航空, 民营|银行, 自主|研发: words that say what kind, no name."""
    ending = re.search(rf"(?:{COMPANY_ENDINGS})$", gram)
    stem = gram[: ending.start()] if ending else ""
    if stem and (
        stem in GENERIC_NOUNS
        or _SO_MANY.fullmatch(stem)
        or stem in "大小各该首外全"
        or tag_of(stem)[:1] in _KIND
    ):
        return True
    words = plain_words(gram)
    return len(words) > 1 and len(words[-1]) > 1 and tag_of(words[-1]).startswith("v")


def _whole(name: str, text: str) -> str:
    """The longer name that the short one is always a part of (永和 in 永和食集)."""
    total = text.count(name)
    longer: Counter[str] = Counter()
    for match in re.finditer(rf"{re.escape(name)}(?={_HAN_RUN})", text):
        before, after = _before(text, match.start(), 2), match[1]
        longer.update(name + after[:size] for size in range(1, len(after) + 1))
        longer.update(before[-size:] + name for size in range(1, len(before) + 1))
    fixed = [
        gram
        for gram, count in longer.items()
        if count >= 0.7 * total
        and _may_be_a_name(gram)
        and not gram.endswith(("公", "集", "股", "股份", "有限"))
    ]
    if fixed:
        return min(fixed, key=lambda gram: (-len(gram), gram))
    following = Counter(
        gram
        for gram, count in longer.items()
        for _ in range(count)
        if len(gram) == len(name) + 2 and gram.startswith(name)
    )
    common = following.most_common(3)
    named = [gram for gram, _ in common if _may_be_a_name(gram)]
    if named and sum(count for _, count in common) >= 0.85 * total and following[named[0]] >= 2:
        chosen = min(named, key=lambda gram: (-following[gram], gram))
        longer_still = [
            gram for gram, count in longer.items() if gram.startswith(chosen) and count == following[chosen]
        ]
        return max(longer_still, key=len)
    return name


def steady_names(text: str) -> set[str]:
    """Strings that the dictionary does not know and that the text repeats whole: names."""
    runs = list(_starting(text))
    pairs = Counter(map(itemgetter(slice(2)), runs))
    often = [run for run in runs if pairs[run[:2]] >= 3]
    starts = Counter(run[:size] for run in often for size in range(2, len(run) + 1))
    found: set[str] = set()
    for gram, count in starts.items():
        if count < 3 or tag_of(gram) or not _may_be_a_name(gram) or not _is_odd(gram, 2):
            continue
        total = text.count(gram)
        around = Counter(text[m.end() : m.end() + 1] for m in re.finditer(re.escape(gram), text))
        if total >= (4 if _is_odd(gram) else 5) and around.most_common(1)[0][1] <= 0.5 * total:
            found.add(gram)
    return {gram for gram in found if not any(other != gram and gram in other for other in found)}


def _starting(text: str) -> Iterator[str]:
    """Two to four Chinese characters where a name may begin: after what is none, or after 在, 向, 对 …"""
    for stretch in _STRETCH.findall(text):
        yield stretch[:4]
        for led in _LED.finditer(stretch):
            yield stretch[led.end() : led.end() + 4]


def _is_odd(gram: str, longest: int = 1) -> bool:
    """Whether the dictionary can only read `gram` character by character (or nearly)."""
    words = plain_words(gram)
    barred = ("p", "d", "v", "r", "c", "m") if len(words[-1]) == 1 else ("p", "d", "v", "r", "c", "m", "a")
    if len(words) == 2 and len(words[0]) == 1 and tag_of(words[0])[:1] in barred:
        return False
    return max(map(len, words)) <= longest and min(map(len, words)) == 1


def _latin_company(text: str) -> str:
    counts = Counter(
        m[1]
        for m in re.finditer(
            rf"(?<![A-Za-z])([A-Z][A-Za-z]{{2,20}})\s?(?={COMPANY_HEADS}|\b(?:Inc|Ltd|Corp|Group|Bank)\b)",
            text,
        )
    )
    counts = Counter({name: count for name, count in counts.items() if name not in COMMON_LATIN})
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
