"""How much an event matters: 1 to 3, with the reasons."""

import re

from timeline.extract.events.marks import BRANCH
from timeline.extract.events.moments import time_strength
from timeline.extract.events.scoring import NUMBER, ORDINAL, Judgement, Reasons, is_a_first
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.words import cut
from timeline.extract.who.entities import Cast
from timeline.lexicon.actions import ACTIONS, LIGHT, Action

ONCE = frozenset({"found", "list", "delist"})
# What a firm does with itself and its money makes its history; publicity seldom does.
OF_A_KIND = {"strategy": 0.5, "finance": 0.3, "marketing": -0.6}
# Beside an act's weight, which also says how surely it is an event: a deal that is completed counts
# as much as another step, while products are put out all the time.
COUNTS = {"win": 1.0, "unveil": -0.8}
MILESTONE, NOTABLE = 3.4, 1.9  # sums from which an event is of importance 3 and 2
_BRANCH = re.compile(rf"(?:{BRANCH.pattern})(?![^，]*(?<![子分])公司)")  # not 研究所新技术公司
_CHANGES = frozenset({"appoint", "resign"})
_HEAD = re.compile(r"(?<!副)(?:董事长|总裁|行长|首席执行官|CEO|掌门人|一把手)(?!助理|办公室|秘书|特助)")
# What a firm's history turns on, whatever is done: (in the headline, how much it counts, as what).
_TURNS = tuple(
    (re.compile(pattern), points, reason)
    for pattern, points, reason in (
        (r"造[车芯]|进军|跨界|转型", 1.0, "a new field"),
        (
            r"造假|做空|违约|破产|爆雷|暴雷|欠薪|立案|实体清单|断供|坠毁|爆炸|失联|逮捕|刑拘|摘牌",
            1.0,
            "a crisis",
        ),
        (r"控制权|控股权|实控人|实际控制人|控股股东|(?:股份|股权)转让|过户|普通股", 0.8, "who owns the firm"),
        (r"(?:开始|正式)(?:营运|运营|营业|投产)|开航|首航|开业", 0.4, "the firm at work"),
    )
)


def importance_of(
    clause: Clause, placed: Placed, text: str, name: str, cast: Cast, **told: object
) -> tuple[int, Judgement]:
    """1–3, and why. `told`: how (the dating), category, modality, inherited."""
    act = clause.action.act if clause.action else ""
    reasons = [*_of_the_step(clause, text, name, str(told["how"]))]
    if ORDINAL.search(text, clause.start, clause.end):
        reasons.append((0.8, "first or greatest"))
    if NUMBER.search(name):
        reasons.append((0.5, "a figure"))
    reasons += [(points, reason) for pattern, points, reason in _TURNS if pattern.search(name)]
    standing = _standing(name, cast)
    reasons += standing
    if act == "enter" and standing == _OF_PEOPLE:
        reasons.append((-2.0, "a person's own way"))  # 进入一家工厂当采购员
    category = str(told["category"])
    if category == "external" and not (act in ONCE and cast.found_in(name)):
        reasons.append((-1.0, "the world outside"))
    if category in OF_A_KIND:
        reasons.append((OF_A_KIND[category], category))
    if time_strength(placed, text) < 1.5 and not str(told["how"]).startswith("start of"):
        reasons.append((-0.6, "vague time"))
    if told["inherited"]:
        reasons.append((-0.2, "time from an earlier sentence"))
    if clause.temporal:
        reasons.append((-0.2, "told in passing"))
    if told["modality"] != "fact":
        reasons.append((-0.8, f"a {told['modality']}"))
    judgement = Judgement(tuple(reasons))
    return ranked(judgement.total), judgement


def _of_the_step(clause: Clause, text: str, name: str, how: str) -> Reasons:
    """What the step itself weighs."""
    if "周年" in name:
        return ((1.5, "an anniversary"),)
    if clause.action is None:
        return ()
    act, main = clause.action.act, clause.main.text if clause.main else ""
    if act in LIGHT and (step := _announced(name, main)):
        main, act = step
        return _weighed(ACTIONS[main], act, main, name, name)
    if how.startswith("end of") and act in ONCE:
        return ((0.5, "an age"),) if act == "found" else ((float(clause.action.weight), f"{main}: {act}"),)
    # Who is appointed is named after the verb, who goes on either side of it.
    since = clause.main.end if clause.main and act == "appoint" else clause.start
    return _weighed(clause.action, act, main, name, name + text[since : clause.end])


def _announced(name: str, main: str) -> tuple[str, str] | None:
    """(word, act) of the weightiest step that a headline announces, decides or begins: 宣布|辞去…."""
    steps = [
        (ACTIONS[word.text].weight, word.text, ACTIONS[word.text].act)
        for word in cut(name, name.find(main) + len(main), len(name))
        if word.tag == "V" and word.text in ACTIONS and ACTIONS[word.text].act not in LIGHT
    ]
    weight, word, act = max(steps, default=(0, "", ""), key=lambda step: step[0])
    return (word, act) if weight > 1 else None


def _weighed(action: Action, act: str, main: str, name: str, told: str) -> Reasons:
    """What a step weighs that is told in these words."""
    reasons = [(float(action.weight), f"{main}: {act}")]
    if act in COUNTS and not (act == "unveil" and is_a_first(name)):
        reasons.append((COUNTS[act], f"how much it counts to {act}"))
    if act in ONCE and not _BRANCH.search(name):
        reasons.append((0.9, "once in the life of a firm"))
    if act in _CHANGES:
        reasons.append((0.9, "the head of a firm") if _HEAD.search(told) else (-0.4, "one of its people"))
    return tuple(reasons)


def ranked(total: float) -> int:
    """1–3, from a sum of reasons."""
    return 3 if total >= MILESTONE else 2 if total >= NOTABLE else 1


_OF_PEOPLE: Reasons = ((0.2, "about its people"),)


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
        return _OF_PEOPLE
    return ((-0.3, "about somebody else"),) if cast.company else ()
