"""Charges that were entered and taken out again: neither is a service, a visit or a price.

A charge is voided by another of its claim with the same service, day and modifiers and the same amount below zero. The
first such charge goes with the first such void; what was charged once more stands.
"""

from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.among import among, among_texts
from medoffice_xl.ledger.known_by import ENTERED
from medoffice_xl.ledger.rows import Frame, Rows, as_pandas, columns_there, flag, moment, take
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES

_SERVICE = ("claim_id", "code", "mod1", "mod2", "mod3", "mod4", "dos")
_NO_DAY = nw.lit(None, nw.Datetime("us"))


def charges_with_voids(charges: Frame, as_of: date, *names: str) -> Rows:
    """The named columns of the charges known on the day, and `voided`: 1 for a charge that was voided and its void."""
    told = ("day", "paired", "voided_on")
    rows = _with_pairs(charges).select(*dict.fromkeys(names), *told)
    by_then = nw.col("voided_on").is_null() | (nw.col("voided_on") <= moment(as_of))
    known = rows.filter(nw.col("day").is_null() | (nw.col("day") <= moment(as_of)))
    return known.select(*names, voided=flag((nw.col("paired") > 0) & by_then))


def voids_told(charges: Frame, *names: str) -> Rows:
    """The named columns of all charges, and `voided_on`: since when each is voided or a void, missing where it is none.

    A pair of which nobody says the days was always one: it is not here.
    """
    rows = _with_pairs(charges)
    return rows.filter(~((nw.col("paired") > 0) & nw.col("voided_on").is_null())).select(
        *names, voided_on=nw.when(nw.col("paired") > 0).then(nw.col("voided_on"))
    )


def _with_pairs(charges: Frame) -> Rows:
    """The charges with the `day` each counts from, whether it is one of a pair, and since when (`voided_on`).

    A pair is known from the day on which both are: so every day knows the pairs that the charges entered by then make.
    """
    return remembered(_paired, charges)


def _paired(charges: Frame) -> Rows:
    rows = take(charges, CHARGES, *columns_there(charges, CHARGES))
    rows = rows.with_columns(day=nw.coalesce(*(nw.col(name) for name in ENTERED[CHARGES.name])))
    if not len(rows.filter(nw.col("charge") < 0).head(1).collect()):
        return unchanging(rows.with_columns(paired=nw.lit(0, nw.Int64()), voided_on=_NO_DAY))
    rows = rows.with_columns(size=nw.col("charge").abs(), void=flag(nw.col("charge") < 0), one=nw.lit(1, nw.Int64()))
    alike = (*_SERVICE, "size")
    rows = rows.with_columns(nth=nw.col("one").cum_sum().over(*alike, "void", order_by=("day", "line_id")))
    pair = (*alike, "nth")
    rows = rows.with_columns(paired=nw.col("one").sum().over(*pair) - 1, voided_on=nw.col("day").max().over(*pair))
    return unchanging(rows.drop("size", "void", "one", "nth"))


def standing_lines(charges: Frame, as_of: date, claims: "pd.Series[str]") -> pd.DataFrame:
    """The whole rows of `standing_charges` of some claims; nobody changes them.

    Of a ledger no other rows come into memory: open claims are few beside all.
    """
    known = standing_charges(charges, as_of, *CHARGES.names)
    if known.implementation.is_duckdb():
        return as_pandas(among_texts(known, "claim_id", claims), CHARGES)
    rows = remembered(_standing_lines, charges, asked=(as_of,))
    return rows[among(rows["claim_id"], claims)]


def _standing_lines(charges: Frame, as_of: date) -> pd.DataFrame:
    return unchanging(as_pandas(standing_charges(charges, as_of, *CHARGES.names), CHARGES))


def standing_charges(charges: Frame, as_of: date, *names: str) -> Rows:
    """The named columns of the charges known on the day, without those that were voided and their voids."""
    return charges_with_voids(charges, as_of, *names).filter(nw.col("voided") == 0).select(*names)
