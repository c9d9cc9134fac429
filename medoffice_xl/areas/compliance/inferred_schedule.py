"""What payers actually pay: the schedule that their remittances show, with how sure each rate is."""

import pandas as pd

from medoffice_xl.contracts.inferred import ENOUGH, inferred_rates
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.measure import Unit
from medoffice_xl.reports.document import Column, Report, Section
from medoffice_xl.reports.rows import counted, plain_rows


def build(lines: pd.DataFrame, judged: InForce) -> Report:
    """The report over checked lines, with the rates most used first within each payer."""
    rates = inferred_rates(lines)
    enough = judged.whole(ENOUGH)
    sure = rates["lines"] >= enough
    return Report(
        sheet="Inferred rates",
        title="What payers usually allow",
        subtitle="From the remittances: the commonest allowed amount of one unit, by period",
        verdict=(
            f"{counted(int(sure.sum()), 'rate', 'rates')} from {enough} lines or more, "
            f"{counted(int((~sure).sum()), 'hint', 'hints')} from fewer."
        ),
        sections=(
            _section("Rates", rates[sure], "No code was paid often enough."),
            _section("Hints", rates[~sure], "None."),
        ),
        notes=(
            "A rate here is what was paid, not what was agreed. Hold it against the contract before you adopt it on "
            "Fee schedules.",
        ),
    )


def _section(heading: str, rates: pd.DataFrame, empty: str) -> Section:
    names = ["payer", "code", "mods", "setting", "first", "last", "rate", "low", "high", "lines", "confidence"]
    ordered = rates.sort_values(["payer", "lines", "code", "first"], ascending=[True, False, True, True], kind="stable")
    return Section(
        heading=heading,
        columns=(
            Column("Payer", Unit.TEXT, 24),
            Column("Code", Unit.TEXT, 9),
            Column("Mods", Unit.TEXT, 7),
            Column("Setting", Unit.TEXT, 8),
            Column("First service", Unit.DATE, 12),
            Column("Last service", Unit.DATE, 12),
            Column("Rate", Unit.MONEY),
            Column("Lowest", Unit.MONEY),
            Column("Highest", Unit.MONEY),
            Column("Lines", Unit.COUNT, 8),
            Column("At the rate", Unit.PERCENT, 10),
        ),
        rows=plain_rows(ordered, names),
        empty=empty,
    )
