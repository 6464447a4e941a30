"""A dataset of any size, invented, to try the dashboard and the exports with.

    python -m benchmarks.make_dataset FOLDER [--events N] [--observations N] [--documents N]
        [--from YEAR] [--to YEAR] [--long] [--seed N]

One company in as many documents as are asked for; every span holds exactly the words that its row
quotes. One event in ten is told by two documents, one of those in two with another year, which
makes a contradiction. The same arguments give the same bytes.
"""

import argparse
import random
from calendar import monthrange
from datetime import date, timedelta

from timeline import ids, store
from timeline.checks import messages
from timeline.edtf import bounds, precision
from timeline.model import CATEGORIES, Block, Span
from timeline.tables import COLUMNS, Texts, Timeline, frame
from timeline.text import quote

_FIRM = "砚山仪器"
_SUBJECTS = (_FIRM, "砚山仪器欧洲公司", "临溪光学", "竹涧软件", "砚山仪器第二工厂")
_DEEDS = ("发布新一代光谱仪", "完成新一轮融资", "在临溪建成工厂", "调整研发部门", "进入东南亚市场",
          "与三家供应商签约", "公布质量标准", "开设体验店", "回应用户投诉", "停产上一代产品")  # fmt: skip
_LONG = "，同时宣布与供应商合资的第三座工厂正式投产并配套全新的检测中心和面向海外客户的培训基地"
_MEASURES = (("revenue", "营收", "亿元", "CNY", 1e8), ("users", "用户数", "万人", "persons", 1e4),
             ("shipments", "出货量", "万台", "units", 1e4), ("headcount", "员工数", "人", "persons", 1),
             ("market_share", "市场份额", "%", "%", 1))  # fmt: skip
_BOUNDS = (("", "="), ("", "="), ("超过", ">"), ("约", "≈"))


class _Maker:
    """Writes documents sentence by sentence, and the rows that quote them."""

    def __init__(self, n_documents: int, seed: int, years: tuple[int, int], long: bool) -> None:
        self.rng = random.Random(seed)
        self.years, self.long = years, long
        self.pieces: list[list[str]] = [[] for _ in range(n_documents)]
        self.length = [0] * n_documents
        self.doc_ids = [ids.digest("", "made", seed, n)[1:13].ljust(12, "0") for n in range(n_documents)]
        self.rows: dict[str, list[list]] = {name: [] for name in COLUMNS}
        self.disputes: list[tuple[str, Span, Span, str, str]] = []

    def write(self, place: int, words: str) -> int:
        """Append to a document; where the words start."""
        start = self.length[place]
        self.pieces[place].append(words)
        self.length[place] += len(words)
        return start

    def day(self) -> tuple[str, str]:
        """A date as written and as EDTF: of a day, a month or a year."""
        first = date(self.years[0], 1, 1)
        span = (date(self.years[1], 12, 31) - first).days
        day = first + timedelta(self.rng.randrange(span + 1))
        return _written(day, self.rng.choice(("day", "day", "month", "year")))

    def event(self, index: int) -> None:
        """One event, told once or twice; when told twice, perhaps with two years."""
        rng = self.rng
        subject, deed, category = rng.choice(_SUBJECTS), rng.choice(_DEEDS), rng.choice(CATEGORIES)
        name = f"{subject}{deed}第{index + 1}期" + (_LONG if self.long else "")
        importance = rng.choices((1, 2, 3), (80, 18, 2))[0]
        written, edtf = self.day()
        twice = index % 10 == 0 and len(self.doc_ids) > 1
        disputed = twice and index % 20 == 0
        first = rng.randrange(len(self.doc_ids))
        event_id = ids.digest("e", index, edtf)
        same = (event_id, name, category, subject, importance)
        told = [self.telling(first, written, edtf, same, 0)]
        if twice:
            shown, other = _later(written, edtf) if disputed else (written, edtf)
            second = (first + 1 + rng.randrange(len(self.doc_ids) - 1)) % len(self.doc_ids)
            told.append(self.telling(second, shown, other, same, 1))
        if disputed:
            self.disputes.append((name, told[0], told[1], event_id, ""))
        status = "conflicting" if disputed else "agreed" if twice else "single"
        self.rows["events"].append(
            [event_id, name, *_known(edtf), category, subject, importance, status, len(told), len(told)]
        )

    def telling(self, place: int, written: str, edtf: str, same: tuple, n: int) -> Span:
        """A sentence that tells an event: its mention and its time."""
        event_id, name, category, subject, importance = same
        start = self.write(place, f"{written}，{name}")
        doc_id, end, known = self.doc_ids[place], self.length[place], _known(edtf)
        self.write(place, "。" if self.rng.random() < 0.7 else "。\n\n")
        earliest, latest = known[1:3]
        rows = self.rows
        rows["mentions"].append(
            [ids.digest("m", event_id, n), event_id, doc_id, start, end, "", "", "", start, start + len(written),
             written, *known, name, category, subject, importance, "fact", "direct"]
        )  # fmt: skip
        rows["times"].append(
            [doc_id, start, start + len(written), written, "DATE", edtf, earliest, latest, "", known[3]]
        )
        return Span(doc_id, start, end)

    def observation(self, index: int) -> None:
        """A sentence with one number, of one of a few hundred series."""
        rng = self.rng
        property_, label, unit, code, scale = _MEASURES[index % len(_MEASURES)]
        about = _FIRM if index % 7 == 0 else f"{rng.choice(_SUBJECTS)}{rng.randrange(1, 40)}号产品线"
        number, (bound, comparator) = rng.randrange(2, 99), rng.choice(_BOUNDS)
        year = rng.randint(*self.years)
        place = rng.randrange(len(self.doc_ids))
        doc_id = self.doc_ids[place]
        self.write(place, f"{year}年，{about}的{label}")
        words = f"{bound}{number}{unit}"
        start = self.write(place, words)
        self.write(place, "。\n\n" if index % 4 == 0 else "。")
        value = number * scale
        self.rows["observations"].append(
            [ids.digest("o", index, doc_id), "", doc_id, start, start + len(words), "", "", "", words, about,
             property_, value, None, None, code, unit, comparator, "none", f"{year}", f"{year}-01-01",
             f"{year}-12-31", "measure before the number; time of the sentence"]
        )  # fmt: skip

    def check(self, texts: dict[str, str]) -> None:
        """The contradictions, and one time of each document that nothing places."""
        for name, one, other, event_id, _ in self.disputes:
            first, second = (texts[s.doc_id][s.start : s.end] for s in (one, other))
            dates = {"text": first.split("，")[0], "other": second.split("，")[0]}
            told = messages.make("two-dates", one, other, name=name, gap="1年", **dates)
            check_id = ids.digest("c", "date", *one, *other)
            self.rows["checks"].append(
                [check_id, told.kind, told.severity, told.message, *one, first, *other, second, event_id]
            )

    def undated(self) -> None:
        """A sentence at each document's end whose time cannot be read."""
        for place, doc_id in enumerate(self.doc_ids):
            if not self.length[place]:
                self.write(place, "这一篇什么也没有说。")
            start = self.write(place, "后来") + 0
            self.write(place, "，厂房门前的路重修了。")
            self.rows["times"].append(
                [doc_id, start, start + 2, "后来", "DATE", "", "", "", "unresolved: nothing before it says when", "then"]
            )  # fmt: skip
            self.rows["checks"].append(
                [ids.digest("c", "unresolved", doc_id), "unresolved", "warning", "“后来”无法定年。",
                 doc_id, start, start + 2, "后来", "", None, None, "", ""]
            )  # fmt: skip


