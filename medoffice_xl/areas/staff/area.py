"""What the area Staff brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.staff import page
from medoffice_xl.areas.staff.benchmarks import BENCHMARKS
from medoffice_xl.areas.staff.decisions import DECISIONS
from medoffice_xl.areas.staff.demo import demo
from medoffice_xl.areas.staff.due_soon import due_soon
from medoffice_xl.areas.staff.headlines import HEADLINES
from medoffice_xl.areas.staff.hours_columns import COLUMNS
from medoffice_xl.areas.staff.overtime import overtime_rate
from medoffice_xl.areas.staff.pack import SECTIONS as PACK
from medoffice_xl.areas.staff.report import SHEET, staff_report
from medoffice_xl.areas.staff.settings import SETTINGS
from medoffice_xl.areas.staff.staff_columns import COLUMNS as STAFF_COLUMNS
from medoffice_xl.areas.staff.staff_ratio import provider_fte, staff_ratio
from medoffice_xl.areas.staff.turnover import turnover
from medoffice_xl.areas.staff.vacancies import open_vacancies
from medoffice_xl.areas.staff.workforce import fte, hours_paid, workforce
from medoffice_xl.readers.reader import imported_later

ACTIONS = (
    Action(
        "staff_report",
        "Reports",
        "Staff",
        "AddressBook",
        "SR",
        "Staff: due days, ratios, overtime, turnover",
        "What runs out of whom, staff by role and kind, overtime and leavers by month, open places, and what the "
        "leavers cost.",
    ),
    Action(
        "staff_calendar",
        "Reports",
        "Staff due days",
        "NewAppointment",
        "SC",
        "Due days of the staff as a calendar file",
        "Writes the last days of licenses, certificates, trainings and reviews to a file (.ics) beside this workbook, "
        "for your calendar.",
        runner="staff_files.calendar",
        writes=False,
    ),
    Action(
        "staff_forms",
        "Reports",
        "Staff forms",
        "EnvelopesAndLabelsDialog",
        "SM",
        "Job specifications and review forms",
        "Writes a job specification for each role, and a review form for everybody whose review is late or due, as "
        "Word files beside this workbook: filled from the record, to be completed and signed.",
        runner="staff_files.forms",
        writes=False,
    ),
)

AREA = Area(
    name="staff",
    title="Staff",
    duty="How many work here for each provider, who leaves, what is worked over, and what of theirs runs out.",
    readers=(
        imported_later("payroll hours", "medoffice_xl.areas.staff.hours_file", COLUMNS),
        imported_later("employee list", "medoffice_xl.areas.staff.staff_list", STAFF_COLUMNS),
    ),
    reports={"staff_report": staff_report},
    report_sheets=(SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE,),
    settings=SETTINGS,
    benchmarks=BENCHMARKS,
    to_do=page.TO_DO,
    decisions=DECISIONS,
    headlines=HEADLINES,
    figures={
        "hours_paid": hours_paid,
        "workforce": workforce,
        "staff_fte": fte,
        "provider_fte": provider_fte,
        "staff_ratio": staff_ratio,
        "overtime_rate": overtime_rate,
        "turnover": turnover,
        "due_soon": due_soon,
        "open_vacancies": open_vacancies,
    },
    pack=PACK,
    demo=demo,
)
