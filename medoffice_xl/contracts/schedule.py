"""Flat rates: found by payer, plan, code, modifiers, setting and day, the most specific first.

Every rate is one whole number that orders by code and day, so that all lines are looked up at once.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from medoffice_xl.contracts.days import FOREVER, days
from medoffice_xl.contracts.exact import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.modifiers import COMPONENT, ModifierBits
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import FEE_SCHEDULES

_DAY_BITS = 17
_SETTINGS = {"NF": 0, "F": 1}


@dataclass(frozen=True, slots=True)
class Level:
    """The rates of one degree of being specific: with these modifiers, with or without plan and setting."""

    mods: int
    by_plan: bool
    by_setting: bool
    keys: Ints
    lasts: Ints
    cents: Ints


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for each line: cents or −1, the modifiers that the rate already counts, its row."""

    cents: Ints
    covered: Ints


@dataclass(frozen=True, slots=True)
class Schedule:
    """All flat rates. `codes` is the vocabulary of the keys; `payers` have at least one rate."""

    codes: "pd.Index[str]"
    plans: int
    levels: list[Level]
    payers: frozenset[int]

    def find(self, lines: Lines, codes: "pd.Index[str] | None" = None) -> Found:
        """The rate of one unit for each line; `codes` instead of the lines' own."""
        found = Found(np.full(len(lines), -1, dtype="int64"), np.zeros(len(lines), dtype="int64"))
        if self.levels:
            wanted = pd.Index(lines.codes, dtype="str") if codes is None else codes
            code = self.codes.get_indexer(wanted).astype("int64")
            code = code[lines.code] if codes is None else code
            for level in self.levels:
                self._look(level, found, lines, code)
        return found

    def _look(self, level: Level, found: Found, lines: Lines, code: Ints) -> None:
        wanted = (code >= 0) & (lines.payer >= 0)
        wanted &= (lines.mods & level.mods) == level.mods if level.mods else (lines.mods & COMPONENT) == 0
        if level.by_plan:
            wanted &= lines.plan > 0
        rows = np.flatnonzero(wanted)
        day = lines.day[rows]
        key = self._key(
            lines.payer[rows],
            lines.plan[rows] if level.by_plan else np.int64(0),
            code[rows],
            lines.facility[rows].astype("int64") if level.by_setting else np.int64(0),
        )
        place = np.searchsorted(level.keys, (key << _DAY_BITS) | day, side="right") - 1
        hit = (place >= 0) & ((level.keys[place] >> _DAY_BITS) == key) & (level.lasts[place] >= day)
        found.cents[rows[hit]] = level.cents[place[hit]]
        found.covered[rows[hit]] = level.mods

    def _key(self, payer: Ints, plan: "Ints | np.int64", code: Ints, facility: "Ints | np.int64") -> Ints:
        key: Ints = ((payer * self.plans + plan) * len(self.codes) + code) * 2 + facility
        return key


def compile_schedule(
    rates: pd.DataFrame, names: PayerNames, plans: list[str], bits: ModifierBits
) -> tuple[Schedule, list[Problem]]:
    """Rates as sorted keys, with a problem for each that stands twice or overlaps another; those are left out."""
    kept, problems = _without_overlaps(rates[rates["effective"].notna() & (rates["code"] != "")])
    codes = pd.Index(kept["code"].str.upper().unique(), dtype="str")
    schedule = Schedule(codes, len(plans), [], frozenset())
    payer = np.array([names.add(name) for name in kept["payer"]], dtype="int64")
    frame = pd.DataFrame(
        {
            "payer": payer,
            "plan": [plans.index(plan) for plan in kept["plan"]],
            "code": codes.get_indexer(pd.Index(kept["code"].str.upper(), dtype="str")),
            "mods": bits.of_column(kept["mods"]) if len(kept) else np.zeros(0, dtype="int64"),
            "setting": kept["pos_class"].map(_SETTINGS).fillna(-1).astype("int64").to_numpy(),
            "first": days(kept["effective"], 0),
            "last": days(kept["end"], FOREVER),
            "cents": kept["rate"].to_numpy(dtype="int64"),
        }
    )
    groups = frame.groupby(["mods", frame["plan"] > 0, frame["setting"] >= 0])
    levels = [
        _level(schedule, int(str(mods)), bool(by_plan), bool(by_setting), group)
        for (mods, by_plan, by_setting), group in groups
    ]
    levels.sort(key=lambda level: (level.mods.bit_count(), level.by_plan, level.by_setting))
    return Schedule(codes, len(plans), levels, frozenset(payer.tolist())), problems


def _level(schedule: Schedule, mods: int, by_plan: bool, by_setting: bool, group: pd.DataFrame) -> Level:
    key = schedule._key(
        group["payer"].to_numpy(),
        group["plan"].to_numpy(),
        group["code"].to_numpy(),
        group["setting"].to_numpy() if by_setting else np.int64(0),
    )
    keys = (key << _DAY_BITS) | group["first"].to_numpy()
    order = np.argsort(keys)
    return Level(
        mods, by_plan, by_setting, keys[order], group["last"].to_numpy()[order], group["cents"].to_numpy()[order]
    )


def _without_overlaps(rates: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Rates of one key must not share a day: which of the two is right is for the user to say."""
    key = ["payer", "plan", "code", "mods", "pos_class"]
    ordered = rates.sort_values([*key, "effective"], kind="stable")
    same = (ordered[key] == ordered[key].shift()).all(axis=1)
    last = ordered["end"].fillna(pd.Timestamp(2328, 1, 1))
    clash = same & (ordered["effective"] <= last.shift())
    if not clash.any():
        return rates, []
    both = clash | clash.shift(-1, fill_value=False)
    problems = [
        Problem(
            Severity.MONEY,
            f"{row['payer']} has two rates for {row['code']} {row['mods']}".rstrip()
            + " on the same days; neither is used.",
            "Give the earlier one a last day before the later one begins, or delete one.",
            FEE_SCHEDULES.sheet,
            int(str(place)) + 2,
            FEE_SCHEDULES["effective"].header,
            f"{row['effective']:%Y-%m-%d}",
        )
        for place, row in ordered[clash].iterrows()
    ]
    return rates.loc[ordered.index[~both]], problems
