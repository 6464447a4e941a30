"""Collections: a folder each, with the documents people dropped in and the dataset built from them.

    <root>/<collection_id>/collection.json   its name, what it was built from
                           sources/          the documents, and sources.csv
                           dataset/          the tables
                           dataset.edits.sqlite

The collection `seeds` reads the documents that the program ships with, and what was added to them.
"""

import csv
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline import ids, pipeline, store
from timeline.errors import UserError
from timeline.tables import Timeline

HOME = Path(__file__).resolve().parents[1]
SEEDS = HOME / "seeds"
MANIFEST = "sources.csv"
MANIFEST_COLUMNS = ("file", "title", "author", "publisher", "date_published", "url", "note")


def root() -> Path:
    """Where collections are kept: $BIANNIAN_DATA, else `data/` beside the program."""
    return Path(os.environ.get("BIANNIAN_DATA") or HOME / "data")


def write_atomically(path: Path, content: bytes) -> None:
    """A file is there as a whole, or the old one still is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(draft, 0o644)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@dataclass(frozen=True)
class Collection:
    """One folder of documents and the dataset built from it."""

    collection_id: str
    folder: Path

    @property
    def dataset(self) -> Path:
        """The dataset folder, whether it was built or not."""
        return self.folder / "dataset"

    @property
    def sources(self) -> Path:
        return self.folder / "sources"

    @property
    def _card(self) -> dict:
        try:
            return json.loads((self.folder / "collection.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def _keep_card(self, **changes: object) -> None:
        card = self._card | changes
        content = json.dumps(card, ensure_ascii=False, indent=2) + "\n"
        write_atomically(self.folder / "collection.json", content.encode())

    @property
    def name(self) -> str:
        return self._card.get("name") or self.collection_id

    @property
    def removed(self) -> set[str]:
        """File names of shipped documents that were taken out of this collection."""
        return set(self._card.get("removed", ()))

    def files(self) -> list[Path]:
        """The documents that a build reads, in a fixed order."""
        folders = [SEEDS, self.sources] if self.collection_id == "seeds" else [self.sources]
        own = [
            path
            for folder in folders
            if folder.is_dir()
            for path in sorted(folder.iterdir())
            if path.name != MANIFEST and not path.name.startswith(".")
        ]
        return [path for path in own if path.parent == self.sources or path.name not in self.removed]

    def add(self, name: str, content: bytes) -> Path:
        """Keep a document's bytes under a safe file name of its own."""
        safe = re.sub(r"[\x00-\x1f/\\:*?\"<>|]+", "_", name).strip(" .") or "document.txt"
        stem, suffix = os.path.splitext(safe)
        path, count = self.sources / f"{stem[:80]}{suffix[:12]}", 1
        while path.exists() and path.read_bytes() != content:
            count += 1
            path = self.sources / f"{stem[:80]}-{count}{suffix[:12]}"
        write_atomically(path, content)
        return path

    def remove(self, name: str) -> None:
        """Take a document out; its events go with the next build."""
        own = self.sources / Path(name).name
        if own.exists():
            own.unlink()
        else:
            self._keep_card(removed=sorted({*self.removed, Path(name).name}))

    def manifest(self) -> dict[str, dict[str, str]]:
        """What people said of the documents, by file name (the shipped manifest underneath)."""
        rows: dict[str, dict[str, str]] = {}
        folders = [SEEDS, self.sources] if self.collection_id == "seeds" else [self.sources]
        for folder in folders:
            path = folder / MANIFEST
            if path.is_file():
                with path.open(encoding="utf-8-sig", newline="") as file:
                    rows |= {row["file"]: row for row in csv.DictReader(file) if row.get("file")}
        return rows

    def describe(self, name: str, **facts: str) -> None:
        """Set or correct a document's title, author, publisher or date_published."""
        rows = self.manifest()
        name = Path(name).name
        rows[name] = rows.get(name, {}) | {"file": name} | facts
        lines = [",".join(MANIFEST_COLUMNS)]
        for row in rows.values():
            cells = (str(row.get(column) or "").replace('"', '""') for column in MANIFEST_COLUMNS)
            lines.append(",".join(f'"{cell}"' for cell in cells))
        write_atomically(self.sources / MANIFEST, ("\n".join(lines) + "\n").encode())

    def fingerprint(self) -> str:
        """Changes with the documents, the manifest and the program."""
        parts: list[object] = [_program()]
        for path in [*self.files(), *(folder / MANIFEST for folder in (SEEDS, self.sources))]:
            if path.is_file():
                facts = path.stat()
                parts += [path.name, facts.st_size, facts.st_mtime_ns]
        return ids.digest("f", *parts, *sorted(self.removed))

    @property
    def current(self) -> bool:
        """Whether the dataset on disk is what a build would give."""
        return store.is_dataset(self.dataset) and self._card.get("built") == self.fingerprint()

    def build(self, progress: pipeline.Progress | None = None) -> Timeline:
        """Build and keep the dataset. `progress(done, total, path)` returning False stops it."""
        fingerprint = self.fingerprint()
        manifest = self.sources / MANIFEST if (self.sources / MANIFEST).is_file() else SEEDS / MANIFEST
        timeline = pipeline.build(
            self.files(),
            sources=manifest if manifest.is_file() else None,
            progress=progress,
            name=self._card.get("name", ""),
        )
        store.write(timeline, self.dataset)
        self._keep_card(name=timeline.name, built=fingerprint)
        return store.read(self.dataset)

    def open(self) -> Timeline:
        """The dataset, built first where it is missing or out of date."""
        return store.read(self.dataset) if self.current else self.build()


@lru_cache(maxsize=1)
def _program() -> str:
    """A digest of the code: a newer program builds its datasets anew."""
    modules = sorted((HOME / "timeline").rglob("*.py")) + sorted(
        (HOME / "timeline" / "lexicon").rglob("*.csv")
    )
    return ids.digest("p", *(path.read_text("utf-8") for path in modules if "ui" not in path.parts))


def collections() -> list[Collection]:
    """All collections, the shipped one first."""
    base = root()
    others = sorted(base.iterdir()) if base.is_dir() else []
    found = [Collection(path.name, path) for path in others if (path / "collection.json").is_file()]
    return [get("seeds"), *(one for one in found if one.collection_id != "seeds")]


def get(collection_id: str) -> Collection:
    """UserError for an id that is no plain name (it comes from a URL) or is not there."""
    folder = root() / collection_id
    if not re.fullmatch(r"[\w-]{1,64}", collection_id) or not (collection_id == "seeds" or folder.is_dir()):
        raise UserError("There is no such collection.", "Choose one from the list on the Import page.")
    return Collection(collection_id, folder)


def create(name: str) -> Collection:
    """A new, empty collection."""
    name = " ".join(name.split())[:60]
    if not name:
        raise UserError("A collection needs a name.")
    base = re.sub(r"[^\w-]+", "-", name).strip("-").lower()[:40] or "collection"
    collection_id, count = base, 1
    while (root() / collection_id).exists() or collection_id == "seeds":
        count += 1
        collection_id = f"{base}-{count}"
    made = Collection(collection_id, root() / collection_id)
    made.sources.mkdir(parents=True)
    made._keep_card(name=name)
    return made


def delete(collection_id: str) -> None:
    """Remove a collection with its documents, dataset and edits. The shipped one is only reset."""
    shutil.rmtree(get(collection_id).folder, ignore_errors=True)
