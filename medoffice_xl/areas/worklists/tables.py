"""What people say of the claims they work, and what working each kind takes. No import changes either."""

from medoffice_xl.tables.schema import Table, day, number, rate, text

OPEN, PENDED, ESCALATED, DONE = "open", "pended", "escalated", "done"

WORKLIST = Table(
    name="worklist",
    sheet="Work notes",
    excel_name="tblWorkNotes",
    doc="What was done about a claim and who does it, one row a claim. pended: waits until Follow up; escalated: with "
    "somebody else; done: nothing more is to be done, whatever the balance says.",
    key=("claim_id",),
    columns=(
        text("claim_id", "Worked claim", "The practice's claim id.", required=True, width=14),
        text("status", "Work status", "How far it is.", required=True, choices=(OPEN, PENDED, ESCALATED, DONE),
             width=11),
        text("owner", "Worked by", "Who works it; empty is whoever has time.", width=16),
        day("follow_up", "Follow up", "Day on which to look again."),
        day("contacted", "Last contact", "Day of the last call, letter or portal look-up."),
        text("note", "Work note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip

WORK_KINDS = Table(
    name="work_kinds",
    sheet="Work kinds",
    excel_name="tblWorkKinds",
    doc="What working a claim takes that is not denied, by kind, and which share is usually paid. Denials have theirs "
    "on Denial groups.",
    key=("kind",),
    columns=(
        text("kind", "Kind of work", "Underpaid, No answer or Patient balance.", required=True, width=18),
        number("minutes", "Minutes each", "What one takes.", required=True, width=9),
        rate("recovery", "Share paid", "Share of what is expected that is usually paid.", required=True, width=9),
        text("what_to_do", "Next step", "What to do.", required=True, width=60),
        text("source", "From", "Where minutes and share come from.", width=40, counts=False),
    ),
)  # fmt: skip
