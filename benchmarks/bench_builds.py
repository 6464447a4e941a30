"""Time and memory of whole builds of many small documents, each size in a process of its own.

    python -m benchmarks.bench_builds [--documents 500,2000] [--kilobytes 1.5] [--workers 2]

Mixtures of the documents we have (see bench_harvest) are written to a temporary folder and built by
`python -m timeline build`. Linear means that the seconds and the kilobytes for a document stay. Files that were
skipped are listed with the reason.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bench_harvest import DEFAULT, mixed_documents

ROOT = Path(__file__).resolve().parent.parent


def write(folder: Path, number: int, kilobytes: float) -> float:
    """So many documents in a folder; how many megabytes they are."""
    made = mixed_documents(list(DEFAULT), number * kilobytes / 1000 * 1.3, kilobytes)[:number]
    for index, content in enumerate(made):
        place = folder / f"{index // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{index:06d}.txt").write_bytes(content)
    return sum(map(len, made)) / 1e6


def measure(folder: Path, megabytes: float, number: int, workers: int) -> str:
    out = folder.with_name("dataset")
    command = [sys.executable, "-m", "timeline", "build", str(folder), "--out", str(out), "--no-progress"]
    began = time.perf_counter()
    with (out.with_suffix(".log")).open("w+") as log:
        child = subprocess.Popen([*command, "--workers", str(workers)], cwd=ROOT, stdout=log)
        _, status, used = os.wait4(child.pid, 0)
        log.seek(0)
        skipped = "".join(f"\n{line.rstrip()}" for line in log if line.startswith("  "))
    wall, seconds = time.perf_counter() - began, used.ru_utime + used.ru_stime
    size = sum(file.stat().st_size for file in out.iterdir()) / 1e6
    return (
        f"{number:7} documents {megabytes:6.1f} MB  status {os.waitstatus_to_exitcode(status)}  wall {wall:6.1f} s"
        f"  cpu {seconds:6.1f} s ({1000 * seconds / number:.1f} ms a document)"
        f"  peak of a process {used.ru_maxrss / 1024:5.0f} MB  dataset {size:.1f} MB{skipped}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", default="500,2000")
    parser.add_argument("--kilobytes", type=float, default=1.5)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    for number in map(int, given.documents.split(",")):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "documents"
            megabytes = write(folder, number, given.kilobytes)
            print(measure(folder, megabytes, number, given.workers), flush=True)


if __name__ == "__main__":
    main()
