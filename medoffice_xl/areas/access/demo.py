"""The invented practice's schedule: every visit of its charges was an appointment, and others were missed or cancelled.

Sessions stay as they are while new patients, who take twice as long, come less: so slots are free more and more.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.areas.access.clock import as_clock
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.practice import physicians
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables import PROVIDERS, SESSIONS
from medoffice_xl.tables.appointments import BLOCK, OPEN_SESSION

NEW, FOLLOW_UP, PHYSICAL, TELEHEALTH = "New patient", "Follow-up", "Physical", "Telehealth"
PHYSICALS = ("G0438", "G0439", "G0402")
LENGTHS = {NEW: 40, FOLLOW_UP: 20, PHYSICAL: 40, TELEHEALTH: 20}

BEGINS, SLOT = 9 * 60, 20
FULL, FIRST_MONTHS = 0.95, 3
"""How full the sessions were in the first months, by which they were set."""
DAYS_AHEAD = 45
CLINICAL_FTE = (1.0, 1.0, 0.8, 1.0, 0.9)

MISSED = {"No Show": 0.045, "Late Canceled": 0.03, "Cancelled": 0.06, "Rescheduled": 0.03, "Left Without Visit": 0.003}
"""How many appointments of each kind there are for one that was kept."""
MONDAY_MISSES, LONG_AGO_MISSES, LONG_AGO = 5, 3, 30
"""How many times as often one physician's Mondays, and visits booked over so many days before, are missed."""
NEVER_CHARGED = 0.0015
NO_STATUS, NO_STATUS_DAYS = 0.02, 14
"""How many appointments of the last days nobody closed, beside the visits."""
OFTEN, TIMES = 0.04, 5
"""This share of no-shows is of patients who miss about so many times."""
GIVEN_UP = ("Cancelled", "Rescheduled")
"""Statuses that give the time to somebody else."""

_HEADER = ("Appointment ID", "Patient ID", "Scheduled Time", "Duration", "Status", "Doctor", "Office", "Profile",
           "Created At", "Cancelled At")  # fmt: skip


def demo(practice: InventedPractice) -> DemoPart:
    """The scheduler's list of appointments as a file; sessions, blocks and clinical FTE as typed."""
    chance = np.random.default_rng(practice.chance("access").getrandbits(63))
    kept = _kept(practice, chance)
    held = pd.concat(
        [
            kept,
            _missed(kept, practice, chance),
            _never_charged(kept, practice, chance),
            _not_closed(kept, practice, chance),
        ]
    )
    session = _session_minutes(held)
    ahead = _ahead(kept, session, practice, chance)
    every = _timed(pd.concat([held, ahead], ignore_index=True), chance)
    path = practice.folder / f"appointments_{practice.last_day:%Y%m%d}.csv"
    _write(path, every)
    often = _often_missed(practice)
    return DemoPart(
        (path,),
        tables={
            SESSIONS.name: typed(SESSIONS, _sessions(kept, session, practice)),
            PROVIDERS.name: typed(PROVIDERS, [
                {"npi": npi, "provider": name, "kind": "physician",
                 "clinical_fte": CLINICAL_FTE[place % len(CLINICAL_FTE)]}
                for place, (name, npi) in enumerate(physicians(practice.doctors))
            ]),
        },
        hidden=(
            Hidden(f"Patients of {often} miss their Monday appointments several times as often as others, and those "
                   f"booked over {LONG_AGO} days before are missed most.", "Access"),
            Hidden("Slots that new patients no longer take stay free: the sessions are the same, fill falls month by "
                   "month.", "Access"),
            Hidden("Some visits were kept and never charged.", "Access"),
            Hidden("Appointments of the last days have no status, and some patients miss again and again.",
                   "Access lists"),
        ),
    )  # fmt: skip


def _often_missed(practice: InventedPractice) -> str:
    names = physicians(practice.doctors)
    return names[1 % len(names)][0]


