"""Mentions in English text: the sentence that says what happened, its date, a headline in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline import edtf
from timeline.extract.english.headlines import DATELINE, english_headline, undated
from timeline.extract.english.names import NOT_NAMES, EnglishNames, find_names
from timeline.extract.events.importance import OF_A_KIND, ranked
from timeline.extract.events.sections import Sentence, find_leading, find_sentences
from timeline.extract.language.clauses import Placed
from timeline.lexicon import english as lexicon
from timeline.lexicon.actions import Action
from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.model import Document, Mention, Modality, Timex
from timeline.text import View

_BREAK = re.compile(
    r";\s|(?<=[A-Za-z]{3})\.\s(?=[A-Z])|\sand\s(?=(?:(?:the company|it|they)\s)?(?:bought|acquired|opened|launched|sold|raised|closed|named|listed|moved|began|became|signed"
    r"|went public|completed|announced|appointed|floated|merged|withdrew|settled|built|plans|expects|intends|aims|will)\b)|,\s(?=(?:its|but|while|which|who|making|replacing|raising|up|down)\b|and\b(?!\s[\w-]+(?:\s[\w-]+){0,2}[.;]?\s*$))|,\s(?=when\s(?:it|he|she|they|the company)\s)|\s[—–-]\s|:\s"
)
_THAN = re.compile(r"\b(?:than|versus|compared (?:with|to)(?:[^,.;]|[.,](?=\d)){0,60}?)(?: in| for| at)?\s$")
_COMPARED = re.compile(rf"(?:\b(?:from|over|since)\s$|{_THAN.pattern})")
_SAID = re.compile(r"\b(?:said|told|announced|reported)(?: [a-z]+)?(?: on)?\s$")
_SINCE = re.compile(r"\b(?:since|after|when|before|because)\b.*$")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|had|has|have|will|would|\w+ed|rose|fell|grew|made|won|went|came|stood|sold|hit|cut)\b"
)
# When Ms Lee founded Harbor in 1998, it sold tea: the clause that only says when, and the main one.
_WHEN = re.compile(
    r"^(?:after|when|before|as(?!\s\w+ed\b)|once|while|because|since)\s(?P<when>[^,]{6,160}),\s(?P<main>.{8,})$",
    re.I | re.S,
)
_SUBJECT = re.compile(
    r"\s*(?:(?:In|On|By|During)\s[^,]{2,30},\s)?(?P<name>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*)*)\s(?:was|is|became|incorporated|\w{3,}ed)\b"
)
# It also acquired …: goes on under the date of the sentence before.
_ALSO = re.compile(
    r"\s*(?:It|They|The (?:company|group|firm|bank)|We)\s(?:also|then|later|subsequently)\s\w+ed\b|\s*(?:It|They|We)\s(?:also\s)?(?:bought|acquired|opened|sold|launched)\b"
)
INHERIT_WITHIN = 300  # characters
_RELATIVE = re.compile(r"^(?:which|who)\s", re.I)
_PRONOUN = re.compile(r"(?:it|he|she|they|we|the company|the group)\s")  # which it will abandon
_ACTS = "|".join(sorted({"was", "is", "has", "had", "will", "went", *ENGLISH_ACTIONS}))
_DOES = re.compile(rf"(?:{_ACTS})\b")
# The chain opened … and|went public: who goes on acting.
_WHOSE = re.compile(
    rf"(?:[^,.;“\"]{{2,40}},\s)?(?P<subject>(?:The\s|An?\s|Its\s)?[\w&.'’-]+(?:\s[\w&.'’-]+){{0,4}}?)\s(?:\w+ly\s|also\s)?(?:{_ACTS})\b"
)
_NOUNS_BEFORE = re.compile(r"((?:[A-Z][\w&.'’-]*\s)*[A-Z][\w&.'’-]*)\s*,\s*(?:which|who)?\s*$")
# “We grew,” its chief said on Monday: the day on which it was spoken.
_SPOKEN = re.compile(r"[”\"][^“”\"]{0,80}\b(?:said|says|added|told \w+)(?: (?:on|in))? $")
_MARKS = " \t\n-–—*•·|"
# Founded: 1999, IPO date | 2004: a label, and nothing but its date.
_LABEL = re.compile(
    r"[\s*•|-]*(?:Date (?:of )?)?(?P<step>Founded|Founding|Established|Incorporated|Formed|Listed|Listing|IPO|Went public|Opened)"
    r"(?: date| in| on| since)?\s*[:|]\s*$",
    re.I,
)
_STEPS = {
    "listed": "was listed",
    "listing": "was listed",
    "ipo": "went public",
    "went public": "went public",
    "opened": "opened",
}
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")


def find_english_mentions(
    document: Document, view: View, times: Sequence[tuple[int, int, Timex]]
) -> list[Mention]:
    """The mentions of an English document; `times` are (start, end, timex) in the view, sorted."""
    names = find_names(document, view.text)
    found: list[Mention] = []
    person = ""
    own, last, earlier, lead = names, 0, None, None
    sentences = list(find_sentences(document, view))
    placed = [Placed(*time) for time in times]
    leading = find_leading(view.text, sentences, placed, [time.start for time in placed])
    for sentence in sentences:
        if "\n" in view.text[last : sentence.start + 1]:
            names, earlier = own, None
        last = sentence.end
        if sentence.kind == "heading" or sentence.start in leading:
            time = leading.get(sentence.start)
            lead = (time.start, time.end, time.timex) if time else None
            continue
        inside = [
            time
            for time in times
            if sentence.start <= time[0] < sentence.end and time[2].anchored and time[2].type != "SET"
        ]
        text = view.text[sentence.start : sentence.end]
        spans = _clauses(view.text, sentence.start, sentence.end, inside)
        if lead and not inside and (step := _action(_words(text))) and step.weight >= 2:
            spans = ((sentence.start, sentence.end, lead),)
        if len(inside) == 1 and (field := _field(document, view, names, sentence, inside[0])):
            found.append(field)
        for start, end, time in spans:
            start, end = _main_clause(view.text, start, end)
            mention = _mention(document, view, names, person, (start, end), time, sentence.start)
            if mention:
                found.append(mention)
        if not inside and earlier and sentence.start - earlier[1] <= INHERIT_WITHIN and _ALSO.match(text):
            mention = _mention(
                document, view, names, person, (sentence.start, sentence.end), earlier, sentence.start
            )
            if mention and mention.modality == "fact":
                found.append(replace(mention, rule="inherited"))
        earlier = inside[-1] if inside else earlier
        if firm := _SUBJECT.match(text):
            name = firm["name"]
            ours = own.company and (name.startswith(own.company) or own.company.startswith(name))
            if ours:
                names = own
            elif name in names.all and name.split()[0] not in NOT_NAMES and name not in names.people:
                names = replace(own, company=name)  # whom 'the company' means from here on
        person = next((name for name in reversed(names.people) if name.split()[-1] in text), person)
    return found


def _clauses(
    text: str, start: int, end: int, times: Sequence[tuple[int, int, Timex]]
) -> Iterator[tuple[int, int, tuple[int, int, Timex]]]:
    """(start, end, time) of the clauses that have a time, or that follow one with an action of their own."""
    if len(times) > 1 and (put_out := DATELINE.match(text, start, end)):
        times = [time for time in times if time[0] >= put_out.end()] or times
    if not times:
        return
    current, taken, led = times[0], False, False
    position = start
    breaks = [
        match.span()
        for match in _BREAK.finditer(text, start, end)
        if not _in_brackets(text, start, match.start())
    ]
    for stop, following in [*breaks, (end, end)]:
        own = [time for time in times if position <= time[0] < stop]
        firm = [time for time in own if not _COMPARED.search(text, max(position, time[0] - 64), time[0])]
        # up 12% from 2021, revenue reached … in 2022; but a loss, compared to … in 2022, is not of 2022
        own = firm or [time for time in own if not _THAN.search(text, max(position, time[0] - 64), time[0])]
        # said on Monday that it will open … by 2027: the day of the saying is not that of the step
        own = [time for time in own if not _SAID.search(text, max(position, time[0] - 24), time[0])] or own
        current = own[0] if own else current
        if own and not _WORD.search(text, own[-1][1], stop) and not text[position : own[0][0]].strip(_MARKS):
            position, taken, led = following, True, True  # 2003 – Founded in …: the date leads
            continue
        clause = text[position:stop]
        if clause.startswith("when "):  # since 2010, when it acquired …: in that year
            position, current = position + 5, _beginning(current)
        further = taken and _action(_words(clause)) is not None
        if own or (further and (led or _subject_first(text[position:stop]) or _DOES.match(clause.lstrip()))):
            yield position, stop, current
            taken, led = True, False
        position = following


def _beginning(time: tuple[int, int, Timex]) -> tuple[int, int, Timex]:
    """The time, or the day or year with which it begins."""
    start, end, timex = time
    value = timex.value.split("/")[0]
    if "/" not in timex.value or not edtf.is_edtf(value):
        return time
    earliest, latest = edtf.bounds(value)
    return start, end, timex._replace(value=value, earliest=earliest, latest=latest)


def _in_brackets(text: str, start: int, place: int) -> bool:
    """Whether a place stands in round brackets: (Nasdaq: HRBR)."""
    return text.count("(", start, place) > text.count(")", start, place)


def _subject_first(clause: str) -> bool:
    return re.match(r"\s*(?:and|but|while)?\s*(?:the company|it|[A-Z])", clause) is not None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _action(words: Sequence[str]) -> Action | None:
    text = " ".join(words)
    for phrase, verb in lexicon.ENGLISH_PHRASES.items():
        if phrase in text:
            return ENGLISH_ACTIONS[verb]
    # plans to open, will acquire: the lexicon has the verbs as they are told of the past
    coming = {
        word + past for before, word in pairwise(words) if before in ("to", "will") for past in ("d", "ed")
    }
    found = [ENGLISH_ACTIONS[word] for word in (*words, *sorted(coming)) if word in ENGLISH_ACTIONS]
    return max(found, key=lambda action: action.weight) if found else None


def _main_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The weightier part of a sentence that begins with when or after: what it says, or when."""
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    match = _WHEN.match(text[start + lead : end])
    if not match:
        return start, end
    when, main = _action(_words(match["when"])), _action(_words(match["main"]))
    part = "when" if when and (main is None or when.weight > main.weight) else "main"
    return start + lead + match.start(part), start + lead + match.end(part)


