"""What is known of open claims: what each owes, what was denied or paid short, and what may still come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.worklists.tables import WORK_KINDS
from medoffice_xl.contracts.appeal_deadlines import agreed_appeal_days, appeal_by
from medoffice_xl.contracts.checked_on import checked_on
from medoffice_xl.contracts.filing_limits import NO_LIMIT, last_days_to_file
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.appeal_steps import newest, steps
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import YEAR
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.voided import standing_lines
from medoffice_xl.production.charge_lines import as_lines, priced_lines
from medoffice_xl.published import published
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appeals import DENIAL, UNDERPAYMENT


@dataclass(frozen=True, slots=True)
class Appealed:
    """The last step of an appeal, and its day where the sheet has one."""

    status: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What is known on a day, each by claim.

    `owed` is every claim with its balance and who owes it; `denied` the denials that stand; `short` what was paid too
    little, with the day of the answer; `agreed` the days to appeal, where anybody says; `expected` what contracts allow
    of what waits for an answer, the last day to file it, and the day it was sent. `appeals` are the last steps of
    appeals, of denials and of underpayments; `patients` how far patients were asked, as the area Patient balances tells
    it. `kinds` are minutes, chance and next step by kind of work.
    """

    book: Rulebook
    owed: Mapping[str, dict[str, Any]]
    denied: Mapping[str, dict[str, Any]]
    short: Mapping[str, tuple[int, date]]
    agreed: Mapping[str, int]
    expected: Mapping[str, tuple[int, date | None, date | None]]
    appeals: Mapping[tuple[str, str, str], Appealed]
    patients: Mapping[str, Any]
    kinds: Mapping[str, dict[str, Any]]
    patience: "Patience"

    @property
    def to_look_at(self) -> list[str]:
        """Claims that owe or are owed something, and those that were paid too little."""
        is_open = {claim for claim, row in self.owed.items() if row["balance"]}
        return sorted(is_open | (self.short.keys() & self.owed.keys()))

    def appeal_by(self, claim: str, payer: str, answered: date) -> date | None:
        """The last day to appeal an answer of that day."""
        return appeal_by(payer, answered, self.agreed.get(claim, 0), self.book)

    def appealed(self, about: str, claim: str, payer: str, answered: date) -> Appealed | None:
        """How far the appeal of an answer of that day is; None where nothing was done about it since."""
        found = self.appeals.get((about, payer.casefold(), claim))
        return found if found and (found.day is None or found.day >= answered) else None


def claim_facts(tables: Tables, as_of: date) -> ClaimFacts:
    """What the tables say on the day."""
    book, charges = tables.shared(RULEBOOK), tables.rows("charges")
    found = figure("claims_owed")(accounts(charges, tables.rows("payments"), as_of), charges).collect().to_pandas()
    owed = {row["claim_id"]: row for row in found.to_dict("records")}
    denied, short = _denied(tables, as_of), _underpaid(tables, as_of)
    waiting = [
        claim for claim, row in owed.items() if row["balance"] > 0 and not row["patient"] and claim not in denied
    ]
    return ClaimFacts(
        book,
        owed,
        denied,
        short,
        _agreed_days(charges, as_of, [*denied, *short], book),
        _expected(charges, as_of, waiting, book),
        _appeals(tables, as_of),
        figure("patients_asked")(tables, as_of),
        _kinds(tables),
        Patience(tables, as_of),
    )


def _denied(tables: Tables, as_of: date) -> dict[str, dict[str, Any]]:
    if tables.rows_if_there("remits") is None:
        return {}
    found = figure("open_denials")(tables, as_of)
    return {row["claim_id"]: row for row in found.to_dict("records")}


def _underpaid(tables: Tables, as_of: date) -> dict[str, tuple[int, date]]:
    """What each underpaid claim is short, and the day of the answer."""
    if tables.rows_if_there("remits") is None:
        return {}
    checked = checked_on(tables, as_of)
    short = checked[checked["finding"] == Finding.UNDERPAID]
    sums = short.groupby("claim_id").agg(cents=("variance", "sum"), day=("paid_date", "max"))
    return {str(name): (-int(cents), day.date()) for name, cents, day in sums.itertuples()}


