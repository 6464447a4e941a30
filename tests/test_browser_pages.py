"""The pages under strain in a real Chromium: two people at once, a phone, a stop, thousands of events."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pptx
import pytest
from playwright import sync_api as playwright

from tests.fixtures.browser import PATIENCE, Reader, serving
from tests.fixtures.gold_timeline import gold_timeline
from tests.fixtures.many import many_events
from timeline import edited, edits, store, tables
from timeline.words import say

pytestmark = pytest.mark.browser
expect = playwright.expect
expect.set_options(timeout=PATIENCE)
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def served(home):
    """The gold as a dataset folder, served; the tests here correct it."""
    with serving(store.write(gold_timeline(), home / "gold"), home / "data") as address:
        yield address


@pytest.fixture
def corrected(home):
    """What the served folder holds by now: the gold, and every correction so far."""
    return edited.apply(store.read(home / "gold"), edits.Edits(home / "gold"))


def open_form(reader: Reader) -> None:
    """Open the chosen fact's form for corrections."""
    reader.page.locator(".st-key-hand-open button").click()
    expect(reader.page.get_by_label(say("hand.name", "zh"), exact=True)).to_be_visible()
    reader.drawn()


def rename(reader: Reader, name: str) -> None:
    """Give the chosen event another headline, and wait until the page has it."""
    page = reader.page
    open_form(reader)
    page.get_by_label(say("hand.name", "zh"), exact=True).fill(name)
    page.get_by_text(say("hand.save", "zh"), exact=True).click()
    expect(page.locator("a.bn-row[aria-current] .bn-name")).to_contain_text(name)
    reader.drawn()


# ── two people, one collection ───────────────────────────────────────────────────────────────────


def test_two_people_correct_the_same_collection_and_nothing_is_lost(browser, served):
    one, other = Reader(browser, served), Reader(browser, served)
    first, second = gold_timeline().events["event_id"].iloc[[4, 9]]
    one.open(f"timeline?lang=zh&fact={first}")
    other.open(f"timeline?lang=zh&fact={second}")
    open_form(one)  # this form is open while the other person saves
    rename(other, "乙改的标题")
    page = one.page
    page.get_by_label(say("hand.name", "zh"), exact=True).fill("甲改的标题")
    page.get_by_text(say("hand.save", "zh"), exact=True).click()
    for name in ("甲改的标题", "乙改的标题"):
        expect(page.locator("a.bn-row .bn-name", has_text=name)).to_have_count(1)
    other.open("import?lang=zh")
    expect(other.page.locator(".bn-edit", has_text="改的标题")).to_have_count(2)
    for person in (one, other):
        person.calm()
        person.close()


def test_the_same_event_keeps_both_corrections(browser, served):
    one, other = Reader(browser, served), Reader(browser, served)
    fact = gold_timeline().events["event_id"].iloc[14]
    for person in (one, other):
        person.open(f"timeline?lang=zh&fact={fact}")
    open_form(one)
    rename(other, "同一件事的新标题")
    page = one.page
    page.get_by_label(say("hand.date", "zh"), exact=True).fill("2017-07-07")
    page.get_by_text(say("hand.save", "zh"), exact=True).click()
    expect(page.locator(".st-key-drawer .bn-when")).to_contain_text("2017年7月7日")
    expect(page.locator(".st-key-drawer .bn-drawer h2")).to_have_text("同一件事的新标题")
    for person in (one, other):
        person.calm()
        person.close()


def choose(reader: Reader, key: str, which: int) -> None:
    """Open a list of choices and take one, as a person does."""
    page = reader.page
    page.locator(f".st-key-{key} input").scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a list of choices closes when its page scrolls
    page.locator(f".st-key-{key} input").click()
    page.locator("[role=option]").nth(which).click()


def test_two_events_are_joined_parted_and_both_undone(browser, served):
    reader = Reader(browser, served)
    page, rows = reader.page, reader.page.locator("a.bn-row")
    told = gold_timeline().mentions["event_id"].value_counts()
    fact = next(e for e in gold_timeline().events["event_id"].iloc[20:] if told[e] == 1)
    reader.open(f"timeline?lang=zh&fact={fact}")
    before = rows.count()
    open_form(reader)
    choose(reader, "hand-other", 0)
    page.get_by_text(say("hand.merge.do", "zh"), exact=True).click()
    expect(rows).to_have_count(before - 1)
    reader.drawn()
    open_form(reader)
    page.locator("[class*=st-key-hand-telling-] label").first.click()
    page.get_by_text(say("hand.split.do", "zh"), exact=True).click()
    expect(rows).to_have_count(before)
    reader.drawn()
    for left in (before - 1, before):  # the parting is undone first, then the joining
        page.locator(".st-key-hand-undo button").click()
        expect(rows).to_have_count(left)
        reader.drawn()
    expect(page.locator(".st-key-hand-undo")).to_have_count(0)
    reader.calm()
    reader.close()


