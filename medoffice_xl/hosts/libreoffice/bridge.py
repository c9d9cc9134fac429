"""LibreOffice's Python bridge, found where LibreOffice put it.

`uno` is no package of an index: it comes with LibreOffice and is built for one version of Python. Debian keeps it
among the system's packages, others beside the program. Only these two modules are taken from there, so that nothing
else of that folder reaches our environment.
"""

import importlib
import importlib.util
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Any

from medoffice_xl.errors import MedOfficeError

_PLACES = ("/usr/lib/python3/dist-packages", "/usr/lib64/libreoffice/program", "/usr/lib/libreoffice/program")
_PROGRAMS = ("soffice", "libreoffice")


class LibreOfficeMissing(MedOfficeError):
    """LibreOffice, or its bridge to this Python, is not on this computer."""


@cache
def program() -> Path:
    """The program that starts LibreOffice."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return Path(found)
    raise LibreOfficeMissing("LibreOffice is not installed. Install LibreOffice 25.2 or newer (Calc), then try again.")


@cache
def load_uno() -> Any:
    """The module `uno`; raises LibreOfficeMissing in plain words."""
    if importlib.util.find_spec("uno") is None:
        _load_from(_folder())
    import uno  # noqa: PLC0415  (only now it can be found)

    return uno


def _folder() -> Path:
    for place in (*_PLACES, program().resolve().parent):
        if Path(place, "uno.py").exists():
            return Path(place)
    raise LibreOfficeMissing(
        "LibreOffice's Python bridge is not installed. On Debian and Ubuntu it is the package python3-uno."
    )


def _load_from(folder: Path) -> None:
    before = list(sys.path)
    sys.path.append(str(folder))
    try:
        importlib.import_module("uno")
        importlib.import_module("unohelper")
    except ImportError as error:
        raise LibreOfficeMissing(
            f"LibreOffice's Python bridge in {folder} does not work with Python {sys.version.split()[0]}: {error}. "
            "Install medoffice_xl with the Python that LibreOffice was built for (3.11 on Debian 12)."
        ) from error
    finally:
        added = [place for place in sys.path if place not in before and place != str(folder)]
        sys.path[:] = before + added


def struct(name: str, **fields: Any) -> Any:
    """A UNO structure, such as `struct("com.sun.star.awt.Size", Width=100)`."""
    made = load_uno().createUnoStruct(name)
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def properties(**values: Any) -> tuple[Any, ...]:
    """Named values, as LibreOffice's calls take them."""
    return tuple(struct("com.sun.star.beans.PropertyValue", Name=name, Value=value) for name, value in values.items())


def enum(kind: str, value: str) -> Any:
    """A value of a UNO enumeration."""
    return load_uno().Enum(kind, value)


def url(path: Path | str) -> str:
    """A file's address."""
    return Path(path).absolute().as_uri()


def uno_exception() -> type[Exception]:
    """The class of everything that LibreOffice raises."""
    kind: type[Exception] = load_uno().getClass("com.sun.star.uno.Exception")
    return kind
