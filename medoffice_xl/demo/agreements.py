"""The invented practice's contracts, as the manager would have typed them on *Contracts*."""

from datetime import date

import pandas as pd

from medoffice_xl.demo.practice import BLUE_HARBOR, CEDAR_VALLEY, MEDICAID, NORTHGATE, SILVER_OAKS
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables import CONTRACTS


def contract_list() -> pd.DataFrame:
    """The contracts as the manager would have typed them; their rates stand on Fee schedules."""
    own = {"method": "fee schedule", "lesser_of": "line", "appeal_days": 180, "rules": "own"}
    rows = [
        {"payer": BLUE_HARBOR.name, "contract": "PPO agreement", "effective": date(2025, 1, 1),
         "termination": date(2027, 6, 30), "notice_days": 120, "renewal": "by agreement", "cola": 0.027},
        {"payer": CEDAR_VALLEY.name, "contract": "HMO agreement", "effective": date(2025, 1, 1),
         "termination": date(2026, 12, 31), "notice_days": 90, "renewal": "automatic", "cola": 0.021},
        {"payer": NORTHGATE.name, "contract": "Indemnity", "effective": date(2025, 1, 1),
         "termination": date(2027, 3, 31), "notice_days": 60, "renewal": "by agreement", "clean_claim_days": 30,
         "late_interest": 0.12},
        {"payer": SILVER_OAKS.name, "contract": "Advantage plan", "effective": date(2025, 1, 1),
         "termination": date(2026, 12, 31), "notice_days": 60, "renewal": "automatic", "sequestration": 0.0},
        {"payer": MEDICAID.name, "contract": "Provider agreement", "effective": date(2025, 1, 1)},
    ]  # fmt: skip
    return typed(CONTRACTS, [own | row for row in rows])
