"""What the bank of the invented practice says: its remittances' EFTs and its patients' payments, all but one."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import numpy as np

from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.posters import WRITES_OFF_MORE
from medoffice_xl.demo.practice import MEDICAID
from medoffice_xl.demo.remittance_text import check_amount, trace
from medoffice_xl.ledger.business_days import us_holidays

NEVER_CARRIED = date(2026, 6, 10)
"""The patients' payments of this day are on the day sheet and not on the bank."""

_HEADER = ("Details", "Posting Date", "Description", "Amount", "Type", "Balance", "Check or Slip #")
_FEE = -2_500

Line = tuple[date, str, str, int, str]
"""Day, the bank's kind of line, its text, cents, number of the slip."""


def demo(practice: InventedPractice) -> DemoPart:
    """A download of the bank's lines, newest first, as Chase writes it."""
    lines = sorted((*_remitted(practice), *_received(practice), *_fees(practice)), key=lambda line: line[0])
    path = practice.folder / f"Chase4411_Activity_{practice.last_day:%Y%m%d}.csv"
    _write(path, [line for line in lines if line[0] <= practice.last_day])
    return DemoPart(
        (path,),
        hidden=(
            Hidden(f"What patients paid on {NEVER_CARRIED:%m/%d/%Y} never reached the bank.", "Controls"),
            Hidden(
                f"{WRITES_OFF_MORE} wrote off several times the usual share of charges in {practice.last_day:%B %Y}.",
                "Controls",
            ),
        ),
    )


def _remitted(practice: InventedPractice) -> Iterator[Line]:
    """Every payer's EFT on the next business day; State Medicaid's bank gives no trace."""
    ordered = sorted(practice.answers, key=lambda answer: (answer.payer.payer_id, answer.paid_on))
    for (_, day), group in groupby(ordered, key=lambda answer: (answer.payer.payer_id, answer.paid_on)):
        answers = list(group)
        payer = answers[0].payer
        cents = check_amount(payer, day, answers)
        name = payer.name.upper()
        text = f"{name} EFT" if payer is MEDICAID else f"HCCLAIMPMT {name} TRN*1*{trace(payer, day)}*{payer.payer_id}"
        if cents > 0:
            yield _next_business_day(day), "CREDIT", text, cents, ""


def _received(practice: InventedPractice) -> Iterator[Line]:
    """The patients' payments of a day, carried to the bank on the next business day: those of a weekend together."""
    carried: dict[date, int] = defaultdict(int)
    for money in practice.money.values():
        if money.paid_on and money.paid and money.paid_on != NEVER_CARRIED:
            carried[_next_business_day(money.paid_on)] += money.paid
    for number, (day, cents) in enumerate(sorted(carried.items()), start=101):
        yield day, "DSLIP", f"DEPOSIT ID NUMBER {number}", cents, str(number)


def _fees(practice: InventedPractice) -> Iterator[Line]:
    for month in sorted({(claim.dos.year, claim.dos.month) for claim in practice.claims}):
        yield date(*month, 1), "DEBIT", "MONTHLY SERVICE FEE", _FEE, ""


def _next_business_day(day: date) -> date:
    found = np.busday_offset(day, 1, roll="backward", holidays=us_holidays(day.year, day.year + 1))
    return date.fromisoformat(str(found))


def _write(path: Path, lines: list[Line]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for day, kind, text, cents, slip in reversed(lines):
            amount = f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
            writer.writerow((kind, f"{day:%m/%d/%Y}", text, amount, kind, "", slip, ""))
