"""Biannian 编年: documents in, a sourced timeline out.

import timeline

timeline.find_times("2010年创立，12年后上市")       # every time expression, resolved
timeline.find_quantities("营收超过3.5亿元")         # every number with its unit
timeline.read_document("report.pdf")               # bytes of any format → Document
timeline.build(["documents/"]).events              # the whole pipeline → tables
"""

from typing import TYPE_CHECKING

from timeline import compiled

__version__ = "0.1.0"

if TYPE_CHECKING:
    from timeline.pipeline import build, read_document
    from timeline.quantities import find_quantities
    from timeline.tables import Timeline
    from timeline.times import find_times

compiled.prefer()

# Imported when first used: finding times needs neither pandas nor a PDF reader.
_HOMES = {
    "read_document": "timeline.harvesting",
    "build": "timeline.pipeline",
    "Timeline": "timeline.tables",
    "find_times": "timeline.times",
    "find_quantities": "timeline.quantities",
}
__all__ = ["Timeline", "build", "find_quantities", "find_times", "read_document"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
