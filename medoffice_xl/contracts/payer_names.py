"""One name a payer, whatever the files call it. Names that nobody declared are reported, never merged."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact import Ints


class PayerNames:
    """The payers of the payer list and of the contracts, with their aliases."""

    def __init__(self, payers: pd.DataFrame | None = None) -> None:
        """`payers` is a frame of the table `payers`."""
        self.names: list[str] = []
        self._index: dict[str, int] = {}
        self.listed = payers is not None and not payers.empty
        if payers is None:
            return
        for name, payer_id, aliases in payers[["payer", "payer_id", "aliases"]].itertuples(index=False):
            place = self.add(name)
            for alias in (*aliases.split(";"), payer_id):
                if alias.strip():
                    self._index.setdefault(_key(alias), place)

    def add(self, name: str) -> int:
        """Index of a payer's name, new where it is not known yet."""
        place = self._index.setdefault(_key(name), len(self.names))
        if place == len(self.names):
            self.names.append(name.strip())
        return place

    def find(self, name: str) -> int:
        """Index of a name or alias; −1 where nobody declared it."""
        return self._index.get(_key(name), -1)

    def of_column(self, column: "pd.Series[str]") -> Ints:
        """Indices of a column of names."""
        places, texts = pd.factorize(column)
        return np.array([*(self.find(str(text)) for text in texts), -1], dtype="int64")[places]


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
