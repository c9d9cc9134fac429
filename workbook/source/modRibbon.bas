Attribute VB_Name = "modRibbon"
' The buttons of the tab Practice Manager and of the cell's context menu; each carries its action's name as its tag.
Option Explicit

Public Sub OnAction(control As IRibbonControl)
    RunAction control.Tag
End Sub

' A page or sheet of the menu Go to: its name is the tag.
Public Sub OnGoTo(control As IRibbonControl)
    GoToSheet control.Tag
End Sub

' A formula of the menu Insert figure: it is the tag.
Public Sub OnInsert(control As IRibbonControl)
    InsertFigure control.Tag
End Sub

Public Sub RunAction(ByVal action As String)
    Dim before As Boolean
    Dim trouble As String
    Dim errorNumber As Long
    If IsReadOnly() And ActionWrites(action) Then
        MsgBox "This copy of the workbook is read-only: somebody else has it open, or the file is protected. What the " & _
            "button writes could not be saved, so nothing was done.", vbExclamation, "Practice Manager"
        Exit Sub
    End If
    before = AlertsOff()
    On Error GoTo Finished
    #If Mac Then
        ' Formulas cannot reach Python on a Mac: the button computes them all there and hands the answers back.
        RunPython PythonLine(action)
    #Else
        If action = "refresh" Then
            RefreshFigures
        Else
            TryPythonAgain
            RunInServer PythonLine(action)
        End If
    #End If
Finished:
    errorNumber = Err.Number
    trouble = Err.Description
    AlertsAgain before
    If trouble <> "" Then MsgBox WhyNotDone(errorNumber, trouble), vbExclamation, "Practice Manager"
End Sub

' What a button says that did nothing. While another one is at work nothing is amiss.
Public Function WhyNotDone(ByVal errorNumber As Long, ByVal trouble As String) As String
    If errorNumber = ANOTHER_AT_WORK Then
        WhyNotDone = trouble
    Else
        WhyNotDone = "The button could not do its work, and nothing was changed. Close Excel and run " & _
            """medoffice doctor"", which says what is missing." & vbNewLine & vbNewLine & "Excel says: " & trouble
    End If
End Function

' A host that does not know whether a workbook is read-only lets it be written.
Private Function IsReadOnly() As Boolean
    On Error Resume Next
    IsReadOnly = ThisWorkbook.ReadOnly
End Function

Private Function PythonLine(ByVal action As String) As String
    PythonLine = "import medoffice_xl.hosts.excel; medoffice_xl.hosts.excel.run('" & action & "')"
End Function
