"""As of a past day nothing later counts: every figure gives what it would have given on that day.

Each function that takes an as-of day is asked of all the tables and of the tables cut at that day. The practice is the
invented one, with everything added that changes afterwards what once stood.
"""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from equipment_candidates import ECHO, candidates
from example_sets import held
from practice_frames import frame
from practice_tables import charges, payments, remits

from medoffice_xl.areas.controls.tables import BANK as BANK_LINES
from medoffice_xl.areas.controls.tables import TICKETS
from medoffice_xl.areas.equipment.tables import CANDIDATES, CODES, DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.areas.marketing.tables import CAMPAIGNS, REGISTRATIONS
from medoffice_xl.areas.plan.tables import ACTIONS, EVALUATIONS, GOALS, POLICIES, SERVICES
from medoffice_xl.areas.satisfaction.tables import ANSWER_WORDS, COMMENT_THEMES, COMPLAINTS, FOCUS_GROUPS, SURVEYS
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.cells.function import CellFunction
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import medicare_values
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.ledger.known_by import ENTERED
from medoffice_xl.published import published
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import SETS
from medoffice_xl.tables import (
    ACCOUNTS,
    APPOINTMENTS,
    BILL_PAYMENTS,
    BILLS,
    BUDGET_AMOUNTS,
    BUDGET_NOTES,
    BUDGET_VISITS,
    CASH,
    CLOSED_MONTHS,
    FILINGS,
    LEDGER,
    PAY_TOTALS,
    SESSIONS,
    TRIAL_BALANCES,
    VENDORS,
)
from medoffice_xl.tables.appeals import APPEALS
from medoffice_xl.tables.patient_accounts import PATIENT_STEPS, PAYMENT_PLANS, PLACEMENTS, STATEMENTS
from tests.staff_frames import hours, staff, vacancies

pytestmark = pytest.mark.whole

WIDEST = (
    "Equipment", "Payables", "Denials", "Work", "Patients", "Controls", "Staff", "Marketing", "Satisfaction", "Access",
    "Planning", "Office",
)  # fmt: skip
"""The sets that hold every table a figure as of a day may read; the first is taken where a function's own is none."""

DAYS = [date(2026, 3, 31), date(2026, 5, 31)]

# What was entered, posted and answered at first, and what became of it between the two days or after them.
CHARGED = charges(
    # a claim whose lower line, of another payer and provider, is entered later
    {"claim_id": "late", "line_id": "2", "dos": "2026-03-02", "charge": 100, "code": "G0438"},
    {"claim_id": "late", "line_id": "1", "dos": "2026-03-02", "post_date": "2026-04-20", "charge": 40, "payer": "Best",
     "provider": "Lee", "patient_acct": "P1", "code": "G0439"},
    # voided later, and charged once more
    *({"claim_id": "void", "line_id": line, "dos": "2026-03-10", "post_date": day, "charge": charge, "code": "G2211"}
      for line, day, charge in (("1", "2026-03-25", 16), ("2", "2026-04-25", -16), ("3", "2026-04-25", 18))),
    # capitated later; one more that is taken back
    {"claim_id": "capitated", "line_id": "1", "dos": "2026-02-10", "charge": 77, "code": "G0438"},
    {"claim_id": "capitated again", "line_id": "1", "dos": "2026-02-10", "charge": 78, "code": "G0438"},
    # paid before it is charged
    {"claim_id": "prepaid", "dos": "2026-04-02", "charge": 90, "code": "G0438"},
    # paid more than was charged
    {"claim_id": "overpaid", "dos": "2026-02-03", "charge": 50, "code": "G0438", "payer": "Blue Harbor PPO"},
    # over the turn of a month
    {"claim_id": "two months", "line_id": "1", "dos": "2026-02-28", "charge": 60, "code": "G0438"},
    {"claim_id": "two months", "line_id": "2", "dos": "2026-03-01", "charge": 40, "code": "G0439"},
    # no day of posting
    {"claim_id": "undated", "dos": "2026-04-11", "post_date": None, "charge": 33, "code": "G0438"},
    *({"claim_id": name, "dos": "2026-02-02", "charge": 100, "code": "G0438"} for name in
      ("overturned", "reversed", "replaced", "doubled", "instalments", "denied later")),
)  # fmt: skip
POSTED = payments(
    {"claim_id": "late", "post_date": "2026-03-20", "amount": 30},
    {"claim_id": "two months", "post_date": "2026-03-20", "amount": 33.33},
    {"claim_id": "two months", "post_date": "2026-04-20", "amount": 11.11, "kind": "contractual adjustment"},
    {"claim_id": "prepaid", "post_date": "2026-03-20", "amount": 20, "kind": "patient payment"},
    {"claim_id": "", "post_date": "2026-03-21", "amount": 12},
    {"claim_id": "", "post_date": "2026-04-21", "amount": 13},
    {"claim_id": "capitated", "line_id": "1", "post_date": "2026-04-15", "amount": 77, "reason": "CO-24",
     "kind": "contractual adjustment"},
    {"claim_id": "capitated again", "line_id": "1", "post_date": "2026-03-15", "amount": 78, "reason": "CO-24",
     "kind": "contractual adjustment"},
    {"claim_id": "capitated again", "line_id": "1", "post_date": "2026-04-15", "amount": -78, "reason": "CO-24",
     "kind": "contractual adjustment"},
    {"claim_id": "overpaid", "post_date": "2026-03-02", "amount": 60},
    {"claim_id": "reversed", "line_id": "1", "post_date": "2026-03-04", "amount": 60},
    {"claim_id": "reversed", "line_id": "1", "post_date": "2026-05-01", "amount": -60},
    {"claim_id": "undated", "post_date": None, "amount": 3},
)  # fmt: skip


