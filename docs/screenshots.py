"""Pictures of every page: `python -m docs.screenshots [--all DIR] [--dataset DIR]`.

Without --all: the six pages and eight slides that stand in docs/img, from the documents in seeds/
(for slides LibreOffice and pdftoppm are needed; without them the old pictures stay).
With it: every page in both languages, both themes, at 1440 and 390 px, into DIR, for looking at.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import pptx
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.fixtures.browser import FLAGS, Reader, chromium, serving
from timeline import library, look, store
from timeline.exports import EXPORTS
from timeline.tables import Timeline
from timeline.ui import PAGES

PICTURES = Path(__file__).with_name("img")
TALLEST = 1480  # px; a longer page is cut
SLIDE = 800  # px wide
COLOURS = 256  # of a picture in docs/img: few are used, and files are small
SLIDES = (  # picture, language, what its first words begin with, and which of those that do
    ("cover", "zh", "", 0),
    ("timeline", "zh", "时间线", 0),
    ("phase", "zh", "时间线", -1),
    ("metric", "zh", "指标", 0),
    ("figures", "zh", "指标", -1),
    ("check", "zh", "核对", 1),
    ("sources", "zh", "附录", -1),
    ("english", "en", "Timeline", 0),
)


def shoot(
    browser: Browser, address: str, path: str, picture: Path, width: int = 1440, scheme: str = "light"
) -> None:
    """One picture of one address, as tall as the page."""
    person = Reader(browser, address, viewport={"width": width, "height": 1000}, color_scheme=scheme)
    person.open(path)
    person.page.wait_for_timeout(900)
    height = person.page.evaluate("() => document.querySelector('.stMain').scrollHeight")
    person.page.set_viewport_size({"width": width, "height": min(max(height, 600), TALLEST)})
    person.page.wait_for_timeout(500)
    picture.parent.mkdir(parents=True, exist_ok=True)
    person.page.screenshot(path=str(picture))
    person.close()


def chosen(timeline: Timeline) -> dict[str, str]:
    """An event worth opening: a milestone to the day, told as often as possible; and its place."""
    events = timeline.events.sort_values(["importance", "n_mentions"], ascending=False, kind="stable")
    sharp = events[events["precision"] == "day"]
    fact = (sharp if len(sharp) else events).iloc[0]["event_id"] if len(events) else ""
    told = timeline.mentions[timeline.mentions["event_id"] == fact]
    if told.empty:
        return {"fact": "", "read": "", "at": "", "check": ""}
    row = told.iloc[0]
    errors = timeline.checks[
        (timeline.checks["severity"] == "error") & (timeline.checks["kind"] == "duration")
    ]
    check = errors.iloc[0]["check_id"] if len(errors) else ""
    return {"fact": fact, "read": row["doc_id"], "at": f"{row['start']}-{row['end']}", "check": check}


def six(browser: Browser, address: str, one: dict[str, str]) -> None:
    """The pictures that the documents show."""
    for name, path, width, scheme in (
        ("overview", "?lang=zh", 1440, "light"),
        ("timeline", f"timeline?lang=zh&fact={one['fact']}", 1440, "light"),
        ("timeline-dark", f"timeline?lang=en&from=2020&to=2026&fact={one['fact']}", 1440, "dark"),
        ("metrics", "metrics?lang=en", 1440, "light"),
        ("sources", f"sources?lang=zh&read={one['read']}&at={one['at']}&fact={one['fact']}", 1440, "light"),
        ("checks", f"checks?lang=zh&check={one['check']}", 1440, "light"),
    ):
        picture = PICTURES / f"page-{name}.png"
        shoot(browser, address, path, picture, width, scheme)
        small(picture)


def small(picture: Path) -> None:
    """The picture with few colours, the palette's own among them however little is painted in them."""
    ours = [
        c
        for theme in (look.LIGHT, look.DARK)
        for c in (theme.data, theme.accent, theme.highlighter, theme.page)
    ]
    with Image.open(picture) as opened:
        seen = opened.convert("RGB")
    sample = Image.new("RGB", (seen.width, seen.height + 40 * len(ours)))
    sample.paste(seen, (0, 0))
    for n, colour in enumerate(ours):
        sample.paste(colour, (0, seen.height + 40 * n, seen.width, seen.height + 40 * (n + 1)))
    few = sample.quantize(COLOURS, kmeans=1)
    seen.quantize(palette=few, dither=Image.Dither.NONE).save(picture, optimize=True)


def slides(timeline: Timeline) -> None:
    """Pages of the deck as they print."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return
    with tempfile.TemporaryDirectory() as folder:
        begins: dict[str, list[str]] = {}
        for lang in ("zh", "en"):
            deck = Path(folder) / f"{lang}.pptx"
            EXPORTS["pptx"].save(deck, timeline, None, lang)
            begins[lang] = [
                next((s.text_frame.text for s in slide.placeholders if "Kicker" in s.name), "")
                for slide in pptx.Presentation(str(deck)).slides
            ]
            profile = f"-env:UserInstallation=file://{folder}/office"
            for command in (
                ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(deck)],
                [
                    "pdftoppm",
                    "-scale-to-x",
                    str(SLIDE),
                    "-scale-to-y",
                    "-1",
                    "-png",
                    f"{folder}/{lang}.pdf",
                    f"{folder}/{lang}",
                ],
            ):
                subprocess.run(command, check=True, capture_output=True)
        for name, lang, words, which in SLIDES:
            pages = sorted(Path(folder).glob(f"{lang}-*.png"))
            found = [n for n, begin in enumerate(begins[lang]) if begin.startswith(words)]
            if found:
                picture = PICTURES / f"deck-{name}.png"
                shutil.copy(pages[found[min(which, len(found) - 1)]], picture)
                small(picture)


def every(browser: Browser, address: str, one: dict[str, str], out: Path) -> None:
    """All pages, languages, themes and two widths."""
    own = {
        "timeline": f"&fact={one['fact']}",
        "sources": f"&read={one['read']}&at={one['at']}",
        "checks": f"&check={one['check']}",
    }
    for page, _ in PAGES:
        for lang in ("zh", "en"):
            for scheme in ("light", "dark"):
                for width in (1440, 390):
                    path = f"{'' if page == 'overview' else page}?lang={lang}{own.get(page, '')}"
                    shoot(browser, address, path, out / f"{page}-{lang}-{scheme}-{width}.png", width, scheme)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", metavar="DIR", type=Path)
    parser.add_argument("--dataset", metavar="DIR", default="", help="instead of the documents in seeds/")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as running:
        timeline = store.read(options.dataset) if options.dataset else library.get("seeds").open()
        dataset = options.dataset or str(library.get("seeds").dataset)
        browser = running.chromium.launch(executable_path=chromium(), args=FLAGS)
        with serving(dataset, Path(home) / "data") as address:
            if options.all:
                every(browser, address, chosen(timeline), options.all)
            else:
                six(browser, address, chosen(timeline))
                slides(timeline)
        browser.close()


if __name__ == "__main__":
    main()
