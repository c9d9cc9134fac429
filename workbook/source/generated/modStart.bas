Attribute VB_Name = "modStart"
' Made by `medoffice build` from medoffice_xl/windows. Change that, not this module.
Option Explicit
Option Private Module

Public Const SERVER_CLASS As String = "MedOfficeXL.Server"
Public Const SETTINGS_OF As String = "medoffice_xl"
Public Const SETTINGS_SECTION As String = "Python"
Public Const PROGRAM_SETTING As String = "Program"
Public Const NEEDS_SETTING As String = "Needs"
Public Const STARTING_SETTING As String = "Starting"
Public Const PARTED_BY As String = "|"
Public Const CONF_SHEET As String = "xlwings.conf"
Public Const WAY_SETTING As String = "PYTHON STARTED BY"
Public Const BY_XLWINGS As String = "xlwings"
Public Const XLWINGS_PROGRAM As String = "Interpreter_Win"
Public Const ANOTHER_AT_WORK As Long = -2147220903

Public Function NotRegistered() As String
    NotRegistered = "Python is not set up for Excel on this account. Run “medoffice register”, or " & _
        "Repair in the Start menu's folder Practice Manager. If Excel was started as " & _
        "administrator, start it without."
End Function

Public Function PartIsGone(ByVal path As String) As String
    PartIsGone = "A part of Python that Excel needs is gone, moved or taken away by a virus " & _
        "scanner. Run the installer again or, where medoffice was installed by pip, " & _
        "install Python and medoffice anew, then run “medoffice register”. Missing: " & path
End Function

Public Function DidNotAnswer() As String
    DidNotAnswer = "Windows started Python, but it did not answer: it may be held up by a virus " & _
        "scanner, or damaged. Run “medoffice doctor”. The program: "
End Function

Public Function WaitingForPython() As String
    WaitingForPython = "Practice Manager: waiting for Python, usually some seconds. Still here after " & _
        "half a minute? Something such as a virus scanner holds it up; Excel goes on in " & _
        "two minutes."
End Function

Public Function HeldUpBefore(ByVal program As String) As String
    HeldUpBefore = "When Python was last started for Excel, it did not answer: it may be held up by " & _
        "a virus scanner, or damaged. It was not started again, because Excel would wait " & _
        "two minutes for it. Run “medoffice doctor”, or Check-up in the Start menu; " & _
        "Refresh tries again. The program: " & program
End Function

' Why Windows did not start Python, in words.
Public Function StartRefused(ByVal number As Long, ByVal said As String, ByVal program As String) As String
    Select Case number
        Case 429, -2147221164, -2147221005
            StartRefused = "Python is not set up for Excel on this account. Run “medoffice register”, or " & _
                "Repair in the Start menu's folder Practice Manager. If Excel was started as " & _
                "administrator, start it without."
        Case 70, -2147024891, -2147023636
            StartRefused = "Windows does not let Python start: a rule of this computer, such as AppLocker, " & _
                "allows programs of other folders only. Ask whoever looks after the computer to " & _
                "allow the program named here: " & program
        Case 53, 76, -2147024894, -2147024893
            StartRefused = "A part of Python that Excel needs is gone, moved or taken away by a virus " & _
                "scanner. Run the installer again or, where medoffice was installed by pip, " & _
                "install Python and medoffice anew, then run “medoffice register”. Missing: " & program
        Case -2147024671
            StartRefused = "A virus scanner does not let Python start. Let it be restored, or ask whoever " & _
                "looks after the computer to allow the program named here: " & program
        Case -2146959355, -2147023170
            StartRefused = "Windows started Python, but it did not answer: it may be held up by a virus " & _
                "scanner, or damaged. Run “medoffice doctor”. The program: " & program
        Case Else
            StartRefused = "Windows did not start Python. Run “medoffice doctor”, which says what is " & _
                "missing. Windows says: " & said
    End Select
End Function
