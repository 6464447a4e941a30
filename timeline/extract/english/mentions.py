"""Mentions in English text: the sentence that says what happened, its date, a headline in English."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline import edtf
from timeline.extract.english.clauses import MARKS, find_clauses, in_brackets, main_clause
from timeline.extract.english.headlines import english_headline, undated
from timeline.extract.english.importance import importance_of
from timeline.extract.english.name_words import NOT_NAMES
from timeline.extract.english.names import EnglishNames, find_names
from timeline.extract.english.steps import ACTS, DOES, find_action, find_deed, find_modality, words_of
from timeline.extract.events.sections import Sentence, find_leading, find_sentences
from timeline.extract.headlines.wellformed import english_fault
from timeline.extract.language.clauses import Placed, within
from timeline.lexicon import english as lexicon
from timeline.lexicon.actions import Action
from timeline.model import Document, Mention, Timex
from timeline.progress import Tell, each, quiet
from timeline.text import View

_SINCE = re.compile(r"\b(?:since|after|when|before|because)\b.*$")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|had|has|have|will|would|\w+ed|rose|fell|grew|made|won|went|came|stood|sold|hit|cut|paid|stole|took|gave|ran|held|led|drew|met|beat|shed)\b"
)
_SUBJECT = re.compile(
    r"\s*(?:(?:In|On|By|During)\s[^,]{2,30},\s)?(?P<name>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*)*)\s(?:was|is|became|incorporated|\w{3,}ed)\b"
)
# Ann Lee founded Harbor Tea in 1990: the firm, not the founder.
_CREATED = re.compile(
    r"\s*(?:In [^,]{2,30},\s)?(?:[A-Z][\w.'’-]*\s){1,4}(?:founded|established|started|formed|created|launched)\s"
    r"(?P<name>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*)*)"
)
# It also acquired …: goes on under the date of the sentence before.
_ALSO = re.compile(
    r"\s*(?:It|They|The (?:company|group|firm|bank)|We)\s(?:also|then|later|subsequently)\s\w+ed\b|\s*(?:It|They|We)\s(?:also\s)?(?:bought|acquired|opened|sold|launched)\b"
)
_GOES_ON = re.compile(r"^(?:and|but)\s")
INHERIT_WITHIN = 300  # characters
_RELATIVE = re.compile(r"^(?:which|who)\s", re.I)
_PRONOUN = re.compile(r"(?:it|he|she|they|we|the company|the group)\s")  # which it will abandon
# The chain opened … and|went public: who goes on acting.
_WHOSE = re.compile(
    rf"(?:[^,.;“\"]{{2,40}},\s)?(?P<subject>(?:The\s|An?\s|Its\s)?[\w&.'’-]+(?:\s[\w&.'’-]+){{0,4}}?)\s(?:\w+ly\s|also\s)?(?:{ACTS}|[a-z]{{2,}}ed)\b"
)
_NOUNS_BEFORE = re.compile(r"((?:[A-Z][\w&.'’-]*\s)*[A-Z][\w&.'’-]*)\s*,\s*(?:which|who)?\s*$")
# “We grew,” its chief said on Monday: the day on which it was spoken.
_SPOKEN = re.compile(r"[”\"][^“”\"]{0,80}\b(?:said|says|added|told \w+)(?: (?:on|in))? $")
# Founded: 1999, IPO date | 2004: a label, and nothing but its date.
_LABEL = re.compile(
    r"[\s*•|-]*(?:Date (?:of )?)?(?P<step>Founded|Founding|Established|Incorporated|Formed|Listed|Listing|IPO|Went public|Opened)"
    r"(?: date| in| on| since)?\s*[:|]\s*$",
    re.I,
)
_STEPS = {
    "listed": "was listed", "listing": "was listed", "ipo": "went public", "went public": "went public",
    "opened": "opened",
}  # fmt: skip


def find_english_mentions(
    document: Document, view: View, times: Sequence[Placed], tell: Tell = quiet
) -> list[Mention]:
    """The mentions of an English document; `times` in order of their places in the view."""
    names = find_names(document, view.text)
    document_s = names
    found: list[Mention] = []
    person = ""
    own = names  # whose the passage is
    last, earlier, lead = 0, None, None
    sentences = list(find_sentences(document, view))
    starts = [time.start for time in times]
    leading = find_leading(view.text, sentences, times, starts)
    for sentence in each(sentences, tell):
        if "\n" in view.text[last : sentence.start + 1]:
            names, earlier = own, None
        last = sentence.end
        if sentence.kind == "heading" or sentence.start in leading:
            lead = leading.get(sentence.start)
            if not lead:
                own = _headed(view.text[sentence.start : sentence.end], document_s)
            continue
        inside = [
            time
            for time in within(times, sentence.start, sentence.end, starts)
            if time.timex.anchored and time.timex.type != "SET"
        ]
        found += _of_sentence(document, view, names, person, sentence, inside, lead)
        text = view.text[sentence.start : sentence.end]
        on = _ALSO.match(text) or view.text[max(0, sentence.start - 2) : sentence.start].rstrip().endswith(
            ";"
        )
        if not inside and earlier and sentence.start - earlier.end <= INHERIT_WITHIN and on:
            span = (sentence.start, sentence.end)
            mention = _mention(document, view, names, person, span, earlier, sentence.start)
            if mention and mention.modality == "fact":
                found.append(replace(mention, rule="inherited"))
        earlier = inside[-1] if inside else earlier
        names = _meant(text, names, own)
        person = next((name for name in reversed(names.people) if name.split()[-1] in text), person)
    return found


def _of_sentence(
    document: Document, view: View, names: EnglishNames, person: str, sentence: Sentence,
    inside: Sequence[Placed], lead: Placed | None,
) -> list[Mention]:  # fmt: skip
    """What a sentence tells under the times `inside` it, or under the time that leads its lines."""
    found: list[Mention] = []
    spans = find_clauses(view.text, sentence.start, sentence.end, inside)
    words = words_of(view.text[sentence.start : sentence.end])
    if lead and not inside and (step := find_action(words)) and step.weight >= 2:
        spans = ((sentence.start, sentence.end, lead, True),)
    if len(inside) == 1 and (field := _field(document, view, names, sentence, inside[0])):
        found.append(field)
    for start, end, time, led in spans:
        span = main_clause(view.text, start, end)
        mention = _mention(document, view, names, person, span, time, sentence.start, led=led)
        if mention:
            found.append(mention)
    return found


def _headed(heading: str, names: EnglishNames) -> EnglishNames:
    """The names of a passage: where its heading is no more than a name of the text, that is its firm."""
    title = heading.strip(" #*:\n")
    words = title.split()
    if title in names.people or set(words) & NOT_NAMES or not all(word[0].isupper() for word in words):
        return names
    akin = bool(names.company) and (title in names.company or title.startswith(names.company))
    told = title in names.all or (bool(words) and words[0] in names.all)
    return replace(names, company=title) if told and not akin else names


def _meant(text: str, names: EnglishNames, own: EnglishNames) -> EnglishNames:
    """The names after a sentence: whom 'the company' means from here on."""
    firm = _CREATED.match(text) or _SUBJECT.match(text)
    if not firm:
        return names
    name = firm["name"]
    if own.company and (name.startswith(own.company) or own.company.startswith(name)):
        return own
    if name in names.all and name.split()[0] not in NOT_NAMES and name not in names.people:
        return replace(own, company=name)
    return names


def _mention(
    document: Document, view: View, names: EnglishNames, person: str, span: tuple[int, int], time: Placed,
    sentence: int, *, led: bool = False,
) -> Mention | None:  # fmt: skip
    """What a clause tells at a time, where it tells a step or a figure; an entry `led` by its date tells one anyway.

    `sentence` is where its sentence begins.
    """
    timex = time.timex
    if timex.earliest is None or timex.latest is None or _SPOKEN.search(view.text, span[0], time.start):
        return None
    span = _evidence(view.text, span, time)
    body = view.text[slice(*span)]
    relative = _RELATIVE.match(body.lstrip())
    subject = _NOUNS_BEFORE.search(view.text, max(0, span[0] - 60), span[0]) if relative else None
    if (relative and not subject) or set(words_of(body)) & lexicon.OPINIONS or body.rstrip().endswith("?"):
        return None
    if re.match(r"\s*(?:up|down|compared|versus|[Aa]s \w+ed)\b", body):
        return None  # as required by the agreement signed on May 10
    words = words_of(_SINCE.sub("", body))
    action = find_action(words) or (find_action(words, present=True) if led else None)
    told = undated(view.text, span, time)
    figure = re.search(r"[$€£¥]?\d", told) is not None
    if action is None and not figure and not led and not find_deed(words_of(told)):
        return None
    told = _GOES_ON.sub("", told)
    if subject:
        said = _RELATIVE.sub("", told.strip(" .,"))
        told = f"{said} {subject[1]}" if _PRONOUN.match(said) else f"{subject[1]} {said}"
    elif DOES.match(told) and (before := _WHOSE.match(view.text[sentence : span[0]])):
        told = f"{before['subject']} {told}"
    name = english_headline(told, names, person)
    said = (led and not english_fault(name)) or _says_something(name, figure)
    if len(name) < 8 or " " not in name or not said:
        return None
    return _told(document, view, names, span, timex, name, action)


def _evidence(text: str, span: tuple[int, int], time: Placed) -> tuple[int, int]:
    """The part of a clause that the time is of: after 'since', and before the comma that ends 'which …'."""
    start, end = span
    since = _SINCE.search(text[start:end])
    aside = since is not None and in_brackets(text, start, start + since.start())
    if since and not aside and start + since.start() < time.start < end:
        start += since.start() + len(since.group().split()[0]) + 1
    body = text[start:end]
    after = time.end - start
    if _RELATIVE.match(body.lstrip()) and (comma := body.find(",", max(0, after))) >= after > 0:
        end = start + comma
    return start, end


def _says_something(name: str, figure: bool) -> bool:
    """Whether a headline names a step or something to come, or states a figure with a verb."""
    words = words_of(name)
    if find_modality(name) != "fact" or find_action(words) or find_deed(words):
        return True
    return figure and _VERBS.search(name) is not None


def _field(
    document: Document, view: View, names: EnglishNames, sentence: Sentence, time: Placed
) -> Mention | None:
    """What a label tells of the document's company: Founded: 1999."""
    label = _LABEL.match(view.text[sentence.start : time.start])
    if (
        not label
        or not names.company
        or view.text[time.end : sentence.end].strip(MARKS)
        or not time.timex.earliest
    ):
        return None
    step = _STEPS.get(label["step"].lower(), "was founded")
    span, name = (sentence.start, sentence.end), f"{names.company} {step}"
    return _told(document, view, names, span, time.timex, name, find_action(words_of(name)))


def _told(
    document: Document, view: View, names: EnglishNames, span: tuple[int, int], timex: Timex, name: str,
    action: Action | None,
) -> Mention:  # fmt: skip
    """The mention of a clause with this headline and step."""
    assert timex.earliest is not None
    assert timex.latest is not None
    body = view.text[span[0] : span[1]]
    modality = find_modality(body)
    entities = tuple(dict.fromkeys(known for known in names.all if known in body or known in name))
    date = (
        timex.value
        if edtf.is_edtf(timex.value) and None not in edtf.bounds(timex.value)
        else edtf.from_bounds(timex.earliest, timex.latest)
    )
    category = action.category if action else "other"
    importance, _ = importance_of(action, name, body, names.company, modality)
    start, end = view.locate(*span)
    return Mention(
        document.doc_id, start, end, timex, date, timex.earliest, timex.latest, name, category,
        entities, importance, modality, "direct",
    )  # fmt: skip
