"""Who a document speaks of: people, and the author who says 我."""

import re
from collections import Counter

from timeline.extract.language.name_shapes import followed, led_up_to
from timeline.extract.language.words import tag_of
from timeline.lexicon.grammar import wordset
from timeline.lexicon.naming import COMPANY_ENDINGS, FUNCTION_SURNAMES, SURNAMES, TITLES
from timeline.model import Document

_HAN = r"[一-鿿]"
_FOUNDER = re.compile(
    r"(?<![一-鿿他她])我(?:们)?(?:一手|就|真的|当初)?(?:创办|创立|创建)了?|我的(?:\w{0,4}年)?创业"
)
_SAYS = "任(?=董事|总|首席|行长|主席|厂长|经理|CEO)|说|称|表示|指出|认为|强调|透露|坦言|回忆|写道|坦承|告诉|宣布|担任|出任|接任|兼任|卸任|辞去|加入|率领|在接受|介绍|被任命|被聘|升任|获任|就任|调任"
# One set of characters instead of hundreds of alternatives, the few of two characters before it.
_SURNAME = "(?:{}|[{}])".format(
    "|".join(name for name in SURNAMES.split("|") if len(name) > 1),
    "".join(name for name in SURNAMES.split("|") if len(name) == 1),
)
_NAME = rf"{_SURNAME}{_HAN}{{1,2}}?"
_STARTS = "".join(sorted({name[0] for name in f"{SURNAMES}|{TITLES}".split("|")}))
_PERSON = re.compile(
    rf"(?=[{_STARTS}的由与和是对给为向、，当任聘名叫宣选提委])(?:(?<![一-鿿])(?P<a>{_NAME})(?=(?:{_SAYS}|{TITLES}))"
    rf"|(?:[的由与和是对给为向、，]|当选|任命|聘请|聘任|宣布|选举|提名|委任)(?P<b>{_NAME})(?={TITLES}|(?:担任|出任|接任|兼任|为(?:公司|集团|新任|{TITLES})))"
    rf"|(?:{TITLES})(?P<c>{_NAME})(?=[^一-鿿]|[在于将说称表出担任也和与的宣向对是曾为把接因从]|{TITLES}|$)"
    rf"|(?:名叫|叫做|叫|名为)(?P<d>{_NAME})(?=的|[，,。、]))"
)
# A title right before and after, or how a life is told: there the given name may be a word (志强).
_SURE = re.compile(
    rf"(?:{TITLES})(?P<a>{_SURNAME}{_HAN}{{1,2}}?)(?=先生|女士|老师|教授|博士|[（(]|因病|逝世|辞职|出生|生于)"
    rf"|(?:(?<!{_HAN})(?P<b>{_SURNAME}{_HAN}{{1,2}}?))(?=[，,](?:男|女|现年|\d{{2}}岁|(?:19|20)\d\d年[^，,。]{{0,12}}(?:出生|生于|毕业))"
    rf"|\s?(?:19|20)\d\d年(?:\d+月)?出生|出生[于在]|生于)"
    rf"|[他她]就?是(?:[^，,。]{{0,20}}的)?(?P<c>{_SURNAME}{_HAN}{{1,2}})(?=[，,。])"
    rf"|(?P<e>{_SURNAME}{_HAN}{{1,2}}?)(?=先生|女士)"
    rf"|\d岁的(?P<d>{_SURNAME}{_HAN}{{1,2}}?)(?=[就已也便又在从将和与，,。])"
)
# Where a person who acts stands: 刚毕业的|陈小云|在…; 。|陈小云|将….
_ACTOR = re.compile(
    rf"(?:(?<=[的，。；：、“”（）\s])|^)(?P<name>{_SURNAME}{_HAN}{{2}})(?=[在于将把从带向对与和决创曾也就便又还被因以])"
)
# 陈小云、苏遥和蔡行之等: names told in a row.
_ROW = re.compile(
    rf"(?<!{_HAN})({_HAN}{{2,3}}(?:、{_HAN}{{2,3}})+)(?:[和与及]({_HAN}{{2,3}}?)(?=等|[^一-鿿]))?"
)
# Where a name may begin: after what is no Chinese, or one of three characters after what leads to a noun.
_SURNAMED = re.compile(
    rf"(?<!{_HAN})({_SURNAME}{_HAN})({_HAN}?)|(?<=[的在由与和对给为向把让被是])({_SURNAME}{_HAN}{_HAN})"
)
_OLD_FRIEND = re.compile(rf"(?:(?<![一-鿿])|(?<=[和与跟让找给对]|学|事|友|人))(老{_SURNAME})(?={_HAN})")
_NO_WORD = ("", "t", "n", "nr")
_FIRMS = "创始人|员工|用户|总部|门店|品牌|成立|上市|官方|旗下|产品|方面|高管"
_COMMON = wordset("v n d a p c r vn l i m t f ad an vd b z s j")


