"""The practice's own billed lines, priced line by line under a rulebook."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas, within
from medoffice_xl.ledger.voided import standing_charges
from medoffice_xl.tables import CHARGES

MODS = ("mod1", "mod2", "mod3", "mod4")


@dataclass(frozen=True, slots=True)
class PricedLines:
    """Billed lines of a period with what their contracts allow: `allowed` counts where `known`; cents.

    `below` is how far the charge is below the contract, where it caps the price.
    """

    rows: pd.DataFrame
    known: npt.NDArray[np.bool_]
    allowed: Ints
    below: Ints


def billed_lines(charges: Frame, period: Period, as_of: date) -> pd.DataFrame:
    """The charge lines of the services of the period, charged by the day and not voided, above zero.

    Of any backend, as the pricing engine takes them.
    """
    there = standing_charges(charges, as_of, *CHARGES.names).filter(within("dos", period.first, period.last))
    rows = as_pandas(there, CHARGES)
    return rows[rows["charge"] > 0].sort_values(["claim_id", "line_id"], kind="stable").reset_index(drop=True)


def priced_lines(rows: pd.DataFrame, book: Rulebook) -> PricedLines:
    """The lines priced under the rulebook, each on its own day of service."""
    outcome = price(as_lines(rows, book), book)
    return PricedLines(rows, outcome.status == Status.PRICED, outcome.cents, outcome.below)


def as_lines(rows: pd.DataFrame, book: Rulebook) -> Lines:
    """Rows of the table of charges as the engine's lines."""
    claim = pd.factorize(rows["claim_id"])[0].astype("int64")
    patient = pd.factorize(rows["patient_acct"].where(rows["patient_acct"] != "", rows["claim_id"]))[0]
    return lines_to_price(
        book,
        ServiceColumns(
            payer=rows["payer"],
            plan=rows["plan"],
            code=rows["code"],
            mods=[rows[name] for name in MODS],
            units=rows["units"],
            charge=rows["charge"],
            dos=rows["dos"],
            pos=rows["pos"],
            npi=rows["npi"],
            patient=patient.astype("int64"),
            claim=claim,
        ),
    )
