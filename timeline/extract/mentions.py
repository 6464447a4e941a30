"""Mentions: the clauses of one document that tell an event with a date, each with a headline.

A date governs its own clause and those after it, up to the next date. The first clause that says
what happened is the event; a later one makes another only if it takes a further step. A sentence
without a date may inherit the nearest one before it, if it tells a completed step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extract import scoring
from timeline.extract.categories import category_of
from timeline.extract.clauses import Clause, Placed, read, spans, within
from timeline.extract.dating import date_of
from timeline.extract.entities import Cast, find_cast
from timeline.extract.modality import read_modality
from timeline.extract.names import Told, headline, starts_badly, undated
from timeline.extract.sections import ViewFinder, find_sentences
from timeline.extract.subjects import find_subjects, remembered
from timeline.lexicon.actions import ACTIONS
from timeline.model import Document, Mention, Quantity, Timex
from timeline.text import View

INHERIT_WITHIN = 260  # characters between a sentence and the dated one before it
INHERITED_AT_MOST = 3  # events that one date may lend itself to
FURTHER = 1.6  # what a second event of one date must score without the date
_STEPS = re.compile(
    "|".join(
        sorted(
            (word for word, action in ACTIONS.items() if action.weight and len(word) > 1),
            key=lambda w: (-len(w), w),
        )
    )
)
_AGE = re.compile(r"成立|创立|创办|用了|历时|耗时|距|过去了|仅用|只用|不到$|仅仅?$|才$")
_HORIZON = re.compile(r"^未来|^今后|内$|^接下来")
_SPENT = re.compile(r"投入|投资|斥资|出资|采购|招聘")
_STATED = re.compile(r"已经?(?:有|超|达|逾|突破|覆盖|拥有|累计|成为|近|经)")


@dataclass(frozen=True, slots=True)
class _Scene:
    """A clause found to tell an event: its time, its evidence, what it leaves unsaid."""

    clause: Clause
    time: Placed
    start: int
    end: int
    inherited: bool
    told: Told
    following: Clause | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What a reader still has in mind from the sentences before."""

    told: Told
    last: Placed | None = None  # the last firm date
    now: Placed | None = None  # the last word for the document's own time
    lent: int = 0


def find_mentions(
    document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity] = ()
) -> list[Mention]:
    """All mentions of a document, in order of their evidence. Linear time."""
    text = view.text
    find = ViewFinder(view).find
    placed = sorted(
        (Placed(find(t.start), find(t.end - 1) + 1, t) for t in times if t.end > t.start),
        key=lambda p: p.start,
    )
    starts = [time.start for time in placed]
    cast = find_cast(document, text)
    found: dict[tuple[int, int, int, str], Mention] = {}
    state = _State(Told(company=cast.company))
    for sentence in find_sentences(document, view):
        if sentence.kind == "heading":
            state = replace(state, told=Told(company=cast.company), last=None)
            continue
        inside = within(placed, sentence.start, sentence.end, starts)
        scenes, state = _read_sentence(text, sentence.start, sentence.end, inside, cast, state)
        for scene in scenes:
            mention = _mention(document, view, cast, scene)
            if mention:
                found.setdefault((mention.start, mention.end, mention.timex.start, mention.date), mention)
    return sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.timex.start))


def _read_sentence(
    text: str, start: int, end: int, inside: Sequence[Placed], cast: Cast, state: _State
) -> tuple[list[_Scene], _State]:
    anchors = [time for time in inside if time.timex.anchored and time.timex.type != "SET"]
    near = (
        state.last
        if state.last and start - state.last.end <= INHERIT_WITHIN and state.lent < INHERITED_AT_MOST
        else None
    )
    if not anchors and not ((near or state.now) and _STEPS.search(text, start, end)):
        names = cast.found_in(text[start:end])
        return [], replace(state, told=remembered(state.told, names, cast))
    inside_starts = [time.start for time in inside]
    clauses = [
        read(text, a, b, within(inside, a, b, inside_starts), cast) for a, b in spans(text, start, end)
    ]
    subjects, after = find_subjects(clauses, cast, state.told, text)
    if anchors:
        scenes = _dated(clauses, anchors, near, text, cast, subjects)
    else:
        scenes = _undated(clauses, near, state.now, text, cast, subjects)
    firm = [time for time in anchors if scoring.time_strength(time, text) >= 1.3]
    now = [time for time in anchors if time.timex.text in scoring.PRESENT or scoring.is_recent(time)]
    lent = 0 if firm else state.lent + (0 if anchors else len(scenes))
    return scenes, _State(after, firm[-1] if firm else state.last, now[-1] if now else state.now, lent)


