"""Where a fact stands: its quote in its context, its place, who else tells it, how to cite it."""

from timeline import edtf, labels
from timeline.ui import facts
from timeline.ui.facts import Fact, Telling
from timeline.ui.markup import Markup, div, go, join, span, tag
from timeline.ui.views import View


def evidence(view: View, fact: Fact) -> Markup:
    """The words of the fact and where they stand."""
    row = fact.first.row
    return tag("section", quote(view, fact.first), place(view, row["doc_id"], row["start"], row["end"]))


def _strong(telling: Telling) -> tuple[tuple[int, int], ...]:
    """The time words inside a telling's evidence."""
    row = telling.row
    if row.get("time_text"):
        return ((int(row["time_start"]), int(row["time_end"])),)
    if telling.time is not None and telling.time is not row:
        return ((int(telling.time["start"]), int(telling.time["end"])),)
    return ()


def quote(view: View, telling: Telling, around: int = facts.AROUND) -> Markup:
    """The evidence, highlighted, in its context."""
    row = telling.row
    text = view.timeline.text(row["doc_id"])
    pieces = facts.passage(text, int(row["start"]), int(row["end"]), _strong(telling), around)
    return tag(
        "blockquote",
        pieces_of(pieces),
        class_="bn-quote",
        lang=facts.language(row.get("exact") or row["text"]),
    )


def pieces_of(pieces: list[facts.Piece]) -> Markup:
    """A passage with its evidence and its time words marked."""
    drawn = []
    for piece in pieces:
        if piece.role == "context":
            drawn.append(span("bn-context", piece.words))
        elif piece.role == "time":
            drawn.append(tag("mark", span("bn-time", piece.words), class_="bn-evidence"))
        else:
            drawn.append(tag("mark", piece.words, class_="bn-evidence"))
    return join(*drawn)


def place(view: View, doc_id: str, start: int, end: int) -> Markup:
    """Siglum, document, characters, and the way into the text."""
    say, document = view.say, view.documents.get(doc_id, {})
    page = view.timeline.page(doc_id, int(start))
    parts = [document.get("title", ""), say("fact.place", start=start, end=end)]
    if page:
        parts.append(say("fact.page", page=page))
    there = view.to("sources", read=doc_id, at=f"{start}-{end}", fact=view.address.fact)
    return div(
        "bn-place", view.siglum(doc_id), say("comma").join(parts), Markup("<br>"),
        go(there, say("fact.read"), class_="bn-link bn-read"),
    )  # fmt: skip


def sources(view: View, fact: Fact) -> Markup:
    """Every document that tells it, with each telling's own date where they differ."""
    say, row = view.say, fact.row
    by_document: dict[str, list[Telling]] = {}
    for telling in fact.tellings:
        by_document.setdefault(telling.row["doc_id"], []).append(telling)
    word = labels.status(row["status"], view.lang, int(row["n_documents"]), sign=True)
    same = len(fact.tellings) if len(by_document) == 1 and len(fact.tellings) > 1 else 0
    heading = [
        say("fact.sources"), "  ", span("bn-accent" if row["status"] == "conflicting" else "", word),
        say("fact.same", n=same) if same else None,
    ]  # fmt: skip
    rows = [_source(view, fact, doc_id, told) for doc_id, told in by_document.items()]
    beside = None
    if len(fact.tellings) > 1:
        there = view.to("sources", beside=fact.fact_id, fact=fact.fact_id)
        beside = go(there, say("fact.beside"), class_="bn-link bn-small")
    return tag("section", tag("h3", *heading), *rows, beside)


def _source(view: View, fact: Fact, doc_id: str, told: list[Telling]) -> Markup:
    say, document = view.say, view.documents.get(doc_id, {})
    lines = []
    for telling in told:
        row = telling.row
        differs = row["date"] != fact.row["date"]
        there = view.to("sources", read=doc_id, at=f"{row['start']}-{row['end']}", fact=fact.fact_id)
        reading = say("comma") + say("fact.reads", date=edtf.label(row["date"], view.lang)) if differs else ""
        words = say("fact.place", start=row["start"], end=row["end"]) + reading
        lines.append(tag("p", go(there, words)))
        if telling is not fact.first:
            lines.append(
                tag(
                    "p",
                    say("quoted", words=facts.brief(row["exact"], 48)),
                    class_="bn-quote",
                    lang=facts.language(row["exact"]),
                )
            )
    return div(
        "bn-source", view.siglum(doc_id),
        div("", go(view.to("sources", read=doc_id), document.get("title", "")), tag("p", document.get("byline", "")), *lines),
    )  # fmt: skip


def citation(view: View, fact: Fact) -> str:
    """Who, the words, where, when, and our own id."""
    row = fact.first.row
    document = view.documents.get(row["doc_id"], {})
    published = labels.published(
        document.get("date_published", ""), document.get("date_basis", ""), view.lang
    )
    return view.say(
        "cite.event",
        who=document.get("author") or document.get("publisher") or view.say("cite.unsigned"),
        quote=facts.brief(row.get("exact") or row["text"], 40),
        title=document.get("title", ""),
        published=view.say("comma") + published if published else "",
        id=fact.fact_id,
    )


def cite(view: View, fact: Fact) -> Markup:
    """The citation, with what copies it."""
    say, words = view.say, citation(view, fact)
    done = say("fact.copied")
    copies = [
        tag("button", say("fact.cite.copy"), type="button", class_="bn-button", data_copy=words, data_done=done),
        tag("button", say("fact.link.copy"), type="button", class_="bn-button", data_copy_link=view.link(), data_done=done),
    ]  # fmt: skip
    elsewhere = None
    if view.address.page != "timeline" and fact.kind == "event":
        elsewhere = go(view.to("timeline", fact=fact.fact_id), say("fact.onchart"), class_="bn-link bn-small")
    return tag(
        "section",
        tag("h3", say("fact.cite")),
        tag("p", words, class_="bn-cite"),
        div("bn-actions", *copies),
        elsewhere,
    )
