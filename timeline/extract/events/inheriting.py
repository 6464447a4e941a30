"""The events of clauses without a date: what they take over from the sentences before."""

import re
from dataclasses import dataclass

from timeline.extract.events import episodes, scoring
from timeline.extract.events.anchors import Anchored
from timeline.extract.language.clauses import Clause, Placed
from timeline.extract.language.predicates import is_attributive
from timeline.extract.who.pronouns import Told
from timeline.lexicon.actions import LIGHT
from timeline.model import Modality

NEARBY = 260  # characters within which less evidence will do
STATED = re.compile(r"已经?(?:有|超|达|逾|突破|覆盖|拥有|累计|成为|近|经)")
_MEASURED = re.compile(r"\d.*[万亿%％台元人家辆倍户]")
_ITEM = re.compile(r"\s*(?:其[一二三四五]|[一二三四五]是)")  # of a list that the dated sentence announced
_WE = re.compile(r"\W*(?:而|但|于是|后来|随后)?[我他她](?!国)")


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause found to tell an event: its time, its evidence, what it leaves unsaid.

    `start`/`end` bound the evidence in the view; `following` is what the clause announces, `topic`
    the nouns before it that are its subject, `addition` a clause whose figure may join the headline.
    """

    clause: Clause
    time: Placed
    start: int
    end: int
    inherited: bool
    told: Told
    following: Clause | None = None
    topic: Clause | None = None
    addition: Clause | None = None
    like: "Scene | None" = None  # the scene whose date is this one's, too
    planned: bool = False
    carried: Modality = "fact"  # what the clause before it was, and goes on to be
    foretold: bool = False
    supposed: bool = False
    dropped: bool = False  # a plan that the same sentence gives up


def _counts(clause: Clause) -> bool:
    """Whether a clause gives a figure with its measure."""
    return any(word.tag == "M" and _MEASURED.search(word.text) for word in clause.words)


@dataclass(frozen=True, slots=True)
class Inheriting(Anchored):
    """A sentence: its clauses, and whom each may leave unsaid."""

    subjects: list[Told]
    under: bool = False  # whether the sentence stands under a date that a heading or a bare date gave

    def undated(self, until: int, near: Placed | None, now: Placed | None) -> list[Scene]:
        """The events of clauses that inherit their date: completed steps, or how things stand now."""
        lent = {index: time for index in range(until) if (time := self._borrowed(index, until, near, now))}
        if not lent:
            return []
        first = min(lent)
        best = first if self.under else next((i for i in lent if _counts(self.clauses[i])), first)
        told = {self._act(best)}
        chosen = [best]
        for index in lent:
            step = self.clauses[index].action
            if index > best and step and step.weight >= 2 and step.act not in told:
                told.add(step.act)
                chosen.append(index)
        scenes = [self._scene(index, lent[index], index, True) for index in chosen]
        added = [scene.addition for scene in scenes if scene.addition]
        return [scene for scene in scenes if scene.clause not in added]

    def _act(self, index: int) -> str:
        action = self.clauses[index].action
        return action.act if action else ""

    def _borrowed(self, index: int, until: int, near: Placed | None, now: Placed | None) -> Placed | None:
        """The date that a clause without one takes over; None if it tells nothing of the kind."""
        clause = self.clauses[index]
        if clause.temporal or not self._tells(index, False) or self._is_of_another_time(clause):
            return None
        if clause.main and is_attributive(clause.words, clause.verb) and clause.words[-1].tag in "NQ":
            return None  # the nouns of another clause
        return self._completed(index, until, near, now) or self._of_episode(index, near)

    def _of_episode(self, index: int, near: Placed | None) -> Placed | None:
        """The date of the episode that a clause goes on with."""
        clause = self.clauses[index]
        if near is None or not 0 <= clause.start - near.end <= episodes.EPISODE:
            return None
        ours = self.cast.is_ours(self.subjects[index].subject)
        quoted = any(episodes.speaks(before) for before in self.clauses[:index])
        told = episodes.goes_on(
            clause, self.text, self.cast, clause.start - near.end, ours=ours, quoted=quoted
        )
        return near if told.total >= episodes.TOLD else None

    def _completed(self, index: int, until: int, near: Placed | None, now: Placed | None) -> Placed | None:
        """The date of a completed step, or of how things stand now."""
        clause = self.clauses[index]
        if not clause.action:
            return None
        rest = scoring.undated_text(clause, self.text)
        total = scoring.judge(clause, self.text, None, self.cast).total
        last = self.clauses[index + 1].end if index + 1 < until else clause.end
        if clause.colon and re.search(r"\d", self.text[clause.end : last]):
            total += 0.8
        ours = self._is_ours(index, rest)
        settled = clause.main is not None and clause.main.text in scoring.SETTLED
        if ours and (settled or not self.cast.found_in(rest)):
            total += 0.3  # 我们制作了…: a pronoun stands for the name
        if now and STATED.search(rest) and scoring.has_figure(rest) and total >= scoring.ACCEPTED:
            return now
        if near and self.under and clause.action.weight >= 2 and not scoring.is_doubtful(clause, self.text):
            return near
        if near is None or not ours or not scoring.is_factual(clause, rest):
            return None
        wanted = scoring.ACCEPTED if clause.start - near.end <= NEARBY else scoring.ACCEPTED + 0.4
        return near if total >= wanted else None

    def _is_ours(self, index: int, rest: str) -> bool:
        """Whether a clause speaks of whom the story is about, or tells what is news of anybody."""
        clause = self.clauses[index]
        before = self.text[clause.start : clause.main.start] if clause.main else rest
        return (
            self.cast.is_ours(self.subjects[index].subject)
            or bool(self.cast.found_in(before))
            or _WE.match(before) is not None
            or _ITEM.match(self.text, self.clauses[0].start) is not None
            or self._is_a_milestone(index)
        )

    def _is_a_milestone(self, index: int) -> bool:
        """Whether a clause names who took a step that is news whoever takes it: 远禾农机获得1亿元B轮融资."""
        clause = self.clauses[index]
        action = clause.action
        if action is None or action.weight < 2 or not self.subjects[index].named:
            return False
        first = action.weight >= 3 or scoring.is_a_first(self._body(index))
        return first or (action.category != "market" and action.act not in LIGHT)

    def _scene(self, index: int, time: Placed, opened: int, inherited: bool) -> Scene:
        clause = self.clauses[index]
        following = self._announced(index)
        addition = None if following else self._addition(index)
        listed = self.clauses[index + 1] if clause.colon and index + 1 < len(self.clauses) else None
        end = (following or addition or listed or clause).end
        return Scene(
            clause, time, self.clauses[opened].start, end, inherited, self.subjects[index], following,
            self._topic(index), addition,
        )  # fmt: skip
