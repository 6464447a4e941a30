"""Whether two mentions tell one event: what they say agrees, or it can only have happened once.

A strength (0: not one event; stronger pairs are joined first) and the reason, in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from timeline.extract.events.marks import BRANCH, Figure, Marks
from timeline.model import Mention

APART_AT_MOST = 800  # days between two dates of one milestone, if they disagree
CLOSE = 100  # days between two dates of one step that is seldom taken twice
_WIDE = 800  # days: a date wider than this places an event only roughly
ROUNDED = 0.005  # share by which two figures of one thing may differ
COARSELY = 0.05  # the same, where one is told with a single digit: 9亿元 for 8.6亿元
BOUGHT = 6.5  # how surely two purchases of one thing in one year are one
_BUYS = re.compile(r"收购|并购|兼并|买下|吞并")
_DAY_ONE = frozenset({"found", "list"})  # happen once in a company's life
_ONCE = frozenset({"deliver", "rolloff", "unveil", "sale", "acquire", "produce", "sell", "open"})
_OFFICES = frozenset({"appoint", "resign"})
_VAGUE = frozenset({"rank", "win", "bring", "commit"})  # 拿下, 取得: how it was done says another word
_SELDOM = frozenset({"delist", "acquire", "rename", "appoint", "sale"})
# A step has stages, each with a date of its own: 宣布收购 in June and 完成收购 in August are no contradiction.
_STAGES = re.compile(r"宣布|公告|签|拟|获批|批准|通过|启动|开始|完成|过户|交割")
_SHORT = 2  # characters: such a word names no single thing
_MONTH = 31  # days


def agreeing(left: Iterable[Figure], right: Iterable[Figure]) -> frozenset[Figure]:
    """The figures of the one that the other has, too, if only rounded: 100亿元 and 100.18亿元, 12亿元 and 12.35亿元."""
    return frozenset(
        (value, unit)
        for value, unit in left
        for other, kind in right
        if _of_one_unit(unit, kind) and _is_rounded(value, other, coarsely=unit.endswith("元"))
    )


def contradicting(left: Collection[Figure], right: Collection[Figure]) -> bool:
    """Whether both count the same, and differently: a price a share and a sum raised do not."""
    comparable = any(_of_one_unit(unit, kind) for _, unit in left for _, kind in right)
    return comparable and not agreeing(left, right)


def _of_one_unit(left: str, right: str) -> bool:
    """Whether two units are one, as far as they are told: 230 million is of any."""
    return left == right or not (left and right)


def _is_rounded(left: float, right: float, *, coarsely: bool) -> bool:
    """Whether one figure is the other with fewer digits: two at least, one of a sum of money."""
    gap, most = abs(left - right), max(left, right)
    if gap > COARSELY * most or gap <= ROUNDED * most:
        return gap <= ROUNDED * most
    digits = min(_digits(left), _digits(right))
    if digits < 2:
        return coarsely
    shown = {f"{left:.{digits - 1}e}", f"{right:.{digits - 1}e}"}
    return len(shown) == 1


def _digits(value: float) -> int:
    """How many digits a figure is told with: 2 of 1,200,000,000."""
    return len(f"{value:.9e}".split("e")[0].rstrip("0").replace(".", ""))


def same_event(left: Mention, right: Mention, a: Marks, b: Marks) -> tuple[float, str]:
    """How surely the two tell one event (0: not), and why, in words."""
    if _gap(left, right) > APART_AT_MOST and not a.acts & b.acts & _DAY_ONE:
        return 0.0, ""
    figures = agreeing(a.figures, b.figures)
    if contradicting(a.figures, b.figures) or (a.products and b.products and not a.products & b.products):
        return 0.0, ""
    if left.modality != right.modality and {left.modality, right.modality} & {
        "denied",
        "hypothetical",
        "forecast",
    }:
        return 0.0, ""
    if not _overlap(left, right):
        return _same_once(left, right, a, b)
    if left.name == right.name:
        return 9.0, f"same headline: {left.name}"
    acts, shared = a.acts & b.acts, a.words & b.words
    told = a.acts - _VAGUE and b.acts - _VAGUE  # 拿下55%的股权 may be any step
    if (a.acts or b.acts) and not acts and (told or len(shared) < 3):
        phrases = _telling(a, b)
        return (6.0, f"same words: {' · '.join(phrases)}") if len(phrases) >= 2 else (0.0, "")
    alone = not a.names and not b.names
    if figures and shared and left.modality == right.modality == "fact" and (a.names & b.names or alone):
        return 5.5, f"same measure and figure: {' '.join(sorted(shared))}, {_said(figures)}"
    alike = _alike(a, b)
    step = ", ".join(sorted(acts))
    if "acquire" in acts and (bought := _bought_by_both(left, right)):
        return BOUGHT, f"same step: acquire ({bought})"
    if figures and acts:
        return 8.0, f"same step and figure: {step}, {_said(figures)}"
    if a.latin != b.latin:
        return _same_abroad(left, right, acts, step)
    needed = 0.6 if acts else 0.75
    if _days(left) > _WIDE or _days(right) > _WIDE:
        needed += 0.2
    if shared and alike >= needed and not _one_sided(a, b):
        if acts:
            return 4.0 + alike, f"same step: {step} ({' '.join(sorted(shared))})"
        if len(shared) >= 2:
            return 3.0 + alike, f"same words: {' '.join(sorted(shared))}"
    plain = not (a.words or b.words) or ("list" in acts and not (a.words and b.words))
    if acts & (_DAY_ONE | {"anniversary"}) and a.names & b.names and plain:
        return 7.0, f"same step: {step} ({' '.join(sorted(a.names & b.names))})"
    told_when = min(_days(left), _days(right)) <= _MONTH or (a.words and b.words)
    nested = _nested(a.names, b.names) and _nested(a.words, b.words)
    if acts & _OFFICES and a.names & b.names and nested and told_when:
        return 6.5, f"same step: {step} ({' '.join(sorted(a.names & b.names))})"
    phrases = _telling(a, b)
    if len(phrases) >= 2:
        return 6.0, f"same words: {' · '.join(phrases)}"
    return 0.0, ""


def _nested(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one of the two may say more, but neither something else."""
    return left <= right or right <= left