_OF_SHOPS = "厂店馆坊号斋"  # 云岫斋 is no Mr Yun
_FIRM_ENDS = re.compile(COMPANY_ENDINGS)
_OF_A_FIRM = re.compile(rf"{COMPANY_ENDINGS}|{_FIRMS}")
_ACTS = re.compile(rf"{_HAN}{{0,4}}(?:{_SAYS}|讲|谈|问|写|笑|亲自|自己|本人|邀请|出席|回应|{TITLES})")
# Who says 我.
_INTERVIEWED = re.compile(rf"(?:专访|对话|对谈|访谈|采访)[^，。：\n]{{0,20}}?(?:{TITLES})({_NAME})(?!{_HAN})")
_ASKS = re.compile(r"(?m)^\W{0,3}[问答Q][：:]")
_SPEAKS = re.compile(r"(?m)^\W{0,3}(?:[问答Q]|[一-鿿]{2,4})[：:]")
_I = re.compile(r"(?<![一-鿿])我(?![们国司行])")
_CALLED = re.compile(rf"(?<![一-鿿])我(?:叫|是)({_SURNAME}{_HAN}{{1,2}})(?=[，。、])")
_CREATED = re.compile(r"(?:创办|创立|创建)了?$")
_OPENED = re.compile(r"(?<![一-鿿])我[^。！？\n]{0,30}?(?:开|办|创办|创立|注册)了?$")
# 王小明：我们…: whose words a paragraph of an interview is.
_SPEAKER = re.compile(r"(?m)^\W{0,3}(?P<name>[一-鿿·]{2,6})[：:](?P<words>[^\n]*)")


def find_author(document: Document, text: str, company: str) -> str:
    """Who says 我: who answers in an interview, the author that the document names, 我叫X, or its founder."""
    if answering := _who_answers(text):
        return answering
    author = document.author.split(";")[0].strip()
    if re.fullmatch(r"[一-鿿·]{2,8}|[A-Z][\w .'-]{2,30}", author):
        return author
    asked = _INTERVIEWED.search(document.title)
    if asked and _may_be_a_person(asked[1]) and _ASKS.search(text):
        return asked[1]
    called = _CALLED.search(text)
    if called and _may_be_a_person(called[1]):
        return called[1]
    many = len(_I.findall(text[:20_000])) >= 3
    if many and not company and not _SPEAKS.search(text):
        return "作者"  # a memoir whose writer is not named
    created = many and company and led_up_to(company, text, _CREATED, 3)
    founder = company and (created or _FOUNDER.search(text) or led_up_to(company, text, _OPENED, 40))
    return f"{company}创始人" if founder else ""


