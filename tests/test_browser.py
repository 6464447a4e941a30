"""The dashboard in a real Chromium: cold links, dot to sentence and back, files, keys, languages."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from axe_playwright_python import sync_playwright as axe

from tests.fixtures.browser import Reader, serving
from tests.fixtures.gold_timeline import gold_timeline
from timeline import store, tables
from timeline.ui import PAGES
from timeline.words import say

pytestmark = pytest.mark.browser
NAMES = [page.name for page in PAGES]


def _path(page: str, query: str = "lang=zh") -> str:
    return f"{'' if page == 'overview' else page}?{query}"


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    """The gold as a dataset folder, served."""
    home = tmp_path_factory.mktemp("served")
    folder = store.write(gold_timeline(), home / "gold")
    with serving(folder, home / "data") as address:
        yield address


@pytest.fixture
def reader(browser, served):
    person = Reader(browser, served)
    yield person
    person.close()


@pytest.fixture(scope="module")
def told():
    """An event that is drawn, told several times, and dated to the day."""
    events = gold_timeline().events
    return events[(events["n_mentions"] > 2) & (events["precision"] == "day")].iloc[0]


# ── cold links ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", NAMES)
def test_a_cold_deep_link(browser, served, page, lang):
    reader = Reader(browser, served)
    reader.open(_path(page, f"lang={lang}&from=2020&to=2026"))
    assert say(f"page.{page}", lang) in reader.page.title()
    assert reader.page.locator("html").get_attribute("lang") == ("zh-Hans" if lang == "zh" else "en")
    assert "2020" in reader.page.locator(".bn-title").inner_text() or page not in ("overview", "timeline")
    assert not reader.page.locator("header[data-testid=stHeader]").is_visible()
    reader.calm()
    reader.close()


def test_a_cold_link_to_one_fact(reader, told):
    reader.open(_path("timeline", f"lang=zh&fact={told['event_id']}"))
    assert reader.page.locator(".st-key-drawer .bn-drawer h2").inner_text() == told["name"]
    reader.calm()


def _told_with(event) -> set[str]:
    """Names of the events told in the same words as an event."""
    mentions = gold_timeline().mentions
    own = mentions[mentions["event_id"] == event["event_id"]]
    names: set[str] = set()
    for row in own.itertuples():
        near = (
            (mentions["doc_id"] == row.doc_id) & (mentions["start"] < row.end) & (mentions["end"] > row.start)
        )
        ids = set(mentions.loc[near, "event_id"])
        names |= set(gold_timeline().events.set_index("event_id").loc[sorted(ids), "name"])
    return names


# ── dot ↔ sentence ───────────────────────────────────────────────────────────────────────────────


def test_from_the_dot_to_the_sentence_and_back(reader, told):
    page = reader.page
    reader.open(_path("timeline"))
    reader.click_mark(told["event_id"])
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    assert page.locator(".st-key-drawer .bn-drawer h2").inner_text() == told["name"]
    assert f"fact={told['event_id']}" in page.url
    quoted = "".join(page.locator(".st-key-drawer .bn-drawer section:first-of-type mark").all_inner_texts())
    page.locator(".st-key-drawer .bn-drawer a.bn-read").first.click()
    page.wait_for_url("**/sources?**")
    reader.drawn()
    lit = page.locator(".bn-text .bn-lit")
    assert "".join(lit.all_inner_texts()) == quoted
    reader.until("""() => { const box = document.querySelector('#bn-here').getBoundingClientRect();
                            return box.top >= 0 && box.bottom <= innerHeight; }""")
    page.locator(".st-key-drawer a.bn-close").click()
    page.wait_for_selector(".st-key-drawer .bn-drawer", state="detached")
    reader.drawn()
    page.locator(".bn-text a.bn-lit:not(.bn-m-time):not(.bn-m-number)").first.click()
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    reader.drawn()
    assert page.locator(".st-key-drawer .bn-drawer h2").inner_text() in _told_with(told), (
        "the sentence opens its event"
    )
    page.locator(".st-key-drawer .bn-drawer a[href*='timeline?']").first.click()
    page.wait_for_url("**/timeline?**")
    reader.drawn()
    assert "fact=" in page.url
    reader.calm()


def test_the_list_twin_opens_the_same_drawer_and_back_closes_it(reader):
    page = reader.page
    reader.open(_path("timeline"))
    row = page.locator("a.bn-row").nth(3)
    name = row.locator(".bn-name").inner_text()
    row.click()
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    assert page.locator(".st-key-drawer .bn-drawer h2").inner_text() in name
    page.go_back()
    page.wait_for_selector(".st-key-drawer .bn-drawer", state="detached")
    assert "fact=" not in page.url
    page.go_forward()
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    reader.calm()


def test_a_year_of_the_strip_zooms_and_the_address_remembers(reader):
    page = reader.page
    reader.open(_path("timeline"))
    reader.click_mark("year:2021")
    reader.until("() => location.search.includes('from=2021')")
    reader.drawn()
    shown = tables.select(gold_timeline(), tables.Filters(2021, 2021)).events
    assert page.locator("a.bn-row").count() == len(shown)
    page.reload()
    reader.drawn()
    assert page.locator("a.bn-row").count() == len(shown)
    reader.calm()


def test_search_and_segments_filter_in_place(reader):
    page = reader.page
    reader.open(_path("timeline"))
    page.get_by_role("radio", name=say("filter.importance.3", "zh")).or_(
        page.get_by_role("button", name=say("filter.importance.3", "zh"))
    ).first.click()
    reader.until("() => location.search.includes('importance=3')")
    reader.drawn()
    shown = tables.select(gold_timeline(), tables.Filters(min_importance=3)).events
    assert page.locator("a.bn-row").count() == len(shown)
    box = page.get_by_placeholder(say("filter.search", "zh"))
    box.fill(shown.iloc[0]["name"])
    box.press("Enter")
    reader.until("() => document.querySelectorAll('a.bn-row').length === 1")
    page.get_by_text(say("filter.clear", "zh")).click()
    reader.until("() => !location.search.includes('q=')")
    reader.calm()


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def test_the_csv_is_downloaded_and_read_back(reader):
    page = reader.page
    reader.open(_path("export", "lang=zh&from=2020&to=2022"))
    with page.expect_download() as waiting:
        page.locator(".st-key-get-csv button").click()
    data = waiting.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read Chinese"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    shown = tables.select(gold_timeline(), tables.Filters(2020, 2022)).events
    assert [row["event_id"] for row in rows if row.get("event_id", "").startswith("e")] == list(
        shown["event_id"]
    )
    assert waiting.value.suggested_filename.endswith(".csv")
    reader.calm()


# ── language and theme ───────────────────────────────────────────────────────────────────────────


def test_language_is_switched_and_remembered(reader):
    page = reader.page
    reader.open(_path("checks"))
    page.locator(".bn-languages a").click()
    reader.until("() => document.querySelector('.bn-title h1').innerText === 'Checks'")
    assert "lang=en" in page.url
    reader.until("() => document.documentElement.lang === 'en'")
    reader.open("metrics")
    assert page.locator(".bn-title h1").inner_text() == "Metrics", (
        "a link without a language keeps the last one"
    )
    reader.calm()


def test_theme_is_switched_and_remembered(reader):
    page = reader.page
    ground = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    reader.open(_path("timeline"))
    light = page.evaluate(ground)
    page.locator("button[data-theme]").click()
    reader.until(f"() => document.querySelector('.bn-foot') && ({ground})() !== '{light}'")
    reader.drawn()
    dark = page.evaluate(ground)
    reader.open(_path("sources"))
    assert page.evaluate(ground) == dark
    assert (
        page.evaluate("() => getComputedStyle(document.body).getPropertyValue('--bn-page').trim()")
        == "#15171A"
    )
    reader.calm()


# ── the keyboard alone ───────────────────────────────────────────────────────────────────────────


def _tab_to(page, wanted: str, most: int = 120) -> None:
    """Press Tab until the element that is focused matches a CSS selector."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(css) => document.activeElement.matches(css)", wanted):
            return
    raise AssertionError(f"Tab never reached {wanted}")


