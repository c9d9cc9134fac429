"""Check remittances: does every check or EFT, every claim and every line add up, to the cent?

Three balances of the remittance standard: a line's charge less its adjustments is what was paid for it; the same
for the claim; the claims paid less the provider adjustments are the check.
"""

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, cents, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.tables.provider_adjustments import OPEN

_CHECK = (
    text("Check or EFT", 18),
    text("Payer", 26),
    day("Paid on", 12),
)

_ADJUSTMENTS = ["contractual", "patient_resp", "other_adj", "payer_adj"]
NEEDED = (
    *("remittance", "claim_seq", "claim_id", "trace", "payer", "paid_date", "code", "level", "charge", "paid"),
    *_ADJUSTMENTS,
)
"""Columns of Remits that the report looks at."""


def build(remittances: pd.DataFrame, remits: pd.DataFrame, taken: pd.DataFrame) -> Page:
    """The report over all remittances, NEEDED of their service lines, and what was taken or added at provider level."""
    checks = remittances[remittances["off_by"] != 0]
    lines = remits.assign(adjusted=remits[_ADJUSTMENTS].sum(axis=1))
    lines = lines.assign(off_by=lines["charge"] - lines["adjusted"] - lines["paid"])
    claims = _claims(lines)
    off_lines = lines[(lines["off_by"] != 0) & (lines["level"] == "line")]
    return report_page(
        sheet="Remittance check",
        title="Remittance check",
        subtitle=_extent(remittances),
        verdict=_verdict(remittances, checks, claims, off_lines) + _still_open(taken),
        sections=(
            _checks_off(checks),
            _claims_off(claims),
            _lines_off(off_lines),
            _taken_or_added(taken),
        ),
        notes=(
            "Nothing is mended here. Ask the payer about a check that is off, or look for a part of the file that "
            "is missing, before the payment is posted.",
        ),
    )


def _extent(remittances: pd.DataFrame) -> str:
    if remittances.empty:
        return "No remittances have been imported yet"
    days = remittances["paid_date"]
    return (
        f"{counted(len(remittances), 'check or EFT', 'checks and EFTs')} for {show(int(remittances['amount'].sum()))}, "
        f"paid {days.min():%m/%d/%Y} to {days.max():%m/%d/%Y}"
    )


def _verdict(remittances: pd.DataFrame, checks: pd.DataFrame, claims: pd.DataFrame, lines: pd.DataFrame) -> str:
    if remittances.empty:
        return "Nothing to check: import remittance files (835) first."
    if checks.empty and claims.empty and lines.empty:
        return "All balanced: every check, every claim and every line adds up to the cent."
    return (
        f"Off balance: {counted(len(checks), 'check', 'checks')} ({show(int(checks['off_by'].sum()))}), "
        f"{counted(len(claims), 'claim', 'claims')}, {counted(len(lines), 'line', 'lines')}."
    )


def _still_open(taken: pd.DataFrame) -> str:
    """What payers took at provider level that nothing answers yet; empty where there is none."""
    waiting = taken[(taken["state"] == OPEN) & (taken["open_amount"] > 0)]
    if waiting.empty:
        return ""
    amounts = counted(len(waiting), "amount", "amounts")
    return f" Taken at provider level and still open: {amounts} ({show(int(waiting['open_amount'].sum()))})."


def _claims(lines: pd.DataFrame) -> pd.DataFrame:
    """The claims that are off: all rows of a claim together, for they add up to the claim."""
    claim = ["remittance", "claim_seq"]
    named = {name: (name, "first") for name in ("trace", "payer", "paid_date", "claim_id")}
    sums = {name: (name, "sum") for name in ("charge", "adjusted", "paid", "off_by")}
    claims = lines.groupby(claim, as_index=False, sort=False).agg(**named, **sums)
    return claims[claims["off_by"] != 0]


def _checks_off(checks: pd.DataFrame) -> Listing:
    money = ["amount", "claims_paid", "provider_adj", "off_by"]
    worst = checks.sort_values("off_by", key=abs, ascending=False)
    return section(
        heading="Checks and EFTs that do not add up",
        columns=(
            *_CHECK,
            cents("Amount"),
            cents("Claims paid"),
            cents("Provider adjustments", 14),
            cents("Off by"),
        ),
        rows=plain_rows(worst, ["trace", "payer", "paid_date", *money]),
        totals=("Total", None, None, *(int(checks[name].sum()) for name in money)),
        empty="Every check and EFT is the claims it pays less the provider adjustments.",
    )


def _claims_off(claims: pd.DataFrame) -> Listing:
    money = ["charge", "adjusted", "paid", "off_by"]
    worst = claims.sort_values("off_by", key=abs, ascending=False)
    return section(
        heading="Claims that do not add up",
        columns=(*_CHECK, text("Claim", 16), *_off_columns()),
        rows=plain_rows(worst, ["trace", "payer", "paid_date", "claim_id", *money]),
        totals=("Total", None, None, None, *(int(claims[name].sum()) for name in money)),
        empty="Every claim's charge less its adjustments is what was paid.",
    )


def _lines_off(lines: pd.DataFrame) -> Listing:
    money = ["charge", "adjusted", "paid", "off_by"]
    worst = lines.sort_values("off_by", key=abs, ascending=False)
    return section(
        heading="Service lines that do not add up",
        columns=(*_CHECK, text("Claim", 16), *_off_columns(), text("Code", 9)),
        rows=plain_rows(worst, ["trace", "payer", "paid_date", "claim_id", *money, "code"]),
        totals=("Total", None, None, None, *(int(lines[name].sum()) for name in money), None),
        empty="Every line's charge less its adjustments is what was paid.",
    )


def _off_columns() -> tuple[Field, ...]:
    return (
        cents("Charge"),
        cents("Adjustments"),
        cents("Paid"),
        cents("Off by"),
    )


def _taken_or_added(taken: pd.DataFrame) -> Listing:
    """Provider adjustments: what is still open first, the newest first."""
    order = taken.assign(waits=taken["state"] == OPEN)
    order = order.sort_values(["waits", "paid_date"], ascending=False, kind="stable")
    shown = ["trace", "payer", "paid_date", "amount", "open_amount", "state", "reason", "meaning", "reference"]
    return section(
        heading="Taken back, forwarded or added at provider level",
        columns=(
            *_CHECK,
            cents("Amount"),
            cents("Still open"),
            text("State", 10),
            text("Reason", 9),
            text("What it is", 28),
            text("Reference", 24),
            text("Claim", 16),
            text("Settled by", 24),
        ),
        rows=plain_rows(order, [*shown, "claim_id", "settled_by"]),
        totals=("Total", None, None, int(taken["amount"].sum()), int(taken["open_amount"].sum()), *[None] * 6),
        empty="No check was lowered or raised at provider level.",
    )
