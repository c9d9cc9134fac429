"""CMS's physician fee schedule files: relative values, localities, counties, anesthesia and imaging caps.

The user downloads the zip from CMS and gives it as it is, or any of its CSV or XLSX files. Every file is read by
its headings, so that the layouts of 2019 to 2026 and those to come are the same to us.
"""

from medoffice_xl.readers.mpfs.archive import KIND, READER, read, recognises

__all__ = ["KIND", "READER", "read", "recognises"]
