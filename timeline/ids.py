"""Ids come from content: the same words in the same document give the same id in every build."""

import hashlib
from collections.abc import Iterable

from timeline.model import Mention, Observation

_LENGTH = 11


def digest(prefix: str, *parts: object) -> str:
    """`prefix` (one letter for a kind of record) and the first 11 hex digits of the parts' sha256."""
    content = "\x1f".join(str(part) for part in parts)
    return prefix + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def mention_id(mention: Mention) -> str:
    """From the place of the evidence and of its time, and the date: not from the headline."""
    timex = mention.timex
    return digest("m", mention.doc_id, mention.start, mention.end, timex.start, timex.end, mention.date)


def observation_id(observation: Observation) -> str:
    """From the place of the number, and what it measures: not from whom it is told of."""
    quantity = observation.quantity
    return digest("o", observation.doc_id, quantity.start, quantity.end, observation.property)


def event_id(mention_ids: Iterable[str]) -> str:
    """From the smallest mention id: a further source rarely changes it, their order never."""
    return "e" + min(mention_ids)[1:]
