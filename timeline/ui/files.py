"""Files to take away: made when they are asked for, named after what they hold."""

from timeline.errors import UserError
from timeline.exports import Export
from timeline.ui.views import View


def make(view: View, export: Export, options: dict[str, str]) -> bytes:
    """The file's bytes; a refusal is said in the file that one gets instead."""
    try:
        return export(view.timeline, view.address.filters, view.lang, **options)
    except UserError as error:
        return view.say("export.failed", message=str(error)).encode()
