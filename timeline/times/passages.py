"""Passages of a text that have a moment of writing of their own: quoted mails, a table's columns, posts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from timeline.model import Block
from timeline.times.anchoring import Anchoring
from timeline.times.context import Resolved, read_reference
from timeline.times.finding import Found
from timeline.times.posts import Post


class Passages:
    """A walk through a text, in and out of its passages."""

    def __init__(self, walk: Anchoring, dated: Sequence[Block], posts: Sequence[Post]) -> None:
        self.walk = walk
        self.dated = bool(dated)
        self.waiting = list(reversed(dated))  # the blocks that have not begun, the first one last
        self.inside: list[Block] = []  # the blocks around the expression
        self.posts = {post.start: post for post in posts}
        self.home = walk.reference  # the day of the post that the text is in, or the document's own date

    def resolve(
        self,
        found: list[Found],
        following: list[Found | None],
        flags: list[int],
        places: list[tuple[int, int]],
    ) -> list[Resolved]:
        """All expressions in their order; `places` are where they stand in the source, as the blocks do."""
        resolve, done = self.walk.resolve_all, 0
        resolved: list[Resolved] = []
        for stop in self._stops(found):
            resolved += resolve(found[done:stop], following[done:stop], flags[done:stop])
            resolved.append(self._enter(found[stop], following[stop], flags[stop], places[stop][0]))
            done = stop + 1
        return resolved + resolve(found[done:], following[done:], flags[done:])

    def _stops(self, found: list[Found]) -> Sequence[int]:
        """Where the moment of writing may be another: at each expression, if there are dated blocks."""
        if self.dated:
            return range(len(found))
        return [bisect_left(found, start, key=attrgetter("start")) for start in self.posts]

    def _enter(self, found: Found, following: Found | None, beside: int, place: int) -> Resolved:
        if self.dated:
            self._go_on(place)
            self._enter_block(found.start)
        if post := self.posts.get(found.start):
            resolved = self.walk.begin_post(found, post)
            self.home = self.walk.reference
            return resolved
        return self.walk.resolve(found, following, beside)

    def _go_on(self, position: int) -> None:
        """Leave the blocks that have ended before a place, and begin those that begin up to it."""
        self.inside = [block for block in self.inside if block.end > position]
        while self.waiting and self.waiting[-1].start <= position:
            block = self.waiting.pop()
            if block.end > position:
                self.inside.append(block)

    def _enter_block(self, clean_start: int) -> None:
        """A quoted mail is told at its own date; a table's cell under its column's year."""
        mails = [block for block in self.inside if block.kind == "mail"]
        told_at = read_reference(mails[-1].date) if mails else self.home
        if told_at != self.walk.reference:
            self.walk.enter(told_at)
        if self.inside and self.inside[-1].kind != "mail":
            self.walk.tell(self.inside[-1].date, clean_start)
