"""C2: what somebody decided to write off, each user, payer and reason held against its own twelve months before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, known, row_each
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.payments import WRITE_OFFS
from medoffice_xl.tables.thresholds import Threshold

TEST = "C2"
HISTORY = 12
DEVIATIONS = Threshold(
    "Write-offs above their history", "3", "times",
    "Write-offs are to be looked at where their share of charges is above the mean of the twelve months before by more "
    "than so many standard deviations.",
)  # fmt: skip
DOLLARS = Threshold(
    "Write-offs worth a look",
    "500",
    "$",
    "A month's write-offs of one user, payer or reason are judged from so much on.",
)
ENTRIES = Threshold(
    "Write-offs enough to judge", "30", "lines",
    "A user, payer or reason is judged from so many write-offs on, in the month and the twelve before it.",
)  # fmt: skip

_BY = (("posted_by", "user"), ("payer", "payer"), ("reason", "reason"))


@dataclass(frozen=True, slots=True)
class History:
    """One user's, payer's or reason's write-offs: the shares of charges of the months before and of the month."""

    before: Sequence[Fraction]
    month: Fraction
    cents: int
    entries: int

    @property
    def mean(self) -> Fraction:
        """Mean of the months before."""
        return sum(self.before, Fraction(0)) / len(self.before)

    def stands_out(self, judged: InForce) -> bool:
        """Whether the month is above mean + 3 sd (sample), worth a look and enough to judge; equal is not above.

        Squares are compared, so that nothing is rounded.
        """
        if self.cents < judged.cents(DOLLARS) or self.entries < judged.whole(ENTRIES):
            return False
        mean = self.mean
        variance = sum(((share - mean) ** 2 for share in self.before), Fraction(0)) / (len(self.before) - 1)
        above = self.month - mean
        return above > 0 and above**2 > judged.exact(DEVIATIONS) ** 2 * variance


def month_judged(as_of: date) -> pd.Period:
    """The last month that is over by the day: a month that still runs has no share of charges yet."""
    month = pd.Period(as_of, "M")
    return month if as_of == month.end_time.date() else month - 1


def check(charges: Frame | None, payments: Frame | None, as_of: date, judged: InForce) -> list[Check]:
    """By user, by payer and by reason; what the ledger does not say is not tested, and says so."""
    month = month_judged(as_of)
    billed = known(charges, CHARGES, "post_date", as_of, "payer", "dos", "charge")
    billed = billed.assign(month=billed["post_date"].fillna(billed["dos"]).dt.to_period("M"))
    posted = write_offs(payments, as_of)
    posted = posted.assign(month=posted["post_date"].dt.to_period("M"))
    months = [month - back for back in range(HISTORY, -1, -1)]
    lacking = HISTORY + 1 - billed["month"][billed["month"].isin(months)].nunique()
    return [
        Check(TEST, f"Write-offs by {word}", not_tested=_why_not(posted, name, word, lacking))
        if _why_not(posted, name, word, lacking)
        else Check(
            TEST,
            f"Write-offs by {word}",
            f"{month:%B %Y} against the {HISTORY} months before",
            list(_findings(billed, posted, name, word, months, judged)),
        )
        for name, word in _BY
    ]


def write_offs(payments: Frame | None, as_of: date) -> pd.DataFrame:
    """Entries known by the day that somebody here decided to write off, or to take back.

    What a contract takes off is none, nor what a remittance posts, such as sequestration: the payer decided that.
    """
    rows = known(
        payments, PAYMENTS, "post_date", as_of, "claim_id", "kind", "payer", "amount", "reason", "source", "posted_by"
    )
    decided = rows["kind"].isin(WRITE_OFFS) & (rows["source"] != "835") & rows["post_date"].notna()
    return rows[decided].reset_index(drop=True)


def _why_not(posted: pd.DataFrame, name: str, word: str, lacking: int) -> str:
    if lacking:
        return f"{lacking} of the {HISTORY + 1} months that are compared have no charges here."
    if posted.empty:
        return "Nothing was written off."
    if not posted[name].ne("").any():
        return f"No entry says its {word}: export payments and adjustments with it."
    return ""


def _findings(
    billed: pd.DataFrame, posted: pd.DataFrame, name: str, word: str, months: Sequence[pd.Period], judged: InForce
) -> Iterator[Finding]:
    for value in sorted({*posted[name]} - {""}):
        own = posted[posted[name] == value]
        base = billed[billed["payer"] == value] if name == "payer" else billed
        history = history_of(own, base, months)
        if history is None or not history.stands_out(judged):
            continue
        rows = own[own["month"] == months[-1]].sort_values("amount", ascending=False, kind="stable")
        usual = float(history.mean)
        yield Finding(
            f"To look at: write-offs of {word} {value} were {float(history.month):.2%} of charges in "
            f"{months[-1]:%B %Y}, against {usual:.2%} in the {HISTORY} months before.",
            history.cents,
            len(rows),
            "Look at the largest ones: their reason, who approved them, and what the payer answered.",
            row_each(rows, "post_date", "posted_by", "claim_id"),
        )


def history_of(own: pd.DataFrame, base: pd.DataFrame, months: Sequence[pd.Period]) -> History | None:
    """Shares of charges month by month; None where a month has no charges to hold them against."""
    written, charged = _by_month(own, "amount"), _by_month(base, "charge")
    if any(charged.get(month, 0) <= 0 for month in months):
        return None
    shares = [Fraction(written.get(month, 0), charged[month]) for month in months]
    entries = int(own["month"].isin(list(months)).sum())
    return History(shares[:-1], shares[-1], written.get(months[-1], 0), entries)


def _by_month(rows: pd.DataFrame, column: str) -> dict[pd.Period, int]:
    return {month: int(cents) for month, cents in rows.groupby("month")[column].sum().items()}  # type: ignore[misc]
