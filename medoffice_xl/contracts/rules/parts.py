"""The parts of a line's fee, for the rules that reduce one of them from the second procedure of the day on."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.medicare_base import unit_nanos
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.rules.ranks import procedures, ranks
from medoffice_xl.contracts.sheet import PriceSheet

PROFESSIONAL, TECHNICAL = 1, 2


def part_nanos(sheet: PriceSheet, rows: Rows, part: int) -> Ints:
    """Nano-dollars of one part of each line's unit; 0 where the line does not have it."""
    mods = sheet.lines.mods[rows]
    own = (mods & BITS["26" if part == PROFESSIONAL else "TC"]) > 0
    other = (mods & BITS["TC" if part == PROFESSIONAL else "26"]) > 0
    nanos = np.where(own, sheet.amounts.nanos[rows], 0)
    both = np.flatnonzero(~own & ~other & (sheet.file_row[rows] >= 0))
    medicare = sheet.book.medicare
    for contract in np.unique(sheet.contract[rows[both]]):
        mine = both[sheet.contract[rows[both]] == contract]
        code = medicare.index_of(sheet.lines.codes)[sheet.lines.code[rows[mine]]]
        year = int(sheet.book.terms.whole("rvu_year")[contract])
        release = medicare.release_of(sheet.lines.day[rows[mine]], year, "")
        row = medicare.row(release, code, np.full(len(mine), part, dtype="int64"))
        fee = unit_nanos(sheet, int(contract), rows[mine], np.maximum(row, 0))
        if fee is not None:
            nanos[mine] = np.where(row >= 0, fee, 0)
    return nanos


def reduce_part(sheet: PriceSheet, rows: Rows, part: int, share: str, groups: Ints) -> None:
    """Pay the contract's share of the professional or technical part for all procedures of a group but the highest."""
    agreed = sheet.agreed(share)[rows]
    rows, groups = rows[agreed], groups[agreed]
    nanos = part_nanos(sheet, rows, part)
    has = nanos > 0
    pay_one_in_full(sheet, rows[has], nanos[has], share, groups[has])


def pay_one_in_full(sheet: PriceSheet, rows: Rows, nanos: Ints, share: str, groups: Ints) -> None:
    """Pay the contract's share of a part, `nanos` a procedure, for all of a group's procedures but the highest."""
    if not rows.size:
        return
    of = sheet.book.terms.shares[share]
    contract = sheet.contract[rows]
    bottom = of.bottom[contract]
    counts = procedures(sheet, rows)
    reduced = counts - (ranks(groups, nanos) == 0)
    cut = -(-nanos * reduced * (bottom - of.top[contract]) // bottom)
    take_off_of_all(sheet, rows, cut, counts)


def take_off_of_all(sheet: PriceSheet, rows: Rows, nanos: Ints, counts: Ints) -> None:
    """Lower the amounts of lines of `counts` procedures each, by so much for all of them together."""
    sheet.amounts.nanos[rows] *= counts
    sheet.amounts.multiply(rows, 1, counts)
    sheet.amounts.take_off(rows, nanos)
