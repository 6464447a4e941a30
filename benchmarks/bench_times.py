"""Speed of `find_times`, side by side with JioNLP and chrono-node, in the same run on the same text.

    python -m benchmarks.bench_times [PATH…] [--megabytes 20] [--peers DIR] [--rounds 5] [--growth 1,10,100]

PATH… are text files or folders (default: seeds/). Copies of them, each with other years and
numbers so that nothing is only remembered, make up the text. The peers get a sample of it, as
their time grows with every megabyte: JioNLP needs minutes for one. DIR is where they are
installed for this alone (`pip install --target`, `npm install`); without --peers ours is measured alone.
"""

from __future__ import annotations

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
from pathlib import Path

from timeline.times import find_times

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = {"JioNLP": 0.05, "chrono-node": 0.5}  # megabytes for the peers
REFERENCE = "2022-06-15"

JIONLP = """
import json, sys, time
import jionlp
texts = json.load(open(sys.argv[1], encoding="utf-8"))
base = time.mktime(time.strptime(sys.argv[2], "%Y-%m-%d"))
jionlp.ner.extract_time("2021年3月", time_base=base)
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
const parse = text => chrono.zh.hans.parse(text, base).length;
texts.slice(0, 200).forEach(parse);
const started = process.cpuUsage();
let found = 0;
for (const text of texts) found += parse(text);
const used = process.cpuUsage(started);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, found}));
"""


def read_texts(paths: list[Path]) -> list[str]:
    files = [f for path in paths for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [f.read_text(encoding="utf-8-sig", errors="replace") for f in files]


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


def measure(text: str, rounds: int) -> tuple[float, int]:
    """(median megabytes a second of processor time, expressions found)."""
    speeds, found = [], []
    for _ in range(rounds):
        started = time.process_time()
        found = find_times(text, REFERENCE)
        speeds.append(len(text.encode()) / 1e6 / (time.process_time() - started))
    return statistics.median(speeds), len(found)


def install_peers(folder: Path) -> None:
    if not (folder / "python" / "jionlp").exists():
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "-q",
                "--target",
                str(folder / "python"),
                "jionlp==1.5.29",
            ],
            check=True,
        )
    if not (folder / "node_modules" / "chrono-node").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "chrono-node@2"], check=True)


def measure_peer(name: str, text: str, folder: Path, rounds: int) -> tuple[float, int]:
    sample = text.encode()[: int(SAMPLE[name] * 1e6)].decode("utf-8", "ignore")
    paragraphs = [line for line in sample.split("\n") if line.strip()]
    (folder / "sample.json").write_text(json.dumps(paragraphs, ensure_ascii=False), encoding="utf-8")
    script = folder / ("jionlp_peer.py" if name == "JioNLP" else "chrono_peer.js")
    script.write_text(JIONLP if name == "JioNLP" else CHRONO, encoding="utf-8")
    command = [
        sys.executable if name == "JioNLP" else "node",
        str(script),
        str(folder / "sample.json"),
        REFERENCE,
    ]
    results = []
    for _ in range(rounds):
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder / "python")},
            capture_output=True,
            text=True,
            check=True,
        )
        results.append(json.loads(done.stdout.strip().splitlines()[-1]))
    return statistics.median(len(sample.encode()) / 1e6 / r["seconds"] for r in results), results[0]["found"]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "seeds"])
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=Path, help="folder to install the peers in and to measure them from")
    parser.add_argument("--growth", default="", help="sizes in megabytes, comma separated: 1,10,100")
    options = parser.parse_args(arguments)
    texts = read_texts(options.paths)
    text = mixed_text(texts, options.megabytes)
    speed, found = measure(text, options.rounds)
    print(
        f"{datetime.date.today()}  {options.megabytes:g} MB, one core, median of {options.rounds} (processor time)"
    )
    print(f"{'ours':12} {speed:8.3f} MB/s  {found / options.megabytes:8.0f} expressions a MB")
    if options.peers:
        install_peers(options.peers)
        for name in SAMPLE:
            peer, count = measure_peer(name, text, options.peers, options.rounds)
            print(
                f"{name:12} {peer:8.3f} MB/s  {count / SAMPLE[name]:8.0f} expressions a MB  ours is {speed / peer:.0f} times as fast"
            )
    for size in (float(part) for part in options.growth.split(",") if part):
        print(f"{size:6g} MB  {measure(mixed_text(texts, size), 1)[0]:8.3f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
