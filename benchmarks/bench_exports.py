"""Time and memory of opening and exporting a large dataset, each format in a process of its own.

    python -m benchmarks.bench_exports [--events 100000] [--observations 20000] [--formats csv,pptx…] [--filters]

Makes an invented dataset in a temporary folder, then runs `python -m timeline export` for each
format; `--filters` adds a run that keeps the finance events of 2010–2015 only.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline import exports

ROOT = Path(__file__).resolve().parent.parent
FILTERS = ("--from", "2010", "--to", "2015", "--category", "finance")


def export(folder: Path, name: str, filters: tuple[str, ...]) -> str:
    """One line: seconds of processor time, peak of memory, size of the file."""
    out = folder.parent / f"out.{name}"
    command = (sys.executable, "-m", "timeline", "export", str(folder), "--format", name, "-o", str(out))
    began = time.perf_counter()
    child = subprocess.Popen([*command, *filters], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall, seconds = time.perf_counter() - began, used.ru_utime + used.ru_stime
    size = sum(f.stat().st_size for f in ([out] if out.is_file() else out.rglob("*") if out.is_dir() else ()))
    return (
        f"{name:11} {'filtered' if filters else 'all':9} status {os.waitstatus_to_exitcode(status)}"
        f"  cpu {seconds:6.1f} s  wall {wall:6.1f} s  peak {used.ru_maxrss / 1024:6.0f} MB  {size / 1e6:6.1f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--observations", type=int, default=20_000)
    parser.add_argument("--formats", default="csv,ics,html,pptx,json,jsonld,timelinejs,xlsx")
    parser.add_argument("--filters", action="store_true", help="with filters, too")
    given = parser.parse_args()
    known = [name for name in given.formats.split(",") if name in exports.EXPORTS]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "dataset"
        # In a process of its own: a child's peak would count what its parent holds.
        numbers = ("--events", str(given.events), "--observations", str(given.observations))
        subprocess.run(
            [sys.executable, "-m", "benchmarks.make_dataset", str(folder), *numbers],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        for name in known:
            for filters in ((), FILTERS) if given.filters else ((),):
                print(export(folder, name, filters), flush=True)


if __name__ == "__main__":
    main()
