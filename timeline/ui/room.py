"""How much room a chart has on the reader's screen, so that it is laid out for what it gets."""

from collections.abc import Sequence

SCROLLBAR = 12
PHONE = 640  # px; up to here columns stand under each other
GAPS = {"small": 15, "medium": 30, "large": 60}  # px between columns, as the framework has them
STEP = 20  # px; widths go by steps, so that few figures are kept for many windows


def content(window: int) -> int:
    """The width of a page's content."""
    return min(window - SCROLLBAR, 1440) - (96 if window > 900 else 40)


def column(window: int, shares: Sequence[int], place: int, gap: str, least: int = 280) -> int:
    """The width of one of several columns; never more than there is, unless that is less than `least`."""
    room = float(content(window))
    if window > PHONE:
        # The framework takes the gap from each column's share, and gives back one gap in equal parts.
        room = room * shares[place] / sum(shares) - GAPS[gap] * (len(shares) - 1) / len(shares)
    return max(int(room) // STEP * STEP, least)
