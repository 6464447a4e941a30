"""How much an event matters: 1 to 3, with the reasons."""

from __future__ import annotations

import re

from timeline.extract.events.marks import BRANCH
from timeline.extract.events.moments import time_strength
from timeline.extract.events.scoring import NUMBER, ORDINAL, Judgement, Reasons
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.who.entities import Cast

_ONCE = frozenset({"found", "list", "delist"})
_CHANGES = frozenset({"appoint", "resign"})
_HEAD = re.compile(r"(?<!副)(?:董事长|总裁|行长|首席执行官|CEO)(?!助理|办公室|秘书)")
_NEW_FIELD = re.compile(r"造[车芯]|进军|跨界|转型")


def importance_of(
    clause: Clause, placed: Placed, text: str, name: str, cast: Cast, **told: object
) -> tuple[int, Judgement]:
    """1–3, and why. `told`: how (the dating), category, modality, inherited."""
    body = text[clause.start : clause.end]
    reasons: list[tuple[float, str]] = []
    how = str(told["how"])
    if "周年" in name:
        reasons.append((1.5, "an anniversary"))
    elif clause.action and clause.action.act == "found" and how.startswith("end of"):
        reasons.append((0.5, "an age"))
    elif clause.action:
        reasons.append(
            (float(clause.action.weight), f"{clause.main.text if clause.main else ''}: {clause.action.act}")
        )
    act = clause.action.act if clause.action else ""
    if act in _ONCE and "周年" not in name and not how.startswith("end of") and not BRANCH.search(name):
        reasons.append((0.9, "once in the life of a firm"))
    if act in _CHANGES:
        reasons.append((0.6, "the head of a firm") if _HEAD.search(name) else (-0.4, "one of its people"))
    if ORDINAL.search(body):
        reasons.append((0.8, "first or greatest"))
    if NUMBER.search(name):
        reasons.append((0.5, "a figure"))
    if _NEW_FIELD.search(name):
        reasons.append((1.0, "a new field"))
    reasons += _standing(name, cast)
    if time_strength(placed, text) < 1.5 and not how.startswith("start of"):
        reasons.append((-0.6, "vague time"))
    if told["inherited"]:
        reasons.append((-0.2, "time from an earlier sentence"))
    if clause.temporal:
        reasons.append((-0.2, "told in passing"))
    if told["modality"] != "fact":
        reasons.append((-0.8, f"a {told['modality']}"))
    if told["category"] == "external":
        reasons.append((-1.0, "the world outside"))
    judgement = Judgement(tuple(reasons))
    return (3 if judgement.total >= 3.4 else 2 if judgement.total >= 1.9 else 1), judgement


def _standing(name: str, cast: Cast) -> Reasons:
    """Whom a headline is about: the company counts most."""
    if cast.company and (cast.company in name or (cast.short and cast.short in name)):
        return ((0.8, f"about {cast.company}"),)
    if cast.we and name.startswith(cast.we):
        return ((0.8, "about the company"),)
    if any(product in name for product in cast.products):
        return ((0.6, "about a product"),)
    if cast.author and cast.author in name:
        return ((0.4, "about the author"),)
    if any(person in name for person in cast.people):
        return ((0.2, "about its people"),)
    return ((-0.3, "about somebody else"),) if cast.company else ()
