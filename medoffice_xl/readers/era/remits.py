"""The table *remits*: one row a service line, and one for what a claim holds beyond its lines.

Rows of a claim always add up to what was paid for it (CLP04): a claim adjusted, or paid, as a whole has a row of
level "claim" with the remainder.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.adjustments import Adjustments
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import summed
from medoffice_xl.readers.era.columns import Array, cents, empty, joined, numbers, spaced, texts, whole
from medoffice_xl.tables import REMITS
from medoffice_xl.tables.claim_status import LATER_PAYER


@dataclass(frozen=True, slots=True)
class Units:
    """What has a row, by unit (lines first, then claims), in cents.

    `kept` tells which claims need a row of their own; `remarks` are texts.
    """

    claim: Array
    charge: Array
    paid: Array
    interest: Array
    allowed: Array
    allowed_reported: Array
    remarks: pa.Array
    kept: Array


def units(advice: Advice, adjustments: Adjustments) -> Units:
    """Charge, paid, interest, allowed amount and remarks of every line and of every claim beyond its lines."""
    services, claims = advice.services, advice.claims
    lines = len(services)
    of_line = numbers(services, "claim")
    claim = np.concatenate((of_line, np.arange(len(claims))))
    without_lines = np.bincount(of_line, minlength=len(claims)) == 0
    line_paid = cents(services, "paid")
    beyond = cents(claims, "paid") - summed(of_line, line_paid, len(claims))
    paid = np.concatenate((line_paid, beyond))
    charge = np.concatenate((cents(services, "charge"), np.where(without_lines, cents(claims, "charge"), 0)))
    interest = np.concatenate((cents(services, "interest"), cents(claims, "interest")))
    sums = adjustments.sums
    patient = sums["deductible"] + sums["coinsurance"] + sums["copay"]
    secondary = pc.is_in(texts(claims, "claim_status"), pa.array(LATER_PAYER, pa.large_string()))
    prior = np.where(secondary.to_numpy(zero_copy_only=False)[claim], sums["prior_payer"], 0)
    adjusted = np.bincount(adjustments.unit, minlength=len(claim))[lines:] > 0
    kept = without_lines | adjusted | (beyond != 0) | (interest[lines:] != 0)
    reported = services.column("allowed_reported")
    return Units(
        claim=claim,
        charge=charge,
        paid=paid,
        interest=interest,
        allowed=paid + patient + sums["sequestration"] + sums["withhold"] + prior,
        allowed_reported=pa.concat_arrays([whole(reported), pa.nulls(len(claims), pa.int64())]),
        remarks=_remarks(advice, of_line),
        kept=kept,
    )


def remits(advice: Advice, adjustments: Adjustments, rows: Units, identity: pa.Array) -> pd.DataFrame:
    """The frame, claim by claim, a claim's own row before its lines."""
    services, claims, payments = advice.services, advice.claims, advice.payments
    lines = len(services)
    unit = _in_order(rows, lines)
    as_they_stand = np.array_equal(unit, np.arange(lines))
    claim = rows.claim[unit]
    is_line = unit < lines
    line = pa.array(unit, mask=~is_line)
    by_claim, by_line = pa.array(claim), line
    by_check = pa.array(numbers(claims, "payment")[claim])
    columns: dict[str, pa.Array] = {
        **{name: texts(payments, name).take(by_check) for name in ("trace", "payer_id", "payer")},
        "paid_date": payments.column("paid_date").take(by_check),
        "claim_seq": pa.array(_numbered(numbers(claims, "payment"))[claim]),
        "line_no": pa.array(np.where(is_line, _line_numbers(services, lines)[np.where(is_line, unit, 0)], 0)),
        "level": pa.array(["claim", "line"], pa.large_string()).take(pa.array(is_line.astype(np.int8))),
        "provider_npi": _npi(advice, by_claim, by_line),
        **_days(advice, by_claim, by_line),
        "received": claims.column("received").take(by_claim),
        "units": _units(services, is_line, line),
        "billed_units": services.column("billed_units").take(line),
        "allowed_reported": rows.allowed_reported.take(pa.array(unit)),
        "adjustments": adjustments.listed.take(pa.array(unit)),
        "remarks": rows.remarks.take(pa.array(unit)),
        "remittance": identity.take(by_check),
        "source_file": advice.files.take(by_check),
    }
    for name in ("claim_id", "claim_status", "filing_code", "payer_claim_no", "original_ref", "pos", "frequency"):
        columns[name] = texts(claims, name).take(by_claim)
    for name in ("line_control", "code", "mod1", "mod2", "mod3", "mod4", "revenue_code", "billed_code", "billed_mods"):
        columns[name] = texts(services, name) if as_they_stand else texts(services, name).take(by_line).fill_null("")
    for name, values in adjustments.sums.items():
        columns[name] = pa.array(values[unit])
    for name in ("charge", "paid", "interest", "allowed"):
        columns[name] = pa.array(getattr(rows, name)[unit])
    return as_frame(columns)


