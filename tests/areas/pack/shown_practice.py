"""A small practice's pages with their values, as the pack finds them: no workbook, no host."""

from datetime import date

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Bridge, Chart, Figure, Figures, Listing, Rows, Series, Shape
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.engine import place
from medoffice_xl.pages.fields import Tone, cents, count, month, percent, text
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.tables.benchmarks import Benchmark

DAYS = Benchmark("Days in A/R", "lower", 40, 50, Unit.DAYS, "AAFP", None, "")
PAYERS = (
    ("Blue Harbor", 60, 6_000_00, 0.5, "keep"),
    ("Northgate", 31, 3_100_50, 0.25, "leave"),
    ("Self-pay", 9, 90_00, 0.125, "keep"),
)
MONTHS = ((date(2026, 8, 1), 100_000_00, 42.0), (date(2026, 9, 1), 120_000_00, 44.0))
STEPS = (("Budgeted net", 1_000_00), ("6110 Jane Roe, biller", -200_00), ("6100 Front desk", -100_00), ("Rate", 50_00))

PAGE = Page(
    "Money",
    "Money",
    "",
    (
        Figures(
            "figures",
            (
                Figure("Days in A/R", Formula("=AR_DAYS(Practice,AsOf,90)"), Unit.DAYS, DAYS),
                Figure("Owed", 1_234_56, Unit.MONEY, says="By all", number_format="$#,##0.00"),
                Figure("Unknown", Formula("=NA()"), Unit.MONEY, says="Nobody knows"),
            ),
            title="Figures",
        ),
        Listing(
            "payers",
            (
                text("Payer"),
                count("Claims"),
                cents("Paid"),
                percent("Overturned"),
                text("Advice", tones={"keep": Tone.GOOD, "leave": Tone.POOR}),
            ),
            Rows(PAYERS, ("Total", 100, 9_190_50, 0.4, None)),
            title="By payer",
        ),
        Listing("months", (month("Month"), cents("Charges"), count("Days")), Rows(MONTHS)),
        Listing("steps", (text("Step"), cents("Amount")), Rows(STEPS, ("Actual net", 750_00))),
        Listing("none", (text("Step"), cents("Amount")), Rows(())),
        Chart(
            "trend",
            "Charges and days",
            "months",
            "Month",
            (
                Series("Charges", "Charges", "#000000"),
                Series("Days", "Days", "#000000", Shape.LINE, second_axis=True),
            ),
            bottom=Axis("Month", "mmm yy", is_time=True),
            side=Axis("Dollars (thousands)", "$#,##0,\\k"),
            second_side=Axis("Days", "0"),
        ),
        Chart(
            "by payer",
            "Paid, by payer",
            "payers",
            "Payer",
            (Series("Paid", "Paid", "#000000"),),
            bottom=Axis("Payer"),
            side=Axis("Dollars", "$#,##0"),
        ),
        Bridge(
            "bridge",
            "From budget to actual",
            "steps",
            "Step",
            "Amount",
            (),
            ("Actual net", "Amount"),
            bottom=Axis("Step"),
            side=Axis("Dollars", "$#,##0"),
        ),
    ),
)

CALCULATED = {"=AR_DAYS(Practice,AsOf,90)": 46.99}
REMARK = "Fair · good is 40 days or less"


def shown_pages() -> ShownPages:
    """The page with its values: formulas by what they come to, all else as it is declared."""
    placed = place([PAGE])
    grid = placed.pages[0].grid

    def cell(_, spot):
        content = grid[spot.row][spot.column]
        if not isinstance(content, Formula):
            return content
        return CALCULATED.get(content.text) or (REMARK if "Good" in content.text else None)

    return ShownPages([PAGE], placed, cell)
