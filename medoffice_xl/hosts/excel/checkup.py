"""Findings over a machine and a workbook: what is right, what is missing or mismatched, and how to mend it."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath

from medoffice_xl.hosts.excel.finding import Finding
from medoffice_xl.hosts.excel.machine import Machine, Workbook
from medoffice_xl.hosts.excel.python_for_excel import python_for_excel
from medoffice_xl.windows.server_class import BY_WINDOWS, BY_XLWINGS, WAY, XLWINGS_PROGRAM

OLDEST_PYTHON = (3, 11)
APPLESCRIPTS = Path("Library/Application Scripts/com.microsoft.Excel")


def examine(
    machine: Machine, workbook: Workbook | None = None, exists: Callable[[Path], bool] = Path.exists
) -> list[Finding]:
    """Everything that applies to this system."""
    findings = [*_python(machine), *_xlwings(machine)]
    if machine.system == "win32":
        findings += [*_excel(machine), *python_for_excel(machine, exists), *_library(machine, exists)]
    elif machine.system == "darwin":
        findings += _applescript(machine, exists)
    else:
        findings.append(
            Finding(
                "Excel", "There is no Excel for this system: LibreOffice and the commands of medoffice do its work."
            )
        )
    if workbook:
        findings += _workbook(machine, workbook, exists)
    return findings


def _python(machine: Machine) -> Iterator[Finding]:
    shown = ".".join(map(str, machine.python))
    if machine.python < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        yield Finding("Python", f"Python {shown} is too old.", f"Install Python {wanted} or newer from python.org.")
    else:
        yield Finding("Python", f"Python {shown}, {machine.bits} bit, {machine.executable}")


def _xlwings(machine: Machine) -> Iterator[Finding]:
    if not machine.xlwings:
        yield Finding("xlwings", "xlwings is not installed.", "Run: pip install --upgrade medoffice_xl")
    elif machine.pinned and machine.xlwings != machine.pinned:
        yield Finding(
            "xlwings",
            f"xlwings {machine.xlwings} is installed; the workbook works with {machine.pinned} only.",
            f"Run: pip install xlwings=={machine.pinned}",
        )
    else:
        yield Finding("xlwings", f"xlwings {machine.xlwings}")


def _excel(machine: Machine) -> Iterator[Finding]:
    if not machine.excel:
        yield Finding(
            "Excel",
            "No Excel of Microsoft 365 or Office 2021 and newer was found.",
            "Install Excel for the desktop; Excel in the browser runs no macros.",
        )
    elif _without_spills(machine.edition):
        yield Finding(
            "Excel",
            f"This Excel ({machine.edition}) has no formulas that fill several cells; the workbook closes itself.",
            "Install Excel of Microsoft 365, or Excel 2021 or newer.",
        )
    else:
        yield Finding("Excel", f"Excel, {32 if machine.excel == 'x86' else 64} bit")


def _without_spills(edition: str) -> bool:
    """Whether only Excel 2016 or 2019 is installed, which know no lists that spill."""
    editions = [one for one in edition.split(",") if one.strip()]
    return bool(editions) and all(re.search(r"2016|2019", one) for one in editions)


def _library(machine: Machine, exists: Callable[[Path], bool]) -> Iterator[Finding]:
    """The library that the workbook's VBA loads, beside the interpreter or in the folder above."""
    wanted = f"xlwings{32 if machine.excel == 'x86' else 64}-{machine.pinned or machine.xlwings}.dll"
    folders = (machine.executable.parent, machine.executable.parent.parent, machine.prefix)
    place = next((folder / wanted for folder in folders if exists(folder / wanted)), None)
    if place is None:
        yield Finding(
            "Library for Excel",
            f"{wanted} is neither in {folders[0]} nor in {folders[1]}.",
            "Run: pip install --force-reinstall xlwings"
            + (f"=={machine.pinned}" if machine.pinned else "")
            + ". If a virus scanner took it away, let it be restored.",
        )
    elif place.parent not in folders[:2]:
        yield Finding(
            "Library for Excel",
            f"{place} is where Excel does not look.",
            "Install medoffice_xl into a virtual environment (python -m venv) and use the Python of that.",
        )
    else:
        yield Finding("Library for Excel", str(place))


def _applescript(machine: Machine, exists: Callable[[Path], bool]) -> Iterator[Finding]:
    script = machine.home / APPLESCRIPTS / f"xlwings-{machine.pinned or machine.xlwings}.applescript"
    if exists(script):
        yield Finding("Buttons", str(script))
    else:
        yield Finding("Buttons", f"{script} is missing, so no button works.", "Run once: xlwings runpython install")


def _workbook(machine: Machine, workbook: Workbook, exists: Callable[[Path], bool]) -> Iterator[Finding]:
    if machine.system != "win32" or _started_by_xlwings(workbook):
        yield from _interpreter(machine, workbook, exists)
    yield from _server(workbook)
    if machine.system == "win32":
        yield from _way(machine, workbook)
        yield from _mark(workbook)
        yield from _trust(machine, workbook)
    yield from _cloud(machine, workbook)


