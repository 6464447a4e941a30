"""How well the pipeline does on hand-made gold: times, events, pairs, metrics, conflicts.

    python -m benchmarks.quality [--misses] [--gold DIR]

The gold (`tests/gold`, its conventions in GUIDELINES.md) covers three of the seed documents, that
of `tests/gold2` the other two: it was made later, by reading alone. Each folder is scored and
printed apart; the documents' own dates are those the program finds. A mention is found when evidence overlaps
(at least half of the shorter one) and the day intervals agree: `found` asks that they meet,
`dated` that they are the same.
"""

import argparse
import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from timeline import pipeline
from timeline.tables import Timeline

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests" / "gold", ROOT / "tests" / "gold2")


@dataclass(frozen=True)
class Score:
    """`hits` of `total`; `misses` says what was missed, one line each."""

    name: str
    hits: int
    total: int
    goal: float
    misses: tuple[str, ...] = ()

    @property
    def rate(self) -> float:
        return self.hits / self.total if self.total else 1.0


def _gold(folder: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines() if line.strip()]


def _score(name: str, goal: float, items: Sequence, hit: Callable, say: Callable) -> Score:
    misses = tuple(say(item) for item in items if not hit(item))
    return Score(name, len(items) - len(misses), len(items), goal, misses)


def _is_in(gold: list[dict], row: dict) -> bool:
    """Whether the gold has anything where `row` stands."""
    return any(g["seed"] == row["seed"] and _overlap(row, g) > 0 for g in gold)


def _overlap(a: dict, b: dict) -> int:
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def _shares_evidence(a: dict, b: dict) -> bool:
    shorter = min(a["end"] - a["start"], b["end"] - b["start"])
    return _overlap(a, b) * 2 >= shorter


def _rows(table: pd.DataFrame, files: dict[str, str]) -> list[dict]:
    rows = table[table["doc_id"].isin(files)].to_dict("records")
    return [row | {"seed": files[row["doc_id"]]} for row in rows]


def _names(timeline: Timeline) -> dict[str, str]:
    return {row.doc_id: Path(row.path).name for row in timeline.documents.itertuples()}


def _at(row: dict) -> str:
    return f"{row['seed'][:3]}:{row['start']}"


# ── times ────────────────────────────────────────────────────────────────────────────────────────


def score_times(timeline: Timeline, files: dict[str, str], folder: Path) -> list[Score]:
    gold, found = _gold(folder, "times.jsonl"), _rows(timeline.times, files)

    def answers(row: dict) -> list[dict]:
        return [t for t in found if t["seed"] == row["seed"] and _overlap(t, row) > 0]

    def exact(row: dict) -> bool:
        days = (row["earliest"] or "", row["latest"] or "")
        return any((t["earliest"], t["latest"]) == days for t in answers(row))

    def inside(row: dict) -> bool:
        return any(
            t["earliest"] and row["earliest"] <= t["earliest"] <= t["latest"] <= row["latest"]
            for t in answers(row)
        )

    def said(row: dict) -> str:
        got = [(t["text"], t["value"], t["earliest"], t["latest"], t["rule"]) for t in answers(row)]
        return f"{_at(row)} {row['text']!r} {row['earliest']}..{row['latest']} got {got}"

    anchored = [row for row in gold if row["anchored"]]

    def spans(row: dict) -> bool:
        return any((t["start"], t["end"]) == (row["start"], row["end"]) for t in answers(row))

    return [
        _score("times: anchored, exactly the gold interval", 0.90, anchored, exact, said),
        _score("times: anchored, exactly or inside it", 0.97, anchored, inside, said),
        _score("times: precision (found and in the gold)", 0.95, found, partial(_is_in, gold), lambda t: f"{_at(t)} {t['text']!r} {t['value']} {t['rule']}"),
        _score("times: all found (overlap)", 0.95, gold, answers, said),
        _score("times: all found (exact span)", 0.90, gold, spans, said),
    ]  # fmt: skip