def answer(claim: str, day: str, paid: float = 0, adjustments: str = "CO-45:40.00", **more: Any) -> dict[str, Any]:
    return {
        "claim_id": claim, "paid_date": day, "dos": "2026-02-02", "code": "G0438", "charge": 100, "paid": paid,
        "allowed": paid, "adjustments": adjustments, "trace": f"{claim} {day}", **more,
    }  # fmt: skip


ANSWERED = remits(
    answer("overturned", "2026-03-01", adjustments="CO-16:100.00"),
    answer("overturned", "2026-05-01", 60),
    answer("reversed", "2026-03-04", 60),
    answer("reversed", "2026-05-01", -60, "CO-45:-40.00", charge=-100, claim_status="22"),
    answer("replaced", "2026-03-04", 50),
    answer("replaced", "2026-05-04", 60, frequency="7"),
    answer("doubled", "2026-03-04", adjustments="CO-18:100.00"),
    answer("doubled", "2026-05-04", 60),
    answer("instalments", "2026-03-04", 30),
    answer("instalments", "2026-05-04", 30),
    answer("denied later", "2026-04-04", adjustments="CO-197:100.00"),
)


MACHINE = {**ECHO, "price": 8_000, "allowed": None, "collected": None, "lease_payment": 1_500, "lease_count": 60}
POSTED_BOOKS = frame(
    LEDGER,
    *({"month": f"2026-{month:02d}-01", "account": "Income", "amount": 9_000 + month} for month in range(1, 9)),
    *({"month": f"2026-{month:02d}-01", "account": "Rent", "amount": 900 + month} for month in range(1, 9)),
    *({"month": f"2026-{month:02d}-01", "account": "Desk", "amount": 2_000 + month} for month in range(1, 9)),
)
CHART = frame(
    ACCOUNTS,
    {"account": "Income", "kind": "income"},
    {"account": "Rent", "kind": "expense", "category": "rent", "fixed_share": 1},
    {"account": "Desk", "kind": "expense", "fixed_share": 1, "staff": "front office"},
    {"account": "Operating", "kind": "asset", "line": "cash"},
    {"account": "Accounts payable", "kind": "liability", "line": "accounts payable"},
)
BANK = frame(
    CASH,
    *(
        {"month": f"2026-{month:02d}-28", "bank_account": "Operating", "balance": 90_000 * month, "debt_service": month,
         "floor": month}
        for month in range(1, 9)
    ),
)  # fmt: skip
PLAN = {
    "budget_amounts": frame(
        BUDGET_AMOUNTS,
        *({"month": f"2026-{month:02d}-01", "account": "Income", "amount": 9_100} for month in range(1, 13)),
        *(
            {"month": f"2026-{month:02d}-01", "account": "Desk", "amount": 2_000, "hours": 160}
            for month in range(1, 13)
        ),
    ),
    "closed_months": frame(
        CLOSED_MONTHS,
        *({"month": f"2026-{month:02d}-01", "closed_on": f"2026-{month + 1:02d}-01"} for month in range(1, 9)),
    ),
    "budget_visits": frame(BUDGET_VISITS, {"month": "2026-02-01", "payer": "Acme", "visits": 9, "allowed": 90}),
    "budget_notes": frame(BUDGET_NOTES, {"month": "2026-02-01", "account": "Income", "comment": "slow"}),
}
BILLED = ("2026-02-02", "2026-03-25", "2026-03-31", "2026-04-01", "2026-05-30", "2026-06-01")
PAYABLE = {
    "vendors": frame(VENDORS, {"vendor": "Acme", "terms": "2/10 net 30", "form_1099": "yes"}),
    "bills": frame(
        BILLS,
        *(
            {"vendor": "Acme", "number": f"INV1023{place}", "bill_date": day, "amount": 418.50}
            for place, day in enumerate(BILLED)
        ),
    ),
    "bill_payments": frame(
        BILL_PAYMENTS,
        *(
            {"vendor": "Acme", "paid_date": day, "number": str(place), "amount": 300, "method": "check"}
            for place, day in enumerate(("2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01"))
        ),
    ),
    "filings": frame(FILINGS, {"filing": "Form 941", "due_date": "2026-04-30", "done_date": "2026-05-01"},
                     {"filing": "Deposit", "due_date": "2026-06-15"}),
    "trial_balances": frame(
        TRIAL_BALANCES,
        *(
            {"as_of": day, "account": account, "balance": balance}
            for day in ("2026-03-31", "2026-05-31")
            for account, balance in (("Accounts payable", -900), ("Operating", 2_000))
        ),
    ),
}  # fmt: skip

