"""The voucher check: every remitted line classified, and what was allowed held against the contract.

Allowed is compared, never paid: a deductible or sequestration lowers the payment and not what is owed under the
contract. What cannot be compared says why; nothing is $0 for want of a contract.
"""

from dataclasses import fields

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts import reasons
from medoffice_xl.contracts.batches import BATCH, batches
from medoffice_xl.contracts.billed import Billed, billed
from medoffice_xl.contracts.deductions import deductions
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.row_keys import combine
from medoffice_xl.contracts.late_payment import late_payment
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_of import lines_of
from medoffice_xl.contracts.outcome import Checked, Outcome
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.services import gather
from medoffice_xl.contracts.settle import Answers, settle
from medoffice_xl.tables import CHARGES, empty_frame

Mask = npt.NDArray[np.bool_]

SECONDARY = ("2", "3", "20", "21")
MODS = ["mod1", "mod2", "mod3", "mod4"]
NEEDED = [
    "trace", "payer_id", "payer", "paid_date", "claim_seq", "level", "claim_id", "line_control", "claim_status", "pos",
    "frequency", "received", "provider_npi", "dos", "code", *MODS, "billed_code", "billed_mods", "units", "charge",
    "paid", "allowed", "contractual", "deductible", "coinsurance", "copay", "sequestration", "withhold", "prior_payer",
    "interest", "adjustments",
]  # fmt: skip
"""Columns of Remits that the check looks at."""


def check(remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame | None = None) -> Checked:
    """Check remitted lines (a frame of the table `remits`) under a rulebook, with the charges where there are any."""
    there = empty_frame(CHARGES) if charges is None else charges
    parts = batches(remits, there, BATCH)
    if len(parts) == 1:
        return _check(remits, book, there)
    needed = remits[NEEDED]
    return _joined(len(remits), [(rows, _check(needed.iloc[rows], book, there)) for rows in parts])


def _joined(size: int, parts: list[tuple[Rows, Checked]]) -> Checked:
    """The batches' outcomes in the places of their lines."""
    columns = {}
    for field in fields(Checked):
        whole = np.empty(size, dtype=getattr(parts[0][1], field.name).dtype)
        for rows, part in parts:
            own = getattr(part, field.name)
            whole[rows] = rows[own] if field.name == "leader" else own
        columns[field.name] = whole
    return Checked(**columns)


def _check(remits: pd.DataFrame, book: Rulebook, there: pd.DataFrame) -> Checked:
    claims, names = pd.factorize(remits["claim_id"])
    claims = claims.astype("int64")
    match = billed(remits, there, claims, pd.Index(names, dtype="str"))
    lines = _lines(remits, book, there, match, claims)
    adjudication = _adjudications(remits, claims)
    kind = _kinds(remits)
    claim = combine(claims, pd.factorize(remits["payer"])[0].astype("int64"))
    answers = settle(remits, claim, adjudication, lines.code, lines.mods, kind > reasons.NONE)
    classes = _classes(remits, answers, kind)
    rest = (remits["level"] == "claim").to_numpy() & (classes == LineClass.COMPARED)
    rows = np.flatnonzero((classes == LineClass.COMPARED) & ~rest)
    services, service = gather(lines.take(rows), adjudication[rows])
    changed = np.flatnonzero(_recoded(remits, there, match))
    outcome = Outcome(len(remits), lines, book)
    outcome.put(rows, service, price(services, book), services, remits, answers, book)
    outcome.remainders(np.flatnonzero(rest), adjudication, remits)
    outcome.classify(remits, classes, changed)
    if changed.size:
        outcome.as_billed[changed] = _price_as_billed(remits, book, there, match, claims, changed)
    contract, terms = outcome.contract, book.terms
    taken = deductions(remits, outcome.leader, outcome.allowed, outcome.expected, contract, terms)
    received = _received(remits, there, match)
    late = late_payment(remits, received, adjudication, outcome.line_class, answers.twice, contract, terms)
    over = outcome.above(answers, book.unit_limits)
    return outcome.checked(remits, answers, kind, taken, late, over)


def _received(remits: pd.DataFrame, charges: pd.DataFrame, match: Billed) -> "pd.Series[pd.Timestamp]":
    """The day each line's claim reached the payer: as the payer says, or else the day it was sent."""
    said = remits["received"].reset_index(drop=True)
    return said if charges.empty else said.fillna(match.day(charges, "submit_date"))


