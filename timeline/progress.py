"""How far a long piece of work is: a share from 0 to 1, told to whoever asked for it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from timeline.errors import UserError

Item = TypeVar("Item")
Tell = Callable[[float], None]
_WORDS = 200  # said in the course of a loop


class Stopped(UserError):
    """The person asked to stop."""


def quiet(share: float) -> None:
    """Nobody asked."""


def stage(tell: Tell, first: float, last: float) -> Tell:
    """For a stage of the work: the whole of it leads from `first` to `last`."""
    return lambda share: tell(first + share * (last - first))


def each(items: Sequence[Item], tell: Tell) -> Iterator[Item]:
    """The items in order; on the way it is told how many are through."""
    every = len(items) // _WORDS + 1
    for index, item in enumerate(items):
        if index % every == 0:
            tell(index / len(items))
        yield item
