"""Compile the modules of `compiled`, where mypy and a C compiler are found.

    python -m timeline.compiling

It takes about a minute of processor time, says in one sentence what became of it, and never fails: what
cannot be compiled runs as Python. A build is tried before it is put in its place, all at once.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from timeline.compiled import HOME, MODULES, ROOT, SUFFIX, SWITCH, digest

_PYTHON = "times run as Python, a quarter slower"
_TRIAL = """
import pathlib, sys
from timeline import compiled
if compiled.use(pathlib.Path(sys.argv[1])):
    from timeline.times import find_times
    print(find_times("2021年3月30日成立，次年上市")[1].value)
"""


def build() -> str:
    """Compile, unless that is done already. What became of it, in a sentence."""
    if os.environ.get(SWITCH) == "0":
        return f"{SWITCH}=0: {_PYTHON}."
    folder = HOME / digest()
    if folder.is_dir():
        return "Times are compiled."
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None or not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return f"No C compiler with Python's headers: {_PYTHON}."
    try:
        HOME.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=HOME) as made:
            _compile(Path(made))
            os.rename(Path(made, "lib"), folder)
    except (Exception, SystemExit) as error:  # whatever it is, the sources run
        if not folder.is_dir():  # or somebody else was faster
            return f"Not compiled ({' '.join(str(error).split())[:100] or type(error).__name__}): {_PYTHON}."
    return "Times are compiled."


def _compile(made: Path) -> None:
    """Into made/lib. Raises where anything is missing or wrong."""
    (made / "lib").mkdir()
    compiler = importlib.import_module("setuptools._distutils.ccompiler").new_compiler()
    importlib.import_module("setuptools._distutils.sysconfig").customize_compiler(compiler)
    for extension in _as_c(made):
        includes = [sysconfig.get_path("include"), *extension.include_dirs]

        def compiled(source: str, extension: Any = extension, includes: list[str] = includes) -> list[str]:
            options = extension.extra_compile_args
            return compiler.compile([source], str(made), include_dirs=includes, extra_postargs=options)

        with ThreadPoolExecutor(os.cpu_count()) as several:
            objects = [file for files in several.map(compiled, extension.sources) for file in files]
        compiler.link_shared_object(objects, str(made / "lib" / f"{extension.name}{SUFFIX}"))
    trial = [sys.executable, "-c", _TRIAL, str(made / "lib")]
    told = subprocess.run(trial, cwd=ROOT, env={**os.environ, SWITCH: "0"}, capture_output=True, text=True)
    if told.stdout.strip() != "2022":
        raise RuntimeError("what was compiled does not run here")


def _as_c(made: Path) -> list[Any]:
    """The modules as C, to be compiled and linked; what is said of them meanwhile is of no use to anybody."""
    mypycify = importlib.import_module("mypyc.build").mypycify
    options = ["--ignore-missing-imports", "--follow-imports=silent", "--check-untyped-defs"]
    options += ["--cache-dir", str(made / "types"), *(f"{name.replace('.', '/')}.py" for name in MODULES)]
    with contextlib.chdir(ROOT), open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        return mypycify(options, opt_level="2", debug_level="0", multi_file=True, target_dir=str(made / "c"))


if __name__ == "__main__":
    print(build())
