"""Bytes → Document, whatever people have: text, Markdown, HTML, Office files, PDF, EPUB, tables, mail."""

from timeline.documents.manifest import Entry, read_manifest
from timeline.documents.reading import READERS, read
from timeline.documents.walking import Skipped, Source, walk
from timeline.errors import UnreadableError

__all__ = ["READERS", "Entry", "Skipped", "Source", "UnreadableError", "read", "read_manifest", "walk"]