def _in_order(rows: Units, lines: int) -> Array:
    """The units that have a row, claim by claim; mostly they are the lines as they stand."""
    if not rows.kept.any() and bool((np.diff(rows.claim[:lines]) >= 0).all()):
        return np.arange(lines)
    unit = np.concatenate((np.arange(lines), lines + np.flatnonzero(rows.kept)))
    return unit[np.lexsort((unit < lines, rows.claim[unit]))]


def as_frame(columns: dict[str, pa.Array]) -> pd.DataFrame:
    """The columns of *remits*, in order, as a frame of the table's types."""
    reported = columns["allowed_reported"]
    missing = reported.is_null().to_numpy(zero_copy_only=False)
    whole = pd.arrays.IntegerArray(reported.fill_null(0).to_numpy().copy(), missing)
    ordered = pa.table({name: columns[name] for name in REMITS.names})
    frame: pd.DataFrame = ordered.to_pandas(split_blocks=True)
    frame["allowed_reported"] = whole
    return frame


def _numbered(group: Array) -> Array:
    """Positions from 1 within runs of the same group."""
    if not len(group):
        return np.zeros(0, dtype=np.int64)
    place = np.arange(len(group))
    first = np.concatenate(([True], group[1:] != group[:-1]))
    return place - np.maximum.accumulate(np.where(first, place, 0)) + 1


def _line_numbers(services: pa.Table, lines: int) -> Array:
    return _numbered(numbers(services, "claim")) if lines else np.zeros(1, dtype=np.int64)


def _npi(advice: Advice, by_claim: pa.Array, by_line: pa.Array) -> pa.Array:
    """The line's rendering provider (REF*HPI), or else the claim's (NM1*82, where its id is an NPI)."""
    of_claim = pc.if_else(
        pc.equal(texts(advice.claims, "npi_qualifier"), "XX"),
        texts(advice.claims, "npi"),
        pa.scalar("", pa.large_string()),
    ).take(by_claim)
    own = texts(advice.services, "npi")
    if empty(own):
        return of_claim
    of_line = own.take(by_line).fill_null("")
    return pc.if_else(pc.equal(of_line, ""), of_claim, of_line)


def _days(advice: Advice, by_claim: pa.Array, by_line: pa.Array) -> dict[str, pa.Array]:
    """First and last day of service: the line's own, or else the claim's, which holds for lines without dates."""
    services, claims = advice.services, advice.claims
    first = pc.coalesce(services.column("dos"), services.column("dos_from"), services.column("dos_to"))
    last = pc.coalesce(services.column("dos_to"), first)
    claim_first = pc.coalesce(claims.column("dos"), claims.column("dos_to")).take(by_claim)
    claim_last = pc.coalesce(claims.column("dos_to"), claims.column("dos")).take(by_claim)
    return {
        "dos": pc.coalesce(first.take(by_line), claim_first),
        "dos_to": pc.coalesce(last.take(by_line), claim_last),
    }


def _units(services: pa.Table, is_line: Array, line: pa.Array) -> pa.Array:
    """Units paid: 1 where a line names none; none at claim level."""
    stated = services.column("units").take(line)
    return pc.if_else(pa.array(is_line), pc.fill_null(stated, 1.0), pa.scalar(None, pa.float64()))


def _remarks(advice: Advice, of_line: Array) -> pa.Array:
    """Remark codes by unit: a line's own (LQ*HE), then its claim's (MOA, MIA), which hold for all its lines."""
    table, codes = advice.remarks, pc.equal(advice.remarks.column("list"), "HE")
    if not pc.all(codes, min_count=0).as_py():
        table = table.filter(codes)
    own = joined(numbers(table, "service"), len(of_line), texts(table, "code"), " ")
    of_claim = spaced(*(_claim_codes(each, len(advice.claims)) for each in advice.claim_remarks))
    lines = spaced(own, of_claim.take(pa.array(of_line)))
    return pa.concat_arrays([lines, of_claim])


def _claim_codes(table: pa.Table, claims: int) -> pa.Array:
    """Remark codes begin with a letter; what else stands in the segment are amounts and counts."""
    table = table.filter(pc.match_substring_regex(table.column("code"), "^[A-Za-z]"))
    return joined(numbers(table, "claim"), claims, texts(table, "code"), " ")
