"""The dashboard in a real browser, side by side with a bare Streamlit page: `python -m timeline bench pages`.

    python -m benchmarks.bench_pages [--rounds N]

Cold: a fresh server and a fresh browser, until the first page is drawn; ours and the bare page by turns.
Warm: from a click to the finished page, with 200 and with 100,000 invented events. For the large
timeline the yardstick is an empty figure: the same page with a dozen events, plus the
table work of the filter, measured in this process. Medians in seconds; needs Chromium.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.make_dataset import make
from tests.fixtures import browser as fixture
from timeline import charts, layout, library, store, tables
from timeline.tables import Filters

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


_YEARS = "[data-testid=stButtonGroup] button"
_FILTERS = [
    (f"{_YEARS}:has-text('2010')", "() => location.search.includes('from=2010')"),
    (f"{_YEARS}:has-text('2020')", "() => location.search.includes('from=2020')"),
    (f"{_YEARS} >> nth=0", "() => !location.search.includes('from=')"),
]
_READY = {
    "timeline": "a.bn-row", "metrics": ".bn-table, .bn-empty", "sources": ".bn-text", "checks": ".bn-check",
    "import": ".bn-docrow", "export": ".bn-format",
}  # fmt: skip


def _step(page: str) -> tuple[str, str]:
    """A click on a page in the head row, and what says that it is there."""
    there = f"location.pathname === '/{page}' && document.querySelector('{_READY[page]}')"
    return f".st-key-nav-{page} a", f"() => {there}"


def _say(name: str, times: list[float]) -> float:
    middle = statistics.median(times)
    print(f"{name:46} {middle:6.2f} s   ({min(times):.2f}–{max(times):.2f}, {len(times)} times)", flush=True)
    return middle


def compare_cold(browser: Browser, home: Path, rounds: int) -> None:
    """Server start to drawn first page, ours and a bare page by turns."""
    seeds = library.get("seeds").dataset
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(cold(browser, lambda: bare(home), "", ".js-plotly-plot"))
        ours.append(cold(browser, lambda: fixture.serving(seeds, home / "data"), "", ".bn-foot"))
    ratio = (
        1 / _say("cold: a bare page with one figure", theirs) * _say("cold: the Overview of the seeds", ours)
    )
    print(f"{'  ratio (at most 3)':46} {ratio:6.2f}")


def warm(browser: Browser, address: str, name: str, rounds: int) -> None:
    """Changes of the years and of the page; how heavy the timeline's figure is."""
    reader = fixture.Reader(browser, address)
    reader.open("timeline?lang=zh")
    clicks(reader, _FILTERS)
    years = [took for _ in range(rounds) for took in clicks(reader, _FILTERS)]
    _say(f"{name}: change of the years", years)
    size = reader.page.evaluate(
        "() => { const plot = document.querySelector('.js-plotly-plot');"
        " return new Blob([JSON.stringify({ data: plot.data, layout: plot.layout })]).size; }"
    )
    print(f"{f'{name}: the figure (at most 0.5 MB)':46} {size / 1e6:6.3f} MB")
    clicks(reader, [_step(page) for page in _READY])
    for page in ("checks", "sources", "export", "timeline"):
        _say(f"{name}: to {page}", clicks(reader, [_step(page)]))
    reader.close()


def _first_time(browser: Browser, dataset: Path, home: Path) -> list[float]:
    """Seconds for two changes of the years that this server has not made before, until the figure stands."""
    with fixture.serving(dataset, home / "data") as address:
        reader = fixture.Reader(browser, address)
        reader.open("timeline?lang=zh")
        reader.page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
        took = clicks(reader, _FILTERS[:2])
        reader.close()
    return took


def compare_large(browser: Browser, large: Path, few: Path, home: Path, rounds: int) -> None:
    """A new filter over 100,000 events against the same page with a dozen, plus the table work."""
    timeline, work, build = store.read(large), [], []
    columns = layout.columns_of(timeline)  # as the pages do: once a dataset, as are the mentions' homes
    tables.select(timeline, Filters())
    for filters in (Filters(2010, 2019), Filters(2020, 2026)):
        began = time.perf_counter()
        tables.select(timeline, filters)
        work.append(time.perf_counter() - began)
        began = time.perf_counter()
        charts.timeline_figure(timeline, filters, columns=columns)
        build.append(time.perf_counter() - began)
    full = [took for _ in range(rounds) for took in _first_time(browser, large, home)]
    base = [took for _ in range(rounds) for took in _first_time(browser, few, home)]
    drawn = _say("100,000 events: new years to drawn figure", full)
    allowed = _say("12 events: new years to drawn figure", base) + _say(
        "100,000 events: the table work", work
    )
    _say("100,000 events: table work, layout, figure", build)
    print(f"{'  ratio (at most 2)':46} {drawn / allowed:6.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        home = Path(folder)
        os.environ.setdefault("BIANNIAN_DATA", str(home / "data"))
        library.get("seeds").open()
        browser = running.chromium.launch(executable_path=fixture.chromium(), args=fixture.FLAGS)
        compare_cold(browser, home, rounds)
        small = store.write(make(200, 100), home / "small")
        few = store.write(make(12), home / "few")
        large = store.write(make(100_000), home / "large")
        with fixture.serving(small, home / "data") as address:
            warm(browser, address, "200 events", rounds)
        with fixture.serving(large, home / "data") as address:
            warm(browser, address, "100,000 events", 1)
        compare_large(browser, large, few, home, rounds)
        browser.close()


if __name__ == "__main__":
    main()
