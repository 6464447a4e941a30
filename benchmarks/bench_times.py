"""Speed of `find_times`, side by side with JioNLP and chrono-node, in the same run on the same text.

    python -m benchmarks.bench_times [PATH…] [--megabytes 20] [--peers DIR | --alone] [--rounds 5] [--growth 1,10,100]

What is measured: one call on one text of so many megabytes (of UTF-8), from the stored characters
to resolved times, in processor time of one core. The text is made of every document found under
PATH… (default: the seeds, and the invented documents that the tests read), each twice: as it
stands, wrapped as its file is, and with its wraps taken out, a paragraph a line. The documents are
repeated up to the size, each time with other years and numbers, so that nothing is only remembered.

The peers' time grows with every megabyte (JioNLP needs seconds for one), so they get whole
paragraphs drawn at random from all of the text, one call a paragraph, and what is reported is
megabytes a second of these. Their paragraphs have the wraps taken out beforehand, by this project's
own reading of the lines: that work is not counted to them, and no date is cut in two. They find what
they can; how much that is stands beside it. The rounds of all take turns. A second figure of ours is
for the very same paragraphs, one call each: what a call costs counts there, as it does for them.

The text is in both scripts, with English in it, and `find_times` reads all of that in one pass. So the peer
is a chrono-node that does: the parsers and refiners of its grammars for Simplified, Traditional and English
in one `Chrono`. With fewer grammars it is faster and finds less; two such settings stand beside it.

DIR is where the peers are installed for this alone (`pip install --target`, `npm install`), .cache/peers
where none is named; with --alone only ours is measured.
"""

import argparse
import datetime
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from timeline.text import fold
from timeline.times import find_times, finding
from timeline.wraps import find_wraps

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "seeds", ROOT / "tests" / "dossiers", ROOT / "tests" / "stories"]
JIO, CHRONO_ALL, CHRONO_CHINESE, CHRONO_SIMPLIFIED = (
    "JioNLP", "chrono-node", "chrono-node, both scripts", "chrono-node, Simplified"
)  # fmt: skip
SAMPLE = {JIO: 0.2, CHRONO_ALL: 2.0, CHRONO_CHINESE: 2.0, CHRONO_SIMPLIFIED: 2.0}  # megabytes for the peers
GRAMMARS = {CHRONO_ALL: "hans hant en", CHRONO_CHINESE: "hans hant", CHRONO_SIMPLIFIED: "hans"}
ALIKE = (JIO, CHRONO_ALL)  # read what this text is written in: ours gets their paragraphs too
REFERENCE = "2022-06-15"

JIONLP = """
import json, sys, time
import jionlp
texts = json.load(open(sys.argv[1], encoding="utf-8"))
base = time.mktime(time.strptime(sys.argv[2], "%Y-%m-%d"))
for _ in range(2):  # the first time to warm up
    started = time.process_time()
    found = 0
    for text in texts:
        try:
            found += len(jionlp.ner.extract_time(text, time_base=base) or ())
        except Exception:
            pass
print(json.dumps({"seconds": time.process_time() - started, "found": found}))
"""
CHRONO = """
const chrono = require("chrono-node"), fs = require("fs");
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8")), base = new Date(process.argv[3]);
const all = {
  hans: () => chrono.zh.hans.createCasualConfiguration(),
  hant: () => chrono.zh.hant.createCasualConfiguration(),
  en: () => chrono.en.configuration.createCasualConfiguration(false),
};
const grammars = process.argv[4].split(" ").map(name => all[name]());
const reader = new chrono.Chrono({
  parsers: grammars.flatMap(one => one.parsers), refiners: grammars.flatMap(one => one.refiners),
});
const parse = text => reader.parse(text, base).length;
texts.forEach(parse);  // to warm up
const started = process.cpuUsage();
let found = 0;
for (const text of texts) found += parse(text);
const used = process.cpuUsage(started);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, found}));
"""


def read_texts(paths: list[Path]) -> list[str]:
    files = [f for path in paths for f in (sorted(_documents(path)) if path.is_dir() else [path])]
    return [f.read_text(encoding="utf-8-sig", errors="replace") for f in files]


def _documents(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))


def flat(text: str) -> str:
    """The text with its wraps taken out: a paragraph a line."""
    pieces, position = [], 0
    for start, end, instead in find_wraps(fold(text)):
        pieces += [text[position:start], instead]
        position = end
    return "".join([*pieces, text[position:]])


def mixed_text(texts: list[str], megabytes: float) -> str:
    """Copies of the texts up to a size, each copy with other years and numbers."""
    dice, pieces, size = random.Random(20220615), [], 0
    while size < megabytes * 1e6:
        for text in texts:
            varied = re.sub(r"(?<!\d)20[012]\d(?!\d)", lambda _: str(dice.randint(2003, 2024)), text)
            varied = re.sub(r"(?<!\d)\d(?=[年个天月]|\d年)", lambda _: str(dice.randint(1, 9)), varied)
            pieces.append(varied)
            size += len(varied.encode())
    return "\n\n".join(pieces).encode()[: int(megabytes * 1e6)].decode("utf-8", "ignore")


