"""What a column of a list of statements may be, and the headings that say so, by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medoffice_xl.readers.heading_words import words
from medoffice_xl.tables.patient_accounts import STATEMENTS
from medoffice_xl.tables.schema import Column, day, text

if TYPE_CHECKING:
    # The area's manifest names these columns, and is imported where nothing reads workbooks.
    from medoffice_xl.readers.sheets import Cell

DATED, STATUS, IS_SENT, IS_RECEIPT = "statement_dated", "statement_status", "is_sent", "is_receipt"

_OF_ITS_STATE: tuple[Column, ...] = (
    day(DATED, "Statement date", "Day it bears, where the file has the day it was sent as well."),
    text(STATUS, "Statement status", "What became of it."),
    text(IS_SENT, "Is sent", "Whether it was sent."),
    text(IS_RECEIPT, "Is receipt", "Whether it is a receipt, which asks for nothing."),
)
COLUMNS: tuple[Column, ...] = (*STATEMENTS.columns, *_OF_ITS_STATE)

_HEADINGS = {
    "statement_account": """
        statement account; patient account number; patient account; patient account id; account number; account id;
        account; guarantor account number; guarantor account; chart number; chart id; chart; medical record number;
        mrn; patient id; patient number; patient chart number; person number; guarantor id; guarantor number;
        responsible party id; responsible party number
    """,
    "sent_on": """
        statement sent; date sent; sent; sent on; statement sent date; statement date sent; statement sent on;
        date statement sent; send date; statement send date; mailed date; date mailed; mail date; mailed;
        statement mailed date; statement mail date; date statement mailed; delivery date; delivered date;
        statement delivery date; transmission date; transmitted date; print date; printed date; date printed;
        statement print date; printed; last sent date
    """,
    DATED: """
        statement date; date of statement; patient statement date; statement created date; statement create date;
        statement run date; statement generated date; statement issue date; statement cycle date; bill date;
        created date; generated date; date generated; issue date; run date; cycle date; date
    """,
    "asked": """
        statement amount; statement amount due; statement balance due; amount due; balance due; total due;
        total amount due; total balance due; patient amount due; patient balance due; patient due; current amount due;
        current balance due; amount now due; due now; statement balance; statement total; total statement amount;
        amount billed; patient balance; patient total; patient amount; new balance; current balance; account balance;
        balance total; total balance; ending balance; balance; amount; total; patient responsibility
    """,
    "sent_by": """
        delivery method; method of delivery; statement delivery method; statement delivery; delivery type;
        delivery mode; delivery channel; delivery; sent via; send method; sent method; send via;
        statement method; statement mode; statement format; transmission type; transmission method; channel; mode;
        method
    """,
    "statement_number": """
        statement number; statement id; statement no; patient statement number; patient statement id;
        statement reference number; statement reference; statement invoice number; statement sequence number;
        statement control number
    """,
    STATUS: "statement status; status; delivery status; sent status; send status; statement delivery status",
    IS_SENT: "is sent; sent flag; was sent; statement is sent",
    IS_RECEIPT: "is receipt; receipt flag",
}  # fmt: skip
_TELLING = """
    statement type; statement cycle; statement count; statement format; statement message; number of statements;
    statement batch; statement batch number; statement page count; statement sequence
"""
"""Headings that only a list of statements has, and that nothing is read from."""


def _phrases(listed: str) -> Iterator[frozenset[str]]:
    return (frozenset(words(phrase)) for phrase in listed.split(";"))


_RANKS = {name: {phrase: rank for rank, phrase in reversed([*enumerate(_phrases(listed))])}
          for name, listed in _HEADINGS.items()}  # fmt: skip
_TELLS = frozenset(_phrases(_TELLING))
_STATEMENT = "statement"
_SENT = frozenset(
    ("sent", "send", "mailed", "mail", "delivered", "delivery", "transmitted", "transmission", "print", "printed")
)
_OTHERS = (
    frozenset(("procedure",)), frozenset(("service", "date")), frozenset(("vendor",)), frozenset(("supplier",)),
    frozenset(("employee",)), frozenset(("transaction",)), frozenset(("debit",)), frozenset(("credit",)),
    frozenset(("description",)), frozenset(("unit",)), frozenset(("modifier",)), frozenset(("check", "number")),
    frozenset(("routing",)), frozenset(("payee",)), frozenset(("diagnosis",)), frozenset(("appointment",)),
    frozenset(("minimum", "payment")), frozenset(("bank",)),
)  # fmt: skip
"""Words of headings that a list of charges, postings, bills, appointments, or what a bank or a card sends has."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one row: which is which field, and all of them as words."""

    fields: dict[str, str]
    said: tuple[frozenset[str], ...]

    @property
    def is_list_of_statements(self) -> bool:
        """Whether they say whose account, which day of a statement, and what it asked, its number or its delivery."""
        if not {"statement_account", "sent_on"} <= self.fields.keys() or self._says_others():
            return False
        of_day = frozenset(words(self.fields["sent_on"]))
        says_day = _STATEMENT in of_day or bool(_SENT & of_day)
        says_statement = any(_STATEMENT in each for each in self._own())
        about = self.fields.keys() & {"asked", "statement_number", "sent_by", STATUS}
        return says_day and says_statement and bool(about)

    def _own(self) -> Iterator[frozenset[str]]:
        """The words of the headings that are fields, and of those that only a list of statements has."""
        yield from (frozenset(words(heading)) for heading in self.fields.values())
        yield from (each for each in self.said if each in _TELLS)

    def _says_others(self) -> bool:
        return any(other <= each for each in self.said for other in _OTHERS)


def headings_of(row: "Sequence[Cell]") -> Headings:
    """What the cells of a row are, were it the heading row. Of several headings of a field, the earliest listed counts.

    Where no heading says the day it was sent, the day that the statement bears is taken for it.
    """
    cells = [str(cell).strip() for cell in row if cell is not None and str(cell).strip()]
    said = tuple(frozenset(words(cell)) for cell in cells)
    fields = {}
    for name, ranks in _RANKS.items():
        ranked = sorted((ranks[each], place) for place, each in enumerate(said) if each in ranks)
        if ranked:
            fields[name] = cells[ranked[0][1]]
    if "sent_on" not in fields and DATED in fields:
        fields["sent_on"] = fields.pop(DATED)
    return Headings(fields, said)
