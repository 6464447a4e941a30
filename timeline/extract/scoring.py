"""What a clause is about, and how much it matters: category, importance, and whether it is an event.

Every score is a sum of small, named reasons.
"""

from __future__ import annotations

import re

from timeline.extract.clauses import Clause, Placed
from timeline.extract.entities import Cast
from timeline.lexicon.grammar import OPINIONS, wordset

ACCEPTED = 2.0
_PRESENT = wordset("目前 如今 今天 现在 当前 当下 眼下 现如今 今日 时下 此刻 现阶段")
_VAGUE = re.compile(r"初期|之初|初创|早期|早年|近年|最近几年|近些年|这些年|未来|以后|将来")
_RECENT = re.compile(r"近期|最近|近日|日前|刚刚|不久前")
_CALENDAR = re.compile(r"\d|[〇零一二三四五六七八九十两]+[年月日号]|世纪|年代|季度|周年")
_CARS = re.compile(r"汽车|轿车|SUV|造车|新车|试驾|智驾|车型|整车|车企|电动车|车主")
_USERS = re.compile(r"用户|粉丝|社区|网友|车主|顾客|会员|读者|米粉|客户代表|志愿|粉")
_ECONOMY = re.compile(r"GDP|经济|疫情|通信时代|互联网(?!公司)|行业|国人|人们|世界")
_MARKET = re.compile(r"市场|销量|份额|出货|销售|用户数|客户数|市占|销冠|价格|售价|成本|均价|低谷")
_STAFF = re.compile(r"团队|员工|人的规模|CEO|董事|总裁|高管|管理体系|组织")
_FIRST = re.compile(r"首[个次家款台批届创发款]|第一|唯一|最大|史上|里程碑|最重大|正式")
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万亿]{2,}")
_QUESTION = re.compile(r"[？?]|吗$|呢$|为什么|怎么|难道")
_GENERIC = re.compile(
    r"^(?:任何|每个|很多|许多|不少|一家|一个|大多数|多数|所有|人们|大家|有的|有人|企业|公司)"
)


def time_strength(placed: Placed) -> float:
    text = placed.timex.text.replace("\n", "")
    if text in _PRESENT:
        return 0.0
    if _VAGUE.search(text):
        return -0.2 if not re.search(r"\d", text) else 0.4
    if _RECENT.search(text):
        return 1.2
    if placed.timex.type == "DURATION":
        return 1.0
    if _CALENDAR.search(text):
        return 2.0
    return 1.4


def is_event(clause: Clause, text: str, placed: Placed | None, cast: Cast) -> tuple[float, tuple[str, ...]]:
    """How strongly a clause with this time tells an event, and the reasons."""
    body = text[clause.start : clause.end]
    rest = body
    for time in clause.times:
        rest = rest.replace(text[time.start : time.end], "")
    reasons: list[tuple[float, str]] = []
    if placed:
        reasons.append((time_strength(placed), f"time {placed.timex.text}"))
    if clause.verb < 0:
        reasons.append((-1.0, "no verb"))
    elif clause.action:
        reasons.append((0.5 + 0.5 * clause.action.weight, f"action {clause.main.text}"))
    else:
        reasons.append((0.4, f"verb {clause.main.text}"))
    if _NUMBER.search(rest):
        reasons.append((0.8, "number"))
    if re.search(r"了|已|过(?!程)", rest):
        reasons.append((0.4, "completed"))
    opinions = [word.text for word in clause.words if word.text in OPINIONS]
    if opinions:
        reasons.append((-1.0 * min(len(opinions), 2), f"opinion {' '.join(opinions)}"))
    if _QUESTION.search(body):
        reasons.append((-3.0, "question"))
    if _GENERIC.search(rest):
        reasons.append((-0.8, "generic subject"))
    if cast.company and cast.company in rest:
        reasons.append((0.3, "main company"))
    return sum(score for score, _ in reasons), tuple(reason for _, reason in reasons)


def category_of(clause: Clause, text: str, name: str, cast: Cast) -> str:
    body = text[clause.start : clause.end] + name
    action = clause.action
    if _CARS.search(body) and not re.search(r"OTA|系统|软件", body):
        return "automotive"
    if action and action.weight >= 2:
        return action.category
    if _ECONOMY.search(body) and (not cast.company or cast.company not in body):
        return "external"
    if _USERS.search(body):
        return "community"
    if _MARKET.search(body):
        return "market"
    if _STAFF.search(body):
        return "organization"
    return action.category if action else "other"


def importance_of(
    clause: Clause, placed: Placed | None, text: str, name: str, cast: Cast, inherited: bool
) -> tuple[int, tuple[str, ...]]:
    """1–3, with reasons in words."""
    body = text[clause.start : clause.end]
    reasons: list[tuple[float, str]] = []
    if clause.action:
        reasons.append((float(clause.action.weight), f"{clause.main.text}: {clause.action.act}"))
    if _FIRST.search(body):
        reasons.append((1.0, "first or greatest"))
    if _NUMBER.search(name):
        reasons.append((0.7, "a figure"))
    if cast.company and cast.company in name:
        reasons.append((0.7, "main company"))
    elif cast.author and cast.author in name:
        reasons.append((0.3, "author"))
    else:
        reasons.append((-0.5, "somebody else"))
    if placed and time_strength(placed) < 1.5:
        reasons.append((-0.5, "vague time"))
    if inherited:
        reasons.append((-0.5, "time from an earlier sentence"))
    total = sum(score for score, _ in reasons)
    return (3 if total >= 3.6 else 2 if total >= 1.8 else 1), tuple(reason for _, reason in reasons)