# ── events ───────────────────────────────────────────────────────────────────────────────────────


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _meets(gold: dict, mention: dict) -> bool:
    return _day(mention["earliest"]) <= _day(gold["date_latest"]) and _day(gold["date_earliest"]) <= _day(
        mention["latest"]
    )


def _pairs(gold: list[dict]) -> list[tuple[dict, dict]]:
    """Pairs told by `gold`; the other end may be annotated in another folder."""
    known = {row["id"]: row for folder in FOLDERS for row in _gold(folder, "events.jsonl")}
    known |= {row["id"]: row for row in gold}
    pairs = {tuple(sorted((row["id"], other))) for row in gold for other in row["same_as"] if other in known}
    return [(known[a], known[b]) for a, b in sorted(pairs)]


def score_events(timeline: Timeline, files: dict[str, str], folder: Path) -> list[Score]:
    gold, found = _gold(folder, "events.jsonl"), _rows(timeline.mentions, files)

    everywhere = _rows(timeline.mentions, _names(timeline))

    def matches(row: dict) -> list[dict]:
        return [
            m for m in everywhere if m["seed"] == row["seed"] and _shares_evidence(m, row) and _meets(row, m)
        ]

    def dated(row: dict) -> bool:
        return any(
            (m["earliest"], m["latest"]) == (row["date_earliest"], row["date_latest"]) for m in matches(row)
        )

    def real(mention: dict) -> bool:
        return any(
            g["seed"] == mention["seed"] and _shares_evidence(mention, g) and _meets(g, mention) for g in gold
        )

    def joined(pair: tuple[dict, dict]) -> bool:
        homes = [{m["event_id"] for m in matches(row)} for row in pair]
        return bool(homes[0] & homes[1])

    def said(row: dict) -> str:
        got = [(m["name"], m["date"]) for m in matches(row)]
        return f"{_at(row)} {row['title_zh']} {row['date_earliest']}..{row['date_latest']} i{row['importance']} got {got}"

    important = [row for row in gold if row["importance"] >= 2]
    categories = [row for row in gold if matches(row)]
    return [
        _score("events: importance 2 and 3 found", 0.95, important, matches, said),
        _score("events: all found", 0.90, gold, matches, said),
        _score("events: all found with exactly the gold dates", 0.80, gold, dated, said),
        _score("events: precision of mentions", 0.85, found, real, lambda m: f"{_at(m)} {m['name']} {m['date']} | {m['exact'][:40]!r}"),
        _score("events: same_as pairs joined", 0.90, _pairs(gold), joined, lambda p: f"{p[0]['title_zh']} ~ {p[1]['title_zh']}"),
        _score("events: category as in the gold", 0.60, categories, lambda g: any(m["category"] == g["category"] for m in matches(g)), lambda g: f"{g['title_zh']} {g['category']} got {[m['category'] for m in matches(g)]}"),
    ]  # fmt: skip


# ── metrics ──────────────────────────────────────────────────────────────────────────────────────


def _same_value(gold: dict, row: dict) -> bool:
    def near(a: float | None, b: float | None) -> bool:
        if a is None or pd.isna(a) or b is None or pd.isna(b):
            return False
        return abs(a - b) <= 1e-6 * max(abs(a), abs(b))

    if gold["value"] is not None:
        return (
            near(gold["value"], row["value"])
            or near(gold["value"], row["low"])
            or near(gold["value"], row["high"])
        )
    return near(gold["value_low"], row["low"]) and near(gold["value_high"], row["high"])


