"""Which time dates a clause of a sentence."""

import re
from dataclasses import dataclass

from timeline.extract.events.contexts import Context
from timeline.extract.events.moments import PRESENT, time_strength
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.undated import describes_object
from timeline.lexicon.grammar import FORECASTS, PLANS, wordset

_AGE = re.compile(r"成立|创立|创办|用了|历时|耗时|距|过去了|仅用|只用|不到$|仅仅?$|才$")
_COLON = re.compile(r"[年度末底]*\s?[：:]")
_PUBLISHES = wordset("公布 发布 披露 刊发 刊登 公告 交出 发表 对外公布 正式发布 宣布 递交 提交")
_REPORT = re.compile(
    r"[^，。；：]{0,14}?(?:财报|业绩|年报|季报|中报|半年报|财务报告|年度报告|报告|成绩单|销量|数据|榜单|排名|营收)"
)
_REVEALS = wordset("自曝 自爆 承认 坦承 透露 披露 曝光 查出 发现 查明 公布 通报 指控 指出 指责 揭露 曝出")
_SINCE = re.compile(r"距离?[^，]{2,}$")
_WANTED = frozenset({"要", "必须", "需要", "希望", "应", "须", "完成", "实现", "成为", "拿下"})
_RELATIVE = wordset("near-month near-day near-week near-year ago year month month-day")
_COUNTED = re.compile(r"[年月日天周](?:之|以)?后$")
_GENERATION = re.compile(r"\d0\s?后")  # 80后 are people


def can_date(time: Placed) -> bool:
    """Whether a time can date an event."""
    return time.timex.anchored and time.timex.type != "SET" and not _GENERATION.fullmatch(time.timex.text)


def dating(clause: Clause) -> list[Placed]:
    """The times that can date what a clause tells, not only what it tells of: 收购|2005年|成立的|工厂.

    A stretch (一年内) that does not look ahead lies where the story is.
    """
    return [
        time
        for time in clause.times
        if can_date(time)
        and not describes_object(clause, time)
        and not _ranks(clause, time)
        and (time.timex.rule != "length-within" or _is_ahead(clause))
    ]


def _ranks(clause: Clause, time: Placed) -> bool:
    """Whether a word for now only says among what something is the most: 迄今为止|最|长的一次演讲."""
    following = next((word.text for word in clause.words if word.start >= time.end), "")
    return time.timex.text in PRESENT and following.startswith("最") and following != "最终"


def counts_from(clause: Clause, time: Placed) -> bool:
    """Whether a time is counted from the step before it, so that it dates what comes next: 上市5年后，…."""
    before = [word for word in clause.words if word.end <= time.start and word.tag not in "XU"]
    last = clause.main is not None and before[-1:] == [clause.main]
    ends = not any(word.start >= time.end and word.tag not in "XU" for word in clause.words)
    return last and ends and _COUNTED.search(time.timex.text) is not None


def _is_ahead(clause: Clause) -> bool:
    """Whether a clause looks ahead: a stretch 在一个月内 told of the past lies where the story is."""
    texts = {word.text for word in clause.words}
    return not texts & {"了", "过", "据称"} and bool(texts & (PLANS | FORECASTS | _WANTED))


