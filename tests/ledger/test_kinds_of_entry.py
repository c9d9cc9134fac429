"""What each kind of entry is to the ledger: money or not, a payer's or not, a contract's or not."""

from datetime import date

import narwhals as nw
import pytest

from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.rows import fetch_one
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.payments import PAYMENT_KINDS
from tests.small_book import frame_of

DAY = date(2026, 3, 2)
CHARGE = {"claim_id": "C1", "line_id": "1", "dos": DAY, "post_date": DAY, "payer": "Acme", "code": "X1001",
          "units": 1, "charge": 10_000}  # fmt: skip

MONEY, FROM_PAYER, CONTRACTUAL = (True, False, False), (True, True, False), (False, False, True)
NEITHER = (False, False, False)
IS = {
    "insurance payment": FROM_PAYER,
    "recoupment": FROM_PAYER,
    "patient payment": MONEY,
    "refund": MONEY,
    "contractual adjustment": CONTRACTUAL,
    "bad debt": NEITHER,
    "denial write-off": NEITHER,
    "small balance": NEITHER,
    "other adjustment": NEITHER,
}


@pytest.mark.parametrize("kind", PAYMENT_KINDS)
def test_every_kind_lowers_the_balance_and_is_money_or_not(kind):
    entry = {"claim_id": "C1", "line_id": "1", "post_date": DAY, "payer": "Acme", "kind": kind, "amount": 1_000,
             "source": "PM", "posted_by": "kim"}  # fmt: skip
    rows = ledger(frame_of(CHARGES, [CHARGE]), frame_of(PAYMENTS, [entry]), DAY)
    sums = fetch_one(rows.select(nw.col("amount", "money", "from_payer", "contractual").sum()))
    assert sums["amount"] == 9_000
    assert tuple(sums[name] == 1_000 for name in ("money", "from_payer", "contractual")) == IS[kind]
