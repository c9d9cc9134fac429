"""LibreOffice as a host for the workbook's VBA: a stand-in for Python answers, so that our own modules really run.

LibreOffice cannot compile xlwings.bas itself, nor Dictionary.cls, so what runs here is our modules beside a
stand-in for the two, not the shipped project.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from medoffice_xl.build.project import own_modules, wrapper_modules
from medoffice_xl.build.sheets.conf import SHEET
from medoffice_xl.build.vba import Module, read_module, sheet_module, vba_project
from medoffice_xl.hosts.libreoffice.bridge import properties, url
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.profile import Item, Setting
from medoffice_xl.windows.server_class import BY_XLWINGS, WAY

MACROS_RUN = Item("/org.openoffice.Office.Common/Security/Scripting", Setting("DisableMacrosExecution", False))
ALWAYS = 4

XLWINGS = """Attribute VB_Name = "xlwings"
Option Explicit
Public Starts As Long
Public Broken As String
Public GoneOnce As Boolean
Public CallingFrom As String
Public Takes As Double
Public Slept As Double
Public Sub SaveSetting(app As String, section As String, name As String, value As String)
End Sub
Public Function GetSetting(app As String, section As String, name As String, otherwise As String) As String
End Function
Public Function FakeNow() As Double
    FakeNow = CDbl(Now) + Slept
End Function
Public Function XLPy() As Object
    Starts = Starts + 1
    Slept = Slept + Takes
    If Broken <> "" Then Err.Raise 1001, "", Broken
    Set XLPy = New FakeServer
End Function
Public Executed As String
Public Function RunPython(PythonCommand As String)
    ThisWorkbook.Worksheets(1).Range("A1").Value = PythonCommand
End Function
"""

SERVER = """VERSION 1.0 CLASS
BEGIN
END
Attribute VB_Name = "FakeServer"
Option Explicit
Public Function CallUDF(moduleName As String, functionName As String, values As Variant) As Variant
    If GoneOnce Then
        GoneOnce = False
        Err.Raise 462, "", "The remote server machine does not exist or is unavailable"
    End If
    Select Case functionName
        Case "AR_TOTAL": CallUDF = "#N/A|Nothing was charged | yet."
        Case "AR_OVER": CallUDF = "#NUM!|Too many days."
        Case "COLLECTED": CallUDF = "#VALUE!|No such payer."
        Case "CHARGES_IN": CallUDF = 1234.5
        Case "DENIAL_RATE": Err.Raise 1002, "", "ValueError: something broke"
        Case "WHY": CallUDF = "In general."
        Case Else: CallUDF = Described(moduleName, functionName, values)
    End Select
End Function
Public Function Module(moduleName As String) As Object
    Set Module = Nothing
End Function
Public Sub SetAttr(owner As Variant, attr As String, held As Variant)
    If attr <> "BOOK_CALLER" Then Err.Raise 1003, "", "no such attribute"
End Sub
Public Sub Exec(command As String)
    Executed = command
End Sub
Private Function Described(moduleName As String, functionName As String, values As Variant) As String
    Dim value As Variant
    Described = moduleName & " " & functionName
    For Each value In values
        If IsArray(value) Then
            Described = Described & " rows:" & UBound(value, 1) - LBound(value, 1) + 1
        ElseIf IsEmpty(value) Then
            Described = Described & " nothing"
        Else
            Described = Described & " " & value
        End If
    Next value
End Function
"""

CALLER = """    If TypeName(Application.Caller) = "Range" Then
        CallingCell = Application.Caller.Cells(1, 1).Address(External:=True)
    End If
"""
SHOWN = "cell.Cells(1, 1).Value2"
HEADER = 'Attribute VB_Name = "modCheck"\nOption Explicit\n'


def with_a_caller(module: Module) -> Module:
    """LibreOffice says neither which cell calls nor that a cell's value is an error; here the check does."""
    if module.name != "modReasons":
        return module
    assert CALLER in module.source
    assert SHOWN in module.source
    source = module.source.replace(CALLER, "    CallingCell = CallingFrom\n").replace(SHOWN, "CVErr(xlErrNA)")
    return replace(module, source=source)


BOXES = """Public Said As String
Public Answer As Long
Public Function FakeBox(words As Variant, buttons As Variant, title As Variant) As Long
    Said = words
    FakeBox = Answer
End Function
"""


OTHERWISE = {
    "MsgBox": "FakeBox",
    "Private Sub": "Public Sub",
    ".Formula2 =": ".Formula =",
    "Application.ActiveWorkbook Is ThisWorkbook": "(Application.ActiveWorkbook.Name = ThisWorkbook.Name)",
    "Application.ActiveCell": "Application.Selection.Cells(1, 1)",
}
"""What LibreOffice lacks or lets nobody call from outside, and the same in its words."""


def with_boxes(module: Module) -> Module:
    """Nobody sees a box here: what it would say is kept, and answered as the check says beforehand."""
    if module.name not in ("modPages", "modHandles"):
        return module
    source = module.source
    for words, others in OTHERWISE.items():
        source = source.replace(words, others)
    return replace(module, source=source)


