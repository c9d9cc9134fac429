"""What single services should be paid: prices with the trail of how they came about."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from medoffice_xl.contracts.days import to_date
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.pricing import Priced, price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import IN_WORDS, SOURCE_WORDS, Source, Status
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Expected allowed amount",
    "price of one unit under the contract of the day of service, then the contract's rules in CMS's order, "
    "rounded half up to the cent once",
    "the practice's contracts; CMS, RVU25D, payment policy indicators",
)


@dataclass(frozen=True, slots=True)
class Services:
    """Services that have nothing to do with one another; `charge` in cents, 0 where it is not known."""

    payer: Sequence[str]
    code: Sequence[str]
    mods: Sequence[str]
    units: Sequence[float]
    dos: Sequence[pd.Timestamp]
    pos: Sequence[str]
    charge: Sequence[int]
    plan: Sequence[str] | None = None
    npi: Sequence[str] | None = None


def price_services(book: Rulebook, of: Services) -> Priced:
    """The services' prices, each of its own."""
    count = len(of.code)
    alone = np.arange(count, dtype="int64")
    lines = lines_to_price(
        book,
        ServiceColumns(
            payer=_text(of.payer),
            plan=_text(of.plan if of.plan is not None else [""] * count),
            code=_text(of.code),
            mods=[_text(of.mods)],
            units=pd.Series(of.units, dtype="float64"),
            charge=pd.Series(of.charge, dtype="int64"),
            dos=pd.Series(of.dos, dtype="datetime64[us]"),
            pos=_text(of.pos),
            npi=_text(of.npi if of.npi is not None else [""] * count),
            patient=alone,
            claim=alone,
        ),
    )
    return price(lines, book, keep_steps=count == 1)


def in_words(status: int) -> str:
    """Why a service has no price."""
    return IN_WORDS[Status(status)]


def explained(book: Rulebook, priced: Priced, payer: str, code: str) -> Measure:
    """The price of one service with its trail; raises NoData, with the reason, where it has none."""
    status = Status(int(priced.status[0]))
    if status is not Status.PRICED:
        raise NoData(_why(book, status, payer, code))
    terms = book.terms
    row = int(priced.contract[0])
    contract = terms.frame.iloc[row]
    last = contract["termination"]
    steps = [Part(step.rule, step.after, Unit.MONEY) for step in priced.steps[0]]
    base = priced.steps[0][0].before if priced.steps[0] else int(priced.cents[0])
    return Measure(
        int(priced.cents[0]),
        Unit.MONEY,
        DEFINITION,
        parts=(
            Part("Payer", str(contract["payer"]), Unit.TEXT),
            Part("Contract", str(contract["contract"]) or str(contract["method"]), Unit.TEXT),
            Part("In force from", to_date(int(terms.first[row])), Unit.DATE),
            Part("In force to", "open" if pd.isna(last) else f"{last:%Y-%m-%d}", Unit.TEXT),
            Part("Priced by", SOURCE_WORDS[Source(int(priced.source[0]))], Unit.TEXT),
            Part("Price of one unit", base, Unit.MONEY),
            *steps,
        ),
        rows_used=1,
        notes=tuple(f"{step.rule}: {step.source}" for step in priced.steps[0]),
    )


def _why(book: Rulebook, status: Status, payer: str, code: str) -> str:
    said = f"{payer}, {code}: {IN_WORDS[status]}."
    if status is Status.NO_PAYER:
        alike = did_you_mean(payer, book.names.names)
        return said + (f" Near it: {', '.join(alike)}." if alike else "")
    if status is Status.UNLISTED:
        alike = did_you_mean(code.upper(), [*book.schedule.codes, *book.medicare.codes])
        return said + (f" Near it: {', '.join(alike)}." if alike else "")
    return said


def _text(values: Sequence[str]) -> "pd.Series[str]":
    return pd.Series(list(values), dtype="str")
