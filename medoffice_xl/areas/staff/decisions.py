"""Places that are open: fill them, or give them up."""

from datetime import date

from medoffice_xl.areas.staff.vacancies import open_vacancies
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.sets import Tables
from medoffice_xl.tables import VACANCIES

SHEET = "Staffing"


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    if not tables.has_rows(VACANCIES.name):
        return []
    return [
        Decision(f"Fill the place “{row['vacancy']}”, or give it up", None, None, "",
                 f"{row['role']}, {row['weekly_hours'] or 0:g} hours a week, open for {(as_of - row['opened']).days} "
                 "days",
                 SHEET)
        for row in open_vacancies(tables[VACANCIES.name], as_of)
    ]  # fmt: skip


DECISIONS = Decisions((VACANCIES.name,), _decisions)
