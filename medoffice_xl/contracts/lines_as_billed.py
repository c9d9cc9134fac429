"""The remitted lines as they were billed: with what only the charges know, ready to be priced."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.billed_line import ANSWERED, NOT_FOUND, BilledLines, billed_lines
from medoffice_xl.claims.line_identity import MODS
from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.rulebook import Rulebook

Mask = npt.NDArray[np.bool_]

NEEDED = (*ANSWERED, "payer", "units", "pos", "provider_npi", "received")
"""Columns of Remits that this step looks at."""


@dataclass(frozen=True, slots=True)
class AsBilled:
    """Remitted lines beside the charges they answer: `lines` to be priced, `billed` their places among `charges`.

    `claims` numbers the practice's claims. `recoded` marks lines whose code the payer changed.
    """

    remits: pd.DataFrame
    charges: pd.DataFrame
    billed: BilledLines
    claims: Ints
    lines: Lines
    recoded: Mask

    @property
    def received(self) -> "pd.Series[pd.Timestamp]":
        """The day each line's claim reached the payer: as the payer says, or else the day it was sent."""
        said = self.remits["received"].reset_index(drop=True)
        if self.charges.empty:
            return said
        sent = np.append(self.charges["submit_date"].to_numpy(dtype="datetime64[us]"), np.datetime64("NaT"))
        return said.fillna(pd.Series(sent[self.billed.visit]))

    @property
    def charged(self) -> Ints:
        """The charge of each line as the charges have it; −1 where it is not known."""
        return np.append(self.charges["charge"].to_numpy(dtype="int64"), NOT_FOUND)[self.billed.line]

    def with_own_code(self, rows: Rows, book: Rulebook) -> Lines:
        """The lines at these places with the code and modifier that were billed, not those the payer put instead."""
        of = self.remits.iloc[rows].reset_index(drop=True)
        line, visit = self.billed.line[rows], self.billed.visit[rows]
        code = of["billed_code"]
        if not self.charges.empty:
            code = code.where(code != "", _text(self.charges, "code", line))
        own = of.assign(code=code, mod1=of["billed_mods"].where(of["billed_mods"] != "", of["mod1"]))
        return _lines(own, self.charges, line, visit, self.claims[rows], book)


def lines_as_billed(remits: pd.DataFrame, charges: pd.DataFrame, book: Rulebook) -> AsBilled:
    """Find the charge behind each line of a frame of the table `remits`, and make lines to be priced of both."""
    claims = pd.factorize(remits["claim_id"])[0].astype("int64")
    billed = billed_lines(remits, charges)
    lines = _lines(remits, charges, billed.line, billed.visit, claims, book)
    return AsBilled(remits, charges, billed, claims, lines, _recoded(remits, charges, billed.line))


def _text(charges: pd.DataFrame, column: str, places: Ints) -> "pd.Series[str]":
    """A text column of the charges at these places; "" where there is none."""
    return pd.Series(np.append(charges[column].to_numpy(dtype=object), "")[places], dtype="str")


def _lines(remits: pd.DataFrame, charges: pd.DataFrame, line: Ints, visit: Ints, claims: Ints, book: Rulebook) -> Lines:
    """The lines, with plan and patient from the charges, and place, provider or modifiers that were not sent back."""
    known = not charges.empty
    empty = pd.Series([""], dtype="str").repeat(len(remits)).reset_index(drop=True)
    mods = [remits[name] for name in MODS]
    pos, plan, patient, npi = remits["pos"], empty, empty, remits["provider_npi"]
    if known:
        silent = np.logical_and.reduce([(column == "").to_numpy() for column in mods])
        mods += [_text(charges, name, line).where(silent, "") for name in MODS]
        there = _text(charges, "pos", visit)
        pos = pos.reset_index(drop=True).where((remits["pos"] != "").to_numpy(), there)
        plan, patient = (_text(charges, name, visit) for name in ("plan", "patient_acct"))
        npi = npi.reset_index(drop=True).where((npi != "").to_numpy(), _text(charges, "npi", visit))
    person = pd.factorize(patient)[0].astype("int64")
    return lines_to_price(
        book,
        ServiceColumns(
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
        ),
    )


def _recoded(remits: pd.DataFrame, charges: pd.DataFrame, line: Ints) -> Mask:
    """Lines whose code the payer changed, by its own word or by the charges."""
    own_word = (remits["billed_code"] != "") & (remits["billed_code"] != remits["code"])
    changed: Mask = own_word.to_numpy(copy=True)
    if not charges.empty:
        own = _text(charges, "code", line).to_numpy()
        changed |= (line >= 0) & (own != remits["code"].to_numpy())
    return changed
