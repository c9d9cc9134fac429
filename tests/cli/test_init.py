import zipfile
from pathlib import Path

import pytest

from medoffice_xl.book.master import master_workbook
from medoffice_xl.cli.init import interpreter, make_workbook
from medoffice_xl.errors import BookError
from medoffice_xl.hosts.excel.machine import look_at

pytestmark = pytest.mark.whole


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("platform", "setting", "python"),
    [
        ("win32", "Interpreter_Win", "/practice & son/venv/pythonw.exe"),
        ("darwin", "Interpreter_Mac", "/practice & son/venv/python"),
    ],
)
def test_the_workbook_names_the_python_that_made_it(tmp_path, platform, setting, python):
    workbook = make_workbook(tmp_path / "new", platform, Path("/practice & son/venv/python"))
    settings = look_at(workbook).settings
    assert settings[setting] == python
    assert settings["USE UDF SERVER"] == "True"
    assert settings["ADD_WORKBOOK_TO_PYTHONPATH"] == "False"


def test_nothing_but_the_settings_sheet_differs_from_the_master(tmp_path):
    made, master = parts(make_workbook(tmp_path, "win32", Path("/v/python.exe"))), parts(master_workbook())
    assert made.keys() == master.keys()
    assert sum(made[name] != master[name] for name in made) == 1


def test_elsewhere_it_is_the_master_itself(tmp_path):
    assert make_workbook(tmp_path, "linux", Path("/usr/bin/python3")).read_bytes() == master_workbook().read_bytes()


def test_a_workbook_that_is_there_is_never_overwritten(tmp_path):
    (tmp_path / "PracticeManager.xlsm").write_text("mine")
    with pytest.raises(BookError, match="is there already"):
        make_workbook(tmp_path, "win32", Path("/v/python.exe"))
    assert (tmp_path / "PracticeManager.xlsm").read_text() == "mine"


def test_windows_starts_python_without_a_console():
    assert interpreter("win32", Path("/v/Scripts/python.exe")) == "/v/Scripts/pythonw.exe"
