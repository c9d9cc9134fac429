"""What remittances do to balances: rows of *Payments*, from remits, charges and what else was posted.

Always computed anew from the remits of the claims concerned, so that the order in which files come in, and a
corrected file, make no difference.
"""

from dataclasses import dataclass

import pandas as pd

from medoffice_xl.claims.adjustments import adjustment_rows
from medoffice_xl.claims.billed_line import BilledLines, billed_lines
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.intake.reasons import rule_of
from medoffice_xl.intake.reversed_groups import with_groups_of_reversals
from medoffice_xl.intake.secondary import withheld_by_secondary
from medoffice_xl.tables import PAYMENTS, empty_frame
from medoffice_xl.tables.claim_status import REVERSAL, UNDECIDED

IN_TIME = ["paid_date", "trace", "remittance", "claim_seq", "line_no"]
"""The order in which answers are posted, whatever the order in which their files came in."""


@dataclass(frozen=True, slots=True)
class Postings:
    """`payments` are the rows to post. The other frames are for the report, each with `row`, an index of the remits.

    `left_open`: adjustments not posted (row, reason, amount). `clamped`: contractual adjustments of later payers
    that were posted in part (row, amount asked, posted). `unmatched`: rows with no charge line; `unknown`: rows
    whose claim is not among the charges; `contradicted`: rows whose control number is another line's, and `line` the
    line each row was posted to.
    """

    payments: pd.DataFrame
    left_open: pd.DataFrame
    clamped: pd.DataFrame
    unmatched: "pd.Index[int]"
    unknown: "pd.Index[int]"
    contradicted: "pd.Index[int]"
    line: "pd.Series[str]"


def post(remits: pd.DataFrame, charges: pd.DataFrame, others: pd.DataFrame, reasons: ReasonCodes) -> Postings:
    """The payments that these remits make.

    `others` are the payments from elsewhere (patients, the PM system) to the same claims. Per line: what the
    payer paid, and the adjustments whose reasons say so; a denial posts nothing. A reversal posts what it takes
    back. Entries with the same key are added up. Interest is not a payment of the charge.
    """
    final = remits[~remits["claim_status"].isin(UNDECIDED)].sort_values(IN_TIME, kind="stable")
    billed = billed_lines(final, charges)
    line = _line_ids(final, charges, billed)
    known = final["claim_id"].isin(charges["claim_id"])
    stated = with_groups_of_reversals(final, line, adjustment_rows(final["adjustments"]))
    adjustments = _ruled(final, stated, reasons)
    entries = pd.concat([_paid(final), adjustments[adjustments["kind"] != ""]], ignore_index=True)
    entries["line_id"] = entries["row"].map(line.fillna("")).astype("str")
    entries["claim_id"] = entries["row"].map(final["claim_id"]).astype("str")
    clamped = withheld_by_secondary(final, entries, charges, others)
    if len(clamped):
        entries.loc[clamped["entry"], "amount"] = clamped["posted"].to_numpy()
    return Postings(
        payments=_as_payments(final, entries),
        left_open=adjustments.loc[adjustments["kind"] == "", ["row", "reason", "amount"]],
        clamped=clamped,
        unmatched=final.index[line.isna() & known],
        unknown=final.index[~known],
        contradicted=final.index[billed.contradicted],
        line=line,
    )


def _line_ids(remits: pd.DataFrame, charges: pd.DataFrame, billed: BilledLines) -> "pd.Series[str]":
    """The line_id that each remitted line is posted to: NA where none fits, empty for what is of the whole claim."""
    ids = pd.Series(pd.NA, remits.index, dtype="str")
    hit = billed.line >= 0
    ids[hit] = charges["line_id"].to_numpy(dtype=object)[billed.line[hit]]
    ids[(remits["level"] == "claim").to_numpy()] = ""
    return ids


def _paid(remits: pd.DataFrame) -> pd.DataFrame:
    rows = remits.index[remits["paid"] != 0]
    paid = pd.DataFrame({"row": rows, "reason": "", "amount": remits.loc[rows, "paid"].to_numpy()})
    return paid.assign(kind="insurance payment")


def _ruled(remits: pd.DataFrame, adjustments: pd.DataFrame, reasons: ReasonCodes) -> pd.DataFrame:
    """Each adjustment with the kind of entry it becomes; "" for one that is not posted."""
    money = remits[["paid", "deductible", "coinsurance", "copay"]]
    allowed = adjustments["row"].map((money != 0).any(axis=1)).astype("bool")
    taken_back = adjustments["row"].map((remits["claim_status"] == REVERSAL) | (remits["charge"] < 0)).astype("bool")
    raises = (adjustments["amount"] < 0) != taken_back
    cases = list(zip(adjustments["reason"], raises, allowed, strict=True))
    kinds = {case: _kind(*case, reasons) for case in {*cases}}
    return adjustments.assign(kind=pd.Series([kinds[case] for case in cases], adjustments.index, dtype="str"))


def _kind(reason: str, raises: bool, allowed: bool, reasons: ReasonCodes) -> str:
    rule = rule_of(reason, raises, reasons)
    return rule.kind if rule and (allowed or not rule.if_allowed) else ""


def _as_payments(remits: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
    rows = remits.loc[entries["row"]]
    frame = entries[["claim_id", "line_id", "kind", "amount", "reason"]].assign(
        post_date=rows["paid_date"].to_numpy(),
        payer=rows["payer"].to_numpy(),
        trace=rows["trace"].to_numpy(),
        source="835",
        posted_by="",
        entered=pd.Timestamp("NaT"),
    )
    typed = frame.astype(empty_frame(PAYMENTS).dtypes.to_dict())
    by = [name for name in PAYMENTS.names if name != "amount"]
    summed: pd.DataFrame = typed.groupby(by, sort=False, dropna=False)["amount"].sum().reset_index()
    return summed[PAYMENTS.names][summed["amount"] != 0].reset_index(drop=True)
