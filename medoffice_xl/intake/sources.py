"""The same money may come from two files, the 835 and the PM export. It counts once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from medoffice_xl.ledger.year_start import JANUARY, SETTING, year_start
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity

PAYERS_OWN = ("insurance payment", "recoupment", "contractual adjustment")
"""Kinds of entry that both an 835 and a PM export may state."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The practice's choices for the intake.

    `payments_from` says where insurance payments and contractual adjustments come from: the 835s, or the PM
    export. Patient payments and other adjustments of the PM export are always posted. `year_start` is the first month
    of the practice's own year, in which a trial balance's income and expenses begin at nothing.
    """

    payments_from: Literal["835", "PM"] = "835"
    year_start: int = JANUARY


def settings_of(said: Callable[[str], object]) -> Settings:
    """The choices as the sheet Settings says them; `said` gives a setting by its name."""
    return Settings("PM" if said("PaymentsFrom") == "PM" else "835", year_start(said(SETTING)))


def counted_once(
    file: str, payments: pd.DataFrame, remits: pd.DataFrame, settings: Settings
) -> tuple[pd.DataFrame, list[Problem]]:
    """The PM export's payments that are to be posted, and what is said of the others."""
    twice = payments["kind"].isin(PAYERS_OWN)
    if settings.payments_from == "PM" or not twice.any():
        return payments, []
    total = int(payments.loc[twice, "amount"].sum())
    problems = [
        Problem(
            Severity.NOTE,
            f"{int(twice.sum()):,} insurance payments and contractual adjustments ({show(total)}) of the "
            "practice-management system were not posted: they come from the remittances.",
            "To post them from its exports instead, set “Payments from” to PM.",
            file,
        )
    ]
    alone = payments[twice & (payments["kind"] == "insurance payment") & ~payments["claim_id"].isin(remits["claim_id"])]
    paid = alone.groupby("claim_id")["amount"].sum()
    paid = paid[paid != 0]  # what was reversed again is not missing
    if len(paid):
        problems.append(
            Problem(
                Severity.MONEY,
                f"{len(paid):,} claims were paid {show(int(paid.sum()))} by insurance according "
                "to the practice-management system, but no remittance of them is here; they count as unpaid.",
                "Import their remittances (835), or set “Payments from” to PM.",
                file,
            )
        )
    return payments[~twice], problems
