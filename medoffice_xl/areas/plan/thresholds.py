"""The numbers that judge goals, and what is told of ahead of its day."""

from medoffice_xl.tables.thresholds import Threshold

AT_RISK = Threshold(
    "Goal: at risk within", "0.10", "%",
    "A goal that is behind its straight line by no more than this share of the way from its beginning to its target is "
    "at risk; further behind, it is off.",
)  # fmt: skip
TOLD_AHEAD = Threshold(
    "Plan: told ahead", "60", "days",
    "A review, the end of a contract or its notice day is told of so many days before.",
)  # fmt: skip
