"""The live workbook, in Excel on Windows and Mac, and in LibreOffice through the same object model.

The ribbon's buttons call `run`; everything here goes through xlwings' public object model.
"""

from medoffice_xl.hosts.excel.ribbon import run

__all__ = ["run"]
