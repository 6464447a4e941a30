"""Whether the figures of two headlines agree, if only rounded, or contradict each other."""

from collections.abc import Collection, Iterable

from timeline.extract.events.marks import Figure

ROUNDED = 0.005  # share by which two figures of one thing may differ
COARSELY = 0.05  # the same, where one is told with a single digit: 9亿元 for 8.6亿元


def agreeing(left: Iterable[Figure], right: Iterable[Figure]) -> frozenset[Figure]:
    """The figures of the one that the other has, too, if only rounded: 100亿元 and 100.18亿元, 12亿元 and 12.35亿元."""
    return frozenset(one for one in left for other in right if _is_one_figure(one, other))


def contradicting(left: Collection[Figure], right: Collection[Figure]) -> bool:
    """Whether both count the same, and differently: a price a share and a sum raised do not."""
    comparable = False
    for one in left:
        for other in right:
            if _of_one_unit(one[1], other[1]):
                if _is_one_figure(one, other):
                    return False
                comparable = True
    return comparable


def _is_one_figure(one: Figure, other: Figure) -> bool:
    (value, unit), (told, kind) = one, other
    return _of_one_unit(unit, kind) and _is_rounded(value, told, coarsely=unit.endswith("元"))


def _of_one_unit(left: str, right: str) -> bool:
    """Whether two units are one, as far as they are told: 230 million is of any."""
    return left == right or not (left and right)


def _is_rounded(left: float, right: float, *, coarsely: bool) -> bool:
    """Whether one figure is the other with fewer digits: two at least, one of a sum of money."""
    gap, most = abs(left - right), max(left, right)
    if gap > COARSELY * most:
        return False
    if gap <= ROUNDED * most:
        return True
    digits = min(_digits(left), _digits(right))
    if digits < 2:
        return coarsely
    shown = {f"{left:.{digits - 1}e}", f"{right:.{digits - 1}e}"}
    return len(shown) == 1


def _digits(value: float) -> int:
    """How many digits a figure is told with: 2 of 1,200,000,000."""
    return len(f"{value:.9e}".split("e")[0].rstrip("0").replace(".", ""))