def _dated(
    clauses: list[Clause],
    anchors: list[Placed],
    near: Placed | None,
    text: str,
    cast: Cast,
    subjects: list[Told],
) -> list[_Scene]:
    """The events of a sentence that has dates."""
    scenes: list[_Scene] = []
    current: Placed | None = None
    opened, head, planned = 0, None, False
    first = next((i for i, clause in enumerate(clauses) if any(time in anchors for time in clause.times)), 0)
    if near and first:
        scenes += _undated(clauses[:first], near, None, text, cast, subjects)
    for index, clause in enumerate(clauses):
        time = _anchor(clause, anchors, text, current)
        if time:
            current, opened, head = time, index, None
        planned = planned or (clause.colon and "目标" in text[clause.start : clause.end])
        if current is None or not _speaks(clause, text) or _is_topic(clauses, index):
            continue
        if clause.subordinate and not time:
            continue
        if not _accepted(clause, current, head, text, cast, subjects[index], opened == index):
            continue
        following = _announced(clauses, index)
        start = clauses[opened].start if head is None else clause.start
        dated = _announced_then(clause, current, near, scenes, text)
        scenes.append(
            _Scene(
                clause,
                dated or current,
                start,
                (following or clause).end,
                dated is near and dated is not None,
                subjects[index],
                following,
                planned,
            )
        )
        if not (clause.temporal or clause.subordinate):
            head = clause
    return scenes


def _accepted(
    clause: Clause, time: Placed, head: Clause | None, text: str, cast: Cast, told: Told, own: bool
) -> bool:
    judgement = scoring.judge(clause, text, time, cast)
    strength = scoring.time_strength(time, text)
    if judgement.total < scoring.ACCEPTED:
        return False
    rest = scoring.undated_text(clause, text)
    if strength < 0.7 and not scoring.is_reported(clause, rest):
        return False
    if head is None:
        return own or not clause.temporal or (clause.action is not None and clause.action.weight >= 2)
    without = judgement.total - strength
    if clause.action is None or without < FURTHER or clause.temporal:
        return False
    if head.action and clause.action.act == head.action.act:
        return False
    named = (
        bool(told.subject)
        and any(
            name in rest[: rest.find(clause.main.text) + 1] for name in (cast.company, *cast.people) if name
        )
        if clause.main
        else False
    )
    return (clause.action.weight >= 2 and without >= FURTHER + 0.4) or (named and without >= FURTHER + 0.4)


def _undated(
    clauses: list[Clause],
    near: Placed | None,
    now: Placed | None,
    text: str,
    cast: Cast,
    subjects: list[Told],
) -> list[_Scene]:
    """The event of a sentence that inherits its date: a completed step, or how things stand now."""
    best: tuple[float, int, Placed] | None = None
    for index, clause in enumerate(clauses):
        if (
            clause.subordinate
            or clause.temporal
            or not clause.action
            or not _speaks(clause, text)
            or _is_topic(clauses, index)
        ):
            continue
        rest = scoring.undated_text(clause, text)
        total = scoring.judge(clause, text, None, cast).total
        ours = _is_ours(subjects[index].subject, cast) or any(
            name in rest for name in (cast.company, *cast.people, *cast.products) if name
        )
        if now and _STATED.search(rest) and scoring.has_figure(rest) and total >= scoring.ACCEPTED:
            best = max(best or (0.0, 0, now), (total, -index, now), key=lambda found: found[:2])
        elif near and ours and scoring.is_factual(clause, rest) and total >= scoring.ACCEPTED:
            best = max(best or (0.0, 0, near), (total, -index, near), key=lambda found: found[:2])
    if best is None:
        return []
    index = -best[1]
    following = _announced(clauses, index)
    return [
        _Scene(
            clauses[index],
            best[2],
            clauses[index].start,
            (following or clauses[index]).end,
            True,
            subjects[index],
            following,
        )
    ]


