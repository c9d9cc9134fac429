"""Every visit by itself: a patient seen by a provider on a day, with what was charged for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.ledger.voided import standing_charges, voids_told
from medoffice_xl.production.new_patients import is_new
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES

_VISIT = ["has_account", "account", "dos", "provider"]


def visits_seen(charges: Frame, as_of: date) -> pd.DataFrame:
    """One row a visit known on the day and not voided: account, provider, npi, dos, charge (cents), has_account, new.

    Without an account number a claim stands for the patient; whether such a visit is a new patient's nobody knows, and
    `new` is false.
    """
    return remembered(_visits_seen, charges, asked=(as_of,))


def _visits_seen(charges: Frame, as_of: date) -> pd.DataFrame:
    names = ("claim_id", "patient_acct", "provider", "npi", "dos", "charge")
    rows = as_pandas(standing_charges(charges, as_of, *names).filter(nw.col("charge") >= 0), CHARGES)
    rows = _with_account(rows[rows["dos"].notna() & (rows["dos"] <= pd.Timestamp(as_of))])
    return unchanging(
        _with_new(rows.groupby(_VISIT, sort=True, as_index=False).agg(npi=("npi", "max"), charge=("charge", "sum")))
    )


def lines_seen(charges: Frame) -> pd.DataFrame:
    """The charges that tell of visits, without their amounts: those of `visits_seen` of every day."""
    return remembered(_lines_seen, charges)


def _lines_seen(charges: Frame) -> pd.DataFrame:
    told = voids_told(charges, "claim_id", "patient_acct", "provider", "dos", "charge", "day")
    return unchanging(
        told.filter((nw.col("charge") >= 0) & ~nw.col("dos").is_null()).drop("charge").collect().to_pandas()
    )


def visits_seen_by(lines: pd.DataFrame, days: Sequence[date]) -> Iterator[pd.DataFrame]:
    """`visits_seen` on each of the days, of `lines_seen`, in one pass, without npi and charge.

    Who was new is the same on every day where no charge of an account was voided, and none was entered after one of a
    later service. The other accounts are few, and each day asks them anew.
    """
    every = _every_visit(lines)
    for day in map(pd.Timestamp, days):
        rows = every.doubtful
        rows = rows[(rows["seen_from"] <= day) & ~(rows["voided_on"] <= day)]
        yield pd.concat([every.plain[every.plain["seen_from"] <= day], _visits_of(rows)], ignore_index=True)


@dataclass(frozen=True, slots=True)
class _EveryVisit:
    """Visits whose patients were new or not whatever the day, and the charges of all others, known `seen_from` on."""

    plain: pd.DataFrame
    doubtful: pd.DataFrame


def _every_visit(lines: pd.DataFrame) -> _EveryVisit:
    rows = _with_account(lines)
    # A charge without a day was always known; nobody knows of a visit before it took place.
    rows = rows.assign(seen_from=rows["day"].where(rows["day"] > rows["dos"], rows["dos"]))
    visits = _visits_of(rows)
    late = visits["seen_from"] < visits.groupby("account")["seen_from"].cummax()
    accounts = {*visits["account"][late], *rows["account"][rows["voided_on"].notna()]}
    return _EveryVisit(visits[~visits["account"].isin(accounts)], rows[rows["account"].isin(accounts)])


def _visits_of(rows: pd.DataFrame) -> pd.DataFrame:
    return _with_new(rows.groupby(_VISIT, sort=True, as_index=False).agg(seen_from=("seen_from", "min")))


def _with_account(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        has_account=rows["patient_acct"] != "",
        account=rows["patient_acct"].where(rows["patient_acct"] != "", rows["claim_id"]),
        provider=rows["provider"].str.strip(),
    )


def _with_new(visits: pd.DataFrame) -> pd.DataFrame:
    return visits.assign(new=is_new(visits["account"], visits["dos"]) & visits["has_account"])
