"""What corrections change, before it becomes tables: a draft that costs what is changed, not what is there.

After a rebuild an edit finds its event by a mention's id; where the text around a quotation moved,
by the quotation itself; where neither is found it stays, unattached. The tables are gone through
once, however many edits there are.
"""

from collections.abc import Sequence
from functools import cached_property

import pandas as pd

from timeline.edits import Edit
from timeline.model import Quote
from timeline.tables import COLUMNS, LIST_SEPARATOR, Timeline, frame
from timeline.text import find_quote

_FLAGS = ("edited", "starred", "hidden")


class Draft:
    """What the edits so far have changed, by id; `events`, `mentions` and `checks` make the tables."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.changed: dict[str, dict[str, object]] = {}  # event_id → column → value
        self.made: dict[str, dict] = {}  # events that the build does not know
        self.told: dict[str, dict] = {}  # mentions that the build does not know
        self.gone: set[str] = set()  # events without a mention left
        self.settled: dict[str, bool] = {}

    # ── where things stand ──────────────────────────────────────────────────

    @cached_property
    def event_rows(self) -> dict[str, int]:
        return {event: row for row, event in enumerate(self.timeline.events["event_id"].tolist())}

    @cached_property
    def mention_rows(self) -> dict[str, int]:
        return {mention: row for row, mention in enumerate(self.timeline.mentions["mention_id"].tolist())}

    @cached_property
    def homes(self) -> dict[str, str]:
        """mention_id → event_id, as the edits so far have it."""
        mentions = self.timeline.mentions
        return dict(zip(mentions["mention_id"].tolist(), mentions["event_id"].tolist(), strict=True))

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """event_id → mention_ids, as the edits so far have it."""
        members: dict[str, list[str]] = {}
        for mention, event in self.homes.items():
            members.setdefault(event, []).append(mention)
        return members

    @cached_property
    def by_words(self) -> dict[str, list[str]]:
        """Quotations without their blanks → mention_ids: asked for once ids have changed."""
        found: dict[str, list[str]] = {}
        mentions = self.timeline.mentions
        for mention, exact in zip(mentions["mention_id"].tolist(), mentions["exact"].tolist(), strict=True):
            found.setdefault(plain(exact), []).append(mention)
        return found

    @cached_property
    def checks_by_words(self) -> dict[tuple[str, str, str], str]:
        columns = (
            self.timeline.checks[name].tolist() for name in ("kind", "exact", "other_exact", "check_id")
        )
        return {(kind, plain(exact), plain(other)): check for kind, exact, other, check in zip(*columns, strict=True)}  # fmt: skip

    @cached_property
    def check_ids(self) -> set[str]:
        return set(map(str, self.timeline.checks["check_id"]))

    def mention(self, mention_id: str) -> dict:
        if mention_id in self.told:
            return self.told[mention_id]
        return self.timeline.mentions.iloc[self.mention_rows[mention_id]].to_dict()

    def value(self, event: str, column: str) -> object:
        if column in (changed := self.changed.get(event, {})):
            return changed[column]
        if event in self.made:
            return self.made[event][column]
        return self.timeline.events[column].iloc[self.event_rows[event]]

    # ── finding again ───────────────────────────────────────────────────────

    def attach(self, edit: Edit) -> list[str]:
        """The ids, in today's table, of the mentions that an edit remembers."""
        found = []
        for memory in edit.target.get("mentions", ()):
            if memory["mention_id"] in self.homes:
                found.append(memory["mention_id"])
            elif memory["exact"] and (moved := self._moved(memory)):
                found.append(moved)
        return found

    def _moved(self, memory: dict) -> str:
        """The mention with the same words whose context fits best; the same document is preferred."""

        def fit(mention_id: str) -> tuple:
            row = self.mention(mention_id)
            sides = (
                (row["prefix"][::-1], memory["prefix"][::-1]),
                (row["suffix"], memory["suffix"]),
            )
            context = sum(a == b for mine, its in sides for a, b in zip(mine, its, strict=False))
            return row["doc_id"] == memory["doc_id"], context, -abs(int(row["start"]) - memory["start"])

        return max(self.by_words.get(plain(memory["exact"]), ()), key=fit, default="")

    def events_of(self, edit: Edit) -> list[str]:
        """Today's events of the mentions that the edit remembers, the one with most of them first."""
        counts: dict[str, int] = {}
        for mention in self.attach(edit):
            counts[self.homes[mention]] = counts.get(self.homes[mention], 0) + 1
        return sorted(counts, key=lambda event: (-counts[event], event))

    def place(self, edit: Edit) -> tuple[str, int, int] | None:
        """Where the words of an event added by hand stand: (doc_id, start, end)."""
        made, documents = edit.after, self.timeline.documents
        if not isinstance(made, dict):
            return None
        if made["doc_id"] in set(documents["doc_id"]):
            return made["doc_id"], int(made["start"]), int(made["end"])
        memory = edit.target
        for doc_id in documents.loc[documents["path"] == memory.get("path"), "doc_id"]:
            words = Quote(memory["exact"], memory["prefix"], memory["suffix"])
            if found := find_quote(self.timeline.text(doc_id), words, memory["start"]):
                return doc_id, *found
        return None

    # ── changing ────────────────────────────────────────────────────────────

    def put(self, event: str, **values: object) -> None:
        self.changed.setdefault(event, {}).update(values)

    def move(self, mentions: Sequence[str], event: str) -> None:
        """Give mentions to another event; both are counted anew."""
        left = {self.homes[mention] for mention in mentions}
        for mention in mentions:
            self.members[self.homes[mention]].remove(mention)
            self.members.setdefault(event, []).append(mention)
            self.homes[mention] = event
        for touched in (*left, event):
            self._recount(touched)

    def _recount(self, event: str) -> None:
        """Counts, status and people of an event whose mentions changed; without any it goes."""
        if not (told := [self.mention(mention) for mention in self.members[event]]):
            self.gone.add(event)
            return
        documents = len({row["doc_id"] for row in told})
        apart = max(row["earliest"] for row in told) > min(row["latest"] for row in told)
        people = dict.fromkeys(p for row in told for p in row["entities"].split(LIST_SEPARATOR) if p)
        self.put(
            event, n_mentions=len(told), n_documents=documents,
            status="conflicting" if apart else "agreed" if documents > 1 else "single",
            entities=LIST_SEPARATOR.join(people), edited=True,
        )  # fmt: skip

    def make(self, event: str, mention: dict) -> None:
        row = {column: mention.get(column, "") for column in COLUMNS["events"]}
        self.made[event] = row | {"event_id": event, "status": "single", "n_mentions": 1, "n_documents": 1}
        self.members.setdefault(event, [])
        self.gone.discard(event)
        self.put(event, edited=True)

    # ── the tables ──────────────────────────────────────────────────────────

    def events(self) -> pd.DataFrame:
        """Events with `edited`, `starred` and `hidden`, by date."""
        events = self.timeline.events
        if self.made:
            rows = [tuple(row[column] for column in COLUMNS["events"]) for row in self.made.values()]
            events = pd.concat([events, frame("events", rows)], ignore_index=True)
        events = events.assign(**dict.fromkeys(_FLAGS, False))
        if self.changed:
            rows_by_id = {event: row for row, event in enumerate(events["event_id"].tolist())}
            for column in dict.fromkeys(name for values in self.changed.values() for name in values):
                cells = events[column].tolist()
                for event, values in self.changed.items():
                    if column in values:
                        cells[rows_by_id[event]] = values[column]
                events[column] = pd.Series(cells, index=events.index, dtype=events[column].dtype)
        if self.gone:
            events = events[~events["event_id"].isin(self.gone)]
        if not self.changed:
            return events
        return events.sort_values(["earliest", "latest", "event_id"]).reset_index(drop=True)

    def mentions(self) -> pd.DataFrame:
        mentions = self.timeline.mentions
        if self.told:
            rows = [
                tuple(row.get(column, "") for column in COLUMNS["mentions"]) for row in self.told.values()
            ]
            mentions = pd.concat([mentions, frame("mentions", rows)], ignore_index=True)
        if "homes" in self.__dict__:  # somebody asked, so somebody may have moved
            events = [self.homes[mention] for mention in mentions["mention_id"].tolist()]
            mentions = mentions.assign(event_id=pd.Series(events, index=mentions.index, dtype="str"))
        return mentions

    def checks(self) -> pd.DataFrame:
        checks = self.timeline.checks
        return checks.assign(
            settled=[self.settled.get(check, False) for check in checks["check_id"].tolist()]
        )


def plain(words: str) -> str:
    return "".join(words.split())
