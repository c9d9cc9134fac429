"""The remitted lines as they were billed: with what only the charges know, ready to be priced."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.billed import Billed, billed
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_of import lines_of
from medoffice_xl.contracts.rulebook import Rulebook

Mask = npt.NDArray[np.bool_]

MODS = ["mod1", "mod2", "mod3", "mod4"]

NEEDED = (
    "claim_id", "line_control", "payer", "code", *MODS, "billed_code", "billed_mods", "units", "charge", "dos", "pos",
    "provider_npi", "received",
)  # fmt: skip
"""Columns of Remits that this step looks at."""


@dataclass(frozen=True, slots=True)
class AsBilled:
    """Remitted lines beside the charges they answer: `lines` to be priced, `match` their places among `charges`.

    `claims` numbers the practice's claims. `recoded` marks lines whose code the payer changed.
    """

    remits: pd.DataFrame
    charges: pd.DataFrame
    match: Billed
    claims: Ints
    lines: Lines
    recoded: Mask

    @property
    def received(self) -> "pd.Series[pd.Timestamp]":
        """The day each line's claim reached the payer: as the payer says, or else the day it was sent."""
        said = self.remits["received"].reset_index(drop=True)
        return said if self.charges.empty else said.fillna(self.match.day(self.charges, "submit_date"))

    @property
    def charged(self) -> Ints:
        """The charge of each line as the charges have it; −1 where it is not known."""
        return self.match.cents(self.charges)

    def with_own_code(self, rows: Rows, book: Rulebook) -> Lines:
        """The lines at these places with the code and modifier that were billed, not those the payer put instead."""
        of = self.remits.iloc[rows].reset_index(drop=True)
        match = Billed(self.match.line[rows], self.match.claim[rows])
        code = of["billed_code"]
        if not self.charges.empty:
            code = code.where(code != "", match.text(self.charges, "code"))
        own = of.assign(code=code, mod1=of["billed_mods"].where(of["billed_mods"] != "", of["mod1"]))
        return _lines(own, self.charges, match, self.claims[rows], book)


def lines_as_billed(remits: pd.DataFrame, charges: pd.DataFrame, book: Rulebook) -> AsBilled:
    """Find the charge behind each line of a frame of the table `remits`, and make lines to be priced of both."""
    claims, names = pd.factorize(remits["claim_id"])
    claims = claims.astype("int64")
    match = billed(remits, charges, claims, pd.Index(names, dtype="str"))
    lines = _lines(remits, charges, match, claims, book)
    return AsBilled(remits, charges, match, claims, lines, _recoded(remits, charges, match))


def _lines(remits: pd.DataFrame, charges: pd.DataFrame, match: Billed, claims: Ints, book: Rulebook) -> Lines:
    """The lines, with plan and patient from the charges, and place, provider or modifiers that were not sent back."""
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


def _recoded(remits: pd.DataFrame, charges: pd.DataFrame, match: Billed) -> Mask:
    """Lines whose code the payer changed, by its own word or by the charges."""
    own_word = (remits["billed_code"] != "") & (remits["billed_code"] != remits["code"])
    changed: Mask = own_word.to_numpy(copy=True)
    if not charges.empty:
        own = match.text(charges, "code").to_numpy()
        changed |= (match.line >= 0) & (own != remits["code"].to_numpy())
    return changed
