Attribute VB_Name = "modUdfsTables"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function LOAD_TABLE(table As Variant) As Variant
Attribute LOAD_TABLE.VB_Description = "Reads a table once and returns its handle, a short text that the other functions take in its place."
Attribute LOAD_TABLE.VB_ProcData.VB_Invoke_Func = " \n27"
    LOAD_TABLE = Computed("udfs.tables", "LOAD_TABLE", Array(Passed(table)))
End Function
