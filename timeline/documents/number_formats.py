"""Numbers as a spreadsheet shows them: 0.125 in the format 0.0% is 12.5%.

Kept is what a reader needs to take a number for what it is: decimals, thousands, percent, scale, and the words
and currency signs around it (ECMA-376 part 1, 18.8.31). Colours, conditions and fill are left out.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<char>.)|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,*)|(?P<plain>.)"
)


class _Format(NamedTuple):
    before: str
    after: str
    thousands: bool
    decimals: int
    scale: int  # power of ten that the number is divided by


def shown(value: float, number_format: str = "") -> str:
    """A number as it is shown; in full where the format is general, or of a kind that is not known."""
    form = _read(number_format)
    if form is None:
        return f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    separator = "," if form.thousands else ""
    return f"{form.before}{value / 10**form.scale:{separator}.{form.decimals}f}{form.after}"


@lru_cache(maxsize=1024)
def _read(number_format: str) -> _Format | None:
    """The section for positive numbers; None for dates, fractions, scientific notation and `General`."""
    around, digits = ["", ""], ""
    for token in _TOKEN.finditer(number_format):
        plain = token["plain"] or ""
        if plain == ";":
            break
        if (plain.isascii() and plain.isalpha()) or plain in ("@", "/"):
            return None
        if token["digits"] and not digits:
            digits = token["digits"]
        else:
            around[bool(digits)] += token["words"] or token["char"] or token["sign"] or plain
    if not digits:
        return None
    number = digits.rstrip(",")
    whole, _, decimals = number.partition(".")
    scale = 3 * (len(digits) - len(number)) - 2 * ("%" in around[0] + around[1])
    return _Format(around[0].lstrip(), around[1].rstrip(), "," in whole, len(decimals), scale)
