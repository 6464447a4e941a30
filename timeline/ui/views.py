"""What a page draws from: the address, the collection that it opens, and the part that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import streamlit as st

from timeline import edtf, labels, look, words
from timeline.tables import Timeline
from timeline.ui import address as addresses
from timeline.ui import datasets, live
from timeline.ui.address import Address
from timeline.ui.markup import Markup, span


class _Spoken:
    """`labels` with its language chosen."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __getattr__(self, name: str) -> Any:
        found = getattr(labels, name)
        return partial(found, lang=self._lang) if callable(found) else found


@dataclass(frozen=True)
class View:
    """What a page draws from: the address, the whole collection, and the part that is chosen."""

    address: Address
    opened: datasets.Opened  # of a view that could not be opened, nothing is asked
    palette: look.Palette

    @property
    def lang(self) -> str:
        return self.address.lang

    @property
    def say(self) -> Callable[..., str]:
        return words.speaker(self.lang)

    @property
    def labels(self) -> Any:
        """The functions of `labels` in this language: view.labels.category("market")."""
        return _Spoken(self.lang)

    def date(self, value: str) -> str:
        """An EDTF date as people read it; "" for none."""
        return edtf.label(value, self.lang) if value and edtf.is_edtf(value) else value

    @cached_property
    def timeline(self) -> Timeline:
        return self.opened.timeline

    @cached_property
    def name(self) -> str:
        """The collection's name; without one, whom its events speak of most."""
        return self.opened.name

    @cached_property
    def shown(self) -> Timeline:
        return self.opened.selected(self.address.filters)

    @cached_property
    def places(self) -> dict[str, int]:
        """doc_id → its place in the collection, from which its siglum comes."""
        return {doc_id: place for place, doc_id in enumerate(self.timeline.documents["doc_id"])}

    @cached_property
    def documents(self) -> dict[str, dict]:
        """doc_id → its row, with `siglum`, `published` (in words) and `byline`."""
        return self.opened.documents(self.lang)

    def siglum(self, doc_id: str) -> Markup:
        document = self.documents.get(doc_id)
        if document is None:
            return Markup()
        return span("bn-siglum", document["siglum"], title=document["title"])

    def link(self, **changes: object) -> str:
        """The address of this page with changes."""
        return addresses.link(self.address.change(**changes))

    def to(self, page: str, **changes: object) -> str:
        """The address of another page in the same language, collection and filters."""
        return addresses.link(self.address.to(page, **changes))

    def visit(self, address: Address) -> None:
        """Make `address` the one in the address bar (same page); for callbacks of widgets."""
        visit(address)


def visit(address: Address) -> None:
    st.query_params.from_dict(addresses.write(address))


def open_address(address: Address) -> None:
    """For callbacks: open a view, on whatever page it is."""
    live.pretend(addresses.link(address))
