"""What each duty says waits for a decision, and what it does not."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from budget_tables import KINDS, accounts, amounts, budget_tables
from equipment_candidates import ECHO, candidates
from practice_frames import frame

from medoffice_xl import areas
from medoffice_xl.areas.budget.decisions import DECISIONS as OF_BUDGET
from medoffice_xl.areas.controls.decisions import DECISIONS as OF_CONTROLS
from medoffice_xl.areas.controls.tables import SIGN_OFFS
from medoffice_xl.areas.denials.decisions import DECISIONS as OF_DENIALS
from medoffice_xl.areas.equipment.decisions import DECISIONS as OF_EQUIPMENT
from medoffice_xl.areas.payables.decisions import DECISIONS as OF_PAYABLES
from medoffice_xl.areas.payers.decisions import DECISIONS as OF_PAYERS
from medoffice_xl.areas.staff.decisions import DECISIONS as OF_STAFF
from medoffice_xl.areas.worklists.decisions import DECISIONS as OF_WORK
from medoffice_xl.build.pages import pages
from medoffice_xl.errors import OutOfRange
from medoffice_xl.headlines import Terms
from medoffice_xl.sets import Tables
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, CHARGES, PAYMENTS, REMITS, VACANCIES, VENDORS

AS_OF = date(2026, 6, 30)
TERMS = Terms()
WITH_DECISIONS = sorted(path.parent.name for path in Path(areas.__file__).parent.glob("*/decisions.py"))


def waits(of, terms=TERMS, **frames):
    found = of.at(Tables.of(frames).narrowed(of.uses), AS_OF, terms)
    return [(each.what, each.cents, each.by) for each in found]


EVERY = (OF_BUDGET, OF_PAYABLES, OF_EQUIPMENT, OF_PAYERS, OF_STAFF, OF_DENIALS, OF_CONTROLS, OF_WORK)


@pytest.mark.parametrize("of", EVERY)
def test_without_tables_nothing_waits(of):
    assert waits(of) == []


@pytest.mark.parametrize("area", WITH_DECISIONS)
def test_what_waits_leads_to_a_page(area):
    """A sheet that a report makes is there only once somebody has asked for it."""
    assert import_module(f"medoffice_xl.areas.{area}.decisions").SHEET in {page.name for page in pages()}


@pytest.mark.parametrize("run_days", [0, 93])
def test_days_that_the_page_refuses_are_refused_here(run_days):
    with pytest.raises(OutOfRange, match=f"You pay every {run_days} days"):
        waits(OF_PAYABLES, Terms(run_days=run_days), **payables([{"number": "7"}]))


def payables(bills, paid=()):
    one = {"vendor": "Acme", "bill_date": "2026-06-20", "amount": 418.50}
    return {
        "vendors": frame(VENDORS, {"vendor": "Acme", "terms": "2/10 net 30"}),
        "bills": frame(BILLS, *({**one, **bill} for bill in bills)),
        "bill_payments": frame(BILL_PAYMENTS, *paid),
    }


TWICE = ({"number": "INV51234", "bill_date": "2026-06-01"}, {"number": "INV51243", "bill_date": "2026-06-08"})


def test_two_bills_that_may_be_one():
    assert waits(OF_PAYABLES, **payables(TWICE)) == [("Pay Acme INV51234 or INV51243, not both", 41_850, None)]


def test_two_that_are_both_paid_are_no_decision_any_more():
    paid = [
        {"vendor": "Acme", "paid_date": "2026-06-15", "amount": 418.50, "kind": "bill payment", "number": number,
         "bill_number": bill}
        for number, bill in (("1", "INV51234"), ("2", "INV51243"))
    ]  # fmt: skip
    assert waits(OF_PAYABLES, **payables(TWICE, paid)) == []
    assert len(waits(OF_PAYABLES, **payables(TWICE, paid[:1]))) == 1


def test_a_bill_on_hold_waits_by_its_due_day_and_its_discount_does_not():
    bill = {"number": "7", "bill_date": "2026-06-22", "state": "hold"}
    assert waits(OF_PAYABLES, **payables([bill])) == [("Pay Acme 7, or dispute it", 41_850, date(2026, 7, 22))]


@pytest.mark.parametrize(("billed", "waits_by"), [("2026-06-20", date(2026, 6, 30)), ("2026-06-26", date(2026, 7, 6)),
                                                 ("2026-06-27", None), ("2026-06-19", None)])  # fmt: skip
def test_a_discount_that_lapses_within_a_week(billed, waits_by):
    """2% of 418.50 is 8.37, until ten days after the bill; the seventh day from this one is too late."""
    found = waits(OF_PAYABLES, **payables([{"number": "7", "bill_date": billed}]))
    wanted = [("Take the discount of Acme, or leave it", 837, waits_by)] if waits_by else []
    assert found == wanted


@pytest.mark.parametrize(("run_days", "waits_for"), [(7, 0), (8, 1)])
def test_a_discount_lapses_before_the_next_payments_of_the_setting(run_days, waits_for):
    """The discount of a bill of the 27th ends on July 7, the eighth day of a run that begins on June 30."""
    found = waits(OF_PAYABLES, Terms(run_days=run_days), **payables([{"number": "7", "bill_date": "2026-06-27"}]))
    assert len(found) == waits_for


def denied(*lines):
    """Claims of 100.00 without a rate, denied in June, and one paid in full, so that a denied line's stake is 100."""
    answered = [{"claim_id": f"C{number}", "charge": 100.0, "reason": reason} for number, reason in enumerate(lines)]
    paid = {"claim_id": "PAID", "charge": 100.0, "paid": 100.0, "allowed": 100.0, "claim_status": "1"}
    rows = [
        {"claim_id": each["claim_id"], "charge": 100.0, "paid": 0.0, "claim_status": "4",
         "adjustments": f"CO-{each['reason']}:100.00"}
        for each in answered
    ]  # fmt: skip
    told = {"payer": "Acme", "line": 1, "code": "X1", "dos": "2026-06-01", "paid_date": "2026-06-20"}
    return {"remits": frame(REMITS, *({**told, **row} for row in (*rows, paid)))}


