"""The offline HTML file and the pictures: safe with hostile documents, usable with the keyboard alone."""

import base64
import dataclasses
import datetime
import hashlib
import io
import json
import re
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import pypdfium2 as pdfium
import pytest
from axe_playwright_python import sync_playwright as axe
from playwright import sync_api as playwright

from timeline import edtf, tables
from timeline.exports import EXPORTS
from timeline.exports.offline.data import opening
from timeline.exports.selection import Selection
from timeline.tables import Filters

from .fixtures.browser import FLAGS, chromium
from .fixtures.gold_timeline import gold_timeline

HOSTILE = '</script><img src=x onerror="boom()"><!-- \u202e\x07 =1+1 & "\'' + "长" * 10_000
SVG = "{http://www.w3.org/2000/svg}"


def html(timeline=None, filters=None, lang="zh") -> str:
    return EXPORTS["html"](timeline or gold_timeline(), filters, lang).decode()


def hostile_timeline():
    """Every cell that a document could have written says something hostile."""
    timeline = gold_timeline()
    changed = {}
    for table, columns in {
        "events": ("name", "entities"),
        "mentions": ("name", "exact", "prefix", "suffix", "time_text", "rule"),
        "documents": ("title", "author", "publisher", "path"),
        "checks": ("message", "exact", "other_exact"),
    }.items():
        frame = getattr(timeline, table).copy()
        for column in columns:
            frame[column] = HOSTILE
        changed[table] = frame
    return dataclasses.replace(timeline, name=HOSTILE, **changed)


# ── the file ─────────────────────────────────────────────────────────────────────────────────────


def test_the_page_is_small_and_asks_the_network_for_nothing():
    page = html()
    assert len(page.encode()) < 500_000
    links = re.findall(r"""(?:src|href|action|xlink:href)\s*=\s*["']?([^"'\s>]+)""", page)
    assert set(links) <= {"#main"}
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_this_script_and_this_style_only():
    page = html()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#x27;", "'")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.findall(
        r"<[^>]+\s(?:style|on\w+)=", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    )


def test_every_event_and_every_quote_is_on_the_page_without_a_script():
    timeline = gold_timeline()
    page = html(timeline)
    body = re.sub(r"<script.*?</script>|<[^>]+>", "", page, flags=re.DOTALL)
    shown = tables.select(timeline, Filters())
    for event_id in shown.events["event_id"]:
        assert page.count(f'<li id="{event_id}"') == 1
    for exact in shown.mentions["exact"]:
        start = re.sub(r"\s+", "", exact)[:12]
        assert start in re.sub(r"\s+", "", body)


def test_filters_choose_the_events_and_are_said():
    page = html(filters=Filters(from_year=2020, categories=("automotive",)))
    data = json.loads(
        re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1]
    )
    assert {event["l"] for event in data["events"]} == {"automotive"}
    assert "类别：汽车" in page
    assert ["筛选：2020—2026 年；类别：汽车", "Filters: 2020–2026; categories: Automotive"] in data["words"]


def test_both_languages_are_marked_as_such():
    zh, en = html(lang="zh"), html(lang="en")
    assert '<html lang="zh-Hans">' in zh
    assert '<html lang="en">' in en
    assert '<blockquote lang="zh-Hans">' in en
    words = json.loads(re.search(r'id="data">(.*?)</script>', zh, re.DOTALL)[1])["words"]
    numbers = {int(number) for number in re.findall(r"data-w=(\d+)", zh)}
    assert numbers == set(range(len(words)))
    assert all(zh_word and en_word for zh_word, en_word in words)
    assert ["财务", "Finance"] in words
    assert ["句中写明", "direct"] in words


def test_a_context_begins_and_ends_with_a_whole_word():
    timeline = gold_timeline()
    torn = timeline.mentions.assign(
        prefix="torage 公司在这里写了很多关于这一年里发生的各种事情的话，"[:32].rjust(32, "s"),
        suffix="，后来又写了很多关于另一年里发生的各种事情的话，以及 milli"[:32].ljust(32, "l"),
    )
    page = html(dataclasses.replace(timeline, mentions=torn))
    assert "… 公司在这里" in page
    assert "以及 …" in page


