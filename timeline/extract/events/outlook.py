"""How far a plan goes: 计划在2015年建厂，在2025年上市 plans both; 2010年计划上市，2011年登陆… tells what came of it."""

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
_IN_GENERAL = wordset("会 将会")  # 成本会越来越高: without a date, how things go
_EXAMPLES = wordset("比如 例如 譬如 像 好比")
# 立下目标，在2025年…: what is aimed at comes next.
_SETS = wordset("提出 立下 定下 制定 制订 设定 设立 确立 确定 喊出 抛出 公布 发布")
_BY = wordset("按 按照 依 依照 照 如 遵照")
_GOALS = ("目标", "愿景", "军令状")


class Outlook(NamedTuple):
    """Whether the clauses so far are of a plan or a forecast, and whether their dates are its horizon.

    `aims`: a clause told that a goal was set; what follows says which.
    """

    modality: Modality = "fact"
    beyond: bool = True
    aims: bool = False


def outlook(clause: Clause, told: Told, before: Outlook, time: Placed | None) -> Outlook:
    """What a clause is to be read as, by itself or since a plan before it goes on; `time` is its own date."""
    if before.aims:
        before = Outlook("plan")
    ahead = _AHEAD if clause.times else _AHEAD - _IN_GENERAL
    plan = next((word.start for word in clause.words if word.text in ahead), -1)
    planned = plan >= 0 and not _goes_by_plan(clause, plan)
    own = read_modality(clause.words, clause.main, past=True) if planned else "fact"
    if own in ("plan", "forecast"):
        return Outlook(own, not clause.times or plan < clause.times[0].start)
    if before.modality == "fact":
        return Outlook(aims=_sets_a_goal(clause))
    nouns = "".join(word.text for word in clause.words[: max(0, clause.verb)] if word.tag == "N")
    another = told.named and not names_measure(nouns)  # 销量突破100万台 has no subject of its own
    if another or any(word.text in _CAME_OF_IT | _EXAMPLES for word in clause.words):
        return Outlook()
    return Outlook() if time and not before.beyond else before


def _sets_a_goal(clause: Clause) -> bool:
    """Whether a clause says that a goal was set, and not yet which."""
    last = next((word.text for word in reversed(clause.words) if word.tag not in "XU"), "")
    return last.endswith(_GOALS) and any(word.text in _SETS for word in clause.words)


def _goes_by_plan(clause: Clause, start: int) -> bool:
    """Whether the plan that begins there is what something went by: 完全按照计划进行."""
    index = next(i for i, word in enumerate(clause.words) if word.start == start)
    by = index > 0 and clause.words[index - 1].text in _BY
    return by and any(word.tag == "V" for word in clause.words[index + 1 :])
