"""From the columns of a table to the lines that pricing takes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from medoffice_xl.contracts.days import days
from medoffice_xl.contracts.exact_amounts import Ints, scaled
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.row_keys import combine


@dataclass(frozen=True, slots=True)
class ServiceColumns:
    """Services as parallel columns. `patient` and `claim` are numbers alike for one patient and one claim."""

    payer: "pd.Series[str]"
    plan: "pd.Series[str]"
    code: "pd.Series[str]"
    mods: "Sequence[pd.Series[str]]"
    units: "pd.Series[float]"
    charge: "pd.Series[int]"
    dos: "pd.Series[pd.Timestamp]"
    pos: "pd.Series[str]"
    npi: "pd.Series[str]"
    patient: Ints
    claim: Ints


def lines_to_price(book: Rulebook, of: ServiceColumns) -> Lines:
    """The services as the lines that pricing takes.

    Units that are missing or not above zero count as 1; text codes are compared in capitals.
    """
    codes, texts = _codes(of.code)
    day = days(of.dos, 0)
    who = book.names.of_column(of.payer)
    provider, npis = pd.factorize(of.npi)
    thousandths = scaled(of.units, 1000)
    place, places = pd.factorize(of.pos)
    return Lines(
        codes=texts,
        places=np.asarray(places, dtype=object),
        payer=who,
        plan=book.plan_of(of.plan),
        provider=book.provider_of(of.npi),
        code=codes,
        mods=book.bits.of_columns(of.mods),
        units=np.where(thousandths > 0, thousandths, 1000),
        charge=of.charge.to_numpy().astype("int64"),
        day=day,
        place=place.astype("int64"),
        facility=_in(places, book.facilities)[place],
        non_physician=_in(npis, book.non_physicians)[provider],
        visit=combine(of.patient, day, who, provider.astype("int64")),
        claim=of.claim,
    )


def _codes(column: "pd.Series[str]") -> "tuple[Ints, np.typing.NDArray[np.object_]]":
    places, texts = pd.factorize(column)
    upper, unique = pd.factorize(pd.Series(texts, dtype="str").str.upper())
    return upper.astype("int64")[places], np.asarray(unique, dtype=object)


def _in(texts: "pd.Index[str]", wanted: frozenset[str]) -> "np.typing.NDArray[np.bool_]":
    """Which of the texts are wanted, and False at the end for a missing one."""
    return np.array([*(str(text) in wanted for text in texts), False], dtype=bool)
