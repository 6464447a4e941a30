"""Whether two mentions tell one event: what they say agrees, or it can only have happened once.

A strength (0: not one event; stronger pairs are joined first) and the reason, in words.
"""

import re
from collections.abc import Iterable

from timeline.extract.events.figures import agreeing, contradicting
from timeline.extract.events.marks import BRANCH, Marks
from timeline.extract.who.romanized import sounds_like
from timeline.model import Mention

APART_AT_MOST = 800  # days between two dates of one milestone, if they disagree
CLOSE = 100  # days between two dates of one step that is seldom taken twice
_WIDE = 800  # days: a date wider than this places an event only roughly
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
_MONTH, _YEAR, _ANY = 31, 366, 10**7  # days
# Where these are said, two are one only if both say so.
_SAID = frozenset({"denied", "hypothetical", "forecast"})

Strength = tuple[float, str]
NOT: Strength = (0.0, "")


def reach(act: str, mark: str, marks: Marks) -> int:
    """Days between two dates up to which mentions that share an act and a mark can be one; 0: both dates hold."""
    if mark in marks.names or mark[:1].isdigit():  # a name or a figure
        if act in _DAY_ONE:
            return _ANY
        if act in _ONCE:
            return APART_AT_MOST
    return CLOSE if act in _SELDOM else 0