def _interpreter(machine: Machine, workbook: Workbook, exists: Callable[[Path], bool]) -> Iterator[Finding]:
    setting = {"win32": XLWINGS_PROGRAM, "darwin": "Interpreter_Mac"}.get(machine.system)
    if setting is None:
        return
    written = next((value for key, value in workbook.settings.items() if key.casefold() == setting.casefold()), "")
    named = Path(_expanded(written, machine))
    mend = (
        f"On the hidden sheet xlwings.conf, write {_own(machine)} beside {setting}; or make a new workbook with: "
        "medoffice init FOLDER"
    )
    if not written:
        yield Finding("Interpreter", f"The workbook names no Python ({setting} is empty).", mend)
    elif not exists(named):
        yield Finding("Interpreter", f"The workbook names {named}, which is not there.", mend)
    elif named.parent != machine.executable.parent:
        yield Finding(
            "Interpreter", f"The workbook names {named}; this program runs in {machine.executable.parent}.", mend
        )
    else:
        yield Finding("Interpreter", str(named))


def _started_by_xlwings(workbook: Workbook) -> bool:
    way = next((value for key, value in workbook.settings.items() if key.casefold() == WAY.casefold()), BY_WINDOWS)
    return way.casefold() == BY_XLWINGS.casefold()


def _way(machine: Machine, workbook: Workbook) -> Iterator[Finding]:
    if not _started_by_xlwings(workbook):
        yield Finding("Start", "The workbook asks Windows for Python.")
    elif machine.rules.no_child_of_office:
        yield Finding(
            "Start",
            "The workbook lets Excel start Python by xlwings' library, and a rule of this computer forbids Office to "
            "start programs.",
            f"On the hidden sheet xlwings.conf, write {BY_WINDOWS} beside {WAY}.",
        )
    else:
        yield Finding("Start", "The workbook lets Excel start Python by xlwings' library.")


def _own(machine: Machine) -> Path:
    return machine.executable.with_name("pythonw.exe") if machine.system == "win32" else machine.executable


def _expanded(path: str, machine: Machine) -> str:
    """As the workbook's VBA expands it: %NAME% on Windows, $HOME on a Mac."""
    if machine.system == "darwin":
        return path.replace("$HOME", str(machine.home))
    known = {name.casefold(): value for name, value in machine.environment.items()}
    return re.sub(r"%([^%]+)%", lambda found: known.get(found[1].casefold(), found[0]), path)


def _server(workbook: Workbook) -> Iterator[Finding]:
    settings = {key.casefold(): value.casefold() for key, value in workbook.settings.items()}
    if settings.get("add_workbook_to_pythonpath") != "false":
        yield Finding(
            "Settings",
            "ADD_WORKBOOK_TO_PYTHONPATH is not False: Python code lying beside the workbook would run.",
            "Write False beside it on the hidden sheet xlwings.conf.",
        )
    if settings.get("use udf server") != "true":
        yield Finding(
            "Settings",
            "USE UDF SERVER is not True: every button would start a Python of its own, slowly.",
            "Write True beside it on the hidden sheet xlwings.conf.",
        )


def _mark(workbook: Workbook) -> Iterator[Finding]:
    zone = re.search(r"ZoneId\s*=\s*(\d)", workbook.zone)
    if zone and int(zone[1]) >= 3:
        yield Finding(
            "Mark of the web",
            "Windows has marked the workbook as from the internet, so Excel blocks its macros.",
            "In Explorer: right-click the file, Properties, tick Unblock, OK. A workbook made with “medoffice init” "
            "has no such mark.",
        )
    else:
        yield Finding("Mark of the web", "none")


def _trust(machine: Machine, workbook: Workbook) -> Iterator[Finding]:
    here = PureWindowsPath(workbook.path)
    if any(here.is_relative_to(PureWindowsPath(folder)) for folder in machine.trusted):
        yield Finding("Trusted location", "The workbook lies in a trusted location.")
    else:
        yield Finding(
            "Trusted location",
            "The workbook lies in no trusted location: Excel asks once to Enable Content. If your office has macros "
            "switched off, add the folder under File, Options, Trust Center, Trusted Locations.",
        )


def _cloud(machine: Machine, workbook: Workbook) -> Iterator[Finding]:
    roots = [value for name, value in machine.environment.items() if name.casefold().startswith("onedrive") and value]
    roots.append(str(machine.home / "Library" / "CloudStorage"))
    here = os.path.normcase(str(workbook.path)).replace("\\", "/").casefold()
    inside = any(here.startswith(root.replace("\\", "/").casefold().rstrip("/") + "/") for root in roots)
    if inside or "/onedrive" in here or "/sharepoint" in here:
        yield Finding(
            "Folder",
            "The workbook lies in OneDrive or SharePoint. It works, but two people or machines that change it at the "
            "same time make two versions of it, and it holds the practice's data.",
            "Move it to a folder of this computer or of the office's own server.",
        )
