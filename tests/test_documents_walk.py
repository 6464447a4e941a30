"""Walking folders, archives and mail boxes: order, duplicates, links, manifests, bad names."""

from __future__ import annotations

import os
import pickle
import zipfile

import pytest

from tests import samples
from timeline import documents
from timeline.documents import Skipped, Source
from timeline.errors import UserError


def sources(paths, **options) -> list[Source]:
    return [one for one in documents.walk(paths, **options) if isinstance(one, Source)]


def skipped(paths) -> dict[str, str]:
    return {one.path: one.reason for one in documents.walk(paths) if isinstance(one, Skipped)}


@pytest.fixture
def folder(tmp_path):
    """b.txt, a.txt and deep/c.txt."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text("乙，2012年。", "utf-8")
    (tmp_path / "a.txt").write_text("甲，2013年。", "utf-8")
    (tmp_path / "deep" / "c.txt").write_text("丙，2014年。", "utf-8")
    return tmp_path


def test_the_order_is_that_of_the_names(folder):
    assert [one.path for one in sources(folder)] == ["a.txt", "b.txt", "deep/c.txt"]


def test_sources_load_later_and_in_another_process(folder):
    for one in sources([folder]):
        again = pickle.loads(pickle.dumps(one))
        assert documents.read(again.load(), again.path).text.endswith("年。")


def test_hidden_files_are_left_alone(folder):
    (folder / ".hidden").write_text("x", "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x", "utf-8")
    assert len(list(documents.walk(folder))) == 3


def test_the_same_bytes_twice_are_one_document_with_both_paths(folder):
    (folder / "deep" / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    assert [one.path for one in sources(folder)] == ["a.txt; deep/copy.txt", "b.txt", "deep/c.txt"]
    assert len(sources([folder, folder / "a.txt"])) == 3


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("秘密，2001年。", "utf-8")
    os.symlink(outside, folder / "z-folder")
    os.symlink(outside / "secret.txt", folder / "z-file.txt")
    os.symlink(folder, folder / "z-loop")
    assert len(sources(folder)) == 3
    assert set(skipped(folder)) == {"z-folder", "z-file.txt"}


def test_a_link_to_a_file_inside_is_the_same_document(folder):
    os.symlink(folder / "a.txt", folder / "z.txt")
    assert sources(folder)[0].path == "a.txt; z.txt"


def test_pipes_and_devices_are_not_read(folder):
    os.mkfifo(folder / "pipe")
    assert "pipe" in skipped(folder)
    assert "regular" in skipped(["/dev/null"])["null"]


def test_an_unreadable_file_is_skipped_with_the_reason(folder, monkeypatch):
    def refuse(path, *_):
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *_)

    real = open
    monkeypatch.setattr("builtins.open", refuse)
    assert "Permission denied" in skipped(folder)["b.txt"]
    assert len(sources(folder)) == 2


def test_names_with_line_ends_and_foreign_bytes_can_be_shown(folder):
    (folder / "x\ny.txt").write_text("戊", "utf-8")
    with open(os.path.join(os.fsencode(folder), b"\xff\xfe.txt"), "w", encoding="utf-8") as file:
        file.write("己")
    for one in sources(folder):
        assert "\n" not in one.path
        one.path.encode("utf-8")
        assert one.load()


def test_archives_are_read_file_by_file(folder):
    inner = samples.zipped({"z.txt": "内层，2011年。"})
    files = {
        "一/a.txt": "甲，2013年。",
        "inner.zip": inner,
        "b.md": "# 乙",
        "__MACOSX/b.md": "x",
        "../../out.txt": "外。",
    }
    (folder / "all.zip").write_bytes(samples.zipped(files))
    paths = [one.path for one in sources(folder)]
    assert paths == [
        "a.txt; all.zip/一/a.txt",
        "all.zip/../../out.txt",
        "all.zip/b.md",
        "all.zip/inner.zip/z.txt",
        "b.txt",
        "deep/c.txt",
    ]
    assert sources(folder)[3].load().decode() == "内层，2011年。"


def test_an_archive_renamed_is_still_an_archive(tmp_path):
    (tmp_path / "notes.txt").write_bytes(samples.zipped({"a.txt": "甲。"}))
    (tmp_path / "word.zip").write_bytes(samples.docx(["乙。"]))
    assert [one.path for one in sources(tmp_path)] == ["notes.txt/a.txt", "word.zip"]


def test_names_from_chinese_windows_are_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        entry = zipfile.ZipInfo("x.txt")
        archive.writestr(entry, "甲。")
    data = (tmp_path / "a.zip").read_bytes().replace(b"x.txt", "年.t".encode("gbk") + b"x")
    (tmp_path / "a.zip").write_bytes(data)
    assert [one.path for one in sources(tmp_path)] == ["a.zip/年.tx"]


def test_a_zip_bomb_is_skipped(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 30_000_000)
    assert "bomb" in skipped(tmp_path)["bomb.zip"]


def test_a_mail_box_is_one_source_a_message(tmp_path):
    box = samples.mbox([samples.eml(["甲。"]), samples.eml(["乙。"], date="Tue, 1 Jun 2021 00:30:00 +0800")])
    (tmp_path / "all.mbox").write_bytes(box)
    found = [documents.read(one.load(), one.path) for one in sources(tmp_path)]
    assert [(one.path, one.date_published) for one in found] == [
        ("all.mbox/0001", "2021-02-08"), ("all.mbox/0002", "2021-06-01"),
    ]  # fmt: skip


# ── the manifest ─────────────────────────────────────────────────────────────────────────────────

HEAD = "file,title,author,publisher,date_published,url,note\n"


def test_the_manifest_tells_and_is_no_document(folder):
    (folder / "sources.csv").write_text(
        HEAD + "a.txt,甲书,林某,某社,2022,,\ndeep/c.txt,,,,2021年3月,,\n", "utf-8"
    )
    told = {one.path: one.told for one in sources(folder)}
    assert told["a.txt"] == {
        "title": "甲书", "author": "林某", "publisher": "某社", "published": "2022", "basis": "manifest",
    }  # fmt: skip
    assert told["b.txt"] == {}
    assert told["deep/c.txt"]["published"] == "2021-03"
    first = sources(folder)[0]
    document = documents.read(first.load(), first.path, **first.told)
    assert (document.date_published, document.date_basis) == ("2022", "manifest")


def test_a_manifest_may_be_given_apart_and_written_in_gb18030(folder, tmp_path_factory):
    manifest = tmp_path_factory.mktemp("apart") / "list.csv"
    manifest.write_bytes((HEAD + "b.txt,乙书,,,2019,,\n").encode("gb18030"))
    assert {one.path: one.told.get("title") for one in sources(folder, manifest=manifest)}["b.txt"] == "乙书"


def test_a_file_alone_is_told_by_the_manifest_beside_it(folder):
    (folder / "sources.csv").write_text(HEAD + "a.txt,甲书,,,,,\n", "utf-8")
    assert sources([folder / "a.txt"])[0].told == {"title": "甲书"}


@pytest.mark.parametrize(
    ("text", "words"), [("name,title\na,b\n", "column"), (HEAD + "a.txt,,,,whenever,,\n", "whenever")]
)
def test_a_bad_manifest_is_told(folder, text, words):
    (folder / "sources.csv").write_text(text, "utf-8")
    with pytest.raises(UserError, match=words):
        sources(folder)


def test_a_row_without_a_file_is_told(folder):
    (folder / "sources.csv").write_text(HEAD + "gone.txt,,,,2020,,\n", "utf-8")
    assert "no such file" in skipped(folder)["gone.txt"]


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="no file or folder"):
        sources([tmp_path / "nowhere"])
