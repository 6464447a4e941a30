"""Settings for all tests: defects are raised, not listed as skipped files; what was left out is said."""

from __future__ import annotations

import os

import pytest

from tests.fixtures import made_timelines
from tests.fixtures.browser import FLAGS, chromium
from tests.fixtures.gold_timeline import gold_timeline
from timeline import tables

os.environ["BIANNIAN_RAISE"] = "1"


@pytest.fixture(scope="module")
def browser():
    """Chromium, for as long as a file of tests needs it."""
    from playwright import sync_api as playwright

    path = chromium()
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def gold():
    """What the views show when extraction is perfect."""
    return gold_timeline()


@pytest.fixture(scope="session")
def shown(gold):
    """The gold without filters."""
    return tables.select(gold, tables.Filters())


@pytest.fixture(scope="session")
def hostile():
    """A timeline whose every text tries to break out of its format."""
    return made_timelines.hostile()


def pytest_terminal_summary(terminalreporter):
    """One loud line for tests that this machine could not run."""
    reasons = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()) if report.longrepr]
    left_out = [reason for reason in reasons if "NO CHROMIUM" in reason]
    if left_out:
        terminalreporter.write_line(
            f"\n!!! {len(left_out)} × {left_out[0].removeprefix('Skipped: ')}", red=True, bold=True
        )
