"""Check vouchers: is the office being paid according to the fee schedule?"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from medoffice_xl.areas.compliance.compliance import fee_variance
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.findings import FINDINGS
from medoffice_xl.contracts.line_class import CLASS_WORDS, FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.contracts.patterns import Pattern, patterns
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Value
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, percent, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted

_LINE = (
    text("Payer", 22),
    text("Claim", 12),
    day("Service", 12),
    text("Code", 9),
    text("Mods", 8),
    cents("Charge", 12),
    cents("Allowed", 12),
    cents("Expected", 12),
    cents("Variance", 12),
    text("What it is", 34),
    text("Payer's reasons", 44),
)


def build(lines: pd.DataFrame, judged: InForce, reasons: ReasonCodes, rates: pd.DataFrame | None = None) -> Page:
    """The report over checked lines; `rates` (table fee_schedules) lets old schedules be named in the patterns."""
    short = lines[lines["finding"] == Finding.UNDERPAID]
    over = lines[lines["finding"].isin([Finding.OVERPAID, Finding.PAID_TWICE])]
    return report_page(
        sheet="Voucher check",
        title="Voucher check",
        subtitle=_extent(lines),
        verdict=_verdict(lines, short),
        sections=(
            _sums(lines, "payer"),
            _sums(lines, "code"),
            _patterns(patterns(lines, judged, rates)),
            *(kind.section(lines) for kind in FINDINGS if kind.section),
            _classes(lines),
            _not_priced(lines),
            _lines("Underpaid", short, reasons, "Every line that could be compared was allowed as contracted."),
            _lines("Overpaid or paid twice", over, reasons, "None."),
            _lines("Code changed by the payer", lines[lines["line_class"] == LineClass.RECODED], reasons, "None."),
        ),
        notes=(
            "Allowed is compared with the contract, never paid: deductible, coinsurance, sequestration and withhold "
            "lower the payment and not what is owed under the contract.",
        ),
    )


def _extent(lines: pd.DataFrame) -> str:
    if lines.empty:
        return "No remittances have been imported yet"
    days = lines["paid_date"]
    return f"{counted(len(lines), 'line', 'lines')} paid {days.min():%m/%d/%Y} to {days.max():%m/%d/%Y}"


def _verdict(lines: pd.DataFrame, short: pd.DataFrame) -> str:
    compared = int(lines["compared"].sum())
    if not compared:
        return "Nothing could be compared: fill in Contracts or Fee schedules first."
    if short.empty:
        return f"All {compared:,} lines that could be compared were allowed as contracted."
    gained = int(lines["recovered"].sum())
    return (
        f"{counted(len(short), 'line', 'lines')} of {compared:,} underpaid by {show(-int(short['variance'].sum()))}"
        + (f"; {show(gained)} recovered so far." if gained else ".")
    )


def _sums(lines: pd.DataFrame, by: str) -> Listing:
    columns = (
        text(by.capitalize(), 22),
        count("Lines compared", 12),
        count("Underpaid lines", 12),
        cents("Allowed", 12),
        cents("Expected", 12),
        cents("Underpaid", 12),
        cents("Overpaid", 12),
        cents("Recovered", 12),
        percent("As contracted", 12),
    )
    try:
        *body, total = fee_variance(lines, by).body
    except NoData:
        return section(f"By {by}", columns, (), empty="No line could be compared with a contract.")
    return section(f"By {by}", columns, body, total)


def _patterns(found: Sequence[Pattern]) -> Listing:
    return section(
        heading="What the differences have in common",
        columns=(
            text("Payer", 22),
            count("Lines", 12),
            day("Since service", 12),
            cents("Variance", 12),
            text("Pattern"),
        ),
        rows=[(one.payer, one.lines, one.since, one.variance, f"{', '.join(one.codes)}: {one.words}") for one in found],
        empty="No pattern: no code of a payer differs three times or more.",
    )


def _lines(heading: str, lines: pd.DataFrame, reasons: ReasonCodes, empty: str) -> Listing:
    worst = lines.sort_values(["variance", "paid_date", "claim_id"], key=_by_size, kind="stable")
    rows = [_line(row, reasons) for row in worst.to_dict("records")]
    allowed, expected, variance = (int(lines[name].sum()) for name in ("allowed", "expected", "variance"))
    totals: Sequence[Value] = (
        "Total", None, None, None, None, int(lines["charge"].sum()), allowed, expected, variance, None, None,
    )  # fmt: skip
    return section(heading, _LINE, rows, totals, empty)


def _by_size(column: "pd.Series[Any]") -> "pd.Series[Any]":
    return -column.abs() if column.name == "variance" else column


def _line(row: dict[Any, Any], reasons: ReasonCodes) -> Sequence[Value]:
    return (
        row["payer"], row["claim_id"], None if pd.isna(row["dos"]) else row["dos"].date(), row["code"], row["mods"],
        row["charge"], row["allowed"], row["expected"], row["variance"], line_words(row),
        reasons.in_words(row["adjustments"], row["remarks"]),
    )  # fmt: skip


def _classes(lines: pd.DataFrame) -> Listing:
    groups = lines.groupby(["line_class", "finding"], sort=True)["charge"].agg(["size", "sum"])
    rows = [
        (CLASS_WORDS[LineClass(line_class)], FINDING_WORDS[Finding(finding)], int(size), int(charge))
        for (line_class, finding), size, charge in zip(groups.index, groups["size"], groups["sum"], strict=True)
    ]
    return section(
        heading="Every line by class",
        columns=(
            text("Class", 22),
            text("Finding", 12),
            count("Lines", 12),
            cents("Charges", 12),
        ),
        rows=rows,
        totals=("Total", None, len(lines), int(lines["charge"].sum())),
    )


def _not_priced(lines: pd.DataFrame) -> Listing:
    none = lines[(lines["line_class"] == LineClass.NO_RATE) & lines["leads"] & (lines["status"] != Status.PRICED)]
    groups = none.groupby(["payer", "status", "code"], sort=True)["charge"].agg(["size", "sum"])
    groups = groups.sort_values("sum", ascending=False, kind="stable")
    rows = [
        (payer, code, int(size), int(charge), IN_WORDS[Status(status)])
        for (payer, status, code), size, charge in zip(groups.index, groups["size"], groups["sum"], strict=True)
    ]
    return section(
        heading="Not compared for want of a rate",
        columns=(
            text("Payer", 22),
            text("Code", 12),
            count("Lines", 12),
            cents("Charges", 12),
            text("Why"),
        ),
        rows=rows,
        totals=("Total", None, len(none), int(none["charge"].sum()), None),
        empty="Every comparable line has a rate.",
    )
