"""One name a payer, whatever the files call it. Names that nobody declared are reported, never merged."""

from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.plain_name import plain_name

_READ = ["payer", "payer_id", "aliases", "payer_class", "filing_days", "appeal_days"]


class PayerNames:
    """The payers of the payer list and of the contracts, with their aliases.

    `filing_days` and `appeal_days` are what the payer list says of each of its payers, 0 where it is silent; `medicare`
    marks those of Medicare's class. Payers that only contracts name come after them, with nothing said.
    """

    def __init__(self, payers: pd.DataFrame | None = None) -> None:
        """`payers` is a frame of the table `payers`."""
        self.names: list[str] = []
        self.filing_days: list[int] = []
        self.appeal_days: list[int] = []
        self.medicare: list[bool] = []
        self._index: dict[str, int] = {}
        self.listed = payers is not None and not payers.empty
        if payers is None:
            return
        for row in payers[_READ].to_dict("records"):
            place = self.add(row["payer"])
            self.filing_days[place], self.appeal_days[place] = _whole(row["filing_days"]), _whole(row["appeal_days"])
            self.medicare[place] = row["payer_class"] == "Medicare"
            for alias in (*row["aliases"].split(";"), row["payer_id"]):
                if alias.strip():
                    self._index.setdefault(plain_name(alias), place)

    def add(self, name: str) -> int:
        """Index of a payer's name, new where it is not known yet."""
        place = self._index.setdefault(plain_name(name), len(self.names))
        if place == len(self.names):
            self.names.append(name.strip())
            self.filing_days.append(0)
            self.appeal_days.append(0)
            self.medicare.append(False)
        return place

    def find(self, name: str) -> int:
        """Index of a name or alias; −1 where nobody declared it."""
        return self._index.get(plain_name(name), -1)

    def of_column(self, column: "pd.Series[str]") -> Ints:
        """Indices of a column of names."""
        places, texts = pd.factorize(column)
        return np.array([*(self.find(str(text)) for text in texts), -1], dtype="int64")[places]


def _whole(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)
