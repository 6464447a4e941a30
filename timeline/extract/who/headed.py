"""Whose a passage is: the firm that stands alone as its heading, or at the head of its entry."""

import re

from timeline.extract.who.entities import Cast
from timeline.extract.who.heading_firms import looks_like_firm

# 1、云岫鞋店——赵禾, 3. 临川机电。, （二）云岫烧坊：: an entry and its head.
_HEAD = re.compile(
    r"\s*(?P<count>\d{1,2}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)?\s*"
    r"(?P<name>[一-鿿]{2,14}|[A-Z][\w.&' -]{2,30}?)\s*(?:(?P<end>——)|[。：:]?\s*$)"
)
_NEAR = 4000  # characters around a head that may tell its name again


def firm_of_passage(text: str, start: int, end: int, kind: str, cast: Cast) -> str:
    """The firm that text[start:end] puts at the head of what follows; "" for none.

    Only a name that stands before a dash, or alone in its line, heads anything; the latter only where
    the text tells it again within a sentence, so that 主营业务 and 所获荣誉 are nobody's.
    """
    head = _HEAD.fullmatch(text, start, end) or _HEAD.match(text, start, end)
    begins = not start or "\n" in text[max(0, start - 2) : start + 1] or "\n" in text[start : start + 2]
    if not head or not begins or not (head["end"] or head["count"] or kind == "heading"):
        return ""
    name = head["name"]
    if name in cast.people or not (name in cast.known or looks_like_firm(name)):
        return ""
    return name if head["end"] or _is_told_again(name, text[max(0, start - _NEAR) : end + _NEAR]) else ""


def _is_told_again(name: str, text: str) -> bool:
    """Whether a name stands in a sentence of the text, not only alone."""
    return re.search(rf"[一-鿿“「，。]{re.escape(name)}|(?m:^){re.escape(name)}[一-鿿]", text) is not None
