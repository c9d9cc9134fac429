Attribute VB_Name = "modPython"
' The way to the Python server: found once, kept, and found again when it has gone away. Windows starts it, by the class
' that is registered for the user: Excel starts no program, and no path stands in the workbook. Where the sheet
' xlwings.conf says so, the library of xlwings starts it instead. XLPy of xlwings.bas reads that sheet anew at every call,
' which would cost each formula milliseconds; and it would start a second server once the workbook is saved elsewhere, one
' that knows no table.
Option Explicit
Option Private Module

Private Const NOT_STARTED As Long = -2147220904
' Days: three minutes, of which Windows waits two for a Python that does not answer.
Private Const LONGEST_START As Double = 3 / 1440
' Days: half a minute. What xlwings' library could not start within it was held up, and not refused.
Private Const LONG_START As Double = 0.5 / 1440
' Noted in place of the moment when a start began that Windows has given up.
Private Const GIVEN_UP As String = "0"
Private server As Object
Private whyNot As String

' The server's object. Once it could not be started it is not tried again until TryPythonAgain, because one failed
' start may take two minutes and a sheet has many formulas.
Public Function PythonServer() As Object
    Dim trouble As String
    Dim shown As Variant
    If server Is Nothing Then
        If whyNot <> "" Then Err.Raise NOT_STARTED, "Practice Manager", whyNot
        shown = InStatusBar()
        If StartsByXlwings() Then
            Set server = StartedByXlwings(trouble)
        Else
            Set server = StartedByWindows(trouble)
        End If
        ShowInStatusBar shown
        If server Is Nothing Then
            whyNot = "Python could not be started, so nothing was computed. " & trouble
            Err.Raise NOT_STARTED, "Practice Manager", whyNot
        End If
    End If
    Set PythonServer = server
End Function

Private Function StartedByWindows(ByRef trouble As String) As Object
    Dim errorNumber As Long
    trouble = WhatIsMissing()
    If trouble = "" Then trouble = WhatHeldItUp(NotedAtSetup(PROGRAM_SETTING))
    If trouble <> "" Then Exit Function
    StartBegins
    On Error Resume Next
    Set StartedByWindows = CreateObject(SERVER_CLASS)
    errorNumber = Err.Number
    trouble = StartRefused(errorNumber, Err.Description, NotedAtSetup(PROGRAM_SETTING))
    NoteStart IIf(InStr(trouble, DidNotAnswer()) = 1, GIVEN_UP, "")
End Function

Private Function StartedByXlwings(ByRef trouble As String) As Object
    Dim begun As Double
    Dim found As Object
    trouble = WhatHeldItUp(Configured(XLWINGS_PROGRAM))
    If trouble <> "" Then Exit Function
    begun = StartBegins()
    On Error Resume Next
    Set found = XLPy()
    trouble = "Close Excel and run ""medoffice doctor"", which says what is missing, then press Refresh. Excel says: " & _
        Err.Description
    NoteStart IIf(found Is Nothing And CDbl(Now) - begun >= LONG_START, GIVEN_UP, "")
    Set StartedByXlwings = found
End Function

' Says in the status bar what is waited for, because nothing can be said while Excel waits, and notes the moment.
Private Function StartBegins() As Double
    Dim moment As Double
    moment = CDbl(Now)
    NoteStart Trim$(Str$(moment))
    ShowInStatusBar WaitingForPython()
    StartBegins = moment
End Function

' False where Excel has its own words there.
Private Function InStatusBar() As Variant
    InStatusBar = Application.StatusBar
End Function

' A formula may not change it, and Excel says so by an error.
Private Sub ShowInStatusBar(ByVal words As Variant)
    On Error Resume Next
    Application.StatusBar = words
End Sub

' A start that was never answered, because Windows gave up or Excel was ended meanwhile, is told at once the next time;
' the time after that it is tried anew. One that began just now may be another Excel's, and is waited for.
Private Function WhatHeldItUp(ByVal program As String) As String
    Dim begun As String
    begun = NotedAtSetup(STARTING_SETTING)
    If begun = "" Then Exit Function
    If CDbl(Now) - Val(begun) < LONGEST_START Then Exit Function
    NoteStart ""
    WhatHeldItUp = HeldUpBefore(program)
End Function

