Attribute VB_Name = "modRibbon"
' The buttons of the tab Practice Manager and of the cell's context menu; each carries its action's name as its tag.
Option Explicit

Public Sub OnAction(control As IRibbonControl)
    RunAction control.Tag
End Sub

Public Sub RunAction(ByVal action As String)
    On Error GoTo CouldNot
    #If Mac Then
        ' Formulas cannot reach Python on a Mac: the button computes them all there and hands the answers back.
    #Else
        If action = "refresh" Then
            RefreshFigures
            Exit Sub
        End If
        TryPythonAgain
    #End If
    RunPython "import medoffice_xl.hosts.excel; medoffice_xl.hosts.excel.run('" & action & "')"
    Exit Sub
CouldNot:
    MsgBox "The button could not do its work, and nothing was changed. Close Excel and run ""medoffice doctor"", " & _
        "which says what is missing." & vbNewLine & vbNewLine & "Excel says: " & Err.Description, _
        vbExclamation, "Practice Manager"
End Sub
