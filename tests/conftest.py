"""Settings for all tests: defects are raised, not listed as skipped files; what was left out is said."""

from __future__ import annotations

import os

os.environ["BIANNIAN_RAISE"] = "1"


def pytest_terminal_summary(terminalreporter):
    """One loud line for tests that this machine could not run."""
    reasons = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()) if report.longrepr]
    left_out = [reason for reason in reasons if "NO CHROMIUM" in reason]
    if left_out:
        terminalreporter.write_line(
            f"\n!!! {len(left_out)} × {left_out[0].removeprefix('Skipped: ')}", red=True, bold=True
        )
