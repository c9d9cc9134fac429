"""Which sheets of a workbook show their tabs."""

import re
from html import escape

from medoffice_xl.book.package import Package

_WORKBOOK = "xl/workbook.xml"
_STATE = re.compile(rb'\s+state="(?:hidden|veryHidden)"')


def show_sheet(package: Package, name: str) -> None:
    """Let a sheet show its tab."""
    content = package.read(_WORKBOOK)
    named = re.compile(rb'<sheet\b[^>]*\bname="' + re.escape(escape(name).encode()) + rb'"[^>]*>')
    shown = named.sub(lambda tag: _STATE.sub(b"", tag[0]), content, count=1)
    if shown != content:
        package.replace(_WORKBOOK, shown)
