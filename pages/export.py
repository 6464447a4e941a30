"""导出 Export: what is chosen, in the form that is needed; every file carries its filters and sources."""

import streamlit as st

from timeline import exports, tables, ui
from timeline.ui import filters, frame
from timeline.ui.markup import div, tag


def draw(view: ui.View) -> None:
    frame.title(view, view.say("export.sentence", n=len(view.shown.events)))
    filters.draw(view)
    titles = {doc_id: row["title"] for doc_id, row in view.documents.items()}
    st.html(tag("p", tables.describe(view.address.filters, view.lang, titles), class_="bn-small"))
    for name, (label, extension, mime, make) in exports.EXPORTS.items():
        with st.container(key=f"export-{name}", horizontal=True):
            st.html(div("", tag("b", str(label)), f" .{extension}"))


ui.show("export", draw)
