"""A check or EFT that is spread over several files, or several remittances of one, is told once: with its sum.

Each part states the whole amount and only its own claims, so that alone none of them adds up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from medoffice_xl.intake.payer_names import own_names
from medoffice_xl.intake.versions import Key, Version, among_traces, are_one, keys, numbers_nothing, versions
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.balance_findings import COMPARE, begins
from medoffice_xl.readers.reading import Reading

Book = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class _Spread:
    """A check or EFT of which more than one part is known, and the place of the last reading that has one."""

    parts: tuple[Version, ...]
    last: int

    @property
    def begins(self) -> tuple[str, ...]:
        """How what is said of a part begins, by each way in which its number is written."""
        return tuple(dict.fromkeys(begins(each.row["trace"], int(each.row["amount"])) for each in self.parts))

    @property
    def files(self) -> list[str]:
        return list(dict.fromkeys(str(each.row["source_file"]) for each in self.parts))

    def problem(self, file: str) -> Problem:
        """What is to be said of all of them."""
        claims, adjusted = (sum(int(each.row[name]) for each in self.parts) for name in ("claims_paid", "provider_adj"))
        off = int(self.parts[0].row["amount"]) - claims + adjusted
        found = (
            f"{self.begins[0]} and spread over {len(self.parts)} remittances ({', '.join(self.files)}): their claims "
            f"({show(claims)}) less their provider adjustments ({show(adjusted)})"
        )
        if not off:
            return Problem(Severity.NOTE, f"{found} add up to it.", "Nothing to do.", file)
        return Problem(Severity.MONEY, f"{found} are off by {show(off)}.", COMPARE, file)


def told_once(readings: Sequence[Reading], book: Book) -> tuple[list[Reading], pd.DataFrame]:
    """The readings, and the book's list of problems, with what each part says of its check or EFT said once for all.

    Parts that are in the book count too. The last reading that has a part says it.
    """
    told, listed = list(readings), book["problems"]
    for spread in _spreads(readings, book):
        for index, reading in enumerate(told):
            if reading.file in spread.files:
                kept = [each for each in reading.problems if not each.problem.startswith(spread.begins)]
                said = [spread.problem(reading.file)] if index == spread.last else []
                told[index] = replace(reading, problems=[*said, *kept])
        theirs = listed["file"].isin(spread.files) & listed["problem"].str.startswith(spread.begins)
        listed = listed[~theirs]
    return told, listed


def _spreads(readings: Sequence[Reading], book: Book) -> Iterator[_Spread]:
    own_name = own_names(book["payers"])
    parts: dict[Key, list[Version]] = defaultdict(list)
    last: dict[Key, int] = {}
    for index, tables in _with_parts(readings, book):
        off = _off(tables["remittances"])
        for key, part in zip(keys(off, own_name), versions(off, tables["remits"]), strict=True):
            whole = (*key, part.row["amount"])
            if all(part.remittance != each.remittance and not are_one(each, part) for each in parts[whole]):
                parts[whole].append(part)
                last[whole] = index
    yield from (_Spread(tuple(each), last[key]) for key, each in parts.items() if len(each) > 1 and last[key] >= 0)


def _with_parts(readings: Sequence[Reading], book: Book) -> Iterator[tuple[int, Book]]:
    """Tables with checks and EFTs that do not add up: the book's first (at -1), as far as they may be of these."""
    found = [
        (index, reading.tables)
        for index, reading in enumerate(readings)
        if "remittances" in reading.tables and len(_off(reading.tables["remittances"]))
    ]
    numbers = [trace for _, tables in found for trace in _off(tables["remittances"])["trace"]]
    there = book["remittances"]
    yield -1, {"remittances": there[among_traces(there["trace"], numbers)], "remits": book["remits"]}
    yield from found


def _off(checks: pd.DataFrame) -> pd.DataFrame:
    """The checks and EFTs with a number of their own that do not add up."""
    off = checks[checks["off_by"] != 0]
    return off[~off["trace"].map(numbers_nothing).astype(bool)]
