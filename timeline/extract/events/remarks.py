"""What only leads up to a statement, or announces it: remarks, chores, colons."""

from collections.abc import Sequence

from timeline.extract.language.clauses import Clause
from timeline.extract.language.words import Word
from timeline.lexicon.grammar import CAUSATIVES, FIRST_PERSON, FIRST_PERSON_PLURAL, THIRD_PERSON, wordset

_CHORES = frozenset({"事", "事情", "工作", "任务", "动作", "做法", "目标", "决定", "选择"})
_THIS = frozenset({"此举", "此", "这", "这也", "这一举动"})
_SAYING = frozenset({"tell", "propose"})
_STRIKING = wordset("值得 有意思 有趣 耐人寻味 令人 让人 更 最 需要 遗憾 巧合")


def pivot(words: list[Word]) -> list[Word]:
    """正是这些考问指引我们确立… → 我们确立…: whoever was led to act is the subject."""
    for index, word in enumerate(words[:8]):
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            word.text in CAUSATIVES
            and following
            and following.tag in "RN"
            and (following.text in FIRST_PERSON_PLURAL or following.text in FIRST_PERSON)
        ):
            return words[index + 1 :]
        if (
            word.text in ("使", "让", "使得", "令")
            and 0 < index < len(words) - 1
            and all(before.tag in "RDC" or before.text in _THIS for before in words[:index])
        ):
            return words[index + 1 :]  # 这使远禾市值达到…
        if not index and word.text == "有" and following and following.tag == "M" and _acts(words[2:]):
            return words[1:]  # 有9位农户被选为代表
        if not index and word.text in ("致", "使", "使得", "令") and following and following.tag in "NQVD":
            return words[1:]
        if index < len(words) - 1 and _is_remark(words[: index + 1]):
            return words[index + 1 :]
    return words


def _acts(words: Sequence[Word]) -> bool:
    """Whether somebody just named acts, or is acted on."""
    return len(words) > 1 and words[0].tag == "N" and (words[1].tag == "V" or words[1].text == "被")


def _is_remark(words: Sequence[Word]) -> bool:
    """Whether words only lead up to a statement: 此举意味着, 值得玩味的是, 这一切只因为."""
    last = words[-1].text
    if last in ("意味着", "标志着", "表明", "显示"):
        return all(word.tag in "RDC" or word.text in _THIS for word in words[:-1])
    if last in ("传", "消息", "传闻") and len(words) == 2:
        return words[0].text in ("有", "据")  # 有传远禾已通过聆讯
    if last == "是" and len(words) > 2 and words[-2].text == "的":
        return words[0].text in _STRIKING
    if last in ("因为", "因", "由于"):
        return len(words) > 1 and words[0].text in ("一切", "这", "之所以", "只", "这一切", "都", "正")
    return False


def chored(words: list[Word]) -> list[Word]:
    """我花时间最多的事就是准备… → 我准备…; 上任第一件事就是砍掉… → 砍掉…."""
    for index, word in enumerate(words):
        if (
            word.text in ("就是", "便是", "是")
            and 0 < index < len(words) - 1
            and words[index - 1].text in _CHORES
        ):
            subject = (
                words[:1]
                if words[0].text in FIRST_PERSON | FIRST_PERSON_PLURAL | THIRD_PERSON
                or (words[0].tag == "N" and index > 4)
                else []
            )
            return [*subject, *words[index + 1 :]]
    return words


def announcing(words: list[Word], clause: Clause) -> list[Word]:
    """宣布：…, 说了一句话：…, 迎来最重大的决定：… → up to the verb, which 决定 may replace."""
    verb = clause.main
    if verb is not None and verb.text == "显示":
        return []  # 统计显示：…
    if clause.action and clause.action.act == "debate":
        return [*words, Word(clause.end, clause.end, "：", "X")]
    if words and words[-1].text in ("决定", "决策"):
        first = next((index for index, word in enumerate(words) if word.tag == "V"), 0)
        subject = words[:first]
        return [*subject, words[-1]._replace(text="决定", tag="V")]
    kept = [word for word in words if verb is None or word.start <= verb.start]
    if clause.colon and clause.action and clause.action.act in _SAYING and verb:
        kept.append(Word(verb.end, verb.end, "：", "X"))
    return kept


def last_noun(words: list[Word]) -> list[Word]:
    """The head of a noun phrase: what follows its last 的, without a count."""
    start = max((index + 1 for index, word in enumerate(words) if word.text == "的"), default=0)
    return [word for word in words[start:] if word.tag in "NQAV"]
