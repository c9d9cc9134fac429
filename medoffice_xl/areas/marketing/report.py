"""Marketing, in one report: campaigns with what they returned, sources, referrers, and who the patients are."""

from medoffice_xl.areas.marketing import campaign_return, demographics, new_patients_by
from medoffice_xl.areas.marketing.brought import Brought, brought
from medoffice_xl.areas.marketing.cohort_margin import worth
from medoffice_xl.areas.marketing.new_patients import registered
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.measure import Breakdown
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import breakdown_section, report_page
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted

SHEET = "Marketing report"
DAYS = 365
_WIDTHS = {"Campaign": 28, "Source": 28, "Referrer": 28, "Kind": 14, "Verdict": 14, "Payer": 26}


def build(practice: Practice) -> Page:
    """The report of the practice's day."""
    tables = tables_of(practice)
    limits = limits_on(practice.as_of, tables)
    found = registered(tables["registrations"], practice.as_of)
    here = brought(tables["campaigns"], found, limits)
    payers = PayerNames(tables.get("payers"))
    values = worth(found, tables.rows("charges"), tables.rows("payments"), tables["costs"])
    returns = campaign_return.campaign_returns(here, values) if here.campaigns else None
    by = [new_patients_by.new_patients_by(here, values, which, DAYS) for which in ("source", "referrer", "month")]
    people = [
        demographics.demographics(found, which, "", 0, limits, payers) for which in ("age", "sex", "zip3", "payer")
    ]
    return report_page(
        sheet=SHEET,
        title="Where patients come from, and who they are",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=_verdict(here, returns),
        sections=(
            *([_section("Campaigns", returns)] if returns else []),
            *(map(_section, ("By source", "By referrer", "By month"), by)),
            *(map(_section, ("By age", "By sex", "By ZIP3", "By payer"), people)),
        ),
        notes=tuple(dict.fromkeys(note for each in (*by, *people) for note in each.notes)),
    )


def _verdict(here: Brought, returns: Breakdown | None) -> str:
    came = len(here.found.of(days_up_to(here.as_of, DAYS)))
    if not came:
        raise NoData("No patient's first visit is within the last 365 days.")
    said = f"{counted(came, 'new patient', 'new patients')} in {DAYS} days"
    if returns is None:
        return f"{said}; no campaign has begun."
    place = [column.header for column in returns.columns].index("Verdict")
    paid = sum(row[place] == campaign_return.PAID for row in returns.body)
    return f"{said}; {paid:,} of {counted(len(here.campaigns), 'campaign', 'campaigns')} paid back."


def _section(heading: str, found: Breakdown) -> Listing:
    return breakdown_section(heading, found, _WIDTHS)
