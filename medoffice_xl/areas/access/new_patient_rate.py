"""The share of visits that are a new patient's."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.new_patients import NEW_AFTER_YEARS, reaches_back
from medoffice_xl.production.visits_seen import lines_seen, visits_seen, visits_seen_by
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.thresholds import Threshold

DEFINITION = Definition(
    "New-patient share",
    "visits of patients whom nobody of the practice saw in the three years before ÷ visits",
    "AMA and CMS, definition of a new patient (three years)",
)
HISTORY = Threshold(
    "New patients: history", "300", "days",
    "Trends show the new-patient share of a period from so many days after the first charge on: before, patients who "
    "were seen earlier count as new.",
)  # fmt: skip


def new_patient_rate(charges: Frame, period: Period, as_of: date, provider: str = "") -> Measure:
    """New patients' visits of the period as a share of all visits, as a fraction.

    A visit is a patient charged by a provider on a day; new is who has no visit to anybody of the practice in three
    years before. Visits without an account number count on neither side; raises NoData where none has one.
    """
    every = visits_seen(charges, as_of)
    dos = every["dos"]
    inside = (dos >= pd.Timestamp(period.first)) & (dos <= pd.Timestamp(period.last))
    if provider.strip():
        inside &= every["provider"].str.casefold() == provider.strip().casefold()
    rows = every[inside]
    whose = f" to {provider}" if provider.strip() else ""
    if rows.empty:
        raise NoData(f"No visit{whose} was charged from {period}.")
    known = rows[rows["has_account"]]
    if known.empty:
        raise NoData("The charges have no account numbers: nobody can say who is a new patient.")
    nameless = len(rows) - len(known)
    begins = every["dos"].min().date()
    return Measure(
        int(known["new"].sum()) / len(known),
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("New patients", int(known["new"].sum()), Unit.COUNT),
            Part("Visits", len(known), Unit.COUNT),
            *period.parts,
        ],
        rows_used=len(known),
        left_out=[LeftOut("visits without an account number", nameless)] if nameless else [],
        notes=[reaches_back(begins)] if _too_young(begins, period) else [],
    )


def new_patient_rates(charges: Frame, days: Sequence[date], window: int, history: Sequence[int]) -> list[float | None]:
    """`new_patient_rate` on each of the days, in one pass; None where no visit of the window has an account number.

    Of the days before the last one also where the charges begin fewer than so many days of `history` before the window:
    a practice's first months are all new patients, and beside them any later month would look like a fall. The last day
    is the figure itself.
    """
    return list(remembered(_rates, lines_seen(charges), asked=(tuple(days), window, tuple(history))))


def _rates(lines: pd.DataFrame, days: Sequence[date], window: int, history: Sequence[int]) -> list[float | None]:
    found: list[float | None] = []
    today = days[-1] if days else None
    for day, least, every in zip(days, history, visits_seen_by(lines, days), strict=True):
        period = days_up_to(day, window)
        first, last = pd.Timestamp(period.first), pd.Timestamp(period.last)
        known = every[every["dos"].between(first, last) & every["has_account"]]
        shown = not known.empty and (day == today or first >= every["dos"].min() + pd.Timedelta(days=least))
        found.append(int(known["new"].sum()) / len(known) if shown else None)
    return found


def _too_young(begins: date, period: Period) -> bool:
    """Whether charges begin less than the years before the period that a patient is known for."""
    return pd.Timestamp(begins) > pd.Timestamp(period.first) - pd.DateOffset(years=NEW_AFTER_YEARS)
