"""The five tests for duplicate bills, each just inside and just outside, and what is left out."""

from datetime import date

import pytest
from contract_tables import table
from kinds_of_frame import every_kind
from payables_frames import bills

from medoffice_xl.areas.payables.duplicates import duplicates, suspects
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.tables import THRESHOLDS

AS_OF = date(2026, 12, 31)
JUDGED = Thresholds().on(AS_OF)
DAY = "2026-06-01"


def bill(number: str, amount: float = 100, day: str = DAY, **fields):
    return {"number": number, "amount": amount, "bill_date": day, **fields}


def found_by(*rows, judged=JUDGED):
    return [one.test for one in suspects(bills(*rows), judged, AS_OF)]


@every_kind
def test_two_digits_swapped(on):
    """INV10234 and INV10243 are one swap apart."""
    of = on(bills(bill("INV10234", 418.50), bill("INV10243", 418.50, "2026-06-09")))
    found = duplicates(of, JUDGED, AS_OF)
    assert found.body == [(
        "Acme", "INV10234", date(2026, 6, 1), 41_850, "Acme", "INV10243", date(2026, 6, 9), 41_850,
        "D3", 90.0, "same vendor and amount, numbers 1 slip of typing apart",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("inv-001", "INV001", True),
        ("000123", "123", True),
        ("A1O", "A10", True),
        ("AI1", "A11", True),
        ("123", "124", False),
        ("", "", False),
    ],
)
def test_d1_same_vendor_and_number(one, other, found):
    rows = bill(one, 100), bill(other, 250, "2026-07-20", vendor=" ACME ")
    assert found_by(*rows) == (["D1"] if found else [])


def test_d1_is_certain():
    (one,) = suspects(bills(bill("7"), bill("7", day="2026-06-03")), JUDGED, AS_OF)
    assert (one.score, one.why, one.cents) == (100.0, "same vendor, same number", 10_000)


@pytest.mark.parametrize(("last", "found"), [("2027-06-01", ["D1"]), ("2027-06-02", [])], ids=["365 days", "366 days"])
def test_bills_a_year_apart(last, found):
    of = bills(bill("7"), bill("7", day=last))
    assert [one.test for one in suspects(of, JUDGED, date(2027, 12, 31))] == found


def test_d2_same_day_another_number_or_none():
    assert found_by(bill("11"), bill("98")) == ["D2"]
    assert found_by(bill(""), bill("")) == ["D2"]
    assert found_by(bill("11"), bill("98", day="2026-06-02")) == []
    assert found_by(bill("11"), bill("98", 100.01)) == []
    assert found_by(bill("11"), bill("98", vendor="Birch")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("1234", "1243", True),
        ("1234", "1235", True),
        ("1234", "12345", True),
        ("1234", "2143", False),
        ("1234", "1256", False),
        ("234", "1234", False),
        ("123", "132", False),
    ],
)
def test_d3_one_slip_in_numbers_of_four_or_more(one, other, found):
    assert found_by(bill(one), bill(other, day="2026-06-20")) == (["D3"] if found else [])


def test_d4_one_vendor_under_two_names():
    """Token set ratio of these names: 84.6."""
    rows = bill("77", vendor="Acme Medical Supply Inc"), bill("77", vendor="Acme Med Supply", day="2026-06-20")
    (one,) = suspects(bills(*rows), JUDGED, AS_OF)
    assert (one.test, one.score) == ("D4", 84.6)
    assert found_by(bill("77", vendor="Acme Medical"), bill("77", vendor="Birch Dental")) == []
    assert found_by(bill("", vendor="Acme Medical Supply Inc"), bill("", vendor="Acme Med Supply")) == []
    assert found_by(bill("77", vendor="Acme Medical Supply Inc"), bill("77", 99, vendor="Acme Med Supply")) == []


@pytest.mark.parametrize(("least", "found"), [(84.6, ["D4"]), (84.7, [])])
def test_d4_the_names_alike_are_a_threshold(least, found):
    rows = table(
        THRESHOLDS,
        {"name": "Duplicate bills: vendors' names alike", "value": least, "unit": "score", "since": "2026-01-01"},
    )
    names = ("Acme Medical Supply Inc", "Acme Med Supply")
    judged = Thresholds(rows).on(AS_OF)
    assert found_by(*(bill("77", vendor=name) for name in names), judged=judged) == found


