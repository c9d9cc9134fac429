"""Which codes were billed to whom, how often and for how much: the practice's code mix."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw

from medoffice_xl.ledger.calendar_months import month_of
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, fetch, within
from medoffice_xl.ledger.voided import standing_charges
from medoffice_xl.sets.unchanging import remembered

_MODS = ("mod1", "mod2", "mod3", "mod4")


@dataclass(frozen=True, slots=True)
class CodeUse:
    """One code with its modifiers, billed to a payer in a month at a place of service.

    `units` are thousandths, `charge` cents; both are negative where charges were reversed. `code` is in capitals,
    `mods` are parted by a blank.
    """

    payer: str
    plan: str
    code: str
    mods: str
    pos: str
    month: int
    units: int
    charge: int
    lines: int


def code_use(charges: Frame, period: Period, as_of: date) -> list[CodeUse]:
    """The code mix of the services of the period, as far as they were charged by the day and not voided.

    Units that are missing or not above zero count as one.
    """
    return remembered(_code_use, charges, asked=(period, as_of))


def code_use_by_provider(charges: Frame, period: Period, as_of: date) -> dict[str, list[CodeUse]]:
    """The same, under the provider of each line."""
    return remembered(_by_provider, charges, asked=(period, as_of))


def _code_use(charges: Frame, period: Period, as_of: date) -> list[CodeUse]:
    return sorted(
        (_use(row) for row in _groups(charges, period, as_of)),
        key=lambda use: (use.payer, use.plan, use.code, use.mods, use.pos, use.month),
    )


def _by_provider(charges: Frame, period: Period, as_of: date) -> dict[str, list[CodeUse]]:
    found: dict[str, list[CodeUse]] = defaultdict(list)
    for row in _groups(charges, period, as_of, "provider"):
        found[row["provider"].strip()].append(_use(row))
    return dict(found)


def _groups(charges: Frame, period: Period, as_of: date, *by: str) -> list[dict[str, Any]]:
    columns = ("payer", "plan", "code", *_MODS, "pos", "units", "charge", "dos", *by)
    rows = standing_charges(charges, as_of, *columns).filter(within("dos", period.first, period.last))
    units = nw.when(nw.col("units") > 0).then(nw.col("units")).otherwise(nw.lit(1.0)) * 1000
    sign = nw.when(nw.col("charge") < 0).then(nw.lit(-1, nw.Int64())).otherwise(nw.lit(1, nw.Int64()))
    rows = rows.with_columns(
        units=units.round(0).cast(nw.Int64()) * sign,
        month=month_of("dos"),
        code=nw.col("code").str.to_uppercase(),
    )
    return fetch(
        rows.group_by("payer", "plan", "code", *_MODS, "pos", "month", *by).agg(
            nw.col("units", "charge").sum(), lines=nw.len()
        )
    )


def _use(row: Mapping[str, Any]) -> CodeUse:
    return CodeUse(
        row["payer"],
        row["plan"],
        row["code"],
        " ".join(row[name] for name in _MODS if row[name]),
        row["pos"],
        *(row[name] for name in ("month", "units", "charge", "lines")),
    )
