"""What the area Plan brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.plan import page
from medoffice_xl.areas.plan.actions_due import open_actions
from medoffice_xl.areas.plan.agenda import SHEET, agenda
from medoffice_xl.areas.plan.board import board
from medoffice_xl.areas.plan.changes import changed
from medoffice_xl.areas.plan.decisions import OF_PLAN, waiting
from medoffice_xl.areas.plan.demo import demo
from medoffice_xl.areas.plan.goals import goal_rows
from medoffice_xl.areas.plan.pack import SECTIONS as PACK
from medoffice_xl.areas.plan.tables import TABLES
from medoffice_xl.sets import TableSet

PLANNING = TableSet(
    "Planning",
    "what the practice plans and agrees on: goals, meetings, actions, policies, services, evaluations",
    TABLES,
)

ACTIONS = (
    Action(
        "agenda",
        "Reports",
        "Agenda",
        "NewNote",
        "PA",
        "Agenda of the next meeting",
        "Your topics, what changed since last month by dollars, what is to be decided, goals, open actions, and what "
        "is to be reviewed.",
    ),
    Action(
        "invitations",
        "Reports",
        "Invitations",
        "NewAppointment",
        "PI",
        "Meetings as a calendar file",
        "Writes the meetings to come to a file (.ics) beside this workbook, with hour, place, topics and who is "
        "invited.",
        runner="plan_files.invite",
        writes=False,
    ),
)

AREA = Area(
    name="plan",
    title="Plan and meetings",
    duty="Where the practice stands and where it wants to be: its figures in one view, goals, meetings and duties.",
    tables=TABLES,
    sets=(PLANNING,),
    reports={"agenda": agenda},
    report_sheets=(SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE,),
    to_do=page.TO_DO,
    decisions=OF_PLAN,
    figures={
        "board": board,
        "changes": changed,
        "decisions": waiting,
        "goals": goal_rows,
        "open_actions": open_actions,
    },
    pack=PACK,
    demo=demo,
)
