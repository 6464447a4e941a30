"""What is told of as still to come: events that nobody tells as a fact, and numbers that are goals, guidance, forecasts.

What happened beside what somebody hoped for is no growth. The tables hold no such mark for a
number; it is read off the telling it stands in, its sentence and its date. Pure.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from timeline import edtf
from timeline.lexicon import english, grammar
from timeline.tables import Timeline
from timeline.text import to_simplified
from timeline.wraps import find_wraps

WORDS = {"zh": "计划或预期", "en": "planned or expected"}  # beside a number that is one
NEEDED = ("event_id", "doc_id", "start", "end", "earliest")  # columns of the observations that tell of a plan
_NOT_YET = {"plan", "forecast", "hypothetical", "denied"}
_BEFORE = 80  # characters of the sentence that are looked at
_END = re.compile(r"[。！？!?\n]|\.\s")
# 将 before a verb looks ahead; before a thing that something is done to (将成本降到…) it does not.
_DONE_TO = r"(?!在|于|会|继续|进一步)[^，。；]{1,10}(?:做[到成]|降[到至低为]|提[升高]?[到至]|压[到缩]|推[向到至上]|控制在|定[在为])"
_SHORT = rf"将(?![近军来]|{_DONE_TO})|拟(?!合)|欲(?!望)"
_CHINESE = re.compile(
    "|".join(
        [*sorted((w for w in grammar.PLANS | grammar.FORECASTS | grammar.HYPOTHETICAL if len(w) > 1), key=len, reverse=True),
         _SHORT, "计画|规画|指引|设计年?产能"]
    )
)  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, english.PLANS | english.FORECASTS))) + r"|guidance)\b", re.I
)
_GOAL = re.compile(r"[^\s，。；、,;]{0,3}的?(?:年度|全年|销售)?(?:目标|指引|计划)")
_KEPT = re.compile(
    r"此前|原计划|按计划|[超高好优][过出于]?了?预期|超[过出额]?目标|完成.{0,6}目标|准备金|会(?:议|员|计|上)"
)


def modality(said: Iterable[str]) -> str:
    """How an event stands, by the modalities of its mentions: a fact if anybody tells it as one, else as told first."""
    told = list(said)
    return told[0] if told and "fact" not in told else "fact"


def modalities(timeline: Timeline) -> dict[str, str]:
    """event_id → `modality`, of the events that nobody tells as a fact: a plan that later happened is one."""
    mentions = timeline.mentions
    odd = mentions.loc[mentions["modality"] != "fact", ["event_id", "modality"]]
    if odd.empty:
        return {}
    facts = set(
        mentions.loc[
            (mentions["modality"] == "fact") & mentions["event_id"].isin(odd["event_id"]), "event_id"
        ]
    )
    first = odd.drop_duplicates("event_id")
    return {e: m for e, m in zip(first["event_id"], first["modality"], strict=True) if e not in facts}


class Plans:
    """The plans of a whole collection: what a reader filters does not make a plan a fact."""

    def __init__(self, whole: Timeline) -> None:
        self._whole = whole
        self._known: dict[tuple, bool] = {}
        self._wraps: tuple[str, frozenset[int]] = ("", frozenset())
        self._tellings = _not_yet(whole)
        self._written = {
            doc_id: edtf.bounds(date)[1]
            for doc_id, date in zip(whole.documents["doc_id"], whole.documents["date_published"], strict=True)
            if date and edtf.is_edtf(date)
        }

    def ahead(self, row: dict) -> bool:
        """Whether a row of the observations states a plan, a goal or a forecast, not what was reached."""
        place = (row["doc_id"], row["start"], row["end"], row["earliest"])
        if place not in self._known:  # asked again for each choice of a reader's
            self._known[place] = self._in_plan(row) or self._later_than_written(row) or self._said(row)
        return self._known[place]

    def _in_plan(self, row: dict) -> bool:
        """Whether the telling that holds the number is a plan."""
        return any(
            doc_id == row["doc_id"] and start <= row["start"] and row["end"] <= end
            for doc_id, start, end in self._tellings.get(row["event_id"], ())
        )

    def _later_than_written(self, row: dict) -> bool:
        """Whether the number's time begins after the day its document was written."""
        written = self._written.get(row["doc_id"])
        return bool(written and row["earliest"] > written.isoformat())

    def _said(self, row: dict) -> bool:
        """Whether the words before the number, or right after it, say so."""
        text = self._whole.text(row["doc_id"])
        if _GOAL.match(to_simplified(text[row["end"] : row["end"] + 8])):
            return True
        start = max(0, row["start"] - _BEFORE)
        before = text[start : row["start"]]
        if not _hopes(before.replace("\n", "")):
            return False  # wherever lines end: only then is that worth knowing
        return "\n" not in before or _hopes(self._unwrapped(row["doc_id"], text, start, row["start"]))

    def _unwrapped(self, doc_id: str, text: str, start: int, end: int) -> str:
        """text[start:end] without the line breaks at which no sentence ends."""
        known, wraps = self._wraps
        if known != doc_id:  # rows come document by document
            wraps = frozenset(wrap.start for wrap in find_wraps(text))
            self._wraps = doc_id, wraps
        return "".join(
            char for at, char in enumerate(text[start:end], start) if char not in "\r\n" or at not in wraps
        )


def _hopes(before: str) -> bool:
    """Whether the last sentence of these words looks ahead."""
    ends = list(_END.finditer(before))
    words = _KEPT.sub("", to_simplified(before[ends[-1].end() :] if ends else before))
    return bool(_CHINESE.search(words) or _ENGLISH.search(words))


def _not_yet(whole: Timeline) -> dict[str, list[tuple[str, int, int]]]:
    """event_id → where it is told as something that had not happened: doc_id, start, end."""
    told: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    names = ("modality", "event_id", "doc_id", "start", "end")
    for modality, event_id, *place in zip(*(whole.mentions[name].tolist() for name in names), strict=True):
        if modality in _NOT_YET:
            told[event_id].append(tuple(place))
    return told
