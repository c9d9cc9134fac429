"""The Python that runs this: the form of it that Windows shall start, what it cannot do without, and if it is unfit."""

import sys
from importlib.util import find_spec
from pathlib import Path

from medoffice_xl.errors import MedOfficeError

STORE = "windowsapps"
"""A folder in the path of every Python of Microsoft's Store."""

NO_STORE = (
    "This Python comes from Microsoft's Store: what it writes for Excel, Excel cannot see. Use the installer of "
    "Practice Manager, or install Python from python.org and medoffice with it."
)


class UnfitPython(MedOfficeError):
    """Windows could not start this Python for Excel."""


def windowless(executable: Path) -> Path:
    """The same Python without a console window."""
    return executable.with_name("pythonw.exe")


def is_of_the_store(*places: Path) -> bool:
    """Whether a Python at these places is the Store's."""
    return any(STORE in str(place).casefold().replace("\\", "/").split("/") for place in places)


def check_fit(executable: Path, base: Path) -> None:
    """Raise UnfitPython for a Python that Windows cannot start for Excel."""
    if is_of_the_store(executable, base):
        raise UnfitPython(NO_STORE)


def needed_files(executable: Path, base: Path, version: tuple[int, int]) -> list[Path]:
    """The files without which it does not start: of a virtual environment also those of the Python it was made from."""
    library = base / "python{}{}.dll".format(*version)
    of_base = [base / "pythonw.exe"] if base != executable.parent else []
    return [windowless(executable), *of_base, library, *_packages()]


def _packages() -> list[Path]:
    """One file of each package that the server cannot begin without."""
    specs = (find_spec(name) for name in ("medoffice_xl", "pythoncom"))
    return [Path(spec.origin) for spec in specs if spec and spec.origin]


def this_python() -> tuple[Path, list[Path]]:
    """What `register` takes for the Python that runs this; raises UnfitPython."""
    executable, base = Path(sys.executable), Path(sys.base_prefix)
    check_fit(executable, base)
    return windowless(executable), needed_files(executable, base, sys.version_info[:2])
