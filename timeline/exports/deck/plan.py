"""Which slides a deck has, in which order, and how it becomes bytes that never change.

Cover; the timeline on one page; its phases or categories where more events count than fit; the
metrics; the disagreements; the appendix. `slides` bounds them all: what is left out is the least
important of the largest kind.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import BinaryIO

from pptx.presentation import Presentation as Deck

from timeline.errors import UserError
from timeline.exports.deck import choosing, chronicles, claims, disputes, figures, gathering, metrics, sources
from timeline.exports.deck.claims import began
from timeline.exports.deck.covers import draw_cover
from timeline.exports.deck.sheets import fixed
from timeline.exports.deck.template import new_deck
from timeline.exports.deck.theme import FONTS
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection
from timeline.layout import Item, items_of

SLIDES = 16  # if nothing else is asked for
_FEWEST, _MOST = 3, 60
_METRICS, _DISPUTES, _PHASES, _QUOTE_PAGES = 4, 3, 4, 4
_SPLITS = ("phase", "category", "none")
_WHEN = (1980, 1, 1, 0, 0, 0)
Draw = Callable[[Deck], None]


def to_pptx(selection: Selection, out: BinaryIO) -> None:
    """The deck. Options: slides (3–60), fonts (noto, office), split (phase, category, none), appendix."""
    wanted, fonts, split, appendix = _options(selection)
    selection = choosing.of_chosen_events(selection)
    pages = plan(selection, wanted, split, appendix)
    deck = new_deck(fonts, selection.lang)
    properties = deck.core_properties
    properties.title = clip(one_line(selection.title), 200)
    properties.subject = clip(one_line(selection.statement), 250)
    properties.language = "zh-CN" if selection.lang == "zh" else "en-US"
    for number, draw in enumerate(pages, start=1):
        draw(deck)
        selection.progress(number, len(pages))
    draft = io.BytesIO()
    deck.save(draft)
    _with_fixed_dates(draft, out)


def _options(selection: Selection) -> tuple[int, str, str, bool]:
    options = selection.options
    fonts, split = str(options.get("fonts", "noto")), str(options.get("split", "phase"))
    try:
        wanted = int(options.get("slides", SLIDES))
    except (TypeError, ValueError):
        wanted = 0
    if not _FEWEST <= wanted <= _MOST:
        raise UserError(
            f"A deck has {_FEWEST} to {_MOST} slides.", f"Without `slides` it has up to {SLIDES}."
        )
    for value, known in ((fonts, tuple(FONTS)), (split, _SPLITS)):
        if value not in known:
            raise UserError(f"“{value}” is not known here.", f"Choose one of: {', '.join(known)}.")
    return wanted, fonts, split, options.get("appendix", True) not in (False, "false", "no", "0", 0)


def plan(selection: Selection, wanted: int, split: str, appendix: bool) -> list[Draw]:
    """The pages to draw, at most `wanted`, in the order in which they stand."""
    items = items_of(selection.timeline)
    overview = choosing.choose(items, selection.filters, selection.lang)
    charts = gathering.find_series(selection)[:_METRICS]
    singles = figures.find_figures(selection, charts)
    clashes = disputes.find_disputes(selection)
    parts: dict[str, list[Draw]] = {
        "overview": [_overview(selection, items, overview)] if overview else [],
        "metrics": [lambda d, s=s: metrics.draw_metric(d, selection, s) for s in charts],
        "figures": [lambda d: figures.draw_figures(d, selection, singles)] if len(singles) > 2 else [],
        "disputes": [lambda d, r=r: disputes.draw_dispute(d, selection, r) for r in clashes[:_DISPUTES]],
        "doubts": _doubts(selection, clashes[:_DISPUTES]),
        "parts": _parts(selection, items, overview, split),
        "documents": _documents(selection, appendix),
        "quotes": _quotes(selection, overview.items if overview else ()) if appendix else [],
    }
    kept = _within(parts, wanted - 1)
    if len(kept["quotes"]) < len(parts["quotes"]) and overview:
        kept["quotes"] = _quotes(selection, overview.items, len(kept["quotes"]))
    order = ("overview", "parts", "metrics", "figures", "disputes", "doubts", "quotes", "documents")
    return [lambda d: draw_cover(d, selection), *(page for name in order for page in kept[name])]


def _within(parts: dict[str, list[Draw]], room: int) -> dict[str, list[Draw]]:
    """Pages handed out in rounds, the most telling kind first, until the room is used."""
    kept: dict[str, list[Draw]] = {name: [] for name in parts}
    order = ("overview", "documents", "metrics", "disputes", "parts", "figures", "doubts", "quotes")
    n = 0
    while room > 0 and any(len(parts[name]) > n for name in order):
        for name in order:
            if room > 0 and len(parts[name]) > n:
                kept[name].append(parts[name][n])
                room -= 1
        n += 1
    return kept


# ── the timeline, whole and in parts ─────────────────────────────────────────────────────────────


def _overview(selection: Selection, items: Sequence[Item], chosen: choosing.Chosen) -> Draw:
    word = selection.word
    weights = {item.importance for item in chosen.items}
    shown = {frozenset({3}): word("里程碑", "milestones"), frozenset({2, 3}): word("里程碑与要点", "milestones and key points"),
             frozenset({2}): word("要点", "key points")}  # fmt: skip
    kicker = [
        word("时间线", "Timeline"),
        chosen.window.span(selection.lang),
        shown.get(
            frozenset(weights),
            word("主要事件", "main events") if chosen.left else word("全部事件", "all events"),
        ),
    ]
    title = claims.of_timeline(selection, [i for i in items if i.earliest or i.latest], chosen.items)
    return lambda deck: chronicles.draw_chronicle(deck, selection, chosen, title, kicker)


def _parts(
    selection: Selection, items: Sequence[Item], overview: choosing.Chosen | None, split: str
) -> list[Draw]:
    """Pages by phase or by category, where more key points are told than the overview holds."""
    if overview is None or split == "none":
        return []
    dated = [i for i in items if i.earliest or i.latest]
    weighty = [i for i in dated if i.importance >= 2]
    pool = weighty if len(weighty) > choosing.MOST_EVENTS else dated
    if len(pool) <= len(overview.items) + 3:
        return []
    return _phases(selection, pool) if split == "phase" else _by_category(selection, pool)


def _phases(selection: Selection, pool: Sequence[Item]) -> list[Draw]:
    """Stretches of whole years with about as many events each."""
    count = min(_PHASES, max(2, -(-len(pool) // choosing.MOST_EVENTS)))
    limits = selection.filters.years
    ordered = sorted(pool, key=lambda i: (str(began(i)), i.id))
    made: list[Draw] = []
    word = selection.word
    for group in _whole_years(ordered, count, limits):
        first = max(min(began(i).year for i in group), limits[0])
        last = max(began(i).year for i in group)
        phase = selection.filters.within(f"{first:04d}", f"{max(last, first):04d}")
        chosen = choosing.choose(group, phase, selection.lang)
        if chosen is None:
            continue
        kicker = [
            word("时间线", "Timeline"),
            word("阶段", "phase") + f" {len(made) + 1}",
            phase.span(selection.lang),
        ]
        title = claims.of_phase(selection, group, chosen.items)
        made.append(lambda d, c=chosen, t=title, k=kicker: chronicles.draw_chronicle(d, selection, c, t, k))
    return made if len(made) > 1 else []


def _whole_years(ordered: Sequence[Item], count: int, limits: tuple[int, int]) -> list[list[Item]]:
    """`ordered` cut into at most `count` runs; a year is never divided."""
    groups: list[list[Item]] = [[]]
    share = len(ordered) / count
    previous = None
    for item in ordered:
        year = max(began(item).year, limits[0])
        if previous is not None and year != previous and len(groups[-1]) >= share and len(groups) < count:
            groups.append([])
        groups[-1].append(item)
        previous = year
    if len(groups) > 1 and len(groups[-1]) < 4:
        last = groups.pop()
        groups[-1] += last
    return groups


def _by_category(selection: Selection, pool: Sequence[Item]) -> list[Draw]:
    lanes: dict[str, list[Item]] = {}
    for item in pool:
        lanes.setdefault(item.lane, []).append(item)
    made: list[Draw] = []
    for lane, members in sorted(lanes.items(), key=lambda p: (-sum(i.importance for i in p[1]), p[0])):
        chosen = choosing.choose(members, selection.filters, selection.lang) if len(members) > 2 else None
        if chosen is None or len(made) == _PHASES + 2:
            continue
        kicker = [
            selection.word("时间线", "Timeline"),
            chosen.made.lanes[0].text,
            chosen.window.span(selection.lang),
        ]
        title = claims.of_category(selection, lane, members, chosen.items)
        made.append(lambda d, c=chosen, t=title, k=kicker: chronicles.draw_chronicle(d, selection, c, t, k))
    return made


# ── the rest ─────────────────────────────────────────────────────────────────────────────────────


def _doubts(selection: Selection, shown: Sequence[dict]) -> list[Draw]:
    drawn = {row["check_id"] for row in shown}
    rows = [
        row
        for row in selection.rows("checks")
        if row["severity"] != "note" and row["check_id"] not in drawn and not row.get("settled")
    ]
    rows.sort(key=lambda r: (r["severity"] != "error", r["kind"], r["check_id"]))
    listed = rows[: figures.CHECKS]
    return [lambda d: figures.draw_doubts(d, selection, listed, len(rows) - len(listed))] if rows else []


def _documents(selection: Selection, appendix: bool) -> list[Draw]:
    """Pages of sources, always at least one; how to read stands under the last. Of many, the most told."""
    rows = selection.documents.to_dict("records")
    most = sources.DOCUMENTS + sources.LAST_DOCUMENTS if appendix else sources.LAST_DOCUMENTS
    left = max(len(rows) - most, 0)
    if left:
        told = selection.timeline.mentions["doc_id"].value_counts()
        rank = sorted(range(len(rows)), key=lambda n: (-int(told.get(rows[n]["doc_id"], 0)), n))[:most]
        rows = [rows[n] for n in sorted(rank)]
    half = min(sources.DOCUMENTS, max((len(rows) + 1) // 2, len(rows) - sources.LAST_DOCUMENTS))
    first = rows[:half] if len(rows) > sources.LAST_DOCUMENTS else []
    batches = [first, rows[len(first) :]] if first else [rows]
    return [
        lambda d, b=b, last=b is batches[-1]: sources.draw_documents(
            d, selection, b, left if last else 0, last
        )
        for b in batches
    ]


def _quotes(selection: Selection, items: Sequence[Item], most: int = _QUOTE_PAGES) -> list[Draw]:
    """The overview's events with their words, in date order; the weightiest where not all fit."""
    items = items[: most * sources.QUOTES]  # they come weightiest first
    ordered = sorted(items, key=lambda i: (str(began(i)), i.id))
    n_pages = -(-len(ordered) // sources.QUOTES)  # as full as each other
    batches = [
        ordered[len(ordered) * n // n_pages : len(ordered) * (n + 1) // n_pages] for n in range(n_pages)
    ]
    return [
        lambda d, b=b, n=n: sources.draw_quotes(d, selection, b, n, len(batches))
        for n, b in enumerate(batches, start=1)
    ]


def _with_fixed_dates(draft: BinaryIO, out: BinaryIO) -> None:
    """The same package with one date for every member: the same choice gives the same bytes."""
    draft.seek(0)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            content = source.read(name)
            target.writestr(info, fixed(content) if name.endswith(".xlsx") else content)
