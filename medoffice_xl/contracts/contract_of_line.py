"""The contract of each line: by payer, plan and day of service.

A carve-out comes before the contract as a whole: a row for places of service, before it one for codes, before both one
for codes in places; and a plan's own row before every plan's.
"""

import numpy as np

from medoffice_xl.contracts.codes import in_codes, read_places
from medoffice_xl.contracts.days import DAY_BITS, in_force_at
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.contracts.terms import Terms


def contract_of_line(lines: Lines, book: Rulebook) -> tuple[Ints, Ints]:
    """Row of the terms for each line (the last, blank one where there is none), and the line's status."""
    terms = book.terms
    contract = _wholes(lines, terms)
    places, codes = ~terms.has("places", ""), ~terms.has("codes", "")
    carved = np.flatnonzero(places | codes)
    for row in carved[np.lexsort((terms.plan[carved] > 0, places[carved], codes[carved]))]:
        _carve_out(lines, terms, int(row), contract)
    status = np.where(contract >= 0, Status.PRICED, Status.NO_CONTRACT).astype("int64")
    status[lines.payer < 0] = Status.NO_PAYER
    for first, second in book.clashes:
        both = np.isin(contract, (first, second))
        both &= lines.day >= max(terms.first[first], terms.first[second])
        both &= lines.day <= min(terms.last[first], terms.last[second])
        status[both] = Status.OVERLAP
    if terms.has("method", "capitation").any():
        capitated = (contract >= 0) & terms.has("method", "capitation")[contract]
        status[capitated & (status == Status.PRICED)] = Status.CAPITATED
    return np.where(contract >= 0, contract, terms.none), status


def whole_contracts(lines: Lines, terms: Terms) -> Ints:
    """Row of the terms of each line's contract as a whole, carve-outs left aside; the last, blank one without any."""
    contract = _wholes(lines, terms)
    return np.where(contract >= 0, contract, terms.none)


def _wholes(lines: Lines, terms: Terms) -> Ints:
    contract = np.full(len(lines), -1, dtype="int64")
    general = terms.has("places", "") & terms.has("codes", "")
    for by_plan in (False, True):
        rows = np.flatnonzero(general & ((terms.plan > 0) == by_plan))
        if rows.size:
            _by_day(lines, terms, rows, by_plan, contract)
    return contract


def _by_day(lines: Lines, terms: Terms, rows: Ints, by_plan: bool, contract: Ints) -> None:
    """The rows' contract in force on each line's day, all lines at once."""
    plans = len(terms.plans)
    slot = terms.payer[rows] * plans + terms.plan[rows]
    order = np.argsort((slot << DAY_BITS) | terms.first[rows], kind="stable")
    rows, slot = rows[order], slot[order]
    own = lines.payer * plans + (lines.plan if by_plan else 0)
    begun = np.searchsorted((slot << DAY_BITS) | terms.first[rows], (own << DAY_BITS) | lines.day, side="right") - 1
    begun[(lines.payer < 0) | (slot[begun] != own)] = -1
    place = in_force_at(slot, terms.last[rows], begun, lines.day)
    contract[place >= 0] = rows[place[place >= 0]]


def _carve_out(lines: Lines, terms: Terms, row: int, contract: Ints) -> None:
    """The lines that a row for certain codes, places of service or both is for."""
    hit = (lines.payer == terms.payer[row]) & (lines.day >= terms.first[row]) & (lines.day <= terms.last[row])
    codes, places = (str(terms.frame[name].iloc[row]) for name in ("codes", "places"))
    if codes:
        hit &= in_codes(codes, lines.codes.tolist())[lines.code]
    if places:
        hit &= np.isin(lines.places, read_places(places))[lines.place]
    if terms.plan[row]:
        hit &= lines.plan == terms.plan[row]
    contract[hit] = row
