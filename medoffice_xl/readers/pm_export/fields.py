"""What a column of an export may be, and the headings that say so.

The charge columns bring their headings from the table's own synonyms; the lists in `published/` add what exports of
many systems call them. Beside them stand what becomes something else (the visit that stands in for a claim, a
ledger's type) and what is known only so that it is not mistaken for a field: balances, unit prices, last days of
service, diagnoses, people's names.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from csv import DictReader
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import COLUMNS
from medoffice_xl.tables import CHARGES


class Holds(StrEnum):
    """What the cells of a column must be like."""

    DAY = "DAY"
    AMOUNT = "AMOUNT"
    COUNT = "COUNT"
    CODE = "CODE"
    MODIFIERS = "MODIFIERS"
    NPI = "NPI"
    ID = "ID"
    TEXT = "TEXT"
    ANYTHING = "ANYTHING"


Phrase = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Field:
    """One meaning of a column: what its cells hold, the phrases that name it with how surely each does, the words
    that no heading of it has, and those of which it has at least one.
    """

    name: str
    holds: Holds
    phrases: Mapping[Phrase, float]
    never: frozenset[str]
    needs: frozenset[str]


def _table(name: str) -> Iterator[dict[str, str]]:
    text = files("medoffice_xl.readers.pm_export").joinpath(f"published/{name}.csv").read_text("utf-8")
    return DictReader(text.splitlines())


def _listed(text: str) -> frozenset[str]:
    return frozenset(word for each in text.split() for word in words(each))


def _fields() -> Iterator[Field]:
    phrases: dict[str, dict[Phrase, float]] = defaultdict(dict)
    for row in _table("headings"):
        phrases[row["field"]].setdefault(words(row["heading"]), float(row["sure"]))
    listed = {phrase: name for name, said in phrases.items() for phrase, sure in said.items() if sure == 1}
    for column in CHARGES:
        for synonym in (column.name, column.header, *column.synonyms):
            if listed.get(words(synonym), column.name) == column.name:
                phrases[column.name][words(synonym)] = 1.0
    for row in _table("fields"):
        yield Field(
            row["field"], Holds(row["holds"]), phrases[row["field"]], _listed(row["never"]), _listed(row["needs"])
        )


FIELDS: tuple[Field, ...] = tuple(_fields())

ONLY_KNOWN = frozenset(field.name for field in FIELDS) - {column.name for column in COLUMNS}
"""Fields of which nothing is taken; several columns may be the same."""

PRIVATE = ("patient", "birth", "private")
"""Those under which a patient's name, birth date, member number or address stands."""
