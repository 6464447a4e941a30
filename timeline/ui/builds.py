"""Builds in the background: a page watches one, can stop it, and never waits for it.

One build a collection at a time, whoever started it; what a build says stays until the next one.
"""

import logging
import threading
from dataclasses import dataclass, field

import streamlit as st

from timeline.errors import UserError

_log = logging.getLogger(__name__)


@dataclass
class Build:
    """`state` is running, done, stopped or failed; `read` the paths that are through."""

    collection_id: str
    done: float = 0
    total: int = 0
    read: list[str] = field(default_factory=list)
    state: str = "running"
    message: str = ""
    stopping: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: float, total: int, path: str) -> bool:
        self.done, self.total = done, total
        if done and done == int(done):  # else the document is begun, or under way
            self.read.append(path)
        return not self.stopping.is_set()

    @property
    def running(self) -> bool:
        return self.state == "running"

    def run(self) -> None:
        from timeline import library, pipeline

        try:
            library.get(self.collection_id).build(self.progress)
            self.state = "done"
        except pipeline.Stopped:
            self.state = "stopped"
        except UserError as error:
            self.state, self.message = "failed", str(error)
        except Exception as error:  # whatever a file may hold, the page must go on
            _log.exception("build of %s", self.collection_id)
            self.state, self.message = "failed", type(error).__name__


@st.cache_resource(max_entries=1, show_spinner=False)
def _builds() -> tuple[dict[str, Build], threading.Lock]:
    return {}, threading.Lock()


def current(collection_id: str) -> Build | None:
    """The running or the last build of a collection."""
    return _builds()[0].get(collection_id)


def start(collection_id: str) -> Build:
    """Start building, unless a build of this collection is under way."""
    known, lock = _builds()
    with lock:
        going = known.get(collection_id)
        if going is not None and going.running:
            return going
        build = known[collection_id] = Build(collection_id)
        threading.Thread(target=build.run, name=f"build-{collection_id}", daemon=True).start()
        return build
