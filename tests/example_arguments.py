"""One good call of every cell function, for the suites that run through the catalogue in a host.

A new function needs nothing here as long as its arguments go by the names and kinds below; otherwise add a line to
SPECIAL. Values are as a sheet holds them: a set of tables is its handle, a day is a datetime.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any

from equipment_candidates import ECHO, candidates
from practice_frames import frame
from practice_tables import as_cells, charges, payments, remits

from medoffice_xl.areas.equipment.tables import CANDIDATES, DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.areas.plan.tables import ACTIONS, MEETINGS, SERVICES
from medoffice_xl.areas.satisfaction.tables import ANSWER_WORDS, COMMENT_THEMES, COMPLAINTS, SURVEYS
from medoffice_xl.cells import CATALOGUE, CellFunction, load_set
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.cells.handles import is_held
from medoffice_xl.sets import PRACTICE, SETS
from medoffice_xl.tables import (
    ACCOUNTS,
    APPOINTMENTS,
    BILL_PAYMENTS,
    BILLS,
    BUDGET_AMOUNTS,
    CASH,
    CHARGES,
    CLOSED_MONTHS,
    CONTRACTS,
    COSTS,
    FEE_SCHEDULES,
    FILINGS,
    GPCI,
    LEDGER,
    MPFS,
    PAY_TOTALS,
    PAYMENTS,
    REMITS,
    SESSIONS,
    STATUSES,
    TABLES,
    TRIAL_BALANCES,
    VENDORS,
    Column,
    Kind,
)
from medoffice_xl.tables.patient_accounts import PAYMENT_PLANS
from medoffice_xl.tables.staff import FRONT, HOURS, PHYSICIAN, STAFF, VACANCIES

AS_OF = datetime(2026, 6, 30)

# fmt: off
_CLAIMS = charges(
    {"claim_id": "C1", "dos": "2026-05-04", "post_date": "2026-05-05", "submit_date": "2026-05-06", "charge": 200,
     "code": "G0438", "patient_acct": "P1"},
    {"claim_id": "C2", "dos": "2026-03-02", "post_date": "2026-03-04", "charge": 150, "payer": "Birch"},
    {"claim_id": "C3", "dos": "2026-06-15", "post_date": "2026-06-15", "charge": 100, "provider": "Able"},
    {"claim_id": "C4", "dos": "2025-11-03", "post_date": "2025-11-10", "charge": 300},
    {"claim_id": "C5", "dos": "2026-02-02", "post_date": "2026-02-03", "charge": 100},
    {"claim_id": "C6", "dos": "2026-02-02", "post_date": "2026-02-03", "charge": 80, "code": "G0439"},
)
# fmt: on
_POSTED = payments(
    {"claim_id": "C1", "post_date": "2026-05-25", "amount": 120, "payer": "Acme"},
    {"claim_id": "C1", "post_date": "2026-05-25", "amount": 50, "kind": "contractual adjustment", "reason": "CO-45"},
    {"claim_id": "C4", "post_date": "2025-12-20", "amount": 180, "payer": "Acme"},
    {"claim_id": "C5", "post_date": "2026-03-02", "amount": 130, "payer": "Acme"},
    {"claim_id": "C4", "post_date": "2026-01-05", "amount": 20, "kind": "patient payment", "payer": "Patient"},
)
_ANSWERS = remits(
    {
        **{"claim_id": "C1", "paid_date": "2026-05-25", "trace": "EFT1", "dos": "2026-05-04", "code": "G0438"},
        **{"charge": 200, "paid": 120, "allowed": 150, "contractual": 50, "patient_resp": 30, "coinsurance": 30},
        **{"adjustments": "CO-45:50.00; PR-2:30.00", "received": "2026-04-10"},
    },
    {
        **{"claim_id": "C2", "paid_date": "2026-04-10", "trace": "EFT2", "payer": "Birch", "claim_seq": 2},
        **{"charge": 150, "other_adj": 150, "adjustments": "OA-16:150.00", "dos": "2026-03-02", "code": "G0439"},
    },
    {
        **{"claim_id": "C6", "paid_date": "2026-02-20", "trace": "EFT3", "charge": 80, "other_adj": 80},
        **{"adjustments": "OA-16:80.00", "dos": "2026-02-02", "code": "G0439"},
    },
)

_YEAR = {"year": 2026, "effective": "2026-01-01"}
_FROM = {"payer": "Acme", "effective": "2025-01-01"}

_MAY, _BOOKS = "2026-05-01", {"account": "Patient income", "month": "2026-05-01", "amount": 90_000}
_WAGES = {"account": "Wages", "month": _MAY}

_ROWS_OF = {
    "accounts": as_cells(
        ACCOUNTS,
        frame(
            ACCOUNTS,
            {"account": "Patient income", "kind": "income"},
            {"account": "Rent", "kind": "expense", "category": "rent", "fixed_share": 1},
            {"account": "Wages", "kind": "expense", "staff": "Front desk", "fixed_share": 1},
            {"account": "Bank", "kind": "asset", "line": "cash"},
            {"account": "Accounts payable", "kind": "liability", "line": "accounts payable"},
        ),
    ),
    "ledger": as_cells(
        LEDGER, frame(LEDGER, _BOOKS, {"account": "Rent", "month": _MAY, "amount": 2500}, {**_WAGES, "amount": 3_000})
    ),
    "budget_amounts": as_cells(
        BUDGET_AMOUNTS,
        frame(
            BUDGET_AMOUNTS,
            {**_BOOKS, "amount": 5000},
            {"account": "Rent", "month": _MAY, "amount": 2400},
            {**_WAGES, "amount": 2_800, "hours": 160},
        ),
    ),
    "closed_months": as_cells(CLOSED_MONTHS, frame(CLOSED_MONTHS, {"month": _MAY})),
    "cash": as_cells(
        CASH,
        frame(
            CASH,
            *(
                {"month": month, "bank_account": "Bank", "balance": 90_000, "debt_service": 9, "floor": 1}
                for month in (_MAY, "2026-06-30")
            ),
        ),
    ),
    "charges": as_cells(CHARGES, _CLAIMS),
    "payments": as_cells(PAYMENTS, _POSTED),
    "remits": as_cells(REMITS, _ANSWERS),
    "contracts": as_cells(
        CONTRACTS,
        frame(
            CONTRACTS,
            {
                **{**_FROM, "method": "fee schedule", "termination": "2026-12-31"},
                **{"clean_claim_days": 30, "late_interest": 0.12},
            },
        ),
    ),
    "fee_schedules": as_cells(FEE_SCHEDULES, frame(FEE_SCHEDULES, {**_FROM, "code": "G0438", "rate": 155})),
    "mpfs": as_cells(
        MPFS,
        frame(MPFS, {**_YEAR, "code": "G0438", "status": "A", "work": 2.6, "pe_nf": 2, "mp": 0.2, "cf": 33.4009}),
    ),
    "equipment_candidates": as_cells(CANDIDATES, candidates({**ECHO, "lease_payment": 1_500, "lease_count": 60})),
    **{table.name: [table.headers] for table in (SECTION_179_LIMITS, DEPRECIATION_RATES)},  # as published
    "gpci": as_cells(GPCI, frame(GPCI, {**_YEAR, "locality_key": "10112-00", "work": 1, "pe": 0.88, "mp": 0.57})),
}

_ROWS_OF |= {
    "actions": as_cells(ACTIONS, frame(ACTIONS, {"action": "Call the payer", "due": "2026-06-20"})),
    "services": as_cells(
        SERVICES,
        frame(SERVICES, {"service": "Insurance", "kind": "insurance", "ends": "2026-08-10", "renewal": "none"}),
    ),
    "vendors": as_cells(VENDORS, frame(VENDORS, {"vendor": "Acme", "terms": "2/10 net 30", "form_1099": "yes"})),
    "bills": as_cells(
        BILLS,
        frame(
            BILLS,
            {"vendor": "Acme", "number": "INV10234", "bill_date": "2026-06-25", "amount": 418.50},
            {"vendor": "Acme", "number": "INV10243", "bill_date": "2026-06-12", "amount": 418.50},
        ),
    ),
    "bill_payments": as_cells(
        BILL_PAYMENTS, frame(BILL_PAYMENTS, {"vendor": "Acme", "paid_date": "2026-05-20", "amount": 2500})
    ),
    "filings": as_cells(FILINGS, frame(FILINGS, {"filing": "Form 941", "due_date": "2026-07-31"})),
    "costs": as_cells(
        COSTS,
        frame(
            COSTS,
            {"month": "2026-06-01", "category": "supplies", "amount": 900},
            {"month": _MAY, "category": "office staff", "amount": 9_500},
        ),
    ),
    "trial_balances": as_cells(
        TRIAL_BALANCES,
        frame(
            TRIAL_BALANCES,
            {"as_of": "2026-06-30", "account": "Bank", "balance": 9000},
            {"as_of": "2026-06-30", "account": "Accounts payable", "balance": -837},
        ),
    ),
}

_ROWS_OF |= {
    "surveys": as_cells(
        SURVEYS,
        frame(
            SURVEYS,
            *(
                {"response": f"R{place}", "answered": "2026-06-01", "question": measure, "measure": measure,
                 "score": score, "scale": score and 10, "answer": "" if score else "Waited an hour"}
                for place in range(12)
                for measure, score in (("recommend", 9), ("rating", 8), ("comment", None))
            ),
        ),
    ),
    **{table.name: [table.headers] for table in (ANSWER_WORDS, COMMENT_THEMES)},  # as published
}  # fmt: skip

_SEEN = {"provider": "Able", "day": "2026-06-15", "starts": "09:00", "minutes": 20, "patient_acct": "P1"}
_ROWS_OF |= {
    "pay_totals": as_cells(
        PAY_TOTALS, frame(PAY_TOTALS, {"month": "2026-05-01", "role": "Acme", "people": 3, "pay": 9_000})
    ),
    "appointments": as_cells(
        APPOINTMENTS,
        frame(
            APPOINTMENTS,
            {**_SEEN, "appointment": "1", "status": "Complete", "booked_on": "2026-06-01"},
            {**_SEEN, "appointment": "2", "status": "No Show", "starts": "09:20"},
        ),
    ),
    "sessions": as_cells(
        SESSIONS,
        frame(
            SESSIONS,
            *(
                {**_SEEN, "day": day, "minutes": 180, "kind": "open", "slot_minutes": 20}
                for day in ("2026-06-15", "2026-07-01")
            ),
        ),
    ),
    STATUSES.name: [STATUSES.headers],  # as they come with the package
}

_ROWS_OF["meetings"] = as_cells(
    MEETINGS,
    frame(MEETINGS, {"meeting": "Physicians", "kind": "physicians", "meeting_day": "2026-07-09", "starts": "7:30 AM"}),
)

_ANN = {"employee": "E1", "hired": "2025-03-03", "weekly_hours": 40}
_ROWS_OF |= {
    "employees": as_cells(
        STAFF,
        frame(
            STAFF,
            {**_ANN, "role": "Front desk", "kind": FRONT, "training_on": "2025-07-10"},
            {**_ANN, "employee": "E2", "role": "Physician", "kind": PHYSICIAN, "license_until": "2026-07-31"},
        ),
    ),
    "hours": as_cells(
        HOURS,
        frame(
            HOURS,
            {"employee": "E1", "period_begin": _MAY, "period_end": "2026-05-31", "regular": 168},
            {"employee": "E1", "period_begin": "2026-06-15", "period_end": "2026-06-28", "regular": 80, "overtime": 4},
        ),
    ),
    "vacancies": as_cells(
        VACANCIES,
        frame(
            VACANCIES,
            {"vacancy": "Desk 2", "role": "Front desk", "kind": FRONT, "weekly_hours": 32, "opened": "2026-05-01"},
        ),
    ),
    PAYMENT_PLANS.name: as_cells(
        PAYMENT_PLANS,
        frame(
            PAYMENT_PLANS,
            {
                "plan_account": "P1",
                "agreed_on": "2026-06-01",
                "plan_total": 30,
                "instalment": 10,
                "first_due": "2026-06-15",
            },
        ),
    ),
    "complaints": as_cells(
        COMPLAINTS, frame(COMPLAINTS, {"complaint": "1", "opened": "2026-06-10", "kind": "waiting"})
    ),
}

_BY_NAME: Mapping[str, Any] = {
    "from_date": datetime(2026, 1, 1),
    "payer": "Acme",
    "candidate": "Echo",
    "code": "G0438",
    "pos": "11",
    "Locality": "10112-00",
    "setting": "NF",
    "mods": "",
    "units": 1.0,
    "dos": datetime(2026, 5, 4),
    "charge": 200.0,
}
_BY_KIND: Mapping[Takes, Any] = {Takes.DATE: AS_OF, Takes.NUMBER: 1.0, Takes.WHOLE: 1.0, Takes.TEXT: "Acme"}


def example_arguments(cell: CellFunction) -> list[Any]:
    """The arguments of one good call: all that are required."""
    if cell.name in SPECIAL:
        return SPECIAL[cell.name]()
    return [_example(argument) for argument in cell.arguments if not argument.optional]


def of_every_kind() -> list[str]:
    """A few functions whose arguments and answers are together of every kind there is, for what is dear to try."""
    left = set().union(*map(_kinds, CATALOGUE.values()))
    chosen = []
    while left:
        chosen.append(max(sorted(CATALOGUE), key=lambda name: len(_kinds(CATALOGUE[name]) & left)))
        left -= _kinds(CATALOGUE[chosen[-1]])
    return chosen


def _kinds(cell: CellFunction) -> set[object]:
    """What an argument takes, whether it may be left out and what stands for it then; what the answer is."""
    asked = {(each.takes, each.optional, each.repeats, type(each.default)) for each in cell.arguments}
    return {*asked, (cell.spills, cell.loads)}


def table_cells(name: str) -> list[list[Any]]:
    """A small table with its headings."""
    return _ROWS_OF.get(name) or [TABLES[name].headers, [_filled(column) for column in TABLES[name]]]


def pairs_of(name: str) -> list[Any]:
    """A set's tables as its function takes them: a name and the cells, over and over."""
    return [part for table in SETS[name].tables for part in (table, table_cells(table))]


