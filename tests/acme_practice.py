"""A practice with one payer that pays 10.00 too little: its tables, and a practice that reports can read."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd
from contract_tables import contract, rate, rates, remit, remits

from medoffice_xl.errors import BookError
from medoffice_xl.tables import CHARGES, PAYMENTS, PROVIDER_ADJUSTMENTS, REMITTANCES, empty_frame
from medoffice_xl.tables.appeals import APPEALS

TODAY = date(2025, 7, 1)


def tables(allowed: float = 90.0, **more: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Claim C1 of Acme Health, X1001: contracted 100.00, allowed 90.00 unless said otherwise."""
    line = remit(charge=150.0, paid=allowed, allowed=allowed, payer_claim_no="P1")
    return {
        "contracts": contract(contract="PPO agreement", appeal_days=30.0),
        "fee_schedules": rates(rate("X1001", 100.0)),
        "remits": remits([line]),
        "remittances": empty_frame(REMITTANCES),
        "charges": empty_frame(CHARGES),
        "payments": empty_frame(PAYMENTS),
        "appeals": empty_frame(APPEALS),
        "provider_adjustments": empty_frame(PROVIDER_ADJUSTMENTS),
        **more,
    }


@dataclass
class AcmePractice:
    """Tables held in memory; `asked` lists those that were read."""

    tables: dict[str, pd.DataFrame] = field(default_factory=tables)
    as_of: date = TODAY
    name: str = "Invented Family Practice"
    asked: list[str] = field(default_factory=list)
    settings: dict[str, object] = field(default_factory=dict)

    def has(self, table: str) -> bool:
        return table in self.tables

    def table(self, name: str) -> pd.DataFrame:
        self.asked.append(name)
        if name not in self.tables:
            raise BookError(name)
        return self.tables[name]

    def rows(self, name: str) -> pd.DataFrame:
        return self.table(name)

    def setting(self, name: str) -> object:
        return self.settings.get(name)
