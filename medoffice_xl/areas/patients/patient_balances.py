"""Patient balances by account: what is owed, what was sent, which plan or agency has it, and what comes next."""

from collections.abc import Iterator, Sequence
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.patients.owing import owed_by_patients
from medoffice_xl.areas.patients.placements import placements_on
from medoffice_xl.areas.patients.plans import Standing, plans_on
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.ledger.ranking import in_order
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.published import published
from medoffice_xl.sets import Tables
from medoffice_xl.tables.patient_accounts import PATIENT_STEPS, PAYMENT_PLANS, PLACEMENTS, STATEMENTS

READ = (STATEMENTS.name, PAYMENT_PLANS.name, PLACEMENTS.name, PATIENT_STEPS.name, *RULEBOOK.reads)
"""Tables that are read where they are there, beside charges and payments."""

DEFINITION = Definition(
    "Patient balances",
    "balances of the claims that patients owe, by account, as A/R by age tells them apart; what comes next is told by "
    "the statements sent since the account came to owe, as the sheet Patient steps says",
    "Physicians Practice, How many statements (at most three); MGMA Stat 12/06/2022 (42% place after 91 to 120 days)",
)

COLUMNS = (
    BreakdownColumn("Account", Unit.TEXT),
    BreakdownColumn("Balance", Unit.MONEY),
    BreakdownColumn("Claims", Unit.COUNT),
    BreakdownColumn("Owed since", Unit.DATE),
    BreakdownColumn("Statements", Unit.COUNT),
    BreakdownColumn("Last statement", Unit.DATE),
    BreakdownColumn("Plan", Unit.TEXT),
    BreakdownColumn("Agency", Unit.TEXT),
    BreakdownColumn("From", Unit.DATE),
    BreakdownColumn("What comes next", Unit.TEXT),
)

CREDIT = "Pay it back, or find out whose it is: see Credit balances."
PLAN_KEPT = "The plan is kept: nothing to do until the next instalment."
PLAN_MISSED = "Call about the missed instalment: agree anew, or end the plan."
WITH_AGENCY = "The agency has it: do not send statements."


def patients_asked(tables: Tables, as_of: date) -> pd.DataFrame:
    """How far each claim that a patient owes is, one row a claim.

    `statements` sent and the `last_statement`; the standing of its account's `plan` (empty where none runs) and
    `missed_since`; the `agency` that has it and since when (`placed_on`); the `next_step` and the day of it (`due`).
    """
    return _asked_of(owed_by_patients(tables, as_of), tables, as_of)


def _asked_of(claims: pd.DataFrame, tables: Tables, as_of: date) -> pd.DataFrame:
    begins = claims["last_statement"].fillna(claims["since"])
    waits, steps = _by_statements(claims["statements"], tables)
    due = (begins + pd.to_timedelta(waits, unit="D")).astype("datetime64[us]")
    agreed = _agreed(tables, as_of)
    is_agreed = claims["account"].isin(agreed.index)
    told = claims[["account"]].join(agreed, on="account")
    return claims.assign(
        plan=told["plan"].fillna(""), missed_since=told["missed_since"], agency=told["agency"].fillna(""),
        placed_on=told["placed_on"], due=told["due"].where(is_agreed, due),
        next_step=told["next_step"].where(is_agreed, pd.Series(steps, claims.index, dtype="str")),
    )  # fmt: skip


