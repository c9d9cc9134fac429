"""How much there is to do for each hour of the staff: visits, and work that is still open."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

import narwhals as nw
import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.uncharged import kept_of
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.balances import aged_claims, open_claims
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import as_pandas
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.production.uncharged_visits import DAYS_TO_CHARGE, without_charge
from medoffice_xl.production.visits_seen import visits_seen
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES
from medoffice_xl.tables.appointments import Outcome
from medoffice_xl.tables.staff import PROVIDERS


class Load(StrEnum):
    """What is counted for each hour."""

    VISITS = "visits"
    OPEN = "open work"


DEFINITION = Definition(
    "Workload",
    "visits charged, or work open on the day (claims with a balance, kept visits without a charge, appointments "
    "without a status) ÷ hours worked by the staff that are no providers, over the pay periods that end in the window",
    "medoffice_xl's own; hours as MGMA counts support staff",
)


def workload(tables: Tables, as_of: date, window: int, load: Load, judged: InForce) -> Measure:
    """Visits, or open work, for each hour worked. Raises NoData where the staff's hours are not known."""
    work = figure("workforce")(tables["employees"], tables["hours"], as_of, window, judged)
    support = [person for person in work.everybody if person.kind not in PROVIDERS]
    hours: Fraction = work.hours(support).worked
    if hours <= 0:
        raise NoData("No hours worked by the staff are known in the window. Import payroll's hours.")
    counted = _visits(tables, as_of, work.spans) if load is Load.VISITS else _open(tables, as_of, judged)
    total = sum(part.value for part in counted if isinstance(part.value, int))
    return Measure(
        float(total / hours),
        Unit.RATIO,
        DEFINITION,
        parts=[
            *counted,
            Part("Hours worked", float(hours), Unit.RATIO),
            Part("From", work.spans[0].first, Unit.DATE),
            Part("To", work.spans[-1].last, Unit.DATE),
        ],
        rows_used=total,
        left_out=work.left_out,
    )


def _visits(tables: Tables, as_of: date, spans: Sequence[Period]) -> list[Part]:
    """Visits on the days that the pay periods cover."""
    dos = visits_seen(tables.rows("charges"), as_of)["dos"]
    count = sum(int(((dos >= pd.Timestamp(one.first)) & (dos <= pd.Timestamp(one.last))).sum()) for one in spans)
    return [Part("Visits", count, Unit.COUNT)]


def _open(tables: Tables, as_of: date, judged: InForce) -> list[Part]:
    """What is open on the day, kind by kind; appointments where there are any."""
    owing = accounts(tables.rows("charges"), tables.rows("payments"), as_of)
    claims = len(open_claims(aged_claims(owing)).filter(nw.col("balance") > 0).collect())
    found = [Part("Claims with a balance", claims, Unit.COUNT)]
    try:
        booked = schedule(tables, as_of)
    except NoData:
        return found
    found.append(Part("Appointments without a status", booked.count(Outcome.MISSING), Unit.COUNT))
    try:
        kept = kept_of(booked)
    except NoData:
        return found
    billed = as_pandas(known_by(as_of, tables.rows("charges"), CHARGES, "patient_acct", "dos"), CHARGES)
    lost = len(without_charge(kept, billed, as_of, judged.whole(DAYS_TO_CHARGE)))
    return [*found, Part("Kept visits without a charge", lost, Unit.COUNT)]
