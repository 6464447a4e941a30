"""Where words stand that few texts hold and few expressions ask for: seen once for a whole text.

To look for each such word takes longer than to look at every character once: its kind says where
one of the words may begin. A place may be named for nothing, but none is missing.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline.characters import kinds, places_of, taken

_KIND, _BIT = kinds(
    ended="止", report="报", report_2="告", fiscal="财会", fiscal_2="年政计", year="yY", year_2="eE",
    unit="成组设创", unit_2="立建", unit_3="了一", filed="股公柜金证民", filed_2="东开台管期国",
)  # fmt: skip


class Cues:
    """The places of such words in a text, by their names."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _kind(self) -> NDArray[np.uint16]:
        return taken(_KIND, self.text)

    def places(self, name: str) -> list[int]:
        """Where the first characters of a word are those of that name."""
        kind = self._kind
        begins = places_of(kind & _BIT[name] > 0)
        for on in (2, 3):
            if bit := _BIT.get(f"{name}_{on}"):
                begins = begins[kind.take(begins + on - 1, mode="clip") & bit > 0]
        return begins.tolist()
