"""What an export says of payments that come from the remittances: told where a remittance seems to be missing."""

import pandas as pd
import pytest
from small_book import frame_of

from medoffice_xl.intake.sources import Settings, counted_once
from medoffice_xl.tables import TABLES, empty_frame


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([("C1", 9_600)], "1 claims were paid $96.00 by insurance"),
        ([("C1", 9_600), ("C1", -9_600)], ""),  # paid and taken back
        ([("C1", 9_600), ("C1", -9_600), ("C2", 100)], "1 claims were paid $1.00 by insurance"),
        ([("C1", 9_600), ("C2", -9_600)], "2 claims were paid $0.00 by insurance"),
    ],
)
def test_claims_whose_remittances_are_not_here(entries, said):
    rows = [
        {"claim_id": claim, "amount": cents, "kind": "insurance payment", "post_date": pd.Timestamp(2026, 6, 1)}
        for claim, cents in entries
    ]
    payments = frame_of(TABLES["payments"], rows)
    kept, problems = counted_once("export.csv", payments, empty_frame(TABLES["remits"]), Settings())
    assert kept.empty
    told = [problem.problem for problem in problems if problem.severity == "money"]
    assert len(told) == bool(said)
    assert not said or told[0].startswith(said)
