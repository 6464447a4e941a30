"""A clause without its dates: the words that a headline or a subject is made of."""

import re
from collections.abc import Sequence

from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.words import Word
from timeline.lexicon.grammar import TIME_AFTER, TIME_BEFORE, wordset

_ANNIVERSARY = re.compile(r"周年|年华诞|岁生日")
_REIGNS = frozenset(
    {"民国", "公元", "西元", "清", "明", "宋", "唐", "清朝", "明朝", "宋朝", "唐朝", "清代", "明代"}
)
_PUBLISHES = wordset("公布 发布 披露 公告 刊发 发表 提交 递交 更新 回顾 总结 讨论 审议")
_COPULAS = frozenset({"是", "就是", "为", "系", "正是", "成为"})
_SPENDS = wordset("用 只用 仅用 用时 花 花费 只花 耗时 费时 历时")
_AT_OPENING = wordset(
    "开市 收市 开盘 收盘 盘前 盘后 时 起 时起 上午 下午 一早 早盘"
)  # 于2月9日|开市|时|起|停牌
# What leads to a date, as it is said without it: 定于5月挂牌 → 将挂牌; 投产延到25日 → 投产延期.
_LEADS_TO_DATE = {
    "将在": "将", "将于": "将", "拟在": "拟", "拟于": "拟", "定于": "将", "订于": "将", "订在": "将",
    "订": "将", "延到": "延期", "延至": "延期", "延期到": "延期", "延期至": "延期", "推迟到": "推迟",
    "推迟至": "推迟", "顺延至": "顺延", "提前到": "提前", "提前至": "提前",
}  # fmt: skip
_ONLY = wordset("仅 仅仅 只 才 前后 共 总共 一共 刚好")


def undated(clause: Clause) -> list[Word]:
    """The words without the dates, what belongs to them, and brackets; durations told of stay.

    Asked for many times of each clause: read once, and kept with it.
    """
    if clause.plain is None:
        object.__setattr__(clause, "plain", tuple(_without_dates(clause)))
    return list(clause.plain or ())


def _without_dates(clause: Clause) -> list[Word]:
    tags, texts = {word.tag for word in clause.words}, {word.text for word in clause.words}
    closed = "）" in texts or ")" in texts
    if not closed and "T" not in tags and "B" not in tags:
        return list(clause.words)
    kept: list[Word] = []
    after_time = opened = bracketed = False
    aside = _of_the_object(clause)
    for index, word in enumerate(clause.words):
        if index in aside:
            continue
        bracketed = bracketed or (closed and word.text in "（(")
        if word.tag == "B" or bracketed:  # a bracket with a time in it is in pieces
            bracketed = bracketed and word.text not in "）)"
        elif word.tag == "T" and not _is_told(clause, index):
            opened = bool(kept) and kept[-1].text in ("从", "自", "自从", "始自")
            kept = _led_to(clause.words, index, kept)
            after_time = True
        elif not after_time or not _ends_date(clause, index, kept, opened):
            after_time = False
            kept.append(word._replace(text=re.sub(r"\s+", "", word.text)) if word.tag == "T" else word)
    if kept and kept[-1].text == "开始" and (len(kept) == 1 or (opened and len(kept) > 3)):
        kept.pop()  # 从2015年|…领投种子轮|开始
    return kept


def _led_to(words: Sequence[Word], index: int, kept: list[Word]) -> list[Word]:
    """The words before the date at `index`, without what leads to it."""
    following = words[index + 1 :]
    kept = _without_preposition(_unhurried(kept, following), following)
    before = words[index - 1]
    if index > 1 and words[index - 2].tag == "T" and kept[-1:] == [before]:
        kept = kept[:-1]  # 在2004年|和|2005年
    if kept[1:] and kept[-1] == before and before.text in ("初创", "创业", "创办", "开局"):
        kept = kept[:-1]  # but not the step itself: 创办|于|T
    if kept and (said := _LEADS_TO_DATE.get(kept[-1].text)):
        kept = [*kept[:-1], kept[-1]._replace(text=said)]
    return kept


def _ends_date(clause: Clause, index: int, kept: Sequence[Word], opened: bool) -> bool:
    """Whether a word after a date belongs to it (止年度, 的, 起, 开市时); `opened`: the date began with 从."""
    word, before = clause.words[index], clause.words[index - 1]
    if word.text in ("度", "止", "止年度") or (word.text == "年度" and before.text == "止"):
        return True
    if word.text == "的" and _lasted(clause, before, kept):
        return False  # 经营了|四年多|的|工厂
    if word.text in TIME_AFTER:
        return opened or word.text != "开始"
    return word.text in ("的", "，", ",", "、", "时间") or word.text in _AT_OPENING


