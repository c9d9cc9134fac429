"""The tables of the practice: their shapes, and the way between cells and frames."""

from collections.abc import Mapping

from medoffice_xl.tables.accounts import ACCOUNTS
from medoffice_xl.tables.all_tables import AllTables
from medoffice_xl.tables.anesthesia import BASE_UNITS
from medoffice_xl.tables.appointments import APPOINTMENTS, SESSIONS, STATUSES
from medoffice_xl.tables.benchmarks import BENCHMARKS
from medoffice_xl.tables.budget import (
    BUDGET_AMOUNTS,
    BUDGET_NOTES,
    BUDGET_TABLES,
    BUDGET_VISITS,
    CASH,
    CLOSED_MONTHS,
)
from medoffice_xl.tables.charge_master import CHARGE_MASTER
from medoffice_xl.tables.charges import CHARGES
from medoffice_xl.tables.contracts import CONTRACTS
from medoffice_xl.tables.conversion_factors import CONVERSION_FACTORS
from medoffice_xl.tables.costs import COSTS
from medoffice_xl.tables.denial_groups import DENIAL_GROUPS, DENIAL_REASONS
from medoffice_xl.tables.drug_prices import DRUG_PRICES
from medoffice_xl.tables.export_columns import EXPORT_COLUMNS
from medoffice_xl.tables.fee_schedules import FEE_SCHEDULES
from medoffice_xl.tables.frames import cells_from_frame, empty_frame, frame_from_cells
from medoffice_xl.tables.general_ledger import LEDGER, TRIAL_BALANCES
from medoffice_xl.tables.gpci import GPCI, LOCALITIES
from medoffice_xl.tables.import_log import IMPORTS
from medoffice_xl.tables.mpfs import MPFS, OPPS_CAPS
from medoffice_xl.tables.payables import BILL_PAYMENTS, BILLS, FILINGS, PAYABLES_TABLES, VENDORS
from medoffice_xl.tables.payers import PAYERS
from medoffice_xl.tables.payments import PAYMENTS
from medoffice_xl.tables.places import PLACES
from medoffice_xl.tables.problem_log import PROBLEMS
from medoffice_xl.tables.prompt_pay_laws import PROMPT_PAY_LAWS
from medoffice_xl.tables.provider_adjustments import PROVIDER_ADJUSTMENTS
from medoffice_xl.tables.providers import PROVIDERS
from medoffice_xl.tables.reason_codes import REASON_CODES
from medoffice_xl.tables.remits import REMITS
from medoffice_xl.tables.remittances import REMITTANCES
from medoffice_xl.tables.schema import Column, Kind, Table
from medoffice_xl.tables.staff import HOURS, PAY_TOTALS, STAFF, STAFF_TABLES, VACANCIES
from medoffice_xl.tables.thresholds import THRESHOLDS
from medoffice_xl.tables.unit_limits import UNIT_LIMITS

SCHEMA_VERSION = "2"
"""Version of these shapes; a workbook carries it as its custom property `medoffice_xl schema`."""

TABLES: Mapping[str, Table] = AllTables(
    (
        CHARGES,
        PAYMENTS,
        REMITS,
        REMITTANCES,
        PROVIDER_ADJUSTMENTS,
        PAYERS,
        FEE_SCHEDULES,
        CONTRACTS,
        CHARGE_MASTER,
        COSTS,
        ACCOUNTS,
        LEDGER,
        TRIAL_BALANCES,
        *BUDGET_TABLES,
        *PAYABLES_TABLES,
        *STAFF_TABLES,
        PROVIDERS,
        APPOINTMENTS,
        SESSIONS,
    ),
    (
        MPFS,
        GPCI,
        LOCALITIES,
        CONVERSION_FACTORS,
        BASE_UNITS,
        OPPS_CAPS,
        DRUG_PRICES,
        UNIT_LIMITS,
        PLACES,
        PROMPT_PAY_LAWS,
        REASON_CODES,
        DENIAL_REASONS,
        DENIAL_GROUPS,
        STATUSES,
        BENCHMARKS,
        THRESHOLDS,
        PROBLEMS,
        IMPORTS,
        EXPORT_COLUMNS,
    ),
)
"""Every table by its name: everybody's, then those of the areas, then published references and logs."""

__all__ = [
    "ACCOUNTS",
    "APPOINTMENTS",
    "BASE_UNITS",
    "BENCHMARKS",
    "BILLS",
    "BILL_PAYMENTS",
    "BUDGET_AMOUNTS",
    "BUDGET_NOTES",
    "BUDGET_VISITS",
    "CASH",
    "CHARGES",
    "CHARGE_MASTER",
    "CLOSED_MONTHS",
    "CONTRACTS",
    "CONVERSION_FACTORS",
    "COSTS",
    "DENIAL_GROUPS",
    "DENIAL_REASONS",
    "DRUG_PRICES",
    "EXPORT_COLUMNS",
    "FEE_SCHEDULES",
    "FILINGS",
    "GPCI",
    "HOURS",
    "IMPORTS",
    "LEDGER",
    "LOCALITIES",
    "MPFS",
    "OPPS_CAPS",
    "PAYERS",
    "PAYMENTS",
    "PAY_TOTALS",
    "PLACES",
    "PROBLEMS",
    "PROMPT_PAY_LAWS",
    "PROVIDERS",
    "PROVIDER_ADJUSTMENTS",
    "REASON_CODES",
    "REMITS",
    "REMITTANCES",
    "SCHEMA_VERSION",
    "SESSIONS",
    "STAFF",
    "STATUSES",
    "TABLES",
    "THRESHOLDS",
    "TRIAL_BALANCES",
    "UNIT_LIMITS",
    "VACANCIES",
    "VENDORS",
    "Column",
    "Kind",
    "Table",
    "cells_from_frame",
    "empty_frame",
    "frame_from_cells",
]