# ── on a phone ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["timeline", ""])
def test_a_phone_corrects_what_it_shows(browser, served, path):
    reader = Reader(browser, served, viewport=PHONE, has_touch=True)
    page, events = reader.page, gold_timeline().events
    milestone = events[events["importance"] == 3]["event_id"].iloc[3 if path else 5]
    reader.open(f"{path}?lang=zh&fact={milestone}")
    told = page.locator(".bn-inline .bn-drawer")
    expect(told).to_be_visible()
    expect(page.locator(".st-key-drawer .bn-drawer")).to_be_hidden()
    reader.until("""() => { const row = document.querySelector('[aria-current=true][data-key]');
                            const box = row.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }""")
    star = page.locator(".st-key-hand-star button")
    expect(star).to_be_in_viewport()
    star.tap()
    expect(star).to_have_text(say("fact.unstar", "zh"))
    reader.drawn()
    open_form(reader)
    date = page.get_by_label(say("hand.date", "zh"), exact=True)
    expect(date).to_be_in_viewport()
    date.fill("2019-09-09")
    page.get_by_text(say("hand.save", "zh"), exact=True).tap()
    expect(told.locator(".bn-when")).to_contain_text("2019年9月9日")
    told.locator("a.bn-close").tap()
    expect(told).to_have_count(0)
    expect(page.locator(".st-key-hand")).to_have_count(0)
    reader.calm()
    reader.close()


# ── closer, and back ─────────────────────────────────────────────────────────────────────────────


def test_the_axis_leads_into_a_month_and_back(browser, served):
    reader = Reader(browser, served)
    page = reader.page
    reader.open("timeline?lang=zh&from=2021&to=2021")
    reader.click_mark("window:2021-03-01|2021-03-31")
    page.wait_for_url("**from=2021-03&to=2021-03**")
    reader.drawn()
    expect(page.locator(".bn-title p")).to_contain_text("2021年3月")
    assert not [key for key in reader.facts_on_chart() if key.startswith("window:2021-04")]
    page.locator('[data-key="back"]').click()
    page.wait_for_url("**from=2021&to=2021**")
    reader.calm()
    reader.close()


def test_a_month_leads_into_a_day_and_back_and_nothing_covers_the_search(browser, served):
    reader = Reader(browser, served)
    page = reader.page
    reader.open("timeline?lang=zh&from=2021-03-15&to=2021-04-02")
    expect(page.locator(".bn-title p")).to_contain_text("2021年3月15日—4月2日")
    back, search = page.locator('[data-key="back"]'), page.locator(".st-key-filters .stTextInput")
    left, right = back.bounding_box(), search.bounding_box()
    assert left
    assert right
    assert left["x"] >= right["x"] + right["width"] or left["y"] >= right["y"] + right["height"]
    reader.click_mark("window:2021-03-30|2021-03-30")
    page.wait_for_url("**from=2021-03-30&to=2021-03-30**")
    reader.drawn()
    back.click()
    page.wait_for_url("**from=2021-03&to=2021-03**")
    reader.calm()
    reader.close()


def test_a_stretch_of_the_heat_map_opens_its_months(browser, served):
    reader = Reader(browser, served)
    page = reader.page
    reader.open("?lang=zh&from=2021&to=2021")
    key = next(key for key in reader.facts_on_chart() if key.startswith("cell:") and key.count("|") == 2)
    category, first, last = key.removeprefix("cell:").split("|")
    whole = (first, last) == ("2021-01", "2021-12")
    reader.click_mark(key)
    page.wait_for_url("**/timeline?**")
    assert f"category={category}" in page.url
    assert ("from=2021&to=2021" if whole else f"from={first}&to={last}") in page.url
    reader.calm()
    reader.close()


