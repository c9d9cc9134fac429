"""What can be done by a click: the ribbon's buttons, the menu of LibreOffice and the help page come from here.

This is the catalogue only; a host's own module runs an action by its `id`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One button. `image` is an Office icon id, `keytip` one to three letters, unique on the tab."""

    id: str
    group: str
    label: str
    image: str
    keytip: str
    screentip: str
    supertip: str
    large: bool = False


ACTIONS: tuple[Action, ...] = (
    Action(
        "import_files",
        "Bring in",
        "Import files",
        "FileOpen",
        "I",
        "Import files",
        "Remittances (835), charge exports of the practice-management system and fee schedules. "
        "The kind of each file is recognised from its content; a file taken in before changes nothing.",
        True,
    ),
    Action(
        "import_medicare",
        "Bring in",
        "Import CMS fee schedule",
        "TableInsert",
        "M",
        "Import CMS fee schedule",
        "Medicare's published fee schedule (relative values, cost indices, anesthesia, OPPS caps), its anesthesia base "
        "units and its quarterly payment limits of drugs: the zips as CMS offers them, or their files. They price "
        "contracts that pay a percentage of Medicare, anesthesia, or drugs by ASP.",
    ),
    Action(
        "refresh",
        "Bring in",
        "Refresh",
        "RefreshAll",
        "R",
        "Refresh every figure",
        "Loads the tables again and recalculates every formula of this workbook.",
        True,
    ),
    Action(
        "remittance_check",
        "Reports",
        "Check remittances",
        "AccountingFormat",
        "C",
        "Check remittances",
        "Every check or EFT that does not balance, every claim and line that does not, to the cent, "
        "and what was taken back or forwarded at provider level.",
        True,
    ),
    Action(
        "open_receivables",
        "Reports",
        "Open A/R",
        "SortUp",
        "A",
        "Open receivables, oldest first",
        "Every claim that is still owed, by age and amount, with its payer: the follow-up list.",
    ),
    Action(
        "denials",
        "Reports",
        "Denials",
        "AdvancedFilterDialog",
        "D",
        "Denials",
        "Every denied service line with its reason, by payer and reason, with the charges at stake.",
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
    Action(
        "explain",
        "Understand",
        "Explain this cell",
        "Help",
        "E",
        "Explain this cell",
        "Shows what the selected figure was made of, its definition with its source, and the rows behind it.",
        True,
    ),
    Action(
        "problems",
        "Understand",
        "Problems",
        "ReviewTrackChanges",
        "P",
        "Problems",
        "Goes to the sheet that lists what was found while reading files, and what to do about it.",
    ),
)
