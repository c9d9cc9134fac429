"""Medicare's payment rules as figures: what an empty field of a contract stands for under Medicare's rules."""

import csv
from functools import cache
from importlib.resources import files


@cache
def medicare_rules() -> dict[str, str]:
    """Field of the table `contracts` to Medicare's figure, as text."""
    text = (files("medoffice_xl.contracts.published") / "medicare_rules.csv").read_text(encoding="utf-8")
    return {row["field"]: row["value"] for row in csv.DictReader(text.splitlines())}
