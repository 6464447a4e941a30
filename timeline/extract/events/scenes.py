"""Which clauses of a sentence tell an event, and which time dates each.

A date governs its own clause and those after it, up to the next date. The first clause that says
what happened is the event; a later one makes another only if it takes a further step. A sentence
without a date may inherit the nearest one before it, if it tells a completed step.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.extract.events import scoring
from timeline.extract.events.anchors import can_date, counts_from, dating
from timeline.extract.events.episodes import EPISODE
from timeline.extract.events.inheriting import STATED, Scene
from timeline.extract.events.inside import Inside
from timeline.extract.events.moments import tells_now, time_strength
from timeline.extract.events.outlook import Outlook, outlook
from timeline.extract.events.sharing import read_steps, with_dates_shared
from timeline.extract.language.clauses import Clause, Placed, spans, within
from timeline.extract.language.undated import describes_object
from timeline.extract.who.entities import Cast
from timeline.extract.who.pronouns import Told
from timeline.extract.who.subjects import find_subjects, remembered
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import HYPOTHETICAL

INHERIT_WITHIN = 600  # characters between a sentence and the dated one before it
INHERITED_AT_MOST = 5  # events that one date may lend itself to
SETS_THE_SCENE = 30  # characters: 2018年6月11日，深圳。 dates the sentence after it
FURTHER = 1.6  # what a second event of one date must score without the date
_STEPS = re.compile(
    "|".join(
        sorted(
            (word for word, action in ACTIONS.items() if action.weight and len(word) > 1),
            key=lambda w: (-len(w), w),
        )
    )
)
_UNTIL_NOW = re.compile(r"[^，。；]{0,14}?(?:至今|迄今|以来)")
_ORIGINS = ("来自", "来自于", "源自", "源于", "可追溯到", "可追溯至", "追溯到", "追溯至")
_LED = frozenset({"领投", "跟投", "参投", "独投"})
_HORIZON = re.compile(r"^未来|^今后|内$|^接下来")
_SPENT = re.compile(r"投入|投资|斥资|出资|采购|招聘")
_DONE = re.compile(
    r"[了过首\d]|决定|成功|顺利|终于|宣布|拒绝|签署|[二三四五六七八九十]|第一|正式|CEO|董事|总裁|总经理|行长|主席|一[家个]"
)
_FORETOLD = re.compile(r"预测|预计|预期|预言|看好|估计")
_ELSEWHEN = re.compile(
    r"未来|今后|将来|日后|\d年[之以]?[前后]"
)  # take a sentence out of the narrative's time
# 32岁那年，…: of a year that only a birthday tells.
_OF_AN_AGE = re.compile(
    r"\W*[^，。]{0,6}?[\d一二三四五六七八九十]{1,3}岁(?:那一?年|时|的时候|生日|以前|之前|那会儿)"
)
_HEARD = re.compile(r"(?:据传|网传|盛传|传闻|传言|谣传|坊间|消息称|传出消息|外传)")
_HOPED = frozenset({"希望", "期望", "期盼", "期待", "盼望"})
_INTENDED = re.compile(r"原(?:本|先)?(?:拟|计划|定|打算|准备|想)|(?:本来?|曾)(?:拟|计划|打算|想)")
_GIVEN_UP = re.compile(
    r"终止|取消|推迟|搁置|作罢|流产|未果|放弃|告吹|未能|泡汤|夭折|落空|搁浅|改为|延期|没有?(?:谈)?成"
)


class State(NamedTuple):
    """What a reader still has in mind from the sentences before."""

    told: Told
    last: Placed | None = None  # the last firm date
    now: Placed | None = None  # the last word for the document's own time
    lent: int = 0
    under: int = 0  # sentences that may still stand under `last`, which a heading or a bare date gave

    def near(self, start: int) -> Placed | None:
        """The last firm date, where a sentence that begins at `start` may still inherit it."""
        if self.last is None or self.lent >= INHERITED_AT_MOST:
            return None
        return self.last if start - self.last.end <= INHERIT_WITHIN else None


class Mood(NamedTuple):
    """How real what a sentence tells is, as far as its clauses have said."""

    planned: bool = False
    foretold: bool = False
    hoped: bool = False
    supposed: int = -9  # the last clause that only supposes
    ahead: Outlook = Outlook()


def read_sentence(
    text: str, start: int, end: int, inside: Sequence[Placed], cast: Cast, state: State
) -> tuple[list[Scene], State]:
    """The events of text[start:end], whose times are `inside`, and the state after it."""
    anchors = [time for time in inside if can_date(time)]
    near = None if _is_astray(text, start, end, inside) else state.near(start)
    told_nothing = state._replace(told=remembered(state.told, cast.found_in(text[start:end]), cast))
    if not anchors and not (near and state.under) and not _may_tell(text, start, end, near, state.now):
        return [], told_nothing
    starts = [time.start for time in inside]
    clauses = [
        clause
        for a, b in spans(text, start, end)
        for clause in read_steps(text, a, b, within(inside, a, b, starts), cast)
    ]
    clauses = with_dates_shared(clauses, text)
    subjects, after = find_subjects(clauses, cast, state.told, text)
    reader = _Reader(text, cast, clauses, subjects, state.under > 0)
    scenes = reader.dated(anchors, near) if anchors else reader.undated(len(clauses), near, state.now)
    if not anchors and not scenes and not state.under:
        return [], told_nothing
    aside = {time for clause in clauses for time in clause.times if describes_object(clause, time)}
    firm = [time for time in anchors if time not in aside and _is_firm(text, time)]
    now = [time for time in anchors if tells_now(time, text)]
    lent = 0 if firm else state.lent + (0 if anchors or state.under else len(scenes))
    bare = not scenes and end - start <= SETS_THE_SCENE and text[start:end].rstrip().endswith("。")
    under = int(bare) if firm else max(0, state.under - 1)
    return scenes, State(after, firm[-1] if firm else state.last, now[-1] if now else state.now, lent, under)


def _is_astray(text: str, start: int, end: int, inside: Sequence[Placed]) -> bool:
    """Whether a sentence lies in another time than the narrative's: 未来, 三年后, 32岁那年."""
    if any(not can_date(time) and _ELSEWHEN.search(time.timex.text) for time in inside):
        return True
    return _OF_AN_AGE.match(text, start, end) is not None


