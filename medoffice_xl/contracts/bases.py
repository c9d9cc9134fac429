"""The price of one unit before any rule: the flat rate of the code, or what the contract's method makes of it.

Rate methods: percent of Medicare, the payer's conversion factor, percent of charges, case rate, per diem, ASP + percent
and anesthesia; a rate on Fee schedules comes before all of them.
"""

from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.contracts.days import DAY_BITS, FOREVER, days
from medoffice_xl.contracts.exact_amounts import Ints, Rows, scaled
from medoffice_xl.contracts.medicare_base import medicare_base
from medoffice_xl.contracts.medicare_rules import medicare_figures
from medoffice_xl.contracts.modifiers import BITS, COMPONENT
from medoffice_xl.contracts.schedule import INSTEAD
from medoffice_xl.contracts.sheet import PriceSheet
from medoffice_xl.contracts.status import Source, Status
from medoffice_xl.row_keys import combine
from medoffice_xl.tables.fee_schedules import BY_REPORT, NOT_COVERED


def set_bases(sheet: PriceSheet) -> None:
    """Fill the sheet's amounts with the price of one unit of each line, or its status with why there is none."""
    if (sheet.status == Status.PRICED).any():
        _flat(sheet)
    left = np.flatnonzero(sheet.priced() & (sheet.source == Source.NONE))
    if not left.size:
        return
    methods = sheet.terms_text("method")[left]
    for method, price in _METHODS.items():
        rows = left[methods == method]
        if rows.size:
            price(sheet, rows)
    _default(sheet)


def _flat(sheet: PriceSheet) -> None:
    found = sheet.book.schedule.find(sheet.lines)
    for basis, status in ((BY_REPORT, Status.BY_REPORT), (NOT_COVERED, Status.NOT_PAID)):
        sheet.stop(np.flatnonzero((found.nanos == INSTEAD[basis]) & sheet.priced()), status)
    hit = (found.nanos >= 0) & sheet.priced()
    sheet.amounts.nanos[hit] = found.nanos[hit]
    sheet.covered[hit] = found.covered[hit]
    sheet.source[hit] = Source.SCHEDULE


def _by_contract(sheet: PriceSheet, rows: Rows) -> list[tuple[int, Rows]]:
    of = sheet.contract[rows]
    return [(int(one), rows[of == one]) for one in np.unique(of)]


def _medicare(sheet: PriceSheet, rows: Rows) -> None:
    for contract, own in _by_contract(sheet, rows):
        medicare_base(sheet, contract, own)


def _unlisted(sheet: PriceSheet, rows: Rows) -> None:
    component = (sheet.lines.mods[rows] & COMPONENT) > 0
    sheet.stop(rows, Status.UNLISTED)
    sheet.stop(rows[component], Status.NOT_SPLIT)


def _of_charges(sheet: PriceSheet, rows: Rows) -> None:
    sheet.amounts.put_cents(rows, sheet.lines.charge[rows])
    sheet.multiply(rows, "percent")
    sheet.whole[rows] = True
    sheet.source[rows] = Source.CHARGES


def _case(sheet: PriceSheet, rows: Rows) -> None:
    """The first line of a claim under the contract gets the case rate; what else the claim has is in it."""
    _once(sheet, rows, sheet.lines.claim[rows])
    sheet.source[rows] = Source.CASE


def _per_diem(sheet: PriceSheet, rows: Rows) -> None:
    """The first line of a claim's day under the contract gets the day's rate; what else the day has is in it."""
    _once(sheet, rows, combine(sheet.lines.claim[rows], sheet.lines.day[rows]))
    sheet.source[rows] = Source.DAY


def _once(sheet: PriceSheet, rows: Rows, of: Ints) -> None:
    """The contract's amount on the first line of each group `of` that it pays as one; nothing on the others."""
    amount = sheet.book.terms.whole("amount")[sheet.contract[rows]]
    _, first = np.unique(combine(of, sheet.contract[rows]), return_index=True)
    cents = np.zeros(len(rows), dtype="int64")
    cents[first] = amount[first]
    sheet.amounts.put_cents(rows, cents)
    sheet.whole[rows] = True


