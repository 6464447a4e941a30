"""Whose story a document tells: its company, what it is called for short, and other steady names."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain, islice
from operator import itemgetter

from timeline.extract.language.name_shapes import HAN, PROPER, followed, han_before, is_odd, may_be_a_name
from timeline.extract.language.words import plain_words, tag_of
from timeline.extract.who.heading_firms import deeds_of, heading_firm, looks_like_firm
from timeline.extract.who.introductions import (
    FRONT,
    aliases,
    announcing,
    called_at_first,
    founded,
    latin_company,
    registered,
    titled,
    titled_by_story,
)
from timeline.extract.who.persons import is_surnamed
from timeline.extract.who.reported import reported_firm
from timeline.lexicon.naming import COMPANY_ENDINGS, COMPANY_HEADS, TITLES
from timeline.model import Document

_HAN_RUN = re.compile(rf"{HAN}{{0,3}}")
_PLACES = re.compile("镇|乡|县|村|公社|大队|街道")
_GOODS = re.compile("产品")
_LEGAL = re.compile(rf"({HAN}{{0,6}}?)(?:股份)?(?:有限公司|有限责任公司)")
_STRETCH = re.compile(rf"{HAN}{{2,}}")
_LED = re.compile(r"[在向对与和给被让由是](?=..)")
_HEAD = re.compile(COMPANY_HEADS)
_JOINTS = "和与及同"  # conjunctions that also begin names
_EDGES = f"{_JOINTS}中"  # with 中, which seldom does
_JOINT_NAME = re.compile(rf"(?<![一-鿿])([{_JOINTS}]{HAN}{{1,5}}?(?:{COMPANY_ENDINGS}))")
_HALVES = ("母", "子", "分", "总")  # 归属母|公司, of 母公司
_LEGAL_FORMS = ("股份", "有限", "集团", "公司", "控股")
_KINDS = "厂业行店社馆院坊号"  # what a firm's name ends with
_OFFICE = re.compile(rf"(?:{TITLES}|议员|大班|交易所|委员会|证监会|政府|委员|代表|总统|总理|国王|大臣|司令)$")
_COUNTED = frozenset("碗台辆款家位名次场项支条种件部份张套批颗枚间户架艘年月日天岁倍层级吨元万亿千百十")


def find_company(document: Document, text: str, steady: set[str], people: set[str]) -> str:
    """The company that a document is about; "" if none."""
    name = announcing(text) or called_at_first(text) or _told_most(document, text, steady, people)
    name = "" if _is_nobody(name, document.title, text) else _complete(name, text)
    joint = _begun_by_a_joint(text) if not name else _with_its_joint(name, text)
    first = FRONT.sub("", text[:3000]).lstrip().split("\n", 1)[0]
    headed = not (first.endswith("。") and first.startswith(document.title.rstrip("…")))
    told = reported_firm(document, text) if headed and not (joint or name) else ""
    told = told if told and looks_like_firm(told) else ""
    found = joint or name or told
    found = found.removesuffix("股份") if f"{found}有限" in text else found
    return "" if found in people else found


def _is_nobody(name: str, title: str, text: str) -> bool:
    """Whether a name is an office's (立法局议员), a place's, or a person's who never does what firms do."""
    if _OFFICE.search(name):
        return True
    tag = tag_of(name)[:2]
    person = tag == "nr" or (not tag and is_surnamed(name))
    return name not in title and (tag == "ns" or person) and deeds_of(name, text) == 0


def _complete(name: str, text: str) -> str:
    """包头铝业 of 包头铝, where the same character follows it everywhere and ends a word that the name cuts."""
    following = {text[match.end() : match.end() + 1] for match in re.finditer(re.escape(name), text)}
    more = following.pop() if name and len(following) == 1 else ""
    legal = more and text[text.find(name) + len(name) :].startswith(_LEGAL_FORMS)
    cut = (
        more
        and not legal
        and re.match(HAN, more)
        and (more in _KINDS or len(plain_words(name + more)[-1]) > 1)
    )
    whole = f"{name}{more}" if cut else name
    return whole if whole == name or not may_be_a_name(whole) else _complete(whole, text)


def _begun_by_a_joint(text: str) -> str:
    """和川动力, 与光科技: a name that sentences begin with, and whose rest never stands without its first character."""
    names = Counter(match[1] for match in _JOINT_NAME.finditer(text))
    whole = (
        name
        for name, count in names.most_common(8)
        if count >= 2 and text.count(name) == text.count(name[1:])
    )
    return min(whole, key=lambda name: (-names[name], name), default="")


def _with_its_joint(name: str, text: str) -> str:
    """和川动力, of what is always 川动力 after 和 where a clause begins with the two; "" for none."""
    return next(
        (
            f"{joint}{name}"
            for joint in _EDGES
            if text.count(joint + name) == text.count(name) and re.search(rf"(?<!{HAN}){joint}{name}", text)
        ),
        "",
    )


