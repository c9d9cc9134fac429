"""What a column of a list of employees may be, by the headings that payroll services and HR systems give it."""

from medoffice_xl.areas.staff.hours_columns import COLUMNS as OF_HOURS
from medoffice_xl.tables.schema import Column, day, number, text
from medoffice_xl.tables.staff import ADVANCED, ANCILLARY, BUSINESS, CLINICAL, FRONT, INVOLUNTARY, PHYSICIAN, VOLUNTARY

_PERSON = tuple(column for column in OF_HOURS if column.name in ("employee_id", "name", "last_name", "first_name"))
_HIRED = ("hire date", "date hired", "date of hire", "start date", "original hire date", "hired",
          "most recent hire date", "employment start date", "hired on")  # fmt: skip
_LEFT = ("termination date", "term date", "date terminated", "end date", "last day", "last day of work", "terminated",
         "separation date", "dismissal date", "left on", "last day worked")  # fmt: skip
_WHY = ("termination reason", "termination type", "reason for leaving", "separation reason", "separation type",
        "how left", "voluntary or involuntary")  # fmt: skip
_WEEKLY = ("standard hours", "weekly hours", "hours per week", "scheduled hours", "hours a week", "std hours",
           "default hours")  # fmt: skip

COLUMNS: tuple[Column, ...] = (
    *_PERSON,
    text("role", "Role", "What the person does.", synonyms=("job title", "title", "position", "job", "position title",
         "job description", "occupation")),
    text("kind", "Staff kind", "Which kind of staff it is.", synonyms=("staff kind", "staff type", "job family",
         "job category")),
    text("department", "Department", "Where.", synonyms=("dept", "home department", "department name", "cost center",
         "work location", "location")),
    day("hired", "Hired on", "First day of work.", synonyms=_HIRED),
    day("left", "Left on", "Last day of work.", synonyms=_LEFT),
    text("leave", "How left", "Voluntary or not.", synonyms=_WHY),
    number("weekly_hours", "Hours a week", "Hours agreed a week.", synonyms=_WEEKLY),
    day("license_until", "License until", "Last day of the license.", synonyms=("license expiration", "license expires",
        "license expiration date", "license exp date", "licence expiry")),
    day("dea_since", "DEA since", "Day of the DEA registration.", synonyms=("dea issued", "dea issue date")),
    day("board_until", "Board until", "Last day of the board certification.",
        synonyms=("board certification expiration", "board expires")),
    day("cpr_on", "CPR on", "Day of the last course.", synonyms=("cpr date", "bls date", "cpr issued")),
    day("i9_on", "I-9 on", "Day the form I-9 was completed.", synonyms=("i9 date", "i-9 date", "i-9 completed")),
    day("review_on", "Review on", "Day of the last review.", synonyms=("last review", "last review date",
        "review date")),
)  # fmt: skip

_KINDS = (
    (ADVANCED, ("nurse practitioner", "physician assistant", "np", "pa", "pa-c", "aprn", "crna", "midwife", "arnp")),
    (CLINICAL, ("nurse", "medical assistant", "clinical", "rn", "lpn", "ma", "cma", "phlebotomist")),
    (PHYSICIAN, ("physician", "md", "do", "doctor", "surgeon", "hospitalist")),
    (FRONT, ("front", "receptionist", "reception", "scheduler", "check-in", "registrar", "greeter")),
    (ANCILLARY, ("technologist", "technician", "tech", "radiology", "laboratory", "lab", "therapist", "sonographer")),
    (BUSINESS, ("biller", "billing", "coder", "coding", "manager", "accountant", "bookkeeper", "administrator",
                "office", "collections", "credentialing", "human resources", "records", "it")),
)  # fmt: skip
_WAYS = ((INVOLUNTARY, ("involuntary", "dismissed", "fired", "laid off", "cause")),
         (VOLUNTARY, ("voluntary", "resigned", "resignation", "quit")))  # fmt: skip


def kind_of(role: str) -> str:
    """The kind of staff that a job title stands for by its words; empty where they do not tell.

    >>> kind_of("Medical Assistant II"), kind_of("Nurse Practitioner"), kind_of("Gardener")
    ('clinical support', 'advanced practice', '')
    """
    return _first(_KINDS, role)


def leave_of(reason: str) -> str:
    """How somebody left, by the words of the reason; empty where they do not tell.

    >>> leave_of("Involuntary - attendance"), leave_of("Resigned"), leave_of("Moved")
    ('involuntary', 'voluntary', '')
    """
    return _first(_WAYS, reason)


def _first(words: tuple[tuple[str, tuple[str, ...]], ...], said: str) -> str:
    plain = f" {' '.join(said.casefold().replace('/', ' ').replace(',', ' ').split())} "
    return next((name for name, each in words if any(f" {word} " in plain for word in each)), "")
