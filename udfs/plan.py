"""The practice's figures in one view, what changed, and what to decide."""

from typing import Annotated

from medoffice_xl.area import decisions, headlines
from medoffice_xl.areas.plan.actions_due import actions_due
from medoffice_xl.areas.plan.board import board, figures
from medoffice_xl.areas.plan.changes import changes
from medoffice_xl.areas.plan.decisions import to_decide
from medoffice_xl.areas.plan.evaluations import evaluation
from medoffice_xl.areas.plan.goals import goal_status, lines_of_goals, targets
from medoffice_xl.areas.plan.reviews_due import reviews_due
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Terms
from medoffice_xl.measure import Breakdown
from medoffice_xl.tables import BENCHMARKS
from udfs.arguments import Day
from udfs.budget import YearStart
from udfs.payables import RunDays
from udfs.sets import OfOffice, OfPlanning

WindowDays = Annotated[int, "Days that days in A/R, denials and days to pay look back on. Left out: 90."]
YearDays = Annotated[int, "Days of services that the net collection rate looks back on. Left out: 365."]
SettleDays = Annotated[int, "Days the last services had to be paid. Left out: 90."]
CreditsWord = Annotated[str, "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net."]

OF_FIGURES = tuple(dict.fromkeys(name for each in headlines() for name in each.reads))
"""Every table that a figure of the catalogue may be made of."""
OF_CHANGES = tuple(dict.fromkeys(name for each in headlines() if each.worth for name in each.reads))
OF_DECISIONS = tuple(dict.fromkeys(name for each in decisions() for name in each.uses))
WHOLE = (BENCHMARKS.name,)
"""A table of the set Office alone: whichever duties have something to say, their functions take all of it."""
DaysAhead = Annotated[int, "How many days ahead to look. Left out: 60."]


@cell_function("Plan", uses=(*OF_FIGURES, *WHOLE, "goals"), spills=True)
def FIGURES(
    Office: OfOffice,
    AsOf: Day,
    WindowDays: WindowDays = 90,
    YearDays: YearDays = 365,
    SettleDays: SettleDays = 90,
    Credits: CreditsWord = "net",
    FiscalYearStart: YearStart = 1,
) -> Breakdown:
    """The practice's figures: each now, how it stands and moved, its benchmark, and its last thirteen months.

    Spills a heading and one row a figure, those of the Dashboard first. Months end with the calendar's, the last with
    AsOf. What is not known is empty: a figure whose tables hold nothing, and months before the practice's data.
    """
    terms = Terms(WindowDays, YearDays, SettleDays, Credits, FiscalYearStart)
    return figures(board(Office, AsOf, terms, targets=targets(Office.get("goals"), headlines(), AsOf)))


@cell_function("Plan", uses=(*OF_CHANGES, *WHOLE), spills=True)
def CHANGES(
    Office: OfOffice,
    AsOf: Day,
    WindowDays: WindowDays = 90,
    YearDays: YearDays = 365,
    SettleDays: SettleDays = 90,
    Credits: CreditsWord = "net",
    FiscalYearStart: YearStart = 1,
) -> Breakdown:
    """What changed since last month, most dollars first: what each change is worth, and whose part of it moved most.

    Spills a heading and one row a figure; positive helps the practice. What adds up through a month is compared over
    whole months. #N/A where there is no month before.
    """
    return changes(Office, AsOf, Terms(WindowDays, YearDays, SettleDays, Credits, FiscalYearStart))


@cell_function("Plan", uses=(*OF_DECISIONS, *WHOLE), spills=True)
def DECISIONS(
    Office: OfOffice,
    AsOf: Day,
    WindowDays: WindowDays = 90,
    YearDays: YearDays = 365,
    SettleDays: SettleDays = 90,
    Credits: CreditsWord = "net",
    FiscalYearStart: YearStart = 1,
    RunDays: RunDays = 7,
) -> Breakdown:
    """What needs a decision: contracts about to renew or end, choices that are scored, and what other duties wait for.

    Spills a heading and one row a decision, the first due first. #N/A where nothing waits.
    """
    return to_decide(Office, AsOf, Terms(WindowDays, YearDays, SettleDays, Credits, FiscalYearStart, RunDays))


@cell_function("Plan", needs=("goals",), uses=(*OF_FIGURES, "thresholds", *WHOLE), spills=True)
def GOAL_STATUS(
    Office: OfOffice,
    AsOf: Day,
    WindowDays: WindowDays = 90,
    YearDays: YearDays = 365,
    SettleDays: SettleDays = 90,
    Credits: CreditsWord = "net",
    FiscalYearStart: YearStart = 1,
) -> Breakdown:
    """Goals against the straight line from where they began to their target: on track, at risk, off track.

    Spills a heading and one row a goal, those that need somebody first. At risk is behind the line by no more than a
    tenth (a threshold) of the whole way. #N/A where no goal is typed.
    """
    terms = Terms(WindowDays, YearDays, SettleDays, Credits, FiscalYearStart)
    lines = lines_of_goals(Office["goals"], Office, AsOf, terms)
    return goal_status(Office["goals"], lines, AsOf, limits_on(AsOf, Office))


@cell_function("Plan", needs=("actions",), spills=True)
def ACTIONS_DUE(Planning: OfPlanning, AsOf: Day, days: DaysAhead = 60) -> Breakdown:
    """Actions that are overdue or due soon, first due first, with their owners.

    Spills a heading and one row an action. #N/A where none is due.
    """
    return actions_due(Planning["actions"], AsOf, days)


@cell_function("Plan", needs=("policies", "services"), spills=True)
def REVIEWS_DUE(Planning: OfPlanning, AsOf: Day, days: DaysAhead = 60) -> Breakdown:
    """Policies and services to review, contracts and insurance about to end, and days by which to give notice.

    Spills a heading and one row a day, first due first. #N/A where nothing is due.
    """
    return reviews_due(Planning["policies"], Planning["services"], AsOf, days)


@cell_function("Plan", needs=("evaluations",), spills=True)
def EVALUATION(Planning: OfPlanning, AsOf: Day) -> Breakdown:
    """Options for software, hardware or services by their weighted score, 0 to 10, with rank and decision.

    Spills a heading and one row an option. One that is not judged by every criterion has no score. #N/A where nothing
    is evaluated.
    """
    return evaluation(Planning["evaluations"], AsOf)
