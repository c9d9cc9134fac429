"""Everything that prices: contracts, flat rates, Medicare's files, places and names, checked and made ready once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.contract_check import check_contracts, overlap_problems, overlaps, unknown_laws
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.medicare import Medicare, compile_medicare
from medoffice_xl.contracts.modifiers import ModifierBits
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.schedule import Schedule, compile_schedule
from medoffice_xl.contracts.terms import NOBODY, Terms, compile_terms
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.contracts.unit_limits import UnitLimits, compile_unit_limits
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.published import published
from medoffice_xl.tables import (
    BASE_UNITS,
    CONTRACTS,
    CONVERSION_FACTORS,
    DRUG_PRICES,
    FEE_SCHEDULES,
    GPCI,
    MPFS,
    PLACES,
    PROMPT_PAY_LAWS,
    PROVIDERS,
    Kind,
    Table,
    empty_frame,
)

Frame = pd.DataFrame | None

PRICING_TABLES = (
    "contracts", "fee_schedules", "payers", "mpfs", "gpci", "conversion_factors", "opps_caps", "base_units",
    "drug_prices", "unit_limits", "places", "providers", "thresholds", "reason_codes", "prompt_pay_laws",
)  # fmt: skip
"""Tables that a rulebook is compiled from."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Rulebook:
    """What prices a line. `problems` tells what of it cannot be used, and why.

    `clashes` are pairs of contracts (rows of `terms`) in force on the same days; `alone` marks the contracts that
    stand for a payer with rates on Fee schedules and no row on Contracts. The last row of `terms` is blank: it
    stands for no contract.
    """

    names: PayerNames
    plans: list[str]
    npis: list[str]
    bits: ModifierBits
    terms: Terms
    schedule: Schedule
    medicare: Medicare
    base_units: pd.DataFrame
    drug_prices: pd.DataFrame
    unit_limits: UnitLimits
    facilities: frozenset[str]
    non_physicians: frozenset[str]
    clashes: tuple[tuple[int, int], ...]
    alone: npt.NDArray[np.bool_]
    thresholds: Thresholds
    problems: tuple[Problem, ...]
    reasons: ReasonCodes
    prompt_pay_laws: pd.DataFrame

    def plan_of(self, column: "pd.Series[str]") -> Ints:
        """Indices of a column of plans; 0 where the plan has no terms of its own."""
        return _places(column, self.plans)

    def provider_of(self, column: "pd.Series[str]") -> Ints:
        """Indices of a column of NPIs; 0 where the provider has no rates of its own."""
        return _places(column, self.npis)


def _places(column: "pd.Series[str]", known: list[str]) -> Ints:
    """Place of each text of a column in a list that begins with the empty text; 0 where it has none."""
    if len(known) == 1:
        return np.zeros(len(column), dtype="int64")
    places, texts = pd.factorize(column)
    place = {text: number for number, text in enumerate(known)}
    return np.array([*(place.get(str(text).strip(), 0) for text in texts), 0], dtype="int64")[places]


def compile_rulebook(tables: Mapping[str, Frame]) -> Rulebook:
    """A rulebook from frames by the names of PRICING_TABLES; the published rows stand for tables not given."""
    if not tables.keys() <= {*PRICING_TABLES}:
        raise KeyError(f"{sorted(tables.keys() - {*PRICING_TABLES})} price nothing")
    names = PayerNames(tables.get("payers"))
    given, rates = _given(tables, CONTRACTS), _given(tables, FEE_SCHEDULES)
    judged = Thresholds(tables.get("thresholds"))
    rows, problems = check_contracts(given, names, judged.newest)
    clashes = overlaps(rows, ["payer", "plan", "codes", "places"])
    problems += overlap_problems(rows, clashes)
    plans = sorted({"", *rows["plan"], *rates["plan"]})
    bits = ModifierBits(rates["mods"].unique())
    npis = sorted({"", *rates["npi"]})
    schedule, rate_problems = compile_schedule(rates, names, plans, npis, bits)
    problems += rate_problems
    own = {names.add(name) for name in rows["payer"]}
    lone = [names.names[payer] for payer in sorted(schedule.payers - own)]
    every = pd.concat([rows, _alone([*lone, NOBODY])], ignore_index=True)
    terms = compile_terms(every, names, plans)
    files = tuple(tables.get(name) for name in ("mpfs", "gpci", "conversion_factors", "opps_caps"))
    medicare = _no_files() if all(each is None for each in files) else _medicare(*files)
    problems += _not_loaded(rows, medicare)
    laws = _or_published(tables, PROMPT_PAY_LAWS)
    problems += unknown_laws(rows, laws)
    settings, providers = _or_published(tables, PLACES), _given(tables, PROVIDERS)
    return Rulebook(
        names=names,
        plans=plans,
        npis=npis,
        bits=bits,
        terms=terms,
        schedule=schedule,
        medicare=medicare,
        base_units=_given(tables, BASE_UNITS),
        drug_prices=_given(tables, DRUG_PRICES),
        unit_limits=compile_unit_limits(tables.get("unit_limits"), tables.get("base_units")),
        facilities=frozenset(settings["pos"][settings["setting"] == "F"]),
        non_physicians=frozenset(providers["npi"][providers["kind"] == "non-physician"]),
        clashes=tuple(clashes),
        thresholds=judged,
        alone=(np.arange(len(terms.payer)) >= len(rows)) & (terms.payer >= 0),
        problems=tuple(problems),
        reasons=ReasonCodes.of(tables.get("reason_codes")),
        prompt_pay_laws=laws,
    )


