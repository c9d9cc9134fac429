"""The table *remittances*: one row a check or EFT, with what was taken or added at provider level."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.adjustments import UNREADABLE
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import Balances, summed
from medoffice_xl.readers.era.columns import (
    Array,
    blank,
    cents,
    cents_as_text,
    joined,
    numbers,
    side_by_side,
    texts,
    whole,
)
from medoffice_xl.readers.era.identity import produced
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS, REMITTANCES, empty_frame
from medoffice_xl.tables.provider_adjustments import SEEN

RECOUPED, FORWARDED, INTEREST = "WO", "FB", "L6"
"""Reasons of provider adjustments (PLB) that have a column of their own."""


NPI = "XX"
"""Qualifier (N103) of an NPI; a payee may also be named by a tax id, which is not kept."""


def _npi(payments: pa.Table) -> pa.Array:
    """The payees' NPIs; empty where the payer names the payee by something else."""
    is_npi = pc.equal(texts(payments, "payee_qualifier"), NPI)
    return pc.if_else(is_npi, texts(payments, "payee_id"), "")


def remittances(advice: Advice, balances: Balances, identity: pa.Array) -> pd.DataFrame:
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
        "payee_npi": _npi(payments),
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
        "produced": produced(advice),
        "remittance": identity,
        "source_file": advice.files,
    }
    frame: pd.DataFrame = pa.table({name: columns[name] for name in REMITTANCES.names}).to_pandas(split_blocks=True)
    return frame


def taken_or_added(advice: Advice, identity: pa.Array) -> pd.DataFrame:
    """The table *provider_adjustments* as the file states it; what became of each is found by the intake."""
    taken = advice.provider_adjustments
    rows = len(taken)
    if not rows:
        return empty_frame(PROVIDER_ADJUSTMENTS)
    check = pa.array(numbers(taken, "payment"))
    columns: dict[str, pa.Array] = {
        **{name: texts(advice.payments, name).take(check) for name in ("trace", "payer_id", "payer")},
        **{name: texts(taken, name) for name in ("provider", "reason", "reference")},
        "paid_date": advice.payments.column("paid_date").take(check),
        "number": taken.column("number"),
        "fiscal_date": taken.column("fiscal_date"),
        "amount": taken.column("amount"),
        "remittance": identity.take(check),
        "source_file": advice.files.take(check),
        "open_amount": pa.array(np.zeros(rows, dtype=np.int64)),
        "state": pa.repeat(pa.scalar(SEEN, pa.large_string()), rows),
        **dict.fromkeys(("meaning", "claim_id", "settled_by"), blank(rows)),
    }
    frame: pd.DataFrame = pa.table({name: columns[name] for name in PROVIDER_ADJUSTMENTS.names}).to_pandas()
    wanted = empty_frame(PROVIDER_ADJUSTMENTS).dtypes.to_dict()
    return frame.astype({name: kind for name, kind in wanted.items() if frame[name].dtype != kind})


def _for(wanted: str, owner: Array, reason: pa.Array, amount: Array, checks: int) -> Array:
    chosen = pc.equal(reason, wanted).to_numpy(zero_copy_only=False)
    return summed(owner[chosen], amount[chosen], checks)


def _listed(taken: pa.Table) -> pa.Array:
    """Every provider adjustment as reason[:reference] amount."""
    reference = texts(taken, "reference")
    colon = pc.if_else(pc.equal(reference, ""), pa.scalar("", pa.large_string()), pa.scalar(":", pa.large_string()))
    reason = texts(taken, "reason")
    named = side_by_side(pc.if_else(pc.equal(reason, ""), UNREADABLE, reason), colon, reference, between="")
    missing = whole(taken.column("amount")).is_null()
    shown = pc.if_else(missing, UNREADABLE, cents_as_text(cents(taken, "amount")))
    return side_by_side(named, shown, between=" ")
