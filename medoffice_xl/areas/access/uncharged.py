"""Kept visits: as the tests of controls take them, and those of them that nobody charged."""

from datetime import date

import pandas as pd

from medoffice_xl.areas.access.schedule import Schedule, schedule
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Part, Unit
from medoffice_xl.production.uncharged_visits import DAYS_TO_CHARGE, without_charge
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES
from medoffice_xl.tables.appointments import Outcome

COLUMNS = (
    BreakdownColumn("Day", Unit.DATE),
    BreakdownColumn("Provider", Unit.TEXT),
    BreakdownColumn("Account", Unit.TEXT),
    BreakdownColumn("Visit type", Unit.TEXT),
    BreakdownColumn("Days ago", Unit.COUNT),
)
DEFINITION = Definition(
    "Kept visits without a charge",
    "appointments kept whose patient has no charge of that day, more days later than the threshold says",
    "RTA, internal controls: numbered encounters against charges",
)


def kept_visits(tables: Tables, as_of: date) -> pd.DataFrame:
    """Visits kept up to the day: patient_acct, dos, provider, type. Raises NoData where no appointment has an account.

    Appointments without an account cannot be told from charges and are not among them.
    """
    return kept_of(schedule(tables, as_of))


def kept_of(found: Schedule) -> pd.DataFrame:
    """The kept visits of a schedule that say whose they are."""
    kept = found.rows[found.rows["outcome"] == Outcome.KEPT]
    named = kept[kept["patient_acct"] != ""]
    if len(kept) and named.empty:
        raise NoData("The appointments have no account numbers: nobody can say which of them were charged.")
    return named.rename(columns={"day": "dos"})[["patient_acct", "dos", "provider", "type"]].reset_index(drop=True)


def uncharged_visits(found: Schedule, charges: Frame, period: Period, judged: InForce, top: int = 0) -> Breakdown:
    """Kept visits of the period without a charge of their patient and day, the oldest first; `top` of them.

    Raises NoData where no kept visit of the period has an account number.
    """
    if top < 0:
        raise OutOfRange(f"You asked for {top} visits; give a number from 1 on, or 0 for all.")
    of = found.within(period)
    kept = kept_of(of)
    if kept.empty:
        raise NoData(f"No visit was kept from {period}, as far as the appointments say.")
    billed = as_pandas(known_by(found.as_of, charges, CHARGES, "patient_acct", "dos"), CHARGES)
    rows = without_charge(kept, billed, found.as_of, judged.whole(DAYS_TO_CHARGE))
    rows = rows.sort_values(["dos", "provider", "patient_acct"], kind="stable")
    ages = (pd.Timestamp(found.as_of) - rows["dos"]).dt.days
    days = [day.date() for day in rows["dos"]]
    body = list(zip(days, rows["provider"], rows["patient_acct"], rows["type"], ages.tolist(), strict=True))
    nameless = of.count(Outcome.KEPT) - len(kept)
    return Breakdown(
        COLUMNS,
        body[:top] if top else body,
        DEFINITION,
        parts=[Part("Without a charge", len(rows), Unit.COUNT), Part("Kept", len(kept), Unit.COUNT)],
        rows_used=len(kept),
        left_out=[LeftOut("kept, but without an account number", nameless)] if nameless else [],
    )
