Attribute VB_Name = "modUdfsCharges"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function CHARGE_LAG(Practice As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional statistic As Variant, Optional provider As Variant) As Variant
Attribute CHARGE_LAG.VB_Description = "Charge lag: days from the service to the day its charge was entered."
Attribute CHARGE_LAG.VB_ProcData.VB_Invoke_Func = " \n22"
    CHARGE_LAG = Computed("udfs.charges", "CHARGE_LAG", Array(Passed(Practice), Passed(AsOf), Passed(WindowDays), Passed(statistic), Passed(provider)))
End Function
