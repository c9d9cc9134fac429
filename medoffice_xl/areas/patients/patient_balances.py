"""Patient balances by account: what is owed, what was sent, which plan or agency has it, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.patients.owing import owed_by_patients
from medoffice_xl.areas.patients.placements import Placement, placements_on
from medoffice_xl.areas.patients.plans import Plan, Standing, plans_on
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import NoData
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
    "Physicians Practice, How many statements (at most three); MGMA Stat 12/06/2022 (42 % place after 91 to 120 days)",
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


@dataclass(frozen=True, slots=True)
class Asked:
    """How far a patient's account is: statements sent, plan, agency; what comes next, and from which day on."""

    account: str
    statements: int
    last_statement: date | None
    plan: Plan | None
    placement: Placement | None
    next_step: str
    due: date | None

    @property
    def is_missed(self) -> bool:
        """Whether an instalment was missed."""
        return self.plan is not None and self.plan.standing is Standing.MISSED


def patients_asked(tables: Tables, as_of: date) -> dict[str, Asked]:
    """How far each claim that a patient owes is, by claim."""
    return _asked_of(owed_by_patients(tables, as_of), tables, as_of)


def _asked_of(claims: pd.DataFrame, tables: Tables, as_of: date) -> dict[str, Asked]:
    running = [one for one in plans_on(tables, as_of) if one.standing is not Standing.PAID]
    plans = {one.account: one for one in reversed(running)}  # of several the first: what was missed is not hidden
    placed = {one.account: one for one in placements_on(tables, as_of) if one.is_out}
    steps = _steps(tables)
    columns = (claims[name] for name in ("claim_id", "account", "since", "statements", "last_statement"))
    return {
        claim: _asked(account, int(sent), _day(last) or since.date(), _day(last), plans.get(account),
                      placed.get(account), steps)
        for claim, account, since, sent, last in zip(*columns, strict=True)
    }  # fmt: skip


def _asked(
    account: str,
    sent: int,
    begins: date,
    last: date | None,
    plan: Plan | None,
    placement: Placement | None,
    steps: list[tuple[int, int, str]],
) -> Asked:
    if placement is not None:
        return Asked(account, sent, last, plan, placement, WITH_AGENCY, None)
    if plan is not None and plan.standing is Standing.MISSED:
        return Asked(account, sent, last, plan, None, PLAN_MISSED, plan.missed_since)
    if plan is not None:
        return Asked(account, sent, last, plan, None, PLAN_KEPT, plan.next_due)
    wait, step = next(((wait, step) for after, wait, step in reversed(steps) if after <= sent), (0, ""))
    return Asked(account, sent, last, None, None, step, begins + timedelta(days=wait))


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
    asked = _asked_of(claims, tables, as_of)
    rows = sorted(
        (_row(str(account), theirs, asked) for account, theirs in claims.groupby("account")),
        key=lambda row: (-row[1], row[0]),
    )
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
        rows=rows_behind(nw.from_native(claims).lazy(), "claim_id", "balance"),
    )


_Row = tuple[str, int, int, date, int, date | None, str, str, date | None, str]


def _row(account: str, claims: pd.DataFrame, asked: dict[str, Asked]) -> _Row:
    """An account by its claim that is furthest: the most statements."""
    owed = claims[claims["balance"] > 0]
    furthest = claims if owed.empty else owed
    one = asked[furthest.sort_values(["statements", "since"], ascending=[False, True])["claim_id"].iloc[0]]
    balance = int(claims["balance"].sum())
    in_credit = balance <= 0
    return (
        account, balance, len(claims), furthest["since"].min().date(), one.statements, one.last_statement,
        one.plan.standing.value if one.plan else "", one.placement.agency if one.placement else "",
        None if in_credit else one.due, CREDIT if in_credit else one.next_step,
    )  # fmt: skip


def _sums(word: str, rows: Sequence[_Row]) -> tuple[Value, ...]:
    return (word, sum(row[1] for row in rows), sum(row[2] for row in rows), *[None] * 7)


def _day(value: pd.Timestamp) -> date | None:
    return None if pd.isna(value) else value.date()
