"""C1: what payers and patients paid, held against what reached the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medoffice_xl.areas.controls.deposit_match import Deposit, Matched, Money, match_deposits
from medoffice_xl.areas.controls.finding import Check, Finding, Row, known
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.money import show
from medoffice_xl.tables import PAYMENTS, REMITTANCES
from medoffice_xl.tables.thresholds import Threshold

TEST = "C1"
BUSINESS_DAYS = Threshold(
    "Business days to the bank", "5", "days",
    "A deposit of the exact amount counts as a remittance's, or a day's receipts, up to so many business days after.",
)  # fmt: skip
ITEMS = Threshold(
    "Items of one deposit",
    "12",
    "lines",
    "A deposit is looked for as a sum of at most so many checks and days of receipts.",
)
DAYS_LATE = Threshold(
    "Days until money is missed", "7", "days",
    "Money that is not on the bank more than so many days after its remittance or receipt is to be looked at.",
)  # fmt: skip

RECEIPTS = "patient receipts"


class Which(StrEnum):
    """Whose money is asked for."""

    ALL = "all"
    REMITTANCE = "remittance"
    RECEIPTS = RECEIPTS


DEFINITION = Definition(
    "Undeposited",
    "remittances and days of patient receipts that no bank line shows, later than the days allowed",
    "The practice's remittances, payments and bank lines",
)


@dataclass(frozen=True, slots=True)
class Deposits:
    """Everything that should have come in and everything that did, with what was told of each.

    `first` and `last` are the days between which the bank's lines stand; what is younger than `late` days before the
    last cannot be judged yet.
    """

    money: Sequence[Money]
    deposits: Sequence[Deposit]
    matched: Sequence[Matched]
    first: date
    last: date
    late: int

    @property
    def open(self) -> list[Money]:
        """Money that no deposit shows, since the bank's first line."""
        told = {part for each in self.matched for part in each.parts}
        return [each for place, each in enumerate(self.money) if place not in told and each.day >= self.first]

    def missed(self, which: Which = Which.ALL) -> list[Money]:
        """Open money that the bank's lines should show by now."""
        return [each for each in self.open if self._is(each, which) and (self.last - each.day).days > self.late]

    def too_young(self, which: Which = Which.ALL) -> list[Money]:
        """Open money that may still come."""
        return [each for each in self.open if self._is(each, which) and (self.last - each.day).days <= self.late]

    @property
    def untold(self) -> list[Deposit]:
        """Deposits that nothing here explains, since the first money that is known."""
        told = {each.deposit for each in self.matched}
        start = min((each.day for each in self.money), default=None)
        return [
            each
            for place, each in enumerate(self.deposits)
            if place not in told and start is not None and each.day >= start
        ]

    def _is(self, each: Money, which: Which) -> bool:
        return which is Which.ALL or (which is Which.REMITTANCE) == (each.name != RECEIPTS)


def deposits(bank: Frame, remittances: Frame | None, payments: Frame | None, as_of: date, judged: InForce) -> Deposits:
    """Deposits matched to money, of the lines and entries known by the day. Raises NoData without a bank line.

    A day's patient receipts are one sum: the day sheet's total, which is what is carried to the bank.
    """
    lines = known(bank, BANK, "posted", as_of, "description", "amount").dropna(subset=["posted"])
    if lines.empty:
        raise NoData("No bank line is here up to this day. Import the bank's CSV or OFX file.")
    lines = lines.sort_values("posted", kind="stable")
    came = lines[lines["amount"] > 0]
    into = [
        Deposit(day.date(), int(cents), str(text))
        for day, cents, text in zip(came["posted"], came["amount"], came["description"], strict=True)
    ]
    money = [*_remitted(remittances, as_of), *_receipts(payments, as_of)]
    found = match_deposits(money, into, judged.whole(BUSINESS_DAYS), judged.whole(ITEMS))
    first, last = lines["posted"].iloc[0].date(), lines["posted"].iloc[-1].date()
    return Deposits(money, into, found, first, last, judged.whole(DAYS_LATE))


