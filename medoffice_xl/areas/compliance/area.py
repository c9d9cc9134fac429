"""What the area Fee compliance brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.compliance import appeals, inferred_schedule, page, remittance_check, voucher_check
from medoffice_xl.areas.compliance.pack import SECTIONS as PACK
from medoffice_xl.areas.compliance.to_do import TO_DO
from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import some_columns
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.sets import Tables
from medoffice_xl.tables import REMITS
from medoffice_xl.tables.appeals import APPEALS


def _remittance_check(practice: Practice) -> Page:
    lines = some_columns(practice.rows("remits"), REMITS, *remittance_check.NEEDED)
    return remittance_check.build(practice.table("remittances"), lines, practice.table("provider_adjustments"))


def _voucher_check(practice: Practice) -> Page:
    tables = tables_of(practice)
    book, rates = tables.shared(RULEBOOK), tables.get("fee_schedules")
    return voucher_check.build(tables.shared(CHECKED), _judged(tables, practice), book.reasons, rates)


def _underpaid_claims(practice: Practice) -> Page:
    return appeals.build(tables_of(practice).shared(CHECKED), practice.table("appeals"), practice.as_of)


def _inferred_rates(practice: Practice) -> Page:
    tables = tables_of(practice)
    return inferred_schedule.build(tables.shared(CHECKED), _judged(tables, practice))


def _judged(tables: Tables, practice: Practice) -> InForce:
    return tables.shared(RULEBOOK).thresholds.on(practice.as_of)


ACTIONS = (
    Action(
        "remittance_check",
        "Reports",
        "Check remittances",
        "AccountingFormat",
        "C",
        "Check remittances",
        "Every check or EFT that does not balance, every claim and line that does not, to the cent, "
        "and what was taken back or forwarded at provider level and is still open.",
        True,
    ),
    Action(
        "voucher_check",
        "Contracts",
        "Check vouchers",
        "DataValidation",
        "V",
        "Check vouchers against the contracts",
        "Every remitted line, priced under its contract: what was underpaid, by how much, why, and what the "
        "differences have in common.",
        True,
    ),
    Action(
        "underpaid_claims",
        "Contracts",
        "Underpaid claims",
        "SortDown",
        "U",
        "Underpaid claims, largest first",
        "The list to work: what each claim is short, how far the appeal is, and the days left for it. Status and note "
        "are kept on the sheet Appeals.",
        runner="underpaid_claims.run",
    ),
    Action(
        "appeal_letters",
        "Contracts",
        "Underpayment appeals",
        "EnvelopesAndLabelsDialog",
        "L",
        "Underpayment appeals",
        "One letter a payer as a Word document, with its claims and the clause of the contract, in the folder Appeals "
        "beside this workbook.",
        runner="appeal_letters.run",
    ),
    Action(
        "inferred_rates",
        "Contracts",
        "Inferred rates",
        "FindDialog",
        "F",
        "What payers usually allow",
        "The fee schedule that each payer's remittances show, with how sure each rate is: for payers whose contract "
        "is not at hand.",
    ),
)

AREA = Area(
    name="compliance",
    title="Fee compliance",
    duty="Payment vouchers checked to the cent, against themselves and against the contracts.",
    tables=(APPEALS,),
    reports={
        "remittance_check": _remittance_check,
        "voucher_check": _voucher_check,
        "underpaid_claims": _underpaid_claims,
        "inferred_rates": _inferred_rates,
    },
    report_sheets=("Remittance check", "Voucher check", "Underpaid claims", "Inferred rates"),
    actions=ACTIONS,
    to_do=TO_DO,
    pages=(page.PAGE,),
    pack=PACK,
)
