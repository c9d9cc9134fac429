"""The pricing engine against cases a biller can check: `pricing_cases.csv` beside this file."""

import csv
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from contract_tables import billed, book, contract, medicare, rate, rates, rvu, table

from medoffice_xl.contracts.merged_lines import merged_lines
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.tables import DRUG_PRICES

with (Path(__file__).parent / "pricing_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def fields(text: str) -> dict[str, Any]:
    pairs = (part.split("=", 1) for part in parts(text))
    return {name: _number(value) for name, value in pairs}


def _number(value: str) -> Any:
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else value


def listed(text: str) -> list[dict[str, Any]]:
    rows = []
    for part in parts(text):
        name, dollars = part.split("=")
        code, _, mods = name.partition(" ")
        priced = _number(dollars)
        rows.append(rate(code, priced, mods) if isinstance(priced, float) else rate(code, None, mods, basis=priced))
    return rows


def indicators(text: str) -> list[dict[str, Any]]:
    rows = []
    for part in parts(text):
        code, *words = part.split()
        given = dict(word.split("=") for word in words if "=" in word)
        mod = next((word for word in words if "=" not in word), "")
        total = float(given.pop("total", 0))
        numbers = {name: float(value) for name, value in given.items() if name in ("pre", "intra", "post", "pe_nf")}
        rows.append(rvu(code, total, mod=mod, **{**given, **numbers}))
    return rows


def claim_lines(text: str) -> list[tuple[Any, ...]]:
    lines = []
    for part in parts(text):
        code, *words = part.split()
        charge = float(words.pop().removeprefix("@"))
        units = next((float(word[1:]) for word in words if re.fullmatch(r"x[\d.]+", word)), 1.0)
        mods = " ".join(word for word in words if not re.fullmatch(r"x[\d.]+", word))
        lines.append((code, mods, charge, units))
    return lines


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    of = book(
        contract(**fields(case["contract"])),
        rates(*listed(case["rates"])) if case["rates"] else None,
        mpfs=medicare(*indicators(case["indicators"])) if case["indicators"] else None,
    )
    assert of.problems == ()
    lines = billed(of, *claim_lines(case["lines"]))
    services, _ = merged_lines(lines, np.zeros(len(lines), dtype="int64"))
    priced = price(services, of)
    found = [
        f"{cents / 100:.2f}" if status == Status.PRICED else IN_WORDS[Status(status)]
        for cents, status in zip(priced.cents.tolist(), priced.status.tolist(), strict=True)
    ]
    assert found == parts(case["expected"])


@pytest.mark.parametrize(("limit", "expected"), [(0.0, Status.UNLISTED), (0.001, 2)])
def test_a_drug_without_a_limit_has_no_price(limit: float, expected: int) -> None:
    # 0.001 / 1.06 × 1.06 × 20 units = 0.02
    row = {"code": "J9999", "effective": "2025-04-01", "end": "2025-06-30", "payment_limit": limit, "source": "typed"}
    of = book(contract(method="ASP + %", percent=0.06), drug_prices=table(DRUG_PRICES, row))
    priced = price(billed(of, ("J9999", "", 100.0, 20.0)), of)
    assert (priced.cents if priced.status[0] == Status.PRICED else priced.status).tolist() == [expected]
