"""Headlines of English clauses: names for pronouns, no date, cut where a phrase ends."""

from __future__ import annotations

import re

from timeline.extract.english_names import EnglishNames
from timeline.lexicon import english as lexicon
from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.model import Timex

LIMIT = 60  # characters of an English headline
SPARE = 14  # more, where a phrase would be cut in two without
_CUTS = (
    ", ",
    " in which ",
    " when ",
    " while ",
    " because ",
    " after ",
    " across ",
    " led by ",
    " with ",
    " from ",
    " for ",
    " and ",
    " at ",
    " to ",
    " in ",
    " of ",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_REPORTED = re.compile(
    r"^(.{2,40}?) (?:said|announced|reported)(?: on \w+)?(?: that)? (?:it|they|the company|the group) (will|would|plans|has|had|is)\b"
)
_BULLET = re.compile(r"^[\s\-–—•*·]+")
_APPOSITION = re.compile(r"^([A-Z][\w .&'’-]{1,40}), (?:a|an|the|based|formerly|one)\b[^,]{3,80}, ")
_COMPARISON = re.compile(
    r"^(?:up|down)\s[^,]{2,40},\s*|,?\s*(?:compared|versus)\b.*$|,\s*(?:up|down)\s.*$", re.I
)
_OUR = re.compile(r"^(?:our|its)\s(?:competitor|rival|partner|subsidiary),?\s(?=[A-Z])", re.I)
_OURS = re.compile(r"^(?:our|its|their|the company['’]s)\s(?=\w)", re.I)
_FIGURES = re.compile(
    r"^(?:(?:annual|total|net|gross|quarterly|operating) )?(?:revenues?|sales|income|profits?|loss|earnings)\b",
    re.I,
)
# SHENZHEN, June 5 /Newswire/ -- : where and when a release was put out.
DATELINE = re.compile(
    r"\s*[A-Z][A-Z .,'’-]{2,40}(?:,\s?[A-Z][\w.]+)*,?\s[^–—-]{0,40}?(?:/[\w -]+/)?\s*(?:--+|[–—])\s*"
)
_LEGAL = re.compile(r",?\s(?:Inc|Ltd|LLC|Corp|Co|PLC|plc)\b\.?,?(?=\s|$)")
_GLOSS = re.compile(r",\s(?:a|an|the|one of)\s[^,]{3,80}$")
_PADDING = re.compile(
    r"\s(?:today|previously (?:announced|disclosed)|(?:has|had|have) (?=\w+ed\b)|successfully|officially)(?=\s)"
)
_BASED = re.compile(r"\b[A-Z]\w+, [A-Z][\w.]*-based ")
_COUNTED = re.compile(
    r"^(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal)\s[^,]{3,40},\s([A-Z][^,]+(?:,\s[A-Z][^,]+)*\sand\s(?:the\s)?[A-Z][^,]+),\s"
)
_THE_COMPANY = re.compile(r"(?<=\w )the (?:company|group|firm)\b(?!['’]s)")
_TAIL = re.compile(
    r"[\s,]+(?:of|to|up|in|for|with|and|the|a|an|that|its|by|from|at|on|or|as|than|about|approximately|which|compared)$"
)
_AGREES = re.compile(r"(?<=\w )(expect|plan|intend|aim|believe)(?= to\b)")
_LAST_PHRASE = re.compile(
    r"\s(?:across|in|at|of|on|for|as|to|with|from|by|through)\s(?:the\s)?(?:[A-Z]\S*\s?)+$"
)
_GAIN = re.compile(
    r"\s?,\s(?:an?|the)\s(?:\w+\s)?(?:increase|decrease|jump|rise|drop|decline|gain|fall|surge|growth)\b.*$"
)
# What says nothing without the words after it: the first company|to produce…, a number|of stores.
_INCOMPLETE = re.compile(
    r"\b(?:(?:first|only|sole)(?: [\w-]+)? (?:company|firm|bank|\w*maker|manufacturer|airline|retailer|provider|brand|institution|country|person|man|woman|one)|(?:an?|the) (?:\w+ )?(?:variety|number|range|series|majority|total|average|pair|group|share|part|portion|stake))$",
    re.I,
)
_PHRASE_ENDS = re.compile(
    r"(?=,|;|\s(?:and|or|of|in|on|at|to|for|from|with|by|as|after|when|while|which|that|who|through|under|between|into)\b|$)"
)
_OWNED_BY = re.compile(r"^(?:[A-Z][\w.-]*\s){1,3}?[A-Z]?[\w.-]*['’]s\s(?=[A-Z])")
_DID = re.compile(r"^(?!the\b)[a-z]+ed\s")
# What a headline does without at its beginning.
_LEAD = re.compile(
    r"^(?:for (?:example|instance)|in addition|additionally|moreover|furthermore|finally|eventually|subsequently|initially|later"
    r"|in turn|it (?:was|is) (?:reported|announced|said|rumou?red) that|as a result|in fact|to that end|at that time|that (?:same )?year|on the basis of [^,]{3,60}|according to [^,]{3,60})\b,?\s*",
    re.I,
)
_US = re.compile(r"^(?:we|the company|the firm|the bank|the group|it|they)\b", re.I)
_WE = re.compile(r"^we\b", re.I)
_HIM = re.compile(r"^(?:he|she)\b", re.I)


def undated(text: str, span: tuple[int, int], time: tuple[int, int, Timex]) -> str:
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
        "just",
        "only",
        "barely",
    ):
        before = last[0] if len(last) > 1 else ""
    joint = "," if before and _GAIN.match(after) else ""
    return f"{before}{joint} {after.lstrip(' ,')}".strip(" ,")


