"""Provider adjustments that are still open, in a manager's words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from medoffice_xl.intake.provider_adjustments import REVERSAL
from medoffice_xl.intake.provider_reasons import Family, reason
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS
from medoffice_xl.tables.provider_adjustments import OPEN

Told = tuple[Severity, str, str]


def open_problems(frame: pd.DataFrame, remits: pd.DataFrame) -> Iterator[Problem]:
    """A problem for each open row, worst first: money taken that nothing answers, then what is to come."""
    reversals = remits[remits["claim_status"] == REVERSAL]
    traces: dict[tuple[str, str], str] = dict(
        zip(zip(reversals["payer"], reversals["claim_id"], strict=True), reversals["trace"], strict=True)
    )
    waiting = frame[(frame["state"] == OPEN) & (frame["open_amount"] != 0)]
    rows: list[Any] = waiting.sort_values("open_amount", ascending=False, kind="stable").to_dict("records")
    for row in rows:
        severity, what, advice = _words(row)(row, traces.get((row["payer"], row["claim_id"]), ""))
        yield Problem(
            severity,
            what,
            advice,
            PROVIDER_ADJUSTMENTS.sheet,
            column=PROVIDER_ADJUSTMENTS["state"].header,
            value=row["claim_id"] or row["reference"],
        )


def _words(row: Mapping[str, Any]) -> Callable[[Mapping[str, Any], str], Told]:
    family = reason(row["reason"]).family
    if row["open_amount"] < 0:
        return _to_come
    if family is Family.WITHHELD:
        return _withheld
    if family is Family.INTEREST:
        return _interest
    return _applied if row["reason"] == "FB" else _taken_back


def _taken_back(row: Mapping[str, Any], reversed_in: str) -> Told:
    if not row["claim_id"]:
        why = "the reference names no claim that is here" if row["reference"] else "no reference says for what"
    elif reversed_in:
        why = f"the claim was reversed in {reversed_in}, and nothing held that amount back: it may be taken twice"
    else:
        why = "no claim was reversed for it"
    of = f" for claim {row['claim_id']}" if row["claim_id"] else ""
    return (
        Severity.MONEY,
        f"{_check(row)} takes back {_amount(row)}{of} ({_named(row)}); {why}. Nothing was posted.",
        "Ask the payer for the reversal, or enter what was taken back on Payments; then set the state to settled.",
    )


def _applied(row: Mapping[str, Any], _: str) -> Told:
    return (
        Severity.DATA,
        f"{_check(row)} is lowered by {_amount(row)} that an earlier check forwarded ({_named(row)}); it is not here.",
        "Import the earlier remittance, or ask the payer what it was for; then set the state to settled.",
    )


def _withheld(row: Mapping[str, Any], _: str) -> Told:
    return (
        Severity.DATA,
        f"{_check(row)} is lowered by {_amount(row)}: {row['meaning']} ({_named(row)}). No later check gives it back.",
        "Compare with the notice of who levied or withheld it; set the state to settled when it is closed.",
    )


def _interest(row: Mapping[str, Any], _: str) -> Told:
    return (
        Severity.DATA,
        f"{_check(row)} is lowered by {_amount(row)} of interest ({_named(row)}).",
        "Ask the payer what the interest is for; set the state to settled when it is closed.",
    )


def _to_come(row: Mapping[str, Any], _: str) -> Told:
    of = f" for claim {row['claim_id']}" if row["claim_id"] else ""
    return (
        Severity.NOTE,
        f"{_check(row)} was raised by {_amount(row)}{of} ({_named(row)}); a later check will be lowered by it.",
        "Nothing to do: it is matched when that check comes in.",
    )


def _check(row: Mapping[str, Any]) -> str:
    day = f" of {row['paid_date']:%m/%d/%Y}" if pd.notna(row["paid_date"]) else ""
    return f"{row['payer']}'s check or EFT {row['trace'] or 'without a number'}{day}"


def _amount(row: Mapping[str, Any]) -> str:
    still, whole = abs(row["open_amount"]), abs(row["amount"])
    return show(whole) if still == whole else f"{show(still)} (of {show(whole)})"


def _named(row: Mapping[str, Any]) -> str:
    return ":".join(filter(None, (row["reason"] or "no reason", row["reference"])))
