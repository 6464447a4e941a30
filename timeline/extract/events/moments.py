"""How firmly a time expression places an event."""

import re

from timeline.extract.language.clauses import Placed
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import wordset

PRESENT = wordset("目前 如今 今天 现在 当前 当下 眼下 现如今 今日 时下 此刻 现阶段 今 至今 迄今 迄今为止")
_TODAY = frozenset({"今天", "今日", "今"})
# Steps that are taken on a day: with one of them 今天 is the day, not nowadays.
_STEPS = wordset(
    "found open list delist acquire divest unveil sale online rolloff deliver recall approve announce appoint resign rename sanction partner"
)
_DONE_TODAY = re.compile(
    "(?!的)，?[^，。；]{0,12}?(?:正式|召开|完成|"
    + "|".join(
        sorted(
            (word for word, action in ACTIONS.items() if action.act in _STEPS and len(word) > 1),
            key=lambda word: (-len(word), word),
        )
    )
    + ")(?![会量])"
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


def time_strength(placed: Placed, text: str) -> float:
    """How firmly a time expression places an event: 2 a calendar date … 0 now, -1 a phase."""
    words = text[placed.start : placed.end].strip()
    before = text[max(0, placed.start - 6) : placed.start]
    after = text[placed.end : placed.end + 1]
    if _is_compared(placed, text, before) or "同期" in words:
        return -1.0
    if before.endswith(("由", "从", "自")) and after == "的":
        return -1.0  # 由1984年的150万元增长到…
    if before.endswith("的") and not _CALENDAR.search(words):
        return -1.0
    one_day = placed.timex.earliest == placed.timex.latest
    if words in _TODAY and one_day and _DONE_TODAY.match(text, placed.end):
        return 1.5
    if words in PRESENT:
        base = 0.8 if _STANDING.search(before) else 0.0
        return base - 1.0 if after == "的" else base
    if (told := _by_words(words)) is not None:
        return told
    if placed.timex.type != "DURATION":
        return 2.0 if _CALENDAR.search(words) else 1.5
    if _SPENT.search(before):
        return -0.5
    return 0.8 if words.startswith("未") else 1.0


def _is_compared(placed: Placed, text: str, before: str) -> bool:
    """Whether a time is only that of what something is measured by: 比2019年增长…; not 公司和2019年…."""
    compared = _COMPARED.search(before)
    if compared is None:
        return False
    return compared[0].strip() not in ("和", "与") or _LIKE.match(text, placed.end) is not None


def _by_words(words: str) -> float | None:
    """What the words say of a time that no calendar has: 初期, 近几年, 日前, 当时; None: nothing."""
    if _PHASE.search(words):
        return -1.0
    counted = re.search(r"\d", words) is not None
    if _DISTANT.search(words) and not counted:
        return -1.0
    if _VAGUE.search(words) and not counted:
        return 0.3 if words.startswith(("近", "最近")) else 0.0
    if _RECENT.search(words):
        return 1.3
    return 0.7 if _ANAPHORIC.search(words) and not counted else None


def stands_now(placed: Placed, text: str) -> bool:
    """Whether a clause has a word for now of its own: 迄今为止, 如今; not 今天的, 严重的当下."""
    words = text[placed.start : placed.end].strip()
    return words in PRESENT and time_strength(placed, text) >= 0


def tells_now(placed: Placed, text: str) -> bool:
    """Whether a time expression means the document's own time."""
    words = text[placed.start : placed.end].strip()
    return words in PRESENT or bool(_RECENT.search(words))
