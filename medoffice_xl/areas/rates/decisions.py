"""Contracts with payers whose notice day is near: somebody has to say whether they are kept."""

from datetime import date

from medoffice_xl.areas.rates.contract_calendar import COLUMNS, NOTICE_BY, contract_calendar
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.measure import Value
from medoffice_xl.sets import Tables

MONTHS_AHEAD = 3
SHEET = "Negotiation"


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    contracts = tables.get("contracts")
    if contracts is None or not len(contracts):
        return []
    try:
        body = contract_calendar(contracts, as_of, MONTHS_AHEAD).body
    except NoData:
        return []
    names = [column.header for column in COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in body]
    return [
        Decision(f"Keep the contract with {row['Payer']}, renegotiate or give notice", None, _day(row["Date"]), "",
                 f"{row['Contract']}: the notice day is {row['Days left']} days ahead", SHEET)
        for row in rows
        if row["What"] == NOTICE_BY
    ]  # fmt: skip


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


DECISIONS = Decisions(("contracts",), _decisions)
