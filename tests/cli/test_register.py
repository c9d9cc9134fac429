"""What `medoffice register` writes for Excel, and when it refuses."""

from pathlib import Path, PureWindowsPath

import pytest
from typer.testing import CliRunner

from medoffice_xl.cli.app import load_commands
from medoffice_xl.errors import BadArgument
from medoffice_xl.windows.interpreter import UnfitPython, check_fit, needed_files
from medoffice_xl.windows.registration import entries
from medoffice_xl.windows.server_class import CLASS_ID, PROGRAM_ID

PROGRAM = PureWindowsPath(r"C:\Users\Ann Lee\venv\Scripts\pythonw.exe")


def written() -> dict[tuple[str, str], str]:
    return {
        (one.key, one.name): one.text for one in entries(PROGRAM, [PROGRAM, PureWindowsPath(r"C:\Py\python312.dll")])
    }


def test_the_class_leads_to_the_program_whose_path_is_quoted():
    found = written()
    assert found[rf"Software\Classes\{PROGRAM_ID}\CLSID", ""] == CLASS_ID
    command = found[rf"Software\Classes\CLSID\{CLASS_ID}\LocalServer32", ""]
    assert command == r'"C:\Users\Ann Lee\venv\Scripts\pythonw.exe" -m medoffice_xl.hosts.server'


def test_vba_reads_the_program_and_what_it_needs_with_getsetting():
    found = written()
    section = r"Software\VB and VBA Program Settings\medoffice_xl\Python"
    assert found[section, "Program"] == str(PROGRAM)
    assert found[section, "Needs"].split("|") == [str(PROGRAM), r"C:\Py\python312.dll"]


def test_no_path_of_a_workbook_is_in_any_key():
    assert not [key for key, _ in written() if ":" in key or "xlsm" in key]


def test_a_virtual_environment_needs_the_python_it_was_made_from():
    venv, base = Path("/practice/venv/Scripts/python.exe"), Path("/python312")
    needed = needed_files(venv, base, (3, 12))
    assert needed[:3] == [venv.with_name("pythonw.exe"), base / "pythonw.exe", base / "python312.dll"]
    assert any(path.parts[-2:] == ("medoffice_xl", "__init__.py") for path in needed)


def test_a_python_of_its_own_needs_its_files_once():
    alone = Path("/python312/python.exe")
    assert needed_files(alone, alone.parent, (3, 12))[:2] == [
        alone.with_name("pythonw.exe"),
        alone.with_name("python312.dll"),
    ]


def test_a_python_of_the_store_is_refused():
    with pytest.raises(UnfitPython, match="Microsoft's Store"):
        check_fit(Path("/users/kim/AppData/Local/Microsoft/WindowsApps/python.exe"), Path("/python312"))
    check_fit(Path("/users/kim/python.exe"), Path("/python312"))


def test_elsewhere_there_is_nothing_to_register():
    ended = CliRunner().invoke(load_commands(), ["register"])
    assert isinstance(ended.exception, BadArgument)
    assert "Only Windows" in str(ended.exception)