CONTROLLED = {
    "bank": frame(
        BANK_LINES,
        *(
            {"posted": day, "amount": amount, "description": "DEPOSIT", "line_id": day}
            for day, amount in (("2026-03-02", -1), ("2026-03-31", 30), ("2026-04-20", 60), ("2026-05-31", 12))
        ),
    ),
    "tickets": frame(
        TICKETS,
        *(
            {"ticket": f"A-{number}", "day": day, "state": "used"}
            for number, day in ((1, "2026-03-02"), (4, "2026-03-31"), (3, "2026-05-31"), (2, "2026-06-01"))
        ),
    ),
}

SEEN = {"provider": "Dr Abara", "starts": "09:00", "minutes": 20, "patient_acct": "P1", "status": "Complete"}
SCHEDULED = {
    "appointments": frame(
        APPOINTMENTS,
        *(
            {**SEEN, "appointment": f"{booked} {day}", "booked_on": booked, "day": day}
            for booked, day in (
                ("2026-02-02", "2026-03-02"),
                ("2026-03-31", "2026-03-31"),
                ("2026-03-30", "2026-04-02"),
                ("2026-04-01", "2026-04-02"),
                ("2026-05-31", "2026-06-02"),
                ("2026-06-01", "2026-06-02"),
            )
        ),
        {**SEEN, "appointment": "missed", "booked_on": "2026-03-02", "day": "2026-03-09", "status": "No Show"},
    ),
    "sessions": frame(
        SESSIONS,
        *(
            {**SEEN, "day": day.date().isoformat(), "minutes": 180, "kind": "open", "slot_minutes": 20}
            for day in pd.bdate_range("2026-03-02", "2026-06-30")
        ),
    ),
}

CAME = {
    "campaigns": frame(
        CAMPAIGNS,
        {"campaign": "Radio", "first_day": "2026-02-01", "last_day": "2026-04-30", "spend": 600, "expected": 3},
        {"campaign": "Booth", "first_day": "2026-05-15", "last_day": None, "spend": 90},
    ),
    "registrations": frame(
        REGISTRATIONS,
        *(
            {
                "account": f"P{place}",
                "first_visit": day,
                "source": source,
                "payer": "Blue Harbor PPO",
                "referrer": "Lee",
            }
            for place, (day, source) in enumerate(
                (day, source)
                for day in ("2026-02-02", "2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01")
                for source in ("Radio", "Booth", "")
            )
        ),
    ),
}


