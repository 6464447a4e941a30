"""Which firm an English document is of: every name weighed by what it does, where it stands, and how often."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extract.english.name_words import CORPORATE, GOES_ON, NAME, NO_NAME, NOT_NAMES
from timeline.lexicon.exchanges import EXCHANGES
from timeline.lexicon.grammar import wordset
from timeline.model import Document

# NEW YORK (AP) —, Edgewood, N.Y. (December 20, 2018) –, HANGZHOU, March 28, 2024 /PRNewswire/ --: where it was written.
_DATELINE = re.compile(
    r"(?m)^[^\n–—()]{3,90}?(?:\((?:AP|AFP|UPI|Reuters|Xinhua|Bloomberg|[A-Z ]*WIRE|[A-Z][a-z]+ \d{1,2}, \d{4})\)"
    r"|/[A-Za-z ]*[Nn]ewswire/)\s?[–—-]{1,3}"
)
# What firms do or have, right after their name.
_DEED = re.compile(
    r"(?:['’]s?(?!\w))?(?:,? (?:Inc|Corp|Corporation|Ltd|Co|Group|Company)\b\.?)*(?: \([^()\n]{1,40}\))?,? "
    r"(?:(?:today|also|now|has|have|had|will|was|is|are|were|recently|yesterday|first|later) )*"
    r"(?:said (?:that )?it|announc|report(?:s|ed)\b|post(?:s|ed)\b|acquir|bought|found(?:ed|er)|established|incorporated|open(?:s|ed)|launch|went public"
    r"|began|started|shares|stock|revenue|sales|profit|earnings|results|net income|agreed|rais(?:es|ed)|lower(?:s|ed)|cuts?\b|employ|operat|merg|renamed|named"
    r"|complet|offer|expand|selling|sold|introduc|plans|store|products?\b|CEO|chief|headquarter|an? [^.\n]{0,60}?(?:company|maker|retailer|manufacturer|chain|bank|group|firm)\b)"
)
_PLACED = re.compile(r"\b(?:in|at|near|of|from|to|around|outside) (?:[A-Z][\w.]+, )?$")
# Harbor Tea Holdings Limited ("Harbor" or the "Company"): what the document calls its company.
_DEFINED = re.compile(
    r"[(（][\"“](?P<short>[A-Z][^\"”\n]{1,40})[,.]?[\"”](?:,?\s(?:or|and|together)[^)）\n]{0,60}[\"“]"
    r"(?:[Tt]he |[Oo]ur )?(?P<own>Company|Group|company|we)[,.]?[\"”])?"
)
_THE_COMPANY = re.compile(r"\b[Tt]he Company\b")
_LEGAL = wordset("Inc Corp Corporation Ltd Limited Co Plc PLC LLC LP AG SE NV SA AB")
_IN_FULL = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|Co|Plc|LLC)\b")
_NAMED = re.compile(r"(?:named|renamed|called|[Nn]ame to|the company|became)(?: it| the company)? $")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 6  # words of a name
_RIVAL = 0.6  # of the best score: a second name of that weight makes it a text about several firms


@dataclass(slots=True)
class _Seen:
    """How the names of a text are told."""

    told: Counter[str] = field(default_factory=Counter)  # alone, or as the beginning of a longer name
    alone: Counter[str] = field(default_factory=Counter)
    deeds: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)  # where no sentence begins
    placed: Counter[str] = field(default_factory=Counter)  # after in, near …


def find_firm(document: Document, text: str, people: Sequence[str]) -> str:
    """The firm that an English document is of; "" if it is of none or of several, or never names it."""
    plain, title = _DATELINE.sub("\n", text), _DATELINE.sub("", document.title).lstrip()
    seen = _read(plain)
    defined = _DEFINED.search(plain)
    if defined and defined["own"] and defined["short"] not in NOT_NAMES:
        return defined["short"]
    if defined and seen.alone[defined["short"]]:
        seen.deeds[defined["short"]] += 2
    persons = "\n".join(name for name in people if not seen.deeds[name] and not title.startswith(name))
    scores = {
        name: score
        for name in seen.alone
        if name not in persons and not _is_exchange(name) and (score := _score(name, seen, title)) > 0
    }
    ranked = sorted(scores, key=lambda name: (-scores[name], len(name), name))
    if not ranked:
        return ""
    best = ranked[0]
    words = {*best.casefold().split()}
    rival = next((name for name in ranked[1:] if not words & {*name.casefold().split()}), "")
    known = title.startswith(best) or (best in title and rival not in title)
    if not known and scores.get(rival, 0) >= _RIVAL * scores[best]:
        return ""
    best = _as_told(best, seen)
    nameless = len(_THE_COMPANY.findall(text))
    if nameless >= 3 and seen.told[best] < nameless and not title.startswith(best):
        return ""  # the company whose report this is never gives its name
    sure = seen.told[best] >= 2 or title.startswith(best) or CORPORATE.search(best)
    return best if sure else ""


def _is_exchange(name: str) -> bool:
    return name.endswith("Exchange") or any(words.fullmatch(name) for _, words in EXCHANGES)


def _as_told(best: str, seen: _Seen) -> str:
    """The name in full, Halden Systems, unless the text tells Halden alone too."""
    short = best.rpartition(" ")[0]
    if seen.alone[short] >= max(2, 2 * seen.alone[best]) or (best.endswith(" Group") and seen.alone[short]):
        return short
    full = [name for name in seen.alone if name.startswith(f"{best} ") and CORPORATE.search(name)]
    often = [name for name in full if 2 * seen.alone[name] > seen.alone[best]]
    return max(full if seen.alone[best] < 2 else often, key=len, default=best)


def _read(text: str) -> _Seen:
    seen = _Seen()
    for match in NAME.finditer(text):
        words, start = match.group().split(), match.start()
        while words and (
            words[0] in NOT_NAMES or words[0] in _LEGAL or words[0] == "of" or NO_NAME.fullmatch(words[0])
        ):
            start += len(words.pop(0)) + 1
        words = GOES_ON.sub("", " ".join(words)).split()
        if not words or len(words) > _LONGEST:  # a heading with capitals throughout
            continue
        end = start + len(" ".join(words)) - (2 if words[-1].endswith(("'s", "’s")) else 0)
        words[-1] = _POSSESSIVE.sub("", words[-1])
        full = words[-1] in _LEGAL or _IN_FULL.match(text, end) is not None
        while words[-1] in _LEGAL or (
            len(words) > 1 and words[-1] in NOT_NAMES and not CORPORATE.fullmatch(words[-1])
        ):
            words.pop()
        name, before = " ".join(words), text[max(0, start - 40) : start]
        seen.alone[name] += not before.endswith(('("', "(“", "("))
        seen.within[name] += re.search(r"[\w,;:&] ?$", before) is not None
        seen.placed[name] += _PLACED.search(before) is not None
        deeds = (_DEED.match(text, end) is not None) + full + (_NAMED.search(before) is not None)
        for size in range(1, len(words) + 1):
            seen.told[" ".join(words[:size])] += 1
            seen.deeds[" ".join(words[:size])] += deeds
    return seen


def _score(name: str, seen: _Seen, title: str) -> float:
    """How much speaks for a name; 0 for an ordinary word that begins a sentence, and for a place."""
    corporate, heads = CORPORATE.search(name) is not None, title.startswith(name)
    deeds = min(seen.deeds[name], seen.alone[name])
    told = (seen.told[name] + seen.alone[name]) / 2
    reported = heads and GOES_ON.match(title, len(name))
    if not deeds and not corporate and not reported:
        steady = seen.within[name] >= 3 or (heads and told >= (2 if " " in name else 3))
        if not steady or 2 * seen.placed[name] > seen.alone[name]:
            return 0
    return told + 2 * deeds + 2 * corporate + 2 * (name in title) + 5 * heads