def _mention(
    document: Document,
    view: View,
    names: EnglishNames,
    person: str,
    span: tuple[int, int],
    time: tuple[int, int, Timex],
    sentence: int,
) -> Mention | None:
    body = view.text[span[0] : span[1]]
    timex = time[2]
    if _SPOKEN.search(view.text, span[0], time[0]):
        return None
    since = _SINCE.search(body)
    if since and span[0] + since.start() < time[0] < span[1]:
        span = (span[0] + since.start() + len(since.group().split()[0]) + 1, span[1])
        body = view.text[span[0] : span[1]]
    relative = _RELATIVE.match(body.lstrip())
    if relative and (comma := body.find(",", max(0, time[1] - span[0]))) >= time[1] - span[0] > 0:
        span = (span[0], span[0] + comma)
        body = view.text[span[0] : span[1]]
    subject = _NOUNS_BEFORE.search(view.text, max(0, span[0] - 60), span[0]) if relative else None
    if relative and not subject:
        return None
    words = _words(body)
    action = _action(_words(_SINCE.sub("", body)))
    if (
        timex.earliest is None
        or timex.latest is None
        or set(words) & lexicon.OPINIONS
        or body.rstrip().endswith("?")
    ):
        return None
    if re.match(r"\s*(?:up|down|compared|versus|[Aa]s \w+ed)\b", body):
        return None  # as required by the agreement signed on May 10
    figure = re.search(r"[$€£¥]?\d", undated(view.text, span, time)) is not None
    if action is None and not figure:
        return None
    told = undated(view.text, span, time)
    if subject:
        said = _RELATIVE.sub("", told.strip(" .,"))
        told = f"{said} {subject[1]}" if _PRONOUN.match(said) else f"{subject[1]} {said}"
    elif _DOES.match(told) and (before := _WHOSE.match(view.text[sentence : span[0]])):
        told = f"{before['subject']} {told}"
    name = english_headline(told, names, person)
    if (
        len(name) < 8
        or " " not in name
        or not (_modality(name) != "fact" or _action(_words(name)) or (figure and _VERBS.search(name)))
    ):
        return None
    return _told(document, view, names, span, timex, name, action)