ASKED = [("recommend", 9, ""), ("rating", 8, ""), ("access", None, "Always"), ("comment", None, "Waited an hour")]
SAID = {
    "surveys": frame(
        SURVEYS,
        *(
            {"response": f"{day} {place}", "answered": day, "question": measure, "measure": measure, "score": score,
             "scale": score and 10, "answer": answer, "provider": "Lee"}
            for day in ("2026-02-02", "2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01")
            for place in range(12)
            for measure, score, answer in ASKED
        ),
    ),
    "complaints": frame(
        COMPLAINTS,
        *(
            {"complaint": day, "opened": day, "kind": "billing", "account": "A", "closed": closed}
            for day, closed in (
                ("2026-02-02", "2026-04-01"), ("2026-03-31", None), ("2026-04-01", "2026-06-01"), ("2026-06-01", None)
            )
        ),
    ),
    "focus_groups": frame(
        FOCUS_GROUPS,
        *(
            {"held": day, "finding": day, "action": "Call", "due": "2026-05-01", "done": done}
            for day, done in (("2026-02-02", "2026-04-01"), ("2026-03-31", None), ("2026-06-01", None))
        ),
    ),
    **{table.name: published(table) for table in (ANSWER_WORDS, COMMENT_THEMES)},
}  # fmt: skip

STAFFED = {
    "employees": staff(
        {"license_until": "2026-05-01", "cpr_on": "2024-05-15", "review_on": "2026-04-20", "weekly_hours": 40},
        {"left": "2026-03-31", "leave": "voluntary"},
        {"left": "2026-04-10", "leave": "voluntary"},
        {"hired": "2026-04-01"},
        {"hired": "2025-04-01", "kind": "physician", "role": "Physician", "weekly_hours": 20},
    ),
    "hours": hours(
        *(
            {"employee": f"E{place}", "period_begin": None, "period_end": day, "regular": 70 + place, "overtime": place}
            for place in (1, 2, 3)
            for day in (
                "2026-01-15",
                "2026-02-15",
                "2026-03-15",
                "2026-03-31",
                "2026-04-15",
                "2026-05-31",
                "2026-06-15",
            )
        )
    ),
    "pay_totals": frame(
        PAY_TOTALS, *({"month": f"2026-0{month}-01", "role": "Desk", "people": 3, "pay": 900} for month in range(1, 8))
    ),
    "vacancies": vacancies(
        {"vacancy": "A", "opened": "2026-03-31", "filled": "2026-04-01", "weekly_hours": 20},
        {"vacancy": "B", "opened": "2026-05-31", "weekly_hours": 30},
    ),
}
PLANNED = {
    "goals": frame(
        GOALS,
        {"goal": "Money sooner", "figure": "Days in A/R", "baseline": 42, "start": "2026-01-01", "target": 35,
         "due": "2026-12-31"},
    ),
    "actions": frame(
        ACTIONS,
        {"action": "Call the payer", "agreed": "2026-03-02", "due": "2026-03-20", "done": "2026-04-15"},
        {"action": "Write to the payer", "agreed": "2026-04-20", "due": "2026-05-10", "done": "2026-06-02"},
        {"action": "See the payer", "agreed": "2026-03-30", "due": "2026-06-20"},
    ),
    "policies": frame(
        POLICIES, {"policy": "Dress", "kind": "personnel policy", "reviewed": "2025-04-10", "next_review": "2026-04-10"}
    ),
    "services": frame(SERVICES, {"service": "Laundry", "kind": "outside service", "ends": "2026-06-30", "cost": 900}),
    "evaluations": frame(
        EVALUATIONS,
        *(
            {"topic": "Scanner", "candidate": option, "criterion": "Price", "weight": 1, "score": score,
             "decision": decision, "decided": decided}
            for option, score, decision, decided in (("One", 7, "chosen", "2026-04-10"), ("Two", 5, "", None))
        ),
    ),
}  # fmt: skip
APPEALED = frame(
    APPEALS,
    *(
        {"payer": "Acme", "claim_id": claim, "about": "denial", "level": 1, "status": status, "status_date": day}
        for claim, status, day in (
            ("overturned", "sent", "2026-03-20"),
            ("overturned", "recovered", "2026-05-01"),
            ("replaced", "sent", "2026-03-31"),
            ("replaced", "rejected", "2026-06-01"),
        )
    ),
)
ASKED_OF_PATIENTS = {
    "patient_statements": frame(
        STATEMENTS,
        *(
            {"statement_account": "P1", "sent_on": day, "asked": 40}
            for day in ("2026-03-20", "2026-03-31", "2026-04-20", "2026-06-01")
        ),
    ),
    "payment_plans": frame(
        PAYMENT_PLANS,
        *(
            {
                "plan_account": account,
                "agreed_on": day,
                "plan_total": 40,
                "instalment": 10,
                "first_due": due,
                "plan_ended": ended,
            }
            for account, day, due, ended in (
                ("P1", "2026-03-01", "2026-03-10", "2026-04-20"),
                ("P1", "2026-04-21", "2026-05-01", None),
            )
        ),
    ),
    "placements": frame(
        PLACEMENTS,
        *(
            {
                "placed_account": "P1",
                "placed_on": day,
                "agency": "Elm",
                "placed_amount": 40,
                "fee": 0.3,
                "recalled_on": back,
            }
            for day, back in (("2026-03-05", "2026-05-05"), ("2026-06-05", None))
        ),
    ),
    PATIENT_STEPS.name: published(PATIENT_STEPS),
}
"""Of what is told later, a cut leaves the row and empties the cell."""
TOLD_LATER = (
    ("actions", "done"),
    ("evaluations", "decided"),
    ("complaints", "closed"),
    ("focus_groups", "done"),
    ("employees", "left"),
    ("employees", "review_on"),
    ("vacancies", "filled"),
    ("payment_plans", "plan_ended"),
    ("placements", "recalled_on"),
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=12, seed=3)
    readings = [(read_file(path), path.name) for path in raw.all]
    taken = take_in_all(readings, {"payers": payer_list()}, today=raw.as_of).frames
    more = {"charges": CHARGED, "payments": POSTED, "remits": ANSWERED}
    return {
        **{name: taken[name] for name in ("fee_schedules", "charge_master", "costs", "remittances")},
        **{name: pd.concat([taken[name], rows], ignore_index=True) for name, rows in more.items()},
        "payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values(),
        CANDIDATES.name: candidates(MACHINE), CODES.name: frame(CODES, {"candidate": "Echo", "code": "G0438"}),
        **PAYABLE,
        **PLAN,
        **CONTROLLED,
        **SCHEDULED,
        **CAME,
        **SAID,
        **STAFFED,
        **PLANNED,
        **ASKED_OF_PATIENTS,
        APPEALS.name: APPEALED,
        "accounts": CHART, "ledger": POSTED_BOOKS, "cash": BANK,
        **{table.name: published(table) for table in (SECTION_179_LIMITS, DEPRECIATION_RATES)},
    }  # fmt: skip


