"""Rows of localities, and the zeros that spreadsheets took from them."""

from collections.abc import Callable

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables.locality import locality_key


def is_locality(mac: str, locality: str) -> bool:
    """True where the cells are a contractor and a locality number, not a footnote."""
    return mac.strip().isdigit() and locality.strip().isdigit()


def begins_with_contractor(place: int) -> Callable[[list[str]], bool]:
    """Whether a row has a contractor's number in this column: a row of data, and not a footnote."""
    return lambda row: len(row) > place and row[place].strip().isdigit()


def zeros_lost(rows: list[tuple[str, str]], name: str, line: int) -> list[Problem]:
    """One note for the file where contractors or localities came without their leading zeros."""
    short = [f"{mac},{locality}" for mac, locality in rows if len(mac.strip()) < 5 or len(locality.strip()) < 2]
    if not short:
        return []
    return [
        Problem(
            Severity.NOTE,
            f"{len(short)} localities lost their leading zeros; they are taken with them, such as "
            f"{short[0]} as {locality_key(*short[0].split(','))}.",
            "Nothing to do if the locality names are right; else take the file from the CMS zip again.",
            name,
            line,
            "Locality",
            short[0],
        )
    ]