def test_a_number_is_read_on_a_phone_without_a_word_to_a_line(browser, served):
    reader = Reader(browser, served, viewport=PHONE, has_touch=True)
    reader.open("metrics?lang=zh")
    heights = reader.page.evaluate(
        "() => [...document.querySelectorAll('.bn-table td')].map(cell => cell.getBoundingClientRect().height)"
    )
    assert heights
    assert max(heights) < 60, "two lines at most"
    reader.calm()
    reader.close()


def test_one_step_back_from_the_sources_is_the_view_they_were_opened_from(browser, served):
    reader = Reader(browser, served)
    page = reader.page
    reader.open("timeline?lang=zh")
    page.locator("a.bn-row").nth(2).click()
    page.locator(".st-key-drawer .bn-read").wait_for()
    reader.drawn()
    before = page.url
    page.locator(".st-key-drawer .bn-read").click()
    page.wait_for_url("**/sources?**")
    reader.drawn()
    page.go_back()
    page.locator(".st-key-drawer .bn-read").wait_for()
    assert page.url == before
    reader.calm()
    reader.close()


# ── what is taken home ───────────────────────────────────────────────────────────────────────────


def test_what_is_downloaded_opens_and_is_what_was_chosen(browser, served, corrected):
    reader = Reader(browser, served)
    page = reader.page
    reader.open("export?lang=zh&from=2020&to=2022&importance=2")
    shown = tables.select(corrected, tables.Filters(2020, 2022, min_importance=2)).events
    files = {}
    for name in ("csv", "pptx", "html"):
        with page.expect_download(timeout=PATIENCE * 2) as waiting:
            page.locator(f".st-key-get-{name} button").click()
        files[name] = waiting.value.path().read_bytes()
    rows = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    assert len([row for row in rows if row["event_id"].startswith("e")]) == len(shown)
    slides = pptx.Presentation(io.BytesIO(files["pptx"])).slides
    said = "\n".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
    assert len(slides) >= 3
    assert "2020" in said
    assert zipfile.ZipFile(io.BytesIO(files["pptx"])).testzip() is None
    reader.calm()
    reader.close()
    _open_offline(browser, files["html"].decode("utf-8"), shown)


def _open_offline(browser, html: str, shown) -> None:
    """The one-file page works where there is no network, and shows what was chosen."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.set_content(html)
    expect(page.locator("body")).to_contain_text(str(shown.iloc[0]["name"]))
    assert not re.search(r"""(src|href)=["']https?://""", html.split("<body", 1)[0])
    assert not wrong, wrong
    context.close()


# ── stopping a build ─────────────────────────────────────────────────────────────────────────────


def test_a_build_can_be_stopped_and_taken_up_again(browser, tmp_path):
    sentence = "北斗实业创立于2008年。2012年5月6日，北斗实业在上海上市。2016年，北斗实业员工超过3000人。\n\n"
    files = [
        {"name": f"卷{n}.txt", "mimeType": "text/plain", "buffer": (f"第{n}卷。" + sentence * 150).encode()}
        for n in range(24)
    ]
    with serving("", tmp_path / "data") as address:
        reader = Reader(browser, address)
        page = reader.page
        reader.make_collection("停一停")
        page.locator("input[type=file]").set_input_files(files)
        page.locator("button", has_text=say("import.go", "zh", n=len(files))).click()
        for press in ("import-stop", "import-again", "import-stop"):
            page.locator(f".st-key-{press} button").click()
        stopped = say("import.stopped", "zh", message="").strip()
        expect(page.locator(".bn-said-build")).to_contain_text(stopped)
        expect(page.locator(".st-key-import-again button")).to_be_visible()
        expect(page.locator(".bn-docrow")).to_have_count(0)
        reader.calm()
        reader.close()


# ── thousands of events ──────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def crowd(home):
    with serving(store.write(many_events(20_000), home / "many"), home / "data") as address:
        yield address


_WATCH = """() => {
  window.shaped = 0;
  const count = (changes) => { window.shaped += changes.filter((one) => one.target.closest(".point")).length; };
  new MutationObserver(count).observe(document.body, { attributeFilter: ["d"], subtree: true });
}"""


def test_a_new_filter_draws_the_chart_once(browser, crowd):
    reader = Reader(browser, crowd)
    reader.open("timeline?lang=zh")
    reader.mark("lane:market")
    reader.page.evaluate(_WATCH)
    reader.page.locator("[data-testid=stButtonGroup] button", has_text="2010").click()
    reader.until("() => location.search.includes('from=2010') && window.shaped > 0")
    reader.drawn()
    there, shaped = reader.page.evaluate(
        "() => [document.querySelectorAll('.js-plotly-plot :is(.point path, path.point)').length, window.shaped]"
    )
    assert there > 100
    assert shaped < 1.5 * there
    reader.close()


