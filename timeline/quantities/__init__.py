"""Quantities: numbers with their units, ranges and bounds, found in a text or in a document."""

from timeline.quantities.finding import find_in, find_quantities

__all__ = ["find_in", "find_quantities"]
