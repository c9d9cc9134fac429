"""What each provider did: visits, work RVUs, charges and collections, and the same per clinical FTE."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.access.sessions import Sessions
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Frame, as_pandas, fetch, take, within
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.production.code_use import code_use_by_provider
from medoffice_xl.production.relative_values import RelativeValues
from medoffice_xl.production.visits_seen import visits_seen
from medoffice_xl.production.work_rvus import SCALE, work_done
from medoffice_xl.tables import PROVIDERS
from medoffice_xl.tables.thresholds import Threshold

LEAST_FTE = Threshold(
    "Per FTE: least clinical FTE", "0.1", "FTE",
    "A provider with a smaller clinical FTE has no figures per FTE: they would say more of the FTE than of the work.",
)  # fmt: skip
LEAST_SESSIONS = Threshold(
    "Per FTE: least sessions", "20", "sessions",
    "A provider with fewer sessions in the window has no figures per FTE.",
)  # fmt: skip

COLUMNS = (
    BreakdownColumn("Provider", Unit.TEXT),
    BreakdownColumn("Clinical FTE", Unit.RATIO),
    BreakdownColumn("Sessions", Unit.COUNT),
    BreakdownColumn("Visits", Unit.COUNT),
    BreakdownColumn("Work RVUs", Unit.RATIO),
    BreakdownColumn("Charges", Unit.MONEY),
    BreakdownColumn("Collections", Unit.MONEY),
    BreakdownColumn("New share", Unit.PERCENT),
    BreakdownColumn("Visits per FTE", Unit.COUNT),
    BreakdownColumn("Work RVUs per FTE", Unit.COUNT),
    BreakdownColumn("Charges per FTE", Unit.MONEY),
    BreakdownColumn("Collections per FTE", Unit.MONEY),
)
DEFINITION = Definition(
    "Provider productivity",
    "visits, work RVUs and charges by day of service, collections (payments less refunds) by day of posting; per FTE: "
    "÷ clinical FTE, at most 1.0 a person",
    "MGMA, provider productivity per clinical FTE",
)


@dataclass(frozen=True, slots=True)
class Produced:
    """What one provider did; `work` in 1/SCALE RVU, money in cents; `fte` None where nobody says."""

    visits: int = 0
    new: int = 0
    named: int = 0
    work: int = 0
    charges: int = 0
    collections: int = 0
    sessions: int = 0
    fte: Fraction | None = None

    def __add__(self, other: "Produced") -> "Produced":
        return Produced(
            self.visits + other.visits, self.new + other.new, self.named + other.named, self.work + other.work,
            self.charges + other.charges, self.collections + other.collections, self.sessions + other.sessions,
            self.fte if other.fte is None else other.fte if self.fte is None else self.fte + other.fte,
        )  # fmt: skip

    def is_enough(self, judged: InForce) -> bool:
        """Whether figures per FTE say something."""
        return (
            self.fte is not None
            and self.fte >= judged.exact(LEAST_FTE)
            and self.sessions >= judged.exact(LEAST_SESSIONS)
        )


@dataclass(frozen=True, slots=True)
class ProviderTables:
    """What productivity is made of; where there are no sessions, the days with visits stand for them."""

    charges: Frame
    payments: Frame
    providers: Frame | None
    when: Sessions | None
    values: RelativeValues


def provider_productivity(of: ProviderTables, period: Period, as_of: date, judged: InForce) -> Breakdown:
    """One row a provider, the most visits first, and the total.

    The figures per FTE of the total are of the providers that have them. Raises NoData where nothing was charged.
    """
    made = produced(of, period, as_of)
    if not made:
        raise NoData(f"Nothing was charged from {period}.")
    ranked = sorted(made.items(), key=lambda item: (-item[1].visits, item[0]))
    total, enough = Produced(), Produced()
    for _, each in ranked:
        total += each
        enough += each if each.is_enough(judged) else Produced()
    without = [name for name, each in ranked if each.fte is None]
    few = [name for name, each in ranked if each.fte is not None and not each.is_enough(judged)]
    uses = [use for uses in code_use_by_provider(of.charges, period, as_of).values() for use in uses]
    work = work_done(uses, of.values)
    return Breakdown(
        COLUMNS,
        [*(_row(name, each, each if each.is_enough(judged) else None) for name, each in ranked),
         _row("Total", total, enough if enough.fte else None)],
        DEFINITION,
        parts=[
            Part("Days", period.days, Unit.COUNT),
            *period.parts,
        ],
        rows_used=total.visits,
        left_out=work.left_out,
        notes=[
            *work.notes,
            *([f"No clinical FTE on {PROVIDERS.sheet}: {', '.join(without)}."] if without else []),
            *([f"Too little clinical time for figures per FTE: {', '.join(few)}."] if few else []),
            *(["Sessions are not listed: days with visits stand for them."] if of.when is None else []),
        ],
    )  # fmt: skip


def produced(of: ProviderTables, period: Period, as_of: date) -> dict[str, Produced]:
    """What each provider did in the period, by name; of whom nothing was charged, nobody."""
    first, last = pd.Timestamp(period.first), pd.Timestamp(period.last)
    every = visits_seen(of.charges, as_of)
    seen = every[(every["dos"] >= first) & (every["dos"] <= last)]
    work = {name: sum(work_done(uses, of.values).done.values())
            for name, uses in code_use_by_provider(of.charges, period, as_of).items()}  # fmt: skip
    money = _collected(of.charges, of.payments, period, as_of)
    sessions = _sessions(of.when, seen, first, last)
    fte = clinical_fte(of.providers)
    found: dict[str, Produced] = {}
    for name, rows in seen.groupby("provider", sort=True):
        provider = str(name)
        npi = str(rows["npi"].max())
        found[provider or "(none said)"] = Produced(
            len(rows), int(rows["new"].sum()), int(rows["has_account"].sum()), work.get(provider, 0),
            int(rows["charge"].sum()), money.get(provider, 0), sessions.get(provider.casefold(), 0),
            fte.get(npi, fte.get(provider.casefold())),
        )  # fmt: skip
    return found


def clinical_fte(providers: Frame | None) -> dict[str, Fraction]:
    """Clinical FTE by NPI and by name (without case), at most one a person; who has none is not in it."""
    if providers is None:
        return {}
    rows = as_pandas(take(providers, PROVIDERS, "npi", "provider", "clinical_fte"), PROVIDERS)
    rows = rows[rows["clinical_fte"] > 0]
    found: dict[str, Fraction] = {}
    for npi, name, fte in zip(rows["npi"], rows["provider"], rows["clinical_fte"], strict=True):
        capped = min(Fraction(str(fte)), Fraction(1))
        found |= {key: capped for key in (npi, name.strip().casefold()) if key}
    return found


def _collected(charges: Frame, payments: Frame, period: Period, as_of: date) -> Mapping[str, int]:
    entries = ledger(charges, payments, as_of).filter(within("day", period.first, period.last))
    sums = fetch(entries.group_by("provider").agg(nw.col("money").sum()))
    return {row["provider"].strip(): row["money"] for row in sums}


def _sessions(when: Sessions | None, seen: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> Mapping[str, int]:
    """Sessions by provider, without case; without a list of them, the days on which he saw anybody."""
    if when is None:
        days = seen[["provider", "dos"]].drop_duplicates()
        return {str(name).casefold(): int(count) for name, count in days["provider"].value_counts().items()}
    rows = when.minutes[(when.minutes["day"] >= first) & (when.minutes["day"] <= last)]
    return {str(name): int(count) for name, count in rows.groupby("provider")["sessions"].sum().items()}


def _row(name: str, each: Produced, enough: Produced | None) -> tuple[Value, ...]:
    fte = enough.fte if enough else None
    per: tuple[Value, ...] = (None,) * 4
    if enough and fte:
        per = (float(enough.visits / fte), float(enough.work / fte / SCALE),
               half_up(enough.charges / fte), half_up(enough.collections / fte))  # fmt: skip
    return (
        name, None if each.fte is None else float(each.fte), each.sessions, each.visits, each.work / SCALE,
        each.charges, each.collections, each.new / each.named if each.named else None, *per,
    )  # fmt: skip