def _kept(practice: InventedPractice, chance: np.random.Generator) -> pd.DataFrame:
    """Every visit of the charges: account, day, provider, office, type, status, lead."""
    rows = pd.DataFrame(
        [(one.account, one.dos, one.provider, one.location, one.lines[0].service.code) for one in practice.claims],
        columns=["account", "day", "provider", "office", "code"],
    ).drop_duplicates(["account", "day", "provider"])  # fmt: skip
    rows = rows.sort_values(["day", "account", "provider"], kind="stable").reset_index(drop=True)
    first = ~rows.duplicated("account")
    kinds = np.select([first, rows["code"].isin(PHYSICALS), rows["office"] == TELEHEALTH], [NEW, PHYSICAL, TELEHEALTH],
                      FOLLOW_UP)  # fmt: skip
    return rows.assign(
        day=pd.to_datetime(rows["day"]), type=kinds, status="Complete", lead=_leads(len(rows), chance)
    ).drop(columns="code")  # fmt: skip


def _leads(count: int, chance: np.random.Generator) -> "np.ndarray[Any, Any]":
    """Days from booking to visit: some the same day, some months before."""
    spans = chance.choice(5, count, p=(0.12, 0.38, 0.22, 0.18, 0.10))
    least, most = np.array([0, 1, 8, 15, 31]), np.array([1, 8, 15, 31, 61])
    return chance.integers(least[spans], most[spans])