def _remitted(remittances: Frame | None, as_of: date) -> list[Money]:
    rows = known(remittances, REMITTANCES, "paid_date", as_of, "trace", "payer", "amount")
    rows = rows[(rows["amount"] > 0) & rows["paid_date"].notna()].sort_values(["paid_date", "trace"], kind="stable")
    return [
        Money(day.date(), int(cents), str(payer), str(trace))
        for day, cents, payer, trace in zip(
            rows["paid_date"], rows["amount"], rows["payer"], rows["trace"], strict=True
        )
    ]


def _receipts(payments: Frame | None, as_of: date) -> list[Money]:
    rows = known(payments, PAYMENTS, "post_date", as_of, "kind", "amount")
    own = rows[(rows["kind"] == "patient payment") & rows["post_date"].notna() & (rows["amount"] > 0)]
    by_day = own.groupby("post_date")["amount"].sum()
    return [Money(day.date(), int(cents), RECEIPTS) for day, cents in by_day.items()]  # type: ignore[attr-defined]


def undeposited(found: Deposits, which: Which = Which.ALL) -> Measure:
    """Dollars remitted or received that the bank does not show, more than the days allowed later.

    The days run to the bank's last line: what came after it cannot be seen there and is left out, and said.
    """
    missed, young = found.missed(which), found.too_young(which)
    told = [each for each in found.money if each.day < found.first]
    left = [
        LeftOut(f"not {found.late + 1} days older than the bank's last line", len(young), sum(x.cents for x in young)),
        LeftOut("older than the bank's first line", len(told), sum(each.cents for each in told)),
    ]
    return Measure(
        sum(each.cents for each in missed),
        Unit.MONEY,
        DEFINITION,
        parts=[
            Part("Remittances", sum(each.cents for each in missed if each.name != RECEIPTS), Unit.MONEY),
            Part("Patient receipts", sum(each.cents for each in missed if each.name == RECEIPTS), Unit.MONEY),
            Part("Bank lines from", found.first, Unit.DATE),
            Part("Bank lines to", found.last, Unit.DATE),
        ],
        rows_used=len(found.money),
        left_out=[each for each in left if each.rows],
    )


def check(found: Deposits) -> list[Check]:
    """Remitted and not deposited, received and not deposited, deposited and not remitted, other amounts."""
    told = f"{len(found.deposits):,} deposits from {found.first:%m/%d/%Y} to {found.last:%m/%d/%Y}"
    young = found.too_young()
    if young:
        told += f"; {show(sum(each.cents for each in young))} too young to be judged"
    findings = [
        _missed(
            found.missed(Which.REMITTANCE), "remitted and not on the bank", "Trace it with the payer and the bank."
        ),
        _missed(
            found.missed(Which.RECEIPTS),
            "received from patients by the day sheet and not on the bank",
            "Compare the day sheet with the deposit slip, and with whoever carried it.",
        ),
        _untold(found),
        _other_amounts(found),
    ]
    return [Check(TEST, "Deposits against remittances and receipts", told, [each for each in findings if each.count])]


def _missed(missed: Sequence[Money], what: str, to_do: str) -> Finding:
    rows = tuple(Row(each.day, each.name, each.trace, each.cents) for each in missed)
    return Finding(f"To look at: {what}.", sum(each.cents for each in missed), len(missed), to_do, rows)


def _untold(found: Deposits) -> Finding:
    rows = tuple(Row(each.day, each.text, "", each.cents) for each in found.untold)
    return Finding(
        "To look at: deposited, and no remittance or day of receipts says what it is.",
        sum(row.cents for row in rows),
        len(rows),
        "Ask for the remittance and import it, or note what it is: a loan, a refund, a transfer.",
        rows,
    )


def _other_amounts(found: Deposits) -> Finding:
    rows = []
    for each in found.matched:
        told = sum(found.money[part].cents for part in each.parts)
        came = found.deposits[each.deposit]
        if told != came.cents:
            first = found.money[each.parts[0]]
            rows.append(Row(came.day, first.name, first.trace, came.cents - told))
    return Finding(
        "To look at: deposited under a remittance's number with another amount.",
        sum(abs(row.cents) for row in rows),
        len(rows),
        "Compare the remittance with the bank line; the amounts here are bank less remittance.",
        tuple(rows),
    )
