"""The worklist said row by row, claim by claim, as slowly as it reads: what the columns of the product are held to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.worklists.items import CREDIT, DENIED, NO_ANSWER, PATIENT, UNDERPAID
from medoffice_xl.areas.worklists.rank import DUE_SOON, TIME_TO_PREPARE, WAGE, WORTH_NOTHING, Lane
from medoffice_xl.areas.worklists.tables import DONE, WORK_KINDS
from medoffice_xl.contracts.appeal_deadlines import agreed_appeal_days, appeal_by
from medoffice_xl.contracts.filing_limits import NO_LIMIT, last_days_to_file
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.contracts.short_lines import short_lines_of
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.appeal_steps import newest, steps
from medoffice_xl.ledger.business_days import business_days, last_business_day
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import YEAR
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.voided import standing_lines
from medoffice_xl.production.charge_lines import as_lines, priced_lines
from medoffice_xl.published import published
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appeals import DENIAL, DETECTED, GIVEN_UP, UNDERPAYMENT

About = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One claim to be looked at; money in cents.

    `expected` is what its contract still allows, `chance` the share of it that is usually paid, `lapses` the last day
    on which it can be filed or appealed, `waits_until` the day up to which no answer is no news.
    """

    claim_id: str
    payer: str
    kind: str
    cause: str
    balance: int
    expected: int
    chance: Fraction
    minutes: Fraction
    lapses: date | None = None
    waits_until: date | None = None
    what_to_do: str = ""
    status: str = ""
    owner: str = ""
    follow_up: date | None = None
    is_credit: bool = False
    is_placed: bool = False


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
    denied, short = _all_denied(tables, as_of), _all_underpaid(tables, as_of)
    waiting = [
        claim
        for claim, row in owed.items()
        if row["balance"] > 0 and not row["patient"] and claim not in {**denied, **short}
    ]
    return ClaimFacts(
        book,
        owed,
        denied,
        short,
        _agreed_days(charges, as_of, [*denied, *short], book),
        _expected(charges, as_of, waiting, book),
        _appeals(tables, as_of),
        {row.claim_id: row for row in figure("patients_asked")(tables, as_of).itertuples()},
        _kinds(tables),
        Patience(tables, as_of),
    )


def _all_denied(tables: Tables, as_of: date) -> dict[str, dict[str, Any]]:
    if tables.rows_if_there("remits") is None:
        return {}
    found = figure("open_denials")(tables, as_of)
    return {row["claim_id"]: row for row in found.to_dict("records")}


def _all_underpaid(tables: Tables, as_of: date) -> dict[str, tuple[int, date]]:
    """What each underpaid claim is short, and the day of the answer."""
    if tables.rows_if_there("remits") is None:
        return {}
    checked = short_lines_of(tables, as_of)
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
    rows = standing_lines(charges, as_of, pd.Series(claims, dtype="str"))
    rows = rows[(rows["charge"] > 0) & rows["dos"].notna()]
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


def items(tables: Tables, as_of: date) -> list[Item]:
    """One item a claim that is open on the day, or underpaid; the balances add up to A/R without unapplied cash."""
    facts, said = claim_facts(tables, as_of), _said(tables)
    return [_item(claim, facts, said.get(claim, {})) for claim in facts.to_look_at]


def _item(claim: str, facts: ClaimFacts, said: About) -> Item:
    row = facts.owed[claim]
    balance = int(row["balance"])
    about = {"claim_id": claim, "payer": row["payer"] or "(no payer)", "balance": balance, **said}
    if balance < 0:
        return _credit(about, facts)
    if claim in facts.denied and balance > 0:
        return _denied(about, facts)
    if claim in facts.short:
        return _underpaid(about, row["payer"], facts)
    if row["patient"]:
        return _patients(about, facts)
    return _unanswered(about, row["payer"], facts)


def _credit(about: About, facts: ClaimFacts) -> Item:
    return Item(
        **about,
        kind=CREDIT,
        cause="",
        expected=0,
        chance=Fraction(0),
        minutes=facts.kinds[PATIENT]["minutes"],
        what_to_do="Pay it back, or find out whose it is: see Credit balances.",
        is_credit=True,
    )


def _denied(about: About, facts: ClaimFacts) -> Item:
    claim, one = about["claim_id"], facts.denied[about["claim_id"]]
    payer, denied_on = one["payer"], one["denied_on"].date()
    item = Item(
        **about,
        kind=DENIED,
        cause=f"{one['group']} ({one['reason']})",
        expected=min(int(one["stake"]), about["balance"]),
        chance=one["chance"],
        minutes=one["minutes"],
        lapses=facts.appeal_by(claim, payer, denied_on),
        what_to_do=one["what_to_do"],
    )
    return _so_far(item, facts.appealed(DENIAL, claim, payer, denied_on), facts)


def _underpaid(about: About, payer: str, facts: ClaimFacts) -> Item:
    cents, answered = facts.short[about["claim_id"]]
    item = Item(
        **about,
        **facts.kinds[UNDERPAID],
        kind=UNDERPAID,
        cause="below the contract",
        expected=cents,
        lapses=facts.appeal_by(about["claim_id"], payer, answered),
    )
    return _so_far(item, facts.appealed(UNDERPAYMENT, about["claim_id"], payer, answered), facts)


