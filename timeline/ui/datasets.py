"""Which collection is open, read once and kept; the corrections by hand lie on top of it.

Tables are shared between readers and never changed in place.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from timeline import edited, labels, store, tables, words
from timeline.edits import Edits
from timeline.plans import Plans
from timeline.series import Series, find_series
from timeline.subjects import Subjects
from timeline.tables import Filters, Timeline
from timeline.ui import builds

DEFAULT = "seeds"
VARIABLE = "BIANNIAN_DATASET"  # the folder that `python -m timeline serve DIR` names


@dataclass(frozen=True)
class Opened:
    """A collection on disk, as it is now: `version` changes with the build and with each correction."""

    folder: Path
    stamp: int
    version: str
    collection: str = ""

    @property
    def edits(self) -> Edits:
        return Edits(self.folder)

    @property
    def timeline(self) -> Timeline:
        """The tables, corrections applied."""
        return _edited(str(self.folder), self.stamp, self.version)

    @property
    def name(self) -> str:
        """The collection's name; without one, whom its events speak of most."""
        return self.timeline.name or _most_named(str(self.folder), self.stamp, self.version)

    @property
    def plain(self) -> Filters:
        """What is shown unless something is asked for."""
        return _plain(str(self.folder), self.stamp, self.version)

    def selected(self, filters: Filters) -> Timeline:
        return _selected(str(self.folder), self.stamp, self.version, filters)

    def chronicle(self, filters: Filters, lang: str, theme: str, by: str, selected: str, width: int) -> Any:
        """The Timeline page's figure, `width` px wide; nobody may change it."""
        return _chronicle(
            str(self.folder), self.stamp, self.version, filters, lang, theme, by, selected, width
        )

    def series(self, filters: Filters) -> tuple[Series, ...]:
        """The dated series of what is chosen."""
        return _series(str(self.folder), self.stamp, self.version, filters)

    @property
    def subjects(self) -> Subjects:
        """Whose the numbers are; of all documents, whatever is chosen."""
        return _subjects(str(self.folder), self.stamp, self.version)

    @property
    def whose(self) -> pd.DataFrame:
        """observation_id → `whose`, whom a number is of, a firm by its one name; `part`, with the thing counted."""
        return _whose(str(self.folder), self.stamp, self.version)

    @property
    def plans(self) -> Plans:
        return _plans(str(self.folder), self.stamp, self.version)

    def documents(self, lang: str) -> dict[str, dict]:
        """doc_id → its row, with `siglum`, `published` and `byline`; nobody may change it."""
        return _documents(str(self.folder), self.stamp, self.version, lang)


def open_collection(name: str = "") -> Opened:
    """The collection of that name; without one, the folder being served, or the documents in seeds/.

    A collection whose documents, or whose program, changed since it was built is built again first.
    UserError where there is none.
    """
    if served() and not name:
        folder = Path(served())
    else:
        from timeline import library  # brings the extractor with it, which a served dataset never needs

        collection = library.get(name or DEFAULT)
        _built(collection.collection_id, collection.fingerprint())
        folder = collection.dataset
    return Opened(folder, _stamp(folder), Edits(folder).version(), name)


def served() -> str:
    """The folder that `python -m timeline serve DIR` opens, "" without one."""
    return os.environ.get(VARIABLE, "")


@st.cache_resource(max_entries=16, show_spinner=False)
def _built(collection_id: str, fingerprint: str) -> None:
    """Build a collection that is not current. Kept under a lock: two readers build it once.

    Not where a build was started by hand: until it is through, and where it was stopped, the pages
    show what was there before.
    """
    from timeline import library

    collection = library.get(collection_id)
    if collection.current or (builds.current(collection_id) and store.is_dataset(collection.dataset)):
        return
    if collection.files():
        collection.build()
    else:
        store.write(tables.to_timeline([], [], [], name=collection.name), collection.dataset)


def _stamp(folder: Path) -> int:
    try:
        return (folder / store.PACKAGE).stat().st_mtime_ns
    except OSError:
        return 0


@st.cache_resource(max_entries=4, show_spinner=False)
def _read(folder: str, stamp: int) -> Timeline:
    return store.read(folder)


@st.cache_resource(max_entries=4, show_spinner=False)
def _edited(folder: str, stamp: int, version: str) -> Timeline:
    return edited.apply(_read(folder, stamp), Edits(folder))


@st.cache_resource(max_entries=4, show_spinner=False)
def _plain(folder: str, stamp: int, version: str) -> Filters:
    return tables.usual(_edited(folder, stamp, version))


@st.cache_resource(max_entries=64, show_spinner=False)
def _selected(folder: str, stamp: int, version: str, filters: Filters) -> Timeline:
    return tables.select(_edited(folder, stamp, version), filters)


@st.cache_resource(max_entries=32, show_spinner=False)
def _chronicle(
    folder: str, stamp: int, version: str, filters: Filters, lang: str, theme: str, by: str, selected: str,
    width: int,
) -> Any:  # fmt: skip
    from timeline import charts  # brings plotly with it, which most pages never need

    whole = _edited(folder, stamp, version)
    columns = _columns(folder, stamp, version, by)
    return charts.timeline_figure(
        whole, filters, lang=lang, theme=theme, by=by, selected=selected, width=width, columns=columns
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _columns(folder: str, stamp: int, version: str, by: str) -> Any:
    from timeline import layout

    return layout.columns_of(_edited(folder, stamp, version), by)


@st.cache_resource(max_entries=16, show_spinner=False)
def _series(folder: str, stamp: int, version: str, filters: Filters) -> tuple[Series, ...]:
    return find_series(
        _selected(folder, stamp, version, filters),
        subjects=_subjects(folder, stamp, version),
        plans=_plans(folder, stamp, version),
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _subjects(folder: str, stamp: int, version: str) -> Subjects:
    return Subjects(_edited(folder, stamp, version))


@st.cache_resource(max_entries=4, show_spinner=False)
def _whose(folder: str, stamp: int, version: str) -> pd.DataFrame:
    told = _edited(folder, stamp, version).observations
    subjects = _subjects(folder, stamp, version)
    rows = told[["observation_id", "doc_id", "about"]].to_dict("records")
    names = {"whose": [subjects.whose(row) for row in rows], "part": [subjects.part(row) for row in rows]}
    return pd.DataFrame(names, index=told["observation_id"].tolist(), dtype=object)


@st.cache_resource(max_entries=4, show_spinner=False)
def _plans(folder: str, stamp: int, version: str) -> Plans:
    return Plans(_edited(folder, stamp, version))


@st.cache_resource(max_entries=8, show_spinner=False)
def _documents(folder: str, stamp: int, version: str, lang: str) -> dict[str, dict]:
    rows = _edited(folder, stamp, version).documents.to_dict("records")
    return {row["doc_id"]: row | _signed(place, row, lang) for place, row in enumerate(rows)}


def _signed(place: int, row: dict, lang: str) -> dict:
    written = row["date_published"], row["date_basis"], lang
    told = (row["author"] or row["publisher"], labels.published(*written))
    return {
        "siglum": labels.siglum(place, lang),
        "published": labels.published(*written, brief=True),
        "title": row["title"] or row["path"],
        "byline": words.say("comma", lang).join(part for part in told if part),
    }


@st.cache_resource(max_entries=8, show_spinner=False)
def _most_named(folder: str, stamp: int, version: str) -> str:
    entities = _edited(folder, stamp, version).events["entities"]
    named = entities.str.split("; ").explode()
    counts = named[named.fillna("") != ""].value_counts()
    return str(counts.index[0]) if len(counts) else ""
