"""The voucher check: every remitted line classified, and what was allowed held against the contract.

Allowed is compared, never paid: a deductible or sequestration lowers the payment and not what is owed under the
contract. What cannot be compared says why; nothing is $0 for want of a contract.
"""

import numpy as np
import pandas as pd

from medoffice_xl.claims import which_answer_stands as answering
from medoffice_xl.contracts import comparison, lines_as_billed
from medoffice_xl.contracts.batches import BATCH, batches
from medoffice_xl.contracts.check_result import check_result
from medoffice_xl.contracts.classes import classes_by_answer, classes_by_price
from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.findings import FINDINGS, CheckedSoFar
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.tables import CHARGES, empty_frame

_STEPS = (answering.NEEDED, lines_as_billed.NEEDED, comparison.NEEDED, *(kind.needs for kind in FINDINGS))

NEEDED = list(dict.fromkeys(name for needed in _STEPS for name in needed))
"""Columns of Remits that the check looks at."""


def check(remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame | None = None) -> pd.DataFrame:
    """Check remitted lines (a frame of the table `remits`) under a rulebook, with the charges where there are any.

    One row a line, in their order, with the columns of CHECK_RESULT.
    """
    there = empty_frame(CHARGES) if charges is None else charges
    parts = batches(remits, there, BATCH)
    if len(parts) == 1:
        return _check(remits, there, book)
    needed = remits[NEEDED]
    return _joined([(rows, _check(needed.iloc[rows], there, book)) for rows in parts])


def _check(remits: pd.DataFrame, charges: pd.DataFrame, book: Rulebook) -> pd.DataFrame:
    billed = lines_as_billed.lines_as_billed(remits, charges, book)
    answers = answering.which_answer_stands(remits, book.reasons)
    by_answer = classes_by_answer(remits, answers)
    compared = comparison.compare(billed, answers, by_answer, book)
    classes = classes_by_price(by_answer, billed, compared)
    return check_result(CheckedSoFar(billed, answers, compared, classes, book))


def _joined(parts: list[tuple[Rows, pd.DataFrame]]) -> pd.DataFrame:
    """The batches' results in the places of their lines."""
    placed = [part.assign(leader=rows[part["leader"]]) for rows, part in parts]
    order = np.argsort(np.concatenate([rows for rows, _ in parts]), kind="stable")
    return pd.concat(placed, ignore_index=True).take(order).reset_index(drop=True)
