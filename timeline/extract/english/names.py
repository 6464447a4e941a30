"""Whom an English document speaks of: its company, its people, every name told twice."""

import re
from collections import Counter
from dataclasses import dataclass

from timeline.extract.english.firms import find_firm
from timeline.extract.english.name_words import CORPORATE, NAME, NO_NAME, NOT_NAMES
from timeline.model import Document

_TITLED = re.compile(
    r"(?:Dr|Mr|Ms|Mrs|Prof)\.\s+((?:[A-Z][a-z]+\s?){1,3})|((?:[A-Z][a-z]+\s){1,2}[A-Z][a-z]+)(?=,? (?:as|who|said|told|chief|CEO|chair))"
    r"|((?:[A-Z][a-z]+\s){1,2}[A-Z][a-z]+)(?=, \d\d,)|\b(?:founder|billionaire|chairman|president|executive|CEO),? ((?:[A-Z][a-z]+\s?){2,3})"
    r"|\b(?:son|daughter|wife|husband|father|mother|brother|sister),?\s((?:[A-Z][a-z]+\s?){1,3})"
    r"|\b((?:[A-Z][a-z]+\s){0,2}[A-Z][a-z]+)(?=\s(?:died|was born|retired as|passed away)\b)"
)
_INITIALS = re.compile(r"([A-Z][\w&]+(?: [A-Z][\w&]+)+) \(([A-Z]{2,6})\)")


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """Whom an English document speaks of."""

    company: str
    people: tuple[str, ...]
    all: tuple[str, ...]


def find_names(document: Document, text: str) -> EnglishNames:
    """The company (the name told most often, in full), the people, and every name told twice."""
    counts: Counter[str] = Counter()
    for match in NAME.finditer(text):
        words = match.group().split()
        while words and (words[0] in NOT_NAMES or words[0] == "of" or NO_NAME.fullmatch(words[0])):
            words = words[1:]
        while words and words[-1] in NOT_NAMES:
            words = words[:-1]
        if words:
            counts[" ".join(words)] += 1
    for full, short in _INITIALS.findall(text):
        if re.sub(r"[^A-Z]", "", full).endswith(short) or full[0] == short[0]:
            counts[short] += counts.get(full, 0)  # Halden In Motion (HIM)
    people = tuple(
        dict.fromkeys(
            name.strip()
            for match in _TITLED.finditer(text)
            for name in match.groups()
            if name and not CORPORATE.search(name)
        )
    )
    firm = find_firm(document, text, people)
    known = sorted(
        {name for name, count in counts.items() if count >= 2 or CORPORATE.search(name)} | set(people),
        key=lambda n: (-len(n), n),
    )
    return EnglishNames(firm, tuple(name for name in people if name != firm), tuple(known))
