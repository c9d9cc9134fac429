"""What `medoffice doctor` looks at: this machine, and a workbook's own settings."""

import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from python_calamine import CalamineError

from medoffice_xl.errors import BookError, CannotRead
from medoffice_xl.files.limits import MOST_CELLS_OF_A_BOOK
from medoffice_xl.files.reading import read_whole
from medoffice_xl.files.workbooks import opened_workbook
from medoffice_xl.hosts.excel.rules_of_windows import Rules, rules_of_this_computer
from medoffice_xl.windows.registration import Registration, registered
from medoffice_xl.windows.registry import registry_value

OFFICE = r"SOFTWARE\Microsoft\Office"
TRUSTED = OFFICE + r"\16.0\Excel\Security\Trusted Locations"
CONF = "xlwings.conf"


@dataclass(frozen=True, slots=True)
class Machine:
    """The facts of a machine. `excel` is x64, x86 or "" where it is not known, `edition` what was installed, such as
    ProPlus2019Retail; `trusted` the trusted folders. `base` is where the Python lies that a virtual environment was
    made from; `registration` what Windows starts for Excel.
    """

    system: str
    python: tuple[int, int]
    bits: int
    executable: Path
    prefix: Path
    xlwings: str
    pinned: str
    excel: str = ""
    edition: str = ""
    trusted: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    home: Path = Path()
    base: Path = Path()
    registration: Registration | None = None
    rules: Rules = field(default_factory=Rules)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The facts of a workbook. `zone` is the text of its mark of the web, "" where it has none."""

    path: Path
    settings: Mapping[str, str]
    zone: str = ""


def this_machine() -> Machine:
    """Look at the machine this runs on."""
    return Machine(
        system=sys.platform,
        python=sys.version_info[:2],
        bits=int(platform.architecture()[0].removesuffix("bit")),
        executable=Path(sys.executable),
        prefix=Path(sys.prefix),
        xlwings=_installed("xlwings"),
        pinned=_pin(),
        excel=_excel_on_windows(),
        edition=_edition_on_windows(),
        trusted=tuple(_trusted_on_windows()),
        environment=dict(os.environ),
        home=Path.home(),
        base=Path(sys.base_prefix),
        registration=registered(),
        rules=rules_of_this_computer(),
    )


def look_at(path: Path) -> Workbook:
    """Read a workbook's settings and its mark of the web; raises BookError when it cannot be read."""
    try:
        sheet = opened_workbook(read_whole(path), path.name, MOST_CELLS_OF_A_BOOK).get_sheet_by_name(CONF)
    except (CalamineError, CannotRead) as error:
        raise BookError(f"{path} is not a workbook of this program, or it cannot be read.") from error
    pairs = {str(row[0]): str(row[1]) for row in sheet.to_python() if len(row) > 1 and row[0] != ""}
    return Workbook(path.absolute(), pairs, _mark_of_the_web(path))


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _pin() -> str:
    """The one version of xlwings that this version's workbook works with."""
    try:
        wanted = requires("medoffice_xl") or []
    except PackageNotFoundError:
        return ""
    return next((line.partition("==")[2].strip() for line in wanted if line.startswith("xlwings==")), "")


def _mark_of_the_web(path: Path) -> str:
    if sys.platform != "win32":
        return ""
    try:
        return Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _excel_on_windows() -> str:
    return registry_value("HKEY_LOCAL_MACHINE", OFFICE + r"\ClickToRun\Configuration", "Platform") or registry_value(
        "HKEY_LOCAL_MACHINE", OFFICE + r"\16.0\Outlook", "Bitness"
    )


def _edition_on_windows() -> str:
    return registry_value("HKEY_LOCAL_MACHINE", OFFICE + r"\ClickToRun\Configuration", "ProductReleaseIds")


def _trusted_on_windows() -> list[Path]:
    places = (registry_value("HKEY_CURRENT_USER", rf"{TRUSTED}\Location{number}", "Path") for number in range(30))
    return [Path(os.path.expandvars(place)) for place in places if place]
