Attribute VB_Name = "modUdfsWorklists"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function AR_WORKLIST(Work As Variant, AsOf As Variant, Optional lane As Variant, Optional owner As Variant, Optional minutes As Variant, Optional top As Variant) As Variant
Attribute AR_WORKLIST.VB_Description = "Claims to work, in order: deadlines first, then follow-ups, then what brings in most a minute, and why."
Attribute AR_WORKLIST.VB_ProcData.VB_Invoke_Func = " \n41"
    AR_WORKLIST = Computed("udfs.worklists", "AR_WORKLIST", Array(Passed(Work), Passed(AsOf), Passed(lane), Passed(owner), Passed(minutes), Passed(top)))
End Function
