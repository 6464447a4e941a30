"""Bad input gives one sentence or a readable document; never anything else."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import mutated, seeds
from tests import samples
from timeline import documents
from timeline.documents import READERS, UnreadableError
from timeline.documents.encodings import decode
from timeline.text import view

UNREADABLE = {
    "empty": b"",
    "only NUL": b"\0" * 1000,
    "only a mark": b"\xef\xbb\xbf",
    "only blanks": b"  \r\n\t \n",
    "binary": bytes(range(256)) * 40,
    "random": random.Random(1).randbytes(5000),
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a gzip file": b"\x1f\x8b\x08" + zlib.compress(b"x" * 100),
    "a broken zip": b"PK\x03\x04" + b"\x07" * 300,
    "a spreadsheet": samples.zipped({"xl/workbook.xml": "<x/>"}),
    "a zip renamed": samples.zipped({"notes.txt": "好"}),
    "a Word file without a body": samples.zipped({"word/document.xml": ""}),
    "an EPUB without parts": samples.zipped({"META-INF/container.xml": "<a/>"}),
    "a broken PDF": b"%PDF-1.7\n" + b"\xff" * 400,
    "a scan": samples.pdf([[], []]),
    "a page of scripts": b"<html><body><script>1</script></body></html>",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf"])
def test_what_cannot_be_read_says_so_in_one_sentence(data, name):
    with pytest.raises(UnreadableError) as told:
        documents.read(data, name)
    assert told.value.message.endswith(".")
    assert "\n" not in str(told.value)


def test_a_scan_says_what_to_do():
    with pytest.raises(UnreadableError, match=r"no text layer.*OCR"):
        documents.read(samples.pdf([[]]), "scan.pdf")


STRANGE = {
    "nested brackets": b"(" * 200_000 + "成立于2012年".encode(),
    "nested square brackets": b"[" * 200_000 + "成立于2012年".encode(),
    "front matter of brackets": b"---\na: " + b"[" * 9_000 + "\n---\n成立于2012年".encode(),
    "nested tags": b"<html><body>" + b"<div>" * 30_000 + "成立于2012年".encode(),
    "nested lists": b"<html><body>" + b"<ul><li>" * 20_000 + "成立于2012年".encode(),
    "nested tables": b"<html><body>" + b"<table><tr><td>" * 3_000 + "成立于2012年".encode(),
    "nested JSON": b'<html><head><script type="application/ld+json">'
    + b"[" * 90_000
    + "</script></head><body>成立于2012年".encode(),
    "a long line": ("成立于2012年，" * 170_000).encode(),
    "one word": b"a" * 1_000_000 + "成立于2012年".encode(),
    "many lines": b"a\n" * 30_000 + "成立于2012年".encode(),
    "many blanks": b" " * 500_000 + "成立于2012年".encode(),
    "quotes never closed": b"a,b\n" + b'"' * 99_999 + "成立于2012年".encode(),
    "NUL bytes": "公司成\0立于2012年，注册资本五百万元。".encode(),
    "stars and marks": b"**[](" * 20_000 + "成立于2012年".encode(),
    "entities": b"&#50;" * 20_000 + "成立于2012年".encode(),
    "less than": b"<a " * 60_000 + "成立于2012年".encode(),
    "quote marks": b">" * 100_000 + "\n成立于2012年".encode(),
    "a bomb of aliases": b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b]\ndate: 2020-01-01\n---\n"
    + "成立于2012年".encode(),
}


@pytest.mark.parametrize("data", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_strange_files_are_read_whole(data, name):
    document = documents.read(data, name)
    clean = view(document.text)
    assert "2012年" in clean.text
    start = clean.text.index("2012年")
    assert document.text[slice(*clean.locate(start, start + 5))] == "2012年"


def test_aliases_in_front_matter_cost_nothing_and_the_rest_is_read():
    assert documents.read(STRANGE["a bomb of aliases"], "a.md").date_published == "2020-01-01"


def test_entities_of_a_word_file_are_not_expanded():
    bomb = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"{bomb}<w:document xmlns:w='{word}'><w:body><w:p><w:r><w:t>成立&b;</w:t></w:r></w:p></w:body></w:document>"
    text = documents.read(samples.zipped({"word/document.xml": body}), "a.docx").text
    assert text.startswith("成立")
    assert "aaa" not in text


def test_a_zip_bomb_is_not_unpacked():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 40_000_000)
    with pytest.raises(UnreadableError, match="bomb"):
        documents.read(buffer.getvalue(), "a.docx")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.csv", "a.html", "a.eml", "a.md", "a.docx"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data, name):
    _try(data, name)


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "gb18030"]))
@settings(max_examples=150, deadline=None)
def test_any_text(text, encoding):
    _try(text.encode(encoding, "replace"), "a.txt")


@pytest.mark.parametrize("media_type", READERS)
@given(st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_files_of_every_format(media_type, chance):
    name, data = seeds()[media_type]
    _try(mutated(data, chance), name)


def _try(data: bytes, name: str) -> None:
    try:
        document = documents.read(data, name)
    except UnreadableError:
        return
    size = len(document.text)
    assert all(0 <= block.start <= block.end <= size for block in document.blocks)
    assert all(0 <= problem.start <= problem.end <= size for problem in document.problems)
    document.text.encode("utf-8")  # it can be stored
    clean = view(document.text)
    assert len(clean.text) <= size


@given(
    st.text(
        alphabet=st.characters(codec="gb18030", exclude_categories=["Cs", "Co", "Cn"]),
        min_size=30,
        max_size=200,
    )
)
@settings(max_examples=25, deadline=None)
def test_decoding_never_fails(text):
    assert decode(text.encode("gb18030")).text
