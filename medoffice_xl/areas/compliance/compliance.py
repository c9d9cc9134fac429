"""How far payers keep to their contracts: what was underpaid, how often payment is right, and the lines behind it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.line_class import CLASS_WORDS, FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Measure, Part, Unit

SOURCE = "X12 835 TR3 (allowed amount); the practice's contracts; CMS, RVU25D"

UNDERPAID = Definition(
    "Underpaid", "expected − allowed, over the lines allowed less than the contract by its tolerance or more", SOURCE
)
COMPLIANCE = Definition(
    "Compliance rate", "lines allowed as contracted ÷ lines that could be compared with a contract", SOURCE
)
VARIANCE = Definition("Variance by payer", "allowed − expected, over the lines that could be compared", SOURCE)
VOUCHERS = Definition("Voucher check", "every remitted line classified, then allowed held against the contract", SOURCE)


def underpaid(lines: pd.DataFrame, payer: str = "", first: date | None = None, last: date | None = None) -> Measure:
    """Dollars that payers allowed less than their contracts, of lines paid from `first` to `last`.

    `lines` are checked lines (medoffice_xl.contracts.checked_lines). Raises NoData when nothing could be compared.
    """
    scope = lines_paid(lines, payer, first, last)
    compared = _compared(scope, payer)
    short = compared[compared["finding"] == Finding.UNDERPAID]
    return Measure(
        -int(short["variance"].sum()),
        Unit.MONEY,
        UNDERPAID,
        parts=(
            Part("Lines compared", len(compared), Unit.COUNT),
            Part("Lines underpaid", len(short), Unit.COUNT),
            Part("Expected on these", int(short["expected"].sum()), Unit.MONEY),
            Part("Allowed on these", int(short["allowed"].sum()), Unit.MONEY),
            Part("Recovered so far", int(scope["recovered"].sum()), Unit.MONEY),
            Part("Overpaid elsewhere", _overpaid(compared), Unit.MONEY),
        ),
        rows_used=len(compared),
        left_out=_left_out(scope),
        rows_behind=lambda: short,
    )


def compliance_rate(
    lines: pd.DataFrame, payer: str = "", first: date | None = None, last: date | None = None
) -> Measure:
    """Share of the compared lines that were allowed as contracted, within each contract's tolerance."""
    scope = lines_paid(lines, payer, first, last)
    compared = _compared(scope, payer)
    right = int((compared["finding"] == Finding.AS_CONTRACTED).sum())
    return Measure(
        right / len(compared),
        Unit.PERCENT,
        COMPLIANCE,
        parts=(
            Part("Lines as contracted", right, Unit.COUNT),
            Part("Lines compared", len(compared), Unit.COUNT),
            Part("Underpaid", int((compared["finding"] == Finding.UNDERPAID).sum()), Unit.COUNT),
            Part("Overpaid or paid twice", int(compared["finding"].isin(_OVER).sum()), Unit.COUNT),
        ),
        rows_used=len(compared),
        left_out=_left_out(scope),
        rows_behind=lambda: compared,
    )