@pytest.mark.parametrize(
    ("amount", "day", "found"),
    [
        (1_324.56, "2026-07-02", ["D5"]),
        (1_324.56, "2026-07-03", []),
        (1_235.46, "2026-06-02", ["D5"]),
        (1_243.56, "2026-06-02", ["D5"]),
        (1_234.65, "2026-06-02", ["D5"]),
        (1_234.57, "2026-06-02", []),
        (1_243.65, "2026-06-02", ["D5"]),
        (1_243.47, "2026-06-02", []),
    ],
)
def test_d5_same_digits_within_31_days(amount, day, found):
    """June 1 + 31 days is July 2. 1,243.47 is nine cents times some number away too, but has other digits."""
    assert found_by(bill("11", 1_234.56), bill("98", amount, day)) == found


def test_d5_is_of_one_vendor():
    assert found_by(bill("11", 1_234.56), bill("98", 1_243.56, vendor="Birch")) == []


@pytest.mark.parametrize(
    "days", [("2026-01-01", "2026-01-28", "2026-02-25"), ("2026-01-01", "2026-01-29", "2026-03-02")]
)
def test_27_or_32_days_are_no_month(days):
    """Two of the three bills are a month apart, which is not yet recurring: all three pairs are found."""
    assert found_by(*(bill(f"RENT{place}", day=day) for place, day in enumerate(days))) == ["D3"] * 3


MONTHLY = ("2026-01-01", "2026-01-29", "2026-03-01")


def test_bills_that_recur_are_no_duplicates():
    """28 and 31 days apart, three times. Twice is not yet recurring."""
    assert found_by(*(bill(f"RENT{place}", day=day) for place, day in enumerate(MONTHLY))) == []
    assert found_by(*(bill(f"RENT{place}", day=day) for place, day in enumerate(MONTHLY[:2]))) == ["D3"]


def test_a_second_bill_of_a_recurring_amount_is_found():
    """On the same day (D2), or with the number of another (D1); numbers a slip apart in other months are no finding."""
    rows = [bill(number, day=day) for number, day in zip(("R81", "R92", "R73"), MONTHLY, strict=True)]
    assert found_by(*rows, bill("R55", day="2026-01-29")) == ["D2"]
    assert found_by(*rows, bill("R92", day="2026-02-02")) == ["D1"]


def test_void_bills_credits_and_parts_are_left_out():
    assert found_by(bill("7"), bill("7", state="void")) == []
    assert found_by(bill("7", -100), bill("7", -100)) == []
    assert found_by(bill("7"), bill("7", -100)) == []
    assert found_by(bill("PO55 1 of 3"), bill("PO55 2 of 3", day="2026-06-08")) == []
    assert found_by(bill("PO55 part 1"), bill("PO55 part 2")) == []
    assert found_by(bill("PO55 1 of 3"), bill("PO55 1 of 3", day="2026-06-08")) == ["D1"]


def test_what_is_billed_later_does_not_count():
    of = bills(bill("7"), bill("7", day="2026-06-05"))
    assert suspects(of, JUDGED, date(2026, 6, 4)) == []
    assert len(suspects(of, JUDGED, date(2026, 6, 5))) == 1


def test_a_pair_stands_once_under_its_surest_test():
    """Same number, amount and day: D1, D2 and D3 would all do."""
    assert found_by(bill("7777"), bill("7777")) == ["D1"]


def test_the_surest_first_and_only_as_many_as_asked_for():
    of = bills(bill("1111", 10), bill("1112", 10, "2026-06-20"), bill("5", 700), bill("5", 700, "2026-06-03"))
    assert [row[8] for row in duplicates(of, JUDGED, AS_OF).body] == ["D1", "D3"]
    assert len(duplicates(of, JUDGED, AS_OF, 1).body) == 1


def test_no_pair_is_no_answer():
    with pytest.raises(NoData):
        duplicates(bills(bill("7")), JUDGED, AS_OF)
