"""The invented practice's contracts, as the manager would have typed them on *Contracts*."""

from datetime import datetime

import pandas as pd

from medoffice_xl.demo.practice import KEYSTONE, NEW_SCHEDULE, PAYERS, SELF_PAY
from medoffice_xl.tables import CONTRACTS, frame_from_cells

_FIRST = datetime(2025, 1, 1)


def contract_list() -> pd.DataFrame:
    """One contract a payer: its rates stand on *Fee schedules*, the lesser of rate and charge is paid."""
    rows = [
        {
            "payer": payer.name,
            "contract": f"{payer.name} participation agreement",
            "effective": _FIRST,
            "method": "fee schedule",
            "rules": "own",
            "lesser_of": "line",
            "default_percent": None,
            "multiple_steps": "100/50/50",
            "bilateral_percent": 1.5,
            "sequestration": 0.02 if payer.payer_class == "Medicare" else None,
            "tolerance": 0.25,
            "tolerance_percent": 0.005,
            "filing_days": payer.filing_days or None,
            "appeal_days": payer.appeal_days or None,
            "notice_days": 90,
            "clause": f"Exhibit A, rates of {NEW_SCHEDULE.year}",
        }
        for payer in PAYERS
        if payer not in (SELF_PAY, KEYSTONE)
    ]
    cells = [[row.get(name) for name in CONTRACTS.names] for row in rows]
    return frame_from_cells(CONTRACTS, CONTRACTS.names, cells)[0]
