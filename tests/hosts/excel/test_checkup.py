from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from medoffice_xl.hosts.excel.checkup import examine
from medoffice_xl.hosts.excel.machine import Machine, Workbook
from medoffice_xl.hosts.excel.rules_of_windows import Rules
from medoffice_xl.windows.refusals import NOT_REGISTERED
from medoffice_xl.windows.registration import Registration

SCRIPTS = Path("/practice/venv/Scripts")
REGISTERED = Registration(
    '"/practice/venv/Scripts/pythonw.exe" -m x', "/practice/venv/Scripts/pythonw.exe", ("/python312/a.dll",)
)
WINDOWS = Machine(
    system="win32",
    python=(3, 12),
    bits=64,
    executable=SCRIPTS / "python.exe",
    prefix=Path("/practice/venv"),
    xlwings="0.37.8",
    pinned="0.37.8",
    excel="x64",
    environment={"LOCALAPPDATA": "/practice", "OneDrive": "/users/kim/OneDrive"},
    home=Path("/users/kim"),
    base=Path("/python312"),
    registration=REGISTERED,
)
MAC = replace(WINDOWS, system="darwin", executable=Path("/users/kim/venv/bin/python"), excel="", environment={})
SETTINGS = {
    "Interpreter_Win": r"%LocalAppData%/venv/Scripts/pythonw.exe",
    "Interpreter_Mac": "$HOME/venv/bin/python",
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "USE UDF SERVER": "True",
}
BY_XLWINGS = SETTINGS | {"PYTHON STARTED BY": "xlwings"}
BOOK = Workbook(Path("/practice/books/PracticeManager.xlsm"), SETTINGS)


def there(path):
    return True


def wrong(machine, workbook=None, exists=there):
    return {
        finding.about: f"{finding.found} {finding.mend}"
        for finding in examine(machine, workbook, exists)
        if finding.mend
    }


@pytest.mark.parametrize("machine", [WINDOWS, MAC, replace(WINDOWS, system="linux")])
def test_nothing_is_wrong_where_nothing_is_wrong(machine):
    assert wrong(machine, BOOK) == {}


def test_an_old_python():
    assert "Python 3.10 is too old" in wrong(replace(WINDOWS, python=(3, 10)))["Python"]


def test_another_xlwings_than_the_workbooks():
    assert "pip install xlwings==0.37.8" in wrong(replace(WINDOWS, xlwings="0.36.0"))["xlwings"]


def test_a_library_that_is_not_there_is_named_by_excels_bits():
    nothing = wrong(replace(WINDOWS, excel="x86"), exists=lambda path: False)["Library for Excel"]
    assert nothing.startswith("xlwings32-0.37.8.dll is neither in")


def test_a_library_in_the_folder_above_is_found_as_excel_finds_it():
    found = wrong(WINDOWS, exists=lambda path: path == Path("/practice/venv/xlwings64-0.37.8.dll"))
    assert "Library for Excel" not in found


def test_no_excel():
    assert "No Excel" in wrong(replace(WINDOWS, excel=""))["Excel"]


def test_the_mark_of_the_web():
    marked = replace(BOOK, zone="[ZoneTransfer]\r\nZoneId=3\r\n")
    assert "tick Unblock" in wrong(WINDOWS, marked)["Mark of the web"]
    assert "Mark of the web" not in wrong(WINDOWS, replace(BOOK, zone="[ZoneTransfer]\r\nZoneId=1\r\n"))


def test_a_trusted_location_is_told():
    trusting = replace(WINDOWS, trusted=(Path("/practice/books"),))
    told = {finding.about: finding.found for finding in examine(trusting, BOOK, there)}
    assert told["Trusted location"] == "The workbook lies in a trusted location."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "names no Python"),
        ("/elsewhere/pythonw.exe", "this program runs in"),
    ],
)
def test_an_interpreter_that_is_not_this_one(written, told):
    book = replace(BOOK, settings={**BY_XLWINGS, "Interpreter_Win": written})
    assert told in wrong(WINDOWS, book)["Interpreter"]
    assert "write /practice/venv/Scripts/pythonw.exe" in wrong(WINDOWS, book)["Interpreter"]


def test_an_interpreter_that_is_gone():
    book = replace(BOOK, settings=BY_XLWINGS)
    assert "which is not there" in wrong(WINDOWS, book, lambda path: path.suffix == ".dll")["Interpreter"]


