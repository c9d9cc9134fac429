"""The recalculated workbook opened in a plain LibreOffice: the visible sheets show the figures, not errors."""

import pytest
from libreoffice_values import shown_by_libreoffice, values_of

VISIBLE = ("Dashboard", "Receivables", "Payers", "Fee compliance", "Benchmarks")

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def shown(invented, tmp_path_factory):
    return shown_by_libreoffice(invented.workbook, tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def stored(invented):
    return values_of(invented.workbook)


@pytest.mark.parametrize("sheet", VISIBLE)
def test_what_is_stored_is_what_is_shown(stored, shown, sheet):
    there = {cell: value for cell, value in stored[sheet].items() if value not in (None, "")}
    assert there
    for cell, value in there.items():
        other = shown[sheet].get(cell)
        assert other == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value), cell


@pytest.mark.parametrize("sheet", VISIBLE)
def test_no_error_stands_on_a_visible_sheet(shown, sheet):
    errors = {cell: value for cell, value in shown[sheet].items() if isinstance(value, str) and value.startswith("#")}
    assert errors == {}
