Attribute VB_Name = "modPages"
' Lists come and go with their rows: a row that no list of a page needs is hidden, and shown again when one needs it.
Option Explicit
Option Private Module

Private Const PAGE_MARK As String = "Practice Manager hides the rows that a list does not need"
Private Const LONGEST_NAME As Long = 90

' Such a page says so in its first cell, and each of these rows says in its own first cell whether it is needed: 1, or 0.
Public Sub FitRows(ByVal page As Object)
    Dim marks As Variant
    Dim row As Long
    Dim last As Long
    On Error Resume Next
    If TypeName(page) <> "Worksheet" Then Exit Sub
    If page.Cells(1, 1).Text <> PAGE_MARK And page.Cells(1, 1).Value2 <> PAGE_MARK Then Exit Sub
    last = page.UsedRange.Row + page.UsedRange.Rows.Count - 1
    marks = page.Range(page.Cells(1, 1), page.Cells(last, 1)).Value2
    For row = 2 To last
        If VarType(marks(row, 1)) = vbDouble Then
            If page.Rows(row).Hidden <> (marks(row, 1) = 0) Then page.Rows(row).Hidden = (marks(row, 1) = 0)
        End If
    Next row
End Sub

' The practice and the day of its figures at the foot of sheets that are about to be printed. A foot that somebody made
' otherwise than the workbook had it stays.
Public Sub SayAtTheFoot(ByVal sheets As Object)
    Dim sheet As Object
    Dim practice As String
    Dim asOf As String
    On Error Resume Next
    practice = Left(Trim(CStr(ThisWorkbook.Names("PracticeName").RefersToRange.Value)), LONGEST_NAME)
    asOf = Format(ThisWorkbook.Names("AsOf").RefersToRange.Value, "mm\/dd\/yyyy")
    If practice = "" Or asOf = "" Then Exit Sub
    For Each sheet In sheets
        If IsOurFoot(sheet.PageSetup) Then
            Say sheet.PageSetup, "&8 " & Replace(practice, "&", "&&"), "&8 &A, as of " & asOf
        End If
    Next sheet
End Sub

' Excel asks the printer at every change of these: what stands there already is not said again.
Private Sub Say(ByVal setUp As Object, ByVal atTheLeft As String, ByVal inTheMiddle As String)
    If setUp.LeftFooter <> atTheLeft Then setUp.LeftFooter = atTheLeft
    If setUp.CenterFooter <> inTheMiddle Then setUp.CenterFooter = inTheMiddle
End Sub

Private Function IsOurFoot(ByVal setUp As Object) As Boolean
    IsOurFoot = (Left(setUp.LeftFooter, 3) = "&8 ") And (Left(setUp.CenterFooter, 5) = "&8 &A") _
        And (setUp.RightFooter = "&8 Page &P of &N")
End Function

' Shows a sheet, hidden until now or not, and goes there.
Public Sub GoToSheet(ByVal name As String)
    Dim sheet As Worksheet
    On Error Resume Next
    Set sheet = ThisWorkbook.Worksheets(name)
    On Error GoTo 0
    If sheet Is Nothing Then
        MsgBox "The sheet " & name & " is not in this workbook: it was deleted or renamed.", vbExclamation, _
            "Practice Manager"
        Exit Sub
    End If
    sheet.Visible = xlSheetVisible
    sheet.Activate
End Sub

' Excel follows no link to a hidden sheet. Where one was clicked, its sheet is shown: 'Payer list'!A1.
Public Sub FollowToHidden(ByVal place As String)
    Dim mark As Long
    Dim name As String
    mark = InStrRev(place, "!")
    If mark < 2 Then Exit Sub
    name = Left$(place, mark - 1)
    If Left$(name, 1) = "'" Then name = Replace(Mid$(name, 2, Len(name) - 2), "''", "'")
    If IsHidden(name) Then GoToSheet name
End Sub

Private Function IsHidden(ByVal name As String) As Boolean
    On Error Resume Next
    IsHidden = (ThisWorkbook.Worksheets(name).Visible <> xlSheetVisible)
End Function

' Puts a ready formula into the selected cell; what stands there is not lost without a question.
Public Sub InsertFigure(ByVal formula As String)
    If TypeName(Application.Selection) <> "Range" Or Not Application.ActiveWorkbook Is ThisWorkbook Then
        MsgBox "Select the cell of this workbook that the figure shall stand in.", vbInformation, "Practice Manager"
        Exit Sub
    End If
    If Not IsEmpty(Application.ActiveCell.Value2) Then
        If MsgBox("The cell holds something. Put the figure in its place?", vbYesNo + vbQuestion, _
            "Practice Manager") <> vbYes Then Exit Sub
    End If
    Application.ActiveCell.Formula2 = formula
End Sub
