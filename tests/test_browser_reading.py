"""Reading in a real Chromium: what is opened stays in sight, and a claim is one click from its sentence."""

from __future__ import annotations

import pytest

from tests.fixtures.browser import Reader, serving
from tests.fixtures.gold_timeline import gold_timeline
from timeline import store

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
