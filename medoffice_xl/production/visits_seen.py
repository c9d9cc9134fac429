"""Every visit by itself: a patient seen by a provider on a day, with what was charged for it."""

from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.ledger.voided import standing_charges
from medoffice_xl.production.new_patients import is_new
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES


def visits_seen(charges: Frame, as_of: date) -> pd.DataFrame:
    """One row a visit known on the day and not voided: account, provider, npi, dos, charge (cents), has_account, new.

    Without an account number a claim stands for the patient; whether such a visit is a new patient's nobody knows, and
    `new` is false.
    """
    return remembered(_visits_seen, charges, asked=(as_of,))


def _visits_seen(charges: Frame, as_of: date) -> pd.DataFrame:
    names = ("claim_id", "patient_acct", "provider", "npi", "dos", "charge")
    rows = as_pandas(standing_charges(charges, as_of, *names).filter(nw.col("charge") >= 0), CHARGES)
    rows = rows[rows["dos"].notna() & (rows["dos"] <= pd.Timestamp(as_of))]
    rows = rows.assign(
        has_account=rows["patient_acct"] != "",
        account=rows["patient_acct"].where(rows["patient_acct"] != "", rows["claim_id"]),
        provider=rows["provider"].str.strip(),
    )
    each = rows.groupby(["has_account", "account", "dos", "provider"], sort=True, as_index=False).agg(
        npi=("npi", "max"), charge=("charge", "sum")
    )
    each["new"] = is_new(each["account"], each["dos"]) & each["has_account"]
    return unchanging(each)