def _kinds(remits: pd.DataFrame) -> Ints:
    """Kind of each line by its reasons, where nothing was paid and nothing allowed."""
    kind = np.zeros(len(remits), dtype="int64")
    zero = ((remits["paid"] == 0) & (remits["allowed"] == 0)).to_numpy()
    if zero.any():
        kind[zero] = reasons.kinds(remits["adjustments"][zero])
    return kind


def _adjudications(remits: pd.DataFrame, claims: Ints) -> Ints:
    trace = pd.factorize(remits["trace"])[0].astype("int64")
    payer_id = pd.factorize(remits["payer_id"])[0].astype("int64")
    return combine(trace, payer_id, remits["claim_seq"].to_numpy(dtype="int64"), claims)


def _lines(remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame, match: Billed, claims: Ints) -> Lines:
    """The remitted lines, with what only the charges know: plan, patient, and place, provider or modifiers not sent
    back."""
    known = not charges.empty
    empty = pd.Series([""], dtype="str").repeat(len(remits)).reset_index(drop=True)
    mods = [remits[name] for name in MODS]
    pos, plan, patient, npi = remits["pos"], empty, empty, remits["provider_npi"]
    if known:
        silent = np.logical_and.reduce([(column == "").to_numpy() for column in mods])
        mods += [match.text(charges, name).where(silent, "") for name in MODS]
        there = match.text(charges, "pos", of_claim=True)
        pos = pos.reset_index(drop=True).where((remits["pos"] != "").to_numpy(), there)
        plan, patient = (match.text(charges, name, of_claim=True) for name in ("plan", "patient_acct"))
        npi = npi.reset_index(drop=True).where((npi != "").to_numpy(), match.text(charges, "npi", of_claim=True))
    person = pd.factorize(patient)[0].astype("int64")
    return lines_of(
        book,
        payer=remits["payer"],
        plan=plan,
        code=remits["code"],
        mods=mods,
        units=remits["units"],
        charge=remits["charge"],
        dos=remits["dos"],
        pos=pos,
        npi=npi,
        patient=np.where((patient != "").to_numpy(), person, -1 - claims) if known else claims,
        claim=claims,
    )


def _classes(remits: pd.DataFrame, answers: Answers, kind: Ints) -> Ints:
    """The classes that need no price; COMPARED for all that is to be priced."""
    nothing = (remits["charge"] <= 0).to_numpy() & (remits["level"] == "line").to_numpy()
    nothing |= ((remits["level"] == "claim") & (remits["allowed"] == 0)).to_numpy()
    classes = np.full(len(remits), LineClass.COMPARED, dtype="int64")
    for mask, line_class in (
        (nothing, LineClass.NO_RATE),
        (remits["claim_status"].isin(SECONDARY).to_numpy(), LineClass.SECONDARY),
        ((kind == reasons.DENIAL) | (kind == reasons.DUPLICATE), LineClass.DENIED),
        (kind == reasons.BUNDLED, LineClass.BUNDLED),
        (kind == reasons.CAPITATION, LineClass.CAPITATED),
        (answers.superseded, LineClass.SUPERSEDED),
        (answers.reversed, LineClass.REVERSED),
    ):
        classes[mask] = line_class
    return classes


def _recoded(remits: pd.DataFrame, charges: pd.DataFrame, match: Billed) -> Mask:
    """Lines whose code the payer changed, by its own word or by the charges."""
    own_word = (remits["billed_code"] != "") & (remits["billed_code"] != remits["code"])
    changed: Mask = own_word.to_numpy(copy=True)
    if not charges.empty:
        own = match.text(charges, "code").to_numpy()
        changed |= (match.line >= 0) & (own != remits["code"].to_numpy())
    return changed


def _price_as_billed(
    remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame, match: Billed, claims: Ints, rows: Rows
) -> Ints:
    """What the billed code would have been priced at."""
    of = remits.iloc[rows].reset_index(drop=True)
    matched = Billed(match.line[rows], match.claim[rows])
    code = of["billed_code"]
    if not charges.empty:
        code = code.where(code != "", matched.text(charges, "code"))
    changed = of.assign(code=code, mod1=of["billed_mods"].where(of["billed_mods"] != "", of["mod1"]))
    return price(_lines(changed, book, charges, matched, claims[rows]), book).cents
