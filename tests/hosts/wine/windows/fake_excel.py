"""A few of Excel's objects as COM objects of this process, with the type ids by which xlwings knows them.

They hold cells and nothing else: no formula calculates. That is enough for arguments that are ranges, for
Book.caller(), and for a report that goes to a sheet.
"""

# ruff: noqa: RUF012  (lists, as pywin32 wants them)

import ctypes
import os
import re
import tempfile
from pathlib import Path

import pythoncom
import pywintypes
import win32com.server.policy
import win32com.server.util
import win32con
import win32gui
from win32com.client import VARIANT
from win32com.server.exception import COMException

EXCEL = "{00020813-0000-0000-C000-000000000046}"
IDS = {
    "Range": "{00020846-0000-0000-C000-000000000046}",
    "_Workbook": "{000208DA-0000-0000-C000-000000000046}",
    "_Worksheet": "{000208D8-0000-0000-C000-000000000046}",
    "_Application": "{000208D5-0000-0000-C000-000000000046}",
    "Sheets": "{000208D7-0000-0000-C000-000000000046}",
}
DISPATCH = "{00020400-0000-0000-C000-000000000046}"
SYS_WIN64 = 3
WM_GETOBJECT, OBJID_NATIVEOM = 0x3D, 0xFFFFFFF0
_types = []


def _type_info(name: str):
    if not _types:
        path = str(Path(tempfile.mkdtemp()) / "excel.tlb")
        made = pythoncom.CreateTypeLib2(SYS_WIN64, path)
        made.SetGuid(pywintypes.IID(EXCEL))
        made.SetVersion(1, 9)
        made.SetName("Excel")
        made.SetLcid(0)
        for type_name, guid in IDS.items():
            kind = made.CreateTypeInfo(type_name, pythoncom.TKIND_DISPATCH)
            kind.SetGuid(pywintypes.IID(guid))
            kind.SetTypeFlags(0x1040)  # dispatchable, dual
            kind.LayOut()
        made.SaveAllChanges()
        _types.append(pythoncom.LoadTypeLib(path))
    return _types[0].GetTypeInfoOfGuid(pywintypes.IID(IDS[name]))


class _Policy(win32com.server.policy.DesignatedWrapPolicy):
    def _build_typeinfos_(self):
        return [_type_info(self._obj_._typename_)]


def wrap(thing):
    """The COM object of a fake."""
    return win32com.server.util.wrap(thing, usePolicy=_Policy)


def _letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class FakeCount:
    """What Range.Rows and Range.Columns are asked for."""

    _typename_ = "Range"
    _public_methods_ = []
    _public_attrs_ = ["Count"]

    def __init__(self, count):
        self.Count = count


class FakeRange:
    """A block of a fake sheet's cells."""

    _typename_ = "Range"
    _public_methods_ = ["Item", "Resize"]
    _dispid_to_func_ = {0: "Item"}
    _public_attrs_ = ["CLSID", "Value", "Address", "Row", "Column", "Rows", "Columns", "Count", "Worksheet"]
    CLSID = IDS["Range"]

    def __init__(self, sheet, row, column, rows=1, columns=1):
        self.__dict__.update(sheet=sheet, Row=row, Column=column, height=rows, width=columns)

    def Item(self, row, column=1):
        return wrap(FakeRange(self.sheet, self.Row + int(row) - 1, self.Column + int(column) - 1))

    def Resize(self, rows=None, columns=None):
        return wrap(FakeRange(self.sheet, self.Row, self.Column, rows or self.height, columns or self.width))

    def __getattr__(self, name):
        if name == "Value":
            return self._value()
        if name == "Address":
            return self._address()
        if name == "Rows":
            return wrap(FakeCount(self.height))
        if name == "Columns":
            return wrap(FakeCount(self.width))
        if name == "Count":
            return self.height * self.width
        if name == "Worksheet":
            return wrap(self.sheet)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name != "Value":
            raise AttributeError(name)
        rows = value if isinstance(value, tuple) else ((value,),)
        for down, row in enumerate(rows):
            for right, cell in enumerate(row):
                self.sheet.cells[self.Row + down, self.Column + right] = cell

    def _value(self):
        rows = tuple(
            tuple(self.sheet.cells.get((self.Row + down, self.Column + right)) for right in range(self.width))
            for down in range(self.height)
        )
        # As an array, because a plain tuple would mean a result and its by-reference arguments.
        return (
            rows[0][0] if self.height == self.width == 1 else VARIANT(pythoncom.VT_ARRAY | pythoncom.VT_VARIANT, rows)
        )

    def _address(self):
        first = f"${_letters(self.Column)}${self.Row}"
        if self.height == self.width == 1:
            return first
        return f"{first}:${_letters(self.Column + self.width - 1)}${self.Row + self.height - 1}"


class FakeSheet:
    """A sheet: cells by (row, column)."""

    _typename_ = "_Worksheet"
    _public_methods_ = ["Range", "Cells", "Activate"]
    _public_attrs_ = ["Name", "Parent", "Index", "Visible"]
    Visible = -1

    def __init__(self, book, name, index):
        self.book, self.Name, self.Index, self.cells = book, name, index, {}

    def __getattr__(self, name):
        if name == "Parent":
            return wrap(self.book)
        raise AttributeError(name)

    def Activate(self):
        self.book.activated.append(self.Name)

    def Cells(self, row, column):
        return wrap(FakeRange(self, int(row), int(column)))

    def Range(self, address, last=None):
        assert last is None
        found = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", address.upper())
        row, column = int(found[2]), _number(found[1])
        height = int(found[4]) - row + 1 if found[4] else 1
        width = _number(found[3]) - column + 1 if found[3] else 1
        return wrap(FakeRange(self, row, column, height, width))

    def fill(self, rows):
        """Put rows of values into the sheet from A1 on; the range they cover."""
        for down, row in enumerate(rows, 1):
            for right, cell in enumerate(row, 1):
                self.cells[down, right] = cell
        return FakeRange(self, 1, 1, len(rows), len(rows[0]))