def test_of_twenty_thousand_events_the_page_draws_some_and_reaches_all(browser, crowd):
    reader = Reader(browser, crowd)
    page = reader.page
    reader.open("timeline?lang=zh")
    marks = reader.facts_on_chart()
    badges = [key for key in marks if key.startswith("bundle:")]
    assert badges
    assert len(marks) < 1500, "the rest is counted in badges"
    rows = page.locator("a.bn-row")
    first = rows.first.get_attribute("data-key")
    expect(rows).to_have_count(50)
    page.locator(".bn-list a[data-key=later]").click()
    reader.until(f"() => document.querySelector('a.bn-row').dataset.key !== '{first}'")
    assert "part=2" in page.url
    reader.until("() => document.querySelector('.bn-list').getBoundingClientRect().top < innerHeight")
    reader.open("timeline?lang=zh&part=400")
    expect(rows).to_have_count(50)
    expect(page.locator(".bn-list a[data-key=later]")).to_have_count(0)
    reader.click_mark(badges[0])
    reader.until("() => location.search.includes('category=')")
    reader.drawn()
    assert f"part={400}" not in page.url, "another filter starts from the beginning"
    reader.calm()
    reader.close()


def test_the_chart_is_laid_out_for_its_window_and_its_box_is_reached_by_keyboard(browser, served):
    reader = Reader(browser, served, viewport={"width": 1440, "height": 900})
    page = reader.page
    box = page.locator(".st-key-timeline-chart-box")
    width = "() => { const x = document.querySelector('.js-plotly-plot').layout.xaxis.range; return x[1] - x[0]; }"
    reader.open("timeline?lang=zh")
    reader.facts_on_chart()
    wide = page.evaluate(width)
    assert wide > 1200, "all the room there is"
    expect(box).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 700, "height": 900})
    reader.until(f"() => ({width})() < {wide}")
    expect(box).to_have_attribute("tabindex", "0")
    expect(box).to_have_attribute("role", "region")
    expect(box).to_have_attribute("aria-label", say("timeline.chart", "zh"))
    reader.calm()
    reader.close()


def test_the_head_row_shows_where_one_is_and_its_first_link_leads_home(browser, served):
    reader = Reader(browser, served, viewport=PHONE, has_touch=True)
    page = reader.page
    reader.open("export?lang=en")
    home = page.locator(".st-key-nav-overview a")
    expect(page.locator(".st-key-nav-export a")).to_be_in_viewport(ratio=1)
    expect(home).to_have_attribute("href", re.compile(r"//[^/]+/\?lang=en$"))
    home.tap()
    expect(page.locator(".bn-story")).to_be_visible()
    expect(page).to_have_url(re.compile(r"//[^/]+/\?lang=en$"))
    reader.calm()
    reader.close()


# ── the first minutes, and what is chosen ────────────────────────────────────────────────────────

_PASTED = """青禾乐器二十年

2003年5月，青禾乐器在苏州成立，最初只有12名员工。2012年3月18日，青禾乐器在深圳上市。
2015年，青禾乐器营收达到11亿元。2021年上半年，新工厂在昆山投产。
"""


def test_a_newcomer_pastes_text_corrects_a_date_and_takes_it_back(browser, tmp_path):
    with serving("", tmp_path / "data") as address:
        reader = Reader(browser, address)
        page = reader.page
        reader.make_collection("青禾")
        expect(page.locator(".bn-collection")).to_contain_text("青禾")
        page.get_by_text(say("import.paste", "zh"), exact=True).click()
        page.get_by_label(say("import.paste.text", "zh"), exact=True).fill(_PASTED)
        page.get_by_text(say("import.paste.see", "zh"), exact=True).click()
        expect(page.locator(".bn-times")).to_contain_text("2012年3月18日")
        expect(page.locator(".bn-file b")).to_have_text("青禾乐器二十年.txt")
        page.get_by_text(say("import.go", "zh", n=1), exact=True).click()
        page.locator(".bn-said-build a").click()
        page.wait_for_url("**/timeline*")
        rows = page.locator("a.bn-row")
        expect(rows.filter(has_text="上市")).to_have_count(1)
        expect(rows.filter(has_text="成立")).to_have_count(0)
        page.locator('[data-key="wider"]').click()
        expect(rows.filter(has_text="成立")).to_have_count(1)
        rows.filter(has_text="上市").click()
        when = page.locator(".st-key-drawer .bn-when")
        expect(when).to_contain_text("2012年3月18日")
        reader.drawn()
        open_form(reader)
        date = page.get_by_label(say("hand.date", "zh"), exact=True)
        expect(date).to_have_value("2012年3月18日")
        date.fill("约2012年")
        page.get_by_text(say("hand.save", "zh"), exact=True).click()
        expect(when).to_contain_text("约2012年")
        reader.drawn()
        page.locator(".st-key-hand-undo button").click()
        expect(when).to_contain_text("2012年3月18日")
        expect(page.locator(".st-key-hand-undo")).to_have_count(0)
        reader.drawn()
        page.locator(".st-key-nav-import a").click()
        expect(page.locator(".bn-edit s")).to_have_count(1)
        expect(page.locator(".bn-edit a")).to_contain_text("上市")
        reader.drawn()
        reader.calm()
        reader.close()


