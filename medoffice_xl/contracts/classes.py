"""The class of each line: by its answer, and then by its price. What fits first counts."""

import numpy as np
import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind
from medoffice_xl.claims.which_answer_stands import Answers
from medoffice_xl.contracts.comparison import Comparison
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.lines_as_billed import AsBilled
from medoffice_xl.contracts.status import Status

_OF_KIND = {
    AnswerKind.NOTED: LineClass.UNDECIDED,
    AnswerKind.TO_PATIENT: LineClass.PATIENT,
    AnswerKind.CAPITATED: LineClass.CAPITATED,
    AnswerKind.BUNDLED: LineClass.BUNDLED,
    AnswerKind.DUPLICATE: LineClass.DUPLICATE,
    AnswerKind.DENIED: LineClass.DENIED,
}


def classes_by_answer(remits: pd.DataFrame, answers: Answers) -> Ints:
    """The classes that need no price; COMPARED for all that is to be priced."""
    nothing = (remits["charge"] <= 0).to_numpy() & (remits["level"] == "line").to_numpy()
    nothing |= ((remits["level"] == "claim") & (remits["allowed"] == 0)).to_numpy()
    return _last_that_fits(
        np.full(len(remits), LineClass.COMPARED, dtype="int64"),
        (nothing, LineClass.NO_RATE),
        (answers.secondary, LineClass.SECONDARY),
        *((answers.kind == kind, line_class) for kind, line_class in _OF_KIND.items()),
        (answers.undecided, LineClass.UNDECIDED),
        (answers.replaced | (~answers.paying & answers.left & ~answers.final), LineClass.SUPERSEDED),
        (answers.reversal | answers.fell, LineClass.REVERSED),
    )


def classes_by_price(by_answer: Ints, billed: AsBilled, compared: Comparison) -> Ints:
    """All classes, with those that need the price."""
    priced = by_answer == LineClass.COMPARED
    owes_all = ((billed.remits["paid"] == 0) & (billed.remits["allowed"] > 0)).to_numpy()
    return _last_that_fits(
        by_answer.copy(),
        (priced & (compared.lacking[compared.leader] > 0), LineClass.BELOW_CONTRACT),
        (priced & billed.recoded, LineClass.RECODED),
        (priced & owes_all, LineClass.PATIENT),
        (priced & (compared.status != Status.PRICED), LineClass.NO_RATE),
        (priced & (compared.status == Status.CAPITATED), LineClass.CAPITATED),
    )


def _last_that_fits(classes: Ints, *asked: "tuple[np.typing.NDArray[np.bool_], LineClass]") -> Ints:
    for mask, line_class in asked:
        classes[mask] = line_class
    return classes
