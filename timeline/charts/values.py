"""The vertical scale of a chart of numbers: from 0, or logarithmic, with few round ticks."""

import math

from timeline.series import Point


class Values:
    """The vertical scale: from 0, or logarithmic; positions in px, downwards."""

    def __init__(self, points: tuple[Point, ...], log: bool, top: float, bottom: float) -> None:
        ends = [end for point in points for end in point.ends]
        self.top, self.bottom = top, bottom
        self.log = log and bool(ends) and min(ends) > 0
        if self.log:
            self.ticks = _log_ticks(min(ends), max(ends))
            self.low, self.high = math.log10(self.ticks[0]), math.log10(self.ticks[-1])
        else:
            self.ticks = _round_ticks(min([0.0, *ends]), max([0.0, *ends]))
            self.low, self.high = self.ticks[0], max(self.ticks[-1], *ends) if ends else self.ticks[-1]

    def y(self, value: float) -> float:
        at = math.log10(max(value, 1e-12)) if self.log else value
        share = (at - self.low) / ((self.high - self.low) or 1.0)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - self.top)


def _round_ticks(low: float, high: float) -> list[float]:
    """At most four round values that cover 0 and the data."""
    if high <= low:
        return [0.0, 1.0]
    span = high - low
    power = 10.0 ** math.floor(math.log10(span))
    step = next(s * power / 10 for s in (1, 2, 5, 10, 20, 50, 100) if span / (s * power / 10) <= 3)
    first = math.floor(low / step + 1e-9)
    # The last tick may stand below the highest value: the plot reaches a little over it.
    last = max(math.floor(high / step + 1e-9), first + 1)
    return [round(step * index, 10) for index in range(first, last + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    last = max(last, first + 1)
    step = max(1, math.ceil((last - first) / 3))
    return [10.0**power for power in range(first, last + step, step)]
