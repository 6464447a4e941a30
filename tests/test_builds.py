"""Large builds: several processes, one of which dies or hangs; interrupted builds; little memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import timeline
from timeline import harvesting, parts, pipeline, store, workers
from timeline.__main__ import main
from timeline.checks import reading
from timeline.tables import rows

HOME = Path(__file__).resolve().parents[1]
SEEDS = HOME / "seeds"
SEED = min(SEEDS.glob("*.txt"))
forked = pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="needs forked processes")


def _patient(_: object) -> float:
    return 60


def _double(item: int, tell: workers.Tell) -> int:
    return 2 * item


def _double_or_die(item: int, tell: workers.Tell) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * item


def _double_or_hang(item: int, tell: workers.Tell) -> int:
    if item == 3:
        time.sleep(600)
    return 2 * item


def test_every_item_has_its_result():
    assert dict(workers.run(_double, range(50), 2, _patient)) == {item: 2 * item for item in range(50)}


def test_who_ends_its_process_is_lost_and_nobody_else():
    found = dict(workers.run(_double_or_die, range(12), 2, _patient))
    assert found.pop(3) == workers.Lost(late=False)
    assert found == {item: 2 * item for item in range(12) if item != 3}


def test_who_hangs_is_lost_and_nobody_else():
    found = dict(workers.run(_double_or_hang, range(12), 2, lambda _: 2.0))
    assert found.pop(3) == workers.Lost(late=True)
    assert found == {item: 2 * item for item in range(12) if item != 3}


def test_items_are_taken_as_they_are_needed():
    taken = []

    class Items(list):
        def __iter__(self):
            for item in super().__iter__():
                taken.append(item)
                yield item

    results = workers.run(_double, Items(range(1000)), 2, _patient)
    next(results)
    results.close()
    assert len(taken) <= 20


# ── whole builds ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def many(tmp_path) -> Path:
    """Forty small documents of invented firms, two of them alike."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        which = number % 39
        text = (
            f"远山{which}号集团成立于{1980 + which}年5月。{2010 + which % 9}年，公司营收达到{which + 3}亿元。"
        )
        (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    return folder


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _built(out: Path, *arguments: str) -> dict[str, bytes]:
    assert main(["build", *arguments, "--out", str(out), "--no-progress"]) == 0
    return _bytes(out)


def test_the_number_of_processes_does_not_show(many, tmp_path):
    one = _built(tmp_path / "one", str(SEED), str(many), "--workers", "1")
    assert _built(tmp_path / "three", str(SEED), str(many), "--workers", "3") == one
    in_memory = store.write(timeline.build([SEED, many]), tmp_path / "memory")
    assert _bytes(in_memory) == one


@forked
@pytest.mark.parametrize("late", [False, True])
def test_a_document_that_ends_or_holds_its_process_costs_one_line(many, tmp_path, capsys, monkeypatch, late):
    harvest = harvesting.harvest

    def strange(document, tell):
        if document.path.endswith("07.txt"):
            time.sleep(600) if late else os.kill(os.getpid(), signal.SIGKILL)
        return harvest(document, tell=tell)

    monkeypatch.setattr(harvesting, "harvest", strange)
    monkeypatch.setattr(pipeline, "PATIENCE", 3)
    out = tmp_path / "out"
    assert main(["build", str(many), "--out", str(out), "--workers", "2", "--no-progress"]) == 3
    said = capsys.readouterr().out
    assert "documents     38" in said  # of forty, two are one
    assert said.count("07.txt") == 1
    assert ("too long" in said) == late
    monkeypatch.undo()
    (many / "07.txt").unlink()
    without = _built(tmp_path / "without", str(many))
    assert (out / "events.csv").read_bytes() == without["events.csv"]


def test_a_killed_build_is_taken_up_again(many, tmp_path):
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "timeline",
        "build",
        str(SEEDS),
        str(many),
        "--out",
        str(out),
        "--workers",
        "2",
    ]
    keep = parts.folder(out)
    with subprocess.Popen(command, cwd=HOME, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as build:
        while build.poll() is None and len(list(keep.glob("*.part"))) < 3:
            time.sleep(0.01)
        build.kill()
    done = {path.name: path.stat().st_mtime_ns for path in keep.glob("*.part")}
    assert len(done) >= 3
    assert not out.exists()
    resumed = _built(out, str(SEED), str(many), "--resume")
    assert resumed == _built(tmp_path / "fresh", str(SEED), str(many))
    assert not keep.exists()


def test_what_was_done_is_not_done_again(many, tmp_path, monkeypatch):
    keep = tmp_path / "parts"
    first = pipeline.build([many], keep=keep)
    monkeypatch.setattr(pipeline, "harvest", lambda *_: pytest.fail("harvested again"))
    again = pipeline.build([many], keep=keep, resume=True)
    pd.testing.assert_frame_equal(first.mentions, again.mentions)


def test_a_damaged_part_is_made_again(many, tmp_path):
    keep = tmp_path / "parts"
    first = pipeline.build([many], keep=keep)
    for number, part in enumerate(sorted(keep.glob("*.part"))[:3]):
        part.write_bytes((b"", b"not ours", part.read_bytes()[:9])[number])
    again = pipeline.build([many], keep=keep, resume=True)
    pd.testing.assert_frame_equal(first.mentions, again.mentions)


def test_texts_are_read_from_the_parts(many, tmp_path):
    built = pipeline.build([many], keep=tmp_path / "parts")
    for row in built.mentions.to_dict("records"):
        assert built.text(row["doc_id"])[row["start"] : row["end"]] == row["exact"]


@pytest.mark.parametrize("room", [1, 30_000])
def test_checks_do_not_need_all_documents_open(monkeypatch, room):
    wide = timeline.build([SEEDS]).checks
    opened = []
    read = reading.read
    monkeypatch.setattr(reading, "ROOM", room)
    monkeypatch.setattr(reading, "read", lambda one: opened.append(one.document.doc_id) or read(one))
    pd.testing.assert_frame_equal(timeline.build([SEEDS]).checks, wide)
    assert len(wide)
    assert len(opened) == len(set(opened)), "what was put away is taken out again, not read anew"


def test_tables_in_pieces_are_the_same_tables(monkeypatch):
    whole = timeline.build([SEEDS]).tables
    monkeypatch.setattr(rows, "_ROWS", 7)
    for name, table in timeline.build([SEEDS]).tables.items():
        pd.testing.assert_frame_equal(table, whole[name])


@pytest.mark.parametrize(("group", "room"), [(1, 1), (90, 60), (10**6, 10**6)])
def test_texts_come_back_whatever_is_kept_together(many, tmp_path, monkeypatch, group, room):
    monkeypatch.setattr(store, "GROUP", group)
    monkeypatch.setattr(store, "ROOM", room)
    built = timeline.build([many])
    read = store.read(store.write(built, tmp_path / "out"))
    wanted = list(built.documents["doc_id"])
    for doc_id in [*wanted, *reversed(wanted)]:
        assert read.text(doc_id) == built.text(doc_id)
        assert read.blocks(doc_id) == built.blocks(doc_id)
