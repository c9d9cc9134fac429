"""What the budget's alert and the tests of controls ask of access, through the catalogue of figures."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import alert, sentence
from medoffice_xl.areas.controls.checks import every_check
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES
from tests.areas.access.appointment_rows import appointments, sessions, several
from tests.areas.budget.test_budget_figures import world
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
DAYS = [day.date() for day in pd.bdate_range("2026-05-01", "2026-06-30")]


def said(booked, day_minutes=100):
    """What the worked budget's alert says, 90 new patients missing, with these appointments."""
    budget = world()
    more = {"appointments": booked, "sessions": sessions(*({"day": day, "minutes": day_minutes} for day in DAYS))}
    tables = Tables(lambda name: more[name] if name in more else budget.get(name))
    return sentence(alert(budget_books(tables, AS_OF), tables, 1, Thresholds().newest))


def each_day(minutes, status="Complete", days=DAYS):
    return [{"day": day, "minutes": minutes, "status": status} for day in days]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(82, "Slots were 82% filled: marketing can help."), (89, "Slots were 89% filled: marketing can help."),
     (90, "Slots were 90% filled: neither free nor full, to be watched; no cause is named."),
     (94, "Slots were 94% filled: neither free nor full, to be watched; no cause is named."),
     (95, "Slots were 95% filled: capacity is short, marketing does not help.")],
)  # fmt: skip
def test_marketing_is_told_from_capacity_by_the_appointments(minutes, words):
    assert said(appointments(*each_day(minutes))).endswith(words)


@pytest.mark.parametrize(("missed", "words"), [(10, "access first, then marketing"), (9, "marketing can help")])
def test_no_shows_that_have_risen_come_first(missed, words):
    """June: 500 appointments, May 500 with 0 no-shows: 10 more are two points."""
    before = several("Complete", 500, day=date(2026, 5, 28), minutes=0)
    now = [*several("Complete", 500 - missed, day=date(2026, 6, 10), minutes=0), *several("No Show", missed, minutes=0)]
    assert words in said(appointments(*before, *now, *each_day(50)[:1]))


def test_a_wait_that_grew_is_short_of_capacity():
    """Before June the third slot was the next day; now the next four days are full."""
    june = [day for day in DAYS if day >= date(2026, 6, 3)]
    ahead = [day.date() for day in pd.bdate_range("2026-07-01", "2026-07-20")]
    full = [{"day": day, "minutes": 88, "booked_on": date(2026, 6, 1)} for day in [*june, *ahead]]
    budget = world()
    when = sessions(*({"day": day, "minutes": 100, "slot_minutes": 10} for day in [*DAYS, *ahead]),
                    {"day": date(2026, 7, 21), "slot_minutes": 10})  # fmt: skip
    more = {"appointments": appointments(*full, *each_day(50, days=DAYS[:20])), "sessions": when}
    tables = Tables(lambda name: more[name] if name in more else budget.get(name))
    words = sentence(alert(budget_books(tables, AS_OF), tables, 1, Thresholds().newest))
    assert "and the wait is growing: capacity is short, marketing does not help." in words


def test_visits_kept_without_a_charge_are_a_control():
    booked = appointments(
        {"patient_acct": "P1", "day": date(2026, 6, 2)}, {"patient_acct": "P2", "day": date(2026, 6, 3)}
    )
    charge = {"claim_id": "C1", "patient_acct": "P1", "dos": date(2026, 6, 2), "charge": 1, "code": "X1",
              "post_date": date(2026, 6, 3)}  # fmt: skip
    tables = Tables.of({"appointments": booked, "charges": frame_of(CHARGES, [charge])})
    (test,) = [each for each in every_check(tables, AS_OF) if each.title == "Visits kept without a charge"]
    assert (test.tested, [row.reference for row in test.findings[0].rows]) == ("2 visits kept", ["P2"])


def test_without_accounts_the_control_says_so():
    tables = Tables.of({"appointments": appointments({})})
    (test,) = [each for each in every_check(tables, AS_OF) if each.title == "Visits kept without a charge"]
    assert test.not_tested.startswith("The appointments have no account numbers")
