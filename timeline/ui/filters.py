"""The filters' row: years, importance, category, document, agreement, search. The address is their state."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import streamlit as st

from timeline import labels, tables
from timeline.layout import LANE_ORDER
from timeline.tables import FIRST_YEAR, LAST_YEAR, Filters
from timeline.ui import clicks
from timeline.ui.address import LANES, STATUSES
from timeline.ui.markup import Markup, div, go, join
from timeline.ui.views import View

PILLS = 40
PARTS = ("years", "importance", "category", "document", "more", "search")


def draw(view: View, parts: tuple[str, ...] = PARTS) -> None:
    """One row of widgets. Each takes its value from the address, and writes the address when used."""
    drawn = {
        "years": _years, "importance": _importance, "category": _category, "document": _document,
        "more": _more, "search": _search, "whose": _whose,
    }  # fmt: skip
    filters = view.address.filters
    with st.container(key="filters", horizontal=True):
        for part in parts:
            drawn[part](view)
        if not filters.whole_years:
            there = clicks.wider(filters)
            words = view.say("filter.back", years=view.date("/".join(dict.fromkeys(there.window))))
            back = go(view.link(filters=there, part=1), words, class_="bn-link", data_key="back")
            st.html(div("bn-small", back), width="content")
        if filters != view.opened.plain or view.address.whose:
            clear = view.link(filters=Filters(), part=1, whose="")
            st.html(div("bn-small", go(clear, view.say("filter.clear"), class_="bn-link")), width="content")
        closer = _busy_years(view)
        if closer:
            there = filters.within(*map(str, closer))
            words = view.say("filter.closer", years=view.date("/".join(dict.fromkeys(there.window))))
            st.html(
                div("bn-small", go(view.link(filters=there, part=1), words, class_="bn-link")),
                width="content",
            )


def wider(view: View) -> Markup | None:
    """The way to all years, where events lie outside those that are shown unless others are asked for."""
    filters = view.address.filters
    n_outside = (
        sum(tables.outside(view.timeline, filters)) if filters.window == view.opened.plain.window else 0
    )
    if not n_outside:
        return None
    first, last = _extent(view)
    there = view.link(filters=filters.within(str(first), str(last)), part=1)
    return join(
        "\u2002", go(there, view.say("filter.wider", n=n_outside), class_="bn-link", data_key="wider")
    )


FEW_YEARS = 3
FEW_DAYS = 93


def _busy_years(view: View) -> tuple[int, int] | None:
    """The few years in which everything shown lies, where the window is much wider."""
    events, (first, last) = view.shown.events, view.address.filters.years
    if events.empty or last - first < 4 * FEW_YEARS:
        return None
    begin, end = events["earliest"].min(), events["latest"].max()
    if not begin or not end or (events["latest"] == "").any():
        return None
    years = max(int(begin[:4]), first), min(int(end[:4]), last)
    return years if years[1] - years[0] < FEW_YEARS else None


def _category(view: View) -> None:
    worded = partial(labels.category, lang=view.lang)
    _choices(view, "category", "categories", _categories(view), worded)


def _document(view: View) -> None:
    _choices(view, "document", "documents", list(view.documents), partial(_titled, view))


def _whose(view: View) -> None:
    """One firm, person or thing of those that numbers are told of, most told first."""
    say, chosen = view.say, view.address.whose
    told = view.opened.whose["whose"]
    names = [str(name) for name in told[told != ""].value_counts().index]
    names += [chosen] if chosen and chosen not in names else []
    if len(names) < 2:
        return
    st.session_state["f-whose"] = chosen or None
    with st.popover(f"{say('filter.whose')}\u2002{chosen[:12] or say('filter.all')}"):
        if len(names) > PILLS:
            st.selectbox(say("filter.whose"), names, index=None, key="f-whose", on_change=_choose_whose, args=(view,),
                         placeholder=say("filter.whose.hint"))  # fmt: skip
        else:
            st.pills(say("filter.whose"), names, key="f-whose", on_change=_choose_whose, args=(view,))


def _choose_whose(view: View) -> None:
    name = st.session_state["f-whose"] or ""
    view.visit(view.address.change(whose=name, measure="", fact="", part=1))


def _more(view: View) -> None:
    """What is used less often: agreement, stars, what a lane stands for."""
    with st.popover(view.say("filter.more")):
        _pills(view, "status", "statuses", list(STATUSES), partial(labels.status, lang=view.lang))
        _starred(view)
        if view.address.page == "timeline":
            _lanes(view)


def _lanes(view: View) -> None:
    st.session_state["f-lanes"] = view.address.lanes
    st.segmented_control(
        view.say("filter.lanes"), LANES, key="f-lanes", required=True,
        format_func=lambda code: view.say(f"lanes.{code}"), on_change=_choose_lanes, args=(view,),
    )  # fmt: skip


def _choose_lanes(view: View) -> None:
    view.visit(view.address.change(lanes=st.session_state["f-lanes"] or "category"))


def _titled(view: View, doc_id: str) -> str:
    document = view.documents[doc_id]
    return f"{document['siglum']} {document['title']}"


def _narrow(view: View, key: str, make: Callable[[Any], dict]) -> Callable[[], None]:
    """A callback: the widget's value becomes part of the address."""

    def used() -> None:
        view.visit(view.address.narrow(**make(st.session_state[key])))

    return used


