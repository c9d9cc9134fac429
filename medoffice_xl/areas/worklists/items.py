"""Every open claim once, as something to work: denied, underpaid, in credit, the patient's, or not answered yet.

One row a claim: `claim_id`, `payer`, `kind`, `cause` in words, `balance`; `expected`, what is still allowed of it, in
cents; the `chance` of it, the `minutes` it takes and `what_to_do`; `lapses`, the last day on which it can be filed or
appealed, `waits_until`, the day up to which no answer is no news; `is_placed` where an agency has it; and `status`,
`owner` and `follow_up`, as people gave them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.worklists import claim_facts as facts
from medoffice_xl.areas.worklists.claim_facts import Kind
from medoffice_xl.areas.worklists.plain_values import DAY, days, plain_values
from medoffice_xl.contracts.appeal_deadlines import appeal_by
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.ledger.among import among
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appeals import DENIAL, DETECTED, GIVEN_UP, UNDERPAYMENT

DENIED, UNDERPAID, NO_ANSWER, PATIENT, CREDIT = "Denied", "Underpaid", "No answer", "Patient balance", "Credit"
REFUND_STEP = "Pay it back, or find out whose it is: see Credit balances."

Taken = tuple[pd.DataFrame, pd.DataFrame]
"""The items of one kind, and the claims that are none of them."""


@dataclass(frozen=True, slots=True)
class _Books:
    """What claims are told from on a day: the tables, each kind of work, and how many days a payer usually takes."""

    tables: Tables
    as_of: date
    kinds: Mapping[str, Kind]
    usual_days: Callable[[str], int | None]

    @property
    def rules(self) -> Rulebook:
        """The practice's contracts and payers."""
        return self.tables.shared(RULEBOOK)


def items(tables: Tables, as_of: date) -> pd.DataFrame:
    """One item a claim that is open on the day, or underpaid; the balances add up to A/R without unapplied cash."""
    books = _Books(tables, as_of, facts.kinds(tables), facts.patience(tables, as_of))
    made, rest = [], facts.owed(tables, as_of)
    answered = () if tables.rows_if_there("remits") is None else (_denied, _underpaid)
    for take in (_credits, *answered, _patients, _unanswered):
        some, rest = take(rest, books)
        made.append(some)
    found = pd.concat([one for one in made if len(one)] or made[:1], ignore_index=True)
    found = found.assign(payer=found["payer"].where(found["payer"] != "", NO_PAYER))
    return _with_what_was_said(found, tables)


def _items(claims: pd.DataFrame, **more: Any) -> pd.DataFrame:
    """Items of the claims: no chance, no day and nothing in words, but what is told."""
    plain = claims[["claim_id", "payer", "balance"]].reset_index(drop=True)
    nothing: dict[str, Any] = {
        "expected": 0,
        "is_placed": False,
        "lapses": pd.NaT,
        "waits_until": pd.NaT,
        "missed": pd.NaT,
    }
    made = plain.assign(**{**nothing, **more})
    return made.astype({**dict.fromkeys(("lapses", "waits_until", "missed"), DAY), "expected": "int64"})


def _of_kind(work: Kind, /, **more: Any) -> dict[str, Any]:
    return {"minutes": work.minutes, "chance": work.chance, "what_to_do": work.what_to_do, **more}


def _credits(owed: pd.DataFrame, books: _Books) -> Taken:
    is_credit = owed["balance"] < 0
    kind = Kind(books.kinds[PATIENT].minutes, Fraction(0), REFUND_STEP)
    return _items(owed[is_credit], kind=CREDIT, cause="", **_of_kind(kind)), owed[~is_credit]


def _denied(owed: pd.DataFrame, books: _Books) -> Taken:
    found = facts.denied(books.tables, books.as_of)
    told = found.rename(columns={"payer": "answering", "denied_on": "answered"})
    is_denied = among(owed["claim_id"], told["claim_id"]) & (owed["balance"] > 0)
    rows = owed[is_denied].merge(told, on="claim_id", how="left")
    made = _items(
        rows,
        kind=DENIED,
        cause=each_once("{} ({})".format, rows["group"], rows["reason"]),
        expected=np.minimum(rows["stake"], rows["balance"]),
        lapses=_appeal_by(rows, books),
        **{name: rows[name] for name in ("minutes", "chance", "what_to_do")},
    )
    return _so_far(made, DENIAL, rows, books), owed[~is_denied]


def _underpaid(owed: pd.DataFrame, books: _Books) -> Taken:
    rows = owed.merge(facts.underpaid(books.tables, books.as_of), on="claim_id")
    rows = rows.assign(answering=rows["payer"])
    made = _items(
        rows,
        kind=UNDERPAID,
        cause="below the contract",
        expected=rows["short"],
        lapses=_appeal_by(rows, books),
        **_of_kind(books.kinds[UNDERPAID]),
    )
    return _so_far(made, UNDERPAYMENT, rows, books), owed[~among(owed["claim_id"], rows["claim_id"])]