def _so_far(item: Item, appealed: Appealed | None, facts: ClaimFacts) -> Item:
    """The item as its appeal left it: what was sent lapses no more and waits for its answer, what was given up brings
    nothing."""
    if appealed is None or appealed.status == DETECTED:
        return item
    since = f" {appealed.day:%m/%d/%Y}" if appealed.day else ""
    told = replace(item, cause=f"{item.cause}; appeal {appealed.status}{since}", lapses=None)
    if appealed.status in GIVEN_UP:
        return replace(told, chance=Fraction(0))
    return replace(told, waits_until=facts.patience.until(item.payer, appealed.day))


def _patients(about: About, facts: ClaimFacts) -> Item:
    """What the patient owes, as far as he was asked: an agency has it, a plan is kept or missed, or what comes next."""
    asked = facts.patients[about["claim_id"]]
    item = Item(**about, **facts.kinds[PATIENT], kind=PATIENT, cause=_so_asked(asked), expected=about["balance"])
    item = replace(item, what_to_do=asked.next_step, is_placed=asked.agency != "")
    due = None if pd.isna(asked.due) else asked.due.date()
    if asked.plan == "missed":
        return replace(item, follow_up=item.follow_up or due)
    return replace(item, waits_until=due)


def _so_asked(asked: Any) -> str:
    sent = f"{asked.statements} {'statement' if asked.statements == 1 else 'statements'} sent"
    if asked.agency:
        return f"the patient's part; with {asked.agency} since {asked.placed_on:%m/%d/%Y}"
    if asked.plan == "missed":
        return f"the patient's part; instalment of {asked.missed_since:%m/%d/%Y} missed"
    if asked.plan:
        return "the patient's part; a plan is kept"
    return f"the patient's part; {sent}"


def _unanswered(about: About, payer: str, facts: ClaimFacts) -> Item:
    cents, lapses, sent = facts.expected.get(about["claim_id"], (about["balance"], None, None))
    return Item(
        **about,
        **facts.kinds[NO_ANSWER],
        kind=NO_ANSWER,
        cause="not answered",
        expected=min(cents, about["balance"]),
        lapses=lapses,
        waits_until=facts.patience.until(payer, sent),
    )


def _said(tables: Tables) -> dict[str, dict[str, Any]]:
    """Status, owner and follow-up day that people gave a claim."""
    notes = tables.get("worklist")
    if notes is None:
        return {}
    columns = (notes[name] for name in ("claim_id", "status", "owner", "follow_up"))
    return {
        claim: {"status": status, "owner": owner, "follow_up": None if pd.isna(day) else day.date()}
        for claim, status, owner, day in zip(*columns, strict=True)
    }


@dataclass(frozen=True, slots=True)
class Ranked:
    """An item in its lane."""

    item: Item
    lane: Lane
    work_by: date | None

    @property
    def worth(self) -> Fraction:
        """Expected value, in cents."""
        return Fraction(0) if self.lane in WORTH_NOTHING else self.item.expected * self.item.chance

    @property
    def row(self) -> tuple[Any, ...]:
        """What a list shows of it."""
        one = self.item
        return (self.lane.value, one.claim_id, one.payer, one.kind, one.cause, one.balance, one.expected, one.chance,
                one.minutes, _half_up(self.worth), _half_up(self.worth / one.minutes), one.lapses, self.work_by,
                one.follow_up, one.what_to_do, one.owner, one.status)  # fmt: skip


def _half_up(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


def plain_worklist(tables: Tables, as_of: date) -> list[tuple[Any, ...]]:
    """Every claim in its lane, in order."""
    return [one.row for one in plain_rank(items(tables, as_of), tables.shared(RULEBOOK).thresholds.on(as_of), as_of)]


def plain_rank(every: list[Item], judged: Any, as_of: date) -> list[Ranked]:
    """By lane, then most a minute, most in all, claim id: in fractions."""
    placed = [_placed(item, judged, as_of) for item in every]
    lanes = list(Lane)
    return sorted(placed, key=lambda one: (lanes.index(one.lane), -(one.worth / one.item.minutes), -one.worth,
                                           one.item.claim_id))  # fmt: skip


def _placed(item: Item, judged: Any, as_of: date) -> Ranked:
    by = None if item.lapses is None else last_business_day(item.lapses, judged.whole(TIME_TO_PREPARE))
    return Ranked(item, _lane(item, judged, as_of), by)


def _lane(item: Item, judged: Any, as_of: date) -> Lane:
    apart = {Lane.DONE: item.status == DONE, Lane.REFUND: item.is_credit, Lane.PLACED: item.is_placed,
             Lane.LOST: item.lapses is not None and item.lapses < as_of}  # fmt: skip
    if any(apart.values()):
        return next(lane for lane, holds in apart.items() if holds)
    if item.expected * item.chance <= item.minutes * judged.cents(WAGE) / 60:
        return Lane.REVIEW
    if item.lapses is not None and business_days(as_of, item.lapses) <= judged.whole(DUE_SOON):
        return Lane.DUE_NOW
    if item.follow_up is not None:
        return Lane.FOLLOW_UP if item.follow_up <= as_of else Lane.WAITING
    return Lane.WAITING if item.waits_until is not None and as_of < item.waits_until else Lane.REST
