"""A new area is one folder, one file of functions and one line in the list of areas: everything else follows."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
TOY = Path(__file__).parent / "toy_area"

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the project with the area *parking* in it."""
    house = tmp_path_factory.mktemp("house")
    leave = shutil.ignore_patterns("__pycache__")
    for part in ("medoffice_xl", "udfs", "workbook"):
        shutil.copytree(ROOT / part, house / part, ignore=leave)
    shutil.copytree(TOY / "parking", house / "medoffice_xl" / "areas" / "parking", ignore=leave)
    shutil.copyfile(TOY / "parking_functions.py", house / "udfs" / "parking.py")
    listed = house / "medoffice_xl" / "areas" / "__init__.py"
    text = listed.read_text(encoding="utf-8")
    assert text.count('    "rates",\n') == 1
    listed.write_text(text.replace('    "rates",\n', '    "rates",\n    "parking",\n'), encoding="utf-8")
    (house / "docs").mkdir()
    run(house, "medoffice", "build")
    return house


@pytest.fixture(scope="module")
def book(house):
    """A workbook of that project, with the gate's file brought in."""
    run(house, "medoffice", "init", str(house / "office"))
    gate = house / "gate.csv"
    gate.write_text("Gate month,Gate fee\n2026-01-01,120.50\n2026-02-01,80.25\n", encoding="utf-8")
    workbook = house / "office" / "PracticeManager.xlsm"
    said = run(house, "medoffice", "import", str(workbook), str(gate), allowed=(0, 1))
    assert "parking fees" in said
    return workbook


def run(house: Path, *words: str, allowed: tuple[int, ...] = (0,)) -> str:
    """What a command of the copied project says."""
    start = "from medoffice_xl.cli import main; main()" if words[0] == "medoffice" else words[1]
    command = [sys.executable, "-c", start, *(words[1:] if words[0] == "medoffice" else ())]
    environment = {**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in allowed, done.stdout + done.stderr
    return done.stdout


def test_its_table_has_a_sheet_a_handle_and_a_name(book):
    with zipfile.ZipFile(book) as package:
        contents = package.read("xl/workbook.xml").decode()
        tables = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/tables/")]
    assert 'name="Parking fees"' in contents
    assert '<definedName name="Parking">' in contents
    assert any('displayName="tblParkingFees"' in table for table in tables)


def test_its_page_shows_its_figure(book):
    """120.50 + 80.25 = 200.75, recalculated by the import."""
    sheet = openpyxl.load_workbook(book, data_only=True)["Parking"]
    assert 200.75 in [cell.value for row in sheet.iter_rows() for cell in row]


def test_home_leads_to_its_page_and_shows_its_figure(book):
    sheet = openpyxl.load_workbook(book, data_only=True)["Home"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert 200.75 in cells
    assert {"Parking", "Parking fees", "taken at the gate"} <= set(cells)


def test_its_table_shows_with_its_first_rows(book):
    assert openpyxl.load_workbook(book)["Parking fees"].sheet_state == "visible"


def test_its_button_is_on_the_ribbon(house):
    ribbon = (house / "workbook" / "source" / "generated" / "customUI14.xml").read_text(encoding="utf-8")
    assert 'tag="parking_takings"' in ribbon
    assert "What was taken at the gate" in ribbon


def test_its_function_has_a_wrapper_and_help(house):
    wrapper = (house / "workbook" / "source" / "generated" / "modUdfsParking.bas").read_text(encoding="utf-8")
    helped = (house / "workbook" / "source" / "generated" / "modUdfHelp.bas").read_text(encoding="utf-8")
    assert "Public Function PARKING_TAKINGS(Parking As Variant)" in wrapper
    assert '"PARKING_TAKINGS"' in helped


def test_its_function_and_table_are_on_the_docs_pages(house):
    assert "### PARKING_TAKINGS" in (house / "docs" / "functions.md").read_text(encoding="utf-8")
    assert "## Parking fees (`tblParkingFees`)" in (house / "docs" / "tables.md").read_text(encoding="utf-8")


def test_its_file_is_recognised_and_its_figure_answers(house, book):
    """120.50 + 80.25 = 200.75."""
    answered = run(house, "medoffice", "ask", str(book), "=PARKING_TAKINGS(Parking)", "--json")
    assert "200.75" in answered


def test_its_report_is_written_by_name(house, book):
    run(house, "medoffice", "report", str(book), "parking-takings", "--out", str(house / "reports"))
    assert [path.name.casefold().startswith("parking") for path in (house / "reports").iterdir()] == [True]


def test_libreoffice_is_told_of_its_function(house):
    said = run(
        house,
        "python",
        "import json, udfs; from medoffice_xl.cells import CATALOGUE; "
        "from medoffice_xl.hosts.libreoffice.signatures import methods; "
        "print(json.dumps([str(each) for each in methods(CATALOGUE)]))",
    )
    assert any("PARKING" in each.upper() for each in json.loads(said))


def test_its_setting_is_a_named_cell_of_the_settings(book):
    workbook = openpyxl.load_workbook(book)
    sheet, cell = next(iter(workbook.defined_names["Gates"].destinations))
    assert (sheet, workbook[sheet][cell.replace("$", "")].value) == ("Settings", 1)


def test_it_adds_to_the_invented_practice(house):
    """The gate's file is brought in: $300.25. The two gates are typed, and what is hidden is told with its sheet."""
    said = run(house, "medoffice", "demo", "--out", "invented", "--physicians", "1", "--months", "3", allowed=(0, 1))
    workbook = openpyxl.load_workbook(house / "invented" / "PracticeManager.xlsm", data_only=True)
    sheet, cell = next(iter(workbook.defined_names["Gates"].destinations))
    assert workbook[sheet][cell.replace("$", "")].value == 2
    assert 300.25 in [cell.value for row in workbook["Parking"].iter_rows() for cell in row]
    assert "One month of parking is missing. (Parking)" in said


def test_another_area_may_ask_its_figure_by_name(house):
    said = run(
        house,
        "python",
        "import pandas as pd; from medoffice_xl.area import figure; "
        "print(figure('parking_takings')(pd.DataFrame({'fee': [100, 250]})).value)",
    )
    assert said.strip() == "350"