def _patients(owed: pd.DataFrame, books: _Books) -> Taken:
    """What patients owe, as far as they were asked: an agency has it, a plan is kept or missed, or what comes next."""
    owed = owed[owed["balance"] > 0]
    is_patients = owed["patient"] == 1
    asked = figure("patients_asked")(books.tables, books.as_of).drop(columns=["account", "balance", "since"])
    rows = owed[is_patients].merge(asked, on="claim_id", how="left")
    is_missed = rows["missed_since"].notna()
    said = ("statements", "plan", "missed_since", "agency", "placed_on")
    made = _items(
        rows,
        **_of_kind(
            books.kinds[PATIENT],
            kind=PATIENT,
            cause=each_once(_so_asked, *(plain_values(rows[name]) for name in said)),
            expected=rows["balance"],
            what_to_do=rows["next_step"],
            is_placed=rows["agency"] != "",
            missed=rows["due"].where(is_missed),
            waits_until=rows["due"].where(~is_missed),
        ),
    )
    return made, owed[~is_patients]


def _so_asked(statements: int, plan: str, missed_since: date | None, agency: str, placed_on: date | None) -> str:
    if agency:
        return f"the patient's part; with {agency} since {placed_on:%m/%d/%Y}"
    if missed_since is not None:
        return f"the patient's part; instalment of {missed_since:%m/%d/%Y} missed"
    if plan:
        return "the patient's part; a plan is kept"
    return f"the patient's part; {statements} {'statement' if statements == 1 else 'statements'} sent"


def _unanswered(owed: pd.DataFrame, books: _Books) -> Taken:
    charges = books.tables.rows("charges")
    rows = owed.merge(
        facts.expected(charges, books.as_of, owed["claim_id"], books.rules), on="claim_id", how="left"
    )  # fmt: skip
    made = _items(
        rows,
        **_of_kind(
            books.kinds[NO_ANSWER],
            kind=NO_ANSWER,
            cause="not answered",
            expected=rows["expected"].fillna(rows["balance"]).clip(upper=rows["balance"]),
            lapses=rows["lapses"],
            waits_until=_waits_until(rows["payer"], rows["sent"], books),
        ),
    )
    return made, owed[:0]


def _appeal_by(rows: pd.DataFrame, books: _Books) -> "pd.Series[pd.Timestamp]":
    """The last day to appeal each answer."""
    agreed = facts.agreed_days(books.tables.rows("charges"), books.as_of, rows["claim_id"], books.rules)
    within = rows["claim_id"].map(agreed).fillna(0).astype("int64")

    def by(payer: str, answered: date, agreed_days: int) -> date | None:
        return appeal_by(payer, answered, agreed_days, books.rules)

    return days(each_once(by, rows["answering"], plain_values(rows["answered"]), within))


def _so_far(made: pd.DataFrame, about: str, rows: pd.DataFrame, books: _Books) -> pd.DataFrame:
    """The items as their appeals left them: what was sent lapses no more and waits for its answer, what was given up
    brings nothing; a step before the answer is of an earlier one."""
    last = facts.appealed(books.tables, books.as_of)
    last = last[last["about"] == about]
    keys = pd.Series(each_once(str.casefold, rows["answering"]), dtype="str")
    asked = pd.DataFrame({"payer_key": keys, "claim_id": made["claim_id"], "answered": rows["answered"]})
    found = asked.merge(last, on=["payer_key", "claim_id"], how="left")
    is_later = found["day"].isna() | (found["day"] >= found["answered"])
    was = found["step"].notna() & (found["step"] != DETECTED) & is_later
    if not was.any():
        return made
    since = pd.Series(each_once(_since, found["step"], plain_values(found["day"])), dtype="str")
    given_up = was & found["step"].isin(GIVEN_UP)
    waits = _waits_until(made["payer"], found["day"], books)
    return made.assign(
        cause=pd.Series(made["cause"]).where(~was, made["cause"] + since),
        lapses=made["lapses"].where(~was),
        chance=made["chance"].mask(given_up, Fraction(0)),
        waits_until=made["waits_until"].where(~was | given_up, waits),
    )


def _since(step: str, day: date | None) -> str:
    return f"; appeal {step}{f' {day:%m/%d/%Y}' if day else ''}"


def _waits_until(payers: "pd.Series[str]", sent: "pd.Series[pd.Timestamp]", books: _Books) -> "pd.Series[pd.Timestamp]":
    """The day from which no answer is too long; empty where nothing is known."""
    usual = each_once(books.usual_days, payers)
    return sent + pd.to_timedelta(pd.Series(usual, sent.index, dtype="float64"), unit="D")


def _with_what_was_said(found: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The items with status, owner and follow-up day that people gave a claim; a missed instalment is one, too."""
    notes = tables.get("worklist")
    if notes is None:
        return found.assign(status="", owner="", follow_up=found["missed"])
    said = notes[["claim_id", "status", "owner", "follow_up"]].drop_duplicates("claim_id", keep="last")
    rows = found.merge(said, on="claim_id", how="left")
    return rows.assign(
        status=rows["status"].fillna(""), owner=rows["owner"].fillna(""),
        follow_up=rows["follow_up"].fillna(rows["missed"]),
    )  # fmt: skip
