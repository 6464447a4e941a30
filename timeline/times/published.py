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
from dataclasses import replace
from itertools import islice

from timeline import edtf
from timeline.model import Document, Timex
from timeline.text import View, sentences
from timeline.times import find_in, find_times
from timeline.times.finding import find
from timeline.times.posts import find_posts, last_post

Day = datetime.date
Dated = tuple[str, Day, Day]  # an EDTF value with its bounds

_HEAD_LINES, _TAIL_LINES = 12, 8
_POSTS = 10_000  # characters in which the second of several posts has begun
_LINE = 120  # characters; a longer line is no dateline
WEAK = ("file properties", "file name")  # witnesses weaker than the text itself
_BRIEF = 124  # days; a range no longer than a season stays a range
_RESAVED = 3 * 366  # days after its latest date at which a file was only saved again
_FINE = ("day", "month", "season")
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
_WIRE = re.compile(r"(?:本报|本刊|本网|社|网|报|讯|消息)?[^\s，。]{0,12}$")
_WIRE_AFTER = re.compile(r"\s*(?:电|讯|消息|报道)")
_SIGNED = re.compile(r"(?:写于|作于|完稿于?|定稿于?|改定于?|记于|识于?|初稿|修订|签署|于)\s*$")
_PLACE = re.compile(r"\s*[于於在·•]\s*[\u4e00-\u9fff]{2,6}[。.]?")
_OUTLET = re.compile(r"[\u4e00-\u9fff]{1,8}(?:报|网|社|刊|新闻|财经|电视台|客户端)")
_CLAUSE_MARK = re.compile(r"[，。！？；,!?;“”]")

# Words that make a date a plan: anywhere in its clause; just before it; soon after it.
_COMING = re.compile(
    r"将(?!军|领|帅|校|士|才|近|信|其|它|他|这)|即将|预计|预期|预测|力争|争取|有望|拟(?!人|态|合)|展望|届时|未来|明年|后年|今后|有效期|到期|届满|任期|远景|蓝图|前完成|前实现"
    r"|\b(?:will|plans? to|expects?|targets?|aims? to)\b",
    re.I,
)
_PLANNED = re.compile(r"(?:计划|规划|目标|愿景|打算|准备|希望|期望|定于|要)[^，。；]{0,6}$|\bby\s*$", re.I)
_INTENDED = re.compile(
    r"\s*[^，。；的]{0,8}?(?:计划(?!的|书|中|[，。；])|打算|准备|希望|要|会(?:在|于|是|推出|发布|上市|达到|有))"
)
_UNTIL = re.compile(r"(?:到|至|直到|直至|迄)\s*$")
_DONE = re.compile(r"了(?!解)|已|过(?!程|渡|硬|去)|曾|截至|截止|当时|当年|同比|达成|累计")


def infer_published(document: Document, view: View) -> tuple[str, str] | None:
    """(EDTF, basis) by dateline or signature, else by the latest date told as past; None if unknown.

    basis is "dateline", "signature" or "inferred"; or one of WEAK, where what the file says of
    itself fits the text: old texts are saved again.
    """
    start = _body_start(document, view)
    if day := _of_posts(view.text):
        return day.isoformat(), "dateline"
    if found := _dateline(view.text, start):
        return found, "dateline"
    if found := _signature(view.text, start):
        return found, "signature"
    found = _latest_past(document, view)
    if document.date_basis in WEAK and _fits(document.date_published, found):
        return document.date_published, document.date_basis
    return (found, "inferred") if found else None


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
        for time in _own_dates(line):
            before, after = line[: time.start], line[time.end :]
            if _WIRE_AFTER.match(after) and _WIRE.fullmatch(before) and len(before) < 20:
                return time.value[:10]
            if number < 2 and not after.strip() and time.value[:10].count("-") == 2 and _is_title(before):
                return _plain(time.value)
            if not before.strip() and _OUTLET.fullmatch(after.strip()):
                return _plain(time.value)
            rest = _BESIDE.sub("", before) + _BESIDE.sub("", after)
            if not rest or (
                _LABEL.search(before + after) and len(rest) <= 20 and not _CLAUSE_MARK.search(rest)
            ):
                return _plain(time.value)
    return ""


def _is_title(words: str) -> bool:
    """A title may end with the day of writing: 调研纪要 2023-05-11."""
    return 2 <= len(words.strip()) <= 30 and not _CLAUSE_MARK.search(words) and not _COMING.search(words)


