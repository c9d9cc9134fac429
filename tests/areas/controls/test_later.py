"""Tests whose data comes with another duty begin by themselves."""

import pytest

from medoffice_xl.areas.controls.later import ask, sets_holding
from medoffice_xl.errors import BadArgument
from medoffice_xl.sets import PRACTICE, PRICING, TableSet
from medoffice_xl.tables import VENDORS


def test_the_narrowest_set_that_holds_a_table():
    assert sets_holding(["payers", "charges", "no such table"]) == (PRICING, PRACTICE)
    assert sets_holding(["contracts", "payers"]) == (PRICING,)
    own = TableSet("Own", "only vendors", (VENDORS,))
    assert sets_holding(["vendors"], [own, PRACTICE, "not a set"]) == (own,)


def test_what_no_area_has_is_told():
    with pytest.raises(BadArgument):
        ask("no such figure")
