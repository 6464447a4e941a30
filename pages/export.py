"""导出 Export: what is chosen, in the form that is needed; every file carries its filters and sources."""

import streamlit as st

from timeline import exports, tables, ui
from timeline.ui import files, filters, frame
from timeline.ui.markup import div, span, tag

# What a format is for, in the order that people ask; every format is in one of them.
USES = {
    "show": ("pptx", "html", "md", "svg", "png"),
    "count": ("xlsx", "csv", "package", "raw-csv", "parquet"),
    "elsewhere": ("json", "jsonld", "timelinejs", "timelinejs-csv", "ics"),
}


def draw(view: ui.View) -> None:
    frame.title(view, view.say("export.sentence", n=len(view.shown.events)))
    filters.draw(view)
    titles = {doc_id: row["title"] for doc_id, row in view.documents.items()}
    chosen = view.say("export.chosen", words=tables.describe(view.address.filters, view.lang, titles))
    edited = int(view.shown.events["edited"].sum()) if "edited" in view.shown.events else 0
    note = view.say("stop") + view.say("export.edited", n=edited) if edited else ""
    st.html(tag("p", chosen, note, class_="bn-small"))
    for use, names in USES.items():
        st.html(tag("h2", view.say(f"export.{use}"), class_="bn-use"))
        for name in names:
            _row(view, exports.EXPORTS[name])


def _row(view: ui.View, export: exports.Export) -> None:
    """One format: what it is, and its file, made when it is asked for."""
    with st.container(key=f"export-{export.name}", horizontal=True, vertical_alignment="center"):
        about = tag("p", export.about(view.lang), class_="bn-small")
        st.html(
            div(
                "bn-format",
                tag("b", export.label(view.lang)),
                span("bn-small", f" {export.extension}"),
                about,
            )
        )
        options = _options(view, export)
        which = f"{view.say('export.download')}:gray[ {export.label(view.lang)}]"  # heard, not seen
        st.download_button(
            which, data=lambda: files.make(view, export, options), key=f"get-{export.name}",
            file_name=export.filename(view.timeline, view.address.filters), mime=export.media_type, on_click="ignore",
        )  # fmt: skip


def _options(view: ui.View, export: exports.Export) -> dict[str, str]:
    if "slides" in export.options:
        slides = st.number_input(
            view.say("export.slides"), 3, 60, 16, key=f"slides-{export.name}", width=240,
        )  # fmt: skip
        return {"slides": str(slides)}
    if "table" not in export.options:
        return {}
    table = st.selectbox(
        view.say("export.table"), tuple(tables.COLUMNS), tuple(tables.COLUMNS).index("events"),
        key=f"table-{export.name}", label_visibility="collapsed", width=140,
        format_func=lambda name: view.say(f"table.{name}"),
    )  # fmt: skip
    return {"table": table}


ui.show("export", draw)
