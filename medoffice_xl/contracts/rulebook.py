"""Everything that prices: contracts, flat rates, Medicare's files, places and names, checked and made ready once."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.contract_check import check_contracts, overlap_problems, overlaps, unknown_laws
from medoffice_xl.contracts.exact import Ints
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
    Kind,
    empty_frame,
)

Frame = pd.DataFrame | None


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


def compile_rulebook(
    contracts: Frame = None,
    fee_schedules: Frame = None,
    payers: Frame = None,
    *,
    mpfs: Frame = None,
    gpci: Frame = None,
    conversion_factors: Frame = None,
    opps_caps: Frame = None,
    base_units: Frame = None,
    drug_prices: Frame = None,
    unit_limits: Frame = None,
    places: Frame = None,
    providers: Frame = None,
    thresholds: Frame = None,
    reason_codes: Frame = None,
    prompt_pay_laws: Frame = None,
) -> Rulebook:
    """A rulebook from frames of the tables of these names; the published rows stand for tables not given."""
    names = PayerNames(payers)
    given = empty_frame(CONTRACTS) if contracts is None else contracts
    rates = empty_frame(FEE_SCHEDULES) if fee_schedules is None else fee_schedules
    judged = Thresholds(thresholds)
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
    files = (mpfs, gpci, conversion_factors, opps_caps)
    medicare = _no_files() if all(each is None for each in files) else _medicare(*files)
    problems += _not_loaded(rows, medicare)
    laws = published(PROMPT_PAY_LAWS) if prompt_pay_laws is None or prompt_pay_laws.empty else prompt_pay_laws
    problems += unknown_laws(rows, laws)
    settings = published(PLACES) if places is None or places.empty else places
    other = pd.Series([], dtype="str") if providers is None else providers["npi"][providers["kind"] == "non-physician"]
    return Rulebook(
        names=names,
        plans=plans,
        npis=npis,
        bits=bits,
        terms=terms,
        schedule=schedule,
        medicare=medicare,
        base_units=empty_frame(BASE_UNITS) if base_units is None else base_units,
        drug_prices=empty_frame(DRUG_PRICES) if drug_prices is None else drug_prices,
        unit_limits=compile_unit_limits(unit_limits, base_units),
        facilities=frozenset(settings["pos"][settings["setting"] == "F"]),
        non_physicians=frozenset(other),
        clashes=tuple(clashes),
        thresholds=judged,
        alone=(np.arange(len(terms.payer)) >= len(rows)) & (terms.payer >= 0),
        problems=tuple(problems),
        reasons=ReasonCodes.of(reason_codes),
        prompt_pay_laws=laws,
    )


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
