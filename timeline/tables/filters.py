"""What a reader chose to see, and how that is said."""

import re
from dataclasses import dataclass, replace

from timeline import edtf, labels
from timeline.model import Day

FIRST_YEAR, LAST_YEAR = 2005, 2026


@dataclass(frozen=True)
class Filters:
    """What a reader chose to see. A filter can do itself (`select`) and say itself (`describe`)."""

    from_year: int = FIRST_YEAR
    to_year: int = LAST_YEAR
    categories: tuple[str, ...] = ()  # empty: all
    documents: tuple[str, ...] = ()  # doc_ids; empty: all
    statuses: tuple[str, ...] = ()  # single, agreed, conflicting; empty: all
    min_importance: int = 1  # 1 to 3
    query: str = ""  # words, all of which an event or its evidence holds
    starred: bool = False
    from_month: int = 1  # of from_year; to_month of to_year
    to_month: int = 12
    from_day: int = 1  # of from_month; to_day of to_month, 31 for whichever is its last
    to_day: int = 31

    @property
    def years(self) -> tuple[int, int]:
        return self.from_year, self.to_year

    @property
    def whole_months(self) -> bool:
        return (self.from_day, self.to_day) == (1, 31)

    @property
    def whole_years(self) -> bool:
        return self.whole_months and (self.from_month, self.to_month) == (1, 12)

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day of the window."""
        first, last = (edtf.last_day(y, m) for y, m in zip(self.years, self.months, strict=True))
        return first.replace(day=min(self.from_day, first.day)), last.replace(day=min(self.to_day, last.day))

    @property
    def months(self) -> tuple[int, int]:
        return self.from_month, self.to_month

    @property
    def window(self) -> tuple[str, str]:
        """Its ends as an address names them: ("2005", "2026"), ("2021-03", "2021-04"), ("2021-03-15", …)."""
        length = 4 if self.whole_years else 7 if self.whole_months else 10
        first, last = self.days
        return first.isoformat()[:length], last.isoformat()[:length]

    def within(self, first: str, last: str) -> "Filters":
        """The same in another window, from `first` to `last`: years, months or days.

        Instead of what is no window (an end that cannot be read, or that comes before the beginning): 2005–2026.
        """
        begin, end = _day_of(first), _day_of(last, end=True)
        if begin is None or end is None or end < begin:
            begin, end = Day(FIRST_YEAR, 1, 1), Day(LAST_YEAR, 12, 31)
        ended = end == edtf.last_day(end.year, end.month)
        return replace(
            self, from_year=begin.year, from_month=begin.month, from_day=begin.day,
            to_year=end.year, to_month=end.month, to_day=31 if ended else end.day,
        )  # fmt: skip

    def span(self, lang: str = "zh", *, unit: bool = False) -> str:
        """The window in words: 2005—2026, 2021年3月—4月, 2021年3月15日; in Chinese bare years may have their `unit`."""
        if not self.whole_years:
            return edtf.label("/".join(dict.fromkeys(self.window)), lang)
        years = map(str, dict.fromkeys(self.years))
        return "—".join(years) + (" 年" if unit else "") if lang == "zh" else "–".join(years)


_WINDOW_END = re.compile(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)


def _day_of(text: str, *, end: bool = False) -> Day | None:
    """The first day of a year, month or day, or its last; None where there is none."""
    match = _WINDOW_END.match(text)
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or (12 if end else 1))
    try:
        last = edtf.last_day(year, month)
        return last.replace(day=int(match[3])) if match[3] else last if end else last.replace(day=1)
    except ValueError:  # a year 0, a 13th month, a 30th of February
        return None


_IMPORTANCE = {"zh": {2: "要点以上", 3: "里程碑"}, "en": {2: "key points and milestones", 3: "milestones"}}


def describe(filters: Filters, lang: str = "zh", titles: dict[str, str] | None = None) -> str:
    """The filters in one sentence. `titles` gives document titles by doc_id."""
    zh = lang == "zh"
    parts = [filters.span(lang, unit=True)]
    if filters.min_importance > 1:
        parts.append(_IMPORTANCE[lang][filters.min_importance])
    if filters.categories:
        names = [labels.category(code, lang) for code in filters.categories]
        parts.append(("类别：" if zh else "categories: ") + ("、" if zh else ", ").join(names))
    if filters.statuses:
        names = [labels.status(code, lang) for code in filters.statuses]
        parts.append(("出处：" if zh else "sources: ") + ("、" if zh else ", ").join(names))
    if filters.documents:
        names = [(titles or {}).get(doc_id) or doc_id for doc_id in filters.documents]
        parts.append(("文档：" if zh else "documents: ") + ("、" if zh else ", ").join(names))
    if filters.query.strip():
        parts.append(f"搜索「{filters.query.strip()}」" if zh else f"search “{filters.query.strip()}”")
    if filters.starred:
        parts.append("只看星标" if zh else "starred only")
    return ("；" if zh else "; ").join(parts)
