"""Time of joining mentions to events, by their number.

    python -m benchmarks.bench_unify [--mentions 5000,20000,100000]

The mentions are those of the invented company of make_dataset; the digest is of the events.
"""

import argparse
import hashlib
import time
from datetime import date

from benchmarks.make_dataset import make
from timeline.model import Document, Mention, Timex
from timeline.unify import unify


def mentions_of(number: int) -> tuple[list[Mention], list[Document]]:
    """So many mentions as records again, and their documents."""
    made, found = make(number), []
    for row in made.mentions.head(number).to_dict("records"):
        days = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
        timex = Timex(row["time_start"], row["time_end"], row["time_text"], "DATE", row["date"], *days,
                      doc_id=row["doc_id"])  # fmt: skip
        found.append(
            Mention(row["doc_id"], row["start"], row["end"], timex, row["date"], *days, row["name"], row["category"],
                    (row["entities"],), row["importance"], row["modality"], row["rule"])
        )  # fmt: skip
    return found, [Document(doc_id, doc_id, made.text(doc_id)) for doc_id in made.documents["doc_id"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentions", default="5000,20000,100000")
    unify(*mentions_of(50))  # the dictionary is loaded once a process
    for number in map(int, parser.parse_args().mentions.split(",")):
        mentions, documents = mentions_of(number)
        began = time.process_time()
        events = unify(mentions, documents)
        spent = time.process_time() - began
        told = repr([(e.event_id, e.name, e.date, e.status, len(e.mentions), e.reasons) for e in events])
        digest = hashlib.sha256(told.encode()).hexdigest()[:12]
        print(
            f"{len(mentions):7} mentions  {len(events):6} events  {spent:6.2f} s  {1e6 * spent / len(mentions):5.0f} µs each  {digest}"
        )


if __name__ == "__main__":
    main()
