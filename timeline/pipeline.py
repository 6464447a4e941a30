"""build(): the stages in order, from paths to tables.

Each document is worked on alone (`harvest`), in this process or in several; what comes after
compares documents. An interrupted build leaves the harvested documents beside the dataset folder,
and `resume` takes them up again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from timeline import __version__, documents, times
from timeline.checks import find_checks
from timeline.errors import UnreadableError, UserError
from timeline.extract import extract
from timeline.model import Document, Event, Extraction
from timeline.quantities import find_in as find_quantities_in
from timeline.tables import FIRST_YEAR, LAST_YEAR, Timeline, outside, to_timeline
from timeline.tables import Filters as _Filters
from timeline.text import View, view
from timeline.times.anchoring import Founded
from timeline.times.published import WEAK, infer_published
from timeline.unify import unify

Progress = Callable[[int, int, str], "bool | None"]
_CHUNK = 8  # documents a process takes at a time


class Stopped(UserError):
    """The person asked to stop."""


# ── one document ─────────────────────────────────────────────────────────────────────────────────


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


def harvest(document: Document, founded: Founded | None = None) -> Extraction:
    """All that one document yields on its own (and with the foundings that others tell)."""
    clean = view(document.text)
    document = dated(document, clean)
    found = times.find_in(document, clean, founded)
    quantities = find_quantities_in(document, clean, found)
    mentions, observations = extract(document, clean, found, quantities)
    return Extraction(document, tuple(found), tuple(quantities), tuple(mentions), tuple(observations))


def _harvest_source(source: documents.Source, published: Mapping[str, str]) -> Extraction | str:
    """An extraction, or the reason why there is none: nothing a file holds stops a run."""
    told = dict(source.told)
    date = published.get(source.path) or published.get(Path(source.path).name)
    if date:
        told |= {"published": date, "basis": "given"}
    try:
        return harvest(documents.read(source.load(), source.path, **told))
    except UnreadableError as error:
        return str(error)
    except MemoryError:
        return "The file is too large for this machine's memory."
    except Exception as error:  # a defect of ours must not cost the other documents
        if os.environ.get("BIANNIAN_RAISE"):  # … but tests want to see it
            raise
        return f"The file could not be worked on ({type(error).__name__}). Please report it."


# ── many documents ───────────────────────────────────────────────────────────────────────────────


def parts_folder(out: str | Path) -> Path:
    """Where a build keeps what it has harvested until its dataset is written."""
    out = Path(out)
    return out.with_name(f".{out.name}-parts")


def forget_parts(out: str | Path) -> None:
    shutil.rmtree(parts_folder(out), ignore_errors=True)


def _part(keep: Path, source: documents.Source, published: Mapping[str, str]) -> Path:
    told = repr(
        (__version__, source.path, source.sha256, sorted(source.told.items()), sorted(published.items()))
    )
    return (
        keep / f"{source.sha256[:12]}-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}.part"
    )


def _kept(source: documents.Source, published: Mapping[str, str], keep: Path) -> Extraction | str:
    """Harvest, and keep the result under a temporary name first: a part is whole or not there."""
    result = _harvest_source(source, published)
    part = _part(keep, source, published)
    draft = part.with_suffix(f".{os.getpid()}")
    draft.write_bytes(pickle.dumps(result))
    os.replace(draft, part)
    return result


def _load_part(part: Path) -> Extraction | str | None:
    try:
        return pickle.loads(part.read_bytes())  # written by ourselves, beside the dataset
    except (OSError, pickle.PickleError, EOFError, AttributeError, ImportError):
        return None


def _results(
    sources: Sequence[documents.Source],
    published: Mapping[str, str],
    workers: int,
    keep: Path | None,
    resume: bool,
) -> Iterator[Extraction | str]:
    """One result a source, in order."""
    work: Callable = partial(_harvest_source, published=published)
    done: dict[int, Extraction | str] = {}
    if keep:
        if not resume:
            shutil.rmtree(keep, ignore_errors=True)
        keep.mkdir(parents=True, exist_ok=True)
        work = partial(_kept, published=published, keep=keep)
        parts = ((i, _load_part(_part(keep, s, published))) for i, s in enumerate(sources))
        done = {i: part for i, part in parts if part is not None} if resume else {}
    rest = [source for i, source in enumerate(sources) if i not in done]
    with closing(_worked(work, rest, workers)) as fresh:
        for i in range(len(sources)):
            yield done[i] if i in done else next(fresh)


def _worked(work: Callable, sources: Sequence, workers: int) -> Generator:
    if workers <= 1 or len(sources) < 2:
        yield from map(work, sources)
        return
    pool = ProcessPoolExecutor(max_workers=workers)
    try:
        yield from pool.map(work, sources, chunksize=_CHUNK if len(sources) > 4 * workers * _CHUNK else 1)
    except BrokenProcessPool as error:
        raise UserError(
            "A worker process was killed.", "Run again with --resume, and fewer --workers."
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def build(
    paths: Iterable[str | Path],
    *,
    published: Mapping[str, str] | None = None,
    sources: str | Path | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    keep: Path | None = None,
    resume: bool = False,
    name: str = "",
) -> Timeline:
    """Documents in, a timeline out.

    `paths`: files and folders (recursively). `published`: EDTF dates by file name or path, over all
    else. `sources`: a manifest for all of them. `progress(done, total, path)` is called after each
    document; returning False stops the build. UserError when there is nothing to read.
    """
    chosen = [paths] if isinstance(paths, (str, Path)) else list(paths)
    found = list(documents.walk(chosen, manifest=sources))
    skipped = [(item.path, item.reason) for item in found if isinstance(item, documents.Skipped)]
    to_read = [item for item in found if isinstance(item, documents.Source)]
    extractions: list[Extraction] = []
    results = _results(to_read, published or {}, workers, keep, resume)
    for done, (source, result) in enumerate(zip(to_read, results, strict=True), start=1):
        if isinstance(result, str):
            skipped.append((source.path, result))
        else:
            extractions.append(result)
        if progress and progress(done, len(to_read), source.path) is False:
            raise Stopped("The build was stopped.", "Nothing was replaced.")
    return _joined(extractions, tuple(sorted(skipped)), name)


def _joined(extractions: list[Extraction], skipped: tuple[tuple[str, str], ...], name: str) -> Timeline:
    unique: dict[str, Extraction] = {}
    for one in extractions:
        unique.setdefault(one.document.doc_id, one)
    ordered = _with_anniversaries(list(unique.values()))
    mentions = [mention for one in ordered for mention in one.mentions]
    events = unify(mentions, [one.document for one in ordered])
    checks = find_checks(ordered, events)
    return to_timeline(ordered, events, checks, name=name or _subject(events), skipped=skipped)


def _foundings(extractions: Iterable[Extraction]) -> Founded:
    """Whom the documents tell the founding of, where all of them tell the same year."""
    told: dict[str, set[str]] = {}
    places: dict[str, str] = {}
    for one in extractions:
        for m in one.mentions:
            name = m.entities[0] if m.entities else ""
            if m.category == "founding" and name and m.name.startswith(name) and len(m.name) <= len(name) + 4:
                told.setdefault(name, set()).add(m.date[:4])
                places.setdefault(name, f"[{m.doc_id}:{m.start}:{m.end}]")
    return {name: (min(years), places[name]) for name, years in told.items() if len(years) == 1}


def _with_anniversaries(extractions: list[Extraction]) -> list[Extraction]:
    """Documents with an anniversary that they can't date are read again, knowing what the others tell."""
    founded = _foundings(extractions)
    waiting = [
        any(t.rule in ("anniversary", "founding-days") and t.earliest is None for t in one.times)
        if founded
        else False
        for one in extractions
    ]
    return [
        harvest(one.document, founded) if again else one
        for one, again in zip(extractions, waiting, strict=True)
    ]


def _subject(events: Sequence[Event]) -> str:
    """Whom the documents are about: the name that at least a quarter of the events carry, or ""."""
    counts = Counter(entity for event in events for entity in event.entities)
    best = min(counts, key=lambda entity: (-counts[entity], entity), default="")
    return best if best and counts[best] * 4 >= len(events) else ""


def summary(timeline: Timeline) -> str:
    """What a build says when it is done: one fact a line."""
    years = sorted(day[:4] for day in timeline.events["earliest"] if day)
    before, after = outside(timeline, _Filters())
    lines = [
        f"documents     {len(timeline.documents)}",
        f"events        {len(timeline.events)}",
        f"years         {years[0]}–{max(day[:4] for day in timeline.events['latest'])}"
        if years
        else "years         none",
        f"outside {FIRST_YEAR}–{LAST_YEAR}  {before + after}",
        f"observations  {len(timeline.observations)}",
        f"checks        {len(timeline.checks)}",
        f"skipped       {len(timeline.skipped)}",
    ]
    return "\n".join([*lines, *(f"  {path!r}: {reason}" for path, reason in timeline.skipped)])