def cut(tables: dict[str, pd.DataFrame], day: date) -> dict[str, pd.DataFrame]:
    """The tables without the rows that came after the day."""
    known = dict(tables)
    for name, columns in ENTERED.items():
        frame = tables[name]
        came = frame[list(columns)].bfill(axis=1).iloc[:, 0]
        known[name] = frame[~(came > pd.Timestamp(day))].reset_index(drop=True)
    days = (
        ("bank", "posted"),
        ("tickets", "day"),
        ("appointments", "booked_on"),
        ("registrations", "first_visit"),
        ("surveys", "answered"),
        ("complaints", "opened"),
        ("focus_groups", "held"),
        ("employees", "hired"),
        ("hours", "period_end"),
        ("vacancies", "opened"),
        ("actions", "agreed"),
        ("patient_statements", "sent_on"),
        ("payment_plans", "agreed_on"),
        ("placements", "placed_on"),
    )
    for name, column in (*days, ("bills", "bill_date"), ("bill_payments", "paid_date"), ("trial_balances", "as_of")):
        known[name] = tables[name][tables[name][column] <= pd.Timestamp(day)].reset_index(drop=True)
    for name, column in TOLD_LATER:
        known[name] = known[name].assign(
            **{column: known[name][column].where(known[name][column] <= pd.Timestamp(day))}
        )
    undecided = known["evaluations"]["decided"].isna()
    known["evaluations"] = known["evaluations"].assign(decision=known["evaluations"]["decision"].mask(undecided, ""))
    for name in ("ledger", "cash", "pay_totals"):
        ends = tables[name]["month"] + pd.offsets.MonthEnd(0)
        known[name] = tables[name][ends <= pd.Timestamp(day)].reset_index(drop=True)
    return known


