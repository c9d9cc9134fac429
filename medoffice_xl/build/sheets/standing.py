"""How a figure stands against its benchmark: the words beside it and their colour."""

from medoffice_xl.build.look import FAIR, GOOD, POOR
from medoffice_xl.build.sheets.page import Page

Row = tuple[str, str, float, float, str, str, int | None, str]

BENCHMARK_ROWS: tuple[Row, ...] = (
    ("Days in A/R", "lower", 40, 50, "days",
     "AAFP, Managing your practice's finances", None,
     "30 to 40 days are preferable, below 50 is the least. Definitions differ: compare gross with gross."),
    ("A/R over 90 days", "lower", 0.15, 0.25, "%",
     "Get Practice Help, practice dashboard guide", None,
     "Below 15 % is healthy, above 25 % is a warning. MGMA data are quoted at about 13.5 %."),
    ("A/R over 120 days", "lower", 0.1026, 0.1721, "%",
     "MGMA 2007 report on 2006 data, as quoted in RTA newsletter 2008", 2006,
     "Multispecialty groups: better performers 10.26 %, all groups 17.21 %."),
    ("Net collection rate", "higher", 0.95, 0.90, "%",
     "AAFP, adjusted collection rate", None,
     "95 % is the least, 95 to 99 % is average, above 99 % is best; 90 % or less is a problem."),
    ("Gross collection rate", "higher", 0.76, 0.72, "%",
     "Practice Management STATS quick reference", 2016,
     "Depends on the level of the list prices: follow the trend rather than the figure."),
    ("Denial rate, initial", "lower", 0.05, 0.10, "%",
     "AAFP, claim denial rate", None,
     "First answers. 5 to 10 % is average, below 5 % is good."),
    ("Denial rate, final", "lower", 0.025, 0.05, "%",
     "Derived: AAFP's rate, half of the denials overturned (RevSynMD, benchmark study: 50 to 60 % of appeals)", None,
     "Answers that stand. Nobody publishes this rate for practices: set your own goal."),
    ("Days to pay", "lower", 25, 35, "days",
     "Vizier Health, revenue-cycle guide", None,
     "Commercial payers, from clean claim to remittance: 25 to 35 days."),
    ("Charge lag", "lower", 1, 3, "days",
     "RTA, Monitoring a practice's financial health", None,
     "Outpatient charges are posted within 24 hours, inpatient within 72."),
)  # fmt: skip


def benchmark(measure: str, field: str) -> str:
    """The formula text that looks up a benchmark's Good or Poor."""
    return f'_xlfn.XLOOKUP("{measure}",tblBenchmarks[Measure],tblBenchmarks[{field}])'


def standing(measure: str, cell: str) -> str:
    """The formula for Good, Fair or Poor, with what good is; empty where there is no figure."""
    row = next(row for row in BENCHMARK_ROWS if row[0] == measure)
    good, poor = benchmark(measure, "Good"), benchmark(measure, "Poor")
    better, worse, limit = ("<=", ">=", "or less") if row[1] == "lower" else (">=", "<=", "or more")
    shown = f'TEXT({good},"0.0%")' if row[4] == "%" else f'TEXT({good},"0")&IF({good}=1," day"," days")'
    verdict = f'IF({cell}{better}{good},"Good",IF({cell}{worse}{poor},"Poor","Fair"))'
    return f'=IF(ISNUMBER({cell}),{verdict}&" · good is "&{shown}&" {limit}","No figure yet")'


def colour_standing(page: Page, area: str) -> None:
    """Green, amber or red by the first word; grey where a figure is missing."""
    for word, (paper, ink) in (("Good", GOOD), ("Fair", FAIR), ("Poor", POOR)):
        style = page.workbook.add_format({"bg_color": paper, "font_color": ink})
        page.sheet.conditional_format(area, {"type": "text", "criteria": "begins with", "value": word, "format": style})


def grey_errors(page: Page, area: str) -> None:
    """A figure that cannot be computed yet is shown, but quietly."""
    page.sheet.conditional_format(
        area, {"type": "errors", "format": page.workbook.add_format({"font_color": "#B6BDC7"})}
    )
