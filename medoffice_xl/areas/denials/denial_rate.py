"""Denial rate: the share of what payers answered that they refused.

Paid nothing is not denied: a charge that falls into the deductible was allowed, and one bundled into another service
was paid with it. A denial is told by the reasons the payer gave.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.adjudications import SECONDARY, standing
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, flag, only, within
from medoffice_xl.ledger.rows_behind import behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.unchanging import remembered
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit

PRICING = ("1", "2", "3", "23", "24", "44", "45", "66", "85", "104", "131", "144", "237", "253")
"""Reasons that set the price or say who owes it: patient share, prior payer, capitation, contract, withhold, law."""

BUNDLED = ("59", "97", "231", "236")
"""Reasons that say the service was paid with another: a coding question, not a denial."""

DUPLICATE = ("18",)
"""The same claim sent twice: the first answer counts."""

DEFINITION = {
    "claims": Definition(
        "Denial rate",
        "claims denied ÷ claims answered by primary payers in the window, each by its latest answer that stands; "
        "denied: paid 0, no PR-1, PR-2 or PR-3, and a reason that denies",
        "HFMA, Claim Integrity Task Force: initial denial rate; primary denials",
    ),
    "dollars": Definition(
        "Denial rate, dollars",
        "charges of denied service lines ÷ charges answered by primary payers in the window",
        "AAFP, claim denial rate: dollars denied ÷ dollars submitted",
    ),
}


class Counted(StrEnum):
    """What a denial rate counts."""

    CLAIMS = "claims"
    DOLLARS = "dollars"


@dataclass(frozen=True, slots=True)
class _Answers:
    """How claims were answered; amounts in cents."""

    claims: int
    denied: int
    bundled: int
    partly: int
    duplicates: int
    charges: int
    denied_charges: int
    duplicate_charges: int
    lines: int


def denial_rate(remits: Frame, as_of: date, window: int = 90, count: str = Counted.CLAIMS, payer: str = "") -> Measure:
    """Share of claims, or of dollars charged, denied by primary payers in the `window` days up to `as_of`.

    Each claim counts once, by its latest answer that stands. Duplicates are left out of both sides; a claim paid in
    part is not denied, its denied lines count in the dollars. The rows behind it are the lines answered, `denied` where
    the line was. Raises NoData when no claim was answered.
    """
    counted = choose(Counted, count, "way to count denials")
    period = days_up_to(as_of, window)
    answered = _latest(Scope(payer=payer).of_charges(_answered(remits)))
    lines = _lines(answered.filter(within("paid_date", period.first, period.last)))
    answers = _count(lines)
    part, whole = (
        (answers.denied, answers.claims) if counted is Counted.CLAIMS else (answers.denied_charges, answers.charges)
    )
    if not answers.claims or not whole:
        raise NoData(f"No claim was answered{f' by {payer}' if payer else ''} from {period}.")
    return Measure(
        part / whole,
        Unit.PERCENT,
        DEFINITION[counted],
        parts=[
            Part("Claims denied", answers.denied, Unit.COUNT),
            Part("Claims answered", answers.claims, Unit.COUNT),
            Part("Claims paid in part, with a denied line", answers.partly, Unit.COUNT),
            Part("Claims bundled into other services (not denied)", answers.bundled, Unit.COUNT),
            Part("Charges denied", answers.denied_charges, Unit.MONEY),
            Part("Charges answered", answers.charges, Unit.MONEY),
            Part("From", period.first, Unit.DATE),
            Part("To", period.last, Unit.DATE),
        ],
        rows_used=answers.lines,
        left_out=[LeftOut("claims denied as duplicates", answers.duplicates, answers.duplicate_charges)]
        if answers.duplicates
        else [],
        rows=_counted(lines),
    )


def _latest(rows: Rows) -> Rows:
    """The lines of each claim's latest answer."""
    latest = rows.with_columns(latest=nw.col("paid_date").max().over("claim_id"))
    return latest.filter(nw.col("paid_date") == nw.col("latest"))


