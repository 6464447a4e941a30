"""How surely a clause without a date goes on with the episode that a dated sentence began.

2012年，我们去参加农机展。…… 他在展台上写下了第一份订单。 The annotators of such prose take what somebody did, or
what came of it, and leave what was thought, said, felt or seen on the way. A sum of named reasons, as in `scoring`.
"""

import re

from timeline.extract.events import scoring
from timeline.extract.events.scoring import Judgement
from timeline.extract.language.clauses import Clause
from timeline.extract.language.words import tag_of
from timeline.extract.who.entities import Cast
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import FIRST_PERSON, FIRST_PERSON_PLURAL, THIRD_PERSON, wordset

EPISODE = 400  # characters from its date within which an episode goes on
TOLD = 1.6  # a clause with this sum is part of it
_FADES = 500.0  # characters over which an episode loses one point
_DEMONSTRATIVE = re.compile(r"^(?:[这那此该](?!样|么|些年|里|时|儿)|当天的)")  # 这次活动, 该文
_SEQUEL = wordset("后来 随后 于是 最终 最后 接着 结果 事后 会后 终于 当即 随即 紧接着 立即 很快 立刻 从此")
_PEOPLE = re.compile(
    r"(?:们|员工|同事|客户|用户|团队|车主|顾客|网友|读者|媒体|专家|记者|代表|股东|董事|会|部门|管理层|高管|经理|总|局|政府|公司|工人|学生|师|老板|村民|夫妇|兄弟|方|厂|店|家|人|者)$"
)
_FORM = re.compile(r".+[下出到成掉走回满完给入住开]$")  # 写下, 送到: done, with its result
_ONLY_IS = wordset(
    "是 有 在 为 像 叫 成 成为 成了 属于 需要 来自 觉得 没有 存在 变 变成 显得 算 等于 位于 如 出现 发生"
)
_SPEECH = wordset(
    "说 问 答 讲 称 表示 告诉 坦言 说道 问道 回忆 提到 谈到 透露 强调 写道 指出 认为 直言 想 聊"
)
_SEES = wordset(
    "听到 看到 收到 见到 看见 听 发现 遇到 碰到 知道 感到 感受到 意识到 见 懂得 明白 忘记 忘 错过 释然"
)
_NOT_THEN = scoring.NOT_JUST_THEN - {"有", "是", "就是", "会"}
_NO_NEWS = wordset(
    "想法 看法 观点 感受 心得 结论 推论 疑问 问题 教训 道理 坑 印象 念头 体会 反思 启示 感觉 事 事情 东西"
)
_A_MOMENT = wordset("一下 一眼 一会儿 一番 一阵")
_PERSONAL = FIRST_PERSON | FIRST_PERSON_PLURAL | (THIRD_PERSON - {"这", "那", "此", "该"})


def goes_on(clause: Clause, text: str, cast: Cast, distance: int, *, ours: bool, quoted: bool) -> Judgement:
    """The reasons for and against.

    `distance` from the date in characters; `ours`: it speaks of whom the story is about; `quoted`: it is what somebody said.
    """
    if clause.main is None:
        return Judgement(((-9.0, "no verb"),))
    words, verb = clause.words, clause.verb
    before, after = words[:verb], words[verb + 1 :]
    rest = scoring.undated_text(clause, text)
    reasons = [_actor(before, cast, ours), (-distance / _FADES, "how far the date is")]
    reasons.append((0.8, "done") if _is_done(clause) else (-0.4, "not said to be done"))
    weight = clause.action.weight if clause.action else 0
    if any(word.text in _SEQUEL for word in before):
        reasons.append((-0.8, "a step with a day of its own") if weight > 2 else (0.4, "a sequel"))
    if clause.action:
        reasons.append((0.3 * weight, f"a step: {clause.action.act}"))
    objects = [word for word in after if word.tag in "NQMT"]
    if not objects and weight < 2 and not any(word.text in ("把", "被", "将", "对", "向") for word in before):
        reasons.append((-1.0, "nothing that it was done to"))
    elif scoring.NUMBER.search(rest) or cast.found_in("".join(word.text for word in objects)):
        reasons.append((0.4, "a figure or a name"))
    if clause.main.text in _ONLY_IS:
        reasons.append((-1.5, "a state"))
    if quoted or clause.main.text in _SPEECH or clause.main.text in _SEES:
        reasons.append((-1.5, "talk, or what somebody saw"))
    if any(word.text in _NOT_THEN for word in words):
        reasons.append((-1.5, "not just then"))
    last = [word for word in after if word.tag not in "XU"][-1:]
    if any(word.text in _NO_NEWS for word in last) or any(word.text in _A_MOMENT for word in after):
        reasons.append((-1.0, "a thought, or nothing in particular"))
    return Judgement((*reasons, *scoring.objections(clause, text, rest)))


def _actor(before: tuple, cast: Cast, ours: bool) -> tuple[float, str]:
    """Who acts, by the words before the verb."""
    led = next((index for index, word in enumerate(before) if word.tag == "P"), len(before))
    said = [word for word in before[:led] if word.tag in "NRQ"]
    if any(word.text in _PERSONAL for word in said) or cast.found_in("".join(word.text for word in said)):
        return 1.0, "somebody acts"
    if any(_DEMONSTRATIVE.match(word.text) for word in said):
        return 1.0, "what was told of acts"
    if any(_PEOPLE.search(word.text) or tag_of(word.text)[:2] == "nr" for word in said):
        return 1.0, "somebody acts"
    if said:
        return 0.4, "something happens"
    return (0.6, "who acted before") if ours else (0.0, "")


def _is_done(clause: Clause) -> bool:
    """Whether the verb says that it was done: 写下了, 被选为, 开出."""
    following = [word.text for word in clause.words[clause.verb + 1 : clause.verb + 3]]
    if "了" in following or "过" in following:
        return True
    if clause.main and clause.main.text in scoring.SETTLED:
        return clause.main.text != "决定" or any(word.tag == "V" for word in clause.words[clause.verb + 1 :])
    passive = any(word.text == "被" for word in clause.words[: clause.verb])
    resulted = clause.main is not None and clause.main.text not in ACTIONS and _FORM.match(clause.main.text)
    return passive or bool(resulted)


def speaks(clause: Clause) -> bool:
    """Whether a clause leads to what somebody said: 他告诉我们，…."""
    last = next((word.text for word in reversed(clause.words) if word.tag not in "XUR"), "")
    return last in _SPEECH
