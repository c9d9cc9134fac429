"""What a column of payroll's file may be, by the headings that Gusto, ADP, Paychex and payroll registers give it."""

from collections.abc import Sequence

from medoffice_xl.readers.headers import normalised
from medoffice_xl.tables.schema import Column, day, number, text

_ID = (
    "employee number", "employee no", "employee #", "emp id", "emp no", "emp #", "ee id", "ee #", "file #",
    "file number", "gusto employee id", "associate id", "position id", "personnel number", "payroll id",
    "worker id", "badge", "clock #", "clock number", "paid employee", "id",
)  # fmt: skip
_NAME = ("employee name", "employee", "name", "full name", "worker", "associate", "payroll name")
_BEGIN = (
    "pay period start", "pay period begin", "pay period begin date", "pay period start date", "period start",
    "period begin", "period beginning", "pay period beginning", "pay begin date", "pay period from", "from",
)  # fmt: skip
_END = (
    "pay period end", "pay period end date", "period end", "period ending", "pay period ending", "pay end date",
    "week ending", "pay period to", "pay period to date", "to",
)  # fmt: skip
_CHECK = ("check date", "pay date", "paid date", "payday", "check dt", "payment date")
_REGULAR = ("reg hours", "reg hrs", "regular hrs", "hours regular", "reg. hours", "regular", "reg")
_OVERTIME = ("o/t hours", "ot hours", "ot hrs", "overtime hrs", "hours overtime", "o/t", "ot", "overtime")
_DOUBLE = ("double overtime hours", "double time hours", "dt hours", "dt hrs", "double time", "doubletime hours")
_SICK = ("sick hours", "sick hrs", "sick leave", "sick time hours", "sick")
_HOLIDAY = ("holiday hours", "holiday hrs", "hol hours", "holiday")
_VACATION = ("vacation hours", "vacation hrs", "vac hours", "vacation")
_PTO = ("pto hours", "pto hrs", "pto", "paid time off", "paid time off hours", "leave hours", "personal hours")


COLUMNS: tuple[Column, ...] = (
    text("employee_id", "Employee ID", "Number of the employee.", synonyms=_ID),
    text("name", "Employee name", "Name, where the file has no number.", synonyms=_NAME),
    text("last_name", "Last name", "Last name.", synonyms=("last_name", "surname", "employee last name")),
    text("first_name", "First name", "First name.", synonyms=("first_name", "given name", "employee first name")),
    day("period_begin", "Period from", "First day of the pay period.", synonyms=_BEGIN),
    day("period_end", "Period to", "Last day of the pay period.", synonyms=_END),
    day("check_date", "Day of the check", "Day of the check.", synonyms=_CHECK),
    number("regular", "Regular hours", "Hours at the normal rate.", synonyms=_REGULAR),
    number("overtime", "Overtime hours", "Hours at time and a half.", synonyms=_OVERTIME),
    number("double_time", "Double-time hours", "Hours at twice the rate.", synonyms=_DOUBLE),
    number("pto", "Leave hours", "Paid and not worked.", synonyms=_PTO),
    number("vacation", "Vacation hours", "Vacation.", synonyms=_VACATION),
    number("sick", "Sick hours", "Sickness.", synonyms=_SICK),
    number("holiday", "Holiday hours", "Holidays.", synonyms=_HOLIDAY),
    text("code_3", "Hours 3 Code", "ADP: what the hours beside it are.", synonyms=("hours 3 code",)),
    number("amount_3", "Hours 3 Amount", "ADP: hours of that code.", synonyms=("hours 3 amount",)),
    text("code_4", "Hours 4 Code", "ADP: what the hours beside it are.", synonyms=("hours 4 code",)),
    number("amount_4", "Hours 4 Amount", "ADP: hours of that code.", synonyms=("hours 4 amount",)),
)
SOCIAL_SECURITY = r"\d{3}-?\d{2}-?\d{4}"
"""What a social security number looks like: it is no number of an employee, whatever a heading says."""

LEAVE = ("pto", "vacation", "sick", "holiday")
CODED = (("code_3", "amount_3"), ("code_4", "amount_4"))
LEAVE_CODES = frozenset(("v", "vac", "s", "sck", "sick", "h", "hol", "p", "per", "pto"))
"""ADP's usual codes of hours that are paid and not worked; a practice may have others."""

_PRIVATE = (
    "ssn", "social", "tax", "birth", "dob", "age", "sex", "gender", "marital", "bank", "routing", "account", "address",
    "street", "city", "state", "zip", "phone", "email", "mail", "pay", "gross", "net", "wage", "salary", "rate",
    "earnings", "amount", "bonus", "commission", "tips", "deduction", "garnishment", "reimbursement", "draw", "401k",
    "medicare", "federal", "fica", "dollars", "cost", "correction", "benefit", "note",
)  # fmt: skip


def private_headings(headings: Sequence[str]) -> list[str]:
    """Headings of pay and of what is personal; only their names are told, so a word too many does no harm."""
    return [heading for heading in headings if any(word in normalised(heading) for word in _PRIVATE)]