def denied_lines(remits: Frame, *columns: str) -> Rows:
    """Lines that a primary payer denied in its latest answer that stands, with the columns asked for."""
    return _classified(_latest(_answered(remits, *columns))).filter(nw.col("denies") > 0)


def _answered(remits: Frame, *columns: str) -> Rows:
    """The lines of primary payers' answers that stand, with the columns asked for."""
    return remembered(_answered_with, remits, asked=columns)


def _answered_with(remits: Frame, *columns: str) -> Rows:
    needed = ("charge", "deductible", "coinsurance", "copay", "adjustments")
    rows = standing(remits, *needed, *(name for name in columns if name not in needed))
    return rows.filter(~nw.col("claim_status").is_in(SECONDARY))


def _classified(rows: Rows) -> Rows:
    """Each line with 1 where it `denies`, is `bundled` or is `doubled`, and what the patient owes as `shared`."""
    unpaid = (nw.col("paid") == 0) & ((nw.col("deductible") + nw.col("coinsurance") + nw.col("copay")) == 0)
    return rows.with_columns(
        denies=flag(unpaid & _has_reason_beyond(PRICING + BUNDLED + DUPLICATE)),
        bundled=flag(unpaid & ~_has_reason_beyond(PRICING + BUNDLED) & _has_reason_beyond(PRICING)),
        doubled=flag(unpaid & ~_has_reason_beyond(PRICING + DUPLICATE) & _has_reason_beyond(PRICING)),
        shared=nw.col("deductible") + nw.col("coinsurance") + nw.col("copay"),
    )


def _lines(answered: Rows) -> Rows:
    return _classified(answered).with_columns(denied_charge=only(nw.col("denies") > 0, "charge"))


def _counted(lines: Rows) -> Rows:
    """The lines of the claims that count: not of those that were denied as duplicates."""
    whole = lines.with_columns(
        *(nw.col(name).sum().over("claim_id").alias(f"all_{name}") for name in ("paid", "shared", "denies", "doubled"))
    )
    zero = (nw.col("all_paid") == 0) & (nw.col("all_shared") == 0)
    doubled = zero & (nw.col("all_denies") == 0) & (nw.col("all_doubled") > 0)
    return behind(
        whole.filter(~doubled).with_columns(denied="denies"),
        *("claim_id", "payer", "paid_date", "charge", "paid", "adjustments", "denied"),
    )


def _count(lines: Rows) -> _Answers:
    claims = lines.group_by("claim_id").agg(
        nw.col("paid", "shared", "charge", "denied_charge", "denies", "bundled", "doubled").sum(), lines=nw.len()
    )
    zero = (nw.col("paid") == 0) & (nw.col("shared") == 0)
    denied = zero & (nw.col("denies") > 0)
    doubled = zero & (nw.col("denies") == 0) & (nw.col("doubled") > 0)
    sums = fetch_one(
        claims.select(
            claims=flag(~doubled).sum(),
            denied=flag(denied).sum(),
            bundled=flag(zero & ~denied & ~doubled & (nw.col("bundled") > 0)).sum(),
            partly=flag(~zero & (nw.col("denies") > 0)).sum(),
            duplicates=flag(doubled).sum(),
            charges=only(~doubled, "charge").sum(),
            denied_charges=only(~doubled, "denied_charge").sum(),
            duplicate_charges=only(doubled, "charge").sum(),
            lines=only(~doubled, "lines").sum(),
        )
    )
    return _Answers(**sums)


def _has_reason_beyond(reasons: tuple[str, ...]) -> nw.Expr:
    """True where the adjustments hold a reason that is none of these."""
    known = rf"\b[A-Z]{{2}}-({'|'.join(reasons)}):-?[0-9.,]+"
    return nw.col("adjustments").str.replace_all(known, "").str.contains(r"[A-Z]{2}-[A-Z0-9]+:")