def set_handle(name: str) -> str:
    """The handle of a set of the small tables; loaded anew where so many others were loaded since that it went."""
    handle = _first_loaded(name)
    return handle if is_held(handle) else load_set(name, *pairs_of(name))


@cache
def _first_loaded(name: str) -> str:
    return load_set(name, *pairs_of(name))


def _example(argument: Argument) -> Any:
    if argument.takes is Takes.SET:
        return set_handle(argument.name)
    value = _BY_NAME.get(argument.name, _BY_KIND.get(argument.takes))
    return [[value], [value]] if argument.takes in (Takes.COLUMN, Takes.ROWS) else value


def _filled(column: Column) -> Any:
    if column.choices:
        return column.choices[0]
    kinds: Mapping[Kind, Any] = {Kind.TEXT: _BY_NAME.get(column.name, "x"), Kind.DATE: datetime(2026, 1, 1)}
    return kinds.get(column.kind, 1.0)


SPECIAL: Mapping[str, Callable[[], list[Any]]] = {
    "EXPLAIN": lambda: ["AR_DAYS", set_handle(PRACTICE.name), AS_OF],
    "LOAD_TABLE": lambda: ["charges", _ROWS_OF["charges"]],
    "LOAD_SET": lambda: ["Practice", "charges", _ROWS_OF["charges"], "payments", _ROWS_OF["payments"]],
    **{each.function: partial(pairs_of, each.name) for each in SETS.values()},
    "WHY": lambda: ["#N/A"],
}
