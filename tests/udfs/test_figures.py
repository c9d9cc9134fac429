"""The figures as a cell shows them: dollars, fractions and days, from a sheet's own values."""

from datetime import datetime

import pytest
from example_sets import held
from practice_tables import as_cells, charges, payments, remits

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.tables import CHARGES

JUNE_30 = datetime(2026, 6, 30)
CHARGED = charges(
    {"claim_id": "old", "dos": "2025-01-01", "charge": 300_000, "payer": "Best"},
    {"claim_id": "new", "dos": "2026-06-01", "charge": 600_000, "provider": "Lee"},
)
POSTED = payments({"claim_id": "new", "post_date": "2026-07-02", "amount": 400_000})
ANSWERED = remits(
    {"claim_id": "new", "paid_date": "2026-06-21", "charge": 600_000, "paid": 400_000, "adjustments": "CO-45:9.00"},
    {"claim_id": "old", "paid_date": "2026-06-21", "charge": 1, "adjustments": "CO-29:1.00", "claim_seq": 2},
)
TABLES = {"charges": CHARGED, "payments": POSTED, "remits": ANSWERED}
BOOKS = held(TABLES)


@pytest.fixture(autouse=True)
def held_still():
    """Others may have been loaded since; what is the same has the same handle."""
    held(TABLES)


def call(name, *values):
    return CATALOGUE[name].call(*values)


def test_the_managers_first_formula():
    # =AR_DAYS(Practice, AsOf, 30): 900,000 / (600,000 / 30)
    assert call("AR_DAYS", BOOKS, JUNE_30, 30.0) == 45
    assert call("AR_DAYS", BOOKS, 46203.0, 30.0, "AAFP", "", "acme") == 30  # 600,000 / 20,000


def test_dollars_fractions_and_days():
    assert call("AR_TOTAL", BOOKS, JUNE_30) == 900_000.0
    assert call("AR_OVER", BOOKS, JUNE_30) == pytest.approx(1 / 3)
    assert call("DAYS_TO_PAY", BOOKS, JUNE_30) == 20
    assert call("DENIAL_RATE", BOOKS, JUNE_30) == 0.5
    assert call("CHARGES_IN", BOOKS, "2026-01-01", JUNE_30) == 600_000.0
    assert call("COLLECTED", BOOKS, "2026-01-01", "2026-12-31") == 400_000.0
    assert call("COLLECTION_RATE", BOOKS, "2026-12-31", 365, "gross") == pytest.approx(2 / 3)
    assert call("CHARGE_LAG", BOOKS, JUNE_30, 90, "median", "Lee") == 0


def test_spills_have_their_headings():
    ageing = call("AR_AGING", BOOKS, JUNE_30)
    assert [row[0] for row in ageing] == ["Payer", "Acme", "Best", "Total"]
    assert ageing[-1][1:8] == [600_000.0, 0, 0, 0, 300_000.0, 0, 900_000.0]
    mix = call("PAYER_MIX", BOOKS, "2026-12-31", 730, 1)
    assert [row[0] for row in mix] == ["Payer", "Acme", "All other", "Total"]
    months = call("MONTHLY", BOOKS, JUNE_30, 3)
    assert [row[0] for row in months] == ["Month", datetime(2026, 4, 1), datetime(2026, 5, 1), datetime(2026, 6, 1)]


def test_explain_tells_the_parts():
    rows = {row[0]: row[1:] for row in call("EXPLAIN", "AR_DAYS", BOOKS, JUNE_30, 30.0)}
    assert rows["A/R"] == [900_000.0, "$"]
    assert rows["Charged a day"] == [20_000.0, "$"]
    assert rows["Source"][0].startswith("MGMA")


def test_explain_of_what_is_no_figure():
    with pytest.raises(BadArgument, match="“AR_DAY” is no function"):
        call("EXPLAIN", "AR_DAY")
    with pytest.raises(BadArgument, match="WHY has nothing to explain"):
        call("EXPLAIN", "WHY", 1.0)


def test_too_many_arguments():
    with pytest.raises(BadArgument, match="at most 4 arguments"):
        call("AR_TOTAL", BOOKS, JUNE_30, "net", "", "more")


def test_a_single_table_or_a_range_is_no_set():
    one = CATALOGUE["LOAD_TABLE"].call("charges", as_cells(CHARGES, CHARGED))
    with pytest.raises(BadArgument, match=r"is one table; Practice is a set .*=PRACTICE\(\"charges\", …\)"):
        call("AR_TOTAL", one, JUNE_30)
    with pytest.raises(BadArgument, match=r"“Practice” takes a set of tables: the name Practice, or ranges by name"):
        call("AR_TOTAL", as_cells(CHARGES, CHARGED), JUNE_30)


def test_no_answer_is_not_zero():
    with pytest.raises(NoData):
        call("AR_DAYS", BOOKS, datetime(2024, 1, 1))


@pytest.mark.parametrize("value", [None, 5.0, "fine", ""])
def test_why_of_a_value_is_empty(value):
    assert call("WHY", value) == ""


@pytest.mark.parametrize("value", ["#N/A", {"type": "Error", "kind": "Na"}, [["#NUM!"]], "#CALC!"])
def test_why_of_an_error_is_a_sentence(value):
    assert call("WHY", value).endswith(".")