def _who_answers(text: str) -> str:
    """The person whose paragraphs are marked with the name and say 我, the most often; "" for none."""
    said: Counter[str] = Counter()
    for match in _SPEAKER.finditer(text):
        if re.match(_SURNAME, match["name"]) and _may_be_a_person(match["name"]) and "我" in match["words"]:
            said[match["name"]] += 1
    name, count = max(said.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if count >= 2 else ""


def find_people(text: str) -> set[str]:
    found: set[str] = set()
    for match in _PERSON.finditer(text):
        name = match[match.lastgroup or 0]
        if _may_be_a_person(name):
            found.add(name)
    found |= {
        name
        for name in {match["name"] for match in _ACTOR.finditer(text)}
        if name[0] not in FUNCTION_SURNAMES
        and not tag_of(name)
        and _may_be_a_person(name)
        and text.count(name) >= 2
        and _has_only_a_name(name, text)
    }
    found |= _told_in_a_row(text)
    sure = {match[match.lastgroup or 0]: match.lastgroup for match in _SURE.finditer(text)}
    found |= {n for n, how in sure.items() if _is_full(n) and (how != "e" or n[0] not in FUNCTION_SURNAMES)}
    starts: Counter[str] = Counter()
    for name, more, led in _SURNAMED.findall(text):
        starts.update({name, name + more, led} - {""})
    for name, count in starts.items():
        if (
            count >= 2
            and name[0] not in FUNCTION_SURNAMES
            and _may_be_a_person(name)
            and not _is_cut_off(name, text)
            and _steady(name, text)
            and (_acts_in_person(name, text) or _has_only_a_name(name, text))
        ):
            found.add(name)
    found |= {
        name for name in _OLD_FRIEND.findall(text) if text.count(name) >= 2 and tag_of(name) in _NO_WORD
    }
    return {
        name
        for name in found
        if not any(
            other != name and other.startswith(name) and text.count(other) >= 0.8 * text.count(name)
            for other in found
        )
    }


def is_surnamed(name: str) -> bool:
    """Whether a name of two or three characters begins with a surname that is no other word."""
    return len(name) <= 3 and name[:1] not in FUNCTION_SURNAMES and re.match(_SURNAME, name) is not None


def _is_full(name: str) -> bool:
    """Whether a name has a surname that is not a part of a word (高度, 经理)."""
    return tag_of(name)[:2] in ("", "nr") and (len(name) == 2 or tag_of(name[:2])[:2] in ("", "nr"))


def _told_in_a_row(text: str) -> set[str]:
    """The names of a row in which each begins with a surname and at least two are no other words."""
    found: set[str] = set()
    for match in _ROW.finditer(text):
        names = [*match[1].split("、"), *([match[2]] if match[2] else [])]
        if all(re.match(_SURNAME, name) for name in names):
            people = [name for name in names if tag_of(name)[:2] in ("", "nr")]
            found |= set(people) if len(people) >= 2 and 2 * len(people) > len(names) else set()
    return found


def _is_cut_off(name: str, text: str) -> bool:
    """Whether a name ends amid what ends a firm's: 云岫集|团."""
    ending = followed(name[:-1], text, _FIRM_ENDS)
    return ending is not None and ending[0].startswith(name[-1])


def _acts_in_person(name: str, text: str) -> bool:
    return followed(name, text, _ACTS) is not None


def _has_only_a_name(name: str, text: str) -> bool:
    """Whether three characters that no dictionary reads otherwise are never part of a firm's name."""
    if len(name) != 3 or any(tag_of(part) for part in (name[:2], name[1:])):
        return False
    following = Counter(text[m.end() : m.end() + 2] for m in re.finditer(re.escape(name), text))
    return following.most_common(1)[0][1] <= 0.5 * text.count(name) and not followed(name, text, _OF_A_FIRM)


def _steady(name: str, text: str) -> bool:
    """Whether the characters of `name` keep together: a name does, a chance pair does not."""
    count = text.count(name)
    if count < 3:
        return False
    if len(name) == 2:
        following = Counter(text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text))
        return count >= 0.5 * text.count(name[0]) and following.most_common(1)[0][1] <= 0.6 * count
    return count >= 0.8 * text.count(name[:2])


def _may_be_a_person(name: str) -> bool:
    tag = tag_of(name)
    if tag and not tag.startswith("nr"):
        return False
    if any(char in "的了在是和我们不这那就都也与及说称从到任" for char in name[1:]):
        return False
    if name[-1] in _OF_SHOPS:
        return False
    return len(name) == 2 or not any(tag_of(part) in _COMMON for part in (name[:2], name[-2:]))
