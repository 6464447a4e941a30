"""One function over many items in several processes; a process that dies or hangs costs one item.

Only a few items for each process are under way at a time, so that neither the items nor their
results pile up. When a process dies, or nothing comes back in time, all are ended and what was
under way is tried again one by one: whoever ends a process then is to blame.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 4  # items under way for each process


class Lost(NamedTuple):
    """Instead of a result: the item ended its process, or took too long."""

    late: bool


def run(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int,
    patience: Callable[[Item], float],
) -> Generator[tuple[int, Result | Lost]]:
    """(index, result) of each item as it is done, in any order.

    `patience` says how many seconds an item may take; in this process itself (one worker) nothing
    can be ended. An exception of `work` is raised here.
    """
    if workers <= 1:
        yield from enumerate(map(work, items))
        return
    waiting = iter(enumerate(items))
    pool = _pool(workers)
    under_way: dict[Future[Result], tuple[int, Item]] = {}
    try:
        while True:
            lost = _submit(pool, work, islice(waiting, workers * _AHEAD - len(under_way)), under_way)
            if not under_way and not lost:
                return
            limit = max((patience(item) for _, item in under_way.values()), default=0)
            done, _ = wait(under_way, limit, FIRST_COMPLETED)
            for future in done:
                index, item = under_way.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    lost.append((index, item))
                else:
                    yield index, future.result()
            if lost or not done:
                _end(pool)
                lost += under_way.values()
                under_way = {}
                yield from _one_by_one(work, sorted(lost, key=lambda pair: pair[0]), patience)
                pool = _pool(workers)
    finally:
        _end(pool)


def _submit(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    items: Iterable[tuple[int, Item]],
    under_way: dict[Future[Result], tuple[int, Item]],
) -> list[tuple[int, Item]]:
    """Put items under way; those that a broken pool does not take are handed back."""
    lost = []
    for index, item in items:
        try:
            under_way[pool.submit(work, item)] = index, item
        except BrokenProcessPool:
            lost.append((index, item))
    return lost


def _one_by_one(
    work: Callable[[Item], Result], items: Iterable[tuple[int, Item]], patience: Callable[[Item], float]
) -> Generator[tuple[int, Result | Lost]]:
    pool = _pool(1)
    try:
        for index, item in items:
            future: Future[Result] = pool.submit(work, item)
            done, _ = wait([future], patience(item))
            if done and not isinstance(future.exception(), BrokenProcessPool):
                yield index, future.result()
                continue
            _end(pool)
            pool = _pool(1)
            yield index, Lost(late=not done)
    finally:
        _end(pool)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=workers, initializer=_start)


def _start() -> None:
    """What a process does first: the parent answers to Ctrl-C, its objects are here to stay, its end is ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):  # no public way to end one that hangs
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
