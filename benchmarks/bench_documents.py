"""Time and memory of reading: 1, 10 and 100 MB of each kind of text, each in a process of its own.

    python benchmarks/bench_documents.py [megabytes ...]

For each size: seconds to read and to make the clean view, megabytes a second, and the peak of
memory above what the interpreter and the libraries take. Linear means that the rate stays.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from timeline import documents
from timeline.text import view

PARAGRAPH = (
    "星禾科技成立于2012年10月6日，注册资本500万元，创始团队只有八个人，办公室设在一间旧厂房里。2015年9月，公司发布首款手机，"
    "售价1999元，首年售出120万台，占当地市场的3.5%。三年后，星禾在香港上市，募集资金约41亿港元，市值一度超过500亿港元。"
)
TRADITIONAL = "電動車公司在臺灣發(fā)布了新車，營收達到新臺幣41億元，比去年成長12%；員工1800人。"
WRAPPED = "\n".join(PARAGRAPH[start : start + 30] for start in range(0, len(PARAGRAPH), 30))
KINDS = {
    "paragraphs": ("a.txt", lambda number: f"{PARAGRAPH}{number}。\n\n"),
    "wrapped": ("a.txt", lambda number: f"{WRAPPED}{number}。\n"),
    "traditional": ("a.txt", lambda number: f"{TRADITIONAL}{number}。\n"),
    "one line": ("a.txt", lambda number: f"{PARAGRAPH}{number}。"),
    "html": ("a.html", lambda number: f"<p>{PARAGRAPH}<b>{number}</b></p>\n"),
    "table": ("a.csv", lambda number: f"2012-10-{number % 28 + 1:02d},成立{number},500万元\n"),
}


def make(kind: str, megabytes: float) -> tuple[str, bytes]:
    name, piece = KINDS[kind]
    size, pieces, number = int(megabytes * 1e6), [], 0
    pieces.append("日期,事件,金额\n" if kind == "table" else "<html><body>\n" if kind == "html" else "")
    length = 0
    while length < size:
        one = piece(number).encode()
        pieces.append(one.decode())
        length += len(one)
        number += 1
    return name, "".join(pieces).encode()


def measure(kind: str, megabytes: float) -> str:
    name, data = make(kind, megabytes)
    documents.read("热身，2012年。".encode(), "a.txt")
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    document = documents.read(data, name)
    read = time.process_time() - began
    began = time.process_time()
    view(document.text)
    viewed = time.process_time() - began
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024
    size = len(data) / 1e6
    return f"{kind:12} {size:6.1f} MB  read {read:6.2f} s {size / read:6.1f} MB/s  view {viewed:6.2f} s {size / viewed:6.1f} MB/s  peak +{peak:5.0f} MB ({peak / size:.1f} x)"


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        print(measure(arguments[1], float(arguments[2])), flush=True)
        return
    for kind in KINDS:
        for megabytes in arguments or ["1", "10", "100"]:
            subprocess.run([sys.executable, __file__, "--one", kind, megabytes], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
