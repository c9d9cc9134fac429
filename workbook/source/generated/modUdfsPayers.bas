Attribute VB_Name = "modUdfsPayers"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function PAYER_MIX(Practice As Variant, AsOf As Variant, Optional YearDays As Variant, Optional top As Variant, Optional SettleDays As Variant) As Variant
Attribute PAYER_MIX.VB_Description = "Payer mix: each payer's share of charges, payments and visits, over the same services."
Attribute PAYER_MIX.VB_ProcData.VB_Invoke_Func = " \n33"
    PAYER_MIX = Computed("udfs.payers", "PAYER_MIX", Array(Passed(Practice), Passed(AsOf), Passed(YearDays), Passed(top), Passed(SettleDays)))
End Function
