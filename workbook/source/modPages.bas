Attribute VB_Name = "modPages"
' Lists come and go with their rows: a row that no list of a page needs is hidden, and shown again when one needs it.
Option Explicit
Option Private Module

Private Const PAGE_MARK As String = "Practice Manager hides the rows that a list does not need"

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
