"""The workbook of a small invented practice, made once for all tests that only look at it, in whichever process.

To make it takes longer than most of what is asked of it: half a minute.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from medoffice_xl.cli.app import load_commands
from medoffice_xl.files.lock import InUse, only_writer

PHYSICIANS, MONTHS = 2, 14


@dataclass(frozen=True, slots=True)
class Invented:
    """Where `medoffice demo` put everything, and what it said."""

    folder: Path
    said: str

    @property
    def workbook(self) -> Path:
        """The workbook, as it was last refreshed. Nobody writes into it."""
        return self.folder / "PracticeManager.xlsm"


def invented_once(beside: Path) -> Invented:
    """The practice in this folder; whoever comes first makes it, and the others wait."""
    beside.mkdir(exist_ok=True)
    told = beside / "said.txt"
    while True:
        try:
            with only_writer(told):
                if not told.exists():
                    told.write_text(_made(beside / "demo"), encoding="utf-8")
                return Invented(beside / "demo", told.read_text(encoding="utf-8"))
        except InUse:
            time.sleep(0.5)


def _made(folder: Path) -> str:
    words = ["demo", "--out", str(folder), "--physicians", str(PHYSICIANS), "--months", str(MONTHS)]
    done = CliRunner().invoke(load_commands(), words)
    assert done.exit_code == 0, done.output
    return done.output
