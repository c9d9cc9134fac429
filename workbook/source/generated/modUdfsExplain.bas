Attribute VB_Name = "modUdfsExplain"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function EXPLAIN(function_ As Variant, Optional argument_1 As Variant, Optional argument_2 As Variant, Optional argument_3 As Variant, Optional argument_4 As Variant, Optional argument_5 As Variant, Optional argument_6 As Variant, Optional argument_7 As Variant, Optional argument_8 As Variant, Optional argument_9 As Variant, Optional argument_10 As Variant, Optional argument_11 As Variant, Optional argument_12 As Variant, Optional argument_13 As Variant, Optional argument_14 As Variant, Optional argument_15 As Variant, Optional argument_16 As Variant, Optional argument_17 As Variant, Optional argument_18 As Variant, Optional argument_19 As Variant, Optional argument_20 As Variant) As Variant
Attribute EXPLAIN.VB_Description = "Shows what a figure was made of: its parts, what was left out and why, the formula and where it is from."
Attribute EXPLAIN.VB_ProcData.VB_Invoke_Func = " \n22"
    EXPLAIN = Computed("udfs.explain", "EXPLAIN", Array(Passed(function_), Passed(argument_1), Passed(argument_2), Passed(argument_3), Passed(argument_4), Passed(argument_5), Passed(argument_6), Passed(argument_7), Passed(argument_8), Passed(argument_9), Passed(argument_10), Passed(argument_11), Passed(argument_12), Passed(argument_13), Passed(argument_14), Passed(argument_15), Passed(argument_16), Passed(argument_17), Passed(argument_18), Passed(argument_19), Passed(argument_20)))
End Function

Public Function WHY(cell As Variant) As Variant
Attribute WHY.VB_Description = "Says in words why a cell shows an error; empty when it shows none."
Attribute WHY.VB_ProcData.VB_Invoke_Func = " \n22"
    WHY = ReasonOf(cell)
End Function
