"""The live workbook, in Excel on Windows and Mac, and in LibreOffice through the same object model.

The ribbon's buttons call `run`, the opened workbook `opened`; everything goes through xlwings' public object model.
"""

from medoffice_xl.hosts.excel.ribbon import run
from medoffice_xl.hosts.excel.version import opened

__all__ = ["opened", "run"]
