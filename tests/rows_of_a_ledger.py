"""Tables with a few rows each, for ledgers in tests."""

import pandas as pd
from small_book import frame_of

from medoffice_xl.tables import PAYMENTS, REMITTANCES


def payments(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Payments as (claim, day or "", cents)."""
    return frame_of(
        PAYMENTS,
        [
            {
                "claim_id": claim,
                "post_date": pd.Timestamp(day) if day else pd.NaT,
                "kind": "insurance payment",
                "amount": cents,
                "source": "835",
            }
            for claim, day, cents in rows
        ],
    )


def remittances(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Remittances as (name, day, cents)."""
    return frame_of(
        REMITTANCES,
        [
            {"remittance": name, "trace": name, "paid_date": pd.Timestamp(day), "amount": cents}
            for name, day, cents in rows
        ],
    )