Private Sub NoteStart(ByVal state As String)
    On Error Resume Next
    SaveSetting SETTINGS_OF, SETTINGS_SECTION, STARTING_SETTING, state
End Sub

' What Windows would look for two minutes long, found at once: nothing registered, or a file of Python's that is gone.
Public Function WhatIsMissing() As String
    Dim path As Variant
    If NotedAtSetup(PROGRAM_SETTING) = "" Then
        WhatIsMissing = NotRegistered()
        Exit Function
    End If
    For Each path In Split(NotedAtSetup(NEEDS_SETTING), PARTED_BY)
        If Not IsThere(path) Then
            WhatIsMissing = PartIsGone(path)
            Exit Function
        End If
    Next path
End Function

' What `medoffice register` wrote down for this user.
Private Function NotedAtSetup(ByVal name As String) As String
    On Error Resume Next
    NotedAtSetup = GetSetting(SETTINGS_OF, SETTINGS_SECTION, name, "")
End Function

' Dir knows the letters of the system's code page only: a path with others is not judged.
Private Function IsThere(ByVal path As String) As Boolean
    IsThere = True
    If StrConv(StrConv(path, vbFromUnicode), vbUnicode) <> path Then Exit Function
    On Error Resume Next
    IsThere = (Dir(path) <> "")
End Function

' Does the sheet xlwings.conf ask for xlwings' library?
Private Function StartsByXlwings() As Boolean
    StartsByXlwings = (LCase$(Configured(WAY_SETTING)) = LCase$(BY_XLWINGS))
End Function

' What stands beside a name on the sheet xlwings.conf.
Private Function Configured(ByVal name As String) As String
    Dim row As Long
    On Error Resume Next
    With ThisWorkbook.Worksheets(CONF_SHEET)
        For row = 1 To .UsedRange.Rows.Count
            If LCase$(.Cells(row, 1).Value2) = LCase$(name) Then Configured = .Cells(row, 2).Value2
        Next row
    End With
End Function

' Runs a line of Python in the server that the formulas use, with this workbook as the caller.
Public Sub RunInServer(ByVal command As String)
    Dim attempt As Long
    Dim errorNumber As Long
    Dim trouble As String
    For attempt = 1 To 2
        On Error Resume Next
        PythonServer().SetAttr PythonServer().Module("xlwings._xlwindows"), "BOOK_CALLER", ThisWorkbook
        errorNumber = Err.Number
        trouble = Err.Description
        On Error GoTo 0
        If errorNumber = 0 Then Exit For
        If attempt = 2 Or Not ServerHasGone(errorNumber) Then Err.Raise errorNumber, "Practice Manager", trouble
    Next attempt
    On Error GoTo Finished
    PythonServer().Exec command
Finished:
    errorNumber = Err.Number
    trouble = Err.Description
    LetGoOfWorkbook
    If errorNumber <> 0 Then Err.Raise errorNumber, "Practice Manager", trouble
End Sub

' A workbook that Python still held would keep Excel running after its last window is closed.
Private Sub LetGoOfWorkbook()
    On Error Resume Next
    server.SetAttr server.Module("xlwings._xlwindows"), "BOOK_CALLER", Nothing
End Sub

' True when the server answers; it is started if need be.
Public Function PythonIsReady() As Boolean
    Dim found As Object
    On Error Resume Next
    Set found = PythonServer()
    PythonIsReady = Not found Is Nothing
End Function

Public Function WhyPythonIsNotReady() As String
    WhyPythonIsNotReady = whyNot
End Function

' A server that runs is kept: only a start that failed is tried again.
Public Sub TryPythonAgain()
    whyNot = ""
End Sub

' Did a call fail because the server has ended since? Then the next call finds or starts another.
Public Function ServerHasGone(ByVal errorNumber As Long) As Boolean
    Select Case errorNumber
        Case 462, &H800706BA, &H800706BE, &H80010108, &H80010105, &H800401FD
            ServerHasGone = True
            Set server = Nothing
    End Select
End Function

' While Python works, Excel asks again and again whether to wait for another application; with alerts off it waits.
' Returns how it was, for AlertsAgain, which every way out must call.
Public Function AlertsOff() As Boolean
    AlertsOff = Application.DisplayAlerts
    Application.DisplayAlerts = False
End Function

Public Sub AlertsAgain(ByVal before As Boolean)
    Application.DisplayAlerts = before
End Sub