def english_headline(clause: str, names: EnglishNames, person: str) -> str:
    """The clause as a headline: names for pronouns, cut where a phrase ends."""
    text = re.sub(r"\s+", " ", clause).strip(" ,.;")
    text = text[put_out.end() :] if (put_out := DATELINE.match(text)) else text
    text = re.sub(r"^(?:and|but|while|however|then|meanwhile|also)\b,?\s*", "", text, flags=re.I)
    text = re.sub(r" (?:also|then) (?=[a-z])", " ", _LEAD.sub("", text), count=1)
    text = _BULLET.sub("", re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", " ", text)))
    text = _LEGAL.sub("", _COUNTED.sub(r"\1 ", text))
    text = _BASED.sub("", text)
    text = _COMPARISON.sub("", _OUR.sub("", _APPOSITION.sub(r"\1 ", text)))
    text = re.sub(rf"^(?:In (?:{_MONTHS})\b|(?:[Ii]n )?\d{{4}}),?\s*", "", text)
    text = _REPORTED.sub(r"\1 \2", text)
    if names.company and (
        text.split(" ", 1)[0] in ENGLISH_ACTIONS
        or text.split(" ", 1)[0] in lexicon.PLANS
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
    elif _WE.match(text):
        text = _WE.sub("The company", text, count=1)
    elif person and _HIM.match(text):
        text = _HIM.sub(person, text, count=1)
    if names.company and not text.startswith(names.company):
        text = _THE_COMPANY.sub(names.company, text, count=1)
    text = re.sub(r"\s+ended\s+(?:\d|[A-Z]).*$|,\s*(?:its|the)\s\w+(?=[\s.]*$)", "", text)
    text = re.sub(r"\b(?:Mr|Ms|Mrs)\.\s", "", text)
    text = re.sub(r"\b[Bb]oard of [Dd]irectors\b", "board", text)
    text = re.sub(r"\bour\b", "its", re.sub(r"\bwe\b", "it", text))
    if len(text) > LIMIT:
        text = _PADDING.sub("", _GLOSS.sub("", text))
    if len(text) > LIMIT:
        text = re.sub(r",[^,]{3,80},", "", text, count=1)
    text = _shortened(text)
    text = re.sub(r"\s+,", ",", text.strip(" ,.;"))
    while _TAIL.search(text):
        text = _TAIL.sub("", text)
    return text[:1].upper() + text[1:]


def _shortened(text: str) -> str:
    """About LIMIT characters, cut where a phrase ends: never inside a number, a name, or what a verb takes."""
    if len(text) > LIMIT:
        text = _OWNED_BY.sub("", _GAIN.sub("", text))
    for cut in _CUTS:
        while len(text) > LIMIT and text.rfind(cut) > 16:
            before = text[: text.rfind(cut)]
            if cut == " to " and before.rsplit(" ", 1)[-1] in lexicon.PLANS:
                break  # expects to …
            if cut != ", " and _INCOMPLETE.search(before):
                break
            text = before
    if len(text) <= LIMIT:
        return text
    whole = next(
        (
            end.start()
            for end in _PHRASE_ENDS.finditer(text, LIMIT - 1)
            if not _INCOMPLETE.search(text[: end.start()])
        ),
        len(text),
    )
    if whole <= LIMIT + SPARE:
        return text[:whole]
    kept = text[:LIMIT].rsplit(" ", 1)[0]
    cut_name = kept.rsplit(" ", 1)[-1][:1].isupper() and text[len(kept) + 1 : len(kept) + 2].isupper()
    return (
        _LAST_PHRASE.sub("", kept)
        if cut_name
        else re.sub(r"\s(?:an?|the)?\s?(?:[\w-]+\s)?[$€£¥]?\d[\d.,]*$", "", kept)
    )
