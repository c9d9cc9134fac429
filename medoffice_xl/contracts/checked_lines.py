"""The check as a table to read, filter and add up: one row a remitted line."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.check_result import Checked
from medoffice_xl.contracts.inferred import pricing_mods
from medoffice_xl.contracts.rulebook import Rulebook

TAKEN = ["trace", "payer_id", "claim_seq", "line_no", "claim_id", "paid_date", "dos", "code", "billed_code", "charge",
         "paid", "adjustments", "remarks"]  # fmt: skip


def checked_lines(remits: pd.DataFrame, checked: Checked, book: Rulebook) -> pd.DataFrame:
    """The remitted lines with their class, finding and figures; money in cents, `payer` by its name in the workbook.

    `leads` is True on the first line of a service, where its figures stand; `units` and `limited_units` are
    thousandths.
    """
    names = np.array([*book.names.names, ""], dtype=object)
    payer = pd.Series(names[checked.payer], dtype="str")
    rows = remits[TAKEN].reset_index(drop=True)
    leader = checked.leader == np.arange(len(rows))
    due = _appeal_until(rows, checked, book)
    return rows.assign(
        payer=payer.where(payer != "", remits["payer"].reset_index(drop=True)),
        mods=pricing_mods(checked.mods),
        setting=pd.Series(np.where(checked.facility, "F", "NF"), dtype="str"),
        units=checked.units,
        line_class=checked.line_class,
        finding=checked.finding,
        status=checked.status,
        contract=checked.contract,
        leads=leader,
        compared=checked.compared,
        capped=checked.lacking > 0,
        allowed=np.where(checked.compared | leader, checked.allowed, 0),
        expected=checked.expected,
        variance=checked.variance,
        recovered=checked.recovered,
        lacking=checked.lacking,
        as_billed=checked.as_billed,
        leader=checked.leader,
        full_difference=checked.full_difference,
        unpaired=checked.unpaired,
        service_paid=checked.service_paid,
        expected_paid=checked.expected_paid,
        taken_over=checked.taken_over,
        late_days=checked.late_days,
        interest_owed=checked.interest_owed,
        interest_due=checked.interest_due,
        unit_limit=checked.unit_limit,
        limited_units=checked.limited_units,
        limit_indicator=checked.limit_indicator,
        appeal_until=due,
    )


def _appeal_until(rows: pd.DataFrame, checked: Checked, book: Rulebook) -> "pd.Series[pd.Timestamp]":
    agreed = book.terms.whole("appeal_days")[checked.contract]
    listed = np.array([*book.names.appeal_days, 0], dtype="int64")[checked.payer]
    days = pd.to_timedelta(pd.Series(np.where(agreed > 0, agreed, listed)), unit="D")
    until = rows["paid_date"] + days
    return until.where(days > pd.Timedelta(0)).astype("datetime64[us]")
