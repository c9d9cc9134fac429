"""The professional and technical parts of a line's fee, for the rules that reduce one of them."""

import numpy as np

from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.medicare_base import unit_nanos
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.rules.ranks import ranks
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
    """Pay the contract's share of a part for all lines of a group but the one whose part is highest."""
    agreed = sheet.agreed(share)[rows]
    rows, groups = rows[agreed], groups[agreed]
    nanos = part_nanos(sheet, rows, part)
    rows, groups, nanos = rows[nanos > 0], groups[nanos > 0], nanos[nanos > 0]
    if not rows.size:
        return
    lower = ranks(groups, nanos) > 0
    of = sheet.book.terms.shares[share]
    contract = sheet.contract[rows[lower]]
    bottom = of.bottom[contract]
    cut = -(-nanos[lower] * (bottom - of.top[contract]) // bottom)
    sheet.amounts.take_off(rows[lower], cut)
