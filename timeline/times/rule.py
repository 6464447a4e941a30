"""A rule is a row: a name in words, a pattern, a reading, an example that runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.times.readings import Reading

_NAMED = re.compile(r"\?P<(\w+)>")


class Matched(dict):
    """The named groups of a matched text; `text` is the whole of it."""

    def __init__(self, text: str, groups: dict[str, str | None]) -> None:
        super().__init__()
        self.text = text
        for name, value in groups.items():
            name = name.partition("__")[0]
            if value is not None or name not in self:
                self[name] = value


class Rule(NamedTuple):
    """`read` gets the groups and returns a reading, or None when the words do not hold together.

    `guard` sees (text, start, end) of the place and says whether it may be a time there at all.
    """

    name: str
    pattern: str
    read: Callable[[Matched], Reading | None]
    example: str
    guard: Callable[[str, int, int], bool] | None = None


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern with the second and later uses of a group's name made distinct."""
    seen: dict[str, int] = {}

    def distinct(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return f"?P<{name}>" if seen[name] == 1 else f"?P<{name}__{seen[name]}>"

    return re.compile(_NAMED.sub(distinct, pattern))
