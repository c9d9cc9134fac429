"""What was billed and what came in, by payer, month of service and month of posting, up to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.areas.forecast.triangle import Numbers
from medoffice_xl.contracts.expected import Services, price_services
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_number, month_of
from medoffice_xl.ledger.debt_cover import last_full_month
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.rows import Frame, fetch, fetch_one
from medoffice_xl.ledger.voided import standing_charges
from medoffice_xl.measure import LeftOut
from medoffice_xl.sets.unchanging import remembered, unchanging

NO_CLASS = "Other"
MODS = ("mod1", "mod2", "mod3", "mod4")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Experience:
    """Cents by payer, month of service and month of posting, both counted from `first`.

    `money` came in, `owed` is what was added to the balance (charges less all that was posted), `expected` is what the
    contracts allow of the charges entered. `last` is the newest full month; one month more is under way.
    """

    payers: tuple[str, ...]
    classes: tuple[str, ...]
    first: int
    last: int
    money: Numbers
    owed: Numbers
    expected: Numbers
    left_out: tuple[LeftOut, ...]
    entries: int
    unpriced: float

    @property
    def months(self) -> int:
        """Full months of service."""
        return self.last - self.first + 1

    @property
    def newest(self) -> int:
        """The place of the newest full month."""
        return self.last - self.first


def experience(charges: Frame, payments: Frame, payers: pd.DataFrame, book: Rulebook, as_of: date) -> Experience:
    """The experience as it was known on the day; raises NoData without charges of a full month."""
    return remembered(_experience, charges, payments, payers, asked=(_Asked(book), as_of))


class _Asked:
    """A rulebook as part of a question: itself and no other."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and other.book is self.book

    def __hash__(self) -> int:
        return id(self.book)


def _experience(charges: Frame, payments: Frame, payers: pd.DataFrame, asked: _Asked, as_of: date) -> Experience:
    last = last_full_month(as_of)
    entries = accounts(charges, payments, as_of).entries
    dated = ~nw.col("served").is_null() & ~nw.col("day").is_null()
    placed = entries.filter(dated).with_columns(service=month_of("served"), posted=month_of("day"))
    sums = placed.group_by("payer", "service", "posted").agg(nw.col("money", "amount").sum(), rows=nw.len())
    every = pd.DataFrame(fetch(sums), columns=["payer", "service", "posted", "money", "amount", "rows"])
    known = every[every["service"] <= last + 1]
    if not (known["service"] <= last).any():
        raise NoData(f"No services were charged in a month that had ended by {as_of:%m/%d/%Y}.")
    billed = _billed(charges, asked.book, as_of)
    billed = billed[billed["service"] <= last + 1]
    first = int(min(known["service"].min(), billed["service"].min() if len(billed) else last))
    names = sorted(set(known["payer"]) | set(billed["payer"]))
    shape = (len(names), last + 2 - first, last + 2 - first)

    def spread(rows: pd.DataFrame, column: str) -> Numbers:
        found = np.zeros(shape)
        service = rows["service"].to_numpy(dtype="int64") - first
        posted = np.clip(rows["posted"].to_numpy(dtype="int64") - first, service, shape[2] - 1)
        payer = np.searchsorted(names, rows["payer"].to_numpy(dtype="str"))
        np.add.at(found, (payer, service, posted), rows[column].to_numpy(dtype="float64"))
        return found

    lost = fetch_one(entries.filter(~dated & (nw.col("money") != 0)).select(nw.col("money").sum(), rows=nw.len()))
    why = "money of services that are not charged, or have no day"
    left = [LeftOut(why, lost["rows"], lost["money"])] if lost["rows"] else []
    return unchanging(
        Experience(
            tuple(name or NO_PAYER for name in names),
            _classes(names, payers),
            first,
            last,
            spread(known, "money"),
            spread(known, "amount"),
            spread(billed, "expected"),
            tuple(left),
            int(known["rows"].sum()),
            float(billed.attrs["unpriced"]),
        )
    )


def _classes(names: Sequence[str], payers: pd.DataFrame) -> tuple[str, ...]:
    listed = zip(payers["payer"].str.strip().str.casefold(), payers["payer_class"], strict=True)
    of = {str(name): str(kind) for name, kind in listed if kind}
    return tuple(of.get(name.strip().casefold(), NO_CLASS) for name in names)


def _billed(charges: Frame, book: Rulebook, as_of: date) -> pd.DataFrame:
    """Expected cents of the charges by payer, month of service and month of entry.

    Each group of like lines is priced by the contract of the middle of its month; what has no price counts with its
    charge times what is allowed of a dollar charged elsewhere.
    """
    columns = ("payer", "plan", "code", *MODS, "pos", "units", "charge", "dos", "post_date")
    units = nw.when(nw.col("units") > 0).then(nw.col("units")).otherwise(nw.lit(1.0))
    rows = (
        standing_charges(charges, as_of, *columns)
        .filter(~nw.col("dos").is_null())
        .with_columns(
            units=units,
            service=month_of("dos"),
            entered=nw.coalesce(nw.col("post_date"), nw.col("dos")),
        )
    )
    keys = ("payer", "plan", "code", *MODS, "pos", "service", "posted")
    grouped = rows.with_columns(posted=month_of("entered")).group_by(*keys).agg(nw.col("units", "charge").sum())
    found = pd.DataFrame(fetch(grouped), columns=[*keys, "units", "charge"])
    like, groups = _like(found)
    priced = price_services(
        book,
        Services(
            payer=groups["payer"].tolist(),
            plan=groups["plan"].tolist(),
            code=groups["code"].tolist(),
            mods=[" ".join(mod for mod in row if mod) for row in groups[list(MODS)].to_numpy().tolist()],
            units=[1.0] * len(groups),
            dos=[pd.Timestamp(first_day(int(month))) + pd.Timedelta(days=14) for month in groups["service"]],
            pos=groups["pos"].tolist(),
            charge=[0] * len(groups),
        ),
    )
    is_priced = np.asarray(priced.status == Status.PRICED)[like]
    price = np.asarray(priced.cents, dtype="float64")[like] * found["units"].to_numpy(dtype="float64")
    charge = found["charge"].to_numpy(dtype="float64")
    charged = charge[is_priced].sum()
    share = min(price[is_priced].sum() / charged, 1.0) if charged > 0 else 1.0
    made = found.assign(expected=np.where(is_priced, price, charge * share))
    made.attrs["unpriced"] = float(charge[~is_priced].sum() / charge.sum()) if charge.sum() else 0.0
    return made


def _like(found: pd.DataFrame) -> tuple[Any, pd.DataFrame]:
    """The place of each row among those that are priced alike, and these."""
    keys = ["payer", "plan", "code", *MODS, "pos", "service"]
    places = found.groupby(keys, sort=False).ngroup().to_numpy()
    return places, found.drop_duplicates(keys)[keys].reset_index(drop=True)


def place_of(experience: Experience, payer: str) -> int:
    """The place of a payer, in upper or lower case; -1 where it has no services."""
    wanted = payer.strip().casefold()
    return next((place for place, name in enumerate(experience.payers) if name.casefold() == wanted), -1)


def month_under_way(as_of: date, last: int) -> bool:
    """Whether the day stands in a month that has not ended."""
    return month_number(as_of) > last
