"""What campaigns return: the margin of the patients they brought against what was spent, campaign by campaign."""

from collections.abc import Collection, Sequence

import pandas as pd

from medoffice_xl.areas.marketing.acquisition_cost import a_head
from medoffice_xl.areas.marketing.brought import Brought
from medoffice_xl.areas.marketing.campaigns import Campaign, spent
from medoffice_xl.areas.marketing.cohort_margin import HORIZONS, Worth
from medoffice_xl.areas.marketing.new_patients import reliability
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.adding_up import adding_up
from medoffice_xl.ledger.period import until
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.tables.thresholds import Threshold

DEFINITION = Definition(
    "Campaign return",
    "(margin of the new patients it brought, within the days after each one's first visit − spend) ÷ spend; margin is "
    "what was collected less the variable cost of the visits",
    "medoffice_xl, after MGMA Stat 2023: the value of patients, not their count",
)
PAID, NOT_YET, DID_NOT, EARLY, NOTHING = "paid back", "not yet", "did not pay", "too early", "nothing spent"
JUDGED_AFTER = Threshold(
    "Marketing: days until a campaign is judged", "180", "days",
    "A campaign that has not paid is called behind once each of its patients came so many days ago; after 365 days it "
    "did not pay.",
)  # fmt: skip

COLUMNS = (
    BreakdownColumn("Campaign", Unit.TEXT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("From", Unit.DATE),
    BreakdownColumn("To", Unit.DATE),
    BreakdownColumn("Spent", Unit.MONEY),
    BreakdownColumn("New patients", Unit.COUNT),
    BreakdownColumn("Cost a patient", Unit.MONEY),
    *(BreakdownColumn(f"Margin {days} days", Unit.MONEY) for days in HORIZONS),
    *(BreakdownColumn(f"Return {days} days", Unit.PERCENT) for days in HORIZONS),
    BreakdownColumn("Verdict", Unit.TEXT),
    BreakdownColumn("Younger", Unit.COUNT),
)
TOTAL = "Total"


def campaign_return(here: Brought, worth: Worth, campaign: str, horizon: int) -> Measure:
    """The return of one campaign (or of all) within the horizon: −100% where it brought nobody.

    Raises NoData where nothing was spent: a share of nothing cannot be said.
    """
    if horizon not in HORIZONS:
        raise OutOfRange(f"A return is looked at after {', '.join(map(str, HORIZONS))} days, not {horizon}.")
    of = here.named(campaign)
    patients, cents = here.by(of), spent(of, until(here.as_of))
    if not cents:
        raise NoData(f"Nothing was spent on {campaign.strip() or 'campaigns'} by the day.")
    margin, young = worth.margin(patients["account"], horizon), worth.younger(patients, horizon)
    so_far = [f"{young:,} of {len(patients):,} patients came less than {horizon} days ago: so far."] if young else []
    return Measure(
        (margin - cents) / cents,
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Margin", margin, Unit.MONEY),
            Part("Spent", cents, Unit.MONEY),
            Part("New patients", len(patients), Unit.COUNT),
            Part("Collected", worth.collected(patients["account"], horizon), Unit.MONEY),
            Part("Visits", worth.count(patients["account"], horizon), Unit.COUNT),
            Part("Variable cost of a visit", half_up(worth.a_visit), Unit.MONEY),
        ],
        rows_used=len(patients),
        left_out=here.found.left_out,
        notes=[*so_far, *reliability(here.found.patients, here.limits), *worth.notes],
    )


def campaign_returns(here: Brought, worth: Worth) -> Breakdown:
    """Every campaign that has begun, newest first, with what it cost and brought; and their total.

    `Younger` are the patients who came less than 365 days ago, whose margin still grows.
    """
    newest_first = sorted(here.named(""), key=lambda each: (each.first, each.name), reverse=True)
    margins = _margins(here, worth, newest_first)
    rows = [
        _row(here, worth, [each], (each.name, each.kind, each.first, each.last), own)
        for each, own in zip(newest_first, margins, strict=True)
    ]
    whole = _margins_of(here.by(newest_first), worth)
    rows.append(_row(here, worth, newest_first, (TOTAL, None, None, None), whole))
    return Breakdown(
        COLUMNS,
        rows,
        DEFINITION,
        rows_used=len(here.by(newest_first)),
        left_out=here.found.left_out,
        notes=[*reliability(here.found.patients, here.limits), *worth.notes],
    )


def _margins_of(patients: pd.DataFrame, worth: Worth) -> list[int]:
    return [worth.margin(patients["account"], days) for days in HORIZONS]


def _margins(here: Brought, worth: Worth, campaigns: Sequence[Campaign]) -> list[tuple[int, ...]]:
    """By campaign, its margin within each horizon; campaigns add up to all of them."""
    patients = [here.by([each]) for each in campaigns]
    own, whole = [_margins_of(each, worth) for each in patients], _margins_of(here.by(campaigns), worth)
    by_horizon = [
        adding_up(
            [each[place] for each in own], whole[place], [worth.count(each["account"], days) for each in patients]
        )
        for place, days in enumerate(HORIZONS)
    ]
    return list(zip(*by_horizon, strict=True))


def _row(
    here: Brought, worth: Worth, of: Collection[Campaign], named: tuple[Value, ...], margins: Sequence[int]
) -> tuple[Value, ...]:
    patients, cents = here.by(of), spent(of, until(here.as_of))
    returns = [(margin - cents) / cents if cents else None for margin in margins]
    is_total = named[0] == TOTAL
    return (
        *named,
        cents,
        len(patients),
        a_head(cents, len(patients)) if len(patients) else None,
        *margins,
        *returns,
        None if is_total else verdict(cents, margins, worth, patients, here.limits),
        worth.younger(patients, HORIZONS[-1]),
    )


def verdict(cents: int, margins: Sequence[int], worth: Worth, patients: pd.DataFrame, limits: InForce) -> str:
    """Whether a campaign has paid: what its patients left by any horizon reaches what was spent.

    One that is behind is judged when all its patients came long enough ago, and for good when that is a year.
    """
    if not cents:
        return NOTHING
    if max(margins) >= cents:
        return PAID
    if not worth.younger(patients, HORIZONS[-1]):
        return DID_NOT
    return EARLY if worth.younger(patients, limits.whole(JUDGED_AFTER)) else NOT_YET
