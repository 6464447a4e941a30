"""Whether two mentions tell one event: one weighing of what agrees and what does not.

Vocabulary: the *evidence* for it is a list of (weight, reason); the weights, in tenths, are added to one
*score*, and a pair of more than 0 is one event. What agrees in all but one field is one event that its
sources tell differently: a date apart or another sum weighs against it, and is outweighed where the step
is taken once. What names two things (two rounds, two models, the first and the second) is a veto.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from timeline.extract.events.marks import BRANCH, Figure, Marks
from timeline.extract.who.romanized import sounds_like
from timeline.model import Mention

Evidence = tuple[int, str]

TWO_DATES = "told with two dates"
NEVER = -1000
PRIOR = -25
SILENT, STRANGE = 0.13, 0.12  # no name of the one sounds like one of the other, not even the firm's
COVER, CHANCE = 50, 0.25  # for all that the headlines say, told by the other; the share that is no news
MONTH = 31  # days by which a season may begin sooner or end later than by the calendar
_SEASON = re.compile(r"-2[1-4]\b")
FARTHEST = 800  # days between two dates of one event, if they disagree
_WIDTHS = ((31, 14), (100, 11), (366, 6), (800, 0))  # days of the wider date, what it weighs that both fit
_WIDE, _APART = -12, -15
_ONCE = frozenset({"found", "list", "delist", "rename"})  # a firm does this once
_ONCE_EACH = frozenset(
    {
        "open",
        "acquire",
        "unveil",
        "sale",
        "appoint",
        "fund",
        "recall",
        "leave",
        "export",
        "rolloff",
        "deliver",
    }
)  # with one thing
_YEARLY = frozenset({"revenue", "profit"})  # one of each for a period
_MILESTONE = frozenset({"deliver", "rolloff", "open"})
_OF_ANY_KIND = frozenset({"items", "companies", "units"})  # 8家, 8个: of what is told elsewhere
_FEW = 100  # a smaller count is told of many things
_MONEY_OR_SHARE = re.compile(r"[A-Z]{3}|percent")
# Where these are said, two are one only if both say so.
_SAID = frozenset({"denied", "hypothetical", "forecast"})
_SELF = re.compile("本?公司|集团|我们|我司|本行|企业|作者|股份|有限")
_ROUNDED, _COARSELY = 0.005, 0.05


def score_of(left: Mention, right: Mention, a: Marks, b: Marks, rarity: Mapping[str, int]) -> Evidence:
    """How surely the two tell one event (0 or less: they do not), and why, in words."""
    gap = gap_of(left, right)
    if gap > FARTHEST or (
        gap > 0 and not (a.steps & b.steps or a.rounds & b.rounds or a.ordinals & b.ordinals)
    ):
        return 0, ""
    if at_odds(left, right, a, b):
        return 0, ""
    told = list(_evidence(left, right, a, b, rarity))
    said = [reason for weight, reason in told if reason and (weight > 0 or reason == TWO_DATES)]
    return PRIOR + sum(weight for weight, _ in told), "; ".join(said)


def at_odds(left: Mention, right: Mention, a: Marks, b: Marks) -> bool:
    """Whether the two name two things, or only one of them tells what has happened."""
    if left.modality != right.modality and not _SAID.isdisjoint((left.modality, right.modality)):
        return True
    return (
        vetoed(a, b)
        or _two_foundings(a, b)
        or (_is_within(left, right) and gap_of(left, right) > 0)
        or (
            bool(a.steps & b.steps & _ONCE)
            and bool(BRANCH.search(left.name)) != bool(BRANCH.search(right.name))
        )
    )


def _is_within(left: Mention, right: Mention) -> bool:
    """Whether one telling stands inside the other: ended | nine months in the lead."""
    if left.doc_id != right.doc_id:
        return False
    return (
        left.start <= right.start <= right.end <= left.end
        or right.start <= left.start <= left.end <= right.end
    )


def _two_foundings(a: Marks, b: Marks) -> bool:
    """Whether two things were founded: no two characters in a row are in both names."""
    sides = [[_SELF.sub("", name) for name in mark.founded] for mark in (a, b)]
    if not all(sides) or any(len(name) < 2 for names in sides for name in names):
        return False
    pairs = {name[at : at + 2] for name in sides[0] for at in range(len(name) - 1)}
    return not any(pair in name for name in sides[1] for pair in pairs)


def vetoed(a: Marks, b: Marks) -> bool:
    """Two rounds, two models, two places of listing, the first and the second of one kind."""
    sides = ((a.rounds, b.rounds), (a.models, b.models), (a.places, b.places))
    return any(x and y and not x & y for x, y in sides) or (not _same_ordinal(a, b) and _other_ordinal(a, b))


def _evidence(
    left: Mention, right: Mention, a: Marks, b: Marks, rarity: Mapping[str, int]
) -> Iterator[Evidence]:
    steps, figures = a.steps & b.steps, agreeing(a, b)
    if steps or (a.steps and b.steps):
        yield (18, f"same step: {', '.join(sorted(steps))}") if steps else (-25, "")
    if left.name == right.name:
        yield 20, f"same headline: {left.name}"
    if figures:
        many = len(figures) > 1 or max(value for value, _ in figures) >= _FEW
        yield 30 if many else 15, f"same figure: {_said(figures)}"
    elif contradicting(a.figures, b.figures):
        yield -35, ""
    yield from _shared(a, b)
    for x, y in ((a.names, b.names), (a.tags, b.tags)):
        if x and y and a.latin == b.latin:
            yield 5 if x & y else -10, ""
    if bool(a.tags) != bool(b.tags) and a.latin == b.latin:
        yield -4, ""
    if left.doc_id == right.doc_id:
        yield -8, ""
    alike, reason = _heard(a, b) if a.latin != b.latin else _alike(a, b, rarity)
    strange = "found" in steps and alike == STRANGE  # it may be another firm's
    yield (
        round(COVER * (alike - CHANCE)) - 30 * strange if a.latin != b.latin or (a.name and b.name) else 0,
        reason,
    )
    gap = gap_of(left, right)
    if gap <= 0:
        narrow, wide = sorted((mention.latest - mention.earliest).days for mention in (left, right))
        once = 20 * bool(steps & _ONCE) or 35 * bool(
            steps & _YEARLY and left.date == right.date and a.name == b.name
        )
        yield (
            next((weight for days, weight in _WIDTHS if wide <= days), _WIDE) + once + 3 * (narrow < wide),
            "",
        )
    else:
        once = 25 * bool(steps & _ONCE) or 15 * _once_each(a, b, steps, alike, figures)
        yield (_APART + once if once and gap <= FARTHEST and a.stages == b.stages else NEVER), TWO_DATES


def _shared(a: Marks, b: Marks) -> Iterator[Evidence]:
    """What names the very thing."""
    if same := _same_ordinal(a, b):
        yield 35 if max(same) > 1 else 20, f"number {max(same):g}"
    sides = ((35, a.rounds & b.rounds), (10, a.models & b.models), (10, a.places & b.places))
    yield from ((weight, ", ".join(sorted(shared))) for weight, shared in sides if shared)
    if phrases := a.phrases & b.phrases:
        yield 35 if len(phrases) > 1 else 8, f"same words: {' · '.join(sorted(phrases))}"


def _once_each(a: Marks, b: Marks, steps: frozenset[str], alike: float, figures: Collection[Figure]) -> bool:
    """Whether both tell a step that is taken once with one thing: a round of money, the 1000th piece, a named product."""
    same = _same_ordinal(a, b)
    if any(number > 99 for number in same) or a.rounds & b.rounds or (same and a.models & b.models):
        return True
    reached = {value for value, unit in figures if not _MONEY_OR_SHARE.fullmatch(unit) and value >= _FEW}
    shared = same or a.name == b.name or a.tags & b.tags or a.models & b.models or a.names & b.names
    named = alike > 0.8 or (alike > 0.5 and shared)
    return bool(steps & _MILESTONE and reached) or bool(steps & _ONCE_EACH and named)


def _alike(a: Marks, b: Marks, rarity: Mapping[str, int]) -> tuple[float, str]:
    """The share of what both headlines say that the other telling says as well; the rarer pieces count more."""
    low, high = sorted(
        sum(rarity.get(piece, 100) for piece in one.name & other.told)
        / max(sum(rarity.get(piece, 100) for piece in one.name), 100)
        for one, other in ((a, b), (b, a))
    )
    shared = sorted(a.name & b.told | b.name & a.told)
    return 0.65 * low + 0.35 * high, f"same words: {' '.join(shared)}" if shared else ""


def _heard(a: Marks, b: Marks) -> tuple[float, str]:
    """Names that sound alike in two languages: of the firm, so that it may be the same; of others, as evidence."""
    chinese, latin = (b, a) if a.latin else (a, b)
    heard = sorted(name for name in chinese.names | chinese.name if sounds_like(name, latin.text))
    if heard:
        return min(len(heard), 2) * 0.25 + CHANCE, f"told in two languages: {' '.join(heard)}"
    firm = any(sounds_like(name, latin.text) for name in (*chinese.firms, *chinese.founded))
    return SILENT if firm else STRANGE, "told in two languages"


def gap_of(left: Mention, right: Mention) -> int:
    """Days between the two dates; 0 or less where both can be true: to some, May is summer."""
    gap = max((right.earliest - left.latest).days, (left.earliest - right.latest).days)
    return gap - MONTH if gap > 0 and _SEASON.search(f"{left.date} {right.date}") else gap


def _same_ordinal(a: Marks, b: Marks) -> set[float]:
    return {n for n, what in a.ordinals for m, other in b.ordinals if n == m and _of_one_kind(what, other, 1)}


def _other_ordinal(a: Marks, b: Marks) -> bool:
    return any(
        n != m and (what or other) and _of_one_kind(what, other, 0)
        for n, what in a.ordinals
        for m, other in b.ordinals
    )


def _of_one_kind(left: str, right: str, short: int) -> bool:
    """Whether two counted things can be one: 分厂 and 工厂; of a name that is `short` (a measure word, or none) nothing is known."""
    return min(len(left), len(right)) <= short or not set(left).isdisjoint(right)


def agreeing(a: Marks, b: Marks) -> set[Figure]:
    """The figures of either headline that the other telling has, if only rounded."""
    one = {x for x in a.figures for y in b.counted if is_one_figure(x, y)}
    return one | {y for y in b.figures for x in a.counted if is_one_figure(x, y)}


def contradicting(left: Collection[Figure], right: Collection[Figure]) -> bool:
    """Whether both count the same, and differently: a price a share and a sum raised do not."""
    pairs = [(x, y) for x in left for y in right if x[1] == y[1]]
    return bool(pairs) and not any(is_one_figure(x, y) for x, y in pairs)


def is_one_figure(one: Figure, other: Figure) -> bool:
    """Whether one figure is the other with fewer digits: two at least, one of a sum of money."""
    (value, unit), (told, kind) = one, other
    gap, most = abs(value - told), max(value, told)
    if (unit != kind and not {unit, kind} & _OF_ANY_KIND) or gap > _COARSELY * most:
        return False
    if gap <= _ROUNDED * most:
        return True
    digits = min(_digits(value), _digits(told))
    if digits < 2:
        return unit.isupper() and len(unit) == 3  # a currency
    return f"{value:.{digits - 1}e}" == f"{told:.{digits - 1}e}"


def _digits(value: float) -> int:
    """How many digits a figure is told with: 2 of 1,200,000,000."""
    return len(f"{value:.9e}".split("e")[0].rstrip("0").replace(".", ""))


def _said(figures: Collection[Figure]) -> str:
    return ", ".join(f"{value:g} {unit}" for value, unit in sorted(figures))