def variance_columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The columns of the variance by payer or code."""
    return (
        BreakdownColumn(by.capitalize(), Unit.TEXT),
        BreakdownColumn("Lines compared", Unit.COUNT),
        BreakdownColumn("Lines underpaid", Unit.COUNT),
        BreakdownColumn("Allowed", Unit.MONEY),
        BreakdownColumn("Expected", Unit.MONEY),
        BreakdownColumn("Underpaid", Unit.MONEY),
        BreakdownColumn("Overpaid", Unit.MONEY),
        BreakdownColumn("Recovered", Unit.MONEY),
        BreakdownColumn("As contracted", Unit.PERCENT),
    )


def fee_variance(
    lines: pd.DataFrame, by: str = "payer", first: date | None = None, last: date | None = None
) -> Breakdown:
    """Compared lines paid in the time, added up by payer or code, the largest underpayment first, with a total."""
    if by not in ("payer", "code"):
        raise BadArgument(f"The variance is by payer or by code, not by “{by}”.")
    scope = lines_paid(lines, "", first, last)
    compared = _compared(scope, "")
    groups = [(str(name), rows) for name, rows in compared.groupby(by, sort=True)]
    body = sorted((_sums(name, rows) for name, rows in groups), key=lambda row: -int(row[5]))
    return Breakdown(
        variance_columns(by),
        [*body, _sums("Total", compared)],
        VARIANCE,
        rows_used=len(compared),
        left_out=_left_out(scope),
    )


def voucher_check(
    lines: pd.DataFrame,
    reasons: ReasonCodes,
    show: str = "findings",
    payer: str = "",
    first: date | None = None,
    last: date | None = None,
    top: int = 0,
) -> Breakdown:
    """The checked lines, the largest underpayment first; only the first `top` of them, unless it is 0.

    `show`: findings (underpaid, overpaid, paid twice, or more or less taken off the payment than agreed), units (more
    than Medicare's limit), all, or one class such as denied.
    """
    scope = lines_paid(lines, payer, first, last)
    kept = _shown(scope, show).sort_values(["variance", "paid_date"], kind="stable")
    rows = kept.head(top or len(kept)).to_dict("records")
    return Breakdown(
        VOUCHER_COLUMNS,
        [_voucher(row, reasons) for row in rows],
        VOUCHERS,
        parts=(Part("Lines found", len(kept), Unit.COUNT), Part("Lines shown", len(rows), Unit.COUNT)),
        rows_used=len(scope),
    )


VOUCHER_COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Claim", Unit.TEXT),
    BreakdownColumn("Check or EFT", Unit.TEXT),
    BreakdownColumn("Paid on", Unit.DATE),
    BreakdownColumn("Service", Unit.DATE),
    BreakdownColumn("Code", Unit.TEXT),
    BreakdownColumn("Modifiers", Unit.TEXT),
    BreakdownColumn("Units", Unit.RATIO),
    BreakdownColumn("Charge", Unit.MONEY),
    BreakdownColumn("Allowed", Unit.MONEY),
    BreakdownColumn("Expected", Unit.MONEY),
    BreakdownColumn("Variance", Unit.MONEY),
    BreakdownColumn("Class", Unit.TEXT),
    BreakdownColumn("Finding", Unit.TEXT),
    BreakdownColumn("What it is", Unit.TEXT),
    BreakdownColumn("Payer's reasons", Unit.TEXT),
    BreakdownColumn("Recovered", Unit.MONEY),
    BreakdownColumn("Appeal by", Unit.DATE),
    BreakdownColumn("Paid", Unit.MONEY),
    BreakdownColumn("Expected paid", Unit.MONEY),
)

_OVER = (Finding.OVERPAID, Finding.PAID_TWICE)


def _voucher(row: dict[Any, Any], reasons: ReasonCodes) -> Sequence[Any]:
    compared = row["compared"]
    return (
        row["payer"],
        row["claim_id"],
        row["trace"],
        _day(row["paid_date"]),
        _day(row["dos"]),
        row["code"],
        row["mods"],
        row["units"] / 1000,
        row["charge"],
        row["allowed"],
        row["expected"] if compared else None,
        row["variance"] if compared else None,
        CLASS_WORDS[LineClass(row["line_class"])],
        FINDING_WORDS[Finding(row["finding"])],
        line_words(row),
        reasons.in_words(row["adjustments"], row["remarks"]),
        row["recovered"],
        _day(row["appeal_until"]) if row["finding"] == Finding.UNDERPAID else None,
        row["service_paid"] if row["leads"] else None,
        row["expected_paid"] if compared else None,
    )


def _day(stamp: Any) -> date | None:
    return None if pd.isna(stamp) else stamp.date()


def _shown(lines: pd.DataFrame, show: str) -> pd.DataFrame:
    wanted = show.strip().casefold()
    if wanted == "all":
        return lines
    if wanted == "findings":
        return lines[lines["finding"].isin([Finding.UNDERPAID, *_OVER]) | (lines["taken_over"] != 0)]
    if wanted == "units":
        return lines[lines["unit_limit"] > 0]
    for line_class, words in CLASS_WORDS.items():
        if words == wanted:
            return lines[lines["line_class"] == line_class]
    raise BadArgument(f"Show findings, units, all or one of: {', '.join(CLASS_WORDS.values())}; not “{show}”.")


def lines_paid(lines: pd.DataFrame, payer: str, first: date | None, last: date | None) -> pd.DataFrame:
    """The checked lines of a payer (or of all) that were paid in the time; raises NoData for a payer without any."""
    kept = lines["payer"].str.casefold() == payer.strip().casefold() if payer.strip() else None
    if kept is not None and not kept.any():
        names = ", ".join(sorted(set(lines["payer"]))[:12]) or "none"
        raise NoData(f"No remitted line is of “{payer}”. There are: {names}.")
    scope = lines if kept is None else lines[kept]
    if first is not None:
        scope = scope[scope["paid_date"] >= pd.Timestamp(first)]
    return scope if last is None else scope[scope["paid_date"] <= pd.Timestamp(last)]


def _compared(scope: pd.DataFrame, payer: str) -> pd.DataFrame:
    compared = scope[scope["compared"]]
    if compared.empty:
        of = f" of {payer}" if payer else ""
        raise NoData(f"No line{of} could be compared with a contract in this time. Fill in Contracts or Fee schedules.")
    return compared


def _overpaid(compared: pd.DataFrame) -> int:
    return int(compared["variance"][compared["finding"].isin(_OVER)].sum())


def _left_out(scope: pd.DataFrame) -> list[LeftOut]:
    out = scope[~scope["compared"] & scope["leads"]]
    groups = out.groupby("line_class", sort=True)["charge"].agg(["size", "sum"])
    return [
        LeftOut(CLASS_WORDS[LineClass(int(str(place)))], int(row["size"]), int(row["sum"]))
        for place, row in groups.iterrows()
    ]


def _sums(name: str, rows: pd.DataFrame) -> list[Any]:
    short = rows[rows["finding"] == Finding.UNDERPAID]
    right = int((rows["finding"] == Finding.AS_CONTRACTED).sum())
    return [
        name,
        len(rows),
        len(short),
        int(rows["allowed"].sum()),
        int(rows["expected"].sum()),
        -int(short["variance"].sum()),
        _overpaid(rows),
        int(rows["recovered"].sum()),
        right / len(rows),
    ]
