"""Credit balances: what was received beyond what was charged, whose it is, and until when it has to be paid back."""

from datetime import date, timedelta
from typing import Any

import narwhals as nw

from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.balances import aged_claims, claims_left_out, open_claims, unapplied_rows
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.period import until
from medoffice_xl.ledger.rows import Frame, fetch, only
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables.thresholds import Threshold

MEDICARE_REFUND = Threshold(
    "Medicare refund due", "60", "days",
    "A credit that is Medicare's is to be paid back within so many days of the day it was found; here of the day the "
    "claim went into credit.",
    "42 CFR 401.305(b): 60 days after the date on which the overpayment was identified", date(2016, 3, 14),
)  # fmt: skip

DEFINITION = Definition(
    "Credit balances",
    "claims to which more was posted than charged, and cash posted to no claim; a credit is the patient's as far as he "
    "paid, else the payer's; it stands since the day from which the balance was below zero to the end",
    "MGMA, Cost and Revenue Survey guide (credits); 42 CFR 401.305 (Medicare's 60 days)",
)

COLUMNS = (
    BreakdownColumn("Owed to", Unit.TEXT),
    BreakdownColumn("Claim", Unit.TEXT),
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Since", Unit.DATE),
    BreakdownColumn("Days", Unit.COUNT),
    BreakdownColumn("Credit", Unit.MONEY),
    BreakdownColumn("Refund by", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
)

Credit = tuple[str, str, str, date, int, int, date | None, int | None]
"""One row, in the order of the columns."""

PATIENT, UNAPPLIED = "Patient", "Unapplied cash"


def credit_balances(
    charges: Frame, payments: Frame, book: Rulebook, as_of: date, payer: str = "", top: int = 0
) -> Breakdown:
    """Claims in credit and unapplied cash on the day: what has to be paid back first, then the largest; the total last.

    A last day is known for what is Medicare's (class Medicare on *Payer list*): the threshold *Medicare refund due*
    after the claim went into credit; the day itself still counts as in time. A claim that both paid is the patient's as
    far as his payments less refunds go, and the payer's for the rest, in two rows. Credits are positive here; with
    their sign turned they are what A/R has as credit balances and unapplied cash. Raises NoData where nothing is in
    credit.
    """
    if top < 0:
        raise OutOfRange(f"You asked for the first {top}; give a number from 1 on, or 0 for all.")
    owing = accounts(charges, payments, as_of).of(Scope(payer))
    rows = [*_of_claims(owing, book), *_unapplied(owing)]
    if not rows:
        raise NoData(f"Nothing{f' of {payer}' if payer else ''} is in credit on {as_of:%m/%d/%Y}.")
    rows.sort(key=lambda row: (row[6] is None, row[6] or as_of, -row[5], row[1], row[0]))
    total = sum(row[5] for row in rows)
    medicares = [row for row in rows if row[6] is not None]
    late = [row for row in medicares if row[7] is not None and row[7] < 0]
    return Breakdown(
        columns=COLUMNS,
        body=[*(rows[:top] if top else rows), ("Total", None, None, None, None, total, None, None)],
        definition=DEFINITION,
        parts=[
            Part("Credits", total, Unit.MONEY),
            Part("of them the patients'", sum(row[5] for row in rows if row[0] == PATIENT), Unit.MONEY),
            Part("of them unapplied cash", sum(row[5] for row in rows if row[0] == UNAPPLIED), Unit.MONEY),
            Part("of them Medicare's", sum(row[5] for row in medicares), Unit.MONEY),
            Part("of Medicare's past the last day", sum(row[5] for row in late), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(rows),
        left_out=claims_left_out(owing),
        notes=[f"The first {top} of {len(rows):,} are shown."] if top and len(rows) > top else [],
        rows_behind=lambda: nw.concat([
            open_claims(aged_claims(owing)).filter(nw.col("balance") < 0), unapplied_rows(owing, until(as_of))
        ]),
    )  # fmt: skip


def _of_claims(owing: Accounts, book: Rulebook) -> list[Credit]:
    as_of = owing.as_of
    in_credit = aged_claims(owing).filter((nw.col("lines") > 0) & (nw.col("balance") < 0))
    of_claim = {row["claim_id"]: row for row in fetch(in_credit)}
    if not of_claim:
        return []
    patient = nw.col("kind") == "patient payment"
    entries = fetch(
        owing.entries.filter(nw.col("claim_id").is_in(sorted(of_claim)) & ~nw.col("day").is_null())
        .with_columns(own=only(patient, "money"), given=only(nw.col("kind") == "refund", "money"))
        .group_by("claim_id", "day")
        .agg(nw.col("amount", "own", "given").sum())
    )
    days: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        days.setdefault(entry["claim_id"], []).append(entry)
    rows: list[Credit] = []
    for claim, balance in of_claim.items():
        credit, since = -balance["balance"], _since(days[claim])
        paid = sum(each["own"] + each["given"] for each in days[claim])
        patients = min(max(paid, 0), credit)
        name = balance["payer"] or NO_PAYER
        if patients:
            rows.append((PATIENT, claim, name, since, (as_of - since).days, patients, None, None))
        if credit - patients:
            by = _refund_by(book, name, since)
            left = None if by is None else (by - as_of).days
            rows.append((name, claim, name, since, (as_of - since).days, credit - patients, by, left))
    return rows


def _since(entries: list[dict[str, Any]]) -> date:
    """The first day after which the claim was in credit to the end."""
    balance = 0
    since: date | None = None
    for entry in sorted(entries, key=lambda each: each["day"]):
        balance += entry["amount"]
        if balance >= 0:
            since = None
        elif since is None:
            since = entry["day"]
    assert since is not None  # the claim is in credit
    return since


def _refund_by(book: Rulebook, payer: str, since: date) -> date | None:
    place = book.names.find(payer)
    if place < 0 or not book.names.medicare[place]:
        return None
    return since + timedelta(days=book.thresholds.on(since).whole(MEDICARE_REFUND))


def _unapplied(owing: Accounts) -> list[Credit]:
    """Cash posted to no claim, one row a payer and day; what was taken back again leaves none."""
    sums = unapplied_rows(owing, until(owing.as_of)).group_by("payer", "opened").agg(nw.col("balance").sum())
    return [
        (UNAPPLIED, "", row["payer"] or NO_PAYER, row["opened"], (owing.as_of - row["opened"]).days,
         -row["balance"], None, None)
        for row in fetch(sums) if row["balance"]
    ]  # fmt: skip
