"""The price of every line: the base of one unit, then one rule after the other, in the order CMS states.

A further rule is one file in `rules` and one line in ORDER.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType

import numpy as np
import numpy.typing as npt

from medoffice_xl.contracts.bases import set_bases
from medoffice_xl.contracts.contract_of_line import contract_of_line
from medoffice_xl.contracts.exact_amounts import Amounts, Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.rules import (
    assistant,
    bilateral,
    cosurgeon,
    direction,
    endoscopy,
    global_split,
    imaging,
    lesser_of_claim,
    lesser_of_line,
    multiple,
    non_participating,
    non_physician,
    reduced,
    technical,
    therapy,
    units,
)
from medoffice_xl.contracts.sheet import PriceSheet
from medoffice_xl.contracts.status import Status

ORDER: tuple[ModuleType, ...] = (
    non_participating,
    non_physician,
    assistant,
    cosurgeon,
    global_split,
    direction,
    bilateral,
    units,
    endoscopy,
    imaging,
    technical,
    therapy,
    multiple,
    reduced,
    lesser_of_line,
    lesser_of_claim,
)
"""Each has NAME, SOURCE, applies(sheet) and price(sheet, rows). Source of the order: CMS, RVU25D, payment policy
indicators; bilateral before multiple procedures, a family of endoscopies before its ranking with others."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one rule did to one line, in cents."""

    rule: str
    source: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Priced:
    """The outcome, parallel to the lines. `cents` counts where `status` is PRICED only.

    `below` is how far
    the charge is below the contract, where that caps the price. `steps` are kept for few lines only, when asked for.
    """

    cents: Ints
    status: Ints
    contract: Ints
    source: npt.NDArray[np.int8]
    below: Ints
    covered: Ints
    steps: Sequence[Sequence[Step]] = field(default=())


def price(lines: Lines, book: Rulebook, *, keep_steps: bool = False) -> Priced:
    """Price lines under a rulebook; exact to the cent, rounded half up once at the end."""
    contract, status = contract_of_line(lines, book)
    size = len(lines)
    sheet = PriceSheet(
        lines=lines,
        book=book,
        contract=contract,
        status=status,
        amounts=Amounts(np.zeros(size, dtype="int64")),
        whole=np.zeros(size, dtype=bool),
        covered=np.zeros(size, dtype="int64"),
        source=np.zeros(size, dtype="int8"),
        file_row=np.full(size, -1, dtype="int64"),
        below=np.zeros(size, dtype="int64"),
    )
    set_bases(sheet)
    steps: list[list[Step]] = [[] for _ in range(size)] if keep_steps else []
    for rule in ORDER:
        rows = np.flatnonzero(rule.applies(sheet))
        if not rows.size:
            continue
        before = sheet.amounts.cents() if keep_steps else None
        rule.price(sheet, rows)
        if before is not None:
            _note(steps, rule, before, sheet, rows)
    priced = sheet.status == Status.PRICED
    cents = np.where(priced, sheet.amounts.cents(), 0)
    return Priced(cents, sheet.status, contract, sheet.source, np.where(priced, sheet.below, 0), sheet.covered, steps)


def _note(steps: list[list[Step]], rule: ModuleType, before: Ints, sheet: PriceSheet, rows: Ints) -> None:
    after = sheet.amounts.cents()
    for row in rows.tolist():
        if before[row] != after[row]:
            steps[row].append(Step(rule.NAME, rule.SOURCE, int(before[row]), int(after[row])))
