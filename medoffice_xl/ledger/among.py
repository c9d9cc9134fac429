"""Whether texts stand in another column: `isin` asks Python for each of the others, which takes far longer."""

from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.lake.database import connection
from medoffice_xl.ledger.rows import Rows


def among(column: "pd.Series[Any]", others: "pd.Series[Any] | pd.Index[Any]") -> "pd.Series[bool]":
    """Whether each value stands among the others; what is missing does where one of them is missing.

    >>> among(pd.Series(["C1", "C2"]), pd.Series(["C2", "C3", "C2"])).tolist()
    [False, True]
    """
    together, _ = pd.factorize(pd.concat([pd.Series(others), column], ignore_index=True), use_na_sentinel=False)
    there = np.zeros(len(together), dtype=bool)
    there[together[: len(others)]] = True
    return pd.Series(there[together[len(others) :]], index=column.index, dtype="bool")


def among_texts(rows: Rows, column: str, others: "pd.Series[str]") -> Rows:
    """The rows of a database whose text in a column stands among the others, found where they lie."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    listed = pa.table({"listed": pa.array(others.unique().tolist(), pa.large_string())})
    wanted = nw.from_native(connection().from_arrow(listed)).lazy()
    return rows.join(wanted, left_on=column, right_on="listed", how="semi")
