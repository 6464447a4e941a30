"""Collections on disk, as the Import page changes them: create, take in, mend, remove, delete."""

from typing import NamedTuple

import streamlit as st

from timeline import edtf
from timeline.errors import UserError
from timeline.ui import builds, datasets, previews, readings
from timeline.ui.address import Address
from timeline.ui.views import View, open_address


class Known(NamedTuple):
    collection_id: str
    name: str
    n_files: int
    default: bool


def served_here(view: View) -> bool:
    """Whether the page shows a folder being served, which is not ours to change."""
    return bool(datasets.served()) and not view.address.collection


def collection(view: View):
    """The collection that the page changes; None where a served folder is open."""
    from timeline import library

    return None if served_here(view) else library.get(view.address.collection or datasets.DEFAULT)


def known() -> list[Known]:
    from timeline import library

    rows = []
    for one in library.collections():
        default = one.collection_id == datasets.DEFAULT
        rows.append(Known(one.collection_id, one.name, len(one.files()), default and not datasets.served()))
    return rows


def take_in(view: View, collection_id: str, pending: list[tuple[str, bytes]], key: str) -> None:
    """Keep the files and what was said of them, and start the build."""
    from timeline import library

    into = library.get(collection_id)
    for index, (name, data) in enumerate(pending):
        path = into.add(name, data)
        title = st.session_state.get(f"{key}-{index}-title", "").strip()
        date = previews.written(st.session_state.get(f"{key}-{index}-date", ""))
        told = {"title": title, "date_published": date if edtf.is_edtf(date) else ""}
        if any(told.values()):
            into.describe(path.name, **{fact: words for fact, words in told.items() if words})
    st.session_state["import-round"] = st.session_state.get("import-round", 0) + 1
    st.session_state["paste-round"] = st.session_state.get("paste-round", 0) + 1
    builds.start(collection_id)


def go_on(collection_id: str) -> None:
    """Take up a build that was stopped or failed."""
    builds.start(collection_id)


def mend(collection_id: str, doc_id: str, path: str) -> None:
    """Title, author and date of a document, as a person gives them."""
    from timeline import library

    entered = st.session_state
    date = previews.written(entered.get(f"mend-date-{doc_id}", ""))
    if date and not edtf.is_edtf(date):
        entered[f"mend-said-{doc_id}"] = date
        return
    into = library.get(collection_id)
    facts = {
        "title": entered[f"mend-title-{doc_id}"].strip(),
        "author": entered[f"mend-author-{doc_id}"].strip(),
    }
    for one in path.split("; "):
        into.describe(one, **facts, date_published=date)
    builds.start(collection_id)


def remove(collection_id: str, path: str) -> None:
    """Take a document out; its events go with the build that follows."""
    from timeline import library

    for one in path.split("; "):
        library.get(collection_id).remove(one)
    builds.start(collection_id)


def create(view: View) -> None:
    from timeline import library

    try:
        made = library.create(st.session_state.get("new-name", ""))
    except UserError as error:
        st.session_state["collection-said"] = readings.trouble(str(error), view.lang)
        return
    open_address(Address("import", view.lang, made.collection_id))


def delete(view: View) -> None:
    from timeline import library

    library.delete(view.address.collection)
    open_address(Address("import", view.lang))
