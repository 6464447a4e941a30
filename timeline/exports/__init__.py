"""Ways out: one module a format, each writing one `Selection` to a stream. `EXPORTS` names them all.

    EXPORTS["xlsx"](timeline, filters, "zh") -> bytes
    EXPORTS["pptx"].save("deck.pptx", timeline, filters, "en", slides=12)

A module is imported when its format is asked for: opening a page costs nothing. The same choice
gives the same bytes, on any day and any machine.
"""

import importlib
import io
import os
import tempfile
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from timeline.errors import UserError
from timeline.exports.selection import Progress, Selection, _quiet
from timeline.tables import Filters, Timeline


@dataclass(frozen=True)
class Export:
    """One format. `writes` is "module:function"; the function takes (Selection, stream)."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    extension: str  # with its dot, as the file should be called
    media_type: str
    writes: str
    options: Mapping[str, str] = field(default_factory=dict)  # option → what it does

    def label(self, lang: str = "zh") -> str:
        return self.zh if lang == "zh" else self.en

    def about(self, lang: str = "zh") -> str:
        return self.about_zh if lang == "zh" else self.about_en

    @property
    def function(self) -> Callable[[Selection, BinaryIO], None]:
        module, name = self.writes.split(":")
        return getattr(importlib.import_module(f"timeline.exports.{module}"), name)

    def known(self, options: Mapping[str, object]) -> dict[str, object]:
        """The options, if the format has them all; UserError for one that it does not have."""
        if unknown := set(options) - set(self.options):
            known = ", ".join(self.options) or "none"
            raise UserError(f"{self.name} has no option “{min(unknown)}”.", f"Its options: {known}.")
        return dict(options)

    def write(
        self, out: BinaryIO, timeline: Timeline, filters: Filters | None = None, lang: str = "zh", *,
        progress: Progress = _quiet, **options: object,
    ) -> None:  # fmt: skip
        """Write to a stream. UserError for an option that the format does not have."""
        options = self.known(options)
        selection = Selection.of(
            timeline, filters or Filters(), "en" if lang == "en" else "zh", options=options, progress=progress
        )
        self.function(selection, out)

    def __call__(
        self, timeline: Timeline, filters: Filters | None = None, lang: str = "zh", **options
    ) -> bytes:
        """The file's bytes."""
        out = io.BytesIO()
        self.write(out, timeline, filters, lang, **options)
        return out.getvalue()

    def save(
        self, path: str | Path, timeline: Timeline, filters: Filters | None = None, lang: str = "zh",
        **options,
    ) -> Path:  # fmt: skip
        """Write a file in one step: what stood there stays until the new one is whole.

        `csv` to a name that ends in .zip is the package of all tables. UserError if it cannot be written.
        """
        path = Path(path)
        export = EXPORTS["package"] if self.name == "csv" and path.suffix.lower() == ".zip" else self
        try:
            with _replacing(path) as out:
                export.write(out, timeline, filters, lang, **options)
        except OSError as error:
            raise UserError(
                f"“{path}” cannot be written: {error.strerror}.", "Choose another place for -o."
            ) from error
        return path

    def filename(self, timeline: Timeline, filters: Filters | None = None) -> str:
        """A name to save under: the collection, the years, the format; letters of any script, no spaces."""
        window = "-".join((filters or Filters()).window)
        words = "".join(c if c.isalnum() else "-" for c in timeline.name).strip("-")[:40] or "biannian"
        stem = _STEMS.get(self.name, "")
        return f"{words}-{window}{stem}{self.extension}"


