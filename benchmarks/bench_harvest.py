"""Speed of each stage that works on one document alone, on invented mixtures of the documents we have.

    python -m benchmarks.bench_harvest [PATH…] [--megabytes 2] [--size 8] [--profile STAGE]

PATH… are text files or folders (default: seeds, dossiers, stories). Copies of them, in which half
of the nouns are exchanged for others of the same length and the numbers for other numbers, make up
the documents, so that nothing is only remembered; each is cut or joined to about `--size` kilobytes.
Prints megabytes a second of processor time by stage; `--profile` lists where a stage spends it.
"""

import argparse
import cProfile
import pstats
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from timeline import documents, pipeline, times
from timeline.extract.events.mentions import find_mentions
from timeline.extract.language.words import plain_words, tag_of
from timeline.extract.measures.observations import find_observations
from timeline.extract.who.entities import find_cast
from timeline.quantities import find_in
from timeline.text import view

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = (ROOT / "seeds", ROOT / "tests" / "dossiers", ROOT / "tests" / "stories")
STAGES = ("read", "view", "dated", "times", "quantities", "cast", "mentions", "observations")


def mixed_documents(paths: list[Path], megabytes: float, kilobytes: float, seed: int = 11) -> list[bytes]:
    """Documents of about so many kilobytes, together so many megabytes, no two alike."""
    files = [f for path in paths for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    texts = [file.read_text("utf-8-sig", "replace") for file in files]
    words = [plain_words(text) for text in texts]
    nouns: dict[int, list[str]] = {}
    for word in sorted({word for text in words for word in text if len(word) > 1 and tag_of(word) == "n"}):
        nouns.setdefault(len(word), []).append(word)
    dice, made, size = random.Random(seed), [], 0
    while size < megabytes * 1e6:
        for text in words:
            for piece in _pieces(_varied(text, nouns, dice), int(kilobytes * 1000)):
                made.append(piece)
                size += len(piece)
            if size >= megabytes * 1e6:
                break
    return made


def _varied(words: list[str], nouns: dict[int, list[str]], dice: random.Random) -> str:
    kinds = set(words)
    other = {
        word: dice.choice(nouns[len(word)])
        for word in sorted(kinds)
        if tag_of(word) == "n" and len(word) in nouns and dice.random() < 0.5
    }
    text = "".join(other.get(word, word) for word in words)
    text = re.sub(r"(?<!\d)20[012]\d(?!\d)", lambda _: str(dice.randint(2003, 2024)), text)
    return re.sub(r"(?<!\d)\d(?=[个天月]|\d)", lambda _: str(dice.randint(1, 9)), text)


def _pieces(text: str, size: int) -> list[bytes]:
    """The text in whole paragraphs of about `size` bytes."""
    pieces, current, length = [], [], 0
    for line in text.splitlines(keepends=True):
        current.append(line)
        length += len(line.encode())
        if length >= size:
            pieces.append("".join(current).encode())
            current, length = [], 0
    return [*pieces, *(["".join(current).encode()] if length > size / 4 else [])]


def measure(data: list[bytes], profile: str = "") -> tuple[dict[str, float], dict[str, int]]:
    """Seconds of processor time by stage, and how much was found."""
    spent, found = dict.fromkeys(STAGES, 0.0), dict.fromkeys(STAGES, 0)
    profiler = cProfile.Profile()

    def run(stage: str, work: Callable, *arguments: object):
        if stage == profile:
            profiler.enable()
        began = time.process_time()
        result = work(*arguments)
        spent[stage] += time.process_time() - began
        profiler.disable()
        found[stage] += len(result) if isinstance(result, list) else 1
        return result

    for number, content in enumerate(data):
        document = run("read", documents.read, content, f"{number}.txt")
        clean = run("view", view, document.text)
        document = run("dated", pipeline.dated, document, clean)
        placed = run("times", times.find_in, document, clean)
        quantities = run("quantities", find_in, document, clean, placed)
        run("cast", find_cast, document, clean.text)
        run("mentions", find_mentions, document, clean, placed)
        run("observations", find_observations, document, clean, placed, quantities)
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    return spent, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, default=list(DEFAULT))
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--size", type=float, default=8, help="kilobytes of a document")
    parser.add_argument("--profile", choices=STAGES, default="")
    given = parser.parse_args()
    data = mixed_documents(given.paths, given.megabytes, given.size)
    measure(data[:20])  # dictionaries and patterns are loaded once a process
    spent, found = measure(data, given.profile)
    size = sum(map(len, data)) / 1e6
    print(f"{len(data)} documents, {size:.1f} MB")
    for stage in STAGES:
        print(f"{stage:13} {spent[stage]:7.2f} s  {size / spent[stage]:6.2f} MB/s  {found[stage]:7} found")
    print(f"{'all':13} {sum(spent.values()):7.2f} s  {size / sum(spent.values()):6.2f} MB/s")


if __name__ == "__main__":
    main()
