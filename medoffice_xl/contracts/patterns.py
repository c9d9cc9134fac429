"""What many differences have in common: one ratio, an old schedule, a rate that moved on a day."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Amounts, Ints
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.money import show_price
from medoffice_xl.tables.thresholds import Threshold

ENOUGH = Threshold(
    "Lines of a pattern", "3", "lines",
    "So many lines of one payer and code that differ, or more, are looked at for what they have in common.",
)  # fmt: skip
ALIKE = Threshold(
    "Lines of a pattern alike", "0.9", "%",
    "A pattern explains so large a share of the lines that differ, or more.",
)  # fmt: skip
ROUNDING = Threshold(
    "Rounding of a ratio", "0.01", "$",
    "A line has the pattern's ratio where it is off by so much a unit or less: the cent that rounding makes.",
)  # fmt: skip

LOOKED_AT = ("payer", "code", "dos", "units", "allowed", "expected", "variance", "finding", "compared", "leads")
"""Columns of checked lines in which patterns are looked for."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing that explains several lines. `variance` is in cents, `since` the first day of service."""

    payer: str
    codes: tuple[str, ...]
    kind: str
    words: str
    lines: int
    variance: int
    since: date


def patterns(lines: pd.DataFrame, judged: InForce, rates: pd.DataFrame | None = None) -> list[Pattern]:
    """Patterns in checked lines that were compared, the largest sum first.

    `rates` (table fee_schedules) lets old rates be recognised.
    """
    short = lines[lines["compared"] & lines["leads"] & (lines["variance"] != 0) & (lines["expected"] > 0)]
    short = short[short["finding"] != Finding.PAID_TWICE]
    if short.empty:
        return []
    known = pd.DataFrame() if rates is None else rates
    found = [
        _of(str(payer), str(code), rows, lines, known, judged)
        for (payer, code), rows in short.groupby(["payer", "code"], sort=True)
    ]
    kept = [pattern for pattern in found if pattern is not None]
    return sorted(_joined(kept), key=lambda pattern: -abs(pattern.variance))


def _of(
    payer: str, code: str, rows: pd.DataFrame, lines: pd.DataFrame, rates: pd.DataFrame, judged: InForce
) -> Pattern | None:
    if len(rows) < judged.whole(ENOUGH):
        return None
    since = rows["dos"].min().date()
    made = (len(rows), int(rows["variance"].sum()), since)
    old = _old_rate(payer, code, rows, rates, judged)
    if old:
        return Pattern(payer, (code,), "old schedule", old, *made)
    ratio = _ratio(rows, judged)
    if ratio is None:
        return Pattern(payer, (code,), "varying", "Differs by varying amounts.", *made)
    moved = _moved(payer, code, lines, since, judged)
    share = f"{ratio:.1%}"
    if moved:
        return Pattern(payer, (code,), "moved", f"{moved} {share} of the contract since.", *made)
    return Pattern(payer, (code,), "constant ratio", f"Always {share} of the contract.", *made)


def _ratio(rows: pd.DataFrame, judged: InForce) -> float | None:
    """Allowed to expected, where every line has the same to within the cent that rounding makes."""
    ratio = float(rows["allowed"].sum() / rows["expected"].sum())
    off = (rows["allowed"] - rows["expected"] * ratio).abs()
    rounded = off <= judged.cents(ROUNDING) * (rows["units"] / 1000).clip(lower=1)
    return ratio if float(rounded.mean()) >= judged.share(ALIKE) else None


def _old_rate(payer: str, code: str, rows: pd.DataFrame, rates: pd.DataFrame, judged: InForce) -> str:
    """Where nearly all lines were paid at a rate that had ended before them."""
    if rates.empty:
        return ""
    own = rates[(rates["payer"] == payer) & (rates["code"].str.upper() == code)]
    own = own[own["end"].notna() & own["rate"].notna()]
    for _, rate in own.sort_values("end", ascending=False).iterrows():
        at_old = (rows["allowed"] == _priced(int(rate["rate"]), rows["units"])) & (rows["dos"] > rate["end"])
        if float(at_old.mean()) >= judged.share(ALIKE):
            return f"Still paid at {show_price(int(rate['rate']))}, the rate that ended on {rate['end']:%m/%d/%Y}: " \
                   "the new schedule is not loaded at the payer."  # fmt: skip
    return ""


def _priced(nanos: int, units: "pd.Series[int]") -> Ints:
    """Cents of so many thousandths of a unit."""
    amounts = Amounts(np.full(len(units), nanos, dtype="int64"))
    amounts.multiply(np.arange(len(units)), units.to_numpy(), 1000)
    return amounts.cents()


def _moved(payer: str, code: str, lines: pd.DataFrame, since: date, judged: InForce) -> str:
    """Where lines before the first difference were as contracted and none after it is."""
    own = lines[(lines["payer"] == payer) & (lines["code"] == code) & lines["compared"] & lines["leads"]]
    before = own[own["dos"] < pd.Timestamp(since)]
    after = own[own["dos"] >= pd.Timestamp(since)]
    if len(before) < judged.whole(ENOUGH):
        return ""
    if float((after["variance"] != 0).mean()) < judged.share(ALIKE):
        return ""
    return f"Paid as contracted until {since:%m/%d/%Y},"


def _joined(found: list[Pattern]) -> list[Pattern]:
    """Codes of one payer with the same explanation as one pattern."""
    groups: dict[tuple[str, str, str], list[Pattern]] = {}
    for pattern in found:
        words = "" if pattern.kind == "old schedule" else pattern.words
        groups.setdefault((pattern.payer, pattern.kind, words), []).append(pattern)
    return [_together(group) for group in groups.values()]


def _together(group: list[Pattern]) -> Pattern:
    first = group[0]
    if len(group) == 1:
        return first
    words = first.words
    if first.kind == "old schedule":
        words = f"{len(group)} codes are still paid at rates that have ended: the new schedule is not loaded."
    return Pattern(
        first.payer,
        tuple(code for pattern in group for code in pattern.codes),
        first.kind,
        words,
        sum(pattern.lines for pattern in group),
        sum(pattern.variance for pattern in group),
        min(pattern.since for pattern in group),
    )
