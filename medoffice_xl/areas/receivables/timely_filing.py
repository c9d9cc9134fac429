"""Timely filing: how many days are left to file what was not filed yet, and what was lost because it came too late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.claims.adjustments import read_adjustments
from medoffice_xl.contracts.filing_limits import NO_LIMIT, last_days_to_file
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.answers import answers, final_answers
from medoffice_xl.ledger.entries import CONTRACTUAL, FROM_PAYER
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, Rows, as_pandas, moment, of_columns
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.voided import standing_charges
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.charge_lines import as_lines
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, empty_frame
from medoffice_xl.tables.thresholds import Threshold

FILING_SOON = Threshold(
    "Filing due soon", "30", "days",
    "A claim that was not filed yet and has so many days left to be filed, or fewer, is due soon.",
)  # fmt: skip

TOO_LATE = "29"
"""The reason code (CARC) of a claim that came after its time limit."""

_RULE = (
    "last day to file = day of service + the contract's timely filing, or the payer's on Payer list; under Medicare, "
    "where both are silent, one calendar year after the day of service"
)
_SOURCE = "42 CFR 424.44; X12, claim adjustment reason code 29; the contracts' own terms"

DEFINITION = Definition(
    "Timely filing",
    f"{_RULE}. Listed: claims without a day of submission, an answer or an insurer's payment by the day",
    _SOURCE,
)
LOST = Definition(
    "Lost to timely filing",
    "charges of lines refused for reason 29 in the answer that stands, and of lines whose last day to file has passed "
    "without a submission, an answer or an insurer's payment; in the window",
    _SOURCE,
)

COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Claim", Unit.TEXT),
    BreakdownColumn("Service", Unit.DATE),
    BreakdownColumn("File by", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
    BreakdownColumn("Charges", Unit.MONEY),
    BreakdownColumn("Standing", Unit.TEXT),
)


_LINE = ("claim_id", "payer", "dos", "lost", "charge")


@dataclass(frozen=True, slots=True)
class Billing:
    """What says whether a claim was filed: the tables of these names, None for one that is not there."""

    charges: Frame
    payments: Frame | None = None
    remits: Frame | None = None


def timely_filing(billing: Billing, book: Rulebook, as_of: date, payer: str = "", top: int = 0) -> Breakdown:
    """Claims that were not filed by the day, the first to run out first; `top` of them, or all where it is 0.

    Standing is passed, due soon (threshold *Filing due soon*, both ends counted) or open. The last day itself still
    counts. Lines whose payer has no limit are left out and said. Raises NoData where every claim is filed.
    """
    if top < 0:
        raise OutOfRange(f"You asked for the first {top}; give a number from 1 on, or 0 for all.")
    unfiled, limitless = _not_filed(billing, book, as_of, payer)
    if unfiled.empty:
        raise NoData(f"No claim{f' of {payer}' if payer else ''} waits to be filed on {as_of:%m/%d/%Y}.")
    claims = unfiled.groupby("claim_id", as_index=False, sort=True).agg(
        payer=("payer", "first"), dos=("dos", "min"), file_by=("file_by", "min"), charge=("charge", "sum")
    )
    claims = claims.sort_values(["file_by", "charge"], ascending=[True, False], kind="stable")
    left = (claims["file_by"] - pd.Timestamp(as_of)).dt.days
    soon = book.thresholds.on(as_of).whole(FILING_SOON)
    standing = np.select([left < 0, left <= soon], ["passed", "due soon"], "open")
    late = claims[left.to_numpy() < 0]
    rows = [
        (of, claim, day.date(), by.date(), int(days), int(cents), str(words))
        for of, claim, day, by, days, cents, words in zip(
            claims["payer"], claims["claim_id"], claims["dos"], claims["file_by"], left, claims["charge"], standing,
            strict=True,
        )
    ]  # fmt: skip
    return Breakdown(
        columns=COLUMNS,
        body=rows[:top] if top else rows,
        definition=DEFINITION,
        parts=[
            Part("Claims not filed", len(claims), Unit.COUNT),
            Part("of them passed", len(late), Unit.COUNT),
            Part("Charges not filed", int(claims["charge"].sum()), Unit.MONEY),
            Part("of them passed", int(late["charge"].sum()), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(unfiled),
        left_out=_without_limit(limitless),
    )


def filing_lost(billing: Billing, book: Rulebook, as_of: date, window: int = 365, payer: str = "") -> Measure:
    """Charges lost to timely filing in the `window` days up to `as_of`, in cents.

    A refused line counts on the day of the answer that stands, one that was never filed on the day after its last day
    to file. The rows behind it are the lines.
    """
    period = days_up_to(as_of, window)
    first, last = pd.Timestamp(period.first), pd.Timestamp(period.last)
    answered = final_answers(
        answers(empty_frame(REMITS) if billing.remits is None else billing.remits, book.reasons, as_of, payer)
    )
    refused = answered[answered["denied"] & answered["paid_date"].between(first, last)]
    refused = refused[refused["adjustments"].map(_too_late).astype(bool)]
    unfiled, limitless = _not_filed(billing, book, as_of, payer)
    unfiled = unfiled.assign(lost=unfiled["file_by"] + pd.Timedelta(days=1))
    never = unfiled[unfiled["lost"].between(first, last)]
    refused = refused.assign(lost=refused["paid_date"])
    lines = pd.concat([refused[[*_LINE]], never[[*_LINE]]], ignore_index=True)
    return Measure(
        int(lines["charge"].sum()),
        Unit.MONEY,
        LOST,
        parts=[
            Part("Lines refused as filed too late", len(refused), Unit.COUNT),
            Part("Their charges", int(refused["charge"].sum()), Unit.MONEY),
            Part("Lines never filed in time", len(never), Unit.COUNT),
            Part("Their charges", int(never["charge"].sum()), Unit.MONEY),
            *period.parts,
        ],
        rows_used=len(lines),
        left_out=_without_limit(limitless),
        rows_behind=lambda: rows_behind(nw.from_native(lines).lazy(), *_LINE),
    )


def _too_late(adjustments: str) -> bool:
    return any(one.code == TOO_LATE and one.amount for one in read_adjustments(adjustments))


def _not_filed(billing: Billing, book: Rulebook, as_of: date, payer: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lines of claims that nothing says were filed by the day, with `file_by`; and those of them without a limit."""
    heard = of_columns(billing.payments, *_POSTED), of_columns(billing.remits, *_ANSWERED)
    found = remembered(_waiting, billing.charges, *heard, book, asked=(as_of,))
    scope = Scope(payer=payer.strip())
    return scope.of_payer(found[0]), scope.of_payer(found[1])


