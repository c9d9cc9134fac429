"""What is known of open claims, one frame a matter: what was denied or paid short, and what may still come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

import numpy as np
import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.worklists.plain_values import DAY
from medoffice_xl.areas.worklists.tables import WORK_KINDS
from medoffice_xl.contracts.appeal_deadlines import agreed_appeal_days
from medoffice_xl.contracts.filing_limits import NO_LIMIT, last_days_to_file
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.contracts.short_lines import short_lines_of
from medoffice_xl.ledger.appeal_steps import newest, steps
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import YEAR
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.ledger.voided import standing_lines
from medoffice_xl.production.charge_lines import as_lines, priced_lines
from medoffice_xl.published import published
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.appeals import DENIAL, UNDERPAYMENT


@dataclass(frozen=True, slots=True)
class Kind:
    """What working a claim takes: minutes, the share usually paid, and the next step."""

    minutes: Fraction
    chance: Fraction
    what_to_do: str


def owed(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a claim with charges: `payer`, `balance` in cents, and whether it is the `patient`'s.

    DuckDB adds whole numbers up in more than 64 bits, which would come out as floats, and no more as cents.
    """
    charges = tables.rows("charges")
    found = figure("claims_owed")(accounts(charges, tables.rows("payments"), as_of), charges)
    frame: pd.DataFrame = found.select("claim_id", "payer", "balance", "patient").collect().to_pandas()
    return frame.astype({"balance": "int64"})


def denied(tables: Tables, as_of: date) -> pd.DataFrame:
    """The denials that stand, as the area Denials tells them; none without remittances."""
    found: pd.DataFrame = figure("open_denials")(tables, as_of)
    return found


def underpaid(tables: Tables, as_of: date) -> pd.DataFrame:
    """What each underpaid claim is `short`, and the day it was `answered`."""
    checked = short_lines_of(tables, as_of)
    short = checked.loc[checked["finding"] == Finding.UNDERPAID, ["claim_id", "variance", "paid_date"]]
    sums = short.groupby("claim_id", as_index=False).agg(short=("variance", "sum"), answered=("paid_date", "max"))
    return sums.assign(short=-sums["short"])


def agreed_days(charges: Frame, as_of: date, claims: "pd.Series[str]", book: Rulebook) -> "pd.Series[int]":
    """Days within which an answer to the claims can be appealed, the fewest of their lines, where anybody says."""
    rows = _lines(charges, as_of, claims)
    days = agreed_appeal_days(as_lines(rows, book), book) if len(rows) else np.zeros(0, "int64")
    return rows.assign(days=days)[days > 0].groupby("claim_id")["days"].min()


def _lines(charges: Frame, as_of: date, claims: "pd.Series[str]") -> pd.DataFrame:
    """The standing charge lines of the claims."""
    rows = standing_lines(charges, as_of, claims)
    rows = rows[(rows["charge"] > 0) & rows["dos"].notna()]
    return rows.sort_values(["claim_id", "line_id"], kind="stable", ignore_index=True)


def expected(charges: Frame, as_of: date, claims: "pd.Series[str]", book: Rulebook) -> pd.DataFrame:
    """What contracts allow for the claims (`expected`), the last day to file them (`lapses`), and the day they were
    `sent`, or entered.

    A line without a rate is taken at the share of charges that the others are allowed.
    """
    rows = _lines(charges, as_of, claims)
    if rows.empty:
        none = {"claim_id": "str", "expected": "int64", "lapses": DAY, "sent": DAY}
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in none.items()})
    priced = priced_lines(rows, book)
    by = last_days_to_file(as_lines(rows, book), book)
    charged = int(rows["charge"][priced.known].sum())
    share = Fraction(int(priced.allowed[priced.known].sum()), charged) if charged else Fraction(1)
    at_share = each_once(lambda cents: int(share * cents), rows["charge"].where(~priced.known, 0))
    found = pd.DataFrame({
        "claim_id": rows["claim_id"],
        "expected": np.where(priced.known, priced.allowed, np.array(at_share, "int64")),
        "lapses": pd.Series(by.astype("datetime64[D]").astype(DAY)).where(by != NO_LIMIT),
        "sent": rows["submit_date"].fillna(rows["post_date"]).fillna(rows["dos"]),
    })  # fmt: skip
    return found.groupby("claim_id", as_index=False).agg({"expected": "sum", "lapses": "min", "sent": "min"})


def appealed(tables: Tables, as_of: date) -> pd.DataFrame:
    """The last step of each appeal: what it is `about`, `payer_key` (in lower case), claim, `step` and its `day`."""
    return remembered(_appealed, tables.get("appeals"), asked=(as_of,))


def _appealed(appeals: pd.DataFrame | None, as_of: date) -> pd.DataFrame:
    found = [newest(steps(appeals, about, as_of)).assign(about=about) for about in (DENIAL, UNDERPAYMENT)]
    rows = pd.concat(found, ignore_index=True)
    keys = [name.casefold() for name in rows["payer"]]
    return rows.assign(payer_key=pd.Series(keys, dtype="str"), step=rows["status"], day=rows["status_date"])[
        ["about", "payer_key", "claim_id", "step", "day"]
    ].drop_duplicates(["about", "payer_key", "claim_id"], keep="last")


def patience(tables: Tables, as_of: date) -> Callable[[str], int | None]:
    """How long a payer usually takes: nine of ten claims are answered in so many days; None where nothing is known.

    Of a payer who paid nothing in a year it is what all of them take.
    """
    remits = tables.rows_if_there("remits")
    if remits is None:
        return lambda _: None
    asked = (tables.rows("charges"), remits, tables.shared(RULEBOOK).reasons, as_of, YEAR)
    days: Mapping[str, float] = figure("usual_days_to_pay")(*asked)

    def of_payer(payer: str) -> int | None:
        known = days.get(payer.strip().lower(), days.get(""))
        return None if known is None else ceil(known)

    return of_payer


def kinds(tables: Tables) -> Mapping[str, Kind]:
    """Each kind of work: the practice's, or as it comes with the package."""
    own = tables.get("work_kinds")
    rows = published(WORK_KINDS)
    if own is not None and not own.empty:
        rows = pd.concat([rows, own], ignore_index=True)
    columns = (rows[name] for name in ("kind", "minutes", "recovery", "what_to_do"))
    return {
        kind: Kind(Fraction(str(minutes)), Fraction(str(share)), step)
        for kind, minutes, share, step in zip(*columns, strict=True)
    }
