"""How patients come to the practice, what they cost and bring, and who they are."""

from datetime import date
from typing import Annotated

from medoffice_xl.areas.budget.books import NEEDS as BOOKS
from medoffice_xl.areas.marketing import acquisition_cost as acquisition
from medoffice_xl.areas.marketing.brought import Brought, brought
from medoffice_xl.areas.marketing.campaign_return import campaign_return, campaign_returns
from medoffice_xl.areas.marketing.campaigns import campaigns_of
from medoffice_xl.areas.marketing.cohort_margin import Worth, worth
from medoffice_xl.areas.marketing.demographics import demographics
from medoffice_xl.areas.marketing.marketing_need import marketing_need
from medoffice_xl.areas.marketing.marketing_plan import marketing_plan
from medoffice_xl.areas.marketing.new_patients import new_patients, registered, without_source
from medoffice_xl.areas.marketing.new_patients_by import new_patients_by
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.budget import ALERT_READS, YearStart

OfMarketing = Annotated[
    Tables, "Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING."
]
Days = Annotated[int, "How many days that end on the day: first visits within them count. Left out: 365."]
OneCampaign = Annotated[str, "A campaign, as on Campaigns. Left out: all."]

_CAME = ("campaigns", "registrations")
_BROUGHT = (*_CAME, "charges", "payments", "costs")


@cell_function("Marketing", needs=("registrations",))
def NEW_PATIENTS(Marketing: OfMarketing, AsOf: Day, days: Days = 365) -> Measure:
    """How many patients came for the first time in the days up to the day, by Registrations."""
    return new_patients(registered(Marketing["registrations"], AsOf), days)


@cell_function("Marketing", needs=("registrations",), uses=("thresholds",))
def NO_SOURCE_RATE(Marketing: OfMarketing, AsOf: Day, days: Days = 365) -> Measure:
    """Share of the new patients whose referral source is empty. Above 20% what campaigns cost is not reliable."""
    return without_source(registered(Marketing["registrations"], AsOf), days, limits_on(AsOf, Marketing))


@cell_function("Marketing", needs=_CAME, uses=("costs", "thresholds"))
def ACQUISITION_COST(Marketing: OfMarketing, AsOf: Day, campaign: OneCampaign = "", days: Days = 365) -> Measure:
    """What a new patient cost in dollars: spend of campaigns ÷ new patients that they brought.

    Of all campaigns over the days; of one campaign, since it began. A patient counts for the campaign of his referral
    source that ran when he first came, or had ended up to 90 days before. #N/A where none came.
    """
    return acquisition.acquisition_cost(_brought(Marketing, AsOf), Marketing.get("costs"), campaign, days)


@cell_function("Marketing", needs=_BROUGHT, uses=("thresholds",))
def CAMPAIGN_ROI(
    Marketing: OfMarketing,
    AsOf: Day,
    campaign: OneCampaign = "",
    horizon: Annotated[int, "90, 180 or 365 days after each patient's first visit. Left out: 180."] = 180,
) -> Measure:
    """Return of a campaign on margin, as a share of its spend: 1.067 is 106.7%; -1 where it brought nobody.

    (Collected for the patients it brought, less the variable cost of their visits and the spend) ÷ spend. Patients
    younger than the horizon count with what they left so far, and are told.
    """
    here = _brought(Marketing, AsOf)
    return campaign_return(here, _worth(Marketing, here), campaign, horizon)


@cell_function("Marketing", needs=_BROUGHT, uses=("thresholds",), spills=True)
def CAMPAIGN_RETURNS(Marketing: OfMarketing, AsOf: Day) -> Breakdown:
    """Every campaign that has begun: spend, new patients, cost of one, margin and return at 90, 180 and 365 days.

    Spills a heading, one row a campaign, newest first, and the total.
    """
    here = _brought(Marketing, AsOf)
    return campaign_returns(here, _worth(Marketing, here))


@cell_function("Marketing", needs=_BROUGHT, uses=("thresholds",), spills=True)
def NEW_PATIENTS_BY(
    Marketing: OfMarketing,
    AsOf: Day,
    by: Annotated[str, "source, campaign, referrer or month. Left out: source."] = "source",
    days: Days = 365,
    top: Annotated[int, "How many rows to show, most margin first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """New patients by where they came from, with visits, what was collected and the margin they left so far.

    Spills a heading, one row each and the total; by month, oldest first, without a total.
    """
    here = _brought(Marketing, AsOf)
    return new_patients_by(here, _worth(Marketing, here), by, days, top)


@cell_function("Marketing", needs=("registrations",), uses=("payers", "thresholds"), spills=True)
def DEMOGRAPHICS(
    Marketing: OfMarketing,
    AsOf: Day,
    by: Annotated[str, "age, wide age, sex, zip3 or payer. Left out: age."] = "age",
    across: Annotated[str, "A second one, across: a table of counts. Left out: a list with shares."] = "",
    days: Annotated[int, "Only patients who came first in so many days. Left out: all."] = 0,
) -> Breakdown:
    """Patients by age band, sex, ZIP3 or payer; groups of fewer than 11, and what would give them away, are *.

    Spills a heading, one row a band and the total. No total that is shown determines a hidden count.
    """
    found = registered(Marketing["registrations"], AsOf)
    return demographics(found, by, across, days, limits_on(AsOf, Marketing), PayerNames(Marketing.get("payers")))


@cell_function("Marketing", needs=_CAME, uses=(*BOOKS, *ALERT_READS), spills=True)
def MARKETING_NEED(Marketing: OfMarketing, AsOf: Day, FiscalYearStart: YearStart = 1) -> Breakdown:
    """Whether marketing is what the budget needs: the alert, who is missing, what they would cost, what is planned.

    Spills a heading and one row each. Without a budget it says so.
    """
    here = _brought(Marketing, AsOf)
    planned = [each for each in campaigns_of(Marketing["campaigns"]) if each.first > AsOf]
    return marketing_need(here, planned, Marketing, FiscalYearStart)


@cell_function("Marketing", needs=_CAME, uses=("thresholds",), spills=True)
def MARKETING_PLAN(Marketing: OfMarketing, AsOf: Day) -> Breakdown:
    """The marketing plan: what, for whom, when, spend, expected visits, owner, what came and the result.

    Spills a heading and one row a campaign: those to come first, then those that run, then those that are over.
    """
    return marketing_plan(_brought(Marketing, AsOf), campaigns_of(Marketing["campaigns"]))


def _brought(tables: Tables, as_of: date) -> Brought:
    return brought(tables["campaigns"], registered(tables["registrations"], as_of), limits_on(as_of, tables))


def _worth(tables: Tables, here: Brought) -> Worth:
    return worth(here.found, tables.rows("charges"), tables.rows("payments"), tables["costs"])
