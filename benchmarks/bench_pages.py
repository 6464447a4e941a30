"""The dashboard in a real browser, side by side with a bare Streamlit page: `python -m benchmarks.bench_pages`.

Cold: a fresh server and a fresh browser, until the first page is drawn. Warm: from a click to the
finished page, with the seeds, and with 100,000 invented events. Medians of several rounds, in seconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.fixtures import browser as fixture
from tests.fixtures.many import many_events
from timeline import library, store

ROUNDS = 3
_BARE = """
import streamlit as st
import plotly.graph_objects as go
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[1, 3, 2])))
"""


@contextmanager
def bare(home: Path):
    """A Streamlit page that draws one figure, and nothing else."""
    script, port = home / "bare.py", fixture._free_port()
    script.write_text(_BARE)
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
               "--server.headless", "true", "--browser.gatherUsageStats", "false"]  # fmt: skip
    with (home / "bare.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=home, stdout=log, stderr=subprocess.STDOUT, env=dict(os.environ)
        )
        try:
            fixture._wait(f"http://127.0.0.1:{port}", server, home / "bare.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def cold(browser, serve: Callable, path: str, ready: str) -> float:
    """Seconds from starting the server to a drawn page."""
    began = time.perf_counter()
    with serve() as address:
        page = browser.new_context().new_page()
        page.goto(f"{address}/{path}")
        page.wait_for_selector(ready, timeout=60_000)
        page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
        took = time.perf_counter() - began
        page.context.close()
    return took


def clicks(reader: fixture.Reader, steps: list[tuple[str, str]]) -> list[float]:
    """Seconds from each click to what it brings; a step is (what to click, what must then be true)."""
    times = []
    for target, then in steps:
        place = reader.page.locator(target).first
        place.wait_for(state="visible")
        began = time.perf_counter()
        place.click()
        reader.page.wait_for_function(then, timeout=60_000)
        reader.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=60_000)
        times.append(time.perf_counter() - began)
    return times


_FILTERS = [
    ("[data-testid=stButtonGroup] button >> nth=1", "() => location.search.includes('from=2010')"),
    ("[data-testid=stButtonGroup] button >> nth=2", "() => location.search.includes('from=2020')"),
    ("[data-testid=stButtonGroup] button >> nth=0", "() => !location.search.includes('from=')"),
]
_PAGES = [
    (
        ".st-key-nav-checks a",
        "() => location.pathname === '/checks' && document.querySelector('.bn-check, .bn-empty')",
    ),
    (
        ".st-key-nav-timeline a",
        "() => location.pathname === '/timeline' && document.querySelector('a.bn-row')",
    ),
]


def _say(name: str, times: list[float]) -> None:
    print(
        f"{name:42} {statistics.median(times):6.2f} s   ({min(times):.2f}–{max(times):.2f}, {len(times)} times)"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        home = Path(folder)
        os.environ.setdefault("BIANNIAN_DATA", str(home / "data"))
        library.get("seeds").open()
        seeds = library.get("seeds").dataset
        browser = running.chromium.launch(executable_path=fixture.chromium(), args=fixture.FLAGS)
        serve = lambda: fixture.serving(seeds, home / "data")  # noqa: E731
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(cold(browser, lambda: bare(home), "", ".js-plotly-plot"))
            ours.append(cold(browser, serve, "", ".bn-foot"))
        _say("cold start, a bare page with one figure", theirs)
        _say("cold start, the Overview of the seeds", ours)
        print(f"{'ratio (at most 3)':42} {statistics.median(ours) / statistics.median(theirs):6.2f}")
        large = store.write(many_events(100_000), home / "large")
        for name, dataset in (("the seeds", seeds), ("100,000 events", large)):
            with fixture.serving(dataset, home / "data") as address:
                reader = fixture.Reader(browser, address)
                reader.open("timeline?lang=zh")
                clicks(reader, _FILTERS)
                _say(f"{name}: change of the years", [t for _ in range(2) for t in clicks(reader, _FILTERS)])
                _say(f"{name}: change of the page", [t for _ in range(3) for t in clicks(reader, _PAGES)])
                size = reader.page.evaluate(
                    "() => JSON.stringify(document.querySelector('.js-plotly-plot').data).length"
                )
                print(f"{name + ': the figure':42} {size / 1e6:6.2f} MB")
                reader.close()
        browser.close()


if __name__ == "__main__":
    main()
