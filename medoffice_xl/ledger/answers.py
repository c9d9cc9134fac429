"""What payers had answered by a day: every remitted line, and what it is as an answer.

Nothing that came later counts: a denial that was overturned after the day is a denial on it.
"""

from datetime import date

import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind, ReasonCodes
from medoffice_xl.claims.which_answer_stands import NEEDED, which_answer_stands
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import REMITS

TAKEN = (*NEEDED, "remarks", "allowed", "units", "billed_units", "pos", "provider_npi")


def answers(remits: Frame, reasons: ReasonCodes, as_of: date, payer: str = "") -> pd.DataFrame:
    """The remitted lines (columns of TAKEN) of a payer known on the day, and what each of them is as an answer.

    `answered_claim` and `answered_line` are numbers alike for one claim and one billed line, `order` is the answer's
    place in time. True or False: `kept`, neither taken back nor replaced; `standing`, the same of primary payers;
    `opening`, a primary payer's answer that was not given anew; `priced` (something was allowed, or the contract's
    price is nothing), `denied`, `bundled` and `duplicate` by its reasons.
    """
    return Scope(payer=payer).of_payer(remembered(_answers, remits, asked=(reasons, as_of)))


def _answers(remits: Frame, reasons: ReasonCodes, as_of: date) -> pd.DataFrame:
    lines = as_pandas(known_by(as_of, remits, REMITS, *TAKEN), REMITS)
    found = which_answer_stands(lines, reasons)
    return lines.assign(
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
    opening = lines[lines["opening"]]
    return opening[opening["order"] == opening.groupby("answered_line")["order"].transform("min")]


def final_answers(lines: pd.DataFrame) -> pd.DataFrame:
    """Of `answers`, the primary payers' answer that stands to each billed line."""
    standing = lines[lines["standing"]]
    return standing[standing["order"] == standing.groupby("answered_line")["order"].transform("max")]
