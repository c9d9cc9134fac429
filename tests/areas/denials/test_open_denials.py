"""Until when an answer can be appealed: Palmetto GBA's published dates, the contract before them."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from contract_tables import table

from medoffice_xl.areas.denials.causes import causes_of
from medoffice_xl.areas.denials.open_denials import recovery_rates, shrunk
from medoffice_xl.contracts.appeal_deadlines import appeal_by
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.tables import PAYERS

BOOK = compile_rulebook({"payers": table(PAYERS, {"payer": "Medicare", "payer_class": "Medicare"}, {"payer": "Acme"})})


@pytest.mark.parametrize(("remitted", "last"), [
    (date(2017, 5, 15), date(2017, 9, 17)),
    (date(2017, 8, 15), date(2017, 12, 18)),
])  # fmt: skip
def test_medicares_published_dates(remitted, last):
    assert appeal_by("medicare", remitted, 0, BOOK) == last


def test_what_was_agreed_comes_first_and_others_have_no_rule():
    day = date(2026, 1, 2)
    assert appeal_by("Medicare", day, 60, BOOK) == date(2026, 3, 3)
    assert appeal_by("Acme", day, 0, BOOK) is None
    assert appeal_by("Nobody", day, 0, BOOK) is None


def test_a_short_record_is_drawn_towards_what_is_usual():
    assert shrunk((3, 4), Fraction(2, 5), Fraction(10)) == Fraction(1, 2)  # (3 + 10 × 0.40) / 14
    assert shrunk((0, 0), Fraction(2, 5), Fraction(10)) == Fraction(2, 5)
    assert shrunk((0, 0), Fraction(2, 5), Fraction(0)) == Fraction(2, 5)


def test_a_payers_record_is_drawn_towards_the_practices():
    lines = pd.DataFrame(
        [("Acme", "Coding", True, True)] * 3 + [("Acme", "Coding", False, True)] + [("Best", "Coding", False, False)],
        columns=["payer", "group", "overturned", "closed"],
    )
    found = recovery_rates(lines, causes_of(None, None), Fraction(10))
    practice = (3 + 10 * Fraction("0.65")) / 14  # Coding is usually paid at 65%
    assert found["Acme", "Coding"] == (3 + 10 * practice) / 14
    assert found["Best", "Coding"] == practice
