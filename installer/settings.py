"""What `settings.toml` says, and where things lie."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
LOCKED = HERE / "wheels.txt"
"""Every package of the installer, with its version and hash; `python -m installer.lock` writes it."""

FROM_SOURCE = HERE / "sources.txt"
"""The packages that have no wheel on the index: built here, from the source of this hash."""

BUILDERS = HERE / "builders.txt"
"""What builds the packages that are built here, in one version: another would write other bytes."""

WHEN = 315532800
"""1 January 1980, stamped on every file and told to all that builds, so that the same content always makes the same
installer."""

WINDOWS = ("--platform", "win_amd64", "--implementation", "cp", "--only-binary", ":all:")


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The Windows Python that is put in: where it comes from, and what it is."""

    source: str
    sha256: str
    python: str
    version: str
    licence: str


def of_no_day() -> dict[str, str]:
    """The environment of what builds here: for all that it writes it is that day."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(WHEN)}


def _read() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "settings.toml").read_text(encoding="utf-8"))


def interpreter() -> Interpreter:
    """The interpreter of the settings."""
    said = _read()["interpreter"]
    return Interpreter(said["from"], said["sha256"], said["python"], said["version"], said["licence"])


def requirements() -> list[str]:
    """What the program needs, as pyproject.toml says, and what only Windows needs."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *_read()["also"]["packages"]]


def version() -> str:
    """The version of the program."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])
