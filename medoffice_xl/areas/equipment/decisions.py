"""Candidates that are worth their price wait for somebody's word."""

from datetime import date

from medoffice_xl.areas.equipment.ranking import BUY, FULL_VOLUME, THESE_RATES, by_worth
from medoffice_xl.areas.equipment.sources import NEEDED, USED, Lookback, sources_of
from medoffice_xl.areas.equipment.tables import CANDIDATES
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.money import show
from medoffice_xl.sets import Tables

SHEET = "Equipment"
READS = tuple(dict.fromkeys((*NEEDED, *USED, *RULEBOOK.reads)))
_ASKS = {BUY: "Buy {}, or not", FULL_VOLUME: "{}: is its volume sure?", THESE_RATES: "{}: are its rates sure?"}


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    """What is worth it in any case, and what is so only at full volume or at these rates; all else is no question."""
    if not tables.has_rows(CANDIDATES.name):
        return []
    return [
        Decision(_ASKS[one.verdict].format(one.name), one.price, None, "",
                 f"Worth {show(one.npv or 0)} beyond its price; whether the budget reaches it stands there", SHEET)
        for one in by_worth(sources_of(tables), Lookback(as_of, terms.year, terms.settle))
        if one.verdict in _ASKS
    ]  # fmt: skip


DECISIONS = Decisions(READS, _decisions)