def _field(
    document: Document, view: View, names: EnglishNames, sentence: Sentence, time: tuple[int, int, Timex]
) -> Mention | None:
    """What a label tells of the document's company: Founded: 1999."""
    label = _LABEL.match(view.text[sentence.start : time[0]])
    if (
        not label
        or not names.company
        or view.text[time[1] : sentence.end].strip(_MARKS)
        or not time[2].earliest
    ):
        return None
    step = _STEPS.get(label["step"].lower(), "was founded")
    span, name = (sentence.start, sentence.end), f"{names.company} {step}"
    return _told(document, view, names, span, time[2], name, _action(_words(name)))


def _told(
    document: Document,
    view: View,
    names: EnglishNames,
    span: tuple[int, int],
    timex: Timex,
    name: str,
    action: Action | None,
) -> Mention:
    """The mention of a clause with this headline and step."""
    assert timex.earliest is not None
    assert timex.latest is not None
    body = view.text[span[0] : span[1]]
    figure = re.search(r"\d", name) is not None
    words = _words(body)
    modality = _modality(body)
    entities = tuple(dict.fromkeys(known for known in names.all if known in body or known in name))
    date = (
        timex.value
        if edtf.is_edtf(timex.value) and None not in edtf.bounds(timex.value)
        else edtf.from_bounds(timex.earliest, timex.latest)
    )
    ours = bool(names.company) and names.company in name
    category = action.category if action else "other"
    weight = (
        (action.weight if action else 0)
        + OF_A_KIND.get(category, 0.0)
        + (0.8 if ours else -0.3)
        + (0.5 if figure else 0)
        + (0.8 if "first" in words else 0)
        - (0.8 if modality != "fact" else 0)
    )
    start, end = view.locate(*span)
    return Mention(
        document.doc_id, start, end, timex, date, timex.earliest, timex.latest, name, category,
        entities, ranked(weight), modality, "direct",
    )  # fmt: skip


def _modality(body: str) -> Modality:
    words = _words(re.sub(r"\bMay\b", " ", body))  # the month
    known = set(words)
    if known & lexicon.HYPOTHETICAL:
        return "hypothetical"
    if known & lexicon.DENIED:
        return "denied"
    if known & lexicon.FORECASTS:
        return "forecast"
    planned = known & lexicon.PLANS
    if planned == {"plan"} and "plan to" not in " ".join(words):
        return "fact"  # announced a restructuring plan
    return "plan" if planned else "fact"
