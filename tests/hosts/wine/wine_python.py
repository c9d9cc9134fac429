"""The Windows Python that `prepare.py` made, and how to start it under Wine."""

import json
import os
import subprocess
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from medoffice_xl.windows.server_class import BY_WINDOWS

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
HOME = Path(os.environ.get("MEDOFFICE_WINE_PYTHON") or REPOSITORY / ".wine").resolve()
PYTHON = HOME / "python" / "python.exe"
PREFIX = HOME / "prefix"
WINE = Path("/usr/lib/wine/wine64")

PATIENCE = 300.0
"""Seconds for one answer, the first of which loads everything; xlwings itself waits two minutes for a server."""

ENVIRONMENT = {
    **os.environ,
    "WINEPREFIX": str(PREFIX),
    "WINEDEBUG": "-all",
    # A crash ends the program at once, and does not start a debugger that waits for somebody.
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winedbg.exe=d",
    "PYTHONUTF8": "1",
}


def why_not() -> str:
    """Why the tests cannot run here; "" when they can."""
    if not WINE.exists():
        return "Wine is not installed"
    if not PYTHON.exists() or not PREFIX.exists():
        return "no Windows Python: run tests/hosts/wine/prepare.py"
    return ""


def install_checkout() -> None:
    """Put this checkout on the Windows Python's path, as an editable installation does."""
    packages = PYTHON.parent / "Lib" / "site-packages"
    (packages / "medoffice_xl.pth").write_text(windows_path(REPOSITORY) + "\n", encoding="utf-8")


def windows_path(path: Path) -> str:
    r"""A path of this machine as Windows programs see it: Wine's drive Z: is the root.

    >>> windows_path(Path("/srv/book.xlsm"))
    'Z:\\srv\\book.xlsm'
    """
    return "Z:" + str(path).replace("/", "\\")


def packed(value: Any) -> Any:
    """A value as a question to the Windows side holds it."""
    if isinstance(value, list):
        return [[packed(cell) for cell in row] for row in value]
    return {"date": value.isoformat()} if isinstance(value, datetime) else value


def command(*arguments: object) -> list[str]:
    """All of Wine's processes on one core: four times as fast as on several."""
    return ["taskset", "-c", "0", str(WINE), *(str(argument) for argument in arguments)]


def run(*arguments: object, timeout: float = 120) -> "subprocess.CompletedProcess[str]":
    """Run a Windows program to its end. Its output goes through pipes: into a file Python would not start."""
    return subprocess.run(
        command(*arguments),
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


class StandIn:
    """A Windows process that does what Excel and its VBA do; one JSON line a question, one an answer.

    Python is started by Windows, or by xlwings' library.
    """

    def __init__(self, way: str = BY_WINDOWS, extra: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            command(PYTHON, "-u", windows_path(HERE / "windows" / "stand_in.py"), way),
            env={**ENVIRONMENT, **(extra or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, question: str, **details: Any) -> Any:
        """The answer to one question; raises AssertionError with the other side's traceback, or after long enough."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps({"question": question, **details}) + "\n")
        self._process.stdin.flush()
        patience = threading.Timer(PATIENCE, self._give_up)
        patience.start()
        line = self._process.stdout.readline()
        patience.cancel()
        if not line:
            assert self._process.stderr is not None
            raise AssertionError(f"the Windows side ended:\n{self._process.stderr.read()}")
        answer = json.loads(line)
        assert "trouble" not in answer, answer["trouble"]
        return answer["answer"]

    def close(self) -> None:
        """End it, and the COM server it started."""
        if self._process.poll() is None:
            self.ask("close")
            # Not until its pipes are closed: under Wine a server that lingers has them, too.
            self._process.wait(timeout=30)
        end_wine()

    def _give_up(self) -> None:
        """End it and whatever has its pipes, which would be waited for without end."""
        self._process.kill()
        end_wine()


def end_wine() -> None:
    """End whatever runs in this prefix, such as a message box that nobody can see."""
    subprocess.run([str(WINE.parent / "wineserver"), "-k"], env={"WINEPREFIX": str(PREFIX)}, check=False)
