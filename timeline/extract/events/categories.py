"""Which part of a company's story an event belongs to."""

import re

from timeline.extract.language.clauses import Clause
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import wordset

_CARS = re.compile(r"汽车|轿车|SUV|造车|新车|试驾|车型|整车|车企|电动车|销冠|车展|驾驶(?!团队|员)|里程(?!碑)")
_SOFTWARE = re.compile(r"OTA|系统|软件|App|APP")
_USERS = re.compile(r"用户|粉丝|社区|网友|车主|顾客|会员|读者|志愿者|粉(?=[一-鿿丝])|公益")
_AUDIENCE = re.compile(
    r"用户[^，。]{0,6}[\d数百千][\d.百千多余]*[万亿]|[\d数百千][百千多余]*[万亿]名?(?:用户|会员)"
)
_ECONOMY = re.compile(r"GDP|经济|疫情|通信时代|互联网|行业|国人|人们|世界|政府|央行")
_MARKET = re.compile(
    r"市场|销量|份额|出货|销售|用户数|客户数|市占|销冠|价格|售价|成本|均价|低谷|需求|占比|零售总额|获客|弯路"
)
_STAFF = re.compile(r"团队|员工|人的规模|CEO|董事|总裁|高管|管理体系|组织|行长|人事")
_MONEY = re.compile(
    r"营业收入|收入|亏损|盈利|营收|净利|利润|融资|募资|估值|股价|市值|分红|上市|资产|贷款|存款|股份"
)
_RULES = re.compile(r"(?:措施|意见|办法|条例|规定|规则|通知|指引|法|…)》|规则$|新规")
_FILED = re.compile(r"招股书|招股说明书|财报|年报|半年报|季报|业绩|报告$|公告")
_PUBLIC = re.compile(r"直播|演讲|公众号|微博|采访|发文|文章|广告|代言|宣传|镜头")
_GADGET = re.compile(r"手机|电视|家电|平板|洗衣机|手表|笔记本")
_BODY = re.compile(r"公司|集团|银行|厂|机构|大学|研究院|基金会|工作室|店|馆|社|会")
# The first that is in an event's words tells its category, where its step does not.
_TELLING = (
    (_AUDIENCE, "market"), (_MONEY, "finance"), (_STAFF, "organization"), (_MARKET, "market"),
    (_USERS, "community"),
)  # fmt: skip
# "": a clause without a step that is known.
_NO_CARS = frozenset({"organization", "policy", "community"})
_OF_USERS = frozenset({"", "strategy", "community", "other", "marketing"})
_IN_PUBLIC = wordset("tell online broadcast start win gather grow record refuse debate") | {""}


def category_of(clause: Clause, evidence: str, name: str, cast: Cast) -> str:
    """One of model.CATEGORIES, from what the evidence says and whom it is about."""
    body = evidence + name
    action = clause.action
    act, kind = (action.act, action.category) if action else ("", "")
    ours = bool(cast.found_in(name)) or bool(cast.author and cast.author in name)
    lasted = any(time.timex.type == "DURATION" for time in clause.times)
    if "周年" in name or (act == "found" and lasted):
        return "other"
    if act == "list" or (act == "unveil" and _FILED.search(name)):
        return "finance"
    if kind not in _NO_CARS and _is_of_cars(body, name, cast):
        return "automotive"
    if _is_of_others(name, cast) or (not ours and _ECONOMY.search(name)):
        return "external"
    if act == "found" and not ours and not _BODY.search(name):
        return "external"
    if kind in _OF_USERS and _USERS.search(name):
        return "community"
    if act in _IN_PUBLIC and _PUBLIC.search(body):
        return "marketing"
    if act in ("unveil", "law") and _RULES.search(name):
        return "policy"
    if action and action.weight >= 2 and kind != "market":
        return kind
    return _by_words(body) or kind or "other"


def _is_of_cars(body: str, name: str, cast: Cast) -> bool:
    named = cast.motoring and any(product in name for product in cast.products)
    return bool(named or _CARS.search(body)) and not _SOFTWARE.search(body) and not _GADGET.search(name)


def _is_of_others(name: str, cast: Cast) -> bool:
    """Whether a headline begins with another firm's name, and the document's own firm is not in it."""
    if not cast.company or cast.company in name or cast.is_akin(name):
        return False
    return name.startswith(tuple(sorted(cast.others)))


def _by_words(body: str) -> str:
    return next((category for words, category in _TELLING if words.search(body)), "")
