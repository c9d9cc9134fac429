"""PracticeManagerSetup.exe, made by NSIS from the folder that is installed."""

import shutil
import subprocess
from pathlib import Path

from installer.settings import HERE, of_no_day, version

NAME = "PracticeManagerSetup.exe"
SCRIPT = HERE / "PracticeManager.nsi"


class NoNsis(Exception):
    """NSIS is not installed."""


def write_setup(folder: Path, to: Path, *, quick: bool = False, shown: str = "") -> Path:
    """The installer of what stands in the folder; `quick` leaves it as large as it is. Returns it; raises NoNsis."""
    makensis = shutil.which("makensis")
    if makensis is None:
        raise NoNsis("makensis is missing: install the package nsis.")
    values = {
        "CONTENT": folder,
        "OUT": to,
        "VERSION": shown or version(),
        "COMPRESSOR": "zlib" if quick else "/SOLID lzma",
        "COMPRESS": "off" if quick else "auto",
    }
    command = [makensis, "-V2", "-NOCD", *(f"-D{name}={value}" for name, value in values.items()), str(SCRIPT)]
    subprocess.run(command, check=True, env=of_no_day())
    return to
