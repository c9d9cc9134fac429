"""Payers that do not even pay the variable cost of their visits: keep, renegotiate or leave."""

from datetime import date

from medoffice_xl.areas.payers.payer_economics import Books, economics
from medoffice_xl.areas.payers.payer_economics import Terms as CostTerms
from medoffice_xl.areas.payers.payer_recommendation import NO_CONTRACT
from medoffice_xl.areas.payers.unlisted_payers import payer_classes
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.errors import NOT_KNOWN
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.money import show
from medoffice_xl.sets import Tables

SHEET = "Payer review"
OF_BOOKS = ("charges", "payments", "remits", "costs", "mpfs", "charge_master")
READS = (*OF_BOOKS, "payers", *REASONS.reads)


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    if not all(tables.has_rows(name) for name in ("charges", "payments", "costs", "payers")):
        return []
    try:
        books = Books(**{name: tables.rows(name) for name in OF_BOOKS}, reasons=tables.shared(REASONS))
        found = economics(books, CostTerms(as_of, terms.year, terms.settle)).payers
    except NOT_KNOWN:
        return []
    classes = payer_classes(tables["payers"])
    return [
        Decision(f"Leave {name}, or renegotiate", of.money - of.variable, None, "",
                 f"Paid {show(of.variable - of.money)} less in the year than the variable cost of its visits", SHEET)
        for name, of in found.items()
        if of.money < of.variable and classes.get(name, "") not in NO_CONTRACT
    ]  # fmt: skip


DECISIONS = Decisions(READS, _decisions)
