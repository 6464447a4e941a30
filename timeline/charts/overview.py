"""Which source speaks of which years, and how many events each year has."""

from collections import Counter

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas
from timeline.charts.heat import NARROW
from timeline.drawing.board import Run
from timeline.drawing.chronicle import STRIP_HEIGHT, draw_strip, strip_years
from timeline.layout import cut
from timeline.tables import Filters, Timeline, select

_EDGE = 14


# ── coverage ─────────────────────────────────────────────────────────────────────────────────────

_MOST_DOCUMENTS = 12


def coverage_figure(
    timeline: Timeline, filters: Filters | None = None, *, lang: str = "zh", theme: str = "light",
    width: int = NARROW, most: int = _MOST_DOCUMENTS,
) -> go.Figure:  # fmt: skip
    """A row a document: ticks at the dates it speaks of, ▲ where it was written.

    Clicks give `document:<doc_id>`. At most `most` documents, those with the most mentions; the
    last line counts the rest.
    """
    filters = filters or Filters()
    canvas = Canvas(look.theme(theme))
    step, head = 54.0, 10
    over = axis.scale(filters.days, width - _EDGE)
    rows, n_more = _coverage_rows(timeline, filters, most)
    for index, row in enumerate(rows):
        _coverage_row(canvas, over, row, head + index * step, lang, filters)
        hover = f"{row['siglum']} {row['title']}"
        canvas.hit(
            0, head + index * step, over.width, head + (index + 1) * step - 6,
            f"document:{row['doc_id']}", hover,
        )  # fmt: skip
    bottom = head + len(rows) * step + 12
    _draw_years(canvas, over, bottom, lang)
    if n_more:
        words = f"另有 {n_more} 份文档，见出处页" if lang == "zh" else f"{n_more} more documents: see Sources"
        canvas.text(0, bottom + 24, words, 12, canvas.palette.ink2)
    alt = (
        f"{len(rows) + n_more} 份文档各自说到的年份" if lang == "zh"
        else f"The years that each of {len(rows) + n_more} documents speaks of"
    )  # fmt: skip
    return canvas.figure((0, over.width + _EDGE), bottom + (36 if n_more else 14), alt)


def _draw_years(canvas: Canvas, over: axis.Scale, bottom: float, lang: str) -> None:
    p = canvas.palette
    for tick in axis.ticks(over, lang, 11.5):
        if tick.text and tick.major:
            canvas.rule(tick.x, bottom - 14, tick.x, bottom - 9, p.ink3)
            canvas.text(tick.x, bottom, tick.text, 11.5, p.ink2, "left" if tick.x < 20 else "center")


def _coverage_rows(timeline: Timeline, filters: Filters, most: int) -> tuple[list[dict], int]:
    """The documents with the most mentions, in the documents' order, with the days they tell."""
    shown = select(timeline, _all_years(filters))
    told: dict[str, list[tuple[str, str]]] = {}
    cells = (shown.mentions[name].tolist() for name in ("doc_id", "earliest", "latest"))
    for doc_id, earliest, latest in zip(*cells, strict=True):
        told.setdefault(doc_id, []).append((earliest, latest))
    sigla = {doc_id: index for index, doc_id in enumerate(timeline.documents["doc_id"].tolist())}
    documents = shown.documents
    columns = ("doc_id", "title", "path", "author", "date_published", "date_basis")
    cells = (documents[name].tolist() for name in columns)
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]
    ranked = sorted(rows, key=lambda row: (-len(told.get(row["doc_id"], ())), sigla[row["doc_id"]]))
    kept = {row["doc_id"] for row in ranked[:most]}
    made = [
        {
            **row, "title": row["title"] or row["path"], "index": sigla[row["doc_id"]],
            "told": told.get(row["doc_id"], []),
        }
        for row in rows
        if row["doc_id"] in kept
    ]  # fmt: skip
    return made, len(rows) - len(made)


def _all_years(filters: Filters) -> Filters:
    return filters.within("1", "9999")


