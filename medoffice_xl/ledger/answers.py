"""What payers had answered by a day: every remitted line, and what it is as an answer.

Nothing that came later counts: a denial that was overturned after the day is a denial on it.
"""

from datetime import date
from itertools import accumulate
from typing import Literal

import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind, ReasonCodes
from medoffice_xl.claims.which_answer_stands import NEEDED, which_answer_stands
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.whole_claims import by_whole_claims
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import REMITS

TOLD = (
    "trace", "payer", "paid_date", "claim_id", "frequency", "dos", "code", "mod1", "mod2", "mod3", "mod4",
    "billed_code", "billed_mods", "charge", "paid", "deductible", "coinsurance", "copay", "adjustments", "remarks",
    "allowed", "units", "billed_units", "pos", "provider_npi",
)  # fmt: skip
"""Columns of Remits that answers tell; what else says which answer stands has then been used."""

_NUMBERED = ("answered_claim", "answered_line")


def answers(remits: Frame, reasons: ReasonCodes, as_of: date, payer: str = "") -> pd.DataFrame:
    """The remitted lines (columns of TOLD) of a payer known on the day, and what each of them is as an answer.

    `answered_claim` and `answered_line` are numbers alike for one claim and one billed line, `order` is the answer's
    place in time among those to its claim. True or False: `kept`, neither taken back nor replaced; `standing`, the
    same of primary payers; `opening`, a primary payer's answer that was not given anew; `priced` (something was
    allowed, or the contract's price is nothing), `denied`, `bundled` and `duplicate` by its reasons.
    """
    return Scope(payer=payer).of_payer(remembered(_answers, remits, asked=(reasons, as_of)))


def _answers(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame:
    parts = by_whole_claims(known_by(as_of, remits, REMITS, *dict.fromkeys((*TOLD, *NEEDED))))
    found = [_of_part(as_pandas(rows, REMITS), reasons) for rows in parts]
    for name in _NUMBERED:
        counts = accumulate((int(lines[name].max()) + 1 if len(lines) else 0 for lines in found), initial=0)
        for lines, before in zip(found, counts, strict=False):
            lines[name] += before
    return found[0] if len(found) == 1 else pd.concat(found, ignore_index=True)


def _of_part(lines: pd.DataFrame, reasons: ReasonCodes) -> pd.DataFrame:
    found = which_answer_stands(lines, reasons)
    return lines[[*TOLD]].assign(
        answered_claim=found.claim,
        answered_line=found.line,
        order=found.order,
        kept=found.left,
        opening=found.opening,
        standing=found.standing,
        priced=found.kind == AnswerKind.PRICED,
        denied=found.kind == AnswerKind.DENIED,
        bundled=found.kind == AnswerKind.BUNDLED,
        duplicate=found.kind == AnswerKind.DUPLICATE,
    )


def first_answers(lines: pd.DataFrame) -> pd.DataFrame:
    """Of `answers`, what primary payers answered first to each billed line."""
    return _at_the_end(lines, "opening", "min")


def final_answers(lines: pd.DataFrame) -> pd.DataFrame:
    """Of `answers`, the primary payers' answer that stands to each billed line."""
    return _at_the_end(lines, "standing", "max")


def _at_the_end(lines: pd.DataFrame, among: str, end: Literal["min", "max"]) -> pd.DataFrame:
    """Of the lines marked in `among`, those of the first or last answer to each billed line."""
    counts = lines[among].to_numpy(copy=True)
    order, line = (lines[name].to_numpy()[counts] for name in ("order", "answered_line"))
    counts[counts] = order == pd.Series(order).groupby(line).transform(end).to_numpy()
    return lines[counts]


def answered_in(lines: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Of `answers`, all lines of the claims that were answered something in the period."""
    inside = lines["paid_date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    return lines[lines["answered_claim"].isin(lines["answered_claim"][inside].unique())]
