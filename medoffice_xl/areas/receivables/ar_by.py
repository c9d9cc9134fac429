"""A/R by age, by payer, provider, location or who owes it now; what insurers owe and what patients owe apart."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

import narwhals as nw

from medoffice_xl.areas.receivables.ageing import BUCKETS, UPPER, Aged, Basis
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.balances import claim_balances, claims_left_out, entered_undated, unapplied_cash
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import until
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows import Frame, Rows, fetch, flag, only
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES


class By(StrEnum):
    """What A/R is told apart by."""

    PAYER = "payer"
    PROVIDER = "provider"
    LOCATION = "location"
    RESPONSIBLE = "responsible"


class Owing(StrEnum):
    """Whose A/R is shown."""

    ALL = "all"
    INSURANCE = "insurance"
    PATIENT = "patient"


PATIENT_WORDS = ("patient", "self-pay", "self pay", "selfpay", "guarantor", "private pay")
"""How PM systems call it, in *Responsible now* and as a payer, where the patient owes."""

INSURER, PATIENT = "Insurance", "Patient"

DEFINITION = Definition(
    "A/R by age",
    "balance of each claim by days from the start of its age to the day; credit balances apart. The patient owes a "
    "claim where Responsible now says so, or, where that is silent, where a patient was billed or an insurer's payment "
    "or contractual adjustment has been posted; all else insurers owe",
    "MGMA, Cost and Revenue Survey guide: ageing of insurance and patient balances apart",
)

_COLUMN = {Basis.POST: "post_date", Basis.DOS: "dos", Basis.SUBMIT: "submit_date"}


def columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The headings, the first of them what it is by."""
    return (
        BreakdownColumn("Responsible now" if by == By.RESPONSIBLE else by.capitalize(), Unit.TEXT),
        *(BreakdownColumn(bucket, Unit.MONEY) for bucket in BUCKETS),
        BreakdownColumn("Credits", Unit.MONEY),
        BreakdownColumn("A/R", Unit.MONEY),
        BreakdownColumn("Share over 90", Unit.PERCENT),
        BreakdownColumn(INSURER, Unit.MONEY),
        BreakdownColumn(PATIENT, Unit.MONEY),
    )


@dataclass(slots=True)
class _Owed:
    """What is owed under one name, by age, and what part of it patients owe."""

    aged: Aged = field(default_factory=Aged)
    patient: int = 0

    def add(self, other: "_Owed") -> None:
        self.aged.add(other.aged)
        self.patient += other.patient

    def row(self) -> tuple[int | float | None, ...]:
        total = self.aged.total
        return (*self.aged.buckets, self.aged.credits, total, self.aged.share_over(90), total - self.patient,
                self.patient)  # fmt: skip


