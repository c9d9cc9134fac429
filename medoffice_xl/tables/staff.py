"""Who works in the practice, how many hours were paid, and which places are open.

What is personal (pay, applicants, reviews, discipline, addresses) stands in a workbook of its own: a hidden sheet
protects nothing.
"""

from collections.abc import Sequence
from typing import Final

from medoffice_xl.tables.schema import Table, day, money, number, text, whole

PHYSICIAN, ADVANCED = "physician", "advanced practice"
CLINICAL, FRONT, BUSINESS, ANCILLARY = "clinical support", "front office", "business office", "ancillary"
PROVIDERS: Final[Sequence[str]] = (PHYSICIAN, ADVANCED)
SUPPORT: Final[Sequence[str]] = (CLINICAL, FRONT, BUSINESS, ANCILLARY)
"""Kinds of staff, as MGMA's cost survey groups them; management counts to the business office."""

VOLUNTARY, INVOLUNTARY, OTHER_LEAVE, TRANSFER = "voluntary", "involuntary", "other", "transfer"
SEPARATIONS: Final[Sequence[str]] = (VOLUNTARY, INVOLUNTARY, OTHER_LEAVE)
"""Ways to leave that are a separation; who moves within the group has not left it."""

STAFF = Table(
    name="employees",
    sheet="Staff",
    excel_name="tblStaff",
    doc="Who works or worked in the practice, one row a person, with the days on which something of theirs runs out. "
    "No pay, no address, no birth date: those stand in the Personnel workbook.",
    key=("employee",),
    columns=(
        text("employee", "Employee", "Number or code that payroll knows the person by.", required=True, width=12),
        text("known_as", "Known as", "What colleagues say, for lists and calendars; initials do.", width=14),
        text("role", "Role", "What the person does: Front desk, Physician.", required=True, width=20),
        text("kind", "Staff kind", "Which kind of staff the role is.", required=True,
             choices=(*PROVIDERS, *SUPPORT), width=16),
        text("department", "Department", "Where, in a practice of several places or departments.", width=16),
        day("hired", "Hired on", "First day of work.", required=True),
        day("left", "Left on", "Last day of work; empty while the person works here."),
        text("leave", "How left", "voluntary: gave notice. involuntary: was dismissed. other: retired, end of a term, "
             "death. transfer: to another part of the group, which is no leave.",
             choices=("", *SEPARATIONS, TRANSFER), width=12),
        number("weekly_hours", "Hours a week", "Hours agreed a week. Of whom payroll has no hours, such as owners, "
               "these count.", width=10),
        text("manages", "Answers to", "Who supervises the role.", width=16, counts=False),
        day("license_until", "License until", "Last day of the license to practice; empty where none is needed."),
        day("dea_since", "DEA since", "Day of the DEA registration or its renewal; it lasts as Thresholds say."),
        day("board_until", "Board until", "Last day of the board certification."),
        day("cme_by", "CME by", "Day by which the hours of continuing education must be had."),
        day("cpr_on", "CPR on", "Day of the last CPR or life-support course."),
        day("malpractice_until", "Malpractice until", "Last day of the person's own malpractice cover."),
        day("training_on", "Training on", "Day of the last yearly training (privacy, safety)."),
        day("i9_on", "I-9 on", "Day the form I-9 was completed."),
        day("i9_until", "I-9 until", "Last day of a work permit that must be looked at again; else empty."),
        day("review_on", "Review on", "Day of the last review."),
        text("note", "Staff note", "Anything worth knowing that is not personal.", width=26, counts=False),
    ),
)  # fmt: skip

HOURS = Table(
    name="hours",
    sheet="Hours",
    excel_name="tblHours",
    doc="Paid hours, one row a person and pay period, from payroll's files or typed. Pay itself is not taken in.",
    key=("employee", "period_end"),
    columns=(
        text("employee", "Paid employee", "As on Staff.", required=True, width=12),
        day("period_begin", "Pay period from", "First day of the pay period. Empty: the day after the period before."),
        day("period_end", "Pay period to", "Last day of the pay period; of a file that has none, the day of the check.",
            required=True),
        number("regular", "Regular hours", "Hours worked at the normal rate.", width=10),
        number("overtime", "Overtime hours", "Hours worked at time and a half.", width=10),
        number("double_time", "Double-time hours", "Hours worked at twice the rate.", width=10),
        number("leave", "Leave hours", "Hours paid and not worked: vacation, sickness, holidays.", width=10),
        text("source", "Hours source", "File they come from; empty where they were typed.", width=22, counts=False),
    ),
)  # fmt: skip

VACANCIES = Table(
    name="vacancies",
    sheet="Vacancies",
    excel_name="tblVacancies",
    doc="Places that are or were to be filled, one row a place. Who applied stands in the Personnel workbook.",
    key=("vacancy",),
    columns=(
        text("vacancy", "Vacancy", "A name of your own: Front desk 2.", required=True, width=20),
        text("role", "Vacant role", "What is looked for, as on Staff.", required=True, width=20),
        text("kind", "Vacant kind", "Which kind of staff the role is.", required=True,
             choices=(*PROVIDERS, *SUPPORT), width=16),
        number("weekly_hours", "Vacant hours a week", "Hours a week of the place.", required=True, width=10),
        day("opened", "Open since", "Day from which the place is empty.", required=True),
        day("filled", "Filled on", "First day of who fills it, or the day it was given up; empty while it is open."),
        text("note", "Vacancy note", "Where it is advertised, what was tried.", width=36, counts=False),
    ),
)  # fmt: skip

PAY_TOTALS = Table(
    name="pay_totals",
    sheet="Pay totals",
    excel_name="tblPayTotals",
    doc="Pay by month and role, taken from the Personnel workbook with medoffice personnel. Roles of fewer than three "
    "people are merged, so that nobody's pay can be read here.",
    key=("month", "role"),
    columns=(
        day("month", "Pay month", "First day of the month in which the pay periods end.", required=True),
        text("role", "Paid role", "As in the Personnel workbook; Other roles: those of few people.", required=True,
             width=24),
        whole("people", "People paid", "How many were paid.", required=True, width=10),
        money("pay", "Pay", "Gross pay, in dollars.", required=True),
        money("employer_cost", "Employer's taxes and benefits", "What comes on top, in dollars."),
    ),
)  # fmt: skip

STAFF_TABLES = (STAFF, HOURS, VACANCIES, PAY_TOTALS)
