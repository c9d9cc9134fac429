Attribute VB_Name = "modHandles"
' The tables, loaded once each on the sheet Handles; every other formula takes the short handle.
Option Explicit

' Loads the tables again, so that a server just started knows every handle. The handles' texts stay what they are
' while no row has changed, so the figures stay too.
Public Sub RefreshHandles()
    ThisWorkbook.Worksheets("Handles").UsedRange.Calculate
End Sub

' Tables and every formula.
Public Sub RefreshFigures()
    On Error GoTo Finished
    TryPythonAgain
    Application.StatusBar = "Practice Manager: loading the tables and calculating every figure ..."
    ' Every figure takes the handle of a set, so Excel itself puts the sheet Handles before it; loaded first, the
    ' tables are known whichever cell it turns to.
    RefreshHandles
    Application.CalculateFull
Finished:
    Application.StatusBar = False
    If Err.Number <> 0 Then
        MsgBox "The figures could not be refreshed: " & Err.Description, vbExclamation, "Practice Manager"
    ElseIf WhyPythonIsNotReady() <> "" Then
        MsgBox WhyPythonIsNotReady(), vbExclamation, "Practice Manager"
    End If
End Sub
