"""The cell functions of the workbook, one file an area. Importing this registers them all."""

from udfs import (
    charges,
    collections,
    compliance,
    explain,
    fee_review,
    mpfs,
    payers,
    profitability,
    receivables,
    tables,
    what_if,
)

__all__ = [
    "charges",
    "collections",
    "compliance",
    "explain",
    "fee_review",
    "mpfs",
    "payers",
    "profitability",
    "receivables",
    "tables",
    "what_if",
]
