"""Whom a headline is about, where its words do not say."""

import re
from collections.abc import Sequence
from itertools import takewhile

from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.words import Word, tag_of
from timeline.extract.who.entities import Cast
from timeline.extract.who.pronouns import Told
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import CAUSATIVES, KEPT_ADVERBS, wordset

# Steps that, with nobody named, are not the company's own.
_DOINGS = wordset("调整 改革 转型 升级 扩张 竞争 变化 影响 压力 风险 危机 疫情 政策 环境")
_ROUND = re.compile(r"^(?:Pre-?)?(?:[A-H]\+*|天使|种子)轮(?:融资)?后?")
_PERIOD = re.compile(
    r"^(?:整体|合并|累计|年度|全财年|财年|全年|年|总|当年|首日|单季|平均|人均|经调整后?|调整后|本?期内?|报告期内?|上半年|下半年)+(?!$)"
)
# Who reports is not who did what is reported.
SOURCES = wordset(
    "记者 本报记者 编者 公告 公报 报告 报道 数据 财报 年报 招股书 消息 业内人士 知情人士 消息人士 分析师 专家 网友 媒体 外媒"
)
# What only a person does.
_IN_PERSON = wordset(
    "逝世 去世 病逝 离世 辞世 猝死 享年 终年 出生 生于 毕业 退休 入伍 结婚 移民 就读 考入 当选"
)
_NOBODYS = wordset("spread suffer tell rank fall")
# Nouns before a verb that are no subject: 同比裁员, 首日卖出.
ADVERBIAL = wordset(
    "人均 同比 环比 按年 按季 按月 首日 首周 首月 首年 首批 当晚 单日 单月 上市首日 "
    "专程 特地 四处 到处 处处 整整 足足 成功 顺利 高调 低调 毅然 果断 毅然决然 悄然 如期 强势 火速 紧急 独自 独立 自主 大举 大力 全力 积极 正式 联手 携手"
)
MEASURED = wordset(
    "经营 进展 股票 跌幅 涨幅 总市值 海外收入 销量 营收 营业收入 收入 净利润 利润 毛利率 产能 获利 每股获利 每股收益 每股盈余 市值 股价 估值 用户 用户数 销售额 员工 资产 资产总额 净亏损 归母净利润 营业额 年营业额 年营收 注册用户 首日市值 会员 门店 出货量 交付量 市占率 市场份额 订单 募集资金 产量 营业额 生产规模 生产能力 年产能 年产量 推广面积 订单量 增长率 复合增长率 净利率 市场占有率 资产负债率 注册资本 资本支出 资本开支 研发投入 研发费用 总资产 净资产 土地储备 销售收入"
)


_SAYING = wordset("announce decide tell propose plan start")
_LEVEL = re.compile(
    r"^(?:则|也|又|已|更|现在|目前|如今|料|将|皆|均|可望|有望|有机会)*(?:占|收窄|缩窄|扩大|回落|回升|反弹|下滑|下降|下跌|上升|上涨|攀升|飙升|提升|提高|增长|增加|减少|翻|锐减|激增|大增|大减"
    r"|[增升涨降跌减]|高达|达|超过|突破|逼近|接近|仅为|变为).*\d"
)
_OF_A_MEASURE = re.compile(
    rf"^(?P<whose>[^，。；]{{0,12}}?(?:{'|'.join(sorted(MEASURED, key=lambda word: (-len(word), word)))}|[一-鿿]{{1,4}}[额价率量值]))(?=为|达|约|是|从|由|自|高|超|合计|分别|[增升涨降跌减]|\d|$)"
)


def place_of_described(words: Sequence[Word]) -> int:
    """Where the name stands that is described before it: 刚完成改制的|远禾|率先…; 0 if nowhere."""
    first = next((i for i, word in enumerate(words) if word.tag not in "XDC"), -1)
    if first < 0 or words[first].tag != "V":
        return 0
    act = ACTIONS.get(words[first].text)
    if words[first].text in CAUSATIVES or (act and act.act in _SAYING):
        return 0  # 推动远禾的股价上涨, 宣布远禾的产品降价
    start = next((i + 1 for i in range(first + 1, min(first + 6, len(words))) if words[i].text == "的"), 0)
    run = list(takewhile(lambda word: word.tag in "NQ", words[start:])) if start else []
    rest = words[start + len(run) :]
    head = run[0].text if run else "A"
    named = (
        (len(head) > 1 or not head.isascii())
        and (  # not 2亿元的|A轮融资
            run[0].tag == "Q" or len(head) == 1 or tag_of(head)[:2] in ("", "nr", "nz", "nt")
        )
    )
    acts = any(word.tag in "VD" for word in rest)
    return start if named and acts else 0


