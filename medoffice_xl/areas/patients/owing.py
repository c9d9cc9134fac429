"""What patients owe, claim by claim: since when, on which account, and what was asked of them since."""

from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables.patient_accounts import STATEMENTS

NEEDED = ("charges", "payments")
PATIENT_PAYMENT = "patient payment"


def books(tables: Tables, as_of: date) -> Accounts:
    """The practice's ledger as it stood on the day."""
    return accounts(tables.rows("charges"), tables.rows("payments"), as_of)


def owed_by_patients(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a claim with a balance that the patient owes (or is in credit with): `claim_id`, `account`, `balance`,
    `since`, `statements` and `last_statement`. The balances add up to the patients' part of A/R.

    A claim is the patient's since an insurer last answered it, or else since it was entered. Statements of the account
    from that day on asked for it.
    """
    ledger = books(tables, as_of)
    claims = figure("claims_owed")(ledger, tables.rows("charges"))
    claims = claims.filter((nw.col("patient") == 1) & (nw.col("balance") != 0))
    found = claims.select("claim_id", "balance", "opened", "entered").collect().to_pandas()
    found = found.merge(_about(ledger), on="claim_id", how="left")
    since = found["answered"].fillna(found["opened"]).fillna(found["entered"]).fillna(pd.Timestamp(as_of))
    found = found.assign(since=since.astype("datetime64[us]"), account=found["account"].fillna(found["claim_id"]))
    return _with_statements(found[["claim_id", "account", "balance", "since"]], tables, as_of)


def _about(ledger: Accounts) -> pd.DataFrame:
    """Each claim's account, and the day of an insurer's last payment or adjustment."""
    return remembered(_accounts_of_claims, ledger)


def _accounts_of_claims(ledger: Accounts) -> pd.DataFrame:
    answered = (nw.col("from_payer") != 0) | (nw.col("contractual") != 0)
    rows = ledger.entries.select(
        "claim_id", "account", answered=nw.when(answered).then(nw.col("day")).otherwise(nw.lit(None, nw.Datetime("us")))
    )
    return unchanging(rows.group_by("claim_id").agg(nw.col("account", "answered").max()).collect().to_pandas())


def _with_statements(claims: pd.DataFrame, tables: Tables, as_of: date) -> pd.DataFrame:
    sent = tables.get(STATEMENTS.name)
    if sent is None:
        return claims.assign(statements=0, last_statement=pd.Series(pd.NaT, claims.index, dtype="datetime64[us]"))
    known = sent[sent["sent_on"] <= pd.Timestamp(as_of)].rename(columns={"statement_account": "account"})
    pairs = claims[["claim_id", "account", "since"]].merge(known[["account", "sent_on"]], on="account")
    pairs = pairs[pairs["sent_on"] >= pairs["since"]]
    asked = pairs.groupby("claim_id")["sent_on"].agg(statements="nunique", last_statement="max").reset_index()
    found = claims.merge(asked, on="claim_id", how="left")
    return found.assign(statements=found["statements"].fillna(0).astype("int64"))


def patient_payments(ledger: Accounts) -> pd.DataFrame:
    """Every payment of a patient: `account`, `day`, `served` (the day of service) and `money` in cents."""
    return remembered(_patient_payments, ledger)


def _patient_payments(ledger: Accounts) -> pd.DataFrame:
    rows = ledger.entries.filter(nw.col("kind") == PATIENT_PAYMENT).select("claim_id", "day", "served", "money")
    found = rows.collect().to_pandas().merge(_about(ledger)[["claim_id", "account"]], on="claim_id", how="left")
    return unchanging(found)


def paid_since(payments: pd.DataFrame, account: str, first: pd.Timestamp, last: pd.Timestamp) -> int:
    """What the patient of an account paid from `first` to `last`, for services up to `first`, in cents."""
    theirs = payments[(payments["account"] == account) & payments["day"].between(first, last)]
    return int(theirs["money"][~(theirs["served"] > first)].sum())
