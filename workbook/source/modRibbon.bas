Attribute VB_Name = "modRibbon"
' The buttons of the tab Practice Manager and of the cell's context menu; each carries its action's name as its tag.
Option Explicit

Private saidOfOthers As Boolean

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
    If ActionWrites(action) Then
        If Not GoesOnBesideOthers() Then Exit Sub
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

' In OneDrive or SharePoint a workbook that saves by itself may be open elsewhere, too, and is read-only for nobody. Nothing
' tells who has it open, so it is asked once, before the first button that writes.
Public Function GoesOnBesideOthers() As Boolean
    GoesOnBesideOthers = True
    If saidOfOthers Or Not SavesByItself() Then Exit Function
    GoesOnBesideOthers = (MsgBox("This workbook saves itself into OneDrive or SharePoint, where somebody else may have " & _
        "it open right now. What two people bring in at the same time may end up twice, or be lost." & vbNewLine & _
        vbNewLine & "Does nobody else have it open? The names of those who do stand at the upper right of Excel's " & _
        "window.", vbYesNo + vbExclamation, "Practice Manager") = vbYes)
    saidOfOthers = GoesOnBesideOthers
End Function

' An Excel that does not know of it saves nothing by itself.
Private Function SavesByItself() As Boolean
    Dim book As Object
    On Error Resume Next
    Set book = ThisWorkbook
    SavesByItself = book.AutoSaveOn
End Function

Private Function PythonLine(ByVal action As String) As String
    PythonLine = "import medoffice_xl.hosts.excel; medoffice_xl.hosts.excel.run('" & action & "')"
End Function
