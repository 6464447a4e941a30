"""Is a clause an event?

Every answer is a sum of small named reasons, so that it can be explained.
"""

import re
from dataclasses import dataclass

from timeline.extract.events.moments import stands_now, time_strength
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.predicates import is_attributive
from timeline.extract.measures.heads import names_measure
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import (
    ANNOUNCED_OBJECTS,
    DENIED,
    EMPTY_OBJECTS,
    HABITS,
    MENTAL,
    OPINIONS,
    wordset,
)

ACCEPTED = 2.0  # a dated clause with this score is an event
ORDINAL = re.compile(r"首[个次家款台批届创发条座艘架]|第一|唯一|最大|史上|里程碑|最重大|正式")
NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千万亿]{2,}|[二三四五六七八九十][个家款台名位次场项]|翻[了一]|数[十百千万亿]|[两三四五六七八九十]大"
)
_OFFICE = re.compile(r"CEO|CFO|CTO|COO|董事长|总裁|总经理|行长|首席|主席")
_PARTS = re.compile(
    r"[一二两三四五六七八九十几\d][个项点条件大]+[一-鿿]{0,2}(?:要求|条件|问题|大事|事|建议|原因|方面|阶段|挑战|原则|特点|目标|困难|疑问|难题|转折|变化)\W*$"
)
# 毛利率15.3%，上年为21.0%；销量200万台，同比下降18%
_ONLY_A_FIGURE = re.compile(
    r"(?:(?:则|也|均|只|仅|已)?(?:为|是|达到?|升至|降至|增至)?(?:约|近|超过?|人民币|新台币|港币)*[\d.,]+[^，\d一-鿿]{0,4}[^，\d]{0,4}"
    r"|(?:同比|环比|按年|按季|季|年|较[^，]{0,8}|比[^，]{0,8})(?:大幅|小幅|略微?|分别)?"
    r"(?:增长|下降|上升|下滑|减少|增加|提升|提高|增|减|升|降|跌|涨)了?(?:约|近|超过?|至|到)*[\d.,]+[^，]{0,6})$"
)
_QUESTION = re.compile(r"[？?]|吗$|呢$|为什么|怎么|难道|能不能|有没有|是不是|要不要")
_ASKED = re.compile(r"[^。！!；：:\n？?“”]{0,40}[？?](?!”)")
_COMPLETED = re.compile(r"了|已|(?<![超通经])过(?!程|去|于|度)")
_ANNOUNCED_OPINION = re.compile(r"我(?:们)?(?:认为|觉得|相信|看来)")
SETTLED = wordset("决定 宣布 拒绝 宣告 签署 答应 同意 道歉 反对")  # done as soon as told
_GENERIC = re.compile(
    r"^\W*(?:任何|所有人|人人|外界|每个|很多|许多|一家|大多数|多数|所有|人们|大家|有的|有些|企业|公司们|一个人|消费者|创业者)"
)
_NORM = re.compile(
    r"(?:^|[一-鿿])(?:必须|应该|应当|需要|一定要|不能|不要|不应|绝不|(?<!主)(?<!需)(?<!重)要(?!求|闻|员|约|素))"
)
_FEELING = re.compile(
    r"高兴|震惊|感慨|感动|佩服|敬佩|遗憾|欣慰|骄傲|自豪|幸运|担心|害怕|信心|困惑|心里|疑惑|摇摆|痛苦|纠结|焦虑"
)

_QUALITY = re.compile(r"为主\W*$|有助于|有利于|旨在|^\W*(?:甚至|尚|还)?(?:不到|不及|不如|低于|高于)")
# 为后续扩张奠定基础, 排得上前十: what a step was good for, how somebody sees it.
_GOOD_FOR = re.compile(
    r"为[^，。]{2,}(?:奠定|打下|夯实|铺平|铺好)[^，。]*(?:基础|道路|根基)|[排算称谈数]得上|铺路\W*$|遍地都?是|到处都?是|满街都?是"
)
# 主要从事水泵制造, 负责海外业务: what somebody does for a living.
_JOB = re.compile(r"^\W*(?:并|主要|专门|一直|分别|由其)*(?:负责|从事|主营|专攻|专注于)")
# With these a clause tells what was before, goes on, or may be: no step of the day.
NOT_JUST_THEN = wordset(
    "曾 曾经 此前 早年 原先 已 已经 早已 均已 正 正在 一直 总是 往往 会 都会 就会 可以 能够 如今 现在 是 就是 不是 意味着 有"
)
_COUNTERFACTUAL = wordset("要不是 若非 要是没有 如果不是 若不是")

