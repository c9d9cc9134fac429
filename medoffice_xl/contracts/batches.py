"""Many lines in batches: all of one patient together, so that each batch can be checked for itself.

Time then grows with the number of lines alone, and memory hardly beyond the table itself.
"""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints, Rows

BATCH = 400_000
"""Lines of a batch: its columns stay near the processor, and a workbook's worth is one batch or two."""


def batches(remits: pd.DataFrame, charges: pd.DataFrame, size: int) -> list[Rows]:
    """Places of the lines of each batch, about `size` lines each, in their order; one batch for few lines."""
    count = -(-len(remits) // size)
    if count <= 1:
        return [np.arange(len(remits))]
    person, people = _people(remits, charges)
    batch = person * count // people
    return np.split(np.argsort(batch, kind="stable"), np.cumsum(np.bincount(batch, minlength=count))[:-1])


def _people(remits: pd.DataFrame, charges: pd.DataFrame) -> tuple[Ints, int]:
    """A number for each line's patient, in order of appearance; the claim stands for a patient who is not known."""
    claims, names = pd.factorize(remits["claim_id"])
    if charges.empty:
        return claims.astype("int64"), max(len(names), 1)
    known = charges[charges["patient_acct"] != ""].drop_duplicates("claim_id")
    account = known.set_index("claim_id")["patient_acct"].reindex(names)
    own = pd.Series(names, dtype="str").radd("claim ")
    person, people = pd.factorize(account.reset_index(drop=True).fillna(own))
    return person.astype("int64")[claims], max(len(people), 1)
