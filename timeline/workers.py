"""One function over many items in several processes; a process that dies or hangs costs one item.

Only a few items for each process are under way at a time, so that neither the items nor their
results pile up. When a process dies, or nothing comes back in time, all are ended and what was
under way is tried again one by one: whoever ends a process then is to blame.
"""

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, MutableSequence, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from math import ceil
from multiprocessing import parent_process
from multiprocessing.sharedctypes import RawArray
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

from timeline.progress import Tell

Item = TypeVar("Item")
Result = TypeVar("Result")
Shares = MutableSequence[float]  # of each item, how much of it is done: memory that all processes share
_AHEAD = 4  # items under way for each process
_BEAT = 1.0  # seconds, after which it is looked how far they are


class Lost(NamedTuple):
    """Instead of a result: the item ended its process, or took too long."""

    late: bool


def _unasked(index: int, share: float) -> None:
    """Nobody wants to know how far the items are."""


def run(
    work: Callable[[Item, Tell], Result], items: Sequence[Item], workers: int,
    patience: Callable[[Item], float], told: Callable[[int, float], None] = _unasked,
) -> Generator[tuple[int, Result | Lost]]:  # fmt: skip
    """(index, result) of each item as it is done, in any order.

    `patience` says how many seconds an item may take; in this process itself (one worker) nothing
    can be ended. `work` tells what share of a long item is done, and `told` hears it with the item's
    index. An exception of either is raised here.
    """
    if workers <= 1:
        for index, item in enumerate(items):
            yield index, work(item, partial(told, index))
        return
    crew = _Crew(work, patience, told, RawArray("d", len(items)))
    waiting = iter(enumerate(items))
    crew.start(workers)
    try:
        while True:
            lost = crew.take(islice(waiting, workers * _AHEAD - len(crew.under_way)))
            if not crew.under_way and not lost:
                return
            done = crew.wait()
            for future in done:
                index, item = crew.under_way.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    lost.append((index, item))
                else:
                    yield index, future.result()
            if lost or not done:
                lost += crew.under_way.values()
                for index, item in sorted(lost, key=lambda pair: pair[0]):
                    yield index, crew.try_alone(index, item)
                crew.start(workers)
    finally:
        crew.end()


class _Crew(Generic[Item, Result]):
    """The processes, and the items that are `under_way` in them."""

    def __init__(
        self, work: Callable[[Item, Tell], Result], patience: Callable[[Item], float],
        told: Callable[[int, float], None], shares: Shares,
    ) -> None:  # fmt: skip
        self.work, self.patience, self.told, self.shares = work, patience, told, shares
        self.pool: ProcessPoolExecutor | None = None
        self.under_way: dict[Future[Result], tuple[int, Item]] = {}

    def start(self, workers: int) -> None:
        """So many new processes; those before them are ended, with what was under way."""
        self.end()
        self.pool = ProcessPoolExecutor(workers, initializer=_start, initargs=(self.shares,))
        self.under_way = {}

    def take(self, items: Iterable[tuple[int, Item]]) -> list[tuple[int, Item]]:
        """Put items under way; those that broken processes do not take are handed back."""
        assert self.pool
        lost = []
        for index, item in items:
            try:
                future = self.pool.submit(self.work, item, partial(_tell, index))
                self.under_way[future] = index, item
            except BrokenProcessPool:
                lost.append((index, item))
        return lost

    def wait(self) -> set[Future[Result]]:
        """What is done, none if nothing is in time; meanwhile it is told how far the items are."""
        limit = max((self.patience(item) for _, item in self.under_way.values()), default=0)
        for _ in range(ceil(limit / _BEAT)):
            done, _ = wait(self.under_way, _BEAT, FIRST_COMPLETED)
            if done:
                return done
            for index, _ in self.under_way.values():
                if self.shares[index]:
                    self.told(index, self.shares[index])
        return set()

    def try_alone(self, index: int, item: Item) -> Result | Lost:
        """The result of an item in a process of its own, or that it is to blame."""
        self.start(1)
        self.take([(index, item)])
        done = self.wait()
        for future in done:
            if not isinstance(future.exception(), BrokenProcessPool):
                return future.result()
        return Lost(late=not done)

    def end(self) -> None:
        if self.pool:
            for process in list((self.pool._processes or {}).values()):  # no public way to end one that hangs
                process.kill()
            self.pool.shutdown(wait=True, cancel_futures=True)


_told: Shares = []  # in each process: the memory that the parent looks at


def _start(shares: Shares) -> None:
    """What a process does first: the parent answers to Ctrl-C, its objects are here to stay, its end is ours."""
    global _told
    _told = shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    Thread(target=_leave_with_parent, daemon=True).start()


def _tell(index: int, share: float) -> None:
    _told[index] = share


def _leave_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
