"""What cannot come before what: no firm is listed or sells before it is founded, nobody leaves a firm before joining it.

A *step* is one act of somebody with a date: (云帆科技, listed), (王岚, joined 云帆科技). Two steps are held
against each other only where each is told of one time, and where no word says that something began anew.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline.checks import anniversaries
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.checks.sides import Side, of_mention
from timeline.lexicon.exchanges import exchanges_in
from timeline.model import Check, Mention

_LISTED = re.compile(r"(?P<who>.*?)(?:上市|挂牌|敲钟|登陆|\blisted\b)")
_MOVED = re.compile(r"(?P<act>加入|入职|离开|离职|\bjoin(?:ed|s)\b|\bleft\b)了?\s?")
_FIRST_THING = re.compile(
    r"(?P<who>.*?)(?:推出|发布|开出|开设|开张|售出|卖出|下线|生产).{0,8}?(?:首|第一)[款家个台辆座]"
)
_LEAVES = frozenset({"离开", "离职", "left"})
_NOT_DONE = re.compile(
    r"周年|上市[时后前]|之[前后时]|计划|预计|拟|将|没有|未能|推迟|取消|申请|筹备|准备|递交|辅导|传闻|曾想|想要|打算|plan|will|expect"
)
# Something began anew: the same name stands for another firm, or somebody came back.
_ANEW = re.compile(
    r"改制|重组|借壳|更名|改名|合并|分拆|吸收|私有化|退市|重新|再次|再度|二次|二度|前身|回归|重返|回到|重回|转板|新[一-鿿]{0,4}成立|集团(?:公司)?(?:正式)?成立|股份(?:有限)?公司(?:正式)?成立|rejoin|return|renamed|merge|relist"
)


class Step(NamedTuple):
    side: Side
    name: str


def find(readings: Sequence[Reading]) -> Iterator[Check]:
    """Checks of kind date, from both orders."""
    founded = _foundings(readings)
    yield from _pairs(founded, _listings(readings), "listed-before-founded")
    yield from _pairs(founded, _first_things(readings), "done-before-founded")
    joined, left = _moves(readings)
    yield from _pairs(joined, left, "left-before-joined")


def _pairs(firsts: dict[str, list[Step]], seconds: dict[str, list[Step]], code: str) -> Iterator[Check]:
    for key in sorted(firsts.keys() & seconds.keys()):
        first, second = _one(firsts[key]), _one(seconds[key])
        if first and second and second.side.latest < first.side.earliest:
            yield make(
                code, first.side.span, second.side.span,
                name=first.name, text=first.side.words, other=second.side.words,
            )  # fmt: skip


def _one(steps: Sequence[Step]) -> Step | None:
    """The sharpest telling of a step, where all of its tellings can be of one time."""
    ordered = sorted(steps, key=lambda s: ((s.side.latest - s.side.earliest).days, s.side.span))
    return None if any(ordered[0].side.excludes(step.side) for step in ordered) else ordered[0]


def _foundings(readings: Sequence[Reading]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = defaultdict(list)
    for name, reading, birth in anniversaries.foundings(readings):
        span = reading.locate(birth.start, birth.end)
        step = Step(Side(span, reading.text[birth.start : birth.end], birth.date, *birth.days), name)
        if not _ANEW.search(reading.text[slice(*reading.sentence(birth.start))]):
            found[name].append(step)
    return found


def _told(reading: Reading, mention: Mention) -> str:
    """The clause of a fact; "" where it is not done, or done anew."""
    start, end = reading.place(mention.start), reading.place(mention.end - 1) + 1
    words = reading.text[start:end]
    around = reading.text[slice(*reading.sentence(start))]
    return "" if mention.modality != "fact" or _NOT_DONE.search(words) or _ANEW.search(around) else words


def _listings(readings: Sequence[Reading]) -> dict[str, list[Step]]:
    return _acts(readings, lambda words: _LISTED.search(words) if exchanges_in(words) else None)


def _first_things(readings: Sequence[Reading]) -> dict[str, list[Step]]:
    return _acts(readings, _FIRST_THING.search)


def _acts(
    readings: Sequence[Reading], search: Callable[[str], re.Match[str] | None]
) -> dict[str, list[Step]]:
    """What each firm is told to have done, where a fact names it alone and before the act."""
    found: dict[str, list[Step]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            words = _told(reading, mention)
            told = search(words) if words else None
            named = [name for name in mention.entities if told and name in told["who"]]
            if told and len(named) == 1 and len(mention.entities) == 1:
                found[named[0]].append(Step(of_mention(reading, mention), named[0]))
    return found


def _moves(readings: Sequence[Reading]) -> tuple[dict[str, list[Step]], dict[str, list[Step]]]:
    """(who joined whom, who left whom), by both names: 王岚 加入|云帆科技."""
    joined: dict[str, list[Step]] = defaultdict(list)
    left: dict[str, list[Step]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            words = _told(reading, mention)
            moves = list(_MOVED.finditer(words))
            if len(moves) != 1 or len(mention.entities) != 2:
                continue
            move = moves[0]
            firm = next((name for name in mention.entities if words.startswith(name, move.end())), "")
            who = next((name for name in mention.entities if name in words[: move.start()]), "")
            if firm and who and who != firm:
                steps = left if move["act"] in _LEAVES else joined
                steps[f"{who}\n{firm}"].append(Step(of_mention(reading, mention), f"{who}、{firm}"))
    return joined, left
