"""Collections on disk: documents in, documents out, what people said of them kept."""

from __future__ import annotations

import pytest

from timeline import library
from timeline.errors import UserError

TEXT = "云杉科技成立于2011年。去年，云杉科技在杭州开出第一家门店。"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path / "data"))


@pytest.fixture
def made():
    return library.create("云杉 科技")


def test_a_document_dropped_in_is_built_and_its_removal_takes_its_events_along(made):
    path = made.add("a.txt", TEXT.encode())
    other = made.add("b.txt", "远山集团于2008年5月成立。".encode())
    dates = set(made.build().events["date"])
    assert {"2011", "2008-05"} <= dates
    made.remove(other.name)
    assert not made.current
    assert "2008-05" not in set(made.open().events["date"])
    assert path.exists()


def test_a_corrected_date_of_publication_dates_what_was_undated(made):
    name = made.add("a.txt", TEXT.encode()).name
    made.build()
    made.describe(name, date_published="2016-05", title="云杉，“五年”, 回顾")
    assert not made.current
    timeline = made.open()
    assert "2015" in set(timeline.events["date"])
    assert timeline.documents["title"].tolist() == ["云杉，“五年”, 回顾"]
    assert made.current


def test_two_files_of_one_name_are_both_kept_and_the_same_file_twice_is_one(made):
    made.add("a.txt", b"one")
    made.add("a.txt", b"two")
    made.add("a.txt", b"two")
    assert sorted(path.read_bytes() for path in made.files()) == [b"one", b"two"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b\nc.txt", "", "...", "x" * 500 + ".txt", "\x00.txt"]
)
def test_a_hostile_name_stays_inside_the_collection(made, name):
    path = made.add(name, b"x")
    assert path.parent == made.sources
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize("collection_id", ["..", "a/b", "", "no-such", "seeds/../x"])
def test_an_id_from_a_link_reaches_nothing_else(collection_id):
    with pytest.raises(UserError):
        library.get(collection_id)


def test_stopping_a_build_leaves_the_old_dataset(made):
    made.add("a.txt", TEXT.encode())
    before = made.build().events
    made.add("b.txt", "远山集团于2008年5月成立。".encode())
    with pytest.raises(UserError):
        made.build(progress=lambda done, total, path: False)
    assert library.store.read(made.dataset).events.equals(before)
    assert not made.current


def test_a_shipped_document_can_be_taken_out_and_reset_brings_it_back():
    seeds = library.get("seeds")
    first = seeds.files()[0].name
    seeds.remove(first)
    assert first not in {path.name for path in seeds.files()}
    library.delete("seeds")
    assert first in {path.name for path in library.get("seeds").files()}


def test_collections_are_listed_and_deleted(made):
    assert [c.collection_id for c in library.collections()] == ["seeds", made.collection_id]
    assert made.name == "云杉 科技"
    library.delete(made.collection_id)
    assert [c.collection_id for c in library.collections()] == ["seeds"]
