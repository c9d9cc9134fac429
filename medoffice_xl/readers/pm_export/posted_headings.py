"""Headings of money posted: who paid, what was done, and whether the column is the amount, its day or its reason."""

from collections.abc import Sequence

from medoffice_xl.readers.pm_export.contents import fit, looks_like_amounts, looks_like_days
from medoffice_xl.readers.pm_export.fields import Holds
from medoffice_xl.readers.sheets import Cell

_PAID = frozenset({"payment", "remittance", "collected", "collection", "applied"})
_ADJUSTED = frozenset({"adjustment", "writeoff", "contractual", "discount", "allowance", "courtesy", "debt"})
_CHECK = frozenset({"check", "eft", "trace"})
_PATIENT = frozenset({"patient", "guarantor", "copay", "family", "self", "person", "cash"})
_RANKS = {"tertiary": "ter_paid", "secondary": "sec_paid", "primary": "ins_paid"}
_INSURANCE = frozenset({"insurance", "payer", "carrier", "plan", "medicare", "medicaid", "remittance", *_RANKS})
_OTHER_WORDS = """
balance due unapplied status method responsible class expected allowed unpaid user claim policy plan count net charged
unit owed payable outstanding address phone fee location provider schedule
"""
_NOT_POSTED = frozenset(_OTHER_WORDS.split())
_STILL_OWED = "pr"
"""The group of adjustments that are the patient's share: no money moves, and nothing is written off."""

_REASON = frozenset({"reason", "code", "type", "description", "group", "category"})
_ONLY_A_REASON = frozenset({"reason", "code", "description", "transaction"})
_NUMBER = frozenset({"number", "reference", "identifier", "trace"})

CERTAIN, CLOSE = 0.95, 0.8


def posted_field(words: Sequence[str], cells: Sequence[Cell]) -> tuple[str, float]:
    """The field of money posted that a heading names, and how sure that is; ("", 0) for any other heading.

    `cells` are a sample of the column: they tell an amount from a day or a reason.
    """
    said = frozenset(words[1:] if len(words) > 1 and words[0] == "charge" else words)
    paid, adjusted, refund = said & _PAID, said & _ADJUSTED, "refund" in said
    check = said & _CHECK
    no_posting = (said & _NOT_POSTED and "contractual" not in said) or (adjusted and _STILL_OWED in said)
    only_a_reason = "reason" in said and said <= _ONLY_A_REASON
    if no_posting or not (paid or adjusted or refund or check or only_a_reason):
        return "", 0.0
    if "date" in said or looks_like_days(cells):
        return _dated(said, bool(adjusted)), CLOSE * fit(cells, Holds.DAY)
    of_check = check and not (paid and looks_like_amounts(cells))
    if of_check or (paid and said & _NUMBER):
        return "trace", CLOSE * fit(cells, Holds.ID)
    if (adjusted and said & _REASON) or only_a_reason:
        return "adj_reason", CLOSE * fit(cells, Holds.TEXT)
    if said & _REASON:
        return "", 0.0
    return _amount(said, bool(adjusted), refund), CERTAIN * fit(cells, Holds.AMOUNT)


def _dated(said: frozenset[str], adjusted: bool) -> str:
    if adjusted and not said & _PAID:
        return "adj_date"
    if said & {"secondary", "tertiary"}:
        return "sec_date"
    return "pat_paid_date" if said & _PATIENT and not said & _INSURANCE else "remit_date"


def _amount(said: frozenset[str], adjusted: bool, refund: bool) -> str:
    if refund:
        return "refund"
    if adjusted:
        if said & {"contractual", "allowance", "co"} or (said & _INSURANCE and "discount" not in said):
            return "contractual_adj"
        return (
            "other_adj" if said & (_PATIENT | {"other", "writeoff", "discount", "courtesy", "bad", "debt"}) else "adj"
        )
    for rank, field in _RANKS.items():
        if rank in said and not said & _PATIENT:
            return field
    if said & _PATIENT:
        return "pat_paid"
    return "ins_paid" if said & _INSURANCE else "paid"
