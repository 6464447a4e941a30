"""When a document was published, read off its text where nothing else says it."""

from __future__ import annotations

from timeline.model import Document
from timeline.text import View


def infer_published(document: Document, view: View) -> tuple[str, str] | None:
    """(EDTF, basis) by dateline or signature, else by the latest date told as past; None if unknown."""
    return None
