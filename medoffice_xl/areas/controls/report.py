"""Controls, for the physicians' sign-off: what was tested, what is to be looked at with every row, and who looked."""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.checks import every_check, largest_first
from medoffice_xl.areas.controls.finding import Check, Finding
from medoffice_xl.areas.controls.sign_off import Look, last_look
from medoffice_xl.areas.controls.tables import SIGN_OFFS
from medoffice_xl.measure import Value
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted

SHEET = "Control tests"
SHOWN = 100
"""Rows behind one finding that the report lists; a finding says how many there are."""


def control_tests(practice: Practice) -> Page:
    """The report on everything that is in the practice's tables."""
    signed = practice.table(SIGN_OFFS.name) if practice.has(SIGN_OFFS.name) else None
    return build(every_check(tables_of(practice), practice.as_of), signed, practice.as_of)


def build(checks: Sequence[Check], sign_offs: pd.DataFrame | None, as_of: date) -> Page:
    """The report of these tests; the last look at each by the day stands beside it."""
    found = list(_numbered(checks))
    tested = [check for check in checks if not check.not_tested]
    verdict = (
        f"{counted(len(found), 'thing', 'things')} to look at in {counted(len(tested), 'test', 'tests')}; "
        f"{counted(len(checks) - len(tested), 'test', 'tests')} could not be made."
    )
    return report_page(
        sheet=SHEET,
        title="Tests of internal controls",
        subtitle=f"As of {as_of:%m/%d/%Y}",
        verdict=verdict,
        sections=(_findings(found), _tested(checks, sign_offs, as_of), _rows(found)),
        notes=(
            "What is to be looked at proves nothing: most has a plain reason. Write what came of it on Sign-offs.",
            "Limits stand on Thresholds: set the small balance and the approval limit to the practice's own.",
        ),
    )


def _numbered(checks: Sequence[Check]) -> Iterator[tuple[str, Finding]]:
    """Every finding under a number of its own: C1-1."""
    places: dict[str, int] = {}
    for check in checks:
        for finding in largest_first(check):
            places[check.test] = places.get(check.test, 0) + 1
            yield f"{check.test}-{places[check.test]}", finding


def _findings(found: Sequence[tuple[str, Finding]]) -> Listing:
    return section(
        heading="To look at",
        columns=(text("Finding", 10), text("What", 60), cents("Dollars"), count("Rows"), text("What to do", 60)),
        rows=[(number, each.what, each.cents, each.count, each.to_do) for number, each in found],
        empty="Nothing is to be looked at.",
    )


def _tested(checks: Sequence[Check], sign_offs: pd.DataFrame | None, as_of: date) -> Listing:
    return section(
        heading="What was tested, and who looked last",
        columns=(
            text("Test", 10),
            text("Tested", 60),
            count("To look at"),
            day("Looked on", 12),
            text("By and outcome", 60),
        ),
        rows=[_row_of(check, last_look(sign_offs, check.test, as_of)) for check in checks],
    )


def _row_of(check: Check, look: Look | None) -> tuple[Value, ...]:
    told = f"{check.title}: {f'not tested. {check.not_tested}' if check.not_tested else f'{check.tested}.'}"
    on, who = (look.on, look.said) if look else (None, "Nobody yet")
    return check.test, told, len(check.findings), on, who


def _rows(found: Sequence[tuple[str, Finding]]) -> Listing:
    rows: list[tuple[Value, ...]] = []
    for number, finding in found:
        rows += [(number, each.who, each.cents, each.day, each.reference) for each in finding.rows[:SHOWN]]
        more = finding.rows[SHOWN:]
        if more:
            rows.append((number, f"… and {len(more):,} further rows", sum(each.cents for each in more), None, ""))
    return section(
        heading="Rows behind it",
        columns=(text("Finding", 10), text("Who or what", 60), cents("Dollars"), day("Day", 12), text("Reference", 60)),
        rows=rows,
    )
