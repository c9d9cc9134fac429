"""`python -m installer.lock`: the newest packages that pyproject.toml and constraints-dev.txt allow, written down."""

import hashlib
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from installer.packages import for_windows, pip
from installer.settings import BUILDERS, FROM_SOURCE, LOCKED, REPOSITORY, interpreter, requirements

SDIST_ONLY = ("ofxparse",)
"""Packages of which the index has the source alone."""

NEEDED_BY_THEM = ("beautifulsoup4", "six")
"""What those need in turn, which pip does not see while it looks for wheels alone."""

PYWIN32 = "pywin32>=312"
"""What xlwings needs on Windows alone: pip, run elsewhere, would not see it."""

WHAT_BUILDS = ("hatchling", "setuptools")
"""What pyproject.toml and the packages that are source alone are built with."""

MADE_BY = "# Made by `python -m installer.lock`; change pyproject.toml or constraints-dev.txt, not this file."


def main() -> None:
    """Download everything once and write down what came."""
    wanted = requirements()
    sources = [line for line in wanted if re.match(r"[\w-]+", line)[0] in SDIST_ONLY]  # type: ignore[index]
    wheels = [line for line in wanted if line not in sources]
    constraints = ("--constraint", REPOSITORY / "constraints-dev.txt")
    with tempfile.TemporaryDirectory() as folder:
        binary, source, builders = (Path(folder) / name for name in ("binary", "source", "builders"))
        pip("download", "--dest", binary, *for_windows(interpreter()), *constraints, PYWIN32, *NEEDED_BY_THEM, *wheels)
        pip("download", "--dest", source, "--no-deps", "--no-binary", ":all:", *constraints, *sources)
        _write(LOCKED, map(_line, binary.iterdir()))
        pip("download", "--dest", builders, "--no-deps", *WHAT_BUILDS)
        _write(FROM_SOURCE, map(_line, source.iterdir()))
        _write(BUILDERS, map(_version, builders.iterdir()))


def _write(path: Path, found: Iterable[str]) -> None:
    lines = sorted(found)
    path.write_text("".join(f"{line}\n" for line in [MADE_BY, *lines]), encoding="utf-8")


def _version(file: Path) -> str:
    name, version = file.name.removesuffix(".tar.gz").split("-")[:2]
    return f"{name.replace('_', '-').lower()}=={version}"


def _line(file: Path) -> str:
    return f"{_version(file)} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    sys.exit(main())
