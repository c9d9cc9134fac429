"""An xlwings engine over LibreOffice: code written for Excel with xlwings' public object model runs here too.

What a report writer needs is there: workbooks, sheets, ranges with their looks, names, tables, charts, page set-up.
The rest raises AttributeError, so that nothing seems done that was not.
"""

from medoffice_xl.hosts.libreoffice.engine.application import App, attach, register

__all__ = ["App", "attach", "register"]