DECADES = 4  # with more, the row of filters has no room for the search


def windows(first: int, last: int, years: set[int]) -> list[tuple[int, int]]:
    """The whole span, then its decades, cut to it, that hold any of the `years`; none where they are many."""
    decades = [(max(first, year), min(last, year + 9)) for year in range(first // 10 * 10, last + 1, 10)]
    decades = [(begin, end) for begin, end in decades if any(begin <= year <= end for year in years)]
    return [(first, last), *(decades if 1 < len(decades) <= DECADES else [])]


def _years(view: View) -> None:
    say, plain = view.say, view.opened.plain
    told = {int(day[:4]) for day in view.timeline.events["earliest"].unique() if day[:4].isdecimal()}
    options = [plain.within(str(first), str(last)).window for first, last in windows(*plain.years, told)]
    chosen = view.address.filters.window
    if chosen not in options:
        options.append(chosen)
    st.session_state["f-years"] = chosen

    def worded(window: tuple[str, str]) -> str:
        return say("filter.years.all") if window == plain.window else plain.within(*window).span(view.lang)

    if len(options) > 1:
        st.segmented_control(
            say("filter.years"), options, key="f-years", format_func=worded, required=True,
            label_visibility="collapsed", on_change=_move(view, "f-years"),
        )  # fmt: skip
    with st.popover(say("filter.years.own")):
        _own_years(view)


def _own_years(view: View) -> None:
    """Two years to write; two ends to move: in a window of few years its months, in one of few months its days."""
    filters = view.address.filters
    chosen, (first, last) = filters.years, _extent(view)
    with st.container(horizontal=True):
        for key, year in (("f-from", chosen[0]), ("f-to", chosen[1])):
            st.session_state[key] = min(max(first, year), last)
            st.number_input(view.say(key.replace("f-", "filter.years.")), first, last, key=key, width=130,
                            on_change=_between, args=(view,))  # fmt: skip
    if chosen[1] - chosen[0] < FEW_YEARS:
        months = [f"{y:04d}-{m:02d}" for y in range(chosen[0], chosen[1] + 1) for m in range(1, 13)]
        _ends(view, "months", months, 7)
    first_day, last_day = (filters if filters.whole_months else clicks.wider(filters)).days
    if (last_day - first_day).days < FEW_DAYS:
        n_days = (last_day - first_day).days + 1
        _ends(view, "days", [(first_day + timedelta(n)).isoformat() for n in range(n_days)], 10)


def _between(view: View) -> None:
    """The two years that were written become the window, whichever of them is the first."""
    first, last = sorted(int(st.session_state[key]) for key in ("f-from", "f-to"))
    view.visit(view.address.within(str(first), str(last)))


def _ends(view: View, name: str, options: list[str], length: int) -> None:
    """Two ends to move on a scale of months or days."""
    key = f"f-{name}"
    st.session_state[key] = tuple(day.isoformat()[:length] for day in view.address.filters.days)
    st.select_slider(
        view.say(f"filter.{name}.own"), options, key=key, format_func=view.date, on_change=_move(view, key)
    )


def _move(view: View, key: str) -> Callable[[], None]:
    """A callback: the two ends that a widget holds become the window."""

    def used() -> None:
        first, last = st.session_state[key] or Filters().window
        view.visit(view.address.within(str(first), str(last)))

    return used


def _extent(view: View) -> tuple[int, int]:
    """The years that may be written: all that the collection speaks of."""
    events = view.timeline.events
    chosen = view.address.filters.years
    starts = [
        int(day[:4]) for day in (events["earliest"].min(),) if isinstance(day, str) and day[:4].isdecimal()
    ]
    ends = [int(day[:4]) for day in (events["latest"].max(),) if isinstance(day, str) and day[:4].isdecimal()]
    first = max(1, min([FIRST_YEAR, chosen[0], *starts]))
    return first, min(9999, max([LAST_YEAR, chosen[1], *ends]))


def _importance(view: View) -> None:
    st.session_state["f-importance"] = view.address.filters.min_importance
    st.segmented_control(
        view.say("filter.importance"), (1, 2, 3), key="f-importance", required=True, label_visibility="collapsed",
        format_func=lambda level: view.say(f"filter.importance.{level}"),
        on_change=_narrow(view, "f-importance", lambda value: {"min_importance": int(value or 1)}),
    )  # fmt: skip


def _categories(view: View) -> list[str]:
    used = set(view.timeline.events["category"].unique())
    return [code for code in LANE_ORDER if code in used or code in view.address.filters.categories]


def _choices(view: View, name: str, field: str, options: list[str], worded: Callable[[str], str]) -> None:
    """A popover of pills; none chosen means all."""
    say, chosen = view.say, getattr(view.address.filters, field)
    how = say("filter.chosen", n=len(chosen)) if chosen else say("filter.all")
    if len(chosen) == 1 and chosen[0] in options:
        how = worded(chosen[0])[:12]
    with st.popover(f"{say(f'filter.{name}')}\u2002{how}"):
        _pills(view, name, field, options, worded)


def _pills(view: View, name: str, field: str, options: list[str], worded: Callable[[str], str]) -> None:
    key = f"f-{name}"
    chosen = getattr(view.address.filters, field)
    st.session_state[key] = [code for code in options if code in chosen]
    used = _narrow(view, key, lambda value: {field: tuple(value or ())})
    if len(options) > PILLS:  # hundreds of documents are searched, not looked through
        st.multiselect(view.say(f"filter.{name}"), options, key=key, format_func=worded, on_change=used, select_all=False,
                       placeholder=view.say("filter.search"))  # fmt: skip
        return
    st.pills(
        view.say(f"filter.{name}"), options, key=key, selection_mode="multi", format_func=worded,
        on_change=used,
    )  # fmt: skip


def _starred(view: View) -> None:
    events = view.timeline.events
    if not view.address.filters.starred and not ("starred" in events and bool(events["starred"].any())):
        return
    st.session_state["f-starred"] = view.address.filters.starred
    st.checkbox(
        view.say("filter.starred"),
        key="f-starred",
        on_change=_narrow(view, "f-starred", lambda on: {"starred": bool(on)}),
    )


def _search(view: View) -> None:
    say = view.say
    st.session_state["f-query"] = view.address.filters.query
    st.text_input(
        say("filter.search"), key="f-query", placeholder=say("filter.search"), label_visibility="collapsed",
        max_chars=200, on_change=_narrow(view, "f-query", lambda value: {"query": str(value or "").strip()}),
    )  # fmt: skip