def _lasted(clause: Clause, time: Word, kept: Sequence[Word]) -> bool:
    """Whether a time says how long the verb before it went on."""
    acts = bool(kept) and (kept[-1].tag == "V" or kept[-1].text in ("了", "过"))
    return acts and any(t.start == time.start and t.timex.type == "DURATION" for t in clause.times)


def _without_preposition(kept: list[Word], following: Sequence[Word]) -> list[Word]:
    """Without what leads to a date: 在, 截至; but 上涨|到|T|收盘价的61.85元 says how far."""
    if _names_a_place(following):
        return kept
    so_far = any(word.tag == "M" for word in following)
    from_a_level = (
        so_far
        and any(word.tag == "V" and word.text not in ("到", "至") for word in following)
        and [word.text for word in following[:1]] == ["的"]
        and [w.tag for w in following[1:2]] == ["M"]
    )
    while kept and (kept[-1].text in TIME_BEFORE or kept[-1].text == "的" or kept[-1].text in _REIGNS):
        if from_a_level and kept[-1].text in ("从", "由"):
            break  # 从|2008年的|8元
        if so_far and kept[-1].text in ("到", "至") and len(kept) > 1 and kept[-2].tag == "V":
            break
        kept = kept[:-1]
    return kept


def describes_object(clause: Clause, time: Placed) -> bool:
    """Whether a time stands in the attribute of what the main verb before it takes."""
    main = clause.main
    if main is None or main.end > time.start or main.text in _COPULAS:
        return False  # 前身是1985年投产的工厂 tells of that day
    place = next((i for i, word in enumerate(clause.words) if word.start == time.start), -1)
    if place < 0:
        return False
    words = clause.words
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None:
        return False
    if following.text == "的":
        if main.text in _PUBLISHES and main in words[max(0, place - 2) : place]:
            return True  # 发布上个月的经营情况
        return (
            place > 1
            and words[place - 1].text in ("于", "自")
            and words[place - 2].tag == "V"
            and words[place - 2] != main
        )
    return following.tag == "V" and words[place + 2 : place + 3] != () and words[place + 2].text == "的"


def _of_the_object(clause: Clause) -> set[int]:
    """The words of a dated attribute of what the main verb takes: 收购|2005年|成立|的|工厂."""
    words, found = clause.words, set[int]()
    for time in clause.times:
        place = next((i for i, word in enumerate(words) if word.start == time.start), -1)
        if place < 0 or not describes_object(clause, time):
            continue
        first = place - 2 if words[place - 1].text in ("于", "自") else place
        found.update(range(first, words.index(next(w for w in words[place:] if w.text == "的")) + 1))
    return found


def _unhurried(kept: list[Word], following: Sequence[Word]) -> list[Word]:
    """仅用|14天|便研制出…: without what says that the time was spent on the step."""
    last = len(kept) - 1
    while last > 0 and kept[last].text in ("了", "时"):
        last -= 1
    if last < 0 or kept[last].text not in _SPENDS or not any(word.tag == "V" for word in following):
        return kept
    while last and kept[last - 1].text in _ONLY:
        last -= 1
    return kept[:last]


def _names_a_place(following: Sequence[Word]) -> bool:
    """Whether a time belongs to where something was said: 在|2015年|年会上宣布."""
    inner = following[1:] if following[:1] and following[0].text == "的" else following
    for index, word in enumerate(inner[:4]):
        if word.tag not in "NAQF":
            return False
        if word.text.endswith("会上") or (index and word.text in ("上", "中", "里")):
            return True
    return False


def _is_told(clause: Clause, index: int) -> bool:
    """Whether a time word is what the clause is about: 走了两年, 成立十周年, 连续五个月."""
    word = clause.words[index]
    before = clause.words[index - 1].text if index else ""
    if index > 1 and clause.words[index - 2].tag == "T" and before in ("和", "与", "及", "、", "或"):
        return False  # 在2004年和2005年
    if _ANNIVERSARY.search(word.text) or before in ("连续", "跟", "与", "和", "比", "较", "像", "如"):
        return True
    if clause.action and clause.action.act in ("sale", "unveil", "list", "deliver", "rolloff"):
        return False
    if clause.verb < 0 or index <= clause.verb:
        return False
    return any(time.start == word.start and time.timex.type == "DURATION" for time in clause.times)
