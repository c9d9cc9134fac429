"""A small practice of two payers for tests of profitability: every figure can be worked out by head."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from contract_tables import REASONS, rvu, table
from practice_tables import charges, payments, remits

from medoffice_xl.areas.payers.payer_economics import Books
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGE_MASTER, COSTS, MPFS, PAYERS

SAME: Callable[[pd.DataFrame], Any] = lambda frame: frame  # noqa: E731


def cost(
    month: str, dollars: float, behaviour: str = "variable", category: str = "supplies", **more: Any
) -> dict[str, Any]:
    """A row of Costs."""
    row = {"month": month, "account": f"{category} {behaviour}", "category": category}
    return row | {"behaviour": behaviour, "amount": dollars, **more}


def costs(*rows: dict[str, Any]) -> pd.DataFrame:
    """The table of costs."""
    return table(COSTS, *rows)


def prices(*rows: dict[str, Any]) -> pd.DataFrame:
    """The charge master."""
    return table(CHARGE_MASTER, *rows)


def payer_list(*names: str) -> pd.DataFrame:
    """A payer list of commercial payers."""
    return table(PAYERS, *({"payer": name, "payer_class": "Commercial"} for name in names))


def medicare(*rows: dict[str, Any]) -> pd.DataFrame:
    """Medicare's file of 2025, or of the rows' own years."""
    return table(MPFS, *rows)


def service(claim: str, payer: str, charge: float, code: str = "X1", **more: Any) -> dict[str, Any]:
    """A charge line in March 2026."""
    return {"claim_id": claim, "payer": payer, "dos": "2026-03-02", "charge": charge, "code": code, "units": 1, **more}


def received(claim: str, amount: float, **more: Any) -> dict[str, Any]:
    """A payment four weeks later, 30 days after the service."""
    return {"claim_id": claim, "post_date": "2026-04-01", "amount": amount, **more}


def denied(claim: str, payer: str, charge: float) -> dict[str, Any]:
    """A remit line that denies a claim."""
    return {
        **{"claim_id": claim, "payer": payer, "charge": charge, "paid_date": "2026-04-01", "dos": "2026-03-02"},
        **{"other_adj": charge, "adjustments": f"CO-16:{charge:.2f}", "code": "X1"},
    }


# Acme: two visits, 2 work RVUs each, 300 charged and 200 paid. Best: one visit, 1 RVU, 100 charged, 40 paid.
CHARGES = charges(
    service("a", "Acme", 150, "G1"), service("b", "Acme", 150, "G1"), service("c", "Best", 100, "G2")
)  # fmt: skip
PAYMENTS = payments(received("a", 100), received("b", 100), received("c", 40))
REMITS = remits(denied("c", "Best", 100))
# March 2026: 60 variable, 90 fixed, 30 of the fixed to physicians.
COSTS_OF_MARCH = costs(
    cost("2026-03-01", 60), cost("2026-03-01", 60, "fixed", "rent"), cost("2026-03-01", 30, "fixed", "physicians")
)  # fmt: skip
VALUES = medicare(rvu("G1", 2.0, year=2026, effective="2026-01-01"), rvu("G2", 1.0, year=2026, effective="2026-01-01"))
NO_PRICES = prices()


def books(on: Callable[[pd.DataFrame], Any] = SAME, **other: pd.DataFrame) -> Books:
    """The practice in the frames of a backend, which nobody changes; tables by name in place of its own."""
    own = {
        "charges": CHARGES, "payments": PAYMENTS, "remits": REMITS, "costs": COSTS_OF_MARCH, "mpfs": VALUES,
        "charge_master": NO_PRICES,
    }  # fmt: skip
    frames = {name: unchanging(on(frame)) for name, frame in (own | other).items()}
    return Books(**frames, reasons=REASONS)