def _bought_by_both(left: Mention, right: Mention) -> str:
    """What both say was bought in the same year, whoever is named as its buyer: the firm, or its founder."""
    one, other = (_BUYS.split(mention.name, maxsplit=1)[-1].strip() for mention in (left, right))
    short, long = sorted((one, other), key=len)
    told = left.modality == right.modality == "fact" and max(_days(left), _days(right)) <= 366
    both = _BUYS.search(left.name) and _BUYS.search(right.name)
    return short if told and both and len(short) >= 4 and short in long else ""


def _same_abroad(left: Mention, right: Mention, acts: frozenset[str], step: str) -> tuple[float, str]:
    """Whether two languages tell one step: a milestone of the company, on the same day or month."""
    near = _days(left) <= 31 and _days(right) <= 31 and min(left.importance, right.importance) >= 2
    if near and left.modality == right.modality and acts & (_DAY_ONE | {"acquire", "delist"}):
        return 3.5, f"same step at the same time, told in two languages: {step}"
    return 0.0, ""


def _same_once(left: Mention, right: Mention, a: Marks, b: Marks) -> tuple[float, str]:
    """Whether two mentions with dates that exclude each other tell what can only have happened once."""
    if left.modality != "fact" or right.modality != "fact" or left.doc_id == right.doc_id:
        return 0.0, ""
    gap = _gap(left, right)
    acts, figures, names = a.acts & b.acts, a.figures & b.figures, a.names & b.names
    if acts & _DAY_ONE and names and a.words == b.words and not a.figures and not b.figures:
        return (
            5.0,
            f"happens once, told with two dates: {', '.join(sorted(acts))} ({' '.join(sorted(names))})",
        )
    if gap <= CLOSE and (found := _same_seldom(left, right, a, b))[0]:
        return found
    if gap > APART_AT_MOST or not acts & _ONCE:
        return 0.0, ""
    if figures and max(value for value, _ in figures) >= 100 and (names or not (a.names and b.names)):
        return 5.0, f"one milestone, told with two dates: {', '.join(sorted(acts))}, {_said(figures)}"
    if a.first and b.first and a.products & b.products:
        return (
            5.0,
            f"first of its kind, told with two dates: {', '.join(sorted(acts))} ({' '.join(sorted(a.products & b.products))})",
        )
    return 0.0, ""


def _same_seldom(left: Mention, right: Mention, a: Marks, b: Marks) -> tuple[float, str]:
    """Whether two dates that are close together are of one step that is seldom taken twice.

    One of the two may say more, but neither something else.
    """
    acts, shared = a.acts & b.acts & _SELDOM, (a.words & b.words) | (a.names & b.names)
    sharp = max(_days(left), _days(right)) <= _MONTH
    if not acts or not sharp or _stages(left) != _stages(right) or not _named(a, b, shared):
        return 0.0, ""
    apart = not (_nested(a.words, b.words) and _nested(a.names, b.names))
    if apart or bool(BRANCH.search(left.name)) != bool(BRANCH.search(right.name)):
        return 0.0, ""
    return (
        4.5,
        f"one step, told with two dates close together: {', '.join(sorted(acts))} ({' '.join(sorted(shared))})",
    )


def _named(a: Marks, b: Marks, shared: frozenset[str]) -> bool:
    """Whether what both share names whose step it is, or what it was: not 新车 alone."""
    return len(shared) > 1 and (bool(a.names & b.names) or any(len(word) > _SHORT for word in shared))


def _stages(mention: Mention) -> frozenset[str]:
    return frozenset(_STAGES.findall(mention.name))


def _gap(left: Mention, right: Mention) -> int:
    """Days between the two dates; 0 or less where both can be true."""
    return max((right.earliest - left.latest).days, (left.earliest - right.latest).days)


def _overlap(left: Mention, right: Mention) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def _days(mention: Mention) -> int:
    return (mention.latest - mention.earliest).days


def _alike(a: Marks, b: Marks) -> float:
    """Share of the shorter one's words and names that both have."""
    left, right = a.words | a.products, b.words | b.products
    return len(left & right) / (min(len(left), len(right)) or 1)


def _one_sided(a: Marks, b: Marks) -> bool:
    """Whether only one of two counted steps says how many: 交付50万台 is not 开始交付."""
    return bool(a.figures) != bool(b.figures) and bool(
        a.acts & b.acts & {"deliver", "sell", "produce", "fund", "invest", "profit", "rank", "reach", "grow"}
    )


def _telling(a: Marks, b: Marks) -> list[str]:
    """Phrases that both pieces of evidence use and that are long enough to be no accident."""
    return sorted(a.phrases & b.phrases)


def _said(figures: frozenset[tuple[float, str]]) -> str:
    return ", ".join(f"{value:g} {unit}".strip() for value, unit in sorted(figures))
