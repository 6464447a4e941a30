"""Ages: lengths that run up to the document, or up to the date that the clause is told at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.context import Antecedent, Resolved, shift
from timeline.times.finding import Found
from timeline.times.readings import Deictic, Length
from timeline.times.windows import placed, until, up_to_document, without_place

if TYPE_CHECKING:
    from timeline.times.standing import Standing

_AGE = re.compile(
    r"(?:打拼|奋斗|闯荡|深耕|坚守|耕耘|扎根|任职|成立|创立|创办|创建|诞生|上市|创业|入行|发布|开业|运营|推出|上线|建厂|建校|组建|从业|问世|投产|入职)(?:以?来|至今|到现在|到今天)?(?:才|仅仅?|不过|已经?|了|刚刚?|刚满|满|只有|也|都|有|还|,|，)*$"
)
# 成立不到三年，公司就上市了: counted from when it began
_RESULT = re.compile(
    r"(?:多|的?时间|之?内|里){0,2}[，,]?(?:公司|它|他|她|其|我们|该公司)?(?:就(?!是|近|职|业)|便(?!宜|利|捷)|即(?!将|使|便|是)|旋即)"
)
_PASSED = re.compile(
    r"(?:走|过|做|干|坚持|经营|深耕|发展|探索|运营|等|打磨|陪伴|走过|过去|积累|期待|等待|努力|奋斗|打拼|工作|服务|耕耘)了(?:整整|足足)?$"
)
_WORKED = re.compile(r"(?:做|干|工作|等|努力|奋斗|打拼|学习|待|住)了$")
_NEXT = re.compile(
    r"[，,](?:他|她)?(?:就|便|又|跳|转|离|被|后来|然后|之后)"
)  # 干了一年，跳槽到…: a step of a story
_TAKEN = ("用", "用了", "花", "花了", "耗时", "历时")
_TO_DATE = re.compile(r"(?:至今|迄今|距今)(?:已|经|有|满|整整|，|近|将)*$")


def goes_on_now(walk: Standing, found: Found) -> bool:
    """经历了3年低谷后，最近转身: the sentence goes on to the present."""
    following = walk.next_found
    if following is None or not isinstance(following.reading, Deictic) or following.start - found.end > 40:
        return False
    return not any(c in walk.text[found.end : following.start] for c in "。！？；\n")


def grown_old(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """Up to now: 创办12年, 走了两年, 4年过去了, 用两年做到."""
    if length.high - length.low > 1:
        return None
    before, after = walk.before(found), walk.after(found, 3)
    if length.unit == "day" and length.high < 1:
        return None  # 走了半天: a long while
    if (
        length.unit in ("day", "week", "month")
        and _WORKED.search(before)
        and not after.startswith(("了", "过去"))
    ):
        return None  # 在车间里做了一周: some week of a story
    aged = _AGE.search(before)
    if aged and _RESULT.match(walk.text, found.end):
        return _from_its_beginning(walk, found, length)
    if aged or (_PASSED.search(before) and not after.startswith(("前", "后")) and not _NEXT.match(after)):
        return up_to(walk, found, length)
    if (
        "今" in before
        and _TO_DATE.search(before)
        and walk.reference
        and (ante := walk.near(found, walk.last))
    ):
        years = walk.reference.latest.year - ante.earliest.year
        if length.unit != "year" or abs(years - length.low) <= 1:  # 成立于2010年，至今已12年
            return placed(length, ante.earliest, walk.reference.latest, walk.said(ante))
    if "距今" in before:
        return up_to(walk, found, length)
    if after.startswith(("过去了", "了")) and length.low >= 1:
        return up_to(walk, found, length)
    if (
        length.unit in ("year", "month")
        and before.endswith(_TAKEN)
        and not walk.same_sentence(found, walk.last)
    ):
        return up_to(walk, found, length)
    return None


def _from_its_beginning(walk: Standing, found: Found, length: Length) -> Resolved:
    begun = walk.same_sentence(found, walk.last) or walk.near(found, walk.founding, 2000, 20)
    if begun is None:
        return without_place(length, "nothing says when it began")
    return placed(length, begun.earliest, shift(begun.latest, length.high, length.unit), walk.said(begun))


def up_to(walk: Standing, found: Found, length: Length) -> Resolved:
    """An age: up to the date that the clause is told at, else up to the document."""
    if (ante := walk.same_sentence(found, walk.last)) and _told_at(walk, found, ante):
        return until(walk, length, ante)
    if then := _told_then(walk, found):
        return until(walk, length, then)
    days = up_to_document(walk, length)
    return (
        placed(length, *days, walk.document())
        if days
        else without_place(length, "the document's date is not known well enough")
    )


def _told_at(walk: Standing, found: Found, ante: Antecedent) -> bool:
    """2019年，公司成立三年: the clause itself is told at the date."""
    reference, between = walk.reference, walk.text[ante.end : found.start]
    if (
        ante is walk.founding
        or any(c in between[1:] for c in "，,")
        or walk.text[max(0, ante.start - 1) : ante.start] in ("从", "自", "于")
    ):
        return False
    return reference is None or ante.latest < reference.earliest


_THEN = ("那时", "那个时候", "那会儿", "当时", "彼时")


def _told_then(walk: Standing, found: Found) -> Antecedent | None:
    """那个时候…。创业30年了: the paragraph has gone back to a time, and stays there."""
    last = walk.near(found, walk.last, 150, 0)
    return last if last and walk.text.startswith(_THEN, last.start) else None