def test_a_link_clicked_while_its_page_is_being_drawn_is_followed(browser, served):
    reader = Reader(browser, served)
    reader.open("export?lang=zh")
    reader.page.locator(".st-key-nav-timeline a").click()
    there = "location.pathname.endsWith('/timeline') && document.querySelector('[data-key=wider]')"
    reader.page.wait_for_function(
        f"() => {there} && (document.querySelector('[data-key=wider]').click(), true)", polling=5
    )
    reader.until("() => new URLSearchParams(location.search).has('from')")
    reader.drawn()
    reader.calm()
    reader.close()


def test_on_a_phone_a_check_that_is_open_under_its_row_is_reached_from_there(browser, served):
    reader = Reader(browser, served, viewport=PHONE)
    reader.open("checks?lang=zh")
    rows = reader.page.locator("a.bn-checkrow")
    rows.nth(0).click()
    reader.drawn()
    rows.nth(0).focus()
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("() => !!document.activeElement.closest('.st-key-check-detail')")
    reader.page.keyboard.press("Shift+Tab")
    expect(rows.nth(0)).to_be_focused()
    rows.nth(1).focus()
    reader.page.keyboard.press("Shift+Tab")
    assert reader.page.evaluate("() => !!document.activeElement.closest('.st-key-check-detail')")
    reader.close()


def test_whose_numbers_is_chosen_on_the_page_and_by_a_link(browser, served):
    told = gold_timeline().observations["about"]
    name = told[told != ""].value_counts().index[0]
    reader = Reader(browser, served)
    page = reader.page
    reader.open("metrics?lang=zh")
    rows = page.locator(".bn-table tbody tr")
    everybody = rows.count()
    page.get_by_role("button", name=say("filter.whose", "zh")).click()
    page.locator(".st-key-f-whose button", has_text=name).first.click()
    page.wait_for_url("**whose=*")
    expect(rows).not_to_have_count(everybody)
    reader.drawn()
    chosen = rows.count()
    assert 0 < chosen < everybody
    link = page.url
    cold = Reader(browser, served)
    cold.open(link.removeprefix(f"{served}/"))
    expect(cold.page.locator(".bn-table tbody tr")).to_have_count(chosen)
    for person in (reader, cold):
        person.calm()
        person.close()


_SMALL = """() => [...document.querySelectorAll('.bn-button, .bn-close, .bn-nav a, .bn-headright a, .bn-plain, '
    + '.stButton button, .stPopover button, .stDownloadButton button, [data-testid=stButtonGroup] button, '
    + '[data-testid=stTextInputRootElement], [data-testid=stPageLink-NavLink], .bn-row, .bn-checkrow, .bn-doc')]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
  .map(one => `${one.className} ${one.innerText} ${one.getBoundingClientRect().height}`)"""


@pytest.mark.parametrize("path", ["", "timeline", "metrics", "sources", "checks", "import", "export"])
def test_a_finger_finds_what_it_is_to_press(browser, served, path):
    reader = Reader(browser, served, viewport=PHONE, has_touch=True)
    fact = gold_timeline().events["event_id"].iloc[3]
    reader.open(f"{path}?lang=zh" + (f"&fact={fact}" if path in ("", "timeline", "sources") else ""))
    reader.until(f"() => ({_SMALL})().length === 0")
    assert reader.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    reader.calm()
    reader.close()
