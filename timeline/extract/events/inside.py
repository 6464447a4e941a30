"""Steps that are told inside a clause about something else: what is bought was founded, a listing was filmed."""

from dataclasses import dataclass
from itertools import takewhile

from timeline.extract.events.anchors import can_date
from timeline.extract.events.inheriting import Inheriting, Scene
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.undated import describes_object
from timeline.lexicon.actions import ACTIONS

_ONCE = frozenset({"found", "list", "unveil", "sale", "rolloff", "deliver", "open", "acquire", "delist"})
_ENDS = frozenset({"结束", "终结", "打破", "终止", "中止", "中断", "告别", "扭转", "止住", "摆脱"})
_JUST_THEN = ("时", "后", "前", "之后", "之前", "以后", "以来", "的", "之际", "的时候", "当天", "当日")


@dataclass(frozen=True, slots=True)
class Inside(Inheriting):
    """A sentence whose clauses may tell of two steps."""

    def _of_object(self, index: int) -> list[Scene]:
        """收购2005年成立的湖畔农机 tells of a founding, too: of what is bought."""
        clause, words, found = self.clauses[index], self.clauses[index].words, []
        for time in clause.times:
            place = next((i for i, word in enumerate(words) if word.start == time.start), 0)
            if not can_date(time) or not describes_object(clause, time):
                continue
            verb = words[place + 1] if words[place + 1].tag == "V" else words[place - 2]
            head = words.index(next(word for word in words[place:] if word.text == "的")) + 1
            name = tuple(takewhile(lambda word: word.tag in "NAQM", words[head:]))
            action = ACTIONS.get(verb.text)
            if not name or action is None or action.act not in _ONCE | {"produce"}:
                continue
            start, end = min(time.start, verb.start), name[-1].end
            inner = Clause(start, end, (words[place], *name, verb), (time,), len(name) + 1, action)
            told = self.subjects[index]._replace(subject="", named=True)
            found.append(Scene(inner, time, start, end, False, told))
        return found

    def _of_span(self, index: int) -> list[Scene]:
        """结束了湖畔农机连续9个月的销量冠军 tells what went on until then, too."""
        clause = self.clauses[index]
        if clause.main is None or clause.main.text not in _ENDS:
            return []
        words = tuple(word for word in clause.words[clause.verb + 1 :] if word.text not in ("了", "过"))
        for time in clause.times:
            row = self.text[max(clause.main.end, time.start - 2) : time.start] == "连续"
            if row and self._went_before(time) and self.text.startswith("的", time.end):
                place = next((i for i, word in enumerate(words) if word.tag == "P"), len(words))
                said = tuple(w for i, w in enumerate(words) if i < place or w.start >= time.start - 2)
                inner = Clause(words[0].start, words[-1].end, said, (time,), -1, None)
                told = self.subjects[index]
                told = told if said[0].text == "连续" else told._replace(subject="", named=True)
                return [Scene(inner, time, inner.start, inner.end, False, told)]
        return []

    def _went_before(self, span: Placed) -> bool:
        """Whether a span lies before the dates of the sentence, as what they put an end to must."""
        first = span.timex.earliest
        others = (time.timex for clause in self.clauses for time in clause.times if time != span)
        return (
            can_date(span)
            and first is not None
            and all(other.earliest is None or other.earliest > first for other in others)
        )

    def _embedded(self, index: int, time: Placed, own: bool) -> list[Scene]:
        """2018年公司上市时的纪录片 tells of the listing, too."""
        clause, words = self.clauses[index], self.clauses[index].words
        if not own or time not in clause.times or describes_object(clause, time):
            return []
        if any(word.text.endswith("前身") and word.end <= time.start for word in words):
            return []  # 前身是1988年成立的青禾五金厂: not the firm's own founding
        start = next((i for i, w in enumerate(words) if w.tag == "T" and w.start == time.start), len(words))
        for position in range(start + 1, min(start + 5, len(words) - 1)):
            word, following = words[position], words[position + 1].text
            action = ACTIONS.get(word.text)
            if action and action.act != "found" and position == start + 1 and following == "的":
                break
            told = action and action.act in _ONCE and following in _JUST_THEN
            if action and told and (position != clause.verb or clause.subordinate):
                inner = words[start : position + 1]
                step = Clause(time.start, word.end, inner, (time,), position - start, action)
                ours = self.subjects[index]._replace(subject=self.cast.company)
                return [Scene(step, time, step.start, step.end, False, ours)]
            if word.tag not in "NQA":
                break
        return []
