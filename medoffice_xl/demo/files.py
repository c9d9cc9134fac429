"""The invented practice written out as the raw files a manager would have."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from medoffice_xl.demo.adjudication import Answer, adjudicate
from medoffice_xl.demo.earlier_years import NEWEST_MONTHS, earlier_years
from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.overhead import COST_HEADER, PRICE_HEADER, cost_rows, price_rows
from medoffice_xl.demo.patient_money import PatientMoney, patient_money
from medoffice_xl.demo.posters import took_payment, wrote_off
from medoffice_xl.demo.practice import (
    EXTRA_SERVICES,
    KEYSTONE,
    LAST_DAY,
    MAIN_SERVICES,
    NEW_SCHEDULE,
    PAYERS,
    SELF_PAY,
    Payer,
    contract_rate,
)
from medoffice_xl.demo.remittance_text import remittance_file
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim, make_claims
from medoffice_xl.tables import PAYERS as PAYER_LIST

CHARGE_HEADER = (
    "Claim ID", "Line", "Account No", "Service Date", "Entry Date", "First Billed", "Primary Insurance",
    "Rendering Provider", "NPI", "Location", "POS", "HCPCS Code", "Modifier 1", "Units", "Charge Amount",
    "Patient Paid", "Patient Paid Date", "Other Adjustment", "Adjustment Reason", "Adjustment Date",
    "Payment Posted By", "Adjustment Posted By",
)  # fmt: skip


EARLIER_FROM = 5_001
"""Control numbers of the earlier years' remittances: those of the newest months stay as they are."""


@dataclass(frozen=True, slots=True)
class RawFiles:
    """Where the practice's raw files are, in the order to bring them in."""

    charges: Path
    fee_schedule: Path
    charge_master: Path
    costs: Path
    remittances: list[Path]
    practice: InventedPractice
    earlier: list[Path] = field(default_factory=list)

    @property
    def as_of(self) -> date:
        """The day the practice's books run up to."""
        return self.practice.last_day

    @property
    def all(self) -> list[Path]:
        """Every file, charges first."""
        return [self.charges, *self.earlier, self.fee_schedule, self.charge_master, self.costs, *self.remittances]


def write_practice(folder: Path, doctors: int = 10, months: int = 14, seed: int = 835) -> RawFiles:
    """Write the raw files of `doctors` physicians over the `months` months that end on LAST_DAY.

    The same arguments always write the same bytes, and the newest months are the same however many there are.
    """
    chance = random.Random(seed)  # noqa: S311  (an invented practice, no secret)
    claims = make_claims(chance, doctors, min(months, NEWEST_MONTHS), LAST_DAY)
    answers = adjudicate(chance, claims, LAST_DAY)
    money = patient_money(chance, claims, answers, LAST_DAY)
    before = earlier_years(doctors, months, seed, LAST_DAY)
    practice = InventedPractice(folder, doctors, months, seed, LAST_DAY, claims, answers, money)
    (folder / "remittances").mkdir(parents=True, exist_ok=True)
    charges = _write_csv(folder / "charges.csv", CHARGE_HEADER, _charge_rows(claims, money))
    schedule = _write_csv(
        folder / "fee_schedule.csv", ("Payer", "HCPCS Code", "Rate", "Effective Date", "End Date"), _rates()
    )
    prices = _write_csv(folder / "charge_master.csv", PRICE_HEADER, price_rows())
    costs = _write_csv(folder / "costs.csv", COST_HEADER, cost_rows(claims, doctors))
    earlier = (
        [_write_csv(folder / "charges_earlier.csv", CHARGE_HEADER, _charge_rows(before.claims, before.money))]
        if before.claims
        else []
    )
    remittances = [
        *_write_remittances(folder / "remittances", before.answers, EARLIER_FROM),
        *_write_remittances(folder / "remittances", answers),
    ]
    return RawFiles(charges, schedule, prices, costs, remittances, practice, earlier)


def payer_list() -> pd.DataFrame:
    """The practice's payer list, as the manager would have typed it."""
    return typed(
        PAYER_LIST,
        [
            {
                "payer": payer.name,
                "payer_id": payer.payer_id,
                "aliases": payer.aliases,
                "payer_class": payer.payer_class,
                "filing_days": payer.filing_days or None,
                "appeal_days": payer.appeal_days or None,
            }
            for payer in PAYERS
        ],
    )


def _write_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def _charge_rows(claims: list[Claim], money: Mapping[tuple[str, int], PatientMoney]) -> Iterable[list[object]]:
    for claim in claims:
        for line in claim.lines:
            patient = money.get((claim.claim_id, line.number), PatientMoney())
            yield [
                claim.claim_id, line.number, claim.account, _day(claim.dos), _day(claim.posted), _day(claim.submitted),
                claim.payer.name, claim.provider, claim.npi, claim.location, claim.pos, line.service.code,
                line.modifier, line.units, _amount(line.charge), _amount(patient.paid), _day(patient.paid_on),
                _amount(patient.written_off), patient.reason, _day(patient.written_off_on),
                took_payment(claim.claim_id) if patient.paid_on else "",
                wrote_off(claim.claim_id, patient.written_off_on) if patient.written_off_on else "",
            ]  # fmt: skip


def _rates() -> Iterable[list[object]]:
    for payer in PAYERS:
        if payer in (SELF_PAY, KEYSTONE):
            continue
        for service in (*MAIN_SERVICES, *EXTRA_SERVICES):
            before = NEW_SCHEDULE - timedelta(days=1)
            yield [payer.name, service.code, _amount(contract_rate(payer, service, before)), "01/01/2025", _day(before)]
            yield [
                payer.name,
                service.code,
                _amount(contract_rate(payer, service, NEW_SCHEDULE)),
                _day(NEW_SCHEDULE),
                "",
            ]


def _write_remittances(folder: Path, answers: list[Answer], first: int = 1) -> list[Path]:
    """One file a payer and month, with control numbers from `first` on."""
    batches: dict[tuple[str, str], tuple[Payer, list[Answer]]] = defaultdict(lambda: (SELF_PAY, []))
    for answer in answers:
        key = (f"{answer.paid_on:%Y-%m}", answer.payer.name)
        batches[key] = (answer.payer, [*batches[key][1], answer])
    paths = []
    for control, ((month, name), (payer, of_batch)) in enumerate(sorted(batches.items()), start=first):
        path = folder / f"{month} {name}.835"
        path.write_text(remittance_file(payer, of_batch, control), encoding="ascii", newline="")
        paths.append(path)
    return paths


def _day(day: date | None) -> str:
    return f"{day:%m/%d/%Y}" if day else ""


def _amount(cents: int) -> str:
    return f"{cents / 100:.2f}" if cents else ""
