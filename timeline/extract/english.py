"""Mentions in English text: the sentence that says what happened, its date, a headline in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.extract.sections import find_sentences
from timeline.lexicon import english as lexicon
from timeline.lexicon.actions import Action
from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.model import Document, Mention, Modality, Timex
from timeline.text import View

LIMIT = 60  # characters of an English headline
_NAME = re.compile(r"\b[A-Z][A-Za-z0-9&'’-]*(?:[ ](?:of[ ])?[A-Z][A-Za-z0-9&'’-]*)*")
_TITLED = re.compile(
    r"(?:Dr|Mr|Ms|Mrs|Prof)\.\s+((?:[A-Z][a-z]+\s?){1,3})|((?:[A-Z][a-z]+\s){1,2}[A-Z][a-z]+)(?=,? (?:as|who|said|chief|CEO|chair))"
)
_CORPORATE = re.compile(
    r"\b(?:Inc|Ltd|Corp|Group|Bank|Therapeutics|Technologies|Motors|Holdings|Foods|Systems|Labs|Pharma|Company|Ventures|Energy)\b"
)
_NOT_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "Its",
        "He",
        "She",
        "They",
        "We",
        "I",
        "This",
        "That",
        "By",
        "For",
        "From",
        "With",
        "And",
        "But",
        "After",
        "Before",
        "Every",
        "Two",
        "Three",
        "Four",
        "When",
        "While",
        "As",
        "If",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Revenue",
        "Drug",
        "Item",
        "Part",
        "Section",
        "Note",
        "Overview",
        "Business",
        "Our",
        "Net",
        "Board",
        "During",
        "Up",
        "Down",
        "Series",
    ]
)
_BREAK = re.compile(
    r";\s|\sand\s(?=(?:bought|acquired|opened|launched|sold|raised|closed|named|listed|moved|began|became|signed"
    r"|went public|completed|announced|appointed|floated|merged|withdrew|settled)\b)|,\s(?=(?:its|and|but|while|which|who|making|replacing|raising|up|down)\b)|\s[—–-]\s|:\s"
)
_CUTS = (", ", " after ", " led by ", " with ", " from ", " for ", " and ", " at ", " to ", " in ", " of ")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_REPORTED = re.compile(
    r"^(.{2,40}?) (?:said|announced|reported)(?: on \w+)?(?: that)? (?:it|they|the company|the group) (will|would|plans|has|had|is)\b"
)
_BULLET = re.compile(r"^[\s\-–—•*·]+")
_APPOSITION = re.compile(r"^([A-Z][\w .&'’-]{1,40}), (?:a|an|the|based|formerly|one)\b[^,]{3,80}, ")
_COMPARISON = re.compile(
    r"^(?:up|down)\s[^,]{2,40},\s*|,?\s*(?:compared|versus)\b.*$|,\s*(?:up|down)\s.*$", re.I
)
_COMPARED = re.compile(
    r"(?:\b(?:from|over|than|versus|since)|compared (?:with|to)[^,.]{0,30}?(?: in| for| at)?)\s$"
)
_OUR = re.compile(r"^(?:our|its)\s(?:competitor|rival|partner|subsidiary),?\s(?=[A-Z])", re.I)
_OURS = re.compile(r"^(?:our|its|their|the company['’]s)\s(?=\w)", re.I)
_FIGURES = re.compile(
    r"^(?:(?:annual|total|net|gross|quarterly|operating) )?(?:revenues?|sales|income|profits?|loss|earnings)\b",
    re.I,
)
_TAIL = re.compile(
    r"[\s,]+(?:of|to|up|in|for|with|and|the|a|an|that|its|by|from|at|on|or|as|than|about|approximately|which|compared)$"
)
_AGREES = re.compile(r"(?<=\w )(expect|plan|intend|aim|believe)(?= to\b)")
_LAST_PHRASE = re.compile(r"\s(?:across|in|at|of|for|as|to|with|from|by|through)\s(?:[A-Z]\S*\s?)+$")
_DID = re.compile(r"^(?!the\b)[a-z]+ed\s")
_SINCE = re.compile(r"\b(?:since|after|when|before|because)\b.*$")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|had|has|have|will|would|\w+ed|rose|fell|grew|made|won|went|came|stood|sold|hit|cut)\b"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
_US = re.compile(r"^(?:we|the company|the firm|the bank|the group|it)\b", re.I)
_HIM = re.compile(r"^(?:he|she)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Names:
    """Whom an English document speaks of."""

    company: str
    people: tuple[str, ...]
    all: tuple[str, ...]


def find_english_mentions(
    document: Document, view: View, times: Sequence[tuple[int, int, Timex]]
) -> list[Mention]:
    """The mentions of an English document; `times` are (start, end, timex) in the view, sorted."""
    names = _find_names(document, view.text)
    found: list[Mention] = []
    person = ""
    for sentence in find_sentences(document, view):
        if sentence.kind == "heading":
            continue
        inside = [
            time
            for time in times
            if sentence.start <= time[0] < sentence.end and time[2].anchored and time[2].type != "SET"
        ]
        for start, end, time in _clauses(view.text, sentence.start, sentence.end, inside):
            mention = _mention(document, view, names, person, (start, end), time)
            if mention:
                found.append(mention)
        text = view.text[sentence.start : sentence.end]
        person = next((name for name in reversed(names.people) if name.split()[-1] in text), person)
    return found


def _clauses(
    text: str, start: int, end: int, times: Sequence[tuple[int, int, Timex]]
) -> Iterator[tuple[int, int, tuple[int, int, Timex]]]:
    """(start, end, time) of the clauses that have a time, or that follow one with an action of their own."""
    if not times:
        return
    current, taken = times[0], False
    position = start
    for stop, following in [(match.start(), match.end()) for match in _BREAK.finditer(text, start, end)] + [
        (end, end)
    ]:
        own = [time for time in times if position <= time[0] < stop]
        firm = [time for time in own if not _COMPARED.search(text, max(position, time[0] - 48), time[0])]
        own = firm or own  # up 12% from 2021, revenue reached … in 2022
        current = own[0] if own else current
        if own and not _WORD.search(text, own[-1][1], stop) and not text[position : own[0][0]].strip():
            position, taken = following, True  # 2003 – Founded in …: the date leads
            continue
        if own or (taken and _action(_words(text[position:stop])) and _subject_first(text[position:stop])):
            yield position, stop, current
            taken = True
        position = following


def _subject_first(clause: str) -> bool:
    return re.match(r"\s*(?:and|but|while)?\s*(?:the company|it|[A-Z])", clause) is not None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _action(words: Sequence[str]) -> Action | None:
    text = " ".join(words)
    for phrase, verb in lexicon.ENGLISH_PHRASES.items():
        if phrase in text:
            return ENGLISH_ACTIONS[verb]
    found = [ENGLISH_ACTIONS[word] for word in words if word in ENGLISH_ACTIONS]
    return max(found, key=lambda action: action.weight) if found else None


def _mention(
    document: Document,
    view: View,
    names: _Names,
    person: str,
    span: tuple[int, int],
    time: tuple[int, int, Timex],
) -> Mention | None:
    body = view.text[span[0] : span[1]]
    timex = time[2]
    since = _SINCE.search(body)
    if since and span[0] + since.start() < time[0] < span[1]:
        span = (span[0] + since.start() + len(since.group().split()[0]) + 1, span[1])
        body = view.text[span[0] : span[1]]
    words = _words(body)
    action = _action(_words(_SINCE.sub("", body)))
    if (
        timex.earliest is None
        or timex.latest is None
        or set(words) & lexicon.OPINIONS
        or body.rstrip().endswith("?")
    ):
        return None
    if re.match(r"\s*(?:up|down|compared|versus)\b", body):
        return None
    figure = re.search(r"[$€£¥]?\d", _undated(view.text, span, time)) is not None
    if action is None and not figure:
        return None
    name = _headline(_undated(view.text, span, time), names, person)
    if (
        len(name) < 8
        or " " not in name
        or not (
            _modality(_words(name)) != "fact" or _action(_words(name)) or (figure and _VERBS.search(name))
        )
    ):
        return None
    modality = _modality(words)
    entities = tuple(dict.fromkeys(known for known in names.all if known in body or known in name))
    date = (
        timex.value
        if edtf.is_edtf(timex.value) and None not in edtf.bounds(timex.value)
        else edtf.from_bounds(timex.earliest, timex.latest)
    )
    ours = bool(names.company) and names.company in name
    weight = (
        (action.weight if action else 0)
        + (0.8 if ours else -0.5)
        + (0.5 if figure else 0)
        + (0.8 if "first" in words else 0)
        - (0.8 if modality != "fact" else 0)
    )
    start, end = view.locate(*span)
    return Mention(
        document.doc_id, start, end, timex, date, timex.earliest, timex.latest, name, action.category if action else "other",
        entities, 3 if weight >= 3.4 else 2 if weight >= 1.9 else 1, modality, "direct",
    )  # fmt: skip


def _undated(text: str, span: tuple[int, int], time: tuple[int, int, Timex]) -> str:
    """The clause without its date and the preposition before it."""
    start, end = span
    if not start <= time[0] < end:
        return text[start:end].strip()
    before, after = text[start : time[0]].rstrip(), text[time[1] : end]
    while (last := before.rsplit(None, 1)) and last[-1].lower().strip(",") in (
        *lexicon.PREPOSITIONS,
        "the",
        "end",
        "beginning",
    ):
        before = last[0] if len(last) > 1 else ""
    return f"{before} {after.lstrip(' ,')}".strip(" ,")


def _headline(clause: str, names: _Names, person: str) -> str:
    """The clause as a headline: names for pronouns, cut where a phrase ends."""
    text = re.sub(r"\s+", " ", clause).strip(" ,.;")
    text = re.sub(r"^(?:and|but|while|however|then|meanwhile|also)\b,?\s*", "", text, flags=re.I)
    text = _BULLET.sub("", re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", "", text)))
    text = _COMPARISON.sub("", _OUR.sub("", _APPOSITION.sub(r"\1 ", text)))
    text = re.sub(rf"^In (?:{_MONTHS})\b,?\s*", "", text)
    text = _REPORTED.sub(r"\1 \2", text)
    if names.company and (
        text.split(" ", 1)[0] in ENGLISH_ACTIONS
        or text.startswith(tuple(lexicon.ENGLISH_PHRASES))
        or _DID.match(text)
    ):
        text = f"{names.company} {text}"
    elif names.company and (_OURS.match(text) or _FIGURES.match(text)):
        rest = _OURS.sub("", text)
        owner = f"{names.company}'" if names.company.endswith("s") else f"{names.company}'s"
        text = f"{owner} {rest[:1].lower() if _FIGURES.match(rest) else rest[:1]}{rest[1:]}"
    elif names.company and _US.match(text):
        text = _AGREES.sub(r"\1s", _US.sub(names.company, text, count=1), count=1)
    elif person and _HIM.match(text):
        text = _HIM.sub(person, text, count=1)
    text = re.sub(r"\s+ended\s+(?:\d|[A-Z]).*$|,\s*(?:its|the)\s\w+(?=[\s.]*$)", "", text)
    text = re.sub(r"\b(?:Mr|Ms|Mrs)\.\s", "", text)
    text = re.sub(r"\b[Bb]oard of [Dd]irectors\b", "board", text)
    text = re.sub(r"\bour\b", "its", re.sub(r"\bwe\b", "it", text))
    if len(text) > LIMIT:
        text = re.sub(r",[^,]{3,80},", "", text, count=1)
    for cut in _CUTS:
        while len(text) > LIMIT and text.rfind(cut) > 16:
            if cut == " to " and text[: text.rfind(cut)].rsplit(" ", 1)[-1] in lexicon.PLANS:
                break  # expects to …
            text = text[: text.rfind(cut)]
    if len(text) > LIMIT:
        kept = text[:LIMIT].rsplit(" ", 1)[0]
        cut_name = kept.rsplit(" ", 1)[-1][:1].isupper() and text[len(kept) + 1 : len(kept) + 2].isupper()
        text = _LAST_PHRASE.sub("", kept) if cut_name else kept
    text = re.sub(r"\s+,", ",", text.strip(" ,.;"))
    while _TAIL.search(text):
        text = _TAIL.sub("", text)
    return text[:1].upper() + text[1:]


def _modality(words: Sequence[str]) -> Modality:
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


def _find_names(document: Document, text: str) -> _Names:
    """The company (the name told most often, in full), the people, and every name told twice."""
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and words[0] in _NOT_NAMES:
            words = words[1:]
        while words and words[-1] in _NOT_NAMES:
            words = words[:-1]
        if words:
            counts[" ".join(words)] += 1
    people = tuple(
        dict.fromkeys(
            name.strip()
            for match in _TITLED.finditer(text)
            for name in match.groups()
            if name and not _CORPORATE.search(name)
        )
    )
    companies = {
        name: count
        for name, count in counts.items()
        if not any(part in person for person in people for part in [name])
    }
    best = min(companies, key=lambda name: (-_told(name, companies, document), name), default="")
    full = max(
        (name for name in companies if name.startswith(best + " ") and _CORPORATE.search(name)),
        key=len,
        default=best,
    )
    company = best if companies.get(best, 0) >= 2 or best in document.title else ""
    known = sorted(
        {name for name, count in counts.items() if count >= 2 or _CORPORATE.search(name)} | set(people),
        key=lambda n: (-len(n), n),
    )
    return _Names(company if company else full, people, tuple(known))


def _told(name: str, counts: dict[str, int], document: Document) -> int:
    title = 3 if document.title.startswith(name) else 0
    return counts[name] + title + (2 if _CORPORATE.search(name) else 0)