def _signature(text: str, start: int) -> str:
    """A date in the last lines, alone or after a name or a place."""
    lines = list(_lines(text, max(start, len(text) - 3000), len(text)))[-_TAIL_LINES:]
    for line in reversed(lines):
        for time in reversed(_own_dates(line)):
            before, after = line[: time.start].strip(), line[time.end :]
            rest = _BESIDE.sub("", after)
            if (rest and not _PLACE.fullmatch(after)) or _COMING.search(before):
                continue
            if _SIGNED.search(before) or not _BESIDE.sub("", before) or _is_name(before):
                return _plain(time.value)
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


def _own_dates(line: str) -> list[Timex]:
    """The dates of a line that are complete in themselves, at least as fine as a season."""
    if len(line) > _LINE or not any(char.isdigit() or char in "一二三四五六七八九" for char in line):
        return []
    return [
        time
        for time in find_times(line)
        if time.type in ("DATE", "TIME") and time.anchored and not time.anchor and _is_fine(time.value)
    ]


def _is_fine(value: str) -> bool:
    return "/" not in value and edtf.precision(value) in _FINE and not edtf.is_approximate(value)


def _plain(value: str) -> str:
    return value.split("T")[0]


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    for line in text[start:end].split("\n"):
        if line.strip():
            yield line.strip()


# ── the latest date told as past ─────────────────────────────────────────────────────────────────


def _latest_past(document: Document, view: View) -> str:
    times = find_in(replace(document, date_published="", date_basis=""), view)
    told = [time for time in times if time.type in ("DATE", "TIME")]
    kinds = _kinds(told, view)
    past = [dated for time in told if kinds[time.start] == "past" and (dated := _dated(time))]
    open_ended = [dated for time in told if kinds[time.start] == "until" and (dated := _dated(time))]
    if not past:
        return ""
    newest = max(day for _, day, _ in past)
    # A date after 到 is past if the text has reached that time elsewhere, or nearly so.
    past += [dated for dated in open_ended if dated[1] <= newest + datetime.timedelta(days=366)]
    value, earliest, latest = max(past, key=lambda dated: (dated[1], -dated[2].toordinal()))
    after = [
        day for time in told if kinds[time.start] != "future" for day in _partial(time, earliest, latest)
    ]
    if after and (latest - earliest).days > 0:
        first = max(after)
        last = latest if edtf.precision(value) == "month" else edtf.last_day(first.year, first.month)
        return edtf.from_bounds(first, last)
    return value


def _dated(time: Timex) -> Dated | None:
    """A time that is complete in itself, with its bounds; a long range counts with its end."""
    if time.earliest is None or time.anchor:
        return None
    value = _plain(time.value)
    brief = time.latest is not None and (time.latest - time.earliest).days <= _BRIEF
    if "/" in value and not brief:
        first, last = value.split("/", 1)
        value = first if last in ("", "..") else last
    value = value.rstrip("~?%")
    try:
        earliest, latest = edtf.bounds(value)
    except ValueError:
        return None
    if earliest is None or latest is None or edtf.precision(value) in ("decade", "century"):
        return None
    return value, earliest, latest


def _partial(time: Timex, earliest: Day, latest: Day) -> list[Day]:
    """The day of a date without a year (12月2日), read in the latest date's year, if inside that date."""
    match = re.fullmatch(r"(XXXX|\d{4})-(\d\d)-(\d\d)", time.value)
    if not match or not time.anchor or match[1] not in ("XXXX", str(latest.year)):
        return []
    try:
        day = Day(latest.year, int(match[2]), int(match[3]))
    except ValueError:
        return []
    return [day] if earliest < day <= latest else []


def _kinds(times: list[Timex], view: View) -> dict[int, str]:
    """For each time, by its start: told as past, as future, or as an end that may be either."""
    kinds: dict[int, str] = {}
    waiting = iter(times)
    time = next(waiting, None)
    for start, end in sentences(view.text):
        while time is not None and view.find(time.start) < end:
            kinds[time.start] = _kind(view.text, start, end, view.find(time.start), view.find(time.end))
            time = next(waiting, None)
        if time is None:
            break
    return {**{time.start: "past" for time in times}, **kinds}


def _kind(text: str, start: int, end: int, first: int, last: int) -> str:
    before = text[max(start, first - 30) : first]
    after = text[last : min(end, last + 40)]
    clause = re.split(r"[，,：:。；;]", before)[-1] + "|" + re.split(r"[，,。；;]", after)[0]
    if _DONE.search(clause) and not re.search(r"即将|将于|预计|计划", clause):
        return "past"
    if _COMING.search(clause) or _COMING.search(before) or _PLANNED.search(before) or _INTENDED.match(after):
        return "future"
    return "until" if _UNTIL.search(before) and not _DONE.search(after) else "past"
