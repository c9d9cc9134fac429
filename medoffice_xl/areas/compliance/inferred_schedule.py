"""What payers actually pay: the schedule that their remittances show, with how sure each rate is."""

import pandas as pd

from medoffice_xl.contracts.inferred import ENOUGH, inferred_rates
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, percent, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows


def build(lines: Frame, judged: InForce) -> Page:
    """The report over checked lines, with the rates most used first within each payer."""
    rates = inferred_rates(lines)
    enough = judged.whole(ENOUGH)
    sure = rates["lines"] >= enough
    return report_page(
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


def _section(heading: str, rates: pd.DataFrame, empty: str) -> Listing:
    names = ["payer", "code", "mods", "setting", "first", "last", "rate", "low", "high", "lines", "confidence"]
    ordered = rates.sort_values(["payer", "lines", "code", "first"], ascending=[True, False, True, True], kind="stable")
    return section(
        heading=heading,
        columns=(
            text("Payer", 24),
            text("Code", 9),
            text("Mods", 7),
            text("Setting", 8),
            day("First service", 12),
            day("Last service", 12),
            cents("Rate"),
            cents("Lowest"),
            cents("Highest"),
            count("Lines", 8),
            percent("At the rate", 10),
        ),
        rows=plain_rows(ordered, names),
        empty=empty,
    )
