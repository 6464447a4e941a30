"""导入 Import: documents in; what was read, what was skipped and why; collections; the history of edits."""

from timeline import ui
from timeline.ui import frame


def draw(view: ui.View) -> None:
    frame.title(view)


ui.show("import", draw)
