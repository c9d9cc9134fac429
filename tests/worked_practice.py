"""A small practice with a claim of every kind of work: denied, underpaid, silent, the patient's, in credit."""

from datetime import date

from contract_tables import contract, rate, rates, table
from practice_tables import charges, payments, remits

from medoffice_xl.sets import Tables
from medoffice_xl.tables import PAYERS

DAY = date(2026, 6, 30)
ACME = "Acme Health"


def claim(name, charge=100, dos="2026-05-01", **more):
    return {"claim_id": name, "dos": dos, "submit_date": dos, "charge": charge, "payer": ACME, "code": "G0438",
            "units": 1, **more}  # fmt: skip


def answer(name, adjustments, paid=0.0, day="2026-05-10", **more):
    return {"claim_id": name, "paid_date": day, "dos": "2026-05-01", "code": "G0438", "charge": 100, "paid": paid,
            "allowed": paid, "adjustments": adjustments, "payer": ACME, "units": 1, "trace": f"{name}{day}",
            **more}  # fmt: skip


def posted(name, amount, kind="insurance payment", day="2026-05-10"):
    return {"claim_id": name, "post_date": day, "amount": amount, "kind": kind}


CHARGED = charges(
    claim("denied"), claim("short"), claim("silent", dos="2026-03-01"), claim("fresh", dos="2026-06-28"),
    claim("patient"), claim("credit"), claim("settled"), claim("late", dos="2025-01-01"),
)  # fmt: skip
POSTED = payments(
    posted("short", 40), posted("short", 40, "contractual adjustment"),
    posted("patient", 40), posted("patient", 40, "contractual adjustment"),
    posted("credit", 130),
    posted("settled", 60), posted("settled", 40, "contractual adjustment"),
    posted("", 5, "patient payment"),
    posted("silent", 60, day="2026-07-01"),
)  # fmt: skip
ANSWERED = remits(
    answer("denied", "CO-197:100.00"),
    answer("short", "CO-45:60.00", 40),
    answer("patient", "CO-45:40.00; PR-1:20.00", 40, allowed=60, deductible=20),
    answer("settled", "CO-45:40.00", 60),
)
RATES = {
    "contracts": contract(method="fee schedule", filing_days=180, appeal_days=90),
    "fee_schedules": rates(rate("G0438", 60.00)),
    "payers": table(PAYERS, {"payer": ACME}),
}


def work(**more):
    frames = {"charges": CHARGED, "payments": POSTED, "remits": ANSWERED, **RATES, **more}
    return Tables.of(frames)
