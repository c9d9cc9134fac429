"""The rows of a ledger that an import needs: those that its files may change, and those that bear on what becomes of
them. All others stay where they lie, unread, however many they are.

Claims come whole, because their lines bear on each other; remittances come whole where a file may state them anew. A
further step of the intake that looks at rows of the large tables has to name them here.
"""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from medoffice_xl.intake.claims_referred_to import numbers_named
from medoffice_xl.intake.versions import among_traces
from medoffice_xl.lake import Lake
from medoffice_xl.lake.some_rows import SomeRows, some_rows, texts_among
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables.claim_status import REVERSAL

LARGE = ("charges", "payments", "remits", "appointments")
"""Tables of which an import reads some rows; those of checks have a row a check, and are read whole."""

_OF_CLAIMS = "claim_id IN {claims}"
_NAMED = "claim_id IN {named}"
_CHARGES = f"{_OF_CLAIMS} OR {_NAMED}"
_REMITS = (
    f"{_CHARGES} OR payer_claim_no IN {{named}} OR claim_id || payer_claim_no IN {{named}} "
    f"OR payer_claim_no || claim_id IN {{named}} OR remittance IN {{remittances}} OR trace IN {{traces}} "
    f"OR (remittance IN {{with_interest}} AND interest <> 0) OR claim_status = '{REVERSAL}'"
)
_INTEREST = "L6"
"""A provider adjustment that the interest of the check's claims answers."""


def rows_of_ledger(lake: Lake, readings: Sequence[Reading], book: Mapping[str, pd.DataFrame]) -> dict[str, SomeRows]:
    """The rows of the LARGE tables that these readings need; `book` are the other tables.

    Raises LedgerError where the ledger cannot be read.
    """
    named = numbers_named(_column("provider_adjustments", "reference", readings, book))
    remittances = _remittances(readings, book)
    of_these = texts_among(lake, "remits", "claim_id", "remittance IN {remittances}", remittances=remittances)
    claims = of_these.union(*(_claims(reading) for reading in readings))
    visits = {*_column("appointments", "appointment", readings, {})}
    payments = some_rows(lake, "payments", _OF_CLAIMS, claims=claims)
    return {
        "charges": some_rows(lake, "charges", _every_charge(readings) or _CHARGES, claims=claims, named=named),
        "payments": payments,
        "remits": some_rows(
            lake, "remits", _REMITS, claims=claims, named=named, remittances=remittances,
            traces={*payments.frame["trace"][payments.frame["source"] == "835"]},
            with_interest=_with_interest(readings, book),
        ),
        "appointments": some_rows(lake, "appointments", "appointment IN {visits}", visits=visits),
    }  # fmt: skip


def _claims(reading: Reading) -> set[str]:
    """The claims that a file tells of, charges that it takes back among them."""
    frames = [reading.tables[name] for name in ("charges", "payments", "remits") if name in reading.tables]
    frames += [] if reading.voided is None else [reading.voided]
    return {claim for frame in frames for claim in frame["claim_id"].unique()}


def _remittances(readings: Sequence[Reading], book: Mapping[str, pd.DataFrame]) -> set[str]:
    """The remittances of the files, and those of the book that have a number in common with one of them."""
    there = book["remittances"]
    alike = among_traces(there["trace"], _column("remittances", "trace", readings, {}))
    return {*_column("remittances", "remittance", readings, {}), *there["remittance"][alike]}


def _with_interest(readings: Sequence[Reading], book: Mapping[str, pd.DataFrame]) -> set[str]:
    """The remittances with interest of the check as a whole, which is held against that of its claims."""
    frames = _frames("provider_adjustments", readings, book)
    return {each for frame in frames for each in frame["remittance"][frame["reason"] == _INTEREST]}


def _every_charge(readings: Sequence[Reading]) -> str:
    """Statements of patients are held against the accounts of all charges."""
    return "true" if any("patient_statements" in reading.tables for reading in readings) else ""


def _column(table: str, column: str, readings: Sequence[Reading], book: Mapping[str, pd.DataFrame]) -> Iterable[str]:
    return (each for frame in _frames(table, readings, book) for each in frame[column].unique())


def _frames(table: str, readings: Sequence[Reading], book: Mapping[str, pd.DataFrame]) -> Iterable[pd.DataFrame]:
    """A table as the files have it, and as the book does."""
    yield from (reading.tables[table] for reading in readings if table in reading.tables)
    if table in book:
        yield book[table]
