"""Steps that expressions are counted from: 上市三年后, 毕业那年, 成立次年 go by where the text told of that step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.context import Antecedent
from timeline.times.finding import Found

if TYPE_CHECKING:
    from timeline.times.standing import Standing

_STEPS = (
    "成立|创立|创办|创建|创业|建[厂校成]|开[业张店工播]|上[市映线任]|挂牌|[投量停]产|播出|首[映飞]|发[布行]|推出|问世|诞生|出生|入[学职狱]|毕业|考[上入]"
    "|加入|进入|离[开职婚]|辞职|赴任|就任|接[任手管班]|任职|退[休伍]|转业|下海|[回出]国|移民|结婚|分手|去世|[逝病]世|出狱|获释|收购|并购|合并"
    "|大[一二三四]|高[一二三考]|初[一二三]|重组|改制|签约|搬迁|迁[入到]|更名|竣工|通车|交付|奠基|破产|倒闭"
)
# 公司成立14年后, 收购云松公司的那年: the step, and at most what it was done to
_STEP = re.compile(rf"({_STEPS})了?[\u4e00-\u9fff]{{0,6}}$")
_BESIDE = re.compile("[，,][^，。；、：！？\n]{1,14}")  # 2012年，公司成立14年后
_CLAUSE = 24  # characters after a date, or half as many before it, in which its step is told
_MANY = 12  # dates that are looked through


def step_before(walk: Standing, found: Found) -> str:
    """The word for a step that goes on right into the expression."""
    match = _STEP.search(walk.before(found, 10))
    return match[1] if match else ""


def apposed(walk: Standing, found: Found) -> Antecedent | None:
    """2012年，公司成立14年后，…: the date before the comma is the time meant."""
    last = walk.last
    return last if last and _BESIDE.fullmatch(walk.text, last.end, found.start) else None


def told_of(walk: Standing, found: Found, step: str) -> Antecedent | None:
    """The last date beside which the text tells of the step."""
    text, here = walk.text, found.start - 8
    for one in reversed(walk.history[-_MANY:]):
        after = text[one.end : min(one.end + _CLAUSE, here)]
        before = text[max(0, one.start - _CLAUSE // 2) : one.start]
        if step in re.split("[。；！？\n]", after)[0] or step in re.split("[，。；！？\n]", before)[-1]:
            return one
    return None