@dataclass(frozen=True, slots=True)
class Anchored(Context):
    """A sentence whose clauses are dated."""

    def _anchor(
        self, clause: Clause, anchors: list[Placed], current: Placed | None, head: Clause | None
    ) -> Placed | None:
        """The time that dates a clause: its firmest, unless a stronger one already governs it."""
        inside = [time for time in dating(clause) if not self._is_reported_on(clause, time)]
        if current is not None:
            inside = [
                time
                for time in inside
                if self.text[time.start - 1 : time.start] not in "由从自"
                or not self.text.startswith("的", time.end)
            ]
        if current is not None or len(inside) > 1:
            inside = [time for time in inside if not self._is_aside(clause, time)] or inside[
                : current is None
            ]
        if not inside:
            return None
        best = max(inside, key=lambda time: (self._firmness(clause, time, len(inside)), -time.start))
        return best if current is None else self._under(current, best, clause, head)

    def _under(self, current: Placed, time: Placed, clause: Clause, head: Clause | None) -> Placed | None:
        """The time of a clause, where it dates the clause although `current` governs the sentence so far."""
        if self._only_describes(time, current):
            return None
        if head is None and self._is_told_on(clause, time, current):
            return None
        if "周年" in time.timex.text and current.timex.type == "DATE":
            return current if clause.temporal else None  # 2008年2月，云帆举办10周年庆典
        if time.timex.type != "DURATION":
            return time
        before = self.text[clause.start : time.start]
        if time.timex.earliest == current.timex.earliest and not _AGE.search(before):
            # 从1月15日开始，经过75天: the span from then on
            return time if time.timex.latest != current.timex.latest else None
        if _SINCE.search(before):
            return time
        aged = _AGE.search(before) or time.timex.text.startswith(("不到", "仅"))
        if aged and not before.endswith("上市"):
            return None
        return None if head is None and time_strength(current, self.text) > 1.0 else time

    def _is_told_on(self, clause: Clause, time: Placed, day: Placed) -> bool:
        """Whether the day right before a clause is that of the step, and the time in it only of its object.

        2020年4月，公司自曝在2019年虚增销售额; 3月5日，公司召开2025年第二次临时股东大会.
        """
        if self.text[day.end : clause.start].strip("，, "):
            return False
        if any(word.end <= time.start and word.text in _REVEALS for word in clause.words):
            return True
        place = next((i for i, word in enumerate(clause.words) if word.start == time.start), 0)
        following = clause.words[place + 1 : place + 2]
        return (
            place > 0
            and time.timex.value[:4].isdigit()
            and time_strength(day, self.text) >= 2.0
            and clause.words[place - 1] == clause.main
            and bool(following)
            and following[0].tag in "NMAQ"
        )

    def _is_of_another_time(self, clause: Clause) -> bool:
        """Whether a clause has a day of its own that nothing resolves: 就在上个月，…."""
        return any(
            time.timex.type in ("DATE", "TIME")
            and not time.timex.anchored
            and time.timex.rule in _RELATIVE
            and time.timex.latest is None
            and time.timex.text[0] not in "当同该次翌此"  # 当月: of the story's day
            for time in clause.times
        )

    def _is_reported_on(self, clause: Clause, time: Placed) -> bool:
        """Whether a time is that of what is published, or of another figure: 公布2023年第四季度财报, （2022年：6,140人）."""
        if self.text[time.start - 1 : time.start] in ("(", "（") and _COLON.match(self.text, time.end):
            return True
        main = clause.main
        if main is None or time.start < main.end or main.text not in _PUBLISHES:
            return False
        return _REPORT.match(self.text, time.end, clause.end) is not None

    def _is_aside(self, clause: Clause, time: Placed) -> bool:
        """Whether a time stands in a bracket among other words: 登上杂志的封面（见2006年第5期）."""
        opened = max(self.text.rfind(mark, clause.start, time.start) for mark in "（(")
        if opened < 0 or any(self.text.find(mark, opened, time.start) >= 0 for mark in "）)"):
            return False
        return time.start > opened + 1

    def _only_describes(self, time: Placed, current: Placed) -> bool:
        """Whether a time within X的 is no news: 2019年，当时的负责人…; 到12月，2025年的培训…."""
        if not self.text.startswith("的", time.end):
            return False
        said, known = time.timex, current.timex
        if not (said.earliest and said.latest and known.earliest and known.latest):
            return False
        return said.earliest <= known.earliest and known.latest <= said.latest

    def _firmness(self, clause: Clause, time: Placed, rivals: int) -> float:
        """How firmly a time dates the clause: less, if it only describes the object (发布2023年报告)."""
        strength = time_strength(time, self.text)
        if rivals > 1 and time.timex.type == "DURATION" and self.text.startswith("过去", time.end):
            return -0.5  # 如今4年过去了: it is now that counts
        if _SINCE.search(self.text[clause.start : time.start]):
            return strength + 1.0
        described = rivals > 1 and clause.main is not None and time.start > clause.main.start
        following = next((word for word in clause.words if word.start >= time.end), None)
        described = described and (following is None or following.tag != "V")  # 赴美IPO|昨日|诞生
        return strength - 0.8 if described and self.text[time.start - 1] not in "于在至到" else strength
