"""What one procedure is allowed: its codes at every payer's contract rates, weighed by the practice's payer mix."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.equipment.tables import CODES
from medoffice_xl.contracts.expected import Services, in_words, price_services
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import LeftOut, Part, Unit
from medoffice_xl.production.code_use import CodeUse, code_use
from medoffice_xl.sets.unchanging import remembered

OFFICE = "11"


@dataclass(frozen=True, slots=True)
class Allowed:
    """Cents a procedure, exact; by payer; what of the mix has no price. `done` is how often a month it is done now."""

    cents: Fraction
    by_payer: tuple[tuple[str, Fraction], ...]
    left_out: tuple[LeftOut, ...]
    mix: str
    done: Fraction
    lines: int

    @property
    def parts(self) -> list[Part]:
        """The amounts by payer, and whose mix weighs them."""
        return [
            Part("Payer mix of", self.mix, Unit.TEXT),
            *(Part(f"Allowed by {payer}", round(cents), Unit.MONEY) for payer, cents in self.by_payer),
        ]


@dataclass(frozen=True, slots=True)
class _Billed:
    """One code of a procedure."""

    code: str
    mods: str
    units: float
    pos: str


def allowed_a_procedure(
    codes: pd.DataFrame, name: str, charges: Frame, book: Rulebook, period: Period, as_of: date
) -> Allowed:
    """The average of every payer's contract amounts on `as_of` for the candidate's codes, weighed by lines billed.

    The mix is that of the codes' own lines in the period, or of all lines where none of them was billed. A payer
    whose contract does not price every code is left out of the average, and said. Raises NoData without codes,
    without charges, or where no payer has a price.
    """
    return remembered(_allowed, codes, charges, book, asked=(name, period, as_of))


def _allowed(codes: pd.DataFrame, charges: Frame, book: Rulebook, name: str, period: Period, as_of: date) -> Allowed:
    billed = _codes_of(codes, name)
    if not billed:
        raise NoData(f"{name}: type what a procedure is allowed, or what is billed for it on {CODES.sheet}.")
    used = code_use(charges, period, as_of)
    own = [use for use in used if use.code in {one.code for one in billed}]
    weights = _weights(own or used)
    if not weights:
        raise NoData(f"{name}: no services were charged from {period}, so that the payer mix is not known.")
    sums, why = _by_payer(book, billed, list(weights), as_of)
    priced = {payer: weight for payer, weight in weights.items() if payer in sums}
    if not priced:
        raise NoData(f"{name}: no payer's contract prices its codes ({why[next(iter(weights))]}).")
    whole = sum(priced.values())
    cents = sum((Fraction(weight, whole) * sums[payer] for payer, weight in priced.items()), Fraction(0))
    main = billed[0]
    done = sum(
        (Fraction(use.units, 1000) for use in used if (use.code, use.mods) == (main.code, main.mods)), Fraction(0)
    )
    return Allowed(
        cents,
        tuple((_said(payer), sums[payer]) for payer in priced),
        tuple(LeftOut(f"{_said(payer)}: {why[payer]}", weights[payer]) for payer in weights if payer not in sums),
        "these codes" if own else "all services",
        done / Fraction(str(main.units)) / (Fraction(period.days * 12, 365)),
        whole,
    )


def _codes_of(codes: pd.DataFrame, name: str) -> list[_Billed]:
    rows = codes[codes["candidate"].str.strip().str.casefold() == name.strip().casefold()]
    return [
        _Billed(
            str(row["code"]).strip().upper(),
            " ".join(str(row["mods"]).upper().split()),
            1.0 if pd.isna(row["units"]) else float(row["units"]),
            str(row["pos"]).strip() or OFFICE,
        )
        for row in rows.to_dict("records")
    ]


def _weights(used: Sequence[CodeUse]) -> dict[tuple[str, str], int]:
    """Lines by payer and plan, most first; those whose charges were all reversed weigh nothing."""
    lines: dict[tuple[str, str], int] = {}
    for use in used:
        if use.charge > 0:
            lines[use.payer, use.plan] = lines.get((use.payer, use.plan), 0) + use.lines
    return dict(sorted(lines.items(), key=lambda item: (-item[1], item[0])))


def _by_payer(
    book: Rulebook, billed: Sequence[_Billed], payers: Sequence[tuple[str, str]], as_of: date
) -> tuple[dict[tuple[str, str], Fraction], dict[tuple[str, str], str]]:
    """What each payer allows for all codes together, in cents, and why one has no price."""
    asked = [(payer, one) for payer in payers for one in billed]
    priced = price_services(
        book,
        Services(
            payer=[payer for (payer, _), _ in asked],
            plan=[plan for (_, plan), _ in asked],
            code=[one.code for _, one in asked],
            mods=[one.mods for _, one in asked],
            units=[one.units for _, one in asked],
            dos=[pd.Timestamp(as_of)] * len(asked),
            pos=[one.pos for _, one in asked],
            charge=[0] * len(asked),
        ),
    )
    sums: dict[tuple[str, str], Fraction] = {}
    why: dict[tuple[str, str], str] = {}
    for (payer, one), status, cents in zip(asked, priced.status.tolist(), priced.cents.tolist(), strict=True):
        if status != Status.PRICED:
            why.setdefault(payer, f"{one.code}, {in_words(status)}")
        sums[payer] = sums.get(payer, Fraction(0)) + cents
    return {payer: cents for payer, cents in sums.items() if payer not in why}, why


def _said(payer: tuple[str, str]) -> str:
    return " ".join(part for part in payer if part)
