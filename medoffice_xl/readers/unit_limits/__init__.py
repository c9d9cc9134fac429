"""CMS's quarterly medically unlikely edits (MUE) of practitioner services: the most units of a code a day.

The user downloads the zip from CMS and gives it as it is, or its CSV or XLSX file. CMS publishes two more such files,
for hospitals and for suppliers of equipment; they have other limits and are refused by name. Source: CMS, National
Correct Coding Initiative, “Medically Unlikely Edits”.
"""

from medoffice_xl.readers.unit_limits.archive import KIND, READER, read, recognises

__all__ = ["KIND", "READER", "read", "recognises"]
