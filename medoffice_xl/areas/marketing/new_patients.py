"""Patients by the day of their first visit, and where they came from."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.areas.marketing.tables import REGISTRATIONS
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables.thresholds import Threshold

NOT_ASKED = "(not asked)"
"""The source of patients whose source is empty."""

MOST_WITHOUT_SOURCE = Threshold(
    "Marketing: most without a source", "0.2", "%",
    "Where the referral source of a larger share of the new patients than this is empty, what campaigns cost and bring "
    "is called not reliable.",
)  # fmt: skip

COUNT = Definition("New patients", "patients whose first visit is in the days", "Registrations")
WITHOUT_SOURCE = Definition(
    "Share without a source",
    "new patients whose referral source is empty ÷ new patients",
    "medoffice_xl; MGMA Stat 2023: 54% of groups track the source",
)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Registered:
    """The patients whose first visit was by the day, once each; and how many have no day."""

    patients: pd.DataFrame
    undated: int
    as_of: date

    def of(self, period: Period) -> pd.DataFrame:
        """Those whose first visit is in the period."""
        first = self.patients["first_visit"]
        return self.patients[(first >= pd.Timestamp(period.first)) & (first <= pd.Timestamp(period.last))]

    @property
    def left_out(self) -> list[LeftOut]:
        """Patients without a first visit."""
        return [LeftOut("patients without the day of their first visit", self.undated)] if self.undated else []


def registered(registrations: Frame, as_of: date) -> Registered:
    """The registrations as they were known on the day. A patient counts from the first visit on."""
    return remembered(_registered, registrations, asked=(as_of,))


def _registered(registrations: Frame, as_of: date) -> Registered:
    rows = as_pandas(take(registrations, REGISTRATIONS, *REGISTRATIONS.names), REGISTRATIONS)
    undated = rows["first_visit"].isna()
    dated = rows[~undated].sort_values("first_visit", kind="stable").drop_duplicates("account")
    known = dated[dated["first_visit"] <= pd.Timestamp(as_of)].reset_index(drop=True)
    source = known["source"].str.strip()
    known = known.assign(source=source.where(source != "", NOT_ASKED), referrer=known["referrer"].str.strip())
    return unchanging(Registered(known, int(undated.sum()), as_of))


def new_patients(found: Registered, window: int) -> Measure:
    """New patients of the days up to the day. Raises NoData where nobody is registered by then."""
    period, patients = _new(found, window)
    return Measure(len(patients), Unit.COUNT, COUNT, _span(period), len(patients), found.left_out)


def without_source(found: Registered, window: int, limits: InForce) -> Measure:
    """Share of the new patients whose source nobody asked. Raises NoData where there are no new patients."""
    period, patients = _new(found, window)
    if patients.empty:
        raise NoData(f"No patient's first visit is from {period}.")
    empty = int((patients["source"] == NOT_ASKED).sum())
    parts = [Part("Without a source", empty, Unit.COUNT), Part("New patients", len(patients), Unit.COUNT)]
    return Measure(empty / len(patients), Unit.PERCENT, WITHOUT_SOURCE, [*parts, *_span(period)], len(patients),
                   found.left_out, reliability(patients, limits))  # fmt: skip


def reliability(patients: pd.DataFrame, limits: InForce) -> list[str]:
    """A warning where the source of too many of these new patients is empty."""
    empty = int((patients["source"] == NOT_ASKED).sum())
    if not empty or empty / len(patients) <= limits.share(MOST_WITHOUT_SOURCE):
        return []
    return [f"Not reliable: {empty / len(patients):.0%} of the new patients have no source. Make it a required field."]


def _new(found: Registered, window: int) -> tuple[Period, pd.DataFrame]:
    if found.patients.empty:
        raise NoData("No patient's first visit is known by the day. Bring in the list of registered patients.")
    period = days_up_to(found.as_of, window)
    return period, found.of(period)


def _span(period: Period) -> list[Part]:
    return [*period.parts]
