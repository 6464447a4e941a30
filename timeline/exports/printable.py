"""Text that any program can show: what a document may contain, made harmless one for one.

Documents are untrusted. Control characters break XML, a right-to-left override turns a line
around, a lone surrogate cannot be written as UTF-8. Each such character becomes U+FFFD, so that
positions inside a quotation stay true. Raw exports keep everything that UTF-8 can carry.
"""

import re

from timeline import labels

# C0 but tab and newline, DEL, C1; embedding, override and isolate controls; surrogates, non-characters.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WRAPPED = re.compile(rf"(?<=[{_CJK}“”‘’—…])\s*\n\s*|\s*\n\s*(?=[{_CJK}“”‘’—…])")


def encodable(text: str) -> str:
    """The text itself, but for lone surrogates: what UTF-8 can carry, for raw exports."""
    return _SURROGATES.sub("\ufffd", text) if not text.isascii() else text


def printable(text: str) -> str:
    """The text with every character that could break or disguise a file replaced by U+FFFD.

    A carriage return before a newline is dropped silently into it: length changes only there.
    """
    return _UNSHOWABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Printable, on one line: a break that was only wrapping inside Chinese vanishes."""
    return _SPACES.sub(" ", _WRAPPED.sub("", printable(text))).strip()


def clip(text: str, length: int) -> str:
    """At most `length` characters, with … where something was left out."""
    return text if len(text) <= length else labels.shortened(text, max(0, length - 1))


def no_formula(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP): a ' before = + - @, tab, return."""
    return "'" + text if text.lstrip(" \u00a0\ufeff\u200b").startswith(_FORMULA) else text
