"""A Timeline: the six tables of one collection, and the texts they quote."""

import bisect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from timeline.model import Block
from timeline.tables.columns import COLUMNS
from timeline.text import to_simplified


class Texts:
    """The documents' texts and blocks by doc_id, loaded when asked for. KeyError for an unknown doc_id."""

    def __init__(self, load: Callable[[str], tuple[str, tuple[Block, ...]]]) -> None:
        self._load = load
        self._pages: dict[str, tuple[Block, ...]] = {}

    def text(self, doc_id: str) -> str:
        return self._load(doc_id)[0]

    def blocks(self, doc_id: str) -> tuple[Block, ...]:
        return self._load(doc_id)[1]

    def pages(self, doc_id: str) -> tuple[Block, ...]:
        """The blocks of a document that are pages: few, and asked for with every quotation."""
        if doc_id not in self._pages:
            self._pages[doc_id] = tuple(block for block in self.blocks(doc_id) if block.kind == "page")
        return self._pages[doc_id]


@dataclass(frozen=True)
class Timeline:
    """The tables of one collection, and the texts they quote."""

    documents: pd.DataFrame
    times: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    observations: pd.DataFrame
    checks: pd.DataFrame
    texts: Texts = field(repr=False)
    name: str = ""
    skipped: tuple[tuple[str, str], ...] = ()  # (path, reason) of what could not be read
    edits: pd.DataFrame | None = field(default=None, repr=False)  # corrections by hand, where applied

    def text(self, doc_id: str) -> str:
        return self.texts.text(doc_id)

    def blocks(self, doc_id: str) -> tuple[Block, ...]:
        return self.texts.blocks(doc_id)

    def page(self, doc_id: str, start: int) -> int:
        """The page on which a character stands, 0 where the format has no pages."""
        pages = self.texts.pages(doc_id)
        index = bisect.bisect_right(pages, start, key=lambda block: block.start) - 1
        return pages[index].page if index >= 0 else 0

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """By name, in the order of COLUMNS; `edits` is none of them."""
        return {name: getattr(self, name) for name in COLUMNS}

    @cached_property
    def homes(self) -> np.ndarray:
        """For each mention the place of its event in `events`, -1 where it is not there."""
        return pd.Index(self.events["event_id"]).get_indexer(pd.Index(self.mentions["event_id"]))

    @cached_property
    def searched(self) -> list[str]:
        """What a search looks through, of each event: its words and those of its mentions."""
        words = [list(pair) for pair in zip(*_lists(self.events, "name", "entities"), strict=True)]
        told = _lists(self.mentions, "name", "exact")
        for home, name, exact in zip(self.homes.tolist(), *told, strict=True):
            if home >= 0:
                words[home] += (name, exact.replace("\n", ""))
        cells = ["\n".join(cell).replace("\0", "") for cell in words]
        return to_simplified("\0".join(cells)).casefold().split("\0")[: len(cells)]

    @property
    def n_telling(self) -> int:
        """How many documents tell of the events."""
        return self.mentions["doc_id"].nunique()


def _lists(table: pd.DataFrame, *columns: str) -> list[list[str]]:
    return [table[column].tolist() for column in columns]
