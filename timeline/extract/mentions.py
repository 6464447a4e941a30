"""Mentions: the clauses of one document that tell an event with a date, each with a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline import edtf
from timeline.extract import scoring
from timeline.extract.clauses import Clause, Placed, place, read, spans, within
from timeline.extract.entities import Cast, find_cast
from timeline.extract.modality import read_modality
from timeline.extract.names import headline, undated
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import FIRST_PERSON, FIRST_PERSON_PLURAL, THIRD_PERSON
from timeline.model import Document, Mention, Quantity, Timex
from timeline.text import View, sentences

INHERIT_WITHIN = 260  # characters between a sentence and the dated one before it
_STRONG = re.compile(
    "|".join(
        sorted(
            (word for word, action in ACTIONS.items() if action.weight >= 2 and len(word) > 1),
            key=lambda w: (-len(w), w),
        )
    )
)


def find_mentions(
    document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity] = ()
) -> list[Mention]:
    """All mentions of a document, in order of their evidence. Linear time."""
    text = view.text
    placed = place(view, times)
    starts = [time.start for time in placed]
    cast = find_cast(document, text)
    mentions: dict[tuple[object, ...], Mention] = {}
    last: Placed | None = None
    subject = ""
    for start, end in sentences(text):
        inside = within(placed, starts, start, end)
        anchors = [time for time in inside if time.timex.anchored and time.timex.type != "SET"]
        inherited = last if last and start - last.end <= INHERIT_WITHIN else None
        if not anchors and not (inherited and _STRONG.search(text, start, end)):
            continue
        clauses = [
            read(text, a, b, within(inside, [t.start for t in inside], a, b), cast)
            for a, b in spans(text, start, end)
        ]
        for anchor, clause, evidence, is_inherited, who in _scenes(
            clauses, anchors, inherited, text, cast, subject
        ):
            mention = _mention(document, view, cast, anchor, clause, evidence, is_inherited, who)
            if mention:
                mentions.setdefault((mention.start, mention.end, mention.timex.start, mention.date), mention)
        if anchors:
            solid = [time for time in anchors if scoring.time_strength(time) >= 1.2]
            last = solid[-1] if solid else last
    return sorted(mentions.values(), key=lambda mention: (mention.start, mention.end, mention.timex.start))


Scene = tuple[Placed, Clause, tuple[int, int], bool, str]


def _scenes(
    clauses: list[Clause],
    anchors: list[Placed],
    inherited: Placed | None,
    text: str,
    cast: Cast,
    subject: str,
) -> Iterator[Scene]:
    """(time, clause, evidence, inherited?, subject) of each event that a sentence tells."""
    current: Placed | None = inherited
    own = False
    subjects: list[str] = []
    for clause in clauses:
        subject = _subject(clause, cast) or subject
        subjects.append(subject)
    opened = -1
    told: set[int] = set()
    for index, clause in enumerate(clauses):
        inside = [time for time in clause.times if time in anchors]
        if inside:
            current, own, opened = inside[0], True, index
        if current is None or index in told:
            continue
        score, _ = scoring.is_event(clause, text, current if own else None, cast)
        bare = len(undated(clause)) == 0 or (clause.verb < 0 and not re.search(r"\d", _rest(clause, text)))
        if bare or (clause.subordinate and not inside):
            continue
        if (own and index == opened) or (
            own and opened >= 0 and not any(i in told for i in range(opened, index))
        ):
            if score >= scoring.ACCEPTED:
                told.add(index)
                yield (
                    current,
                    clause,
                    (min(clauses[opened].start, clause.start), clause.end),
                    False,
                    subjects[index],
                )
        elif (
            clause.action
            and clause.action.weight >= 2
            and score >= (scoring.ACCEPTED + 0.9 if own else scoring.ACCEPTED)
        ):
            told.add(index)
            yield current, clause, (clause.start, clause.end), not own, subjects[index]


def _rest(clause: Clause, text: str) -> str:
    rest = text[clause.start : clause.end]
    for time in clause.times:
        rest = rest.replace(text[time.start : time.end], "")
    return rest


def _subject(clause: Clause, cast: Cast) -> str:
    """Who a clause speaks of, when it says so: a name of the cast, or the first person."""
    limit = clause.verb if clause.verb >= 0 else len(clause.words)
    for word in clause.words[:limit]:
        if word.text in FIRST_PERSON_PLURAL:
            return cast.company
        if word.text in FIRST_PERSON:
            return cast.author
        if cast.names and cast.names.fullmatch(word.text):
            return word.text
        if word.text in THIRD_PERSON:
            return ""
    return ""


def _mention(
    document: Document,
    view: View,
    cast: Cast,
    anchor: Placed,
    clause: Clause,
    evidence: tuple[int, int],
    inherited: bool,
    subject: str,
) -> Mention | None:
    timex = anchor.timex
    if timex.earliest is None or timex.latest is None:
        return None
    name = headline(clause, cast, subject)
    if len(name) < 4:
        return None
    start, end = view.locate(*evidence)
    modality = read_modality(clause.words, clause.main)
    importance, _ = scoring.importance_of(clause, anchor, view.text, name, cast, inherited)
    date, earliest, latest = timex.value, timex.earliest, timex.latest
    if not edtf.is_edtf(date):
        date = edtf.from_bounds(earliest, latest)
    return Mention(
        document.doc_id, start, end, timex, date, earliest, latest, name,
        scoring.category_of(clause, view.text, name, cast), cast.found_in(name + " " + view.text[slice(*evidence)]),
        importance, modality, "inherited" if inherited else "direct",
    )  # fmt: skip
