"""How much an event told in English matters: 1 to 3, by the same sum as Chinese ones."""

import re

from timeline.extract.events.importance import COUNTS, OF_A_KIND, ONCE, ranked
from timeline.extract.events.scoring import Judgement, Reasons
from timeline.lexicon.actions import Action
from timeline.model import Modality

_BRANCH = re.compile(
    r"\b(?:subsidiar(?:y|ies)|division|branch|office|unit|joint[ -]venture|fund|laborator(?:y|ies)|department|cent(?:re|er)|institute|plant|factory|partnership)\b"
)
_HEAD = re.compile(
    r"(?<!vice[ -])\b(?:chair(?:man|woman)?|president|CEO|chief executive|(?:managing|factory|general) (?:director|manager))\b",
    re.I,
)
_BECAME = re.compile(r"\bbec[ao]mes?\b")
_GREATEST = re.compile(r"\b(?:first|largest|biggest|greatest|number one|No\. 1)\b", re.I)
_DEAL = re.compile(r"\b(?:acquisition|merger|purchase|takeover|IPO|offering|listing|sale|deal|buyout)\b")
_A_PART = re.compile(r"\b(?:stake|shareholding|minority|(?:per ?cent|%) of)\b", re.I)
_CONTROL = re.compile(r"\b(?:control|controlling|majority|remaining|entire|100(?:%| per ?cent))\b", re.I)
_AMOUNT = re.compile(r"[$€£¥%]|\b(?:[mb]illion|RMB|CNY|HKD|USD|per ?cent)")
# What a firm's history turns on, whatever is done: (in the headline, how much it counts, as what).
_TURNS = tuple(
    (re.compile(pattern, re.I), points, reason)
    for pattern, points, reason in (
        (r"\b(?:fraud|short[- ]seller|bankruptcy|default|arrest|crash|explosion|delist|scandal|inflated|fabricated|entity list)", 1.0, "a crisis"),
        (r"\b(?:was|is|were) (?:sold to|acquired|bought|purchased|privati[sz]ed|nationali[sz]ed|taken)\b", 0.9, "who owns the firm"),
        (r"^(?:mainland )?(?:China|the (?:country|market|industry|economy|world))\b", -1.5, "the world outside"),
        (r"\b(?:campaign|advertis\w+|slogan|logo|ceremony|press conference)\b", -1.2, "publicity"),
    )
)  # fmt: skip


def importance_of(
    action: Action | None, name: str, body: str, company: str, modality: Modality
) -> tuple[int, Judgement]:
    """1–3, and why, of what a headline `name` tells of a clause `body` in a document of `company`."""
    first = _GREATEST.search(body) is not None
    category = action.category if action else "other"
    reasons = [*_of_the_step(action, name, first=first)]
    reasons += [(points, reason) for pattern, points, reason in _TURNS if pattern.search(name)]
    if category in OF_A_KIND:
        reasons.append((OF_A_KIND[category], category))
    if company:
        reasons.append((0.8, f"about {company}") if company in name else (-0.3, "about somebody else"))
    if company and re.match(rf"{re.escape(company)} was (?:launched|formed|created|started)\b", name):
        reasons.append((1.7, "once in the life of a firm"))
    if _AMOUNT.search(name):
        reasons.append((0.5, "a figure"))
    if first:
        reasons.append((0.8, "first or greatest"))
    if modality != "fact":
        reasons.append((-0.8, f"a {modality}"))
    judgement = Judgement(tuple(reasons))
    return ranked(judgement.total), judgement


def _of_the_step(action: Action | None, name: str, *, first: bool) -> Reasons:
    """What the step itself weighs."""
    if action is None:
        return ()
    reasons = [(float(action.weight), action.act)]
    apart = {"unveil": first, "win": not _DEAL.search(name)}
    if action.act in COUNTS and not apart[action.act]:
        reasons.append((COUNTS[action.act], f"how much it counts to {action.act}"))
    if action.act in ONCE:
        branch = _BRANCH.search(name)
        reasons.append((-0.6, "a part of a firm") if branch else (0.9, "once in the life of a firm"))
    if action.act in ("appoint", "resign") and not _BECAME.search(name):
        reasons.append((0.9, "the head of a firm") if _HEAD.search(name) else (-0.4, "one of its people"))
    if action.act in ("acquire", "invest") and _A_PART.search(name) and not _CONTROL.search(name):
        reasons.append((-1.5, "a part only"))
    return tuple(reasons)
