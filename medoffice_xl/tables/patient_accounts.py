"""What was sent to patients who owe, what they agreed to pay when, and which accounts an agency has."""

from medoffice_xl.tables.schema import Table, day, money, rate, text, whole

STATEMENTS = Table(
    name="patient_statements",
    sheet="Patient statements",
    excel_name="tblPatientStatements",
    doc="Statements sent to patients, one row each. One counts for what the patient owed on its day; several of an "
    "account and day count as one.",
    key=("statement_account", "sent_on", "statement_number"),
    columns=(
        text("statement_account", "Statement account", "The patient's account number, as on Charges.", required=True,
             width=14),
        day("sent_on", "Statement sent", "Day it was sent.", required=True),
        money("asked", "Statement amount", "What it asked for."),
        text("sent_by", "Statement by", "mail, email, portal, text message, in person.", width=14),
        text("statement_number", "Statement number", "Its number, where the system that sent it gives one.", width=14),
    ),
)  # fmt: skip

WITHDRAWN = "withdrawn"
"""Column of a list of statements that is no column of the table: whether one was not sent, came back or is a receipt,
so that it leaves the table where it stands there."""

PAYMENT_PLANS = Table(
    name="payment_plans",
    sheet="Payment plans",
    excel_name="tblPaymentPlans",
    doc="What patients agreed to pay by the month, one row a plan. Instalments are due on the same day of each month, "
    "the last one is the rest; what the patient paid since is taken for them in their order.",
    key=("plan_account", "agreed_on"),
    columns=(
        text("plan_account", "Plan account", "The patient's account number, as on Charges.", required=True, width=14),
        day("agreed_on", "Agreed on", "Day of the agreement; what is paid from then on, for services up to it, counts.",
            required=True),
        money("plan_total", "Plan total", "What is to be paid in all.", required=True),
        money("instalment", "Instalment", "What is due each month.", required=True),
        day("first_due", "First due", "Day of the first instalment.", required=True),
        day("plan_ended", "Plan ended", "Day on which it was given up or agreed anew. Empty: it runs."),
        text("plan_note", "Plan note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

PLACEMENTS = Table(
    name="placements",
    sheet="Placements",
    excel_name="tblPlacements",
    doc="Accounts given to a collections agency, one row a placement. What the patient pays from then on, for services "
    "up to then, is what the agency recovered.",
    key=("placed_account", "placed_on"),
    columns=(
        text("placed_account", "Placed account", "The patient's account number, as on Charges.", required=True,
             width=14),
        day("placed_on", "Placed on", "Day it was given to the agency.", required=True),
        text("agency", "Agency", "Who collects it.", required=True, width=24),
        money("placed_amount", "Placed", "What was owed then.", required=True),
        rate("fee", "Agency's fee", "Share of what is recovered that the agency keeps.", required=True, width=10),
        day("recalled_on", "Taken back on", "Day the account was taken back. Empty: the agency has it."),
        text("placement_note", "Placement note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

PATIENT_STEPS = Table(
    name="patient_steps",
    sheet="Patient steps",
    excel_name="tblPatientSteps",
    doc="What comes next for a patient who owes, by the statements that were sent. Change the rows to the practice's "
    "own way; the last row whose statements were sent holds.",
    key=("statements",),
    columns=(
        whole("statements", "After statements", "So many were sent.", required=True, width=10),
        whole("wait", "Days to wait", "Days after the last of them, or after the patient came to owe.", required=True,
              width=9),
        text("step", "What comes next", "What to do then.", required=True, width=64),
        text("step_source", "Where from", "Who says so.", required=True, width=60, counts=False),
    ),
)  # fmt: skip
