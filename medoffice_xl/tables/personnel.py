"""The tables of the Personnel workbook: what is personal, and stands in no other file.

They are no tables of PracticeManager: nothing reads them but what makes totals of them.
"""

from collections.abc import Sequence
from typing import Final

from medoffice_xl.tables.schema import Table, day, money, text, whole

_WHO = "As on the sheet People."

PEOPLE = Table(
    name="people",
    sheet="People",
    excel_name="tblPeople",
    doc="Everybody who works or worked here: number, name, role and how to reach them. Social security numbers and "
    "whole account numbers stay with payroll.",
    key=("employee",),
    columns=(
        text("employee", "Employee", "Number that payroll and PracticeManager know the person by.", required=True),
        text("name", "Name", "Name.", required=True, width=24),
        text("role", "Role", "Role, as on Staff of PracticeManager.", required=True, width=22),
        day("left", "Left on", "Last day of work; empty while the person works here."),
        text("phone", "Telephone", "Telephone.", width=16),
        text("address", "Address", "Where the person lives.", width=34),
        text("bank_ending", "Bank account ends in", "Last four digits of the account that pay goes to.", width=12),
        text("emergency", "Emergency contact", "Whom to call.", width=28, counts=False),
    ),
)  # fmt: skip

PAY = Table(
    name="pay",
    sheet="Pay",
    excel_name="tblPay",
    doc="What each person was paid, one row a paycheck: paste it from payroll's register.",
    key=("employee", "period_end", "gross"),
    columns=(
        text("employee", "Employee", _WHO, required=True),
        day("period_end", "Pay period to", "Last day of the pay period; it says the month.", required=True),
        day("paid_on", "Check date", "Day of the check."),
        money("gross", "Gross pay", "Dollars before taxes.", required=True),
        money("employer_taxes", "Employer's taxes", "What the practice pays on top."),
        money("benefits", "Benefits", "Insurance, retirement plan and the like, paid by the practice."),
    ),
)  # fmt: skip

APPLICANTS = Table(
    name="applicants",
    sheet="Applicants",
    excel_name="tblApplicants",
    doc="Who applied for which place. Keep applications for a year at least, whatever was decided (29 CFR 1602.14).",
    key=("applicant", "vacancy"),
    columns=(
        text("applicant", "Applicant", "Name.", required=True, width=24),
        text("vacancy", "Vacancy", "The place, as on Vacancies of PracticeManager.", required=True, width=20),
        day("applied", "Applied on", "Day the application came in.", required=True),
        text("source", "Heard through", "Advertisement, referral, agency.", width=18),
        day("interviewed", "Interviewed on", "Day of the interview."),
        text("interviewers", "Interviewed by", "Who took part.", width=20),
        text("references", "References", "Who was asked, and when.", width=30, counts=False),
        text("contact", "Contact", "Telephone or e-mail.", width=24, counts=False),
    ),
)  # fmt: skip

HIRING_DECISIONS = Table(
    name="hiring_decisions",
    sheet="Hiring decisions",
    excel_name="tblHiringDecisions",
    doc="What was decided of each applicant, why, and by whom: reasons that bear on the work alone.",
    key=("applicant", "vacancy"),
    columns=(
        text("applicant", "Applicant", "As on Applicants.", required=True, width=24),
        text("vacancy", "Vacancy", "The place.", required=True, width=20),
        text("decision", "Decision", "What was decided.", required=True,
             choices=("hired", "offer declined", "not hired", "withdrew"), width=14),
        day("decided", "Decided on", "Day of the decision.", required=True),
        text("decided_by", "Decided by", "Who decided.", width=20),
        text("reason", "Reason", "Experience, license, hours that fit.", width=44, counts=False),
        money("offered", "Offered", "Pay that was offered, an hour or a year."),
    ),
)  # fmt: skip

REVIEWS = Table(
    name="reviews",
    sheet="Reviews",
    excel_name="tblReviews",
    doc="Reviews of performance and growth, one row a review.",
    key=("employee", "reviewed"),
    columns=(
        text("employee", "Employee", _WHO, required=True),
        day("reviewed", "Reviewed on", "Day of the review.", required=True),
        text("reviewer", "Reviewed by", "Who held it.", width=20),
        whole("rating", "Rating", "1 (below what is asked) to 5 (far above).", width=8),
        text("strengths", "Strengths", "What went well.", width=40, counts=False),
        text("growth", "To grow in", "What is to be learned, and how.", width=40, counts=False),
        text("goals", "Goals", "What is agreed for the next year.", width=40, counts=False),
        day("next_review", "Next review", "Day agreed for the next one."),
        day("signed", "Signed on", "Day the person signed it."),
    ),
)  # fmt: skip

