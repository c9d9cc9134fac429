Attribute VB_Name = "modUdfsExplain"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function EXPLAIN(function_ As Variant, ParamArray arguments() As Variant) As Variant
Attribute EXPLAIN.VB_Description = "Shows what a figure was made of: its parts, what was left out and why, the formula and where it is from."
Attribute EXPLAIN.VB_ProcData.VB_Invoke_Func = " \n27"
    EXPLAIN = Computed("udfs.explain", "EXPLAIN", PassedAll(Array(Passed(function_)), arguments))
End Function

Public Function WHY(cell As Variant) As Variant
Attribute WHY.VB_Description = "Says in words why a cell shows an error; empty when it shows none."
Attribute WHY.VB_ProcData.VB_Invoke_Func = " \n27"
    WHY = ReasonOf(cell)
End Function
