"""What the area Worklists brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.worklists import page, report
from medoffice_xl.areas.worklists.ar_worklist import worklist
from medoffice_xl.areas.worklists.decisions import DECISIONS
from medoffice_xl.areas.worklists.demo import demo
from medoffice_xl.areas.worklists.tables import WORK_KINDS, WORKLIST
from medoffice_xl.areas.worklists.work_file_columns import COLUMNS
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.sets import DENIALS, PATIENTS, TableSet

WORK = TableSet(
    "Work",
    "what is worked and by whom: notes, minutes and usual success of each kind, with all of Denials and Patients",
    (WORKLIST, WORK_KINDS),
    (DENIALS, PATIENTS),
)

ACTIONS = (
    Action(
        "worklist",
        "Reports",
        "Worklist",
        "SortDown",
        "KW",
        "Every open claim in its lane",
        "What to work now, what to follow up and what brings in most a minute; what is not worth its minutes, what is "
        "lost and why, what is to be refunded, and what came of claims that left the list.",
        True,
    ),
    Action(
        "work_files",
        "Reports",
        "Work files",
        "EnvelopesAndLabelsDialog",
        "KF",
        "A worklist file for each biller",
        "Writes a file a biller to the folder Worklists beside this workbook. What they fill in comes back with Import "
        "files.",
        runner="work_files.run",
        writes=False,
    ),
    Action(
        "work_calendar",
        "Reports",
        "Deadlines",
        "NewAppointment",
        "KC",
        "Deadlines and follow-ups as a calendar file",
        "Writes the days by which claims are to be filed, appealed or looked at again to a file (.ics) beside this "
        "workbook.",
        runner="work_calendar.run",
        writes=False,
    ),
)

AREA = Area(
    name="worklists",
    title="Worklists",
    duty="What to work today, in which order, and why.",
    tables=(WORKLIST, WORK_KINDS),
    sets=(WORK,),
    readers=(imported_later("work file", "medoffice_xl.areas.worklists.work_file", COLUMNS),),
    reports={"worklist": report.build},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE,),
    to_do=(page.LAPSING,),
    decisions=DECISIONS,
    figures={"worklist": worklist},
    demo=demo,
)