def _given(tables: Mapping[str, Frame], table: Table) -> pd.DataFrame:
    """The table, without a row where it is not given."""
    frame = tables.get(table.name)
    return empty_frame(table) if frame is None else frame


def _or_published(tables: Mapping[str, Frame], table: Table) -> pd.DataFrame:
    """The table, or the rows that come with the package where none is given."""
    frame = tables.get(table.name)
    return published(table) if frame is None or frame.empty else frame


def _medicare(mpfs: Frame, gpci: Frame, factors: Frame, caps: Frame) -> Medicare:
    return compile_medicare(
        empty_frame(MPFS) if mpfs is None else mpfs,
        empty_frame(GPCI) if gpci is None else gpci,
        dated_factors(factors),
        caps,
    )


@cache
def _no_files() -> Medicare:
    """Medicare as far as it comes with the package: its conversion factors."""
    return _medicare(None, None, None, None)


def _alone(payers: list[str]) -> pd.DataFrame:
    """Terms of a payer that has rates and no contract row: its rates, or the charge where that is lower."""
    return _by_rates_alone().iloc[np.zeros(len(payers), dtype="int64")].assign(payer=payers).reset_index(drop=True)


@cache
def _by_rates_alone() -> pd.DataFrame:
    """One row of such terms, without its payer."""
    frame = empty_frame(CONTRACTS).reindex([0])
    texts = {column.name: "" for column in CONTRACTS if column.kind is Kind.TEXT}
    return frame.assign(
        **{**texts, "method": "fee schedule", "rules": "own", "lesser_of": "line"}, effective=pd.Timestamp(1970, 1, 1)
    ).astype(frame.dtypes.to_dict())


def dated_factors(given: Frame) -> pd.DataFrame:
    """The user's factors; the published ones for the kinds and days that they leave open."""
    base = published(CONVERSION_FACTORS)
    if given is None or given.empty:
        return base
    keys = ["kind", "program", "locality_key", "effective"]
    return pd.concat([base, given], ignore_index=True).drop_duplicates(keys, keep="last")


def _not_loaded(rows: pd.DataFrame, medicare: Medicare) -> list[Problem]:
    """Pinned RVU years and localities that no loaded file has."""
    loaded = set(medicare.releases["year"])
    problems: list[Problem] = []
    pinned = rows[rows["rvu_year"].notna() | (rows["locality"] != "")]
    if pinned.empty:
        return problems
    for line, row in zip(pinned.index + 2, pinned.to_dict("records"), strict=True):
        year = row["rvu_year"]
        if row["method"] == "% of Medicare" and pd.notna(year) and year not in loaded:
            have = ", ".join(str(one) for one in sorted(loaded)) or "none"
            problems.append(
                Problem(
                    Severity.MONEY,
                    f"The contract pays by the RVU file of {year}; loaded: {have}. Its lines are not priced.",
                    f"Import CMS's file of {year}.",
                    CONTRACTS.sheet,
                    int(line),
                    CONTRACTS["rvu_year"].header,
                    str(year),
                )
            )
        by_gpci = row["method"] in ("% of Medicare", "conversion factor")
        if by_gpci and row["locality"] and row["locality"] not in set(medicare.gpci["locality_key"]):
            problems.append(
                Problem(
                    Severity.MONEY,
                    "The locality is in no GPCI file that is loaded. Lines of the contract are not priced.",
                    "Write it as 10112-00, with its zeros, or import CMS's GPCI file.",
                    CONTRACTS.sheet,
                    int(line),
                    CONTRACTS["locality"].header,
                    row["locality"],
                )
            )
    return problems
