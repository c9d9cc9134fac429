"""The recalculated workbook opened in a plain LibreOffice: the visible sheets show the figures, not errors."""

import pytest
from libreoffice_values import shown_by_libreoffice, values_of
from typer.testing import CliRunner

from medoffice_xl.cli.app import load_commands

VISIBLE = ("Dashboard", "Receivables", "Payers", "Fee compliance", "Benchmarks")

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(load_commands(), ["demo", "--out", str(folder), "--physicians", "1", "--months", "13"])
    assert result.exit_code == 0, result.output
    return folder / "PracticeManager.xlsm"


@pytest.fixture(scope="module")
def shown(demo, tmp_path_factory):
    return shown_by_libreoffice(demo, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("sheet", VISIBLE)
def test_what_is_stored_is_what_is_shown(demo, shown, sheet):
    stored = {cell: value for cell, value in values_of(demo)[sheet].items() if value not in (None, "")}
    assert stored
    for cell, value in stored.items():
        other = shown[sheet].get(cell)
        assert other == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value), cell


@pytest.mark.parametrize("sheet", VISIBLE)
def test_no_error_stands_on_a_visible_sheet(shown, sheet):
    errors = {cell: value for cell, value in shown[sheet].items() if isinstance(value, str) and value.startswith("#")}
    assert errors == {}
