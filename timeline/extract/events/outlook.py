"""How far a plan goes: 计划在2015年建厂，在2025年上市 plans both; 2010年计划上市，2011年登陆… tells what came of it."""

from __future__ import annotations

from typing import NamedTuple

from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.modality import read_modality
from timeline.extract.measures.heads import names_measure
from timeline.extract.who.pronouns import Told
from timeline.lexicon.grammar import FORECASTS, PLANS, wordset
from timeline.model import Modality

_CAME_OF_IT = wordset(
    "了 已 已经 过 曾 成功 终于 最终 才 如期 后来 随后 却 但 但是 然而 结果 实际 实际上 不过 此前 目前 如今"
)
_AHEAD = PLANS | FORECASTS


class Outlook(NamedTuple):
    """Whether the clauses so far are of a plan or a forecast, and whether their dates are its horizon."""

    modality: Modality = "fact"
    beyond: bool = True


def outlook(clause: Clause, told: Told, before: Outlook, time: Placed | None) -> Outlook:
    """What a clause is to be read as, by itself or since a plan before it goes on; `time` is its own date."""
    plan = next((word.start for word in clause.words if word.text in _AHEAD), -1)
    own = read_modality(clause.words, clause.main, past=True) if plan >= 0 else "fact"
    if own in ("plan", "forecast"):
        return Outlook(own, not clause.times or plan < clause.times[0].start)
    if before.modality == "fact":
        return before
    nouns = "".join(word.text for word in clause.words[: max(0, clause.verb)] if word.tag == "N")
    another = told.named and not names_measure(nouns)  # 销量突破100万台 has no subject of its own
    if another or any(word.text in _CAME_OF_IT for word in clause.words):
        return Outlook()
    return Outlook() if time and not before.beyond else before
