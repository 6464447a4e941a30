"""Fact, plan, forecast, hypothetical or denied: how a clause means what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.words import Word
from timeline.lexicon.grammar import DENIED, FORECASTS, HYPOTHETICAL, NEGATIONS, PLANS
from timeline.model import Modality, Timex

_AHEAD = re.compile(r"^未来|^今后|内$|^接下来|年后$|明年|后年|下个?月")
_DONE = re.compile(r"了|已")


def read_modality(
    words: Sequence[Word], verb: Word | None, timex: Timex | None = None, *, planned: bool = False
) -> Modality:
    """The modality of a clause with this main verb and time; `planned` if a goal was announced."""
    limit = verb.start if verb else 1 << 60
    plain = [word for word in words if word.tag not in "QB"]
    before = [word.text for word in plain if word.start <= limit]
    done = any(_DONE.fullmatch(word.text) for word in plain)
    if any(text in HYPOTHETICAL for text in before):
        return "hypothetical"
    if any(word.text in DENIED for word in plain):
        return "denied"
    if not done and any(text in FORECASTS for text in before):
        return (
            "plan"
            if any(
                text in ("投入", "投资", "建成", "投产", "推出", "发布", "交付", "上市", "开业")
                for text in (word.text for word in plain)
            )
            else "forecast"
        )
    if not done and any(text in PLANS for text in before):
        return "plan"
    if verb and any(text in NEGATIONS for text in before[-3:]):
        return "denied"
    if planned or (timex and not done and timex.type == "DURATION" and _AHEAD.search(timex.text)):
        return "plan"
    return "fact"
