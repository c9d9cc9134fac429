"""Lines that are one service: both sides on two lines, or units cut over several, are priced as the one they are."""

from dataclasses import replace

import numpy as np

from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.modifiers import BITS, DISTINCT, SIDES
from medoffice_xl.row_keys import combine, numbered


def merged_lines(lines: Lines, adjudication: Ints) -> tuple[Lines, Ints]:
    """The services, and for each line the place of its service.

    Lines of one adjudication of a claim (`adjudication` is alike for them) with the same code, day and modifiers but
    for the side are one service, unless a modifier such as 59 or 76 says that each stands for itself.
    """
    alike = lines.mods & ~(SIDES | BITS["50"])
    kinds, _ = numbered(alike)
    key = combine(adjudication, lines.code, lines.day, kinds)
    apart = np.flatnonzero(lines.mods & DISTINCT)
    service, count = numbered(key)
    if apart.size:
        service[apart] = count + np.arange(apart.size)
        service, count = numbered(service)
    if count == len(lines):
        return lines, service
    first = firsts(service)
    mods = np.zeros(count, dtype="int64")
    np.bitwise_or.at(mods, service, lines.mods)
    merged = replace(
        lines.take(first),
        units=np.bincount(service, weights=lines.units, minlength=count).astype("int64"),
        charge=np.bincount(service, weights=lines.charge, minlength=count).astype("int64"),
        mods=mods,
    )
    return merged, service


def firsts(service: Ints) -> Rows:
    """Place of the first line of each service; services are numbered in the order in which they appear."""
    if not len(service):
        return np.zeros(0, dtype="int64")
    return np.flatnonzero(np.r_[True, service[1:] > np.maximum.accumulate(service)[:-1]])
