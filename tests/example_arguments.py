"""One good call of every cell function, for the suites that run through the catalogue in a host.

A new function needs nothing here as long as its arguments go by the names and kinds below; otherwise add a line to
SPECIAL. Values are as a sheet holds them: a table is its headings and rows, a day is a datetime.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from practice_frames import frame
from practice_tables import as_cells, charges, payments, remits

from medoffice_xl.cells import CellFunction
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.tables import (
    CHARGES,
    CONTRACTS,
    FEE_SCHEDULES,
    GPCI,
    MPFS,
    PAYMENTS,
    REMITS,
    TABLES,
    Column,
    Kind,
)

AS_OF = datetime(2026, 6, 30)

# fmt: off
_CLAIMS = charges(
    {"claim_id": "C1", "dos": "2026-05-04", "post_date": "2026-05-05", "submit_date": "2026-05-06", "charge": 200,
     "code": "G0438"},
    {"claim_id": "C2", "dos": "2026-03-02", "post_date": "2026-03-04", "charge": 150, "payer": "Birch"},
    {"claim_id": "C3", "dos": "2026-06-15", "post_date": "2026-06-15", "charge": 100, "provider": "Able"},
    {"claim_id": "C4", "dos": "2025-11-03", "post_date": "2025-11-10", "charge": 300},
)
# fmt: on
_POSTED = payments(
    {"claim_id": "C1", "post_date": "2026-05-25", "amount": 120, "payer": "Acme"},
    {"claim_id": "C1", "post_date": "2026-05-25", "amount": 50, "kind": "contractual adjustment", "reason": "CO-45"},
    {"claim_id": "C4", "post_date": "2025-12-20", "amount": 180, "payer": "Acme"},
    {"claim_id": "C4", "post_date": "2026-01-05", "amount": 20, "kind": "patient payment", "payer": "Patient"},
)
_ANSWERS = remits(
    {
        **{"claim_id": "C1", "paid_date": "2026-05-25", "trace": "EFT1", "dos": "2026-05-04", "code": "G0438"},
        **{"charge": 200, "paid": 120, "allowed": 150, "contractual": 50, "patient_resp": 30, "coinsurance": 30},
        **{"adjustments": "CO-45:50.00; PR-2:30.00", "received": "2026-04-10"},
    },
    {
        **{"claim_id": "C2", "paid_date": "2026-04-10", "trace": "EFT2", "payer": "Birch", "claim_seq": 2},
        **{"charge": 150, "other_adj": 150, "adjustments": "OA-16:150.00", "dos": "2026-03-02", "code": "G0439"},
    },
)

_YEAR = {"year": 2026, "effective": "2026-01-01"}
_FROM = {"payer": "Acme", "effective": "2025-01-01"}

_ROWS_OF = {
    "charges": as_cells(CHARGES, _CLAIMS),
    "payments": as_cells(PAYMENTS, _POSTED),
    "remits": as_cells(REMITS, _ANSWERS),
    "contracts": as_cells(
        CONTRACTS,
        frame(
            CONTRACTS,
            {
                **{**_FROM, "method": "fee schedule", "termination": "2026-12-31"},
                **{"clean_claim_days": 30, "late_interest": 0.12},
            },
        ),
    ),
    "fee_schedules": as_cells(FEE_SCHEDULES, frame(FEE_SCHEDULES, {**_FROM, "code": "G0438", "rate": 155})),
    "mpfs": as_cells(
        MPFS,
        frame(MPFS, {**_YEAR, "code": "G0438", "status": "A", "work": 2.6, "pe_nf": 2, "mp": 0.2, "cf": 33.4009}),
    ),
    "gpci": as_cells(GPCI, frame(GPCI, {**_YEAR, "locality_key": "10112-00", "work": 1, "pe": 0.88, "mp": 0.57})),
}

_BY_NAME: Mapping[str, Any] = {
    "from_date": datetime(2026, 1, 1),
    "payer": "Acme",
    "code": "G0438",
    "pos": "11",
    "locality": "10112-00",
    "setting": "NF",
    "mods": "",
    "units": 1.0,
    "dos": datetime(2026, 5, 4),
    "charge": 200.0,
}
_BY_KIND: Mapping[Takes, Any] = {Takes.DATE: AS_OF, Takes.NUMBER: 1.0, Takes.WHOLE: 1.0, Takes.TEXT: "Acme"}

SPECIAL: Mapping[str, list[Any]] = {
    "EXPLAIN": ["AR_DAYS", _ROWS_OF["charges"], _ROWS_OF["payments"], AS_OF],
    "LOAD_TABLE": [_ROWS_OF["charges"]],
    "WHY": ["#N/A"],
}


def example_arguments(cell: CellFunction) -> list[Any]:
    """The arguments of one good call: all that are required, and every table, also where it may be left out."""
    if cell.name in SPECIAL:
        return SPECIAL[cell.name]
    given = [
        _example(argument) if not argument.optional or takes_table(argument) else None for argument in cell.arguments
    ]
    while given and given[-1] is None:
        given.pop()
    return given


def takes_table(argument: Argument) -> bool:
    """Whether a table belongs there; some arguments take a table or anything else."""
    return argument.takes is Takes.TABLE or argument.name in TABLES


def table_cells(name: str) -> list[list[Any]]:
    """A small table with its headings."""
    return _ROWS_OF.get(name) or [TABLES[name].headers, [_filled(column) for column in TABLES[name]]]


def _example(argument: Argument) -> Any:
    if takes_table(argument):
        return table_cells(argument.table or argument.name)
    value = _BY_NAME.get(argument.name, _BY_KIND.get(argument.takes))
    return [[value], [value]] if argument.takes is Takes.COLUMN else value


def _filled(column: Column) -> Any:
    if column.choices:
        return column.choices[0]
    kinds: Mapping[Kind, Any] = {Kind.TEXT: _BY_NAME.get(column.name, "x"), Kind.DATE: datetime(2026, 1, 1)}
    return kinds.get(column.kind, 1.0)