@contextmanager
def _replacing(path: Path) -> Generator[BinaryIO]:
    """A draft that takes the place of the file when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w+b") as out:
            yield out
        os.chmod(draft, 0o644)
        os.replace(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)


# Formats that share an extension are told apart by name.
_STEMS = {
    "raw-csv": "-raw",
    "parquet": "-parquet",
    "timelinejs": "-timelinejs",
    "timelinejs-csv": "-timelinejs",
}
_DECK_OPTIONS = {
    "slides": "at most so many slides (default 16)",
    "fonts": "noto (Noto CJK) or office (Microsoft YaHei, SimSun)",
    "split": "phase, category or none: what the further timelines show",
    "appendix": "False leaves out the pages of quotes",
}
_PICTURE_OPTIONS = {
    "theme": "light or dark",
    "lanes": "category, document or entity",
    "width": "width of the drawing in px (default 1200)",
}
_ALL = (
    Export(
        "pptx", "PowerPoint 演示文稿", "PowerPoint deck",
        "可编辑的 16:9 幻灯片：时间线、指标图、互相矛盾之处、出处", "Editable 16:9 slides: timeline, charts, disagreements, sources",
        ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "deck:to_pptx", _DECK_OPTIONS,
    ),
    Export(
        "xlsx", "Excel 工作簿", "Excel workbook",
        "每张表一页，事件链接到引文", "One sheet a table, events linked to their quotes",
        ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx:to_xlsx",
    ),
    Export(
        "csv", "CSV（Excel 可直接打开）", "CSV (safe for Excel)",
        "一张表，带 BOM，公式已失效", "One table, with a BOM, formulas disarmed",
        ".csv", "text/csv; charset=utf-8", "csv:to_csv", {"table": "events, mentions, observations, checks, documents or times"},
    ),
    Export(
        "raw-csv", "CSV（原样）", "CSV (raw)",
        "一张表，UTF-8，原样不改", "One table, UTF-8, untouched",
        ".csv", "text/csv; charset=utf-8", "csv:to_raw_csv", {"table": "events, mentions, observations, checks, documents or times"},
    ),
    Export(
        "package", "数据包（zip）", "Data package (zip)",
        "所有表的 CSV（两种）、说明、列的含义、引用格式", "All tables as CSV (both kinds), README, column descriptions, citations",
        ".zip", "application/zip", "package:to_package",
    ),
    Export(
        "parquet", "Parquet（zip）", "Parquet (zip)",
        "所有表，带类型与列的说明", "All tables, typed, with column descriptions",
        ".zip", "application/zip", "package:to_parquet",
    ),
    Export(
        "json", "JSON", "JSON",
        "整个数据集，含各文档全文", "The whole dataset with the documents' texts",
        ".json", "application/json", "json:to_json",
    ),
    Export(
        "jsonld", "JSON-LD", "JSON-LD",
        "schema.org 事件与 W3C 网页标注", "schema.org events and W3C Web Annotations",
        ".jsonld", "application/ld+json", "jsonld:to_jsonld",
    ),
    Export(
        "timelinejs", "TimelineJS（JSON）", "TimelineJS (JSON)",
        "供 TimelineJS 3 使用", "For TimelineJS 3",
        ".json", "application/json", "timelinejs:to_timelinejs",
    ),
    Export(
        "timelinejs-csv", "TimelineJS（CSV）", "TimelineJS (CSV)",
        "供 TimelineJS 的 Google 表格模板使用", "For TimelineJS's Google Sheets template",
        ".csv", "text/csv; charset=utf-8", "timelinejs:to_timelinejs_csv",
    ),
    Export(
        "ics", "日历（iCalendar）", "Calendar (iCalendar)",
        "全天事件，不带提醒", "All-day events, no alarms",
        ".ics", "text/calendar; charset=utf-8", "ics:to_ics",
    ),
    Export(
        "md", "Markdown", "Markdown",
        "按年排列，带引文", "By year, with quotes",
        ".md", "text/markdown; charset=utf-8", "markdown:to_markdown",
    ),
    Export(
        "html", "网页（单个文件）", "Web page (one file)",
        "离线可用：缩放、筛选、搜索、引文、放映，中英文", "Works offline: zoom, filter, search, quotes, presentation, both languages",
        ".html", "text/html; charset=utf-8", "html:to_html",
    ),
    Export(
        "svg", "时间线图（SVG）", "Timeline picture (SVG)",
        "矢量图，可再编辑", "Vector graphics, editable",
        ".svg", "image/svg+xml", "svg:to_svg", _PICTURE_OPTIONS,
    ),
    Export(
        "png", "时间线图（PNG）", "Timeline picture (PNG)",
        "位图，两倍清晰度；需要 resvg-py", "Bitmap at twice the size; needs resvg-py",
        ".png", "image/png", "svg:to_png", _PICTURE_OPTIONS,
    ),
)  # fmt: skip

EXPORTS: dict[str, Export] = {export.name: export for export in _ALL}
