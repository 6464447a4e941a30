"""The command line: build · export · serve · bench.

Exit status: 0 all read; 3 some files were skipped (each is listed); 2 the user must act.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from timeline import __version__
from timeline.errors import UserError

OK, ACT, SKIPPED = 0, 2, 3
HOME = Path(__file__).resolve().parents[1]


def parser() -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(prog="timeline", description="Documents in, a sourced timeline out.")
    main.add_argument("--version", action="version", version=__version__)
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _build_options(commands.add_parser("build", help="read documents and write a dataset folder"))
    _export_options(commands.add_parser("export", help="write a dataset in another format"))
    serve = commands.add_parser("serve", help="open the dashboard")
    serve.add_argument("folder", nargs="?", metavar="DIR", help="a dataset folder (default: the seeds)")
    serve.add_argument("--port", type=int, default=8501)
    bench = commands.add_parser("bench", help="measure speed side by side with named peers")
    bench.add_argument("names", nargs="*", metavar="NAME", help="which benchmarks (default: all)")
    return main


def _build_options(build: argparse.ArgumentParser) -> None:
    build.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
    build.add_argument("--out", required=True, metavar="DIR", help="dataset folder to write or replace")
    build.add_argument(
        "--sources", metavar="FILE.csv", help="manifest: file, title, author, date_published …"
    )
    build.add_argument(
        "--published", action="append", default=[], metavar="FILE=DATE", help="a document's date (EDTF)"
    )
    build.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes (default: by the machine)"
    )
    build.add_argument("--resume", action="store_true", help="go on where an interrupted build stopped")
    build.add_argument("--no-progress", action="store_true")


def _export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("folder", metavar="DIR", help="a dataset folder")
    export.add_argument("--format", required=True, metavar="FORMAT")
    export.add_argument("-o", "--output", required=True, metavar="FILE")
    export.add_argument("--from", dest="first", type=_window_end, metavar="YEAR[-MONTH[-DAY]]")
    export.add_argument("--to", dest="last", type=_window_end, metavar="YEAR[-MONTH[-DAY]]")
    export.add_argument("--category", action="append", default=[], help="may be given many times")
    export.add_argument("--min-importance", type=int, choices=(1, 2, 3), default=1)
    export.add_argument("--starred", action="store_true", help="starred events only")
    export.add_argument("--lang", choices=("zh", "en"), default="zh")
    export.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE",
        help="an option of the format, such as slides=12 or table=mentions; may be given many times",
    )  # fmt: skip


def _published(pairs: Sequence[str]) -> dict[str, str]:
    from timeline.edtf import is_edtf

    dates = {}
    for pair in pairs:
        file, sign, date = pair.rpartition("=")
        if not sign or not file or not is_edtf(date):
            raise UserError(
                f"--published {pair}: this is not FILE=DATE.",
                "For example: --published report.txt=2021-03-30",
            )
        dates[file] = date
    return dates


def _progress(done: float, total: int, path: str) -> None:
    """Documents that are through, and on a screen the share of a long one: 2/5, 2.43/5."""
    said = f"{int(done * 100) / 100:.10g}"  # never 5/5 before all are through
    if sys.stderr.isatty():
        print(f"\r\033[K{said}/{total}  {path[-60:]!r}", end="" if done < total else "\n", file=sys.stderr)
    elif done == total or done % max(1, total // 10) == 0:
        print(f"{said}/{total}", file=sys.stderr)


def _format_options(pairs: Sequence[str]) -> dict[str, str]:
    made = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise UserError(f"--option {pair}: this is not NAME=VALUE.", "For example: --option slides=12")
        made[name] = value
    return made


def _window_end(words: str) -> str:
    from timeline.edtf import is_edtf

    if not (re.fullmatch(r"\d{4}(-\d\d){0,2}", words, re.ASCII) and is_edtf(words)):
        raise argparse.ArgumentTypeError(f"{words} is no year (2021), month (2021-03) or day (2021-03-15)")
    return words


def _export_progress(done: int, total: int) -> None:
    """Rows (or slides) of the part that is being written; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{done}/{total}", end="" if done < total else "\r\033[K", file=sys.stderr)


def build(options: argparse.Namespace) -> int:
    from timeline import parts, pipeline, store

    made = pipeline.build(
        options.paths, published=_published(options.published), sources=options.sources,
        workers=options.workers, keep=parts.folder(options.out), resume=options.resume,
        progress=None if options.no_progress else _progress,
    )  # fmt: skip
    store.write(made, options.out)
    parts.remove(parts.folder(options.out))
    print(pipeline.summary(made))
    return SKIPPED if made.skipped else OK


def export(options: argparse.Namespace) -> int:
    from timeline import edited, edits, exports, store, tables
    from timeline.model import CATEGORIES

    if options.format not in exports.EXPORTS:
        raise UserError(f"Unknown format: {options.format}.", f"Known are: {', '.join(exports.EXPORTS)}.")
    if unknown := sorted(set(options.category) - set(CATEGORIES)):
        raise UserError(f"Unknown category: {', '.join(unknown)}.", f"Known are: {', '.join(CATEGORIES)}.")
    whole = edited.apply(store.read(options.folder), edits.Edits(options.folder))
    # A picture shows the usual years; a file of data leaves nothing out.
    drawn = options.format in ("pptx", "svg", "png")
    first, last = tables.usual(whole).years if drawn else tables.years(whole)
    start, end = options.first or f"{first:04d}", options.last or f"{last:04d}"
    if start > f"{end}-99":
        raise UserError(f"--from {start} lies after --to {end}.", "Swap the two.")
    filters = tables.Filters(
        categories=tuple(options.category), min_importance=options.min_importance, starred=options.starred
    ).within(start, end)
    format_ = exports.EXPORTS[options.format]
    wanted = format_.known(_format_options(options.option))
    format_.save(options.output, whole, filters, options.lang, progress=_export_progress, **wanted)
    chosen = tables.select(whole, filters)
    print(f"{options.output}: {len(chosen.events)} events ({tables.describe(filters, 'en')})")
    return OK


def _has_screen() -> bool:
    """Whether a person sits in front of it: no browser is opened for a script or a server."""
    display = (
        sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return bool(display) and sys.stdout.isatty() and not os.environ.get("CI")


def _open_when_ready(address: str, port: int) -> None:
    for _ in range(120):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                webbrowser.open(address)
                return
        time.sleep(0.5)


def serve(options: argparse.Namespace) -> int:
    environment = dict(os.environ)
    if options.folder:
        from timeline import store

        store.read(options.folder)  # a clear sentence now rather than on the page
        environment["BIANNIAN_DATASET"] = str(Path(options.folder).resolve())
    else:
        from timeline import library, pipeline

        print("Reading seeds/ …", flush=True)
        print(pipeline.summary(library.get("seeds").open()))
    command = [sys.executable, "-m", "timeline.ui.server", str(options.port)]
    address = f"http://127.0.0.1:{options.port}"
    print(f"\n  编年 Biannian: {address}\n", flush=True)
    if _has_screen():
        Thread(target=_open_when_ready, args=(address, options.port), daemon=True).start()
    try:
        return subprocess.call(command, env=environment, cwd=HOME)
    except KeyboardInterrupt:
        return OK


def bench(options: argparse.Namespace) -> int:
    if not (HOME / "benchmarks").is_dir():
        raise UserError("The benchmarks are not part of this installation.", "Run this in a checkout.")
    known = {
        path.stem.removeprefix("bench_"): path for path in sorted((HOME / "benchmarks").glob("bench_*.py"))
    }
    if unknown := sorted(set(options.names) - set(known)):
        raise UserError(f"Unknown benchmark: {', '.join(unknown)}.", f"Known are: {', '.join(known)}.")
    for name in options.names or known:
        print(f"── {name}", flush=True)
        if status := subprocess.call([sys.executable, "-m", f"benchmarks.bench_{name}"], cwd=HOME):
            return status
    return OK


COMMANDS = {"build": build, "export": export, "serve": serve, "bench": bench}


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except UserError as error:
        print(error.message, file=sys.stderr)
        if error.hint:
            print(error.hint, file=sys.stderr)
        return ACT
    except KeyboardInterrupt:
        print("\nStopped; nothing was replaced. --resume goes on from here.", file=sys.stderr)
        return ACT
    except BrokenPipeError:
        return OK


if __name__ == "__main__":
    sys.exit(main())
