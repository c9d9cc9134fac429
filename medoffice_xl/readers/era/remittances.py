"""The table *remittances*: one row a check or EFT, with what was taken or added at provider level."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.adjustments import UNREADABLE
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import Balances, summed
from medoffice_xl.readers.era.columns import Array, cents, cents_as_text, joined, numbers, side_by_side, texts, whole
from medoffice_xl.tables import REMITTANCES

RECOUPED, FORWARDED, INTEREST = "WO", "FB", "L6"
"""Reasons of provider adjustments (PLB) that have a column of their own."""


def remittances(advice: Advice, balances: Balances) -> pd.DataFrame:
    """The frame, in the order of the file."""
    payments, taken = advice.payments, advice.provider_adjustments
    checks = len(payments)
    check_of_claim = numbers(advice.claims, "payment")
    check_of_line = check_of_claim[numbers(advice.services, "claim")]
    owner, reason, amount = numbers(taken, "payment"), texts(taken, "reason"), cents(taken, "amount")
    columns: dict[str, pa.Array] = {
        name: texts(payments, name) for name in ("trace", "payer_id", "payer", "payee", "handling", "method")
    }
    columns |= {
        "payee_npi": texts(payments, "payee_id"),
        "paid_date": payments.column("paid_date"),
        "amount": balances.amounts,
        "claims": np.bincount(check_of_claim, minlength=checks),
        "lines": np.bincount(check_of_line, minlength=checks),
        "claims_paid": balances.claims_paid,
        "provider_adj": balances.provider_adjusted,
        "recoupment": _for(RECOUPED, owner, reason, amount, checks),
        "forwarded": _for(FORWARDED, owner, reason, amount, checks),
        "interest": _for(INTEREST, owner, reason, amount, checks),
        "adjustments": joined(owner, checks, _listed(taken), "; "),
        "off_by": balances.checks,
        "unbalanced_claims": np.bincount(check_of_claim[balances.claims != 0], minlength=checks),
        "unbalanced_lines": np.bincount(check_of_line[balances.lines != 0], minlength=checks),
        "source_file": pa.repeat(pa.scalar(advice.file, pa.large_string()), checks),
    }
    frame: pd.DataFrame = pa.table({name: columns[name] for name in REMITTANCES.names}).to_pandas(split_blocks=True)
    return frame


def _for(wanted: str, owner: Array, reason: pa.Array, amount: Array, checks: int) -> Array:
    chosen = pc.equal(reason, wanted).to_numpy(zero_copy_only=False)
    return summed(owner[chosen], amount[chosen], checks)


def _listed(taken: pa.Table) -> pa.Array:
    """Every provider adjustment as reason[:reference] amount."""
    reference = texts(taken, "reference")
    colon = pc.if_else(pc.equal(reference, ""), pa.scalar("", pa.large_string()), pa.scalar(":", pa.large_string()))
    named = side_by_side(texts(taken, "reason"), colon, reference, between="")
    missing = whole(taken.column("amount")).is_null()
    shown = pc.if_else(missing, UNREADABLE, cents_as_text(cents(taken, "amount")))
    return side_by_side(named, shown, between=" ")