def _told_most(document: Document, text: str, steady: set[str], people: set[str]) -> str:
    """The name that stands most often before words that go with companies (X公司, X宣布, X成立)."""
    heads, goods = _before(_HEAD, text), _before(_GOODS, text)
    grams = Counter({gram: count for gram, count in heads.items() if not gram.endswith(_HALVES)})
    places = _before(_PLACES, text).keys()  # a township or a village of that name
    runs = _STRETCH.findall(text)
    whole = {size: [run for run in runs if len(run) >= size] for size in (2, 3, 4)}
    opening = Counter(chain(*(map(itemgetter(slice(size)), whole[size]) for size in (2, 3, 4))))
    proper = {
        gram for gram, count in opening.items() if count >= 3 and tag_of(gram) in PROPER and len(gram) > 1
    }
    named = {
        person[i:j] for person in people for i in range(len(person)) for j in range(i + 2, len(person) + 1)
    }
    scores: dict[str, float] = {}
    for gram in sorted({gram for gram, count in grams.items() if count >= 2} | steady | proper):
        if gram in named or not may_be_a_name(gram) or gram[0] in _COUNTED or gram in places:
            continue
        told = text.count(gram)
        if goods[gram] >= 0.6 * told:
            continue  # mostly what such products are called
        tag = tag_of(gram)
        known = 1.0 if not tag else 0.8 if tag.startswith("n") and tag != "n" else 0.4
        headed = 1.5 if gram in document.title or gram in text[:60] else 1.0
        scores[gram] = known * headed * (told + 3 * grams[gram])
    ranked = sorted(scores, key=lambda gram: (-scores[gram], -len(gram), gram))
    best = next((gram for gram in ranked if _is_whole(gram, text)), "")
    story = titled_by_story(document, text)
    story = "" if story in people else story
    if story and best not in story and 4 * text.count(story) >= text.count(best):
        return story  # though the firms that it grew out of are told more often
    headline = titled(document, text) or story
    if not headline:
        above = heading_firm(document, text, people)
        akin = bool(best) and (above in best or best in above)
        headline = "" if akin or above in registered(text) else above
    if not best or (headline and (best in headline or 2 * text.count(headline) >= text.count(best))):
        found = (headline, registered(text), founded(text), latin_company(text))
        return next(filter(None, found), "")
    full = registered(text)
    more = followed(best, text, _LEGAL)
    if best in full and text.find(full) <= (more.start() - len(best) if more else len(text)):
        return full
    return best + more[1] if more else _whole(best, text)


def _before(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """How often a string of two to five Chinese characters stands before what the pattern finds."""
    runs = (han_before(text, match.start(), 5) for match in pattern.finditer(text))
    return Counter(run[-size:] for run in runs for size in range(2, len(run) + 1))


def _is_whole(gram: str, text: str) -> bool:
    """Whether a string is not the rest of a word (方米 in 平方米) nor stops within one (云帆产|品), where it stands first."""
    for match in islice(re.finditer(re.escape(gram), text), 5):
        before = han_before(text, match.start(), 2)
        ends = list(accumulate(map(len, plain_words(before + gram + text[match.end() : match.end() + 1]))))
        if (not before or len(before) in ends) and len(before + gram) in ends:
            return True
    return False


def find_short(company: str, text: str) -> str:
    """海川 for 海川银行, where the text uses it alone, or says that it will."""
    called = next(
        (name for full, name in aliases(text).items() if company in full and {*name} & {*company}), ""
    )  # not 远禾药业, of 云岫科技持有的北京远禾药业（以下简称“远禾药业”）
    if company and called and called != company:
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
    if company.isascii():
        words = company.split()
        leading = (" ".join(words[:size]) for size in range(1, len(words)))
        counts = {part: len(re.findall(rf"\b{re.escape(part)}\b", text)) - full for part in leading}
    else:
        parts = {
            company[i:j] for i in range(len(company)) for j in range(i + 3, min(i + 6, len(company)) + 1)
        }
        counts = {part: text.count(part) - full for part in parts if may_be_a_name(part)}
    often = {part: count for part, count in counts.items() if count >= 3}
    return min(often, key=lambda part: (-often[part] * len(part), part)) if often else ""


def _whole(name: str, text: str) -> str:
    """The longer name that the short one is always a part of (永和 in 永和食集)."""
    total = text.count(name)
    longer: Counter[str] = Counter()
    for match in re.finditer(re.escape(name), text):
        run = _HAN_RUN.match(text, match.end())
        before, after = han_before(text, match.start(), 2), run[0] if run else ""
        longer.update(name + after[:size] for size in range(1, len(after) + 1))
        longer.update(before[-size:] + name for size in range(1, len(before) + 1))
    fixed = [
        gram
        for gram, count in longer.items()
        if count >= 0.7 * total
        and may_be_a_name(gram)
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
    named = [gram for gram, _ in common if may_be_a_name(gram)]
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
        if count < 3 or tag_of(gram) or not may_be_a_name(gram) or not is_odd(gram, 2):
            continue
        total = text.count(gram)
        around = Counter(text[m.end() : m.end() + 1] for m in re.finditer(re.escape(gram), text))
        if total >= (4 if is_odd(gram) else 5) and around.most_common(1)[0][1] <= 0.5 * total:
            found.add(gram)
    return {gram for gram in found if not any(other != gram and gram in other for other in found)}


def _starting(text: str) -> Iterator[str]:
    """Two to four Chinese characters where a name may begin: after what is none, or after 在, 向, 对 …"""
    for stretch in _STRETCH.findall(text):
        yield stretch[:4]
        for led in _LED.finditer(stretch):
            yield stretch[led.end() : led.end() + 4]
