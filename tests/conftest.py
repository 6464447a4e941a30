"""Settings for all tests: defects are raised, not listed as skipped files."""

from __future__ import annotations

import os

os.environ["BIANNIAN_RAISE"] = "1"
