"""Which tables belong together: the sets that are everybody's; an area declares its own in its manifest.

A set is declared once. Its cell function, its handle on the hidden sheet, the name that points at it, its help and the
first argument of every function that reads from it come from the declaration.
"""

from dataclasses import dataclass

from medoffice_xl.tables import (
    ACCOUNTS,
    APPOINTMENTS,
    BASE_UNITS,
    BILL_PAYMENTS,
    BILLS,
    BUDGET_AMOUNTS,
    BUDGET_NOTES,
    BUDGET_VISITS,
    CASH,
    CHARGE_MASTER,
    CHARGES,
    CLOSED_MONTHS,
    CONTRACTS,
    CONVERSION_FACTORS,
    COSTS,
    DENIAL_GROUPS,
    DENIAL_REASONS,
    DRUG_PRICES,
    FEE_SCHEDULES,
    FILINGS,
    GPCI,
    HOURS,
    LEDGER,
    MPFS,
    OPPS_CAPS,
    PAY_TOTALS,
    PAYERS,
    PAYMENTS,
    PLACES,
    PROMPT_PAY_LAWS,
    PROVIDERS,
    REASON_CODES,
    REMITS,
    REMITTANCES,
    SESSIONS,
    STAFF,
    STATUSES,
    THRESHOLDS,
    TRIAL_BALANCES,
    UNIT_LIMITS,
    VACANCIES,
    VENDORS,
    Table,
)
from medoffice_xl.tables.appeals import APPEALS
from medoffice_xl.tables.patient_accounts import PATIENT_STEPS, PAYMENT_PLANS, PLACEMENTS, STATEMENTS
from medoffice_xl.tables.proposed_rates import PROPOSED_RATES


@dataclass(frozen=True, slots=True)
class TableSet:
    """Tables that one handle stands for. `name` is what formulas call them; `doc` says what they are."""

    name: str
    doc: str
    own: tuple[Table, ...]
    includes: "tuple[TableSet, ...]" = ()

    @property
    def tables(self) -> dict[str, Table]:
        """All tables of the set by their names, those of the sets it includes last."""
        found = {table.name: table for table in self.own}
        for other in self.includes:
            found |= other.tables
        return found

    @property
    def function(self) -> str:
        """The cell function that makes such a set of ranges: PRACTICE."""
        return self.name.upper()


PRICING = TableSet(
    "Pricing",
    "all that prices or judges a line: contracts, rates, Medicare's tables, payers, providers, limits, thresholds",
    (
        CONTRACTS,
        FEE_SCHEDULES,
        PROPOSED_RATES,
        CHARGE_MASTER,
        PAYERS,
        PROVIDERS,
        MPFS,
        GPCI,
        CONVERSION_FACTORS,
        BASE_UNITS,
        OPPS_CAPS,
        DRUG_PRICES,
        UNIT_LIMITS,
        PROMPT_PAY_LAWS,
        PLACES,
        REASON_CODES,
        THRESHOLDS,
    ),
)

PRACTICE = TableSet(
    "Practice",
    "what the practice did and was paid: charges, payments, remittances and costs, with all of Pricing",
    (CHARGES, PAYMENTS, REMITS, REMITTANCES, COSTS),
    (PRICING,),
)

ACCESS = TableSet(
    "Access",
    "who was to be seen when: appointments, what their statuses count as, and sessions, with all of Practice",
    (APPOINTMENTS, STATUSES, SESSIONS),
    (PRACTICE,),
)

OF_STAFF = TableSet(
    "Staff",
    "who works here: staff, paid hours, vacancies and totals of pay, with all of Access and Practice",
    (STAFF, HOURS, VACANCIES, PAY_TOTALS),
    (ACCESS,),
)

BUDGET = TableSet(
    "Budget",
    "the practice's own money: its accounts, ledger, budget, cash and closed months, with all of Staff, Access and "
    "Practice",
    (ACCOUNTS, LEDGER, TRIAL_BALANCES, BUDGET_AMOUNTS, BUDGET_VISITS, CASH, CLOSED_MONTHS, BUDGET_NOTES),
    (OF_STAFF,),
)

PAYABLES = TableSet(
    "Payables",
    "what the practice owes and has paid: vendors, bills, their payments and filings, with all of Budget",
    (VENDORS, BILLS, BILL_PAYMENTS, FILINGS),
    (BUDGET,),
)

DENIALS = TableSet(
    "Denials",
    "what is known of denials: the groups of their causes, what is done about each, and appeals, with all of Practice",
    (DENIAL_REASONS, DENIAL_GROUPS, APPEALS),
    (PRACTICE,),
)

PATIENTS = TableSet(
    "Patients",
    "what patients were asked for and agreed to: statements, payment plans, placements, with all of Practice",
    (STATEMENTS, PAYMENT_PLANS, PLACEMENTS, PATIENT_STEPS),
    (PRACTICE,),
)

EVERYBODYS = (PRICING, PRACTICE, ACCESS, OF_STAFF, BUDGET, PAYABLES, DENIALS, PATIENTS)
"""The sets that no area owns; one that includes another stands after it."""
