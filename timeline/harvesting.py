"""harvest(): all that one document yields on its own; nothing that a file holds stops a run."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from timeline import documents, times
from timeline.errors import UnreadableError
from timeline.extract import extract
from timeline.model import Document, Extraction
from timeline.progress import Stopped, Tell, quiet, stage
from timeline.quantities import find_in as find_quantities_in
from timeline.text import View, view
from timeline.times.foundings import Founded
from timeline.times.published import WEAK, infer_published


def dated(document: Document, clean: View) -> Document:
    """The document with a date of publication read off its text, where nothing else told one."""
    if document.date_published and document.date_basis not in WEAK:
        return document
    value, basis = infer_published(document, clean) or ("", "unknown")
    return replace(document, date_published=value, date_basis=basis)


def read_document(
    path_or_bytes: str | Path | bytes, *, name: str | None = None, published: str | None = None
) -> Document:
    """One document from a file or from bytes. `published` (EDTF) overrides what the document says.

    UnreadableError (a UserError), one sentence and a hint, for whatever is no readable document.
    """
    if isinstance(path_or_bytes, bytes):
        data, known = path_or_bytes, name or "document"
    else:
        known = name or Path(path_or_bytes).name
        try:
            data = Path(path_or_bytes).read_bytes()
        except OSError as error:
            raise UnreadableError(f"“{path_or_bytes}” cannot be read: {error.strerror}.") from error
    document = documents.read(data, known, published=published or "")
    return dated(document, view(document.text))


def harvest(document: Document, founded: Founded | None = None, tell: Tell = quiet) -> Extraction:
    """All that one document yields on its own (and with the foundings that others tell)."""
    clean = view(document.text)
    document = dated(document, clean)
    tell(0.1)
    found = times.find_in(document, clean, founded)
    tell(0.2)
    quantities = find_quantities_in(document, clean, found)
    mentions, observations = extract(document, clean, found, quantities, stage(tell, 0.3, 1))
    return Extraction(document, tuple(found), tuple(quantities), tuple(mentions), tuple(observations))


def harvest_source(
    source: documents.Source, published: Mapping[str, str], tell: Tell = quiet
) -> Extraction | str:
    """An extraction, or the reason why there is none: nothing a file holds stops a run."""
    told = dict(source.told)
    date = published.get(source.path) or published.get(Path(source.path).name)
    if date:
        told |= {"published": date, "basis": "given"}
    try:
        return harvest(documents.read(source.load(), source.path, **told), tell=tell)
    except Stopped:
        raise
    except UnreadableError as error:
        return str(error)
    except MemoryError:
        return "The file is too large for this machine's memory."
    except Exception as error:  # a defect of ours must not cost the other documents
        if os.environ.get("BIANNIAN_RAISE"):  # … but tests want to see it
            raise
        return f"The file could not be worked on ({type(error).__name__}). Please report it."