def score_metrics(timeline: Timeline, files: dict[str, str], folder: Path) -> list[Score]:
    gold, found = _gold(folder, "metrics.jsonl"), _rows(timeline.observations, files)
    core = [row for row in gold if row["salience"] == "core"]

    def answers(row: dict) -> list[dict]:
        return [o for o in found if o["seed"] == row["seed"] and _overlap(o, row) > 0]

    def right(row: dict) -> bool:
        return any(_same_value(row, o) and o["unit"] == row["unit"] for o in answers(row))

    def spanned(row: dict) -> bool:
        return any(
            (o["start"], o["end"]) == (row["start"], row["end"]) and _same_value(row, o) for o in answers(row)
        )

    def dated(row: dict) -> bool:
        days = (row["date_earliest"] or "", row["date_latest"] or "")
        return any((o["earliest"], o["latest"]) == days for o in answers(row))

    def said(row: dict) -> str:
        got = [
            (o["text"], o["property"], o["value"], o["low"], o["high"], o["unit"], o["date"])
            for o in answers(row)
        ]
        return f"{_at(row)} {row['text']!r} {row['value']} {row['value_low']} {row['value_high']} {row['unit']} {row['date_earliest']} got {got}"

    return [
        _score("metrics: core, value and unit", 0.95, core, right, said),
        _score("metrics: core, exact span and value", 0.95, core, spanned, said),
        _score("metrics: core, exactly the gold dates", 0.70, core, dated, said),
        _score("metrics: precision", 0.85, found, partial(_is_in, gold), lambda o: f"{_at(o)} {o['text']!r} {o['property']} {o['about']}"),
    ]  # fmt: skip


# ── conflicts ────────────────────────────────────────────────────────────────────────────────────


def score_conflicts(timeline: Timeline, files: dict[str, str], folder: Path) -> list[Score]:
    if not (folder / "conflicts.json").exists():
        return []
    gold = json.loads((folder / "conflicts.json").read_text("utf-8"))["conflicts"]
    found = _rows(timeline.checks, files)

    def touches(check: dict, side: dict) -> bool:
        near = (
            check["seed"] == side["seed"]
            and check["start"] - 30 < side["end"]
            and side["start"] < check["end"] + 30
        )
        other = files.get(check["other_doc_id"]) == side["seed"]
        far = other and check["other_start"] - 30 < side["end"] and side["start"] < check["other_end"] + 30
        return bool(near or far)

    def seen(row: dict) -> bool:
        # A note raises what is soft (two wordings, a boundary), never what is hard.
        raised = [c for c in found if row["severity"] == "soft" or c["severity"] != "note"]
        return any(any(touches(c, side) for side in row["sides"]) for c in raised)

    def say(row: dict) -> str:
        return f"{row['id']} {row['type']} {row['explanation'][:90]}"

    hard = [row for row in gold if row["severity"] == "hard"]
    return [
        _score("conflicts: hard ones raised", 1.0, hard, seen, say),
        _score("conflicts: all raised", 0.7, gold, seen, say),
    ]


def score(timeline: Timeline | None = None, folder: Path = FOLDERS[0]) -> list[Score]:
    """All scores of a build of `seeds/` (made here when none is given) against the gold in `folder`."""
    timeline = timeline or pipeline.build([ROOT / "seeds"])
    annotated = {row["seed"] for row in _gold(folder, "times.jsonl")}
    files = {doc_id: name for doc_id, name in _names(timeline).items() if name in annotated}
    stages = (score_times, score_events, score_metrics, score_conflicts)
    return [result for stage in stages for result in stage(timeline, files, folder)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the pipeline against hand-made gold.")
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    parser.add_argument(
        "--gold", type=Path, action="append", help="a folder of gold (default: both of tests/)"
    )
    options = parser.parse_args()
    timeline = pipeline.build([ROOT / "seeds"])
    for folder in options.gold or FOLDERS:
        print(f"── {folder.name}")
        for result in score(timeline, folder):
            sign = "  " if result.rate >= result.goal else "! "
            print(
                f"{sign}{result.name:48} {result.rate:6.1%}  {result.hits:3}/{result.total:<3}  goal {result.goal:.0%}"
            )
            for miss in result.misses if options.misses else ():
                print(f"      {miss}")


if __name__ == "__main__":
    main()