def _is_ours(subject: str, cast: Cast) -> bool:
    return bool(subject) and (
        subject == cast.author
        or any(subject.startswith(name) for name in (cast.company, *cast.people, *cast.products) if name)
    )


def _anchor(clause: Clause, anchors: list[Placed], text: str, current: Placed | None) -> Placed | None:
    """The time that dates a clause: its firmest, unless a stronger one already governs it."""
    inside = [time for time in clause.times if time in anchors]
    if not inside:
        return None
    best = max(inside, key=lambda time: (scoring.time_strength(time, text), -time.start))
    if current is not None and best.timex.type == "DURATION":
        before = text[clause.start : best.start]
        if (_AGE.search(before) or best.timex.text.startswith(("不到", "仅"))) and not before.endswith(
            "上市"
        ):
            return None
    return best


def _announced_then(
    clause: Clause, time: Placed, near: Placed | None, scenes: list[_Scene], text: str
) -> Placed | None:
    """A plan to spend over the years to come is news of the day it was announced."""
    if (
        time.timex.type == "DURATION"
        and _HORIZON.search(time.timex.text)
        and _SPENT.search(text, clause.start, clause.end)
    ):
        return scenes[-1].time if scenes else near
    return None


def _speaks(clause: Clause, text: str) -> bool:
    """Whether a clause says anything besides its date."""
    words = [word for word in undated(clause) if word.tag not in "XUPCD"]
    if not words:
        return False
    return (
        clause.verb >= 0
        or scoring.has_figure(scoring.undated_text(clause, text))
        or any("周年" in word.text for word in clause.words)
        or "已" in text[clause.start : clause.end]
    )


def _is_topic(clauses: list[Clause], index: int) -> bool:
    """Whether the next clause says what this one is: 第一个重大业务，就是…."""
    if index + 1 >= len(clauses) or (
        clauses[index].action is not None and "了" in {word.text for word in clauses[index].words}
    ):
        return False
    first = next((word for word in clauses[index + 1].words if word.tag not in "X"), None)
    return first is not None and first.text in ("就是", "便是", "正是", "即是", "莫过于")


def _announced(clauses: list[Clause], index: int) -> Clause | None:
    """The clause that says what this one announces: after a colon, or after a verb of saying."""
    clause = clauses[index]
    if index + 1 >= len(clauses) or clause.main is None:
        return None
    rest = [word for word in clause.words[clause.verb + 1 :] if word.tag in "NMQVAT"]
    bare = (
        not rest
        or rest[-1].text in ("话", "决定", "决策", "消息")
        or "".join(word.text for word in rest) in ("一句话", "一点")
    )
    speaks = clause.action is not None and clause.action.act in ("tell", "announce", "decide", "propose")
    if (clause.colon and bare) or (not rest and speaks):
        return clauses[index + 1]
    return None


def _mention(document: Document, view: View, cast: Cast, scene: _Scene) -> Mention | None:
    clause, text = scene.clause, view.text
    modality = read_modality(clause.words, clause.main, scene.time.timex, planned=scene.planned)
    dated = date_of(clause, scene.time, text, document, inherited=scene.inherited)
    name = headline(clause, cast, scene.told, scene.following)
    if dated is None or len(name) < 4 or starts_badly(name):
        return None
    start, end = view.locate(scene.start, scene.end)
    importance, _ = scoring.importance_of(clause, scene.time, text, name, cast, scene.inherited)
    date, earliest, latest, how = dated
    return Mention(
        document.doc_id, start, end, scene.time.timex, date, earliest, latest, name,
        category_of(clause, text, name, cast), cast.found_in(f"{name} {text[scene.start : scene.end]}"), importance, modality, how,
    )  # fmt: skip
