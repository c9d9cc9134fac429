"""A set is a declaration: its function, handle, name and help follow; a declaration that cannot be is refused."""

from types import SimpleNamespace
from typing import Annotated

import pytest
from xlsxwriter import Workbook

import medoffice_xl.areas
from medoffice_xl.build.sheets.handles import SHEET, write_handles
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.cells import CATALOGUE, cell_function, function
from medoffice_xl.sets import PRICING, SETS, Tables, TableSet, narrowest
from medoffice_xl.sets.all_sets import AllSets
from medoffice_xl.sets.declared import EVERYBODYS
from medoffice_xl.tables import BENCHMARKS, CHARGES, IMPORTS, PROBLEMS
from udfs.tables import function_of

PLAN = TableSet("Draft", "what is planned", (BENCHMARKS, IMPORTS), (PRICING,))


@pytest.fixture
def with_plan(monkeypatch):
    """One more area that declares a set, and nothing else."""
    areas = medoffice_xl.areas.every()
    monkeypatch.setattr(medoffice_xl.areas, "every", lambda: (*areas, SimpleNamespace(sets=(PLAN,))))
    monkeypatch.delitem(SETS.__dict__, "_named", raising=False)
    yield
    del SETS.__dict__["_named"]


@pytest.mark.usefixtures("with_plan")
def test_an_areas_set_is_a_set_like_any_other(tmp_path):
    assert narrowest(["imports"]) is narrowest(["imports", "contracts"]) is PLAN
    assert narrowest(["contracts"]) is PRICING
    assert function_of(PLAN).__name__ == "DRAFT"
    assert "benchmarks, imports, contracts" in function_of(PLAN).__doc__
    book = Workbook(tmp_path / "b.xlsx")
    write_handles(Sheets(book))
    names = {name: place for name, _, place, *_ in book.defined_names}
    rows = len(PLAN.own)
    last = int(names["Draft"].rpartition("$")[2])
    formula = book.get_worksheet_by_name(SHEET).table[last - 1][1].formula
    book.close()
    assert formula == f'LOAD_SET("Draft",$B${last - rows}:$B${last - 1},Pricing)'


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (TableSet("Pricing", "", (PROBLEMS,)), "two sets are called Pricing"),
        (TableSet("Other", "", (CHARGES,)), "the table charges is Practice's own and Other's"),
        (TableSet("Problems", "", (PROBLEMS,)), "the table problems and a set would have one name"),
        (TableSet("Other", "", (PROBLEMS,), (PLAN,)), "Other includes Draft, which no manifest declares before it"),
    ],
)
def test_a_declaration_that_cannot_be(declared, said):
    with pytest.raises(ValueError, match=said):
        len(AllSets((*EVERYBODYS, declared)))


@pytest.fixture
def catalogue(monkeypatch):
    """A catalogue of its own, which a test may add to."""
    own = dict(CATALOGUE)
    monkeypatch.setattr(function, "CATALOGUE", own)
    return own


def test_the_first_argument_is_the_narrowest_set(catalogue):
    def TOO_WIDE(Practice: Annotated[Tables, "The tables."]) -> float:  # noqa: N803
        """Reads contracts alone."""
        return 1.0

    with pytest.raises(ValueError, match=r"TOO_WIDE reads contracts: its first argument is \['Pricing'\], not"):
        cell_function("Test", needs=("contracts",))(TOO_WIDE)
    assert "TOO_WIDE" not in catalogue
    cell_function("Test", needs=("charges",))(TOO_WIDE)
    assert catalogue["TOO_WIDE"].reads == ("charges",)
