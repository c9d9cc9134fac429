"""The yearly fee-schedule review: every payer's schedule in one row, and the codes that move the money in a grid."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from medoffice_xl.areas.rates.agreed_rates import agreed_rates, items
from medoffice_xl.areas.rates.medicare_amounts import medicare_amounts, newest_year
from medoffice_xl.areas.rates.percent_of_medicare import DEFINITION as PERCENT_DEFINITION
from medoffice_xl.areas.rates.percent_of_medicare import Mix, Schedules, percent_of_medicare
from medoffice_xl.areas.rates.rate_year import rate_years
from medoffice_xl.areas.rates.weighted_rate import weighted_rate
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.production.code_use import CodeUse, code_use
from medoffice_xl.production.relative_values import own_values

DEFINITION = Definition(
    "Fee-schedule review",
    "each payer's rates in force: percent of Medicare on the practice's code mix and on the payer's own; weighted "
    "average payment; the rate year that the payer's latest answers match",
    PERCENT_DEFINITION.source + "; Levulan, payer contracts worksheet",
)

NOT_LOADED = "not loaded"
"""Stands where a year's file is not loaded."""


def fee_schedule_review(
    charges: Frame,
    remits: Frame,
    schedules: Schedules,
    as_of: date,
    pinned: int = 0,
    window: int = 365,
    locality: str = "",
) -> Breakdown:
    """One row a payer with a contract or rates, most charges first.

    Percent of Medicare by the `pinned` year (the newest loaded where it is 0) and by the year of `as_of`, where
    its file is loaded. Raises NoData where no payer has a contract.
    """
    uses = code_use(charges, days_up_to(as_of, window), as_of)
    payers = contracted_payers(uses, schedules)
    year = pinned or newest_year(schedules.medicare.mpfs)
    loaded = set(schedules.medicare.mpfs["year"])
    paid_on = rate_years(remits, schedules.book, as_of)

    def percent(payer: str, of_year: int, mix: Mix) -> float | None:
        return _value(lambda: percent_of_medicare(charges, schedules, as_of, payer, of_year, mix, window, locality))

    body: list[tuple[Value, ...]] = []
    for payer in payers:
        weighted = _value(partial(weighted_rate, charges, schedules.book, as_of, payer, window=window))
        found = paid_on.get(payer)
        body.append(
            (
                payer,
                sum(use.charge for use in uses if use.payer == payer),
                percent(payer, year, Mix.PRACTICE),
                percent(payer, year, Mix.OWN),
                percent(payer, as_of.year, Mix.PRACTICE) if as_of.year in loaded else NOT_LOADED,
                weighted,
                "–" if not found else "old" if found.is_old else "in force",
                found.words if found else "no line can tell",
            )
        )
    notes = []
    if as_of.year not in loaded:
        notes.append(f"No relative values of {as_of.year} are loaded: its column says so. Import CMS's file.")
    return Breakdown(
        columns=(
            BreakdownColumn("Payer", Unit.TEXT),
            BreakdownColumn("Charges", Unit.MONEY),
            BreakdownColumn(f"% of Medicare {year}, practice's mix", Unit.PERCENT),
            BreakdownColumn(f"% of Medicare {year}, own mix", Unit.PERCENT),
            BreakdownColumn(f"% of Medicare {as_of.year}", Unit.PERCENT),
            BreakdownColumn("Weighted rate", Unit.MONEY),
            BreakdownColumn("Rate year", Unit.TEXT),
            BreakdownColumn("Paid at", Unit.TEXT),
        ),
        body=body,
        definition=DEFINITION,
        parts=[Part("Medicare's year", str(year), Unit.TEXT), Part("As of", as_of, Unit.DATE)],
        rows_used=sum(use.lines for use in uses),
        notes=notes,
    )


def rate_grid(
    charges: Frame,
    schedules: Schedules,
    as_of: date,
    top: int = 20,
    payers: int = 8,
    year: int = 0,
    window: int = 365,
    locality: str = "",
) -> Breakdown:
    """The `top` codes by charges: Medicare's amount, and each payer's rate as percent of it.

    A code that Medicare does not value shows no percent: it is listed, not guessed.
    """
    if top < 1 or payers < 1:
        raise OutOfRange("Give 1 or more codes and payers.")
    uses = code_use(charges, days_up_to(as_of, window), as_of)
    names = contracted_payers(uses, schedules)[:payers]
    wanted = year or newest_year(schedules.medicare.mpfs)
    mix = items(uses, schedules.book)[:top]
    own = own_values(schedules.charge_master, "total_rvu")
    amounts = medicare_amounts(schedules.medicare, own, mix, wanted, locality)
    rates = {name: agreed_rates(schedules.book, name, mix, as_of) for name in names}
    body: list[tuple[Value, ...]] = []
    for place, (item, amount) in enumerate(zip(mix, amounts, strict=True)):
        shares: list[float | None] = []
        for name in names:
            cents = rates[name][place].cents
            shares.append(None if cents is None or not amount.cents else cents / amount.cents)
        source = "own RVUs" if amount.own else "Medicare" if amount.cents is not None else "no value"
        body.append((item.name, item.units / 1000, item.charge, amount.cents, source, *shares))
    return Breakdown(
        columns=(
            BreakdownColumn("Code", Unit.TEXT),
            BreakdownColumn("Units", Unit.COUNT),
            BreakdownColumn("Charges", Unit.MONEY),
            BreakdownColumn(f"Medicare {wanted}", Unit.MONEY),
            BreakdownColumn("Valued by", Unit.TEXT),
            *(BreakdownColumn(name, Unit.PERCENT) for name in names),
        ),
        body=body,
        definition=PERCENT_DEFINITION,
        parts=[Part("Medicare's year", str(wanted), Unit.TEXT), Part("As of", as_of, Unit.DATE)],
        rows_used=len(mix),
    )


def contracted_payers(uses: Sequence[CodeUse], schedules: Schedules) -> list[str]:
    """Payers with services and a contract or rates, most charges first."""
    known = {
        schedules.book.names.names[place].casefold() for place in set(schedules.book.terms.payer.tolist()) if place >= 0
    }
    sums: dict[str, int] = {}
    for use in uses:
        if use.payer.casefold() in known:
            sums[use.payer] = sums.get(use.payer, 0) + use.charge
    if not sums:
        raise NoData("No payer with services has a contract or rates. Fill in Contracts or Fee schedules.")
    return sorted(sums, key=lambda name: (-sums[name], name))


def _value(compute: Callable[[], Measure]) -> float | None:
    try:
        return compute().value
    except NoData:
        return None
