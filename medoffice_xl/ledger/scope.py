"""Which part of the practice a figure is for: one payer, one provider, one location, or all of it."""

from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.rows import Rows


@dataclass(frozen=True, slots=True)
class Scope:
    """The charges that count; an empty name is all of them. Upper and lower case are the same.

    The payer is the one first billed (the original payer), so that charges and balances are of the same payer even
    after a balance has moved to another payer or to the patient.
    """

    payer: str = ""
    provider: str = ""
    location: str = ""

    @property
    def names(self) -> dict[str, str]:
        """The columns that are restricted, each with the name that counts."""
        every = {"payer": self.payer, "provider": self.provider, "location": self.location}
        return {column: name for column, name in every.items() if name}

    def __str__(self) -> str:
        return ", ".join(f"{column} {name}" for column, name in self.names.items())

    def of_charges(self, rows: Rows) -> Rows:
        """The rows in scope, by the names they carry."""
        for column, name in self.names.items():
            rows = rows.filter(nw.col(column).str.to_lowercase() == name.strip().lower())
        return rows

    def of_payer(self, lines: pd.DataFrame) -> pd.DataFrame:
        """The lines of the payer in scope, by the name they carry."""
        return lines[lines["payer"].str.lower() == self.payer.strip().lower()] if self.payer else lines

    def of_entries(self, rows: Rows) -> Rows:
        """A ledger's entries, charges and payments, of the claims in scope."""
        return self.of_charges(rows)
