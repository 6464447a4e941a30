"""Is a clause an event, of which category, and how much does it matter?

Every answer is a sum of small named reasons, so that it can be explained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.extract.clauses import Clause, Placed, is_attributive
from timeline.extract.entities import Cast
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
PRESENT = wordset("目前 如今 今天 现在 当前 当下 眼下 现如今 今日 时下 此刻 现阶段 今 至今 迄今 迄今为止")
_TODAY = frozenset({"今天", "今日", "今"})
_DONE_TODAY = re.compile(
    r"(?!的)，?[^，。；]{0,12}?(?:正式|宣布|发布(?!会)|推出|上市|上线|开业|开张|成立|签约|签署|签下|获批|开售|首发|亮相|交付|召开|完成)"
)
_PHASE = re.compile(r"初期|之初|初创|早期|早年|起步阶段")
_VAGUE = re.compile(
    r"近[几两]?年|最近几年|近些年|这些年|未来(?!的?\d|的?[一二两三四五六七八九十])|以后|将来"
    r"|过去(?!的?\d|的?[一二两三四五六七八九十])|以前|十几年"
)
_DISTANT = re.compile(r"[几数多]年(?:前|间)|年少|小时候")
_RECENT = re.compile(r"近期|最近|近日|日前|刚刚|不久前|新近")
_ANAPHORIC = re.compile(r"当时|当天|当年|此时|那时|同年|当日|当季|当月")
_CALENDAR = re.compile(r"\d|[〇零一二三四五六七八九十两]+[年月日号]|世纪|年代|季度|周年")
_STANDING = re.compile(r"(?:截至|截止|(?:^|[，。；,;\s])(?:到|至))\s*$")
_SPENT = re.compile(r"(?:用|用了|花|花了|耗时|历时|仅用|只用了|用时)\s*$")
_COMPARED = re.compile(r"(?:跟|与|和|比|较|相比|相较于?|不同于)\s*$")
_LIKE = re.compile(r"的|[^，。；]{0,12}?(?:比|较|持平|相当|一样|相同|类似|同期|相似|不同|一致)")
_ORDINAL = re.compile(r"首[个次家款台批届创发条座艘架]|第一|唯一|最大|史上|里程碑|最重大|正式")
_NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千万亿]{2,}|[二三四五六七八九十][个家款台名位次场项]|翻[了一]|数[十百千万亿]|[两三四五六七八九十]大"
)
_OFFICE = re.compile(r"CEO|CFO|CTO|COO|董事长|总裁|总经理|行长|首席|主席")
_NEW_FIELD = re.compile(r"造[车芯]|进军|跨界|转型")
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
SETTLED = frozenset({"决定", "宣布", "拒绝", "宣告", "签署"})  # done as soon as told
_GENERIC = re.compile(
    r"^\W*(?:任何|每个|很多|许多|一家|大多数|多数|所有|人们|大家|有的|有些|企业|公司们|一个人|消费者|创业者)"
)
_NORM = re.compile(
    r"(?:^|[一-鿿])(?:必须|应该|应当|需要|一定要|不能|不要|不应|绝不|(?<!主)(?<!需)(?<!重)要(?!求|闻|员|约|素))"
)
_FEELING = re.compile(
    r"高兴|震惊|感慨|感动|佩服|敬佩|遗憾|欣慰|骄傲|自豪|幸运|担心|害怕|信心|困惑|心里|疑惑|摇摆|痛苦|纠结|焦虑"
)

_QUALITY = re.compile(r"为主\W*$|有助于|有利于|旨在|^\W*(?:甚至|尚|还)?(?:不到|不及|不如|低于|高于)")
_COUNTERFACTUAL = wordset("要不是 若非 要是没有 如果不是 若不是")

Reasons = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A sum and what it is made of."""

    reasons: Reasons

    @property
    def total(self) -> float:
        return sum(score for score, _ in self.reasons)


def time_strength(placed: Placed, text: str) -> float:
    """How firmly a time expression places an event: 2 a calendar date … 0 now, -1 a phase."""
    words = text[placed.start : placed.end].strip()
    before = text[max(0, placed.start - 6) : placed.start]
    after = text[placed.end : placed.end + 1]
    compared = _COMPARED.search(before)
    beside = compared and compared[0].strip() in ("和", "与") and not _LIKE.match(text, placed.end)
    if (compared and not beside) or "同期" in words:
        return -1.0
    if before.endswith("的") and not _CALENDAR.search(words):
        return -1.0
    if (
        words in _TODAY
        and placed.timex.earliest == placed.timex.latest
        and _DONE_TODAY.match(text, placed.end)
    ):
        return 1.5
    if words in PRESENT:
        base = 0.8 if _STANDING.search(before) else 0.0
        return base - 1.0 if after == "的" else base
    if _PHASE.search(words):
        return -1.0
    if _DISTANT.search(words) and not re.search(r"\d", words):
        return -1.0
    if _VAGUE.search(words) and not re.search(r"\d", words):
        return 0.3 if words.startswith(("近", "最近")) else 0.0
    if _RECENT.search(words):
        return 1.3
    if _ANAPHORIC.search(words) and not re.search(r"\d", words):
        return 0.7
    if placed.timex.type == "DURATION" and _SPENT.search(before):
        return -0.5
    if placed.timex.type == "DURATION":
        return 0.8 if words.startswith("未") else 1.0
    return 2.0 if _CALENDAR.search(words) else 1.5


