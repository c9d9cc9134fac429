"""What oxedi is to take from an 835: its own structure of the standard, with our columns.

The tables name every field our tables and checks need, and nothing that identifies a patient: names, member ids
and birth dates have no column, so they never reach a frame.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

import oxedi
import pyarrow as pa

from medoffice_xl.readers.era.columns import blank

_UNIT_SCALE = 4
_COMBINATIONS = 100


@lru_cache(_COMBINATIONS)
def spec(version: str, present: frozenset[str], quantities: bool = True) -> oxedi.Spec:
    """The patched spec of a version, "5010" or "4010", without columns that hang on segments not `present`.

    A column costs a thirtieth of the parser's time, also where no row says anything. Without `quantities` adjustments
    have no such column: only a listing shows them.
    """
    bare = oxedi.Spec.builtin(version).patch({"balancing": None, "tables": dict.fromkeys(_TABLES)})
    adjustments = _ADJUSTMENTS if quantities else {name: _ADJUSTMENTS[name] for name in ("group", "reason", "amount")}
    columns = {"adjustments": adjustments}
    for table, bearers in _BEARERS.items():
        missing = {name for name, bearer in bearers.items() if bearer not in present}
        columns[table] = {name: each for name, each in _TABLES[table]["columns"].items() if name not in missing}
    tables = {name: {**table, "columns": columns.get(name, table["columns"])} for name, table in _TABLES.items()}
    return bare.patch({"tables": tables, "segments": _scales()})


def bearers(names: Collection[str]) -> frozenset[str]:
    """Those of the segments of a file (by id and qualifier) on which columns hang; all where one has no proper name."""
    return EVERY_BEARER.intersection(names) if all(map(_PROPER_NAME.fullmatch, names)) else EVERY_BEARER


def with_every_column(name: str, table: pa.Table) -> pa.Table:
    """A plain table of that name with the columns that its spec left out: no row says anything in them."""
    for column, bearer in _BEARERS.get(name, {}).items():
        if column not in table.column_names:
            kind = _KINDS[bearer.partition("*")[0]]
            nothing = pa.nulls(len(table), kind) if kind else blank(len(table))
            table = table.append_column(column, nothing)
    return table


def _field(segment: str, element: int, **where: str) -> dict[str, Any]:
    column: dict[str, Any] = {"segment": segment, "element": element}
    if where:
        column["where"] = {place.removeprefix("e"): code for place, code in where.items()}
    return column


def _held(loop: str, occurrence: str, element: int) -> dict[str, Any]:
    return {"loop": loop, "occurrence": occurrence, "element": element}


_PAYMENTS: dict[str, Any] = {
    "kind": _field("ST", 1),
    "control": _field("ST", 2),
    "handling": _field("BPR", 1),
    "amount": _field("BPR", 2),
    "debit": _field("BPR", 3),
    "method": _field("BPR", 4),
    "paid_date": _field("BPR", 16),
    "trace": _field("TRN", 2),
    "payer_id": _field("TRN", 3),
    "payer": _held("1000A", "payer_identification", 2),
    "payee": _held("1000B", "payee_identification", 2),
    "payee_qualifier": _held("1000B", "payee_identification", 3),
    "payee_id": _held("1000B", "payee_identification", 4),
    "currency": _field("CUR", 2),
}

_CLAIMS: dict[str, Any] = {
    "claim_id": _field("CLP", 1),
    "claim_status": _field("CLP", 2),
    "charge": _field("CLP", 3),
    "paid": _field("CLP", 4),
    "patient_resp": _field("CLP", 5),
    "filing_code": _field("CLP", 6),
    "payer_claim_no": _field("CLP", 7),
    "pos": _field("CLP", 8),
    "frequency": _field("CLP", 9),
    "npi_qualifier": {"occurrence": "service_provider_name", "element": 8},
    "npi": {"occurrence": "service_provider_name", "element": 9},
    "original_ref": _field("REF", 2, e1="F8"),
    "dos": _field("DTM", 2, e1="232"),
    "dos_to": _field("DTM", 2, e1="233"),
    "received": _field("DTM", 2, e1="050"),
    "interest": _field("AMT", 2, e1="I"),
}

_SERVICES: dict[str, Any] = {
    "procedure": _field("SVC", 1),
    "charge": _field("SVC", 2),
    "paid": _field("SVC", 3),
    "revenue_code": _field("SVC", 4),
    "units": _field("SVC", 5),
    "billed_procedure": _field("SVC", 6),
    "billed_units": _field("SVC", 7),
    "dos": _field("DTM", 2, e1="472"),
    "dos_from": _field("DTM", 2, e1="150"),
    "dos_to": _field("DTM", 2, e1="151"),
    "line_control": _field("REF", 2, e1="6R"),
    "npi": _field("REF", 2, e1="HPI"),
    "allowed_reported": _field("AMT", 2, e1="B6"),
    "interest": _field("AMT", 2, e1="I"),
}

_ADJUSTMENTS: dict[str, Any] = {
    "group": {"element": 1},
    "reason": {"group_element": 0},
    "amount": {"group_element": 1},
    "quantity": {"group_element": 2},
}

_TABLES: dict[str, Any] = {
    "payments": {"loops": ["transaction"], "ref": "payment", "columns": _PAYMENTS},
    "totals": {
        "loops": ["transaction"],
        "segment": "BPR",
        "repeat": {"from": 2, "step": 99},
        "columns": {"amount": {"group_element": 0}},
    },
    "claims": {"loops": ["2100"], "ref": "claim", "columns": _CLAIMS},
    "services": {"loops": ["2110"], "ref": "service", "columns": _SERVICES},
    "adjustments": {
        "loops": ["2100", "2110"],
        "segment": "CAS",
        "repeat": {"from": 2, "step": 3},
        "columns": _ADJUSTMENTS,
    },
    "provider_adjustments": {
        "loops": ["transaction"],
        "segment": "PLB",
        "repeat": {"from": 1, "step": 1},
        "columns": {"text": {"group_element": 0}},
    },
    "outpatient_remarks": {
        "loops": ["2100"],
        "segment": "MOA",
        "repeat": {"from": 3, "step": 1},
        "columns": {"code": {"group_element": 0}},
    },
    "inpatient_remarks": {
        "loops": ["2100"],
        "segment": "MIA",
        "repeat": {"from": 5, "step": 1},
        "columns": {"code": {"group_element": 0}},
    },
    "remarks": {
        "loops": ["2110"],
        "segment": "LQ",
        "repeat": {"from": 1, "step": 2},
        "columns": {"list": {"group_element": 0}, "code": {"group_element": 1}},
    },
}


def _bearer(column: dict[str, Any]) -> str:
    """The segment, by id and qualifier, that alone fills a column; "" where that is one every row may have."""
    if column.get("occurrence") == "service_provider_name":
        return "NM1*82"
    return f"{column['segment']}*{column['where']['1']}" if "where" in column else ""


_BEARERS = {
    table: {name: bearer for name, column in columns.items() if (bearer := _bearer(column))}
    for table, columns in (("claims", _CLAIMS), ("services", _SERVICES))
}
EVERY_BEARER = frozenset(bearer for columns in _BEARERS.values() for bearer in columns.values())
_KINDS = {"DTM": pa.timestamp("us"), "AMT": pa.int64(), "REF": None, "NM1": None}
"""Types of the plain columns, by the segment they hang on; None for text, which is never null."""
_PROPER_NAME = re.compile(r"(?:[A-Z0-9]{1,3}(?:\*[A-Z0-9]+)?)?")


def _scales() -> dict[str, Any]:
    """Units and quantities may have more than two decimals (drugs, anesthesia time)."""
    quantities = {str(element): {"scale": _UNIT_SCALE} for element in (4, 7, 10, 13, 16, 19)}
    units = {str(element): {"scale": _UNIT_SCALE} for element in (5, 7)}
    return {"CAS": {"elements": quantities}, "SVC": {"elements": units}}