def same_event(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength:
    """How surely the two tell one event (0: not), and why, in words."""
    if not _overlap(left, right):
        found = _same_once(left, right, a, b)
        return found if found and not _at_odds(left, right, a, b) else NOT
    if _at_odds(left, right, a, b):
        return NOT
    if left.name == right.name:
        return 9.0, f"same headline: {left.name}"
    acts = a.acts & b.acts
    told = a.acts - _VAGUE and b.acts - _VAGUE  # 拿下55%的股权 may be any step
    if (a.acts or b.acts) and not acts and (told or len(a.words & b.words) < 3):
        return _same_phrases(a, b) or NOT
    counted = _same_figure(left, right, a, b)
    if counted or a.latin != b.latin:
        return counted or _same_abroad(left, right, a, b) or NOT
    return _same_words(left, right, a, b) or _same_names(left, right, a, b) or _same_phrases(a, b) or NOT


def _at_odds(left: Mention, right: Mention, a: Marks, b: Marks) -> bool:
    """Whether the two count differently, tell of two products, or only one of them as having happened."""
    if contradicting(a.figures, b.figures) or (a.products and b.products and not a.products & b.products):
        return True
    return left.modality != right.modality and not _SAID.isdisjoint((left.modality, right.modality))


def _same_figure(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two tell the same measure or step with the same figure, or a purchase of the same."""
    acts, shared = a.acts & b.acts, a.words & b.words
    figures = agreeing(a.figures, b.figures)
    alone = not a.names and not b.names
    if figures and shared and left.modality == right.modality == "fact" and (a.names & b.names or alone):
        return 5.5, f"same measure and figure: {' '.join(sorted(shared))}, {_said(figures)}"
    if "acquire" in acts and (bought := _bought_by_both(left, right)):
        return BOUGHT, f"same step: acquire ({bought})"
    return (8.0, f"same step and figure: {_listed(acts)}, {_said(figures)}") if figures and acts else None


def _same_words(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two tell one step, or none, in the same words."""
    acts, shared, alike = a.acts & b.acts, a.words & b.words, _alike(a, b)
    needed = 0.6 if acts else 0.75
    if _days(left) > _WIDE or _days(right) > _WIDE:
        needed += 0.2
    if not shared or alike < needed or _one_sided(a, b):
        return None
    if acts:
        return 4.0 + alike, f"same step: {_listed(acts)} ({' '.join(sorted(shared))})"
    return (3.0 + alike, f"same words: {' '.join(sorted(shared))}") if len(shared) >= 2 else None


def _same_names(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two tell one step of those whom both name, in whatever words: a founding, an office, control."""
    acts, names = a.acts & b.acts, a.names & b.names
    if not acts or not names:
        return None
    said = f"same step: {_listed(acts)} ({' '.join(sorted(names))})"
    plain = not (a.words or b.words) or ("list" in acts and not (a.words and b.words))
    if acts & (_DAY_ONE | {"anniversary"}) and plain:
        return 7.0, said
    told_when = min(_days(left), _days(right)) <= _MONTH
    if "control" in acts and told_when:
        return 6.5, said
    nested = _nested(a.names, b.names) and _nested(a.words, b.words)
    return (6.5, said) if acts & _OFFICES and nested and (told_when or (a.words and b.words)) else None


def _same_phrases(a: Marks, b: Marks) -> Strength | None:
    """Whether both pieces of evidence use phrases that are long enough to be no accident."""
    phrases = sorted(a.phrases & b.phrases)
    return (6.0, f"same words: {' · '.join(phrases)}") if len(phrases) >= 2 else None


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


def _same_abroad(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two languages tell one step: a milestone on the same day or month, or of one whose name sounds alike."""
    acts = a.acts & b.acts
    if left.modality != right.modality:
        return None
    near = _days(left) <= _MONTH and _days(right) <= _MONTH and min(left.importance, right.importance) >= 2
    if near and acts & (_DAY_ONE | {"acquire", "delist"}):
        return 3.5, f"same step at the same time, told in two languages: {_listed(acts)}"
    chinese, latin = (right, left) if a.latin else (left, right)
    if acts & (_DAY_ONE | _OFFICES) and max(_days(left), _days(right)) <= _YEAR:
        heard = sorted(
            name for name in chinese.entities if name in chinese.name and sounds_like(name, latin.name)
        )
        if heard:
            return 3.5, f"same step, told in two languages: {_listed(acts)} ({' '.join(heard)})"
    return None


def _same_once(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two mentions with dates that exclude each other tell what can only have happened once."""
    acts = a.acts & b.acts
    if not acts or left.modality != "fact" or right.modality != "fact" or left.doc_id == right.doc_id:
        return None
    names = a.names & b.names
    if acts & _DAY_ONE and names and a.words == b.words and not a.figures and not b.figures:
        return 5.0, f"happens once, told with two dates: {_listed(acts)} ({' '.join(sorted(names))})"
    gap = _gap(left, right)
    if gap <= CLOSE and (found := _same_seldom(left, right, a, b)):
        return found
    if gap > APART_AT_MOST or not acts & _ONCE:
        return None
    figures, products = a.figures & b.figures, a.products & b.products
    if figures and max(value for value, _ in figures) >= 100 and (names or not (a.names and b.names)):
        return 5.0, f"one milestone, told with two dates: {_listed(acts)}, {_said(figures)}"
    if a.first and b.first and products:
        return 5.0, f"first of its kind, told with two dates: {_listed(acts)} ({' '.join(sorted(products))})"
    return None


def _same_seldom(left: Mention, right: Mention, a: Marks, b: Marks) -> Strength | None:
    """Whether two dates that are close together are of one step that is seldom taken twice.

    One of the two may say more, but neither something else.
    """
    acts, shared = a.acts & b.acts & _SELDOM, (a.words & b.words) | (a.names & b.names)
    sharp = max(_days(left), _days(right)) <= _MONTH
    if not acts or not sharp or _stages(left) != _stages(right) or not _named(a, b, shared):
        return None
    apart = not (_nested(a.words, b.words) and _nested(a.names, b.names))
    if apart or bool(BRANCH.search(left.name)) != bool(BRANCH.search(right.name)):
        return None
    return 4.5, f"one step, told with two dates close together: {_listed(acts)} ({' '.join(sorted(shared))})"


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


def _listed(acts: Iterable[str]) -> str:
    return ", ".join(sorted(acts))


def _said(figures: frozenset[tuple[float, str]]) -> str:
    return ", ".join(f"{value:g} {unit}".strip() for value, unit in sorted(figures))
