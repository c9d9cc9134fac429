"""What can be done by a click: the ribbon's buttons, the menu of LibreOffice and the help page come from here.

An area's own buttons stand in its manifest; here are those that are everybody's. A host runs an action by its `id`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One button. `image` is an Office icon id, `keytip` one to three letters, unique on the tab.

    `runner` is what a live workbook runs: `module.function` among the Excel host's modules, imported at the click,
    since a report need not wait for the readers of files; empty for the report of the same name as the button's id.
    What `writes` into the workbook is refused in a read-only copy of it.
    """

    id: str
    group: str
    label: str
    image: str
    keytip: str
    screentip: str
    supertip: str
    large: bool = False
    runner: str = ""
    writes: bool = True


GROUPS = ("Figures", "Bring in", "Reports", "Contracts", "Understand")
"""The groups of the ribbon, from left to right."""

FIRST_ACTIONS: tuple[Action, ...] = (
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
        runner="import_files.run",
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
        runner="import_files.run_medicare",
    ),
    Action(
        "refresh",
        "Figures",
        "Refresh",
        "RefreshAll",
        "R",
        "Refresh every figure",
        "Loads the tables again and recalculates every formula of this workbook.",
        True,
        runner="refresh.run",
        writes=False,
    ),
    Action(
        "apply_accounts",
        "Bring in",
        "Apply accounts",
        "CalculateSheet",
        "B",
        "Costs from ledger and accounts",
        "Makes the sheet Costs anew from Ledger, once you have filled in on Accounts what each account is for and "
        "which share of it is fixed.",
        runner="apply_accounts.run",
    ),
)
"""The buttons that refresh the figures and bring data in."""

LAST_ACTIONS: tuple[Action, ...] = (
    Action(
        "explain",
        "Understand",
        "Explain this cell",
        "Help",
        "E",
        "Explain this cell",
        "Shows what the selected figure was made of, its definition with its source, and the rows behind it.",
        True,
        runner="explain.run",
        writes=False,
    ),
    Action(
        "problems",
        "Understand",
        "Problems",
        "ReviewTrackChanges",
        "P",
        "Problems",
        "Goes to the sheet that lists what was found while reading files, and what to do about it.",
        runner="problems.run",
        writes=False,
    ),
)
"""The buttons that help to understand what is there."""
