"""What words would be read as before anything is built: a document's first times, a date typed by hand."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

import streamlit as st

from timeline import edtf
from timeline.errors import UserError
from timeline.words.readings import ABOUT

FIRST = 1200  # characters whose times are shown
MOST = 12  # of them
LARGE = 8 << 20  # bytes; what is larger takes too long for a look
_ABOUT = re.compile(rf"(?:{ABOUT})\s*", re.IGNORECASE)
_CONTAINERS = {".zip", ".mbox", ".tar", ".gz"}


@dataclass(frozen=True)
class Preview:
    """`reason` is set where the document cannot be read; `times` are (as written, read as, rule)."""

    title: str = ""
    date_published: str = ""
    date_basis: str = ""
    n_chars: int = 0
    media_type: str = ""
    encoding: str = ""
    times: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""
    container: bool = False


@st.cache_data(max_entries=64, show_spinner=False)
def preview(data: bytes, name: str, published: str = "") -> Preview:
    """Read one document and the times of its first paragraphs; what goes wrong is its `reason`."""
    from timeline import pipeline, times

    if PurePath(name).suffix.lower() in _CONTAINERS or len(data) > LARGE:
        return Preview(container=True)
    try:
        document = pipeline.read_document(data, name=name, published=published or None)
        found = times.find_times(document.text[:FIRST], document.date_published or None)
    except UserError as error:
        return Preview(reason=str(error))
    except Exception as error:  # a defect of ours must not cost the other files
        return Preview(reason=type(error).__name__)
    dates = (t for t in found if t.type in ("DATE", "TIME"))  # "for three years", "every day" date nothing
    shown = tuple((t.text, t.value, t.rule) for t in islice(dates, MOST))
    return Preview(
        document.title, document.date_published, document.date_basis, len(document.text),
        document.media_type, document.encoding, shown,
    )  # fmt: skip


@st.cache_data(max_entries=256, show_spinner=False)
def written(words: str) -> str:
    """A date as people write it (2021年3月, 30 Mar 2021, 约2010年), as EDTF; what is no date comes back as it is."""
    from timeline import times

    words = words.strip()
    if not words or edtf.is_edtf(words):
        return words
    about = _ABOUT.match(words)
    if about:
        value = written(words[about.end() :]) + "~"
        return value if edtf.is_edtf(value) else words
    found = times.find_times(words, None)
    if len(found) != 1 or found[0].end - found[0].start < len(words) or not edtf.is_edtf(found[0].value):
        return words
    return found[0].value


def in_words(date: str, lang: str) -> str:
    """An EDTF date as a form shows it: in words, where those words are read as that date again."""
    said = edtf.label(date, lang) if edtf.is_edtf(date) else date
    return said if written(said) == date else date


def is_date(words: str) -> bool:
    """Whether `written` could read it."""
    return edtf.is_edtf(words)
