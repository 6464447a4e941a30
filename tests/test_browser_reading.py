"""Reading in a real Chromium: what is opened stays in sight, and a claim is one click from its sentence."""

from __future__ import annotations

import pytest

from tests import samples
from tests.fixtures.browser import Reader, serving
from tests.fixtures.gold_timeline import gold_timeline
from timeline import store
from timeline.words import say

pytestmark = pytest.mark.browser
ROW = 20  # of the list: its beginning is far above
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
TOP = f"() => [...document.querySelectorAll('a.bn-row')][{ROW}].getBoundingClientRect().top"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    home = tmp_path_factory.mktemp("reading")
    with serving(store.write(gold_timeline(), home / "gold"), home / "data") as address:
        yield address


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_a_row_stays_where_it_is_when_its_fact_opens_and_closes(browser, served, window):
    reader = Reader(browser, served, viewport=window)
    reader.open("timeline?lang=zh")
    row = reader.page.locator("a.bn-row").nth(ROW)
    row.scroll_into_view_if_needed()
    before = reader.page.evaluate(TOP)
    row.click()
    reader.until(f"() => location.search.includes('fact=') && Math.abs(({TOP})() - {before}) < 4")
    shown = "[...document.querySelectorAll('.bn-drawer')].find((one) => one.offsetParent)"
    reader.until(
        f"() => {{ const box = {shown}.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }}"
    )
    reader.drawn()
    reader.page.wait_for_timeout(300)  # the page comes to rest
    reader.page.keyboard.press("Escape")
    reader.until(f"() => !location.search.includes('fact=') && Math.abs(({TOP})() - {before}) < 4")
    reader.calm()
    reader.close()


def test_on_a_phone_an_open_check_stands_under_its_row_and_the_row_stays(browser, served):
    reader = Reader(browser, served, viewport=PHONE)
    reader.open("checks?lang=zh")
    rows = reader.page.locator("a.bn-checkrow")
    last = rows.count() - 2
    rows.nth(last).scroll_into_view_if_needed()
    top = "() => [...document.querySelectorAll('a.bn-checkrow')][%d].getBoundingClientRect().top"
    before = reader.page.evaluate(top % last)
    rows.nth(last).click()
    reader.until(f"() => location.search.includes('check=') && Math.abs(({top % last})() - {before}) < 4")
    detail = "document.querySelector('.st-key-check-detail').getBoundingClientRect()"
    reader.until(f"() => ({top % last})() < {detail}.top && {detail}.bottom <= ({top % (last + 1)})()")
    reader.calm()
    reader.close()


def test_the_list_of_documents_goes_along_with_a_long_text(browser, served):
    reader = Reader(browser, served, viewport=DESK)
    reader.open("sources?lang=zh")
    reader.page.evaluate("() => { document.querySelector('.stMain').scrollTop = 1200; }")
    reader.until(
        "() => Math.abs(document.querySelector('.st-key-docs').getBoundingClientRect().top - 12) < 2"
    )
    reader.close()


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_a_claim_of_the_overview_is_one_click_from_its_sentence(browser, served, window):
    reader = Reader(browser, served, viewport=window)
    reader.open("?lang=zh")
    one = reader.page.locator("a.bn-trace[href*='at=']").first
    one.click()
    seen = """() => {
      const box = document.querySelector('.bn-lit').getClientRects()[0];
      return document.elementFromPoint(box.left + 4, box.top + 8)?.closest('.bn-lit');
    }"""
    reader.until(seen)
    reader.calm()
    reader.close()


def test_a_row_of_a_workbook_and_a_slide_lead_to_their_sentence_and_page(browser, tmp_path):
    rows = [
        ["日期", "事件"],
        ["2016-03-01", "青禾机器人在苏州成立"],
        ["2021年4月16日", "青禾机器人在科创板上市"],
    ]
    slides = [["青禾机器人", "投资者交流会"], ["走过的路", "2018年6月，青禾机器人发布首款搬运机器人。"]]
    files = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": made}
        for name, made in (("年表.xlsx", samples.xlsx({"大事记": rows})), ("路演.pptx", samples.pptx(slides)))
    ]
    with serving("", tmp_path / "data") as address:
        reader = Reader(browser, address)
        page = reader.page
        reader.make_collection("青禾")
        page.locator("input[type=file]").set_input_files(files)
        page.locator("button", has_text=say("import.go", "zh", n=2)).click()
        page.wait_for_selector(".bn-said-build a", timeout=60_000)
        page.locator(".bn-said-build a").click()
        reader.until("() => location.pathname.endsWith('/timeline')")
        reader.drawn()
        for name, sheet in (("科创板上市", ""), ("搬运机器人", "第 2 页")):
            page.locator("a.bn-row", has_text=name).first.click()
            there = page.locator(".st-key-drawer .bn-place")
            there.filter(has_text=sheet).wait_for()
            page.locator(".st-key-drawer .bn-quote", has_text=name).first.wait_for()
            page.locator(".st-key-drawer .bn-read").click()
            reader.until("() => location.pathname.endsWith('/sources')")
            assert "at=" in page.url
            page.locator(".st-key-reader .bn-m-event", has_text=name).first.wait_for()
            page.go_back()
            reader.until("() => location.pathname.endsWith('/timeline')")
            reader.drawn()
        reader.calm()
        reader.close()
