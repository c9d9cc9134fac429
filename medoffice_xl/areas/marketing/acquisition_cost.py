"""What a new patient costs: spend ÷ patients brought."""

from fractions import Fraction

import narwhals as nw

from medoffice_xl.areas.marketing.brought import Brought
from medoffice_xl.areas.marketing.campaigns import spent
from medoffice_xl.areas.marketing.new_patients import reliability
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to, until
from medoffice_xl.ledger.practice_costs import half_up, practice_costs
from medoffice_xl.ledger.rows import Frame, take
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables import COSTS
from medoffice_xl.tables.costs import MARKETING

DEFINITION = Definition(
    "Acquisition cost",
    "spend of campaigns in the days ÷ new patients that these campaigns brought in them; spend is spread over the days "
    "that a campaign runs",
    "ICS Creative: marketing spend ÷ new patients; attribution by first referral source",
)


def acquisition_cost(here: Brought, costs: Frame | None, campaign: str, window: int) -> Measure:
    """Cents that a new patient cost: of all campaigns within the days, or of one since it began.

    Raises NoData where no new patient was brought: what none costs cannot be said.
    """
    of = here.named(campaign)
    period = until(here.as_of) if campaign.strip() else days_up_to(here.as_of, window)
    every = here.found.of(period)
    own = here.by(of)
    patients = own[own.index.isin(every.index)]
    cents = spent(of, period)
    if patients.empty:
        raise NoData(f"{campaign.strip() or 'No campaign'} brought no new patient from {period}: none has a cost.")
    by_the_books = None if costs is None else of_the_books(costs, period)
    return Measure(
        a_head(cents, len(patients)),
        Unit.MONEY,
        DEFINITION,
        parts=[
            Part("Spent", cents, Unit.MONEY),
            Part("New patients brought", len(patients), Unit.COUNT),
            Part("All new patients", len(every), Unit.COUNT),
            *([] if by_the_books is None else [Part("Marketing by the books", by_the_books, Unit.MONEY)]),
            Part("To", period.last, Unit.DATE),
        ],
        rows_used=len(patients),
        left_out=here.found.left_out,
        notes=reliability(every, here.limits),
    )


def a_head(cents: int, heads: int) -> int:
    """Cents a head, half up."""
    return half_up(Fraction(cents, heads))


def of_the_books(costs: Frame, period: Period) -> int | None:
    """What the sheet Costs has for marketing in the period; None where it has nothing."""
    try:
        rows = take(costs, COSTS, "month", "category", "behaviour", "amount")
        return practice_costs(rows.filter(nw.col("category") == MARKETING), period).total
    except NoData:
        return None
