"""The firm that a heading or a lead names, known by what it does there and in the text after it."""

import re

from timeline.extract.language.name_shapes import HAN, may_be_a_name, without_kind
from timeline.extract.language.words import plain_words, tag_of
from timeline.extract.who.firm_names import may_be_firm
from timeline.extract.who.introductions import FRONT
from timeline.lexicon.naming import COMPANY_ENDINGS
from timeline.model import Document

_LEAD = 60  # characters of the text that tell what a heading tells
_TITLE = 120  # characters of a title that are read
_RUN = re.compile(rf"{HAN}+")
# Where a name may begin within a run: after 的, or after when something was told (近日, 2月23日晚间).
_BEGINS = re.compile(
    r"的|^(?:[年月日号]|近日|日前|今日|今天|昨日|昨天|昨|晚间|下午|上午|近期|消息|其中|关于|对话|专访|探访|揭秘|解读)+"
)
_LONGEST = 8
# What firms do, or have, right after their name.
_DOES = re.compile(
    r"(?:正式|已经?|将|拟|也|曾|首次|最新|终于|刚刚?|再次|再度|再|又|还|今[日天]?|昨[日天晚]?|日前|近日|随后|率先|成功|\d{4}年)*"
    r"(?:宣布|发布|公布|公告|披露|官宣|推出|成立|创立|诞生|上市|登陆|敲钟|递交|递表|完成|启动|收购|实现|IPO|招股|创始人|创办人|董事长|总裁|CEO"
    r"|旗下|门店|营收|净利|市值|股价|集团|公司|是一家|[（(](?:股票代[码号])?[:：]?\d{4,6}[.)）]|的(?:创始人|创办人|董事长|门店|营收|股价|市值)"
    r"|融资|领投|[估产]值|第[一二三四]季|科技|汽车|酒[厂坊]|破[万千百发]|冲刺|冲击|闯关|赴港|赴美|退市|从[^，。]{2,6}退市|砸|扩[产厂])"
)
_ALONE = re.compile(r"(?:破[万千百发]|冲刺|冲击|闯关|赴港|赴美|上市|登陆|递表|IPO)")  # told of a firm alone
_OWN_TEXT = re.compile("公司|品牌|门店|集团")
_PLAIN = frozenset({"n", "b", "a", "m", "t", "f", "v", "vn", "s", "an"})  # tags of words that name nobody
_LED = "经由据自从随因按"
_MOST = 200  # places of one name that are looked at


def heading_firm(document: Document, text: str, people: set[str]) -> str:
    """The firm that acts in a heading or in a lead, and that the text names again; "" for none.

    遇见云岫 of 主打山味的遇见云岫，做到了IPO: what stands before 的 only says of what kind it is.
    """
    title = document.title.rstrip("…")[:_TITLE]
    for line in dict.fromkeys((title, FRONT.sub("", text[:3000]).lstrip()[:_LEAD])):
        if firm := _best(line, text, people):
            return firm
    return _in_title_alone(title, text, people) if not document.title.endswith("…") else ""


def _best(line: str, text: str, people: set[str]) -> str:
    """Of the names that a line's clauses begin with, the one that acts most; of equals the longest, then the first."""
    deeds = {
        name: count
        for name in _names_in(line)
        if name not in people
        and (told := text.count(name)) >= 2
        and (((count := deeds_of(name, text)) >= 2 and told >= 3) or (count and deeds_of(name, line)))
    }
    return max(deeds, key=lambda name: (deeds[name], len(name)), default="")


def _in_title_alone(title: str, text: str, people: set[str]) -> str:
    """云岫咖 of 云岫咖破万店, over a text that only speaks of 公司, 品牌 or 门店."""
    if len(_OWN_TEXT.findall(text[:2000])) < 3:
        return ""
    for name in _names_in(title):
        place = title.find(name)
        after = title[place + len(name) :]
        whole = title[:place].endswith("的") and len(name) > 2 and after[:1] in ("，", ",") and "IPO" in after
        if name not in people and (whole or _ALONE.match(after)):
            return name
    return ""


def _names_in(line: str) -> list[str]:
    found: list[str] = []
    for run in _RUN.findall(line):
        starts = {0, *(match.end() for match in _BEGINS.finditer(run))}
        starts |= {start + len(run[start:]) - len(without_kind(run[start:])) for start in starts}
        for start in sorted(starts):
            most = min(_LONGEST, len(run) - start)
            found += [run[start : start + size] for size in range(2, most + 1)]
    return [name for name in dict.fromkeys(found) if looks_like_firm(name)]


def looks_like_firm(name: str) -> bool:
    """Neither a word of the dictionary, nor words that only say of what kind something is (全球|智能|手机)."""
    if not may_be_a_name(name) or not may_be_firm(name):
        return False
    tag = tag_of(name)
    if tag:
        return tag in ("nz", "nt")
    words = plain_words(name)
    if (
        words[0][0] in _LED
        or name[-1] in "总母子分"
        or (len(words[-1]) > 1 and tag_of(words[-1])[:1] in ("v", "d"))
    ):
        return False
    tags = [tag_of(word)[:2] for word in words]
    ending = re.search(rf"(?:{COMPANY_ENDINGS})$", name)
    odd = any(len(word) == 1 for word in words)
    return bool(ending) or odd or any(tag not in _PLAIN for tag in tags)


def deeds_of(name: str, text: str) -> int:
    """How often the name stands right before what firms do or have."""
    place, count = text.find(name), 0
    for _ in range(_MOST):
        if place < 0:
            break
        count += _DOES.match(text, place + len(name)) is not None
        place = text.find(name, place + len(name))
    return count
