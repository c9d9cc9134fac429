"""The voucher check: every remitted line classified, and what was allowed held against the contract.

Allowed is compared, never paid: a deductible or sequestration lowers the payment and not what is owed under the
contract. What cannot be compared says why; nothing is $0 for want of a contract.
"""

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts import reasons
from medoffice_xl.contracts.batches import BATCH, batches
from medoffice_xl.contracts.billed import Billed, billed
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.keys import combine
from medoffice_xl.contracts.line_class import Finding, LineClass
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_of import lines_of
from medoffice_xl.contracts.pricing import Priced, price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.services import firsts, gather
from medoffice_xl.contracts.settle import REVERSAL, Answers, settle
from medoffice_xl.contracts.status import Status
from medoffice_xl.contracts.variance import findings, recovered
from medoffice_xl.tables import CHARGES, empty_frame

Mask = npt.NDArray[np.bool_]

SECONDARY = ("2", "3", "20", "21")
MODS = ["mod1", "mod2", "mod3", "mod4"]
NEEDED = [
    "trace", "payer_id", "payer", "paid_date", "claim_seq", "level", "claim_id", "line_control", "claim_status", "pos",
    "frequency", "provider_npi", "dos", "code", *MODS, "billed_code", "billed_mods", "units", "charge", "paid",
    "allowed", "contractual", "prior_payer", "adjustments",
]  # fmt: skip
"""Columns of Remits that the check looks at."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The check, one place a remitted line; money in cents.

    The figures of a service stand on its first line, marked by `compared`; its other lines name that one in `leader`.
    `lacking` is how far the charge is below the contract, `recovered` what a later answer added to the first
    underpaid one, `as_billed` the price of the billed code where the payer changed it (else 0).
    `full_difference` marks secondary answers that book the whole difference as contractual, `unpaired` reversals
    of what was never seen.
    """

    line_class: Ints
    finding: Ints
    status: Ints
    source: Ints
    contract: Ints
    payer: Ints
    leader: Ints
    compared: Mask
    allowed: Ints
    expected: Ints
    variance: Ints
    recovered: Ints
    lacking: Ints
    as_billed: Ints
    units: Ints
    mods: Ints
    facility: Mask
    full_difference: Mask
    unpaired: Mask


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
    outcome = _Outcome(len(remits), lines)
    outcome.put(rows, service, price(services, book), services, remits, answers, book)
    outcome.remainders(np.flatnonzero(rest), adjudication, remits)
    outcome.classify(remits, classes, changed)
    if changed.size:
        outcome.as_billed[changed] = _price_as_billed(remits, book, there, match, claims, changed)
    return outcome.checked(remits, answers, kind)


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
    """The remitted lines, with what only the charges know: plan, patient, place, and modifiers not sent back."""
    known = not charges.empty
    empty = pd.Series([""], dtype="str").repeat(len(remits)).reset_index(drop=True)
    mods = [remits[name] for name in MODS]
    pos, plan, patient = remits["pos"], empty, empty
    if known:
        silent = np.logical_and.reduce([(column == "").to_numpy() for column in mods])
        mods += [match.text(charges, name).where(silent, "") for name in MODS]
        there = match.text(charges, "pos", of_claim=True)
        pos = pos.reset_index(drop=True).where((remits["pos"] != "").to_numpy(), there)
        plan, patient = (match.text(charges, name, of_claim=True) for name in ("plan", "patient_acct"))
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
        npi=remits["provider_npi"],
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


