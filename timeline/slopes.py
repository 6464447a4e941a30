"""Before and after: how much a series changed from its first stated value to its last. Pure."""

from typing import NamedTuple

from timeline import labels
from timeline.lexicon.holding_kinds import COMPARED
from timeline.series import Point, Series


class Slope(NamedTuple):
    """First stated value to last: `ratio` of their numbers, `comparator` of that ratio."""

    series: Series
    first: Point
    last: Point
    ratio: float
    comparator: str

    def words(self, lang: str = "zh") -> str:
        """> 33 倍 / > 33×: two digits are enough for a ratio."""
        digits = f"{self.ratio:.2g}" if self.ratio < 10 else f"{self.ratio:.0f}"
        sign = "" if self.comparator == "=" else f"{self.comparator}{labels.GAP}"
        return f"{sign}{digits}{labels.GAP}倍" if lang == "zh" else f"{sign}{digits}×"


def find_slopes(series: tuple[Series, ...]) -> tuple[Slope, ...]:
    """Series with two or more dates and positive numbers that differ, by how much they changed; no plans.

    Only of what has one value at a time: a firm's prices, its gifts and its meetings are many things.
    """
    made = []
    for one in series:
        if one.property not in COMPARED:
            continue
        dated = [point for point in one.points if point.at > 0 and not point.ahead]
        if len(dated) < 2 or dated[0].middle >= dated[-1].middle:
            continue
        first, last = dated[0], dated[-1]
        # Nothing grows a thousandfold between two mentions: such a pair counts different things.
        if 0.98 < last.at / first.at < 1.02 or not 0.001 < last.at / first.at < 1000:
            continue
        made.append(Slope(one, first, last, last.at / first.at, _ratio_sign(first, last)))
    return tuple(sorted(made, key=lambda s: (-s.ratio, s.series.key)))


def _ratio_sign(first: Point, last: Point) -> str:
    """What is said of last ÷ first; ≈ where nothing is known."""
    if first.is_range or last.is_range or "≈" in (first.comparator, last.comparator):
        return "≈"
    return ratio_sign(first.comparator, last.comparator) or "≈"


def ratio_sign(first: str, last: str) -> str | None:
    """What is known of last ÷ first, from what is known of the two; None if nothing is.

    > over < is more than; ≥ over = is at least; > over > may be anything.
    """
    up = last in (">", "≥") or first in ("<", "≤")
    down = last in ("<", "≤") or first in (">", "≥")
    if up and down:
        return None
    if up:
        return ">" if last == ">" or first == "<" else "≥"
    if down:
        return "<" if last == "<" or first == ">" else "≤"
    return "≈" if "≈" in (first, last) else "="
