"""Whether a headline may be printed as it stands: whoever acts, what is done, nothing left hanging."""

from __future__ import annotations

import re

from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.lexicon.english import PLANS as ENGLISH_PLANS
from timeline.lexicon.grammar import wordset

# Marks that open and close.
_PAIRS = ("“”", "《》", "「」", "『』", "（）", "()", "【】")

# ── English ──────────────────────────────────────────────────────────────────────────────────────

# A headline that begins so goes on from something, or is half of a sentence.
_GOES_ON = re.compile(
    r"(?:If|Unless|When|Whenever|That|Who|Whose|Which|Because|Although|Though|While|As|But|And|Or|Nor|Than|Most|More"
    r"|Following|Also|Then|So|Yet|He|She|It|They|We|I|You|Him|Them|Us|To|Of|By|With|From|Including|Comprising"
    r"|Just|Only|Even|Up|Down|Versus|Compared|[a-z]+ly,)\b(?! [A-Z]\w+['’])"
)
_HANGS = re.compile(
    r"(?:^|[\s,])(?:of|to|up|in|for|with|and|or|the|a|an|that|its|his|her|their|our|by|from|at|on|as|than|about|into|onto"
    r"|between|under|over|through|approximately|nearly|roughly|almost|around|which|who|where|when|while|compared|has|have"
    r"|had|been|be|is|are|was|were|will|would|can|could|should|might|did|does|do|not|also|worth|including|following|per"
    r"|more|less|no|any|every|each|both|such|very|so|said|says|according|due|but|if|because|since|further)$",
    re.I,
)
# What says nothing without the words after it: the first company|to produce…, a number|of stores.
_INCOMPLETE = re.compile(
    r"\b(?:(?:first|only|sole)(?: [\w-]+)? (?:company|firm|bank|\w*maker|manufacturer|airline|retailer|provider|brand|institution"
    r"|country|person|man|woman|one)|(?:an?|the) (?:\w+ )?(?:variety|number|range|series|majority|total|average|pair|group|share"
    r"|part|portion|stake)|(?:annual|quarterly|net|gross|operating|total|combined|significant|major|new|largest|biggest"
    r"|first|second|third|adjusted)|an? \w+(?:ous|ive|ful|able|ical|ial))$",
    re.I,
)
_LEADS_TO = wordset("track able set due ready likely way unable order agreement right opportunity")
_TWO = re.compile(
    r"(?<=[a-zA-Z]{2})[.?!][”\"]? (?=[A-Z])(?<!\bSt\. )(?<!\bvs\. )(?<!\bNo\. )(?<!\bDr\. )(?<!\bMr\. )"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|had|has|have|will|would|can|could|may|\w{2,}ed|rose|fell|grew|made|won|went|came|stood|sold|hit|cut|"
    r"left|lost|met|paid|put|ran|saw|set|spent|took|told|bought|brought|built|began|became|chose|drew|gave|got|held|kept|led|"
    r"opens|plans|expects|said|says|set|shut|sank|swung|wrote|\w{2,}(?:es|ns|ts|rs|ds|ks|ys|ls|ps|ms))\b"
)


def hangs(text: str, following: str = "") -> bool:
    """Whether an English headline that is cut here lacks what its last word wants: has been, the first bank."""
    if _HANGS.search(text) or _INCOMPLETE.search(text):
        return True
    last = text.rsplit(" ", 1)[-1]
    if following.strip() == "as" and last.endswith("ed"):
        return True  # was named|as president
    return following.strip() == "to" and (last in ENGLISH_PLANS or last in _LEADS_TO)


def english_fault(text: str) -> str:
    """What keeps an English headline from being printed; "" if nothing does."""
    if _GOES_ON.match(text):
        return "goes on"
    if not_closed(text) or text.count('"') % 2:
        return "not closed"
    if _TWO.search(text):
        return "two sentences"
    if hangs(text):
        return "cut"
    acts = _FINITE.search(text) or any(word in ENGLISH_ACTIONS for word in text.lower().split())
    return "" if acts else "no verb"


# ── both ─────────────────────────────────────────────────────────────────────────────────────────


def not_closed(text: str) -> bool:
    """Whether a bracket or a quotation mark stands alone."""
    return any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
