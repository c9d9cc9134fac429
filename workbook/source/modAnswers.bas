Attribute VB_Name = "modAnswers"
' On a Mac a formula cannot reach Python. Each question that a formula asks is kept with its answer; one that has none
' shows #N/A and waits for Refresh. An answer belongs to a question, not to a cell: it is never shown for another one.
Option Explicit

Private Const PRESS_REFRESH As String = "On a Mac this figure is computed by the Refresh button of the tab Practice " & _
    "Manager. Press it."
Private Const MOST_CELLS As Long = 64
Private answers As New Collection
Private waiting As New Collection

' The answer to a question; where there is none yet, #N/A, and the question waits.
Public Function KeptAnswer(ByVal moduleName As String, ByVal functionName As String, ByRef values As Variant) As Variant
    Dim question As String
    question = QuestionOf(functionName, values)
    If IsKept(answers, question) Then
        ' Python hands over an error as its code and reason, here as everywhere.
        KeptAnswer = AsCell(answers.Item(question))
    Else
        If Not IsKept(waiting, question) Then waiting.Add question, question
        KeptAnswer = Failed(xlErrNA, PRESS_REFRESH)
    End If
End Function

Private Function IsKept(ByVal kept As Collection, ByVal key As String) As Boolean
    Dim found As Variant
    On Error Resume Next
    found = kept.Item(key)
    IsKept = (Err.Number = 0)
End Function

' The questions that wait for an answer, one a line; called by Refresh.
Public Function WaitingQuestions() As String
    Dim question As Variant
    For Each question In waiting
        If WaitingQuestions <> "" Then WaitingQuestions = WaitingQuestions & vbLf
        WaitingQuestions = WaitingQuestions & question
    Next question
    Set waiting = New Collection
End Function

' Keeps the answer to a question, a value or rows of values; called by Refresh, which then lets Excel calculate.
Public Sub KeepAnswer(ByVal question As String, ByVal answer As Variant)
    On Error Resume Next
    answers.Remove question
    On Error GoTo 0
    answers.Add answer, question
End Sub

' From now on every question is asked anew; called when Refresh begins.
Public Sub ForgetAnswers()
    Set answers = New Collection
    Set waiting = New Collection
End Sub

' An argument of several cells on a Mac: their values where they are few, else where they stand, for Python to read.
Public Function PassedCells(ByVal area As Object) As Variant
    If area.Rows.Count * area.Columns.Count <= MOST_CELLS Then
        PassedCells = area.Value2
    Else
        PassedCells = vbTab & area.Address(External:=True)
    End If
End Function

' A question as one line: the function and its arguments, each with a letter for its kind, parted by tabs.
Private Function QuestionOf(ByVal functionName As String, ByRef values As Variant) As String
    Dim value As Variant
    QuestionOf = functionName
    For Each value In values
        QuestionOf = QuestionOf & vbTab & Written(value)
    Next value
End Function

Private Function Written(ByRef value As Variant) As String
    Dim row As Long
    Dim column As Long
    If IsArray(value) Then
        Written = "a" & (UBound(value, 1) - LBound(value, 1) + 1) & " " & (UBound(value, 2) - LBound(value, 2) + 1)
        For row = LBound(value, 1) To UBound(value, 1)
            For column = LBound(value, 2) To UBound(value, 2)
                Written = Written & vbTab & Written1(value(row, column))
            Next column
        Next row
    Else
        Written = Written1(value)
    End If
End Function

Private Function Written1(ByRef value As Variant) As String
    If IsError(value) Then
        Written1 = "x" & CLng(value)
    ElseIf IsEmpty(value) Then
        Written1 = "e"
    ElseIf VarType(value) = vbBoolean Then
        Written1 = IIf(value, "b1", "b0")
    ElseIf VarType(value) <> vbString Then
        ' Str writes a point whatever the system's decimal sign.
        Written1 = "n" & Trim$(Str$(CDbl(value)))
    ElseIf Left$(value, 1) = vbTab Then
        Written1 = "r" & Mid$(value, 2)
    Else
        Written1 = "t" & Replace(Replace(Replace(value, "%", "%25"), vbTab, "%09"), vbLf, "%0A")
    End If
End Function
