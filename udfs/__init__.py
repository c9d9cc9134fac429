"""The cell functions of the workbook, one file an area. Importing this registers them all."""

from udfs import charges, collections, compliance, explain, mpfs, payers, receivables, tables

__all__ = ["charges", "collections", "compliance", "explain", "mpfs", "payers", "receivables", "tables"]
