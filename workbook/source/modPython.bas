Attribute VB_Name = "modPython"
' The way to the Python server that xlwings starts: found once, kept, and found again when it has gone away.
' XLPy of xlwings.bas reads the settings sheet anew at every call, which would cost each formula milliseconds; and it
' would start a second server once the workbook is saved elsewhere, one that knows no table.
Option Explicit
Option Private Module

Private Const NOT_STARTED As Long = -2147220904
Private server As Object
Private whyNot As String

' The server's object. Once it could not be started it is not tried again until TryPythonAgain, because one failed
' start may take two minutes and a sheet has many formulas.
Public Function PythonServer() As Object
    Dim trouble As String
    If server Is Nothing Then
        If whyNot <> "" Then Err.Raise NOT_STARTED, "Practice Manager", whyNot
        On Error Resume Next
        Set server = XLPy()
        trouble = Err.Description
        On Error GoTo 0
        If server Is Nothing Then
            whyNot = "Python could not be started, so nothing was computed. Close Excel and run ""medoffice doctor"", " & _
                "which says what is missing, then press Refresh. Excel says: " & trouble
            Err.Raise NOT_STARTED, "Practice Manager", whyNot
        End If
    End If
    Set PythonServer = server
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
    PythonServer().Exec command
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