def _agreed_days(charges: pd.DataFrame, as_of: date, claims: list[str], book: Rulebook) -> dict[str, int]:
    """Days within which an answer to the claims can be appealed, the fewest of their lines, where anybody says."""
    rows = _lines(charges, as_of, claims)
    if rows.empty:
        return {}
    days = rows.assign(days=agreed_appeal_days(as_lines(rows, book), book))
    least = days[days["days"] > 0].groupby("claim_id")["days"].min()
    return {str(name): int(number) for name, number in least.items()}


def _lines(charges: pd.DataFrame, as_of: date, claims: list[str]) -> pd.DataFrame:
    """The standing charge lines of the claims."""
    rows = standing_lines(charges, as_of)
    rows = rows[rows["claim_id"].isin(claims) & (rows["charge"] > 0) & rows["dos"].notna()]
    return rows.sort_values(["claim_id", "line_id"], kind="stable").reset_index(drop=True)


def _expected(
    charges: pd.DataFrame, as_of: date, claims: list[str], book: Rulebook
) -> dict[str, tuple[int, date | None, date | None]]:
    """What contracts allow for the claims, the last day to file them, and the day they were sent (or entered).

    A line without a rate is taken at the share of charges that the others are allowed.
    """
    rows = _lines(charges, as_of, claims)
    if rows.empty:
        return {}
    priced = priced_lines(rows, book)
    by = last_days_to_file(as_lines(rows, book), book)
    charged = int(rows["charge"][priced.known].sum())
    share = Fraction(int(priced.allowed[priced.known].sum()), charged) if charged else Fraction(1)
    sent = rows["submit_date"].fillna(rows["post_date"]).fillna(rows["dos"])
    found: dict[str, tuple[int, date | None, date | None]] = {}
    columns = (rows["claim_id"], rows["charge"], priced.known, priced.allowed, by, sent)
    for claim, charge, known, allowed, last, day in zip(*columns, strict=True):
        cents, lapses, since = found.get(claim, (0, None, None))
        last_day = None if last == NO_LIMIT else date(1970, 1, 1) + timedelta(days=int(last))
        lapses = min((one for one in (lapses, last_day) if one), default=None)
        since = min(one for one in (since, day.date()) if one)
        found[claim] = cents + (int(allowed) if known else int(share * int(charge))), lapses, since
    return found


def _appeals(tables: Tables, as_of: date) -> dict[tuple[str, str, str], Appealed]:
    """The last step of each appeal, by what it is of, the payer in lower case, and the claim."""
    found = {}
    for about in (DENIAL, UNDERPAYMENT):
        last = newest(steps(tables.get("appeals"), about, as_of))
        for payer, claim, status, day in zip(
            last["payer"], last["claim_id"], last["status"], last["status_date"], strict=True
        ):
            found[about, payer.casefold(), claim] = Appealed(status, None if pd.isna(day) else day.date())
    return found


class Patience:
    """How long payers usually take: nine of ten claims are answered by then."""

    def __init__(self, tables: Tables, as_of: date) -> None:
        self._tables, self._as_of = tables, as_of
        self._days: dict[str, int | None] = {}

    def until(self, payer: str, sent: date | None) -> date | None:
        """The day from which no answer is too long; None where nothing is known."""
        if payer not in self._days:
            own = self._p90(payer)
            self._days[payer] = self._p90("") if own is None else own
        days = self._days[payer]
        return None if sent is None or days is None else sent + timedelta(days=days)

    def _p90(self, payer: str) -> int | None:
        remits = self._tables.rows_if_there("remits")
        if remits is None:
            return None
        reasons = self._tables.shared(RULEBOOK).reasons
        try:
            asked = (self._tables.rows("charges"), remits, reasons, self._as_of, YEAR, "p90", Scope(payer))
            days: float = figure("days_to_pay")(*asked).value
        except NoData:
            return None
        return ceil(days)


def _kinds(tables: Tables) -> Mapping[str, dict[str, Any]]:
    """Minutes, chance and next step of each kind: the practice's, or those that come with the package."""
    own = tables.get("work_kinds")
    rows = published(WORK_KINDS)
    if own is not None and not own.empty:
        rows = pd.concat([rows, own], ignore_index=True)
    return {
        kind: {"minutes": Fraction(str(minutes)), "chance": Fraction(str(share)), "what_to_do": step}
        for kind, minutes, share, step in zip(
            rows["kind"], rows["minutes"], rows["recovery"], rows["what_to_do"], strict=True
        )
    }