def test_one_whole_round_with_the_keyboard(reader):
    page = reader.page
    reader.open(_path("overview"))
    _tab_to(page, ".st-key-nav-timeline a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?**")
    reader.drawn()
    _tab_to(page, "a.bn-row")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("() => document.activeElement.dataset.key")
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    assert f"fact={chosen}" in page.url
    reader.drawn()
    assert page.evaluate("() => document.activeElement.dataset.key") == chosen, "the focus stays on the row"
    page.keyboard.press("Escape")
    page.wait_for_selector(".st-key-drawer .bn-drawer", state="detached")
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    reader.drawn()
    page.locator(".st-key-drawer .bn-close").focus()
    _tab_to(page, ".st-key-drawer a.bn-read")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?**")
    reader.drawn()
    assert page.locator("#bn-here").count() == 1
    reader.calm()


# ── bringing documents in, correcting, taking back ───────────────────────────────────────────────

ARTICLE = "星辰公司2015年3月2日在杭州成立。2019年6月，星辰公司发布第一款扫地机器人。2021年，星辰公司营收达到12亿元。"
CHAPTER = "北斗实业创立于2008年。2012年5月6日，北斗实业在上海上市。2016年，北斗实业员工超过3000人。"


def _docx(*paragraphs: str) -> bytes:
    """A Word document, as small as it can be."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


@pytest.fixture
def own(browser, tmp_path):
    """A server over collections of its own, and a person who makes one."""
    with serving("", tmp_path / "data") as address:
        person = Reader(browser, address)
        yield person
        person.close()


def test_import_correct_merge_reload_undo(own):
    page = own.page
    own.make_collection("试集")
    assert page.get_by_text(say("empty.collection", "zh")).count()
    files = [
        {"name": "星辰.docx", "mimeType": "application/octet-stream", "buffer": _docx(*ARTICLE.split("。"))},
        {"name": "北斗.txt", "mimeType": "text/plain", "buffer": CHAPTER.encode("gb18030")},
        {"name": "坏.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 not a document"},
    ]
    page.locator("input[type=file]").set_input_files(files)
    page.wait_for_selector(".bn-file >> nth=2")
    assert "「2015年3月2日」 2015年3月2日" in page.locator(".bn-file").nth(0).inner_text(), (
        "the preview reads the first dates"
    )
    assert page.locator(".bn-file .bn-accent").count() == 1, "the broken file is told before the build"
    page.locator("button", has_text=say("import.go", "zh", n=2)).click()
    page.wait_for_selector(".bn-said-build", timeout=60_000)
    own.drawn()
    assert page.locator(".bn-docrow").count() == 2
    assert "坏.docx" in page.locator(".bn-skipped").inner_text()
    _correct_and_merge(own)


def _correct_and_merge(reader: Reader) -> None:
    from playwright.sync_api import expect

    page = reader.page
    page.locator(".st-key-nav-timeline a").click()
    page.wait_for_url("**/timeline?**")
    reader.drawn()
    before = page.locator("a.bn-row").count()
    assert before >= 4
    page.locator("a.bn-row").first.click()
    page.wait_for_selector(".st-key-drawer .bn-drawer")
    reader.drawn()
    page.locator(".st-key-hand-open button").click()
    page.get_by_label(say("hand.date", "zh"), exact=True).fill("2009-09-09")
    page.get_by_text(say("hand.save", "zh"), exact=True).click()
    page.wait_for_function(
        "() => document.querySelector('.st-key-drawer .bn-when')?.innerText.includes('2009年9月9日')",
        timeout=30_000,
    )
    reader.drawn()
    page.locator(".st-key-hand-open button").click()
    page.wait_for_selector(".st-key-hand-other")
    page.locator(".st-key-hand-other input").scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a list of choices closes when its page scrolls
    page.locator(".st-key-hand-other input").click()
    page.locator("[role=option]").first.click()
    page.get_by_text(say("hand.merge.do", "zh"), exact=True).click()
    reader.until(f"() => document.querySelectorAll('a.bn-row').length === {before - 1}")
    page.reload()
    reader.drawn()
    assert page.locator("a.bn-row").count() == before - 1, "a reload keeps corrections"
    assert "2009年9月9日" in page.locator(".st-key-drawer .bn-when").first.inner_text()
    page.locator(".st-key-nav-import a").click()
    page.wait_for_url("**/import?**")
    reader.drawn()
    undo = page.locator("[class*=st-key-undo-] button", has_text=say("import.undo", "zh"))
    for left in (1, 0):
        undo.first.click()
        expect(undo).to_have_count(left, timeout=30_000)
        reader.drawn()
    page.locator(".st-key-nav-timeline a").click()
    page.wait_for_url("**/timeline?**")
    expect(page.locator("a.bn-row")).to_have_count(before, timeout=30_000)
    reader.calm()


# ── for everybody ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_name", NAMES)
def test_no_serious_violation_of_accessibility(browser, served, told, page_name, scheme):
    reader = Reader(browser, served, color_scheme=scheme)
    fact = f"&fact={told['event_id']}" if page_name in ("timeline", "sources") else ""
    reader.open(_path(page_name, f"lang=zh{fact}"))
    found = axe.Axe().run(reader.page).response["violations"]
    serious = [
        (one["id"], node["target"], node["any"][:1])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert not serious, serious[:6]
    reader.close()


def test_the_phone_shows_the_list_and_not_the_chart(browser, served):
    reader = Reader(browser, served, viewport={"width": 390, "height": 800})
    reader.open(_path("timeline"))
    assert not reader.page.locator(".st-key-chart").is_visible()
    assert reader.page.locator("a.bn-row").first.is_visible()
    wide = reader.page.evaluate("() => document.querySelector('.stMain').scrollWidth - innerWidth")
    assert wide <= 0, "nothing sticks out sideways"
    reader.calm()
    reader.close()
