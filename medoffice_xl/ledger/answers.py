"""What payers had answered by a day: every remitted line, and what it is as an answer.

Nothing that came later counts: a denial that was overturned after the day is a denial on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind, ReasonCodes
from medoffice_xl.claims.which_answer_stands import NEEDED, which_answer_stands
from medoffice_xl.ledger.kept_rows import KeptFrame
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.whole_claims import by_whole_claims
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import REMITS

TOLD = (
    "trace", "payer", "paid_date", "claim_id", "frequency", "dos", "code", "mod1", "mod2", "mod3", "mod4",
    "billed_code", "billed_mods", "charge", "paid", "deductible", "coinsurance", "copay", "adjustments", "remarks",
    "allowed", "units", "billed_units", "pos", "provider_npi",
)  # fmt: skip
"""Columns of Remits that answers tell; what else says which answer stands has then been used."""

_NUMBERED = ("answered_claim", "answered_line")


def answers(
    remits: Frame, reasons: ReasonCodes, as_of: date, payer: str = "", columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The remitted lines (columns of TOLD) of a payer known on the day, and what each of them is as an answer.

    `answered_claim` and `answered_line` are numbers alike for one claim and one billed line, `order` is the answer's
    place in time among those to its claim. True or False: `kept`, neither taken back nor replaced; `standing`, the
    same of primary payers; `opening`, a primary payer's answer that was not given anew; `priced` (something was
    allowed, or the contract's price is nothing), `denied`, `bundled` and `duplicate` by its reasons. Of a ledger no
    more than some `columns` come into memory where they are named.
    """
    found = all_answers(remits, reasons, as_of)
    if isinstance(found, KeptFrame):
        found = found.read(names=(*columns, "payer") if columns else ())
    return Scope(payer=payer).of_payer(found)


def answers_in(period: Period, remits: Frame, reasons: ReasonCodes, as_of: date, payer: str = "") -> pd.DataFrame:
    """Of `answers`, all lines of the claims that were answered something in the period."""
    return lines_in(period, all_answers(remits, reasons, as_of), payer)


def lines_in(period: Period, found: pd.DataFrame | KeptFrame, payer: str = "") -> pd.DataFrame:
    """The same of answers that are at hand."""
    if isinstance(found, KeptFrame):
        found = found.read(_OF_CLAIMS.format(first=period.first, last=period.last))
    return answered_in(Scope(payer=payer).of_payer(found), period)


_OF_CLAIMS = (
    "answered_claim IN (SELECT answered_claim FROM kept WHERE paid_date BETWEEN DATE '{first}' AND DATE '{last}')"
)


def all_answers(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame | KeptFrame:
    """`answers` of all payers: a frame, or of a ledger one that lies on the disk, for they are many."""
    return remembered(_answers, remits, asked=(reasons, as_of))


def answers_by_sign(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame | KeptFrame:
    """`all_answers` for whoever asks of `paid` no more than whether anything was paid or taken back.

    In memory it is 1, 0 or −1, so that an edited amount leaves what is made of it standing; of a ledger, cents.
    """
    return remembered(_by_sign, remits, asked=(reasons, as_of))


def _by_sign(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame | KeptFrame:
    found = all_answers(remits, reasons, as_of)
    return unchanging(found if isinstance(found, KeptFrame) else found.assign(paid=np.sign(found["paid"])))


def _answers(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame | KeptFrame:
    known = known_by(as_of, remits, REMITS, *dict.fromkeys((*TOLD, *NEEDED)))
    if known.implementation.is_duckdb():
        return KeptFrame.of(_numbered_on(_of_part(as_pandas(rows, REMITS), reasons) for rows in by_whole_claims(known)))
    return _of_part(as_pandas(known, REMITS), reasons)


def _numbered_on(parts: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The parts, in which no two have a number in common."""
    before = dict.fromkeys(_NUMBERED, 0)
    for lines in parts:
        for name in _NUMBERED:
            lines[name] += before[name]
            before[name] = int(lines[name].max()) + 1 if len(lines) else before[name]
        yield lines


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
