"""What the bank of the invented practice says, as its download: all but one day of what patients paid."""

import csv
from pathlib import Path

from medoffice_xl.demo.bank import NEVER_CARRIED, Statement, statement
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.posters import WRITES_OFF_MORE

_HEADER = ("Details", "Posting Date", "Description", "Amount", "Type", "Balance", "Check or Slip #")


def demo(practice: InventedPractice) -> DemoPart:
    """A download of the bank's lines, newest first, as Chase writes it."""
    path = practice.folder / f"Chase4411_Activity_{practice.last_day:%Y%m%d}.csv"
    _write(path, statement(practice))
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


def _write(path: Path, said: Statement) -> None:
    balance, rows = said.opening, list[tuple[str, ...]]()
    for line in said.lines:
        balance += line.cents
        amounts = _dollars(line.cents), _dollars(balance)
        rows.append((line.kind, f"{line.day:%m/%d/%Y}", line.text, amounts[0], line.kind, amounts[1], line.number, ""))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(reversed(rows))


def _dollars(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
