"""Money and adjustments that the practice-management system posted to charge lines, as rows of *Payments*."""

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import PAYMENTS, empty_frame

SOURCES = (
    ("ins_paid", "insurance payment", "remit_date"),
    ("pat_paid", "patient payment", "pat_paid_date"),
    ("contractual_adj", "contractual adjustment", "remit_date"),
    ("other_adj", "other adjustment", "adj_date"),
)
"""Column of the amount, kind of entry, column of its own date."""

PATIENT = "Patient"


def posted_payments(file: str, charges: pd.DataFrame, posted: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The entries of every line (`posted` has the rows of `charges`), dated by their own date.

    Where an entry has no date of its own it counts on the payment date, else on the day the charge was posted,
    else on the day of service; the last two are noted. An export that writes all its credits as negative
    amounts is turned round, and that is said. A negative payment is a refund or a reversal.
    """
    amounts = posted[[name for name, _, _ in SOURCES]]
    posted, problems = _credits_positive(file, posted) if _all_negative(amounts) else (posted, [])
    fallback = charges["post_date"].fillna(charges["dos"])
    parts, undated = [], 0
    for name, kind, own_date in SOURCES:
        rows = posted[name].fillna(0) != 0
        dated = posted.loc[rows, own_date].fillna(posted.loc[rows, "remit_date"])
        undated += int(dated.isna().sum())
        parts.append(_entries(charges[rows], posted[rows], name, kind, dated.fillna(fallback[rows])))
    if undated:
        problems.append(
            Problem(
                Severity.NOTE,
                f"{undated:,} payments and adjustments have no date of their own; "
                "they count on the day their charge was posted.",
                "Export the payment and adjustment dates too, if the days money came in matter.",
                file,
            )
        )
    filled = [part for part in parts if len(part)]
    return (pd.concat(filled, ignore_index=True) if filled else empty_frame(PAYMENTS)), problems


def _entries(
    charges: pd.DataFrame, posted: pd.DataFrame, name: str, kind: str, dates: "pd.Series[pd.Timestamp]"
) -> pd.DataFrame:
    patient = kind == "patient payment"
    amount = posted[name].astype("int64")
    frame = pd.DataFrame(
        {
            "claim_id": charges["claim_id"],
            "line_id": charges["line_id"],
            "post_date": dates.astype("datetime64[us]"),
            "payer": PATIENT if patient else charges["payer"],
            "kind": kind,
            "amount": amount,
            "reason": posted["adj_reason"] if kind == "other adjustment" else "",
            "trace": posted["trace"] if kind == "insurance payment" else "",
            "source": "PM",
        }
    )
    if patient:
        frame.loc[amount < 0, "kind"] = "refund"
    return frame.astype(empty_frame(PAYMENTS).dtypes.to_dict())


def _all_negative(amounts: pd.DataFrame) -> bool:
    """Every entry is below zero, and there is more than one: the export writes credits so."""
    entries = amounts.fillna(0).to_numpy()
    return int((entries < 0).sum()) > 1 and not bool((entries > 0).any())


def _credits_positive(file: str, posted: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    names = [name for name, _, _ in SOURCES]
    total = int(posted[names].fillna(0).sum().sum())
    found = f"Every payment and adjustment is written as a negative amount ({show(total)}); they were turned round."
    advice = "Nothing to do if the export writes credits as negative; if these are refunds, tell so by hand."
    return posted.assign(**{name: -posted[name] for name in names}), [Problem(Severity.DATA, found, advice, file)]
