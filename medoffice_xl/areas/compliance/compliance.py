"""How far payers keep to their contracts: what was underpaid, how often payment is right, and the lines behind it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.checked_rows import Which, how_many, least, lines_of, payers, sums
from medoffice_xl.contracts.line_class import CLASS_WORDS, FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.rows import Frame, moment
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


def underpaid(lines: Frame, payer: str = "", first: date | None = None, last: date | None = None) -> Measure:
    """Dollars that payers allowed less than their contracts, of lines paid from `first` to `last`.

    `lines` are checked lines (medoffice_xl.contracts.checked_rows). Raises NoData when nothing could be compared.
    """
    which = paid_in(lines, payer, first, last)
    scope = sums(lines, which)
    compared = _compared(scope, payer)
    short = compared[compared["finding"] == Finding.UNDERPAID]
    return Measure(
        -int(short["variance"].sum()),
        Unit.MONEY,
        UNDERPAID,
        parts=(
            Part("Lines compared", int(compared["lines"].sum()), Unit.COUNT),
            Part("Lines underpaid", int(short["lines"].sum()), Unit.COUNT),
            Part("Expected on these", int(short["expected"].sum()), Unit.MONEY),
            Part("Allowed on these", int(short["allowed"].sum()), Unit.MONEY),
            Part("Recovered so far", int(scope["recovered"].sum()), Unit.MONEY),
            Part("Overpaid elsewhere", _overpaid(compared), Unit.MONEY),
        ),
        rows_used=int(compared["lines"].sum()),
        left_out=_left_out(scope),
        rows_behind=lambda: lines_of(lines, (*which, nw.col("compared"), nw.col("finding") == int(Finding.UNDERPAID))),
    )


def compliance_rate(lines: Frame, payer: str = "", first: date | None = None, last: date | None = None) -> Measure:
    """Share of the compared lines that were allowed as contracted, within each contract's tolerance."""
    which = paid_in(lines, payer, first, last)
    scope = sums(lines, which)
    compared = _compared(scope, payer)
    right, under, over = (_found(compared, *each) for each in ((Finding.AS_CONTRACTED,), (Finding.UNDERPAID,), _OVER))
    every = int(compared["lines"].sum())
    return Measure(
        right / every,
        Unit.PERCENT,
        COMPLIANCE,
        parts=(
            Part("Lines as contracted", right, Unit.COUNT),
            Part("Lines compared", every, Unit.COUNT),
            Part("Underpaid", under, Unit.COUNT),
            Part("Overpaid or paid twice", over, Unit.COUNT),
        ),
        rows_used=every,
        left_out=_left_out(scope),
        rows_behind=lambda: lines_of(lines, (*which, nw.col("compared"))),
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


def fee_variance(lines: Frame, by: str = "payer", first: date | None = None, last: date | None = None) -> Breakdown:
    """Compared lines paid in the time, added up by payer or code, the largest underpayment first, with a total."""
    if by not in ("payer", "code"):
        raise BadArgument(f"The variance is by payer or by code, not by “{by}”.")
    scope = sums(lines, paid_in(lines, "", first, last), by)
    compared = _compared(scope, "")
    groups = [(str(name), rows) for name, rows in compared.groupby(by, sort=True)]
    body = sorted((_variance(name, rows) for name, rows in groups), key=lambda row: -int(row[5]))
    return Breakdown(
        variance_columns(by),
        [*body, _variance("Total", compared)],
        VARIANCE,
        rows_used=int(compared["lines"].sum()),
        left_out=_left_out(scope),
    )


def voucher_check(
    lines: Frame,
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
    which = paid_in(lines, payer, first, last)
    wanted = (*which, *_shown(show))
    found = how_many(lines, wanted)
    rows = least(lines, wanted, ("variance", "paid_date"), top or found).to_dict("records")
    return Breakdown(
        VOUCHER_COLUMNS,
        [_voucher(row, reasons) for row in rows],
        VOUCHERS,
        parts=(Part("Lines found", found, Unit.COUNT), Part("Lines shown", len(rows), Unit.COUNT)),
        rows_used=how_many(lines, which),
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


def _shown(show: str) -> Which:
    wanted = show.strip().casefold()
    if wanted == "all":
        return ()
    if wanted == "findings":
        return (nw.col("finding").is_in([int(Finding.UNDERPAID), *map(int, _OVER)]) | (nw.col("taken_over") != 0),)
    if wanted == "units":
        return (nw.col("unit_limit") > 0,)
    for line_class, words in CLASS_WORDS.items():
        if words == wanted:
            return (nw.col("line_class") == int(line_class),)
    raise BadArgument(f"Show findings, units, all or one of: {', '.join(CLASS_WORDS.values())}; not “{show}”.")


def paid_in(lines: Frame, payer: str, first: date | None, last: date | None) -> Which:
    """Which checked lines are of a payer (or of any) and were paid in the time; raises NoData for one without any."""
    since = () if first is None else (nw.col("paid_date") >= moment(first),)
    until = () if last is None else (nw.col("paid_date") <= moment(last),)
    if not payer.strip():
        return *since, *until
    known = payers(lines)
    meant = [name for name in known if name.casefold() == payer.strip().casefold()]
    if not meant:
        raise NoData(f"No remitted line is of “{payer}”. There are: {', '.join(known[:12]) or 'none'}.")
    return *since, *until, nw.col("payer").is_in(meant)


def _compared(scope: pd.DataFrame, payer: str) -> pd.DataFrame:
    compared = scope[scope["compared"]]
    if compared.empty:
        of = f" of {payer}" if payer else ""
        raise NoData(f"No line{of} could be compared with a contract in this time. Fill in Contracts or Fee schedules.")
    return compared


def _found(compared: pd.DataFrame, *findings: Finding) -> int:
    return int(compared["lines"][compared["finding"].isin(findings)].sum())


def _overpaid(compared: pd.DataFrame) -> int:
    return int(compared["variance"][compared["finding"].isin(_OVER)].sum())


def _left_out(scope: pd.DataFrame) -> list[LeftOut]:
    out = scope[~scope["compared"] & scope["leads"]]
    groups = out.groupby("line_class", sort=True)[["lines", "charge"]].sum()
    return [
        LeftOut(CLASS_WORDS[LineClass(int(str(place)))], int(row["lines"]), int(row["charge"]))
        for place, row in groups.iterrows()
    ]


def _variance(name: str, rows: pd.DataFrame) -> list[Any]:
    short = rows[rows["finding"] == Finding.UNDERPAID]
    every = int(rows["lines"].sum())
    return [
        name,
        every,
        int(short["lines"].sum()),
        int(rows["allowed"].sum()),
        int(rows["expected"].sum()),
        -int(short["variance"].sum()),
        _overpaid(rows),
        int(rows["recovered"].sum()),
        _found(rows, Finding.AS_CONTRACTED) / every,
    ]
