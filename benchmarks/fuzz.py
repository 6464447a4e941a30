"""Fuzzing: damaged files of every format, and texts made of what trips a reader, by the thousand.

    python benchmarks/fuzz.py [inputs] [seed]

Every input must give a document whose view leads back to its text, or one sentence. It prints
the inputs a second, and every crash with the input that caused it.
"""

import random
import sys
import time
import traceback
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import samples
from timeline import documents
from timeline.documents import UnreadableError
from timeline.quantities import find_quantities
from timeline.text import sentences, view
from timeline.times import find_times

STORY = (
    "星禾科技成立于2012年10月6日，注册资本500万元。",
    "三年後，它在香港上市，募集資金約41億港元；二〇二〇年員工超過1800人。",
    "文|某某 2019年Q3 “结(jié)束”——2010—2020年",
)
# What has tripped readers of text: marks, halves of marks, odd characters, damage.
PIECES = (
    "\n", "\r\n", "\r", "\t", " ", "\u3000", "\0", "\ufeff", "\u200b", "\u2028", "\f", "，", "。", "“", "”", "（", "）", "(", ")", "[", "]",
    "](", "![", "<b>", "</", "<!--", "-->", "<br/>", "<table><tr><td>", "&#50;", "&nbsp;", "&", "**", "#", "---\n", "> ", "| a | b |\n", "20", "12年",
    "10月", "6日", "二〇一二年", "民國九十九年", "去年", "三年后", "100", "亿元", "%", "1,999", "3.5", "結(jié)", "𠮷", "\ud7ff", "On Mon, Feb 8, 2021, X wrote:\n",
    "From: a\nDate: b\n\n", "第一章 ", "\n12\n", '"', ",", ";", "a", "Xiang", "2020-02-30", "9999年99月", "十几亿", "半", "x" * 50, "年" * 30, "\n\n",
)  # fmt: skip


@lru_cache(maxsize=1)
def seeds() -> dict[str, tuple[str, bytes]]:
    """One whole file a media type."""
    plain = "\n\n".join(STORY)
    return {
        "text/plain": ("a.txt", plain.encode()),
        "text/markdown": (
            "a.md",
            f"---\ntitle: 星\ndate: 2020-01-02\ntags: [a, b]\n---\n# 题\n{plain}\n| a | 2020 |\n|--|--|\n| b | 1 |".encode(),
        ),
        "text/html": (
            "a.html",
            samples.html(
                STORY,
                '<meta name="pubdate" content="2020-01-02">',
                "<h1>题</h1><table><tr><td>a<td>2020</table>",
            ),
        ),
        "multipart/related": ("a.mhtml", samples.mhtml(STORY)),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
            "a.docx",
            samples.docx(STORY, created="2020-01-02T00:00:00Z"),
        ),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (
            "a.xlsx",
            samples.xlsx(
                {"甲": [["指标", "2019年", "2020年"], ["营收", 1, 0.25]], "乙": [[one] for one in STORY]}
            ),
        ),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
            "a.pptx",
            samples.pptx([("题", *STORY), ("题", *STORY[:1])]),
        ),
        "application/pdf": ("a.pdf", samples.pdf([STORY, STORY[:1]], "D:20200102")),
        "application/epub+zip": ("a.epub", samples.epub([STORY[:1], STORY[1:]], "2020")),
        "text/csv": ("a.csv", '日期,事\n2020-01-02,"a,\n""b"""\n2021,c\n'.encode()),
        "text/tab-separated-values": ("a.tsv", "指标\t2019年\t2020年\n营收\t1\t2\n".encode()),
        "message/rfc822": ("a.eml", samples.eml(STORY)),
        "application/mbox": ("a.mbox", samples.mbox([samples.eml(STORY), samples.eml(STORY[:1])])),
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes flipped, cut out, doubled or put in."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not out:
            break
        at = chance.randrange(len(out))
        what = chance.randrange(5)
        if what == 0:
            out[at] = chance.randrange(256)
        elif what == 1:
            del out[at : at + chance.randint(1, 40)]
        elif what == 2:
            out[at:at] = out[at : at + chance.randint(1, 40)] * chance.randint(1, 3)
        elif what == 3:
            out[at:at] = chance.choice(PIECES).encode("utf-8", "replace")
        else:
            del out[at:]
    return bytes(out)


def made(chance: random.Random) -> tuple[str, bytes]:
    """A text of pieces, in some encoding, under some name."""
    text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 60)))
    encoding = chance.choice(("utf-8", "utf-8", "utf-16", "gb18030", "big5hkscs"))
    name = chance.choice(("a.txt", "a.md", "a.html", "a.csv", "a.tsv", "a.eml", "a"))
    return name, text.encode(encoding, "replace")


def check(data: bytes, name: str) -> bool:
    """Read, view, find; True if the input was a document. Raises whatever is a defect."""
    try:
        document = documents.read(data, name)
    except UnreadableError:
        return False
    text = document.text
    assert all(0 <= block.start <= block.end <= len(text) for block in document.blocks)
    clean = view(text)
    for start, end in sentences(clean.text):
        first, last = clean.locate(start, end)
        assert 0 <= first < last <= len(text)
    for one in (*find_times(text, "2022"), *find_quantities(text)):
        assert text[one.start : one.end] == one.text
    return True


def main(inputs: int, seed: int) -> int:
    chance = random.Random(seed)
    files = list(seeds().values())
    crashes = read = 0
    began = time.perf_counter()
    slowest = 0.0
    for number in range(inputs):
        if number % 3:
            name, data = made(chance)
        else:
            name, whole = files[number // 3 % len(files)]
            data = mutated(whole, chance)
        before = time.perf_counter()
        try:
            read += check(data, name)
        except Exception:
            crashes += 1
            print(f"input {number}, {name}: {data[:300]!r}")
            traceback.print_exc(limit=-4)
        slowest = max(slowest, time.perf_counter() - before)
    seconds = time.perf_counter() - began
    print(
        f"{inputs} inputs, {read} documents, {crashes} crashes, {seconds:.0f} s "
        f"({inputs / seconds:.0f}/s), slowest {slowest * 1000:.0f} ms"
    )
    return 1 if crashes else 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:3]]
    sys.exit(main(*(numbers + [20_000, 1][len(numbers) :])))
