"""When a document was published, read off its text where nothing else says it.

A *dateline* stands in the first lines, a *signature* in the last; either is a line that holds a
date and hardly anything else. Failing both, the text was written after the latest date that it
tells as past: that date, with its precision, is what is inferred. A planned date (到2030年, 未来10年)
says nothing about when a plan was written down.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from timeline import edtf
from timeline.model import Document
from timeline.text import View
from timeline.times.finding import find
from timeline.times.newest import is_coming, latest_past, plain
from timeline.times.posts import find_posts, last_post
from timeline.times.wires import PLACE_BEFORE, agency_day, day_of, lines_of, own_dates, wire_day

Day = datetime.date

_HEAD_LINES, _TAIL_LINES = 12, 8
_POSTS = 10_000  # characters in which the second of several posts has begun
WEAK = ("file properties", "file name")  # witnesses weaker than the text itself
_RESAVED = 3 * 366  # days after its latest date at which a file was only saved again
# What may stand beside the date in a dateline: labels, clock, weekday, source, counters, marks.
_BESIDE = re.compile(
    r"发布|发表|发文|更新|修改|创建|成文|印发|签发|出版|刊登|刊发|上线|时间|日期|时间为|于|北京时间|来源|作者|编辑|责编|责任编辑|记者|通讯员|撰文|文|图|浏览|阅读|点击|评论|次数|次|字号|大中小|分享|打印|收藏"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|上午|下午|晚上|早上|\d{1,2}[:：时点]\d{1,2}(?:[:：分]\d{0,2}秒?)?|第?\d+[版期号次]?"
    r"|posted|published|updated|date|on|by|at|[\s|丨/／·•,，:：;；—–\-_()（）\[\]【】<>《》#*。.=~]+",
    re.I,
)
_LABEL = re.compile(
    r"(?:发布|发表|发文|更新|成文|印发|出版|刊发|上线)?(?:时间|日期)|发布于|发表于|来源|published|posted|date:",
    re.I,
)
# 成立日期：1958年6月, in a profile: the day of a step, not of the page.
_STEP_LABEL = re.compile(
    r"(?:成立|创立|创办|设立|注册|登记|上市|挂牌|开业|投产|竣工|出生|生产|有效|起始|截止|到期)的?(?:时间|日期|年份)"
)
_SLACK = datetime.timedelta(days=31)
_ENTRY = re.compile(r"[\W_]{0,4}((?:19|20)\d\d) ?[年./-] ?(\d{0,2})")  # 2016年，公司上市
_WIRE = re.compile(r"(?:本报|本刊|本网|社|网|报|讯|消息)?[^\s，。]{0,12}$")
_WIRE_AFTER = re.compile(r"\s*(?:电|讯|消息|报道)")
_REPUBLIC_DAY = re.compile(r"[)）]\s*(1\d\d)(0[1-9]|1[0-2])([0-3]\d)\s*$")  # （編輯：…）1120418
_SIGNED = re.compile(r"(?:写于|作于|完稿于?|定稿于?|改定于?|记于|识于?|初稿|修订|签署|于)\s*$")
_PLACE = re.compile(r"\s*[于於在·•]\s*[\u4e00-\u9fff]{2,6}[。.]?")
_DAY_OF = re.compile(
    r"[^，。！？；,!?;]{0,24}(?:记录表?|纪要|实录|公告|通报|声明|讲话|致辞|发言|演讲|简报|快报|日报|早报|晚报|周报|月报|新闻稿?|发布会|说明会|专访|访谈)\s*$"
)
_OUTLET = re.compile(r"[\u4e00-\u9fff]{1,8}(?:报|网|社|刊|新闻|财经|电视台|客户端)")
_CLAUSE_MARK = re.compile(r"[，。！？；,!?;“”]")


def infer_published(document: Document, view: View) -> tuple[str, str] | None:
    """(EDTF, basis) by dateline or signature, else by the latest date told as past; None if unknown.

    basis is "dateline", "signature" or "inferred"; or one of WEAK, where what the file says of
    itself fits the text: old texts are saved again.
    """
    start = _body_start(document, view)
    if day := _of_posts(view.text):
        return day.isoformat(), "dateline"
    newest = cache(lambda: latest_past(document, view))  # only where it is asked for
    told = {
        "dateline": _dateline(view.text, start) or agency_day(view.text, start),
        "signature": _signature(view.text, start),
    }
    for basis, day in told.items():
        if day and not (_entries_after(view.text, start, day) and _is_later(newest(), day)):
            return day, basis
    found = newest()
    day = wire_day(view.text, start, found)
    if day or day is None:
        return (day, "dateline") if day else None
    if document.date_basis in WEAK and _fits(document.date_published, found):
        return document.date_published, document.date_basis
    return (found, "inferred") if found else None


def _entries_after(text: str, start: int, day: str) -> bool:
    """Do several later months open lines? Then a date alone on its line may be an entry's, in a chronicle."""
    entries = map(_ENTRY.match, lines_of(text, start, len(text)))
    later = {month for one in entries if one and (month := f"{one[1]}-{one[2].zfill(2)}") > day[:7]}
    return len(later) > 1


