Attribute VB_Name = "modHandles"
' The tables, loaded once each on the sheet Handles; every other formula takes the short handle.
Option Explicit

' Loads the tables again, so that a server just started knows every handle. The handles' texts stay what they are
' while no row has changed, so the figures stay too.
Public Sub RefreshHandles()
    ThisWorkbook.Worksheets("Handles").UsedRange.Calculate
End Sub

' Tables first, then what depends on those that changed.
Public Sub LoadAndCalculate()
    RefreshHandles
    Application.Calculate
End Sub

' Tables first, then every formula of this workbook, whether Excel thinks it current or not; of no other workbook.
Public Sub CalculateEverything()
    Dim sheet As Worksheet
    Dim mode As Long
    mode = Application.Calculation
    On Error GoTo Finished
    Application.Calculation = xlCalculationManual
    RefreshHandles
    For Each sheet In ThisWorkbook.Worksheets
        If sheet.Name <> "Handles" Then
            ' Switched off and on again, all of a sheet's formulas are due.
            sheet.EnableCalculation = False
            sheet.EnableCalculation = True
        End If
    Next sheet
    Application.Calculate
    If WhyPythonIsNotReady() = "" Then NoteRefreshed
Finished:
    Application.Calculation = mode
    If Err.Number <> 0 Then Err.Raise Err.Number, , Err.Description
End Sub

' The button Refresh on Windows.
Public Sub RefreshFigures()
    Dim before As Boolean
    Dim trouble As String
    before = AlertsOff()
    On Error GoTo Finished
    TryPythonAgain
    Application.StatusBar = "Practice Manager: loading the tables and calculating every figure ..."
    CalculateEverything
Finished:
    trouble = Err.Description
    AlertsAgain before
    If trouble <> "" Then
        Application.StatusBar = False
        MsgBox "The figures could not be refreshed: " & trouble, vbExclamation, "Practice Manager"
    ElseIf WhyPythonIsNotReady() <> "" Then
        SayHowFresh
        MsgBox WhyPythonIsNotReady(), vbExclamation, "Practice Manager"
    Else
        SayHowFresh
    End If
End Sub

' Notes when the figures were refreshed and from what, so that formulas of the sheet Handles tell how fresh they are.
Private Sub NoteRefreshed()
    On Error Resume Next
    Named("HandlesThen").Value2 = Named("HandlesNow").Value2
    Named("FiguresAt").Value2 = CDbl(Now)
End Sub

' How fresh the figures are, in the status bar; the pages say the same. Whether Python runs only VBA knows.
Public Sub SayHowFresh()
    Dim state As String
    On Error Resume Next
    If WhyPythonIsNotReady() <> "" Then state = "not running"
    If Named("PythonState").Value2 & "" <> state Then Named("PythonState").Value2 = state
    Application.StatusBar = "Practice Manager: " & Named("Freshness").Text
End Sub

Private Function Named(ByVal name As String) As Range
    Set Named = ThisWorkbook.Names(name).RefersToRange
End Function