def measure_of(words: Sequence[Word]) -> str:
    """The measure that a clause gives, with whose it is: 远禾经调整净亏损|为3.97亿元; "" for none."""
    found = _OF_A_MEASURE.match("".join(word.text for word in words if word.tag not in "XT"))
    return found["whose"] if found and 2 <= len(found["whose"]) <= 16 else ""


def only_changes(words: Sequence[Word]) -> bool:
    """Whether a clause only says to what level something went: 去年|收窄至1.85亿元, 现在高达2593亿元."""
    return _LEVEL.match("".join(word.text for word in words if word.tag not in "XT")) is not None


def unsaid_owner(words: Sequence[Word], clause: Clause, cast: Cast, told: Told) -> str:
    """The subject to put before words that lack one; "" if they don't, or nobody knows."""
    owner = _may_be(_unsaid(words, clause, cast, told), words, clause, cast, told)
    return "" if owner in SOURCES else owner


def _may_be(owner: str, words: Sequence[Word], clause: Clause, cast: Cast, told: Told) -> str:
    """The owner, unless it is a firm and only a person does what is told."""
    firm = cast.is_company(owner) or owner in cast.others
    itself = (
        firm
        and clause.action is not None
        and clause.action.act == "found"
        and any(
            cast.is_company(word.text) and word.start > clause.words[clause.verb].start
            for word in clause.words
        )
    )  # 创办了恒岫公司: not by itself
    alone = itself or (firm and any(word.text in _IN_PERSON and word.tag in "VN" for word in clause.words))
    return told.person if alone else owner


def _unsaid(words: Sequence[Word], clause: Clause, cast: Cast, told: Told) -> str:
    if told.named and not told.subject:
        return cast.company or _only_firm(cast, told) if _is_measure(words) else ""
    if told.subject and _is_measure(words) and not _may_own(told.subject, cast):
        return told.company or cast.company  # 库存调整将延续，营收…: whose revenue it is
    if told.subject:
        lacks = headless(words) or _is_measure(words)
        return told.subject if (lacks or told.named) and not words[0].text.startswith(told.subject) else ""
    if clause.end < cast.since:
        return ""
    ours = clause.action is None or clause.action.act not in _NOBODYS
    bare = words[0] == clause.main or words[0].tag in "PD" or bool(cast.company)
    firm = cast.company or _only_firm(cast, told)
    return firm if (ours and bare and headless(words)) or _is_measure(words) else ""


def _only_firm(cast: Cast, told: Told) -> str:
    """The firm last told of, where the text keeps to it though it is not about one by its shape; else ""."""
    return told.company if cast.others == {told.company} else ""


def _may_own(subject: str, cast: Cast) -> bool:
    """Whether a subject can have revenue, sales, users: a firm, a product, what is quoted; or nobody knows."""
    if subject in cast.people and cast.company:
        return False
    return (
        cast.is_ours(subject) or subject.startswith(tuple(sorted(cast.others))) or subject[-2:] not in _DOINGS
    )


def headless(words: Sequence[Word]) -> bool:
    """Whether the subject is missing: the words begin with what a subject would do."""
    if words[0].tag == "V" and is_attributive(words, 0):
        return False
    if words[0].tag == "M" and words[0].text.endswith(("次", "度")):
        return words[1:2] != [] and words[1].tag in "PV"  # 3次|向交易所递交申请
    if words[0].text in ("较", "比") and words[1:2]:
        return True  # 较发售价|下跌28%
    if words[0].text in ADVERBIAL and len(words) > 1:
        return words[1].tag in "VPD"
    if words[0].text in ("新", "再", "全", "大", "增") and words[1:2] and words[1].tag == "V":
        return True  # 新|开10家门店
    return words[0].tag in "VPD" or words[0].text in KEPT_ADVERBS


def _is_measure(words: Sequence[Word]) -> bool:
    """Whether a headline begins with what is measured, and does not say of whom."""
    text = "".join(word.text for word in words[:6])
    rest = _ROUND.sub("", text)
    raised = rest != text and rest[:1].isdigit()  # A轮融资3亿元
    return raised or without_period(rest).startswith(tuple(MEASURED))


def without_period(name: str) -> str:
    """A measure without the period that it is of: 全年营业额, 总销售额."""
    return _PERIOD.sub("", name)
