"""Every word of the interface, in Chinese and in English: one row, one string.

Names of categories, units, statuses and measures are in `labels`, dates in `edtf`; what a document
says is never translated. `{names}` are filled by `say`; a gap after a number is a no-break space.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from timeline.words import checks, exchange, facts, frame, views

PARTS = frame.WORDS, views.WORDS, facts.WORDS, checks.WORDS, exchange.WORDS
WORDS: dict[str, tuple[str, str]] = {key: words for part in PARTS for key, words in part.items()}


def say(key: str, lang: str = "zh", **values: object) -> str:
    """The interface string `key` in `lang`, its `{names}` filled; in English one thing has no plural s."""
    words = WORDS[key][0 if lang == "zh" else 1]
    for name, value in values.items() if lang == "en" else ():
        if value == 1:
            words = re.sub(rf"(\{{{name}\}} [a-z]+)s\b", r"\1", words)
    return words.format(**values) if values else words


@lru_cache(maxsize=4)
def speaker(lang: str) -> Callable[..., str]:
    """`say` in one language: speaker("en")("page.checks") → Checks."""

    def spoken(key: str, **values: object) -> str:
        return say(key, lang, **values)

    return spoken
