Attribute VB_Name = "modCells"
' How a formula reaches Python, and how its answer, or an Excel error with its reason, comes back.
Option Explicit
Option Private Module

' The answer of a cell function. Never text where there is no answer: a sum would pass over it.
Public Function Computed(ByVal moduleName As String, ByVal functionName As String, ByRef values As Variant) As Variant
    #If Mac Then
        Computed = KeptAnswer(moduleName, functionName, values)
    #Else
        Computed = Asked(moduleName, functionName, values)
    #End If
End Function

' An argument as Python takes it: nothing where it was left out; of a range its values, dates as serial numbers and
' amounts unrounded.
Public Function Passed(Optional ByRef argument As Variant) As Variant
    If IsMissing(argument) Then
        Passed = Empty
    ElseIf Not IsObject(argument) Then
        Passed = argument
    ElseIf argument.Areas.Count > 1 Then
        ' Value2 would hand over the first area and lose the others without a word.
        Passed = CVErr(xlErrRef)
    ElseIf argument.Rows.Count = 1 And argument.Columns.Count = 1 Then
        Passed = argument.Value2
    Else
        #If Mac Then
            Passed = PassedCells(argument)
        #Else
            Passed = argument.Value2
        #End If
    End If
End Function

' Arguments that the user gives as many of as he likes, after those that come first.
Public Function PassedAll(ByVal first As Variant, ByVal others As Variant) As Variant
    Dim every() As Variant
    Dim place As Long
    Dim offset As Long
    offset = UBound(first) + 1 - LBound(others)
    ReDim every(0 To UBound(others) + offset)
    For place = 0 To UBound(first)
        every(place) = first(place)
    Next place
    For place = LBound(others) To UBound(others)
        every(place + offset) = Passed(others(place))
    Next place
    PassedAll = every
End Function

Private Function Asked(ByVal moduleName As String, ByVal functionName As String, ByRef values As Variant) As Variant
    Dim answer As Variant
    Dim attempt As Long
    Dim errorNumber As Long
    Dim trouble As String
    For attempt = 1 To 2
        On Error Resume Next
        ' In brackets: passed by value, as what is passed by reference would travel back as well.
        answer = PythonServer().CallUDF(moduleName, functionName, (values))
        errorNumber = Err.Number
        trouble = Err.Description
        On Error GoTo 0
        If errorNumber = 0 Then
            Asked = AsCell(answer)
            Exit Function
        End If
        If Not ServerHasGone(errorNumber) Then Exit For
    Next attempt
    Asked = Failed(xlErrValue, trouble)
End Function

' Python gives an error as one text, its code and its reason parted by a bar: "#N/A|Nothing was charged."
Public Function AsCell(ByRef answer As Variant) As Variant
    Dim bar As Long
    If VarType(answer) = vbString Then bar = InStr(answer, "|")
    If bar > 1 Then
        Select Case Left$(answer, bar - 1)
            Case "#N/A"
                AsCell = Failed(xlErrNA, Mid$(answer, bar + 1))
                Exit Function
            Case "#VALUE!"
                AsCell = Failed(xlErrValue, Mid$(answer, bar + 1))
                Exit Function
            Case "#NUM!"
                AsCell = Failed(xlErrNum, Mid$(answer, bar + 1))
                Exit Function
        End Select
    End If
    ForgetReason
    AsCell = answer
End Function
