"""The page Plan: goals against their line, what is to be done and by whom, what is to be reviewed, what is chosen."""

from medoffice_xl.areas.plan import actions_due, evaluations, goals, reviews_due
from medoffice_xl.areas.plan.dashboard_blocks import OF
from medoffice_xl.areas.plan.goals import Status
from medoffice_xl.areas.plan.tables import CHOSEN, REJECTED
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, Note, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import Tone, count, day, dollars, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Plan"
AHEAD = 60
GOALS_ROOM, ACTIONS_ROOM, REVIEWS_ROOM, OPTIONS_ROOM = 12, 16, 16, 12

GOALS = Listing(
    "goals",
    (
        text("Goal", 30),
        text("Figure", 20),
        text("Begun at", 11),
        text("Now", 11),
        text("By now", 11, heading="By now wanted"),
        text("Target", 11),
        day("Reach by"),
        text("Status", 10, tones={
            Status.ON_TRACK: Tone.GOOD, Status.REACHED: Tone.GOOD, Status.AT_RISK: Tone.FAIR,
            Status.OFF: Tone.POOR, Status.MISSED: Tone.POOR,
        }),
        text("Owner", 15),
        text("Says", 34),
    ),
    spill(f"=GOAL_STATUS({OF})", goals.COLUMNS),
    title="Goals against the straight line from their beginning to their target",
    room=GOALS_ROOM,
    empty="No goal is typed on the sheet Goals.",
)  # fmt: skip

ACTIONS = Listing(
    "actions",
    (
        text("Action", 46),
        text("Agreed at", 24),
        text("Owner", 15),
        day("Due"),
        count("Days overdue"),
        text("Standing", 10, tones={actions_due.OVERDUE: Tone.POOR, actions_due.TODAY: Tone.FAIR}),
    ),
    spill(f"=ACTIONS_DUE(Planning,AsOf,{AHEAD})", actions_due.COLUMNS),
    title="Actions that are open",
    room=ACTIONS_ROOM,
    empty=f"No action is due in the next {AHEAD} days.",
)

REVIEWS = Listing(
    "reviews",
    (
        text("What", 34),
        text("Kind", 16),
        day("Due"),
        count("Days left"),
        text("What to do", 28, tones={reviews_due.NOTICE: Tone.FAIR, reviews_due.ENDS: Tone.FAIR}),
        dollars("Cost a year"),
        text("Owner", 15),
    ),
    spill(f"=REVIEWS_DUE(Planning,AsOf,{AHEAD})", reviews_due.COLUMNS),
    title="Policies, services, insurance and systems to look at",
    room=REVIEWS_ROOM,
    empty=f"Nothing is to be reviewed or renewed in the next {AHEAD} days.",
)

OPTIONS = Listing(
    "options",
    (
        text("Evaluation", 26),
        text("Option", 24),
        ratio("Score"),
        count("Rank"),
        count("Judged by"),
        count("Criteria"),
        text("Decision", 10, tones={CHOSEN: Tone.GOOD, REJECTED: Tone.POOR}),
    ),
    spill("=EVALUATION(Planning,AsOf)", evaluations.COLUMNS),
    title="Evaluations: 0 to 10 points by weighted criteria",
    room=OPTIONS_ROOM,
    empty="Nothing is evaluated: type options and criteria on the sheet Evaluations.",
)

TO_DO = (
    ToDo(
        "Goals off track or missed",
        Formula(
            f'=COUNTIF({column("goals", "Status", NAME)},"{Status.OFF}")'
            f'+COUNTIF({column("goals", "Status", NAME)},"{Status.MISSED}")'
        ),
        NAME,
        "Talk about each with its owner: what is done for it on the sheet Goals is not enough.",
        Urgency.LOOK,
    ),
    ToDo(
        "Actions overdue",
        Formula(f'=COUNTIF({column("actions", "Standing", NAME)},"{actions_due.OVERDUE}")'),
        NAME,
        "Ask their owners; a day under Action done closes one.",
        Urgency.DUE,
    ),
    ToDo(
        f"Contracts and insurance to decide on within {AHEAD} days",
        Formula(
            f'=COUNTIF({column("reviews", "What to do", NAME)},"{reviews_due.NOTICE}")'
            f'+COUNTIF({column("reviews", "What to do", NAME)},"{reviews_due.ENDS}")'
        ),
        NAME,
        "Compare offers before the day; the report Agenda puts them before the physicians.",
        Urgency.DUE,
    ),
)

PAGE = Page(
    NAME,
    "Plan and meetings",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        GOALS,
        ACTIONS,
        REVIEWS,
        OPTIONS,
        Note(
            "Goals, meetings, actions, policies, services and evaluations are typed on the sheets of these names. The "
            "button Agenda makes the next meeting's from what changed; Invitations writes the meetings for a calendar."
        ),
    ),
    key=KeyFigure(
        "actions overdue", f'=COUNTIF({column("actions", "Standing", NAME)},"{actions_due.OVERDUE}")', Unit.COUNT
    ),
    reading=(
        "A goal is held against the straight line from its beginning to its target: off track means behind that line "
        "by now. An action without owner or day will not be done."
    ),
    then=(
        "*Agenda* makes the meeting's agenda of what stands here, *Invitations* the calendar file. Notice days of "
        "services are decided before they pass."
    ),
)
