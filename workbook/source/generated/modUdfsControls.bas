Attribute VB_Name = "modUdfsControls"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function CONTROL_CHECKS(Controls As Variant, AsOf As Variant, Optional test As Variant) As Variant
Attribute CONTROL_CHECKS.VB_Description = "The tests of internal controls: what is to be looked at, with its dollars, its rows and what to do."
Attribute CONTROL_CHECKS.VB_ProcData.VB_Invoke_Func = " \n24"
    CONTROL_CHECKS = Computed("udfs.controls", "CONTROL_CHECKS", Array(Passed(Controls), Passed(AsOf), Passed(test)))
End Function

Public Function UNDEPOSITED(Controls As Variant, AsOf As Variant, Optional what As Variant) As Variant
Attribute UNDEPOSITED.VB_Description = "Dollars that payers remitted or patients paid and that no bank line shows, more than seven days later."
Attribute UNDEPOSITED.VB_ProcData.VB_Invoke_Func = " \n24"
    UNDEPOSITED = Computed("udfs.controls", "UNDEPOSITED", Array(Passed(Controls), Passed(AsOf), Passed(what)))
End Function