def _is_later(told: str, day: str) -> bool:
    """Does the text tell as past what came more than a month after that day?"""
    first, last = edtf.bounds(told)[0] if told else None, edtf.bounds(day)[1]
    return bool(first and last and first > last + _SLACK)


def _fits(made: str, told: str) -> bool:
    """Was the file made after what the text tells, and not many years after?"""
    if not told:
        return True
    made_last, told_first = edtf.bounds(made)[1], edtf.bounds(told)[0]
    if made_last is None or told_first is None:
        return False
    return told_first <= made_last <= told_first + datetime.timedelta(days=_RESAVED)


def _body_start(document: Document, view: View) -> int:
    first = document.blocks[0] if document.blocks else None
    return view.find(first.end) if first and first.kind == "front matter" else 0


def _of_posts(text: str) -> Day | None:
    """The day of the latest of several dated posts."""
    head = text[:_POSTS]
    posts = find_posts(head, find(head))
    return last_post(posts if head == text or not posts else find_posts(text, find(text)))


# ── datelines and signatures ─────────────────────────────────────────────────────────────────────


def _dateline(text: str, start: int) -> str:
    """A date in the first lines: alone, labelled, before an outlet's name, or at a title's end."""
    lines = list(islice(_lines(text, start, start + 4000), _HEAD_LINES))
    if len(text) - start < 4000:
        lines = lines[: (len(lines) + 1) // 2]
    for number, line in enumerate(lines):
        for time in own_dates(line):
            before, after = line[: time.start], line[time.end :]
            if _WIRE_AFTER.match(after) and _WIRE.fullmatch(before) and len(before) < 20:
                return time.value[:10]
            if number == 0 and not before.strip() and _DAY_OF.fullmatch(after):
                return plain(time.value)
            if (
                number < 2
                and not after.strip(" )）】]")
                and time.value[:10].count("-") == 2
                and _is_title(before)
            ):
                return plain(time.value)
            if not before.strip() and _OUTLET.fullmatch(after.strip()):
                return plain(time.value)
            rest = _BESIDE.sub("", before) + _BESIDE.sub("", after)
            if not rest or (
                _LABEL.search(before + after) and len(rest) <= 20 and not _CLAUSE_MARK.search(rest)
            ):
                return plain(time.value)
    return ""


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    """The lines of a text, without the fields of a profile."""
    return (line for line in lines_of(text, start, end) if not _STEP_LABEL.search(line[:20]))


def _is_title(words: str) -> bool:
    """A title may end with the day of writing: 调研纪要 2023-05-11."""
    return 2 <= len(words.strip()) <= 30 and not _CLAUSE_MARK.search(words) and not is_coming(words)


def _signature(text: str, start: int) -> str:
    """A date in the last lines, alone or after a name or a place.

    Dates with lines of text between them are a chronicle's; a row of a table signs nothing.
    """
    lines = list(_lines(text, max(start, len(text) - 3000), len(text)))[-_TAIL_LINES:]
    signed = [(i, day) for i, line in enumerate(lines) if "|" not in line and (day := _signed(line))]
    parted = any(b[0] - a[0] > 1 and a[1] != b[1] for a, b in pairwise(signed))
    return signed[-1][1] if signed and not parted else ""


def _signed(line: str) -> str:
    """The date of a line that holds it alone, or after a name or a place."""
    if day := _REPUBLIC_DAY.search(line):
        return day_of(int(day[1]) + 1911, int(day[2]), int(day[3]))
    for time in reversed(own_dates(line)):
        before, after = line[: time.start].strip(), line[time.end :]
        rest = _BESIDE.sub("", after)
        if (rest and not _PLACE.fullmatch(after)) or is_coming(before):
            continue
        if (
            _SIGNED.search(before)
            or not _BESIDE.sub("", before)
            or _is_name(before)
            or (before and PLACE_BEFORE.fullmatch(before) and len(before) <= 40)
        ):
            return plain(time.value)
    return ""


def _is_name(words: str) -> bool:
    """A person, a board or a place stands before the date: no sentence, no verb to speak of."""
    return (
        len(words) <= 30
        and not _CLAUSE_MARK.search(words)
        and bool(
            re.search(
                r"(?:公司|集团|董事会|监事会|委员会|办公室|部|局|院|所|社|会|中心|工作室|团队|编辑部|省|市|县)\s*$",
                words,
            )
            or len(words) <= 6
        )
    )
