"""Whom an English document speaks of: its company, its people, every name told twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from timeline.lexicon.grammar import wordset
from timeline.model import Document

_NAME = re.compile(r"\b[A-Z][A-Za-z0-9&'’-]*(?:[ ](?:of[ ])?[A-Z][A-Za-z0-9&'’-]*)*")
_TITLED = re.compile(
    r"(?:Dr|Mr|Ms|Mrs|Prof)\.\s+((?:[A-Z][a-z]+\s?){1,3})|((?:[A-Z][a-z]+\s){1,2}[A-Z][a-z]+)(?=,? (?:as|who|said|told|chief|CEO|chair))"
    r"|\b(?:son|daughter|wife|husband|father|mother|brother|sister),?\s((?:[A-Z][a-z]+\s?){1,3})"
    r"|\b((?:[A-Z][a-z]+\s){0,2}[A-Z][a-z]+)(?=\s(?:died|was born|retired as|passed away)\b)"
)
_CORPORATE = re.compile(
    r"\b(?:Inc|Ltd|Corp|Group|Bank|Therapeutics|Technologies|Motors|Holdings|Foods|Systems|Labs|Pharma|Company|Ventures|Energy)\b"
)
# Harbor Tea Holdings Limited ("Harbor" or the "Company"): what the document calls its company.
_DEFINED = re.compile(
    r"[(（][\"“](?P<short>[A-Z][^\"”\n]{1,40})[,.]?[\"”],?\s(?:or|and|together)[^)）\n]{0,60}[\"“]"
    r"(?:[Tt]he |[Oo]ur )?(?:Company|Group|company|we)[,.]?[\"”]"
)
_INITIALS = re.compile(r"([A-Z][\w&]+(?: [A-Z][\w&]+)+) \(([A-Z]{2,6})\)")
_THE_COMPANY = re.compile(r"\b[Tt]he Company\b")
# Words with a capital that begin a sentence, not a name.
NOT_NAMES = wordset(
    """
    The A An In On At It Its He She They We I You This That These Those There Here His Her Their Our My Your
    By For From With Without Within And But Or Nor After Before During Since Until Under Over Among Between
    Through Throughout Against Despite Instead When While Where What Who Whose Which How Why As If Though
    Although Because However Meanwhile Moreover Then Thus Also Even Still Yet Only Once Again Not No Yes
    Now Today Yesterday Tomorrow Recently Earlier Later Last Previously Currently Finally Eventually
    Initially Originally Following Including Beginning Starting According Based Most More Many Some Several
    Few Such Each Every Both Any Other Others Another Two Three Four
    January February March April May June July August September October November
    December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Revenue Revenues Sales Shares Profit Earnings Drug Total Item Part Section Note Overview Business Net Board
    Up Down Series Company Group Management History Timeline Profile
    """
)


_NO_NAME = re.compile(r"(?:Q[1-4]|[12]?[HQ][1-4]?|FY\d{2,4})(?:['’]s)?")


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """Whom an English document speaks of."""

    company: str
    people: tuple[str, ...]
    all: tuple[str, ...]


def find_names(document: Document, text: str) -> EnglishNames:
    """The company (the name told most often, in full), the people, and every name told twice."""
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and (words[0] in NOT_NAMES or words[0] == "of" or _NO_NAME.fullmatch(words[0])):
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
    defined = _DEFINED.search(text)
    if defined and defined["short"] not in NOT_NAMES:
        best = defined["short"]
        companies[best] = max(companies.get(best, 0), 2)
    nameless = len(_THE_COMPANY.findall(text))
    if (
        not defined
        and nameless >= 3
        and companies.get(best, 0) < nameless
        and not document.title.startswith(best)
    ):
        best = full = ""  # the company whose report this is never gives its name
    company = best if companies.get(best, 0) >= 2 or best in document.title else ""
    known = sorted(
        {name for name, count in counts.items() if count >= 2 or _CORPORATE.search(name)} | set(people),
        key=lambda n: (-len(n), n),
    )
    return EnglishNames(company if company else full, people, tuple(known))


def _told(name: str, counts: dict[str, int], document: Document) -> int:
    title = 3 if document.title.startswith(name) else 0
    return counts[name] + title + (2 if _CORPORATE.search(name) else 0)
