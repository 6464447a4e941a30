"""The dataset folder: the promised files and columns, replaced as a whole or not at all."""

from __future__ import annotations

import csv
import json

import pandas as pd
import pytest

from tests.fixtures.gold_timeline import gold_timeline
from timeline import store, tables
from timeline.errors import UserError


def test_what_is_written_is_read_back_the_same(tmp_path):
    folder = store.write(gold_timeline(), tmp_path / "out")
    again = store.read(folder)
    for name in tables.COLUMNS:
        pd.testing.assert_frame_equal(getattr(again, name), gold_timeline().tables[name])
    for doc_id in again.documents["doc_id"]:
        assert again.text(doc_id) == gold_timeline().text(doc_id)


def test_csv_has_the_columns_in_order_and_every_row(tmp_path):
    folder = store.write(gold_timeline(), tmp_path / "out")
    for name, columns in tables.COLUMNS.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert tuple(rows[0]) == columns
        assert len(rows) - 1 == len(getattr(gold_timeline(), name))


def test_the_package_describes_every_column(tmp_path):
    folder = store.write(gold_timeline(), tmp_path / "out")
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    described = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert described == {name: list(columns) for name, columns in tables.COLUMNS.items()}
    assert all(f["description"] for r in package["resources"] for f in r["schema"]["fields"])


def test_two_writes_agree_byte_for_byte(tmp_path):
    one, two = (store.write(gold_timeline(), tmp_path / name) for name in ("one", "two"))
    for path in sorted(one.iterdir()):
        assert path.read_bytes() == (two / path.name).read_bytes(), path.name


def test_an_interrupted_write_leaves_the_old_dataset(tmp_path, monkeypatch):
    folder = store.write(gold_timeline(), tmp_path / "out")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(store, "_write_texts", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        store.write(gold_timeline(), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_is_no_dataset_is_never_replaced(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(UserError, match="not a dataset"):
        store.write(gold_timeline(), tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").exists()


def test_a_file_kept_beside_the_tables_survives_a_rebuild(tmp_path):
    folder = store.write(gold_timeline(), tmp_path / "out")
    (folder / "notes.md").write_text("mine")
    store.write(gold_timeline(), folder)
    assert (folder / "notes.md").read_text() == "mine"


@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_a_damaged_dataset_is_one_sentence(tmp_path, damage):
    folder = store.write(gold_timeline(), tmp_path / "out")
    if damage == "missing":
        (folder / "mentions.parquet").unlink()
    else:
        (folder / "mentions.parquet").write_bytes(b"no parquet")
    with pytest.raises(UserError):
        store.read(folder)
