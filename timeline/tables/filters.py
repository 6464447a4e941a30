"""What a reader chose to see, and how that is said."""

from __future__ import annotations

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
    statuses: tuple[str, ...] = ()
    min_importance: int = 1
    query: str = ""
    starred: bool = False
    from_month: int = 1  # of from_year; to_month of to_year
    to_month: int = 12

    @property
    def years(self) -> tuple[int, int]:
        return self.from_year, self.to_year

    @property
    def whole_years(self) -> bool:
        return (self.from_month, self.to_month) == (1, 12)

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day of the window."""
        return Day(self.from_year, self.from_month, 1), edtf.last_day(self.to_year, self.to_month)

    @property
    def window(self) -> tuple[str, str]:
        """Its ends as an address names them: ("2005", "2026"), ("2021-03", "2021-04")."""
        if self.whole_years:
            return f"{self.from_year:04d}", f"{self.to_year:04d}"
        first, last = self.days
        return first.isoformat()[:7], last.isoformat()[:7]

    def within(self, first: str, last: str) -> Filters:
        """The same in another window, from `first` to `last`: years, months, or days of its months.

        What is no window (an end that cannot be read, or that comes before the beginning) is all years.
        """
        ends = [_WINDOW_END.match(text) for text in (first, last)]
        years = [int(end[1]) if end else 0 for end in ends]
        months = [int(end[2] or n) if end else 0 for end, n in zip(ends, (1, 12), strict=True)]
        if not (1 <= years[0] <= years[1] and all(1 <= month <= 12 for month in months)) or (
            years[0] == years[1] and months[0] > months[1]
        ):
            years, months = [FIRST_YEAR, LAST_YEAR], [1, 12]
        return replace(self, from_year=years[0], to_year=years[1], from_month=months[0], to_month=months[1])

    def span(self, lang: str = "zh", *, unit: bool = False) -> str:
        """The window in words: 2005—2026, 2021, 2021年3月—4月; in Chinese bare years may have their `unit`."""
        if not self.whole_years:
            return edtf.label("/".join(dict.fromkeys(self.window)), lang)
        years = map(str, dict.fromkeys(self.years))
        return "—".join(years) + (" 年" if unit else "") if lang == "zh" else "–".join(years)


_WINDOW_END = re.compile(r"(\d{1,4})(?:-(\d\d))?(?:-\d\d)?\Z", re.ASCII)


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
