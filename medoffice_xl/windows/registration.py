"""What is written into the user's part of the registry so that Windows starts Python by its class; and taken out again.

Only HKEY_CURRENT_USER is touched, which needs no rights of an administrator.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from medoffice_xl.errors import BadArgument
from medoffice_xl.windows.registry import registry_value
from medoffice_xl.windows.server_class import (
    APP,
    CLASS_ID,
    MODULE,
    NEEDS,
    PARTED_BY,
    PROGRAM,
    PROGRAM_ID,
    SECTION,
    STARTING,
)

CLASSES = r"Software\Classes"
CLASS = rf"{CLASSES}\CLSID\{CLASS_ID}"
VBA_SETTINGS = rf"Software\VB and VBA Program Settings\{APP}"
"""Where VBA's GetSetting reads."""

ONLY_WINDOWS = "Only Windows starts Python for Excel by a registration; there is nothing to do here."
USER = "HKEY_CURRENT_USER"
_DESCRIPTION = "Python of the workbook Practice Manager"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the registry; the key's own where `name` is empty."""

    key: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Registration:
    """What is registered: the command that Windows runs, its program, and the files without which it cannot start."""

    command: str
    program: str
    needs: tuple[str, ...] = ()


def entries(program: PureWindowsPath, needs: Sequence[PureWindowsPath]) -> list[Entry]:
    """Everything that is written for this Python, a key before what stands under it."""
    return [
        Entry(rf"{CLASSES}\{PROGRAM_ID}", "", _DESCRIPTION),
        Entry(rf"{CLASSES}\{PROGRAM_ID}\CLSID", "", CLASS_ID),
        Entry(CLASS, "", _DESCRIPTION),
        Entry(rf"{CLASS}\ProgID", "", PROGRAM_ID),
        Entry(rf"{CLASS}\LocalServer32", "", f'"{program}" -m {MODULE}'),
        Entry(VBA_SETTINGS, "", ""),
        Entry(rf"{VBA_SETTINGS}\{SECTION}", PROGRAM, str(program)),
        Entry(rf"{VBA_SETTINGS}\{SECTION}", NEEDS, PARTED_BY.join(map(str, needs))),
        Entry(rf"{VBA_SETTINGS}\{SECTION}", STARTING, ""),
    ]


def register(program: Path, needs: Sequence[Path], root: str = USER) -> None:
    """Write it, over what an earlier installation wrote. Raises BadArgument elsewhere than on Windows."""
    if sys.platform != "win32":
        raise BadArgument(ONLY_WINDOWS)
    import winreg  # noqa: PLC0415  (Windows only)

    for entry in entries(PureWindowsPath(program), [PureWindowsPath(path) for path in needs]):
        for view in _views(entry.key):
            with winreg.CreateKeyEx(_root(root), entry.key, 0, winreg.KEY_WRITE | view) as key:
                winreg.SetValueEx(key, entry.name, 0, winreg.REG_SZ, entry.text)


def unregister(root: str = USER) -> None:
    """Take out all that `register` writes, as far as it is there. Raises BadArgument elsewhere than on Windows."""
    if sys.platform != "win32":
        raise BadArgument(ONLY_WINDOWS)
    import winreg  # noqa: PLC0415  (Windows only)

    keys = dict.fromkeys(entry.key for entry in entries(PureWindowsPath(), ()))
    for key in reversed(keys):
        for view in _views(key):
            with suppress(OSError):
                winreg.DeleteKeyEx(_root(root), key, view, 0)


def registered(root: str = USER) -> Registration | None:
    """What Windows would start; None where nothing is registered, and on every other system."""
    command = registry_value(root, rf"{CLASS}\LocalServer32", "")
    if not command or not registry_value(root, rf"{CLASSES}\{PROGRAM_ID}\CLSID", ""):
        return None
    section = rf"{VBA_SETTINGS}\{SECTION}"
    needs = registry_value(root, section, NEEDS)
    return Registration(command, registry_value(root, section, PROGRAM), tuple(needs.split(PARTED_BY)) if needs else ())


def _views(key: str) -> Iterator[int]:
    """A 32-bit Excel looks for classes in a part of the registry of its own."""
    if sys.platform != "win32":
        return
    import winreg  # noqa: PLC0415  (Windows only)

    yield winreg.KEY_WOW64_64KEY
    if key.startswith(CLASS):
        yield winreg.KEY_WOW64_32KEY


def _root(name: str) -> int:
    import winreg  # noqa: PLC0415  (Windows only)

    return int(getattr(winreg, name))