def _is_firm(text: str, time: Placed) -> bool:
    """Whether the story goes on in a time; not where a thing comes from it (来自1970年代), or a count begins (从1983年至今)."""
    if time_strength(time, text) < 1.3 or _UNTIL_NOW.match(text, time.end):
        return False
    return not text[max(0, time.start - 8) : time.start].endswith(_ORIGINS)


def _may_tell(text: str, start: int, end: int, near: Placed | None, now: Placed | None) -> bool:
    """Whether a sentence without a date is worth reading: it has a step, and a sign that it was taken."""
    if (
        near
        and _DONE.search(text, start, end)
        and (start - near.end <= EPISODE or _STEPS.search(text, start, end))
    ):
        return True
    return now is not None and STATED.search(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class _Reader(Inside):
    """One sentence: its clauses, and who each may leave unsaid."""

    def dated(self, anchors: list[Placed], near: Placed | None) -> list[Scene]:
        """The events of a sentence that has dates."""
        first = next((i for i, clause in enumerate(self.clauses) if dating(clause)), len(self.clauses))
        scenes = self.undated(first, near, None) if near and first else []
        for index in range(len(self.clauses)):
            scenes += [*self._of_object(index), *self._of_span(index)]
        current: Placed | None = None
        opened, head, aside = 0, None, False
        mood = Mood()
        skip = -1
        for index, clause in enumerate(self.clauses):
            time = self._anchor(clause, anchors, current, head)
            if time:
                current, opened, head, aside = time, index, None, False
            mood = self._mood(index, time, mood)
            if time is None and self._is_of_another_time(clause):
                continue
            if current is None or index <= skip or (mood.hoped and not time):
                continue
            scenes += self._embedded(index, current, head is None and index == opened)
            if not self._tells(index, bool(time)):
                continue
            if not self._accepted(index, current, head, opened == index, aside):
                continue
            scene = self._scene(index, current, opened if head is None and not aside else index, False)
            scenes.append(self._announced_then(self._in_mood(scene, index, mood), near, scenes))
            if scene.addition or (scene.following and not dating(scene.following)):
                skip = index + 1  # what is announced for a day of its own is a plan for that day, too
            if clause.temporal or clause.subordinate:
                aside = True
            else:
                head = clause
        return scenes

    def _mood(self, index: int, time: Placed | None, before: Mood) -> Mood:
        """What the clause adds to what the clauses before it said of how real all this is."""
        clause, body = self.clauses[index], self._body(index)
        head = self.text[clause.start : clause.main.end] if clause.main else body
        supposed = any(word.text in HYPOTHETICAL for word in clause.words[:3]) or _HEARD.search(head)
        hopes = bool(_HOPED & {word.text for word in clause.words})
        return Mood(
            planned=before.planned or (clause.colon and "目标" in body),
            foretold=before.foretold or bool(_FORETOLD.search(body)),
            hoped=hopes or (before.hoped and not time and not self.subjects[index].named),
            supposed=index if supposed else before.supposed,
            ahead=outlook(clause, self.subjects[index], before.ahead, time),
        )

    def _in_mood(self, scene: Scene, index: int, mood: Mood) -> Scene:
        """The scene with what the sentence says of how real it is."""
        clause = self.clauses[index]
        given_up = _GIVEN_UP.search(self.text, clause.end, self.clauses[-1].end)
        return replace(
            scene,
            planned=mood.planned,
            carried=mood.ahead.modality,
            foretold=mood.foretold and clause.action is not None,
            supposed=index - mood.supposed <= 1,
            dropped=bool(_INTENDED.search(self._body(index))) and given_up is not None,
        )

    def _accepted(self, index: int, time: Placed, head: Clause | None, own: bool, aside: bool) -> bool:
        """Whether a clause under this date is an event: the first of the date, or one beside `head`."""
        clause = self.clauses[index]
        if counts_from(clause, time):
            return False
        judgement = scoring.judge(clause, self.text, time, self.cast)
        if judgement.total < scoring.ACCEPTED:
            return False
        strength = time_strength(time, self.text)
        rest = scoring.undated_text(clause, self.text)
        changed = scoring.is_change(rest) and bool(self.cast.found_in(rest))
        if strength < 0.7 and not changed and not scoring.is_reported(clause, rest):
            return False
        without = judgement.total - strength + (0.5 if self._announced(index) else 0.0)
        if head:
            return without >= FURTHER and self._goes_further(clause, time, head, rest)
        if clause.temporal and not own and (clause.action is None or clause.action.weight < 2):
            return False
        ours = "我" in rest or bool(self.cast.found_in(rest))
        done = ours and re.search(r"了|过(?!程|去)", rest)
        if aside and without < (0.8 if done else 1.5):
            return False
        return not self._better_later(index, without)

    def _goes_further(self, clause: Clause, time: Placed, head: Clause, rest: str) -> bool:
        """Whether a clause takes another step under the date of `head`, and one that counts."""
        if clause.action is None or clause.temporal:
            return False
        marked = "周年" in self.text[head.start : head.end]  # 庆祝成立20周年，宣布成立…
        if head.action and clause.action.act == head.action.act and not marked:
            return False
        if any(word.text in _LED for word in clause.words) and time not in clause.times:
            return False  # 拿到B轮，高榕领投: one round
        if clause.action.weight >= 2 or (clause.action.weight == 1 and scoring.counts(rest)):
            return True
        return clause.main is not None and bool(
            self.cast.found_in(self.text[clause.start : clause.main.start])
        )

    def _better_later(self, index: int, without: float) -> bool:
        """Whether a weak clause only leads up to a step told later under the same date."""
        clause = self.clauses[index]
        aged = (
            clause.action is not None
            and clause.action.act == "found"
            and any(t.timex.type == "DURATION" for t in clause.times)
        )
        if (without >= 0.75 and not aged) or clause.temporal or "周年" in self._body(index):
            return False
        for later in range(index + 1, len(self.clauses)):
            following = self.clauses[later]
            if following.times:
                return False
            if following.action and following.action.weight >= 1 and self._tells(later, False):
                return scoring.judge(following, self.text, None, self.cast).total >= 1.5
        return False

    def _announced_then(self, scene: Scene, near: Placed | None, scenes: Sequence[Scene]) -> Scene:
        """A plan to spend over the years to come is news of the day it was announced."""
        span, clause = scene.time, scene.clause
        if span.timex.type != "DURATION" or not _HORIZON.search(span.timex.text):
            return scene
        if not _SPENT.search(self.text, clause.start, clause.end):
            return scene
        last = scenes[-1] if scenes else None
        time = last.time if last else near
        return replace(scene, time=time, inherited=time is near, like=last) if time else scene