def _drug(sheet: PriceSheet, rows: Rows) -> None:
    prices = sheet.book.drug_prices
    row = _dated(sheet, rows, prices["code"], prices["effective"], prices["end"])
    limit = scaled(prices["payment_limit"], 1_000_000)
    known = row >= 0
    known[known] = limit[row[known]] > 0
    sheet.stop(rows[~known], Status.UNLISTED)
    rows, row = rows[known], row[known]
    if not rows.size:
        return
    sheet.amounts.nanos[rows] = limit[row] * 1000
    limit_of_asp = medicare_figures()["drug_limit"]
    share = sheet.book.terms.shares["percent"]
    contract = sheet.contract[rows]
    top = (share.top[contract] + share.bottom[contract]) * limit_of_asp.denominator
    sheet.amounts.multiply(rows, top, share.bottom[contract] * limit_of_asp.numerator)
    sheet.source[rows] = Source.ASP


def _anesthesia(sheet: PriceSheet, rows: Rows) -> None:
    """(base units + minutes / 15, rounded to the contract's step) × conversion factor; units are minutes."""
    units = sheet.book.base_units
    row = _dated(sheet, rows, units["code"], units["effective"], None)
    sheet.stop(rows[row < 0], Status.UNLISTED)
    rows, row = rows[row >= 0], row[row >= 0]
    terms = sheet.book.terms
    for contract, own in _by_contract(sheet, rows):
        terms_row = terms.frame.iloc[contract]
        factor = _anesthesia_factor(sheet, terms_row, own)
        sheet.stop(own[factor == 0], Status.NOT_LOADED)
        base = scaled(units["base_units"], 10)[row[sheet.contract[rows] == contract]]
        step = 10 if pd.notna(terms_row["unit_step"]) and terms_row["unit_step"] >= 1 else 1
        minutes = sheet.lines.units[own]  # thousandths
        time = (minutes * 10 + 7500 * step) // (15_000 * step) * step  # tenths of a unit, half up
        directed = (sheet.lines.mods[own] & BITS["AD"]) > 0
        tenths = np.where(directed, 30, base + time)
        sheet.amounts.nanos[own] = tenths * factor * 10_000
        sheet.whole[own] = True
        sheet.source[own] = Source.ANESTHESIA


def _anesthesia_factor(sheet: PriceSheet, contract: "pd.Series[Any]", rows: Rows) -> Ints:
    """The contract's own factor, or Medicare's of the locality and day, in 1/10000."""
    if pd.notna(contract["factor"]):
        return np.full(len(rows), int(scaled([contract["factor"]], 10_000)[0]), dtype="int64")
    year = 0 if pd.isna(contract["cf_year"]) else int(contract["cf_year"])
    return sheet.book.medicare.dated_factor(
        "anesthesia", str(contract["program"]), str(contract["locality"]), year, sheet.lines.day[rows]
    )


def _dated(
    sheet: PriceSheet,
    rows: Rows,
    codes: "pd.Series[str]",
    firsts: "pd.Series[pd.Timestamp]",
    lasts: "pd.Series[pd.Timestamp] | None",
) -> Ints:
    """Row of a small dated table for each line's code and day; −1 where there is none."""
    known = pd.Index(codes.unique(), dtype="str")
    own = known.get_indexer(pd.Index(sheet.lines.codes, dtype="str"))[sheet.lines.code[rows]]
    keys = (known.get_indexer(pd.Index(codes, dtype="str")).astype("int64") << DAY_BITS) | days(firsts, 0)
    order = np.argsort(keys)
    place = np.searchsorted(keys[order], (own << DAY_BITS) | sheet.lines.day[rows], side="right") - 1
    row = np.where(place >= 0, order[np.maximum(place, 0)] if len(order) else -1, -1)
    right = (row >= 0) & (own >= 0)
    right[right] &= (keys[row[right]] >> DAY_BITS) == own[right]
    if lasts is not None:
        right[right] &= days(lasts, FOREVER)[row[right]] >= sheet.lines.day[rows][right]
    return np.where(right, row, -1)


def _default(sheet: PriceSheet) -> None:
    """A code without a rate is paid at the contract's default share of charges, where it has one."""
    rows = np.flatnonzero((sheet.status == Status.UNLISTED) & sheet.agreed("default_percent"))
    sheet.status[rows] = Status.PRICED
    sheet.amounts.put_cents(rows, sheet.lines.charge[rows])
    sheet.multiply(rows, "default_percent")
    sheet.whole[rows] = True
    sheet.source[rows] = Source.DEFAULT


_METHODS = {
    "% of Medicare": _medicare,
    "conversion factor": _medicare,
    "fee schedule": _unlisted,
    "% of charges": _of_charges,
    "case rate": _case,
    "per diem": _per_diem,
    "ASP + %": _drug,
    "anesthesia": _anesthesia,
}
