"""Every report by its name: what the ribbon's buttons and the command line build from a practice's tables."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Protocol

import pandas as pd

from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
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
from medoffice_xl.sets import Tables


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


def tables_of(practice: Practice) -> Tables:
    """The practice's tables, each read once, when something is made of it."""

    @cache
    def found(name: str) -> pd.DataFrame | None:
        return practice.table(name) if practice.has(name) or name in CHECKED.needs else None

    return Tables(found)


def appeal_letters(practice: Practice) -> list[Letter]:
    """A letter for each payer with claims to appeal; raises NoData where there are none."""
    tables = tables_of(practice)
    lines, book = tables.shared(CHECKED), tables.shared(RULEBOOK)
    written = letters(lines, tables["remits"], book, practice.table("appeals"), practice.as_of, practice.name)
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
    tables = tables_of(practice)
    return voucher_check.build(tables.shared(CHECKED), tables.get("fee_schedules"))


def _underpaid_claims(practice: Practice) -> Report:
    return appeals.build(tables_of(practice).shared(CHECKED), practice.table("appeals"), practice.as_of)


def _inferred_rates(practice: Practice) -> Report:
    return inferred_schedule.build(tables_of(practice).shared(CHECKED))


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
