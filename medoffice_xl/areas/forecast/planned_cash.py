"""The cash forecast whose services to come are the budget's: planned visits by payer, at what they are allowed."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from medoffice_xl.areas.forecast.back_test import AHEAD
from medoffice_xl.areas.forecast.cash_forecast import cash_forecast, projected
from medoffice_xl.areas.forecast.experience import NO_CLASS, Experience
from medoffice_xl.areas.forecast.projection import Pattern, Projection
from medoffice_xl.areas.forecast.sources import experience_of, rules_of
from medoffice_xl.areas.forecast.triangle import Numbers
from medoffice_xl.ledger.calendar_months import first_day, month_numbers
from medoffice_xl.measure import Breakdown
from medoffice_xl.sets import Tables
from medoffice_xl.tables import BUDGET_VISITS, PAYERS


def planned_cash(tables: Tables, as_of: date) -> Breakdown:
    """`cash_forecast` with *Budget visits* in the place of services like those of late, month by month.

    A planned visit brings what it is allowed × what comes in of its payer's class, as fast as that class pays. A month
    that nobody planned is as of late, and told.
    """
    of, rules = experience_of(tables, as_of), rules_of(tables, as_of)
    made = projected(of, rules)
    visits = tables[BUDGET_VISITS.name]
    months = [of.last + 1 + ahead for ahead in range(AHEAD)]
    coming = np.zeros(AHEAD)
    silent = []
    for ahead, month in enumerate(months):
        theirs = visits[month_numbers(visits["month"]) == month]
        if theirs.empty:
            silent.append(month)
            coming += _as_of_late(made, ahead)
        else:
            coming += _of_visits(theirs, _patterns(of, made, tables[PAYERS.name]), ahead)
    return cash_forecast(of, rules, as_of, coming, _told(silent))


def _patterns(of: Experience, made: Projection, listed: pd.DataFrame) -> dict[str, Pattern]:
    """How each payer pays, by its name in lower case; a payer without services as its class, "" as all others."""
    kinds = dict(zip(listed["payer"].str.strip().str.casefold(), listed["payer_class"], strict=True))
    kinds |= dict(zip((name.casefold() for name in of.payers), of.classes, strict=True))
    largest = of.classes[int(of.money.sum(axis=(1, 2)).argmax())]
    usual = made.by_class.get(NO_CLASS, made.by_class[largest])
    return {"": usual} | {name: made.by_class.get(kind, usual) for name, kind in kinds.items()}


def _of_visits(visits: pd.DataFrame, patterns: dict[str, Pattern], ahead: int) -> Numbers:
    """What the visits of one month bring in each month ahead."""
    found = np.zeros(AHEAD)
    for payer, number, allowed in zip(visits["payer"], visits["visits"], visits["allowed"], strict=True):
        pattern = patterns.get(payer.strip().casefold(), patterns[""])
        found += number * allowed * pattern.rate * _from(pattern, ahead)
    return found


def _from(pattern: Pattern, ahead: int) -> Numbers:
    """The shares that come in each month ahead of services of the month at place `ahead`."""
    return np.diff([pattern.paid_by(month - ahead) for month in range(-1, AHEAD)])


def _as_of_late(made: Projection, ahead: int) -> Numbers:
    """What services like those of late bring in each month ahead, of the month at place `ahead` alone."""
    of_first = np.diff(made.coming.sum(axis=0), prepend=0.0)
    return np.concatenate([np.zeros(ahead), of_first[: AHEAD - ahead]])


def _told(silent: Sequence[int]) -> list[str]:
    """What to know of the plan."""
    said = ["Services to come are those of Budget visits; the interval is that of forecasts by services of late."]
    if silent:
        named = ", ".join(f"{first_day(month):%B %Y}" for month in silent)
        said.append(f"Budget visits has no rows for {named}: services are as of late.")
    return said