class _Outcome:
    """The columns of the check while they come to be."""

    def __init__(self, size: int, lines: Lines) -> None:
        self.lines = lines
        self.leader = np.arange(size)
        self.compared = np.zeros(size, dtype=bool)
        self.status, self.source, self.contract, self.allowed, self.expected, self.lacking, self.as_billed = (
            np.zeros(size, dtype="int64") for _ in range(7)
        )
        self.finding = np.zeros(size, dtype="int64")
        self.units, self.mods = lines.units.copy(), lines.mods.copy()
        self.single = np.ones(size, dtype=bool)
        self.line_class = np.zeros(size, dtype="int64")

    def put(
        self,
        rows: Rows,
        service: Ints,
        priced: Priced,
        services: Lines,
        remits: pd.DataFrame,
        answers: Answers,
        book: Rulebook,
    ) -> None:
        """Place what was found out about each service on its first line."""
        lead = rows[firsts(service)]
        self.leader[rows] = lead[service]
        self.single[rows] = np.bincount(service)[service] == 1 if rows.size else True
        allowed = np.bincount(service, weights=remits["allowed"].to_numpy()[rows], minlength=len(lead))
        self.status[rows] = priced.status[service]
        self.contract[rows], self.source[rows] = priced.contract[service], priced.source[service]
        self.allowed[lead] = allowed.astype("int64")
        self.lacking[lead] = priced.below
        self.units[lead], self.mods[lead] = services.units, services.mods
        self.compared[lead] = priced.status == Status.PRICED
        self.expected[lead] = np.where(answers.twice[lead], 0, priced.cents)
        variance = self.allowed[lead] - self.expected[lead]
        found = findings(variance, self.expected[lead], priced.contract, book.terms)
        found = np.where(answers.twice[lead], Finding.PAID_TWICE, found)
        self.finding[lead] = np.where(self.compared[lead], found, Finding.NOT_COMPARED)

    def remainders(self, rows: Rows, adjudication: Ints, remits: pd.DataFrame) -> None:
        """What was taken or added at claim level counts against the claim's lines that could be compared."""
        if not rows.size:
            return
        of_compared = np.isin(adjudication[rows], adjudication[self.compared])
        self.status[rows[~of_compared]] = Status.UNLISTED
        rows = rows[of_compared]
        self.compared[rows] = True
        self.allowed[rows] = remits["allowed"].to_numpy()[rows]
        self.finding[rows] = np.where(self.allowed[rows] < 0, Finding.UNDERPAID, Finding.OVERPAID)

    def classify(self, remits: pd.DataFrame, classes: Ints, changed: Rows) -> None:
        """The classes that need the price, the first that fits."""
        self.line_class = classes
        priced = classes == LineClass.COMPARED
        self.line_class[priced & (self.lacking[self.leader] > 0)] = LineClass.BELOW_CONTRACT
        recoded = np.zeros(len(classes), dtype=bool)
        recoded[changed] = True
        self.line_class[priced & recoded] = LineClass.RECODED
        owes_all = ((remits["paid"] == 0) & (remits["allowed"] > 0)).to_numpy()
        self.line_class[priced & owes_all] = LineClass.PATIENT
        self.line_class[priced & (self.status != Status.PRICED)] = LineClass.NO_RATE
        self.line_class[priced & (self.status == Status.CAPITATED)] = LineClass.CAPITATED

    def checked(self, remits: pd.DataFrame, answers: Answers, kind: Ints) -> Checked:
        """The finished check."""
        allowed = remits["allowed"].to_numpy()
        reversal = (remits["claim_status"] == REVERSAL).to_numpy()
        gained = np.zeros(len(allowed), dtype="int64")
        some = np.flatnonzero(answers.repeated)
        if some.size:
            answer = ~reversal & (kind == reasons.NONE) & ~answers.twice
            final = self.compared & self.single & ~answers.twice
            gained[some] = recovered(
                answers.item[some], answers.order[some], allowed[some], self.expected[some], answer[some], final[some]
            )
        secondary = self.line_class == LineClass.SECONDARY
        whole = (remits["contractual"] == remits["charge"] - remits["paid"]).to_numpy()
        return Checked(
            line_class=self.line_class,
            finding=self.finding,
            status=self.status,
            source=self.source,
            contract=self.contract,
            payer=self.lines.payer,
            leader=self.leader,
            compared=self.compared,
            allowed=self.allowed,
            expected=self.expected,
            variance=np.where(self.compared, self.allowed - self.expected, 0),
            recovered=gained,
            lacking=self.lacking,
            as_billed=self.as_billed,
            units=self.units,
            mods=self.mods,
            facility=self.lines.facility,
            full_difference=secondary & whole & (remits["prior_payer"] == 0).to_numpy(),
            unpaired=reversal & ~answers.paired,
        )
