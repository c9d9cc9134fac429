"""Appeal letters: one a payer, with the table of its underpaid claims and the clause of the contract."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.compliance.appeals import OPEN, worklist
from medoffice_xl.contracts.checked_rows import lines_of
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.ledger.rows import Frame


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One underpaid service line; money in cents."""

    claim_id: str
    payer_claim_no: str
    dos: date
    code: str
    units: float
    allowed: int
    expected: int

    @property
    def difference(self) -> int:
        """What is owed."""
        return self.expected - self.allowed


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `agreements` name the contracts with their clauses and first days, as the letter quotes them."""

    payer: str
    day: date
    practice: str
    agreements: Sequence[str]
    lines: Sequence[LetterLine]

    @property
    def total(self) -> int:
        """What is owed in all, in cents."""
        return sum(line.difference for line in self.lines)

    @property
    def claims(self) -> int:
        """How many claims it is about."""
        return len({line.claim_id for line in self.lines})

    def by_code(self) -> dict[str, list[LetterLine]]:
        """The lines of each code, with its modifiers, most money first: what a payer looks up in its schedule once."""
        of: dict[str, list[LetterLine]] = defaultdict(list)
        for line in self.lines:
            of[line.code].append(line)
        return dict(sorted(of.items(), key=lambda each: (-sum(line.difference for line in each[1]), each[0])))


def letters(
    lines: Frame,
    book: Rulebook,
    appeals: pd.DataFrame | None,
    as_of: date,
    practice: str = "",
) -> list[Letter]:
    """A letter for each payer with claims still to send (status detected), the largest total first.

    Claims whose appeal window has passed are left to the worklist. `lines` are checked lines.
    """
    found = worklist(lines, appeals, as_of)
    late = (found["days_left"] < 0).fillna(value=False).astype(bool)
    wanted = found[(found["status"] == OPEN[0]) & (found["underpaid"] > 0) & ~late]
    short = lines_of(lines, (nw.col("finding") == int(Finding.UNDERPAID),))
    short = short.merge(wanted[["payer", "claim_id"]], on=["payer", "claim_id"]).sort_values(
        ["dos", "claim_id", "line_no"]
    )
    made = [_letter(str(payer), rows, book, as_of, practice) for payer, rows in short.groupby("payer", sort=True)]
    return sorted(made, key=lambda letter: -letter.total)


def _letter(payer: str, rows: pd.DataFrame, book: Rulebook, as_of: date, practice: str) -> Letter:
    contracts = book.terms.frame.iloc[sorted(set(rows["contract"]))]
    agreements = [_agreement(row) for row in contracts.to_dict("records")]
    listed = [
        LetterLine(
            row["claim_id"],
            row["payer_claim_no"],
            row["dos"].date(),
            f"{row['code']} {row['mods']}".strip(),
            row["units"] / 1000,
            row["allowed"],
            row["expected"],
        )
        for row in rows.to_dict("records")
    ]
    return Letter(payer, as_of, practice, agreements, listed)


def _agreement(contract: dict[object, object]) -> str:
    name = str(contract["contract"] or "our agreement")
    first = contract["effective"]
    assert isinstance(first, pd.Timestamp)
    since = f", in force from {first:%B} {first.day}, {first.year}" if first.year > 1970 else ""
    clause = f" ({contract['clause']})" if contract["clause"] else ""
    return f"{name}{since}{clause}"