DISCIPLINE = Table(
    name="discipline",
    sheet="Discipline",
    excel_name="tblDiscipline",
    doc="Disciplinary records, one row a step: what happened, what was said and agreed, and who was there.",
    key=("employee", "happened", "step"),
    columns=(
        text("employee", "Employee", _WHO, required=True),
        day("happened", "Happened on", "Day of what it is about.", required=True),
        text("step", "Step", "Which step of the policy.", required=True,
             choices=("talk", "spoken warning", "written warning", "suspension", "dismissal"), width=16),
        day("told", "Told on", "Day on which the person was told."),
        text("what", "What happened", "Facts: day, time, what was seen.", width=48, counts=False),
        text("agreed", "Agreed", "What is to change, and by when.", width=40, counts=False),
        text("by", "Told by", "Who spoke with the person, and who witnessed it.", width=24),
        day("signed", "Signed on", "Day the person signed it."),
    ),
)  # fmt: skip

FILE_ITEMS = Table(
    name="file_items",
    sheet="What a file holds",
    excel_name="tblFileItems",
    doc="What belongs into every personnel file, and where it is kept. Change the list to the practice's own.",
    key=("item",),
    columns=(
        text("item", "Item", "What belongs there.", required=True, width=36),
        text("kept", "Kept in", "Medical records and forms I-9 are kept apart from the personnel file.", required=True,
             choices=("personnel file", "medical file", "I-9 file", "payroll file"), width=16),
        text("why", "Because", "What asks for it.", width=60, counts=False),
    ),
)  # fmt: skip

FILE_CHECKLIST = Table(
    name="file_checklist",
    sheet="File checklist",
    excel_name="tblFileChecklist",
    doc="What is on file of whom, one row a paper. What is missing is told by medoffice personnel.",
    key=("employee", "item"),
    columns=(
        text("employee", "Employee", _WHO, required=True),
        text("item", "Item", "As on What a file holds.", required=True, width=36),
        day("on_file", "On file since", "Day it was put there; 'not needed' goes into the note."),
        text("note", "Note", "Where it is, or why it is not needed.", width=40),
    ),
)  # fmt: skip

PERSONNEL_TABLES: Final[Sequence[Table]] = (
    PEOPLE, PAY, APPLICANTS, HIRING_DECISIONS, REVIEWS, DISCIPLINE, FILE_CHECKLIST, FILE_ITEMS,
)  # fmt: skip

_FILE, _MEDICAL, _I9, _PAYROLL = FILE_ITEMS["kept"].choices
BEGINS_WITH: Final[Sequence[tuple[str, str, str]]] = (
    ("Application and resume", _FILE, "29 CFR 1602.14: kept for a year at least"),
    ("Offer letter", _FILE, ""),
    ("Job specification, signed", _FILE, ""),
    ("Handbook and policies, signed", _FILE, ""),
    ("Confidentiality agreement", _FILE, "HIPAA, 45 CFR 164.530(e): sanctions need a policy that is known"),
    ("License or certificate, verified", _FILE, "State board"),
    ("Exclusion list checked", _FILE, "OIG special advisory bulletin, 2013: who is excluded may not be employed"),
    ("Background check", _FILE, "Fair Credit Reporting Act: with written consent"),
    ("HIPAA training", _FILE, "45 CFR 164.530(b)"),
    ("Bloodborne pathogens training", _FILE, "29 CFR 1910.1030(g)(2): every year"),
    ("CPR card", _FILE, ""),
    ("Reviews, signed", _FILE, ""),
    ("Hepatitis B vaccination or declination", _MEDICAL, "29 CFR 1910.1030(f)(2); medical records are kept apart"),
    ("Tuberculosis screening", _MEDICAL, "CDC; ADA, 42 USC 12112(d): kept apart"),
    ("Form I-9", _I9, "8 CFR 274a.2: 3 years, or 1 year after leaving, whichever is later"),
    ("Form W-4", _PAYROLL, "IRS Publication 15"),
    ("Direct deposit form", _PAYROLL, ""),
)
"""What a new workbook lists."""
