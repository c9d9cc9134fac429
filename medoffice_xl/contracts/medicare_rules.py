"""Medicare's payment rules as figures: what an empty field of a contract stands for under Medicare's rules."""

import csv
from fractions import Fraction
from functools import cache
from importlib.resources import files


@cache
def medicare_rules() -> dict[str, str]:
    """Field of the table `contracts` to Medicare's figure, as text."""
    text = (files("medoffice_xl.published") / "medicare_rules.csv").read_text(encoding="utf-8")
    return {row["field"]: row["value"] for row in csv.DictReader(text.splitlines())}


@cache
def medicare_figures() -> dict[str, Fraction]:
    """Medicare's figures that are no field of a contract.

    Shares of the fee: `nonparticipating`, what is then allowed, and `limiting_charge`, the most that may be charged.
    `drug_limit` is the payment limit as a multiple of the average sales price. `filing_years` are the calendar years
    after the day of service within which a claim is filed.
    """
    text = (files("medoffice_xl.published") / "medicare_figures.csv").read_text(encoding="utf-8")
    return {row["figure"]: Fraction(row["value"]) for row in csv.DictReader(text.splitlines())}