def test_hostile_documents_stay_text():
    page = html(hostile_timeline())
    assert "<img" not in page
    assert page.count("</script>") == 2
    assert "\x07" not in page
    assert "\u202e" not in page
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1]
    assert "<" not in data
    assert json.loads(data)["events"][0]["n"].startswith("</script>")
    for element in ("title", "h1", "h3", "cite", "footer"):
        inner = re.search(rf"<{element}[ >].*?</{element}>", page, re.DOTALL)[0]
        assert len(inner) < 1500, element


def test_an_empty_choice_is_a_page_that_says_so():
    page = html(filters=Filters(from_year=1900, to_year=1901))
    assert "没有事件符合筛选" in page


def test_the_same_choice_gives_the_same_bytes():
    assert html() == html()


def test_hand_edits_and_stars_are_marked():
    timeline = gold_timeline()
    events = timeline.events.copy()
    events["edited"] = [index == 1 for index in range(len(events))]
    events["starred"] = [index == 2 for index in range(len(events))]
    marked = dataclasses.replace(timeline, events=events)
    page = html(marked)
    rows = dict(re.findall(r'<li id="(\w+)" class="event[^>]*>(.*?)</h3>', page, re.DOTALL))
    edited, starred, plain = (rows[event_id] for event_id in events["event_id"].iloc[1:4])
    assert ("✎" in edited, "★" in edited) == (True, False)
    assert ("✎" in starred, "★" in starred) == (False, True)
    assert "✎" not in plain
    assert "✎" in EXPORTS["svg"](marked).decode()


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_is_sound_svg_with_a_title_for_every_drawn_event(lang, theme):
    timeline = gold_timeline()
    root = ElementTree.fromstring(EXPORTS["svg"](timeline, None, lang, theme=theme))
    ids = {node.get("data-id") for node in root.iter(f"{SVG}rect")} & set(timeline.events["event_id"])
    assert len(ids) >= 40
    assert root.find(f"{SVG}title").text
    assert "Noto Sans CJK SC" in root.get("font-family")


def test_a_hostile_picture_is_sound_svg_without_links_or_scripts():
    root = ElementTree.fromstring(EXPORTS["svg"](hostile_timeline()))
    names = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "rect", "path", "polyline", "circle", "text", "tspan"}
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on") or "href" in key]


def test_a_picture_as_png():
    from PIL import Image

    picture = Image.open(io.BytesIO(EXPORTS["png"](gold_timeline(), None, "zh", width=800)))
    assert picture.width == 2 * (800 + 48)
    assert len(picture.convert("L").getcolors()) > 20
    assert round(picture.info["dpi"][0]) == 192  # a report shows it at half its pixels


