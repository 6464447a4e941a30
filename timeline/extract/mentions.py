"""Mentions: the clauses of one document that tell an event with a date, each with a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract import scoring
from timeline.extract.categories import category_of
from timeline.extract.clauses import Placed, within
from timeline.extract.dating import date_of, last_day
from timeline.extract.english import find_english_mentions
from timeline.extract.entities import Cast, find_cast
from timeline.extract.modality import read_modality
from timeline.extract.names import headline, starts_badly, supplemented
from timeline.extract.pronouns import Told
from timeline.extract.scenes import Scene, State, read_sentence
from timeline.extract.sections import ViewFinder, find_sentences
from timeline.extract.shortening import SHORT
from timeline.model import Document, Mention, Timex
from timeline.text import View

_BYLINE = re.compile(r"作者[：:]|记者\s|记者[：:]|编辑[：:]|责编|来源[：:]|文[|｜/／]|图[|｜/／]")


def find_mentions(document: Document, view: View, times: Sequence[Timex]) -> list[Mention]:
    """All mentions of a document, in order of their evidence. Linear time."""
    text = view.text
    find = ViewFinder(view).find
    placed = sorted(
        (Placed(find(t.start), find(t.end - 1) + 1, t) for t in times if t.end > t.start),
        key=lambda p: p.start,
    )
    if document.language == "en" or document.script == "Latn":
        return find_english_mentions(document, view, [(time.start, time.end, time.timex) for time in placed])
    starts = [time.start for time in placed]
    document = _as_of_last_post(document, text, placed)
    cast = find_cast(document, text)
    fresh = State(Told(company=cast.company))
    found: dict[tuple[int, int, int, str], Mention] = {}
    state = fresh
    for sentence in find_sentences(document, view):
        byline = sentence.end - sentence.start < 60 and _BYLINE.search(text, sentence.start, sentence.end)
        if sentence.kind == "heading" or byline:
            state = fresh._replace(now=state.now)
            continue
        inside = within(placed, sentence.start, sentence.end, starts)
        scenes, state = read_sentence(text, sentence.start, sentence.end, inside, cast, state)
        for scene in scenes:
            mention = _mention(document, view, cast, scene)
            if mention:
                found.setdefault((mention.start, mention.end, mention.timex.start, mention.date), mention)
    return sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.timex.start))


def _as_of_last_post(document: Document, text: str, placed: Sequence[Placed]) -> Document:
    """The document as of its last post, where each post has a line that is nothing but its day."""
    last = last_day(document)
    stamps = [
        time.timex.latest
        for time in placed
        if time.timex.latest
        and time.timex.latest == time.timex.earliest
        and text[text.rfind("\n", 0, time.start) + 1 : time.start].strip() == ""
        and re.match(r"[ \t\d:：]*(?:\n|$)", text[time.end : time.end + 20])
    ]
    if last is None or len(stamps) < 3 or max(stamps) <= last:
        return document
    return replace(document, date_published=max(stamps).isoformat())


def _mention(document: Document, view: View, cast: Cast, scene: Scene) -> Mention | None:
    clause, text, timex = scene.clause, view.text, scene.time.timex
    source = scene.like or scene
    dated = date_of(source.clause, source.time, text, document, inherited=scene.inherited)
    name = headline(clause, cast, scene.told, scene.following, scene.topic)
    if dated is None or len(name) < 4 or starts_badly(name):
        return None
    end = scene.end
    if scene.addition:
        longer = supplemented(name, scene.addition, cast, scene.told) if len(name) <= SHORT else name
        name, end = longer, scene.end if longer != name else clause.end
    evidence = view.locate(scene.start, end)
    date, earliest, latest, how = dated
    ours = cast.is_ours(scene.told.subject) or bool(cast.found_in(name))
    last = last_day(document)
    modality = read_modality(
        clause.words, clause.main, text[scene.time.start : scene.time.end], timex.type,
        planned=scene.planned, supposed=scene.supposed, foretold=scene.foretold and not ours,
        past=bool(last and latest <= last), ahead=bool(last and earliest > last), ours=ours,
    )  # fmt: skip
    modality = "denied" if scene.dropped else modality
    category = category_of(clause, text[scene.start : end], name, cast)
    importance, _ = scoring.importance_of(
        clause,
        scene.time,
        text,
        name,
        cast,
        how=how,
        category=category,
        modality=modality,
        inherited=scene.inherited,
    )
    names = cast.found_in(f"{name} {text[scene.start : end]}")
    return Mention(
        document.doc_id,
        *evidence,
        timex,
        date,
        earliest,
        latest,
        name,
        category,
        names,
        importance,
        modality,
        how,
    )
