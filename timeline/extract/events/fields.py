"""Dates that a profile gives beside a label or in a bracket: 成立日期：1999年, | 上市 | 2004年 |, 湖畔农机（1994年上市）.

Such a date dates the step that its label names and nothing else on the page: the label is read here,
and the time is taken out of what the sentences around it are dated by.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from timeline.extract.events.anchors import can_date
from timeline.extract.events.inheriting import Scene
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.words import Word
from timeline.extract.who.entities import Cast
from timeline.extract.who.pronouns import Told
from timeline.lexicon.actions import ACTIONS
from timeline.model import Document
from timeline.text import fold

# What profiles give the day of. 发布时间 is that of the page, 签署日期 that of the paper.
_ACTS = frozenset({"found", "list", "delist", "open", "build", "sale", "rolloff", "deliver", "produce"})
_STEP = "|".join(
    sorted(
        (word for word, action in ACTIONS.items() if action.act in _ACTS and len(word) > 1),
        key=lambda w: (-len(w), w),
    )
)
_WHEN = r"(?:的?(?:日期|时间|年份|年月|日子?)|于)"
_OPENING = r"(?:^|[\n|｜•·▪■●◆])[ \t　]*(?:[-*][ \t]+)?[【\[]?"
# 成立日期：…, 上市 | …, 成立时间 …: up to the date, which ends the line or the cell
_LABEL = re.compile(
    rf"{_OPENING}(?:首次|正式|公司|企业)?(?P<step>{_STEP}|注册|设立)(?:{_WHEN}[】\]]?\s*[：:|｜]?|[】\]]?[ \t]*[：:|｜])\s*(?:\|\s*)?$"
)
# 更新日期：…, 签署时间：…: of the page or the paper; it dates nothing that is told
_OTHER = re.compile(rf"{_OPENING}[一-鿿]{{0,6}}(?:日期|时间)[】\]]?\s*[：:|｜]\s*(?:\|\s*)?$")
_END = re.compile(r"\s*(?:\||$|[\n（(，,、；;])")
_BRACKET = re.compile(rf"[（(]\s*(?:(?P<step>{_STEP})[于：:])?$")
_BRACKETED = re.compile(rf"(?:[在于][一-鿿]{{2,8}}?)?(?P<step>{_STEP})?[)），,；;]")
_NAME = re.compile(
    r"(?:公司|企业|机构|单位|中文|品牌|产品|项目)?(?:名称|全称|中文名|品牌名)\s*[：:|｜][\s|]*([一-鿿A-Za-z0-9·（）() ]{2,30})"
)
_BEFORE = re.compile(r"[一-鿿A-Za-z0-9·]{2,14}$")
_HEAD = re.compile(r"^.*(?:的|在|和|与|及|是|旗下)")
_OF_A_FIRM = re.compile(
    r"注册资本|法定代表人|法人代表|总部|证券|股票|交易所|董事长|公司名称|企业名称|员工|创始人|创办人|成立[日时]"
)
_LOOK_BACK, _AROUND = 40, 400  # characters


def find_fields(
    document: Document, find: Callable[[int], int], placed: Sequence[Placed], cast: Cast
) -> tuple[list[Scene], set[Placed]]:
    """(the steps that labels and brackets date, the times that they date or that date no step). Linear time.

    `find` places a source offset in the view. The lines are those of the source: a view joins them
    where it takes them for one sentence.
    """
    scenes, taken = list[Scene](), set[Placed]()
    for time in placed:
        if can_date(time):
            found = list(_field(document, find, time, cast))
            scenes += found
            if found or _is_of_the_page(document.text, time):
                taken.add(time)
    return scenes, taken


def _is_of_the_page(source: str, time: Placed) -> bool:
    first, last = time.timex.start, time.timex.end
    return bool(_END.match(source, last) and _OTHER.search(fold(source[max(0, first - _LOOK_BACK) : first])))


def _field(document: Document, find: Callable[[int], int], time: Placed, cast: Cast) -> Iterator[Scene]:
    source, first, last = document.text, time.timex.start, time.timex.end
    opened = (
        source[max(0, first - 5) : first].rfind("（") >= 0
        or source[max(0, first - 5) : first].rfind("(") >= 0
    )
    if not opened and not _END.match(source, last):
        return
    start = max(0, first - _LOOK_BACK)
    before, after = fold(source[start:first]), fold(source[last : last + 16])
    label = _LABEL.search(before) if _END.match(source, last) else None
    if label:
        subject = _named(document, first, cast, label["step"])
        yield from _scene(time, label["step"], subject, find(start + label.start("step")), time.end)
        return
    bracket = _BRACKET.search(before)
    closed = _BRACKETED.match(after) if bracket else None
    step = (bracket and bracket["step"]) or (closed and closed["step"])
    if bracket and closed and step:
        run = _BEFORE.search(before, 0, bracket.start())
        name = _HEAD.sub("", run[0]) if run else ""
        named = len(name) > 1 and not name.isdigit()
        begins = bracket.start() - len(name) if named else bracket.start()
        ends = find(last + max(0, closed.end("step")) - 1) + 1
        yield from _scene(time, step, name if named else cast.company, find(start + begins), ends)


def _named(document: Document, place: int, cast: Cast, step: str) -> str:
    """Whose field it is: the name that the profile gives, else the document's company, else its title."""
    around = fold(document.text[max(0, place - _AROUND) : place + _AROUND])
    action = ACTIONS.get(step)
    if action and action.act == "list" and not _OF_A_FIRM.search(around):
        return ""  # what goes on sale, too, has an 上市时间
    given = _NAME.search(around)
    title = re.split(r"[_|｜—–-]", document.title)[0].strip()
    alone = title if re.fullmatch(r"[一-鿿A-Za-z0-9]{2,14}", title) else ""
    return (given[1].strip() if given else "") or cast.company or alone


def _scene(time: Placed, step: str, subject: str, start: int, end: int) -> Iterator[Scene]:
    action = ACTIONS.get(step) or ACTIONS["成立"]
    verb = "成立" if step in ("注册", "设立") else step
    words = (
        Word(time.start, time.end, time.timex.text, "T"),
        Word(time.end, time.end, subject, "N"),
        Word(time.end, time.end, verb, "V"),
    )
    if subject:
        clause = Clause(start, end, words, (time,), 2, action)
        yield Scene(clause, time, start, end, False, Told(subject=subject, named=True))
