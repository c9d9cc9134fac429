"""Ctrl+Shift+A writes a function's argument names into the formula: where the workbook has a name, it is that one."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.hosts.headless import answers

pytestmark = pytest.mark.whole

OTHER_WORDS = {
    "as_of": "AsOf",
    "window": "WindowDays or YearDays",
    "settle": "SettleDays",
    "weights": "ScoreWeights",
    "rework": "ReworkCost",
    "capital": "CostOfCapital",
    "rvu_year": "RvuYear",
    "year": "RvuYear",
}
"""Words that once stood for a setting."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_master(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="module")
def names(book: Path) -> set[str]:
    return set(load_workbook(book, read_only=True).defined_names)


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_an_argument_is_spelled_as_the_name_it_takes(name: str, names: set[str]) -> None:
    spelled = {each.casefold(): each for each in names}
    for argument in CATALOGUE[name].arguments:
        assert argument.name == spelled.get(argument.name.casefold(), argument.name)
        assert argument.name not in OTHER_WORDS


def test_the_formula_of_the_names_alone_runs(book: Path, names: set[str]) -> None:
    """A new workbook has no rows: no data is the answer, never an unknown name or a wrong argument."""
    formulas = []
    for cell in CATALOGUE.values():
        required = [argument.name for argument in cell.arguments if not argument.optional]
        if cell.reads and set(required) <= names:
            formulas.append(f"={cell.name}({','.join(required)})")
            every = [argument.name if argument.name in names else "" for argument in cell.arguments]
            formulas.append(f"={cell.name}({','.join(every)})")
    assert len(formulas) > 40
    assert open_book(book).path == book
    assert {answer.error for answer in answers(book, formulas)} <= {"", "#N/A"}


@pytest.mark.parametrize("word", sorted(OTHER_WORDS.values()))
def test_the_settings_are_there(word: str, names: set[str]) -> None:
    assert set(word.split(" or ")) <= names
