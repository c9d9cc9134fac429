"""Small contracts, rates, Medicare files and lines, written as a biller would: for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.rulebook import Rulebook, compile_rulebook
from medoffice_xl.contracts.thresholds import InForce, Thresholds
from medoffice_xl.tables import CONTRACTS, FEE_SCHEDULES, MPFS, REMITS, THRESHOLDS, Table, frame_from_cells
from medoffice_xl.tables.thresholds import Threshold

DOS = "2025-06-02"


def table(schema: Table, *rows: dict[str, Any]) -> pd.DataFrame:
    """A frame of a table from dicts of field to cell (money in dollars, days as ISO text); the rest is empty."""
    names = schema.names
    frame, problems = frame_from_cells(schema, names, [[row.get(name) for name in names] for row in rows])
    required = {column.header for column in schema if column.required}
    assert not [problem for problem in problems if problem.column not in required], problems
    return frame


def contract(**fields: Any) -> pd.DataFrame:
    """One contract of Acme Health for 2025, by its fee schedule unless said otherwise."""
    return table(CONTRACTS, {"payer": "Acme Health", "effective": "2025-01-01", "method": "fee schedule", **fields})


def rate(code: str, dollars: float | None, mods: str = "", **fields: Any) -> dict[str, Any]:
    """A row of Fee schedules of Acme Health from 2025 on."""
    return {
        "payer": "Acme Health", "code": code, "mods": mods, "rate": dollars, "effective": "2025-01-01", **fields,
    }  # fmt: skip


def rates(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of Fee schedules."""
    return table(FEE_SCHEDULES, *rows)


def rvu(code: str, total: float = 0.0, **fields: Any) -> dict[str, Any]:
    """A row of Medicare's 2025 file with all its units in work; indicators as text."""
    return {
        "year": 2025, "effective": "2025-01-01", "code": code, "status": "A", "work": total, "pe_nf": 0.0, "pe_f": 0.0,
        "mp": 0.0, "cf": 32.3465, "mult": "0", "bilat": "0", "asst": "2", "global_days": "XXX", "imaging": "99",
        **fields,
    }  # fmt: skip


def medicare(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of Medicare's file."""
    return table(MPFS, *rows)


def moved(threshold: Threshold, value: float, since: str = "2019-01-01") -> pd.DataFrame:
    """The table Thresholds with one row: a threshold that the user has moved."""
    return table(
        THRESHOLDS, {"name": threshold.name, "value": value, "unit": threshold.unit, "since": since, "source": "ours"}
    )


def judged(threshold: Threshold, value: float) -> InForce:
    """What judges today, where the user has moved a threshold."""
    return Thresholds(moved(threshold, value)).on(date(2026, 3, 31))


AS_DECLARED = Thresholds().on(date(2026, 3, 31))

REASONS = ReasonCodes.of(None)
"""What judges where no threshold was moved."""


def book(contracts: pd.DataFrame | None, fee_schedules: pd.DataFrame | None = None, **tables: Any) -> Rulebook:
    """A rulebook."""
    return compile_rulebook({"contracts": contracts, "fee_schedules": fee_schedules, **tables})


def billed(of: Rulebook, *lines: tuple[Any, ...], dos: str = DOS, payer: str = "Acme Health", pos: str = "11") -> Lines:
    """Lines of one claim and visit: (code, modifiers, charge in dollars[, units])."""
    full = [(*line, 1.0)[:4] for line in lines]
    count = len(full)

    def same(text: str) -> "pd.Series[str]":
        return pd.Series([text] * count, dtype="str")

    return lines_to_price(
        of,
        ServiceColumns(
            payer=same(payer),
            plan=same(""),
            code=pd.Series([line[0] for line in full], dtype="str"),
            mods=[pd.Series([line[1] for line in full], dtype="str")],
            units=pd.Series([line[3] for line in full], dtype="float64"),
            charge=pd.Series([round(line[2] * 100) for line in full], dtype="int64"),
            dos=pd.Series(pd.to_datetime([dos] * count)).astype("datetime64[us]"),
            pos=same(pos),
            npi=same(""),
            patient=np.zeros(count, dtype="int64"),
            claim=np.zeros(count, dtype="int64"),
        ),
    )


def remit(**fields: Any) -> dict[str, Any]:
    """A paid line of a remittance of Acme Health; money in dollars, adjustments as text."""
    return {
        "trace": "T1", "payer": "Acme Health", "paid_date": "2025-06-20", "claim_seq": 1, "line_no": 1, "level": "line",
        "claim_id": "C1", "claim_status": "1", "dos": DOS, "pos": "11", "code": "X1001", "units": 1.0,
        "remittance": fields.get("trace", "T1"), **fields,
    }  # fmt: skip


def remits(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Rows of Remits; amounts left out are zero."""
    money = {column.name: 0.0 for column in REMITS if column.kind == "money" and column.required}
    return table(REMITS, *({**money, **row} for row in rows))