Reasons = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A sum and what it is made of."""

    reasons: Reasons

    @property
    def total(self) -> float:
        return sum(score for score, _ in self.reasons)


def judge(clause: Clause, text: str, placed: Placed | None, cast: Cast) -> Judgement:
    """How strongly a clause with this time (None: one from before) tells an event."""
    rest = undated_text(clause, text)
    named = any(True for _ in cast.found_in(rest))
    measured = placed and clause.verb >= 0 and counts(rest) and names_measure(_before_verb(clause))
    stands = placed and named and stands_now(placed, text) and is_change(rest)
    asks = placed and placed.timex.type == "DURATION" and _ASKED.match(text, clause.end)
    reasons = [(time_strength(placed, text), f"time {placed.timex.text}")] if placed else []
    reasons += _that_hold(
        (0.8, "an anniversary", any("周年" in word.text for word in clause.words)),
        (*_of_its_verb(clause, rest), True),
        (0.8, "a figure", NUMBER.search(rest)),
        (0.4, "completed", _COMPLETED.search(rest)),
        (0.4, "first or greatest", ORDINAL.search(rest)),
        (0.5, "an office", _OFFICE.search(rest)),
        (0.3, "names the cast", named),
        (0.3, "what is measured, and how much it was", measured),
        (1.0, "how things stand after a change", stands),
        (-3.0, "a figure of what was named before", _ONLY_A_FIGURE.match(rest.strip(" ，,"))),
        (-3.0, "leads to a question", asks),
    )
    return Judgement((*reasons, *objections(clause, text, rest)))


def _that_hold(*weights: tuple[float, str, object]) -> list[tuple[float, str]]:
    """The reasons whose condition, behind the score and the name, is true."""
    return [(score, reason) for score, reason, holds in weights if holds]


def _of_its_verb(clause: Clause, rest: str) -> tuple[float, str]:
    if clause.verb < 0:
        return -0.3 if "已" in rest else -0.6, "no verb"
    verb = clause.words[clause.verb].text
    if clause.action is None:
        return 0.4, f"verb {verb}"
    return 0.6 + 0.5 * clause.action.weight, f"{verb}: {clause.action.act}"


def objections(clause: Clause, text: str, rest: str) -> list[tuple[float, str]]:
    """What speaks against a clause as a statement of what happened."""
    following = text[clause.end : clause.end + 1]
    return _opinions(clause, text, rest) + _that_hold(
        (-3.0, "a question", _QUESTION.search(rest) or following in ("？", "?")),
        (-1.5, "a change into what is not said", _changes_into_nothing(clause)),
        (-1.5, "what there is not", _is_a_lack(clause)),
        (-1.0, "nobody in particular", _GENERIC.search(rest)),
        (-2.0, "a thought that begins", _thinks(clause) and clause.words[clause.verb].text == "开始"),
        (-1.5, "a feeling", _FEELING.search(rest) or _thinks(clause) or _recalls(clause)),
        (-2.0, "a habit", any(word.text in HABITS for word in clause.words)),
        (-4.0, "what it was good for", _GOOD_FOR.search(rest)),
        (-2.0, "what somebody does for a living", _JOB.match(rest)),
        (-2.0, "what something consists of or is good for", _QUALITY.search(rest)),
        (-4.0, "what did not happen", any(word.text in _COUNTERFACTUAL for word in clause.words[:3])),
        (-3.5, "a list that comes next", _PARTS.search(rest) and following not in ("：", ":")),
        (-1.0, "a background", clause.main and _text_at(clause, clause.verb + 1) == "着"),
        (-3.0, "goes on as before", _text_at(clause, clause.verb - 1) in ("仍", "仍然", "依然")),
        (-1.5, "its object says nothing by itself", _takes_nothing(clause)),
    )


def _opinions(clause: Clause, text: str, rest: str) -> list[tuple[float, str]]:
    """What somebody thinks, or thinks should be."""
    opinions = [
        word.text
        for index, word in enumerate(clause.words)
        if word.text in OPINIONS
        and (clause.verb < 0 or index <= clause.verb)
        and not is_attributive(clause.words, index)
    ]
    if opinions:
        return [(-1.0 * min(len(opinions), 2), f"opinion {' '.join(opinions)}")]
    head = text[clause.start : clause.main.end] if clause.main else rest
    announced = _ANNOUNCED_OPINION.search(text, max(0, clause.start - 12), clause.start)
    return _that_hold((-1.5, "an opinion announced", announced), (-1.3, "a rule", _NORM.search(head)))


def _text_at(clause: Clause, index: int) -> str:
    return clause.words[index].text if 0 <= index < len(clause.words) else ""


def _changes_into_nothing(clause: Clause) -> bool:
    main = clause.main
    if main is None or main.text not in ("变", "改变", "不同"):
        return False
    return not any(word.tag in "NMQVA" for word in clause.words[clause.verb + 1 :])


def _is_a_lack(clause: Clause) -> bool:
    """Whether a clause says what there is not, or not yet: 没有, 看不到, 尚未."""
    if any(word.text in ("尚未", "还未", "还没") for word in clause.words):
        return True
    main = clause.main
    return main is not None and (main.text in ("没有", "没", "无") or main.text[1:2] == "不")


def _takes_nothing(clause: Clause) -> bool:
    """Whether the last noun of a clause says nothing by itself, and nothing is announced with it."""
    last = next((word.text for word in reversed(clause.words) if word.tag in "NQ"), "")
    if last not in EMPTY_OBJECTS or (clause.colon and last in ANNOUNCED_OBJECTS):
        return False
    return not any(word.text in DENIED for word in clause.words)


def _before_verb(clause: Clause) -> str:
    return "".join(word.text for word in clause.words[: clause.verb] if word.tag == "N")


def is_change(rest: str) -> bool:
    """Whether words tell of a change that took place: 已…, 了."""
    return re.search(r"了|已", rest) is not None


def _thinks(clause: Clause) -> bool:
    """Whether the main verb is one of thought, or begins one: 意识到…, 开始意识到…."""
    if clause.main is None:
        return False
    following = clause.words[clause.verb + 1].text if clause.verb + 1 < len(clause.words) else ""
    return clause.main.text in MENTAL or (clause.main.text == "开始" and following in MENTAL)


def _recalls(clause: Clause) -> bool:
    """Whether a clause begins with a verb of remembering: 记得…, 回忆…."""
    first = next((word for word in clause.words if word.tag not in "TXRUDC"), None)
    return first is not None and first.text in ("记得", "回忆", "想起", "还记得", "怀念")


def is_a_first(text: str) -> bool:
    """Whether something is told to be the first of its kind."""
    return re.search(r"首[个次家款台批届创条座艘架]|第一[个次家款台批条座艘架]", text) is not None


def has_figure(text: str) -> bool:
    return bool(NUMBER.search(text))


def counts(text: str) -> bool:
    """Whether a text gives a number of digits, or of a hundred and more."""
    return re.search(r"\d|[百千万亿]", text) is not None


def is_reported(clause: Clause, rest: str) -> bool:
    """Whether a clause about now or thereabouts reports a fact: a figure, or a change that took place."""
    return (
        counts(rest)
        or "翻了" in rest
        or (is_change(rest) and clause.action is not None and clause.action.weight > 0)
    )


def is_doubtful(clause: Clause, text: str) -> bool:
    """Whether anything speaks against a clause as a statement of fact."""
    return bool(objections(clause, text, undated_text(clause, text)))


def undated_text(clause: Clause, text: str) -> str:
    """The clause's text without its time expressions."""
    parts, position = [], clause.start
    for time in clause.times:
        parts.append(text[position : time.start])
        position = time.end
    return "".join([*parts, text[position : clause.end]])


def is_factual(clause: Clause, rest: str) -> bool:
    """Whether a clause without a date of its own tells a completed step, not a state or a thought."""
    texts = {word.text for word in clause.words}
    if texts & NOT_JUST_THEN:
        return False
    if (
        clause.action
        and clause.action.act in ("found", "acquire", "list")
        and any(word.tag in "MQ" for word in clause.words)
    ):
        return True
    if clause.main and clause.main.text in SETTLED:
        return True
    done = re.search(
        r"了|过(?!程|去|于|度)|成功|顺利|终于|(?<!自)由[^，]{2,12}$|(?<!自)由[一-鿿]{2,6}[一-鿿]投", rest
    )
    return bool(done or NUMBER.search(rest) or ORDINAL.search(rest) or _OFFICE.search(rest))
