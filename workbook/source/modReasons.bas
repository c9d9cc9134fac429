Attribute VB_Name = "modReasons"
' Why a formula of ours shows an error: remembered by the cell it stands in, told by =WHY(cell).
Option Explicit
Option Private Module

Private reasons As New Collection

' The Excel error for a cell, its reason remembered.
Public Function Failed(ByVal errorNumber As Long, ByVal reason As String) As Variant
    Dim place As String
    place = CallingCell()
    If place <> "" Then
        ForgetReason
        reasons.Add reason, place
    End If
    Failed = CVErr(errorNumber)
End Function

Public Sub ForgetReason()
    If reasons.Count = 0 Then Exit Sub
    On Error Resume Next
    reasons.Remove CallingCell()
End Sub

' What =WHY(cell) shows: the reason that the formula gave, or what such an error means in general.
Public Function ReasonOf(ByRef cell As Variant) As Variant
    Dim shown As Variant
    ReasonOf = ""
    If IsObject(cell) Then
        shown = cell.Cells(1, 1).Value2
    Else
        shown = cell
    End If
    If Not IsError(shown) Then Exit Function
    If IsObject(cell) Then ReasonOf = RememberedReason(cell.Cells(1, 1).Address(External:=True))
    If ReasonOf = "" Then ReasonOf = Computed("udfs.explain", "WHY", Array(shown))
End Function

Private Function RememberedReason(ByVal place As String) As String
    On Error Resume Next
    RememberedReason = reasons.Item(place)
End Function

' The first cell of the formula being calculated; empty when no cell calls.
Public Function CallingCell() As String
    If TypeName(Application.Caller) = "Range" Then
        CallingCell = Application.Caller.Cells(1, 1).Address(External:=True)
    End If
End Function
