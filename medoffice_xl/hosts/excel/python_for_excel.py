"""Findings over the way from Excel to Python: what Windows would start, whether it can, and what forbids it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from medoffice_xl.hosts.excel.finding import Finding
from medoffice_xl.hosts.excel.machine import Machine
from medoffice_xl.windows.interpreter import NO_STORE, is_of_the_store, windowless
from medoffice_xl.windows.refusals import GONE, NOT_REGISTERED
from medoffice_xl.windows.server_class import BY_WINDOWS, WAY

ABOUT = "Python for Excel"
REGISTER = "Run: medoffice register"


def python_for_excel(machine: Machine, exists: Callable[[Path], bool]) -> Iterator[Finding]:
    """What Windows starts when a workbook asks for Python, then what this computer's rules say of it."""
    yield _started(machine, exists)
    yield from _rules(machine)
    yield from _processor(machine)


def _started(machine: Machine, exists: Callable[[Path], bool]) -> Finding:
    registration = machine.registration
    if is_of_the_store(machine.executable, machine.base):
        return Finding(ABOUT, "This Python is the Store's.", NO_STORE)
    if registration is None:
        return Finding(ABOUT, "Windows has no Python to start for a workbook.", NOT_REGISTERED)
    gone = [path for path in registration.needs if not exists(Path(path))]
    if gone:
        return Finding(ABOUT, f"Windows would start {registration.program}.", GONE + ", ".join(gone))
    if Path(registration.program) != windowless(machine.executable):
        return Finding(
            ABOUT, f"Windows starts {registration.program}; this program runs in {machine.executable.parent}.", REGISTER
        )
    return Finding(ABOUT, f"Windows starts {registration.program} when a workbook asks for it.")


def _rules(machine: Machine) -> Iterator[Finding]:
    if machine.rules.forbid(machine.executable):
        yield Finding(
            "Rules for programs",
            f"AppLocker is in force, and its default rules let no program start from {machine.executable.parent}.",
            "Ask whoever looks after the computer to allow this folder, or to install it under Program Files.",
        )
    if machine.rules.no_child_of_office:
        yield Finding(
            "Rules for Office",
            "Office may not start programs here. Windows starts Python itself, so this changes nothing while "
            f"{WAY} on the sheet xlwings.conf is {BY_WINDOWS}.",
        )


def _processor(machine: Machine) -> Iterator[Finding]:
    processor = next(
        (value for name, value in machine.environment.items() if name.upper() == "PROCESSOR_IDENTIFIER"), ""
    )
    if processor.upper().startswith("ARM"):
        yield Finding(
            "Processor",
            "An ARM computer: Windows starts Python for Excel all the same; an Excel made for ARM cannot load xlwings' "
            f"library, so leave {WAY} on the sheet xlwings.conf at {BY_WINDOWS}.",
        )
