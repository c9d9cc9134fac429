"""Which year's rates a payer pays: what it allowed, held against today's contract and the one of a year before."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.ledger.answers import answers, final_answers
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.production.charge_lines import MODS
from medoffice_xl.tables.thresholds import Threshold

OLD_SHARE = Threshold(
    "Old rate year", "0.5", "%",
    "A payer that allowed so large a share of the lines that can tell at last year's rates, or more, is said to pay "
    "an old year's.",
)  # fmt: skip
SAME_RATE = Threshold(
    "Same rate", "0.01", "$",
    "An amount that differs from a rate by so much or less is that rate: the cent that rounding makes.",
)  # fmt: skip
LOOKED_BACK = Threshold(
    "Rate year looks back", "90", "days",
    "Answers of so many days tell which year's rates a payer pays.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RateYear:
    """Lines whose two rates differ: how many were allowed at the former rate, how many at the one in force."""

    former: int
    current: int
    other: int
    old_share: float

    @property
    def lines(self) -> int:
        """Lines that could tell."""
        return self.former + self.current + self.other

    @property
    def is_old(self) -> bool:
        """Whether so many lines were allowed at the former rate that the payer is said to pay it."""
        return self.lines > 0 and self.former / self.lines >= self.old_share

    @property
    def words(self) -> str:
        """What was found, in words."""
        if not self.lines:
            return "no line can tell"
        kind = "last year's rates" if self.is_old else "the rates in force"
        hits = self.former if self.is_old else self.current
        return f"{kind} ({hits:,} of {self.lines:,} lines)"


def rate_years(remits: Frame, book: Rulebook, as_of: date) -> dict[str, RateYear]:
    """By payer, for lines answered in the last days up to `as_of` (threshold *Rate year looks back*).

    Of each line the primary payer's answer that stands counts. It is priced twice: on its day of service and on the
    same day a year before. Only lines whose two prices differ by more than the threshold *Same rate* can tell.
    """
    judged = book.thresholds.on(as_of)
    period, same = days_up_to(as_of, judged.whole(LOOKED_BACK)), judged.cents(SAME_RATE)
    lines = final_answers(answers(remits, book.reasons, as_of))
    recent = lines["paid_date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    lines = lines[recent & (lines["allowed"] > 0)].reset_index(drop=True)
    if lines.empty:
        return {}
    now, before = _priced(lines, book), _priced(lines.assign(dos=lines["dos"] - pd.DateOffset(years=1)), book)
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for payer, allowed, today, former in zip(
        lines["payer"], lines["allowed"].tolist(), now.tolist(), before.tolist(), strict=True
    ):
        if today < 0 or former < 0 or abs(today - former) <= same:
            continue
        place = 0 if abs(allowed - former) <= same else 1 if abs(allowed - today) <= same else 2
        found[str(payer)][place] += 1
    old_share = judged.share(OLD_SHARE)
    return {payer: RateYear(former, current, other, old_share) for payer, (former, current, other) in found.items()}


def _priced(lines: pd.DataFrame, book: Rulebook) -> "pd.Series[int]":
    """Cents of each line, each a claim of its own; -1 where there is no price."""
    own = np.arange(len(lines), dtype="int64")
    nowhere = pd.Series([""] * len(lines), dtype="str")
    outcome = price(
        lines_to_price(
            book,
            ServiceColumns(
                payer=lines["payer"],
                plan=nowhere,
                code=lines["code"],
                mods=[lines[name] for name in MODS],
                units=lines["units"],
                charge=lines["charge"],
                dos=lines["dos"].astype("datetime64[us]"),
                pos=lines["pos"],
                npi=lines["provider_npi"],
                patient=own,
                claim=own,
            ),
        ),
        book,
    )
    return pd.Series(outcome.cents).where(pd.Series(outcome.status == Status.PRICED), -1)
