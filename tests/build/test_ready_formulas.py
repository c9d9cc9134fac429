"""The formulas of the menu Insert figure run as they are inserted."""

import re

import pytest

from medoffice_xl.book.master import master_workbook
from medoffice_xl.build.pages import placed
from medoffice_xl.build.ready_formulas import ready_formula, ready_formulas
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.hosts.headless import answers
from medoffice_xl.sets import SETS

FORMULAS = [formula for _, cells in ready_formulas() for _, formula in cells]


def test_every_function_over_tables_has_one():
    told = {re.match(r"=(\w+)", formula)[1] for formula in FORMULAS}
    assert told == {name for name, cell in CATALOGUE.items() if cell.reads and cell.module.startswith("udfs.")}


def test_arguments_go_by_the_workbooks_names():
    assert ready_formula(CATALOGUE["AR_DAYS"]) == '=AR_DAYS(Practice,AsOf,WindowDays,"gross",Credits)'
    assert ready_formula(CATALOGUE["CHARGES_IN"]) == "=CHARGES_IN(Practice,EDATE(AsOf,-12)+1,AsOf)"
    assert ready_formula(CATALOGUE["UNDERPAID"]) == "=UNDERPAID(Practice)"


def test_a_required_argument_without_a_name_is_what_a_page_picks():
    assert ready_formula(CATALOGUE["WEIGHTED_RATE"]).startswith("=WEIGHTED_RATE(Practice,AsOf,DropPayer,")


def test_every_word_of_a_formula_is_a_name_or_a_function():
    known = {name for page in placed().pages for name in page.names} | set(SETS) | set(CATALOGUE) | {"EDATE"}
    for formula in FORMULAS:
        words = re.findall(r"[A-Za-z_]\w*", re.sub(r'"[^"]*"', "", formula))
        assert set(words) <= known, formula


@pytest.mark.whole
def test_in_an_empty_workbook_each_says_that_there_is_nothing_yet():
    """Not that a word is unknown or an argument wrong: #N/A with a reason, or a figure that needs no rows."""
    for answer in answers(master_workbook(), FORMULAS):
        assert answer.error in ("", "#N/A"), f"{answer.formula}: {answer.reason}"
