"""What `settings.toml` says, and where things lie."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
LOCKED = HERE / "wheels.txt"
"""Every package of the installer, with its version and hash; `python -m installer.lock` writes it."""

FROM_SOURCE = HERE / "sources.txt"
"""The packages that have no wheel on the index: built here, from the source of this hash."""

WINDOWS = ("--platform", "win_amd64", "--implementation", "cp", "--only-binary", ":all:")


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The Windows Python that is put in: where it comes from, and what it is."""

    source: str
    sha256: str
    python: str
    version: str
    licence: str


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
