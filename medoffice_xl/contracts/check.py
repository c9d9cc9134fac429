"""The voucher check: every remitted line classified, and what was allowed held against the contract.

Allowed is compared, never paid: a deductible or sequestration lowers the payment and not what is owed under the
contract. What cannot be compared says why; nothing is $0 for want of a contract.
"""

from dataclasses import fields

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind
from medoffice_xl.claims.which_answer_stands import NEEDED as NEEDED_FOR_ANSWERS
from medoffice_xl.claims.which_answer_stands import Answers, which_answer_stands
from medoffice_xl.contracts.batches import BATCH, batches
from medoffice_xl.contracts.billed import Billed, billed
from medoffice_xl.contracts.check_result import Checked, CheckInProgress
from medoffice_xl.contracts.deductions import deductions
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.late_payment import late_payment
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_of import lines_of
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.services import gather
from medoffice_xl.contracts.several_payments import answers_with_parts
from medoffice_xl.tables import CHARGES, empty_frame

Mask = npt.NDArray[np.bool_]

MODS = ["mod1", "mod2", "mod3", "mod4"]
NEEDED = list(
    dict.fromkeys((*NEEDED_FOR_ANSWERS, "pos", "received", "provider_npi", "units", "allowed", "contractual",
                   "prior_payer", "interest"))
)  # fmt: skip
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
    answers = which_answer_stands(remits, book.reasons)
    classes = _classes(remits, answers)
    rest = (remits["level"] == "claim").to_numpy() & (classes == LineClass.COMPARED)
    rows = np.flatnonzero((classes == LineClass.COMPARED) & ~rest)
    answer, again = answers_with_parts(answers, lines.payer, lines.charge, match.cents(there))
    services, service = gather(lines.take(rows), answer[rows])
    changed = np.flatnonzero(_recoded(remits, there, match))
    found = CheckInProgress(len(remits), lines, book)
    found.put(rows, service, price(services, book), services, remits, answers, again, book)
    found.remainders(np.flatnonzero(rest), answers.order, remits)
    found.classify(remits, classes, changed)
    if changed.size:
        found.as_billed[changed] = _price_as_billed(remits, book, there, match, claims, changed)
    contract, terms = found.contract, book.terms
    taken = deductions(remits, found.leader, found.allowed, found.expected, contract, terms)
    received = _received(remits, there, match)
    late = late_payment(remits, received, answers.order, found.line_class, found.twice, contract, terms)
    over = found.above(book.unit_limits)
    return found.checked(remits, answers, taken, late, over)


def _received(remits: pd.DataFrame, charges: pd.DataFrame, match: Billed) -> "pd.Series[pd.Timestamp]":
    """The day each line's claim reached the payer: as the payer says, or else the day it was sent."""
    said = remits["received"].reset_index(drop=True)
    return said if charges.empty else said.fillna(match.day(charges, "submit_date"))


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


_CLASS_OF_KIND = {
    AnswerKind.NOTED: LineClass.UNDECIDED,
    AnswerKind.TO_PATIENT: LineClass.PATIENT,
    AnswerKind.CAPITATED: LineClass.CAPITATED,
    AnswerKind.BUNDLED: LineClass.BUNDLED,
    AnswerKind.DUPLICATE: LineClass.DUPLICATE,
    AnswerKind.DENIED: LineClass.DENIED,
}


def _classes(remits: pd.DataFrame, answers: Answers) -> Ints:
    """The classes that need no price; COMPARED for all that is to be priced."""
    nothing = (remits["charge"] <= 0).to_numpy() & (remits["level"] == "line").to_numpy()
    nothing |= ((remits["level"] == "claim") & (remits["allowed"] == 0)).to_numpy()
    classes = np.full(len(remits), LineClass.COMPARED, dtype="int64")
    for mask, line_class in (
        (nothing, LineClass.NO_RATE),
        (answers.secondary, LineClass.SECONDARY),
        *((answers.kind == kind, line_class) for kind, line_class in _CLASS_OF_KIND.items()),
        (answers.undecided, LineClass.UNDECIDED),
        (answers.replaced | (~answers.paying & answers.left & ~answers.final), LineClass.SUPERSEDED),
        (answers.reversal | answers.fell, LineClass.REVERSED),
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