def ar_by(
    charges: Frame,
    payments: Frame,
    as_of: date,
    by: str = By.PAYER,
    owing: str = Owing.ALL,
    top: int = 0,
    basis: str = Basis.POST,
) -> Breakdown:
    """A/R on the day under each name, the most owed first; the last row is the total.

    Payer, provider and location are those first billed. `owing` shows all, or what insurers or what patients owe alone;
    unapplied cash is a row of its own under all, so that the total is A/R, and its two parts add up to A/R without it.
    Raises NoData when nothing has been charged.
    """
    name, whose = choose(By, by, "way to tell A/R apart"), choose(Owing, owing, "part of the A/R")
    start = choose(Basis, basis, "start of a claim's age")
    owed = accounts(charges, payments, as_of)
    claims = _named(claims_owed(owed, charges, _COLUMN[start]), name)
    found = fetch(_alike(claims))
    if not found:
        raise NoData(f"Nothing has been charged up to {as_of:%m/%d/%Y}.")
    kept = [row for row in found if whose is Owing.ALL or bool(row["patient"]) == (whose is Owing.PATIENT)]
    names = _by_name(kept, as_of)
    shown = largest(names, top, lambda one: (one.aged.owed, -one.aged.credits), _together)
    cash = unapplied_cash(owed, until(as_of))
    if cash and whose is Owing.ALL:
        shown["Unapplied cash"] = _Owed(Aged(credits=-cash))
    total = _together(shown.values())
    return Breakdown(
        columns=columns(name),
        body=[(label, *one.row()) for label, one in {**shown, "Total": total}.items()],
        definition=DEFINITION,
        parts=[
            Part("A/R shown", total.aged.total, Unit.MONEY),
            Part("Owed by", whose, Unit.TEXT),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=sum(row["claims"] for row in kept),
        left_out=claims_left_out(owed),
        notes=entered_undated(owed),
        rows_behind=lambda: rows_behind(
            claims.filter(nw.col("balance") != 0, *_of(whose)), "claim_id", "payer", "provider", "opened", "balance"
        ),
    )


def _of(whose: Owing) -> list[nw.Expr]:
    if whose is Owing.ALL:
        return []
    return [nw.col("patient") == (1 if whose is Owing.PATIENT else 0)]


def claims_owed(owed: Accounts, charges: Frame, age_from: str = "post_date") -> Rows:
    """One row a claim with charges: `balance`, who was first billed, `responsible` now (empty where nobody says),
    `patient` (1 where he owes it), and the days its age runs from, `opened` and `entered`."""
    return remembered(_claims_owed, owed, charges, asked=(age_from,))


def _claims_owed(owed: Accounts, charges: Frame, age_from: str) -> Rows:
    said = known_by(owed.as_of, charges, CHARGES, "claim_id", "responsible")
    said = said.group_by("claim_id").agg(nw.col("responsible").max())
    claims = (
        claim_balances(owed.entries, age_from, ("provider", "location"), ("from_payer", "contractual"))
        .filter(nw.col("lines") > 0)
        .join(said, on="claim_id", how="left")
        .with_columns(nw.col("responsible").fill_null(""))
    )
    billed = nw.col("payer").str.to_lowercase().is_in(PATIENT_WORDS)
    answered = (nw.col("from_payer") != 0) | (nw.col("contractual") != 0)
    silent = nw.col("responsible") == ""
    return unchanging(claims.with_columns(patient=flag(_SPOKEN | (silent & (billed | answered)))))


_SPOKEN = nw.col("responsible").str.to_lowercase().is_in(PATIENT_WORDS)


def _named(claims: Rows, by: By) -> Rows:
    """The claims with the `name` each stands under."""
    if by is not By.RESPONSIBLE:
        return claims.with_columns(name=nw.col(by.value))
    guessed = nw.when(nw.col("patient") > 0).then(nw.lit(PATIENT)).otherwise(nw.col("payer"))
    told = (nw.col("responsible") != "") & ~_SPOKEN
    return claims.with_columns(name=nw.when(told).then(nw.col("responsible")).otherwise(guessed))


def _alike(claims: Rows) -> Rows:
    """What is `owed` and in `credit` on claims of one name and one age, and how many of them have a balance."""
    balance = nw.col("balance")
    each = claims.select(
        "name", "patient", "opened", "entered",
        owed=only(balance > 0, "balance"), credit=only(balance < 0, "balance"), claims=flag(balance != 0),
    )  # fmt: skip
    return each.group_by("name", "patient", "opened", "entered").agg(nw.col("owed", "credit", "claims").sum())


def _by_name(alike: list[dict[str, Any]], as_of: date) -> dict[str, _Owed]:
    names: dict[str, _Owed] = defaultdict(_Owed)
    for row in alike:
        opened = row["opened"] or row["entered"] or as_of
        one = names[str(row["name"]) or "(none said)"]
        one.aged.credits += row["credit"]
        one.aged.buckets[bisect_left(UPPER, (as_of - opened).days)] += row["owed"]
        one.patient += row["owed"] + row["credit"] if row["patient"] else 0
    return dict(names)


def _together(several: Iterable[_Owed]) -> _Owed:
    whole = _Owed()
    for one in several:
        whole.add(one)
    return whole
