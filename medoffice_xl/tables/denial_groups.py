"""Denials by cause: which reason belongs to which group, what is done about each group; the practice may edit both."""

from medoffice_xl.tables.schema import Table, number, rate, text

DENIAL_REASONS = Table(
    name="denial_reasons",
    sheet="Denial reasons",
    excel_name="tblDenialReasons",
    doc="Which group of causes a denial belongs to, by its reason code (CARC). Where that group is Information, or the "
    "reason is not here, the first remark code (RARC) that is here decides.",
    key=("list", "code"),
    columns=(
        text("list", "Code list", "CARC or RARC.", required=True, choices=("CARC", "RARC"), width=9),
        text("code", "Denial code", "The code, without its group: 197.", required=True, width=10),
        text("group", "Denial group", "The group, as on Denial groups.", required=True, width=20),
    ),
)

DENIAL_GROUPS = Table(
    name="denial_groups",
    sheet="Denial groups",
    excel_name="tblDenialGroups",
    doc="The groups of causes: who could have prevented them, what to do, how many minutes one takes and which share "
    "is paid after all, where the practice has no history of its own yet.",
    key=("group",),
    columns=(
        text("group", "Cause", "Name of the group.", required=True, width=20),
        text("prevented_by", "Prevented by", "Who could have prevented it.", required=True,
             choices=("front desk", "billing office", "clinician", "nobody"), width=14),
        text("what_to_do", "What to do", "The next step, and how the next one is prevented.", required=True, width=72),
        number("minutes", "Minutes", "What working one of them takes.", required=True, width=9),
        rate("recovery", "Usually paid", "Share that is paid after all, until the practice's own answers tell.",
             required=True, width=9),
        text("source", "Source", "Where minutes and share come from.", width=40, counts=False),
    ),
)  # fmt: skip

UNGROUPED = "Other"
"""The group of a reason that nobody has put into one."""
