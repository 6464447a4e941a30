"""build(): the stages in order, from paths to tables.

Each document is worked on alone (`harvest`), in this process or in several; what comes after
compares documents. An interrupted build leaves the harvested documents beside the dataset folder,
and `resume` takes them up again.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from timeline import documents, parts, workers
from timeline.checks import find_checks
from timeline.extract.language.words import plain_words
from timeline.harvesting import harvest, harvest_source, read_document
from timeline.model import Event, Extraction
from timeline.progress import Stopped, Tell, each, quiet, stage
from timeline.tables import FIRST_YEAR, LAST_YEAR, Filters, Texts, Timeline, outside, to_timeline
from timeline.times.foundings import Founded
from timeline.unify import unify

__all__ = ["Progress", "Stopped", "build", "harvest", "read_document", "summary", "with_anniversaries"]

Progress = Callable[[float, int, str], "bool | None"]
PATIENCE = 120  # seconds that a document may take in a process of its own, and
SLOWEST = 20_000  # bytes a second on top of them
AT_MOST = 8  # processes, if nobody says how many
WORTH_A_PROCESS = 200_000  # bytes of documents
LONG = 1_000_000  # bytes: of a longer document it is told how far it is
STAGES = {  # what comes after the documents, and from which share of it to which, as a rule
    "anniversaries": (0.01, 0.1),
    "joining": (0.1, 0.3),
    "checking": (0.3, 0.9),
    "tables": (0.9, 1),
}


def _work(
    source: documents.Source, tell: Tell, *, published: Mapping[str, str], keep: Path | None
) -> tuple[parts.Note, Extraction | None]:
    """What one source yields: kept as a part, if there is a folder for it, else handed back."""
    result = harvest_source(source, published, tell if source.size >= LONG else quiet)
    note = parts.Note(reason=result) if isinstance(result, str) else parts.note_of(result)
    harvested = None if isinstance(result, str) else result
    if keep is None:
        return note, harvested
    parts.write(parts.place(keep, source, published), note, harvested)
    return note, None


def _patience(source: documents.Source) -> float:
    return PATIENCE + source.size / SLOWEST


def _reason(lost: workers.Lost) -> str:
    why = "takes too long to read" if lost.late else "ended the process that read it"
    return f"The file {why}; it was left out."


def _notes(
    sources: Sequence[documents.Source], published: Mapping[str, str], number: int, keep: Path | None,
    resume: bool, tell: Callable[[int, float], None],
) -> Iterator[tuple[int, parts.Note, Extraction | None]]:  # fmt: skip
    """(index, note, harvest) of each source, as they are done; harvests that are kept are None."""
    done: dict[int, parts.Note] = {}
    if keep:
        if not resume:
            parts.remove(keep)
        keep.mkdir(parents=True, exist_ok=True)
        known = ((i, parts.read_note(parts.place(keep, s, published))) for i, s in enumerate(sources))
        done = {i: note for i, note in known if note is not None} if resume else {}
    for index, note in done.items():
        yield index, note, None
    rest = [index for index in range(len(sources)) if index not in done]
    if number > 1:
        plain_words("一")  # the dictionary is loaded once, before there are several processes
    work = partial(_work, published=published, keep=keep)
    told = workers.run(
        work, [sources[i] for i in rest], number, _patience, lambda place, share: tell(rest[place], share)
    )
    with closing(told) as results:
        for place, result in results:
            note, harvested = (
                (parts.Note(reason=_reason(result)), None) if isinstance(result, workers.Lost) else result
            )
            yield rest[place], note, harvested


def _processes(workers: int, sources: Sequence[documents.Source]) -> int:
    """As many as were asked for; 0: as many as the machine has, where there is work for them."""
    if workers:
        return min(workers, len(sources))
    size = sum(source.size for source in sources)
    return min(os.cpu_count() or 1, AT_MOST, 1 + size // WORTH_A_PROCESS, len(sources))


def build(
    paths: Iterable[str | Path], *, published: Mapping[str, str] | None = None,
    sources: str | Path | None = None, workers: int = 1, progress: Progress | None = None,
    keep: Path | None = None, resume: bool = False, name: str = "",
) -> Timeline:  # fmt: skip
    """Documents in, a timeline out.

    `paths`: files and folders (recursively). `published`: EDTF dates by file name or path, over all
    else. `sources`: a manifest for all of them. `workers`: processes, 0 for as many as make sense.
    `progress(done, total, path)` is called before the first document, after each, and on the way through
    a long one, whose share counts in `done`; returning False stops the build. The last document is done
    when the whole is: what comes after the reading counts as a part of it, with its name for a path.
    With a folder to `keep` the harvests in, they and the texts are read from there when they are
    needed: the timeline's texts are there as long as the folder. UserError when there is nothing to read.
    """
    chosen = [paths] if isinstance(paths, (str, Path)) else list(paths)
    found = list(documents.walk(chosen, manifest=sources))
    skipped = [(item.path, item.reason) for item in found if isinstance(item, documents.Skipped)]
    to_read = [item for item in found if isinstance(item, documents.Source)]
    told = published or {}
    number = _processes(workers, to_read)
    notes: dict[int, parts.Note] = {}
    harvested: dict[int, Extraction] = {}
    watch = _Watch(progress, to_read)
    for index, note, one in _notes(to_read, told, number, keep, resume, watch.tell):
        notes[index] = note
        if one:
            harvested[index] = one
        watch.tell(index, 1)
    skipped += [(to_read[index].path, note.reason) for index, note in notes.items() if note.reason]
    first = _first_of_each(notes)
    ordered = list(first.values())
    texts = None
    if keep is None:
        extractions = with_anniversaries([harvested[index] for index in ordered])
    else:
        extractions = parts.Shelf([parts.place(keep, to_read[index], told) for index in ordered], list(first))
        texts = Texts(extractions.text)
        _read_again(extractions, [notes[index] for index in ordered], number, watch.stage("anniversaries"))
    made = _joined(extractions, tuple(sorted(skipped)), name, texts, watch)
    watch.end()
    return made


class _Watch:
    """Tells whoever asked for it how far a build is, and ends it when they say so."""

    def __init__(self, progress: Progress | None, sources: Sequence[documents.Source]) -> None:
        self.progress = progress if sources else None
        self.sources = sources
        self.through = 0
        self.under_way: dict[int, float] = {}  # the share of each document
        self.last = sources[0].path if sources else ""
        self._say(0, self.last)

    def tell(self, index: int, share: float) -> None:
        """How far a document is."""
        self.last = self.sources[index].path
        if share < 1:
            self.under_way[index] = share
        else:
            self.under_way.pop(index, None)
            self.through += 1
        if self.through < len(self.sources):
            self._say(self.through + sum(self.under_way.values()), self.last)

    def stage(self, name: str) -> Tell:
        """For what comes after the documents: a part of the last one."""
        first, last = STAGES[name]
        return lambda share: self._say(len(self.sources) - 1 + first + share * (last - first), name)

    def end(self) -> None:
        self._say(len(self.sources), self.last)

    def _say(self, done: float, path: str) -> None:
        if self.progress and self.progress(done, len(self.sources), path) is False:
            raise Stopped("The build was stopped.", "Nothing was replaced.")


def _first_of_each(notes: Mapping[int, parts.Note]) -> dict[str, int]:
    """By doc_id the first source that holds the document, in the order of the sources."""
    first: dict[str, int] = {}
    for index in sorted(notes):
        if not notes[index].reason:
            first.setdefault(notes[index].doc_id, index)
    return first


def with_anniversaries(extractions: list[Extraction]) -> list[Extraction]:
    """Documents with an anniversary that they can't date are read again, knowing what the others tell."""
    notes = [parts.note_of(one) for one in extractions]
    founded = parts.find_foundings(notes)
    return [
        harvest(one.document, founded) if founded and note.waiting else one
        for one, note in zip(extractions, notes, strict=True)
    ]


