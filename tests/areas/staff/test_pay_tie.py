"""Totals of pay against what the books have for staff."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_frames import frame

from medoffice_xl.areas.staff.pay_tie import pay_tie
from medoffice_xl.errors import NoData
from medoffice_xl.tables import COSTS, PAY_TOTALS

AS_OF = date(2026, 6, 30)


def totals(*rows):
    names = ("month", "role", "people", "pay", "employer_cost")
    return frame(PAY_TOTALS, *(dict(zip(names, row, strict=True)) for row in rows))


def costs(*rows):
    return frame(COSTS, *(
        {"month": month, "account": category, "category": category, "behaviour": "fixed", "amount": amount}
        for month, category, amount in rows
    ))  # fmt: skip


TOTALS = totals(("2026-05-01", "Desk", 3, 5_000, 400), ("2026-05-01", "Nurses", 4, 7_000, 600),
                ("2026-06-01", "Desk", 7, 12_100, 950))  # fmt: skip
BOOKED = (("2026-05-01", "office staff", 5_000), ("2026-05-15", "clinical staff", 7_000), ("2026-05-01", "rent", 900))


@every_kind
def test_what_ties(on):
    found = pay_tie(on(TOTALS), on(costs(*BOOKED, ("2026-06-01", "office staff", 12_100))), AS_OF, 365)
    assert found.value == 0
    assert [part.value for part in found.parts][:4] == [2_410_000, 2_410_000, 195_000, 2]
    assert found.notes == ["They tie."]


def test_a_month_that_does_not_is_named():
    found = pay_tie(TOTALS, costs(*BOOKED, ("2026-06-01", "office staff", 12_000)), AS_OF, 365)
    assert (found.value, found.notes) == (
        -10_000, ["They do not tie in 06/2026: look for pay that is booked in another month or account."]
    )  # fmt: skip


def test_books_that_hold_taxes_in_the_same_accounts():
    """12,000 + 12,100 of pay and 1,000 + 950 on top."""
    booked = costs(("2026-05-01", "office staff", 13_000), ("2026-06-01", "office staff", 13_050))
    found = pay_tie(TOTALS, booked, AS_OF, 365)
    assert found.value == 195_000
    assert found.notes[0].startswith("They tie with taxes and benefits")


def test_months_that_make_up_for_one_another_are_told():
    booked = costs(("2026-05-01", "office staff", 12_100), ("2026-06-01", "office staff", 12_000))
    assert pay_tie(TOTALS, booked, AS_OF, 365).notes == ["They tie in all, and not in 05/2026, 06/2026."]


@pytest.mark.parametrize(("as_of", "window", "months"), [(date(2026, 6, 29), 365, 1), (AS_OF, 30, 1), (AS_OF, 29, 0),
                                                        (AS_OF, 61, 2)])  # fmt: skip
def test_whole_months_of_the_window_alone(as_of, window, months):
    booked = costs(*BOOKED, ("2026-06-01", "office staff", 12_100))
    if not months:
        with pytest.raises(NoData, match="No month of the window"):
            pay_tie(TOTALS, booked, as_of, window)
        return
    assert pay_tie(TOTALS, booked, as_of, window).rows_used == months
