"""What a later answer added to a first one that was too low."""

import numpy as np
import numpy.typing as npt

from medoffice_xl.claims.reason_codes import AnswerKind
from medoffice_xl.contracts.check_column import cents
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found
from medoffice_xl.row_keys import combine

Mask = npt.NDArray[np.bool_]


def _find(so_far: CheckedSoFar) -> Found:
    answers, compared = so_far.answers, so_far.compared
    some = answers.several
    if not some.any():
        return {"recovered": compared.gained}
    answer = ~answers.reversal & ~answers.undecided & (answers.kind == AnswerKind.PRICED) & ~compared.again
    final = compared.compared & compared.alone & ~compared.twice
    line = combine(answers.line, so_far.billed.lines.payer)
    allowed = so_far.remits["allowed"].to_numpy()
    later = recovered(line, answers.order, allowed, compared.expected, answer & some, final & some)
    return {"recovered": compared.gained + later}


def recovered(item: Ints, order: Ints, allowed: Ints, expected: Ints, answer: Mask, final: Mask) -> Ints:
    """What the final answer allows above the first underpaid one, on the final answer's place.

    `answer` marks answers that allowed something (reversed ones too), `final` those that count; `expected` is known
    on the final ones.
    """
    gained = np.zeros(len(item), dtype="int64")
    rows = np.flatnonzero(answer)
    ends = np.flatnonzero(final)
    if not rows.size or not ends.size:
        return gained
    due = dict(zip(item[ends].tolist(), zip(ends.tolist(), expected[ends].tolist(), strict=True), strict=True))
    seen: set[int] = set()
    for row in rows[np.argsort(order[rows], kind="stable")].tolist():
        of = int(item[row])
        if of in seen or of not in due:
            continue
        end, right = due[of]
        if row != end and order[row] < order[end] and allowed[row] < right:
            seen.add(of)
            gained[end] = allowed[end] - allowed[row]
    return gained


RECOVERED = FindingKind(
    columns=(cents("recovered", "What later answers and instalments added to the first underpaid one."),), find=_find
)
