"""Which columns hold rates, and what each is for: a setting, a component, a plan, a period.

`Non-Facility Fee`, `Rate Effective 01/01/2026-03/31/2026`, `TC`, `PPO Allowed`. What a heading says beyond that, such
as `Child` or `Rural`, has no place in a fee schedule of ours: such a column is used only where it is the only one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from medoffice_xl.readers.fee_schedule.rate_cells import is_rate
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.said_days import Period, said_period
from medoffice_xl.readers.sheets import Cell

OF_MAPPING = {"rate": "", "rate_nf": "NF", "rate_f": "F"}
"""Fields of a mapping that are rates, with their setting."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SETTINGS = {
    **dict.fromkeys(("nonfacility", "nonfac", "nfac", "nf", "office"), "NF"),
    **dict.fromkeys(("facility", "fac", "f", "hospital"), "F"),
}
_PLACES = {"11": "NF", "21": "F", "22": "F", "23": "F", "24": "F"}
_COMPONENTS = {"26": "26", "pc": "26", "tc": "TC", "global": "", "53": "53"}
_PERHAPS = {"professional": "26", "prof": "26", "technical": "TC", "tech": "TC", "total": "", "complete": ""}
"""Components, where other columns of the file are the counterpart; else they tell of the whole schedule."""

PLANS = _words("ppo hmo epo indemnity traditional commercial exchange advantage narrow tiered")
PLAN_WORDS = re.compile(r"(?i)medicare\s+advantage|\w+")
_RATES = _words("""
rate rates fee fees amount amt allowed allowable allowables allowance allow alw price pricing prices payment pay
reimbursement reimb reimbursable map mac mar omfs dollars dollar value
""")
_SILENT = _words("""
max maximum schedule unit per effective eff as of for dos date dates service services the in and or to from thru through
begin beginning start starting on after current new contracted contract agreed base basic standard std approved payer
provider physician practitioner medical usd by calculated final full par participating network place pos component comp
modifier mod with without setting site year quarter qtr cy end ending until is are x
""")
_OTHER = _words("""
nonpar nonparticipating limiting charge charges billed copay copayment coinsurance deductible rvu rvus units percent pct
percentage old prior previous former change difference diff increase decrease indicator ind type code cd status flag
description desc descriptor class id number num no rule source method note notes comment comments name npi category
group age sex limit limits days global_days weight conversion factor gpci rank order line row savings variance
authorization auth pa required
""")
"""Words of columns that are not what is paid."""

_DATES = frozenset({"date", "dates", "dt"})
_JOINED = (
    (r"\bnon[\s\-_/]*(participating|par)\b", "nonpar"),
    (r"\bnon[\s\-_/]*(facility|fac)\b", "nonfacility"),
    (r"\bmedicare\s+advantage\b", "advantage"),
    (r"\bglobal\s+days\b", "global_days"),
)


@dataclass(frozen=True, slots=True)
class RateColumn:
    """A column of rates. `strange` are the words of its heading that say something that is not understood."""

    place: int
    heading: str
    setting: str = ""
    mods: str = ""
    plan: str = ""
    period: Period | None = None
    strange: tuple[str, ...] = ()
    perhaps: str | None = None

    @property
    def meaning(self) -> tuple[str, str, str, Period | None]:
        """What its rates are for; two columns cannot mean the same."""
        return self.setting, self.mods, self.plan, self.period


def by_heading(headings: Sequence[str], mapping: Mapping[str, str]) -> list[RateColumn]:
    """The columns whose headings may be those of rates; with a mapping that names rates, the named ones alone."""
    asked = {normalised(theirs): name for theirs, name in mapping.items() if name in OF_MAPPING}
    named = [
        replace(_column(place, heading) or RateColumn(place, heading), setting=OF_MAPPING[asked[normalised(heading)]],
                strange=())
        for place, heading in enumerate(headings)
        if normalised(heading) in asked
    ]  # fmt: skip
    if named:
        return named
    taken = {normalised(theirs) for theirs in mapping}
    found = (
        _column(place, heading)
        for place, heading in enumerate(headings)
        if heading and normalised(heading) not in taken
    )
    return _components_settled([column for column in found if column is not None])


def with_rates(columns: Iterable[RateColumn], cells: Callable[[int], Sequence[Cell]]) -> list[RateColumn]:
    """Those under whose headings mostly rates stand, or nothing at all."""

    def holds(column: RateColumn) -> bool:
        filled = [cell for cell in cells(column.place) if cell is not None and str(cell).strip()]
        return not filled or sum(map(is_rate, filled)) * 2 >= len(filled)

    return [column for column in columns if holds(column)]


def chosen(columns: Sequence[RateColumn]) -> tuple[list[RateColumn], list[RateColumn]]:
    """The columns to read, and those that are left aside for what their headings say. None to read: it is not clear.

    Words that all of them have say nothing; plans do where there are several columns.
    """
    if len(columns) < 2:
        return list(columns), []
    common = set.intersection(*(set(column.strange) for column in columns))
    bare = [replace(column, strange=tuple(word for word in column.strange if word not in common)) for column in columns]
    of_plans = [_of_plan(column) for column in bare]
    used = [column for column in of_plans if not column.strange]
    twice = Counter(column.meaning for column in used)
    if any(times > 1 for times in twice.values()):
        return [], list(columns)
    return used, [column for column in of_plans if column.strange]


def distinct(columns: Iterable[RateColumn]) -> int:
    """How many different things the columns are for."""
    return len({column.meaning for column in columns})


def _column(place: int, heading: str) -> RateColumn | None:
    text = heading
    for pattern, joined in _JOINED:
        text = re.sub(pattern, joined, text, flags=re.IGNORECASE)
    said = said_period(text)
    period, rest = (said.period, said.rest) if said else (None, text)
    words = re.findall(r"[a-z_]+|\d+(?:\.\d+)?|%", rest.casefold())
    if any(word in _OTHER for word in words) or "%" in words or (period is None and _DATES & {*words}):
        return None
    setting, mods, perhaps, certain, strange = "", "", None, period is not None, []
    for word in words:
        if word in _SETTINGS or (word in _PLACES and {"pos", "place"} & {*words}):
            setting, certain = _SETTINGS.get(word) or _PLACES[word], True
        elif word in _COMPONENTS:
            mods, certain = _COMPONENTS[word], True
        elif word in _PERHAPS:
            perhaps = _PERHAPS[word]
        elif word in _RATES:
            certain = True
        elif word not in _SILENT:
            strange.append(word)
    if not certain and perhaps is None:
        return None
    return RateColumn(place, heading, setting, mods, "", period, tuple(strange), perhaps)


def _components_settled(columns: list[RateColumn]) -> list[RateColumn]:
    """`Professional` is a component beside `Technical`; alone it tells whose fees these are."""
    kinds = {column.mods or column.perhaps for column in columns}
    both = {"26", "TC"} <= kinds
    return [
        replace(column, mods=column.perhaps)
        if both and column.perhaps is not None and not column.mods
        else column
        for column in columns
        if both or column.perhaps is None or {*re.findall(r"[a-z]+", column.heading.casefold())} & _RATES
        or column.period or column.setting
    ]  # fmt: skip


def _of_plan(column: RateColumn) -> RateColumn:
    if not column.strange or not {*column.strange} & PLANS:
        return column
    named = [word for word in PLAN_WORDS.findall(column.heading) if word.casefold().split()[-1] in column.strange]
    plan = " ".join(named)
    return replace(column, plan=plan, strange=())