def _waiting(
    charges: Frame, payments: Frame | None, remits: Frame | None, book: Rulebook, as_of: date
) -> tuple[pd.DataFrame, pd.DataFrame]:
    lines = _known_lines(charges, as_of)
    sent = lines.filter(nw.col("submit_date") <= moment(as_of)).select("claim_id")
    filed = nw.concat([sent, *_heard_of(payments, remits, as_of)]).unique()
    # What a database holds stays there: lines that were never filed are few beside all others.
    waiting = as_pandas(lines.join(filed, on="claim_id", how="anti"), CHARGES)
    waiting = waiting.sort_values(["claim_id", "line_id"], kind="stable", ignore_index=True)
    by = last_days_to_file(as_lines(waiting, book), book)
    dated = waiting.assign(file_by=pd.Series(by, dtype="int64").astype("datetime64[D]").astype("datetime64[us]"))
    return dated[by != NO_LIMIT], waiting[by == NO_LIMIT]


def _known_lines(charges: Frame, as_of: date) -> Rows:
    """The charge lines known on the day; a line and its void are no line."""
    rows = standing_charges(charges, as_of, *CHARGES.names)
    return rows.filter(~nw.col("dos").is_null() & (nw.col("charge") > 0))


_POSTED, _ANSWERED = ("claim_id", "post_date", "kind"), ("claim_id", "paid_date")
"""What says that a claim was heard of."""


def _heard_of(payments: Frame | None, remits: Frame | None, as_of: date) -> Iterator[Rows]:
    """Claims that were answered, or paid or adjusted by an insurer, by the day."""
    if remits is not None:
        yield known_by(as_of, remits, REMITS, "claim_id")
    if payments is not None:
        posted = known_by(as_of, payments, PAYMENTS, "claim_id", "kind")
        yield posted.filter(nw.col("kind").is_in([*FROM_PAYER, CONTRACTUAL])).select("claim_id")


def _without_limit(lines: pd.DataFrame) -> Sequence[LeftOut]:
    """One entry a payer whose limit nobody says."""
    groups = lines.groupby("payer", sort=True)["charge"].agg(["size", "sum"])
    return [
        LeftOut(f"no time limit is known for {payer or 'lines without a payer'}", int(count), int(cents))
        for payer, count, cents in groups.itertuples()
    ]
