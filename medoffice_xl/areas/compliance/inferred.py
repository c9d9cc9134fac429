"""What payers usually allow, as a figure with its confidence."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.contracts.checked_rows import Which, payers
from medoffice_xl.contracts.inferred import ENOUGH, inferred_rates
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Inferred rate",
    "the commonest allowed amount of one unit, by payer, code, modifiers and setting, in the latest period",
    "the practice's own remittances",
)


def inferred_rate(lines: Frame, payer: str, code: str, thresholds: Thresholds) -> Measure:
    """The latest inferred rate of a code, without modifiers where there is such a one; raises NoData without lines.

    Whether it is a rate or a hint is judged on the day of its last service.
    """
    rates = inferred_rates(lines, _is_of(lines, payer, code))
    if rates.empty:
        raise NoData(f"No line of {payer} with {code} was paid in a way that tells a rate.")
    row = _latest(rates)
    enough = thresholds.on(row["last"].date()).whole(ENOUGH)
    hint = [] if row["lines"] >= enough else [f"Only {row['lines']} lines: a hint, not a rate."]
    earlier = [
        f"{one['first']:%m/%d/%Y} to {one['last']:%m/%d/%Y}: ${one['rate'] / 100:,.2f} on {one['lines']} lines"
        for one in rates.drop(index=row.name).to_dict("records")
    ]
    return Measure(
        int(row["rate"]),
        Unit.MONEY,
        DEFINITION,
        parts=(
            Part("Payer", row["payer"], Unit.TEXT),
            Part("Code", f"{row['code']} {row['mods']}".strip(), Unit.TEXT),
            Part("Setting", row["setting"], Unit.TEXT),
            Part("First service", row["first"].date(), Unit.DATE),
            Part("Last service", row["last"].date(), Unit.DATE),
            Part("Lines", int(row["lines"]), Unit.COUNT),
            Part("Share of lines at the rate", float(row["confidence"]), Unit.PERCENT),
            Part("Lowest", int(row["low"]), Unit.MONEY),
            Part("Highest", int(row["high"]), Unit.MONEY),
        ),
        rows_used=int(row["lines"]),
        notes=(*hint, *earlier),
    )


def inferred_rows(lines: Frame, payers: Sequence[str], codes: Sequence[str]) -> list[list[Any]]:
    """The latest inferred rate of each pair in dollars, or why there is none."""
    rates = inferred_rates(lines)
    plain = rates.assign(payer=rates["payer"].str.casefold(), code=rates["code"].str.upper())
    groups = {key: _latest(group) for key, group in plain.groupby(["payer", "code"])}
    found = [groups.get((payer.casefold(), code.upper())) for payer, code in zip(payers, codes, strict=True)]
    return [["no paid lines"] if row is None else [int(row["rate"]) / 100] for row in found]


def _is_of(lines: Frame, payer: str, code: str) -> Which:
    meant = [name for name in payers(lines) if name.casefold() == payer.casefold()]
    return nw.col("payer").is_in(meant), nw.col("code").str.to_uppercase() == code.upper()


def _latest(rates: pd.DataFrame) -> "pd.Series[Any]":
    """The period that runs longest into the present; the one without modifiers and with most lines first."""
    plain = rates[rates["mods"] == ""]
    return (plain if len(plain) else rates).sort_values(["last", "lines"], kind="stable").iloc[-1]
