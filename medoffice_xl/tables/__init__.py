"""The tables of the practice: their shapes, and the way between cells and frames."""

from medoffice_xl.tables.benchmarks import BENCHMARKS
from medoffice_xl.tables.charges import CHARGES
from medoffice_xl.tables.fee_schedules import FEE_SCHEDULES
from medoffice_xl.tables.frames import cells_from_frame, empty_frame, frame_from_cells
from medoffice_xl.tables.import_log import IMPORTS
from medoffice_xl.tables.payers import PAYERS
from medoffice_xl.tables.payments import PAYMENTS
from medoffice_xl.tables.problem_log import PROBLEMS
from medoffice_xl.tables.remits import REMITS
from medoffice_xl.tables.remittances import REMITTANCES
from medoffice_xl.tables.schema import Column, Kind, Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        CHARGES,
        PAYMENTS,
        REMITS,
        REMITTANCES,
        PAYERS,
        FEE_SCHEDULES,
        BENCHMARKS,
        PROBLEMS,
        IMPORTS,
    )
}

__all__ = [
    "BENCHMARKS",
    "CHARGES",
    "FEE_SCHEDULES",
    "IMPORTS",
    "PAYERS",
    "PAYMENTS",
    "PROBLEMS",
    "REMITS",
    "REMITTANCES",
    "TABLES",
    "Column",
    "Kind",
    "Table",
    "cells_from_frame",
    "empty_frame",
    "frame_from_cells",
]