def _agreed(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row an account with a plan or an agency: what comes next there, whatever statements were sent."""
    rows: dict[str, dict[str, str | date | None]] = {}
    for plan in plans_on(tables, as_of):
        # Of several the first that runs: what was missed is not hidden.
        if plan.standing is not Standing.PAID and plan.account not in rows:
            is_missed = plan.standing is Standing.MISSED
            step, due = (PLAN_MISSED, plan.missed_since) if is_missed else (PLAN_KEPT, plan.next_due)
            said = {"plan": plan.standing.value, "missed_since": plan.missed_since, "next_step": step, "due": due}
            rows[plan.account] = said
    for one in placements_on(tables, as_of):
        if one.is_out:
            said = {"agency": one.agency, "placed_on": one.placed_on, "next_step": WITH_AGENCY, "due": None}
            rows[one.account] = rows.get(one.account, {}) | said
    days = dict.fromkeys(("missed_since", "due", "placed_on"), "datetime64[us]")
    columns = {"plan": "str", "next_step": "str", "agency": "str", **days}
    return pd.DataFrame(list(rows.values()), pd.Index(list(rows), dtype="str"), list(columns)).astype(columns)


def _by_statements(statements: "pd.Series[int]", tables: Tables) -> tuple[list[int], list[str]]:
    """Days to wait and the next step after so many statements; nothing where no step is for so few."""
    steps = _steps(tables)
    found = each_once(
        lambda sent: next(((wait, step) for after, wait, step in reversed(steps) if after <= sent), (0, "")), statements
    )
    return [wait for wait, _ in found], [step for _, step in found]


def _steps(tables: Tables) -> list[tuple[int, int, str]]:
    """The practice's steps, or those that come with the package, by statements."""
    own = tables.get(PATIENT_STEPS.name)
    rows = published(PATIENT_STEPS) if own is None or own.empty else own
    rows = rows.sort_values("statements", kind="stable")
    return [
        (int(after), int(wait), step)
        for after, wait, step in zip(rows["statements"], rows["wait"], rows["step"], strict=True)
    ]


def patient_balances(tables: Tables, as_of: date, top: int = 0) -> Breakdown:
    """One row an account that owes or is in credit, the most owed first; the total last, which is the patients' part of
    A/R. With `top`, the others are one row. Raises NoData where no patient owes anything.
    """
    claims = owed_by_patients(tables, as_of)
    if claims.empty:
        raise NoData(f"No patient owes anything on {as_of:%m/%d/%Y}.")
    rows = sorted(_rows(_asked_of(claims, tables, as_of)), key=lambda row: (-row[1], row[0]))
    return Breakdown(
        columns=COLUMNS,
        body=in_order(rows, top, tuple, _sums),
        definition=DEFINITION,
        parts=[
            Part("Accounts that owe", sum(row[1] > 0 for row in rows), Unit.COUNT),
            Part("Never sent a statement", sum(row[1] > 0 and not row[4] for row in rows), Unit.COUNT),
            Part("Owed by them", sum(row[1] for row in rows if row[1] > 0 and not row[4]), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(claims),
        rows_behind=lambda: rows_behind(nw.from_native(claims).lazy(), "claim_id", "balance"),
    )


_Row = tuple[str, int, int, date, int, date | None, str, str, date | None, str]


def _rows(asked: pd.DataFrame) -> Iterator[_Row]:
    """The accounts, each by its claim that is furthest: one that is owed, with the most statements."""
    claims = asked.assign(owes=asked["balance"] > 0)
    furthest = claims.sort_values(["owes", "statements", "since"], ascending=[False, False, True], kind="stable")
    of_account = furthest.drop_duplicates("account").set_index("account").to_dict("index")
    by_account = claims.groupby("account")
    counts = claims[claims["owes"] == by_account["owes"].transform("max")]
    since, sums = counts.groupby("account")["since"].min(), by_account["balance"].agg(["sum", "size"])
    for account, balance, size in sums.itertuples():
        one = of_account[account]
        told = (account, int(balance), int(size), since[account].date(), int(one["statements"]),
                _day(one["last_statement"]), one["plan"], one["agency"])  # fmt: skip
        yield (*told, None, CREDIT) if balance <= 0 else (*told, _day(one["due"]), one["next_step"])


def _sums(word: str, rows: Sequence[_Row]) -> tuple[Value, ...]:
    return (word, sum(row[1] for row in rows), sum(row[2] for row in rows), *[None] * 7)


def _day(value: pd.Timestamp) -> date | None:
    return None if pd.isna(value) else value.date()
