"""The page Staffing: staff for each provider, overtime, turnover, vacancies, and what is due of whom."""

from medoffice_xl.areas.staff import benchmarks, due_soon, staff_by, staff_months, staff_pay, vacancies
from medoffice_xl.areas.staff.settings import NAMES
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Note, Series, Shape, spill
from medoffice_xl.pages.colors import ACCENT, SECOND
from medoffice_xl.pages.contents import Formula, ours, ours_or
from medoffice_xl.pages.fields import Tone, count, day, dollars, month, percent, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Staffing"
OF_YEAR, OF_QUARTER = "Staff,AsOf,YearDays", "Staff,AsOf,WindowDays"
DUE_ROOM, KINDS, MONTHS, PLACES, ROLES = 24, 6, 13, 8, 12
PER_PROVIDER, COST = "Support staff per provider", "Cost of one leaver"
ONE_NOTICE = "within 30 days"

RATIOS = Figures(
    "ratios",
    (
        Figure(PER_PROVIDER, ours(f"=STAFF_RATIO({OF_YEAR})"), Unit.RATIO, benchmarks.STAFF_PER_PROVIDER,
               trend=PER_PROVIDER),
        Figure("Front and business office per physician", ours(f'=STAFF_RATIO({OF_YEAR},"office","physician")'),
               Unit.RATIO, benchmarks.ADMINISTRATIVE_PER_PHYSICIAN,
               trend="Front and business office per physician"),
        Figure("Clinical support per physician", ours(f'=STAFF_RATIO({OF_YEAR},"clinical support","physician")'),
               Unit.RATIO, benchmarks.CLINICAL_PER_PHYSICIAN, trend="Clinical support per physician"),
        Figure("FTE of support staff", ours(f'=FTE({OF_YEAR},"support")'), Unit.RATIO,
               says="Paid hours ÷ full-time hours of the same pay periods"),
        Figure("FTE of providers", ours(f'=FTE({OF_YEAR},"providers","capped")'), Unit.RATIO,
               says="Nobody above 1.0 (MGMA)"),
    ),
    title="Staff for each provider",
)  # fmt: skip

LEAVING = Figures(
    "leaving",
    (
        Figure("Turnover", ours(f"=TURNOVER({OF_YEAR})"), Unit.PERCENT, benchmarks.TURNOVER_ALL,
               trend="Staff turnover"),
        Figure("Turnover, front office", ours_or(f'=TURNOVER({OF_YEAR},"front office")', "nobody there"), Unit.PERCENT,
               benchmarks.TURNOVER_FRONT, trend="Turnover, front office"),
        Figure("Turnover, clinical support", ours_or(f'=TURNOVER({OF_YEAR},"clinical support")', "nobody there"),
               Unit.PERCENT, benchmarks.TURNOVER_CLINICAL, trend="Turnover, clinical support"),
        Figure("Voluntary turnover", ours(f'=TURNOVER({OF_YEAR},"","voluntary")'), Unit.PERCENT,
               says="Those who gave notice"),
        Figure("Vacancy rate", ours("=VACANCY_RATE(Staff,AsOf)"), Unit.PERCENT,
               says="Hours a week that nobody fills ÷ all hours a week"),
        Figure("Overtime", ours(f"=OVERTIME_RATE({OF_QUARTER})"), Unit.PERCENT,
               says="Of the hours worked, in the window on Settings"),
        Figure(COST, ours(f"=LEAVER_COST({NAMES})"), Unit.MONEY,
               says="Overtime, training, recruiting: your figures on Settings"),
    ),
    title="Leaving, vacancies and overtime",
)  # fmt: skip

DUE = Listing(
    "due",
    (
        text("Employee", 11),
        text("Known as", 12),
        text("Role", 22),
        text("What", 20),
        day("Due"),
        count("Days left"),
        text("Notice", 18, tones={due_soon.LATE: Tone.POOR, ONE_NOTICE: Tone.FAIR}),
    ),
    spill("=DUE_SOON(Staff,AsOf)", due_soon.COLUMNS),
    title="Licenses, certificates, trainings and reviews that are late or due",
    room=DUE_ROOM,
    empty="Nothing of the staff's is late or due soon.",
)

