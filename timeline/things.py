"""What a number of a firm is told of where the firm has several: cars and phones, one team and another. Pure.

Pieces sold are parted only where the numbers of one measure and one owner are told of two goods or
more; a firm that sells nothing but cars may count them as it likes (50万台, 12万辆). A firm's prices
and the people of its teams are always told of something: where the text says of what, the series says it.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from timeline.lexicon.goods import BY_MEASURE, GOODS, TEAMS
from timeline.tables import Timeline
from timeline.text import to_simplified

_NAMES = {word: good.name for good in GOODS for word in good.words.split()}
_WORDS = re.compile(
    "|".join(
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in sorted(_NAMES, key=lambda word: (-len(word), word))
    )
)
_COUNTED = frozenset({"units", "items"})
_PRICES = frozenset({"price", "average_price"})
_STAFF = frozenset({"headcount", "rd_headcount"})
_CLAUSE = re.compile(r"[，。；！？\n,;]")
_SENTENCE = re.compile(r"[。；！？;!?]|\n\s*\n")
_TEAM = re.compile(
    rf"(?:^|[的是在有为、，,。；：\s“”])(?P<team>[一-鿿A-Za-z]{{2,8}}?(?:{'|'.join(TEAMS.split())}))"
)
_BEFORE_TEAM = re.compile(r"[的是在有为了起个支和与]|建立|成立|组建|拥有")
_ANY_TEAM = re.compile(r"^的?(?:团队|队伍)")
_WHOLE = re.compile(r"^(?:[我你他]们|公司|集团|整个|全部|核心|这个|一个|创始|创业|研发|技术|管理|员工|专业)")
_AFTER = 8  # characters after a number in which what it counts is named: 30万台智能|手机

_READ = ("observation_id", "doc_id", "about", "property", "unit", "unit_text", "prefix", "suffix")


def find_things(whole: Timeline, subject_of: Callable[[dict], str], firm: str = "") -> dict[str, str]:
    """observation_id → what it is told of, of those whose series must be parted by it; `firm` is the collection's."""
    groups: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    sure: set[tuple[str, str]] = set()
    cells = (whole.observations[name].tolist() for name in _READ)
    for values in zip(*cells, strict=True):
        row = dict(zip(_READ, values, strict=True))
        subject = subject_of(row)
        group = row["property"], subject
        if row["unit"] in _COUNTED:
            groups[group][row["observation_id"]] = _thing(row)
        elif subject == firm and firm and row["property"] in _PRICES | _STAFF:
            found = _priced(row) if row["property"] in _PRICES else _team(row, firm)
            groups[group][row["observation_id"]] = found
            sure.add(group)
    return {
        told: thing
        for group, things in groups.items()
        if len({thing for thing in things.values() if thing}) > 1 or group in sure
        for told, thing in things.items()
        if thing
    }


def _thing(row: dict) -> str:
    """What the words of a number say that it counts; "" where they do not."""
    after = _plain(_CLAUSE.split(row["suffix"], maxsplit=1)[0][:_AFTER])
    clause = _plain(_CLAUSE.split(row["prefix"])[-1])
    named = (
        _WORDS.search(after) or _last(clause) or _last(_sentence(row)) or _WORDS.search(_plain(row["about"]))
    )
    return _NAMES[named[0]] if named else BY_MEASURE.get(row["unit_text"], "")


def _priced(row: dict) -> str:
    """What costs that much: named beside the number, or last in its sentence."""
    after = _plain(_CLAUSE.split(row["suffix"], maxsplit=1)[0][:_AFTER])
    named = _WORDS.search(after) or _last(_sentence(row)) or _last(_plain(row["prefix"]))
    return _NAMES[named[0]] if named else ""


def _team(row: dict, firm: str) -> str:
    """The team whose people they are: 手机研发团队; "" where it may be all of the firm."""
    told = [_BEFORE_TEAM.split(match["team"])[-1] for match in _TEAM.finditer(_sentence(row))]
    teams = [team.removeprefix(firm) for team in told]
    named = [team for team in teams if not _WHOLE.match(team) and team not in TEAMS.split()]
    if named:
        return named[-1]
    return "团队" if _ANY_TEAM.match(row["suffix"]) else ""


def _sentence(row: dict) -> str:
    """The words of the number's sentence before it, without the ends of lines."""
    return re.sub(r"\s+", "", _plain(_SENTENCE.split(row["prefix"])[-1]))


def _last(text: str) -> re.Match[str] | None:
    return next(iter([*_WORDS.finditer(text)][-1:]), None)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return text if text.isascii() else to_simplified(text)
