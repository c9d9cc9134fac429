"""Remittance advice (X12 835, 005010X221A1 and 004010X091A1): recognised, read into tables, checked to the cent."""

from medoffice_xl.readers.era.reader import READER, read, read_many, recognises
from medoffice_xl.readers.era.remittance import KIND, Remittance, interpret

__all__ = ["KIND", "READER", "Remittance", "interpret", "read", "read_many", "recognises"]
