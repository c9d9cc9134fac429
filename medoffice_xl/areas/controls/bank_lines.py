"""Lines of a bank as rows of *Bank*, whichever file they come from: each known by one id, people's names left out."""

import re

import pandas as pd

from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.tables import empty_frame

KIND = "bank"

_PERSONAL = re.compile(r"(?i)\b(zelle|venmo|cash ?app|paypal|apple cash)\b(.*)")
_TRACE_IN = re.compile(r"[A-Z0-9]*\d[A-Z0-9]*")


def without_names(description: str) -> str:
    """What a bank writes of a payment by app names the person who paid; figures and codes stay.

    >>> without_names("Zelle payment from JANE DOE 4411Q"), without_names("HCCLAIMPMT BLUE HARBOR TRN*1*99*151")
    ('Zelle … 4411Q', 'HCCLAIMPMT BLUE HARBOR TRN*1*99*151')
    """
    found = _PERSONAL.search(description)
    if not found:
        return description
    figures = [run for run in re.findall(r"\S+", found[2]) if _TRACE_IN.fullmatch(run)]
    return " ".join([f"{description[: found.start()]}{found[1]} …", *figures])


def as_bank(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows in the file's order as rows of the table.

    A line without the bank's own id is known by its day, amount and text, and of several alike by which one it is: so
    a file of a longer time adds only what is new, and two copays of one day stay two.
    """
    rows = frame.assign(description=frame["description"].map(without_names))
    own = rows["line_id"] if "line_id" in rows else pd.Series("", rows.index, dtype="str")
    said = rows["posted"].dt.strftime("%Y-%m-%d") + " " + rows["amount"].astype("str") + " " + rows["description"]
    which = rows.assign(said=said).groupby(["account", "said"]).cumcount() + 1
    rows["line_id"] = own.where(own != "", said + " #" + which.astype("str"))
    for name in BANK.names:
        if name not in rows:
            rows[name] = ""
    typed: pd.DataFrame = rows[BANK.names].astype(empty_frame(BANK).dtypes.to_dict()).reset_index(drop=True)
    return typed