WINDOWS = """Public Registered As String
Public Gone As String
Public Refused As Long
Public Asked As Long
Public Starting As String
Public Sub FakeSave(app As String, section As String, name As String, value As String)
    If name = "Starting" Then Starting = value
End Sub
Public Function FakeSetting(app As String, section As String, name As String, otherwise As String) As String
    If Registered = "" Then Exit Function
    If name = "Program" Then FakeSetting = "C:\\Python\\pythonw.exe"
    If name = "Starting" Then FakeSetting = Starting
    If name = "Needs" Then FakeSetting = "C:\\Python\\pythonw.exe|C:\\Python\\python312.dll"
End Function
Public Function FakeFile(path As String) As String
    If path <> Gone Then FakeFile = "there"
End Function
Public Function FakeCreate(program As String) As Object
    Asked = Asked + 1
    If Refused <> 0 Then Err.Raise Refused, "", "no"
    Set FakeCreate = New FakeServer
End Function
Public Status As Variant
Public Statuses As String
Public Sub FakeStatus(words As Variant)
    Status = words
    Statuses = Statuses & "|" & words
End Sub
"""


def with_windows(module: Module) -> Module:
    """LibreOffice has no registry and no classes of Windows; here the check answers in their place."""
    if module.name != "modPython":
        return module
    source = module.source.replace("\r\n", "\n")
    for asked, answered in (
        ("GetSetting(", "FakeSetting("),
        ("SaveSetting ", "FakeSave "),
        ("(Dir(", "(FakeFile("),
        ("CreateObject(", "FakeCreate("),
        ("CDbl(Now)", "FakeNow()"),
        ("Application.StatusBar = ", "FakeStatus "),
        ("= Application.StatusBar\n", "= Status\n"),
        ("StrConv(StrConv(path, vbFromUnicode), vbUnicode)", "path"),
    ):
        assert asked in source
        source = source.replace(asked, answered)
    return replace(module, source=source)


CLOUD = """Public SavesAlone As Boolean
Public Answer As Long
Public Questions As Long
Public Function FakeQuestion(words As String, buttons As Long, title As String) As Long
    Questions = Questions + 1
    FakeQuestion = Answer
End Function
"""


def in_the_cloud(module: Module) -> Module:
    """LibreOffice saves nothing by itself, and nobody answers a question; here the check does both."""
    if module.name != "modRibbon":
        return module
    source = module.source
    for asked, answered in (("book.AutoSaveOn", "SavesAlone"), ("(MsgBox(", "(FakeQuestion(")):
        assert asked in source
        source = source.replace(asked, answered)
    return replace(module, source=source)


MAC = re.compile(
    r"^ *#If (?P<no>Not )?Mac Then\n(?P<then>.*?)(?:^ *#Else\n(?P<other>.*?))?^ *#End If\n", re.DOTALL | re.MULTILINE
)


def for_windows(module: Module) -> Module:
    """The module as VBA compiles it on Windows. LibreOffice knows no conditions: it would run both branches."""

    def kept(found: re.Match[str]) -> str:
        return (found["then"] if found["no"] else found["other"]) or ""

    return replace(module, source=MAC.sub(kept, module.source.replace("\r\n", "\n")))


def for_basic(module: Module) -> Module:
    """The module with a name that LibreOffice takes. Access is a word of VBA's `Open` alone; LibreOffice keeps it."""
    quoted_or_kept = re.compile(r'"[^"\n]*"|\baccess\b', re.IGNORECASE)
    source = quoted_or_kept.sub(lambda found: found[0] if found[0].startswith('"') else "Access_", module.source)
    return replace(module, source=source)


class VbaHost:
    """Runs VBA functions beside the workbook's own modules."""

    def __init__(self, office: Office, folder: Path) -> None:
        self._office = office
        self._book = folder / "gate.xlsm"

    def results(
        self,
        code: str,
        *names: str,
        change: Callable[[Module], Module] = lambda module: module,
        way: str = BY_XLWINGS,
    ) -> list[Any]:
        """What these functions of `code` return, in one document, one after the other; Python is started by `way`."""
        self._write(code, change, way)
        options = properties(Hidden=True, MacroExecutionMode=ALWAYS)
        document = self._office.desktop.loadComponentFromURL(url(self._book), "_blank", 0, options)
        try:
            return [self._run(document, name) for name in names]
        finally:
            document.close(True)

    @staticmethod
    def _run(document: Any, name: str) -> Any:
        address = f"vnd.sun.star.script:PracticeManager.modCheck.{name}?language=Basic&location=document"
        return document.getScriptProvider().getScript(address).invoke((), (), ())[0]

    def _write(self, code: str, change: Callable[[Module], Module], way: str) -> None:
        own = own_modules()
        modules = [own[0], sheet_module("shHandles"), sheet_module("shConf"), *own[1:], *wrapper_modules()]
        modules += [read_module(text) for text in (XLWINGS, SERVER, HEADER + code)]
        stream = BytesIO(vba_project([for_basic(for_windows(change(module))) for module in modules]))
        workbook = Workbook(self._book)
        sheet = workbook.add_worksheet("Handles")
        sheet.set_vba_name("shHandles")
        for row in range(3):
            sheet.write_number(row, 3, row + 0.25)
        named = {"HandlesNow": "$D$1:$D$3", "HandlesThen": "$F$1:$F$3", "FiguresAt": "$H$1"}
        named |= {"PracticeName": "$J$1", "AsOf": "$J$2"}
        for name, cells in named.items():
            workbook.define_name(name, f"=Handles!{cells}")
        conf = workbook.add_worksheet(SHEET)
        conf.set_vba_name("shConf")
        conf.write_row(0, 0, [WAY, way])
        workbook.set_vba_name("ThisWorkbook")
        workbook.add_vba_project(stream, is_stream=True)
        workbook.close()
