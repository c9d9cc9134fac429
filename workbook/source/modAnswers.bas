Attribute VB_Name = "modAnswers"
' On a Mac a formula cannot reach Python. Each of our cells keeps the answer it has; Refresh brings new ones.
Option Explicit

Private Const PRESS_REFRESH As String = "On a Mac this figure is computed by the Refresh button of the tab Practice " & _
    "Manager. Press it."
Private answers As New Collection

' The answer kept for the cell being calculated.
Public Function KeptAnswer() As Variant
    On Error GoTo Unknown
    ' Python hands over an error as its code and reason, here as everywhere.
    KeptAnswer = AsCell(answers.Item(CallingCell()))
    Exit Function
Unknown:
    KeptAnswer = Failed(xlErrNA, PRESS_REFRESH)
End Function

' Hands a cell its answer, a value or rows of values; called by Refresh, which then lets Excel calculate.
Public Sub KeepAnswer(ByVal sheetName As String, ByVal cellAddress As String, ByVal answer As Variant)
    Dim place As String
    place = ThisWorkbook.Worksheets(sheetName).Range(cellAddress).Address(External:=True)
    On Error Resume Next
    answers.Remove place
    On Error GoTo 0
    answers.Add answer, place
End Sub

' Keeps what every one of our formulas shows now; called when the workbook opens, before anything is calculated.
Public Sub KeepAnswers()
    Dim sheet As Worksheet
    Dim formulas As Range
    Dim cell As Range
    For Each sheet In ThisWorkbook.Worksheets
        Set formulas = Nothing
        On Error Resume Next
        Set formulas = sheet.UsedRange.SpecialCells(xlCellTypeFormulas)
        On Error GoTo 0
        If Not formulas Is Nothing Then
            For Each cell In formulas
                If IsOneCall(cell.Formula) Then KeepAnswer sheet.Name, cell.Address, ShownBy(cell)
            Next cell
        End If
    Next sheet
End Sub

' Is the formula one call of ours and nothing else? Only then is what the cell shows the call's answer.
Public Function IsOneCall(ByVal formula As String) As Boolean
    Dim opening As Long
    Dim place As Long
    Dim depth As Long
    opening = InStr(formula, "(")
    If opening < 3 Or Left$(formula, 1) <> "=" Then Exit Function
    If Not IsOurs(Mid$(formula, 2, opening - 2)) Then Exit Function
    For place = opening To Len(formula)
        Select Case Mid$(formula, place, 1)
            Case """"
                ' A text in quotes may hold brackets of its own.
                place = InStr(place + 1, formula, """")
                If place = 0 Then Exit Function
            Case "("
                depth = depth + 1
            Case ")"
                depth = depth - 1
                If depth = 0 Then
                    IsOneCall = (place = Len(formula))
                    Exit Function
                End If
        End Select
    Next place
End Function

Private Function IsOurs(ByVal functionName As String) As Boolean
    Dim known As Variant
    For Each known In OurFunctions()
        If StrComp(known, functionName, vbTextCompare) = 0 Then
            IsOurs = True
            Exit Function
        End If
    Next known
End Function

' A cell's value, with all it spills. Late bound, as an older Excel has no spills.
Private Function ShownBy(ByVal cell As Object) As Variant
    ShownBy = cell.Value2
    On Error Resume Next
    If cell.HasSpill Then ShownBy = cell.SpillingToRange.Value2
End Function