def judge(clause: Clause, text: str, placed: Placed | None, cast: Cast) -> Judgement:
    """How strongly a clause with this time (None: one from before) tells an event."""
    rest = undated_text(clause, text)
    reasons: list[tuple[float, str]] = []
    if placed:
        reasons.append((time_strength(placed, text), f"time {placed.timex.text}"))
    if any("周年" in word.text for word in clause.words):
        reasons.append((0.8, "an anniversary"))
    if clause.verb < 0:
        reasons.append((-0.3 if "已" in rest else -0.6, "no verb"))
    elif clause.action:
        reasons.append(
            (0.6 + 0.5 * clause.action.weight, f"{clause.words[clause.verb].text}: {clause.action.act}")
        )
    else:
        reasons.append((0.4, f"verb {clause.words[clause.verb].text}"))
    if _NUMBER.search(rest):
        reasons.append((0.8, "a figure"))
    if re.search(r"了|已|(?<![超通经])过(?!程|去|于|度)", rest):
        reasons.append((0.4, "completed"))
    if _ORDINAL.search(rest):
        reasons.append((0.4, "first or greatest"))
    if _OFFICE.search(rest):
        reasons.append((0.5, "an office"))
    if any(True for _ in cast.found_in(rest)):
        reasons.append((0.3, "names the cast"))
    if _ONLY_A_FIGURE.match(rest.strip(" ，,")):
        reasons.append((-3.0, "a figure of what was named before"))
    if placed and placed.timex.type == "DURATION" and _ASKED.match(text, clause.end):
        reasons.append((-3.0, "leads to a question"))
    reasons += _objections(clause, text, rest)
    return Judgement(tuple(reasons))


def _objections(clause: Clause, text: str, rest: str) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    opinions = [
        word.text
        for index, word in enumerate(clause.words)
        if word.text in OPINIONS
        and (clause.verb < 0 or index <= clause.verb)
        and not is_attributive(clause.words, index)
    ]
    if not opinions and re.search(
        r"我(?:们)?(?:认为|觉得|相信|看来)", text[max(0, clause.start - 12) : clause.start]
    ):
        found.append((-1.5, "an opinion announced"))
    if opinions:
        found.append((-1.0 * min(len(opinions), 2), f"opinion {' '.join(opinions)}"))
    head = text[clause.start : clause.main.end] if clause.main else rest
    if not opinions and _NORM.search(head):
        found.append((-1.3, "a rule"))
    if _QUESTION.search(rest) or text[clause.end : clause.end + 1] in ("？", "?"):
        found.append((-3.0, "a question"))
    after = [word for word in clause.words[clause.verb + 1 :] if word.tag in "NMQVA"] if clause.main else []
    if clause.main and clause.main.text in ("变", "改变", "不同") and not after:
        found.append((-1.5, "a change into what is not said"))
    unborn = any(word.text in ("尚未", "还未", "还没") for word in clause.words)
    if unborn or (clause.main and clause.main.text in ("没有", "没", "无")):
        found.append((-1.5, "what there is not"))
    if _GENERIC.search(rest):
        found.append((-1.0, "nobody in particular"))
    if clause.main and clause.main.text == "开始" and _thinks(clause):
        found.append((-2.0, "a thought that begins"))
    if _FEELING.search(rest) or _thinks(clause) or _recalls(clause):
        found.append((-1.5, "a feeling"))
    if any(word.text in HABITS for word in clause.words):
        found.append((-2.0, "a habit"))
    if _QUALITY.search(rest):
        found.append((-2.0, "what something consists of or is good for"))
    if any(word.text in _COUNTERFACTUAL for word in clause.words[:3]):
        found.append((-4.0, "what did not happen"))
    if _PARTS.search(rest) and text[clause.end : clause.end + 1] not in ("：", ":"):
        found.append((-3.5, "a list that comes next"))
    if (
        clause.main
        and clause.words[clause.verb + 1 : clause.verb + 2]
        and clause.words[clause.verb + 1].text == "着"
    ):
        found.append((-1.0, "a background"))
    if clause.verb > 0 and clause.words[clause.verb - 1].text in ("仍", "仍然", "依然"):
        found.append((-3.0, "goes on as before"))
    nouns = [word.text for word in clause.words if word.tag in "NQ"]
    if (
        nouns
        and nouns[-1] in EMPTY_OBJECTS
        and not (clause.colon and nouns[-1] in ANNOUNCED_OBJECTS)
        and not any(word.text in DENIED for word in clause.words)
    ):
        found.append((-1.5, f"{nouns[-1]} says nothing by itself"))
    return found


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


