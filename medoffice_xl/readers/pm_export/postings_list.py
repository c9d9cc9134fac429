"""A list of postings: payments and adjustments, each on its day, to claims whose charges come by another file."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.coded import coded
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import AMOUNTS
from medoffice_xl.readers.pm_export.layout import Layout
from medoffice_xl.readers.pm_export.ledger import Ledger, ledger_of, ledger_payments, told_unapplied
from medoffice_xl.readers.pm_export.posted import posted_payments
from medoffice_xl.readers.pm_export.transactions import CHARGE, becomes, is_ledger
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.readers.typed import text
from medoffice_xl.tables import CHARGES, empty_frame

_WHOSE = frozenset({"claim_id", "visit", "patient_acct"})
_DAYS = frozenset({"remit_date", "sec_date", "pat_paid_date", "adj_date"})
_OF_SERVICE = frozenset({"service", "visit", "encounter", "session", "treatment", "appointment"})
_OF_POSTINGS = (("transaction", "code"), ("payment", "code"), ("adjustment", "code"))
"""What a code is called that says what was posted, not what was done."""


Cells = Callable[[int], Sequence[Cell]]
"""Every cell under a heading, by its place: of the whole file, for a charge may stand in its last row."""


def cells_of(grid: Grid, layout: Layout) -> Cells:
    """The columns of a grid under the headings of a layout; a row that is too short has no cell there."""
    rows = grid.rows[layout.row + layout.height :]
    return lambda place: [row[place] if place < len(row) else None for row in rows]


def as_postings(layout: Layout, cells: Cells) -> Layout:
    """The layout as one of postings, where it lists money, its day and whose it is, and no services; else itself.

    Columns that state a balance are of charges. The day it was posted is the money's own.
    """
    fields = _without_service(layout, cells)
    lists = {*fields} & {*AMOUNTS} if "charge" not in fields else _says_only_money(layout, cells)
    whole = ("code" in fields and "charge" in fields) or ("charge" not in fields and _debits(layout, cells))
    if whole or not lists or "balance" in fields or not _WHOSE & {*fields}:
        return layout
    if not _DAYS & {*fields}:
        place = _posting_day(layout, fields)
        if place is None:
            return layout
        fields[place] = "remit_date"
    return replace(layout, fields=tuple(fields), postings=True)


def _without_service(layout: Layout, cells: Cells) -> list[str]:
    """The fields, less a code of what was posted and the charge that stands beside it for information.

    A charge that stands in a row by itself is no information: it was entered there.
    """
    code = layout.place("code")
    if code is None or not {*layout.fields} & {*AMOUNTS} or words(layout.headings[code]) not in _OF_POSTINGS:
        return list(layout.fields)
    if _charges_by_themselves(layout, cells):
        return list(layout.fields)
    return ["" if name in ("code", "charge") else name for name in layout.fields]


def _charges_by_themselves(layout: Layout, cells: Cells) -> bool:
    place = layout.place("charge")
    if place is None:
        return False
    alone = coded(cells(place)).where(_says_amount)
    for at, name in enumerate(layout.fields):
        if name in AMOUNTS:
            alone &= ~coded(cells(at)).where(_says_amount)
    return bool(alone.any())


def _debits(layout: Layout, cells: Cells) -> bool:
    """Whether charges stand on the side of debits, which takes the place of a column of charges."""
    place = layout.place("debit")
    return place is not None and bool(coded(cells(place)).where(_says_amount).any())


def _says_amount(cell: Cell) -> bool:
    return any(sign in "123456789" for sign in text(cell))


def _says_only_money(layout: Layout, cells: Cells) -> bool:
    """Whether a column of types says of every row that it is a payment or an adjustment."""
    place = layout.place("type")
    if place is None:
        return False
    said = {text(cell) for cell in coded(cells(place)).distinct()} - {""}
    return is_ledger(said) and not any(becomes(cell).startswith(CHARGE) for cell in said)


def _posting_day(layout: Layout, fields: Sequence[str]) -> int | None:
    if "post_date" in fields:
        return fields.index("post_date")
    day = layout.place("dos")
    return None if day is None or _OF_SERVICE & {*words(layout.headings[day])} else day


def postings(body: Body, layout: Layout, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The entries of a list, each at its claim: which of the claim's lines it is for is not asked."""
    ledger = ledger_of(body, frame) if "charge" in body.cells else None
    if ledger is not None:
        entries, told = ledger_payments(body, ledger, frame, empty_frame(CHARGES))
        return entries, [*ledger.problems, *told, *_charges_left_out(body, ledger, frame), *_noted(body, entries)]
    rows = pd.Series(range(len(frame)), frame.index).astype("str")
    nothing = pd.Series(pd.NaT, frame.index, dtype="datetime64[us]")
    stated = frame[["claim_id", "payer"]].assign(line_id=rows, post_date=nothing, dos=nothing, charge=0)
    if "line_id" in frame:
        stated["charge_line"] = frame["line_id"].where(frame["line_id"] != "", "row " + rows)
    entries, problems = posted_payments(body.file, layout, stated, frame)
    lines = entries["line_id"].map(dict(zip(rows, frame["line"], strict=True)))
    undated = entries["post_date"].isna()
    unapplied = entries["claim_id"] == ""
    problems += told_unapplied(body, lines[unapplied], entries["amount"][unapplied])
    problems += row_problems(
        Severity.MONEY,
        "The payment or adjustment has no day; it was not taken in.",
        "Fill it in and import the file again.",
        body.file,
        [(int(line), show(int(cents))) for line, cents in zip(lines[undated], entries["amount"][undated], strict=True)],
        body.match.heading("remit_date"),
    )
    entries = entries[~undated].assign(line_id="").reset_index(drop=True)
    return entries.astype({"line_id": "str"}), [*problems, *_noted(body, entries)]


def _charges_left_out(body: Body, ledger: Ledger, frame: pd.DataFrame) -> list[Problem]:
    """Rows of a list that are charges after all, by the side their amount stands on: a charge needs its code."""
    charged = ledger.rows(CHARGE) & ledger.amounts.fillna(0).ne(0)
    if not charged.any():
        return []
    total = int(ledger.amounts[charged].sum())
    found = f"{int(charged.sum()):,} rows are charges by their amounts ({show(total)}); they were not taken in."
    advice = "Export the code of the service too, or say in the type of each row what it is."
    return [Problem(Severity.MONEY, found, advice, body.file, int(frame["line"][charged].iloc[0]))]


def _noted(body: Body, entries: pd.DataFrame) -> list[Problem]:
    found = f"The file lists {len(entries):,} payments and adjustments and no charges; they stand at their claims."
    advice = "Import the charges too. An export that has payments beside its charges should not bring the same money."
    return [Problem(Severity.NOTE, found, advice, body.file)]
