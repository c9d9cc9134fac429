Attribute VB_Name = "modActions"
' Made by `medoffice build` from the manifests of the areas. Change those, not this module.
Option Explicit
Option Private Module

' Does the button of this name write into the workbook?
Public Function ActionWrites(ByVal action As String) As Boolean
    Select Case action
        Case "refresh", "statements_file", "budget_memo", "due_calendar", "work_files", "work_calendar", "staff_calendar", "staff_forms", "invitations", "physician_pack", "explain", "problems"
            ActionWrites = False
        Case Else
            ActionWrites = True
    End Select
End Function