@pytest.mark.parametrize(("others", "waits_for"), [(3, True), (4, False)])
def test_denials_that_the_front_desk_could_prevent(others, waits_for):
    """One for coverage that had ended (CO-27) among 1 + 3 denied: 25%, the threshold itself; of 1 + 4 it is 20%."""
    found = waits(OF_DENIALS, **denied("27", *["4"] * others))
    wanted = [("Have the front desk prevent denials, or go on as now", 10_000, None)] if waits_for else []
    assert found == wanted


def sunday(*found):
    paid = {"vendor": "Acme", "paid_date": "2026-06-14", "amount": 120.0, "kind": "bill payment", "number": "1"}
    looks = [{"check": "C4", "looked_on": "2026-06-20", "looked_by": "Dr Able", "found": each} for each in found]
    return {"bill_payments": frame(BILL_PAYMENTS, paid)} | ({"sign_offs": frame(SIGN_OFFS, *looks)} if looks else {})


@pytest.mark.parametrize(("looked", "waits_for"), [((), True), ((0,), True), ((1,), False), ((None,), False)])
def test_what_a_control_found_waits_until_somebody_has_looked(looked, waits_for):
    """A payment of a Sunday is one thing to look at; who looked when there was none has not looked at it."""
    found = [(what, cents) for what, cents, _ in waits(OF_CONTROLS, **sunday(*looked))]
    assert found == ([("Who looks at C4, payments to vendors", 12_000)] if waits_for else [])


@pytest.mark.parametrize(("charge", "waits_for"), [(3.0, True), (300.0, False)])
def test_claims_worth_less_than_their_minutes(charge, waits_for):
    """Nobody answered a claim of 3.00, which minutes of a biller's hour cost more than; one of 300.00 is worked."""
    billed = {"claim_id": "C1", "line_id": "1", "dos": "2026-03-02", "post_date": "2026-03-02", "payer": "Acme",
              "code": "X1", "units": 1, "charge": charge, "submit_date": "2026-03-03"}  # fmt: skip
    paid = {**billed, "claim_id": "C2", "charge": 100.0}
    money = {"claim_id": "C2", "post_date": "2026-03-20", "payer": "Acme", "kind": "insurance payment", "amount": 100.0}
    found = waits(OF_WORK, charges=frame(CHARGES, billed, paid), payments=frame(PAYMENTS, money))
    assert found == ([("Write off 1 claim of the review, or work on", 300, None)] if waits_for else [])


@pytest.mark.parametrize(("filled", "open_still"), [(None, True), ("2026-07-01", True), ("2026-06-30", False)])
def test_an_open_place(filled, open_still):
    row = {"vacancy": "Desk", "role": "Front desk", "kind": "front office", "weekly_hours": 28, "opened": "2026-06-01",
           "filled": filled}  # fmt: skip
    found = OF_STAFF.at(Tables.of({"vacancies": frame(VACANCIES, row)}), AS_OF, TERMS)
    assert [each.what for each in found] == (["Fill the place “Desk”, or give it up"] if open_still else [])
    assert [each.why for each in found] == (["Front desk, 28 hours a week, open for 29 days"] if open_still else [])


@pytest.mark.parametrize(
    ("volume", "what"), [(24, "Buy Echo, or not"), (20.5, "Echo: is its volume sure?"), (15, None)]
)
def test_candidates(volume, what):
    """At 24 a month worth 19,430.37; break-even in value is near 19.5; at 20.5 a tenth less would lose."""
    found = waits(OF_EQUIPMENT, equipment_candidates=candidates({**ECHO, "volume": volume}))
    assert found == ([(what, 8_000_000, None)] if what else [])


@pytest.mark.parametrize(("received", "state"), [(80_000, "suffers"), (96_500, "watched"), (99_000, None)])
def test_the_budget(received, state):
    """100,000 planned: 20% short is a month's alert, 3.5% is watched, 1% is nothing."""
    tables = budget_tables(
        accounts=accounts(("Fees", "income")), budget_amounts=amounts("2026-06-01", Fees=100_000),
        ledger=amounts("2026-06-01", Fees=received), closed_months=[{"month": "2026-06-01"}],
    )  # fmt: skip
    found = waits(OF_BUDGET, **{name: tables[name] for name in KINDS})
    wanted = [("What to do about the budget", (received - 100_000) * 100, None)] if state else []
    assert found == wanted
