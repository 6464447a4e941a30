"""Whether a headline may be printed as it stands: whoever acts, what is done, nothing left hanging."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.language.words import Word, joined, tag_of
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.lexicon.english import PLANS as ENGLISH_PLANS
from timeline.lexicon.grammar import PLANS, SUBORDINATE, wordset

# Marks that open and close.
_PAIRS = ("“”", "《》", "「」", "『』", "（）", "()", "【】")

# ── Chinese ──────────────────────────────────────────────────────────────────────────────────────

# What says nothing: a statement without what was stated, a turn without what turned.
_EMPTY = re.compile(
    r"(?:转折|转机|变化|危机|机会|麻烦)点?(?:出现|到来|发生|来)$|(?:表示|指出|认为|强调|坦言|透露|谈到|介绍|称|说|显示|获悉|了解到|看到)$"
)
_BAD_STARTS = ("当时", "因为", "咱们", "本人", *(word for word in sorted(SUBORDINATE) if len(word) > 1))
ENDINGS = wordset(
    "时 后 之后 的时候 时候 之时 以后 之前 前 的 了 之际 期间 呢 吗 起来 来说 来看 的话 以来 也 又 并 而 且 和 与 及 中 上 里"
)
_DANGLING = wordset("始于 源于 一 为 将 对 不 等 更 最 所 由 使 让 把 被 以 在 于")
# Verbs that say nothing without what they take.
_TAKES = wordset(
    "成为 成了 变为 变成 是 有 达 达到 获得 取得 荣获 位列 名列 位居 担任 出任 包括 拥有 给出 超过 称为 名为 属于 位于 来自 导致 造成 使得 占 "
    "作为 改名为 更名为 升任 当选为 获 获评 入选 涉及 高达 仅为 降至 升至 增至 减至 跌至 涨至"
)
_SINCE = wordset("后 以来 之后 以后 时 前")
_IS = wordset("是 有 原本是 本是 曾是")
_ONCE = wordset("原本 本该 本是 曾经")
_THEN = re.compile(r"(?<=年)(?:之际|之时|时|前后)$")  # 上市四周年|之际
_AT = re.compile(r"(?<=[一-鿿]{2})[在到]$|(?<=[一-鿿])[于自至]$")  # 出生于|1936年


def fault(words: Sequence[Word]) -> str:
    """What keeps a Chinese headline from being printed; "" if nothing does."""
    text = joined(words)
    if starts_badly(text):
        return "begins badly"
    if not_closed(text):
        return "not closed"
    if hanging(words):
        return "cut"
    return "phrase" if phrase(words) else ""


def trimmed(words: list[Word]) -> list[Word]:
    """Without what hangs at the end: 在…时, 的, 和, 出生|于."""
    while words and hanging(words):
        words = words[:-1]
    if words and words[-1].tag == "T" and (day := _THEN.sub("", words[-1].text)):
        words = [*words[:-1], words[-1]._replace(text=day)]
    if words and _AT.search(words[-1].text) and tag_of(words[-1].text[:-1])[:1] == "v":
        words = [*words[:-1], words[-1]._replace(text=words[-1].text[:-1])]
    return words


def hanging(words: Sequence[Word]) -> bool:
    """Whether the last word wants another: a preposition, a connective, a particle."""
    last = words[-1]
    if (last.tag == "V" and last.text in _TAKES and len(words) > 1) or [w.text for w in words[-2:]] == [
        "而",
        "来",
    ]:
        return True  # 官方给出的说法|是
    if last.text == "了" and (len(words) <= 3 or len(words[-2].text) == 1):
        return False  # 谈好的融资黄了
    if last.tag == "C" and len(words) > 1 and words[-2].tag == "V" and tag_of(last.text)[:1] == "n":
        return False  # 预期年底有结果
    return last.tag in "UPCDXR" or last.text in ENDINGS or last.text in _DANGLING


def phrase(words: Sequence[Word]) -> bool:
    """Whether nothing is said of anything: 36氪给出的描述."""
    return not _predicates(words)


def _predicates(words: Sequence[Word]) -> bool:
    """Whether something is said of something: not 原本是一片农田的园区, not 两家供应商, not 成立后的第一个."""
    if any(_acts(words, index) for index in range(len(words))):
        return True
    last, held = words[-1], len(words) > 1 and words[-2].text == "的"
    said = last.tag in "MTDA" or last.text in ACTIONS or tag_of(last.text)[:1] in ("v", "i", "l", "a", "z")
    planned = any(word.text in PLANS or word.text in ("由", "被") or "周年" in word.text for word in words)
    return (said and not held) or planned or any(word.tag == "T" for word in words)


def _acts(words: Sequence[Word], index: int) -> bool:
    """Whether a verb is no part of what 的 describes, nor the noun that it describes, nor a date: 上市|以来."""
    following = words[index + 1].text if index + 1 < len(words) else ""
    described = index and words[index - 1].text == "的"
    if words[index].tag != "V" or described or following == "的":
        return False
    alone = words[index].text in _IS and all(word.text[:2] in _ONCE for word in words[:index])
    dates = alone or following in _SINCE
    return not (dates and any(word.text == "的" for word in words[index:]))


def starts_badly(name: str) -> bool:
    """Whether a headline begins with what no headline begins with."""
    if (
        not name
        or _EMPTY.search(name)
        or name[0] in "我它这那其是，、）”"
        or not re.search(r"[一-鿿A-Za-z]{2}", re.sub(r"[万亿千百十台辆个家元人名倍]", "", name))
    ):
        return True
    if re.match(r"[\d.]+%", name):
        return True  # 165%升至310%: of what is not said
    if name.endswith("前夜") or re.match(r"可以|能够|后因|因(?!特|美|斯)", name):
        return True
    if re.match(r"受[^，]+(?:影响|冲击|拖累|波及|驱动|带动)$", name):
        return True
    if re.match(r"将(?:正式)?(?:更名|改名)", name):
        return True  # 将其更名为…: what was renamed is not said
    return name.startswith(_BAD_STARTS) and not name.startswith("得益于")


# ── English ──────────────────────────────────────────────────────────────────────────────────────

# A headline that begins so goes on from something, or is half of a sentence.
_GOES_ON = re.compile(
    r"(?:If|Unless|When|Whenever|That|Who|Whose|Which|Because|Although|Though|While|As|But|And|Or|Nor|Than|Most|More"
    r"|Following|Also|Then|So|Yet|He|She|It|They|We|I|You|Him|Them|Us|To|Of|By|With|From|Including|Comprising"
    r"|Just|Only|Even|Up|Down|Versus|Compared|[a-z]+ly,)\b(?! [A-Z]\w+['’])"
)
_HANGS = re.compile(
    r"(?:^|[\s,])(?:of|to|up|in|for|with|and|or|the|a|an|that|its|his|her|their|our|by|from|at|on|as|than|about|into|onto"
    r"|between|under|over|through|approximately|nearly|roughly|almost|around|which|who|where|when|while|compared|has|have"
    r"|had|been|be|is|are|was|were|will|would|can|could|should|might|did|does|do|not|also|worth|including|following|per"
    r"|half|most|some|more|less|no|any|every|each|both|such|very|so|said|says|according|due|but|if|because|since|further|specifically|primarily|mainly|largely|especially|particularly|better|(?<!was )(?<!were )(?<!been )(?:designed|intended|aimed|based|located))$",
    re.I,
)
# What says nothing without the words after it: the first company|to produce…, a number|of stores.
_INCOMPLETE = re.compile(
    r"\b(?:(?:first|only|sole)(?: [\w-]+)? (?:company|firm|bank|\w*maker|manufacturer|airline|retailer|provider|brand|institution"
    r"|country|person|man|woman|one)|(?:an?|the) (?:\w+ )?(?:variety|number|range|series|majority|total|average|pair|group"
    r"|part|portion|stake)|(?:annual|quarterly|net|gross|operating|total|combined|significant|major|new|largest|biggest"
    r"|first|second|third|adjusted)|an? \w+(?:ous|ive|ful|able|ical|ial))$",
    re.I,
)
_OPEN_PHRASE = re.compile(
    r"\b(?:are|is|was|were|been|by|not|out|started|began|stopped|of|after|before|without|from|kept|twice) \w+ing$"
    r"|\b(?:was|were|been) (?:put|set|made|brought|taken)$|\bas (?:much|many|well|soon|far)$|\bbetween (?!.*\band\b)[^,]+$"
)
_ASKED = re.compile(
    r"\b(?:expect(?:s|ed)?|ask(?:s|ed)|allow(?:s|ed)|forced|required|urged|ordered|invited|permitted|enabled|wants?|wanted)\s(?!to\b)[^,]{2,40}$"
)
_WANTS = {
    "in": wordset("resulted results engaged participated specializes specialized succeeded interested"),
    "of": wordset("half consists consisted part capable most some all one two three"),
    "for": wordset("filed applied accounted opted called waited bid"),
    "with": wordset("partnered teamed merged dealt filled associated"),
}
_PLACES = wordset("in to at on with from into")
_TAKES_MORE = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<! is)(?<! are)(?<! be)\s(?!(?:financ|fund|offer|list|meet|build|train|market|manufactur|licens|engineer|fil|rul|hold|spend|pric|rat)ing$)[a-z]+(?:ed|ing)$"
)
_LEADS_TO = wordset(
    "agreed expected scheduled projected forced allowed required asked preparing led amounted due track able set due ready likely way unable order agreement right opportunity"
)
_OF_NOUNS = wordset("a an the of its his their in for new")  # after which open, list, fund are nouns
_TWO = re.compile(
    r"(?<=[a-zA-Z]{2})[.?!][”\"]? (?=[A-Z])(?<!\bSt\. )(?<!\bvs\. )(?<!\bNo\. )(?<!\bDr\. )(?<!\bMr\. )"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|had|has|have|will|would|can|could|may|(?<!-)[a-z]{2,}ed|rose|fell|grew|made|won|went|came|stood|sold|hit|cut|"
    r"left|lost|met|paid|put|ran|saw|set|spent|took|told|bought|brought|built|began|became|chose|drew|gave|got|held|kept|led|"
    r"opens|plans|expects|said|says|set|shut|sank|swung|wrote|(?<!\d )(?<!['’]s )(?<!the )(?<!of )[a-z]{2,}(?:es|ns|ts|rs|ds|ks|ys|ls|ps|ms))\b"
)


def hangs(text: str, following: str = "", after: str = "") -> bool:
    """Whether an English headline that is cut here lacks what its last word wants: has been, the first bank."""
    if _HANGS.search(text) or _INCOMPLETE.search(text) or _OPEN_PHRASE.search(text):
        return True
    last = text.rsplit(" ", 1)[-1]
    if last in _WANTS.get(following.strip(), ()):
        return True
    if following.strip() == "and" and last[:1].isupper() and after[:1].isupper():
        return True  # Aerospace|and Strategic Metals Group
    if following.strip() == "as" and last.endswith("ed"):
        return True  # was named|as president
    if following.strip() in _PLACES and _TAKES_MORE.search(text):
        return True  # had dabbled|in missiles; a subsidiary specializing|in phones; equipment imported|from abroad
    if following.strip() == "to" and _ASKED.search(text):
        return True  # expected sales|to expand
    return following.strip() == "to" and (last in ENGLISH_PLANS or last in _LEADS_TO)


def english_fault(text: str) -> str:
    """What keeps an English headline from being printed; "" if nothing does."""
    if _GOES_ON.match(text):
        return "goes on"
    if not_closed(text) or text.count('"') % 2:
        return "not closed"
    if _TWO.search(text):
        return "two sentences"
    if hangs(text):
        return "cut"
    words = text.lower().split()
    acts = _FINITE.search(text) or any(
        word in ENGLISH_ACTIONS
        or (before not in _OF_NOUNS and f"{word}{'d' if word.endswith('e') else 'ed'}" in ENGLISH_ACTIONS)
        for before, word in pairwise(("a", *words))
    )
    return "" if acts else "no verb"


# ── both ─────────────────────────────────────────────────────────────────────────────────────────


def not_closed(text: str) -> bool:
    """Whether a bracket or a quotation mark stands alone."""
    return any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
