"""Long lists, a part at a time: which rows stand on the page, and the ways to the others."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.ui.markup import Markup, go, span, tag
from timeline.ui.views import View


class Part(NamedTuple):
    """Rows `first`:`last` (0-based, end excluded) of `n`; `number` is 1-based."""

    number: int
    n_parts: int
    first: int
    last: int
    n: int


def part(n: int, size: int, number: int) -> Part:
    """The part of that number of `n` rows, the last one where there are not so many."""
    n_parts = max(1, -(-n // size))
    number = min(max(1, number), n_parts)
    return Part(number, n_parts, (number - 1) * size, min(n, number * size), n)


def steps(
    view: View, shown: Part, link: Callable[[int], str] | None = None, words: str = "list"
) -> Markup | None:
    """Which part is shown of how many rows, and the ways to the part before and after; none for one part."""
    if shown.n_parts < 2:
        return None
    say = view.say
    to = link or (lambda number: view.link(part=number))
    ways = [span("", say(f"{words}.part", first=shown.first + 1, last=shown.last, n=shown.n))]
    if shown.number > 1:
        ways.append(go(to(shown.number - 1), say("list.earlier"), class_="bn-link", data_key="earlier"))
    if shown.number < shown.n_parts:
        more = say(f"{words}.more", n=shown.n - shown.last)
        ways.append(go(to(shown.number + 1), more, class_="bn-link", data_key="later"))
    return tag("nav", *ways, class_="bn-more", aria_label=say("list.parts"))
