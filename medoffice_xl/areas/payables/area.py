"""What the area Accounts payable brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.payables import page, report
from medoffice_xl.areas.payables.ageing import ap_ageing, ap_total
from medoffice_xl.areas.payables.bill_columns import COLUMNS
from medoffice_xl.areas.payables.cash_on_hand import cash_on_hand
from medoffice_xl.areas.payables.decisions import DECISIONS
from medoffice_xl.areas.payables.demo import demo
from medoffice_xl.areas.payables.duplicates import duplicates
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.areas.payables.pack import SECTIONS as PACK
from medoffice_xl.readers.reader import imported_later

ACTIONS = (
    Action(
        "payables_ageing",
        "Reports",
        "Payables ageing",
        "SortDown",
        "YA",
        "Accounts payable by age",
        "What is owed by vendor and days past due, credits apart, and every open bill, first due first.",
    ),
    Action(
        "pay_this_week",
        "Reports",
        "Pay this week",
        "AccountingFormat",
        "YP",
        "What to pay this week",
        "Payroll tax, rent, insurance and drugs first, then discounts about to lapse, then what is due; it stops at "
        "the cash floor.",
    ),
    Action(
        "duplicate_bills",
        "Reports",
        "Duplicate bills",
        "FindDialog",
        "YD",
        "Bills that may be one bill entered twice",
        "Same number, same amount and day, numbers one slip of typing apart, vendors of nearly one name, swapped "
        "digits: each pair with how sure it is and why.",
    ),
    Action(
        "form_1099",
        "Reports",
        "Form 1099",
        "DataValidation",
        "YF",
        "Payments for form 1099",
        "What each vendor was paid this year, card payments apart, whether a form is due, and whose form W-9 is "
        "missing.",
    ),
    Action(
        "due_calendar",
        "Reports",
        "Due days",
        "NewAppointment",
        "YC",
        "Due days as a calendar file",
        "Writes the due days of bills, discounts and filings to a file (.ics) beside this workbook, for your calendar.",
        runner="due_calendar.run",
        writes=False,
    ),
    Action(
        "year_filings",
        "Bring in",
        "Filings of the year",
        "TableInsert",
        "YY",
        "Federal filings of the year",
        "Puts the year's payroll deposits, returns, estimates, 1099 and W-2 forms and the plan's form 5500 into the "
        "sheet Filings, with their due days. What is there stays.",
        runner="year_filings.run",
    ),
)

AREA = Area(
    name="payables",
    title="Accounts payable",
    duty="What the practice owes its vendors, what is billed twice, what to pay this week and what to file.",
    readers=(
        imported_later("QuickBooks vendor report", "medoffice_xl.areas.payables.vendor_files"),
        imported_later("bills", "medoffice_xl.areas.payables.bill_list", COLUMNS),
    ),
    reports={
        "payables_ageing": report.payables_ageing,
        "pay_this_week": report.pay_now,
        "duplicate_bills": report.duplicate_bills,
        "form_1099": report.forms_1099,
    },
    report_sheets=(report.AGEING, report.PAY_NOW, report.DUPLICATES, report.FORMS),
    actions=ACTIONS,
    decisions=DECISIONS,
    to_do=page.TO_DO,
    pages=(page.PAGE,),
    settings=page.SETTINGS,
    pack=PACK,
    demo=demo,
    figures={
        "open_bills": open_bills,
        "ap_ageing": ap_ageing,
        "ap_total": ap_total,
        "ap_duplicates": duplicates,
        "cash_on_hand": cash_on_hand,
    },
)