BY_KIND = Listing(
    "by kind",
    (
        text("Staff", 18),
        count("People"),
        ratio("FTE"),
        ratio("FTE capped"),
        ratio("Per provider", 11),
        count("Hours worked", 12),
        percent("Overtime"),
        count("Left"),
        percent("Turnover"),
        percent("Voluntary"),
    ),
    spill(f"=STAFF_BY({OF_YEAR})", staff_by.COLUMNS),
    title="By kind of staff, a year",
    room=KINDS,
    has_total=True,
    empty="Nobody on the sheet Staff worked here.",
)

BY_MONTH = Listing(
    "months",
    (
        month("Month", 10),
        count("People"),
        ratio("FTE"),
        count("Hours worked", 12),
        count("Overtime hours", 13),
        percent("Overtime"),
        count("Left"),
    ),
    spill(f'=STAFF_MONTHS(Staff,AsOf,{MONTHS},"support")', staff_months.COLUMNS),
    title="Support staff by month",
    room=MONTHS,
    empty="Hours has no pay period yet: bring in payroll's hours.",
)

OVERTIME = Chart(
    "overtime chart",
    "Overtime of support staff",
    "months",
    "Month",
    (
        Series("Overtime", "Overtime", ACCENT),
        Series("FTE", "FTE (right)", SECOND, Shape.LINE, second_axis=True),
    ),
    bottom=Axis("Month", "mmm yy", is_time=True),
    side=Axis("Share of hours worked", "0%"),
    second_side=Axis("FTE", "0.0"),
    height=220,
)

OPEN = Listing(
    "vacancies",
    (
        text("Vacancy", 20),
        text("Role", 22),
        text("Kind", 16),
        ratio("FTE"),
        day("Open since"),
        count("Days open"),
    ),
    spill("=VACANCIES(Staff,AsOf)", vacancies.COLUMNS),
    title="Open places",
    room=PLACES,
    empty="No place is open.",
)

PAY = Listing(
    "pay",
    (
        text("Role", 26),
        count("People"),
        dollars("Pay"),
        dollars("Taxes and benefits", 13),
        dollars("Together"),
        percent("Share"),
    ),
    spill(f"=STAFF_PAY({OF_YEAR})", staff_pay.COLUMNS),
    title="Pay by role, a year",
    room=ROLES,
    has_total=True,
    empty="No totals of pay yet: medoffice personnel takes them from the Personnel workbook.",
    note="Roles of fewer than three people are merged, so that nobody's pay can be read here.",
)

PAY_TIES = Figures(
    "pay tie",
    (
        Figure("Staff costs less pay", ours_or(f"=PAY_TIE({OF_YEAR})", "no month of both"), Unit.MONEY,
               says="0: totals of pay tie to the books; EXPLAIN names the months that do not"),
    ),
)  # fmt: skip

TO_DO = (
    ToDo(
        "Licenses, certificates or reviews that are late",
        Formula(f'=COUNTIF({column("due", "Notice", NAME)},"{due_soon.LATE}")'),
        NAME,
        "Nobody may work on a license that has run out: see to these first.",
        Urgency.DUE,
    ),
    ToDo(
        "Licenses, certificates or reviews due within 30 days",
        Formula(f'=COUNTIF({column("due", "Notice", NAME)},"{ONE_NOTICE}")'),
        NAME,
        "Remind those concerned; Staff due days writes a calendar file.",
        Urgency.DUE,
    ),
)

PAGE = Page(
    NAME,
    "Staffing",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        RATIOS,
        LEAVING,
        DUE,
        BY_KIND,
        BY_MONTH,
        OVERTIME,
        OPEN,
        PAY,
        PAY_TIES,
        Note(
            "A pay period counts where it ends. Of whom payroll has no hours, such as owners, the hours agreed a week "
            "count. Pay, reviews and all that is personal stand in the Personnel workbook."
        ),
    ),
    key=KeyFigure("support staff per provider", f"={figure('ratios', PER_PROVIDER, NAME)}", Unit.RATIO),
    reading=(
        "Staff for each provider and overtime are read together: few people with much overtime are too few, many with "
        "much overtime are badly planned. A license that has run out comes before everything."
    ),
    then=(
        "*Staff due days* puts what runs out into a calendar, *Staff forms* writes the forms. An open place costs "
        "what “Cost of one leaver” says: hire, or change the plan on *Budget*."
    ),
)
