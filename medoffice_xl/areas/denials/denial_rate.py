"""Denial rate: the share of what payers answered that they refused.

Paid nothing is not denied: a charge that falls into the deductible was allowed, and one bundled into another service
was paid with it. A denial is told by the reasons the payer gave, taken as the sheet *Reason codes* says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

import numpy as np
import pandas as pd

from medoffice_xl.areas.denials.first_denials import lines_behind
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.answers import (
    all_answers,
    answers,
    answers_by_sign,
    final_answers,
    first_answers,
    lines_in,
)
from medoffice_xl.ledger.answers_at import answered_by
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.kept_rows import KeptFrame
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered


class Counted(StrEnum):
    """What a denial rate counts."""

    CLAIMS = "claims"
    DOLLARS = "dollars"


class Which(StrEnum):
    """Which answer to a claim counts: the first one, or the one that stands."""

    INITIAL = "initial"
    FINAL = "final"


DEFINITIONS = {
    (Which.INITIAL, Counted.CLAIMS): Definition(
        "Denial rate, initial",
        "claims whose first answer was a denial ÷ claims first answered by primary payers in the window; denied: paid "
        "0, no PR-1, PR-2 or PR-3 on any line, and a reason that denies",
        "HFMA, Claim Integrity Task Force: initial denial rate; primary denials",
    ),
    (Which.FINAL, Counted.CLAIMS): Definition(
        "Denial rate, final",
        "claims denied ÷ claims answered by primary payers in the window, each by the latest answer that stands; "
        "denied: paid 0, no PR-1, PR-2 or PR-3 on any line, and a reason that denies",
        "HFMA, Claim Integrity Task Force: primary denials (latest adjudication that was not reversed)",
    ),
    (Which.INITIAL, Counted.DOLLARS): Definition(
        "Denial rate, initial, dollars",
        "charges of lines whose first answer was a denial ÷ charges first answered by primary payers in the window",
        "AAFP, claim denial rate: dollars denied ÷ dollars submitted",
    ),
    (Which.FINAL, Counted.DOLLARS): Definition(
        "Denial rate, final, dollars",
        "charges of denied service lines ÷ charges answered by primary payers in the window, by the answers that stand",
        "AAFP, claim denial rate: dollars denied ÷ dollars submitted",
    ),
}

_PICKED = {Which.INITIAL: first_answers, Which.FINAL: final_answers}
_DAY: dict[Which, Literal["min", "max"]] = {Which.INITIAL: "min", Which.FINAL: "max"}
"""A claim answered over several checks counts on the day of the first, or of the last of them."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """How many `lines` count, the `claims` they are of, and the claims that were `duplicates`."""

    lines: int
    claims: pd.DataFrame
    duplicates: pd.DataFrame

    def sum(self, column: str) -> int:
        """Cents or claims of a column of the claims."""
        return int(self.claims[column].sum())


def denial_rate(
    remits: Frame,
    reasons: ReasonCodes,
    as_of: date,
    window: int = 90,
    count: str = Counted.CLAIMS,
    payer: str = "",
    answer: str = Which.INITIAL,
) -> Measure:
    """Share of claims, or of dollars charged, denied by primary payers in the `window` days up to `as_of`.

    Each claim counts once: “initial” by the first answer to each of its lines, “final” by the latest that stands. The
    window is by the day of that answer; of lines answered on several days, by the first or the last of them. Duplicates
    are left out of both sides; a claim paid in part is not denied, its denied lines count in the dollars. The rows
    behind it are the lines answered, `denied` where the line was. Raises NoData when no claim was answered.
    """
    counted = choose(Counted, count, "way to count denials")
    which = choose(Which, answer, "answer to a claim")
    period = days_up_to(as_of, window)
    known = answers_by_sign(remits, reasons, as_of)
    found = remembered(_answered, known, asked=(payer, which, period))
    by_claims = counted is Counted.CLAIMS
    part, whole = (
        (found.sum("denied"), len(found.claims)) if by_claims else (found.sum("denied_charge"), found.sum("charge"))
    )
    if not len(found.claims) or not whole:
        raise NoData(f"No claim was answered{f' by {payer}' if payer else ''} from {period}.")
    return Measure(
        part / whole,
        Unit.PERCENT,
        DEFINITIONS[which, counted],
        parts=[
            Part("Claims denied", found.sum("denied"), Unit.COUNT),
            Part("Claims answered", len(found.claims), Unit.COUNT),
            Part("Claims paid in part, with a denied line", found.sum("partly"), Unit.COUNT),
            Part("Claims bundled into other services (not denied)", found.sum("bundled"), Unit.COUNT),
            Part("Charges denied", found.sum("denied_charge"), Unit.MONEY),
            Part("Charges answered", found.sum("charge"), Unit.MONEY),
            Part("Answer that counts", which, Unit.TEXT),
            *period.parts,
        ],
        rows_used=found.lines,
        left_out=[LeftOut("claims denied as duplicates", len(found.duplicates), int(found.duplicates["charge"].sum()))]
        if len(found.duplicates)
        else [],
        rows_behind=lambda: lines_behind(
            _with_amounts(_lines_that_count(known, payer, which, period)[0], all_answers(remits, reasons, as_of))
        ),
    )


def initial_denial_rates(
    remits: Frame, reasons: ReasonCodes, days: Sequence[date], window: int = 90
) -> list[float | None]:
    """`denial_rate` of claims by their first answers on each of the days, in one pass; None where none was answered."""
    return answered_by(remits, reasons, days).told(_first_answered).shares(window)


def _first_answered(lines: pd.DataFrame) -> pd.DataFrame:
    """The claims that were answered, duplicates left out: the `day` of the first answer, and whether it denied."""
    claims = _claims(first_answers(lines))
    told = claims.loc[~claims["doubled"], ["first_day", "denied"]]
    return told.rename(columns={"first_day": "day", "denied": "counts"}).reset_index()


def denied_lines(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame:
    """Lines that a primary payer denied in the answer that stands on the day; columns as `ledger.answers` has them."""
    return remembered(_denied_lines, remits, asked=(reasons, as_of))


def _denied_lines(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame:
    final = final_answers(answers(remits, reasons, as_of))
    return final[final["denied"]]


def _with_amounts(lines: pd.DataFrame, known: pd.DataFrame | KeptFrame) -> pd.DataFrame:
    """The lines with the amounts that were paid; those of a ledger have them."""
    return lines if isinstance(known, KeptFrame) else lines.assign(paid=known["paid"].reindex(lines.index))


def _answered(known: pd.DataFrame | KeptFrame, payer: str, which: Which, period: Period) -> _Answered:
    """The claims that count in the period; their lines are many, and put together again when somebody looks."""
    lines, claims = _lines_that_count(known, payer, which, period)
    return _Answered(len(lines), claims[~claims["doubled"]], claims[claims["doubled"]])


def _lines_that_count(
    known: pd.DataFrame | KeptFrame, payer: str, which: Which, period: Period
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines of the claims that count in the period, by the day of the answer that counts; these claims and those
    that were duplicates."""
    lines = _PICKED[which](lines_in(period, known, payer))
    claim = lines.groupby("answered_claim")["paid_date"].transform(_DAY[which])
    inside = claim.between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    kept = lines[inside]
    claims = _claims(kept)
    return kept[kept["answered_claim"].map(~claims["doubled"]).astype("bool")], claims


def _claims(kept: pd.DataFrame) -> pd.DataFrame:
    """Claims by their lines: which were denied, denied in part, bundled, or refused as duplicates (`doubled`)."""
    money = np.logical_or.reduce([kept[name] != 0 for name in ("paid", "deductible", "coinsurance", "copay")])
    told = {"settled": kept["priced"] & money, "denies": kept["denied"], "bundles": kept["bundled"]}
    by_claim = pd.DataFrame(told | {"doubles": kept["duplicate"]}).groupby(kept["answered_claim"])
    cents = pd.DataFrame({"charge": kept["charge"], "denied_charge": kept["charge"].where(kept["denied"], 0)})
    claims = by_claim.any().join(cents.groupby(kept["answered_claim"]).sum())
    claims = claims.assign(first_day=kept.groupby("answered_claim")["paid_date"].min())
    denied = ~claims["settled"] & claims["denies"]
    duplicate = ~claims["settled"] & ~claims["denies"] & claims["doubles"]
    return claims.assign(
        denied=denied,
        doubled=duplicate,
        partly=claims["settled"] & claims["denies"],
        bundled=~claims["settled"] & ~denied & ~duplicate & claims["bundles"],
    )
