"""The check as a table to read, filter and add up: one row a remitted line."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.modifiers import shown
from medoffice_xl.contracts.rulebook import Rulebook

TAKEN = ["trace", "payer_id", "claim_seq", "line_no", "claim_id", "payer_claim_no", "paid_date", "dos", "code",
         "billed_code", "charge", "paid", "adjustments", "remarks"]  # fmt: skip
"""Columns of Remits that are shown beside what was found."""

WRITTEN = {"payer": "str", "mods": "str", "setting": "str", "leads": "bool", "capped": "bool", "allowed": "int64",
           "appeal_until": "datetime64[us]"}  # fmt: skip
"""What the check found, as the workbook writes it, and what such a column holds."""

NOT_SHOWN = ["payer", "mods", "facility", "source"]
"""What the check found that no line shows, or only in words."""


def checked_lines(remits: pd.DataFrame, found: pd.DataFrame, book: Rulebook) -> pd.DataFrame:
    """The remitted lines with the check's result (`found`), names and modifiers as the workbook writes them.

    `leads` is True on the first line of a service, where its figures stand; `setting` is F or NF; `appeal_until` the
    last day of the contract's appeal window.
    """
    names = np.array([*book.names.names, ""], dtype=object)
    payer = pd.Series(names[found["payer"]], dtype="str")
    rows = remits[TAKEN].reset_index(drop=True)
    leads = found["leader"].to_numpy() == np.arange(len(rows))
    known = found.drop(columns=NOT_SHOWN)
    return pd.concat([rows, known], axis=1).assign(
        payer=payer.where(payer != "", remits["payer"].reset_index(drop=True)),
        mods=_pricing_mods(found["mods"].to_numpy()),
        setting=pd.Series(np.where(found["facility"], "F", "NF"), dtype="str"),
        leads=leads,
        capped=found["lacking"] > 0,
        allowed=np.where(found["compared"] | leads, found["allowed"], 0),
        appeal_until=_appeal_until(rows["paid_date"], found, book),
    )


def _appeal_until(paid: "pd.Series[pd.Timestamp]", found: pd.DataFrame, book: Rulebook) -> "pd.Series[pd.Timestamp]":
    agreed = book.terms.whole("appeal_days")[found["contract"]]
    listed = np.array([*book.names.appeal_days, 0], dtype="int64")[found["payer"]]
    days = pd.to_timedelta(pd.Series(np.where(agreed > 0, agreed, listed)), unit="D")
    return (paid + days).where(days > pd.Timedelta(0)).astype("datetime64[us]")


def _pricing_mods(bits: "np.typing.NDArray[np.int64]") -> "pd.Series[str]":
    """Modifier bits as text, for showing and grouping."""
    places, seen = pd.factorize(bits)
    return pd.Series(np.array([shown(int(one)) for one in seen], dtype=object)[places], dtype="str")
