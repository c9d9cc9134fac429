"""Job specifications and review forms, made from the record: what a role asks for, and what a person's year was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from medoffice_xl.areas.staff.due_soon import AFTER_THE_LAST, AS_TYPED, Due, due_days, notice
from medoffice_xl.areas.staff.form_words import CRITERIA, DUTIES, FOR_ALL, OF_ALL
from medoffice_xl.areas.staff.people import Person
from medoffice_xl.areas.staff.thresholds import FIRST_NOTICE
from medoffice_xl.areas.staff.workforce import Workforce, workforce
from medoffice_xl.contracts.thresholds import InForce, Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.reports.practice import Practice
from medoffice_xl.tables import STAFF

YEAR = 365
REVIEW = "Review"
_PAPERS = {column: what for column, what in AS_TYPED.items() if column != "i9_until"} | {
    column: what for column, (what, _) in AFTER_THE_LAST.items()
}


@dataclass(frozen=True, slots=True)
class JobSpecification:
    """What a role is, asks for and does."""

    practice: str
    day: date
    role: str
    facts: Sequence[tuple[str, str]]
    papers: Sequence[str]
    duties: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """What is known of a person's year before the review, and what is to be rated."""

    practice: str
    day: date
    who: str
    facts: Sequence[tuple[str, str]]
    due: Sequence[tuple[str, str, str]]
    criteria: Sequence[str]


def job_specifications(practice: Practice) -> list[JobSpecification]:
    """One a role of those who work here on the day. Raises NoData where nobody does."""
    rows = _here(practice.table("employees"), practice.as_of)
    roles: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        roles.setdefault(plain_name(row["role"]), []).append(row)
    return [_specification(practice, of) for _, of in sorted(roles.items())]


def review_forms(practice: Practice) -> list[ReviewForm]:
    """One for each person whose review is late or due within the first notice; the most urgent first."""
    staff, as_of = practice.table("employees"), practice.as_of
    judged = Thresholds(practice.table("thresholds") if practice.has("thresholds") else None).on(as_of)
    work = workforce(staff, practice.table("hours"), as_of, YEAR, judged)
    everything = due_days(staff, as_of, judged)
    latest = judged.whole(FIRST_NOTICE)
    reviewed = {row["employee"]: row["review_on"] for row in _here(staff, as_of)}
    people = {one.employee: one for one in work.everybody}
    return [
        _form(practice, people[due.employee], reviewed[due.employee], work, _others(everything, due, judged, as_of))
        for due in everything
        if due.what == REVIEW and (due.day - as_of).days <= latest
    ]


def _here(staff: Frame, as_of: date) -> Sequence[Mapping[str, Any]]:
    names = (
        "employee",
        "role",
        "kind",
        "department",
        "hired",
        "left",
        "weekly_hours",
        "manages",
        "review_on",
        *_PAPERS,
    )
    rows = fetch(take(staff, STAFF, *names))
    here = [row for row in rows if row["hired"] and row["hired"] <= as_of and (not row["left"] or row["left"] > as_of)]
    if not here:
        raise NoData("Nobody on the sheet Staff works here on this day.")
    return here


def _specification(practice: Practice, of: Sequence[Mapping[str, Any]]) -> JobSpecification:
    first = of[0]
    hours = sorted({row["weekly_hours"] for row in of if row["weekly_hours"]})
    agreed = " to ".join(f"{each:g}" for each in dict.fromkeys((hours[0], hours[-1]))) if hours else ""
    facts = (
        ("Kind of staff", first["kind"]),
        ("Department", ", ".join(sorted({row["department"] for row in of if row["department"]}))),
        ("Answers to", ", ".join(sorted({row["manages"] for row in of if row["manages"]}))),
        ("Hours a week", agreed),
        ("People in this role", str(len(of))),
    )
    papers = [what for column, what in _PAPERS.items() if any(row[column] is not None for row in of)]
    duties = (*DUTIES.get(plain_name(first["kind"]), ()), *FOR_ALL)
    return JobSpecification(practice.name, practice.as_of, first["role"], _told(facts), papers, duties)


def _form(
    practice: Practice, one: Person, reviewed: date | None, work: Workforce, due: Sequence[tuple[str, str, str]]
) -> ReviewForm:
    hours = work.hours([one])
    years = (practice.as_of - one.hired).days // YEAR
    facts = (
        ("Role", one.role),
        ("Department", one.department),
        ("Here since", f"{one.hired:%m/%d/%Y} ({years} years)" if years else f"{one.hired:%m/%d/%Y}"),
        ("Last review", f"{reviewed:%m/%d/%Y}" if reviewed and reviewed <= practice.as_of else "none yet"),
        ("Hours worked in the year", f"{float(hours.worked):,.1f}" if hours.worked else ""),
        ("of them overtime", f"{float(hours.overtime):,.1f}" if hours.worked else ""),
        ("Paid leave in the year", f"{float(hours.leave):,.1f} hours" if hours.paid else ""),
    )
    criteria = (*OF_ALL, *CRITERIA.get(one.kind, ()))
    return ReviewForm(practice.name, practice.as_of, one.name, _told(facts), due, criteria)


def _others(everything: Sequence[Due], review: Due, judged: InForce, as_of: date) -> list[tuple[str, str, str]]:
    """What else of the person has a last day, with its notice."""
    return [
        (due.what, f"{due.day:%m/%d/%Y}", notice((due.day - as_of).days, judged))
        for due in everything
        if due.employee == review.employee and due.what != REVIEW
    ]


def _told(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that say something."""
    return [(label, value) for label, value in facts if value]
