"""docs/modules.md, made from the first line of every module: `python -m docs.modules`."""

import ast
from itertools import groupby
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
PAGE = HOME / "docs" / "modules.md"
_HEAD = """# Every module in one line

Made by `python -m docs.modules` from the modules' own first lines. What belongs together, and in which order: [How
Biannian is built](architecture.md).
"""


def modules() -> list[Path]:
    """All modules, a folder's own before those of the folders in it."""
    found = (HOME / "timeline").rglob("*.py")
    return sorted(found, key=lambda path: (path.parent.relative_to(HOME).parts, path.name))


def _first_line(path: Path) -> str:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return told.split("\n")[0].replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def to_markdown() -> str:
    """A table a folder: module, what it does."""
    parts = [_HEAD]
    for folder, paths in groupby(modules(), key=lambda path: path.parent):
        rows = [(path.name, line) for path in paths if (line := _first_line(path))]
        told = dict(rows).get("__init__.py", "")
        parts.append(f"## {folder.relative_to(HOME).as_posix()}/\n")
        parts.append(f"{told}\n" if told else "")
        table = [f"| `{name}` | {line} |" for name, line in rows if name != "__init__.py"]
        parts.append("\n".join(["| | |", "|---|---|", *table]) + "\n")
    return "\n".join(part for part in parts if part)


if __name__ == "__main__":
    PAGE.write_text(to_markdown(), encoding="utf-8")
