"""Who the patients are, by age, sex, ZIP3 and payer, with every small group hidden."""

from collections.abc import Sequence
from enum import StrEnum

import pandas as pd

from medoffice_xl.areas.marketing.age_bands import BANDS, WIDE_BANDS
from medoffice_xl.areas.marketing.new_patients import Registered
from medoffice_xl.areas.marketing.tables import SEXES
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.reports.small_cells import HIDDEN, SMALLEST_SHOWN, Shown, shown_list, shown_table
from medoffice_xl.tables.thresholds import Threshold


class By(StrEnum):
    """What patients are parted by; wide age are four bands instead of eight."""

    AGE = "age"
    WIDE_AGE = "wide age"
    SEX = "sex"
    ZIP3 = "zip3"
    PAYER = "payer"


MOST_HIDDEN = Threshold(
    "People: most of a table hidden", "0.4", "%",
    "Where more of the cells than this of a table of ten or more are hidden, wider bands are offered.",
)  # fmt: skip
_CELLS = 10
"""Cells from which on a table may offer wider bands."""

DEFINITION = Definition(
    "Demographics",
    "patients by the band, counts below the limit of Thresholds and what would give them away hidden (*)",
    "CMS cell size suppression policy (ResDAC 2024)",
)
NOT_KNOWN, TOTAL = "(not known)", "Total"
_COLUMN = {By.AGE: "age_band", By.WIDE_AGE: "age_band", By.SEX: "sex", By.ZIP3: "zip3", By.PAYER: "payer"}
_IN_ORDER: dict[By, Sequence[str]] = {
    By.AGE: BANDS,
    By.WIDE_AGE: tuple(dict.fromkeys(WIDE_BANDS.values())),
    By.SEX: SEXES,
}
"""Bands that have an order, and stand in the table even where nobody is in them."""

_HEADINGS = {By.AGE: "Age", By.WIDE_AGE: "Age", By.SEX: "Sex", By.ZIP3: "ZIP3", By.PAYER: "Payer"}


def columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The columns of a list."""
    heading = _HEADINGS[choose(By, by, "way to part patients")]
    return (
        BreakdownColumn(heading, Unit.TEXT),
        BreakdownColumn("Patients", Unit.COUNT),
        BreakdownColumn("Share", Unit.PERCENT),
    )


def demographics(
    found: Registered, by: str, across: str, window: int, limits: InForce, payers: PayerNames
) -> Breakdown:
    """The patients by one thing, or by one thing and another across.

    All whose first visit was by the day; with a window, those of its days. A payer goes by the name of the payer list.
    A list has counts and shares, a table counts
    with totals. Raises NoData where there are none.
    """
    which = choose(By, by, "way to part patients")
    patients = found.of(days_up_to(found.as_of, window)) if window else found.patients
    if patients.empty:
        raise NoData("No patient's first visit is known by the day. Bring in the list of registered patients.")
    least = limits.whole(SMALLEST_SHOWN)
    patients = patients.assign(payer=_by_one_name(patients["payer"], payers))
    names = _names(patients, which)
    if across.strip():
        return _table(found, patients, names, which, choose(By, across, "way to part patients"), limits)
    values = _order(which, names)
    shown = shown_list([int((names == value).sum()) for value in values], least)
    rows: list[tuple[Value, ...]] = [
        (value, _said(count), HIDDEN if count is None or shown.total is None else count / shown.total)
        for value, count in zip(values, shown.counts, strict=True)
    ]
    rows.append((TOTAL, _said(shown.total), 1.0 if shown.total else HIDDEN))
    hidden = sum(count is None for count in shown.counts)
    return _answer(found, columns(which), rows, len(patients), hidden, len(values), least, limits)


def _table(
    found: Registered, patients: pd.DataFrame, names: "pd.Series[str]", by: By, across: By, limits: InForce
) -> Breakdown:
    """Counts by one thing down and another across, with the totals that the lists of each show."""
    others = _names(patients, across)
    down, right = _order(by, names), _order(across, others)
    counts = [[int(((names == one) & (others == other)).sum()) for other in right] for one in down]
    least = limits.whole(SMALLEST_SHOWN)
    shown = shown_table(counts, least)
    rows: list[tuple[Value, ...]] = [
        (value, *map(_said, row), _said(total))
        for value, row, total in zip(down, shown.counts, shown.rows, strict=True)
    ]
    rows.append((TOTAL, *map(_said, shown.columns), _said(shown.total)))
    heads = (BreakdownColumn(_HEADINGS[by], Unit.TEXT), *(BreakdownColumn(other, Unit.COUNT) for other in right),
             BreakdownColumn(TOTAL, Unit.COUNT))  # fmt: skip
    hidden = sum(count is None for row in shown.counts for count in row)
    return _answer(found, heads, rows, len(patients), hidden, len(down) * len(right), least, limits)


def _answer(
    found: Registered, heads: Sequence[BreakdownColumn], rows: Sequence[Sequence[Value]], patients: int, hidden: int,
    cells: int, least: int, limits: InForce,
) -> Breakdown:  # fmt: skip
    notes = []
    if hidden:
        notes.append(f"* is a group of fewer than {least}, or one that would give such a group away.")
    if cells >= _CELLS and hidden / cells > limits.share(MOST_HIDDEN):
        notes.append(f"{hidden} of {cells} cells are hidden: ask with wider bands, such as wide age.")
    notes.append("Do not hand out tables of two days that are near each other: their difference may be a small group.")
    used = patients if patients >= least else 0
    return Breakdown(heads, rows, DEFINITION, rows_used=used, left_out=found.left_out, notes=notes)


def _by_one_name(written: "pd.Series[str]", payers: PayerNames) -> "pd.Series[str]":
    """Payers by the name of the payer list, whatever alias the registration has."""

    def of(name: str) -> str:
        place = payers.find(name)
        return name if place < 0 else payers.names[place]

    return written.map({name: of(str(name)) for name in written.unique()}).astype("str")


def _names(patients: pd.DataFrame, by: By) -> "pd.Series[str]":
    column = patients[_COLUMN[by]].str.strip()
    named = column.map(WIDE_BANDS).fillna("") if by is By.WIDE_AGE else column
    return named.where(named != "", NOT_KNOWN)


def _order(by: By, names: "pd.Series[str]") -> list[str]:
    """The bands in their own order, else by name; those of whom it is not known last."""
    known = {str(name) for name in names}
    order = list(_IN_ORDER.get(by, sorted(known - {NOT_KNOWN})))
    others = sorted(known - {*order, NOT_KNOWN})
    return [*order, *others, *([NOT_KNOWN] if NOT_KNOWN in known else [])]


def _said(count: Shown) -> Value:
    return HIDDEN if count is None else count
