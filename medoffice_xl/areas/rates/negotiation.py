"""The negotiation sheet of one payer: its top codes, what it pays, what others pay, what to ask and what it brings."""

from datetime import date
from fractions import Fraction

from medoffice_xl.areas.rates.agreed_rates import agreed_rates, items
from medoffice_xl.areas.rates.fee_schedule_review import contracted_payers
from medoffice_xl.areas.rates.medicare_amounts import medicare_amounts, newest_year
from medoffice_xl.areas.rates.percent_of_medicare import Schedules
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.production.code_use import code_use
from medoffice_xl.production.relative_values import own_values

DEFINITION = Definition(
    "Negotiation sheet",
    "ask = the target percent of Medicare's amount, or the highest rate of another payer where Medicare has none; "
    "never below today's rate. Gain = units of the period × (ask − rate)",
    "Levulan, payer contracts worksheet; Valiant Lifecare, payer contracting",
)

COLUMNS = (
    BreakdownColumn("Code", Unit.TEXT),
    BreakdownColumn("Units", Unit.COUNT),
    BreakdownColumn("Rate", Unit.MONEY),
    BreakdownColumn("Medicare", Unit.MONEY),
    BreakdownColumn("% of Medicare", Unit.PERCENT),
    BreakdownColumn("Best other payer", Unit.MONEY),
    BreakdownColumn("Ask", Unit.MONEY),
    BreakdownColumn("Gain", Unit.MONEY),
)


def negotiation(
    charges: Frame,
    schedules: Schedules,
    as_of: date,
    payer: str,
    target: float = 1.2,
    top: int = 20,
    year: int = 0,
    window: int = 365,
    locality: str = "",
) -> Breakdown:
    """The payer's `top` codes by its own charges of the `window` days up to `as_of`, with a total.

    `target` is the percent of Medicare to ask for, as a fraction. Raises NoData without services or rates.
    """
    if not 0 < target <= 10 or top < 1:
        raise OutOfRange("Give a target above 0% of Medicare, such as 120%, and 1 or more codes.")
    uses = code_use(charges, days_up_to(as_of, window), as_of)
    mix = items(uses, schedules.book, payer)[:top]
    if not mix:
        raise NoData(f"No services were charged to “{payer}” in the {window} days to {as_of:%m/%d/%Y}.")
    rates = agreed_rates(schedules.book, payer, mix, as_of)
    if all(rate.cents is None for rate in rates):
        raise NoData(f"{payer} has no rates: {rates[0].why}.")
    others = [name for name in contracted_payers(uses, schedules) if name.casefold() != payer.strip().casefold()]
    theirs = [agreed_rates(schedules.book, name, mix, as_of) for name in others]
    wanted = year or newest_year(schedules.medicare.mpfs)
    amounts = medicare_amounts(
        schedules.medicare, own_values(schedules.charge_master, "total_rvu"), mix, wanted, locality
    )
    body: list[tuple[Value, ...]] = []
    gains = 0
    for place, (item, rate, amount) in enumerate(zip(mix, rates, amounts, strict=True)):
        best = max((cents for each in theirs if (cents := each[place].cents) is not None), default=None)
        ask = best if amount.cents is None else half_up(Fraction(str(target)) * amount.cents)
        ask = None if rate.cents is None else max(ask or 0, rate.cents)
        gain = None if ask is None or rate.cents is None else half_up(item.units * (ask - rate.exact) / 1000)
        gains += gain or 0
        percent = None if rate.cents is None or not amount.cents else rate.cents / amount.cents
        body.append((item.name, item.units / 1000, rate.cents, amount.cents, percent, best, ask, gain))
    return Breakdown(
        columns=COLUMNS,
        body=[*body, ("Total", sum(item.units for item in mix) / 1000, None, None, None, None, None, gains)],
        definition=DEFINITION,
        parts=[
            Part("Payer", payer, Unit.TEXT),
            Part("Target", target, Unit.PERCENT),
            Part("Medicare's year", str(wanted), Unit.TEXT),
            Part("Gain", gains, Unit.MONEY),
        ],
        rows_used=len(mix),
    )