def _read_again(shelf: parts.Shelf, notes: Sequence[parts.Note], number: int, tell: Tell) -> None:
    """The same for documents on a shelf: what is read again gets a part of its own."""
    founded = parts.find_foundings(notes)
    places = [place for place, note in enumerate(notes) if founded and note.waiting]
    work = partial(_again, founded=founded)
    paths = [shelf.paths[place] for place in places]
    results = workers.run(work, paths, min(number, len(paths)), lambda _: 10 * PATIENCE)
    for done, (index, result) in enumerate(results):
        tell(done / len(paths))
        if not isinstance(result, workers.Lost):
            shelf.paths[places[index]] = result


def _again(part: Path, _: Tell, *, founded: Founded) -> Path:
    again = part.with_suffix(".again")
    one = harvest(parts.read(part).document, founded)
    parts.write(again, parts.note_of(one), one)
    return again


def _joined(
    extractions: Sequence[Extraction], skipped: tuple[tuple[str, str], ...], name: str, texts: Texts | None,
    watch: _Watch,
) -> Timeline:  # fmt: skip
    joining = watch.stage("joining")
    mentions = [mention for one in each(extractions, stage(joining, 0, 0.2)) for mention in one.mentions]
    events = unify(mentions, (one.document for one in each(extractions, stage(joining, 0.2, 1))))
    checks = find_checks(extractions, events, watch.stage("checking"))
    return to_timeline(
        extractions, events, checks, name=name or _subject(events), skipped=skipped, texts=texts,
        tell=watch.stage("tables"),
    )  # fmt: skip


def _subject(events: Sequence[Event]) -> str:
    """Whom the documents are about: the name that at least a quarter of the events carry, or ""."""
    counts = Counter(entity for event in events for entity in event.entities)
    best = min(counts, key=lambda entity: (-counts[entity], entity), default="")
    return best if best and counts[best] * 4 >= len(events) else ""


def summary(timeline: Timeline) -> str:
    """What a build says when it is done: one fact a line."""
    years = sorted(day[:4] for day in timeline.events["earliest"] if day)
    before, after = outside(timeline, Filters())
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
