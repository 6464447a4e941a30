"""A drawing board: what a chart needs to draw, whoever draws it (Plotly, our own SVG).

Positions are px, y downwards. Words are plain text, or `Run`s where a line changes its colour or
weight; a board escapes what documents say, nobody else does.
"""

import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from timeline import look
from timeline.axis import Tick

CLEAR = "none"


class Run(NamedTuple):
    """A stretch of a line; "" and 0 keep the line's own colour and size."""

    text: str
    colour: str = ""
    bold: bool = False
    size: float = 0.0


Words = str | Sequence[Run]


def runs_of(words: Words) -> Sequence[Run]:
    return (Run(words),) if isinstance(words, str) else words


def crisp(value: float) -> float:
    """The middle of a pixel, so that a line of one px is one px."""
    return math.floor(value) + 0.5


class Board(ABC):
    """Shapes are drawn in the order in which they come; `rule` lies below all of them."""

    def __init__(self, palette: look.Palette) -> None:
        self.palette = palette

    @abstractmethod
    def rect(
        self, x0: float, y0: float, x1: float, y1: float, fill: str = CLEAR, line: str = CLEAR,
        width: float = 0.0, opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """A rectangle; `opacity` is that of its fill."""

    @abstractmethod
    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float = 1.0, dash: str = "solid"
    ) -> None:
        """A polyline; `dash` is solid, dot or dash."""

    @abstractmethod
    def rule(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float = 1.0) -> None:
        """A straight line under everything else."""

    @abstractmethod
    def dot(
        self, x: float, y: float, size: float, fill: str, line: str = CLEAR, width: float = 0.0,
        symbol: str = "circle", opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """circle, square, diamond, triangle-up/-down/-left/-right or x-thin, `size` wide."""

    @abstractmethod
    def text(
        self, x: float, y: float, words: Words, size: float, colour: str, align: str = "left",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """One line, its middle at `y`; `align` as in CSS."""

    @abstractmethod
    def hit(self, x0: float, y0: float, x1: float, y1: float, key: str, hover: str = "") -> None:
        """A place to click, known by `key`; the first line of `hover` is its title."""

    def outline(self, box: Sequence[float], colour: str, width: float = 1.0, dash: str = "dot") -> None:
        """A rectangle's border alone: dashes, which a filled rectangle can't have."""
        x0, y0, x1, y1 = (crisp(side) for side in box)
        self.line([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], colour, width, dash)

    def fade(self, x0: float, y0: float, x1: float, y1: float, colour: str, reach=26.0, steps=7) -> None:
        """A band whose ends fade in `steps` over at most `reach`; its core stays at 65 %."""
        # Whole pixels, so that neighbours neither overlap nor gape.
        x0, x1 = round(x0), max(round(x1), round(x0) + 2)
        reach = min(round(reach), (x1 - x0) // 2)
        edges = [round(reach * index / steps) for index in range(steps + 1)]
        for index, (near, far) in enumerate(itertools.pairwise(edges)):
            opacity = round(0.06 + (0.65 - 0.06) * index / (steps - 1), 2)
            if far > near:
                self.rect(x0 + near, y0, x0 + far, y1, colour, opacity=opacity)
                self.rect(x1 - far, y0, x1 - near, y1, colour, opacity=opacity)
        if x1 - x0 > 2 * reach:
            self.rect(x0 + reach, y0, x1 - reach, y1, colour, opacity=0.65)

    def years(self, ticks: Sequence[Tick], base: float, size: float = 12.5) -> None:
        """The texts of an axis whose line stands at `base`, in one row or in two."""
        p = self.palette
        two = any(tick.row and tick.text for tick in ticks)
        quiet = p.ink2 if two else p.ink3
        for tick in ticks:
            if tick.text:
                y = base - 10 if tick.row else base - (27 if two else 17)
                colour = p.ink if tick.major else quiet
                self.text(tick.x + 4, y, tick.text, size if tick.major else size - 1, colour, bold=tick.major)