@pytest.mark.parametrize("width", [480, 1200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_words_round_a_picture_stay_inside_it_and_say_how_to_read_it(width, lang):
    from timeline.exports.deck.measure import Words
    from timeline.exports.deck.measure import width as wide

    text = EXPORTS["svg"](gold_timeline(), None, lang, width=width).decode()
    around = re.findall(
        r'<text x="24" y="[\d.]+"(?: font-family="[^"]*"| font-family=\'[^\']*\')? font-size="(\d+)"[^>]*>([^<]*)<',
        text,
    )
    assert len(around) > 5
    assert all(wide(unescape(words), Words(float(size))) <= width + 1 for size, words in around)
    assert ("空心是计划" if lang == "zh" else "hollow: plan") in "".join(words for _, words in around)


# ── in a browser ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Open the page from disk with the network off; whatever the console says fails the test."""
    said, contexts = [], []

    def open_(timeline=None, address="", filters=None, **options):
        path = tmp_path / "timeline.html"
        path.write_bytes(EXPORTS["html"](timeline or gold_timeline(), filters, "zh"))
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        context.set_offline(True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on(
            "request",
            lambda request: said.append(request.url) if not request.url.startswith("file:") else None,
        )
        page.goto(path.as_uri() + address)
        page.wait_for_selector("#chart svg, #list .event", state="attached")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.browser
def test_from_dot_to_sentence_and_back_with_the_keyboard_alone(open_page):
    page = open_page()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('g')"):
            break
    first = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.id")
    assert first
    assert second != first
    page.keyboard.press("Enter")
    assert page.locator("#drawer mark").first.is_visible()
    assert f"e={second}" in page.url
    page.keyboard.press("Escape")
    assert page.locator("#drawer").is_hidden()
    assert page.evaluate("document.activeElement.dataset.id") == second


@pytest.mark.browser
def test_search_zoom_and_filters_say_how_much_is_shown(open_page):
    page = open_page()
    total = page.locator("#list .event:visible").count()
    page.keyboard.press("/")
    page.keyboard.type("上市")
    page.wait_for_timeout(400)
    found = page.locator("#list .event:visible").count()
    assert 0 < found < total
    assert f"{found} 件事" in page.inner_text("#sentence")
    page.keyboard.press("Escape")
    page.locator("[data-year='2021']").click()
    assert page.locator("#list .event:visible").count() < total
    assert page.inner_text("#sentence").startswith("2021 年")
    page.locator("h1").click()
    page.keyboard.press("0")
    assert page.locator("#list .event:visible").count() == total


@pytest.mark.browser
def test_labels_never_overlap_at_any_width_or_zoom(open_page):
    overlaps = """() => {
      const boxes = [...document.querySelectorAll('#chart .g')].map((g) => ({
        id: g.dataset.id, label: g.querySelector('text')?.getBBox(), mark: g.querySelector('.m').getBBox() }));
      const meet = (a, b) => a && b && a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y + 3 < b.y + b.height - 3 && b.y + 3 < a.y + a.height - 3;
      return boxes.flatMap((a) => boxes.filter((b) => a.id < b.id && (meet(a.label, b.label) || meet(a.label, b.mark) || meet(a.mark, b.label))).map((b) => [a.id, b.id]));
    }"""
    page = open_page()
    for width in (1440, 1000, 830):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(250)
        for year in ("2010", "2020", "2021", None):
            if year:
                page.locator(f"[data-year='{year}']").click()
            else:
                page.keyboard.press("0")
            assert page.evaluate(overlaps) == [], (width, year)


@pytest.mark.browser
def test_presentation_steps_through_milestones_with_the_arrow_keys(open_page):
    page = open_page()
    page.keyboard.press("p")
    seen = []
    for _ in range(3):
        seen.append(page.inner_text("#show h2"))
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) == 3
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#show h2") == seen[2]
    assert page.locator("#show mark").first.is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector("#show", state="hidden")


@pytest.mark.browser
def test_an_address_brings_back_language_theme_years_and_event(open_page):
    event_id = gold_timeline().events["event_id"].iloc[1]
    page = open_page(address=f"#y=2010-01-01/2019-12-31&e={event_id}&t=dark&l=en")
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.inner_text("#sentence").startswith("2010–2019")
    assert page.locator("#drawer h2").is_visible()
    assert "Present" in page.inner_text("header")
    assert "一处出处" not in page.inner_text("#list")
    page.locator("#lang").click()
    assert page.get_attribute("html", "lang") == "zh-Hans"
    assert "one source" not in page.inner_text("#list")


@pytest.mark.browser
def test_a_phone_gets_the_list_and_opens_quotes_under_their_row(open_page):
    page = open_page(viewport={"width": 390, "height": 844})
    assert page.locator("#chart").is_hidden()
    page.locator(".event .name").nth(2).click()
    assert page.locator(".event.chosen mark").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_paper_shows_every_quote_and_no_controls(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator(".controls").is_hidden()
    assert page.locator("#list .event blockquote").first.is_visible()


@pytest.mark.browser
def test_paper_is_not_shrunk_and_the_chart_fills_its_first_sheet(open_page):
    """A page laid out too wide would be printed smaller than it says: the wordmark is 24 px, 18 points."""
    printed = open_page().pdf(prefer_css_page_size=True)
    sheet = pdfium.PdfDocument(printed)[0]
    words = sheet.get_textpage()
    boxes = {}
    for n in range(words.count_chars()):
        character = words.get_text_range(n, 1)
        boxes.setdefault(character, words.get_charbox(n, loose=True))
    left, _, right, _ = boxes["编"]
    assert 17 < right - left < 20
    assert sheet.get_width() < sheet.get_height()  # upright
    text = words.get_text_range()
    assert "持续" in text  # the legend stands on the chart's sheet


@pytest.mark.browser
def test_the_years_fit_a_phone(open_page):
    from timeline.tables import Filters

    path = open_page(viewport={"width": 390, "height": 844}, filters=Filters(1900, 2042))
    assert path.evaluate("document.documentElement.scrollWidth") <= 390
    buttons = path.locator("#years button")
    edges = [buttons.nth(n).bounding_box() for n in range(buttons.count())]
    assert len(edges) >= 5
    assert all(44 <= box["height"] < 60 for box in edges), "one line, high enough for a finger"
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in pairwise(edges)), "none lies over another"
    buttons.last.scroll_into_view_if_needed()  # the row is pushed sideways, the page is not
    last = buttons.last.bounding_box()
    assert last["x"] + last["width"] <= 390


@pytest.mark.browser
def test_hostile_documents_do_nothing_in_a_browser(open_page):
    page = open_page(hostile_timeline())
    page.locator("#chart .g").first.click()
    page.keyboard.press("p")
    assert page.locator("img").count() == 0
    assert page.evaluate("typeof boom") == "undefined"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nobody_is_kept_out(open_page, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page.locator(".event .name").first.click()
    broken = [v["id"] for v in axe.Axe().run(page).response["violations"]]
    assert broken == []


# ── where it opens ───────────────────────────────────────────────────────────────────────────────


def told_in(*dates: str) -> tables.Timeline:
    """A timeline of events with these dates."""
    bounds = [edtf.bounds(date) for date in dates]
    events = gold_timeline().events.iloc[[0] * len(dates)].reset_index(drop=True)
    events = events.assign(
        event_id=[f"e{n}" for n in range(len(dates))],
        edtf=dates,
        earliest=[str(first) for first, _ in bounds],
        latest=[str(last) for _, last in bounds],
    )
    return dataclasses.replace(gold_timeline(), events=events)


def years(timeline: tables.Timeline, filters: Filters) -> tuple[int, int]:
    first, end = opening(Selection.of(timeline, filters))
    return datetime.date.fromordinal(first).year, datetime.date.fromordinal(end - 1).year


def test_a_page_opens_on_the_years_that_the_dashboard_shows():
    ours, old = told_in("2014", "2021", "1931"), told_in(*(f"{year}" for year in range(1900, 1940)))
    everything = Filters(1850, 2026)
    assert years(ours, everything) == (2005, 2026)
    assert years(old, everything) == (1902, 1937), "where most is told of other years, those"
    assert years(old, Filters(1920, 2026)) == (1920, 1937)
    assert years(ours, Filters(1900, 1950)) == (1900, 1950), "years that were chosen are never empty"


@pytest.mark.browser
def test_all_years_are_a_click_away_and_empty_decades_are_not_offered(open_page):
    page = open_page(filters=Filters(1950, 2026))
    sentence, buttons = page.locator("#sentence"), page.locator("#years button")
    playwright.expect(buttons.nth(1)).to_have_attribute("aria-pressed", "true")
    assert buttons.nth(1).inner_text() == "2005—2026"
    assert sentence.inner_text().startswith("2005—2026")
    assert "1950—1959" not in buttons.all_inner_texts()
    buttons.first.click()
    playwright.expect(buttons.first).to_have_attribute("aria-pressed", "true")
    assert sentence.inner_text().startswith("1950—2026")


@pytest.mark.browser
def test_years_that_a_phone_cuts_off_fade(open_page):
    faded = [
        open_page(viewport={"width": width, "height": 900}).locator("#years.cut").count()
        for width in (390, 1440)
    ]
    assert faded == [1, 0]


@pytest.mark.browser
def test_the_legend_lists_only_what_occurs(open_page):
    there = set(open_page().locator(".legend li").evaluate_all("all => all.map(li => li.dataset.shape)"))
    shapes = {"dot", "bar", "band", "range", "fade", "hollow", "ringed", "conflict", "denied"}
    said = set(gold_timeline().mentions["modality"])
    assert there <= shapes
    assert ("denied" in there) == ("denied" in said)
    assert {"dot", "band", "hollow"} <= there