def tells_now(placed: Placed, text: str) -> bool:
    """Whether a time expression means the document's own time."""
    words = text[placed.start : placed.end].strip()
    return words in PRESENT or bool(_RECENT.search(words))


def is_a_first(text: str) -> bool:
    """Whether something is told to be the first of its kind."""
    return re.search(r"首[个次家款台批届创条座艘架]|第一[个次家款台批条座艘架]", text) is not None


def has_figure(text: str) -> bool:
    return bool(_NUMBER.search(text))


def is_reported(clause: Clause, rest: str) -> bool:
    """Whether a clause about now or thereabouts reports a fact: a figure, or a change that took place."""
    changed = bool(re.search(r"了|已", rest))
    counted = bool(re.search(r"\d|[百千万亿]|翻了", rest))
    return counted or (changed and clause.action is not None and clause.action.weight > 0)


def is_doubtful(clause: Clause, text: str) -> bool:
    """Whether anything speaks against a clause as a statement of fact."""
    return bool(_objections(clause, text, undated_text(clause, text)))


def undated_text(clause: Clause, text: str) -> str:
    """The clause's text without its time expressions."""
    parts, position = [], clause.start
    for time in clause.times:
        parts.append(text[position : time.start])
        position = time.end
    return "".join([*parts, text[position : clause.end]])


def is_factual(clause: Clause, rest: str) -> bool:
    """Whether a clause without a date of its own tells a completed step, not a state or a thought."""
    if re.search(
        r"曾|此前|早年|原先|已经|已|正在|一直|总是|往往|都会|就会|会(?![议员计场见晤])|可以|能够|如今|现在",
        rest,
    ):
        return False
    if any(word.text in ("是", "就是", "不是", "意味着", "有") for word in clause.words):
        return False
    if (
        clause.action
        and clause.action.act in ("found", "acquire", "list")
        and any(word.tag in "MQ" for word in clause.words)
    ):
        return True
    if clause.main and clause.main.text in SETTLED:
        return True
    done = re.search(r"了|过(?!程|去|于|度)|(?<!自)由[^，]{2,12}$|(?<!自)由[一-鿿]{2,6}[一-鿿]投", rest)
    return bool(done or _NUMBER.search(rest) or _ORDINAL.search(rest) or _OFFICE.search(rest))


def importance_of(
    clause: Clause, placed: Placed, text: str, name: str, cast: Cast, **told: object
) -> tuple[int, Judgement]:
    """1–3, and why. `told`: how (the dating), category, modality, inherited."""
    body = text[clause.start : clause.end]
    reasons: list[tuple[float, str]] = []
    how = str(told["how"])
    if "周年" in name:
        reasons.append((1.5, "an anniversary"))
    elif clause.action and clause.action.act == "found" and how.startswith("end of"):
        reasons.append((0.5, "an age"))
    elif clause.action:
        reasons.append(
            (float(clause.action.weight), f"{clause.main.text if clause.main else ''}: {clause.action.act}")
        )
    if _ORDINAL.search(body):
        reasons.append((0.8, "first or greatest"))
    if _NUMBER.search(name):
        reasons.append((0.5, "a figure"))
    if _NEW_FIELD.search(name):
        reasons.append((1.0, "a new field"))
    reasons += _standing(name, cast)
    if time_strength(placed, text) < 1.5 and not how.startswith("start of"):
        reasons.append((-0.6, "vague time"))
    if told["inherited"]:
        reasons.append((-0.2, "time from an earlier sentence"))
    if clause.temporal:
        reasons.append((-0.2, "told in passing"))
    if told["modality"] != "fact":
        reasons.append((-0.8, f"a {told['modality']}"))
    if told["category"] == "external":
        reasons.append((-1.0, "the world outside"))
    judgement = Judgement(tuple(reasons))
    return (3 if judgement.total >= 3.4 else 2 if judgement.total >= 1.9 else 1), judgement


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
        return ((0.2, "about its people"),)
    return ((-0.3, "about somebody else"),)