def paragraphs_of(text: str, megabytes: float) -> list[str]:
    """Paragraphs drawn at random from all of the text, up to a size."""
    paragraphs = [line for line in flat(text).split("\n") if line.strip()]
    random.Random(20220615).shuffle(paragraphs)
    drawn, size = [], 0
    for paragraph in paragraphs:
        if size >= megabytes * 1e6:
            break
        drawn.append(paragraph)
        size += len(paragraph.encode())
    return drawn


def measure(texts: list[str]) -> tuple[float, float]:
    """(megabytes a second of processor time, expressions a megabyte): a call for each text.

    Like every peer it goes through the texts once before: while others take their turn, an idle process
    loses its pages and its place in the processor's caches.
    """
    size = sum(len(text.encode()) for text in texts) / 1e6
    for text in texts:
        find_times(text, REFERENCE)
    started = time.process_time()
    found = sum(len(find_times(text, REFERENCE)) for text in texts)
    return size / (time.process_time() - started), found / size


def install_peers(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "python"
    if not (target / "jionlp").exists():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(target), "jionlp==1.5.29"]
        subprocess.run(pip, check=True)
    if not (folder / "node_modules" / "chrono-node").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "chrono-node@2"], check=True)


class Peer:
    """Another program, and the paragraphs that it gets."""

    def __init__(self, name: str, text: str, folder: Path) -> None:
        self.folder, self.paragraphs = folder, paragraphs_of(text, SAMPLE[name])
        self.megabytes = sum(len(paragraph.encode()) for paragraph in self.paragraphs) / 1e6
        plain = name.replace(", ", "-").replace(" ", "-")
        sample, script = folder / f"{plain}.json", folder / f"{plain}.{'py' if name == JIO else 'js'}"
        sample.write_text(json.dumps(self.paragraphs, ensure_ascii=False), encoding="utf-8")
        script.write_text(JIONLP if name == JIO else CHRONO, encoding="utf-8")
        runner = sys.executable if name == JIO else "node"
        self.command = [runner, str(script), str(sample), REFERENCE, GRAMMARS.get(name, "")]

    def measure(self) -> tuple[float, float]:
        """(megabytes a second of processor time, expressions a megabyte)."""
        paths = {**os.environ, "PYTHONPATH": str(self.folder / "python")}
        done = subprocess.run(
            self.command, cwd=self.folder, env=paths, capture_output=True, text=True, check=True
        )
        result = json.loads(done.stdout.strip().splitlines()[-1])
        return self.megabytes / result["seconds"], result["found"] / self.megabytes


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, default=DOCUMENTS)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--peers", type=Path, default=ROOT / ".cache/peers", help="folder to install the peers in"
    )
    parser.add_argument("--alone", action="store_true", help="no peers")
    parser.add_argument("--growth", default="", help="sizes in megabytes, comma separated: 1,10,100")
    options = parser.parse_args(arguments)
    documents = read_texts(options.paths)
    texts = [form for text in documents for form in (text, flat(text))]
    text = mixed_text(texts, options.megabytes)
    peers = {}
    if not options.alone:
        install_peers(options.peers)
        peers = {name: Peer(name, text, options.peers) for name in SAMPLE}
    report(text, peers, options.rounds)
    for size in (float(part) for part in options.growth.split(",") if part):
        print(f"{size:6g} MB  {measure([mixed_text(texts, size)])[0]:8.3f} MB/s")
    return 0


def report(text: str, peers: dict[str, Peer], rounds: int) -> None:
    """Ours and the peers by turns; the medians."""
    results: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        results.setdefault("ours", []).append(measure([text]))
        for name, peer in peers.items():
            if name in ALIKE:
                results.setdefault(f"ours, as {name}", []).append(measure(peer.paragraphs))
            results.setdefault(name, []).append(peer.measure())
    size = len(text.encode()) / 1e6
    runs = "Python" if finding.__file__.endswith(".py") else "compiled"
    print(
        f"{datetime.date.today()}  {size:g} MB, one core, median of {rounds} (processor time); ours is {runs}"
    )
    medians = {name: tuple(map(statistics.median, zip(*rows, strict=True))) for name, rows in results.items()}
    for name, (speed, dense) in medians.items():
        print(f"{name:26} {speed:8.3f} MB/s  {dense:6.0f} expressions a MB")
    for name in peers:
        best, peer = medians["ours"][0], medians[name][0]
        each = medians[f"ours, as {CHRONO_ALL if name in GRAMMARS else name}"][0]
        print(f"{name}: ours is {best / peer:.1f} times as fast, {each / peer:.1f} times a paragraph a call")


if __name__ == "__main__":
    sys.exit(main())
