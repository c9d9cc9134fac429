"""What a Windows Python lacks under Wine, put beside it: for tests alone, never part of what is shipped."""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DLLTOOL, LINKER = "x86_64-w64-mingw32-dlltool", "x86_64-w64-mingw32-ld"
FORWARDED = "LIBRARY bcryptprimitives.dll\nEXPORTS\nProcessPrng = advapi32.SystemFunction036\n"
"""A library of Windows that packages written in Rust load, and that Wine 8 lacks: its one function, by another name."""


def make_wine_fit(python: Path) -> None:
    """Give it bodies for what Wine's C library lacks, and that library where its linker is installed."""
    shutil.copy(HERE / "windows" / "sitecustomize.py", python / "Lib" / "site-packages")
    if shutil.which(LINKER) and shutil.which(DLLTOOL):
        _forward(python / "bcryptprimitives.dll")


def _forward(to: Path) -> None:
    """A library without code, whose only entry points at another library's."""
    with tempfile.TemporaryDirectory() as folder:
        definition, exports = Path(folder) / "forward.def", Path(folder) / "forward.exp"
        definition.write_text(FORWARDED, encoding="ascii")
        subprocess.run([DLLTOOL, "-d", definition, "-e", exports], check=True)
        subprocess.run([LINKER, "-shared", "-o", to, exports], check=True)
