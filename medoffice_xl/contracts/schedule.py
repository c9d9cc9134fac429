"""Flat rates: found by payer, plan, code, modifiers, provider, setting and day, the most specific first.

A code of its own comes before a range of codes, a narrow range before a wide one. Every rate is one whole number
that orders by code and day, so that all lines are looked up at once.
"""

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.contracts.codes import in_codes, is_list, width
from medoffice_xl.contracts.days import DAY_BITS, FOREVER, days
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.modifiers import COMPONENT, ModifierBits
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.schedule_check import KEY, usable_rates
from medoffice_xl.problems import Problem
from medoffice_xl.tables.fee_schedules import BY_REPORT, NOT_COVERED

Place = Ints | np.int64

_SETTINGS = {"NF": 0, "F": 1}

NO_RATE = -1
INSTEAD = {BY_REPORT: -2, NOT_COVERED: -3}
"""What stands in the place of a rate that is no amount."""


@dataclass(frozen=True, slots=True)
class Level:
    """The rates of one degree of being specific: with these modifiers, with or without plan, provider and setting.

    `listed` is the range or list of codes that the rates are for; empty where each is for a code of its own.
    """

    listed: str
    mods: int
    by_plan: bool
    by_provider: bool
    by_setting: bool
    keys: Ints
    lasts: Ints
    nanos: Ints


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for each line: nano-dollars a unit or what stands for none, and the modifiers that it counts."""

    nanos: Ints
    covered: Ints


@dataclass(frozen=True, slots=True)
class Schedule:
    """All flat rates. `codes` is the vocabulary of the keys, codes and ranges; `payers` have at least one rate."""

    codes: "pd.Index[str]"
    plans: int
    providers: int
    levels: list[Level]
    payers: frozenset[int]

    def find(self, lines: Lines, codes: "pd.Index[str] | None" = None) -> Found:
        """The rate of one unit for each line; `codes` instead of the lines' own."""
        found = Found(np.full(len(lines), NO_RATE, dtype="int64"), np.zeros(len(lines), dtype="int64"))
        wanted = pd.Index(lines.codes, dtype="str") if codes is None else codes
        place: Ints = lines.code if codes is None else np.arange(len(codes), dtype="int64")
        for listed, levels in groupby(self.levels, key=lambda level: level.listed):
            code = self._places(listed, wanted)[place]
            for level in levels:
                self._look(level, found, lines, code)
        return found

    def _places(self, listed: str, wanted: "pd.Index[str]") -> Ints:
        """Place of each wanted code among the keys' codes: its own, or that of the range it lies in; else −1."""
        if not listed:
            return self.codes.get_indexer(wanted).astype("int64")
        own = self.codes.get_indexer(pd.Index([listed], dtype="str"))[0]
        return np.where(in_codes(listed, wanted.tolist()), own, -1)

    def _look(self, level: Level, found: Found, lines: Lines, code: Ints) -> None:
        wanted = (code >= 0) & (lines.payer >= 0)
        wanted &= (lines.mods & level.mods) == level.mods if level.mods else (lines.mods & COMPONENT) == 0
        if level.by_plan:
            wanted &= lines.plan > 0
        if level.by_provider:
            wanted &= lines.provider > 0
        rows = np.flatnonzero(wanted)
        day = lines.day[rows]
        key = self._key(
            lines.payer[rows],
            lines.plan[rows] if level.by_plan else np.int64(0),
            lines.provider[rows] if level.by_provider else np.int64(0),
            code[rows],
            lines.facility[rows].astype("int64") if level.by_setting else np.int64(0),
        )
        place = np.searchsorted(level.keys, (key << DAY_BITS) | day, side="right") - 1
        hit = (place >= 0) & ((level.keys[place] >> DAY_BITS) == key) & (level.lasts[place] >= day)
        found.nanos[rows[hit]] = level.nanos[place[hit]]
        found.covered[rows[hit]] = level.mods

    def _key(self, payer: Ints, plan: Place, provider: Place, code: Ints, facility: Place) -> Ints:
        who: Ints = (payer * self.plans + plan) * self.providers + provider
        key: Ints = (who * len(self.codes) + code) * 2 + facility
        return key


def compile_schedule(
    rates: pd.DataFrame, names: PayerNames, plans: list[str], npis: list[str], bits: ModifierBits
) -> tuple[Schedule, list[Problem]]:
    """Rates as sorted keys, with a problem for each that cannot be used; those are left out.

    A rate cannot be used where it stands twice or overlaps another, or where no code lies in its range.
    """
    meant = rates[KEY].assign(
        payer=_added(names, rates["payer"]), code=rates["code"].str.upper(), mods=bits.of_column(rates["mods"])
    )
    kept, problems = usable_rates(rates, meant)
    meant = meant.loc[kept.index]
    written = meant["code"]
    codes = pd.Index(written.unique(), dtype="str")
    schedule = Schedule(codes, len(plans), len(npis), [], frozenset())
    payer = meant["payer"].to_numpy()
    frame = pd.DataFrame(
        {
            "payer": payer,
            "plan": pd.Index(plans, dtype="str").get_indexer(pd.Index(kept["plan"], dtype="str")),
            "provider": pd.Index(npis, dtype="str").get_indexer(pd.Index(kept["npi"], dtype="str")),
            "code": codes.get_indexer(pd.Index(written, dtype="str")),
            "listed": written.where(written.isin([code for code in codes if is_list(code)]), "").to_numpy(),
            "mods": meant["mods"].to_numpy(),
            "setting": kept["pos_class"].map(_SETTINGS).fillna(-1).astype("int64").to_numpy(),
            "first": days(kept["effective"], 0),
            "last": days(kept["end"], FOREVER),
            "nanos": kept["rate"].fillna(kept["basis"].map(INSTEAD)).to_numpy(dtype="int64"),
        }
    )
    degrees = ["listed", "mods", frame["plan"] > 0, frame["provider"] > 0, frame["setting"] >= 0]
    levels = [_level(schedule, degree, group) for degree, group in frame.groupby(degrees)]
    levels.sort(key=_specific)
    return replace(schedule, levels=levels, payers=frozenset(payer.tolist())), problems


def _added(names: PayerNames, column: "pd.Series[str]") -> Ints:
    """Indices of a column of payers, new where one is not known yet."""
    places, texts = pd.factorize(column)
    return np.array([names.add(str(text)) for text in texts], dtype="int64")[places]


def _specific(level: Level) -> tuple[int, str, int, bool, bool, bool]:
    """How specific a level is: what sorts later wins."""
    wide = -width(level.listed) if level.listed else 0
    return (wide, level.listed, level.mods.bit_count(), level.by_plan, level.by_provider, level.by_setting)


def _level(schedule: Schedule, degree: tuple[Any, ...], group: pd.DataFrame) -> Level:
    listed, mods, by_plan, by_provider, by_setting = degree
    key = schedule._key(
        group["payer"].to_numpy(),
        group["plan"].to_numpy(),
        group["provider"].to_numpy(),
        group["code"].to_numpy(),
        group["setting"].to_numpy() if by_setting else np.int64(0),
    )
    keys = (key << DAY_BITS) | group["first"].to_numpy()
    order = np.argsort(keys)
    return Level(
        str(listed),
        int(mods),
        bool(by_plan),
        bool(by_provider),
        bool(by_setting),
        keys[order],
        group["last"].to_numpy()[order],
        group["nanos"].to_numpy()[order],
    )
