"""What if a payer's rates change: by percent, by a conversion factor, or to a schedule it proposes."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.payers.payer_economics import Books, Practice, Terms, economics
from medoffice_xl.areas.payers.what_if_months import Change, by_month
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import month_numbers
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Breakdown, Definition, Part, Unit
from medoffice_xl.production.charge_lines import billed_lines, priced_lines
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CONTRACTS, FEE_SCHEDULES, empty_frame

DEFINITION = Definition(
    "What if rates change",
    "revenue × what the new rates allow ÷ what today's allow, over the payer's own billed lines of the period, each "
    "priced by the contract engine on its day of service; lines without a price stay as they are. Cost stays",
    "Levulan, payer contracts worksheet: rates weighted by the practice's own services",
)


class How(StrEnum):
    """How the rates change."""

    PERCENT = "percent"
    FACTOR = "conversion factor"
    SCHEDULE = "schedule"


def what_if_rate(
    books: Books, pricing: Tables, terms: Terms, payer: str, how: str = How.PERCENT, value: float = 0.0
) -> Breakdown:
    """Month by month, today and after the change of one payer's rates.

    `value` is the change as a fraction for percent (0.03 is 3% more) and dollars a RVU for a conversion factor; a
    schedule is the payer's rows of *Proposed rates*, whose codes replace today's rates. `pricing` are the tables that
    price today.
    """
    way = choose(How, how, "way to change rates")
    practice = economics(books, terms)
    practice.of(payer)
    notes: list[str] = []
    if way is How.PERCENT:
        if value <= -1:
            raise OutOfRange(f"A change of {value:.0%} leaves nothing; give more than -100%.")
        ratios = dict.fromkeys((month for _, month in practice.cells), 1 + Fraction(str(value)))
    else:
        after = _with_factor(pricing, payer, value) if way is How.FACTOR else _with_schedule(pricing, payer)
        rows = billed_lines(books.charges, practice.period, terms.as_of)
        ratios = _ratios(rows, pricing.shared(RULEBOOK), after, payer, practice.period, notes)
    return by_month(
        practice,
        _changes(practice, payer, ratios),
        DEFINITION,
        [
            Part("Payer", payer, Unit.TEXT),
            Part("Change by", str(way), Unit.TEXT),
            *(
                []
                if way is How.SCHEDULE
                else [Part("Value", value, Unit.PERCENT if way is How.PERCENT else Unit.RATIO)]
            ),
        ],
        notes,
    )


def _changes(practice: Practice, payer: str, ratios: Mapping[int, Fraction]) -> dict[int, Change]:
    wanted = payer.strip().casefold()
    return {
        month: Change(revenue=part.money * (ratios.get(month, Fraction(1)) - 1))
        for (name, month), part in practice.cells.items()
        if name.casefold() == wanted
    }


def _ratios(
    lines: pd.DataFrame, today: Rulebook, after: Rulebook, payer: str, period: Period, notes: list[str]
) -> dict[int, Fraction]:
    """New over today's allowed amounts by month; a line that either side cannot price counts as unchanged."""
    rows = lines[lines["payer"].str.casefold() == payer.strip().casefold()].reset_index(drop=True)
    if rows.empty:
        raise NoData(f"No services of {payer} from {period}.")
    now, new = priced_lines(rows, today), priced_lines(rows, after)
    both = now.known & new.known
    if not both.any():
        raise NoData(f"No service of {payer} has a price both today and after the change. Fill in its contract.")
    frame = pd.DataFrame(
        {
            "month": month_numbers(rows["dos"]),
            "now": pd.Series(now.allowed).where(both, rows["charge"]),
            "new": pd.Series(new.allowed).where(both, rows["charge"]),
            "charge": rows["charge"],
        }
    )
    missing = int(frame["charge"][~both].sum())
    if missing:
        share = missing / int(frame["charge"].sum())
        notes.append(
            f"{int((~both).sum()):,} lines with {share:.1%} of the charges have no price; they stay as they are."
        )
    sums = frame.groupby("month")[["now", "new"]].sum()
    return {
        int(month): Fraction(int(new_sum), int(now_sum)) if now_sum else Fraction(1)
        for month, now_sum, new_sum in zip(sums.index, sums["now"], sums["new"], strict=True)
    }


def _with_factor(pricing: Tables, payer: str, factor: float) -> Rulebook:
    """The rulebook with the payer paying its own conversion factor instead of whatever it pays now."""
    if factor <= 0:
        raise OutOfRange(f"The conversion factor is {factor:g}; give dollars a RVU, such as 38.50.")
    contracts, rates = pricing["contracts"], pricing["fee_schedules"]
    others = contracts[~_of(contracts, payer)]
    row = empty_frame(CONTRACTS).reindex([0])
    texts = {column.name: "" for column in CONTRACTS if str(row[column.name].dtype) == "str"}
    row = row.assign(**texts).assign(
        payer=pd.Series([payer.strip()], dtype="str"),
        effective=pd.Timestamp(1990, 1, 1),
        method="conversion factor",
        factor=float(factor),
    )
    agreed = pd.concat([others, row.astype(empty_frame(CONTRACTS).dtypes.to_dict())], ignore_index=True)
    return pricing.replaced(contracts=agreed, fee_schedules=rates[~_of(rates, payer)]).shared(RULEBOOK)


def _with_schedule(pricing: Tables, payer: str) -> Rulebook:
    """The rulebook with the proposed rates in the place of today's for the codes that they name."""
    proposed, rates = pricing["proposed_rates"], pricing["fee_schedules"]
    offered = proposed[_of(proposed, payer)]
    if offered.empty:
        named = sorted(set(proposed["payer"])) or ["nobody"]
        raise BadArgument(f"Proposed rates has no row of “{payer}”; it has rates of {', '.join(named)}.")
    replaced = _of(rates, payer) & rates["code"].str.upper().isin(offered["code"].str.upper())
    new = offered.assign(
        payer=payer.strip(),
        npi="",
        basis="",
        effective=pd.Timestamp(1990, 1, 1),
        end=None,
        code=offered["code"].str.upper(),
    )
    new = new[FEE_SCHEDULES.names].astype(empty_frame(FEE_SCHEDULES).dtypes.to_dict())
    joined = pd.concat([rates[~replaced], new], ignore_index=True)
    return pricing.replaced(fee_schedules=joined).shared(RULEBOOK)


def _of(frame: pd.DataFrame, payer: str) -> "pd.Series[bool]":
    return frame["payer"].str.strip().str.casefold() == payer.strip().casefold()