def _written(day: date, exact: str) -> tuple[str, str]:
    if exact == "year":
        return f"{day.year}年", f"{day.year}"
    if exact == "month":
        return f"{day.year}年{day.month}月", f"{day:%Y-%m}"
    return f"{day.year}年{day.month}月{day.day}日", day.isoformat()


def _later(written: str, edtf: str) -> tuple[str, str]:
    """The same date a year on, as another source would have it."""
    year = int(edtf[:4]) + 1
    month, day = int(edtf[5:7] or 1), int(edtf[8:10] or 1)
    exact = ("year", "month", "day")[edtf.count("-")]
    return _written(date(year, month, min(day, monthrange(year, month)[1])), exact)


def _known(edtf: str) -> tuple[str, str, str, str]:
    earliest, latest = bounds(edtf)
    return edtf, str(earliest), str(latest), precision(edtf)


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, position = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(position, position + len(paragraph), "paragraph"))
        position += len(paragraph) + 2
    return tuple(block for block in blocks if block.end > block.start)


def make(
    events: int,
    observations: int = 0,
    documents: int = 0,
    years: tuple[int, int] = (2005, 2026),
    *,
    long: bool = False,
    seed: int = 7,
) -> Timeline:
    """A timeline of so many events and numbers; `documents` 0 is one for every 60 sentences, at most 300."""
    size = events + observations
    n_documents = documents or (min(300, size // 60 + 2) if size > 1 else size)
    maker = _Maker(n_documents, seed, years, long)
    for index in range(events):
        maker.event(index)
    for index in range(observations):
        maker.observation(index)
    if size > 1:
        maker.undated()
    texts = {doc_id: "".join(pieces) for doc_id, pieces in zip(maker.doc_ids, maker.pieces, strict=True)}
    maker.check(texts)
    for place, (doc_id, text) in enumerate(texts.items()):
        title = f"{_FIRM}纪事之{place + 1}" + (_LONG if long else "")
        maker.rows["documents"].append(
            [doc_id, f"doc{place + 1:03d}.txt", title, "沈知行", "", f"{years[1]}-{place % 12 + 1:02d}", "given",
             "Hans", "zh", "utf-8", "text/plain", len(text), ids.digest("", doc_id).ljust(64, "0")]
        )  # fmt: skip
    return _finished(maker.rows, texts)


def _finished(rows: dict[str, list[list]], texts: dict[str, str]) -> Timeline:
    for table in ("mentions", "observations"):
        for row in rows[table]:
            row[5:8] = quote(texts[row[2]], row[3], row[4])
    rows["events"].sort(key=lambda row: (row[3], row[4], row[0]))
    order = {row[0]: place for place, row in enumerate(rows["events"])}
    rows["mentions"].sort(key=lambda row: order[row[1]])
    made = {table: frame(table, [tuple(row) for row in rows[table]]) for table in COLUMNS}
    stored = {doc_id: (text, _blocks(text)) for doc_id, text in texts.items()}
    return Timeline(**made, texts=Texts(stored.__getitem__), name=_FIRM)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--events", type=int, default=125)
    parser.add_argument("--observations", type=int, default=0)
    parser.add_argument("--documents", type=int, default=0)
    parser.add_argument("--from", type=int, default=2005, dest="first")
    parser.add_argument("--to", type=int, default=2026, dest="last")
    parser.add_argument("--long", action="store_true", help="headlines and titles of great length")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    made = make(given.events, given.observations, given.documents, (given.first, given.last),
                long=given.long, seed=given.seed)  # fmt: skip
    print({name: len(table) for name, table in made.tables.items()}, store.write(made, given.folder))


if __name__ == "__main__":
    main()
