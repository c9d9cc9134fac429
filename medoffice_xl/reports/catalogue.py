"""Every report by its name: what the ribbon's buttons and the command line build from a practice's tables."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

import pandas as pd

from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.contracts.vouchers import CHECKED, Vouchers, check_vouchers
from medoffice_xl.errors import NoData
from medoffice_xl.reports import (
    appeals,
    denials,
    inferred_schedule,
    open_receivables,
    remittance_check,
    voucher_check,
)
from medoffice_xl.reports.appeal_letters import Letter, letters
from medoffice_xl.reports.document import Report


class Practice(Protocol):
    """A workbook as reports see it, wherever it is open. Nothing is read that no report asks for."""

    def has(self, table: str) -> bool:
        """Whether the workbook has the table of this name."""

    def table(self, name: str) -> pd.DataFrame:
        """The table as a frame; raises BookError where it is missing."""

    @property
    def as_of(self) -> date:
        """The day the figures are of."""

    @property
    def name(self) -> str:
        """What the practice is called; empty if nobody said."""


def vouchers(practice: Practice) -> Vouchers:
    """The practice's remittances, checked."""
    there = {name: practice.table(name) for name in CHECKED if name == "remits" or practice.has(name)}
    return check_vouchers(there)


def appeal_letters(practice: Practice) -> list[Letter]:
    """A letter for each payer with claims to appeal; raises NoData where there are none."""
    checked = vouchers(practice)
    remits, kept = checked.tables["remits"], practice.table("appeals")
    written = letters(checked.lines, remits, checked.rulebook, kept, practice.as_of, practice.name)
    if not written:
        raise NoData(
            "No claim waits for a letter: letters are for underpaid claims of the status “detected” whose appeal "
            "window is open. The report Underpaid claims lists all of them."
        )
    return written


def _remittance_check(practice: Practice) -> Report:
    return remittance_check.build(practice.table("remittances"), practice.table("remits"))


def _open_receivables(practice: Practice) -> Report:
    return open_receivables.build(practice.table("charges"), practice.table("payments"), practice.as_of)


def _denials(practice: Practice) -> Report:
    return denials.build(practice.table("remits"), _reason_words(practice))


def _voucher_check(practice: Practice) -> Report:
    checked = vouchers(practice)
    return voucher_check.build(checked.lines, _judged(checked, practice), checked.tables.get("fee_schedules"))


def _underpaid_claims(practice: Practice) -> Report:
    return appeals.build(vouchers(practice).lines, practice.table("appeals"), practice.as_of)


def _inferred_rates(practice: Practice) -> Report:
    checked = vouchers(practice)
    return inferred_schedule.build(checked.lines, _judged(checked, practice))


def _judged(checked: Vouchers, practice: Practice) -> InForce:
    return checked.rulebook.thresholds.on(practice.as_of)


def _reason_words(practice: Practice) -> dict[str, str]:
    """What reason codes mean, where the workbook has a list of them."""
    if not practice.has("reason_codes"):
        return {}
    codes = practice.table("reason_codes")
    reasons = codes[codes["list"] == "CARC"]
    return dict(zip(reasons["code"], reasons["words"], strict=True))


REPORTS: Mapping[str, Callable[[Practice], Report]] = {
    "remittance_check": _remittance_check,
    "open_receivables": _open_receivables,
    "denials": _denials,
    "voucher_check": _voucher_check,
    "underpaid_claims": _underpaid_claims,
    "inferred_rates": _inferred_rates,
}
"""What builds each report, by the id of its action."""
