"""Which part of a company's story an event belongs to."""

from __future__ import annotations

import re

from timeline.extract.clauses import Clause
from timeline.extract.entities import Cast

_CARS = re.compile(r"汽车|轿车|SUV|造车|新车|试驾|车型|整车|车企|电动车|销冠")
_SOFTWARE = re.compile(r"OTA|系统|软件|App|APP")
_USERS = re.compile(r"用户|粉丝|社区|网友|车主|顾客|会员|读者|志愿者|粉(?=[一-鿿丝])|公益")
_ECONOMY = re.compile(r"GDP|经济|疫情|通信时代|互联网|行业|国人|人们|世界|政府|央行")
_MARKET = re.compile(r"市场|销量|份额|出货|销售|用户数|客户数|市占|销冠|价格|售价|成本|均价|低谷|需求")
_STAFF = re.compile(r"团队|员工|人的规模|CEO|董事|总裁|高管|管理体系|组织|行长|人事")
_MONEY = re.compile(r"营收|净利|利润|融资|募资|估值|股价|市值|分红|上市|资产|贷款|存款|股份")


def category_of(clause: Clause, text: str, name: str, cast: Cast) -> str:
    """One of model.CATEGORIES, from what the clause says and whom it is about."""
    body = text[clause.start : clause.end] + name
    action = clause.action
    ours = (
        bool(cast.company and cast.company in name)
        or any(p in name for p in (*cast.products, *cast.people))
        or bool(cast.author and cast.author in name)
    )
    if action and action.act == "list":
        return "finance"
    if (
        _CARS.search(body)
        and not _SOFTWARE.search(body)
        and (not action or action.category not in ("organization", "policy"))
    ):
        return "automotive"
    if not ours and _ECONOMY.search(body):
        return "external"
    if action and action.weight >= 2 and action.category != "market":
        return action.category
    if _MONEY.search(body):
        return "finance"
    if _STAFF.search(body):
        return "organization"
    if _MARKET.search(body):
        return "market"
    if _USERS.search(body):
        return "community"
    return action.category if action else "other"
