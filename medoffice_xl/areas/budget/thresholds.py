"""The numbers that judge a budget: from where on it is watched, suffers, is cleared, and what tells the cause."""

from medoffice_xl.tables.thresholds import Threshold

FLOOR = Threshold(
    "Budget: least shortfall", "2500", "$",
    "A shortfall, or a part of one, below this is too small to speak of. Set both "
    "dollars and percent.",
)  # fmt: skip
FLOOR_SHARE = Threshold(
    "Budget: least shortfall, share", "0.01", "%",
    "A shortfall, or a part of one, below this share of the month's budgeted revenue is too small to speak of; the "
    "higher of the two counts.",
)  # fmt: skip
WATCH = Threshold(
    "Budget: watch from",
    "0.03",
    "%",
    "A shortfall of the year to date of so large a share of the budgeted revenue, at one month's end: to be watched.",
)
SUFFERS = Threshold(
    "Budget: suffers from", "0.05", "%",
    "A shortfall of the year to date of so large a share of the budgeted revenue, at several months' ends in a row, "
    "and the budget suffers.",
)  # fmt: skip
SUFFERS_MONTHS = Threshold(
    "Budget: suffers after", "2", "months", "At so many months' ends in a row.",
)  # fmt: skip
MONTH_SHORTFALL = Threshold(
    "Budget: month's shortfall",
    "0.15",
    "%",
    "A shortfall of one month of so large a share of that month's budgeted revenue, and the budget suffers at once.",
)
CLEARED = Threshold(
    "Budget: cleared under",
    "0.02",
    "%",
    "Below this share of the budgeted revenue, at several months' ends in a row, an alert is over.",
)
CLEARED_MONTHS = Threshold(
    "Budget: cleared after", "2", "months", "At so many months' ends in a row.",
)  # fmt: skip
ALONE = Threshold(
    "Budget: cause that stands alone",
    "0.5",
    "%",
    "Where the largest cause is a smaller share than this of all that hurts, the second is named too.",
)
SLOTS_FREE = Threshold(
    "Budget: slots are free under",
    "0.9",
    "%",
    "Where fewer of the slots than this are filled and new patients are short, marketing can help.",
)
SLOTS_FULL = Threshold(
    "Budget: slots are full from",
    "0.95",
    "%",
    "Where so many of the slots are filled, visits are short of capacity, and marketing does not help.",
)
NO_SHOW_UP = Threshold(
    "Budget: no-shows risen by",
    "0.02",
    "%",
    "Where the share of no-shows has risen by so much since the months before, access is the cause.",
)
WAIT_UP = Threshold(
    "Budget: wait risen by",
    "2",
    "days",
    "Where the third next available has risen by so many days since before the months judged, visits are short of "
    "capacity, and marketing does not help.",
)
