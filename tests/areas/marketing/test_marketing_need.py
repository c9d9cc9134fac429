"""The marketing plan starts from the budget's alert."""

from datetime import date

from practice_frames import frame
from practice_tables import charges, payments

from medoffice_xl.areas.marketing import marketing_need as needs
from medoffice_xl.areas.marketing.brought import brought
from medoffice_xl.areas.marketing.campaigns import campaigns_of
from medoffice_xl.areas.marketing.new_patients import registered
from medoffice_xl.areas.marketing.tables import CAMPAIGNS, REGISTRATIONS
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.sets import Tables
from medoffice_xl.tables import ACCOUNTS, BUDGET_AMOUNTS, BUDGET_VISITS, CLOSED_MONTHS, COSTS, LEDGER

AS_OF = date(2026, 3, 15)
RADIO = {"campaign": "Radio", "kind": "radio", "first_day": "2026-01-01", "last_day": "2026-01-31", "spend": 100}
TO_COME = {"campaign": "Booth", "kind": "booth", "first_day": "2026-04-01", "planned_spend": 90, "expected": 3}


def asked(tables, *registrations, campaigns=(RADIO, TO_COME)):
    rows = frame(CAMPAIGNS, *campaigns)
    known = frame(REGISTRATIONS, *({"account": f"P{n}", "source": "Radio", "first_visit": day} for n, day in
                                   enumerate(registrations)))  # fmt: skip
    here = brought(rows, registered(known, AS_OF), Thresholds().on(AS_OF))
    planned = [each for each in campaigns_of(rows) if each.first > AS_OF]
    return {row[0]: row[1] for row in needs.marketing_need(here, planned, Tables.of(tables), 1).body}


def budget(seen):
    """Two closed months, in each ten new patients planned at 1,000.00; `seen` came, each new, each paid that."""
    months = ("2026-01-01", "2026-02-01")
    plan = [{"month": month, "payer": "Acme", "visits": 10, "new_visits": 10, "allowed": 1_000} for month in months]
    came = [
        {"claim_id": f"C{n}", "patient_acct": f"P{n}", "dos": months[n % 2], "charge": 1_000, "provider": "Lee"}
        for n in range(seen)
    ]
    paid = [{"claim_id": each["claim_id"], "post_date": each["dos"], "amount": 1_000} for each in came]
    income = {"account": "Visits", "kind": "income"}
    return {
        "accounts": frame(ACCOUNTS, income),
        "ledger": frame(LEDGER, *({"account": "Visits", "month": month, "amount": seen * 500} for month in months)),
        "budget_amounts": frame(BUDGET_AMOUNTS, *({"account": "Visits", "month": month, "amount": 10_000}
                                                  for month in months)),
        "budget_visits": frame(BUDGET_VISITS, *plan),
        "closed_months": frame(CLOSED_MONTHS, *({"month": month, "closed_on": "2026-03-10"} for month in months)),
        "charges": charges(*came), "payments": payments(*paid),
        "costs": frame(COSTS, {"month": "2026-01-01", "category": "marketing", "amount": 1}),
    }  # fmt: skip


def test_who_is_missing_and_what_they_would_cost():
    """20 planned, 7 came: 13 missing, 6.5 a month, for which 7 must come. Radio: 100.00 for 3,
    33.33 each; 7 are 233.31. The booth's 3 are 46% of 6.5."""
    said = asked(budget(7), "2026-01-05", "2026-01-06", "2026-01-07")
    assert said["Budget"].startswith("The budget suffers: net $13,000.00 under plan")
    assert "marketing can help" in said["Does marketing help?"]
    assert said["New patients missing"] == "13: 7 of 20 planned in January to February 2026; 6 a month."
    assert said["What one costs"] == "$33.33: $100.00 for 3 new patients in the last 365 days."
    assert said["To close the gap"] == "$233.31 a month for 7 new patients, at that cost."
    assert said["Planned"] == "1 campaign for $90.00, 3 new patients expected: 46% of a month's gap."


def test_nobody_is_missing():
    said = asked(budget(20), "2026-01-05")
    assert said["Does marketing help?"] == "No: visits are not what hurts."
    assert said["New patients missing"] == "None: 20 of 20 planned in January to February 2026."
    assert "To close the gap" not in said
    assert said["Planned"] == "1 campaign for $90.00, 3 new patients expected."


def test_nobody_came_by_a_campaign_and_nothing_is_planned():
    said = asked(budget(7), campaigns=(RADIO,))
    assert said["What one costs"].startswith("Not known")
    assert said["Planned"].startswith("Nothing")


def test_without_a_budget_nothing_is_judged():
    assert list(asked({}, "2026-01-05")) == ["Budget"]
    assert asked({}, "2026-01-05")["Budget"].startswith("Nothing is judged yet")
