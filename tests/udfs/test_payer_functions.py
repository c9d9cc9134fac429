"""The payer functions as cells show them: dollars and fractions from a sheet's own values."""

from datetime import datetime

import pytest
from example_sets import held
from payer_books import CHARGES as LINES
from payer_books import COSTS_OF_MARCH, NO_PRICES, VALUES, payer_list
from payer_books import PAYMENTS as POSTED
from payer_books import REMITS as ANSWERS

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument

APRIL_30 = datetime(2026, 4, 30)
TERMS = [31, 30, ["visits", 10.0, 0.365]]  # window, settle; basis, rework in dollars, cost of money


def books():
    """The handle of the set, loaded anew: others may have been loaded since."""
    return held(
        {
            **{"charges": LINES, "payments": POSTED, "remits": ANSWERS, "costs": COSTS_OF_MARCH, "mpfs": VALUES},
            **{"charge_master": NO_PRICES, "payers": payer_list("Acme", "Best")},
        }
    )


def call(name, *values):
    return CATALOGUE[name].call(*values)


def test_a_margin_in_dollars():
    # Acme by visits: 200 − 2/3 of (60 − 10) variable − 200 × 30/365 × 0.365
    margin = call("PAYER_MARGIN", books(), APRIL_30, "acme", "contribution", *TERMS)
    assert margin == pytest.approx(200 - 100 / 3 - 6, abs=0.005)
    assert call("PAYER_YIELD", books(), APRIL_30, "Acme", 31, 30) == 200 / 300


def review(*more):
    return call("PAYER_REVIEW", books(), APRIL_30, *TERMS, *more)


def test_the_review_spills_payers_and_total():
    rows = review()
    assert [row[0] for row in rows] == ["Payer", "Acme", "Best", "Total"]
    assert rows[1][1:6:2] == [300.0, 200.0, pytest.approx(200 / 240 - 0.75)]
    assert [row[0] for row in review(None, 1)] == ["Payer", "Acme", "All other", "Total"]


def test_weights_come_from_a_range():
    weighed = review([[1], [0], [0], [0], [0]])
    assert weighed[1][20] != review()[1][20]
    with pytest.raises(BadArgument, match="There are 2"):
        review([[1], [2]])


def test_a_dropped_payer_by_month():
    rows = call("WHAT_IF_DROP", books(), APRIL_30, "Best", 1, 0, "", 31, 30, "visits")
    assert [row[0] for row in rows] == ["Month", "Mar 2026", "Total"]
    assert rows[2][1:6] == [240.0, 200.0, 60.0, 40.0, 90.0]


def test_terms_of_cost_by_their_names():
    with pytest.raises(BadArgument, match="“CostTerms” has 5 cells; give 4: CostBasis, ReworkCost, CostOfCapital"):
        call("PAYER_MARGIN", books(), APRIL_30, "acme", "full", 31, 30, [[1], [2], [3], [4], [5]])
    with pytest.raises(BadArgument, match="“ReworkCost” is 'much'; give a number"):
        call("PAYER_MARGIN", books(), APRIL_30, "acme", "full", 31, 30, [["visits"], ["much"]])
