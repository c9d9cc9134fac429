"""The tables that a pricing formula needs and does not name: the ones of the workbook that were loaded last.

A formula such as FEE_EXPECTED would otherwise take a dozen tables. Compiled rulebooks and checks are kept by the
handles they were made from, so that a changed table makes a new one and an unchanged one costs nothing.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import pandas as pd

from medoffice_xl.cells.handles import latest, table_from
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.contracts.rulebook import Rulebook, compile_rulebook
from medoffice_xl.contracts.vouchers import CHECKED, PRICING
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.unchanging import remembered
from medoffice_xl.tables import TABLES

KEPT = 4
"""Rulebooks, and checks, kept at a time."""

T = TypeVar("T")

_kept: "OrderedDict[Hashable, Any]" = OrderedDict()


def table(name: str, given: Any = None) -> pd.DataFrame | None:
    """The table given as a handle or a range, or else the one loaded last; None where there is none."""
    found = given if given is not None else latest(name)
    return None if isinstance(found, str) and not found else table_from(found, TABLES[name])


def needed(name: str, given: Any = None) -> pd.DataFrame:
    """The table, or NoData with what to do."""
    frame = table(name, given)
    if frame is None:
        raise NoData(f"The table {TABLES[name].sheet} has not been loaded. Press Refresh.")
    return frame


def rulebook(contracts: Any = None, fee_schedules: Any = None) -> Rulebook:
    """The rulebook of the tables given or loaded last."""
    given = {"contracts": contracts, "fee_schedules": fee_schedules}
    return _once(
        ("rulebook", *_names(PRICING, given)),
        lambda: compile_rulebook(**{name: table(name, given.get(name)) for name in PRICING}),
    )


def reason_codes() -> ReasonCodes:
    """The list of reason codes that was loaded last."""
    return ReasonCodes.of(table("reason_codes"))


def book_of(contracts: Any, fee_schedules: Any, mpfs: Any, gpci: Any, *payers: Any) -> Rulebook:
    """The rulebook of frames, compiled once for tables behind handles; with the payer list, where it is given."""
    return remembered(_compiled, contracts, fee_schedules, mpfs, gpci, *payers)


def _compiled(contracts: Any, fee_schedules: Any, mpfs: Any, gpci: Any, payers: Any = None) -> Rulebook:
    return compile_rulebook(contracts, fee_schedules, payers, mpfs=mpfs, gpci=gpci)


def checked(remits: Any = None, contracts: Any = None, fee_schedules: Any = None) -> pd.DataFrame:
    """The checked lines of the remittances given or loaded last."""
    given = {"contracts": contracts, "fee_schedules": fee_schedules, "remits": remits}
    return _once(
        ("checked", *_names(CHECKED, given)),
        lambda: _check(needed("remits", remits), rulebook(contracts, fee_schedules)),
    )


def medicare_tables(mpfs: Any = None, gpci: Any = None) -> MedicareTables:
    """Medicare's files that were given or loaded last."""
    return MedicareTables(needed("mpfs", mpfs), table("gpci", gpci), table("conversion_factors"))


def _check(remits: pd.DataFrame, book: Rulebook) -> pd.DataFrame:
    return checked_lines(remits, check(remits, book, table("charges")), book)


def _names(names: tuple[str, ...], given: dict[str, Any]) -> list[Hashable]:
    """What a result was made from: handles are kept by their text, ranges are never the same twice."""
    made = [given.get(name) if given.get(name) is not None else latest(name) for name in names]
    return [one if isinstance(one, str) else object() for one in made]


def _once(key: Hashable, make: Callable[[], T]) -> T:
    if key not in _kept:
        _kept[key] = make()
        while len(_kept) > 2 * KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return cast("T", _kept[key])
