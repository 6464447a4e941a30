"""Mentions: the clauses of one document that tell an event with a date, each with a headline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from timeline.extract.english.mentions import find_english_mentions
from timeline.extract.events.categories import category_of
from timeline.extract.events.dating import date_of, last_day
from timeline.extract.events.fields import find_fields
from timeline.extract.events.importance import importance_of
from timeline.extract.events.inheriting import Scene
from timeline.extract.events.scenes import State, read_sentence
from timeline.extract.events.sections import ViewFinder, find_leading, find_sentences
from timeline.extract.headlines.names import headline, starts_badly, supplemented
from timeline.extract.headlines.shortening import SHORT
from timeline.extract.language.clauses import Placed, within
from timeline.extract.language.modality import read_modality
from timeline.extract.who.entities import Cast, find_cast
from timeline.extract.who.headed import firm_of_passage
from timeline.extract.who.pronouns import Told
from timeline.model import Document, Mention, Timex
from timeline.progress import Tell, each, quiet
from timeline.text import View

_BYLINE = re.compile(r"作者[：:]|记者\s|记者[：:]|编辑[：:]|责编|来源[：:]|文[|｜/／]|图[|｜/／]")

_PLANNED = re.compile(r"[^，。；！？\n]{0,10}?(?:计划|打算|拟|规划|力争|争取|承诺|目标|预计|有望|确保|将)")

_NOTED_AS_PLAN = re.compile(r"\s*[（(](?:计划|预计|拟|规划|目标|预期)[)）]")  # 2026年（计划）

_SENTENCE_END = re.compile(r"[。；！？\n]")

UNDER_A_DATE = 6  # sentences that a date alone in its line or heading dates, where they give none


def find_mentions(
    document: Document, view: View, times: Sequence[Timex], tell: Tell = quiet
) -> list[Mention]:
    """All mentions of a document, in order of their evidence. Linear time."""
    text, find = view.text, ViewFinder(view).find
    placed = sorted(
        (Placed(find(t.start), find(t.end - 1) + 1, t) for t in times if t.end > t.start),
        key=lambda p: p.start,
    )
    if document.language == "en" or document.script == "Latn":
        return find_english_mentions(document, view, placed, tell)
    due = {
        time.timex.start: time.timex
        for before, time in pairwise([None, *placed])
        if time and _is_due(text, time, before)
    }
    placed = [_by_its_end(time) if time.timex.start in due else time for time in placed]
    cast = find_cast(document, text)
    fields, labelled = find_fields(document, find, placed, cast)
    placed = [time for time in placed if time not in labelled] if labelled else placed
    found: dict[tuple[int, int, int, str], Mention] = {}
    for scene in chain(fields, _scenes(document, view, placed, cast, tell)):
        if mention := _mention(document, view, cast, scene):
            found.setdefault((mention.start, mention.end, mention.timex.start, mention.date), mention)
    told = (
        replace(mention, timex=due[mention.timex.start]) if mention.timex.start in due else mention
        for mention in found.values()
    )
    return sorted(told, key=lambda mention: (mention.start, mention.end, mention.timex.start))


def _scenes(
    document: Document, view: View, placed: Sequence[Placed], cast: Cast, tell: Tell
) -> Iterator[Scene]:
    """What the sentences tell, in order. A heading or a byline ends what the sentences before had in mind."""
    text = view.text
    starts = [time.start for time in placed]
    state = fresh = State(Told(company=cast.company))
    last = last_day(document) if document.date_basis != "inferred" else None
    sentences = list(find_sentences(document, view))
    leading = find_leading(text, sentences, placed, starts)
    for sentence in each(sentences, tell):
        start, end = sentence.start, sentence.end
        if start in leading:
            state = state._replace(last=leading[start], lent=0, under=UNDER_A_DATE)
            continue
        whose = firm_of_passage(text, start, end, sentence.kind, cast)
        byline = end - start < 60 and _BYLINE.search(text, start, end)
        begins_anew = sentence.kind == "heading" or byline
        if whose or begins_anew:
            told = Told(subject=whose, company=whose) if whose else fresh.told
            state = fresh._replace(told=told, now=state.now)
        if begins_anew:
            continue
        if "\n" in text[max(0, start - 2) : start + 1]:
            state = state._replace(told=state.told._replace(topic=""))
        before = state.last
        scenes, state = read_sentence(text, start, end, within(placed, start, end, starts), cast, state)
        if last and state.last and (state.last.timex.earliest or last) > last:
            state = state._replace(last=before)  # what is still to come lends its date to nothing
        yield from scenes


def _is_due(text: str, time: Placed, before: Placed | None) -> bool:
    """Whether a time without a beginning says by when something is planned: 计划在2026年前建成….

    After another date (2015年，公司宣布将在2018年前…) it is not what dates the step.
    """
    timex = time.timex
    if before and not _SENTENCE_END.search(text, before.end, time.start):
        return False
    if timex.earliest or not timex.latest or not timex.value.startswith("../"):
        return False
    return bool(
        _PLANNED.search(text, max(0, time.start - 12), time.start)
        or _PLANNED.match(text, time.end, time.end + 8)
    )


def _by_its_end(time: Placed) -> Placed:
    """The time as the year in which it ends."""
    latest = time.timex.latest
    assert latest is not None
    year = f"{latest.year:04d}"
    return replace(time, timex=time.timex._replace(value=year, earliest=latest.replace(month=1, day=1)))


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
    ahead = bool(last and earliest > last and document.date_basis != "inferred")
    modality = read_modality(
        clause.words, clause.main, text[scene.time.start : scene.time.end], timex.type,
        planned=scene.planned or _NOTED_AS_PLAN.match(text, scene.time.end) is not None, supposed=scene.supposed, foretold=scene.foretold and not ours,
        past=bool(last and latest <= last), ahead=ahead, ours=ours,
    )  # fmt: skip
    modality = scene.carried if modality == "fact" else modality
    modality = "denied" if scene.dropped else modality
    category = category_of(clause, text[scene.start : end], name, cast)
    importance, _ = importance_of(
        clause, scene.time, text, name, cast, how=how, category=category, modality=modality,
        inherited=scene.inherited,
    )  # fmt: skip
    names = cast.found_in(f"{name} {text[scene.start : end]}")
    return Mention(
        document.doc_id, *evidence, timex, date, earliest, latest, name, category, names, importance,
        modality, how,
    )  # fmt: skip
