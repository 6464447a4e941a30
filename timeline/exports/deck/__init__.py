"""PowerPoint: the deck that a consultant would have made, native and editable throughout."""

from timeline.exports.deck.plan import to_pptx

__all__ = ["to_pptx"]
