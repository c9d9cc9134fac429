from dataclasses import replace
from pathlib import Path

import pytest

from medoffice_xl.hosts.excel.checkup import examine
from medoffice_xl.hosts.excel.machine import Machine, Workbook

SCRIPTS = Path("/practice/venv/Scripts")
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
)
MAC = replace(WINDOWS, system="darwin", executable=Path("/users/kim/venv/bin/python"), excel="", environment={})
SETTINGS = {
    "Interpreter_Win": r"%LocalAppData%/venv/Scripts/pythonw.exe",
    "Interpreter_Mac": "$HOME/venv/bin/python",
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "USE UDF SERVER": "True",
}
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
    assert wrong(WINDOWS, exists=lambda path: path == Path("/practice/venv/xlwings64-0.37.8.dll")) == {}


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
    book = replace(BOOK, settings={**SETTINGS, "Interpreter_Win": written})
    assert told in wrong(WINDOWS, book)["Interpreter"]
    assert "write /practice/venv/Scripts/pythonw.exe" in wrong(WINDOWS, book)["Interpreter"]


def test_an_interpreter_that_is_gone():
    assert "which is not there" in wrong(WINDOWS, BOOK, lambda path: path.suffix == ".dll")["Interpreter"]


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
