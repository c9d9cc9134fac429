"""`medoffice init`: a workbook of one's own, set for this machine."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.book.layout import read_layout
from medoffice_xl.book.master import NAME, master_workbook, put_workbook
from medoffice_xl.book.package import Package
from medoffice_xl.book.personnel import NAME as PERSONNEL
from medoffice_xl.book.places import Place
from medoffice_xl.book.sheet_part import patch_values
from medoffice_xl.build.personnel import personnel_workbook
from medoffice_xl.build.sheets import conf
from medoffice_xl.cli.app import app, console
from medoffice_xl.cli.register import register_this_python
from medoffice_xl.windows.interpreter import windowless
from medoffice_xl.windows.server_class import XLWINGS_PROGRAM

INTERPRETER = {"win32": XLWINGS_PROGRAM, "darwin": "Interpreter_Mac"}
"""The setting that names Python to Excel, by system; elsewhere there is no Excel to tell."""


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where the workbook shall be; made if it is not there.")],
    personnel: Annotated[
        bool, typer.Option("--personnel", help="The Personnel workbook instead: pay, reviews, applicants, files.")
    ] = False,
) -> None:
    """Put a fresh workbook into a folder, set for this machine. A workbook that is there is never overwritten."""
    if personnel:
        path = put_workbook(folder, personnel_workbook(), PERSONNEL)
        console.print(f"Your Personnel workbook: {path}", markup=False)
        console.print("Open it in Excel and encrypt it first: File, Info, Protect Workbook, Encrypt with Password.")
        return
    workbook = make_workbook(folder, sys.platform, Path(sys.executable))
    console.print(f"Your workbook: {workbook}", markup=False)
    if sys.platform == "win32":
        register_this_python()
    if sys.platform in INTERPRETER:
        console.print("Open it in Excel and press “Enable Content”.")
    else:
        console.print(f"Open it in LibreOffice with: medoffice libreoffice {workbook}", markup=False)


def make_workbook(folder: Path, platform: str, executable: Path) -> Path:
    """The master workbook with the interpreter in its settings, in one step; raises BookError or CannotWrite."""
    content = master_workbook().read_bytes()
    if platform in INTERPRETER:
        content = _with_setting(content, INTERPRETER[platform], interpreter(platform, executable))
    return put_workbook(folder, content)


def interpreter(platform: str, executable: Path) -> str:
    """The Python that Excel shall start: this one, on Windows in its form without a console."""
    return str(windowless(executable) if platform == "win32" else executable)


def _with_setting(workbook: bytes, setting: str, value: str) -> bytes:
    package = Package(workbook, NAME)
    row = 1 + [key for key, _ in conf.ENTRIES].index(setting)
    part = read_layout(package).sheets[conf.SHEET]
    return package.bytes_with({part: patch_values(package.read(part), {Place.parse(f"B{row}"): value}, {}, part)})
