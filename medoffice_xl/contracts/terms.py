"""Contracts as columns: what was agreed, checked, with Medicare's rules where a contract follows them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import FOREVER, days
from medoffice_xl.contracts.exact_amounts import Ints, fractions
from medoffice_xl.contracts.medicare_rules import medicare_rules
from medoffice_xl.contracts.payer_names import PayerNames

SHARES = (
    "percent", "default_percent", "nonpar_percent", "npp_percent", "assistant_percent", "as_percent",
    "cosurgeon_percent", "bilateral_percent", "imaging_tc", "imaging_pc", "therapy_pe", "cardiology_tc",
    "eye_tc", "mod_22", "mod_52", "mod_53", "direction_percent", "withhold", "sequestration", "late_interest",
    "tolerance_percent",
)  # fmt: skip

NOBODY = ""
"""The payer of the blank row that stands for no contract."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of every contract as a fraction; `agreed` is False where the contract has none."""

    top: Ints
    bottom: Ints
    agreed: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Terms:
    """The contracts, one index a row of `frame`; `payer` is an index of the payer names, `plan` of `plans`."""

    frame: pd.DataFrame
    payer: Ints
    plan: Ints
    first: Ints
    last: Ints
    shares: dict[str, Share]
    steps: list[tuple[list[float], bool]]
    plans: list[str]

    @property
    def none(self) -> int:
        """The last, blank row, which stands for no contract."""
        return len(self.payer) - 1

    @property
    def prompt_pay(self) -> npt.NDArray[np.bool_]:
        """Which contracts say within how many days a claim is paid and at what interest later, or name a law."""
        own: npt.NDArray[np.bool_] = self.shares["late_interest"].agreed & (self.whole("clean_claim_days") > 0)
        by_law: npt.NDArray[np.bool_] = self.text("law") != ""
        return own | by_law

    def text(self, field: str) -> npt.NDArray[Any]:
        """A text field of every contract."""
        return self.frame[field].to_numpy(dtype=object)

    def has(self, field: str, *values: str) -> npt.NDArray[np.bool_]:
        """Which contracts have one of these values in a text field."""
        return self.frame[field].isin(values).to_numpy()

    def whole(self, field: str) -> Ints:
        """A whole-number field of every contract, 0 where it is empty."""
        return self.frame[field].fillna(0).to_numpy(dtype="int64")


def compile_terms(contracts: pd.DataFrame, names: PayerNames, plans: list[str]) -> Terms:
    """Columns of checked contract rows. Plan 0 is every plan."""
    frame = _with_medicare_rules(contracts.reset_index(drop=True))
    return Terms(
        frame=frame,
        payer=np.array([-2 if name == NOBODY else names.add(name) for name in frame["payer"]], dtype="int64"),
        plan=np.array([plans.index(plan) for plan in frame["plan"]], dtype="int64"),
        first=days(frame["effective"], 0),
        last=days(frame["termination"], FOREVER),
        shares={name: _share(frame[name]) for name in SHARES},
        steps=[read_steps(text) for text in frame["multiple_steps"]],
        plans=plans,
    )


def follows_medicare(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Which contracts take Medicare's rule for an empty field: those that say so, or pay a percent of Medicare."""
    return (frame["rules"] == "Medicare") | ((frame["rules"] == "") & (frame["method"] == "% of Medicare"))


def _with_medicare_rules(frame: pd.DataFrame) -> pd.DataFrame:
    follows = follows_medicare(frame)
    if not follows.any():
        return frame
    frame = frame.copy()
    for field, value in medicare_rules().items():
        column = frame[field]
        if column.dtype == "float64":
            frame[field] = column.where(column.notna() | ~follows, float(value))
        else:
            frame[field] = column.where((column != "") | ~follows, value)
    return frame


def _share(column: "pd.Series[float]") -> Share:
    top, bottom = fractions(column)
    return Share(top, bottom, column.notna().to_numpy())


def read_steps(text: str) -> tuple[list[float], bool]:
    """Percents by rank, and whether further ranks are priced by report (else the last percent repeats).

    >>> read_steps("100/50/25")
    ([100.0, 50.0, 25.0], False)
    >>> read_steps("100/50/by report")
    ([100.0, 50.0], True)
    """
    parts = [part.strip() for part in text.replace("%", "").split("/") if part.strip()]
    by_report = bool(parts) and not parts[-1].replace(".", "").isdigit()
    return [float(part) for part in (parts[:-1] if by_report else parts)], by_report