def _missed(kept: pd.DataFrame, practice: InventedPractice, chance: np.random.Generator) -> pd.DataFrame:
    """Appointments of other patients on the same days, with what became of them."""
    parts = []
    for status, share in MISSED.items():
        leads = _leads(len(kept), chance)
        odds = np.full(len(kept), share)
        if status == "No Show":
            mondays = (kept["provider"] == _often_missed(practice)) & (kept["day"].dt.day_of_week == 0)
            odds = odds * np.where(mondays, MONDAY_MISSES, 1) * np.where(leads > LONG_AGO, LONG_AGO_MISSES, 1)
        happens = chance.random(len(kept)) < odds
        rows = kept[happens].assign(status=status, lead=leads[happens])
        accounts = np.array(_accounts(len(rows), chance))
        if status == "No Show":
            often = chance.random(len(rows)) < OFTEN
            accounts[often] = [
                f"{number:05d}" for number in chance.integers(0, max(1, often.sum() // TIMES), often.sum())
            ]
        parts.append(rows.assign(account=accounts))
    return pd.concat(parts)


def _accounts(count: int, chance: np.random.Generator) -> list[str]:
    return [f"{number:05d}" for number in chance.integers(0, 4000, count)]


def _never_charged(kept: pd.DataFrame, practice: InventedPractice, chance: np.random.Generator) -> pd.DataFrame:
    """Visits that took place and that no charge was entered for; the newest are older than a charge may take."""
    old = kept[kept["day"] <= pd.Timestamp(practice.last_day - timedelta(days=10))]
    rows = old.sample(max(2, round(len(kept) * NEVER_CHARGED)), random_state=chance)
    return rows.assign(account=[f"{number:05d}" for number in range(4000, 4000 + len(rows))], type=FOLLOW_UP)


def _not_closed(kept: pd.DataFrame, practice: InventedPractice, chance: np.random.Generator) -> pd.DataFrame:
    """Appointments of the last days that nobody has set a status of."""
    late = kept[kept["day"] > pd.Timestamp(practice.last_day - timedelta(days=NO_STATUS_DAYS))]
    late = late[late["day"] < pd.Timestamp(practice.last_day)]
    rows = late.sample(max(1, round(len(late) * NO_STATUS)), random_state=chance)
    return rows.assign(account=_accounts(len(rows), chance), status="Confirmed")


def _ahead(kept: pd.DataFrame, session: int, practice: InventedPractice, chance: np.random.Generator) -> pd.DataFrame:
    """What is booked for the weeks to come: nearly full at first, then less and less."""
    days = pd.bdate_range(practice.last_day + timedelta(days=1), practice.last_day + timedelta(days=DAYS_AHEAD))
    pairs = kept[["provider"]].drop_duplicates().merge(pd.DataFrame({"day": days}), how="cross")
    after = (pairs["day"] - pd.Timestamp(practice.last_day)).dt.days
    booked = chance.binomial(session // SLOT, np.clip(0.75 - 0.018 * after, 0.03, 1))
    rows = pairs.loc[pairs.index.repeat(booked)].reset_index(drop=True)
    since = (rows["day"] - pd.Timestamp(practice.last_day)).dt.days
    return rows.assign(
        account=_accounts(len(rows), chance), office="Main Street", type=FOLLOW_UP,
        status=chance.choice(["Confirmed", "Not Confirmed"], len(rows)),
        lead=since + chance.integers(0, 30, len(rows)),
    )  # fmt: skip


def _session_minutes(held: pd.DataFrame) -> int:
    """How long a session was set to be, in whole slots: by what was booked a day in the first months."""
    rows = held[~held["status"].isin(GIVEN_UP)]
    early = rows[rows["day"] < rows["day"].min() + pd.DateOffset(months=FIRST_MONTHS)]
    a_day = early["type"].map(LENGTHS).groupby([early["provider"], early["day"]]).sum().mean()
    return int(a_day / FULL // SLOT + 1) * SLOT


def _timed(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """The rows with their lengths and times: one after the other, what was given up in time beside them."""
    rows = rows.iloc[chance.permutation(len(rows))].reset_index(drop=True)
    rows["minutes"] = rows["type"].map(LENGTHS)
    gone = rows["status"].isin(GIVEN_UP)
    taken = rows["minutes"].where(~gone, 0)
    rows["start"] = BEGINS + taken.groupby([rows["provider"], rows["day"]]).cumsum() - taken
    rows["booked_on"] = rows["day"] - pd.to_timedelta(rows["lead"], unit="D")
    days_before = np.minimum(rows["lead"], chance.integers(2, 8, len(rows)))
    rows["cancelled_on"] = (rows["day"] - pd.to_timedelta(days_before, unit="D")).where(gone)
    rows["cancelled_on"] = rows["cancelled_on"].mask(rows["status"] == "Late Canceled", rows["day"])
    return rows.sort_values(["day", "provider", "start", "account"], kind="stable").reset_index(drop=True)


def _sessions(kept: pd.DataFrame, session: int, practice: InventedPractice) -> list[dict[str, Any]]:
    """A session every weekday; a day on which nobody was seen is blocked, and the first Tuesday's last hour."""
    first = kept["day"].min().replace(day=1)
    days = pd.bdate_range(first, practice.last_day + timedelta(days=DAYS_AHEAD))
    seen = set(zip(kept["provider"], kept["day"], strict=True))
    rows: list[dict[str, Any]] = []
    for provider in sorted(kept["provider"].unique()):
        for day in days:
            on: date = day.date()
            row = {"provider": provider, "day": on, "starts": as_clock(BEGINS)}
            rows.append(row | {"minutes": session, "kind": OPEN_SESSION, "slot_minutes": SLOT})
            if on <= practice.last_day and (provider, day) not in seen:
                rows.append(row | {"minutes": session, "kind": BLOCK, "session_note": "Leave"})
            elif on.weekday() == 1 and on.day <= 7:
                late = {"starts": as_clock(BEGINS + session - 60), "minutes": 60}
                rows.append(row | late | {"kind": BLOCK, "session_note": "Meeting"})
    return rows


def _write(path: Path, rows: pd.DataFrame) -> None:
    clock = rows["start"].map(as_clock)
    cancelled = rows["cancelled_on"].dt.strftime("%m/%d/%Y").fillna("")
    hour = np.where(rows["status"] == "Late Canceled", " 07:40", " 10:30")
    columns = (
        [f"{number:07d}" for number in range(1, len(rows) + 1)], rows["account"],
        rows["day"].dt.strftime("%m/%d/%Y ") + clock, rows["minutes"], rows["status"], rows["provider"],
        rows["office"], rows["type"], rows["booked_on"].dt.strftime("%m/%d/%Y"),
        (cancelled + hour).where(cancelled != "", ""),
    )  # fmt: skip
    pd.DataFrame(dict(zip(_HEADER, columns, strict=True))).to_csv(path, index=False)
