"""Every line whose first answer was a denial: its cause, what its contract would have paid, and what became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.denials.appealed import with_appeals
from medoffice_xl.areas.denials.causes import CAUSES, FRONT_DESK, Causes
from medoffice_xl.contracts.expected import Services, price_services
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.contracts.status import Status
from medoffice_xl.ledger.answers import answers, final_answers, first_answers
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.ledger.first_billed import first_billed
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Frame, Rows
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES, empty_frame
from medoffice_xl.tables.thresholds import Threshold

CLOSED_AFTER = Threshold(
    "Denial closed after", "90", "days",
    "A denial that was not answered again counts as lost in the overturn rate and in the chance of the next one once "
    "so many days have passed since it came, or since its last appeal was sent.",
)  # fmt: skip


APPEALS_UNKNOWN = (
    "Appeals are not among these tables, so what was appealed is not known and payers' answers alone count; the set "
    "Denials holds them."
)


_NO_CHARGES = unchanging(empty_frame(CHARGES))


@dataclass(frozen=True, slots=True)
class DenialTables:
    """What denials are told from: what was answered, what was charged (for provider and place), rates and causes.

    `appeals` are the steps that were taken, as the sheet *Appeals* has them.
    """

    remits: Frame
    charges: Frame | None
    book: Rulebook
    causes: Causes
    appeals: Frame | None = None

    @property
    def notes(self) -> list[str]:
        """What is not known because a table is not there."""
        return [] if self.appeals is not None else [APPEALS_UNKNOWN]


def denial_tables(tables: Tables) -> DenialTables:
    """What these tables tell of denials."""
    book, causes = tables.shared(RULEBOOK), tables.shared(CAUSES)
    return DenialTables(
        tables.rows("remits"), tables.rows_if_there("charges"), book, causes, tables.rows_if_there("appeals")
    )


DENIALS_READ = ("charges", "appeals", *RULEBOOK.reads, *CAUSES.reads)
"""Tables that denials are told from where they are there, beside the remittances."""


def first_denials(of: DenialTables, as_of: date) -> pd.DataFrame:
    """One row a line that a primary payer denied in its first answer known on the day.

    `denied_on` is the day of that answer, `group` its cause, `reason` its main reason. `stake` is what the contract
    pays for the line (`priced` True), or where it has no price, the charge at the share of charges that the payer, or
    else all payers, allowed on lines that were allowed something. `overturned`: the answer that stands on the day
    allows something, or the payer gave in by the last step of *Appeals*; `recovered` is how much was allowed,
    `recovered_on` since when; `appealed_on` when it was first appealed, `level` how often. `closed`: nothing more is
    waited for. `open_stake` is the stake of what is still denied. `provider` and `location` are those first billed.
    """
    places = first_billed(_NO_CHARGES if of.charges is None else of.charges, as_of)
    return remembered(_first_denials, of.remits, places, of.book, of.causes, of.appeals, asked=(as_of,))


def denied_in(of: DenialTables, period: Period, as_of: date, payer: str = "") -> pd.DataFrame:
    """The first denials, known on the day, whose day is in the period: of one payer, or of all."""
    return within(first_denials(of, as_of), period, payer)


def within(denied: pd.DataFrame, period: Period, payer: str) -> pd.DataFrame:
    """Of first denials, those of a payer whose day is in the period."""
    lines = Scope(payer=payer).of_payer(denied)
    return lines[lines["denied_on"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]


def days_from_denial(lines: pd.DataFrame, until: str) -> Counter[int]:
    """How many denied lines took how many days to `until` (appealed_on, recovered_on); those that did not come are not
    counted.
    """
    days = (lines[until] - lines["denied_on"]).dropna().dt.days
    return Counter(int(day) for day in days)


def what_became_of_denials(of: DenialTables, by_day: Mapping[date, pd.DataFrame]) -> pd.DataFrame:
    """The lines of `denied_first` of each day with what was done about them by it, and whether more is waited for.

    `known_on` is the day, in one frame of them all.
    """
    every = [
        denied.assign(
            known_on=pd.Timestamp(day),
            had_time=pd.Timestamp(day) - pd.Timedelta(days=of.book.thresholds.on(day).whole(CLOSED_AFTER)),
        )
        for day, denied in by_day.items()
    ]
    return with_appeals(pd.concat(every, ignore_index=True), of.appeals)


def denied_first(lines: pd.DataFrame) -> pd.DataFrame:
    """Of lines answered, those that were denied first, without cause, stake and place: whether they stand."""
    first = first_answers(lines)
    denied = first[first["denied"]].drop_duplicates("answered_line", ignore_index=True)
    final = final_answers(lines).drop_duplicates("answered_line").set_index("answered_line")
    now = final.reindex(denied["answered_line"])
    overturned = (now["priced"].eq(True) & now["allowed"].gt(0)).to_numpy()
    denied["denied_on"] = denied["paid_date"]
    denied["overturned"] = overturned
    denied["recovered"] = now["allowed"].fillna(0).astype("int64").to_numpy() * overturned
    denied["recovered_on"] = now["paid_date"].where(overturned).to_numpy()
    denied["answered_again"] = (now["order"].fillna(-1).to_numpy() > denied["order"].to_numpy()) | overturned
    denied["answered_on"] = now["paid_date"].to_numpy()
    denied["stands"] = now["denied"].eq(True).to_numpy()
    return denied


def _first_denials(
    remits: Frame, places: Rows, book: Rulebook, causes: Causes, appeals: Frame | None, as_of: date
) -> pd.DataFrame:
    lines = answers(remits, book.reasons, as_of)
    of = DenialTables(remits, None, book, causes, appeals)
    denied = what_became_of_denials(of, {as_of: denied_first(lines)})
    denied["reason"] = each_once(book.reasons.main_reason, denied["adjustments"])
    denied["group"] = causes.of_lines(denied, book.reasons)
    denied["front_desk"] = each_once(lambda name: causes.group(name).prevented_by == FRONT_DESK, denied["group"])
    denied = _with_stake(denied, lines, book)
    denied["open_stake"] = denied["stake"].where(denied["stands"] & ~denied["overturned"], 0)
    named = places.drop("payer", "mixed").collect().to_pandas().drop_duplicates("claim_id")
    return unchanging(denied.merge(named, on="claim_id", how="left").fillna({"provider": "", "location": ""}))


def _with_stake(denied: pd.DataFrame, lines: pd.DataFrame, book: Rulebook) -> pd.DataFrame:
    """The lines with `stake`, in cents, and `priced`."""
    if denied.empty:
        return denied.assign(stake=pd.Series(dtype="int64"), priced=pd.Series(dtype="bool"))
    changed = denied["billed_code"] != ""
    billed = denied["billed_units"].astype("float64")
    units = billed.where(billed.notna(), denied["units"].astype("float64"))
    rows = each_once(lambda *mods: " ".join(mods).strip(), *(denied[f"mod{place}"] for place in range(1, 5)))
    mods = pd.Series(rows, index=denied.index, dtype="str")
    found = price_services(
        book,
        Services(
            payer=denied["payer"].tolist(),
            code=denied["billed_code"].where(changed, denied["code"]).tolist(),
            mods=denied["billed_mods"].where(changed, mods).tolist(),
            units=units.where(units > 0, 1.0).tolist(),
            dos=list(denied["dos"].fillna(denied["paid_date"])),
            pos=denied["pos"].tolist(),
            charge=denied["charge"].tolist(),
        ),
    )
    priced = pd.Series(found.status == Status.PRICED, index=denied.index)
    estimate = pd.Series(_by_shares(denied[~priced], lines), index=denied.index[~priced], dtype="int64")
    contract = pd.Series(found.cents, index=denied.index, dtype="int64")
    return denied.assign(stake=pd.concat([contract[priced], estimate]), priced=priced)


def _by_shares(denied: pd.DataFrame, lines: pd.DataFrame) -> list[int]:
    """The charges at the share that was allowed of charges that were allowed something; nothing where none was."""
    paid = lines[lines["standing"] & lines["priced"] & (lines["allowed"] > 0) & (lines["charge"] > 0)]
    sums = paid.groupby("payer")[["allowed", "charge"]].sum()
    shares = {payer: Fraction(int(row.allowed), int(row.charge)) for payer, row in sums.iterrows()}
    charged = int(paid["charge"].sum())
    every = Fraction(int(paid["allowed"].sum()), charged) if charged else Fraction(0)
    return each_once(
        lambda payer, charge: half_up(shares.get(payer, every) * charge), denied["payer"], denied["charge"]
    )


def lines_behind(lines: pd.DataFrame) -> Rows:
    """Answered lines as the rows behind a figure, each with whether it was denied."""
    rows = nw.from_native(lines.assign(denied=lines["denied"].astype("int64"))).lazy()
    return rows_behind(rows, "claim_id", "payer", "paid_date", "charge", "paid", "adjustments", "denied")
