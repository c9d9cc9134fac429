"""Check vouchers: is the office being paid according to the fee schedule?"""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.compliance.compliance import fee_variance
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.checked_rows import extent, lines_of, sums
from medoffice_xl.contracts.findings import FINDINGS
from medoffice_xl.contracts.line_class import CLASS_WORDS, FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.contracts.patterns import LOOKED_AT, Pattern, patterns
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
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


def build(lines: Frame, judged: InForce, reasons: ReasonCodes, rates: pd.DataFrame | None = None) -> Page:
    """The report over checked lines; `rates` (table fee_schedules) lets old schedules be named in the patterns."""
    by_kind = sums(lines)
    short, over, recoded = (
        lines_of(lines, (which,)) for which in (_is_found(Finding.UNDERPAID), _IS_OVER, _IS_RECODED)
    )
    return report_page(
        sheet="Voucher check",
        title="Voucher check",
        subtitle=_extent(lines),
        verdict=_verdict(by_kind),
        sections=(
            _sums(lines, "payer"),
            _sums(lines, "code"),
            _patterns(patterns(lines_of(lines, (nw.col("compared"),), *LOOKED_AT), judged, rates)),
            *(kind.section(lines_of(lines, (nw.col(kind.lists) != 0,))) for kind in FINDINGS if kind.section),
            _classes(by_kind),
            _not_priced(lines_of(lines, (_IS_WITHOUT_RATE,), "payer", "status", "code", "charge")),
            _lines("Underpaid", short, reasons, "Every line that could be compared was allowed as contracted."),
            _lines("Overpaid or paid twice", over, reasons, "None."),
            _lines("Code changed by the payer", recoded, reasons, "None."),
        ),
        notes=(
            "Allowed is compared with the contract, never paid: deductible, coinsurance, sequestration and withhold "
            "lower the payment and not what is owed under the contract.",
        ),
    )


def _is_found(*findings: Finding) -> nw.Expr:
    return nw.col("finding").is_in([*map(int, findings)])


_IS_OVER = _is_found(Finding.OVERPAID, Finding.PAID_TWICE)
_IS_RECODED = nw.col("line_class") == int(LineClass.RECODED)
_IS_WITHOUT_RATE = (
    (nw.col("line_class") == int(LineClass.NO_RATE)) & nw.col("leads") & (nw.col("status") != int(Status.PRICED))
)


def _extent(lines: Frame) -> str:
    every = extent(lines)
    if not every.lines:
        return "No remittances have been imported yet"
    return f"{counted(every.lines, 'line', 'lines')} paid {every.first:%m/%d/%Y} to {every.last:%m/%d/%Y}"


def _verdict(by_kind: pd.DataFrame) -> str:
    compared = int(by_kind["lines"][by_kind["compared"]].sum())
    if not compared:
        return "Nothing could be compared: fill in Contracts or Fee schedules first."
    short = by_kind[by_kind["finding"] == Finding.UNDERPAID]
    if short.empty:
        return f"All {compared:,} lines that could be compared were allowed as contracted."
    gained = int(by_kind["recovered"].sum())
    return (
        f"{counted(int(short['lines'].sum()), 'line', 'lines')} of {compared:,} underpaid by "
        f"{show(-int(short['variance'].sum()))}" + (f"; {show(gained)} recovered so far." if gained else ".")
    )


def _sums(lines: Frame, by: str) -> Listing:
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


def _classes(by_kind: pd.DataFrame) -> Listing:
    groups = by_kind.groupby(["line_class", "finding"], sort=True)[["lines", "charge"]].sum()
    rows = [
        (CLASS_WORDS[LineClass(line_class)], FINDING_WORDS[Finding(finding)], int(size), int(charge))
        for (line_class, finding), size, charge in zip(groups.index, groups["lines"], groups["charge"], strict=True)
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
        totals=("Total", None, int(by_kind["lines"].sum()), int(by_kind["charge"].sum())),
    )


def _not_priced(none: pd.DataFrame) -> Listing:
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
