"""A remittance file as plain nested values, for a program to read: transactions, their claims, their lines.

Money is in dollars with cents (JSON numbers); days are ISO dates; what is missing is null, or "" for text. Nothing
that names a patient is in it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from medoffice_xl.money import to_dollars
from medoffice_xl.readers.era.remits import remits
from medoffice_xl.readers.era.remittance import Remittance
from medoffice_xl.readers.era.remittances import NPI

Values = dict[str, Any]

_LINE_TEXTS = ("code", "revenue_code", "billed_code", "line_control", "provider_npi")
_CLAIM_TEXTS = {
    "claim_id": "claim_id",
    "claim_status": "status",
    "payer_claim_no": "payer_claim_no",
    "filing_code": "filing_code",
    "original_ref": "original_ref",
    "frequency": "frequency",
    "pos": "pos",
}


def transactions(found: Remittance) -> list[Values]:
    """Every check or EFT of a file, with its claims and their lines, in the order of the file."""
    advice, balances = found.advice, found.balances
    claims = _claims(found)
    taken: dict[int, list[Values]] = defaultdict(list)
    for each in advice.provider_adjustments.to_pylist():
        taken[each["payment"]].append(
            {"reason": each["reason"], "reference": each["reference"], "amount": _dollars(each["amount"])}
        )
    listed = []
    for row, payment in enumerate(advice.payments.to_pylist()):
        own = claims[row]
        lines = [line for claim in own for line in claim["lines"]]
        listed.append(
            {
                **{name: payment[name] for name in ("payer", "payer_id", "payee")},
                "payee_npi": payment["payee_id"] if payment["payee_qualifier"] == NPI else "",
                "trace": payment["trace"],
                "date": _day(payment["paid_date"]),
                "method": payment["method"],
                "handling": payment["handling"],
                "amount": to_dollars(balances.amounts[row]),
                "claims_paid": to_dollars(balances.claims_paid[row]),
                "provider_adjustments": taken[row],
                "balance": {
                    "transaction": _balance(balances.checks[row]),
                    "claims": _balances(claim["balance"] for claim in own),
                    "lines": _balances(line["balance"] for line in lines),
                },
                "claims": own,
            }
        )
    return listed


def _claims(found: Remittance) -> dict[int, list[Values]]:
    advice, balances = found.advice, found.balances
    count = len(advice.services)
    adjusted = _adjustments(found)
    lines = _lines(found, adjusted)
    interest = found.units.interest[count:]
    remarks = found.units.remarks.slice(count).to_pylist()
    by_payment: dict[int, list[Values]] = defaultdict(list)
    for row, claim in enumerate(advice.claims.to_pylist()):
        by_payment[claim["payment"]].append(
            {
                **{name: claim[column] for column, name in _CLAIM_TEXTS.items()},
                "charge": _dollars(claim["charge"]),
                "paid": _dollars(claim["paid"]),
                "patient_resp": _dollars(claim["patient_resp"]),
                "dos": _day(claim["dos"]),
                "dos_to": _day(claim["dos_to"]),
                "received": _day(claim["received"]),
                "interest": to_dollars(interest[row]),
                "adjustments": adjusted[count + row],
                "remarks": remarks[row].split(),
                "balance": _balance(balances.claims[row]),
                "charges_off_by": to_dollars(balances.charges[row]),
                "lines": lines[row],
            }
        )
    return by_payment


def _adjustments(found: Remittance) -> dict[int, list[Values]]:
    listed: dict[int, list[Values]] = defaultdict(list)
    rows = found.advice.adjustments.to_pylist()
    for unit, each in zip(found.adjustments.unit.tolist(), rows, strict=True):
        listed[unit].append(
            {
                "group": each["group"],
                "reason": each["reason"],
                "amount": _dollars(each["amount"]),
                "quantity": each["quantity"],
            }
        )
    return listed


def _lines(found: Remittance, adjusted: dict[int, list[Values]]) -> dict[int, list[Values]]:
    """The lines of each claim, from the rows of *remits*: what the table says is what is listed."""
    frame = remits(found.advice, found.adjustments, found.units, found.identity)
    rows = frame[frame["level"] == "line"].to_dict("records")
    balances = found.balances.lines.tolist()
    by_claim: dict[int, list[Values]] = defaultdict(list)
    services = zip(found.advice.services.to_pylist(), rows, strict=True)
    for place, (service, row) in enumerate(services):
        by_claim[service["claim"]].append(
            {
                **{name: row[name] for name in _LINE_TEXTS},
                "modifiers": [row[name] for name in ("mod1", "mod2", "mod3", "mod4") if row[name]],
                "billed_modifiers": row["billed_mods"].split(),
                "units": _number(row["units"]),
                "billed_units": _number(row["billed_units"]),
                "dos": _day(row["dos"]),
                "dos_to": _day(row["dos_to"]),
                "charge": _dollars(service["charge"]),
                "paid": _dollars(service["paid"]),
                "allowed": to_dollars(row["allowed"]),
                "allowed_reported": _dollars(service["allowed_reported"]),
                "interest": to_dollars(row["interest"]),
                "adjustments": adjusted[place],
                "remarks": row["remarks"].split(),
                "balance": _balance(balances[place]),
            }
        )
    return by_claim


def _balance(off_by: int) -> Values:
    return {"balanced": bool(off_by == 0), "off_by": to_dollars(off_by)}


def _balances(each: Iterable[Values]) -> Values:
    """Several balances as one: how many are off, and by how much together (each one's difference as it stands)."""
    off = [round(balance["off_by"] * 100) for balance in each if not balance["balanced"]]
    return {"balanced": not off, "off_by": to_dollars(sum(off)), "count": len(off)}


def _dollars(cents: int | None) -> float | None:
    return None if cents is None else to_dollars(cents)


def _day(stamp: datetime | None) -> str | None:
    return None if stamp is None or stamp != stamp else f"{stamp:%Y-%m-%d}"  # noqa: PLR0124 - NaT is not itself


def _number(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - NaN is not itself