def _coverage_row(
    canvas: Canvas, over: axis.Scale, row: dict, top: float, lang: str, filters: Filters
) -> None:
    p, line = canvas.palette, top + 27
    row["siglum"] = labels.siglum(row["index"], lang)
    inside, before, after = _days(row["told"], over)
    beside = _outside_words(before, after, filters, lang)
    if beside:
        canvas.text(over.width, top + 6, beside, 11.5, p.ink2, "right")
    room = over.width - (axis.width_of(beside, 11.5) + 16 if beside else 0)
    canvas.text(0, top + 6, _headline(row, lang, room, p), 12.5, p.ink)
    canvas.rule(0, line, over.width, line, p.rule)
    for x, n in sorted(Counter(round(over.x(day)) for day in inside).items()):
        canvas.rect(
            x - (1 if n > 1 else 0.5), line - 9, x + 1, line + 9, p.data, opacity=1.0 if n > 1 else 0.75
        )
    if after:
        canvas.dot(over.width - 3, line, 9, p.data, symbol="triangle-right")
    if before:
        canvas.dot(3, line, 9, p.data, symbol="triangle-left")
    if row["date_published"] and edtf.is_edtf(row["date_published"]):
        first, last = edtf.bounds(row["date_published"])
        ends = [day.toordinal() for day in (first, last) if day]
        middle = sum(ends) / len(ends)
        if over.first <= middle < over.last:
            guess = "-open" if row["date_basis"] == labels.INFERRED else ""
            canvas.dot(over.x(middle), line + 14, 9, p.ink, symbol=f"triangle-up{guess}")


def _days(told: list[tuple[str, str]], over: axis.Scale) -> tuple[list[float], int, int]:
    """Middles of the told dates that meet the window; how many lie before and after."""
    inside, before, after = [], 0, 0
    for earliest, latest in told:
        first = axis.Day.fromisoformat(earliest or latest).toordinal()
        last = axis.Day.fromisoformat(latest or earliest).toordinal()
        if last < over.first:
            before += 1
        elif first >= over.last:
            after += 1
        else:
            # A range is told by its beginning, a vague date by its middle.
            inside.append(
                max(first, over.first) if last - first > 400 else max((first + last) / 2, over.first)
            )
    return inside, before, after


def _outside_words(before: int, after: int, filters: Filters, lang: str) -> str:
    first, last = (
        f"{end} 年" if lang == "zh" and len(end) < 5 else edtf.label(end, lang) for end in filters.window
    )
    if lang == "zh":
        parts = [f"{before} 处在 {first}之前"] if before else []
        parts += [f"{after} 处在 {last}之后"] if after else []
        return "，".join(parts)
    parts = [f"{before} before {first}"] if before else []
    parts += [f"{after} after {last}"] if after else []
    return ", ".join(parts)


def _headline(row: dict, lang: str, room: float, p: look.Palette) -> list[Run]:
    date = labels.published(row["date_published"], row["date_basis"], lang, brief=True)
    n = len(row["told"])
    author = row["author"] if len(row["author"]) <= 16 else row["author"][:15] + "…"
    facts = [author, date, f"{n} 处" if lang == "zh" else f"{n} mention{'s' * (n != 1)}"]
    byline = ("，" if lang == "zh" else ", ").join(fact for fact in facts if fact)
    left = room - axis.width_of(f"{row['siglum']}    {byline}", 11.5)
    if left < 90:  # the title matters most
        byline = facts[-1]
        left = room - axis.width_of(f"{row['siglum']}    {byline}", 11.5)
    title = cut(row["title"], max(left - 12, 40), 12.5, False)
    return [Run(f"{row['siglum']}   ", bold=True), Run(f"{title}   "), Run(byline, p.ink2)]


# ── the strip on its own ─────────────────────────────────────────────────────────────────────────


def strip_figure(
    timeline: Timeline, filters: Filters | None = None, *, lang: str = "zh", theme: str = "light",
    width: int = 990,
) -> go.Figure:  # fmt: skip
    """Events per year over the whole span, the chosen years outlined. Clicks give `year:<year>`."""
    filters = filters or Filters()
    shown = select(timeline, _all_years(filters))
    counts = Counter(int(day[:4]) for day in shown.events["earliest"].tolist() if day)
    canvas = Canvas(look.theme(theme))
    told = tuple(sorted(counts.items()))
    draw_strip(canvas, told, filters, width - _EDGE, 4, lang)
    first, last = strip_years(told, filters)
    total = sum(n for year, n in told if first <= year <= last)
    alt = f"每年件数，共 {total} 件" if lang == "zh" else f"Events per year, {total} in all"
    return canvas.figure((0, width), STRIP_HEIGHT + 28, alt)