class FakeCollection:
    """A collection of named things: sheets or workbooks."""

    _typename_ = "Sheets"
    _public_methods_ = ["_NewEnum", "Item"]
    _public_attrs_ = ["Count"]
    _dispid_to_func_ = {0: "Item"}
    _value_ = None

    def __init__(self, things):
        self.things, self.Count = things, len(things)

    def Item(self, key):
        if not isinstance(key, str):
            return wrap(self.things[int(key) - 1])
        for thing in self.things:
            if thing.Name.casefold() == key.casefold():
                return wrap(thing)
        raise COMException("Subscript out of range", scode=-2147352565)

    def _NewEnum(self):
        return win32com.server.util.NewEnum([wrap(thing) for thing in self.things])


class FakeBook:
    """A workbook."""

    _typename_ = "_Workbook"
    _public_methods_ = ["Activate"]
    _public_attrs_ = ["Name", "FullName", "Path", "Worksheets", "Sheets", "Names", "Application"]

    def __init__(self, app, path, sheets):
        self.app, self.FullName = app, path
        self.Path, self.Name = os.path.split(path)
        self.sheets = [FakeSheet(self, name, index) for index, name in enumerate(sheets, 1)]
        self.activated = []

    def __getattr__(self, name):
        if name in ("Worksheets", "Sheets"):
            return wrap(FakeCollection(self.sheets))
        if name == "Names":
            return wrap(FakeCollection([]))
        if name == "Application":
            return wrap(self.app)
        raise AttributeError(name)

    def Activate(self):
        self.activated.append(self.Name)

    def sheet(self, name):
        """The fake sheet of this name."""
        return next(sheet for sheet in self.sheets if sheet.Name == name)


class FakeFunctions:
    """WorksheetFunction: only asked whether it has UNIQUE, that is, whether arrays spill."""

    _typename_ = "Sheets"
    _public_methods_ = ["Unique"]
    _public_attrs_ = []

    def Unique(self, values):
        return values


class FakeExcel:
    """The application, with one workbook."""

    _typename_ = "_Application"
    _public_methods_ = []
    _public_attrs_ = [
        "Hwnd",
        "Name",
        "Version",
        "Caption",
        "ActiveWorkbook",
        "Workbooks",
        "Application",
        "WorksheetFunction",
        "StatusBar",
        "ScreenUpdating",
    ]
    Name, Version, Caption = "Microsoft Excel", "16.0", "Excel"

    def __init__(self, book_path, sheets):
        self.__dict__.update(Hwnd=0, ScreenUpdating=True, said=[])
        self.__dict__["book"] = FakeBook(self, book_path, sheets)

    def __getattr__(self, name):
        if name == "ActiveWorkbook":
            return wrap(self.book)
        if name == "Application":
            return wrap(self)
        if name == "WorksheetFunction":
            return wrap(FakeFunctions())
        if name == "Workbooks":
            return wrap(FakeCollection([self.book]))
        if name == "StatusBar":
            return self.said[-1] if self.said else False
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name == "StatusBar":
            self.said.append(value)
        else:
            self.__dict__[name] = value


class _Window:
    _typename_ = "Sheets"
    _public_methods_ = []
    _public_attrs_ = ["Application"]

    def __init__(self, app):
        self.app = app

    def __getattr__(self, name):
        if name == "Application":
            return wrap(self.app)
        raise AttributeError(name)


def open_windows(excel: FakeExcel) -> int:
    """Windows of Excel's classes that hand out `excel`, as xlwings finds it by --hwnd; the handle of the first."""
    accessibility = ctypes.WinDLL("oleacc")
    accessibility.LresultFromObject.restype = ctypes.c_ssize_t
    accessibility.LresultFromObject.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
    interface = bytes(memoryview(pywintypes.IID(DISPATCH)))
    excel.window = wrap(_Window(excel))
    address = int(re.search(r"obj at 0x([0-9A-Fa-f]+)", repr(excel.window))[1], 16)

    def on_get_object(window, message, wide, long):
        if long & 0xFFFFFFFF == OBJID_NATIVEOM:
            return accessibility.LresultFromObject(interface, wide & 0xFFFFFFFFFFFFFFFF, address)
        return win32gui.DefWindowProc(window, message, wide, long)

    parent = 0
    for name in ("XLMAIN", "XLDESK", "EXCEL7"):
        kind = win32gui.WNDCLASS()
        kind.lpszClassName = name
        kind.lpfnWndProc = {WM_GETOBJECT: on_get_object}
        win32gui.RegisterClass(kind)
        style = win32con.WS_CHILD if parent else win32con.WS_OVERLAPPEDWINDOW
        window = win32gui.CreateWindow(name, excel.Caption, style, 0, 0, 100, 100, parent, 0, 0, None)
        if not parent:
            excel.Hwnd = window
        parent = window
    return excel.Hwnd