def test_a_workbook_that_asks_windows_needs_no_interpreter_of_its_own():
    """So a workbook that was moved or copied from another computer works."""
    assert wrong(WINDOWS, replace(BOOK, settings={**SETTINGS, "Interpreter_Win": "/elsewhere/pythonw.exe"})) == {}


def test_nothing_registered():
    assert NOT_REGISTERED in wrong(replace(WINDOWS, registration=None))["Python for Excel"]


def test_the_python_that_a_virtual_environment_was_made_from_is_gone():
    told = wrong(WINDOWS, exists=lambda path: path != Path("/python312/a.dll"))["Python for Excel"]
    assert told.endswith("Missing: /python312/a.dll")


@pytest.mark.parametrize(
    "store",
    [
        {"base": Path("/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12")},
        {"executable": Path("/users/kim/AppData/Local/Microsoft/WindowsApps/python.exe")},
    ],
)
def test_a_python_of_the_store(store):
    assert "Microsoft's Store" in wrong(replace(WINDOWS, **store))["Python for Excel"]


def test_another_python_is_registered():
    other = replace(WINDOWS, registration=replace(REGISTERED, program="/elsewhere/pythonw.exe"))
    assert "Windows starts /elsewhere/pythonw.exe" in wrong(other)["Python for Excel"]


def test_applockers_default_rules():
    rules = Rules(applocker=True, usual_places=(PureWindowsPath("/Program Files"),))
    assert "AppLocker is in force" in wrong(replace(WINDOWS, rules=rules))["Rules for programs"]
    inside = replace(WINDOWS, rules=replace(rules, usual_places=(PureWindowsPath("/practice"),)))
    assert wrong(inside) == {}


def test_a_rule_against_programs_that_office_starts_matters_to_xlwings_library_alone():
    ruled = replace(WINDOWS, rules=Rules(no_child_of_office=True))
    assert wrong(ruled, BOOK) == {}
    told = wrong(ruled, replace(BOOK, settings=BY_XLWINGS))["Start"]
    assert "forbids Office to start programs" in told
    assert "write Windows beside PYTHON STARTED BY" in told


def test_a_32_bit_excel_and_an_arm_computer_are_told_and_work():
    told = {one.about: one.found for one in examine(replace(WINDOWS, excel="x86"), None, there)}
    assert told["Excel"] == "Excel, 32 bit"
    arm = replace(WINDOWS, environment={"PROCESSOR_IDENTIFIER": "ARMv8 (64-bit) Family 8 Model D4B"})
    assert wrong(arm) == {}
    assert "An ARM computer" in {one.about: one.found for one in examine(arm, None, there)}["Processor"]


def test_settings_that_were_changed():
    book = replace(BOOK, settings={**SETTINGS, "ADD_WORKBOOK_TO_PYTHONPATH": "True"})
    assert "Python code lying beside the workbook would run" in wrong(WINDOWS, book)["Settings"]


@pytest.mark.parametrize(
    ("machine", "path"),
    [(WINDOWS, "/users/kim/OneDrive/x.xlsm"), (MAC, "/users/kim/Library/CloudStorage/OneDrive-Oak/x.xlsm")],
)
def test_a_folder_in_the_cloud(machine, path):
    assert "OneDrive or SharePoint" in wrong(machine, replace(BOOK, path=Path(path)))["Folder"]


def test_the_buttons_of_a_mac():
    told = wrong(MAC, exists=lambda path: False)["Buttons"]
    assert "xlwings-0.37.8.applescript is missing" in told
    assert "xlwings runpython install" in told


@pytest.mark.parametrize(
    ("edition", "refused"),
    [
        ("ProPlus2019Retail", True),
        ("HomeBusiness2016Retail,ProPlus2019Volume", True),
        ("O365ProPlusRetail", False),
        ("ProPlus2019Retail,O365BusinessRetail", False),
        ("ProPlus2021Retail", False),
        ("", False),
    ],
)
def test_an_excel_without_spills_is_named(edition, refused):
    findings = examine(replace(WINDOWS, edition=edition), exists=lambda path: True)
    (excel,) = [finding for finding in findings if finding.about == "Excel"]
    assert bool(excel.mend) is refused
    assert ("2021 or newer" in excel.mend) is refused
