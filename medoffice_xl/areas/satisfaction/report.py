"""Satisfaction, in one report: how patients see the practice and each provider, complaints, themes, focus groups."""

from collections.abc import Callable, Sequence

from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.complaints import Complaints, complaint_kinds, complaint_list, complaints
from medoffice_xl.areas.satisfaction.focus_findings import focus_findings
from medoffice_xl.areas.satisfaction.satisfaction_by import satisfaction_by
from medoffice_xl.areas.satisfaction.themes import comment_themes
from medoffice_xl.areas.satisfaction.top_box import net_promoter_score
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Breakdown
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import breakdown_section, report_page
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables

SHEET = "Satisfaction report"
_WIDTHS = {"Provider": 22, "Question": 60, "Theme": 28, "Finding": 60, "Action": 44, "Says": 20, "Measure": 20}


def build(practice: Practice) -> Page:
    """The report of the practice's day; what there is nothing of is left out."""
    tables = tables_of(practice)
    limits = limits_on(practice.as_of, tables)
    made = complaints(tables["complaints"], limits, practice.as_of)
    sections = list(_of_answers(tables, practice))
    for heading, make in (
        ("Open complaints", lambda: complaint_list(made)),
        ("Complaints by kind, 365 days", lambda: complaint_kinds(made, 365)),
        ("Focus groups", lambda: focus_findings(tables["focus_groups"], practice.as_of)),
    ):
        sections += _made(heading, make)
    return report_page(
        sheet=SHEET,
        title="What patients say",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=_verdict(tables, practice, made),
        sections=[listing for listing, _ in sections],
        notes=tuple(dict.fromkeys(note for _, found in sections for note in found.notes)),
    )


Section = tuple[Listing, Breakdown]


def _of_answers(tables: Tables, practice: Practice) -> Sequence[Section]:
    found = answers(tables, practice.as_of)
    sections: list[Section] = []
    for heading, by, days in (
        ("By what was asked, 365 days", "measure", 365),
        ("Rating by provider, 180 days", "provider", 180),
        ("Rating by month", "month", 365),
    ):
        sections += _made(heading, lambda by=by, days=days: satisfaction_by(found, by, "rating", days))  # type: ignore[misc]
    sections += _made("What comments speak of", lambda: comment_themes(found, tables.get("comment_themes"), 365))
    return sections


def _made(heading: str, make: Callable[[], Breakdown]) -> list[Section]:
    try:
        found = make()
    except NoData:
        return []
    return [(breakdown_section(heading, found, _WIDTHS), found)]


def _verdict(tables: Tables, practice: Practice, made: Complaints) -> str:
    still = f"{counted(len(made.open), 'complaint', 'complaints')} open."
    try:
        score = net_promoter_score(answers(tables, practice.as_of), "", 365)
    except NoData:
        return f"Too few answers for a score; {still}"
    return f"Net promoter score {score.value:.0f} of {counted(score.rows_used, 'answer', 'answers')}; {still}"
