"""Several procedures on one day: ranked by fee over the whole visit, each paid its rank's percent."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Ints, Rows, fraction
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.rules.endoscopy import FAMILY, families, of_family
from medoffice_xl.contracts.rules.ranks import first_ranks, procedures, ranks, several
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Status

NAME = "Several procedures"
SOURCE = (
    "CMS, RVU25D, multiple procedure indicators 1, 2 and 3; ranked by fee, not by line; each unit is a procedure; "
    "add-on codes are exempt"
)
RANKED = ("1", "2", FAMILY)


def applies(sheet: PriceSheet) -> Mask:
    """Procedures of a visit that has another one, where the contract has steps."""
    mask = np.zeros(len(sheet.lines), dtype=bool)
    stepped = np.array([bool(steps) for steps, _ in sheet.book.terms.steps], dtype=bool)
    if not stepped.any():
        return mask
    rows = np.flatnonzero(sheet.priced() & stepped[sheet.contract] & _is_procedure(sheet))
    if rows.size:
        mask[rows[several(sheet.lines.visit[rows], _counts(sheet, rows))]] = True
    return mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Percents by rank. A family of endoscopies is ranked as one procedure, by its total."""
    amounts, counts = sheet.amounts.cents(rows), _counts(sheet, rows)
    procedure = _procedures(sheet, rows)
    _, first, place = np.unique(procedure, return_index=True, return_inverse=True)
    totals = np.bincount(place, weights=amounts).astype("int64") * 1_000_000 // counts[first]
    rank = first_ranks(sheet.lines.visit[rows][first], totals, counts[first])[place]
    for contract in np.unique(sheet.contract[rows]):
        own = sheet.contract[rows] == contract
        _pay_ranks(sheet, rows[own], rank[own], counts[own], *sheet.book.terms.steps[contract])


def _pay_ranks(sheet: PriceSheet, rows: Rows, rank: Ints, counts: Ints, steps: list[float], by_report: bool) -> None:
    """Each line gets the mean of the percents of its procedures, which follow each other from `rank` on."""
    for place, count in np.unique(np.stack([rank, counts]), axis=1).T.tolist():
        own = rows[(rank == place) & (counts == count)]
        if place + count > len(steps) and by_report:
            sheet.stop(own, Status.BY_REPORT)
            continue
        share = sum(fraction(steps[min(one, len(steps) - 1)] / 100) for one in range(place, place + count)) / count
        sheet.amounts.multiply(own, share.numerator, share.denominator)


def _counts(sheet: PriceSheet, rows: Rows) -> Ints:
    """How many procedures each line is: one for a contract's family of endoscopies, and where only a 51 tells."""
    if not len(sheet.book.medicare.codes):
        return np.ones(len(rows), dtype="int64")
    return np.where(of_family(sheet, rows), 1, procedures(sheet, rows))


def _is_procedure(sheet: PriceSheet) -> Mask:
    """By Medicare's indicator; without its file, the lines billed with 51 and the visit's highest other line."""
    unmarked = ~sheet.has(BITS["51"])
    if len(sheet.book.medicare.codes):
        return sheet.indicated("mult", *RANKED) & ~sheet.indicated("global_days", "ZZZ")
    marked = ~unmarked
    if not marked.any():
        return marked
    visits = np.isin(sheet.lines.visit, sheet.lines.visit[marked]) & unmarked & sheet.priced()
    rows = np.flatnonzero(visits)
    if rows.size:
        marked[rows[ranks(sheet.lines.visit[rows], sheet.amounts.cents(rows)) == 0]] = True
    return marked


def _procedures(sheet: PriceSheet, rows: Rows) -> Ints:
    """A number for each procedure: alike within a family of endoscopies, else the line's own."""
    number = rows.astype("int64").copy()
    scopes = np.flatnonzero(of_family(sheet, rows))
    if scopes.size:
        number[scopes] = -1 - families(sheet, rows[scopes])
    return number
