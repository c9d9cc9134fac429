"""`medoffice` as a process of its own, with what it said and the most memory it took."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

MIB = 1024**2
STATUS = "status.txt"
ADDRESS_SPACE = 6 * 1024**3
"""What a run may ask of the system at all: what asks for more fails at once, instead of taking the machine along."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended: its exit code, its words on one line, and the most memory that it held, in MiB."""

    code: int
    said: str
    peak: float


def medoffice(folder: Path, *words: object) -> Run:
    """Run the command and wait for it; `folder` is for what it says and writes beside its files."""
    if sys.platform == "win32":
        pytest.skip("the memory of a process is measured on Unix")
    said = folder / "said.txt"
    child = os.fork()
    if not child:
        _become(said, [str(word) for word in words], folder)
    _, status, used = os.wait4(child, 0)
    peak = _own_peak(folder) or used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MIB
    text = said.read_text(encoding="utf-8", errors="replace")
    said.unlink()
    return Run(os.waitstatus_to_exitcode(status), " ".join(text.split()), peak)


def _own_peak(folder: Path) -> float:
    """What the run itself held at most: what the system tells of a child begins with its parent's. 0: not known."""
    status = folder / STATUS
    if not status.exists():
        return 0.0
    peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    status.unlink()
    return int(peak.split()[1]) / 1024


def _become(said: Path, words: list[str], folder: Path) -> None:
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        environment = os.environ | {"COLUMNS": "1000", "XDG_STATE_HOME": str(folder / "state")}
        program = (
            "import atexit, pathlib; status = pathlib.Path('/proc/self/status'); "
            f"keep = pathlib.Path({str(folder / STATUS)!r}); "
            "atexit.register(lambda: status.exists() and keep.write_text(status.read_text())); "
            "from medoffice_xl.cli import main; main()"
        )
        os.execve(sys.executable, [sys.executable, "-c", program, *words], environment)
    finally:
        os._exit(127)
