"""One document → what happened (mentions) and what was measured (observations)."""

from collections.abc import Sequence

from timeline.extract.events.mentions import find_mentions
from timeline.extract.measures.observations import find_observations
from timeline.model import Document, Mention, Observation, Quantity, Timex
from timeline.progress import Tell, quiet, stage
from timeline.text import View

__all__ = ["extract"]


def extract(
    document: Document,
    view: View,
    times: Sequence[Timex],
    quantities: Sequence[Quantity],
    tell: Tell = quiet,
) -> tuple[list[Mention], list[Observation]]:
    """The mentions and observations of one document. Linear time, deterministic."""
    mentions = find_mentions(document, view, times, stage(tell, 0, 0.8))
    return mentions, find_observations(document, view, times, quantities, stage(tell, 0.8, 1))
