"""Remits, charges and payer lists for tests, a few words a row."""

from datetime import date

import pandas as pd

from medoffice_xl.tables import CHARGES, PAYERS, PAYMENTS, REMITS, Kind, Table, empty_frame

_BLANK = {
    Kind.TEXT: "",
    Kind.MONEY: 0,
    Kind.PRICE: 0,
    Kind.DATE: pd.NaT,
    Kind.NUMBER: 1.0,
    Kind.WHOLE: 0,
    Kind.RATE: 0.0,
}


def rows(table: Table, *given: dict) -> pd.DataFrame:
    """A frame of the table; what a row does not say is blank, zero money or one unit. Money in cents."""
    blank = {column.name: _BLANK[column.kind] for column in table}
    frame = pd.DataFrame([blank | row for row in given], columns=table.names)
    return frame.astype(empty_frame(table).dtypes.to_dict())


def charge(claim: str, line: str, code: str, cents: int, **more) -> dict:
    return {
        "claim_id": claim, "line_id": line, "code": code, "charge": cents,
        "dos": pd.Timestamp(2026, 3, 2), "post_date": pd.Timestamp(2026, 3, 3), "payer": "Blue Harbor",
    } | more  # fmt: skip


def remit(claim: str, code: str, cents: int, paid: int, adjustments: str = "", **more) -> dict:
    """One service line. PR-1 to PR-3 and OA-23 are filled in from `adjustments`, as the reader does."""
    sums = {}
    for part in filter(None, adjustments.split("; ")):
        reason, _, dollars = part.partition(":")
        sums[reason] = sums.get(reason, 0) + round(float(dollars) * 100)
    return {
        "trace": "T1", "payer_id": "1999", "payer": "Blue Harbor", "paid_date": pd.Timestamp(2026, 4, 1),
        "claim_seq": 1, "line_no": 1, "level": "line", "claim_id": claim, "claim_status": "1",
        "dos": pd.Timestamp(2026, 3, 2), "code": code, "charge": cents, "paid": paid, "adjustments": adjustments,
        "deductible": sums.get("PR-1", 0), "coinsurance": sums.get("PR-2", 0), "copay": sums.get("PR-3", 0),
        "prior_payer": sums.get("OA-23", 0),
    } | more  # fmt: skip


def charges(*given: dict) -> pd.DataFrame:
    return rows(CHARGES, *given)


def remits(*given: dict) -> pd.DataFrame:
    """Rows of one number and payer are of one remittance, unless they say otherwise."""
    return rows(REMITS, *({"remittance": f"{row['trace']} {row['payer_id']}"} | row for row in given))


def payments(*given: dict) -> pd.DataFrame:
    return rows(PAYMENTS, *({"post_date": pd.Timestamp(2026, 3, 5)} | row for row in given))


def payers(**aliases: str) -> pd.DataFrame:
    """Payers by name (`_` is a blank) with their other names."""
    return rows(PAYERS, *({"payer": name.replace("_", " "), "aliases": other} for name, other in aliases.items()))


TODAY = date(2026, 7, 1)