@pytest.fixture(scope="module")
def sets(tables: dict[str, pd.DataFrame]) -> dict[date, dict[str, tuple[str, str]]]:
    """By set, handles of the full tables and of those cut at each day."""

    def handle(of: str, frames: dict[str, pd.DataFrame]) -> str:
        return held({name: frame for name, frame in frames.items() if name in SETS[of].tables}, of)

    whole = {of: handle(of, tables) for of in WIDEST}
    return {day: {of: (whole[of], handle(of, cut(tables, day))) for of in WIDEST} for day in DAYS}


def set_of(cell: CellFunction) -> str:
    """The widest set that the function takes."""
    return cell.arguments[0].name if cell.arguments[0].name in WIDEST else WIDEST[0]


FIGURES = [cell for cell in CATALOGUE.values() if any(argument.name == "AsOf" for argument in cell.arguments)]
WORDS = {"payer": "Blue Harbor PPO", "candidate": "Echo"}
MORE: dict[str, list[dict[str, Any]]] = {
    "AR_DAYS": [{"definition": word} for word in ("gross", "adjusted", "net", "AAFP")],
    "AR_TOTAL": [{"credits": "exclude"}],
    "AR_AGING": [{"basis": word} for word in ("dos", "submit")],
    "COLLECTION_RATE": [{"basis": "cash"}, {"rate": "gross", "SettleDays": 30}],
    "DENIAL_RATE": [
        {"count": count, "answer": which, "YearDays": 365}
        for count in ("claims", "dollars") for which in ("initial", "final")
    ],
    "AR_BRIDGE": [{"months": 3}],
    "AR_BY": [{"by": word} for word in ("provider", "location", "responsible")],
    "DENIALS_BY": [{"by": word} for word in ("group", "payer", "provider", "month")],
    "OVERTURN_RATE": [{"payer": "", "count": "dollars"}],
    "CAMPAIGN_ROI": [{"horizon": 90}],
    "SATISFACTION_BY": [{"by": word, "days": 60} for word in ("provider", "month", "measure", "question")],
    "NEW_PATIENTS_BY": [{"by": word} for word in ("campaign", "referrer", "month")],
    "DEMOGRAPHICS": [{"by": "payer", "across": "sex"}, {"days": 30}],
    "AR_WORKLIST": [{"lane": "all"}],
    "APPOINTMENTS_BY": [{"by": word} for word in ("weekday", "lead time", "month")],
    "NO_SHOW_RATE": [{"count": "cancels"}],
    "PAYER_MARGIN": [{"payer": "", "margin": "full"}],
}  # fmt: skip


def asked(cell: CellFunction, given: str, day: date, words: dict[str, Any]) -> Any:
    """What the function gives, value and explanation; an error as its code and reason."""
    values = {"AsOf": day, **WORDS, **words}
    arguments = [
        given if argument.takes is Takes.SET else values.get(argument.name, argument.default)
        for argument in cell.arguments
    ]
    try:
        return cell.call(*arguments), cell.explain(*arguments)
    except MedOfficeError as error:
        return type(error).__name__, str(error)


CALLS = [(cell, words) for cell in FIGURES for words in ({}, {"payer": ""}, *MORE.get(cell.name, []))]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(("cell", "words"), CALLS, ids=[f"{cell.name} {words}" for cell, words in CALLS])
def test_later_rows_change_nothing(
    cell: CellFunction, words: dict[str, Any], day: date, sets: dict[date, dict[str, tuple[str, str]]]
) -> None:
    whole, known = sets[day][set_of(cell)]
    assert asked(cell, whole, day, words) == asked(cell, known, day, words)


def test_most_of_the_figures_are_no_errors(sets: dict[date, dict[str, tuple[str, str]]]) -> None:
    first = sets[DAYS[0]]
    of_one = {cell.name: asked(cell, first[set_of(cell)][0], DAYS[0], {}) for cell in FIGURES}
    of_all = {cell.name: asked(cell, first[set_of(cell)][0], DAYS[0], {"payer": ""}) for cell in FIGURES}
    refused = {name for name, answer in of_one.items() if isinstance(answer[0], str)}
    assert {name: of_all[name] for name in refused if isinstance(of_all[name][0], str)} == {}
    assert len(FIGURES) >= 20
