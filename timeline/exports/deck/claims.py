"""What a slide says in its title: one sentence, computed from the rows that it shows."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from timeline import edtf, labels
from timeline.checks import messages
from timeline.exports.deck.measure import Words, tight, width
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection
from timeline.layout import BACKGROUND, Item
from timeline.lexicon.actions import ACTIONS, NOUN_TAILS
from timeline.tables import LIST_SEPARATOR

_QUOTE = 1500
_TITLE = 1152.0  # px of a title's line
_NAMED = 3  # events that one title names
_ACTS = re.compile(  # what somebody did, right after the name; 上市公司 is nobody's step
    f"(?:正式|首次|全面|再次)?(?:{'|'.join(sorted((w for w in ACTIONS if len(w) > 1), key=len, reverse=True))})(?![{''.join(sorted(NOUN_TAILS))}])"
)
Day = datetime.date


def began(item: Item) -> Day:
    """The first day of a dated event; of an open beginning, the last."""
    return item.earliest or item.latest or Day.min


def ended(item: Item) -> Day:
    """The last day of a dated event; of an open end, the first."""
    return item.latest or item.earliest or Day.min


def of_timeline(selection: Selection, items: Sequence[Item], shown: Sequence[Item] = ()) -> str:
    """2020 年以来的 7 件里程碑，5 件是汽车: where milestones crowd together, and around what.

    Counted are all `items`, whether the slide has room for them or not; named only those `shown`.
    """
    lang, word = selection.lang, selection.word
    chosen, kind = _weightiest(items, lang)
    since = _since(chosen)
    if since:
        year, late = since
        lane, count = _most(late)
        what = labels.category(lane, lang)
        if count * 2 > len(late) and len(late) >= 3 and lane != "other":
            if count == len(late):
                return word(
                    f"{year} 年以来的 {count} 件{kind}都是{what}",
                    f"All {count} {kind} since {year} are in {what.lower()}",
                )
            return word(
                f"{year} 年以来的 {len(late)} 件{kind}，{count} 件是{what}",
                f"{count} of the {len(late)} {kind} since {year} are in {what.lower()}",
            )
    return of_phase(selection, items, shown)


def of_phase(
    selection: Selection, items: Sequence[Item], shown: Sequence[Item] = (), room: float = _TITLE
) -> str:
    """以产品、市场为主：星河诞生，发布首款手机，上市: what most of it is about, then the best told, none cut if one fits."""
    chosen, _ = _weightiest(items, selection.lang)
    if len(chosen) == 1:
        when, name = edtf.label(chosen[0].date, selection.lang), one_line(chosen[0].name)
        return selection.word(f"{when}，{name}", f"{when}: {name}")
    lead = _mainly(items, selection.lang) if room == _TITLE else ""
    drawn = {item.id for item in shown} or {item.id for item in chosen}
    candidates = [i for i in chosen if i.id in drawn and i.modality == "fact" and one_line(i.name)] or chosen
    named: list[Item] = []
    for item in sorted(
        candidates, key=lambda i: (-i.importance, -i.n_documents, len(i.name), str(began(i)), i.id)
    ):
        if len(named) < _NAMED and fits(lead + _telling(selection, [*named, item]), room):
            named.append(item)
    if not named:
        shortest = min(candidates, key=lambda i: (len(i.name), i.id))
        named = [shortest._replace(name=clip(one_line(shortest.name), 20))]
    return lead + _telling(selection, named)


def _mainly(items: Sequence[Item], lang: str) -> str:
    """以产品为主：the category, or the two, that more than half of the events are of; "" where none are."""
    ranked = sorted(Counter(i.lane for i in items).items(), key=lambda pair: (-pair[1], pair[0]))
    told = [(lane, n) for lane, n in ranked if n > 1 and lane not in BACKGROUND]
    for most in (1, 2):
        if len(told) >= most and sum(n for _, n in told[:most]) * 2 > len(items):
            names = [labels.category(lane, lang) for lane, _ in told[:most]]
            return (
                f"以{'、'.join(names)}为主：" if lang == "zh" else f"Mainly {' and '.join(names).lower()}: "
            )
    return ""


def _telling(selection: Selection, named: Sequence[Item]) -> str:
    """The names in order of time as one sentence; who did one thing after the other is named once."""
    parts: list[str] = []
    before = ""
    for item in sorted(named, key=lambda i: (str(began(i)), i.id)):
        name = one_line(item.name)
        row = selection.by_event.get(item.id, {})
        known = str(row.get("entities", "")).split(LIST_SEPARATOR)
        acting = [one for one in known if one and name.startswith(one) and _ACTS.match(name, len(one))]
        doer = max(acting, key=len, default="")
        parts.append(name[len(doer) :] if doer and doer == before else name)
        before = doer
    return selection.word("，", "; ").join(parts)


def fits(title: str, room: float = _TITLE) -> bool:
    """Whether a title stands on one line."""
    return width(tight(title), Words(28, True, True)) <= room


def of_category(
    selection: Selection, category: str, items: Sequence[Item], shown: Sequence[Item] = ()
) -> str:
    """汽车：5 件里程碑，集中在 2021 年."""
    what = labels.category(category, selection.lang)
    chosen, kind = _weightiest(items, selection.lang)
    years = Counter(began(i).year for i in chosen)
    year, count = min(years.items(), key=lambda pair: (-pair[1], pair[0]))
    if count >= 3 and count * 2 > len(chosen):
        return selection.word(
            f"{what}：{len(chosen)} 件{kind}，{count} 件在 {year} 年",
            f"{what}: {count} of {len(chosen)} {kind} in {year}",
        )
    lead = f"{what}{selection.word('：', ': ')}"
    return lead + of_phase(selection, items, shown, _TITLE - width(lead, Words(28, True, True)))


def _weightiest(items: Sequence[Item], lang: str) -> tuple[list[Item], str]:
    """The milestones if there are at least two, else key points and more, else all; with their word."""
    for level, zh, en in ((3, "里程碑", "milestones"), (2, "要点", "key points")):
        chosen = [i for i in items if i.importance >= level]
        if len(chosen) >= 2:
            return chosen, zh if lang == "zh" else en
    return list(items), "事" if lang == "zh" else "events"


def _since(items: Sequence[Item]) -> tuple[int, list[Item]] | None:
    """The latest multiple of five years, before the last year, since which at least a third of them, and three, happened."""
    years = sorted(began(i).year for i in items)
    for year in range((years[-1] - 1) // 5 * 5, years[0], -5):
        late = [i for i in items if began(i).year >= year]
        if len(late) >= max(3, len(items) / 3):
            return year, late
    return None


def _most(items: Iterable[Item]) -> tuple[str, int]:
    counts = Counter(i.lane for i in items)
    return min(counts.items(), key=lambda pair: (-pair[1], pair[0]))


# ── words about one event, for alt texts and notes ───────────────────────────────────────────────


def event_words(selection: Selection, row: dict) -> str:
    """2021年3月30日，名称（汽车，里程碑，两处出处一致）."""
    lang = selection.lang
    facts = [labels.category(row["category"], lang), labels.importance(row["importance"], lang)]
    facts.append(labels.status(row["status"], lang, int(row["n_documents"])))
    modality = labels.modality(selection.modality(row["event_id"]), lang)
    facts += [modality] if modality else []
    facts += [selection.word("已更正", "edited")] if row.get("edited") else []
    comma = selection.word("，", ", ")
    tail = f"（{comma.join(facts)}）" if lang == "zh" else f" ({comma.join(facts)})"
    return f"{edtf.label(row['date'], lang)}{comma}{clip(one_line(row['name']), 120)}{tail}"


def note_lines(selection: Selection, rows: Sequence[dict]) -> list[str]:
    """Every event with all its quotes and where they stand."""
    lines = [selection.statement, ""]
    for row in rows:
        lines.append(event_words(selection, row))
        for mention in selection.told.get(row["event_id"], ()):
            lines.append(
                f"  {selection.quote(clip(one_line(mention['exact']), _QUOTE))} {source(selection, mention)}"
            )
        lines.append("")
    return lines


_HOOKS = str.maketrans("“”", "「」")


def finding(selection: Selection, row: dict) -> str:
    """A check's own sentence on one line; our Chinese takes hooks for quotation marks."""
    told = one_line(messages.describe(row, selection.lang))
    return told.translate(_HOOKS) if selection.lang == "zh" else told


def source(selection: Selection, row: dict, side: str = "") -> str:
    """甲 标题，第 1—10 字."""
    doc_id, start, end = row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"]
    title = clip(selection.document_title(doc_id), 80)
    return (
        f"{selection.siglum(doc_id)} {title}{selection.word('，', ', ')}{selection.place(doc_id, start, end)}"
    )
