"""The numbers that judge staff: what full time is, how long things last, and when they are told of."""

from medoffice_xl.tables.thresholds import Threshold

FULL_TIME = Threshold(
    "Staff: full-time week", "40", "hours",
    "So many paid hours a week are one FTE; 52 such weeks are a year (2,080 hours).",
    "MGMA cost and revenue survey guide: the practice's own normal workweek, usually 40 hours",
)  # fmt: skip
SHORT_HISTORY = Threshold(
    "Staff: turnover is sure from", "6", "months",
    "A turnover that is counted up to a year from fewer months than this is marked.",
)  # fmt: skip
MUCH_OVERTIME = Threshold(
    "Staff: overtime is much from", "0.05", "%",
    "Overtime of this share of the hours worked, or more, is told of.",
)  # fmt: skip
OVERTIME_RISE = Threshold(
    "Staff: overtime creeps from", "0.02", "%",
    "Overtime of the last three months above that of the three before by this share of the hours worked is told of.",
)  # fmt: skip
FEWEST = Threshold(
    "Staff: fewest people of a pay total", "3", "people",
    "Pay of fewer people than this is merged with that of others before it comes into this workbook. Less than 3 does "
    "not count.",
)  # fmt: skip
FIRST_NOTICE = Threshold(
    "Staff: first notice", "90", "days", "What runs out in so many days is told of for the first time.",
    "Usual notice of licensing boards and credentialing offices: 90, 60 and 30 days",
)  # fmt: skip
SECOND_NOTICE = Threshold(
    "Staff: second notice", "60", "days", "What runs out in so many days is told of again.", FIRST_NOTICE.source,
)  # fmt: skip
LAST_NOTICE = Threshold(
    "Staff: last notice", "30", "days", "What runs out in so many days is urgent.", FIRST_NOTICE.source,
)  # fmt: skip
DEA_LASTS = Threshold(
    "Staff: DEA registration lasts", "36", "months", "Months from the registration to its end.",
    "21 CFR 1301.13(e): practitioners, 3 years",
)  # fmt: skip
CPR_LASTS = Threshold(
    "Staff: CPR course lasts", "24", "months", "Months from the course to the next.",
    "American Heart Association: course completion cards, 2 years",
)  # fmt: skip
TRAINING_LASTS = Threshold(
    "Staff: training lasts", "12", "months", "Months from one training in privacy and safety to the next.",
    "29 CFR 1910.1030(g)(2): bloodborne pathogens, within one year of the last training",
)  # fmt: skip
REVIEW_EVERY = Threshold(
    "Staff: review every", "12", "months", "Months from one review, or the first day of work, to the next.",
)  # fmt: skip
I9_WITHIN = Threshold(
    "Staff: I-9 within", "3", "days", "Business days after the first day of work by which the form I-9 is complete.",
    "8 CFR 274a.2(b)(1)(ii)",
)  # fmt: skip
