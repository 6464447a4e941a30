"""Which numbers are told of what was still to come: goals, plans, guidance, forecasts.

A bar of what happened beside a bar of what somebody hoped for is no growth. The tables hold no such
mark for a number; it is read off the telling it stands in, its sentence and its date.
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.exports.selection import Selection
from timeline.lexicon import english, grammar
from timeline.text import to_simplified

_BEFORE = 80  # characters of the sentence that are looked at
_END = re.compile(r"[。！？!?\n]|\.\s")
_SHORT = r"将(?![近军来])|拟(?!合)|欲(?!望)"
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


def told_ahead(selection: Selection, row: dict) -> bool:
    """Whether a number states a plan, a goal or a forecast, not what was reached."""
    if _in_plan(selection, row) or _later_than_written(selection, row):
        return True
    before = selection.whole.text(row["doc_id"])[max(0, row["start"] - _BEFORE) : row["start"]]
    ends = list(_END.finditer(before))
    words = _KEPT.sub("", to_simplified(before[ends[-1].end() :] if ends else before))
    after = to_simplified(selection.whole.text(row["doc_id"])[row["end"] : row["end"] + 8])
    return bool(_CHINESE.search(words) or _ENGLISH.search(words) or _GOAL.match(after))


def _in_plan(selection: Selection, row: dict) -> bool:
    """Whether the telling that holds the number is a plan."""
    return any(
        mention["doc_id"] == row["doc_id"]
        and mention["start"] <= row["start"]
        and row["end"] <= mention["end"]
        and mention["modality"] in ("plan", "forecast", "hypothetical", "denied")
        for mention in selection.told.get(row["event_id"], ())
    )


def _later_than_written(selection: Selection, row: dict) -> bool:
    """Whether the number's time begins after the day its document was written."""
    published = selection.by_id.get(row["doc_id"], {}).get("date_published", "")
    if not published or not edtf.is_edtf(published) or not edtf.is_edtf(row["date"]):
        return False
    written, begins = edtf.bounds(published)[1], edtf.bounds(row["date"])[0]
    return bool(written and begins and begins > written)
