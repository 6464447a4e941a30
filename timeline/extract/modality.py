"""Fact, plan, forecast, hypothetical or denied: how a clause means what it says."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.words import Word
from timeline.lexicon.grammar import DENIED, FORECASTS, HYPOTHETICAL, NEGATIONS, PLANS
from timeline.model import Modality


def read_modality(words: Sequence[Word], verb: Word | None) -> Modality:
    """The modality of a clause whose main verb is `verb`."""
    limit = verb.start if verb else 1 << 60
    texts = [word.text for word in words if word.tag not in "QB"]
    before = [word.text for word in words if word.tag not in "QB" and word.start <= limit]
    if any(text in HYPOTHETICAL for text in before):
        return "hypothetical"
    if any(text in DENIED for text in texts):
        return "denied"
    if any(text in FORECASTS for text in before):
        return "forecast"
    if any(text in PLANS for text in before):
        return "plan"
    if verb and any(text in NEGATIONS for text in before[-3:]):
        return "denied"
    return "fact"
