"""How long the timeline takes to lay out and to build, and how heavy its figure is.

    python benchmarks/bench_figures.py [--browser]

Invented events in twelve categories over 2005–2026, seconds of processor time, the best of three.
With --browser, Chromium draws each figure with the installed Plotly and says how long that took,
beside an empty figure.
"""

import argparse
import datetime
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline import charts, tables
from timeline.layout import items_of, layout
from timeline.model import CATEGORIES
from timeline.tables import Filters, Timeline

CHOSEN = Filters(from_year=2010)
SIZES = (0, 125, 2000, 20_000, 100_000)


def invented(n: int) -> Timeline:
    """A timeline of n events with a headline, a day or a month, a category and an importance."""
    chance = random.Random(7)
    rows = []
    for index in range(n):
        first = datetime.date(2005, 1, 1) + datetime.timedelta(chance.randrange(8000))
        day = first.isoformat()
        importance = chance.choice([1, 1, 1, 1, 2, 2, 3])
        rows.append(
            (f"e{index:06d}", f"第{index}件事情发生了", day, day, day, "day", chance.choice(CATEGORIES), "",
             importance, "single", 1, 1)
        )  # fmt: skip
    empty = {name: tables.frame(name, []) for name in tables.COLUMNS}
    empty["events"] = tables.frame("events", rows)
    return Timeline(**empty, texts=tables.Texts(lambda doc_id: ("", ())), name="bench")


def best(work: Callable[[], object], times: int = 3) -> float:
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def in_browser(figures: dict[int, str]) -> dict[int, float]:
    """Milliseconds that Plotly.newPlot takes, by number of events."""
    from playwright.sync_api import sync_playwright
    from plotly.offline import get_plotlyjs

    from tests.fixtures.browser import FLAGS, chromium

    taken = {}
    with sync_playwright() as engine, tempfile.TemporaryDirectory() as folder:
        browser = engine.chromium.launch(executable_path=chromium(), args=FLAGS)
        path = Path(folder) / "page.html"
        for n, figure in figures.items():
            script = f"const a=performance.now();Plotly.newPlot('d',{figure}).then(()=>window.ms=performance.now()-a)"
            path.write_text(
                f"<meta charset=utf-8><div id=d></div><script>{get_plotlyjs()}</script><script>{script}</script>",
                "utf-8",
            )
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            page.goto(path.as_uri())
            page.wait_for_function("window.ms")
            taken[n] = page.evaluate("window.ms")
            page.close()
        browser.close()
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--browser", action="store_true", help="draw each figure in Chromium, too")
    arguments = parser.parse_args()
    print(f"{'events':>8} {'select':>8} {'items':>8} {'layout':>8} {'figure':>8} {'bytes':>9} {'marks':>6}")
    figures = {}
    for n in SIZES:
        timeline = invented(n)
        items = items_of(timeline)
        figure = charts.timeline_figure(timeline, CHOSEN)
        figures[n] = figure.to_json()
        print(
            f"{n:>8} {best(lambda t=timeline: tables.select(t, CHOSEN)):>8.3f}"
            f" {best(lambda t=timeline: items_of(t)):>8.3f}"
            f" {best(lambda i=items: layout(i, CHOSEN.years, 850)):>8.3f}"
            f" {best(lambda t=timeline: charts.timeline_figure(t, CHOSEN)):>8.3f}"
            f" {len(figures[n].encode()):>9} {charts.facts(figure)['n_drawn']:>6}"
        )
    if arguments.browser:
        for n, milliseconds in in_browser(figures).items():
            print(f"{n:>8} events drawn by Plotly in {milliseconds:.0f} ms")


if __name__ == "__main__":
    main()
